"""Words as search knows them: the same for the index, for a query and for a sentence at hand."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f]){0,99}")
"""Letters and digits with what stands on them; everything else parts words: *Penn's* is *penn* and *s*. What runs on for
more than a hundred is no word, and is cut: an index keeps no longer ones."""
_ASCII = re.compile("[a-z0-9]{1,100}")


def words_of(text: str) -> list[str]:
    """The text's words in order, each folded. Example: `"El Chapo Guzmán’s"` gives *el*, *chapo*, *guzman*, *s*."""
    if text.isascii():
        return _ASCII.findall(text.lower())
    return [fold(word) for word in _WORD.findall(text)]


def placed(text: str) -> list[tuple[str, int, int]]:
    """The words of `words_of`, each with the code points where it stands."""
    return [(fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without case and without the marks on its letters: *Guzmán* is *guzman*, *STRASSE* and *Straße* are *strasse*."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if c.isalnum()) or word.casefold()


def indexed(text: str | None) -> str:
    """The text as the index is given it: folded words with a blank between them, which its tokeniser parts there and
    nowhere else, so that the index and `words_of` cannot differ."""
    return " ".join(words_of(text)) if text else ""

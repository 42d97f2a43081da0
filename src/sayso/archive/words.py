"""Words as search knows them: the same for the index, for a query and for a sentence at hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f]){0,99}")
"""Letters and digits with what stands on them; everything else parts words: *Penn's* is *penn* and *s*. What runs on for
more than a hundred is no word, and is cut: an index keeps no longer ones."""
_BARE = re.compile("[^\\W_]{1,100}")
"""The same words where no mark stands on its own, found in half the time: as nearly every text is."""
_ASCII = re.compile("[a-z0-9]{1,100}")
_MARK = re.compile("[\u0300-\u036f]")


def words_of(text: str) -> list[str]:
    """The text's words in order, each folded. Example: `"El Chapo Guzmán’s"` gives *el*, *chapo*, *guzman*, *s*."""
    low = _low(text)
    if low.isascii():
        return _ASCII.findall(low)
    return [word if word.isascii() else fold(word) for word in _words(low).findall(low)]


def located(text: str, spots: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where in the text stretches of its words stand, given as the first word's number and the one after the last."""
    wanted = list(spots)
    if not wanted:
        return []
    last = max(end for _, end in wanted)
    low = _low(text)
    places = [found.span() for found in islice(_words(low).finditer(low), last)]
    return [(places[first][0], places[end - 1][1]) for first, end in wanted]


def _words(low: str) -> re.Pattern[str]:
    """What finds the words of a text without case."""
    return _WORD if _MARK.search(low) else _BARE


def _low(text: str) -> str:
    """The text without case, as long as it was, so that places stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


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

"""Words of a saying, made alike where print differs, and how much each of them tells."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from sayso.coverage.synonyms import IRREGULAR
from sayso.model.folder import RELEASED
from sayso.model.words import Vocabulary
from sayso.records.saying import Saying
from sayso.records.span import Span

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
GAP = " … "
"""What stands in `Saying.words` between two spans."""

MOST_WORDS = 1500
"""Words of one saying that are compared; what is longer is a page taken for a quotation."""
BEFORE_WORDS = 120
"""Pieces of the model's vocabulary before its first whole word; from there on it is in order of frequency."""
UNKNOWN_BITS = 14.0
"""Of a word that the vocabulary has not whole; its rarest have 13."""

_ENDINGS = (("ies", "y"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""))


class Token(NamedTuple):
    """A word as it is compared, where it stands in the text of its article, and from which character on in `Saying.words`."""

    word: str
    span: Span
    at: int

    @property
    def end(self) -> int:
        """The character after it in `Saying.words`."""
        return self.at + len(self.span)


def words_of(text: str) -> list[str]:
    """The words without marks, case, accents and apostrophes: *“Don’t,” he said* gives *dont he said*."""
    return [fold(word) for word in raw_words(text)]


def raw_words(text: str) -> list[str]:
    """The same words as they are printed."""
    found: list[str] = _WORD.findall(text)
    return found[:MOST_WORDS]


@lru_cache(maxsize=16)
def tokens_of(saying: Saying) -> tuple[Token, ...]:
    """The same words, one after the other, with where each stands. A few are remembered: a whole family is compared with one."""
    out: list[Token] = []
    start = 0
    for span in saying.spans:
        shift = span.start - start
        out += [
            Token(fold(found[0]), Span(found.start() + shift, found.end() + shift), found.start())
            for found in _WORD.finditer(saying.words, start, start + len(span))
        ]
        start += len(span) + len(GAP)
    return tuple(out[:MOST_WORDS])


@lru_cache(maxsize=300_000)
def fold(word: str) -> str:
    """A word without what print changes in it."""
    plain = word.lower().replace("’", "").replace("'", "")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return plain


@lru_cache(maxsize=300_000)
def bits(word: str) -> float:
    """How much a folded word tells, in bits: from 3 for *the* to 14 for a word that is rare.

    The logarithm of its place in the model's vocabulary, which is in order of frequency (Zipf: the chance of a word is about one
    in its place). It does not depend on what else is in an archive, so that what is added never moves a threshold.
    """
    pieces = vocabulary().cut(word)
    if word.isdigit() and len(word) > 1:
        return 10.0
    if len(pieces) > 1 or pieces[0] == vocabulary().unknown:
        return UNKNOWN_BITS
    return math.log2(max(pieces[0] - BEFORE_WORDS, 0) + 8)


@lru_cache(maxsize=300_000)
def stem(word: str) -> str:
    """A word without its ending, roughly: *switched*, *switching* and *switches* are one; for telling, never for showing."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            left = word[: -len(ending)] + instead
            if len(left) > 3 and left[-1] == left[-2] and left[-1] not in "aeiouls":
                left = left[:-1]
            return left.removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


@lru_cache(maxsize=300_000)
def number(word: str) -> int:
    """A number for a word, the same on every run and machine."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class _Numbers(dict[str, int]):
    """The numbers of folded words, by the words as they are printed."""

    def __missing__(self, word: str) -> int:
        if len(self) > 500_000:
            self.clear()
        made = self[word] = number(fold(word))
        return made


_numbers = _Numbers()


def numbers_of(text: str) -> list[int]:
    """`number` of each of `words_of`, in order: for whole articles, whose words are many and mostly the same few."""
    return list(map(_numbers.__getitem__, raw_words(text)))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """That of the released model."""
    return Vocabulary.load(RELEASED / "vocab.txt")


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_LARGE = "thirty forty fifty sixty seventy eighty ninety hundred"
NUMBERS: dict[str, str] = {str(n): word for n, word in enumerate(_SMALL.split())} | {
    str(10 * n): word for n, word in enumerate(_LARGE.split(), 3)
}
"""Words for figures, by the figures."""
NUMBER_WORDS = frozenset(NUMBERS.values())
"""They have a capital where a sentence begins, and are no names."""

_MORE_FORMS = (
    "go goes going gone went|do does did done|take taking|make making|give giving|come coming|mean meant|"
    "sit sat|bend bent|bind bound|shine shone|spring sprang sprung|weep wept|creep crept|dwell dwelt|swing swung|fling flung|"
    "cling clung|bite bit bitten|weave wove woven|kneel knelt|dream dreamt|learn learnt|spill spilt|spoil spoilt|foot feet|"
    "tooth teeth|goose geese|mouse mice|wife wives|knife knives|half halves"
)
_IRREGULAR = {
    form: forms[0]
    for forms in (*IRREGULAR, *(tuple(each.split()) for each in _MORE_FORMS.split("|")))
    for form in forms
} | NUMBERS

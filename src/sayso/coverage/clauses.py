"""Clauses of a saying, and which of their words a negation reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.coverage.opposites import NEGATES, NOT_NEGATIVE, OUT, RAISES, REVERSES
from sayso.coverage.terms import fold
from sayso.reading.words import word_set
from sayso.records import Span

SCOPE = 14
"""Words after a negation that it can reach. Chosen by hand."""

_BREAK = re.compile(
    r"(?:[!?;:…]|(?<!\b[A-Za-z])(?<!\b(?:Mr|Ms|Dr|St|vs|Jr|Sr))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col))\.)[.!?;:…]*[”’\"')\]]*(?=\s|$)|\s[-–—]{1,2}\s|—|,?\s(?=(?:but|although|though|while|whereas|because|unless)\s)|,\s(?=(?:and|so|nor)\s(?:I|we|he|she|they|it|there|that|the)\s)"
    r"|\s(?=and\s(?:I|we|he|she|they|there)\s(?!said|says))|\s(?=and\s(?:that|had|has|was|were|would|will|could|wanted|wants|hoped|hopes)\s)"
)
IN_CLAUSE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BEFORE_ADJECTIVE = word_set("a an the this that his her its their our")
"""Words after which *failed* says nothing: *a failed raid*."""
_ENDS_SCOPE = word_set("but because unless until except than which who")


def words_in(words: str | None) -> list[str]:
    """The words, folded."""
    return [fold(each) for each in IN_CLAUSE.findall(words or "")]


def is_negated(cue: list[str]) -> bool:
    """Whether the saying itself is negated (*did not confirm that*): then nobody says that it is so, nor that it is
    not."""
    return any(word in NEGATES or word.endswith("n't") for word in cue)


def clauses(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Beginnings and ends of the clauses of a stretch of text."""
    words = span.of(text)
    at = 0
    for stop in (*(found.span() for found in _BREAK.finditer(words)), (len(words), len(words))):
        part = words[at : stop[0]]
        lead = len(part) - len(part.lstrip(" \t\n“”\"'‘’([,"))
        tail = len(part.rstrip(" \t\n“”\"'‘’)],"))
        if tail > lead:
            yield span.start + at + lead, span.start + at + tail
        at = stop[1]


def _far_from(words: list[str], i: int) -> bool:
    """Whether something is said to be *far from safe*, *anything but safe*; not *far from the shore*."""
    if i + 2 >= len(words) or not i or words[i - 1] not in _BE:
        return False
    return tuple(words[i : i + 2]) in _FAR and words[i + 2] not in _DETERMINERS


_FAR = frozenset({("far", "from"), ("anything", "but")})
_BE = word_set("is are was were be been being am isn't aren't wasn't weren't it's he's she's they're")
_DETERMINERS = word_set("a an the this that his her its their our my any all")


def negated(words: list[str]) -> tuple[list[bool], int | None]:
    """Which words negations reach, and where the first negation is. A negation over a verb that negates cancels out
    (*never denied*); one after another does not (*not on paper, not by telephone*)."""
    reached = [False] * len(words)
    first: int | None = None
    plain = -1
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        reverses = word in REVERSES and not (i and words[i - 1] in _BEFORE_ADJECTIVE and word.endswith(("ed", "ing")))
        reverses = reverses or (word, following) in OUT or _far_from(words, i)
        if not (word in NEGATES or word.endswith("n't") or reverses):
            continue
        if (word, following) in NOT_NEGATIVE or (word.endswith("n't") and ("not", following) in NOT_NEGATIVE):
            continue
        first = i if first is None else first
        to = not (reverses and i <= plain)
        raised = False
        for j in range(i + 1, min(len(words), i + 1 + SCOPE)):
            raised = raised or words[j] in RAISES
            ends = words[j] in _ENDS_SCOPE and not (word == "anything" and j == i + 1)
            if ends or (words[j] == "that" and not raised and not reverses):
                break
            reached[j] = to
            if not reverses:
                plain = j
    return reached, first

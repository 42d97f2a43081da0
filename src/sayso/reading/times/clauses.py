"""The clause that an expression of time stands in, by one pass over its sentence: cut at marks and at words that open clauses."""

from __future__ import annotations

from typing import Final

from sayso.reading.times.tense import is_verb
from sayso.reading.tokens import Tokens

LONGEST = 120
"""Words of a sentence looked at on either side of an expression; a longer clause is cut there."""
_MARKS: Final = frozenset("; : — – “ ” \" ( ) [ ] …".split())
_OPENING: Final = frozenset(
    "when while because although though who which whose where if unless whereas despite that after before until since as".split()
)
_PREPOSITIONS_TOO: Final = frozenset("after before until since as that despite".split())
"""Words that open a clause only where a verb follows in it: *after leaving office*, and not *after Friday*."""
_JOINING: Final = frozenset("and but or so yet".split())
_AFTER_COMMA: Final = _OPENING | _JOINING | {"with"}
_TRIMMED: Final = frozenset(", ; : . ! ? — – - ( ) [ ] … “ ” \" and but or so".split())


def clause(tokens: Tokens, inside: bytearray, place: tuple[int, int], bounds: tuple[int, int]) -> tuple[int, int]:
    """The words of the clause around the expression at `place`, within `bounds`; never empty. Marks `inside` an expression of time
    (*Saturday (January 9th)*) cut nothing."""
    (first, last), (low, high) = place, bounds
    low, high = max(low, first - LONGEST), min(high, last + LONGEST)
    begin = _leftward(tokens, inside, first, low)
    end = _rightward(tokens, inside, last, high)
    while begin > low and not _has_verb(tokens, begin, first) and not _has_verb(tokens, last, end):
        begin = _leftward(tokens, inside, begin - 1, low)
    while end < high and not _has_verb(tokens, begin, end):
        end = _rightward(tokens, inside, end + 1, high)
    while begin < first and tokens.words[begin] in _TRIMMED:
        begin += 1
    while begin < first and tokens.lower[begin] in ("and", "but", "so", "or", "that", "because", "while", "although", "though"):
        begin += 1
    while end > last and (tokens.words[end - 1] in _TRIMMED or tokens.lower[end - 1] in _JOINING):
        end -= 1
    return begin, end


def _leftward(tokens: Tokens, inside: bytearray, at: int, low: int) -> int:
    """Where the clause that goes on to the left of word `at` begins."""
    for i in range(at - 1, low - 1, -1):
        if inside[i]:
            continue
        if tokens.words[i] in _MARKS:
            return i + 1
        if _opens(tokens, i, at):
            return i
    return low


def _rightward(tokens: Tokens, inside: bytearray, at: int, high: int) -> int:
    """The place after the last word of the clause that goes on at word `at`."""
    for i in range(at, high):
        if inside[i]:
            continue
        if tokens.words[i] in _MARKS:
            return i
        if tokens.words[i] == "," and i + 1 < high and tokens.lower[i + 1] in _AFTER_COMMA:
            return i
        if i > at and tokens.lower[i] in _OPENING and _verb_soon(tokens, i + 1, high):
            return i
    return high


def _opens(tokens: Tokens, i: int, at: int) -> bool:
    """Whether word `i` opens the clause in which word `at` stands."""
    word = tokens.lower[i]
    if word in _OPENING:
        return word not in _PREPOSITIONS_TOO or _verb_soon(tokens, i + 1, at)
    return word in _JOINING and i > 0 and tokens.words[i - 1] == "," and _verb_soon(tokens, i + 1, at)


def _verb_soon(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a verb comes within the next words, before a comma."""
    for i in range(at, min(stop, at + 8)):
        if tokens.words[i] == ",":
            return False
        if is_verb(tokens, i) or (i == at and tokens.lower[i].endswith("ing")):
            return True
    return False


def _has_verb(tokens: Tokens, first: int, last: int) -> bool:
    return any(is_verb(tokens, i) or (tokens.lower[i].endswith("ing") and i > first) for i in range(first, last))

"""The clause that an expression of time stands in, by one pass over its sentence: cut at marks and at words that open clauses."""

from __future__ import annotations

from typing import Final

from sayso.reading.times.tense import is_verb
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

LONGEST = 40
"""Words of a sentence that the caller lets be looked at on either side of an expression; a longer clause is cut there."""
MOST_PIECES = 4
"""Pieces without a verb that are joined on either side; chosen by hand."""
_MARKS: Final = word_set("; : — – “ ” ( ) [ ]") | {'"'}
_OPENING: Final = word_set(
    "when while because although though who which whose where if unless whereas despite that after before until since "
    "as"
)
_PREPOSITIONS_TOO: Final = word_set("after before until since as that despite")
"""Words that open a clause only where a verb follows in it: *after leaving office*, and not *after Friday*."""
_JOINING: Final = word_set("and but or so yet")
_AFTER_COMMA: Final = _OPENING | _JOINING | {"with"}
_NOT_FIRST: Final = word_set("and but so or that because while although though")
_TRIMMED: Final = word_set(", ; : . ! ? — – - ( ) [ ] … “ ” and but or so") | {'"'}


class Clauses:
    """The clauses of one text. `inside` tells which words are part of an expression of time: marks there cut nothing."""

    def __init__(self, tokens: Tokens, inside: bytearray) -> None:
        self._tokens, self._inside = tokens, inside
        verbs = [0]
        for i in range(len(tokens)):
            verbs.append(verbs[-1] + is_verb(tokens, i))
        self._verbs = verbs

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a verb that can carry a clause is among the words."""
        return self._verbs[max(first, last)] > self._verbs[first]

    def around(self, first: int, last: int, low: int, high: int) -> tuple[int, int]:
        """The words of the clause around words `first` to `last`, from `low` to `high` at most; never empty."""
        tokens = self._tokens
        begin, end = self._leftward(first, low), self._rightward(last, high)
        for _ in range(MOST_PIECES):
            if begin > low and not self.has_verb(begin, end):
                begin = self._leftward(begin - 1, low)
        for _ in range(MOST_PIECES):
            if end < high and not self.has_verb(begin, end):
                end = self._rightward(end + 1, high)
        while begin < first and (tokens.words[begin] in _TRIMMED or tokens.lower[begin] in _NOT_FIRST):
            begin += 1
        while end > last and (tokens.words[end - 1] in _TRIMMED or tokens.lower[end - 1] in _JOINING):
            end -= 1
        return begin, end

    def _leftward(self, at: int, low: int) -> int:
        """Where the clause that goes on to the left of word `at` begins."""
        tokens = self._tokens
        for i in range(at - 1, low - 1, -1):
            if self._inside[i]:
                continue
            if tokens.words[i] in _MARKS:
                return i + 1
            if self._opens(i, at):
                return i
        return low

    def _rightward(self, at: int, high: int) -> int:
        """The place after the last word of the clause that goes on at word `at`."""
        tokens = self._tokens
        for i in range(at, high):
            if self._inside[i]:
                continue
            if tokens.words[i] in _MARKS:
                return i
            if (
                tokens.words[i] == ","
                and i + 1 < high
                and (tokens.lower[i + 1] in _AFTER_COMMA or self.has_verb(i + 1, i + 2))
            ):
                return i
            if i > at and tokens.lower[i] in _OPENING and self._verb_soon(i + 1, high):
                return i
        return high

    def _opens(self, i: int, at: int) -> bool:
        """Whether word `i` opens the clause in which word `at` stands."""
        tokens = self._tokens
        word = tokens.lower[i]
        if word in _OPENING:
            return word not in _PREPOSITIONS_TOO or self._verb_soon(i + 1, at)
        return word in _JOINING and i > 0 and tokens.words[i - 1] == "," and self._verb_soon(i + 1, at)

    def _verb_soon(self, at: int, stop: int) -> bool:
        """Whether a verb comes within the next words, before a comma."""
        tokens = self._tokens
        for i in range(at, min(stop, at + 8)):
            if tokens.words[i] == ",":
                return False
            if self._verbs[i + 1] > self._verbs[i] or (i == at and tokens.lower[i].endswith("ing")):
                return True
        return False

"""A member's words beside the fullest form: what both have, what is missing, what was put in, as runs to be shown in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.coverage.spread.words import Token, tokens_of
from sayso.records.span import Span
from sayso.records.spread import Family, Member


@dataclass(frozen=True, slots=True)
class Run:
    """Some words: `same` in both, `cut` from the fullest form, or `added` to it."""

    kind: Literal["same", "cut", "added"]
    words: str


def compared(family: Family, member: Member) -> tuple[Run, ...]:
    """The member's words as runs, with what it lacks of the fullest form in its place.

    Example: *the gates opened twice*, where the fullest form is *the old gates opened twice*, is *the*, cut *old*, *gates opened
    twice*. The edits are those of the member; nothing is compared anew.
    """
    words = member.saying.words
    if not member.edits:
        return (Run("same", words),)
    was, now = tokens_of(family.members[family.fullest].saying), tokens_of(member.saying)
    i, j, shown = len(was), len(now), len(words)
    out: list[Run] = []
    for edit in reversed(member.edits):
        gone, new = _of(was, edit.was_span), _of(now, edit.now_span)
        # What follows an edit is in both word for word, so it ends as many words before the end of the one as of the other.
        same = j - new.stop if new else i - gone.stop
        i, j = i - same, j - same
        begin, end = (now[new.start].at, now[j - 1].end) if new else _between(now, j)
        out += [Run("same", words[end:shown]), Run("added", words[begin:end]), Run("cut", edit.was)]
        i, j, shown = i - len(gone), j - len(new), begin
    out.append(Run("same", words[:shown]))
    return tuple(run for run in reversed(out) if run.words)


def _of(tokens: Sequence[Token], span: Span | None) -> range:
    """Which of the tokens a span has."""
    if span is None:
        return range(0)
    places = [place for place, token in enumerate(tokens) if span.start <= token.span.start < span.end]
    return range(places[0], places[-1] + 1) if places else range(0)


def _between(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """Where words would stand before the token of a place: the space and marks before it stay with what comes before."""
    at = tokens[place].at if place < len(tokens) else tokens[-1].end if tokens else 0
    return at, at

"""A member's words beside the fullest form: what both have, what is missing, what was put in, as runs to be shown in a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.coverage.spread.words import GAP, tokens_of
from sayso.records.saying import Saying
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
    full, form = family.members[family.fullest].saying, member.saying
    if not member.edits:
        return (Run("same", form.words),)
    was = {token.span.start: at for at, token in enumerate(tokens_of(full))}
    now = {token.span.start: at for at, token in enumerate(tokens_of(form))}
    places = _places(form)
    out: list[Run] = []
    i = j = 0
    shown = 0
    for edit in member.edits:
        at_was = was.get(edit.was_span.start) if edit.was_span else None
        at_now = now.get(edit.now_span.start) if edit.now_span else None
        if at_now is None:
            at_now = min(len(places), j + max(0, (at_was or i) - i))
        start = places[at_now][0] if at_now < len(places) else len(form.words)
        if at_now == len(places) and places:
            start = places[-1][1]
        out.append(Run("same", form.words[shown:start]))
        if edit.was:
            out.append(Run("cut", edit.was))
        if edit.now:
            out.append(Run("added", edit.now))
        shown = start
        if edit.now_span:
            j = at_now + sum(edit.now_span.start <= begin < edit.now_span.end for begin in now)
            shown = max(start, places[j - 1][1]) if 0 < j <= len(places) else start
        else:
            j = at_now
        if edit.was_span:
            i = (at_was or i) + sum(edit.was_span.start <= begin < edit.was_span.end for begin in was)
        else:
            i += max(0, at_now - j)
    out.append(Run("same", form.words[shown:]))
    return tuple(run for run in out if run.words)


def _places(saying: Saying) -> list[tuple[int, int]]:
    """Where each token of a saying stands in its `words`."""
    out: list[tuple[int, int]] = []
    starts: list[tuple[int, int, int]] = []
    at = 0
    for span in saying.spans:
        starts.append((span.start, span.end, at))
        at += len(span) + len(GAP)
    for token in tokens_of(saying):
        for start, end, shift in starts:
            if start <= token.span.start < end:
                out.append((token.span.start - start + shift, token.span.end - start + shift))
                break
    return out

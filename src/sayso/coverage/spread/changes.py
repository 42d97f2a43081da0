"""What was done to words, against the fullest form: edits with their places, and a name for what they amount to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import LCSseq

from sayso.coverage.spread.quoted import Quoted, part_of
from sayso.coverage.spread.words import Token, bits, tokens_of
from sayso.records.saying import Saying
from sayso.records.span import Span
from sayso.records.spread import Done, Edit, EditKind, Place

SPLICED_WORDS = 4
"""Words that must be missing without a sign between two that now stand together; a word or two less is a change of wording."""
LONE_BITS = 6.0
"""A common word between two changes that tells less is no island: it belongs to the change around it."""
STRAY_BITS = 22.0
"""What words at an edge must tell to be looked for elsewhere in the first article, as the other half of a splice."""
TOLD_SHARE = 0.5
"""From this share told by the writer on, other words are a paraphrase; inside quotation marks they are an alteration."""

MOST_COMPARED = 40_000
"""Pairs of words up to which two forms are compared by their longest runs."""

_SIGN = re.compile(r"\.\s?\.\s?\.|…|\[|\(")
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…")


@dataclass(slots=True)
class _Step:
    """A stretch of both forms: `same`, or a change from `[a, b)` of the fullest to `[c, d)` of this one."""

    same: bool
    a: int
    b: int
    c: int
    d: int


def changes(
    full: Quoted, form: Quoted, elsewhere: Sequence[Sequence[str]] = ()
) -> tuple[tuple[Done, ...], tuple[Edit, ...]]:
    """What was done to `form`, and its edits in order; who it is given to is not looked at here.

    `elsewhere` are the words of other sayings of the same speaker: what `form` has from there was spliced in. Example: of *the
    old gates opened twice*, *gates opened twice* is trimmed at the start and *the gates opened twice* altered inside.
    """
    if full.words == form.words:
        return (Done.VERBATIM,), ()
    was, now = tokens_of(full.saying)[-len(full.words) :], tokens_of(form.saying)[-len(form.words) :]
    steps = _steps([token.word for token in was], [token.word for token in now])
    edits = tuple(_edit(step, steps, full.saying, form.saying, was, now) for step in steps if not step.same)
    if not edits:
        return (Done.VERBATIM,), ()
    done = _done(steps, edits, form.saying, (was, now), elsewhere)
    if form.told_by_writer > TOLD_SHARE and done & {Done.ALTERED, Done.SPLICED}:
        return (Done.PARAPHRASED,), edits
    return tuple(each for each in Done if each in done), edits


def _steps(was: Sequence[str], now: Sequence[str]) -> list[_Step]:
    raw = [_Step(tag == "equal", a, b, c, d) for tag, a, b, c, d in _opcodes(was, now)]
    for at, step in enumerate(raw):
        inner = 0 < at < len(raw) - 1 and not raw[at - 1].same and not raw[at + 1].same
        if step.same and inner and sum(bits(word) for word in was[step.a : step.b]) < LONE_BITS and _moved(raw, at):
            step.same = False
    out: list[_Step] = []
    for step in raw:
        if out and out[-1].same == step.same:
            out[-1].b, out[-1].d = step.b, step.d
        else:
            out.append(step)
    return out


def _opcodes(was: Sequence[str], now: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The longest common run first and then what is left and right of it, as a reader compares; for long texts, where that can
    take the square of their length and more, the longest common subsequence."""
    if len(was) * len(now) <= MOST_COMPARED:
        return list(SequenceMatcher(None, was, now, autojunk=False).get_opcodes())
    return [
        (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in LCSseq.opcodes(list(was), list(now))
    ]


def _moved(steps: list[_Step], at: int) -> bool:
    """Whether both neighbours of a lone word are more than a cut or an addition of one word."""
    return all(max(step.b - step.a, step.d - step.c) > 1 for step in (steps[at - 1], steps[at + 1]))


def _edit(
    step: _Step, steps: list[_Step], full: Saying, form: Saying, was: Sequence[Token], now: Sequence[Token]
) -> Edit:
    kind = EditKind.ADDED if step.a == step.b else EditKind.CUT if step.c == step.d else EditKind.REPLACED
    place = Place.START if step is steps[0] else Place.END if step is steps[-1] else Place.INSIDE
    was_words, was_span = _stretch(full, was[step.a : step.b])
    now_words, now_span = _stretch(form, now[step.c : step.d])
    return Edit(kind, place, was_words, was_span, now_words, now_span)


def _stretch(saying: Saying, tokens: Sequence[Token]) -> tuple[str, Span | None]:
    """The words of a saying from the first to the last of some tokens, and their span. A saying is in the order in which it
    is read, which need not be that of the page."""
    if not tokens:
        return "", None
    span = Span(min(token.span.start for token in tokens), max(token.span.end for token in tokens))
    return part_of(saying, span), span


def _done(
    steps: list[_Step],
    edits: tuple[Edit, ...],
    form: Saying,
    tokens: tuple[Sequence[Token], Sequence[Token]],
    elsewhere: Sequence[Sequence[str]],
) -> set[Done]:
    was, now = tokens
    done: set[Done] = set()
    for step, edit in zip((step for step in steps if not step.same), edits, strict=True):
        added = [token.word for token in now[step.c : step.d]]
        if added and sum(map(bits, added)) >= STRAY_BITS and _stands(added, elsewhere):
            done |= {Done.SPLICED, Done.TRIMMED} if step.b > step.a else {Done.SPLICED}
        elif edit.kind is not EditKind.CUT:
            done.add(Done.ALTERED)
        elif edit.place is not Place.INSIDE:
            done.add(Done.TRIMMED)
        else:
            done.add(_missing_inside(step, was, form, now))
    return done


def _missing_inside(step: _Step, was: Sequence[Token], form: Saying, now: Sequence[Token]) -> Done:
    """What it is called that words are missing inside: a splice where they stood in one pair of marks and what is left was put
    together over an ellipsis, or over four words and nothing shows it; trimmed where a gap or a bracket shows it."""
    a, b, c = step.a, step.b, step.c
    while 0 < c < len(now):
        between = form.words[now[c - 1].end : now[c].at]
        if _SIGN.search(between):
            apart = not any(span.holds(now[c - 1].span) and span.holds(now[c].span) for span in form.spans)
            return Done.SPLICED if not apart and _ELLIPSIS.search(between) else Done.TRIMMED
        if a <= 0 or was[a - 1].word != was[b - 1].word:
            break
        a, b, c = a - 1, b - 1, c - 1
    return Done.SPLICED if step.b - step.a >= SPLICED_WORDS else Done.ALTERED


def _stands(words: list[str], elsewhere: Sequence[Sequence[str]]) -> bool:
    joined = " ".join(words)
    return any(f" {joined} " in f" {' '.join(each)} " for each in elsewhere)

"""Whether two sayings are the same words: aligned word by word, and decided by what they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz.distance import LCSseq

from sayso.coverage.spread.held import Compared
from sayso.coverage.spread.quoted import Quoted, same_speaker
from sayso.coverage.spread.words import bits
from sayso.records.span import Span


@dataclass(frozen=True, slots=True)
class Limits:
    """What must be shared, in bits (`told`) and as a share of what the shorter tells (`cover`), for words to be the same.

    Set by hand on the dev half of `evals/spread_gold.jsonl` and swept one at a time (`python -m evals.spread --sweep`, each by
    0.75 and 1.3): none moves B-cubed F1 there by more than 0.2, nor ARI by more than 2. The dev half does not reach
    `other_told`, `other_cover`, the limits of parts, of few words (`short_…`) and of one place at all: those rest on judgement
    and on the tests alone."""

    same_told: float = 8.0
    same_cover: float = 0.6
    open_told: float = 32.0
    open_near_told: float = 15.0
    open_cover: float = 0.6
    other_told: float = 48.0
    other_near_told: float = 34.0
    other_cover: float = 0.75
    part_told: float = 34.0
    part_cover: float = 0.35
    """One speaker, a long run word by word: parts of one speech that overlap."""
    stems_told: float = 36.0
    stems_cover: float = 0.55
    """One speaker, the words that carry meaning, in whatever order: told indirectly."""
    stems_days: int = 4
    near_days: int = 3
    """Days up to which less is asked for, where the speaker is open or another one is given."""
    short_days: int = 14
    """Days between which few words (below `short_told`) of one speaker are taken for one utterance."""
    short_told: float = 24.0
    by_writer: float = 12.0
    """Bits asked for beyond these for what is told in the writer's words, once for each of the two: those of a subject are the
    same everywhere."""
    long_told: float = 70.0
    long_cover: float = 0.4
    """So much is the same words whoever speaks, also where each has a part of its own."""
    place_told: float = 10.0
    """One within the other at the same place of one article: words quoted by somebody who is quoted."""


Saying: TypeAlias = Quoted | Compared
"""One to be compared; two that are must both be of one kind."""

LIMITS = Limits()
TOLD, WITHIN = "told indirectly", "one within the other"
NESTED = 0.5
"""What the strength of that rule is worth: who quotes the quoted has its words by its place, other articles by what they
share."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two sayings share. `run` is what their longest common run tells, `told` all of them together, both less what the
    freedom of a run costs; `covered` is all bits of the runs and `cover` the share of that in what the shorter one tells;
    `stems` and `stems_cover` are the same of words with meaning, in any order, 0 where no rule asks."""

    told: float
    run: float
    cover: float
    covered: float
    stems: float
    stems_cover: float
    speaker: bool | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the words are the same, by which rule, and how strongly, 0 to 1, to choose among families."""

    same: bool
    rule: str
    strength: float
    shared: Shared


def shared(a: Saying, b: Saying) -> Shared:
    """What two sayings share."""
    runs = matched(a, b)
    speaker = same_speaker(a.speaker, b.speaker)
    common, least = 0.0, 0.0
    if speaker and a.told_by_writer + b.told_by_writer > 0:
        mine, theirs = set(a.stems), set(b.stems)
        common = sum(bits(each) for each in mine & theirs)
        least = min(sum(map(bits, mine)), sum(map(bits, theirs)))
    return Shared(
        told=runs.told,
        run=runs.longest,
        cover=min(runs.covered / max(min(a.told, b.told), 1.0), 1.0),
        covered=runs.covered,
        stems=common,
        stems_cover=common / least if least else 0.0,
        speaker=speaker,
        days=None if a.day is None or b.day is None else abs(a.day - b.day),
    )


LEAST_RUN = 8.0
"""What a common run must tell to count: a lone *the* or *of a* that happens to stand in both in order is no evidence."""
NEW_RUN = 10.0
"""Bits taken off what a common run tells for the freedom of where it stands: two or three words that always go together
(*background checks*) are alike in many sayings."""
NEXT_RUN = 3.0
"""The same for a run that goes on where the last one left off, at most `SLIP` words later in both."""
SLIP = 3


@dataclass(frozen=True, slots=True)
class Runs:
    """Common runs of words: what they tell together and the longest of them alone, less what their freedom costs; and
    `covered`, all their bits."""

    told: float
    longest: float
    covered: float


def matched(a: Saying, b: Saying) -> Runs:
    """The common runs of two sayings by their longest common subsequence of words."""
    told = longest = covered = 0.0
    last: tuple[int, int] | None = None
    for op in LCSseq.opcodes(a.words, b.words):
        if op.tag != "equal":
            continue
        here = sum(map(min, a.weights[op.src_start : op.src_end], b.weights[op.dest_start : op.dest_end]))
        if here < LEAST_RUN:
            continue
        near = last is not None and op.src_start - last[0] <= SLIP and op.dest_start - last[1] <= SLIP
        net = max(here - (NEXT_RUN if near else NEW_RUN), 0.0)
        told, longest, covered = told + net, max(longest, net), covered + here
        last = op.src_end, op.dest_end
    return Runs(told, longest, covered)


def judge(a: Saying, b: Saying, limits: Limits = LIMITS) -> Verdict:
    """Whether two sayings are the same words."""
    found = shared(a, b)
    rule = _rule(a, b, found, limits)
    strength = max(found.cover, found.stems_cover if rule == TOLD else 0.0) * (NESTED if rule == WITHIN else 1.0)
    return Verdict(rule is not None, rule or "", round(min(strength, 1.0), 4), found)


def _rule(a: Saying, b: Saying, it: Shared, limits: Limits) -> str | None:
    more = limits.by_writer * (a.told_by_writer + b.told_by_writer)
    told = it.told - more
    if it.told >= limits.place_told and _nested(a, b):
        return WITHIN
    if told >= limits.long_told and it.cover >= limits.long_cover:
        return "a long run of words"
    if it.speaker is True:
        soon = it.days is None or it.days <= limits.short_days
        if told >= limits.same_told and it.cover >= limits.same_cover and (soon or told >= limits.short_told):
            return "one speaker, the same words"
        if it.run - more >= limits.part_told and it.cover >= limits.part_cover:
            return "one speaker, a long run of words"
        if (
            a.told_by_writer + b.told_by_writer > 0
            and (it.days is None or it.days <= limits.stems_days)
            and it.stems >= limits.stems_told
            and it.stems_cover >= limits.stems_cover
        ):
            return TOLD
    near = it.days is None or it.days <= limits.near_days
    open_told = limits.open_near_told if near else limits.open_told
    other_told = limits.other_near_told if near else limits.other_told
    if it.speaker is None and it.cover >= limits.open_cover and told >= open_told:
        return "the same words, a speaker open"
    if it.speaker is False and it.cover >= limits.other_cover and told >= other_told:
        return "the same words, another speaker given"
    return None


def _nested(a: Saying, b: Saying) -> bool:
    return a.article == b.article and (_within(a.spans, b.spans) or _within(b.spans, a.spans))


def _within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    return all(any(span.holds(each) for span in outer) for each in inner)

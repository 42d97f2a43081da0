"""Whether two sayings are the same words: aligned word by word, and decided by what they share."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias, cast

from rapidfuzz.distance import LCSseq

from sayso.coverage.spread.around import share, weighed
from sayso.coverage.spread.held import Compared
from sayso.coverage.spread.limits import LIMITS, Limits
from sayso.coverage.spread.meaning import Meant, meant
from sayso.coverage.spread.quoted import Quoted, same_speaker
from sayso.coverage.spread.words import bits
from sayso.records.span import Span

Saying: TypeAlias = Quoted | Compared
"""One to be compared; two that are must both be of one kind."""

TOLD, WITHIN = "the same in other words", "one within the other"
NESTED = 0.5
"""What the strength of that rule is worth: who quotes the quoted has its words by its place, other articles by what they
share."""
BY_WRITER = 0.5
"""From this share on what is told counts as told by the writer."""


class Shared(NamedTuple):
    """What two sayings share. `run` is what their longest common run tells, `told` all of them together, both less what the
    freedom of a run costs; `covered` is all bits of the runs and `cover` the share of that in what the shorter one tells;
    `meant` is the same of words with meaning, in any order, `None` where no rule asks."""

    told: float
    run: float
    cover: float
    covered: float
    speaker: bool | None
    days: int | None
    meant: Meant | None = None


class Verdict(NamedTuple):
    """Whether the words are the same, by which rule, and how strongly, 0 to 1, to choose among families."""

    same: bool
    rule: str
    strength: float
    shared: Shared


def shared(a: Saying, b: Saying) -> Shared:
    """What two sayings share, but for what they mean."""
    runs = matched(a, b)
    return Shared(
        told=runs.told,
        run=runs.longest,
        cover=min(runs.covered / max(min(a.told, b.told), 1.0), 1.0),
        covered=runs.covered,
        speaker=same_speaker(a.speaker, b.speaker),
        days=days_between(a, b),
    )


LEAST_RUN = 8.0
"""What a common run must tell to count: a lone *the* or *of a* that happens to stand in both in order is no evidence."""
NEW_RUN = 10.0
"""Bits taken off what a common run tells for the freedom of where it stands: two or three words that always go together
(*background checks*) are alike in many sayings."""
NEXT_RUN = 3.0
"""The same for a run that goes on where the last one left off, at most `SLIP` words later in both."""
SLIP = 3


class Runs(NamedTuple):
    """Common runs of words: what they tell together and the longest of them alone, less what their freedom costs; and
    `covered`, all their bits."""

    told: float
    longest: float
    covered: float


def matched(a: Saying, b: Saying) -> Runs:
    """The common runs of two sayings by their longest common subsequence of words."""
    told = longest = covered = 0.0
    mine, theirs = a.weights, b.weights
    last: tuple[int, int] | None = None
    found = cast("list[tuple[str, int, int, int, int]]", LCSseq.opcodes(a.words, b.words).as_list())  # objects are slow
    for tag, start, end, there, upto in found:
        if tag != "equal":
            continue
        one = end - start == 1
        here = min(mine[start], theirs[there]) if one else sum(map(min, mine[start:end], theirs[there:upto]))
        if here < LEAST_RUN:
            continue
        near = last is not None and start - last[0] <= SLIP and there - last[1] <= SLIP
        net = max(here - (NEXT_RUN if near else NEW_RUN), 0.0)
        told, longest, covered = told + net, max(longest, net), covered + here
        last = end, upto
    return Runs(told, longest, covered)


def days_between(a: Saying, b: Saying) -> int | None:
    return None if a.day is None or b.day is None else abs(a.day - b.day)


def judge(a: Saying, b: Saying, limits: Limits = LIMITS) -> Verdict:
    """Whether two sayings are the same words."""
    found = shared(a, b)
    rule, strength = _by_words(a, b, found, limits), found.cover
    if rule is None and _may_mean(a, b, found.speaker, found.days, limits):
        found = found._replace(meant=meant(a, b, _asked(a, b, found, limits)))
        rule = _by_meaning(a, b, found, limits)
        strength = found.meant.cover if found.meant else 0.0
    return Verdict(
        rule is not None, rule or "", round(min(strength * (NESTED if rule == WITHIN else 1), 1.0), 4), found
    )


def _by_words(a: Saying, b: Saying, it: Shared, limits: Limits) -> str | None:
    more = limits.by_writer * (a.told_by_writer + b.told_by_writer)
    told = it.told - more
    if it.told >= limits.place_told and _nested(a, b):
        return WITHIN
    if told >= limits.long_told and it.cover >= limits.long_cover:
        return "a long run of words"
    if it.speaker is True:
        same = told >= limits.same_told and it.cover >= limits.same_cover
        soon = (it.days or 0) <= limits.short_days
        if same and (soon or (told >= limits.short_told and not _is_stock(a, b, it, limits))):
            return "one speaker, the same words"
        if it.run - more >= limits.part_told and it.cover >= limits.part_cover:
            return "one speaker, a long run of words"
        again = told >= limits.again_told and it.cover >= limits.again_cover and (it.days or 0) <= limits.meant_soon
        if again and _on_one_subject(a, b, it, limits):
            return "one speaker, runs of words"
        brief = it.run >= limits.soon_told and it.cover >= limits.soon_cover and (it.days or 0) <= limits.soon_days
        brief = brief and min(len(a.words), len(b.words)) >= CLAUSE
        if brief and _writers(a, b) == 1 and _on_one_subject(a, b, it, limits):
            return "one speaker, a short run told within a day"
    near = it.days is None or it.days <= limits.near_days
    alien = near and it.speaker is None and told < limits.open_told and not share(a.around.names, b.around.names)
    open_told, other_told = (
        (limits.open_near_told, limits.other_near_told) if near else (limits.open_told, limits.other_told)
    )
    open_same = it.speaker is None and it.cover >= limits.open_cover and told >= open_told and not alien
    if open_same and not _is_stock(a, b, it, limits):
        return "the same words, a speaker open"
    part = it.speaker is None and it.cover >= limits.open_part_cover and told >= limits.open_part_told
    if part and (it.days or 0) <= limits.open_part_days and _on_one_subject(a, b, it, limits):
        return "a part of the words, a speaker open"
    other = it.speaker is False and it.cover >= limits.other_cover and told >= other_told
    if other and not _is_stock(a, b, it, limits):
        return "the same words, another speaker given"
    return None


CLAUSE = 5
"""Words that a short saying has at least: fewer are mostly what a matter is called (*the harbour committee*)."""


def _is_stock(a: Saying, b: Saying, it: Shared, limits: Limits) -> bool:
    """Whether two have words in common that many say, and each goes on in its own way."""
    least = limits.stock_told_other if it.speaker is False else limits.stock_told
    if it.told >= least or a.told_by_writer + b.told_by_writer > 0:
        return False
    found = meant(a, b)
    return found.cover < limits.stock_cover and (it.speaker is True or found.other >= limits.stock_other)


LEAST_STEMS = 16.0
"""Bits of stems, two of them or more, that two must have in common for what they mean to be looked at, less what is their
articles' subject: on dev each of the 132 pairs that are the same in other words has so much (`evals/spread_gold.jsonl` and
`evals/scenes/families.json`), and to look costs ten times as much."""


def _may_mean(a: Saying, b: Saying, speaker: bool | None, days: int | None, limits: Limits) -> bool:
    """Whether it is worth looking at what two mean: not of what is long past, and of two mouths only where a writer tells."""
    apart, writers = days or 0, _writers(a, b)
    late = apart > (limits.meant_long if speaker else limits.open_part_days)
    if late and (writers or speaker is False):
        return False
    if writers == 2 and (speaker is not True or apart > limits.meant_soon):
        return False
    if speaker is False and not writers:
        return False
    common = a.both(b)
    if len(common) < 2:
        return False
    told = list(map(bits, common))
    least = LEAST_STEMS * (2 if late else 1)
    if sum(told) < least:
        return False
    around = a.around, b.around
    return sum(weighed(zip(common, told, strict=True), *around)) >= least


def _on_one_subject(a: Saying, b: Saying, it: Shared, limits: Limits) -> bool:
    """Whether what their articles name tells that they are on one subject."""
    return share(a.around.names, b.around.names) >= (limits.around if it.speaker else limits.around_open)


def _writers(a: Saying, b: Saying) -> int:
    """How many of the two a writer tells."""
    return (a.told_by_writer >= BY_WRITER) + (b.told_by_writer >= BY_WRITER)


def _asked(a: Saying, b: Saying, it: Shared, limits: Limits) -> float:
    """How many bits of what they mean two must have in common, times the share of the shorter one, where they are on one
    subject."""
    asked = {True: limits.meant_same, None: limits.meant_open, False: limits.meant_another}[it.speaker]
    if not _writers(a, b):
        asked += limits.meant_quoted + limits.meant_open_quoted * (it.speaker is None)
    return asked + limits.meant_late * ((it.days or 0) > limits.meant_soon) + limits.meant_many * (a.many != b.many)


def _by_meaning(a: Saying, b: Saying, it: Shared, limits: Limits) -> str | None:
    found = it.meant
    if found is None or found.cover < limits.meant_cover:
        return None
    is_part = found.cover >= limits.meant_whole and found.told >= limits.meant_part
    if found.other < (limits.meant_part_other if is_part else limits.meant_other):
        return None
    if it.speaker is False and (it.told < limits.other_near_told or found.other < limits.meant_another_other):
        return None
    beyond = found.told * found.cover - _asked(a, b, it, limits)
    if (it.days or 0) > (limits.meant_long if it.speaker else limits.open_part_days):
        again = found.told * found.cover >= limits.again_meant + limits.meant_apart * (2 - 2 * (it.speaker or 0))
        again = again and it.told >= limits.again_runs
        return TOLD if again and min(found.cover, found.other) >= limits.again_other else None
    apart = limits.meant_apart * (1 if it.speaker else 2)
    if beyond < 0 or (beyond < apart and not _on_one_subject(a, b, it, limits)):
        return None
    return TOLD


def _nested(a: Saying, b: Saying) -> bool:
    return a.article == b.article and (_within(a.spans, b.spans) or _within(b.spans, a.spans))


def _within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    return all(any(span.holds(each) for span in outer) for each in inner)

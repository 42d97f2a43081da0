"""The text cut at every boundary of a finding, so that overlapping and nested findings can be shown flat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sayso.records import Article, Attribution, Certainty, Reading, Span


class Role(StrEnum):
    """What a span does in its attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


class Mark(StrEnum):
    """What is marked besides: words that show how sure the text is, and expressions of time."""

    HEDGE = "hedge"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Part:
    """One span of one attribution: `index` is the attribution's place in the reading, from 0."""

    index: int
    role: Role
    span: Span
    number: int
    """Which of the role's spans it is, from 0."""


@dataclass(frozen=True, slots=True)
class Segment:
    """`text[start:end]`, over which the same parts and marks lie; the outermost (longest) part comes first."""

    start: int
    end: int
    parts: tuple[Part, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def ends(self) -> tuple[Part, ...]:
        """The parts that end where this segment ends, innermost first."""
        return tuple(part for part in reversed(self.parts) if part.span.end == self.end)

    @property
    def starts(self) -> tuple[Part, ...]:
        """The parts that start where this segment starts, outermost first."""
        return tuple(part for part in self.parts if part.span.start == self.start)


def parts(reading: Reading) -> list[Part]:
    """Every span of every attribution, in the order of the reading."""
    return [
        Part(index, role, span, number)
        for index, found in enumerate(reading.attributions)
        for role, spans in ((Role.SOURCE, found.source), (Role.CUE, found.cue), (Role.CONTENT, found.content))
        for number, span in enumerate(spans)
    ]


def marks(reading: Reading) -> dict[Mark, list[Span]]:
    """The words that show how sure the text is, and its expressions of time."""
    doubts = [hedge for hedge in reading.hedges if hedge.certainty is not Certainty.STATED]  # a plain *not* is none
    hedges = {span for hedge in doubts for span in hedge.spans}
    hedges.update(span for found in reading.attributions for span in found.hedges)
    return {Mark.HEDGE: sorted(hedges), Mark.TIME: [each.span for each in reading.times]}


def segments(reading: Reading, within: Sequence[Span]) -> list[list[Segment]]:
    """For each stretch of `within` (in order, not overlapping) its segments, which cover it without gaps."""
    opening: dict[int, list[Part]] = defaultdict(list)
    cuts: set[int] = set()
    marked: dict[int, list[tuple[int, Mark]]] = defaultdict(list)
    for mark, spans in marks(reading).items():
        for span in spans:
            marked[span.start].append((span.end, mark))
            cuts.update((span.start, span.end))
    for part in parts(reading):
        opening[part.span.start].append(part)
        cuts.update((part.span.start, part.span.end))
    for stretch in within:
        cuts.update((stretch.start, stretch.end))
    ordered = sorted(cuts)
    made: list[list[Segment]] = [[] for _ in within]
    active: list[Part] = []
    under: list[tuple[int, Mark]] = []
    at = 0
    for start, end in pairwise(ordered):
        active = [part for part in active if part.span.end > start]
        under = [each for each in under if each[0] > start] + marked.get(start, [])
        if start in opening:
            active.extend(opening[start])
            active.sort(key=_outermost_first)
        while at < len(within) and within[at].end <= start:
            at += 1
        if at < len(within) and within[at].start <= start:
            made[at].append(Segment(start, end, tuple(active), tuple(sorted({mark for _, mark in under}))))
    return made


def _outermost_first(part: Part) -> tuple[int, bool, int]:
    return -len(part.span), part.role is not Role.CONTENT, part.index


def words(article: Article, spans: Iterable[Span], gap: str = " … ") -> str:
    """The words of the spans as one string, `gap` where the text interrupts them."""
    return gap.join(span.of(article.text) for span in spans)


def depths(attributions: Sequence[Attribution]) -> list[int]:
    """How deep each attribution lies inside others: 0 for those that lie in none."""
    at = {found.id: index for index, found in enumerate(attributions)}
    known: list[int] = [-1] * len(attributions)
    for index in range(len(attributions)):
        chain: list[int] = []
        step: int | None = index
        while step is not None and known[step] < 0 and step not in chain:
            chain.append(step)
            outer = attributions[step].inside
            step = at.get(outer) if outer is not None else None
        depth = known[step] if step is not None and known[step] >= 0 else -1
        for each in reversed(chain):
            depth += 1
            known[each] = depth
    return known


def nested_order(attributions: Sequence[Attribution]) -> list[int]:
    """The places of the attributions, each followed at once by those inside it."""
    inner: dict[str, list[int]] = defaultdict(list)
    ids = {found.id for found in attributions}
    outer: list[int] = []
    for index, found in enumerate(attributions):
        if found.inside in ids and found.inside is not None and found.inside != found.id:
            inner[found.inside].append(index)
        else:
            outer.append(index)
    made: list[int] = []
    seen: set[int] = set()
    pending = list(reversed(outer))
    while pending:
        index = pending.pop()
        if index in seen:
            continue
        seen.add(index)
        made.append(index)
        pending.extend(reversed(inner[attributions[index].id]))
    return made + [index for index in range(len(attributions)) if index not in seen]

"""Which sentences to label: drawn by chance from strata, in an order that never changes.

Every sentence has a permanent random number made of the seed, its article and its place (Ohlsson 1995). In each stratum those
with the lowest numbers are labelled first, so that what is labelled up to the first that is not is a simple random sample of
the stratum: whenever a person stops, also when the archive has grown or the query has changed since, and of any outlet or month.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.attention import Count
from sayso.coverage.attention_sentences import Paper
from sayso.records.attention import By

Numbers = NDArray[np.uint64]


class Side(StrEnum):
    """What the query says of a sentence: it matches; another sentence of its article does; none does."""

    MATCHING = "matching"
    BESIDE = "beside"
    FAR = "far"


SIDES = (Side.MATCHING, Side.BESIDE, Side.FAR)
TURNS = (Side.FAR, Side.MATCHING, Side.FAR, Side.BESIDE)
"""Whose turn it is. Those far from any match are nearly all there is, so that what the query misses there weighs most."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """Some sentences: which papers (places in the count) and which of their sentences, by their random numbers, lowest first.
    `group` is the outlet or month where the strata are parted by it."""

    side: Side
    group: str | None
    paper: NDArray[np.int64]
    place: NDArray[np.int64]

    @property
    def name(self) -> str:
        return str(self.side) if self.group is None else f"{self.side}, {self.group}"

    def __len__(self) -> int:
        return len(self.paper)


def numbers(seed: int, paper: Paper) -> Numbers:
    """The random number of each sentence of an article."""
    head = f"{seed} {paper.id} "
    return np.array(
        [
            int.from_bytes(blake2b(f"{head}{start} {end}".encode(), digest_size=8).digest(), "big")
            for start, end in zip(paper.start.tolist(), paper.end.tolist(), strict=True)
        ],
        np.uint64,
    )


def strata(count: Count, seed: int, *, parted: By | None = None) -> list[Stratum]:
    """The strata of the sentences that count overall, empty ones left out; `parted` parts each by outlet or month too."""
    kept = np.flatnonzero(count.keep)
    papers = [count.papers[at] for at in kept]
    if not papers:
        return []
    lengths = [len(paper.start) for paper in papers]
    at = np.repeat(kept, lengths)
    place = np.concatenate([np.arange(length) for length in lengths])
    flags = np.concatenate([count.matched(paper) for paper in papers])
    near = np.repeat([bool(count.matched(paper).any()) for paper in papers], lengths)
    side = np.where(flags, 0, np.where(near, 1, 2))
    names = [_group(paper, parted) for paper in papers]
    ids = {name: number for number, name in enumerate(dict.fromkeys(names))}
    group = np.repeat([ids[name] for name in names], lengths)
    order = np.argsort(np.concatenate([numbers(seed, paper) for paper in papers]), kind="stable")
    at, place, side, group = at[order], place[order], side[order], group[order]
    made = []
    for name, number in sorted(ids.items(), key=lambda each: each[0] or ""):
        for which, what in enumerate(SIDES):
            mine = (side == which) & (group == number)
            if mine.any():
                made.append(Stratum(what, name, at[mine], place[mine]))
    return made


def _group(paper: Paper, parted: By | None) -> str | None:
    match parted:
        case None:
            return None
        case By.OUTLET:
            return paper.outlet or "(no outlet)"
        case By.MONTH:
            return paper.month or "(no date)"
        case By.DAY:
            return paper.published.isoformat() if paper.published else "(no date)"


def queue(count: Count, parts: Sequence[Stratum], done: Iterable[tuple[str, int, int]]) -> Iterator[tuple[Paper, int]]:
    """The sentences to ask for, the next one first: strata take turns, those that are `done` (article, start, end) left out."""
    had = set(done)
    waiting: dict[Side, list[Iterator[tuple[Paper, int]]]] = {side: [] for side in SIDES}
    for part in parts:
        waiting[part.side].append(_undone(count, part, had))
    turn = len(had) % len(TURNS)  # whoever goes on, goes on with the stratum whose turn it was
    order = (*TURNS[turn:], *TURNS[:turn])
    while any(waiting.values()):
        for side in order:
            mine = waiting[side]
            while mine:
                first = mine.pop(0)  # groups of one side take turns as well
                found = next(first, None)
                if found is not None:
                    mine.append(first)
                    yield found
                    break


def _undone(count: Count, part: Stratum, had: set[tuple[str, int, int]]) -> Iterator[tuple[Paper, int]]:
    for at, place in zip(part.paper.tolist(), part.place.tolist(), strict=True):
        paper = count.papers[at]
        if (paper.id, int(paper.start[place]), int(paper.end[place])) not in had:
            yield paper, place


def drawn(
    count: Count, part: Stratum, labelled: dict[tuple[str, int, int], float | None]
) -> list[tuple[int, int, float]]:
    """The labels of a stratum that are a sample of it: paper, sentence and label (0 to 1) of each up to the first that nobody has
    seen; those that were passed over (`None`) are left out, as if they were like the others."""
    made: list[tuple[int, int, float]] = []
    for at, place in zip(part.paper.tolist(), part.place.tolist(), strict=True):
        paper = count.papers[at]
        key = (paper.id, int(paper.start[place]), int(paper.end[place]))
        if key not in labelled:
            break
        label = labelled[key]
        if label is not None:
            made.append((at, place, label))
    return made

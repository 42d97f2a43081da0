"""Articles with one text: wire copy under many mastheads, late editions, the same page under two addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np

from sayso.coverage.spread.minhash import SIZE, Keys, candidates, shingles, signature
from sayso.coverage.spread.words import words_of
from sayso.records.spread import CopyGroup

SHINGLE = 5
"""Words in a row that make one element of an article's set."""
SHARED = 0.6
"""Share of the shorter text's shingles that both must have. Chosen by hand: a copy that was cut or given a new paragraph keeps
more, two reports of one event share their quotations and rarely a fifth (`python -m evals.spread --copies` shows the gap)."""
SHORTEST = 40
"""Words below which a text is no article that could be told from another."""
LENGTHS = 4.0
"""How many times as long one text may be as the other: a quotation that is a whole page elsewhere is no copy."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text with what puts it in order."""

    article: str
    words: str
    published: date | datetime | None = None


def copies(texts: Iterable[Text]) -> tuple[CopyGroup, ...]:
    """Groups of near-duplicate articles, in order of publication of their first.

    MinHash finds pairs, shared shingles decide. Every other of a group is a copy of its first itself, so that a chain of
    changes never joins two texts that share little.
    """
    ordered = sorted(texts, key=lambda text: (*moment(text.published), text.article))
    sets: list[Keys] = []
    kept: list[Text] = []
    for text in ordered:
        words = words_of(text.words)
        if len(words) >= SHORTEST:
            sets.append(shingles(words, SHINGLE))
            kept.append(text)
    if not kept:
        return ()
    signatures = np.stack([signature(each) for each in sets]).reshape(len(sets), SIZE)
    near: dict[int, set[int]] = {}
    for i, j in candidates(signatures):
        near.setdefault(i, set()).add(j)
        near.setdefault(j, set()).add(i)
    return tuple(_groups(kept, sets, near))


def first_of(groups: Iterable[CopyGroup]) -> dict[str, str]:
    """For each article that is a copy the one that it is a copy of."""
    return {other: group.first for group in groups for other in group.others}


def shared(a: Keys, b: Keys) -> float:
    """Share of the smaller set that both have, 0 where one is more than `LENGTHS` times the other."""
    small, large = sorted((len(a), len(b)))
    if not small or large > LENGTHS * small:
        return 0.0
    return len(np.intersect1d(a, b, assume_unique=True)) / small


def moment(when: date | datetime | None) -> tuple[bool, str]:
    """Sorts by time, what has none last. A day without an hour comes before its hours; a moment with a zone counts in UTC."""
    if isinstance(when, datetime) and when.tzinfo is not None:
        when = when.astimezone(UTC).replace(tzinfo=None)
    return when is None, "" if when is None else when.isoformat()


def _groups(texts: list[Text], sets: list[Keys], near: dict[int, set[int]]) -> Iterable[CopyGroup]:
    taken: set[int] = set()
    for first in sorted(near):
        if first in taken:
            continue
        reached, edge = {first: 1.0}, [first]
        while edge:
            for other in sorted(near[edge.pop()]):
                if other not in reached and other not in taken and other > first:
                    share = shared(sets[first], sets[other])
                    if share >= SHARED:
                        reached[other] = share
                        edge.append(other)
        others = sorted(reached.keys() - {first})
        if others:
            taken.update(others)
            yield CopyGroup(
                texts[first].article,
                tuple(texts[other].article for other in others),
                tuple(round(reached[other], 3) for other in others),
            )

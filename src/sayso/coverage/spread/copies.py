"""Articles with one text: wire copy under many mastheads, late editions, the same page under two addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.shingles import Keys, runs
from sayso.coverage.spread.words import numbers_of
from sayso.records.spread import CopyGroup

SHINGLE = 5
"""Words in a row that make one element of an article's set."""
SHARED = 0.6
"""Share of the shorter text's shingles that both must have. Chosen by hand. With the two rules below it makes 12 pairs in
`coverage/`, by titles and shares 9 copies, 2 reports brought up to date and a reprinted opinion piece; without them 74, most of
them pages of one outlet with one gallery."""
SHARED_AT_HOME = 0.8
OPENING = 100
"""Within one outlet, whose pages have furniture in common (a gallery's captions can be four fifths of a page), more must be
shared, and half of the first hundred words too: a late edition keeps its opening."""
DAYS = 3
"""Days within which a text is reprinted; what has so much in common after months is furniture."""
SHORTEST = 40
"""Words below which a text is no article that could be told from another."""
LENGTHS = 4.0
"""How many times as long one text may be as the other: a quotation that is a whole page elsewhere is no copy."""
SAMPLED = np.uint64(4)
"""One shingle in so many, told by its number, is looked up in all other texts."""
SEEMS = 0.3
"""Share of the sampled shingles of the shorter text that both must have for two texts to be compared: half of `SHARED`, so that
what is sampled may be a little unlucky."""
NEIGHBOURS = 8
"""With how many of those that come next among the texts of a shingle each is paired: what keeps the pairs linear in the texts."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text with what puts it in order."""

    article: str
    words: str
    published: date | datetime | None = None
    outlet: str | None = None


def copies(
    texts: Iterable[Text], again: Callable[[list[str]], Iterable[tuple[str, str]]] | None = None
) -> tuple[CopyGroup, ...]:
    """Groups of near-duplicate articles, in order of publication of their first.

    Sampled shingles find pairs, all shingles decide. Every other of a group is a copy of its first itself, so that a chain of
    changes never joins two texts that share little. `again` gives ids and words of some articles once more, so that not all have
    to be held; without it they are.
    """
    held: list[Text] = []
    some: list[Keys] = []
    for text in texts:
        numbers = np.array(numbers_of(text.words), np.uint64)
        if len(numbers) >= SHORTEST:
            every = runs(numbers, SHINGLE)
            some.append(np.unique(every[every % SAMPLED == 0]))
            held.append(replace(text, words="") if again else text)
    pairs = _pairs(some)
    kept = sorted(
        (held[at] for at in np.unique(pairs).tolist()), key=lambda text: (*moment(text.published), text.article)
    )
    place = {text.article: at for at, text in enumerate(kept)}
    words = dict(again(list(place)) if again else ((text.article, text.words) for text in kept))
    numbered = [np.array(numbers_of(words[text.article]), np.uint64) for text in kept]
    sets = [np.unique(runs(numbers, SHINGLE)) for numbers in numbered]
    openings = [np.unique(runs(numbers[:OPENING], SHINGLE)) for numbers in numbered]
    near: dict[int, set[int]] = {}
    for one, other in pairs.tolist():
        i, j = place[held[one].article], place[held[other].article]
        near.setdefault(i, set()).add(j)
        near.setdefault(j, set()).add(i)
    return tuple(_groups(kept, sets, openings, near))


def _pairs(some: Sequence[Keys]) -> NDArray[np.int64]:
    """Places of texts, two by two, that have `SEEMS` of their sampled shingles in common."""
    every = np.sort(np.concatenate([np.zeros(0, np.uint64), *some]))
    twice = np.unique(every[1:][every[1:] == every[:-1]])
    del every
    if not len(twice):
        return np.zeros((0, 2), np.int64)
    common = [keys[twice[np.minimum(np.searchsorted(twice, keys), len(twice) - 1)] == keys] for keys in some]
    owners = np.repeat(np.arange(len(some)), [len(keys) for keys in common])
    keys = np.concatenate(common)
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    met = []
    for step in range(1, min(NEIGHBOURS, len(keys) - 1) + 1):
        equal = keys[:-step] == keys[step:]
        met.append(owners[:-step][equal] * len(some) + owners[step:][equal])
    codes, shared = np.unique(np.concatenate(met), return_counts=True)
    found = np.stack([codes // len(some), codes % len(some)], axis=1)
    sizes = np.array([len(keys) for keys in some])[found].min(axis=1)
    alike: NDArray[np.int64] = found[shared >= SEEMS * sizes]
    return alike


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


def _groups(
    texts: list[Text], sets: list[Keys], openings: list[Keys], near: dict[int, set[int]]
) -> Iterable[CopyGroup]:
    taken: set[int] = set()
    for first in sorted(near):
        if first in taken:
            continue
        reached, edge = {first: 1.0}, [first]
        while edge:
            for other in sorted(near[edge.pop()]):
                if other not in reached and other not in taken and other > first:
                    share = shared(sets[first], sets[other])
                    at_home = texts[first].outlet is not None and texts[first].outlet == texts[other].outlet
                    least = SHARED_AT_HOME if at_home else SHARED
                    if share < least or not _soon(texts[first], texts[other]):
                        continue
                    if not at_home or shared(openings[first], openings[other]) >= 0.5:
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


def _soon(a: Text, b: Text) -> bool:
    """Whether their dates, where both have one, are at most `DAYS` apart."""
    return a.published is None or b.published is None or abs(a.published.toordinal() - b.published.toordinal()) <= DAYS

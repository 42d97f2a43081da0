"""Which sayings are worth comparing: those that have a telling run of words in common, found by sorting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.held import Held, Ints
from sayso.coverage.spread.quoted import Quoted
from sayso.coverage.spread.shingles import Keys, mixed
from sayso.coverage.spread.words import number

Owners = NDArray[np.int32]

REACH = 6
"""With how many of those that come next in a bucket each saying is compared: what keeps the comparisons linear. One family in a
bucket of stock words is still found by its other words."""
RUN_BITS = 20.0
"""What a run of three words must tell to be a key by itself: *one of the* (13) does not, *essential to his* (19) neither, *relied
upon to* does."""
PAIR_BITS = 13.0
"""What two words in a row must tell to be a key together with a speaker's name."""
STEMS_APART = 3
"""How far apart two words with meaning may stand to be a key together, whichever comes first: with a speaker's name, or where
both tell `STEMS_BITS`."""
STEMS_BITS = 24.0
"""What two words with meaning must tell to be a key whoever speaks: *orchard* and *spillway* do, *people* and *money* do not."""
THREE_BITS = 25.0
"""What three of them in a row must tell, in any order: *search*, *bag* and *order* do."""
PASSING = 60
"""Days between which two sayings are compared that have only words with meaning in common: what is told in other words is told
soon."""

CHUNK = 100_000
"""Sayings whose keys are made at once."""
PARTS = 16
"""Parts in which keys are sorted: what the first four bits of a number tell apart."""

_PAIR, _STEMS, _WHOLE = np.uint64(0x5A17), np.uint64(0x57E3), np.uint64(0x3401E)
_RARE, _THREE = np.uint64(0x4A4E), np.uint64(0x73EE)


def pairs(sayings: Held | Sequence[Quoted], reach: int = REACH) -> Ints:
    """Pairs of places (i < j) in order of publication, each once, sorted; at most `reach` for each key of each saying, so linear
    in the words."""
    held = sayings if isinstance(sayings, Held) else Held(sayings)
    days = held.days
    found = [np.zeros(0, np.int64)]
    for some, near, most in (
        (_runs(held), reach, None),
        (_stems(held), reach, PASSING),
        (_rare(held), reach // 2, PASSING),
    ):
        for keys, owners in _parted(some):
            found += _met(keys, owners, near, len(held), None if most is None else (days, most))
    codes = np.unique(np.concatenate(found))
    return np.stack([codes // max(len(held), 1), codes % max(len(held), 1)], axis=1)


def _met(keys: Keys, owners: Owners, reach: int, size: int, soon: tuple[Ints, int] | None) -> list[Ints]:
    """The pairs as numbers that some keys make, those within so many days."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    once = np.ones(len(keys), bool)
    once[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    keys, owners = keys[once], owners[once].astype(np.int64)
    met = []
    for step in range(1, min(reach, len(keys) - 1) + 1):
        equal = keys[:-step] == keys[step:]
        first, second = owners[:-step][equal], owners[step:][equal]
        if soon is not None:
            days, most = soon
            near = np.abs(days[first] - days[second]) <= most
            first, second = first[near | (days[second] < 0)], second[near | (days[second] < 0)]
        met.append(first * size + second)
    return [np.unique(np.concatenate(met))] if met else []


def _parted(some: Iterable[tuple[Keys, Owners]]) -> Iterator[tuple[Keys, Owners]]:
    """The same in parts, each with all keys that are equal: what is sorted at once is a small part of an archive's."""
    parts: list[list[tuple[Keys, Owners]]] = [[] for _ in range(PARTS)]
    for keys, owners in some:
        part = keys >> np.uint64(60)
        for place, mine in enumerate(parts):
            mine.append((keys[part == place], owners[part == place]))
    while parts:
        mine = parts.pop()
        if mine:
            yield np.concatenate([each[0] for each in mine]), np.concatenate([each[1] for each in mine])


def _runs(held: Held) -> Iterator[tuple[Keys, Owners]]:
    """Every key of words in a row, with the place of the saying that has it."""

    def owned(keys: Keys, of: Ints) -> tuple[Keys, Owners]:
        return keys, held.places[of]

    for first in range(0, len(held), CHUNK):
        last = min(first + CHUNK, len(held))
        ids, owners = held.words.some(first, last)
        words, told = held.numbers[ids], held.tells[ids]
        three = _together(words, owners, told, 3)
        yield owned(three[0][three[2] >= RUN_BITS], three[1][three[2] >= RUN_BITS])
        two = _together(words, owners, told, 2)
        telling = (two[2] >= PAIR_BITS) & (held.last_names[two[1]] != 0)
        yield owned(mixed(two[0][telling] ^ held.last_names[two[1][telling]] ^ _PAIR), two[1][telling])
        lengths = np.diff(np.frombuffer(held.words.ends, np.int64)[first : last + 1])
        short = first + np.flatnonzero(lengths < 3)
        whole = [number(" ".join(held.words_at(at))) for at in held.places[short].tolist()]
        yield owned(mixed(np.array(whole, np.uint64) ^ _WHOLE), short)


def _stems(held: Held) -> Iterator[tuple[Keys, Owners]]:
    """Every key of two words with meaning that stand near each other and of who speaks, with the place of the saying that has
    it."""
    for both, owners, _ in _near(held):
        names = held.last_names[owners]
        named = names != 0
        yield mixed(both[named] + names[named] + _STEMS), held.places[owners[named]]


def _rare(held: Held) -> Iterator[tuple[Keys, Owners]]:
    """The same of rare ones, and of three in a row in any order, whoever speaks."""
    for both, owners, told in _near(held):
        rare = told >= STEMS_BITS
        yield mixed(both[rare] ^ _RARE), held.places[owners[rare]]
    for first in range(0, len(held), CHUNK):
        ids, owners = held.stems.some(first, min(first + CHUNK, len(held)))
        if len(ids) < 3:
            continue
        stems, told = mixed(held.numbers[ids]), held.tells[ids]
        within = (owners[:-2] == owners[2:]) & (stems[:-2] != stems[1:-1]) & (stems[1:-1] != stems[2:])
        within &= (stems[:-2] != stems[2:]) & (told[:-2] + told[1:-1] + told[2:] >= THREE_BITS)
        keys = stems[:-2] + stems[1:-1] + stems[2:]
        yield mixed(keys[within] ^ _THREE), held.places[owners[2:][within]]


def _near(held: Held) -> Iterator[tuple[Keys, Ints, NDArray[np.float64]]]:
    """For two different words with meaning at most `STEMS_APART` apart their key, the saying and their bits."""
    for first in range(0, len(held), CHUNK):
        ids, owners = held.stems.some(first, min(first + CHUNK, len(held)))
        stems, told = held.numbers[ids], held.tells[ids]
        for apart in range(1, min(STEMS_APART, max(len(stems) - 1, 0)) + 1):
            within = (owners[:-apart] == owners[apart:]) & (stems[:-apart] != stems[apart:])
            low, high = np.minimum(stems[:-apart], stems[apart:]), np.maximum(stems[:-apart], stems[apart:])
            yield (mixed(low) + high)[within], owners[apart:][within], (told[:-apart] + told[apart:])[within]


def _together(
    words: Keys, owners: Ints, told: NDArray[np.float64], size: int
) -> tuple[Keys, Ints, NDArray[np.float64]]:
    """For each run of `size` words within one saying its key, the saying and its bits."""
    length = max(len(words) - size + 1, 0)
    keys, sums = np.zeros(length, np.uint64), np.zeros(length)
    for at in range(size):
        keys = mixed(keys ^ words[at : at + length])
        sums += told[at : at + length]
    inside = owners[:length] == owners[size - 1 : size - 1 + length]
    return keys[inside], owners[:length][inside], sums[inside]

"""Which sayings are worth comparing: those that have a telling run of words in common, found by sorting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
"""How far apart two words with meaning may stand to be a key together with a speaker's name, whichever comes first."""

CHUNK = 100_000
"""Sayings whose keys are made at once."""
SORTED_AT_ONCE = 5_000_000

_PAIR, _STEMS, _WHOLE = np.uint64(0x5A17), np.uint64(0x57E3), np.uint64(0x3401E)


def pairs(sayings: Held | Sequence[Quoted], reach: int = REACH) -> Ints:
    """Pairs of places (i < j) in order of publication, each once, sorted; at most `reach` for each key of each saying, so linear
    in the words."""
    held = sayings if isinstance(sayings, Held) else Held(sayings)
    found = [np.zeros(0, np.int64)]
    for keys, owners in _parted(*_keys(held)):
        order = np.lexsort((owners, keys))
        keys, owners = keys[order], owners[order]
        once = np.ones(len(keys), bool)
        once[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
        keys, owners = keys[once], owners[once]
        met = []
        for step in range(1, min(reach, len(keys) - 1) + 1):
            equal = keys[:-step] == keys[step:]
            met.append(owners[:-step][equal].astype(np.int64) * len(held) + owners[step:][equal])
        found += [np.unique(np.concatenate(met))] if met else []
    codes = np.unique(np.concatenate(found))
    return np.stack([codes // max(len(held), 1), codes % max(len(held), 1)], axis=1)


def _parted(keys: Keys, owners: Owners) -> Iterator[tuple[Keys, Owners]]:
    """The keys in parts, each with all that are equal: what is sorted at once is a small part of an archive's."""
    if len(keys) < SORTED_AT_ONCE:
        yield keys, owners
        return
    part = (keys >> np.uint64(60)).astype(np.uint8)
    for which in range(16):
        mine = part == which
        yield keys[mine], owners[mine]


def _keys(held: Held) -> tuple[Keys, Owners]:
    """Every key with the place of the saying that has it."""
    out: list[Keys] = [np.zeros(0, np.uint64)]
    whose: list[Owners] = [np.zeros(0, np.int32)]

    def add(keys: Keys, of: Ints) -> None:
        out.append(keys)
        whose.append(held.places[of])

    for first in range(0, len(held), CHUNK):
        last = min(first + CHUNK, len(held))
        ids, owners = held.words.some(first, last)
        words, told = held.numbers[ids], held.tells[ids]
        three = _together(words, owners, told, 3)
        add(three[0][three[2] >= RUN_BITS], three[1][three[2] >= RUN_BITS])
        two = _together(words, owners, told, 2)
        telling = (two[2] >= PAIR_BITS) & (held.last_names[two[1]] != 0)
        add(mixed(two[0][telling] ^ held.last_names[two[1][telling]] ^ _PAIR), two[1][telling])
        ids, owners = held.stems.some(first, last)
        stems = held.numbers[ids]
        for apart in range(1, STEMS_APART + 1):
            if len(stems) > apart:
                near = (owners[:-apart] == owners[apart:]) & (held.last_names[owners[apart:]] != 0)
                of = owners[apart:][near]
                low = np.minimum(stems[:-apart][near], stems[apart:][near])
                high = np.maximum(stems[:-apart][near], stems[apart:][near])
                add(mixed(mixed(low) + high + held.last_names[of] + _STEMS), of)
        lengths = np.diff(np.frombuffer(held.words.ends, np.int64)[first : last + 1])
        short = first + np.flatnonzero(lengths < 3)
        whole = [number(" ".join(held.words_at(at))) for at in held.places[short].tolist()]
        add(mixed(np.array(whole, np.uint64) ^ _WHOLE), short)
    return np.concatenate(out), np.concatenate(whose)


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

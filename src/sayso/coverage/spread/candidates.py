"""Which sayings are worth comparing: those that have a telling run of words in common, found by sorting."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.quoted import Quoted
from sayso.coverage.spread.shingles import Keys, mixed
from sayso.coverage.spread.words import bits, number

Ints = NDArray[np.int64]

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

_PAIR, _STEMS, _WHOLE = np.uint64(0x5A17), np.uint64(0x57E3), np.uint64(0x3401E)


def pairs(all_quoted: Sequence[Quoted], reach: int = REACH) -> Ints:
    """Pairs of places (i < j), each once, sorted; at most `reach` for each key of each saying, so linear in the words."""
    keys, owners = _keys(all_quoted)
    if not len(keys):
        return np.zeros((0, 2), np.int64)
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    once = np.ones(len(keys), bool)
    once[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    keys, owners = keys[once], owners[once]
    found = []
    for step in range(1, min(reach, len(keys) - 1) + 1):
        equal = keys[:-step] == keys[step:]
        found.append(owners[:-step][equal] * np.int64(len(all_quoted)) + owners[step:][equal])
    codes = np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)
    return np.stack([codes // len(all_quoted), codes % len(all_quoted)], axis=1)


def _keys(all_quoted: Sequence[Quoted]) -> tuple[Keys, Ints]:
    """Every key with the saying that has it."""
    words, owners, told = _flat([each.words for each in all_quoted])
    stems, stem_owners, _ = _flat([each.stems for each in all_quoted])
    speakers = np.array([number(each.speaker[-1]) if each.speaker else 0 for each in all_quoted], np.uint64)
    named = speakers != 0
    out: list[Keys] = []
    whose: list[Ints] = []

    def add(keys: Keys, of: Ints) -> None:
        out.append(keys)
        whose.append(of)

    three = _together(words, owners, told, 3)
    add(three[0][three[2] >= RUN_BITS], three[1][three[2] >= RUN_BITS])
    two = _together(words, owners, told, 2)
    telling = (two[2] >= PAIR_BITS) & named[two[1]]
    add(mixed(two[0][telling] ^ speakers[two[1][telling]] ^ _PAIR), two[1][telling])
    for apart in range(1, STEMS_APART + 1):
        if len(stems) > apart:
            near = (stem_owners[:-apart] == stem_owners[apart:]) & named[stem_owners[apart:]]
            of = stem_owners[apart:][near]
            low = np.minimum(stems[:-apart][near], stems[apart:][near])
            high = np.maximum(stems[:-apart][near], stems[apart:][near])
            add(mixed(mixed(low) + high + speakers[of] + _STEMS), of)
    short = np.array([i for i, each in enumerate(all_quoted) if len(each.words) < 3], np.int64)
    whole = [number(" ".join(all_quoted[i].words)) for i in short]
    add(mixed(np.array(whole, np.uint64) ^ _WHOLE), short)
    return np.concatenate(out), np.concatenate(whose)


def _flat(lists: Sequence[Sequence[str]]) -> tuple[Keys, Ints, NDArray[np.float64]]:
    """All words one after the other as numbers, the list that each comes from, and its bits."""
    lengths = np.fromiter((len(each) for each in lists), np.int64, len(lists))
    count = int(lengths.sum())
    words = np.fromiter((number(word) for each in lists for word in each), np.uint64, count)
    told = np.fromiter((bits(word) for each in lists for word in each), np.float64, count)
    return words, np.repeat(np.arange(len(lists), dtype=np.int64), lengths), told


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

"""Runs of words as numbers, by which texts are told alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.words import number

Keys = NDArray[np.uint64]

_MIX = np.uint64(0x9E3779B97F4A7C15)


def shingles(words: Sequence[str], size: int) -> Keys:
    """The different runs of `size` words as numbers; one number for all words where there are fewer."""
    each = np.fromiter((number(word) for word in words), np.uint64, len(words))
    return np.unique(runs(each, min(size, max(len(words), 1))))


def runs(numbers: Keys, size: int) -> Keys:
    """A number for each run of `size` numbers, in order."""
    length = max(len(numbers) - size + 1, 0)
    out = np.zeros(length, np.uint64)
    for at in range(size):
        out = mixed(out ^ numbers[at : at + length])
    return out


def mixed(keys: Keys) -> Keys:
    """The keys stirred so that every bit depends on every other (the steps of splitmix64)."""
    keys = keys * _MIX
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))

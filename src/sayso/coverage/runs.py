"""Runs of words by which a text is known again, each with the first article that had it: twelve bytes a run, however many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.shingles import Keys, shingles
from sayso.coverage.terms import LONGEST, WORD, fold

RUN = 8
"""Words in a row by which copies are known."""
EVERY = np.uint64(4)
"""One run in so many is kept: which ones is told by the run itself, so that two texts keep the same."""
FRESH = 200_000
"""Runs that are gathered before they are put in order with the others."""


def marks(text: str) -> Keys:
    """The runs of a text that are kept, as numbers, in order of number."""
    words = [fold(word) for word in WORD.findall(text[:LONGEST])]
    if len(words) < RUN:
        return np.zeros(0, np.uint64)
    every = shingles(words, RUN)
    kept: Keys = every[every % EVERY == 0]
    return kept


class Runs:
    """Which article had a run first."""

    def __init__(self, fresh: int = FRESH) -> None:
        self._most = fresh
        self._keys: Keys = np.zeros(0, np.uint64)
        self._owners: NDArray[np.int32] = np.zeros(0, np.int32)
        self._fresh: dict[int, int] = {}

    def add(self, keys: Keys, article: int) -> None:
        """The runs of an article; those that one had before stay that one's."""
        for key in keys[self._owners_of(keys) < 0].tolist():
            self._fresh.setdefault(key, article)
        if len(self._fresh) > self._most:
            self._settle()

    def owners(self, keys: Keys) -> list[int]:
        """The articles that had these runs first, one for each run that is known."""
        held = self._owners_of(keys)
        out: list[int] = held[held >= 0].tolist()
        return out + [self._fresh[key] for key in keys[held < 0].tolist() if key in self._fresh]

    def _owners_of(self, keys: Keys) -> NDArray[np.int32]:
        if not len(self._keys):
            return np.full(len(keys), -1, np.int32)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[at] == keys, self._owners[at], np.int32(-1))

    def _settle(self) -> None:
        keys = np.concatenate([self._keys, np.fromiter(self._fresh, np.uint64, len(self._fresh))])
        owners = np.concatenate([self._owners, np.fromiter(self._fresh.values(), np.int32, len(self._fresh))])
        order = np.argsort(keys, kind="stable")
        self._keys, self._owners = keys[order], owners[order]
        self._fresh = {}

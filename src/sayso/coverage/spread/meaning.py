"""How near two words are in meaning, by the table of word pieces that the released model carries: *phone* and *telephone* .71, *relied*
and *depended* .58, *gate* and *lemon* about 0."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.words import UNKNOWN_BITS, vocabulary
from sayso.model.folder import RELEASED

Floats = NDArray[np.float32]


class Meanings:
    """The rows of the table of those words that were asked for, made comparable: without what all words have in common, and of
    one length."""

    def __init__(self) -> None:
        with np.load(RELEASED / "tables.npz") as tables:
            self._table: NDArray[np.int8] = tables["embedding"]
        sample = self._unit(np.arange(0, len(self._table), SAMPLED))
        self._common: Floats = sample.mean(axis=0)
        self._places: dict[str, int] = {}
        self._rows: Floats = np.zeros((1024, self._table.shape[1]), np.float32)

    def _unit(self, pieces: NDArray[np.int64]) -> Floats:
        rows = self._table[pieces].astype(np.float32)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)

    def near(self, a: Sequence[str], b: Sequence[str]) -> Floats:
        """The cosine of each word of `a` with each of `b`; 0 for words that the vocabulary has not whole."""
        mine, theirs = self._of(a), self._of(b)
        made: Floats = self._rows[mine] @ self._rows[theirs].T
        return made

    def _of(self, words: Sequence[str]) -> list[int]:
        return [place if (place := self._places.get(word)) is not None else self._add(word) for word in words]

    def _add(self, word: str) -> int:
        place = self._places[word] = len(self._places)
        if place == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        pieces = vocabulary().cut(word)
        if len(pieces) == 1 and pieces[0] != vocabulary().unknown:
            row = self._unit(np.array(pieces)) - self._common
            self._rows[place] = row[0] / max(float(np.linalg.norm(row)), 1e-6)
        return place


SAMPLED = 7
"""One row in so many makes the mean of all."""


@lru_cache(maxsize=1)
def meanings() -> Meanings:
    """The table, loaded once."""
    return Meanings()

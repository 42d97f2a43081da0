"""How near two words are in meaning, by the table of word pieces that the released model carries: *phone* and *telephone* .71,
*relied* and *depended* .58, *gate* and *lemon* about 0."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.around import Around, weighed
from sayso.coverage.spread.words import vocabulary
from sayso.model.folder import RELEASED

Floats = NDArray[np.float32]


class Content(Protocol):
    """A saying, as much as its meaning needs."""

    def telling(self) -> dict[str, tuple[str, float]]:
        """The words that carry meaning with what they tell, by their stems."""
        ...

    @property
    def around(self) -> Around: ...


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
        """The first is of all words that have none."""

    def _unit(self, pieces: NDArray[np.int64]) -> Floats:
        rows = self._table[pieces].astype(np.float32)
        made: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
        return made

    def near(self, a: Sequence[str], b: Sequence[str]) -> Floats:
        """The cosine of each word of `a` with each of `b`; 0 for words that the vocabulary has not whole."""
        mine, theirs = self._of(a), self._of(b)
        made: Floats = self._rows[mine] @ self._rows[theirs].T
        return made

    def _of(self, words: Sequence[str]) -> list[int]:
        return [place if (place := self._places.get(word)) is not None else self._add(word) for word in words]

    def _add(self, word: str) -> int:
        pieces = vocabulary().cut(word)
        if len(pieces) > 1 or pieces[0] == vocabulary().unknown:
            return 0
        place = self._places[word] = len(self._places) + 1
        if place == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        row = self._unit(np.array(pieces)) - self._common
        self._rows[place] = row[0] / max(float(np.linalg.norm(row)), 1e-6)
        return place


SAMPLED = 7
"""One row in so many makes the mean of all."""


LOW, HIGH = 0.3, 0.6
"""Cosines between which two words count for more and more as one: *crucial* and *vital* .46, *closed* and *opened* .56, *relied*
and *relies* .71. B-cubed F1 on `evals/scenes/families.json` is 93.2 with these, 92.8 from .35 to .65, 92.0 from .45 to .75 and
91.1 where stems alone count; on the dev half of `evals/spread_gold.jsonl` it is the same throughout."""


class Meant(NamedTuple):
    """What two sayings have in common of the words that carry meaning, in any order: in bits, as a share of what the shorter one
    tells with such words, and of the longer one's."""

    told: float
    cover: float
    other: float


NOTHING = Meant(0.0, 0.0, 0.0)
HOPELESS = 0.4
"""Share of what is asked for that the words which both have alone must reach for the others to be looked at: on dev no pair
that is the same in other words has less (see `alike.LEAST_STEMS`), and to look at them takes three quarters of the time."""


def meant(a: Content, b: Content, asked: float = 0.0) -> Meant:
    """What two sayings mean alike: each word counts as much as the nearest one of the other does; one with the same stem wholly.

    `NOTHING` where it is hopeless that bits times share of the shorter one reach `asked`.
    """
    mine, theirs = a.telling(), b.telling()
    around = a.around, b.around
    here = weighed([(each, told) for each, (_, told) in mine.items()], *around)
    there = weighed([(each, told) for each, (_, told) in theirs.items()], *around)
    whole = sum(here), sum(there)
    if not here or not there:
        return NOTHING
    both = sum(told for each, told in zip(mine, here, strict=True) if each in theirs)
    if both * both < HOPELESS * asked * min(whole):
        return NOTHING
    near = meanings().near([word for word, _ in mine.values()], [word for word, _ in theirs.values()])
    alike = np.minimum(np.maximum((near - LOW) / (HIGH - LOW), 0.0), 1.0)
    order = list(theirs)
    for place, each in enumerate(mine):
        if each in theirs:
            alike[place, order.index(each)] = 1.0
    common = float(alike.max(axis=1) @ np.array(here)), float(alike.max(axis=0) @ np.array(there))
    short = 0 if whole[0] <= whole[1] else 1
    return Meant(min(common), common[short] / whole[short], common[1 - short] / whole[1 - short])


@lru_cache(maxsize=1)
def meanings() -> Meanings:
    """The table, loaded once."""
    return Meanings()

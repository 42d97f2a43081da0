"""MinHash: sets that share much have many smallest hashes in common (Broder 1997), found by bands (Leskovec et al. 2020, ch. 3).

What families are measured against. Written out here because it is forty lines of NumPy: the package that has it (datasketch)
brings SciPy along and hashes one set at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.shingles import Keys, mixed

SIZE = 128
"""Hashes in a signature: the share of those alike estimates the Jaccard similarity with a standard error of 0.044 at most."""
ROWS = 3
"""Hashes in a band, of which there are 42. Of pairs with a similarity of 0.3, 68 % have a band in common; of 0.4, 94 %; of 0.5,
99.6 %; of 0.05, 0.5 %."""
NEIGHBOURS = 8
"""With how many of those that come next in a bucket each is paired: what keeps the pairs linear in the number of sets."""

_rng = np.random.default_rng(20160109)
_FACTORS = _rng.integers(1, 2**63, SIZE, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
_SHIFTS = _rng.integers(0, 2**63, SIZE, dtype=np.uint64)


def signature(keys: Keys) -> Keys:
    """The smallest of each of `SIZE` hashes over the set; all ones for an empty set."""
    out = np.full(SIZE, np.iinfo(np.uint64).max, np.uint64)
    for at in range(0, len(keys), 256):
        hashes = keys[at : at + 256, None] * _FACTORS[None, :]
        hashes += _SHIFTS
        np.minimum(out, hashes.min(axis=0), out=out)
    return out >> np.uint64(16) if len(keys) else out


def candidates(signatures: NDArray[np.uint64]) -> Iterator[tuple[int, int]]:
    """Pairs of rows (i < j) that have a band in common, each once; in a full bucket each row meets those next to it alone."""
    seen: set[tuple[int, int]] = set()
    for band in range(0, SIZE - ROWS + 1, ROWS):
        keys = signatures[:, band]
        for row in range(band + 1, band + ROWS):
            keys = mixed(keys ^ signatures[:, row])
        for i, j in neighbours(keys, NEIGHBOURS):
            if (i, j) not in seen:
                seen.add((i, j))
                yield i, j


def neighbours(keys: Keys, reach: int) -> Iterator[tuple[int, int]]:
    """Pairs of places (i < j) whose keys are equal and that are at most `reach` apart among those of that key."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    for step in range(1, reach + 1):
        for at in np.flatnonzero(ordered[:-step] == ordered[step:]) if len(keys) > step else ():
            yield int(order[at]), int(order[at + step])

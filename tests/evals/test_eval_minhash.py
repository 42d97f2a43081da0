"""MinHash, which families are measured against."""

from __future__ import annotations

import numpy as np

from evals.minhash import SIZE, signature
from sayso.coverage.spread.shingles import shingles

RNG = np.random.default_rng(5)


def test_signatures_estimate_the_similarity() -> None:
    one, two = ([f"w{i}" for i in RNG.integers(0, 3000, 300)] for _ in range(2))
    a, b = shingles(one, 5), shingles([*one[:200], *two[:100]], 5)
    true = len(np.intersect1d(a, b)) / len(np.union1d(a, b))
    assert abs((signature(a) == signature(b)).sum() / SIZE - true) < 0.15

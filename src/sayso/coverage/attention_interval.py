"""The interval of a share: articles are what was drawn, so that sentences of one article count as one piece of evidence.

The share is a ratio of sums over articles, its variance the linearised one (Cochran 1977, 6.4; with whole articles as the
units drawn). It is put into a Beta interval by way of the effective sample size (Korn and Graubard 1998; the Jeffreys form as
Franco et al. 2019 recommend), which stays within 0 and 1 and holds near them. Where few articles match, their sizes tell too
little of how unequal such articles are, and the plain variance is too small: it is raised to what is to be expected.
`python -m evals.attention` measures how often the interval holds the truth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.attention_beta import beta_quantile, t_quantile

Floats = NDArray[np.float64]

CONFIDENCE = 0.95
_TAIL = (1 - CONFIDENCE) / 2
_Z = t_quantile(1 - _TAIL, 1e9)

UNEVEN, MOST_UNEVEN = 0.2, 2.4
"""How unequal the shares within matching articles are expected to be, as a squared coefficient of variation: `UNEVEN` times
(1 - f) / f where f is their mean, at most `MOST_UNEVEN`. Over 17 queries on coverage/ (dev) it was 0.03 to 0.32 times that, and
at most 2.2. Without it the truth was above the interval in up to a quarter of samples with fewer than 20 matching articles."""
PRIOR = 12
"""Matching articles that the expectation counts for. 6, 12 and 25 were tried with samples of 50 to 1,000 articles: 6 held too
seldom (86 % for a subject of few long articles), 25 too often."""
MOST_DRAWS = 1e9
"""Effective draws beyond which the interval is a point for all purposes, and a beta's gamma functions run out of digits."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share with its variance and interval. `effective` is how many independent draws it is worth."""

    share: float
    variance: float
    low: float
    high: float
    effective: float
    why: str


def ratio(y: Floats, x: Floats) -> Ratio | None:
    """The share of all `x` that is `y`, one entry an article, 0 <= y <= x; `None` where there is nothing to divide by.

    Articles without anything to count (`x` is 0) are counted as drawn.
    """
    whole = float(x.sum())
    if whole <= 0:
        return None
    n = len(x)
    share = float(y.sum()) / whole
    if n < 2:
        return Ratio(share, 0.0, 0.0, 1.0, 1.0, "one article tells nothing of others: any share is possible")
    draws = whole**2 / float((x**2).sum())
    variance = linearised(y - share * x, whole) * uneven(y, x)
    if 0 < share < 1 and variance > 0:
        effective = share * (1 - share) / variance
        why = f"articles as clusters, worth {effective:,.0f} independent draws"
    else:
        effective = draws
        what = (
            "nothing matches" if share == 0 else "everything matches" if share == 1 else "all articles have one share"
        )
        why = f"{what}; the interval takes articles to be about it wholly or not at all"
    effective *= (_Z / t_quantile(1 - _TAIL, n - 1)) ** 2
    low, high = jeffreys(share * effective, effective)
    return Ratio(share, variance, low, high, effective, why)


def linearised(z: Floats, whole: float) -> float:
    """Variance of a ratio with residuals `z`, one an article drawn, over a denominator of `whole`."""
    n = len(z)
    return n / (n - 1) * float((z**2).sum()) / whole**2


def uneven(y: Floats, x: Floats) -> float:
    """By how much to raise the variance, at least 1, since few matching articles do not show how unequal they are.

    Their second moment over their squared mean is drawn towards what the sizes of all articles and `UNEVEN` make likely, the
    more the fewer there are (the idea of Fay and Feuer 1997, who add the weight of a case not yet seen).
    """
    has = y > 0
    k = int(has.sum())
    if not k:
        return 1.0
    mine = y[has]
    seen = float((mine**2).mean()) / float(mine.mean()) ** 2
    part = float(mine.sum()) / float(x[has].sum())
    sizes = len(x) * float((x**2).sum()) / float(x.sum()) ** 2
    likely = sizes * (1 + min(UNEVEN * (1 - part) / part, MOST_UNEVEN))
    spread = (seen - 1) * k / (k - 1) if k > 1 else 0.0
    return max(1.0, (1 + ((k - 1) * spread + PRIOR * (likely - 1)) / (k - 1 + PRIOR)) / seen)


def jeffreys(hits: float, draws: float) -> tuple[float, float]:
    """The interval of a proportion with `hits` of `draws`, which need not be whole; 0 and 1 are its ends where all agree."""
    if draws > MOST_DRAWS:
        hits, draws = hits * MOST_DRAWS / draws, MOST_DRAWS
    hits = min(max(hits, 0.0), draws)
    low = beta_quantile(_TAIL, hits + 0.5, draws - hits + 0.5) if hits > 0 else 0.0
    high = beta_quantile(1 - _TAIL, hits + 0.5, draws - hits + 0.5) if hits < draws else 1.0
    return low, high

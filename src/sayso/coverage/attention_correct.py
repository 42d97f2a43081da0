"""A share put right by labelled sentences: what the query misses comes in, what it takes wrongly goes out.

The stratified estimator (Cochran 1977, 5.3 and 6.10): sentences fall into strata by what the query says of them, some of each
stratum were drawn by chance and labelled, and the rate of each counts with its whole size. Prediction-powered inference
(Angelopoulos et al. 2023) with the query as the prediction and one difference a stratum is the same estimate; the variance here
is by articles, which ppi-python does not know of (docs/attention.md says more).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.attention_beta import t_quantile
from sayso.coverage.attention_interval import _TAIL, _Z, Floats, jeffreys, linearised, ratio, uneven


@dataclass(frozen=True, slots=True)
class Drawn:
    """The labelled sentences of one stratum: in which article each stands (its place), its size in the unit, and whether it is
    about it, 0 to 1 (between the two where coders differ)."""

    article: NDArray[np.int64]
    size: Floats
    about: Floats


@dataclass(frozen=True, slots=True)
class Corrected:
    """The corrected share with its interval, and the rate of each stratum."""

    share: float
    low: float
    high: float
    rates: tuple[float, ...]


def corrected(sizes: Floats, drawn: Sequence[Drawn]) -> Corrected | None:
    """`sizes` has a row an article and a column a stratum; `None` where a stratum has nothing labelled that has a size.

    Errors of two kinds add up: which articles there are, and which sentences of each stratum were labelled. Each has an interval
    that holds near 0 and 1, and their distances from the share are added as squares, those below and those above apart (Zou and
    Donner 2008), since a stratum without one hit still may hold some.
    """
    whole = sizes.sum(axis=0)
    total = float(whole.sum())
    if total <= 0:
        return None
    rates, below, above = list[float](), 0.0, 0.0
    for place, mine in enumerate(drawn):
        if whole[place] <= 0:
            rates.append(0.0)
            continue
        if float(mine.size.sum()) <= 0:
            return None
        rate, low, high = stratum_rate(mine)
        part = float(whole[place]) / total
        rates.append(rate)
        below += (part * (rate - low)) ** 2
        above += (part * (high - rate)) ** 2
    found = ratio(sizes @ np.array(rates), sizes.sum(axis=1))
    if found is None:
        return None
    share = found.share
    return Corrected(
        share,
        max(0.0, share - sqrt(below + (share - found.low) ** 2)),
        min(1.0, share + sqrt(above + (found.high - share) ** 2)),
        tuple(rates),
    )


def stratum_rate(drawn: Drawn) -> tuple[float, float, float]:
    """The rate of a stratum with its interval, labels of one article taken together."""
    places, where = np.unique(drawn.article, return_inverse=True)
    x = np.bincount(where, drawn.size, len(places))
    y = np.bincount(where, drawn.size * drawn.about, len(places))
    whole = float(x.sum())
    rate = min(float(y.sum()) / whole, 1.0)
    draws = whole**2 / float((drawn.size**2).sum())
    if len(places) < 2:
        return rate, 0.0, 1.0
    variance = linearised(y - rate * x, whole) * uneven_labels(drawn)
    if 0 < rate < 1 and variance > 0:
        draws = rate * (1 - rate) / variance
    draws *= (_Z / t_quantile(1 - _TAIL, len(places) - 1)) ** 2
    return rate, *jeffreys(rate * draws, draws)


def uneven_labels(drawn: Drawn) -> float:
    """As `uneven`, of sentences, which are about it wholly or not."""
    return uneven(drawn.size * drawn.about, drawn.size)

"""Intervals: by resampling whole articles, which differ more from one another than their attributions do; and of one share."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from evals.spans import Tally

REPEATS = 1000
SEED = 20160109

Tallies = Mapping[str, Tally]


def total(articles: Sequence[Tallies]) -> dict[str, Tally]:
    """The tallies of all articles added up, by name."""
    out: dict[str, Tally] = {}
    for article in articles:
        for name, tally in article.items():
            out[name] = out.get(name, Tally()) + tally
    return out


def figures(articles: Sequence[Tallies], *, repeats: int = REPEATS) -> dict[str, dict[str, Any]]:
    """For each name `precision`, `recall`, `f1` in per cent, `f1_interval` (the middle 95 % of the resampled), counts.

    Articles are drawn with replacement, as many as there are, `repeats` times from a fixed seed: same input, same
    interval.
    """
    names = sorted({name for article in articles for name in article})
    table = np.array(
        [[_row(article.get(name, Tally())) for name in names] for article in articles], np.float64
    ).reshape(len(articles), len(names), 3)
    if not articles:
        return {}
    draws = np.random.default_rng(SEED).multinomial(len(articles), np.full(len(articles), 1 / len(articles)), repeats)
    drawn = np.einsum("ra,ant->rnt", draws.astype(np.float64), table)
    bottom = drawn[..., 1] + drawn[..., 2]
    f1 = np.divide(200 * drawn[..., 0], bottom, out=np.zeros_like(bottom), where=bottom > 0)
    low, high = np.percentile(f1, [2.5, 97.5], axis=0)
    sums = total(articles)
    return {
        name: {
            "precision": round(100 * sums[name].precision, 2),
            "recall": round(100 * sums[name].recall, 2),
            "f1": round(100 * sums[name].f1, 2),
            "f1_interval": [round(float(low[i]), 2), round(float(high[i]), 2)],
            "hit": round(sums[name].hit, 2),
            "made": round(sums[name].made, 2),
            "gold": round(sums[name].gold, 2),
        }
        for i, name in enumerate(names)
    }


def _row(tally: Tally) -> tuple[float, float, float]:
    return tally.hit, tally.made, tally.gold


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share of independent draws (Wilson 1927), 0 to 1 where there are none."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle, wide = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - wide) / (1 + z * z / of), (middle + wide) / (1 + z * z / of)

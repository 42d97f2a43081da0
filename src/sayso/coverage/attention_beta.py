"""Quantiles of the beta and Student's t distributions, by the standard library alone: intervals need a few, not SciPy."""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log, log1p, sqrt
from statistics import NormalDist

_TINY = 1e-300


def beta_cdf(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction (Press et al. 2007, 6.4)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > _TINY else _TINY)
    made = d
    for m in range(1, 2000 + int(5 * sqrt(max(a, b)))):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + step * d
            d = 1 / (d if abs(d) > _TINY else _TINY)
            c = 1 + step / c
            c = c if abs(c) > _TINY else _TINY
            made *= d * c
        if abs(d * c - 1) < 1e-12:
            break
    return made


@lru_cache(maxsize=100_000)
def beta_quantile(p: float, a: float, b: float) -> float:
    """The x with I_x(a, b) = p, to twelve digits. 0 where `a` is 0, 1 where `b` is."""
    if a <= 0:
        return 0.0
    if b <= 0:
        return 1.0
    low, high = 0.0, 1.0
    x = a / (a + b)
    scale = lgamma(a + b) - lgamma(a) - lgamma(b)
    for _ in range(200):
        off = beta_cdf(x, a, b) - p
        low, high = (low, x) if off > 0 else (x, high)
        density = exp(scale + (a - 1) * log(x) + (b - 1) * log1p(-x)) if 0 < x < 1 else 0.0
        step = x - off / density if density > 0 else -1.0
        following = step if low < step < high else (low + high) / 2
        if abs(following - x) <= 1e-13 * max(x, 1e-12):
            return following
        x = following
    return x


@lru_cache(maxsize=10_000)
def t_quantile(p: float, df: float) -> float:
    """Student's t for p above one half; the normal's where `df` is very high."""
    if df > 1e7:
        return NormalDist().inv_cdf(p)
    x = beta_quantile(2 * (1 - p), df / 2, 0.5)
    return sqrt(df * (1 - x) / x)

"""The interval of a share: by hand where it can be, and what must hold whatever the numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coverage.attention_interval import jeffreys, linearised, ratio, uneven


def arrays(*pairs: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    y, x = zip(*pairs, strict=True)
    return np.array(y, float), np.array(x, float)


def test_share_and_variance_by_hand() -> None:
    y, x = arrays((1, 4), (2, 4), (0, 2))
    # r = 3/10; residuals 1 - 1.2, 2 - 1.2, 0 - 0.6: squares .04 + .64 + .36 = 1.04; times 3/2 over 10 squared
    assert linearised(y - 0.3 * x, 10) == pytest.approx(0.0156)
    found = ratio(y, x)
    assert found is not None
    assert found.share == pytest.approx(0.3)
    assert found.variance == pytest.approx(0.0156 * uneven(y, x))


def test_articles_by_themselves_are_a_proportion() -> None:
    y, x = arrays(*[(1, 1)] * 20, *[(0, 1)] * 80)
    found = ratio(y, x)
    assert found is not None
    assert uneven(y, x) == 1, "articles are all of one size"
    assert found.effective == pytest.approx(99 * (1.959964 / 1.984217) ** 2, rel=1e-4)  # n - 1, and t for the normal
    assert (found.low, found.high) == pytest.approx((0.131, 0.286), abs=0.002)  # Jeffreys for 20 of 100: .131 to .286


@pytest.mark.parametrize(
    ("pairs", "low", "high", "why"),
    [
        ([(0, 5)] * 40, 0.0, 0.1, "nothing matches: no share below 0, one above cannot be told from it"),
        ([(5, 5)] * 40, 0.9, 1.0, "all matches"),
        ([(2, 5)], 0.0, 1.0, "one article tells nothing of others"),
    ],
)
def test_at_the_ends(pairs: list[tuple[float, float]], low: float, high: float, why: str) -> None:
    found = ratio(*arrays(*pairs))
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.06), why
    assert (found.low == 0) == (low == 0), why
    assert (found.high == 1) == (high == 1), why


def test_nothing_to_divide_by_gives_no_share() -> None:
    assert ratio(np.zeros(3), np.zeros(3)) is None
    assert ratio(np.zeros(0), np.zeros(0)) is None


def test_sentences_of_one_article_are_one_piece_of_evidence() -> None:
    together = ratio(*arrays(*[(10, 10)] * 5, *[(0, 10)] * 45))
    apart = ratio(*arrays(*[(0, 10), (1, 10), (2, 10), (1, 10), (1, 10)] * 10))
    assert together is not None
    assert apart is not None
    assert together.share == apart.share
    assert together.high - together.low > 2 * (apart.high - apart.low)


def test_few_matching_articles_do_not_show_how_unequal_they_are() -> None:
    two = arrays((1, 40), (1, 40), *[(0, 40)] * 98)
    many = arrays(*[(1, 40)] * 1000, *[(0, 40)] * 49_000)
    assert uneven(*two) > 2, "two like articles: others may be about it at length"
    assert uneven(*many) < 1.1, "a thousand like ones: they are alike"


counts = st.integers(1, 50).flatmap(lambda x: st.tuples(st.integers(0, x), st.just(x)))


@settings(max_examples=200, deadline=None)
@given(st.lists(counts, min_size=2, max_size=40))
def test_the_interval_holds_the_share_within_0_and_1(pairs: list[tuple[int, int]]) -> None:
    found = ratio(*arrays(*pairs))
    assert found is not None
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert found.low < found.high


def test_shares_that_hardly_differ_between_articles_do_not_run_out_of_digits() -> None:
    y = np.array([1.0, 1.0 + 1e-12, 1.0 - 1e-12] * 20)
    found = ratio(y, np.full(60, 40.0))
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.025, 0.025), abs=1e-3)


@pytest.mark.parametrize("hits", [0.0, 0.4, 3.7, 50.0, 99.6, 100.0])
def test_both_sides_mirror(hits: float) -> None:
    low, high = jeffreys(hits, 100)
    assert jeffreys(100 - hits, 100) == pytest.approx((1 - high, 1 - low))


def test_most_intervals_hold_the_truth() -> None:
    """A small draw of what `python -m evals.attention` does at length: invented articles, a tenth about it in part."""
    rng = np.random.default_rng(1)
    x = rng.integers(5, 60, 5000).astype(float)
    y = np.floor(x * (rng.random(5000) < 0.1) * rng.beta(1, 3, 5000))
    truth, hits = y.sum() / x.sum(), 0
    for _ in range(300):
        drawn = rng.integers(0, 5000, 200)
        found = ratio(y[drawn], x[drawn])
        assert found is not None
        hits += found.low <= truth <= found.high
    assert 0.91 <= hits / 300 <= 0.995

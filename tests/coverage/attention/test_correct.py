"""The corrected share: by hand, without bias, and honest about what a stratum may still hold."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.coverage.attention_correct import Corrected, Drawn, corrected, stratum_rate


def drawn(*rows: tuple[int, float, float]) -> Drawn:
    article, size, about = zip(*rows, strict=True) if rows else ((), (), ())
    return Drawn(np.array(article, np.int64), np.array(size, float), np.array(about, float))


def test_the_estimate_by_hand() -> None:
    # two strata of 20 and 80 sentences over ten articles: 3 of 4 and 1 of 8 labelled ones are about it
    sizes = np.array([[2.0, 8.0]] * 10)
    first = drawn(*[(n, 1, n < 3) for n in range(4)])
    second = drawn(*[(n, 1, n < 1) for n in range(8)])
    found = corrected(sizes, [first, second])
    assert found is not None
    assert found.rates == (0.75, 0.125)
    assert found.share == pytest.approx((20 * 0.75 + 80 * 0.125) / 100)
    assert 0 <= found.low < found.share < found.high <= 1


def test_words_weigh_by_their_number() -> None:
    rate, _, _ = stratum_rate(drawn((0, 30, 1), (1, 10, 0), (2, 10, 0)))
    assert rate == pytest.approx(0.6)


def test_none_of_a_few_labelled_does_not_rule_out_that_some_are() -> None:
    sizes = np.array([[2.0, 98.0], [0.0, 100.0]] * 500)
    right = drawn(*[(n, 1, 1) for n in range(30)])
    found = corrected(sizes, [right, drawn(*[(n, 1, 0) for n in range(30)])])
    more = corrected(sizes, [right, drawn(*[(n % 100, 1, 0) for n in range(300)])])
    assert found is not None
    assert more is not None
    assert found.share == pytest.approx(0.01)
    assert found.high > 0.07
    assert more.high < 0.025, "three hundred without one rule out more"


def test_labels_of_one_article_are_worth_less_than_of_many() -> None:
    apart = stratum_rate(drawn(*[(n, 1, n % 4 == 0) for n in range(80)]))
    together = stratum_rate(drawn(*[(n // 20, 1, n < 20) for n in range(80)]))
    assert apart[0] == together[0] == 0.25
    assert together[2] - together[1] > 1.5 * (apart[2] - apart[1])


@pytest.mark.parametrize(
    ("sizes", "parts"),
    [
        (np.zeros((3, 1)), [drawn((0, 1, 1))]),  # nothing counts in this unit
        (np.ones((3, 2)), [drawn((0, 1, 1), (1, 1, 0)), drawn()]),  # a stratum without a label
        (np.ones((3, 1)), [drawn((0, 0, 1))]),  # labelled ones that have no size
    ],
)
def test_nothing_to_estimate_from(sizes: np.ndarray, parts: list[Drawn]) -> None:
    assert corrected(sizes, parts) is None


def test_an_empty_stratum_is_no_hindrance() -> None:
    found = corrected(np.array([[4.0, 0.0]] * 9), [drawn(*[(n, 1, n % 2) for n in range(9)]), drawn()])
    assert isinstance(found, Corrected)
    assert found.rates[1] == 0


def test_on_average_it_is_right_and_mostly_holds_the_truth() -> None:
    """Invented articles whose query takes a third wrongly and misses as many; `python -m evals.attention` has real ones."""
    rng = np.random.default_rng(3)
    count, each = 400, 20
    keen = rng.beta(0.3, 3, count)
    truth = rng.random((count, each)) < keen[:, None]
    taken = np.where(truth, rng.random((count, each)) < 0.6, rng.random((count, each)) < 0.03)
    share = truth.mean()
    shares, held = [], 0
    for _ in range(200):
        chosen = rng.integers(0, count, 150)
        t, q = truth[chosen], taken[chosen]
        parts = []
        for side in (q, ~q):
            rows, columns = np.nonzero(side)
            picked = rng.permutation(len(rows))[:60]
            parts.append(Drawn(rows[picked], np.ones(len(picked)), t[rows[picked], columns[picked]].astype(float)))
        found = corrected(np.stack([q.sum(1), (~q).sum(1)], axis=1).astype(float), parts)
        assert found is not None
        shares.append(found.share)
        held += found.low <= share <= found.high
    assert np.mean(shares) == pytest.approx(share, rel=0.06)
    assert held >= 184

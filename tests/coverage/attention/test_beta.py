"""Quantiles against published tables: Student's t and F by way of the beta."""

from __future__ import annotations

import pytest

from sayso.coverage.attention_beta import beta_cdf, beta_quantile, t_quantile


@pytest.mark.parametrize(
    ("df", "expected"),
    [(1, 12.7062), (2, 4.3027), (5, 2.5706), (10, 2.2281), (30, 2.0423), (120, 1.9799), (1e9, 1.95996)],
)
def test_students_t_is_that_of_the_tables(df: float, expected: float) -> None:
    assert t_quantile(0.975, df) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("p", "a", "b", "expected"),
    [
        (0.5, 1, 1, 0.5),  # the uniform
        (0.975, 1, 1, 0.975),
        (0.025, 1, 10, 1 - 0.975**0.1),  # closed form where a is 1
        (0.975, 10, 1, 0.975**0.1),  # and where b is
        (0.975, 3, 8, 0.5561),  # Clopper and Pearson's upper end for 2 of 10
        (0.025, 2, 9, 0.0252),  # and the lower
    ],
)
def test_the_beta_quantile_is_that_of_the_tables(p: float, a: float, b: float, expected: float) -> None:
    assert beta_quantile(p, a, b) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("p", [0.025, 0.5, 0.975])
@pytest.mark.parametrize(("a", "b"), [(0.5, 50.5), (0.5, 1e6), (3.3, 0.5), (4e4, 3e5), (700.5, 0.5)])
def test_quantile_and_distribution_undo_each_other(p: float, a: float, b: float) -> None:
    assert beta_cdf(beta_quantile(p, a, b), a, b) == pytest.approx(p, abs=1e-9)


def test_ends_where_there_is_nothing_on_one_side() -> None:
    assert (beta_quantile(0.5, 0, 3), beta_quantile(0.5, 3, 0)) == (0.0, 1.0)

"""Coreference scores against values worked out by hand or published with the measures."""

from __future__ import annotations

import pytest

from evals import coref

GOLD = [set("abcde"), set("fg"), set("hijkl")]

CASES = [
    # made, MUC (p, r), B3 (p, r), CEAF-e sum, why
    (GOLD, (1, 1), (1, 1), 3.0, "the same clusters"),
    ([set("abcde"), set("fghijkl")], (9 / 10, 1), ((5 + 4 / 7 + 25 / 7) / 12, 1), 1 + 10 / 12, "Bagga and Baldwin's first"),
    ([set("abcdehijkl"), set("fg")], (9 / 10, 1), (0.5833, 1), 1 + 10 / 15, "Bagga and Baldwin's second"),
    ([{x} for x in "abcdefghijkl"], (0, 0), (1, 3 / 12), 2 / 6 + 2 / 3 + 2 / 6, "each alone"),
    ([], (0, 0), (0, 0), 0.0, "nothing found"),
    ([{"z"}], (0, 0), (0, 0), 0.0, "only what is none"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "muc", "b3", "ceafe", "why"), CASES)
def test_scores(made: list, muc: tuple, b3: tuple, ceafe: float, why: str) -> None:
    found = coref.score(made, GOLD)
    assert (found["muc"].precision, found["muc"].recall) == pytest.approx(muc, abs=1e-3), why
    assert (found["b3"].precision, found["b3"].recall) == pytest.approx(b3, abs=1e-3), why
    assert found["ceafe"].hit_made == pytest.approx(ceafe), why


def test_alignment_takes_the_best_sum_not_the_best_pair() -> None:
    gold = [set("abcd"), set("ef")]
    made = [set("abc") | set("ef"), set("d") | set("xyz")]
    # first with first is worth 6/9 and leaves d 0; first with second 4/7 and d with first 2/8: the second sum is greater
    assert coref.ceaf_e(made, gold).hit_made == pytest.approx(4 / 7 + 2 / 8)


def test_counts_add_up() -> None:
    a, b = coref.muc([{1, 2}], [{1, 2}]), coref.muc([{3, 4, 5}], [{3, 4}, {5}])
    assert ((a + b).precision, (a + b).recall) == (2 / 3, 1.0)

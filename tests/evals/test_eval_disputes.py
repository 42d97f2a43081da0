"""Disputes judged blind: what the judged lines and the key make, by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import disputes_blind
from sayso.coverage.disputes import SHOWN

KEY = [
    dict(zip(("n", "a", "b", "score", "kind", "kept", "drawn", "of"), each, strict=True))
    for each in (
        (1, ["x", 0, 5], ["y", 3, 9], SHOWN, "denial", True, "shown", 3),
        (2, ["x", 0, 5], ["x", 9, 12], SHOWN + 0.12, "myth", False, "shown", 3),
        (3, ["v", 0, 5], ["w", 3, 9], SHOWN + 0.12, "denial", True, "shown", 3),
        (4, ["v", 8, 9], ["w", 3, 9], SHOWN - 0.05, "denial", True, "below", 30),
    )
]
SAID = [
    {"n": 4, "dispute": True},
    {"n": 1, "dispute": True},
    {"n": 2, "dispute": False},
    {"n": 3, "dispute": "doubtful"},
]
PAGE = "before\n<!-- blind -->\nold\n<!-- end blind -->\nafter\n"


def lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_what_was_doubtful_is_none_and_what_is_below_is_told_apart(tmp_path: Path) -> None:
    rows = disputes_blind.judged(lines(tmp_path / "said.jsonl", SAID), lines(tmp_path / "key.jsonl", KEY))
    assert [(row["dispute"], row["doubtful"]) for row in rows] == [
        (True, False),
        (False, False),
        (False, True),
        (True, False),
    ]
    told = disputes_blind.report(rows)
    assert [(row["shown"], row["right"]) for row in told["curve"]] == [(3, 1), (2, 0), (2, 0), (0, 0), (0, 0)]
    assert told["kinds"] == {"denial": {"shown": 2, "right": 1}, "myth": {"shown": 1, "right": 0}}
    assert told["kept"] == {"shown": 2, "right": 1}
    assert told["below"] == {"of": 30, "judged": 1, "right": 1}
    page = disputes_blind.written(PAGE, told)
    assert "**1 of 3 that are shown are disputes, 33 %**" in page
    assert page.startswith("before\n<!-- blind -->")
    assert page.endswith("<!-- end blind -->\nafter\n")
    assert "old" not in page


@pytest.mark.parametrize("said", [SAID[:3], [*SAID[:3], {"n": 3, "dispute": "maybe"}]], ids=["missing", "another word"])
def test_a_line_that_is_missing_or_says_something_else_is_told(tmp_path: Path, said: list[dict[str, object]]) -> None:
    with pytest.raises(ValueError, match="number 3"):
        disputes_blind.judged(lines(tmp_path / "said.jsonl", said), lines(tmp_path / "key.jsonl", KEY))


def test_fresh_are_neither_of_the_weeks_nor_spent() -> None:
    days = [("x", "2014-03-01", True), ("x", "2016-01-09", False), ("spent", "2014-03-01", False)]
    for id, day, fresh in days:
        assert disputes_blind.is_fresh(id, day, {"spent"}) is fresh, (id, day)
    kept = sum(disputes_blind.is_kept(f"a{n}") for n in range(200))
    assert 70 < kept < 130

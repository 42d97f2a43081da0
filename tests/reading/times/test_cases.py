"""The expressions of time in the table of cases: words, type, value and mod of each, and no others."""

from __future__ import annotations

from datetime import date

import pytest

from evals.time_scenes import plain_scene
from sayso.reading.times import find
from tests.reading.times.cases import CASES, Expected

ROWS = [(*row, reason) for reason, rows in CASES.items() for row in rows]


@pytest.mark.parametrize(
    ("text", "published", "expected", "reason"), [pytest.param(*row, id=f"{row[3]}: {row[0]}"[:120]) for row in ROWS]
)
def test_case(text: str, published: date | None, expected: list[Expected], reason: str) -> None:
    made = [(m.span.of(text), str(m.type), m.value, m.mod) for m in find(plain_scene(text, published)).mentions]
    assert made == expected, reason

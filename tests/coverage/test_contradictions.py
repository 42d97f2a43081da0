"""Plain contradictions between two articles, in tables of invented sentences: what is shown, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.coverage.disputes import SHOWN, disputes
from tests.coverage.said import told

SHOW = [
    ("negation", "the ferry sailed on Sunday night", "the ferry did not sail on Sunday night", "one verb, one day"),
    ("negation", "the lock was repaired in the spring", "the lock was never repaired", "never"),
    ("negation", "the leak began in the cellar", "the leak did not begin in the cellar", "an irregular verb"),
    ("negation", "the bakers were told about the flour", "the bakers were not told about the flour", "a passive"),
    ("negation", "the bridge is safe", "the bridge is not safe", "an adjective"),
    ("negation", "the alarms had been working on the night of the flood", "the alarms had not been working", "had been"),
    ("will", "we will reopen the ferry before Easter", "the ferry will not reopen", "will against will not"),
    ("number", "twelve sailors were killed in the storm", "fifteen sailors were killed in the storm", "two tolls"),
    ("number", "the flood left nine people dead", "14 people died in the flood", "dead and died"),
    ("number", "the new pier cost 40 million crowns", "the new pier cost 65 million crowns", "a cost"),
    ("opposite", "the audit of the mill was thorough", "the audit of the mill was superficial", "of one noun"),
    ("opposite", "the collapse of the pier was avoidable", "the collapse of the pier was unavoidable", "with un-"),
]  # fmt: skip

LESS = [
    ("will", "the council will sell the pier", "the council has no plans to sell the pier", "no plans to"),
    ("opposite", "the ferry was full that night", "the ferry was half empty that night", "full and empty"),
    ("will", "the pool will close in June", "no pool will close", "no pool"),
    ("negation", "Wick had promised us a new pier", "I made no such promise", "no such promise"),
    ("negation", "every family was given bread", "not one family was given bread", "not one"),
]  # fmt: skip
"""Below the line, and proposed from 0.45."""

HIDE = [
    ("the ferry sailed on Sunday night", "the ferry did not sail on Monday night", "another day"),
    ("the ferry to Ellery sailed on time", "the ferry to Brack did not sail on time", "another ferry"),
    ("the mayor will sell the pier", "the mayor will not sell the park", "another thing"),
    ("the lock was repaired in the spring", "the lock was not repaired by the guild", "by whom is another matter"),
    ("nine people died in the flood", "fourteen people were hurt in the flood", "dead and hurt"),
    ("nine people died in the flood", "the toll of the flood has now risen to fourteen people dead", "it rose"),
    ("nine sailors died in the flood", "fourteen farmers died in the flood", "sailors and farmers"),
    ("the pier cost 40 million crowns", "the bridge cost 65 million crowns", "two things"),
    ("more than nine people died in the flood", "fourteen people died in the flood", "more than nine may be fourteen"),
    ("the audit of the mill was thorough", "the audit of the dam was superficial", "two audits"),
    ("the ferry is safe", "the pier is dangerous", "two things, one of them safe"),
    ("the ferry may be unsafe", "the ferry is safe", "it only may be"),
    ("we hope that the ferry will reopen", "the ferry will not reopen", "a hope"),
    ("if the dam holds the ferry will reopen", "the ferry will not reopen", "on a condition"),
    ("the bakers were not told about the flour", "the bakers had not been told about the flour", "both say no"),
    ("Wick was charged with six counts of theft", "Wick was also charged with two counts of theft", "more counts"),
    ("Ada Penrose owes 4 million crowns", "Tom Wick owes 9 million crowns", "two people"),
]  # fmt: skip


def found(first: str, second: str, least: float) -> list[str]:
    """The kinds of what is shown of two articles of one day, in which two people say the two things."""
    readings = [
        ("x", told(f"[S1 Ada Penrose] [Q1 said] [C1 {first}].", id="x", day=date(2025, 3, 4))),
        ("y", told(f"[S1 Tom Wick] [Q1 said] [C1 {second}].", id="y", day=date(2025, 3, 4))),
    ]
    return [each.kind for each in disputes(readings, least)]


@pytest.mark.parametrize(("kind", "first", "second", "why"), SHOW, ids=[row[-1] for row in SHOW])
def test_a_plain_contradiction_is_shown(kind: str, first: str, second: str, why: str) -> None:
    assert found(first, second, SHOWN) == [kind], why
    assert found(second, first, SHOWN) == [kind], why


@pytest.mark.parametrize(("kind", "first", "second", "why"), LESS, ids=[row[-1] for row in LESS])
def test_a_contradiction_that_is_less_sure_is_proposed(kind: str, first: str, second: str, why: str) -> None:
    assert found(first, second, 0.45) == [kind], why


@pytest.mark.parametrize(("first", "second", "why"), HIDE, ids=[row[-1] for row in HIDE])
def test_what_only_looks_like_a_contradiction_is_not_shown(first: str, second: str, why: str) -> None:
    assert found(first, second, SHOWN) == found(second, first, SHOWN) == [], why

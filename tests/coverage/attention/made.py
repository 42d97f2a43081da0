"""Small articles with known shares, for tests of attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.coverage.attention_source import Readings
from sayso.records import Reading, Why, Wire
from tests.marked import reading

FERRY = "The ferry sailed at noon."
RAIN = "Rain fell on the quay all day."
MAYOR = "[S1 The mayor] [Q1 said] [C1 “the ferry is late again”]."


def article(
    text: str, outlet: str | None = "Courier", day: str | None = "2024-01-05", title: str | None = None
) -> Reading:
    """The reading of a marked text (`tests/marked.py`)."""
    published = date.fromisoformat(day) if day else None
    return reading(text, outlet=outlet, published=published, title=title)


def from_agency(made: Reading, agency: str) -> Reading:
    """The reading as an agency's text as a whole."""
    return replace(made, wire=Wire(agency, True, (), Why("by hand")))


def shelf(*readings: Reading) -> Readings:
    """They with the id of their texts replaced by their number, so that tests can name them."""
    numbered = [
        replace(each, article=replace(each.article, id=f"n{number}")) for number, each in enumerate(readings, 1)
    ]
    return Readings.of(numbered)


def town() -> Readings:
    """Four articles: sentences 2, 2, 3 and 1, of them about ferries 1, 1, 0 and 1."""
    return shelf(
        article(f"{FERRY} {RAIN}", "Courier", "2024-01-05"),
        article(f"{MAYOR} {RAIN}", "Courier", "2024-01-20"),
        article(f"{RAIN} {RAIN} Nobody minded much.", "Echo", "2024-03-02"),
        article(FERRY.replace("noon", "dusk"), "Echo", None),
    )

"""Readings for an archive, made without a model: altered copies of one that has a finding of every sort."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from sayso.records import Reading
from tests.marked import whole

MODEL = "sayso-tagger 1"
_WORDS = ("harbour", "ferry", "mayor", "council", "bridge", "tide", "crane", "quay", "storm", "ledger")


@lru_cache(maxsize=1)
def _first() -> Reading:
    return whole()


def reading(number: int, *, text: str = "", model: str = MODEL, url: str | None = "") -> Reading:
    """The reading of article `number`; `text` alters what it says, `url=None` leaves it without an address."""
    first = _first()
    added = f" Number {number}: the {_WORDS[number % 10]} of ward{number}. {text}".rstrip()
    words = first.article.text + added
    article = replace(
        first.article,
        id="a" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=words,
        title=f"Ward{number} and the {_WORDS[number % 10]}",
        url=f"https://outlet{number % 3}.example/{number}" if url == "" else url,
        outlet=f"Outlet {number % 3}",
        published=date(2024, 1, 1) + timedelta(days=number),
    )
    return replace(first, article=article, model=model)

"""The weeks of coverage that stories and disputes are measured on, as rows and as readings."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from evals.corpora import COVERAGE, rows_in
from sayso import api
from sayso.records import Article, Reading

WEEKS = (("2016-01-05", "2016-01-20"), ("2013-04-14", "2013-04-30"), ("2014-08-10", "2014-08-23"))
"""First and last days; 581 articles. The first stretch has the interview of the actor with the drug lord; the two others were
chosen because much of their coverage is of few happenings."""


def all_rows() -> list[dict[str, Any]]:
    """All rows of coverage, in order of publication and id."""
    return sorted(rows_in(COVERAGE), key=lambda row: (row["published"], row["id"]))


def rows() -> list[dict[str, Any]]:
    """The rows of those weeks, likewise."""
    return [row for row in all_rows() if any(a <= row["published"][:10] <= b for a, b in WEEKS)]


def unread(row: dict[str, Any]) -> Reading:
    """A row as a reading with nothing found in it, which is enough to tell stories by."""
    published = date.fromisoformat(row["published"][:10])
    article = Article(row["id"], row["text"], (), title=row["title"], outlet=row["outlet"], published=published)
    return Reading(article, (), "none")


def readings(cache: Path) -> Iterator[tuple[str, Reading]]:
    """Id and reading of each row, from the folder `cache` where they are, else read (about five minutes) and put there.
    The cache is of one model and one state of the rules: empty it when either changes."""
    cache.mkdir(parents=True, exist_ok=True)
    every = rows()
    missing = [row for row in every if not (cache / f"{row['id']}.pkl").exists()]
    for at in range(0, len(missing), 8):
        some = missing[at : at + 8]
        table = cache / "some.jsonl"
        table.write_text("".join(json.dumps(row) + "\n" for row in some), encoding="utf-8")
        for row, outcome in zip(some, api.read_each([str(table)]), strict=True):
            (cache / f"{row['id']}.pkl").write_bytes(pickle.dumps(outcome.reading))
    for row in every:
        reading = pickle.loads((cache / f"{row['id']}.pkl").read_bytes())
        if reading is not None:
            yield row["id"], reading

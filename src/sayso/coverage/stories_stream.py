"""The stream of stories put aside and taken up again: what it needs of each article, so that a new one finds its place without
the past being gone through."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import numpy as np

from sayso.archive.answers import pack, unpack
from sayso.archive.derived import Fill, Kept, lay_out
from sayso.coverage.stories import Held, Stories
from sayso.records.stories import Member

TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, added INTEGER NOT NULL, day INTEGER,
    story INTEGER NOT NULL, weights BLOB NOT NULL, told BLOB NOT NULL, runs BLOB NOT NULL, member BLOB NOT NULL);
CREATE TABLE seen (late INTEGER NOT NULL, terms BLOB NOT NULL);
"""


def filler(stream: Stories, added: dict[str, int], late: int, start: int) -> Fill:
    """Writes the articles from number `start` on, those before are there; `added` has the commit of each article, `late` how
    many came too late for their place in the order of publication."""

    def rows() -> Iterator[tuple[object, ...]]:
        for each in stream.articles[start:]:
            day = None if each.day is None else each.day.toordinal()
            weights = zlib.compress(json.dumps(each.weights).encode("ascii"), 1)
            runs = each.runs.astype("<u8").tobytes()
            yield each.number, each.id, added[each.id], day, each.story, weights, each.told, runs, pack(each.member)

    def fill(db: sqlite3.Connection) -> None:
        if not start:
            lay_out(db, TABLES)
        db.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows())
        db.execute("DELETE FROM seen")
        terms = zlib.compress(json.dumps(stream.seen).encode("ascii"), 1)
        db.execute("INSERT INTO seen VALUES (?, ?)", (late, terms))

    return fill


def taken_up(kept: Kept) -> tuple[Stories, int]:
    """The stream as it was put aside, and how many articles had come late."""
    late, terms = kept.ask("SELECT late, terms FROM seen")[0]
    return Stories.resumed(_articles(kept), Counter(json.loads(zlib.decompress(terms)))), late


def added(kept: Kept) -> dict[str, int]:
    """The articles of the stream with the commit that added each."""
    return dict(kept.ask("SELECT id, added FROM articles"))


def _articles(kept: Kept) -> Iterable[Held]:
    sql = "SELECT number, id, day, story, weights, told, runs, member FROM articles ORDER BY number"
    for number, id, day, story, weights, told, runs, member in kept.db.execute(sql):
        yield Held(
            number,
            id,
            json.loads(zlib.decompress(weights)),
            None if day is None else date.fromordinal(day),
            told,
            np.frombuffer(runs, "<u8"),
            story,
            unpack(Member, member),
        )

"""Who speaks in a whole archive, kept beside it: every statement under its speaker's name, sorted once for a commit.

A name is told apart without an article before it and whatever the case of its first letter: *the council* and *The council* are
one, *Voss* and *Dana Voss* are two.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.archive import Archive
from sayso.archive.derived import Kept, lay_out
from sayso.coverage.kept import key_of
from sayso.coverage.progress import Progress, watched
from sayso.coverage.speaking_topics import sample, words_of

PRONOUNS = frozenset(
    ("he", "she", "they", "it", "i", "we", "you", "who", "one", "this", "that", "these", "those", "some", "many")
)
"""Names that are no names: what a speaker is called whose identity a text leaves open. They are in no list."""
_ARTICLES = ("the", "a", "an")
_TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT NOT NULL, outlet TEXT, published TEXT, title TEXT, url TEXT);
CREATE TABLE statements (
    key TEXT, article INTEGER, position INTEGER, attribution TEXT, kind TEXT, source TEXT, cue TEXT, words TEXT, certainty TEXT,
    polarity TEXT, via TEXT, venue TEXT, addressee TEXT, speaker TEXT, class TEXT, spans TEXT, mouths INTEGER,
    PRIMARY KEY (key, article, position)
) WITHOUT ROWID;
CREATE TABLE names (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, low TEXT NOT NULL, class TEXT NOT NULL,
    statements INTEGER NOT NULL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL, since TEXT, until TEXT
);
CREATE UNIQUE INDEX names_key ON names (key);
CREATE INDEX names_class ON names (class, number);
CREATE TABLE called (word TEXT, number INTEGER, PRIMARY KEY (word, number)) WITHOUT ROWID;
CREATE TABLE sampled (article TEXT, attribution TEXT, PRIMARY KEY (article, attribution)) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, statements INTEGER) WITHOUT ROWID;
"""


def key_of_name(name: str) -> str:
    """What a name is told apart by."""
    first, _, rest = name.partition(" ")
    bare = rest if rest and first.lower() in _ARTICLES else name
    return bare[:1].upper() + bare[1:]


def kept_speakers(archive: Archive, progress: Progress | None = None) -> Kept:
    """The statements of an archive by who makes them."""
    key = key_of(archive, "speakers")
    held = archive.derived.find(key)
    if held is not None:
        return held

    def fill(db: sqlite3.Connection) -> None:
        lay_out(db, _TABLES)
        numbers = {}
        articles = archive.tables.ask(
            "SELECT id, outlet, published, title, url FROM articles ORDER BY published DESC NULLS LAST, id"
        )
        for number, (id, outlet, published, title, url) in enumerate(articles):
            numbers[id] = number
            db.execute(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", (number, id, outlet, _iso(published), title, url)
            )
        total = archive.tables.ask("SELECT count(*) FROM attributions WHERE speaker_name IS NOT NULL")[0][0]
        db.executemany(
            f"INSERT INTO statements VALUES ({', '.join('?' * 17)})",
            watched(_statements(archive, numbers), total, progress),
        )
        db.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _names(db))
        names = db.execute("SELECT number, low FROM names").fetchall()
        words = ((word, number) for number, low in names for word in set(low.split()))
        db.executemany("INSERT INTO called VALUES (?, ?)", words)
        counts: Counter[str] = Counter()
        for article, attribution, content in sample(archive):
            db.execute("INSERT INTO sampled VALUES (?, ?)", (article, attribution))
            counts.update(words_of(content).keys())
        db.executemany("INSERT INTO words VALUES (?, ?)", sorted(counts.items()))

    return archive.derived.keep(key, fill)


def _statements(archive: Archive, numbers: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    rows = archive.tables.rows(
        "SELECT article, position, attribution, kind, source_text, cue_text, content_text, certainty, polarity, via, venue, "
        "addressee_name, speaker_name, source_class, "
        "[[each.start_at, each.end_at] FOR each IN coalesce(content_spans, cue_spans)], mouths "
        "FROM attributions WHERE speaker_name IS NOT NULL"
    )
    for row in rows:
        if row[0] in numbers:
            via, spans = json.dumps(row[9]) if row[9] else None, json.dumps(row[14] or [])
            yield (key_of_name(row[12]), numbers[row[0]], *row[1:9], via, *row[10:14], spans, row[15])


def _names(db: sqlite3.Connection) -> Iterable[tuple[Any, ...]]:
    """Every name with its counts, those in most articles first."""
    called: dict[str, tuple[int, str]] = {}
    for key, name, count in db.execute("SELECT key, speaker, count(*) FROM statements GROUP BY 1, 2"):
        called[key] = max(called.get(key, (0, "")), (count, name))
    classes: dict[str, tuple[int, str]] = {}
    for key, kind, count in db.execute("SELECT key, class, count(*) FROM statements GROUP BY 1, 2"):
        classes[key] = max(classes.get(key, (0, "")), (count, kind))
    rows = db.execute(
        "SELECT key, count(*), count(DISTINCT article), count(DISTINCT outlet), min(published), max(published) "
        "FROM statements JOIN articles ON number = article GROUP BY key"
    ).fetchall()
    named = [row for row in rows if row[0].lower() not in PRONOUNS]
    named.sort(key=lambda row: (-row[2], -row[1], row[0]))
    for number, (key, *counts) in enumerate(named):
        yield number, key, called[key][1], key.lower(), classes[key][1], *counts


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()

"""The search index: SQLite's FTS5 over articles and quotations, derived from the parts and made anew from them when lost.

SQLite is in the standard library, needs no download and lets readers go on while one writes (WAL). Rows carry the number of
their commit and of the one that replaced them, so that a reader sees exactly its own snapshot; what lies above the last mark
is left from a writer that was killed, and the next one removes it. The index holds words alone (docs/archive.md); the text
that a hit is shown from is kept beside it, packed, and so is the whole reading: a part gives one article only with the
thousands that it is packed with.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sayso.archive import files
from sayso.archive.rows import safe
from sayso.archive.words import indexed, words_of
from sayso.errors import ArchiveError
from sayso.records import Attribution, Reading

_LAYOUT = 3
"""Of the index alone: another number than the file has makes a writer build it anew."""

HERE = "d.added <= ? AND (d.gone IS NULL OR d.gone > ?)"
"""What a row `d` of docs must be like to be part of the snapshot of a commit, whose number is the value of both marks."""

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE docs (
    doc INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, added INTEGER NOT NULL, gone INTEGER,
    published TEXT, outlet TEXT, title TEXT, url TEXT
);
CREATE INDEX docs_article ON docs (article);
CREATE INDEX docs_added ON docs (added);
CREATE INDEX docs_published ON docs (published);
CREATE INDEX docs_gone ON docs (gone) WHERE gone IS NOT NULL;
CREATE TABLE bodies (doc INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE readings (doc INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE quotes (
    quote INTEGER PRIMARY KEY AUTOINCREMENT, doc INTEGER NOT NULL, attribution TEXT NOT NULL, speaker TEXT,
    kind TEXT NOT NULL, certainty TEXT NOT NULL, spans TEXT NOT NULL
);
CREATE INDEX quotes_doc ON quotes (doc);
CREATE VIRTUAL TABLE texts USING fts5 (title, body, outlet, speaker, tags, content='', tokenize='ascii');
CREATE VIRTUAL TABLE said USING fts5 (body, speaker, title, outlet, tags, content='', tokenize='ascii');
"""
"""`tags` are words of ours for what hits are kept to (outlet, month, kind, certainty): so that the index itself leaves the
others out, without looking each one up."""


@dataclass(frozen=True, slots=True)
class Doc:
    """What the index is given of one article."""

    id: str
    commit: int
    reading: Reading
    packed: str
    """The reading as the parts have it."""


class Lost(sqlite3.DatabaseError):
    """The index is not there, or not whole; it can be made anew."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def connect(folder: Path, *, write: bool) -> sqlite3.Connection:
    """The index, for one writer or for a reader, who never waits for the writer."""
    path = folder / files.SEARCH
    if is_short(path):
        raise Lost("it was cut short")
    if write:
        made = sqlite3.connect(path, isolation_level=None, timeout=30)
        made.execute("PRAGMA journal_mode = WAL")
        made.execute("PRAGMA synchronous = FULL")  # the mark is put only once this is on the disk
        made.execute("PRAGMA cache_size = -65536")
        return made
    if not path.exists():
        raise Lost("no such file")
    address = f"{path.absolute().as_uri()}?mode=ro"
    if not os.access(folder, os.W_OK):  # a medium that nobody can write: SQLite cannot make its shared memory there
        address += "&immutable=1"
    made = sqlite3.connect(address, uri=True, isolation_level=None, timeout=30, check_same_thread=False)
    made.execute("PRAGMA query_only = on")
    made.execute("PRAGMA cache_size = -32768")
    return made


_SYSTEM = frozenset(
    (
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM,
    )
)  # fmt: skip


def is_broken(error: sqlite3.DatabaseError) -> bool:
    """Whether the index itself is what is wrong, so that making it anew mends it; else it is the disk or the system."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_FULL) & 0xFF not in _SYSTEM


def is_short(path: Path) -> bool:
    """Whether the file ends before the pages that it says it has. What is in a log beside it may be missing in it."""
    try:
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            return False
        with path.open("rb") as held:
            head = held.read(32)
        page = int.from_bytes(head[16:18], "big")
        return path.stat().st_size < (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")
    except OSError:
        return False


def is_whole(db: sqlite3.Connection, archive: str, last: int) -> bool:
    """Whether the index is of this archive, laid out as now, and has all commits up to `last`."""
    try:
        about = dict(db.execute("SELECT name, value FROM about").fetchall())
    except sqlite3.DatabaseError:
        return False
    return (
        about.get("layout") == str(_LAYOUT) and about.get("archive") == archive and int(about.get("last", -1)) >= last
    )


def remove(folder: Path) -> None:
    """Take the index away, to make it anew."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            (folder / f"{files.SEARCH}{ending}").unlink()


def make(db: sqlite3.Connection, archive: str) -> None:
    """Lay out an empty index."""
    try:
        db.executescript("BEGIN;" + _TABLES)
    except sqlite3.OperationalError as error:
        if "fts5" in str(error):
            raise ArchiveError(
                "This Python's SQLite has no full-text search (FTS5); use a Python from python.org or your system.",
                code="no-fts5",
            ) from None
        raise
    db.executemany("INSERT INTO about VALUES (?, ?)", [("layout", str(_LAYOUT)), ("archive", archive), ("last", "0")])
    db.execute("COMMIT")


def add(db: sqlite3.Connection, docs: Iterable[Doc], replaced: Iterable[tuple[str, int]], commit: int) -> None:
    """Add the articles of one commit and note which rows it replaces, all or nothing."""
    with _transaction(db):
        _insert(db, docs)
        db.executemany(
            "UPDATE docs SET gone = ? WHERE article = ? AND added = ?", [(commit, id, was) for id, was in replaced]
        )
        db.execute("UPDATE about SET value = ? WHERE name = 'last'", (str(commit),))


def fill(db: sqlite3.Connection, docs: Iterable[list[Doc]], last: int) -> None:
    """Put the articles of an archive into an empty index; the last number goes in last, so that half an index is none."""
    for batch in docs:
        with _transaction(db):
            _insert(db, batch)
    db.execute("UPDATE about SET value = ? WHERE name = 'last'", (str(last),))


def note(db: sqlite3.Connection, commit: int) -> None:
    """Take note of a commit that changes nothing here."""
    db.execute("UPDATE about SET value = ? WHERE name = 'last'", (str(commit),))


def recover(db: sqlite3.Connection, last: int) -> None:
    """Remove what a writer left that was killed before its mark."""
    over = [row[0] for row in db.execute("SELECT doc FROM docs WHERE added > ?", (last,))]
    left = db.execute("SELECT 1 FROM docs WHERE gone > ? LIMIT 1", (last,)).fetchone()
    beyond = db.execute("SELECT 1 FROM about WHERE name = 'last' AND CAST(value AS INTEGER) > ?", (last,)).fetchone()
    if over or left or beyond:
        with _transaction(db):
            for table in ("quotes", "bodies", "readings", "docs"):
                db.executemany(f"DELETE FROM {table} WHERE doc = ?", [(doc,) for doc in over])
            db.execute("UPDATE docs SET gone = NULL WHERE gone > ?", (last,))
            db.execute("UPDATE about SET value = ? WHERE name = 'last'", (str(last),))


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise


def _insert(db: sqlite3.Connection, docs: Iterable[Doc]) -> None:
    for doc in docs:
        a = doc.reading.article
        names = {person.id: person.name for person in doc.reading.people}
        title, outlet, day = indexed(a.title), indexed(a.outlet), day_of(doc.reading)
        voices = [speaker_of(found, names, a.text) for found in doc.reading.attributions]
        number = db.execute(
            "INSERT INTO docs (article, added, published, outlet, title, url) VALUES (?,?,?,?,?,?)",
            (doc.id, doc.commit, day, safe(a.outlet), safe(a.title), safe(a.url)),
        ).lastrowid
        db.execute("INSERT INTO bodies VALUES (?,?)", (number, shrunk(a.text)))
        db.execute("INSERT INTO readings VALUES (?,?)", (number, shrunk(doc.packed)))
        speakers = " ".join(dict.fromkeys(indexed(voice) for voice in voices if voice))
        tags = " ".join([tag_of_outlet(a.outlet), *tags_of_day(day)])
        db.execute(
            "INSERT INTO texts (rowid, title, body, outlet, speaker, tags) VALUES (?,?,?,?,?,?)",
            (number, title, indexed(a.text), outlet, speakers, tags),
        )
        for found, voice in zip(doc.reading.attributions, voices, strict=True):
            spans = [[span.start, span.end] for span in found.content or found.cue or found.source]
            quote = db.execute(
                "INSERT INTO quotes (doc, attribution, speaker, kind, certainty, spans) VALUES (?,?,?,?,?,?)",
                (number, found.id, safe(voice), str(found.kind), str(found.certainty), json.dumps(spans)),
            ).lastrowid
            said = indexed(" ".join(span.of(a.text) for span in found.content))
            more = f"{tags} k{found.kind} c{found.certainty}"
            db.execute(
                "INSERT INTO said (rowid, body, speaker, title, outlet, tags) VALUES (?,?,?,?,?,?)",
                (quote, said, indexed(voice), title, outlet, more),
            )


def shrunk(words: str) -> bytes:
    """Words as they are kept here, lone surrogates and all."""
    return zlib.compress(words.encode("utf-8", "surrogatepass"), 6)


def grown(kept: bytes) -> str:
    """The very words that were kept."""
    return zlib.decompress(kept).decode("utf-8", "surrogatepass")


def tag_of_outlet(name: str | None) -> str:
    """The tag of an outlet: its letters and digits, so that *USA TODAY* and *USA Today* are one."""
    return "o" + "".join(words_of(name or ""))[:100]


def outlets_meant(wanted: Iterable[str], rows: Iterable[tuple[str | None, ...]]) -> list[str]:
    """Those outlets of some rows that are wanted, empty for one without a name; told apart as they are in a search."""
    tags = set(map(tag_of_outlet, wanted))
    return [name or "" for name, *_ in rows if tag_of_outlet(name) in tags]


def tags_of_day(day: str | None) -> list[str]:
    """The tags of a day's year and month; none where there is no day."""
    return [] if day is None else [f"y{day[:4]}", f"m{day[:4]}{day[5:7]}"]


def speaker_of(found: Attribution, names: dict[str, str], text: str) -> str | None:
    """Who is looked for as the speaker: the name where it is settled, else the words that stand for them."""
    name = names.get(found.speaker) if found.speaker else None
    return name or " ".join(span.of(text) for span in found.source) or None


def day_of(reading: Reading) -> str | None:
    """The day of publication as ISO has it, by which hits are kept to a span of time."""
    published = reading.article.published
    if published is None:
        return None
    return (published.date() if isinstance(published, datetime) else published).isoformat()

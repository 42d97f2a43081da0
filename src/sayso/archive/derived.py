"""Answers that take long, kept in the archive's folder: each a SQLite file of its own, made whole or not at all.

They are no part of the archive: what is missing, damaged, of other code or of another commit is made again, and where the
folder cannot be written they are kept in memory for as long as the archive is open. Whoever is asked first makes them, with
or without the lock: a file is written under a temporary name and renamed, and two that make the same one make it alike.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.archive import files

FOLDER = "derived"
PIECE = 1 << 20
ABANDONED = 3600.0
"""Seconds without a write after which a file under a temporary name is nobody's any more."""

_NAME = re.compile(r"([a-z]+(?:-[a-z]+)*)\.([0-9a-f]{12})\.(\d{8})\.([0-9a-f]{8})\.sqlite")

Fill = Callable[[sqlite3.Connection], None]
"""Lays out the tables of an answer and fills them."""


@dataclass(frozen=True, slots=True)
class Key:
    """Which answer: its name, what code made it, and the last commit that added an article to what was asked."""

    name: str
    version: str
    commit: int


class Kept:
    """An answer that is kept. It can be asked as long as somebody holds it, also when its file is swept meanwhile."""

    def __init__(self, key: Key, db: sqlite3.Connection) -> None:
        self.key = key
        self.db = db

    def __del__(self) -> None:
        with suppress(Exception):
            self.db.close()

    def ask(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Rows of the answer."""
        return self.db.execute(sql, values).fetchall()


class Derived:
    """The kept answers of one archive, as one process sees them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER
        self._open: dict[str, Kept] = {}

    def close(self) -> None:
        """Let go of what was opened."""
        self._open.clear()

    def find(self, key: Key) -> Kept | None:
        """The answer, where it is kept and whole."""
        held = self._open.get(key.name)
        if held is not None and held.key == key:
            return held
        for path, found in self._files(key.name):
            if found == key and (opened := _opened(path, key)) is not None:
                self._open[key.name] = opened
                return opened
        return None

    def before(self, key: Key) -> Kept | None:
        """The newest whole answer of the same code to an earlier commit."""
        older = [
            (found.commit, path)
            for path, found in self._files(key.name)
            if found.version == key.version and found.commit < key.commit
        ]
        for commit, path in sorted(older, reverse=True):
            if (opened := _opened(path, Key(key.name, key.version, commit))) is not None:
                return opened
        return None

    def keep(self, key: Key, fill: Fill, start: Kept | None = None) -> Kept:
        """Make the answer and keep it: in the folder where it can be, else in memory. `fill` is given an empty database, or what
        is in `start`."""
        made = self._written(key, fill, start)
        if made is None:
            db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            _filled(db, fill, start)
            made = Kept(key, db)
        else:
            self._supersede(key)
        self._open[key.name] = made
        return made

    def _supersede(self, key: Key) -> None:
        """Remove what other code answered up to this commit."""
        for path, found in list(self._files(key.name)):
            if found.version != key.version and found.commit <= key.commit:
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def _written(self, key: Key, fill: Fill, start: Kept | None) -> Kept | None:
        aside = self.folder / f"{files.TEMPORARY}{secrets.token_hex(6)}"
        try:
            self.folder.mkdir(exist_ok=True)
            db = sqlite3.connect(aside, isolation_level=None)
            try:
                db.execute("PRAGMA journal_mode = OFF")
                db.execute("PRAGMA synchronous = OFF")
                _filled(db, fill, start)
            finally:
                db.close()
            files.sync(aside)
            path = self.folder / f"{key.name}.{key.version}.{key.commit:08}.{_sum(aside)}.sqlite"
            aside.replace(path)
        except (OSError, sqlite3.Error):
            with suppress(OSError):
                aside.unlink(missing_ok=True)
            return None
        return _opened(path, key)

    def _files(self, name: str) -> Iterator[tuple[Path, Key]]:
        with suppress(OSError):
            for path in sorted(self.folder.iterdir()):
                found = _NAME.fullmatch(path.name)
                if found is not None and found[1] == name:
                    yield path, Key(found[1], found[2], int(found[3]))


def sweep(folder: Path) -> int:
    """Remove what no question goes on from any more: of each name all but the answers to its latest commit, and what a
    killed process left. Returns how many files."""
    home = folder / FOLDER
    gone = 0
    try:
        every = list(home.iterdir())
    except OSError:
        return 0
    named = [(path, found) for path in every if (found := _NAME.fullmatch(path.name))]
    latest: dict[str, int] = {}
    for _, found in named:
        latest[found[1]] = max(latest.get(found[1], 0), int(found[3]))
    old = [path for path, found in named if int(found[3]) < latest[found[1]]]
    abandoned = time.time() - ABANDONED
    for path in every:
        with suppress(OSError):
            if path.name.startswith(files.TEMPORARY) and path.stat().st_mtime < abandoned:
                old.append(path)
    for path in old:
        with suppress(OSError):  # one that is open is removed another time, where the system keeps it
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def lay_out(db: sqlite3.Connection, script: str) -> None:
    """Make tables. (What SQLite has for a whole script ends the transaction that an answer is filled in.)"""
    for statement in script.split(";"):
        db.execute(statement)


def version_of(*sources: str | Path, settings: str = "") -> str:
    """What tells an answer's code from other code: made of the source files of the modules that make it, so that no change of
    them is forgotten."""
    made = hashlib.sha256(settings.encode())
    for source in sources:
        try:
            made.update(Path(source).read_bytes())
        except OSError:  # installed without sources
            made.update(files.written_by().encode())
    return made.hexdigest()[:12]


def _opened(path: Path, key: Key) -> Kept | None:
    """The file, open to be read; `None` where it is not as it was written."""
    try:
        found = _NAME.fullmatch(path.name)
        if found is None or not _is_whole(path, found[4]):
            return None
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        db = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        db.execute("PRAGMA query_only = on")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except (OSError, sqlite3.Error):
        return None
    return Kept(key, db)


def _filled(db: sqlite3.Connection, fill: Fill, start: Kept | None) -> None:
    if start is not None:
        start.db.backup(db)
    db.execute("BEGIN")
    fill(db)
    db.execute("COMMIT")


def _is_whole(path: Path, told: str) -> bool:
    """Whether the file's sum is the one that its name tells. Each process looks through a file once: a server holds several
    archives open, and hundreds of megabytes take a while."""
    about = path.stat()
    known = str(path.absolute()), about.st_ino, about.st_size, about.st_mtime_ns
    if known in _whole:
        return True
    if _sum(path) != told:
        return False
    _whole.add(known)
    return True


_whole: set[tuple[str, int, int, int]] = set()


def _sum(path: Path) -> str:
    made = 0
    with path.open("rb") as held:
        while piece := held.read(PIECE):
            made = zlib.crc32(piece, made)
    return f"{made:08x}"

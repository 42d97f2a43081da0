"""The one writer: readings come in, are gathered, and go out as a commit. What has its mark is there for good."""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.archive import derived, files, index, log, parts
from sayso.archive.identity import id_of, is_older, key_of
from sayso.archive.index import Doc
from sayso.archive.log import Commit, Part, Snapshot
from sayso.archive.rows import Entry, Rows, aside_row, rows_of, stamp
from sayso.archive.schema import BY_NAME, TABLES
from sayso.archive.settings import ArchiveSettings
from sayso.records import Article, Reading, SetAside

if TYPE_CHECKING:
    from sayso.archive.archive import Archive


class Fate(StrEnum):
    """What becomes of a reading that is added."""

    ADDED = "added"
    REPLACED = "replaced"
    THERE = "there already"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the archive has of one article."""

    commit: int
    text_id: str
    model: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles were new, how many replaced what was there, how many were there already, and how many inputs were
    set aside."""

    added: int = 0
    replaced: int = 0
    there: int = 0
    set_aside: int = 0


class Writer:
    """Adds to an archive while its lock is held; made by `Archive.writer()`."""

    def __init__(self, archive: Archive, settings: ArchiveSettings) -> None:
        self.archive = archive
        self.folder: Path = archive.path
        self.settings = settings
        self.snapshot: Snapshot = log.snapshot(self.folder)
        self._db = parts.connection(settings.memory, 1)
        self._waiting: dict[str, Entry] = {}
        self._reasons: dict[str, str] = {}
        self._aside: list[SetAside] = []
        self._since = time.monotonic()
        self._clean = False
        self._index: sqlite3.Connection | None = None
        self._tidy()
        self._known, self._past, self._asides = self._what_is_there()

    # -- what is there

    def has(self, article: Article, model: str) -> bool:
        """Whether a reading of this article by this model would change nothing, so that it need not be made."""
        return self._change(id_of(key_of(article)), article, model) is None

    def _change(self, id: str, article: Article, model: str) -> str | None:
        """`new`, `text` or `model`: what the reading would bring; `None` where it brings nothing.

        A text or model that the article has had before brings nothing, so that two pages under one address do not replace
        each other for ever; nor does an older version of the model.
        """
        waiting = self._waiting.get(id)
        held = [_Known(0, waiting.reading.article.id, waiting.reading.model)] if waiting else []
        held += [known] if (known := self._known.get(id)) else []
        if not held:
            return "new"
        if (id, article.id, model) in self._past or any(
            (each.text_id, each.model) == (article.id, model) for each in held
        ):
            return None
        if held[0].text_id != article.id:
            return "text"
        return None if is_older(model, held[0].model) else "model"

    def _what_is_there(self) -> tuple[dict[str, _Known], set[tuple[str, str, str]], set[tuple[str, str]]]:
        tables = self.archive.tables_of(self.snapshot)
        try:
            models: dict[str, str] = {}
            known = {
                id: _Known(commit, text_id, models.setdefault(model, model))
                for id, commit, text_id, model in tables.ask("SELECT id, commit, text_id, model FROM articles")
            }
            past = {(row[0], row[1], row[2]) for row in tables.ask("SELECT article, text_id, model FROM replaced")}
            asides = {(row[0], row[1]) for row in tables.ask("SELECT name, code FROM set_aside")}
        finally:
            tables.close()
        return known, past, asides

    # -- adding

    def add(self, reading: Reading, name: str = "", *, again: bool = False) -> Fate:
        """Take one reading; it is there once its batch is committed. `again` replaces also what is there unchanged."""
        key = key_of(reading.article)
        id = id_of(key)
        reason = self._change(id, reading.article, reading.model)
        if reason is None and again and id not in self._waiting:
            reason = "again"
        if reason is None:
            return Fate.THERE
        if id in self._waiting:
            self.commit()  # one commit has one reading of an article, so that the one replaced is kept countable
        self._waiting[id] = Entry(reading, name, key, id)
        fate = Fate.ADDED if id not in self._known else Fate.REPLACED
        if fate is Fate.REPLACED:
            self._reasons[id] = reason
        self._commit_if_due()
        return fate

    def set_aside(self, aside: SetAside) -> None:
        """Take note of an input that gave no reading; the same one for the same reason is noted once."""
        from sayso.archive.rows import safe

        mark = safe(aside.name) or "", safe(aside.code) or ""
        if mark in self._asides:
            return
        self._asides.add(mark)
        self._aside.append(aside)
        self._commit_if_due()

    def _commit_if_due(self) -> None:
        waited = time.monotonic() - self._since
        full = len(self._waiting) + len(self._aside) >= self.settings.commit_articles
        if full or waited >= self.settings.commit_seconds:
            self.commit()

    def commit(self) -> None:
        """Write what waits, and put its mark. OutputError where it cannot be written; then nothing of it is there, it waits
        still, and what was there before is unharmed."""
        self._since = time.monotonic()
        if not self._waiting and not self._aside:
            return
        with parts.writing(self.folder):
            if not self._clean:
                self._tidy()
            self._clean = False
            made = self._written()
            self._clean = True
        self._settle(made)
        self._merge_if_due()

    def _written(self) -> Commit:
        number, now = self.snapshot.last + 1, files.now()
        entries = list(self._waiting.values())
        replaced = [(id, self._known[id].commit) for id in self._reasons]
        rows = self._rows(entries, number, now)
        new_parts = parts.add(self._db, self.folder, number, rows)
        docs = [
            Doc(entry.id, number, entry.reading, row["body"])
            for entry, row in zip(entries, rows["readings"], strict=True)
        ]
        self._indexed(docs, replaced, number)
        commit = Commit(
            number=number,
            kind="add",
            noted=stamp(now),
            parts=new_parts,
            replaced=tuple(replaced),
            added=len(entries),
            anew=len(replaced),
            set_aside=len(self._aside),
            sayso=files.written_by(),
        )
        log.append(self.folder, commit)
        return commit

    def _indexed(self, docs: list[Doc], replaced: list[tuple[str, int]], number: int) -> None:
        try:
            index.add(self._open_index(), docs, replaced, number)
        except sqlite3.DatabaseError as error:
            if not index.is_broken(error):
                raise
            self._close_index()
            self._index = ready_index(self.archive, self.snapshot, anew=True)
            index.add(self._index, docs, replaced, number)

    def _rows(self, entries: list[Entry], number: int, now: datetime) -> Rows:
        rows: Rows = {table.name: [] for table in TABLES}
        for entry in entries:
            for table, mine in rows_of(entry, number, now).items():
                rows[table] += mine
        rows["set_aside"] = [aside_row(aside, number, now) for aside in self._aside]
        rows["replaced"] = [
            {
                "article": id,
                "text_id": self._known[id].text_id,
                "model": self._known[id].model,
                "was_commit": self._known[id].commit,
                "reason": reason,
                "noted": stamp(now),
                "commit": number,
            }
            for id, reason in self._reasons.items()
        ]
        return rows

    def _settle(self, commit: Commit) -> None:
        """Take over what has its mark."""
        self.snapshot = self.snapshot.after(commit)
        for id in self._reasons:
            old = self._known[id]
            self._past.add((id, old.text_id, old.model))
        for id, entry in self._waiting.items():
            self._known[id] = _Known(commit.number, entry.reading.article.id, entry.reading.model)
        self._waiting, self._reasons, self._aside = {}, {}, []

    # -- keeping in order

    def _tidy(self) -> None:
        """Remove what a writer left that was killed, or a commit that failed, and parts that no reader can want any more."""
        with parts.writing(self.folder):
            parts.sweep(self.folder, self._wanted())
            derived.sweep(self.folder)
            index.recover(self._open_index(), self.snapshot.last)
        self._clean = True

    def _wanted(self) -> dict[str, set[str]]:
        """The names of all parts that the archive or a reader of a little while ago needs, by table."""
        snapshots = [self.snapshot]
        oldest = files.now().replace(tzinfo=None) - timedelta(seconds=self.settings.keep_seconds)
        for number in range(self.snapshot.last, 0, -1):
            commit = log.read(self.folder, number)
            if datetime.fromisoformat(commit.noted) < oldest:
                break
            if commit.kind == "compact":
                snapshots.append(log.snapshot(self.folder, number - 1))
        wanted: dict[str, set[str]] = {}
        for each in snapshots:
            for table, mine in each.parts.items():
                wanted.setdefault(table, set()).update(part.name for part in mine)
        return wanted

    def _open_index(self) -> sqlite3.Connection:
        """The index, made anew where it is lost, broken or behind."""
        if self._index is None:
            self._index = ready_index(self.archive, self.snapshot)
        return self._index

    def _merge_if_due(self) -> None:
        chosen = {name: due for name, mine in self.snapshot.parts.items() if (due := self._due(mine))}
        if chosen:
            self._merge(chosen)

    def _due(self, mine: tuple[Part, ...]) -> tuple[Part, ...]:
        """Parts of about one size of which there are enough to be merged; large ones stay, so that no row moves often."""
        low = 0
        for high in self.settings.merge_bytes:
            alike = tuple(part for part in mine if low <= part.bytes < high)
            if len(alike) >= self.settings.merge_parts:
                return alike
            low = high
        return ()

    def compact(self) -> None:
        """Merge the parts of each table into one, and leave out the rows of replaced articles."""
        every = self.snapshot.parts.items()
        if self.snapshot.dead or any(len(mine) > 1 for _, mine in every):
            self._merge({name: mine for name, mine in every if len(mine) > 1 or self.snapshot.dead})

    def _merge(self, chosen: dict[str, tuple[Part, ...]]) -> None:
        """Make one part of those chosen of each table, in a commit of its own."""
        number, dead = self.snapshot.last + 1, self.snapshot.dead
        with parts.writing(self.folder):
            if not self._clean:
                self._tidy()
            self._clean = False
            made: dict[str, tuple[Part, ...]] = {}
            for name, mine in self.snapshot.parts.items():
                some = chosen.get(name, ())
                new = (parts.merged(self._db, self.folder, BY_NAME[name], number, some, dead),) if some else ()
                made[name] = (*(part for part in mine if part not in some), *new)
            whole = all(chosen.get(name) == mine for name, mine in self.snapshot.parts.items())
            commit = Commit(
                number=number,
                kind="compact",
                noted=stamp(files.now()),
                parts=made,
                replaced=() if whole else tuple(sorted(dead)),
                sayso=files.written_by(),
            )
            index.note(self._open_index(), number)
            log.append(self.folder, commit)
            self.snapshot = self.snapshot.after(commit)
            parts.sweep(self.folder, self._wanted())
            derived.sweep(self.folder)
            self._clean = True

    def close(self) -> None:
        """Let go of what was opened; nothing is written any more."""
        self._close_index()
        self._db.close()

    def _close_index(self) -> None:
        if self._index is not None:
            with suppress(sqlite3.Error):
                self._index.close()
            self._index = None


def ready_index(archive: Archive, snapshot: Snapshot, *, anew: bool = False) -> sqlite3.Connection:
    """The index of the archive, open for writing, and whole: made anew from the parts where it is not, or where `anew`.

    Needs the lock.
    """
    db: sqlite3.Connection | None = None
    if not anew:
        try:
            db = index.connect(archive.path, write=True)
            if index.is_whole(db, archive.id, snapshot.last):
                return db
        except sqlite3.DatabaseError as error:
            if not index.is_broken(error):
                raise
        if db is not None:
            db.close()
    index.remove(archive.path)
    db = index.connect(archive.path, write=True)
    index.make(db, archive.id)
    index.fill(db, archive.docs(snapshot), snapshot.last)
    return db


def migrated(about: dict[str, object], folder: Path) -> dict[str, object]:
    """Take an archive of an older version up, one step after the other; the new version is marked when its step is done."""
    from sayso.archive.schema import MIGRATIONS

    for step in MIGRATIONS:
        version = about["version"]
        if isinstance(version, int) and step.version > version:
            if step.run is not None:
                step.run(str(folder))
            done = about.get("migrations")
            note = {
                "version": step.version,
                "name": step.name,
                "noted": files.now().isoformat(),
                "sayso": files.written_by(),
            }
            about = {**about, "version": step.version, "migrations": [*(done if isinstance(done, list) else []), note]}
            with files.writing(folder):
                files.mark(folder, about)
    return about

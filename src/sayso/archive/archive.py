"""The archive as a whole: opened at a snapshot, asked as often as one likes, written by one at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from sayso.archive import files, index, log, parts
from sayso.archive.codec import unpacked
from sayso.archive.derived import Derived, Key, version_of
from sayso.archive.hits import Hit
from sayso.archive.identity import canonical, id_of
from sayso.archive.index import Doc
from sayso.archive.info import Info, info, where_of
from sayso.archive.lock import locked
from sayso.archive.log import Snapshot
from sayso.archive.parser import parse
from sayso.archive.query import Query
from sayso.archive.schema import VERSION
from sayso.archive.search import Facets, Filters, Within, facets, matching, packed, said, search, texts
from sayso.archive.settings import ArchiveSettings
from sayso.archive.tables import Tables
from sayso.archive.writer import Writer, migrated, ready_index
from sayso.errors import ArchiveError, UsageError
from sayso.records import Reading

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

T = TypeVar("T")

BATCH = 200
"""Readings unpacked at once when many are gone through."""


class _Packed(NamedTuple):
    """One reading as it is kept."""

    id: str
    commit: int
    body: str
    text: str


class Archive:
    """Readings of many articles in a folder, to be asked about.

    It shows the archive as it was when it was opened, or last refreshed: whoever writes meanwhile changes nothing here and
    is never waited for. A `SaysoError` says in one sentence what is wrong with the folder or the question.
    """

    def __init__(self, path: str | Path, *, create: bool = False, settings: ArchiveSettings | None = None) -> None:
        self.path = Path(path)
        self.settings = settings or ArchiveSettings()
        if create and not (self.path / files.MARK).exists():
            files.make(self.path)
        self._about = files.about(self.path)
        self.id = str(self._about.get("id"))
        self.snapshot: Snapshot = log.snapshot(self.path)
        self._tables: Tables | None = None
        self._search: sqlite3.Connection | None = None
        self._grown: int | None = None
        self.derived = Derived(self.path)
        """Answers that take long, kept beside the archive."""

    def __repr__(self) -> str:
        return f"Archive({str(self.path)!r}, commit {self.snapshot.last})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what was opened to answer questions; the next question opens it again."""
        if self._tables is not None:
            self._tables.close()
            self._tables = None
        if self._search is not None:
            self._search.close()
            self._search = None
        self.derived.close()

    def refresh(self) -> None:
        """See the archive as it is now."""
        self.close()
        self._about = files.about(self.path)
        self.snapshot = log.snapshot(self.path)
        self._grown = None

    def last_commit(self) -> int:
        """The number of the last commit in the folder now, which may be beyond the one that is shown here."""
        return log.last_number(self.path)

    @property
    def grown(self) -> int:
        """The last commit of this snapshot that added an article: what was answered then is right still."""
        if self._grown is None:
            self._grown = log.grown(self.path, self.snapshot.last)
        return self._grown

    def key(self, name: str, code: str) -> Key:
        """Which answer about this snapshot is meant: its name, and what tells the code that makes it from other code."""
        return Key(name, version_of(settings=f"{self.id} {code}"), self.grown)

    def interrupt(self) -> None:
        """End the question that another thread is asking here; that thread gets an error. Nothing happens where there is none."""
        if self._tables is not None:
            self._tables.db.interrupt()
        if self._search is not None:
            self._search.interrupt()

    # -- asking

    @property
    def version(self) -> int:
        """Version of its layout and tables."""
        return int(self._about["version"])

    @property
    def tables(self) -> Tables:
        """The documented tables of this snapshot."""
        if self._tables is None:
            try:
                self._tables = self.tables_of(self.snapshot)
            except ArchiveError:
                if log.last_number(self.path) == self.snapshot.last:
                    raise
                raise ArchiveError(
                    f"{self.path} was merged long after it was opened here; open it again, or refresh() it.",
                    code="stale",
                ) from None
        return self._tables

    def tables_of(self, snapshot: Snapshot) -> Tables:
        return Tables(self.path, self._about, snapshot, self.settings)

    def sql(self, text: str) -> DuckDBPyRelation:
        """The answer to a question in SQL over the [documented tables](archive.md#tables), read-only.

        A DuckDB relation: `.fetchall()`, `.arrow()`, `.df()` and `.pl()` (with PyArrow, pandas or Polars installed), `.columns`.
        """
        return self.tables.sql(text)

    def info(self, filters: Filters | None = None) -> Info:
        """What is in it: by outlet and month, gaps, dates, duplicates, wire copy, set aside by reason, versions."""
        size = sum(part.bytes for mine in self.snapshot.parts.values() for part in mine)
        held = self.path / files.SEARCH
        size += held.stat().st_size if held.exists() else 0
        return info(self.tables, filters or Filters(), self.version, size)

    def search(
        self,
        text: str,
        filters: Filters | None = None,
        *,
        within: Within | None = None,
        limit: int = 20,
        after: int = 0,
    ) -> list[Hit]:
        """The best hits of a query (docs/archive.md#search has the language), best first; `after` passes over so many.

        `within` is `"text"` (articles), `"quotations"` (what was said) or `"speakers"`; `None` takes quotations where the filters
        ask for a speaker, kind or certainty, and articles otherwise.
        """
        tree, filters = parse(text), filters or Filters()
        return self._asked(search, tree, filters, _within(filters, within), (limit, after))

    def facets(self, text: str, filters: Filters | None = None, *, within: Within | None = None) -> Facets:
        """How many hits a query has, and how many of them by outlet, month, speaker, kind and certainty."""
        tree, filters = parse(text), filters or Filters()
        return self._asked(facets, tree, filters, _within(filters, within))

    def matching(self, query: str | Query) -> set[str]:
        """Ids of all articles whose title or text has what is asked for, none of them weighed."""
        return self._asked(matching, parse(query) if isinstance(query, str) else query)

    def said(self, query: str | Query) -> list[tuple[str, str]]:
        """Article and attribution of everything said that has what is asked for, none of it weighed."""
        return self._asked(said, parse(query) if isinstance(query, str) else query)

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """The texts of some articles by id, quickly: as the search keeps them. Unknown ids are left out."""
        return self._asked(texts, list(ids))

    def _asked(self, ask: Callable[..., T], *question: Any) -> T:
        """The answer of the search index, which is made anew where it is broken."""
        try:
            return ask(self._searched(), *question, self.snapshot.last)
        except sqlite3.DatabaseError as error:
            if not index.is_broken(error):
                raise files.damaged(self.path, f"the search index cannot be read ({error})") from error
            self._mend_search()
            return ask(self._searched(), *question, self.snapshot.last)

    def _searched(self) -> sqlite3.Connection:
        if self._search is None:
            found = index.connect(self.path, write=False)
            if not index.is_whole(found, self.id, self.snapshot.last):
                found.close()
                raise index.Lost("the index is not whole")
            self._search = found
        return self._search

    def _mend_search(self) -> None:
        """Make the index anew from the parts; needs the lock, as all writing does."""
        if self._search is not None:
            self._search.close()
            self._search = None
        with locked(self.path), parts.writing(self.path):
            now = log.snapshot(self.path)
            db = ready_index(self, now, anew=True)
            index.recover(db, now.last)
            db.close()

    def reading(self, id: str) -> Reading:
        """The very reading of an article, by its id or its address. UsageError where there is none."""
        for candidate in (id, id_of(canonical(id) or id)):
            for _, found in self.readings([candidate]):
                return found
        raise UsageError(
            f"{self.path} has no article {id!r}; `sayso search` and the table articles show the ids.",
            code="no-such-article",
        )

    def ids(self, filters: Filters | None = None) -> list[str]:
        """The ids of the articles that the filters keep, in order of publication, those without a date last."""
        where, values = where_of(self.tables, filters or Filters())
        return [
            row[0]
            for row in self.tables.ask(f"SELECT id FROM articles{where} ORDER BY published NULLS LAST, id", values)
        ]

    def readings(
        self, ids: Iterable[str] | None = None, only: Collection[str] | None = None
    ) -> Iterator[tuple[str, Reading]]:
        """Id and reading of each article, or of those with these ids (in their order, unknown ones left out).

        With `only` the readings have these of their fields beside article and model, the others are empty: that is faster.
        """
        for batch in self._packed_of(ids):
            for each in batch:
                yield each.id, unpacked(each.body, each.text, only)

    def _packed_of(self, ids: Iterable[str] | None) -> Iterator[list[_Packed]]:
        if ids is None:
            yield from self._whole(self.tables)
            return
        wanted = list(ids)
        for at in range(0, len(wanted), BATCH):
            some = wanted[at : at + BATCH]
            try:
                found = packed(self._searched(), some, self.snapshot.last)
                made = {id: _Packed(id, *held) for id, held in found.items()}
            except sqlite3.DatabaseError:  # the index is lost: the parts have the same, and take longer
                made = self._of_parts(self.tables, "list_contains(?::VARCHAR[], id)", some)
            yield [made[id] for id in some if id in made]

    def _whole(self, tables: Tables) -> Iterator[list[_Packed]]:
        """All articles, a commit at a time: its rows lie together, so that each part is gone through once."""
        for (commit,) in tables.ask("SELECT DISTINCT commit FROM articles ORDER BY commit"):
            made = self._of_parts(tables, "commit = ?", commit)
            yield [made[id] for id in sorted(made)]

    def _of_parts(self, tables: Tables, which: str, value: object) -> dict[str, _Packed]:
        texts = dict(tables.ask(f"SELECT id, text FROM articles WHERE {which}", [value]))
        rows = tables.ask(
            f"SELECT id, commit, body, raw_text FROM (SELECT article AS id, * FROM readings) WHERE {which}", [value]
        )
        return {id: _Packed(id, commit, body, json.loads(raw) if raw else texts[id]) for id, commit, body, raw in rows}

    def docs(self, snapshot: Snapshot) -> Iterator[list[Doc]]:
        """All articles for the search index, in batches."""
        tables = self.tables_of(snapshot)
        try:
            for batch in self._whole(tables):
                yield [Doc(each.id, each.commit, unpacked(each.body, each.text), each.body) for each in batch]
        finally:
            tables.close()

    # -- writing

    @contextmanager
    def writer(self, settings: ArchiveSettings | None = None) -> Iterator[Writer]:
        """The one writer. What it was given is committed at the end, also where the block is left by an error or Ctrl-C.

        ArchiveError where another process writes. When the block is left, this archive shows what it has now.
        """
        with locked(self.path):
            self._about = files.about(self.path)
            if self.version < VERSION:
                self._about = migrated(self._about, self.path)
            made = Writer(self, settings or self.settings)
            try:
                try:
                    yield made
                finally:
                    made.commit()
            finally:
                made.close()
                self.refresh()

    def compact(self) -> None:
        """Merge the parts of each table into one and leave out rows of replaced articles. Readers are not disturbed."""
        with self.writer() as writer:
            writer.compact()


def _within(filters: Filters, within: Within | None) -> Within:
    return within or ("quotations" if filters.of_quotations else "text")

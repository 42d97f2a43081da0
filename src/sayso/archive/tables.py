"""The tables of one snapshot for questions in SQL: DuckDB in memory over the parts, so that nothing is locked or written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.archive import files, log, parts
from sayso.archive.log import Snapshot
from sayso.archive.parts import quoted
from sayso.archive.rows import stamp
from sayso.archive.schema import DEAD, FROM_LOG, TABLES, Table
from sayso.archive.settings import ArchiveSettings
from sayso.errors import ArchiveError, UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

BATCH = 2048
"""Rows that are fetched at once where they are gone through."""
_BARE = '"_"'
"""Schema of the empty tables behind the views: they give each column its type, also where no part has it yet."""


class Tables:
    """The documented tables of one snapshot, to be asked and never written."""

    def __init__(self, folder: Path, about: dict[str, Any], snapshot: Snapshot, settings: ArchiveSettings) -> None:
        parts.check(folder, snapshot.parts)
        self.folder = folder
        self.db = parts.connection(settings.memory, settings.threads)
        try:
            self._lay_out(about, snapshot)
        except self.errors as error:
            raise self._unharmed(error) from error
        paths = [folder / files.PARTS / table / part.name for table, mine in snapshot.parts.items() for part in mine]
        forms = {form for path in paths for form in (str(path), parts.literal(str(path)))}
        allowed = ", ".join(map(quoted, sorted(forms)))
        # Nothing but the parts is to be had from now on: no file, no address, no extension.
        self.db.execute(f"SET allowed_paths = [{allowed}]")
        self.db.execute("SET enable_external_access = false")
        self.db.execute("SET lock_configuration = true")

    @property
    def errors(self) -> type[Exception]:
        import duckdb

        return duckdb.Error

    def _lay_out(self, about: dict[str, Any], snapshot: Snapshot) -> None:
        script = [f"CREATE SCHEMA {_BARE}", f"CREATE TABLE {_BARE}.{_defined(DEAD)}"]
        for table in (*TABLES, *FROM_LOG):
            script.append(f"CREATE TABLE {_BARE}.{_defined(table)}")
            script.append(f"CREATE VIEW {table.name} AS {self._select(table, snapshot)}")
            script.append(f"COMMENT ON VIEW {table.name} IS {quoted(table.comment)}")
            script += [
                f'COMMENT ON COLUMN {table.name}."{column.name}" IS {quoted(column.comment)}'
                for column in table.columns
            ]
        self.db.execute(";\n".join(script))  # at once: one by one takes twice the time
        parts.put(self.db, f"{_BARE}.dead", sorted(snapshot.dead))
        commits = [
            (each.number, each.kind, each.noted, each.added - each.anew, each.anew, each.set_aside, each.sayso)
            for each in log.every(self.folder, snapshot.last)
        ]
        parts.put(self.db, f"{_BARE}.commits", commits)
        migrations = [
            (each.get("version"), each.get("name"), _moment(each.get("noted")), each.get("sayso"))
            for each in about.get("migrations", [])
        ]
        parts.put(self.db, f"{_BARE}.migrations", migrations)

    def _select(self, table: Table, snapshot: Snapshot) -> str:
        """The rows of a table: those of its parts without those of replaced articles, columns as this version has them."""
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        select = f"SELECT {names} FROM {_BARE}.{table.name}"
        mine = snapshot.parts.get(table.name, ())
        if not mine:
            return select
        home = self.folder / files.PARTS / table.name
        held = f"SELECT * FROM read_parquet({parts.listed(home / part.name for part in mine)}, union_by_name = true)"
        if table.of_article and snapshot.dead:
            held += f" AS t ANTI JOIN {_BARE}.dead AS x ON x.article = t.{table.of_article} AND x.commit = t.commit"
        return f"SELECT {names} FROM ({select} UNION ALL BY NAME ({held}))"

    def ask(self, sql: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """Rows of a question of ours."""
        try:
            return self.db.execute(sql, values or []).fetchall()
        except self.errors as error:
            raise self._unharmed(error) from error

    def rows(self, sql: str, values: list[Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """The same one after the other, for those that are too many to be held at once; other questions may come between."""
        cursor = self.db.cursor()
        try:
            cursor.execute(sql, values or [])
            while some := cursor.fetchmany(BATCH):
                yield from some
        except self.errors as error:
            raise self._unharmed(error) from error
        finally:
            cursor.close()

    def sql(self, text: str) -> DuckDBPyRelation:
        """The answer to somebody's question. UsageError where it is none, or wants to write."""
        import duckdb

        try:
            found = duckdb.extract_statements(text)
            if len(found) != 1:
                what = "is no question" if not found else f"are {len(found)} statements"
                raise UsageError(f"There {what} in this SQL; give one SELECT.", code="sql")
            if found[0].type != duckdb.StatementType.SELECT:
                raise UsageError(
                    "Only questions can be put to an archive (SELECT, FROM, WITH, DESCRIBE); it is written by `sayso add` alone.",
                    code="read-only",
                )
            return self.db.sql(text)
        except duckdb.Error as error:
            raise sql_error(error) from error

    def _unharmed(self, error: Exception) -> ArchiveError:
        return files.damaged(self.folder, " ".join(str(error).split())[:300])

    def close(self) -> None:
        self.db.close()


def sql_error(error: Exception) -> UsageError:
    """What DuckDB says of a question, as one sentence."""
    words = " ".join(str(error).split("\n\nLINE ")[0].split())
    if "file system operations are disabled" in words or ("file system" in words and "disabled" in words):
        words = "files and addresses cannot be read from within an archive's SQL"
    return UsageError(f"The SQL cannot be answered: {words[:400].rstrip('.')}.", code="sql")


def _defined(table: Table) -> str:
    return f"{table.name} (" + ", ".join(f'"{column.name}" {column.type}' for column in table.columns) + ")"


def _moment(words: str | None) -> str | None:
    from datetime import datetime

    return stamp(datetime.fromisoformat(words)) if words else None

"""Parts: immutable Parquet files, written whole, merged and swept. DuckDB writes them; PyArrow is not needed."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.archive import files
from sayso.archive.log import Part
from sayso.archive.rows import Row, Rows
from sayso.archive.schema import BY_NAME, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LINE = 16_777_216
"""DuckDB's usual limit of one JSON object; a longer article gets more room."""


def connection(memory: str, threads: int = 0) -> DuckDBPyConnection:
    """A database in memory, which keeps within `memory` and never writes to the disk what it was not told to."""
    import duckdb

    made = duckdb.connect(":memory:")
    made.execute("SET enable_progress_bar = false")
    made.execute("SET autoinstall_known_extensions = false")
    made.execute("SET autoload_known_extensions = false")
    made.execute(f"SET memory_limit = {quoted(memory)}")
    made.execute("SET temp_directory = ''")
    if threads:
        made.execute(f"SET threads = {threads}")
    return made


def quoted(words: str) -> str:
    """A string as SQL writes it."""
    return "'" + words.replace("'", "''") + "'"


def listed(paths: Iterable[Path]) -> str:
    """Paths as a list for `read_parquet`, each taken literally."""
    return "[" + ", ".join(quoted(literal(str(path))) for path in paths) + "]"


def literal(path: str) -> str:
    """A path whose brackets and stars are no pattern: DuckDB reads patterns, and takes `[[]` for `[`."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in path)


def put(db: DuckDBPyConnection, name: str, rows: Iterable[tuple[str | int | None, ...]]) -> None:
    """Insert rows. As literals: DuckDB looks for pandas anew at each value that is bound to a question mark."""
    made = ", ".join("(" + ", ".join(map(_literally, row)) + ")" for row in rows)
    if made:
        db.execute(f"INSERT INTO {name} VALUES {made}")


def _literally(value: str | int | None) -> str:
    return "NULL" if value is None else quoted(value) if isinstance(value, str) else str(value)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What DuckDB, SQLite or the system says of a write that failed, as an `OutputError`."""
    import sqlite3

    import duckdb

    try:
        yield
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException, sqlite3.DatabaseError) as error:
        raise files.not_written(folder, error) from error


def add(db: DuckDBPyConnection, folder: Path, commit: int, rows: Rows) -> dict[str, tuple[Part, ...]]:
    """Write a commit's rows as one part a table; none for a table without rows."""
    made: dict[str, tuple[Part, ...]] = {}
    for name, mine in rows.items():
        if mine:
            made[name] = (_written(db, folder, BY_NAME[name], commit, mine),)
    return made


def _written(db: DuckDBPyConnection, folder: Path, table: Table, commit: int, rows: list[Row]) -> Part:
    home = folder / files.PARTS / table.name
    home.mkdir(parents=True, exist_ok=True)
    lines = home / f"{files.TEMPORARY}{secrets.token_hex(6)}.jsonl"
    try:
        longest = 0
        with lines.open("wb") as out:
            for row in rows:
                line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
                longest = max(longest, len(line))
                out.write(line + b"\n")
        columns = ", ".join(f'"{column.name}": {quoted(column.type)}' for column in table.columns)
        select = (
            f"SELECT * FROM read_json({quoted(literal(str(lines)))}, format = 'newline_delimited', "
            f"maximum_object_size = {max(_LINE, longest + 1024)}, columns = {{{columns}}})"
        )
        return _copied(db, home, table, commit, select)
    finally:
        with suppress(OSError):
            lines.unlink(missing_ok=True)


def merged(
    db: DuckDBPyConnection,
    folder: Path,
    table: Table,
    commit: int,
    parts: Iterable[Part],
    dead: Iterable[tuple[str, int]],
) -> Part:
    """The rows of several parts as one, in their order, without those of replaced articles."""
    home = folder / files.PARTS / table.name
    paths = [home / part.name for part in parts]
    select = f"SELECT * FROM read_parquet({listed(paths)}, union_by_name = true)"
    if table.of_article and dead:
        db.execute("CREATE OR REPLACE TEMP TABLE dead (article VARCHAR, commit INTEGER)")
        put(db, "dead", sorted(dead))
        select += f" AS t ANTI JOIN dead ON dead.article = t.{table.of_article} AND dead.commit = t.commit"
    return _copied(db, home, table, commit, select)


def _copied(db: DuckDBPyConnection, home: Path, table: Table, commit: int, select: str) -> Part:
    aside = home / f"{files.TEMPORARY}{secrets.token_hex(6)}"
    path = home / f"{commit:08}-{secrets.token_hex(4)}.parquet"
    try:
        db.execute(
            f"COPY ({select}) TO {quoted(str(aside))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {table.group})"
        )
        files.sync(aside)
        size = aside.stat().st_size
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    files.settle(home)
    return Part(path.name, size)


def sweep(folder: Path, keep: dict[str, set[str]]) -> int:
    """Remove what no commit names any more, or never did; returns how many files. `keep` has the names by table."""
    gone = 0
    for home in (folder / files.PARTS).iterdir():
        for each in list(home.iterdir()) if home.is_dir() else []:
            if each.name not in keep.get(home.name, ()):
                each.unlink(missing_ok=True)
                gone += 1
    for home in (folder, folder / files.LOG):
        for each in home.glob(f"{files.TEMPORARY}*"):
            each.unlink(missing_ok=True)
            gone += 1
    return gone


def check(folder: Path, parts: dict[str, tuple[Part, ...]]) -> None:
    """ArchiveError where a part is missing or not as long as it was written."""
    for table, mine in parts.items():
        for part in mine:
            path = folder / files.PARTS / table / part.name
            shown = f"{files.PARTS}/{table}/{part.name}"
            try:
                size = path.stat().st_size
            except FileNotFoundError:
                raise files.damaged(folder, f"{shown} is missing") from None
            except OSError as error:
                raise files.damaged(folder, f"{shown} cannot be read ({error.strerror})") from None
            if size != part.bytes:
                raise files.damaged(folder, f"{shown} has {size:,} bytes instead of {part.bytes:,}")

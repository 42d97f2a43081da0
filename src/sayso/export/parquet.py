"""Parquet, written by DuckDB from rows that wait in a file, so that memory does not grow with them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from sayso.errors import OutputError
from sayso.export.files import Tally, replacing, saying
from sayso.export.table import COLUMNS, Column, Row, Sort, Unit, rows
from sayso.records import Reading

_LEAST = 1_000_000
"""Bytes that DuckDB is told the longest row has, at least; it sets aside twice as much, and by itself takes no row over 16 MB."""

_GROUP = 10_240
"""Rows that DuckDB holds until it writes them: five of its vectors; chosen by hand."""

_TYPES = {
    Sort.TEXT: "VARCHAR",
    Sort.TEXTS: "VARCHAR[]",
    Sort.INTEGER: "BIGINT",
    Sort.REAL: "DOUBLE",
    Sort.TRUTH: "BOOLEAN",
    Sort.SPANS: 'STRUCT("start" BIGINT, "end" BIGINT)[]',
}


def write(readings: Iterable[Reading], path: Path, unit: Unit, tally: Tally) -> None:
    """Write the table into `path`, whole or not at all, with the columns' comments as its key-value metadata."""
    with replacing(path) as temporary:
        held = temporary.with_name(temporary.name + ".rows")
        try:
            longest = _hold(held, rows(readings, unit, tally), name=path)
            _copy(held, temporary, COLUMNS[unit], longest, name=path)
        finally:
            held.unlink(missing_ok=True)


def _hold(held: Path, given: Iterable[Row], *, name: Path) -> int:
    """Write the rows as JSON lines; the bytes of the longest, `_LEAST` at least."""
    longest = _LEAST
    with saying(name):
        out = held.open("wb")
    with out:
        for row in given:
            line = json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
            longest = max(longest, len(line))
            with saying(name):
                out.write(line)
        with saying(name):
            out.flush()
    return longest


def _copy(held: Path, path: Path, columns: tuple[Column, ...], longest: int, *, name: Path) -> None:
    """JSON lines into a Parquet file; `name` is what an error calls it."""
    import duckdb

    typed = ", ".join(f"{_quoted(each.name)}: {_quoted(_TYPES[each.sort])}" for each in columns)
    comments = ", ".join(f"{each.name}: {_quoted(each.comment)}" for each in columns)
    read = f"read_json(?, format='newline_delimited', maximum_object_size={longest}, columns={{{typed}}})"
    options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP}, KV_METADATA {{{comments}}}"
    try:
        with duckdb.connect(":memory:") as database:
            database.execute("SET enable_progress_bar = false")
            database.execute("SET threads = 1")  # more hold several row groups each, and the disk is what is waited for
            database.execute(f"COPY (SELECT * FROM {read}) TO {_quoted(str(path))} ({options})", [_literal(held)])
    except (OSError, duckdb.Error) as error:
        raise OutputError(f"{name} could not be written: {str(error).splitlines()[0]}.") from error


def _literal(path: Path) -> str:
    """A path whose brackets and stars are no pattern: DuckDB reads patterns, and takes `[[]` for `[`."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in str(path))


def _quoted(words: str) -> str:
    """A string as SQL writes it."""
    return "'" + words.replace("'", "''") + "'"

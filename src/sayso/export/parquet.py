"""Parquet, through pyarrow where it is installed and DuckDB where it is not: the same columns and rows from both."""

from __future__ import annotations

import importlib
import json
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.errors import MissingExtraError, OutputError
from sayso.export.files import Tally, replacing, saying
from sayso.export.table import COLUMNS, Column, Row, Sort, Unit, rows
from sayso.records import Reading

BATCH = 1_000
"""Rows held in memory at a time; chosen by hand, a few MB of quotations."""

_LONGEST = 512_000_000
"""Bytes of JSON that DuckDB takes for one row; its own limit of 16 MB is under what an article may be."""

_DUCKDB = {
    Sort.TEXT: "VARCHAR",
    Sort.TEXTS: "VARCHAR[]",
    Sort.INTEGER: "BIGINT",
    Sort.REAL: "DOUBLE",
    Sort.TRUTH: "BOOLEAN",
    Sort.SPANS: 'STRUCT("start" BIGINT, "end" BIGINT)[]',
}


def write(readings: Iterable[Reading], path: Path, unit: Unit, tally: Tally) -> None:
    """Write the table into `path`, whole or not at all. MissingExtraError where neither library is there."""
    with replacing(path) as temporary:
        write_rows(temporary, COLUMNS[unit], rows(readings, unit, tally), name=path)


def write_rows(path: Path, columns: tuple[Column, ...], given: Iterable[Row], *, name: Path) -> None:
    """Write rows into a new Parquet file with whichever library is there; `name` is what an error calls the file."""
    for library, way in (("pyarrow", _with_arrow), ("duckdb", _with_duckdb)):
        try:
            module = importlib.import_module(library)
        except ImportError:
            continue
        way(module, path, columns, iter(given), name)
        return
    raise MissingExtraError("Parquet needs pyarrow or DuckDB; install one: pip install pyarrow.")


def _with_arrow(arrow: Any, path: Path, columns: tuple[Column, ...], given: Iterator[Row], name: Path) -> None:
    parquet = importlib.import_module("pyarrow.parquet")
    types = {
        Sort.TEXT: arrow.string(),
        Sort.TEXTS: arrow.list_(arrow.string()),
        Sort.INTEGER: arrow.int64(),
        Sort.REAL: arrow.float64(),
        Sort.TRUTH: arrow.bool_(),
        Sort.SPANS: arrow.list_(arrow.struct([("start", arrow.int64()), ("end", arrow.int64())])),
    }
    fields = [arrow.field(each.name, types[each.sort], metadata={"comment": each.comment}) for each in columns]
    schema = arrow.schema(fields)
    with saying(name), path.open("wb") as out, parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(given, BATCH)):
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))


def _with_duckdb(duckdb: Any, path: Path, columns: tuple[Column, ...], given: Iterator[Row], name: Path) -> None:
    typed = ", ".join(f"'{each.name}': '{_DUCKDB[each.sort]}'" for each in columns)
    with saying(name), tempfile.TemporaryDirectory(dir=path.parent, prefix=".rows.") as folder:
        held = Path(folder) / "rows.jsonl"
        with held.open("w", encoding="utf-8") as out:
            for row in given:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        source = f"read_json(?, format='newline_delimited', maximum_object_size={_LONGEST}, columns={{{typed}}})"
        connection = duckdb.connect(":memory:")
        try:
            quoted = str(path).replace("'", "''")
            connection.execute(
                f"COPY (SELECT * FROM {source}) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)", [str(held)]
            )
        except duckdb.Error as error:
            raise OutputError(f"{name} could not be written: {str(error).splitlines()[0]}.") from error
        finally:
            connection.close()

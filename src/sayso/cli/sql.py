"""`sayso sql`: the answer to a question in SQL as a table, JSON or CSV."""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from sayso import api
from sayso.archive import sql_error
from sayso.cli.ask import Page
from sayso.cli.output import prepare_stdout, write
from sayso.cli.terminal import MARKER
from sayso.errors import UsageError
from sayso.export.safe import clipped, safe_cell, safe_json

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

BATCH = 1000
MOST_ROWS = 500
"""Rows shown as a table; JSON and CSV have all."""
CELL = 200
TABLES = (
    'SELECT table_name AS "table", column_name AS "column", data_type AS type, comment AS meaning FROM duckdb_columns() '
    "WHERE schema_name = 'main' AND NOT internal ORDER BY table_name, column_index"
)


def run(options: argparse.Namespace) -> int:
    """Answer one question; returns 0, also where the answer is empty."""
    prepare_stdout(data=options.json or options.csv)
    question = options.question
    if question == "-":
        question = sys.stdin.read() if sys.stdin else ""
    import duckdb

    with api.open(options.archive) as archive:
        answer = archive.sql(TABLES if question is None else question)
        if answer is None:
            raise UsageError("That is no question with an answer; give one SELECT.", code="sql")
        try:
            if options.json:
                _json(answer)
            elif options.csv:
                _csv(answer)
            else:
                _shown(answer, Page(options))
        except duckdb.Error as error:
            raise sql_error(error) from error
    return 0


def _rows(answer: DuckDBPyRelation) -> Iterator[tuple[Any, ...]]:
    while some := answer.fetchmany(BATCH):
        yield from some


def _json(answer: DuckDBPyRelation) -> None:
    names, before = _unlike(answer.columns), "[\n"
    for row in _rows(answer):
        made = dict(zip(names, map(_plain, row), strict=True))
        write(before + safe_json(json.dumps(made, ensure_ascii=False)))
        before = ",\n"
    write("\n]\n" if before == ",\n" else "[]\n")


def _unlike(names: list[str]) -> list[str]:
    """Names of columns, the second of one name with a number, since a JSON object has each once."""
    made: list[str] = []
    for name in names:
        number, chosen = 1, name
        while chosen in made:
            number += 1
            chosen = f"{name}_{number}"
        made.append(chosen)
    return made


def _csv(answer: DuckDBPyRelation) -> None:
    held = io.StringIO()
    out = csv.writer(held, lineterminator="\n")
    out.writerow([safe_cell(name) for name in answer.columns])
    for row in _rows(answer):
        out.writerow([_cell(value) for value in row])
        write(held.getvalue())
        held.truncate(held.seek(0))
    write(held.getvalue())


def _cell(value: Any) -> Any:
    plain = _plain(value)
    if plain is None or isinstance(plain, int | float):
        return plain
    return safe_cell(plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False))


def _shown(answer: DuckDBPyRelation, page: Page) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=MARKER)
    rows = answer.fetchmany(MOST_ROWS + 1)
    for place, name in enumerate(answer.columns):
        number = any(isinstance(row[place], int | float) and not isinstance(row[place], bool) for row in rows)
        table.add_column(Text(clipped(name, CELL)), justify="right" if number else "left", overflow="fold")
    for row in rows[:MOST_ROWS]:
        table.add_row(*(Text(_words(value)) for value in row))
    if answer.columns:
        page.console.print(table)
    page.out()
    if len(rows) > MOST_ROWS:
        print(f"the first {MOST_ROWS} rows; --json and --csv have all", file=sys.stderr)


def _words(value: Any) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    return clipped(plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False), CELL)


def _plain(value: Any) -> Any:
    """A value of DuckDB as JSON has it: moments as ISO 8601 writes them, what JSON has no word for as words or null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return str(value)

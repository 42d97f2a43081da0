"""Parquet: the rows of the tables, with types and comments, there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import OutputError
from sayso.export import parquet
from sayso.export.files import Tally
from sayso.export.table import COLUMNS, Row, Unit, rows
from sayso.records import Reading
from tests.export.readings import READINGS

duckdb = pytest.importorskip("duckdb")


def asked(sql: str, path: Path) -> Any:
    literal = "".join(f"[{c}]" if c in "*?[" else c for c in str(path))
    return duckdb.connect(":memory:").execute(sql, [literal])


def read(path: Path) -> list[Row]:
    found = asked("SELECT * FROM read_parquet(?)", path)
    return [dict(zip([each[0] for each in found.description], row, strict=True)) for row in found.fetchall()]


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("name", ["plain.parquet", "it's [a*] {b} %.parquet"])
def test_rows_come_back(name: str, unit: Unit, tmp_path: Path) -> None:
    some = list(READINGS.values())
    tally = Tally()
    parquet.write(some, tmp_path / name, unit, tally)
    assert read(tmp_path / name) == list(rows(some, unit, Tally()))
    assert tally.readings == len(some)
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_no_readings_are_a_table_without_rows(tmp_path: Path) -> None:
    parquet.write([], tmp_path / "none.parquet", Unit.QUOTATIONS, Tally())
    assert read(tmp_path / "none.parquet") == []


@pytest.mark.parametrize("unit", Unit)
def test_columns_have_types_and_comments(unit: Unit, tmp_path: Path) -> None:
    parquet.write([], tmp_path / "none.parquet", unit, Tally())
    types = {
        row[0]: row[1] for row in asked("DESCRIBE SELECT * FROM read_parquet(?)", tmp_path / "none.parquet").fetchall()
    }
    assert list(types) == [column.name for column in COLUMNS[unit]]
    wanted = {
        "score": "DOUBLE",
        "via": "VARCHAR[]",
        "cue_spans": 'STRUCT("start" BIGINT, "end" BIGINT)[]',
        "words": "BIGINT",
    }
    assert {name: kind for name, kind in types.items() if name in wanted}.items() <= wanted.items()
    comments = asked(
        "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)", tmp_path / "none.parquet"
    ).fetchall()
    assert dict(comments) == {column.name: column.comment for column in COLUMNS[unit]}


def test_an_article_over_the_usual_limit_of_a_row(tmp_path: Path) -> None:
    from dataclasses import replace

    made = READINGS["nothing found"]
    long = replace(made, article=replace(made.article, text="rain " * 4_000_000))
    parquet.write([long], tmp_path / "long.parquet", Unit.ARTICLES, Tally())
    assert asked("SELECT length(text) FROM read_parquet(?)", tmp_path / "long.parquet").fetchall() == [(20_000_000,)]


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def coming() -> Iterator[Reading]:
        yield READINGS["whole"]
        raise OutputError("the disk is full.")

    with pytest.raises(OutputError):
        parquet.write(coming(), tmp_path / "some.parquet", Unit.QUOTATIONS, Tally())
    assert not list(tmp_path.iterdir())

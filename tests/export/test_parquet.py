"""Parquet: the same rows from pyarrow and from DuckDB, with types and comments."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import MissingExtraError, OutputError
from sayso.export import parquet
from sayso.export.files import Tally
from sayso.export.table import COLUMNS, Row, Sort, Unit, rows
from tests.export.readings import READINGS

LIBRARIES = ("pyarrow", "duckdb")


def only(library: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no other of the two were installed."""
    real = importlib.import_module

    def chosen(name: str, package: str | None = None) -> Any:
        if name.split(".")[0] in LIBRARIES and name.split(".")[0] != library:
            raise ImportError(name)
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", chosen)


def read(path: Path) -> list[Row]:
    """The rows of a file, read by whichever library is there."""
    for name in LIBRARIES:
        try:
            library: Any = importlib.import_module(name)
        except ImportError:
            continue
        if name == "pyarrow":
            return list(importlib.import_module("pyarrow.parquet").read_table(path).to_pylist())
        found = library.connect().execute("SELECT * FROM read_parquet(?)", [str(path)])
        return [dict(zip([each[0] for each in found.description], row, strict=True)) for row in found.fetchall()]
    pytest.skip("neither pyarrow nor DuckDB is installed")


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("library", LIBRARIES)
def test_rows_come_back(library: str, unit: Unit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(library)
    some = list(READINGS.values())
    tally = Tally()
    with monkeypatch.context() as patch:
        only(library, patch)
        parquet.write(some, tmp_path / "it's.parquet", unit, tally)
    assert read(tmp_path / "it's.parquet") == list(rows(some, unit, Tally()))
    assert tally.readings == len(some)
    assert [each.name for each in tmp_path.iterdir()] == ["it's.parquet"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_no_readings_are_a_table_without_rows(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(library)
    with monkeypatch.context() as patch:
        only(library, patch)
        parquet.write([], tmp_path / "none.parquet", Unit.QUOTATIONS, Tally())
    assert read(tmp_path / "none.parquet") == []


def test_columns_have_types_and_comments(tmp_path: Path) -> None:
    library = pytest.importorskip("pyarrow.parquet")
    parquet.write([], tmp_path / "none.parquet", Unit.QUOTATIONS, Tally())
    schema = library.read_schema(tmp_path / "none.parquet")
    assert {str(schema.field(each.name).type) for each in COLUMNS[Unit.QUOTATIONS] if each.sort is Sort.REAL} == {
        "double"
    }
    assert schema.field("score").metadata[b"comment"].startswith(b"how likely")


def test_without_either_library_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(None, monkeypatch)
    with pytest.raises(MissingExtraError, match="pip install pyarrow"):
        parquet.write([], tmp_path / "none.parquet", Unit.QUOTATIONS, Tally())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_failure_leaves_nothing(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(library)
    only(library, monkeypatch)

    def coming() -> Any:
        yield READINGS["whole"]
        raise OutputError("the disk is full.")

    with pytest.raises(OutputError):
        parquet.write(coming(), tmp_path / "some.parquet", Unit.QUOTATIONS, Tally())
    assert not list(tmp_path.iterdir())

"""CSV: what a spreadsheet would run is text, everything comes back, and a parser of the standard reads it."""

from __future__ import annotations

import csv as standard
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export import csv
from sayso.export.files import Tally
from sayso.export.table import COLUMNS, Sort, Unit, rows
from sayso.records import Reading
from tests.export.readings import HOSTILE, READINGS, odd_text, readings
from tests.marked import whole

GUARDED = (
    ("=1+1", "'=1+1", "a formula"),
    ("+1", "'+1", "a formula to Excel and Lotus"),
    ("-1", "'-1", "the same"),
    ("@SUM(A1)", "'@SUM(A1)", "the same"),
    ("\t=1", "'\t=1", "white space before a formula"),
    ("\r=1", "'\r=1", "the same"),
    ("\n=1", "'\n=1", "the same"),
    ("＝1", "'＝1", "a full-width sign, which some spreadsheets take for the other"),
    ("'=1", "''=1", "an apostrophe of the page's own before it, so that ours can be told from it"),
    ("'twas", "'twas", "no formula"),
    ("a=1", "a=1", "no formula"),
    ("“=1”", "“=1”", "no formula"),
    ("–5", "–5", "a dash is no minus"),
    ("", "", "nothing"),
)


@pytest.mark.parametrize(("text", "cell", "why"), GUARDED, ids=[each[2] for each in GUARDED])
def test_formulas_are_guarded(text: str, cell: str, why: str) -> None:
    assert csv.guarded(text) == cell, why
    assert csv.unguarded(cell) == text


@given(st.lists(st.sampled_from([*"'=+-@\t\r\na1"]), max_size=5).map("".join) | odd_text)
def test_guarding_is_undone(text: str) -> None:
    assert csv.unguarded(csv.guarded(text)) == text
    assert not csv.guarded(text).startswith(tuple("=+-@\t\r\n＝＋－＠"))


def test_no_cell_starts_a_formula() -> None:
    made = "".join(csv.lines(READINGS.values(), Unit.QUOTATIONS, Tally()))
    made += "".join(csv.lines(READINGS.values(), Unit.ARTICLES, Tally()))
    cells = [cell for record in standard.reader(io.StringIO(made, newline="")) for cell in record]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]
    assert any(HOSTILE[1] in cell for cell in cells)


@pytest.mark.parametrize("unit", Unit)
@settings(max_examples=60, deadline=None)
@given(made=readings())
def test_cells_come_back(unit: Unit, made: Reading) -> None:
    text = "".join(csv.lines([made], unit, Tally(), bom=True))
    again = list(csv.read(io.StringIO(text.encode("utf-8").decode("utf-8"), newline="")))
    wanted = list(rows([made], unit, Tally()))
    assert len(again) == len(wanted)
    for one, other in zip(again, wanted, strict=True):
        for column in COLUMNS[unit]:
            if column.sort is Sort.TEXT:
                assert one[column.name] == (other[column.name] or "")


def test_it_is_rfc_4180() -> None:
    made = "".join(csv.lines([READINGS["hostile"]], Unit.QUOTATIONS, Tally()))
    assert made.endswith("\r\n")
    assert '"a ""quoted, cell""\r\nof two lines"' in made, "quotation marks doubled, lines within quotation marks"
    records = list(standard.reader(io.StringIO(made, newline=""), strict=True))
    assert {len(record) for record in records} == {len(COLUMNS[Unit.QUOTATIONS])}
    assert len(records) == 1 + len(HOSTILE)


def test_the_mark_is_there_when_asked_for() -> None:
    for bom in (True, False):
        made = "".join(csv.lines([whole()], Unit.ARTICLES, Tally(), bom=bom))
        assert made.startswith("\ufeffarticle,") is bom
        assert next(csv.read(io.StringIO(made, newline="")))["article"] == "test"


def test_what_a_table_cannot_hold_is_counted() -> None:
    tally = Tally()
    made = "".join(csv.lines([READINGS["hostile"]], Unit.QUOTATIONS, tally))
    assert made.count("\ufffd") == tally.replaced > 0
    assert "\x00" not in made

"""Each format of one whole reading, character by character, and one reading in a table by hand."""

from __future__ import annotations

import json

import pytest

from sayso.export.formats import Export, Format, Tally, Unit, chunks
from sayso.export.table import COLUMNS, rows
from tests.export.expected import FILES, HERE, made
from tests.export.readings import READINGS
from tests.marked import whole


@pytest.mark.parametrize("name", FILES)
def test_export_is_what_it_was(name: str) -> None:
    assert made(name) == (HERE / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("name", READINGS)
def test_rows_have_the_documented_columns(name: str, unit: Unit) -> None:
    for row in rows([READINGS[name]], unit, Tally()):
        assert list(row) == [column.name for column in COLUMNS[unit]]


def test_a_quotation_as_a_row() -> None:
    first, second, third = rows([whole()], Unit.QUOTATIONS, Tally())
    assert (first["speaker"], first["cue"], first["content"]) == ("Ines Marlow", "said", "“not today”")
    assert (first["chain"], first["via"]) == ("Ines Marlow → the Courier → The Ellery Gazette", ["the Courier"])
    assert (first["said"], first["venue_kind"], first["addressee"]) == ("2024-03-04", "interview", "the Courier")
    assert (second["source"], second["certainty"], second["polarity"], second["hedges"]) == (
        "She",
        "hedged",
        "denied",
        "apparently",
    )
    assert (third["speaker"], third["source"], third["source_class"]) == (None, None, "unattributed")
    assert third["content_spans"] == [{"start": 148, "end": 164}]


def test_an_article_as_a_row() -> None:
    (row,) = rows([whole()], Unit.ARTICLES, Tally())
    counts = ("quotations", "direct", "indirect", "mixed", "people", "hedges", "times", "happenings", "words")
    assert [row[name] for name in counts] == [3, 1, 2, 0, 2, 2, 2, 2, len(whole().article.text.split())]
    assert row["speakers"] == ["Ines Marlow"], "once, though she speaks twice"


@pytest.mark.parametrize("format", [each for each in Format if each is not Format.PARQUET])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_document_holds_any_number_of_readings(format: Format, count: int) -> None:
    tally = Tally()
    made = "".join(chunks([whole()] * count, Export(format), tally))
    assert tally.readings == count
    assert tally.replaced == 0
    if format is Format.JSONL:
        assert len(made.splitlines()) == 3 * count
    elif format in (Format.WEB_ANNOTATION, Format.PROV, Format.SCHEMA_ORG):
        json.loads(made)


@pytest.mark.parametrize("format", [each for each in Format if each is not Format.PARQUET])
def test_nothing_is_read_before_it_is_written(format: Format) -> None:
    """A hundred readings are never in memory together: each is asked for when the ones before have gone out."""
    asked, written = 0, 0

    def coming() -> object:
        nonlocal asked
        for _ in range(100):
            asked += 1
            yield whole()

    for chunk in chunks(coming(), Export(format), Tally()):  # type: ignore[arg-type]
        written += "not today" in chunk
        assert asked <= written + 2
    assert asked == 100

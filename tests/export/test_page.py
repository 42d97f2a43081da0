"""docs/exports.md says what the exports do: every format, every column, every role, and its examples are what is written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sayso.export.formats import Format, Unit
from sayso.export.placed import placed
from sayso.export.table import COLUMNS
from tests.export.expected import made
from tests.export.readings import READINGS

PAGE = (Path(__file__).parents[2] / "docs/exports.md").read_text(encoding="utf-8")


def example(format: Format) -> str:
    """The first block of code in a format's section."""
    section = PAGE.split(f"## `{format}`\n", 1)[1].split("\n## ", 1)[0]
    found = re.search(r"```\w+\n(.*?)\n```", section, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("format", Format)
def test_every_format_has_its_section(format: Format) -> None:
    assert f"\n## `{format}`\n" in PAGE
    assert f"\n| `{format}` | " in PAGE


@pytest.mark.parametrize("unit", Unit)
def test_every_column_is_in_its_table(unit: Unit) -> None:
    for column in COLUMNS[unit]:
        assert f"\n| `{column.name}` | {column.sort} | {column.comment} |\n" in PAGE


def test_every_role_is_mapped() -> None:
    for format in (Format.WEB_ANNOTATION, Format.TEI):
        section = PAGE.split(f"## `{format}`\n", 1)[1].split("\n## ", 1)[0]
        for role in {each.role for each in placed(READINGS["whole"])} - {"time"}:
            assert role in section, role


def objects(text: str) -> list[Any]:
    """The JSON values that stand one after another in a text."""
    decoder, found, at = json.JSONDecoder(), [], 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        found.append(value)
        at += len(text[at:]) - len(text[at:].lstrip())
    return found


@pytest.mark.parametrize("format", [Format.WEB_ANNOTATION, Format.PROV, Format.SCHEMA_ORG])
def test_examples_of_linked_data_are_what_is_written(format: Format) -> None:
    document = json.loads(made(f"{format}.jsonld"))
    items = document["first"]["items"] if format is Format.WEB_ANNOTATION else document["@graph"]
    shown = objects(example(format))
    assert shown
    assert all(each in items for each in shown)


def test_the_examples_of_text_are_what_is_written() -> None:
    assert example(Format.CSV).split("\n") == made("quotations.csv").split("\r\n")[:2]
    assert all(line in made("tei.xml") for line in example(Format.TEI).split("\n"))

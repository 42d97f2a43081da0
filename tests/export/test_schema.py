"""Our JSON is what docs/reading.schema.json says."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sayso.records import Article, Block, BlockKind, Reading
from tests.marked import reading, whole

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/reading.schema.json").read_text(encoding="utf-8"))
CHECK = Draft202012Validator(SCHEMA)

READINGS = {
    "everything": reading(
        "[C1 “Not today,”] [Q1 said] [S1 Ines Marlow], [Q2 adding] [C2 that [S3 the firm] [Q3 had promised] [C3 “care”]].",
        title="Bridge to shut",
        outlet="The Ellery Courier",
        authors=("Mara Quill",),
        published=date(2024, 3, 5),
        modified=datetime(2024, 3, 6, 9, 10, tzinfo=UTC),
        captured=datetime(2024, 3, 7, 1, 2, 3, 456, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
        url="https://courier.example/a",
        language="en",
    ),
    "a whole reading": whole(),
    "nothing": reading("It rained."),
    "every block": Reading(
        Article("x", "ab" * 10, tuple(Block(kind, 2 * n, 2 * n + 2) for n, kind in enumerate(BlockKind))),
        (),
        "none",
        ("A note.",),
    ),
    "surrogate": reading("[C1 “\ud800”] [Q1 said] [S1 X]."),
}


def closed(schema: Any) -> Any:
    """The schema with every object shut against keys that it does not name, so that a new key needs its documentation."""
    if isinstance(schema, dict):
        made = {key: closed(value) for key, value in schema.items()}
        return {**made, "additionalProperties": False} if made.get("type") == "object" else made
    return [closed(each) for each in schema] if isinstance(schema, list) else schema


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", READINGS)
def test_output_is_valid_and_has_no_undocumented_key(name: str) -> None:
    made = json.loads(READINGS[name].to_json())
    assert made == READINGS[name].to_dict()
    CHECK.validate(made)
    Draft202012Validator(closed(SCHEMA)).validate(made)


def test_the_schema_refuses_what_is_wrong() -> None:
    made = READINGS["everything"].to_dict()
    made["attributions"][0]["kind"] = "shouted"
    made["article"]["published"] = "yesterday"
    assert sorted(error.json_path for error in CHECK.iter_errors(made)) == [
        "$.article.published",
        "$.attributions[0].kind",
    ]

"""JSON lines: a reading a line (docs/json.md), or a quotation a line (docs/exports.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.files import Tally
from sayso.export.placed import Placed
from sayso.export.safe import safe_json
from sayso.records import Reading, Span

QUOTATION_SCHEMA = "sayso-quotation/1"
"""Name and version of a line of the quotation-centric form."""


def articles(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """One line for each reading: `Reading.to_json()`."""
    for reading in readings:
        tally.readings += 1
        tally.rows += 1
        yield safe_json(reading.to_json()) + "\n"


def quotations(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """One line for each attribution, with its article (without text and blocks), its speaker and when it was said."""
    for reading in readings:
        tally.readings += 1
        whole = reading.to_dict()
        article = {key: value for key, value in whole["article"].items() if key not in ("text", "blocks")}
        people = {person["id"]: person for person in whole["people"]}
        times = {time["id"]: time for time in whole["times"]}
        for found in whole["attributions"]:
            tally.rows += 1
            row = {
                "schema": QUOTATION_SCHEMA,
                "model": whole["model"],
                "article": article,
                "quotation": found,
                "speaker": people.get(found["speaker"]),
                "addressee": people.get(found["addressee"]),
                "said": times.get(found["said"]),
                "wire": whole["wire"],
            }
            yield safe_json(json.dumps(row, ensure_ascii=False)) + "\n"


def spans(lines: Iterable[str]) -> Iterator[Placed]:
    """Every span of the lines that `articles` or `quotations` made, in their order; ValueError for a line of another form."""
    for line in lines:
        if not line.strip():
            continue
        row = json.loads(line)
        schema = row.get("schema") if isinstance(row, dict) else None
        if schema == QUOTATION_SCHEMA:
            yield from _attribution(row["article"]["id"], row["quotation"])
        elif schema == "sayso-reading/1":
            yield from _reading(row)
        else:
            raise ValueError(f"a line of schema {schema!r} is none of ours")


def _reading(row: dict[str, Any]) -> Iterator[Placed]:
    id = row["article"]["id"]
    for found in row["attributions"]:
        yield from _attribution(id, found)
    for place, hedge in enumerate(row["hedges"], 1):
        yield from _each(id, f"hedge{place}", "hedge", hedge["spans"])
        yield from _each(id, f"hedge{place}", "scope", [hedge["scope"]])
    for time in row["times"]:
        yield from _each(id, time["id"], "time", [time["span"]])
    for person in row["people"]:
        yield from _each(id, person["id"], "mention", person["mentions"])
        yield from _each(id, person["id"], "description", person["descriptions"])
    for happening in row["timeline"]:
        yield from _each(id, happening["id"], "what", happening["what"])
    if row["wire"] is not None:
        yield from _each(id, "wire", "wire", row["wire"]["spans"])


def _attribution(article: str, found: dict[str, Any]) -> Iterator[Placed]:
    id = found["id"]
    for role, key in (("source", "source"), ("cue", "cue"), ("content", "content"), ("hedge", "hedges")):
        yield from _each(article, id, role, found[key])
    yield from _each(article, id, "anonymity", found["anonymity"])
    if found["venue"] is not None:
        yield from _each(article, id, "venue", found["venue"]["spans"])
    for place, hop in enumerate(found["chain"]):
        yield from _each(article, id, "hop", hop["spans"], place)


def _each(article: str, finding: str, role: str, spans: Iterable[dict[str, Any]], number: int = 0) -> Iterator[Placed]:
    for span in spans:
        yield Placed(article, finding, role, number, Span(span["start"], span["end"]))

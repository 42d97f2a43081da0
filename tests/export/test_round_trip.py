"""Spans survive: what an importer finds in an export is exactly what the reading has."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from sayso.export import jsonl, tei, webannotation
from sayso.export.formats import Export, Format, Tally, Unit, chunks
from sayso.export.placed import Placed, of_attributions, placed
from sayso.records import Reading, Span
from tests.export.readings import READINGS, readings


def exported(some: list[Reading], format: Format, unit: Unit | None = None) -> str:
    return "".join(chunks(some, Export(format, unit), Tally()))


def found(some: list[Reading], format: Format) -> list[Placed]:
    """The spans that our importer finds in our export, sorted."""
    unit = Unit.ARTICLES if format is Format.JSONL else None
    made = exported(some, format, unit)
    if format is Format.JSONL:
        return sorted(jsonl.spans(made.split("\n")))
    if format is Format.TEI:
        return sorted(tei.spans(made.encode("utf-8")))
    return sorted(webannotation.spans(made))


FORMATS = (Format.JSONL, Format.WEB_ANNOTATION, Format.TEI)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", READINGS)
def test_spans_of_one_reading(name: str, format: Format) -> None:
    assert found([READINGS[name]], format) == placed(READINGS[name])


@pytest.mark.parametrize("format", FORMATS)
def test_spans_of_many_readings(format: Format) -> None:
    some = [replace(each, article=replace(each.article, id=f"n{n}")) for n, each in enumerate(READINGS.values())]
    assert found(some, format) == sorted(span for each in some for span in placed(each))


@pytest.mark.parametrize("name", READINGS)
def test_spans_of_quotations(name: str) -> None:
    made = exported([READINGS[name]], Format.JSONL, Unit.QUOTATIONS)
    assert sorted(jsonl.spans(made.split("\n"))) == of_attributions(READINGS[name])


@pytest.mark.parametrize("format", FORMATS)
def test_spans_of_any_reading(format: Format) -> None:
    @settings(max_examples=60, deadline=None)
    @given(readings())
    def check(made: Reading) -> None:
        assert found([made], format) == placed(made)

    check()


def test_there_is_something_to_survive() -> None:
    roles = {each.role for each in placed(READINGS["whole"])}
    assert roles == {
        *("source", "cue", "content", "hedge", "anonymity", "venue", "hop"),
        *("scope", "time", "mention", "description", "what", "wire"),
    }
    assert len(placed(READINGS["whole"])) == 29


@pytest.mark.parametrize("name", READINGS)
def test_tei_has_the_text_character_by_character(name: str) -> None:
    """Whoever reads the body's text gets the article's own, with U+FFFD where XML has no place for a character."""
    from lxml import etree

    reading = READINGS[name]
    root = etree.fromstring(exported([reading], Format.TEI).encode("utf-8"))
    body = root.find(".//{*}body")
    text = "".join(body.itertext())
    assert len(text) == len(reading.article.text)
    assert all(one == other or one == "\ufffd" for one, other in zip(text, reading.article.text, strict=True))


MOVED = (
    ("the same text", lambda text: text, lambda span: span),
    ("words before", lambda text: "Updated. " + text, lambda span: Span(span.start + 9, span.end + 9)),
    ("another end", lambda text: text[:90] + " and so on.", lambda span: span if span.end <= 90 else None),
    ("another text", lambda text: "x" * len(text), lambda span: None),
)


@pytest.mark.parametrize(("name", "change", "move"), MOVED, ids=[each[0] for each in MOVED])
def test_annotations_are_found_again_in_a_changed_text(name: str, change: object, move: object) -> None:
    reading = READINGS["whole"]
    changed = change(reading.article.text)  # type: ignore[operator]
    made = exported([reading], Format.WEB_ANNOTATION)
    again = sorted(webannotation.spans(made, changed))
    wanted = [(each, move(each.span)) for each in placed(reading)]  # type: ignore[operator]
    assert again == sorted(replace(each, span=span) for each, span in wanted if span is not None)


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them() -> None:
    quote = {"exact": "said", "prefix": "She ", "suffix": " no"}
    assert webannotation.anchored("He said yes. She said no.", Span(3, 7), quote) == Span(3, 7), "where it is, it is"
    assert webannotation.anchored("Now he said yes. She said no.", Span(4, 8), quote) == Span(21, 25)
    assert webannotation.anchored("Now he said yes. They said so.", Span(4, 8), quote) is None, "two places, no telling"


def test_foreign_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="schema 'other/1' is none of ours"):
        list(jsonl.spans([json.dumps({"schema": "other/1"})]))

"""The public functions: names, arguments and what they return."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import sayso
from sayso import api, errors
from tests.marked import reading

SAMPLE = Path(__file__).parents[1] / "samples/harbour-bridge.html"
TEXT = "“Two weeks I could carry,” said Bernard Osei, who runs the chandlery. He has been there for thirty years."


def test_the_public_interface_is_as_promised() -> None:
    assert str(inspect.signature(sayso.read)) == (
        "(source: 'str | Path | bytes', *, force: 'bool' = False, allow_private: 'bool' = False) -> 'Reading'"
    )
    assert list(inspect.signature(sayso.read_text).parameters) == ["text", "published", "url", "outlet", "force"]
    assert list(inspect.signature(sayso.article_from_html).parameters) == ["data", "url"]
    assert set(sayso.__all__) <= set(dir(sayso))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = sayso.nonsense  # type: ignore[attr-defined]


def test_importing_is_instant_and_an_article_needs_no_model() -> None:
    code = (
        "import sys, sayso\nassert 'sayso.api' not in sys.modules\n"
        f"sayso.article_from_html(open({str(SAMPLE)!r}, 'rb').read())\n"
        "assert 'onnxruntime' not in sys.modules and 'rich' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_path_a_string_and_bytes_read_the_same() -> None:
    by_path = sayso.read(SAMPLE)
    assert by_path.attributions
    assert sayso.read(str(SAMPLE)).attributions == by_path.attributions
    assert sayso.read(SAMPLE.read_bytes()).attributions == by_path.attributions


def test_a_text_keeps_what_is_said_of_it() -> None:
    made = sayso.read_text(
        TEXT, published=date(2024, 3, 5), url="https://courier.example/a", outlet="The Ellery Courier"
    )
    assert made.article.text == TEXT
    assert (made.article.published, made.article.url) == (date(2024, 3, 5), "https://courier.example/a")
    assert made.article.outlet == "The Ellery Courier"
    (found,) = made.attributions[:1]
    assert [span.of(TEXT) for span in found.content] == ["“Two weeks I could carry,”"]
    assert sayso.read_text(TEXT).article.published is None


def test_an_article_from_html() -> None:
    article = sayso.article_from_html(SAMPLE.read_text(encoding="utf-8"), url="https://courier.example/other")
    assert article.title == "Swing bridge to shut for nine months as engineers and council trade blame"
    assert any(block.kind == "quotation" for block in article.blocks)


@pytest.mark.parametrize(
    ("source", "kind", "why"),
    [
        ("nowhere.txt", errors.CaptureError, "no such file"),
        (b"", errors.CaptureError, "no bytes"),
        (b"\x00\x01\x02" * 500, errors.CaptureError, "no text"),
        ("http://127.0.0.1:9/", errors.FetchError, "a private address"),
        (b"<html><body><form>Log in</form></body></html>", errors.NoArticleError, "no article"),
    ],
)
def test_what_cannot_be_read_is_one_of_our_errors(source: str | bytes, kind: type[errors.SaysoError], why: str) -> None:
    with pytest.raises(kind) as raised:
        sayso.read(source)
    assert str(raised.value).count("\n") == 0, why
    assert raised.value.code


def test_several_documents_are_not_one(tmp_path: Path) -> None:
    table = tmp_path / "rows.jsonl"
    table.write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    with pytest.raises(errors.UsageError, match="holds several documents"):
        sayso.read(table)


def test_a_batch_reads_as_one_by_one(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"{TEXT} It was day {number} of the closure.", encoding="utf-8")
    outcomes = list(api.read_each([str(tmp_path), "nowhere.txt", str(SAMPLE)]))
    assert [outcome.reading is None for outcome in outcomes] == [False] * 20 + [True, False]
    for outcome in outcomes[:20]:
        assert outcome.reading is not None
        assert outcome.reading.attributions == sayso.read(outcome.name).attributions


def test_a_reading_shows_itself() -> None:
    made = sayso.read_text(TEXT)
    assert repr(made).splitlines()[0].endswith("attributions)")
    assert (made._repr_html_() or "").startswith("<iframe srcdoc=")


def test_at_least_moves_what_was_inside_outwards() -> None:
    made = reading(
        "[S1 A] [Q1 says] [C1 that [S2 B] [Q2 says] [C2 that [S3 C] [Q3 says] [C3 no]]].",
        scores={1: 0.9, 2: 0.2, 3: 0.8},
    )
    left = api.at_least(made, 0.5)
    assert [(each.id, each.inside) for each in left.attributions] == [("a1", None), ("a3", "a1")]
    assert left.notes == ("1 finding with a score below 0.5 left out.",)
    assert api.at_least(made, 0.2) is made
    assert [
        each.inside
        for each in api.at_least(
            reading("[S1 A] [Q1 says] [C1 [S2 B] [Q2 says] [C2 x]]", scores={1: 0.1}), 0.5
        ).attributions
    ] == [None]

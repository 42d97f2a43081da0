"""The public functions: names, arguments and what they return."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso import api, errors
from sayso.api import reading as reading_verbs
from sayso.archive import Counts, Fate
from tests.marked import reading

SAMPLE = Path(__file__).parents[1] / "samples/harbour-bridge.html"
TEXT = "“Two weeks I could carry,” said Bernard Osei, who runs the chandlery. He has been there for thirty years."


def test_the_public_interface_is_as_promised() -> None:
    assert str(inspect.signature(sayso.read)) == (
        "(source: 'str | Path | bytes', *, force: 'bool' = False, allow_private: 'bool' = False) -> 'Reading'"
    )
    assert list(inspect.signature(sayso.read_text).parameters) == ["text", "published", "url", "outlet", "force"]
    assert list(inspect.signature(sayso.article_from_html).parameters) == ["data", "url"]
    assert str(inspect.signature(sayso.open)) == "(path: 'str | Path', create: 'bool' = False) -> 'Archive'"
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


def test_an_archive_takes_paths_and_readings_and_gives_them_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    rows = [{"text": f"{TEXT} It was day {n} of the closure.", "outlet": "The Courier"} for n in range(3)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in [*rows, {}]), encoding="utf-8")
    made = sayso.read_text(TEXT + " By hand.", published=date(2024, 3, 5))
    sources = [tmp_path / "a.txt", made, str(tmp_path / "rows.jsonl"), tmp_path / "nowhere.txt"]
    with sayso.open(tmp_path / "news.sayso", create=True) as archive:
        assert archive.add(sources) == Counts(added=5, replaced=0, there=0, set_aside=2)
        assert archive.add(sources) == Counts(added=0, replaced=0, there=5, set_aside=2)
        assert archive.add(made) == Counts(0, 0, 1, 0)
        assert archive.add(made, again=True) == Counts(0, 1, 0, 0)
        assert dict(archive.readings())[archive.search('"by hand"')[0].article] == made
    alone = sayso.read(tmp_path / "a.txt")
    with sayso.open(tmp_path / "news.sayso") as archive:
        assert alone in [reading for _, reading in archive.readings()], "read in a batch as it is alone"
        assert archive.info().set_aside == {"missing": 1, "no-column": 1}
    with pytest.raises(errors.ArchiveError, match="does not exist"):
        sayso.open(tmp_path / "nowhere")


def test_what_is_there_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"{TEXT} It was day {number} of the closure.", encoding="utf-8")
    archive = sayso.open(tmp_path / "news.sayso", create=True)
    archive.add([tmp_path / f"{number:02}.txt" for number in range(30)])
    read: list[int] = []
    really = reading_verbs._readings

    def counted(ready: list[Any], settings: api.ReadSettings) -> list[Any]:
        read.append(len(ready))
        return really(ready, settings)

    monkeypatch.setattr(reading_verbs, "_readings", counted)
    fates = [each.fate for each in archive.add_each([f"{tmp_path}/*.txt"])]
    assert fates == [Fate.THERE] * 30 + [Fate.ADDED] * 10
    assert sum(read) == 10


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

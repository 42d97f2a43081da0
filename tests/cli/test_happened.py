"""The verbs about stories: what they show, what an empty answer is, what is said of words that pick nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sayso.archive import Archive
from sayso.cli import main
from tests.coverage.said import told

SOLD = "[S1 Ada Penrose] [Q1 said] [C1 that the council of Ellery had sold the ferry Morwenna]. The Morwenna lies at Ellery."
NOT = "[S1 Tom Wick] [Q1 denied] [C1 that the council of Ellery had sold the ferry Morwenna]. The Morwenna lies at Ellery."


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("happened") / "news.sayso"
    with Archive(path, create=True) as archive, archive.writer() as writer:
        writer.add(told(SOLD, id="x", title="Ferry sold"), "x")
        writer.add(told(NOT, id="y", title="Ferry not sold", day=date(2025, 3, 5)), "y")
    return str(path)


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_stories(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(["stories", place, "--width", "100"], capsys)
    assert code == 0
    assert "2 articles, 2025-03-04 to 2025-03-05" in out
    assert "Morwenna (2)" in out
    (story,) = json.loads(run(["stories", place, "--json"], capsys)[1])
    assert [member["title"] for member in story["members"]] == ["Ferry sold", "Ferry not sold"]


def test_disputes(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(["disputes", place, "Morwenna", "--width", "100"], capsys)
    assert code == 0
    assert "Tom Wick denies what Ada Penrose says" in out
    (dispute,) = json.loads(run(["disputes", place, "Morwenna", "--json"], capsys)[1])
    assert (dispute["kind"], dispute["a"]["speaker"], dispute["b"]["speaker"]) == ("denial", "Ada Penrose", "Tom Wick")


def test_disputes_below_the_line_are_counted(
    place: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.cli.happened.SHOWN", 0.99)
    code, out, err = run(["disputes", place, "Morwenna"], capsys)
    assert (code, err) == (0, "")
    assert "1 pair is less sure: --least 0.4 shows" in out
    assert "Tom Wick" not in out
    assert "Tom Wick denies what Ada Penrose says" in run(["disputes", place, "Morwenna", "--least", "0.4"], capsys)[1]


def test_topics(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(["topics", place, "Morwenna", "--width", "100"], capsys)
    assert code == 0
    assert 'Share of sentences about "ferry"' in out
    (topic,) = json.loads(run(["topics", place, "Morwenna", "--about", "ferry", "--json"], capsys)[1])
    assert (topic["words"], topic["own"], topic["answer"]["question"]["by"]) == ("ferry", False, "day")
    counts = [(row["name"], row["found"]["numerator"], row["found"]["denominator"]) for row in topic["answer"]["rows"]]
    assert counts == [("2025-03-04", 1, 2), ("2025-03-05", 1, 2)]
    assert run(["topics", place, "Morwenna", "--about", "("], capsys)[0] == 2


def test_corrections(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corrections", place, "--json"], capsys)[:2] == (0, "[]\n")
    code, out, err = run(["corrections", place, "Morwenna"], capsys)
    assert (code, out) == (0, "")
    assert "nothing found" in err
    own = "Correction: An earlier version of this article misstated the fare. It is 3 crowns, not 30."
    with Archive(tmp_path / "news.sayso", create=True) as archive, archive.writer() as writer:
        writer.add(told(f"The Morwenna sails at noon.\n\n{own}", id="x"), "x")
        writer.add(told("The Morwenna sails at dusk.\n\nThis post has been updated.", id="y"), "y")
    code, out, err = run(["corrections", str(tmp_path / "news.sayso"), "--width", "120"], capsys)
    assert own in out
    assert "of the article itself" in out
    assert "1 mere update left out" in err
    rows = json.loads(run(["corrections", str(tmp_path / "news.sayso"), "--json"], capsys)[1])
    assert sorted((row["notice"]["kind"], row["wrong"], row["right"]) for row in rows) == [
        ("correction", "30", "It is 3 crowns"),
        ("update", "", ""),
    ]


EMPTY = [["timeline", "Morwenna"], ["disputes", "Morwenna", "--least", "1"], ["stories", "--from", "2026"]]


@pytest.mark.parametrize("arguments", EMPTY, ids=[each[0] for each in EMPTY])
def test_nothing_is_an_empty_answer(arguments: list[str], place: str, capsys: pytest.CaptureFixture[str]) -> None:
    verb, *rest = arguments
    assert run([verb, place, *rest, "--json"], capsys)[:2] == (0, "[]\n")
    code, _, err = run([verb, place, *rest, "--width", "100"], capsys)
    assert code == 0
    assert "nothing found" in err


def test_words_that_pick_nothing_are_a_sentence(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(["timeline", place, "zebra"], capsys)
    assert (code, out) == (2, "")
    assert "has no story about 'zebra'; `sayso stories` lists them." in err


def test_a_share_is_a_number_from_0_to_1(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["disputes", place, "Morwenna", "--least", "2"])
    assert stopped.value.code == 2
    assert "'2' is not a number from 0 to 1" in capsys.readouterr().err


def test_stories_say_who_speaks(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(["stories", place, "--voices", "--width", "100"], capsys)
    assert code == 0
    (story,) = json.loads(run(["stories", place, "--voices", "--json"], capsys)[1])
    for each in story["voices"]["speakers"]:
        assert f"{each['value']}  {each['statements']} in {each['articles']} article" in out
    assert story["voices"]["speakers"]
    (plain,) = json.loads(run(["stories", place, "--json"], capsys)[1])
    assert "voices" not in plain

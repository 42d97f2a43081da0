"""`sayso attention` and `sayso code` from the command line: tables, JSON, labels by key and by file, empty answers."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.cli import main
from sayso.cli.attention_arguments import UNITS
from sayso.export.measured import per_cent_number
from sayso.records.attention import Unit
from tests.coverage.attention.test_labels import coast

SRC = Path(sayso.__file__).parents[1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.sayso"
    with sayso.open(path, create=True) as archive:
        archive.add(coast().readings.values())
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[str, str]:
    assert main([str(each) for each in arguments]) == 0
    told = capsys.readouterr()
    return told.out, told.err


def typed(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{key}\n" for key in keys)))


def labels_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (path / "labels" / "ferr.jsonl").read_text(encoding="utf-8").splitlines()[1:]]


def test_units_are_those_of_the_records() -> None:
    assert tuple(map(str, Unit)) == UNITS


def test_a_table_with_bars_from_zero(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = run(capsys, "attention", path, "--about", "ferr*", "--in", "pier", "--by", "outlet", "--width", 80)
    lines = out.splitlines()
    assert lines[0] == "Share of sentences about ferr*"
    assert lines[1] == "within pier; 0 copies left out"
    every = next(line for line in lines if line.startswith("all "))
    assert "16.7 %" in every
    assert "20 of 120" in every
    assert "##" in every
    assert any(line.startswith("Echo") and line.endswith("thin") for line in lines)
    assert all(len(line) <= 80 for line in lines)
    assert err == ""


@pytest.mark.parametrize("width", [20, 60, 200])
def test_no_line_is_wider_than_the_terminal(path: Path, capsys: pytest.CaptureFixture[str], width: int) -> None:
    for more in ((), ("--sentences",), ("--suggest",)):
        out, _ = run(capsys, "attention", path, "--about", "ferr*", "--by", "month", "--width", width, *more)
        assert all(len(line) <= width for line in out.splitlines())


def test_months_without_an_article_within_are_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.coverage.attention.made import town

    with sayso.open(tmp_path / "a.sayso", create=True) as archive:
        archive.add(town().readings.values())
    out, _ = run(capsys, "attention", tmp_path / "a.sayso", "--about", "ferr*", "--in", "mayor", "--by", "month")
    assert "2024-01" in out
    assert "2024-03" not in out
    assert "No article within in 1 other month of the archive." in out
    assert "Months without any article: 2024-02." in out


def test_the_answer_as_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "attention", path, "--about", "ferr*", "--unit", "articles", "--by", "outlet", "--json")
    told = json.loads(out)
    assert told["overall"]["found"]["share"] == 0.5
    assert {row["name"] for row in told["rows"]} == {"Courier", "Echo"}
    assert told["overall"]["correction"] is None
    assert told["commit"] == 1


def test_the_sentences_behind_theper_cent_number(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "attention", path, "--about", "ferr*", "--sentences", "--json", "--limit", 3)
    rows = json.loads(out)
    assert len(rows) == 3
    for row in rows:
        span = row["span"]
        with sayso.open(path) as archive:
            assert archive.reading(row["article"]).article.text[span["start"] : span["end"]] == row["text"]
    out, err = run(capsys, "attention", path, "--about", "ferr*", "--sentences", "--limit", 1)
    assert "the first 1" in err
    assert "The [ferry] of pier" in out


def test_suggested_terms(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "attention", path, "--about", "ferr*", "--suggest", "--json")
    assert "late" in {row["term"] for row in json.loads(out)}


@pytest.mark.parametrize("more", [(), ("--sentences",), ("--suggest",), ("--by", "month"), ("--by", "outlet")])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_nothing_found_is_an_answer(
    path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], form: tuple[str, ...]
) -> None:
    out, _ = run(capsys, "attention", path, "--about", "zeppelin", "--in", "zeppelin", *more, *form)
    if form:
        json.loads(out)


def test_a_wrong_query_is_one_sentence(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["attention", str(path), "--about", "NEAR("]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_nothing_of_an_outlets_name_acts_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.coverage.attention.made import article

    with sayso.open(tmp_path / "a.sayso", create=True) as archive:
        archive.add([article("The \x1b[31mferry\x07 sank.", "Echo\x1b[2J")])
    for more in ((), ("--sentences",)):
        out, _ = run(capsys, "attention", tmp_path / "a.sayso", "--about", "ferry", "--by", "outlet", *more)
        assert "\x1b" not in out
        assert "\x07" not in out


@pytest.mark.parametrize(
    ("share", "told"),
    [(0, "0"), (1, "100"), (0.123, "12.3"), (0.0123, "1.2"), (0.00123, "0.12"), (0.000123, "0.012"), (0.999, "99.9")],
)
def test_small_shares_are_told_from_none(share: float, told: str) -> None:
    assert per_cent_number(share) == told


# -- labels


def test_keys_label_skip_undo_and_quit(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "ynuxysq")
    out, err = run(capsys, "code", path, "--about", "ferr*", "--coder", "ada")
    assert [row["about"] for row in labels_of(path)] == [True, True, None]
    assert "y yes, n no, s skip, u undo, q quit" in err
    assert "2 sentences labelled; 48 more" in err
    assert "[" not in out, "what the query finds is not shown"
    typed(monkeypatch, "n")
    run(capsys, "code", path, "--about", "ferr*", "--coder", "ada")
    assert [row["about"] for row in labels_of(path)] == [True, True, None, False]
    spans = {(row["article"], *row["span"]) for row in labels_of(path)}  # type: ignore[misc]
    assert len(spans) == 4, "goes on where it was"


def test_an_archive_that_is_labelled_through(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "y" * 130)
    _, err = run(capsys, "code", path, "--about", "ferr*", "--limit", 500)
    assert "no sentence is left to label" in err
    out, _ = run(capsys, "attention", path, "--about", "ferr*", "--width", 120)
    assert "with labels" in out
    assert "120 labels “ferr”; of what the query takes 100 % is about it; it takes 16.7 % of what is." in out
    out, _ = run(capsys, "attention", path, "--about", "ferr*", "--no-labels")
    assert "with labels" not in out


def test_out_as_a_table_and_back(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sheet = tmp_path / "to-bo.csv"
    run(capsys, "code", path, "--about", "ferr*", "--export", sheet, "--limit", 60)
    rows = list(csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 60
    for coder in ("ada", "bo"):
        for number, row in enumerate(rows):
            row["about"] = "y" if "ferry" in row["sentence"] or (coder == "bo" and number < 3) else "n"
        with sheet.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        _, err = run(capsys, "code", path, "--about", "ferr*", "--import", sheet, "--coder", coder)
        assert "60 labels taken in" in err
    told, _ = run(capsys, "code", path, "--about", "ferr*", "--agreement", "--json")
    found = json.loads(told)
    assert (found["sentences"], found["by_several"], found["coders"]) == (60, 60, ["ada", "bo"])
    assert 0.5 < found["alpha"] < 1
    out, _ = run(capsys, "code", path, "--about", "ferr*", "--agreement")
    assert out.startswith("Krippendorff's alpha 0.")
    answer = json.loads(run(capsys, "attention", path, "--about", "ferr*", "--json")[0])
    assert answer["overall"]["correction"]["used"] == 60
    assert answer["overall"]["correction"]["corrected"]["share"] > 0


def test_a_table_is_safe_in_a_spreadsheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.coverage.attention.made import article

    with sayso.open(tmp_path / "a.sayso", create=True) as archive:
        archive.add([article("=HYPERLINK(1) sank the ferry.", "+Echo")])
    out, _ = run(capsys, "code", tmp_path / "a.sayso", "--about", "ferry", "--export", "-")
    row = next(csv.DictReader(io.StringIO(out)))
    assert (row["outlet"], row["sentence"][:2]) == ("'+Echo", "'=")


@pytest.mark.parametrize("more", [("--seed", "5"), ("--parted", "outlet")])
def test_another_design_is_refused_once_there_are_labels(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    typed(monkeypatch, "y")
    run(capsys, "code", path, "--about", "ferr*")
    assert main(["code", str(path), "--about", "ferr*", *more]) == 2
    assert "were begun with seed 20160109 and parted by nothing" in capsys.readouterr().err


def test_one_key_is_enough_on_a_terminal(path: Path) -> None:
    """A real terminal: keys without a line end, and the terminal is left as it was."""
    leader, follower = pty.openpty()
    arguments = [sys.executable, "-m", "sayso", "code", str(path), "--about", "ferr*", "--coder", "ada"]
    running = subprocess.Popen(
        arguments,
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    os.write(leader, b"ynq")
    out, _ = running.communicate(timeout=20)
    os.close(leader)
    os.close(follower)
    assert running.returncode == 0, out
    assert [row["about"] for row in labels_of(path)] == [True, False]


def test_the_table_carries_its_question(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "attention", path, "--about", "ferr*", "--in", "pier", "--by", "outlet", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["name"] for row in rows] == ["", "Courier", "Echo"]
    assert (rows[0]["numerator"], rows[0]["denominator"]) == ("20.0", "120.0")
    assert {(row["about"], row["within"], row["commit"], row["archive"]) for row in rows} == {
        ("ferr*", "pier", "1", "news.sayso")
    }


def test_the_sentences_that_do_not_match(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "attention", path, "--about", "ferr*", "--sentences", "--others", "--json", "--limit", 500)
    rows = json.loads(out)
    assert len(rows) == 100
    assert not any("ferry" in row["text"] for row in rows)

"""`sayso people`, over an archive made by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sayso import api
from sayso.cli import main
from tests.coverage.said import told


@pytest.fixture
def archive(tmp_path: Path) -> str:
    made = [
        told("[S1 Dana Voss] [Q1 said] [C1 the ferry was late].", id="a", day=date(2025, 3, 1)),
        told("[S1 Dana Voss] [Q1 denied] [C1 it sank]. [S2 Voss] [Q2 said] [C2 so].", id="b", day=date(2025, 3, 2)),
        told("[S1 Ben Osei] [Q1 said] [C1 it rained].", id="c", day=date(2025, 3, 3)),
    ]
    with api.open(tmp_path / "news.sayso", create=True) as held:
        held.add(made)
    return str(tmp_path / "news.sayso")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["people", *arguments]) == 0
    return capsys.readouterr().out


def test_it_lists_who_speaks(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    names = [each["name"] for each in json.loads(printed(capsys, archive, "--json"))]
    assert names == ["Dana Voss", "Ben Osei", "Voss"]
    assert printed(capsys, archive, "--query", "osei").split()[:3] == ["1", "Ben", "Osei"]
    assert json.loads(printed(capsys, archive, "--class", "document", "--json")) == []


def test_it_shows_what_one_said(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = json.loads(printed(capsys, archive, "Dana Voss", "--json"))
    assert [(each["words"], each["sentence"]) for each in said] == [
        ("it sank", "Dana Voss denied it sank."),
        ("the ferry was late", "Dana Voss said the ferry was late."),
    ]
    shown = printed(capsys, archive, "Dana Voss")
    assert "perhaps also: Voss" in shown
    assert "it sank" in shown
    assert len(json.loads(printed(capsys, archive, "Dana Voss", "--also", "Voss", "--json"))) == 3


def test_who_is_not_there_is_a_sentence(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", archive, "Oskar Lind"]) != 0
    assert "Nobody called 'Oskar Lind'" in capsys.readouterr().err

"""`sayso families` and `sayso spread`, over an archive made by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sayso import api
from sayso.cli import main
from sayso.coverage.sayings import sayings_in
from sayso.coverage.spread import copies_in, families_in, spread_in
from sayso.coverage.spread.kept import ID
from tests.marked import reading

QUOTE = "The old crane dropped nine crates of lemons into the river, and I would load it again tomorrow"
FILLER = " ".join(
    f"The {word} harbour stayed {word} all that long and windy week."
    for word in "grey calm busy loud".split()  # noqa: SIM905
)


@pytest.fixture
def archive(tmp_path: Path) -> str:
    made = [
        reading(f"[C1 “{QUOTE},”] [Q1 said] [S1 Ada Moss]. {FILLER}", **about("One", 1)),
        reading(f"[C1 “{QUOTE},”] [Q1 said] [S1 Ada Moss]. {FILLER}", **about("Two", 2)),
        reading(
            "[S1 Ada Moss] [Q1 said] [C1 “The old crane dropped ten crates of lemons into the river”].",
            **about("Three", 3),
        ),
        reading("[S1 Ben Osei] [Q1 said] [C1 “Nobody asked the ferry about its missing anchor”].", **about("Four", 4)),
    ]
    with api.open(tmp_path / "news.sayso", create=True) as held:
        held.add(made)
    return str(tmp_path / "news.sayso")


def about(outlet: str, day: int) -> dict[str, object]:
    return {
        "outlet": outlet,
        "published": date(2021, 3, day),
        "url": f"https://{outlet.lower()}.example/{day}",
        "title": f"Lemons {day}",
    }


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(list(arguments)) == 0
    out: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return out


def test_families_as_rows(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    (family,) = rows(capsys, "families", archive, "--json")
    assert (family["articles"], family["copies"], family["first_seen"]) == (2, 1, "2021-03-01")
    assert [member["outlet"] for member in family["members"]] == ["One", "Three"]  # type: ignore[attr-defined]
    assert [len(each["members"]) for each in rows(capsys, "families", archive, "--json", "--copies")] == [3]  # type: ignore[arg-type]
    assert rows(capsys, "families", archive, "--json", "--least", "3") == []


def test_spread_by_words_and_by_id(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    (family,) = rows(capsys, "spread", archive, "crates of lemons", "--json")
    assert ID.fullmatch(str(family["id"]))
    assert rows(capsys, "spread", archive, str(family["id"]), "--json") == [family]
    assert [each["articles"] for each in rows(capsys, "spread", archive, "missing anchor", "--json")] == [1]
    assert rows(capsys, "spread", archive, "words that nobody has", "--json") == []


def test_on_a_terminal(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spread", archive, "crates of lemons", "--width", "100", "--no-color"]) == 0
    shown = capsys.readouterr().out
    for words in (
        "2021-03-03  Three",
        "trimmed",
        "altered",
        "changed: nine → ten",
        "copied by Two",
        "the fullest form",
    ):
        assert words in shown
    assert main(["families", archive, "--outlet", "Nobody"]) == 0
    assert capsys.readouterr().err == "nothing found\n"


def test_the_archive_gives_the_sayings_of_its_readings(archive: str) -> None:
    with api.open(archive) as held:
        sayings = list(sayings_in(held))
        assert len(sayings) == 4
        texts = dict(held.readings())
        assert all(s.words == " … ".join(x.of(texts[s.article].article.text) for x in s.spans) for s in sayings)
        (group,) = copies_in(held)
        assert len(group.others) == 1
        assert spread_in(held, "crates of lemons") == families_in(held)

"""The lexicon of outlets, and where texts name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.reading.chain.mentions import is_outlet, outlets_in
from sayso.reading.outlets import KINDS, Outlets, lexicon
from tests.reading.chain.scenes import tokens_of

MENTIONS: list[tuple[str, list[str], str]] = [
    ("She told CNN and the New York Times.", ["CNN", "The New York Times"], "names of the lexicon"),
    ("She reads The Wall Street Journal.", ["The Wall Street Journal"], "a name with its article"),
    ("She wrote to the Anytown Courier.", ["Anytown Courier"], "a name with a newspaper's last word"),
    ("She told the Courier.", ["the Courier"], "the last word alone where an outlet stands"),
    ("The courier told her.", [], "the same word as itself"),
    ("Time told on her.", [], "an ordinary word at the start"),
    ("She told Time magazine.", ["Time"], "an ordinary word that the next one settles"),
    ("She said so on “Today”.", ["Today"], "a programme in quotation marks"),
    ("She said so today.", [], "the same word as itself"),
    ("Today she said so.", [], "the same word with a capital"),
    ("She works for the State Department.", [], "a name that goes on is another name"),
    ("Her State of the Union address was long.", [], "a speech, no programme"),
    ("Walkers met on the Hill.", [], "a place, no newspaper"),
    ("She told The Hill.", ["The Hill"], "the newspaper with its article"),
    ("She told Hill.", [], "a person of that name"),
    ("Breaking News came.", [], "a heading, no newspaper"),
    ("WE WILL WALK WITH YOU.", [], "shouted words are no call letters"),
    ("She told WXQR.", ["WXQR"], "call letters"),
    ("She told the Los Angeles Times on Monday.", ["Los Angeles Times"], "the longest name"),
    ("She told the AVN state news agency.", ["AVN"], "an agency that is described and named"),
    ("Barron's and Barron’s", ["Barron's", "Barron's"], "either apostrophe"),
    ("The report, from a local newspaper, was brief.", ["a local newspaper"], "an outlet without a name"),
]


@pytest.mark.parametrize(("text", "names", "why"), [pytest.param(*row, id=row[2]) for row in MENTIONS])
def test_mentions(text: str, names: list[str], why: str) -> None:
    assert [mention.name for mention in outlets_in(tokens_of(text))] == names, why


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the New York Times", True),
        ("CNN", True),
        ("Anytown Gazette", True),  # by its shape
        ("Gazette", False),  # one word is too little
        ("Ada Moss", False),
        ("", False),
        ("60 Minutes", True),
    ],
)
def test_is_outlet(name: str, expected: bool) -> None:
    assert is_outlet(name) is expected


def test_a_programme_is_at_home_with_its_channel() -> None:
    known = lexicon()
    programme = known.of("Meet the Press")
    assert programme is not None
    assert known.home(programme).name == "NBC"


def test_the_lexicon_is_sound() -> None:
    known = lexicon()
    assert len(known.by_name) > 800
    for outlet in known.by_name.values():
        assert outlet.kind in KINDS
        assert known.of(outlet.name) is not None, outlet.name
        if outlet.kind == "programme" and outlet.parent:
            assert outlet.parent in known.by_name, f"{outlet.name} is at home with {outlet.parent}, which is not listed"


def test_a_file_adds_and_changes(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(
        "# mine\n\nHarbour Eye\tsite\t\tharbour.example\tThe Eye;~Eye\nCNN\tbroadcaster\tSomebody Else\n",
        encoding="utf-8",
    )
    known = Outlets.load([path])
    eye = known.of("Harbour Eye")
    assert eye is not None
    assert eye.domains == ("harbour.example",)
    assert known.by_domain["harbour.example"] is eye
    assert known.by_name["CNN"].parent == "Somebody Else"
    assert [m.name for m in outlets_in(tokens_of("She told Harbour Eye."), known)] == ["Harbour Eye"]


def test_a_bad_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("Harbour Eye\tsite\nHarbour Ear\tpodium\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"bad\.tsv line 2"):
        Outlets.load([path])


def test_a_list_of_ones_own_is_read_where_the_environment_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text("Elmbridge Now\tprogramme\tRadio Elm\n", encoding="utf-8")
    monkeypatch.setenv("SAYSO_OUTLETS", str(mine))
    lexicon.cache_clear()
    try:
        found = lexicon().of("Elmbridge Now")
        assert found is not None
        assert lexicon().home(found).name == "Radio Elm"
        monkeypatch.setenv("SAYSO_OUTLETS", str(tmp_path / "none.tsv"))
        lexicon.cache_clear()
        with pytest.raises(UsageError, match=r"none\.tsv cannot be read"):
            lexicon()
    finally:
        monkeypatch.undo()
        lexicon.cache_clear()

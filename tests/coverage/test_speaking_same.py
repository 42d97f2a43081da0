"""Names that are likely one person's, among names each of which speaks so often."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import api
from sayso.coverage.speaking_same import words_of_name
from tests.coverage.said import told

CASES = {
    "last name and title": (
        "Ada Penrose",
        {"Ada Penrose": 5, "Penrose": 3, "Dr Penrose": 2},
        {"Penrose", "Dr Penrose"},
    ),
    "from the last name": ("Penrose", {"Ada Penrose": 5, "Penrose": 3}, {"Ada Penrose"}),
    "with a middle initial": ("Ada Penrose", {"Ada Penrose": 5, "Ada M. Penrose": 2}, {"Ada M. Penrose"}),
    "another initial is another": (
        "Ada Penrose",
        {"Ada Penrose": 5, "Ada M. Penrose": 3, "Ada K. Penrose": 2},
        {"Ada M. Penrose"},
    ),
    "another first name is another": ("Ada Penrose", {"Ada Penrose": 5, "Tom Penrose": 1, "Penrose": 2}, {"Penrose"}),
    "two who both speak often": ("Ada Penrose", {"Ada Penrose": 5, "Tom Penrose": 4, "Penrose": 9}, set()),
    "a last name that is two people's": (
        "Penrose",
        {"Ada Penrose": 5, "Tom Penrose": 4, "Penrose": 1, "Mr Penrose": 2},
        set(),
    ),
    "one who speaks seldom": ("Tom Penrose", {"Ada Penrose": 9, "Tom Penrose": 1, "Penrose": 9}, set()),
    "a man's and a woman's title": (
        "Ada Penrose",
        {"Ada Penrose": 9, "Penrose": 2, "Mrs Penrose": 2, "Mr Penrose": 2},
        {"Penrose"},
    ),
    "a body of the name": ("Ada Penrose", {"Ada Penrose": 5, "Penrose Group": 3, "The Penrose Campaign": 2}, set()),
    "only last names": ("Penrose", {"Penrose": 3, "Ms Penrose": 2}, {"Ms Penrose"}),
}


@pytest.mark.parametrize(("name", "spoken", "likely"), CASES.values(), ids=CASES.keys())
def test_names_that_are_likely_one_person_s(
    name: str, spoken: dict[str, int], likely: set[str], tmp_path: Path
) -> None:
    with api.open(tmp_path / "news.sayso", create=True) as archive:
        archive.add(
            told(f"[S1 {who}] [Q1 said] [C1 that ferry {at} of {who} was late].", id=f"{who} {at}")
            for who, count in spoken.items()
            for at in range(count)
        )
        found = archive.profile(name)
        assert set(found.likely) == likely
        assert name not in found.likely
        taken = archive.profile(name, also=found.likely)
        assert taken.likely == ()
        assert taken.speaker.statements == spoken[name] + sum(spoken[each] for each in likely)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("President Ada M. Penrose", ("ada", "m", "penrose")),
        ("the council", ()),
        ("Orme Journal", ()),
        ("Voss’s", ("voss",)),
        ("", ()),
    ],
)
def test_the_words_of_a_person_s_name(name: str, words: tuple[str, ...]) -> None:
    assert words_of_name(name) == words

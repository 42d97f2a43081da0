"""The word lists and the weights: whole, and in the form that the code takes them for."""

from __future__ import annotations

import pytest

from sayso.reading.people import lexicon
from sayso.reading.people.floor import FEATURES, TABLE
from sayso.reading.people.weights import WEIGHTS


def test_no_section_is_empty_and_every_word_is_small() -> None:
    for sections in (lexicon._NAMES, lexicon._WORDS):
        for name, words in sections.items():
            assert words, name
            if name != "call signs":
                assert all(word == word.lower() for word in words), name


def test_first_names_have_one_gender() -> None:
    assert not lexicon.WOMEN & lexicon.MEN
    assert lexicon.gender_of_name(("ada", "moss")) == "f"
    assert lexicon.gender_of_name(("hugh", "hill")) == "m"
    assert lexicon.gender_of_name(("robin", "hill")) == ""
    assert lexicon.gender_of_name(()) == ""


OUTLETS = [
    ("the Elmbridge Courier", True, "ends as papers do"),
    ("The New York Times", True, "ends as papers do"),
    ("CBS", True, "a call sign"),
    ("Rolling Stone", True, "known"),
    ("Ada Moss", False, "a person"),
    ("Courier", False, "that word alone is anything"),
    ("", False, "no name"),
]


@pytest.mark.parametrize(("name", "expected", "why"), OUTLETS)
def test_outlet(name: str, expected: bool, why: str) -> None:
    assert lexicon.is_outlet(name) is expected, why


def test_programmes_are_those_of_the_lexicon_of_outlets() -> None:
    assert lexicon.is_programme("60 Minutes")
    assert not lexicon.is_programme("Elmbridge Now")
    assert not lexicon.is_programme("The New York Times"), "an outlet and no programme"


def test_weights_name_known_features() -> None:
    for kind, given in WEIGHTS.items():
        assert set(given) <= set(FEATURES), kind
        assert len(TABLE[kind]) == len(FEATURES)

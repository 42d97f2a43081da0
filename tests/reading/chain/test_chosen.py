"""What the fit chooses, on attributions marked by hand; and that its parts count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.reading.chain import trace
from sayso.reading.chain.choose import Fit, turns_of
from sayso.reading.chain.mouths import subject
from sayso.reading.chain.trace import staged
from sayso.reading.people import Cast
from sayso.records import Span
from tests.reading.chain.chosen import CHOSEN
from tests.reading.chain.scenes import chain_of, scene_of

LATER = (
    "In an interview with Sky News, [S1 Moss] [Q1 said] [C1 it leaks].\n[C2 “It has leaked for years,”] [S2 Moss] [Q2 said].\n"
    "It rained.\nIt blew.\nIt hailed.\n[C3 “We are lucky,”] [S3 Moss] [Q3 said]."
)


@pytest.mark.parametrize(("marked", "expected", "why"), [pytest.param(*case, id=case[2]) for case in CHOSEN])
def test_chosen(marked: str, expected: dict[int, str], why: str) -> None:
    scene = scene_of(marked)
    assert {number: chain_of(scene, number) for number in expected} == expected, why


def test_what_is_chosen_says_how_likely_it_is() -> None:
    route = trace(scene_of(CHOSEN[2][0]), Cast()).routes["a2"]
    why = route.hops[1].why
    assert why.by == "fit: an occasion of the article"
    assert why.note.startswith("likelihood 0.")


def test_a_fit_that_is_never_sure_leaves_the_rules_alone() -> None:
    scene = scene_of(CHOSEN[2][0])
    never = Fit(hop=2.0, place=2.0, drop=-1.0)
    assert [str(hop.kind) for hop in trace(scene, Cast(), never).routes["a2"].hops] == ["said", "published"]


def test_what_the_rules_carried_over_is_taken_back_where_it_is_unlikely() -> None:
    scene = scene_of("[S1 Moss] [Q1 told] CNN [C1 it held].\n[C2 “We were lucky,”] [S2 she] [Q2 added].")
    doubting = Fit(weights={}, constant=-9.0)
    assert len(trace(scene, Cast()).routes["a2"].hops) == 3
    assert len(trace(scene, Cast(), doubting).routes["a2"].hops) == 2


def test_signs_of_a_pair() -> None:
    turns = turns_of(staged(scene_of(LATER), Cast()))
    assert [bool(turn.pairs) for turn in turns] == [False, True, True]
    assert turns[0].told == ("", "sky news")
    next_one, far = (turn.pairs[0].seen for turn in turns[1:])
    assert {"group talk", "where next", "whose mine", "said mine", "my latest", "opening mine"} <= set(next_one)
    assert "where far" in far
    assert "where next" not in far


@pytest.mark.parametrize(
    ("words", "cue", "name"),
    [
        ("He said that most people say it leaks.", "say", "most people"),
        ("He said that bridges over rivers that ruled also held.", "held", None),
        ("Say it leaks.", "Say", None),
    ],
)
def test_the_subject_of_words_inside_somebodys_words(words: str, cue: str, name: str | None) -> None:
    tokens = scene_of(f"{words} [S1 Moss] [Q1 said] [C1 the dam].").tokens
    tags = {"most": "JJS", "people": "NNS", "bridges": "NNS", "rivers": "NNS", "over": "IN", "say": "VBP", "also": "RB"}
    tokens = replace(tokens, pos=[tags.get(low, "X") for low in tokens.lower])
    at = tokens.words.index(cue)
    assert subject(tokens, at) == name
    assert tokens.span(at, at + 1) == Span(tokens.start[at], tokens.end[at])

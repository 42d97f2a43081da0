"""Chains of attributions marked by hand, without a model."""

from __future__ import annotations

import pytest

from sayso.article import article_from_text
from sayso.reading.chain import trace
from sayso.reading.chain.home import home_of
from sayso.reading.people import Cast, Voice
from sayso.records import Person, PersonKind, SourceClass, Span, Why
from tests.reading.chain.cases import CASES, RELAYED
from tests.reading.chain.constructions import CONSTRUCTIONS
from tests.reading.chain.forms import FORMS
from tests.reading.chain.passages import PASSAGES
from tests.reading.chain.scenes import chain_of, scene_of
from tests.reading.chain.wider import WIDER


@pytest.mark.parametrize(("marked", "expected", "why"), [pytest.param(*case, id=case[2]) for case in [*CASES, *WIDER]])
def test_chain(marked: str, expected: dict[int, str], why: str) -> None:
    scene = scene_of(marked)
    assert {number: chain_of(scene, number) for number in expected} == expected, why


@pytest.mark.parametrize(("marked", "route"), [*CONSTRUCTIONS, *FORMS])
def test_construction(marked: str, route: str) -> None:
    scene = scene_of(marked)
    first, told = scene.attributions[-1], chain_of(scene, len(scene.attributions))
    named, _, rest = route.strip().removeprefix("{").partition("}") if "{" in route else ("", "", route.strip())
    mouth = told.split(" > ")[0].split(" @ ")[0]
    assert told.removeprefix(mouth).removeprefix(" > ").strip() == rest.strip(), first.id
    assert not named or mouth.endswith(named)


@pytest.mark.parametrize(("marked", "expected", "why"), [pytest.param(*case, id=case[2]) for case in PASSAGES])
def test_passage(marked: str, expected: dict[int, str], why: str) -> None:
    scene = scene_of(marked)
    assert {number: chain_of(scene, number) for number in expected} == expected, why


@pytest.mark.parametrize(("marked", "relays", "expected", "why"), [pytest.param(*case, id=case[3]) for case in RELAYED])
def test_relay(marked: str, relays: dict[int, tuple[str, str]], expected: str, why: str) -> None:
    assert chain_of(scene_of(marked, relays), 1) == expected, why


def test_a_continuation_goes_on_with_relay_and_venue() -> None:
    marked = (
        "According to the Anytown Gazette, [S1 Moss] [Q1 told] CNN [C1 “it leaks.”]\n[C2 “It has leaked for years.”]\n"
        "[C3 “I told them,”] [S3 she] [Q3 said]."
    )
    scene = scene_of(marked, {1: ("According to", "the Anytown Gazette")})
    assert chain_of(scene, 2) == "said Moss* > broadcast CNN* > reported Anytown Gazette*"
    assert chain_of(scene, 3) == "said Moss > broadcast CNN*", (
        "a new paragraph with its own source is no longer the relay's"
    )


def test_the_outlet_of_the_article_is_no_hop_of_its_own() -> None:
    scene = scene_of("[S1 Ada Moss] [Q1 told] CNN [C1 that the dam was safe].", outlet="CNN (Web News)")
    route = trace(scene, Cast()).routes["a1"]
    assert [hop.actor for hop in route.hops] == ["Ada Moss", "CNN (Web News)"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[S1 Moss] [Q1 told] the Anytown Gazette [C1 that it leaked].", "told Moss @ the Anytown Gazette"),
        ("[S1 Moss] [Q1 told] the Gazette [C1 that it leaked].", "told Moss @ the Gazette"),
        ("Speaking to the Anytown Gazette, [S1 Moss] [Q1 said] [C1 it leaked].", "said Moss @ the Anytown Gazette"),
        ("[S1 Moss] [Q1 said] in a statement to the Gazette [C1 it leaked].", "said Moss @ a statement to the Gazette"),
    ],
)
def test_what_its_own_outlet_was_told_is_an_interview(marked: str, expected: str) -> None:
    scene = scene_of(marked, outlet="The Anytown Gazette")
    route = trace(scene, Cast()).routes["a1"]
    assert f"{route.hops[0].kind} {route.hops[0].actor}" + (f" @ {route.venue.name}" if route.venue else "") == expected
    assert len(route.hops) == 2


@pytest.mark.parametrize(
    ("name", "tag", "outlet"),
    [
        ("Inside Tide", "ORGANIZATION", "Inside Tide"),
        ("Inside Tide", "PERSON", None),
        ("Coastland Rail", "ORGANIZATION", None),
        ("Hillside United", "ORGANIZATION", None),
        ("Oyelaran", "ORGANIZATION", None),
        ("Ada Oyelaran", "ORGANIZATION", None),
    ],
)
def test_a_name_after_told_that_the_tagger_takes_for_no_person(name: str, tag: str, outlet: str | None) -> None:
    scene = scene_of(f"[S1 Moss] [Q1 told] {name} [C1 she had no doubt].")
    at = scene.tokens.words.index(name.split()[0])
    for i, _ in enumerate(name.split()):
        scene.tokens.name[at + i] = f"{'I' if i else 'B'}-{tag}"
    hops = trace(scene, Cast()).routes["a1"].hops
    assert [hop.actor for hop in hops[1:-1]] == ([] if outlet is None else [outlet])


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("(CNN) – It rained.", "CNN"),
        ("It rained.\nCopyright © 2019 Sky News, LLC. All rights reserved.", "Sky News"),
        ("It rained.\nSky News' Ben Oyelaran contributed to this report.", "Sky News"),
        ("It rained.\nCopyright © 2019 Anytown Press. All rights reserved.", None),
        ("It rained.\nCopyright 2014 Reuters.", None),
        ("It rained.\nBen Oyelaran of Anytown contributed to this report.", None),
    ],
)
def test_the_outlet_of_an_article_by_its_first_and_last_lines(text: str, home: str | None) -> None:
    assert home_of(article_from_text(text, force=True)) == home


def test_an_agency_comes_before_the_outlet_that_prints_it() -> None:
    scene = scene_of(
        "[S1 Ada Moss] [Q1 said] [C1 that the dam was safe].", authors=("Associated Press",), outlet="Anytown Gazette"
    )
    routes = trace(scene, Cast())
    assert [hop.actor for hop in routes.routes["a1"].hops] == ["Ada Moss", "Associated Press", "Anytown Gazette"]
    assert routes.routes["a1"].hops[1].inferred
    assert routes.routes["a1"].via == ("Associated Press",)


def test_via_leaves_out_the_outlet_of_the_venue() -> None:
    scene = scene_of("In an interview with Sky News, [S1 Moss] [Q1 said] [C1 it held], the Anytown Gazette reported.")
    route = trace(scene, Cast()).routes["a1"]
    assert route.via == ("Anytown Gazette",)
    assert str(route.venue) == "an interview with Sky News"


def test_people_give_names_and_ids() -> None:
    scene = scene_of("[S1 She] [Q1 told] CNN [C1 that it held].")
    moss = Person("p1", "Ada Moss", PersonKind.PERSON, (Span(0, 3),), (), Why("test"))
    cnn = Person("p2", "CNN", PersonKind.OUTLET, (Span(9, 12),), (), Why("test"))
    cast = Cast((moss, cnn), {"a1": Voice("p1", SourceClass.NAMED, "p2", Why("test"))})
    hops = trace(scene, cast).routes["a1"].hops
    assert [(hop.actor, hop.person) for hop in hops[:2]] == [("Ada Moss", "p1"), ("CNN", "p2")]


def test_every_hop_shows_its_words_or_is_inferred() -> None:
    for marked, _, why in CASES:
        scene = scene_of(marked)
        for route in trace(scene, Cast()).routes.values():
            for hop in route.hops[:-1]:
                assert hop.spans or hop.inferred or hop.actor is None, why
            for span in (s for hop in route.hops for s in hop.spans):
                assert "\n" not in span.of(scene.prose.text), why


def test_the_short_name_of_its_own_outlet_is_no_hop() -> None:
    scene = scene_of("[S1 Ada Moss] [Q1 told] the Gazette [C1 that the dam was safe].", outlet="The Anytown Gazette")
    assert [hop.actor for hop in trace(scene, Cast()).routes["a1"].hops] == ["Ada Moss", "The Anytown Gazette"]
    scene = scene_of("[S1 Ada Moss] [Q1 told] the Courier [C1 that the dam was safe].", outlet="The Anytown Gazette")
    assert len(trace(scene, Cast()).routes["a1"].hops) == 3

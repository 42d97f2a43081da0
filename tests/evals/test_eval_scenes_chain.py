"""How venues and outlets are put into the words of the scenes' annotators."""

from __future__ import annotations

from collections import Counter

import pytest

from evals.scenes_chain import figures, places, same_outlet, venue_of, via_of
from sayso.records import Attribution, AttributionKind, Hop, HopKind, SourceClass, Span, Venue, Why

WHY = Why("test")
LAST = Hop(HopKind.PUBLISHED, "this article", None, (), False, WHY)


def found(venue: str | None, document: bool = False) -> Attribution:
    place = None if venue is None else Venue(venue, "a place", ())
    kind = SourceClass.DOCUMENT if document else SourceClass.NAMED
    return Attribution(
        "a1", AttributionKind.INDIRECT, (), (), (Span(0, 1),), None, 1.0, WHY, source_class=kind, venue=place
    )


def hops(*each: tuple[HopKind, str | None]) -> list[Hop]:
    return [*(Hop(kind, actor, None, (), False, WHY) for kind, actor in each), LAST]


@pytest.mark.parametrize(
    ("venue", "document", "way", "word"),
    [
        ("hearing", False, hops((HopKind.SAID, "Moss")), "court"),
        ("news conference", False, hops((HopKind.SAID, "Moss")), "press conference"),
        ("email", False, hops((HopKind.WROTE, "Moss")), "letter"),
        ("programme", False, hops((HopKind.SAID, "Moss"), (HopKind.BROADCAST, "CNN")), "broadcast"),
        ("programme", False, hops((HopKind.TOLD, "Moss"), (HopKind.BROADCAST, "CNN")), "interview"),
        (None, False, hops((HopKind.TOLD, "Moss"), (HopKind.PUBLISHED, "Courier")), "interview"),
        (None, False, hops((HopKind.SAID, "Moss"), (HopKind.REPORTED, "Courier")), "none"),
        (None, False, hops((HopKind.POSTED, "Moss")), "social media"),
        (None, False, hops((HopKind.TESTIFIED, "Moss")), "court"),
        (None, True, hops((HopKind.REPORTED, "the survey")), "report"),
        (None, True, hops((HopKind.REPORTED, "The letter")), "letter"),
        (None, False, hops((HopKind.SAID, None)), "none"),
    ],
)
def test_the_word_for_a_venue(venue: str | None, document: bool, way: list[Hop], word: str) -> None:
    assert venue_of(found(venue, document), way) == word


def test_outlets_on_the_way() -> None:
    way = hops((HopKind.TOLD, "Moss"), (HopKind.BROADCAST, "CNN"), (HopKind.SAID, "Oyelaran"), (HopKind.REPORTED, "AP"))
    assert via_of(way, False) == ["CNN", "AP"]
    assert via_of(hops((HopKind.REPORTED, "Reuters")), False) == []
    assert via_of(hops((HopKind.REPORTED, "Reuters")), True) == ["Reuters"]
    assert via_of(hops((HopKind.REPORTED, "the survey")), True) == []


def test_words_that_stand_twice_are_found_in_order() -> None:
    text = "It leaks. It leaks."
    assert places(text, [{"words": "It leaks"}, {"words": "It leaks"}]) == [(0, 8), (10, 18)]


def test_figures() -> None:
    counts = Counter({"found": 4, "via right": 3, "via found": 1, "via made": 2, "via annotated": 4, "venue right": 1})
    told = figures(counts)
    assert told["via"] == {"right": 75.0, "precision": 50.0, "recall": 25.0, "annotated": 4}
    assert told["venue"]["precision"] is None


def test_a_programme_is_its_channels() -> None:
    assert same_outlet("Harbour Radio's First Light", "Harbour Radio")
    assert same_outlet("the Courier", "Courier")
    assert not same_outlet("Harbour Radio", "Radio Fen")

"""Sayings as they are held to be compared: the same as those at hand, in the same order."""

from __future__ import annotations

from datetime import timedelta

from sayso.coverage.spread.alike import judge
from sayso.coverage.spread.candidates import pairs
from sayso.coverage.spread.cluster import clusters
from sayso.coverage.spread.families import TOGETHER, families
from sayso.coverage.spread.held import Held
from sayso.coverage.spread.limits import LIMITS
from sayso.coverage.spread.quoted import in_order
from sayso.coverage.spread.words import number
from sayso.records import Span
from tests.coverage.spread.sayings import DAY, indirect, saying

CRATES = "The old crane dropped nine crates of lemons into the river"
LETTER = "My sister never signed that letter, whatever the harbour committee printed"

SOME = [
    saying(CRATES, "x9", "Ada Moss", published=DAY + timedelta(days=2)),
    saying(f"{CRATES}, and I would load it again", "x3", "Ada Moss"),
    indirect("that the old crane had dropped crates of lemons in the river", "x5"),
    saying(LETTER, "x3", "Ben Osei", spans=(Span(400, 400 + len(LETTER)),), attribution="a7"),
    saying(LETTER.upper(), "x4", None, published=None),
    saying("Never.", "x1", "Ben Osei"),
    saying("…", "x2"),
]


def test_they_are_what_they_were() -> None:
    held, at_hand = Held(SOME), in_order(SOME)
    assert len(held) == len(at_hand) == 6
    for place, (one, other) in enumerate(zip(held, at_hand, strict=True)):
        assert held.words_at(place) == list(other.words)
        assert held.name(place) == (other.saying.article, other.saying.attribution)
        assert tuple(one.weights) == other.weights
        assert one.telling() == other.telling()
        assert one.many == other.many
        assert one.spans == other.spans
        for name in ("told", "speaker", "day", "told_by_writer", "article"):
            assert getattr(one, name) == getattr(other, name), name
    assert [list(held.of_article(at)) for at in (0, 1, 4)] == [[0], [1, 2], [4]]
    assert held.numbers[held.words[0][0]] == number("the")


def test_what_is_compared_is_judged_alike() -> None:
    held, at_hand = Held(SOME), in_order(SOME)
    assert pairs(held).tolist() == pairs(at_hand).tolist() != []
    for i, j in pairs(held).tolist():
        assert judge(held[i], held[j], LIMITS) == judge(at_hand[i], at_hand[j], LIMITS)
    assert clusters(held) == clusters(at_hand)


def test_sayings_that_are_given_once_more_make_the_same_families() -> None:
    asked: list[tuple[str, str]] = []

    def again(wanted: object) -> list[object]:
        found = [each for each in SOME if (each.article, each.attribution) in wanted]  # type: ignore[operator]
        asked.extend((each.article, each.attribution) for each in found)
        return found  # type: ignore[return-value]

    made = families(iter(SOME), smallest=TOGETHER, again=again)  # type: ignore[arg-type]
    assert made == families(SOME, smallest=TOGETHER)
    assert len(made) == 2
    assert sorted(asked) == sorted((each.saying.article, each.saying.attribution) for f in made for each in f.members)

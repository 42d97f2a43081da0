"""How two claims align: what both say, what only one says, what is counted, and which words are one."""

from __future__ import annotations

import pytest

from sayso.coverage.alignment import alignment, weighty
from sayso.coverage.claims import Claim, claims_of
from sayso.coverage.clauses import negated
from sayso.coverage.counts import one_count
from sayso.coverage.figures import figures_in
from sayso.coverage.opposites import opposites_of
from sayso.coverage.sayings import sayings_of
from sayso.coverage.synonyms import same
from sayso.coverage.terms import stem
from sayso.records import Span
from tests.coverage.said import told


def claim(content: str, who: str = "Tom Wick") -> Claim:
    reading = told(f"[S1 {who}] [Q1 said] [C1 {content}].")
    return next(claims_of(reading, sayings_of(reading, "a")))


ALIGNED = [
    ("the ferry will sail to Ellery", "the ferry will not sail to Ellery", (0, 0), True, "nothing is left"),
    ("the old ferry sailed", "the ferry did not sail", (1, 0), True, "one says a word more"),
    ("the ferry sailed from Brack", "the ferry did not sail from Ellery", (1, 1), False, "each has a place"),
    ("the baker sold bread", "the ferry did not sail", (3, 2), False, "nothing in common"),
    ("the leak began at the weir", "the leak did not begin at the weir", (0, 0), True, "an irregular verb"),
]


@pytest.mark.parametrize(("first", "second", "left", "tight", "why"), ALIGNED, ids=[row[-1] for row in ALIGNED])
def test_what_is_left(first: str, second: str, left: tuple[int, int], tight: bool, why: str) -> None:
    a, b = claim(first), claim(second)
    assert b.negation is not None
    found = alignment(a, b, ((b, b.negation),))
    assert (found.left, found.is_tight) == (left, tight), why
    assert alignment(b, a, ((b, b.negation),)).left == left[::-1]
    assert 0 <= found.mutual <= found.cover <= 1


DIFFER = [
    ("the ferry sailed on Sunday night", "the ferry sailed on Monday night", True, "two days"),
    ("the ferry sailed on Sunday night", "the ferry sailed at night", False, "one names no day"),
    ("the ferry sailed in May", "the ferry sailed in June", True, "May is a month"),
    ("the ferry may sail in June", "the ferry sailed in June", False, "may is none"),
]


@pytest.mark.parametrize(("first", "second", "differ", "why"), DIFFER, ids=[row[-1] for row in DIFFER])
def test_times_that_differ(first: str, second: str, differ: bool, why: str) -> None:
    assert alignment(claim(first), claim(second), ()).times_differ is differ, why


COUNTS = [
    ("nine sailors died in the storm", "the storm killed 14 sailors", True, "killed and died"),
    ("nine people died in the storm", "the storm left 14 people dead", True, "people, and dead"),
    ("nine sailors died in the storm", "14 sailors were hurt in the storm", False, "dead and hurt"),
    ("nine sailors died in the storm", "14 bakers died in the storm", False, "two sorts of people"),
    ("nine sailors died in the storm", "nine sailors drowned in the storm", False, "one number"),
    ("nine sailors died in the storm", "so far 14 sailors have now died", False, "a number that moves"),
    ("the pier received 40 barges", "the pier requested 90 barges", False, "after two verbs"),
    ("the pier cost 40 million crowns", "the price of the pier was 65 million crowns", True, "two words for a cost"),
    ("30 percent of the wells were poisoned", "30 wells were poisoned", False, "a share and a count"),
]


@pytest.mark.parametrize(("first", "second", "one", "why"), COUNTS, ids=[row[-1] for row in COUNTS])
def test_what_two_figures_count(first: str, second: str, one: bool, why: str) -> None:
    a, b = claim(first), claim(second)
    assert one_count(a, a.figures[0], b, b.figures[0]) is one, why
    assert one_count(b, b.figures[0], a, a.figures[0]) is one, why


BARE = [
    ("the toll stood at nine", [9], "a toll at the end"),
    ("she had treated four", [4], "how many at the end"),
    ("the ferry came at nine", [], "an hour"),
    ("fifteen were hurt", [15], "without a noun"),
    ("a quarter of a million people marched", [250_000], "a part of a million"),
    ("a dozen boats sank", [12], "a dozen"),
    ("the harbour was built in 1974", [], "a year"),
]


@pytest.mark.parametrize(("words", "wanted", "why"), BARE, ids=[row[-1] for row in BARE])
def test_figures_without_a_noun(words: str, wanted: list[int], why: str) -> None:
    assert [round((each.low + each.high) / 2) for each in figures_in(Span(0, len(words)), words)] == wanted, why


ONE = [
    ("began", "begin"),
    ("sold", "sale"),
    ("blaze", "fire"),
    ("killed", "died"),
    ("approval", "approved"),
    ("shut", "closed"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_words_that_count_as_one(one: str, other: str) -> None:
    assert same(stem(one)) == same(stem(other))


def test_opposites_are_listed_or_begin_with_un() -> None:
    assert stem("superficial") in opposites_of(stem("thorough"))
    assert stem("avoidable") in opposites_of(stem("unavoidable"))
    assert not opposites_of("under")
    assert not opposites_of("united")


NEGATED = [
    ("the ferry is far from safe", ["from", "safe"], "far from"),
    ("the ferry is far from the pier", [], "far from a place"),
    ("he ruled out a sale", ["out", "a", "sale"], "ruled out"),
    ("the judge ruled on the sale", [], "ruled"),
    ("it was anything but safe", ["but", "safe"], "anything but"),
]


@pytest.mark.parametrize(("words", "reached", "why"), NEGATED, ids=[row[-1] for row in NEGATED])
def test_what_a_negation_reaches(words: str, reached: list[str], why: str) -> None:
    each = words.split()
    flags, _ = negated(each)
    assert [word for word, flag in zip(each, flags, strict=True) if flag] == reached, why


def test_words_of_weight_are_kept_once_and_by_what_they_count_as() -> None:
    assert list(weighty(claim("the ferries and the ferry of Ellery did sail"))) == ["ferry", "ellery", "sail"]
    assert not weighty(claim("it was not there at all"))

"""What articles are about: names and titles, and which words more than one of their sayings has."""

from __future__ import annotations

from datetime import timedelta

from sayso.coverage.spread.around import counted, names_in, share
from sayso.coverage.spread.held import Held
from sayso.coverage.spread.quoted import quoted
from sayso.records import Span
from tests.coverage.spread.sayings import DAY, saying


def test_names_are_words_with_a_capital_that_begin_no_text() -> None:
    assert names_in(["The", "bell", "of", "Ellery", "rang,", "I", "told", "Mayor", "Vance"]) == {
        "ellery",
        "mayor",
        "vance",
    }


def test_articles_on_one_thing_share_names() -> None:
    one = frozenset({"ellery", "vance", "spillway", "quill"})
    assert share(one, frozenset({"ellery", "spillway", "moss"})) > 0.5
    assert share(one, frozenset({"harbour", "osei", "moss"})) == 0.0
    assert share(one, frozenset()) == 0.0


def test_one_common_word_is_no_subject() -> None:
    assert share(frozenset({"march", "vance"}), frozenset({"march", "osei"})) == 0.0


def test_what_stands_within_another_saying_counts_with_it() -> None:
    outer, inner, other = ["bell", "rope", "tower"], ["bell", "rope"], ["bell"]
    assert counted([outer, inner, other], [[0, 50], [10, 30], [60, 70]]) == {"bell": 2}
    assert counted([inner, outer], [[10, 30], [0, 50]]) == {}


def test_the_article_of_a_saying_tells_what_it_is_about() -> None:
    some = [
        saying("The spillway at Ellery cracked", "x1", attribution="a1", title="Alarm over spillway"),
        saying("Nobody told Vance of the spillway", "x1", "Ben Osei", attribution="a2", spans=(Span(200, 233),)),
        saying("spillway", "x1", None, attribution="a3", spans=(Span(225, 233),)),
        saying("Lemons are cheap", "x2", published=DAY + timedelta(days=1)),
    ]
    held = Held(some)
    first, last = held[0].around, held[len(held) - 1].around
    assert {"ellery", "moss", "vance", "spillway", "alarm"} <= first.names
    assert "lemons" not in first.names
    assert dict(first.said) == {"spillway": 2}
    assert dict(last.said) == {}


def test_a_saying_by_itself_knows_its_own_names() -> None:
    names = quoted(saying("The spillway at Ellery cracked", title="Alarm over spillway")).around.names
    assert {"ellery", "moss", "spillway"} <= names

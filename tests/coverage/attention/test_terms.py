"""Terms that might widen a query: ranked by what sets matching sentences apart, with sentences that they would add."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt

import pytest

from sayso.coverage.attention import count
from sayso.coverage.attention_source import Readings
from sayso.coverage.attention_terms import PRIOR, scores, suggestions, terms_of
from sayso.records.attention import Question
from tests.coverage.attention.made import article, shelf


def test_the_score_by_hand() -> None:
    inside, everything = Counter(gangway=6, rain=4), Counter(gangway=8, rain=42)
    # gangway: 6 of 10 inside, 2 of 40 outside, prior a tenth of 8 and of 50
    inner = (6 + 0.8) / (10 + 5 - 6 - 0.8)
    outer = (2 + 0.8) / (40 + 5 - 2 - 0.8)
    z = (log(inner) - log(outer)) / sqrt(1 / 6.8 + 1 / 2.8)
    assert PRIOR == 0.1
    assert scores(inside, everything)[0] == ("gangway", pytest.approx(z))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry’s crew met.", ["ferry", "crew", "met", "crew met"]),
        ("In 2016 war on drugs", ["war", "drugs"]),
        ("", []),
    ],
)
def test_terms_are_words_and_pairs_that_may_tell_a_topic(sentence: str, expected: list[str]) -> None:
    assert terms_of(sentence) == expected


def harbour() -> Readings:
    texts = [f"The ferry left gangway {n} at dusk. The market of ward {n} was shut." for n in range(6)]
    texts += [f"A gangway broke at berth {n}. The market was open in street {n}." for n in range(4)]
    return shelf(*(article(text) for text in texts))


def test_suggestions_are_new_words_with_sentences_that_they_would_add() -> None:
    source = harbour()
    found = suggestions(source, count(source, Question("ferr*")))
    assert found[0].z >= found[-1].z > 0
    by_term = {each.term: each for each in found}
    assert not any("ferry" in term for term in by_term), "the query has it already"
    assert not any("market" in term for term in by_term), "it stands in all"
    gangway = by_term["gangway"]
    assert (gangway.inside, gangway.outside) == (6, 4)
    assert len(gangway.examples) == 3
    assert all("gangway" in each.text and not each.matches for each in gangway.examples)


@pytest.mark.parametrize("about", ["zeppelin", "ferr* OR market OR gangway OR berth OR street"])
def test_nothing_to_suggest(about: str) -> None:
    source = harbour()
    assert suggestions(source, count(source, Question(about))) == []

"""Which sentences match: by whatever way they are found, as the matcher of search would say of each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.archive.parser import parse
from sayso.archive.query import matches
from sayso.archive.words import words_of
from sayso.coverage.attention_match import Matcher
from sayso.coverage.attention_sentences import Paper, cut
from sayso.coverage.attention_source import names_field, relaxed

QUERIES = (
    "ferry",
    "ferr*",
    "ferry OR boat*",
    "ferry boat",
    '"the ferry"',
    '"the ferr*"',
    "guzman OR straße",
    "guzm*",
    "NEAR(ferry boat, 2)",
    "(ferry OR boat) NOT late",
    "ferry NOT (boat late)",
    "日本",
    "a1",
)
PLAIN = "ferry Ferry FERRIES ferry's x_ferry boat boats late the a1 ferry-boat . ! (".split()  # noqa: SIM905
ODD = "Guzmán guzmán Straße 日本 İ “ferry” e\u0301 ﬁ".split()  # noqa: SIM905
WORDS = st.sampled_from([*PLAIN, *ODD, "\n", "b" * 99 + "ferry", "b" * 100 + "ferry"])


def paper_of(text: str) -> Paper:
    return Paper("x", None, None, "x", *cut(text, [(0, len(text))]))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(QUERIES))
def test_every_sentence_is_told_as_search_would(words: list[str], about: str) -> None:
    text, query = " ".join(words), parse(about)
    paper = paper_of(text)
    sentences = [text[start:end] for start, end in zip(paper.start.tolist(), paper.end.tolist(), strict=True)]
    expected = [matches(query, words_of(sentence)) for sentence in sentences]
    assert Matcher(query).of(paper, text).tolist() == expected


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(QUERIES))
def test_an_article_with_a_matching_sentence_matches_the_relaxed_query(words: list[str], about: str) -> None:
    text, query = " ".join(words), parse(about)
    wider = relaxed(query)
    if Matcher(query).of(paper_of(text), text).any() and wider is not None:
        assert matches(wider, words_of(text))


def test_words_outside_the_prose_are_in_no_sentence() -> None:
    text = "A ferry at noon. Nobody minded.\nPhotograph of the ferry"
    paper = Paper("x", None, None, "x", *cut(text, [(0, text.index("\n"))]))
    assert Matcher(parse("ferry")).of(paper, text).tolist() == [True, False]
    assert Matcher(parse("ferry")).of(Paper("x", None, None, "x", *cut(text, [])), text).tolist() == []


@pytest.mark.parametrize(
    ("about", "wider"),
    [
        ("ferry NOT boat", "ferry"),
        ("ferry AND (boat NOT late)", "ferry AND boat"),
        ("title:ferry", None),
        ("title:ferry AND boat", "boat"),
        ("title:ferry OR boat", None),
    ],
)
def test_what_is_asked_of_the_article_first(about: str, wider: str | None) -> None:
    assert relaxed(parse(about)) == (parse(wider) if wider else None)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("ferry", False),
        ("ferry NOT title:x", True),
        ("NEAR(a b)", False),
        ("a OR speaker:b", True),
        ("outlet:(a OR b)", True),
    ],
)
def test_queries_that_name_a_field(about: str, expected: bool) -> None:
    assert names_field(parse(about)) is expected


def test_marks_stand_where_the_words_do() -> None:
    text = "Nobody minded. The Guzmán ferry, a FERRY of old, sank."
    paper = paper_of(text)
    found = Matcher(parse("guzman ferry")).marks(paper, text, 1)
    assert [mark.of(text) for mark in found] == ["Guzmán", "ferry", "FERRY"]

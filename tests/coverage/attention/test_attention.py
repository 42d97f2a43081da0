"""Shares counted by hand over a few articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.archive.months import gaps, stretches
from sayso.coverage.attention import THIN, attention, count
from sayso.coverage.attention_behind import sentences
from sayso.errors import UsageError
from sayso.records.attention import Attention, By, Question, Unit
from tests.coverage.attention.made import FERRY, RAIN, article, from_agency, shelf, town


def ask(about: str, **more: object) -> Attention:
    return attention(town(), Question(about, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "numerator", "denominator", "why"),
    [
        (Unit.ARTICLES, 3, 4, "all but the third have a sentence with a ferry"),
        (Unit.SENTENCES, 3, 8, "2 + 2 + 3 + 1 sentences, one with a ferry in each but the third"),
        (Unit.WORDS, 5 + 8 + 5, 12 + 15 + 17 + 5, "the whole sentence counts"),
        (Unit.QUOTED_WORDS, 5, 5, "only the mayor is quoted, and about the ferry"),
    ],
)
def test_units(unit: Unit, numerator: float, denominator: float, why: str) -> None:
    found = ask("ferr*", unit=unit).overall.found
    assert (found.numerator, found.denominator, found.articles) == (numerator, denominator, 4), why
    assert found.share == pytest.approx(numerator / denominator)
    assert found.with_match == 3


@pytest.mark.parametrize(
    ("about", "numerator", "why"),
    [
        ("ferry noon", 1, "both words in one sentence"),
        ("ferry rain", 0, "in one article, never in one sentence"),
        ("ferry OR rain", 7, "either"),
        ("ferry NOT noon", 2, "within the sentence"),
        ('"ferry is late"', 1, "in a row"),
        ("NEAR(ferry again, 2)", 1, "two words between"),
        ("NEAR(ferry again, 1)", 0, "one at most"),
        ("zeppelin", 0, "nowhere"),
        ("outlet:Echo ferry", 1, "a field is the article's"),
        ("outlet:Echo", 4, "every sentence of it"),
    ],
)
def test_a_sentence_matches_by_the_query_of_search(about: str, numerator: float, why: str) -> None:
    assert ask(about).overall.found.numerator == numerator, why


@pytest.mark.parametrize(
    ("within", "articles", "denominator", "why"),
    [
        (None, 4, 8, "every article"),
        ("rain", 3, 7, "all sentences of an article that matches, not the matching ones alone"),
        ("mayor", 1, 2, "one article"),
        ("zeppelin", 0, 0, "none"),
    ],
)
def test_within_picks_articles(within: str | None, articles: int, denominator: float, why: str) -> None:
    found = ask("ferry", within=within).overall.found
    assert (found.articles, found.denominator) == (articles, denominator), why
    assert (found.share is None) == (denominator == 0)


def test_what_a_title_says_picks_articles_and_is_no_sentence() -> None:
    source = shelf(article(RAIN, title="The ferry"), article(RAIN + " So it goes.", title="Weather"))
    found = attention(source, Question("ferry", within="ferry")).overall.found
    assert (found.articles, found.numerator, found.denominator) == (1, 0, 1)


def test_rows_by_outlet() -> None:
    found = ask("ferry", by=By.OUTLET)
    assert [(row.name, row.found.numerator, row.found.denominator) for row in found.rows] == [
        ("Courier", 2, 4),
        ("Echo", 1, 4),
    ]
    assert all(row.thin and row.note == "2 articles" for row in found.rows)


def test_rows_by_month_with_gaps_and_undated() -> None:
    found = ask("ferry", by=By.MONTH)
    assert [(row.name, row.found.numerator, row.found.denominator) for row in found.rows] == [
        ("2024-01", 2, 4),
        ("2024-03", 0, 3),
    ]
    assert found.gaps == ("2024-02",)
    assert found.undated == 1


def test_a_month_in_which_nothing_is_within_is_no_gap() -> None:
    found = ask("ferry", by=By.MONTH, within="mayor")
    assert [(row.name, row.found.share, row.note) for row in found.rows][1] == ("2024-03", None, "no article")
    assert found.gaps == ("2024-02",)


def test_thin_months_are_marked() -> None:
    many = [article(f"{FERRY} Number {n} of them.", day=f"2024-0{1 + n // 100}-05") for n in range(300)]
    few = [article(f"{RAIN} Day {n}.", day="2024-04-05") for n in range(THIN)]
    rows = attention(shelf(*many, *few), Question("ferry", by=By.MONTH, count_copies=True)).rows
    assert [(row.name, row.thin) for row in rows] == [
        ("2024-01", False),
        ("2024-02", False),
        ("2024-03", False),
        ("2024-04", True),
    ]
    assert rows[3].note == "20 articles where 100 are usual"


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (["2024-01", "2024-02"], []),
        (["2023-11", "2024-02"], ["2023-12 to 2024-01"]),
        (["2023-12", "2024-02"], ["2024-01"]),
        (["1970-01", "2025-10"], ["1970-02 to 2025-09"]),
        ([], []),
    ],
)
def test_gaps_are_told_in_stretches(months: list[str], expected: list[str]) -> None:
    assert list(gaps(months)) == expected


def test_months_in_a_row_are_told_as_one() -> None:
    assert list(stretches(["2024-02", "2023-12", "2024-01", "2024-04"])) == ["2023-12 to 2024-02", "2024-04"]
    assert list(stretches([])) == []


LONG = " ".join(
    f"The {word} of the harbour board met the clerk about berth {n}."
    for n, word in enumerate("warden pilot clerk baker diver smith tailor mason cooper weaver porter miller".split())  # noqa: SIM905
)


def test_a_copy_counts_once_in_all_and_once_at_each_outlet() -> None:
    own = from_agency(article(f"{FERRY} {LONG}", "Corvane", "2024-01-06"), "Corvane")
    theirs = from_agency(article(f"{FERRY} {LONG} It rained there.", "Echo", "2024-01-05"), "Corvane")
    alone = article(f"{RAIN} Nobody minded.", "Echo", "2024-01-07")
    once = attention(shelf(own, theirs, alone), Question("ferry", by=By.OUTLET))
    assert (once.overall.found.numerator, once.overall.found.denominator) == (1, 13 + 2), "the agency's own is counted"
    assert once.copies == 1
    assert [(row.name, row.found.articles) for row in once.rows] == [("Echo", 2), ("Corvane", 1)]
    each = attention(shelf(own, theirs, alone), Question("ferry", count_copies=True)).overall.found
    assert (each.numerator, each.denominator, each.articles) == (2, 13 + 14 + 2, 3)


def test_a_late_edition_is_a_report_of_its_own_and_the_same_page_twice_is_not() -> None:
    early, late = article(f"{FERRY} {LONG}"), article(f"{FERRY} {LONG} It rained there.")
    assert attention(shelf(early, late), Question("ferry")).overall.found.articles == 2
    from sayso.coverage.attention_source import Readings

    assert attention(Readings.of([early, early]), Question("ferry")).overall.found.articles == 1


def test_the_original_need_not_be_within() -> None:
    own = article(f"{LONG} {FERRY}", "Corvane", "2024-01-05", title="Berths")
    theirs = article(f"{LONG} {FERRY}  ", "Echo", "2024-01-06", title="Ferry")
    found = attention(shelf(own, theirs), Question("ferry", within="title:ferry")).overall.found
    assert (found.articles, found.numerator) == (1, 1)


def test_sentences_behind_a_number() -> None:
    source = town()
    question = Question("ferr*", by=By.MONTH)
    behind = list(sentences(source, count(source, question)))
    assert [each.text for each in behind] == [
        FERRY,
        "The mayor said “the ferry is late again”.",
        FERRY.replace("noon", "dusk"),
    ]
    first = behind[0]
    assert (first.article, first.outlet, str(first.published), first.words, first.quoted) == (
        "n1",
        "Courier",
        "2024-01-05",
        5,
        0,
    )
    assert behind[1].quoted == 5
    assert [mark.of(source.readings["n1"].article.text) for mark in first.marks] == ["ferry"]
    assert first.span.of(source.readings["n1"].article.text) == FERRY
    assert [each.article for each in sentences(source, count(source, question), row="2024-01")] == ["n1", "n2"]
    others = list(sentences(source, count(source, question), others=True))
    assert len(others) == 5
    assert not any(each.matches or each.marks for each in others)


def test_sentences_of_an_outlets_row() -> None:
    source = town()
    made = count(source, Question("ferr*", by=By.OUTLET))
    assert [each.article for each in sentences(source, made, row="Echo")] == ["n4"]


def test_the_words_of_a_quotation_inside_another_count_once() -> None:
    text = "[S1 She] [Q1 said] [C1 “the clerk told me “[C2 no ferry]” twice”]."
    found = attention(shelf(article(text)), Question("ferry", unit=Unit.QUOTED_WORDS)).overall.found
    assert (found.numerator, found.denominator) == (7, 7)


def test_indirect_speech_is_not_quoted() -> None:
    found = attention(
        shelf(article("[S1 She] [Q1 said] [C1 the ferry was late].")), Question("ferry", unit=Unit.QUOTED_WORDS)
    )
    assert found.overall.found.share is None
    assert found.overall.found.why == "there are no quoted words in them"


def test_a_speaker_is_asked_of_the_sentence() -> None:
    from tests.marked import whole

    source = shelf(whole())
    said = attention(source, Question("speaker:Marlow")).overall.found
    assert 0 < said.numerator < said.denominator


def test_no_articles_at_all() -> None:
    found = attention(shelf(), Question("ferry", by=By.MONTH))
    assert (found.overall.found.share, found.rows, found.gaps) == (None, (), ())
    assert found.overall.note == "no article"


def test_a_query_that_cannot_be_understood_says_where() -> None:
    with pytest.raises(UsageError, match="character 1"):
        ask("(ferry")


def test_the_answer_as_plain_values() -> None:
    import json

    told = json.loads(json.dumps(ask("ferry", by=By.OUTLET).to_dict()))
    assert told["overall"]["found"]["numerator"] == 3
    assert told["question"] == {
        "about": "ferry",
        "within": None,
        "by": "outlet",
        "unit": "sentences",
        "count_copies": False,
    }


def test_an_answer_does_not_hang_on_the_order_of_articles() -> None:
    source = town()
    turned = replace(source, readings=dict(reversed(source.readings.items())))
    assert attention(source, Question("ferry", by=By.OUTLET)) == attention(turned, Question("ferry", by=By.OUTLET))

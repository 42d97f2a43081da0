"""Notices that something published before is put right: a sentence, and what is to be found in it."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.article.plain import article_from_text
from sayso.coverage import notice_forms
from sayso.coverage.notices import notices
from sayso.records import Article, Given
from sayso.records.corrections import Notice

FILLER = "The ferry Morwenna lies at the quay of Ellery, where it has lain since March, and nobody has the key to it."
TUESDAY = date(2031, 5, 13)


def article(text: str, title: str | None = None, outlet: str | None = "The Ellery Courier") -> Article:
    given = Given(title=title, outlet=outlet, published=TUESDAY)
    return article_from_text(f"{FILLER}\n\n{text}", given=given)


def found(
    text: str, title: str | None = None, outlet: str | None = "The Ellery Courier"
) -> list[tuple[Article, Notice]]:
    made = article(text, title, outlet)
    return [(made, each) for each in notices(made)]


def words(of: Article, notice: Notice) -> tuple[str | None, ...]:
    return tuple(None if span is None else span.of(of.text) for span in (notice.about, notice.wrong, notice.right))


OWN = [
    (
        "Correction: An earlier version of this article misstated the length of the quay. It is 90 metres, not 900.",
        ("correction", "the length of the quay", "900", "It is 90 metres"),
    ),
    (
        "CORRECTION: A previous version of this story cited Ellery instead of Orme in the ninth paragraph.",
        ("correction", None, "Ellery", "Orme"),
    ),
    (
        "Corrections & clarifications: An earlier version of this report misspelled the name of Dr. Ada Penrose.",
        ("correction", "the name of Dr. Ada Penrose", None, None),
    ),
    (
        "[Editor’s note: The original version of this story said that the mayor had sold the ferry; the council did.]",
        ("correction", None, "the mayor had sold the ferry", "the council did"),
    ),
    (
        "This article was amended on 12 May 2031 to make clear that Mr Wick is a solicitor, not a barrister.",
        ("clarification", None, "a barrister", None),
    ),
    ("This post has been updated.", ("update", None, None, None)),
    (
        "UPDATE (Tuesday, 3:41 p.m.): This post has been updated with a comment from the council.",
        ("update", None, None, None),
    ),
    (
        "Correction at 2:45 p.m.: This post originally stated that the Morwenna has two funnels. In fact, it has one.",
        ("correction", None, "the Morwenna has two funnels", "In fact, it has one."),
    ),
    (
        "Clarification: The fare of 3.20 is that of a day ticket.",
        ("clarification", None, None, None),
    ),
    (
        "Update: The hearing is in Orme, not Ellery. We regret the error.",
        ("correction", None, "Ellery", None),
    ),
    ("This story has been retracted after an inquiry by the publisher.", ("retraction", None, None, None)),
    (
        "Correction\n\nA spokesman for the harbour did not say that the ferry was unsafe.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "told"), OWN, ids=[each[0][:40] for each in OWN])
def test_a_notice_on_the_article_s_own_text(text: str, told: tuple[str | None, ...] | None) -> None:
    some = found(text)
    if told is None:  # a label without a colon is a heading like any other
        assert not some
        return
    ((of, notice),) = some
    assert notice.own
    assert (str(notice.kind), *words(of, notice)) == told
    assert notice.span.of(of.text) == text.strip("")
    assert notice.span.holds(notice.cue)
    assert all(span is None or notice.span.holds(span) for span in (notice.about, notice.wrong, notice.right))


OTHER = [
    (
        "The Courier wrongly reported on Monday that the ferry had sunk at its moorings. It had not.",
        ("correction", None, date(2031, 5, 12), "the ferry had sunk at its moorings", "It had not."),
    ),
    (
        "We incorrectly said yesterday that Ms Penrose had resigned. She has not.",
        ("correction", None, date(2031, 5, 12), "Ms Penrose had resigned", "She has not."),
    ),
    (
        "An earlier Courier story said that the letter was dated May 28. It was dated May 8. We are happy to make this clear.",
        ("correction", None, None, "the letter was dated May 28", "It was dated May 8."),
    ),
]


@pytest.mark.parametrize(("text", "told"), OTHER, ids=[each[0][:40] for each in OTHER])
def test_a_notice_on_another_article_of_the_outlet(text: str, told: tuple[object, ...]) -> None:
    ((of, notice),) = found(text)
    assert not notice.own
    _, wrong, right = words(of, notice)
    assert (str(notice.kind), notice.title, notice.day, wrong, right) == told


COLUMN = """The report “Harbour keeper sells ferry, says rival” (May 9) had stated that Mr Wick sold the Morwenna. He did not. \
The error is regretted.

The same report described Mr Wick as “disgraced”. The word is withdrawn.

In “Fares up again” (May 6), the fare to Orme was given as Rs 320. It should have been Rs 32.

In the crossword of May 10, clue 4 down had two answers.

Readers may write to the editor, giving the day and the page."""


def test_a_column_of_corrections_has_one_for_each_report_that_it_names() -> None:
    some = found(COLUMN, "Corrections and clarifications")
    told = [(str(each.kind), each.own, each.title, each.day, words(of, each)[1:]) for of, each in some]
    first = "Harbour keeper sells ferry, says rival", date(2031, 5, 9)
    assert told == [
        ("correction", False, *first, ("Mr Wick sold the Morwenna", "He did not.")),
        ("retraction", False, *first, ("“disgraced”", None)),
        ("correction", False, "Fares up again", date(2031, 5, 6), ("Rs 320", "It should have been Rs 32.")),
    ]


NONE = {
    "a bill has earlier versions": "An earlier version of the bill was three months shorter, and the Assembly rejected it.",
    "a correction of markets": "The market has not had a correction in four years, a drop of a tenth.",
    "somebody else is said to be wrong": "The minister wrongly said that the ferry had sunk, Ms Penrose wrote.",
    "another outlet is criticised": "The Orme Echo inaccurately reported that the ferry had sunk.",
    "it is quoted": "“An earlier version of this article misstated the fare,” the Echo’s note reads.",
    "a law was amended": "The law was amended in 1969, and this was clarified by a court.",
    "news is labelled an update": "Update: The harbour master has found the key.",
    "about the author": "Editor’s note: Tom Wick is the author of “Ferries of the North”. The views are his own.",
    "where it ran first": "An earlier version of this article appeared in the Orme Echo.",
    "an interview is edited for length": "This interview has been edited for length and clarity.",
    "goods are withdrawn": "The bakery has withdrawn 30,000 loaves, and the words on its packets are small.",
    "somebody regrets": "The council said that it regrets the error and will repay the fares.",
    "a spoken aside": "And one correction: the ferry was built in Orme.",
    "corrections are a department": "Department of Corrections: the prison at Orme has room for ninety.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_is_no_notice(text: str) -> None:
    assert [each.why for _, each in found(text)] == []


def test_what_is_said_twice_is_one_notice() -> None:
    text = OWN[0][0]
    assert len(found(f"{text}\n\n{FILLER}\n\n{text}")) == 1


def test_a_notice_in_brackets_within_a_paragraph_is_that_alone() -> None:
    inside = "(Correction: An earlier version of this story incorrectly reported that the trip was free.)"
    ((of, notice),) = found(f"Ms Penrose went to Orme by train. {inside} She came back on foot.")
    assert notice.span.of(of.text) == inside


@pytest.mark.parametrize("text", [each[0] for each in (*OWN[:-1], *OTHER)])
def test_the_first_look_passes_over_no_notice(text: str) -> None:
    """DuckDB is asked for texts that may have one, with an expression that it knows as well."""
    import duckdb

    with duckdb.connect() as db:
        assert db.execute("SELECT regexp_matches(?, ?)", [text, notice_forms.MAY_HAVE]).fetchall() == [(True,)]
        assert db.execute("SELECT regexp_matches('Clarifications', ?)", [notice_forms.COLUMN.pattern]).fetchall() == [
            (True,)
        ]

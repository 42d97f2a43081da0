"""The parts of a story: what is shown of many disputes and happenings, what is folded, and that nothing is lost unsaid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import html as parser

from sayso.export.corrections import MOST, corrections_part
from sayso.export.facts import moment
from sayso.export.markup import Address, marked
from sayso.export.story import MOST_FOLDED, disputes_part, is_background, timeline_part
from sayso.records import Certainty, Polarity, SourceClass, Span, Why
from sayso.records.corrections import Correction, Notice, NoticeKind
from sayso.records.stories import Dispute, Moment, Place, Side, Telling, When

FIRST = date(2025, 10, 7)


class Nowhere:
    """Addresses of a place that has articles and nobody's page."""

    def at(self, article: str, attribution: str | None = None) -> Address:
        return Address(f"/{article}/{attribution}")

    def person(self, name: str) -> None:
        return None


def happening(number: int, articles: int, when: str = "2025-10-08", copy: bool = False) -> Moment:
    """Told by so many articles, the last of them by a copy if asked."""
    one = Telling("a0", "Paper 0", "h1", when, None, (), None, None, None, Certainty.STATED, Polarity.DENIED, False)
    told = [replace(one, article=f"a{each}", outlet=f"Paper {each}") for each in range(articles)]
    dates = (When(when, None, True, (*told[:-1], replace(told[-1], copy=copy))),)
    return Moment(f"m{number}", when, None, f"It was {number}", (), dates, False, Why("", ""))


def dispute(score: float) -> Dispute:
    clause, sure = Place("a1", Span(5, 11), "It was"), (Certainty.ALLEGED, Polarity.DENIED, SourceClass.NAMED)
    a = Side("a1", "f1", "The Echo", FIRST, "Ada", None, "said", "It was", (), clause, ("Ada", ""), *sure)
    marks = (Place("a1", Span(8, 11), "was"), Place("a1", Span(20, 25), "never"), Place("a2", Span(5, 7), "It"))
    b, why = replace(a, article="a2"), Why("by hand", "Ada denies it")
    return Dispute("d", "denial", a, b, "", (), marks, False, score, why, (("x", "y"),))


def shape(made: str) -> tuple[int, dict[str, int]]:
    """How many are shown, and by its words how many each fold has."""
    tree = parser.fromstring(f"<div>{made}</div>")
    folds = {each.findtext("summary"): len(each.xpath("./ol/li")) for each in tree.xpath("./details")}
    return len(tree.xpath("./ol/li")), folds


@pytest.mark.parametrize(
    ("told", "alone", "old", "shown", "folds"),
    [
        (7, 9, 0, 7, {"9 more, each told by one article alone": 9}),
        (5, 9, 2, 14, {"2 from before: the background that its articles tell": 2}),  # few: all of them
        (5, 90, 0, 24, {"71 more, each told by one article alone": 71}),
        (30, 0, 0, 24, {"6 more": 6}),
        (0, 0, 2, 0, {"2 from before: the background that its articles tell": 2}),
        (
            7,
            700,
            0,
            7,
            {f"700 more, each told by one article alone; the first {MOST_FOLDED} of them here": MOST_FOLDED},
        ),
    ],
)
def test_a_long_timeline_is_folded(told: int, alone: int, old: int, shown: int, folds: dict[str, int]) -> None:
    moments = [happening(each, 2 if each < told else 1) for each in range(told + alone)]
    before = [happening(each, 2, "1967") for each in range(old)]
    assert shape(timeline_part([*before, *moments], FIRST, Nowhere())) == (shown, folds)


def test_a_few_that_several_tell_stand_in_order_among_the_others() -> None:
    moments = [happening(each, 2 if each == 2 else 1) for each in range(4)]
    tree = parser.fromstring(timeline_part(moments, FIRST, Nowhere()))
    assert tree.xpath("//p[@class='words']/text()") == [f"It was {each}" for each in range(4)]


@pytest.mark.parametrize(("articles", "words"), [(2, "Paper 0 (denied)"), (1, "Paper 0 (denied)")])
def test_a_copy_tells_only_where_nobody_else_does(articles: int, words: str) -> None:
    tree = parser.fromstring(timeline_part([happening(1, articles, copy=True)], FIRST, Nowhere()))
    assert [each.text_content() for each in tree.xpath("//p[@class='small quiet']")] == [words]


@pytest.mark.parametrize(
    ("scores", "shown", "folds"),
    [
        ([0.9] * 10 + [0.5], 8, {"2 more": 2, "1 that is less sure": 1}),
        ([0.6, 0.5], 0, {"2 that are less sure": 2}),
    ],
)
def test_disputes_that_are_less_sure_are_folded(scores: list[float], shown: int, folds: dict[str, int]) -> None:
    made = disputes_part([dispute(each) for each in scores], Nowhere())
    assert shape(made) == (shown, folds)
    assert ("<details open>" in made) == (not shown)


def test_a_dispute_says_how_sure_each_side_is_and_marks_what_clashes_in_it() -> None:
    made = disputes_part([dispute(0.7)], Nowhere())
    assert ">It <mark>was</mark></a>" in made
    assert "><mark>It</mark> was</a>" in made
    assert made.count("(alleged, denied)") == 2
    assert "score 0.70 · 1 more pair says the same" in made


class Everybody(Nowhere):
    def person(self, name: str) -> Address:
        return Address(f"/person/{name}")


@pytest.mark.parametrize(
    ("source_class", "links"),
    [
        (SourceClass.NAMED, 1),
        (SourceClass.ROLE, 0),  # its spokesman
        (SourceClass.DOCUMENT, 0),  # a bombshell report today
        (SourceClass.ANONYMOUS, 0),
        (SourceClass.COLLECTIVE, 0),
    ],
)
def test_only_who_has_a_name_is_linked_to_what_they_said_elsewhere(source_class: SourceClass, links: int) -> None:
    one = dispute(0.7)
    made = disputes_part(
        [replace(one, a=replace(one.a, source_class=source_class), b=replace(one.b, speaker=None))], Everybody()
    )
    assert made.count('href="/person/Ada"') == links


def correction(kind: NoticeKind) -> Correction:
    why, span = Why("", ""), Span(0, 4)
    notice = Notice(kind, span, span, True, None, None, None, None, None, why)
    return Correction("a1", "The Echo", "A title", FIRST, notice, "Note", "", "", (), why)


@pytest.mark.parametrize(
    ("told", "updates", "shown", "folds"),
    [
        (2, 1, 2, {"1 note that a text was updated": 1}),
        (0, 2, 0, {"2 notes that a text was updated": 2}),
        (MOST + 3, 0, MOST, {"3 more": 3}),  # none is lost unsaid
    ],
)
def test_notices_beyond_what_is_shown_are_folded(told: int, updates: int, shown: int, folds: dict[str, int]) -> None:
    found = [correction(NoticeKind.UPDATE)] * updates + [correction(NoticeKind.CORRECTION)] * told
    made = corrections_part(found, Nowhere())
    assert shape(made) == (shown, folds)
    assert ("No article carries" in made) == (not told)
    assert "The Echo, 7 October 2025" in made


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "a &lt;b&gt; c"),
        ([Span(2, 5), Span(0, 1)], "<b>a</b> <b>&lt;b&gt;</b> c"),
        ([Span(0, 4), Span(2, 5), Span(3, 4)], "<b>a &lt;b</b><b>&gt;</b> c"),
    ],
)
def test_words_are_marked_once_and_escaped(spans: list[Span], expected: str) -> None:
    assert marked("a <b> c", spans, "b") == expected


def test_an_hour_that_is_not_told_is_not_shown() -> None:
    assert moment("2025-10-17TXX") == "17 October 2025"


@pytest.mark.parametrize(
    ("when", "old"),
    [
        ("1967", True),
        ("2024-11", True),
        ("2025-07-30", True),
        ("2025-08-15", False),  # within two months of the first article
        ("2025-SU", False),  # a season of that year may be just now
        ("2025", False),
        ("2026-01-04", False),
        ("199", True),  # the 1990s
    ],
)
def test_background_is_what_happened_longis_background(when: str, old: bool) -> None:
    assert is_background(when, date(2025, 10, 7)) is old
    assert not is_background(when, None), "nothing is background of a story without dates"

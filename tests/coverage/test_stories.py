"""Stories as a stream, and the merged timeline of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coverage.happened import pick
from sayso.coverage.stories import WINDOW, Stories, in_order
from sayso.coverage.terms import names_in, stem, terms_of
from sayso.coverage.timeline import timeline
from sayso.records import Article, Certainty, Happening, Polarity, Reading, Span, TimeMention, TimeType, Why

FIRE = [
    "A fire destroyed the ferry Morwenna at Port Ellery on Tuesday. Captain Ada Penrose said the blaze began in the galley "
    "of the Morwenna.",
    "Captain Ada Penrose told an inquiry in Port Ellery that the galley fire on the ferry Morwenna spread within minutes.",
    "The inquiry into the Morwenna fire at Port Ellery heard that the galley had no alarm. Penrose wept.",
]
BREAD = [
    "Bakers Rusk and Oddy recalled seeded loaves after wire was found in bread at Stanhope Mill, the firm said.",
    "Rusk and Oddy widened the recall of seeded loaves as more wire was found in bread from Stanhope Mill.",
]
START = date(2025, 3, 1)


def article(text: str, number: int, day: date | None = START, title: str | None = None) -> Reading:
    return Reading(
        Article(f"a{number}", text, (), title=title, outlet=f"Outlet {number}", published=day), (), "by hand"
    )


def stories_of(readings: Iterable[Reading]) -> Stories:
    made = Stories()
    for id, reading in in_order((reading.article.id, reading) for reading in readings):
        made.add(reading, id)
    return made


def stream(texts: list[str], days: list[int]) -> Stories:
    return stories_of(
        article(text, n, START + timedelta(days=day)) for n, (text, day) in enumerate(zip(texts, days, strict=True))
    )


def test_two_happenings_are_two_stories_whatever_comes_between() -> None:
    made = stream([FIRE[0], BREAD[0], FIRE[1], BREAD[1], FIRE[2]], [0, 0, 1, 2, 3]).stories()
    assert [story.articles for story in made] == [("a0", "a2", "a4"), ("a1", "a3")]
    fire = made[0]
    assert fire.id == "s-a0"
    assert (fire.first, fire.last) == (START, START + timedelta(days=3))
    assert {"Morwenna", "Penrose"} <= {mark.words for mark in fire.marks}
    assert [member.why.by for member in fire.members][:2] == ["rule: a new story", "rule: like the story"]
    assert "Morwenna" in fire.members[1].why.note


def test_every_place_of_a_mark_holds_its_words() -> None:
    texts = {f"a{n}": text for n, text in enumerate(FIRE)}
    for story in stream(FIRE, [0, 1, 2]).stories():
        for mark in (*story.who, *story.where, *story.when, *story.marks):
            for place in mark.places:
                assert place.span.of(texts[place.article]) == place.words


def test_a_story_is_closed_after_its_window() -> None:
    assert len(stream(FIRE[:2], [0, WINDOW]).stories()) == 1
    assert len(stream(FIRE[:2], [0, WINDOW + 1]).stories()) == 2


def test_a_copy_joins_its_original_and_is_no_article_of_its_own() -> None:
    long = " ".join(f"{FIRE[0]} The number of the berth was {n} and the tide stood at mark {n + 3}." for n in range(9))
    copy = long[: len(long) * 2 // 3]
    (story,) = stream([long, copy], [0, 1]).stories()
    assert [member.copy_of for member in story.members] == [None, "a0"]
    assert story.originals == 1


def test_what_was_decided_stays_decided() -> None:
    some = [article(text, n, START + timedelta(days=n)) for n, text in enumerate([*FIRE, *BREAD])]
    made = Stories()
    before: list[tuple[str, ...]] = []
    for reading in some:
        made.add(reading)
        now = sorted(story.articles for story in made.stories())
        assert all(any(set(old) <= set(new) for new in now) for old in before)
        before = now


def test_order_is_of_publication_and_clocks_gone_wrong_come_last() -> None:
    some = [
        (f"a{n}", article(FIRE[0], n, day)) for n, day in enumerate([date(2025, 3, 5), None, date(1970, 1, 1), START])
    ]
    assert [id for id, _ in in_order(some)] == ["a3", "a0", "a1", "a2"]


def test_moments_are_ordered_by_their_utc() -> None:
    def at(moment: str) -> Reading:
        made = article(FIRE[0], 0)
        return replace(made, article=replace(made.article, published=datetime.fromisoformat(moment)))

    some = [("west", at("2025-03-04T15:10:00-04:00")), ("east", at("2025-03-04T17:32:00+00:00"))]
    assert [id for id, _ in in_order(some)] == ["east", "west"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(max_size=300), max_size=12),
    st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=12, max_size=12),
)
def test_any_texts_fall_into_stories_each_once(texts: list[str], days: list[int | None]) -> None:
    readings = [
        article(text, n, None if day is None else START + timedelta(days=day))
        for n, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    made = stories_of(readings).stories()
    assert sorted(id for story in made for id in story.articles) == sorted(each.article.id for each in readings)
    for story in made:
        story.to_dict()


PICKS = [("Morwenna", 0), ("the ferry fire", 0), ("s-a1", 1), ("a3", 1), ("recall of loaves", 1), ("zebra", None)]


@pytest.mark.parametrize(("wanted", "place"), PICKS, ids=[row[0] for row in PICKS])
def test_words_and_ids_pick_a_story(wanted: str, place: int | None) -> None:
    made = stream([FIRE[0], BREAD[0], FIRE[1], BREAD[1]], [0, 0, 1, 1]).stories()
    found = pick(made, wanted)
    assert (None if found is None else made.index(found)) == place


def test_terms() -> None:
    assert names_in("The Morwenna sank. Port Ellery saw the Morwenna go. Port wine is port.") == {"morwenna", "ellery"}
    assert len({stem(word) for word in ("open", "opens", "opened", "opening")}) == 1
    found = terms_of("Wick said the ledger was a “sham” and so did Ada Wick.", "Ledger row")
    assert found["wick"].is_name
    assert "said" not in found


def dated(text: str, number: int, date_of: str, when: str, what: str | None = None) -> Reading:
    """An article with one happening, dated by the words `when`."""
    at = Span(text.index(when), text.index(when) + len(when))
    span = Span(0, len(text)) if what is None else Span(text.index(what), text.index(what) + len(what))
    mention = TimeMention("t1", at, TimeType.DATE, date_of, None, None, Why("by hand"))
    happening = Happening(
        "h1", date_of, None, (span,), (), None, None, Certainty.STATED, Polarity.AFFIRMED, ("t1",), Why("by hand")
    )
    return replace(article(text, number), times=(mention,), happenings=(happening,))


NOTE = "Leena Prabhu wrote the note about the third gate on {}"


def test_one_happening_told_by_three_is_one_moment_with_both_dates() -> None:
    some = [
        dated(NOTE.format("18 September"), 1, "2025-09-18", "18 September"),
        dated(NOTE.format("28 September"), 2, "2025-09-28", "28 September"),
        dated(
            "The note of Leena Prabhu about the third gate, written on September 18", 3, "2025-09-18", "September 18"
        ),
    ]
    (moment,) = timeline((each.article.id, each) for each in some)
    assert moment.date == "2025-09-18"
    assert [(when.date, when.agrees, len(when.tellings)) for when in moment.dates] == [
        ("2025-09-18", True, 2),
        ("2025-09-28", False, 1),
    ]
    assert moment.disputed
    assert moment.articles == ("a1", "a3", "a2")


MERGES = [
    ("2025-09-18", "2025-09", False, "a month holds its day"),
    ("2025-09-18T04:05", "2025-09-18T02:10", True, "two hours of one day differ"),
    ("2025-09-18T04:05", "2025-09-18T04:00", False, "five minutes do not"),
]


@pytest.mark.parametrize(("one", "other", "disputed", "why"), MERGES, ids=[row[3] for row in MERGES])
def test_dates_agree_or_not(one: str, other: str, disputed: bool, why: str) -> None:
    some = [dated(NOTE.format("that day"), n, value, "that day") for n, value in enumerate((one, other))]
    (moment,) = timeline((each.article.id, each) for each in some)
    assert moment.disputed is disputed, why


def test_a_copy_is_no_witness() -> None:
    some = [
        dated(NOTE.format("18 September"), 1, "2025-09-18", "18 September"),
        dated(NOTE.format("28 September"), 2, "2025-09-28", "28 September"),
        dated(NOTE.format("28 September"), 3, "2025-09-28", "28 September"),
        dated(NOTE.format("18 September"), 4, "2025-09-18", "18 September"),
    ]
    (moment,) = timeline(((each.article.id, each) for each in some), {"a2", "a3"})
    assert moment.date == "2025-09-18"
    assert not moment.disputed


def test_other_happenings_stay_apart_and_in_order() -> None:
    some = [
        dated("The ferry Morwenna burned at Port Ellery on Tuesday", 1, "2025-03-04", "Tuesday"),
        dated("Rusk and Oddy recalled seeded loaves on Monday", 2, "2025-03-03", "Monday"),
        dated("The year in which it was is not told: in June", 3, "XXXX-06", "June"),
    ]
    assert [each.date for each in timeline((each.article.id, each) for each in some)] == ["2025-03-03", "2025-03-04"]

"""The timeline, the dates of sayings, anchors and reasons: scenes made by hand, so that no tagger decides."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evals.time_scenes import plain_scene
from sayso.reading.certainty import Judgements
from sayso.reading.certainty.judge import Stand
from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.reading.times import find, order
from sayso.records import (
    Attribution,
    AttributionKind,
    Certainty,
    Happening,
    Person,
    PersonKind,
    Polarity,
    Span,
    Tone,
    Why,
)
from sayso.records.time import first_day

P = date(2016, 1, 15)
_WHY = Why("test")


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def attribution(text: str, source: str, cue: str, content: str, id: str = "a1") -> Attribution:
    return Attribution(
        id, AttributionKind.INDIRECT, (span(text, source),), (span(text, cue),), (span(text, content),), None, 1.0, _WHY
    )


def told(
    scene: Scene, cast: Cast | None = None, judged: Judgements | None = None
) -> list[tuple[str, str, str | None, str | None]]:
    happenings = order(scene, find(scene), cast or Cast(), judged or Judgements())
    return [(h.date, " … ".join(s.of(scene.prose.text) for s in h.what), h.by, h.said) for h in happenings]


CLAUSES = [
    (
        "The bridge opened on January 9, 2016.",
        [("2016-01-09", "The bridge opened on January 9, 2016")],
        "a plain clause",
    ),
    (
        "The bridge opened in 2014, but it closed in 2015.",
        [("2014", "The bridge opened in 2014"), ("2015", "it closed in 2015")],
        "two clauses of one sentence are two happenings",
    ),
    (
        "The mayor, who was arrested on Friday, denied it.",
        [("2016-01-15", "who was arrested on Friday")],
        "a relative clause is its own",
    ),
    (
        "The film was shown on Saturday (January 9th), the day after his arrest.",
        [
            ("2016-01-09", "The film was shown on Saturday (January 9th), the day after his arrest"),
            ("2016-01-08", "his arrest"),
        ],
        "one day told twice is one happening, and the day before it dates the arrest",
    ),
    ("Friday’s vote was close.", [], "a date that only names a thing dates no clause"),
    ("It is now closed and was recently sold.", [], "*now* and *recently* are no dates"),
    ("5:45 p.m.", [], "a time without a clause"),
    ("If you clean offices at 3 a.m., the bus is your sleep.", [], "a supposed hour is of any day"),
    (
        "If it left at 3 a.m. on Tuesday, nobody saw it.",
        [("2016-01-12T03:00", "If it left at 3 a.m. on Tuesday, nobody saw it")],
        "unless its day is told",
    ),
    ("The bus left at 3 a.m.", [("2016-01-15T03:00", "The bus left at 3 a.m.")], "what did happen is of that day"),
    (
        "It was sold two days before.",
        [("2016-01-13", "It was sold two days before")],
        "a pointer dates a clause as well",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CLAUSES)
def test_clause(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert [(when, what) for when, what, _, _ in told(plain_scene(text, P))] == expected, why


def test_a_date_of_a_saying_is_no_happening_of_its_own() -> None:
    text = "Osei said on Tuesday that the bridge closed in 2014."
    scene = plain_scene(text, P, attributions=[attribution(text, "Osei", "said", "that the bridge closed in 2014")])
    times = find(scene)
    assert {a: next(m.span.of(text) for m in times.mentions if m.id == t) for a, t in times.said.items()} == {
        "a1": "Tuesday"
    }
    assert told(scene) == [("2014", "the bridge closed in 2014", "a1", "2016-01-12")]


SAID = [
    ("On Friday, Osei said that it leaked.", "Osei", "said", "that it leaked", "Friday", "before the source"),
    (
        "Osei said in a statement on Monday that it leaked.",
        "Osei",
        "said",
        "that it leaked",
        "Monday",
        "after the venue",
    ),
    ("Osei, who left on Monday, said that it leaked.", "Osei", "said", "that it leaked", None, "another clause's date"),
    ("Osei said that it leaked on Monday.", "Osei", "said", "that it leaked on Monday", None, "the content's date"),
    ("It opened in 2014, with Osei said to have paid.", "Osei", "said", "to have paid", None, "the main clause's date"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "words", "why"), SAID)
def test_when_it_was_said(text: str, source: str, cue: str, content: str, words: str | None, why: str) -> None:
    scene = plain_scene(text, P, attributions=[attribution(text, source, cue, content)])
    times = find(scene)
    found = {m.id: m.span.of(text) for m in times.mentions}
    assert (found[times.said["a1"]] if times.said else None) == words, why


def test_today_inside_a_quotation_is_the_day_of_speech() -> None:
    text = "“The bridge closes today,” Osei said on Tuesday."
    scene = plain_scene(text, P, attributions=[attribution(text, "Osei", "said", "“The bridge closes today,”")])
    mentions = {m.span.of(text): m for m in find(scene).mentions}
    assert mentions["today"].value == "2016-01-12"
    assert mentions["today"].anchor == mentions["Tuesday"].id


def test_today_in_reported_speech_is_the_day_of_writing() -> None:
    text = "Osei said on Tuesday that the bridge closes today."
    scene = plain_scene(text, P, attributions=[attribution(text, "Osei", "said", "that the bridge closes today")])
    assert {m.span.of(text): m.value for m in find(scene).mentions}["today"] == "2016-01-15"


def test_who_certainty_and_polarity_come_from_the_other_stages() -> None:
    text = "Osei denied that Lund met him in 2014."
    scene = plain_scene(text, P, attributions=[attribution(text, "Osei", "denied", "that Lund met him in 2014")])
    lund = Person("p2", "Lund", PersonKind.PERSON, (span(text, "Lund"),), (), _WHY)
    osei = Person("p1", "Osei", PersonKind.PERSON, (span(text, "Osei"), span(text, "him")), (), _WHY)
    stand = Stand(Certainty.DENIED, Polarity.DENIED, (), Tone.NEUTRAL, (), _WHY)
    (made,) = order(scene, find(scene), Cast((osei, lund)), Judgements({"a1": stand}))
    assert (made.who, made.certainty, made.polarity, made.by) == (("p2", "p1"), Certainty.DENIED, Polarity.DENIED, "a1")


def test_a_relative_clause_has_whom_it_is_about() -> None:
    text = "The mayor, who was arrested on Friday, denied it."
    mayor = Person("p1", "the mayor", PersonKind.ROLE, (span(text, "The mayor"),), (), _WHY)
    scene = plain_scene(text, P)
    assert told(scene, Cast((mayor,))) == [("2016-01-15", "The mayor … who was arrested on Friday", None, None)]


def test_a_negated_clause_of_the_article_is_denied() -> None:
    (made,) = order(scene := plain_scene("The council did not meet on Monday.", P), find(scene), Cast(), Judgements())
    assert (made.certainty, made.polarity) == (Certainty.STATED, Polarity.DENIED)


def test_the_clock_of_the_machine_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        "It opened on Friday, in May, yesterday, last week, on January 9 and at 5 p.m.",
        "He left on 01/02/2016, next year.",
    ]
    before = [find(plain_scene(text, when)).mentions for text in texts for when in (None, P)]

    class Moved(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            raise AssertionError("the clock was asked")

    monkeypatch.setattr(time, "time", lambda: 4e9)
    for module in ("find", "resolve", "fields", "nearest", "years", "calendars", "speech", "events"):
        imported = __import__(f"sayso.reading.times.{module}", fromlist=["x"])
        if hasattr(imported, "datetime"):
            monkeypatch.setattr(imported, "datetime", Moved)
    assert [find(plain_scene(text, when)).mentions for text in texts for when in (None, P)] == before


def test_a_moment_of_publication_counts_as_its_day() -> None:
    moment = datetime(2016, 1, 15, 23, 30, tzinfo=UTC)
    assert [m.value for m in find(plain_scene("It opened yesterday.", moment)).mentions] == ["2016-01-14"]


@pytest.mark.parametrize(
    ("outlet", "url", "value"),
    [
        ("The Harbour Gazette", "https://www.harbour.co.uk/a", "2015-02-01"),
        ("BBC News", None, "2015-02-01"),
        ("The New York Gazette", None, "2015-01-02"),
        ("The Harbour Gazette", "http://[broken", "2015-XX-XX"),
        (None, None, "2015-XX-XX"),
    ],
)
def test_the_order_of_numeric_dates_is_that_of_the_outlet(outlet: str | None, url: str | None, value: str) -> None:
    scene = plain_scene("Filed 01/02/2015 at the registry.", P, outlet)
    scene = replace(scene, article=replace(scene.article, url=url))
    (mention,) = find(scene).mentions
    assert mention.value == value
    assert mention.candidates == (("2015-01-02", "2015-02-01") if "X" in value else ())


ABSTAINS = [
    ("It opened on Saturday (January 9th).", "several fit the weekday", True),
    ("It opened on January 9th.", "names no year", False),
    ("It opened on Friday.", "no date of publication", False),
    ("It opened yesterday.", "no date of publication", False),
    ("He fled the day before the vote.", "does not date", False),
    ("Filed 01/02/2015 at the registry.", "both orders", True),
]


@pytest.mark.parametrize(("text", "reason", "candidates"), ABSTAINS)
def test_what_stays_open_says_why(text: str, reason: str, candidates: bool) -> None:
    (mention,) = find(plain_scene(text)).mentions
    assert "X" in mention.value
    assert reason in mention.why.note
    assert bool(mention.candidates) == candidates


@pytest.mark.parametrize(
    ("value", "mod", "expected"),
    [
        ("2016-01-09", None, (2016, 1, 9)),
        ("2016-01-15TMO", None, (2016, 1, 15)),
        ("2016-W01", None, (2016, 1, 4)),
        ("2015-W53", None, (2015, 12, 28)),
        ("2016-W01-WE", None, (2016, 1, 9)),
        ("2016-Q3", None, (2016, 7, 1)),
        ("2015-WI", None, (2015, 12, 1)),
        ("2015", "END", (2015, 9, 1)),
        ("2015-06", "MID", (2015, 6, 11)),
        ("199", None, (1990, 1, 1)),
        ("19", None, (1900, 1, 1)),
        ("2015/2016", None, (2015, 1, 1)),
        ("XXXX-01-09", None, None),
        ("PAST_REF", None, None),
        ("P3D", None, None),
    ],
)
def test_the_first_day_of_a_value(value: str, mod: str | None, expected: tuple[int, int, int] | None) -> None:
    assert first_day(value, mod) == expected


def test_happenings_are_in_the_texts_order_with_ids() -> None:
    scene = plain_scene("It closed in 2015. It opened in 2014.", P)
    made: tuple[Happening, ...] = order(scene, find(scene), Cast(), Judgements())
    assert [(h.id, h.date) for h in made] == [("h1", "2015"), ("h2", "2014")]


def test_a_date_right_behind_a_content_belongs_to_it() -> None:
    text = "Moss promised to publish the report by Monday and left the hall."
    tags = ["NNP", "VBD", "TO", "VB", "DT", "NN", "IN", "NNP", "CC", "VBD", "DT", "NN", "."]
    scene = plain_scene(text, P, tags=lambda spans: tags)
    scene = replace(scene, attributions=(attribution(text, "Moss", "promised", "to publish the report"),))
    assert told(scene) == [("2016-01-18", "to publish the report by Monday", "a1", None)]


def test_a_date_behind_a_content_that_dates_the_saying_does_not() -> None:
    text = "The bridge is safe, Moss said on Monday."
    scene = plain_scene(text, P)
    scene = replace(scene, attributions=(attribution(text, "Moss", "said", "The bridge is safe"),))
    assert told(scene) == []

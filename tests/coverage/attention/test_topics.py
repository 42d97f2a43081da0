"""The topics of a story over its days: the same answers as attention's, got at one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.coverage.attention import count, count_each
from sayso.coverage.attention_source import Readings
from sayso.coverage.topics import MOST, own_topics, phrase, rows_of
from sayso.errors import UsageError
from sayso.records.attention import By, Question, Unit
from sayso.records.stories import Mark, Story
from tests.coverage.attention.made import town


@pytest.fixture(scope="module")
def archive(sample_at: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[sayso.Archive]:
    with sayso.open(sample_at(tmp_path_factory.mktemp("topics") / "coverage.sayso")) as held:
        yield held


@pytest.fixture(scope="module")
def story(archive: sayso.Archive) -> Story:
    return archive.stories()[0]


def test_each_answer_is_that_of_attention_without_labels(archive: sayso.Archive, story: Story) -> None:
    found = archive.topics(story)
    assert len(found) == MOST
    for each in found:
        assert each.own
        assert each.answer == archive.attention(phrase(each.words), by="day", story=story, labels="")
    assert any(row.found.numerator for row in found[0].answer.rows)


def test_own_words_take_the_place_of_the_story_s(archive: sayso.Archive, story: Story) -> None:
    found = archive.topics(story.id, ["siren* OR alarm", "gates"], by="outlet", unit="words", count_copies=True)
    assert [(each.words, each.own) for each in found] == [("siren* OR alarm", False), ("gates", False)]
    for each in found:
        asked = Question(each.words, None, By.OUTLET, Unit.WORDS, True)
        assert each.answer.question == asked
        assert each.answer == archive.attention(
            each.words, by="outlet", unit="words", count_copies=True, story=story, labels=""
        )


@pytest.mark.parametrize(("about", "by"), [(["("], None), ([""], None), (["gates"], "week")])
def test_what_is_no_question_is_a_usage_error(
    archive: sayso.Archive, story: Story, about: list[str], by: str | None
) -> None:
    with pytest.raises(UsageError):
        archive.topics(story, about, by=by)


def test_several_questions_are_one_pass_with_the_same_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    source, gone = town(), list[str]()
    for name in ("copies", "texts"):
        whole = getattr(Readings, name)

        def counted(self: Readings, *given: Any, whole: Any = whole, name: str = name, **named: Any) -> Any:
            gone.append(name)
            return whole(self, *given, **named)

        monkeypatch.setattr(Readings, name, counted)
    questions = [
        Question("ferry"),
        Question("rain", unit=Unit.WORDS),
        Question("ferry", within="mayor", unit=Unit.QUOTED_WORDS, count_copies=True),
    ]
    together = count_each(source, questions)
    assert gone == ["copies", "texts"]
    for question, made in zip(questions, together, strict=True):
        alone = count(source, question)
        assert [made.sums(paper) for paper in made.papers] == [alone.sums(paper) for paper in alone.papers]
        assert made.keep.tolist() == alone.keep.tolist()
    assert [sum(made.sums(paper)[0] for paper in made.papers) for made in together] == [3.0, 28.0, 5.0]


def marks(words: Sequence[str]) -> tuple[Mark, ...]:
    return tuple(Mark(each, 3, 1 - at / 20, ()) for at, each in enumerate(words))


def made(marked: Sequence[str], who: Sequence[str] = (), days: int = 3) -> Story:
    day = date(2031, 5, 1)
    return Story("s", "t", (), marks(who), (), (), marks(marked), day, date.fromordinal(day.toordinal() + days - 1))


@pytest.mark.parametrize(
    ("marked", "who", "topics"),
    [
        (["Orme", "gates", "Dam", "siren"], ["Leda Orme"], ["gates", "siren", "Dam", "Orme"]),
        (["gate", "gates", "siren"], [], ["gate", "siren"]),
        (["a1", "b2", "c3", "d4", "e5", "f6"], [], ["a1", "b2", "c3", "d4", "e5"]),
        ([], ["Leda Orme"], []),
    ],
    ids=["names come last", "one word in two forms is one", "a handful", "nothing marks it"],
)
def test_a_story_s_own_topics(marked: list[str], who: list[str], topics: list[str]) -> None:
    assert own_topics(made(marked, who)) == topics


def test_a_long_story_is_told_by_month() -> None:
    assert rows_of(made([], days=93)) is By.DAY
    assert rows_of(made([], days=94)) is By.MONTH
    assert rows_of(replace(made([]), first=None, last=None)) is By.DAY


def test_a_quotation_mark_in_a_topic_ends_no_phrase() -> None:
    assert phrase('the "gate') == '"the  gate"'

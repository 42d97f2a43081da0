"""Notices tied to what they put right, in an archive of invented articles: tied where it is plain, else the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import sayso
from sayso.records.corrections import Correction
from tests.coverage.said import told

ABOUT = (
    "The council of Ellery sold the ferry Morwenna to Orme Quays, and the harbour keeper Tom Wick gave the key away."
)
SOLD = f"{ABOUT} [S1 Ada Penrose] [Q1 said] [C1 that the Morwenna had sunk at her moorings in 1987]. The quay is empty now."
FARES = f"{ABOUT} The fare from Ellery to Orme is 320 crowns, and the Morwenna carries ninety people when she sails."
RIGHT = f"{ABOUT} The Morwenna lies at the quay of Ellery still, and the harbour keeper Tom Wick keeps the key."

COURIER, ECHO = "The Ellery Courier", "Orme Echo"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "news.sayso"


def put(place: Path, *some: tuple[str, str, str, int | None, str]) -> Iterator[Correction]:
    """What is found in articles given by id, text, outlet, day of May 2031 and title."""
    with sayso.open(place, create=True) as archive:
        with archive.writer() as writer:
            for id, text, outlet, day, title in some:
                made = told(text, id=id, day=None if day is None else date(2031, 5, day), title=title)
                article = replace(made.article, outlet=outlet, url=f"https://example.org/{id}")
                writer.add(replace(made, article=article), id)
        names = dict(archive.sql("SELECT id, name FROM articles").fetchall())
        for each in archive.corrections():
            of = tuple(replace(one, article=names[one.article]) for one in each.of)
            yield replace(each, article=names[each.article], of=of)


def only(
    place: Path, notice: str, *others: tuple[str, str, str, int | None, str], title: str = "Ferry news"
) -> Correction:
    """The correction that is found where an article of the Courier of 14 May has a notice."""
    (found,) = put(place, *others, ("notice", f"{RIGHT}\n\n{notice}", COURIER, 14, title))
    return found


SUNK = ("sunk", SOLD, COURIER, 12, "Ferry Morwenna sold and sunk, says Penrose")


def test_the_sentence_that_says_the_wrong_thing_and_its_attribution(place: Path) -> None:
    found = only(
        place, "The Courier wrongly reported that the Morwenna had sunk at her moorings in 1987. She had not.", SUNK
    )
    (of,) = found.of
    assert (of.article, of.attribution) == ("sunk", "a1")
    assert of.words.startswith("Ada Penrose said that the Morwenna had sunk")
    assert (found.wrong, found.right) == ("the Morwenna had sunk at her moorings in 1987", "She had not.")


def test_another_figure_is_another_claim(place: Path) -> None:
    found = only(
        place, "The Courier wrongly reported that the Morwenna had sunk at her moorings in 1978. She had not.", SUNK
    )
    assert found.of == ()
    assert "says so in one sentence" in found.why.note


def test_another_outlet_s_article_is_not_what_this_one_puts_right(place: Path) -> None:
    found = only(
        place,
        "The Courier wrongly reported that the Morwenna had sunk at her moorings in 1987. She had not.",
        ("echo", SOLD, ECHO, 12, "Ferry sold and sunk"),
    )
    assert found.of == ()


def test_what_came_later_is_not_put_right(place: Path) -> None:
    found = only(
        place,
        "The Courier wrongly reported that the Morwenna had sunk at her moorings in 1987. She had not.",
        ("later", SOLD, COURIER, 20, "Ferry sold and sunk"),
    )
    assert found.of == ()


def test_one_without_a_date_is_put_right_by_what_it_says(place: Path) -> None:
    found = only(
        place,
        "The Courier wrongly reported that the Morwenna had sunk at her moorings in 1987. She had not.",
        ("undated", SOLD, COURIER, None, "Ferry sold and sunk"),
    )
    assert found.articles == ("undated",)


def test_the_only_article_of_a_day_that_is_named(place: Path) -> None:
    notice = "The Courier wrongly reported on Monday that a telegram from Tom Wick of Ellery was forged."
    assert only(place, notice, SUNK).articles == ("sunk",)


def test_two_of_the_day_leave_it_open(place: Path) -> None:
    notice = "The Courier wrongly reported on Monday that a telegram from Tom Wick of Ellery was forged."
    found = only(place, notice, SUNK, ("fares", FARES, COURIER, 12, "Ferry Morwenna: the fares"))
    assert found.of == ()
    assert "2031-05-12" in found.why.note


def test_a_headline_that_is_quoted(place: Path) -> None:
    notice = "The report “Ferry Morwenna sold and sunk, says Penrose” (May 12) said that she had sunk. She had not."
    found = only(place, notice, SUNK, ("fares", FARES, COURIER, 12, "Ferry Morwenna: the fares"), title="Corrections")
    assert found.articles == ("sunk",)


def test_a_headline_that_the_archive_does_not_have(place: Path) -> None:
    notice = "The report “Mayor of Ellery buys a second ferry” (May 12) said that it was new. It was not."
    found = only(place, notice, SUNK, title="Corrections")
    assert found.of == ()
    assert "headline" in found.why.note


def test_an_article_s_own_text_is_of_the_article(place: Path) -> None:
    found = only(
        place, "Correction: An earlier version of this article misstated the fare. It is 32 crowns, not 320.", SUNK
    )
    assert found.articles == ("notice",)
    assert found.to_dict()["notice"]["kind"] == "correction"


def test_of_an_article_those_in_it_and_those_on_it(place: Path) -> None:
    notice = "The Courier wrongly reported that the Morwenna had sunk at her moorings in 1987. She had not."
    (found,) = put(
        place, SUNK, ("notice", f"{RIGHT}\n\n{notice}", COURIER, 14, "Ferry news"), ("x", FARES, ECHO, 13, "Fares")
    )
    with sayso.open(place) as archive:
        ids = {name: id for id, name in archive.sql("SELECT id, name FROM articles").fetchall()}
        for name, count in (("sunk", 1), ("notice", 1), ("x", 0)):
            assert [each.words for each in archive.corrections_of(ids[name])] == count * [found.words], name
        assert archive.corrections_of("nothing") == []


def test_only_of_a_story(place: Path) -> None:
    notice = "Correction: An earlier version of this article misstated the fare. It is 32 crowns, not 320."
    found = list(put(place, SUNK, ("notice", f"{RIGHT}\n\n{notice}", COURIER, 14, "Ferry news")))
    assert len(found) == 1
    with sayso.open(place) as archive:
        ids = {name: id for id, name in archive.sql("SELECT id, name FROM articles").fetchall()}
        story = archive.story_of(ids["notice"])
        assert story is not None
        assert [each.article for each in archive.corrections(story)] == [ids["notice"]]
        other = replace(story, members=tuple(each for each in story.members if each.article != ids["notice"]))
        assert archive.corrections(other) == []

"""The questions across articles, as a program asks an archive: on readings put together by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import sayso
from sayso.api import Archive
from sayso.archive import Filters
from sayso.errors import UsageError
from sayso.records import Reading
from tests.marked import reading

LINE = "“The siren was sounded at ten to four and I have the entry in front of me,”"


def told(number: int, rest: str) -> Reading:
    made = reading(
        f"[C1 {LINE}] [Q1 said] [S1 Desmond Ayliffe] of the dam at Merrin.\n\n{rest}",
        title=f"Dam at Merrin, part {number}",
        outlet=f"Paper {number}",
        published=date(2025, 10, 7 + number),
        url=f"https://paper{number}.example/dam",
        language="en",
    )
    return replace(made, article=replace(made.article, id=f"text{number}"))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    rests = (
        "The river fell overnight. Ferries went back to their berths in the harbour.",
        "Schools stay shut. The mayor walked the length of Coble Street with the engineers.",
        "Nobody heard a siren. Farmers counted their sheep on the hill above the weir.",
    )
    with sayso.open(tmp_path / "news.sayso", create=True) as made:
        made.add([told(number, rest) for number, rest in enumerate(rests)])
        made.refresh()
        yield made


def test_a_line_that_three_papers_have_is_one_family(archive: Archive) -> None:
    (family,) = archive.families()
    assert [member.saying.outlet for member in family.members] == ["Paper 0", "Paper 1", "Paper 2"]
    assert archive.spread(family.id) == archive.spread("the siren was sounded at ten to four")
    assert archive.spread("nobody ever said this about zebras") == ()


def test_the_three_are_one_story_by_any_name(archive: Archive) -> None:
    (story,) = archive.stories()
    assert len(story.articles) == 3
    assert archive.timeline(story) == archive.timeline(story.id) == archive.timeline("Merrin")
    assert archive.disputes(story) == archive.disputes(story.articles[1])
    with pytest.raises(UsageError, match="no story about 'zebras'"):
        archive.timeline("zebras")


def test_a_share_by_outlet(archive: Archive) -> None:
    found = archive.attention("siren*", within="dam", by="outlet", unit="articles")
    share = found.overall.found
    assert (share.numerator, share.denominator) == (3, 3)
    assert archive.attention("sheep").overall.found.numerator == 1
    assert archive.attention("zebras").overall.found.share == 0


def test_words_that_no_answer_has_are_one_sentence(archive: Archive) -> None:
    with pytest.raises(UsageError, match="by is outlet or month"):
        archive.attention("siren", by="week")


def test_outlets_are_told_apart_alike_by_every_question(archive: Archive) -> None:
    only = Filters(outlets=("paper 1",))
    assert [each.name for each in archive.info(only).outlets] == ["Paper 1"]
    assert [family.members[0].saying.outlet for family in archive.families(only, least=1)] == ["Paper 1"]
    assert [story.members[0].outlet for story in archive.stories(only, least=1)] == ["Paper 1"]
    assert archive.attention("siren", filters=only, unit="articles").overall.found.denominator == 1

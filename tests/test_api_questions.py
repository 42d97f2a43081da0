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
from sayso.records import Reading, Span
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
    with pytest.raises(UsageError, match="by is outlet, month"):
        archive.attention("siren", by="week")


def test_outlets_are_told_apart_alike_by_every_question(archive: Archive) -> None:
    only = Filters(outlets=("paper 1",))
    assert [each.name for each in archive.info(only).outlets] == ["Paper 1"]
    assert [family.members[0].saying.outlet for family in archive.families(only, least=1)] == ["Paper 1"]
    assert [story.members[0].outlet for story in archive.stories(only, least=1)] == ["Paper 1"]
    assert archive.attention("siren", filters=only, unit="articles").overall.found.denominator == 1


def test_stories_and_families_are_kept_and_found_one_at_a_time(archive: Archive) -> None:
    assert not archive.is_kept("stories")
    assert not archive.is_kept("families")
    (story,) = archive.stories()
    (family,) = archive.families()
    assert archive.is_kept("stories")
    assert archive.is_kept("families")
    assert archive.story(story.id) == archive.story_of(story.articles[2]) == archive.story("Merrin") == story
    assert archive.family(family.id) == family
    for article in story.articles:
        assert list(archive.families_of(article)) == [family]
    assert archive.story("zebras") is None
    assert archive.story_of("k0") is None
    assert archive.family("f000000000000") is None
    assert archive.family("the siren") is None
    assert len(archive.families_of("k0")) == 0


def test_what_was_kept_is_read_again_by_another(archive: Archive) -> None:
    made = list(archive.stories()), list(archive.families())
    with sayso.open(archive.path) as other:
        assert other.is_kept("stories")
        told: list[int] = []
        assert list(other.stories(progress=lambda done, total: told.append(done))) == made[0]
        assert list(other.families(progress=lambda done, total: told.append(done))) == made[1]
        assert told == []


def test_a_new_article_changes_what_is_kept(archive: Archive) -> None:
    before = archive.stories()
    assert len(archive.families()[0].members) == 3
    with archive.writer() as writer:
        writer.add(told(3, "The gates were opened at dusk. Nobody had told the ferry master of it."))
    assert not archive.is_kept("families")
    assert len(archive.stories()[0].articles) == 4
    assert len(archive.families()[0].members) == 4
    assert len(before[0].articles) == 3


def test_it_is_told_how_far_a_long_question_is(archive: Archive) -> None:
    steps: list[tuple[int, int]] = []
    archive.stories(progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    steps.clear()
    archive.families(progress=lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]


def test_a_family_of_one_is_found_by_its_id(archive: Archive) -> None:
    (one,) = archive.families(Filters(outlets=("Paper 0",)), least=1)
    assert archive.family(one.id) == archive.families()[0]
    with archive.writer() as writer:
        alone = reading(
            "[C1 “Nobody at the mill has weighed a loaf since March,”] [Q1 said] [S1 Ida Crewe].", title="Mill"
        )
        writer.add(replace(alone, article=replace(alone.article, url="https://paper9.example/mill")))
    (found,) = archive.spread("weighed a loaf since March")
    assert found.articles == 1
    assert archive.family(found.id) == found
    assert found not in archive.families()


def test_sentences_behind_a_share_are_a_list(archive: Archive) -> None:
    answer = archive.attention("siren", by="outlet")
    found = archive.sentences(answer.question)
    assert len(found) == answer.overall.found.numerator
    assert [each.text for each in found] == [found[at].text for at in range(len(found))]
    assert found[-1] == found[1:][-1]
    with pytest.raises(IndexError):
        found[len(found)]
    one = answer.rows[0]
    assert len(archive.sentences(answer.question, row=one.name)) == one.found.numerator
    rest = archive.sentences(answer.question, others=True)
    assert len(rest) + len(found) == answer.overall.found.denominator
    assert not any(each.matches for each in rest)


def test_a_label_is_put_there_and_taken_back(archive: Archive) -> None:
    first, second = (each.sentence for each, _ in zip(archive.to_label("siren", "ada"), range(2), strict=False))
    archive.label("siren", first.article, first.span, True, "ada")
    archive.label("siren", second.article, second.span, None, "ada")
    told = archive.labelled("siren")
    assert (told.by_coder, told.sentences, told.course) == ((("ada", 2),), 1, ())
    assert next(archive.to_label("siren", "ada")).sentence not in (first, second)
    assert next(archive.to_label("siren", "bo")).sentence == first
    taken = archive.take_back("siren", "ada")
    assert taken is not None
    assert taken.span == second.span
    assert second in [each.sentence for each in archive.to_label("siren", "ada")]
    for article, span in ((first.article, Span(first.span.start, first.span.end - 1)), ("none", first.span)):
        with pytest.raises(UsageError, match="no sentence"):
            archive.label("siren", article, span, True, "ada")
    with pytest.raises(UsageError, match="name"):
        archive.label("siren", first.article, first.span, True, "  ")


def test_what_was_counted_is_of_the_snapshot(archive: Archive) -> None:
    before = archive.attention("siren").overall.found.articles
    archive.add(told(9, "A second siren was bought for the town. It will stand beside the church by the spring."))
    archive.refresh()
    assert archive.attention("siren").overall.found.articles == before + 1

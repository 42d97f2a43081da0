"""Stories, timelines and disputes of an archive: what `sayso stories`, `sayso timeline` and `sayso disputes` ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.archive import Archive, Filters
from sayso.archive.info import where_of
from sayso.coverage.disputes import SHOWN, disputes
from sayso.coverage.stories import Stories
from sayso.coverage.terms import STOP, WORD, fold, stem
from sayso.coverage.timeline import timeline
from sayso.errors import UsageError
from sayso.records import Reading
from sayso.records.stories import Dispute, Moment, Story

SMALLEST = 2
"""Articles of its own that a story has for it to be listed: one article is no coverage."""


def stories_in(archive: Archive, filters: Filters | None = None, *, smallest: int = SMALLEST) -> list[Story]:
    """The stories of an archive's articles, largest first. With filters only the articles that they keep are looked at."""
    return _stream(archive, filters).stories(smallest)


def story_in(archive: Archive, wanted: str, filters: Filters | None = None) -> Story:
    """One story: by its id, by the id of one of its articles, or the best for some words. UsageError where there is none."""
    found = pick(_stream(archive, filters).stories(1), wanted)
    if found is None:
        raise UsageError(
            f"{archive.path} has no story about {wanted!r}; `sayso stories` lists them.", code="no-such-story"
        )
    return found


def pick(stories: Sequence[Story], wanted: str) -> Story | None:
    """The story of an id, or the one that most of the words mark; `None` where no story has one of them."""
    for story in stories:
        if wanted == story.id or wanted in story.articles:
            return story
    words = {stem(fold(word)) for word in WORD.findall(wanted)}
    words = words - STOP or words
    best: tuple[float, int] = (0.0, 0)
    for number, story in enumerate(stories):
        worth = sum(_worth(story, word) for word in words)
        if worth > best[0]:
            best = worth, number
    return stories[best[1]] if best[0] else None


def _worth(story: Story, word: str) -> float:
    """How much a word marks a story: in its title, its marks and names, or at least in the titles of its articles."""

    def has(words: str) -> bool:
        return word in {stem(fold(each)) for each in WORD.findall(words)}

    titles = sum(has(member.title or "") for member in story.members)
    marks = sum(mark.weight for mark in (*story.marks, *story.who, *story.where) if has(mark.words))
    found = 2.0 * has(story.title) + marks + titles / len(story.members)
    return found + 0.1 * min(titles, 10) if found else 0.0


def timeline_in(archive: Archive, story: Story) -> list[Moment]:
    """The merged timeline of a story, in order."""
    copies = {member.article for member in story.members if member.copy_of is not None}
    return timeline(archive.readings(story.articles), copies)


def disputes_in(archive: Archive, story: Story, *, least: float = SHOWN) -> list[Dispute]:
    """What is disputed in a story, the surest first; copies of an article are looked at once."""
    own = [member.article for member in story.members if member.copy_of is None]
    return disputes(archive.readings(own), least)


def _stream(archive: Archive, filters: Filters | None) -> Stories:
    made = Stories()
    for id, reading in _ordered(archive, filters or Filters()):
        made.add(reading, id)
    return made


def _ordered(archive: Archive, filters: Filters) -> Iterator[tuple[str, Reading]]:
    """The readings that the filters keep, in the order of publication; the order is made from the table, so that one batch of
    readings is in memory at a time."""
    where, values = where_of(archive.tables, filters)
    rows = archive.tables.ask(
        f"SELECT id FROM articles{where} "
        "ORDER BY published IS NULL OR published < DATE '1990-01-01', published, published_at, id",
        values,
    )
    yield from archive.readings([row[0] for row in rows])

"""Stories, timelines and disputes of an archive: what `sayso stories`, `sayso timeline` and `sayso disputes` ask."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.archive import Archive, Filters
from sayso.archive.info import where_of
from sayso.coverage.disputes import SHOWN, disputes
from sayso.coverage.progress import Progress, watched
from sayso.coverage.stories import Stories
from sayso.coverage.stories_kept import WANTED, asked_words, ids_in_order, kept_stories, listed, picked, worths
from sayso.coverage.timeline import timeline
from sayso.errors import UsageError
from sayso.records.stories import Dispute, Moment, Story

SMALLEST = 2
"""Articles of its own that a story has for it to be listed: one article is no coverage."""


def stories_in(
    archive: Archive, filters: Filters | None = None, *, smallest: int = SMALLEST, progress: Progress | None = None
) -> Sequence[Story]:
    """The stories of an archive's articles, largest first. With filters only the articles that they keep are looked at."""
    if filters is None or filters == Filters():
        return listed(kept_stories(archive, progress), smallest)
    return _stream(archive, filters, progress).stories(smallest)


def story_in(archive: Archive, wanted: str, filters: Filters | None = None, progress: Progress | None = None) -> Story:
    """One story: by its id, by the id of one of its articles, or the best for some words. UsageError where there is none."""
    if filters is None or filters == Filters():
        found = picked(kept_stories(archive, progress), wanted)
    else:
        found = pick(_stream(archive, filters, progress).stories(1), wanted)
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
    words = asked_words(wanted)
    best: tuple[float, int] = (0.0, 0)
    for number, story in enumerate(stories):
        marked = worths(story)
        worth = sum(marked.get(word, 0.0) for word in words)
        if worth > best[0]:
            best = worth, number
    return stories[best[1]] if best[0] else None


def timeline_in(archive: Archive, story: Story) -> list[Moment]:
    """The merged timeline of a story, in order."""
    copies = {member.article for member in story.members if member.copy_of is not None}
    return timeline(archive.readings(story.articles), copies)


def disputes_in(archive: Archive, story: Story, *, least: float = SHOWN) -> list[Dispute]:
    """What is disputed in a story, the surest first; copies of an article are looked at once."""
    own = [member.article for member in story.members if member.copy_of is None]
    return disputes(archive.readings(own), least)


def _stream(archive: Archive, filters: Filters, progress: Progress | None) -> Stories:
    made = Stories()
    where, values = where_of(archive.tables, filters)
    ids = ids_in_order(archive, where, values)
    for id, reading in watched(archive.readings(ids, WANTED), len(ids), progress):
        made.add(reading, id)
    return made

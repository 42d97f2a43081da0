"""The questions that may take long, as pages and API put them to a worker: one form, so that they share the answers."""

from __future__ import annotations

from sayso.archive import Filters
from sayso.records.attention import Question as Asked
from sayso.web.workers import Question


def families(filters: Filters | None = None, *, copies: bool = False) -> Question:
    """All families of quotations in the articles that the filters keep; `None` where they are kept beside the archive now."""
    return Question("families", (filters or Filters(), copies), "Following quotations from article to article")


def spread(words: str, filters: Filters | None = None, *, copies: bool = False) -> Question:
    """The families that have these words, or the one of an id: a tuple of `Family`."""
    return Question("spread", (words, filters or Filters(), copies), "Looking for who has these words")


def stories(filters: Filters | None = None, *, least: int = 2) -> Question:
    """The stories of at least so many articles; `None` where they are kept beside the archive now."""
    return Question("stories", (filters or Filters(), least), "Grouping articles by what happened")


def timeline(story: str) -> Question:
    """The merged timeline of the story of an id: a list of `Moment`."""
    return Question("timeline", (story,), "Merging what the articles date")


def disputes(story: str, least: float | None = None) -> Question:
    """What of the story of an id cannot both hold: a list of `Dispute`."""
    return Question("disputes", (story, least), "Looking for what cannot both hold")


def attention(asked: Asked, filters: Filters | None = None) -> Question:
    """A share, by outlet or month: an `Attention`."""
    return Question("attention", (asked, filters or Filters()), "Counting")

"""The questions that may take long, as pages and API put them to a worker: one form, so that they share the answers."""

from __future__ import annotations

from sayso.archive import Filters
from sayso.records.attention import Question as Asked
from sayso.web.workers import Question, Scope


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


def attention(asked: Asked, scope: Scope) -> Question:
    """A share, by outlet, month or day: an `Attention`."""
    return Question("attention", (asked, scope), "Counting")


def sentences(
    asked: Asked, scope: Scope, *, row: str | None, others: bool = False, begin: int = 0, limit: int = 50
) -> Question:
    """The sentences behind a number, in order of publication: a list of `Sentence`."""
    return Question("sentences", (asked, scope, row, others, begin, limit), "Getting the sentences")


def suggestions(asked: Asked, scope: Scope, limit: int = 20) -> Question:
    """Terms that might widen what it is to be about: a list of `Suggestion`."""
    return Question("suggestions", (asked, scope, limit), "Looking for other words for it")


def to_code(asked: Asked, scope: Scope, name: str, coder: str, done: int) -> Question:
    """The next sentences that a coder is to label: a list of `Asked`."""
    return Question("to_code", (asked, scope, name, coder, done), "Drawing the sample")

"""The questions that may take long, as pages and API put them to a worker: one form, so that they share the answers."""

from __future__ import annotations

from pathlib import Path

from sayso.archive import Filters
from sayso.coverage.attention_labels import name_of, stamp_of
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


def speakers() -> Question:
    """Sees to it that who speaks is kept beside the archive: `None`."""
    return Question("speakers", (), "Sorting statements by who makes them")


def timeline(story: str) -> Question:
    """The merged timeline of the story of an id: a list of `Moment`."""
    return Question("timeline", (story,), "Merging what the articles date")


def disputes(story: str, least: float | None = None) -> Question:
    """What of the story of an id cannot both hold: a list of `Dispute`."""
    return Question("disputes", (story, least), "Looking for what cannot both hold")


def corrections(story: str | None = None) -> Question:
    """What articles put right, of the story of an id alone where one is given: a list of `Correction`."""
    return Question("corrections", (story,), "Looking for what was put right")


def topics(story: str, about: tuple[str, ...] = (), by: str | None = None, unit: str = "sentences") -> Question:
    """What share of the story of an id was about each topic, over its days: a list of `Topic`."""
    return Question("topics", (story, about, by, unit), "Counting topic by topic")


def attention(asked: Asked, scope: Scope, archive: Path | None, labels: str | None = None) -> Question:
    """A share, by outlet, month or day: an `Attention`. With other labels in the archive's folder it is another question."""
    return Question("attention", (asked, scope, labels, _stamp(archive, asked, labels)), "Counting")


def sentences(
    asked: Asked, scope: Scope, *, row: str | None, others: bool = False, begin: int = 0, limit: int = 50
) -> Question:
    """The sentences behind a number, in order of publication: how many there are, and a list of some of them."""
    return Question("sentences", (asked, scope, row, others, begin, limit), "Getting the sentences")


def suggestions(asked: Asked, scope: Scope, limit: int = 20) -> Question:
    """Terms that might widen what it is to be about: a list of `Suggestion`."""
    return Question("suggestions", (asked, scope, limit), "Looking for other words for it")


def to_label(asked: Asked, scope: Scope, coder: str, labels: str | None, sheet: int) -> Question:
    """The next sentences that a coder is to label: a list of `Asked`. `sheet` numbers how often that was asked."""
    return Question("to_label", (asked, scope, coder, labels, sheet), "Drawing the sample")


def labelled(asked: Asked, scope: Scope, archive: Path | None, labels: str | None = None) -> Question:
    """What the labels of a question have come to: a `Labelled`."""
    return Question("labelled", (asked, scope, labels, _stamp(archive, asked, labels)), "Counting with the labels")


def _stamp(archive: Path | None, asked: Asked, labels: str | None) -> int:
    return 0 if archive is None else stamp_of(archive, labels or name_of(asked.about))

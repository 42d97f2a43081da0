"""Who speaks in an archive, by name: how often, where, through whom, and their statements."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everybody of one name. `articles` and `outlets` count those in which they speak, `first` and `last` are days of
    publication."""

    name: str
    statements: int
    articles: int
    outlets: int
    first: date | None
    last: date | None

    def to_dict(self) -> dict[str, Any]:
        """Plain values; days are ISO 8601."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Part:
    """How many statements, of how many articles, have a value: an outlet, a month, a class of source, a place."""

    value: str | None
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What those of one name said, counted.

    `months` are in time, all others by statements. `through` are those who passed the words on before the article, `venues` where
    they were said, `topics` words that stand in more of the contents than in those of others, with how many. `others` are longer
    or shorter names that may be the same person's. People are told apart by name alone: two of one name are taken together.
    """

    speaker: Speaker
    outlets: tuple[Part, ...]
    months: tuple[Part, ...]
    classes: tuple[Part, ...]
    certainties: tuple[Part, ...]
    through: tuple[Part, ...]
    venues: tuple[Part, ...]
    topics: tuple[Part, ...]
    others: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain values; days are ISO 8601."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing somebody said. `words` are the content's, or the cue's where there is none; `via` those who passed it on, first
    mouth first."""

    article: str
    attribution: str
    position: int
    outlet: str | None
    published: date | None
    title: str | None
    url: str | None
    kind: str
    source: str | None
    cue: str | None
    words: str
    certainty: str
    polarity: str
    via: tuple[str, ...]
    venue: str | None
    to: str | None

    def to_dict(self) -> dict[str, Any]:
        """Plain values; days are ISO 8601."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Mix:
    """What the sources of an outlet's statements are: `counts` in the order of `Voices.classes`."""

    outlet: str | None
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in some articles: names by articles, most first; outlets by statements, most first, each with its mix of source
    classes."""

    speakers: tuple[Part, ...]
    classes: tuple[str, ...]
    outlets: tuple[Mix, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return _plain(self)


def _plain(record: Any) -> dict[str, Any]:
    def value(of: Any) -> Any:
        if isinstance(of, dict):
            return {key: value(each) for key, each in of.items()}
        if isinstance(of, list | tuple):
            return [value(each) for each in of]
        return of.isoformat() if isinstance(of, date) else of

    made: dict[str, Any] = value(asdict(record))
    return made

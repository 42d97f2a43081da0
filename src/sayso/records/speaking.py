"""Who speaks in an archive, by name: how often, where, through whom, and their statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.records.span import Span
from sayso.records.values import values_of


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everybody of one name, an article before it and the case of its first letter aside (*the council*, *The council*): `name`
    is the form that most statements have. `articles` and `outlets` count those in which they speak, `first` and `last` are days
    of publication, `source_class` is what most of the statements have as theirs."""

    name: str
    statements: int
    articles: int
    outlets: int
    first: date | None
    last: date | None
    source_class: str = "named"

    def to_dict(self) -> dict[str, Any]:
        """Plain values; days are ISO 8601."""
        return values_of(self)


@dataclass(frozen=True, slots=True)
class Part:
    """How many statements, of how many articles, have a value: an outlet, a month, a class of source, a place."""

    value: str | None
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What those of one name said, counted.

    `months` are in time, all others by statements; `days` are the same where there are at most three months, else empty.
    `through` are those who passed the words on before the article, `venues` where they were said, `topics` words that stand in
    more of the contents than in those of others, with in how many (of 2,000 that are looked at, at most). `others` are longer or
    shorter names that may be the same person's, `likely` those of which that is likely, `taken` those that were taken together
    with the first. People are told apart by
    name alone: two of one name are taken together.
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
    taken: tuple[str, ...] = ()
    days: tuple[Part, ...] = ()
    likely: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain values; days are ISO 8601."""
        return values_of(self)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing somebody said. `words` are the content's, or the cue's where there is none; `via` those who passed it on, first
    mouth first; `sentence` what the article has around the words, on one line, and `marks` where in it the content stands.
    `speaker` is the name as this article has it, `mouths` counts the hops of its chain, the article itself included."""

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
    speaker: str = ""
    sentence: str = ""
    marks: tuple[Span, ...] = ()
    mouths: int = 1

    def to_dict(self) -> dict[str, Any]:
        """Plain values; days are ISO 8601."""
        return values_of(self)


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
        return values_of(self)

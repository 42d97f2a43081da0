"""Answers about what happened: stories, their timelines, and what is disputed in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sayso.records.certainty import Certainty, Polarity
from sayso.records.people import SourceClass
from sayso.records.span import Span
from sayso.records.values import values_of
from sayso.records.why import Why


@dataclass(frozen=True, slots=True)
class Place:
    """Words in an article: `text[span]` of the article `article` is `words`."""

    article: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that mark a story. `articles` is in how many of its articles they stand, `weight` their part of what
    sets the story apart (0 to 1), `places` where they stand first in some of them, earliest article first."""

    words: str
    articles: int
    weight: float
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story. `copy_of` is the article whose text it repeats, `None` where its text is its own;
    `score` is how much it is like the story that it joined (0 to 1; 1 for the one that founded it), `why` what they
    shared."""

    article: str
    outlet: str | None
    title: str | None
    published: date | datetime | None
    copy_of: str | None
    score: float
    why: Why


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one happening, in the order in which they came.

    `id` is made of the founding article's id, so it is the same whenever that article founds it. `title` is the
    headline of the article that is most like the others. `who`, `where` and `when` are the names, places and dates
    that most of its articles have; `marks` the words that set it apart from other stories. `first` and `last` are
    days of publication, `None` where no article has one.
    """

    id: str
    title: str
    members: tuple[Member, ...]
    who: tuple[Mark, ...]
    where: tuple[Mark, ...]
    when: tuple[Mark, ...]
    marks: tuple[Mark, ...]
    first: date | None
    last: date | None

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of its articles."""
        return tuple(member.article for member in self.members)

    @property
    def originals(self) -> int:
        """How many of its articles are not copies of another."""
        return sum(member.copy_of is None for member in self.members)

    def to_dict(self) -> dict[str, Any]:
        """Plain values; keys are the field names, days are ISO 8601."""
        return values_of(self)


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of a happening: its words, and who says so.

    `happening` is its id in the article's reading, `attribution` the id of the attribution that says so, `None`
    where the article itself does; `speaker` is the name of who says it, `said` when, a TIMEX3 value.
    """

    article: str
    outlet: str | None
    happening: str
    date: str
    mod: str | None
    words: tuple[Place, ...]
    attribution: str | None
    speaker: str | None
    said: str | None
    certainty: Certainty
    polarity: Polarity
    copy: bool


@dataclass(frozen=True, slots=True)
class When:
    """One date given to a happening, with all who give it. `agrees` is whether it can be the date that most of them
    give: the same day, or a day within it."""

    date: str
    mod: str | None
    agrees: bool
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A happening of a story as its articles tell it, merged. `words` is the shortest full telling, `dates` has the
    date that most sources give first; `disputed` says that not all of them can be right. `why` says what the
    tellings share."""

    id: str
    date: str
    mod: str | None
    words: str
    who: tuple[str, ...]
    dates: tuple[When, ...]
    disputed: bool
    why: Why

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that tell it, each once, copies among them."""
        return tuple(dict.fromkeys(each.article for when in self.dates for each in when.tellings))

    def to_dict(self) -> dict[str, Any]:
        """Plain values; keys are the field names."""
        return values_of(self)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: an attribution, the clause of it that counts (`clause`, in the article's text), who
    says it and through whom (`chain`, first mouth first)."""

    article: str
    attribution: str
    outlet: str | None
    published: date | datetime | None
    speaker: str | None
    source: str | None
    cue: str
    words: str
    spans: tuple[Span, ...]
    clause: Place
    chain: tuple[str, ...]
    certainty: Certainty
    polarity: Polarity
    source_class: SourceClass


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two attributions that cannot both hold.

    `kind` is what sets them against each other: `denial`, `myth`, `negation`, `will`, `opposite`, `number` or
    `doubt`. `a` came first; where one denies the other, `b` is the denial. `reversal` marks a speaker against an
    earlier word of their own. `score` (0 to 1) ranks them; docs/disputes.md tells how often they are right from
    which score. `shared` are the words that both are about (stems; a name begins with `@`), `against` those that
    clash, `also` other pairs that say the same, each as the ids of article and attribution.
    """

    id: str
    kind: str
    a: Side
    b: Side
    about: str
    shared: tuple[str, ...]
    against: tuple[Place, ...]
    reversal: bool
    score: float
    why: Why
    also: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain values; keys are the field names."""
        return values_of(self)

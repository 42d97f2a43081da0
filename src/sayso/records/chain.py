"""Through whom words reached the article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span
from sayso.records.why import Why


class HopKind(StrEnum):
    """What the actor of a hop did with the words."""

    SAID = "said"
    TOLD = "told"
    WROTE = "wrote"
    TESTIFIED = "testified"
    POSTED = "posted"
    BROADCAST = "broadcast"
    PUBLISHED = "published"
    REPUBLISHED = "republished"
    REPORTED = "reported"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of words on their way: somebody who said them or passed them on.

    `actor` is the name, `None` where the text leaves it open (*quoted in an unnamed place*); `person` the id of the one of
    `Reading.people` whom it names, `None` where it is none of them (this article itself, an agency of the byline).
    `spans` are the words that show it, empty only for what carries over or for the article itself; `inferred` says that
    the text does not say it at this place: it carries over from before, or follows from the layout.
    """

    kind: HopKind
    actor: str | None
    person: str | None
    spans: tuple[Span, ...]
    inferred: bool
    why: Why


@dataclass(frozen=True, slots=True)
class Chain:
    """The hops of one attribution's words, from the first mouth to this article, which is the last."""

    attribution: str
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Venue:
    """Where words were said: *an interview with CBS’ Charlie Rose*, *court papers*, *a tweet*. `name` is what the text calls it,
    `kind` a word for the sort of place (`interview`, `statement`, `post`, `hearing`, …), `inferred` that it carries over."""

    kind: str
    name: str
    spans: tuple[Span, ...]
    inferred: bool = False

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Wire:
    """That the text is an agency's. `whole` is false where the agency only contributed to it."""

    agency: str
    whole: bool
    spans: tuple[Span, ...]
    why: Why

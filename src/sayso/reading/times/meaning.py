"""What an expression means, and what is known when it is read: the day of writing, and the date told of last."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from sayso.reading.times.raw import Raw, Shape
from sayso.reading.tokens import Tokens
from sayso.records import TimeType

PUBLISHED: Final = "published"
NEAR, FAR = 3, 8
"""Sentences over which a date told of holds for an hour and for a pointer (*the next day*); chosen by hand."""
GRAINS: Final = {"D": 0, "W": 1, "WE": 1, "M": 2, "Q": 3, "S": 3, "H": 4, "Y": 5, "DE": 6, "CE": 7, "ML": 8}
"""Finer units have lower numbers."""


@dataclass(slots=True)
class Meaning:
    """The value of an expression. `day` is the first day of it where it is settled, `grain` how fine it is (`D`, `W`, `M`, …);
    `anchor` is `published`, the number of another expression, or `None`."""

    type: TimeType
    value: str
    by: str
    note: str = ""
    anchor: str | int | None = None
    day: date | None = None
    grain: str = ""
    candidates: tuple[str, ...] = ()
    mod: str | None = None
    clock: datetime | None = None
    """The minute, where hour and day are settled."""


@dataclass(slots=True)
class Known:
    """What is known at a point of the text. `now` is the day of writing and `origin` where it is from, `None` where unknown;
    `told` are the meanings of the expressions so far, `last` the number of the last one that names a date."""

    tokens: Tokens
    raws: list[Raw]
    now: date | None
    origin: str | int | None
    day_first: bool | None
    told: list[Meaning] = field(default_factory=list)
    last: int | None = None
    weekdays: dict[int, int] = field(default_factory=dict)
    """For each weekday the number of the last expression that was settled to such a day."""
    events: dict[str, int] = field(default_factory=dict)
    """For the stem of each word near a dated expression, that expression's number."""

    def narrative(self, raw: Raw) -> Meaning | None:
        """The date told of last, if it is near enough before `raw`."""
        if self.last is None:
            return None
        at = self.raws[self.last].first
        apart = self.tokens.sentence[raw.first] - self.tokens.sentence[at]
        return self.told[self.last] if apart <= (NEAR if raw.shape is Shape.CALENDAR else FAR) else None

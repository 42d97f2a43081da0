"""An expression of time as the grammar reads it, before anything outside it is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Shape(Enum):
    """What sort of expression it is, and so how its value is found."""

    CALENDAR = "calendar"
    """Calendar fields, as many as are given: *January 9th*, *Friday*, *2 p.m. Tuesday*, *the third quarter*."""
    SHIFT = "shift"
    """So many units from an anchor: *last week*, *two days later*, *today*."""
    DURATION = "duration"
    SET = "set"
    REFERENCE = "reference"
    """*now*, *the future*: a value that names no date."""


@dataclass(slots=True)
class Raw:
    """Words `first` up to `last`, end exclusive, and what they say. Fields that they do not give are `None`.

    `shift` counts `unit`s (or weekdays, months, seasons where those are given) from the anchor, `narrative` tells which:
    the date told of, or the day of writing or speech. `amount` is `None` for *several*. `event` are the words of what
    an expression such as *the day after his arrest* is reckoned from.
    """

    first: int
    last: int
    shape: Shape = Shape.CALENDAR
    year: int | None = None
    to_year: int | None = None
    month: int | None = None
    day: int | None = None
    to_day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    unit: str | None = None
    amount: float | None = None
    shift: int | None = None
    narrative: bool = False
    event: tuple[int, int] | None = None
    of: Raw | None = None
    """The date that `event` is, where it is one (*the day after Christmas*)."""
    mod: str | None = None
    value: str = ""
    """The value itself, where the words alone settle it (durations, sets, references)."""
    head: int = field(default=-1)
    """The word that verbs are looked for around, `first` where it is -1."""

    @property
    def dated(self) -> bool:
        """Whether any calendar field is given."""
        return any(
            each is not None
            for each in (self.year, self.month, self.day, self.weekday, self.season, self.quarter, self.half,
                         self.decade, self.century, self.holiday)
        )  # fmt: skip

    def dated_fully(self) -> bool:
        """Whether the calendar fields leave only the year open, or nothing."""
        return self.day is not None and self.month is not None

    @property
    def timed(self) -> bool:
        """Whether it tells a time of day."""
        return self.part is not None or self.hour is not None

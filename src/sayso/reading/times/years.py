"""The year of a text that does not tell when it was published: what fits all that it says.

A weekday with a day of the month fits one year in six or so; a year named in the text leaves few of those. Where one is left it
is the year; where several are, they stay open. The clock of the machine is never asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.reading.times.calendars import day_of
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.tense import direction
from sayso.reading.tokens import Tokens

WINDOW = 1
"""How many years from the latest year that a text names its undated days may lie; news tells of the days just past."""
LISTED: Final = range(1990, 2041)
"""Years whose fitting days are listed as candidates where no year is named. A fixed range: it moves with no clock."""
_DATELINE = 14
"""Words within which a date before a dash is the dateline."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The day that a text is taken to be written on or soon after, which of the expressions tells so, and how."""

    day: date
    raw: int
    note: str


def fitting(raw: Raw, years: Sequence[int]) -> list[date]:
    """The days of these years that have the expression's month, day and weekday."""
    if raw.month is None or raw.day is None:
        return []
    days = [day_of(year, raw.month, raw.day) for year in years]
    return [day for day in days if day is not None and (raw.weekday is None or day.isoweekday() == raw.weekday)]


def named(raws: Sequence[Raw], tokens: Tokens) -> int | None:
    """The latest year that the text names as one that has come; *by 2050* is none."""
    years = [raw for raw in raws if raw.shape is Shape.CALENDAR and raw.year is not None and 1900 <= raw.year <= 2100]
    for raw in sorted(years, key=lambda each: -(each.year or 0)):
        before = tokens.lower[raw.first - 1] if raw.first else ""
        if before not in ("by", "until", "till", "through") and direction(tokens, raw.first, raw.last) <= 0:
            return raw.year
    return None


def origin(raws: Sequence[Raw], tokens: Tokens) -> Origin | None:
    """The day that stands in for an unknown date of publication, or `None` where the text leaves it open."""
    for number, raw in enumerate(raws):
        if raw.first > _DATELINE:
            break
        if raw.year and raw.month and raw.day and raw.last < len(tokens) and tokens.words[raw.last] in "—–-":
            day = day_of(raw.year, raw.month, raw.day)
            if day is not None and raw.value != "numeric":
                return Origin(day, number, "the date of the dateline")
    year = named(raws, tokens)
    if year is None:
        return None
    best: Origin | None = None
    for number, raw in enumerate(raws):
        if raw.weekday is None or raw.shape is not Shape.CALENDAR:
            continue
        days = fitting(raw, range(year - WINDOW, year + WINDOW + 1) if raw.year is None else (raw.year,))
        if len(days) == 1 and direction(tokens, raw.first, raw.last) <= 0 and (best is None or days[0] > best.day):
            note = f"of the years about {year}, which the text names, only {days[0].year} has this weekday on that day"
            best = Origin(days[0], number, note)
    return best

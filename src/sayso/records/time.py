"""When: expressions of time in the text, and the dated happenings that they order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.records.certainty import Certainty, Polarity
from sayso.records.span import Span
from sayso.records.why import Why


class TimeType(StrEnum):
    """The types of TIMEX3 (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time, its span and its value as TIMEX3 has it.

    `value` is as far as the text settles it: *January 9th* without a year is `XXXX-01-09`, and `candidates` are the values
    that are left open. `mod` is TIMEX3's (`START`, `MID`, `END`, `APPROX`, `BEFORE`, …) or `None`. `anchor` is what the value was
    reckoned from: `published`, the id of another mention, or `None` where it needs none or has none.
    Example: *late 2015* is a DATE with the value `2015` and the mod `END`.
    """

    id: str
    span: Span
    type: TimeType
    value: str
    mod: str | None
    anchor: str | None
    why: Why
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that the article dates: who did what when, in the article's words, and who says so.

    `date` is when it happened (a TIMEX3 value) and `mod` its modifier; `what` are the words, `who` the ids of the people in them.
    `by` is the id of the attribution that says so, `None` for the article itself; `said` is when that was said, a TIMEX3 value,
    where the text tells: never the same field as `date`. `times` are the ids of the expressions behind the two.
    """

    id: str
    date: str
    mod: str | None
    what: tuple[Span, ...]
    who: tuple[str, ...]
    by: str | None
    said: str | None
    certainty: Certainty
    polarity: Polarity
    times: tuple[str, ...]
    why: Why


_DAY = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?(?!\d)")
_LONG = re.compile(r"(\d{2,3})(?![\d-])")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def first_day(value: str, mod: str | None = None) -> tuple[int, int, int] | None:
    """Year, month and day on which a DATE or TIME value begins, so that values can be ordered; `None` where its year is open
    or it is none. Weeks are ISO 8601's, a winter counts as its December, a decade (`199`) and a century (`19`) as their first
    year. With the mods `MID` and `END` a year or month counts from its middle or last third: *late 2015* from September."""
    found = _DAY.match(value)
    if found is None:
        long = _LONG.match(value)
        return (int(long.group(1).ljust(4, "0")), 1, 1) if long else None
    year, month, day, week, weekend, quarter, half, season = found.groups()
    if week:
        try:
            first = date.fromisocalendar(int(year), int(week), 6 if weekend else 1)
        except ValueError:
            return int(year), 1, 1
        return first.year, first.month, first.day
    if quarter or half:
        return int(year), 3 * int(quarter) - 2 if quarter else 6 * int(half) - 5, 1
    if season:
        return int(year), _SEASONS[season], 1
    if month is None:
        return int(year), {"MID": 5, "END": 9}.get(mod or "", 1), 1
    if day is None:
        return int(year), int(month), {"MID": 11, "END": 21}.get(mod or "", 1)
    return int(year), int(month), int(day)

"""Which year: that of the day nearest to the day of writing as the tense allows, or one that the text lends."""

from __future__ import annotations

from datetime import date
from typing import Final

from sayso.reading.times.calendars import day_of
from sayso.reading.times.meaning import Known
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.tense import bound, direction

AGAINST: Final = 240
"""Days that a reading against the tense of its own verb counts as farther away than it is, and a third of that where the
expression is not the verb's (*the Nov. 8 vote*). Chosen by hand: the nearest year
wins unless the verb speaks against it."""


def cost(day: date, raw: Raw, known: Known, sign: int) -> int:
    """How far a candidate is: its days from the day of writing, more where the tense speaks against it."""
    now = known.now or day
    away = (day - now).days
    against = (sign < 0 < away) or (sign > 0 > away)
    if not against:
        return abs(away)
    tied = bound(known.tokens, raw.first, raw.last)
    return abs(away) + (AGAINST if tied else AGAINST // 3)


def nearest(days: list[date], raw: Raw, known: Known) -> date | None:
    sign = direction(known.tokens, raw.first, raw.last, True)
    if known.now is not None and raw.first and known.tokens.lower[raw.first - 1] == "since":
        days = [day for day in days if day <= known.now] or days
    return min(days, key=lambda day: cost(day, raw, known, sign), default=None)


def borrowed_year(raw: Raw, known: Known) -> int | None:
    """The year of the next expression where the two are joined: *from March to June 2014*."""
    number = len(known.told) + 1
    if number >= len(known.raws) or raw.month is None:
        return None
    following = known.raws[number]
    joined = known.tokens.lower[raw.last : following.first]
    if following.month is None or following.to_year or following.value == "numeric":
        return None
    if following.year is None:
        return year_of_range(raw, following, joined, known)
    if not 1 <= len(joined) <= 2 or not set(joined) <= {
        "to",
        "and",
        "-",
        "–",
        "through",
        "or",
        "until",
        "till",
        ",",
        "&",
        "on",
        "in",
    }:
        return None
    return following.year - (raw.month > following.month)


def is_ranged(joined: list[str], before: list[str]) -> bool:
    """Whether the words between two dates, and the one before the first, make a range of them."""
    return joined in (["to"], ["-"], ["–"], ["through"], ["until"]) or (joined == ["and"] and before == ["between"])


def year_of_range(raw: Raw, following: Raw, joined: list[str], known: Known) -> int | None:
    """The year of the first end of a range without a year: *between January 1 and September 18* ends after it begins."""
    before = known.tokens.lower[raw.first - 1 : raw.first]
    if (
        not is_ranged(joined, before)
        or known.now is None
        or following.shape is not Shape.CALENDAR
        or following.weekday is not None
    ):
        return None
    days = [
        day for day in (day_of(known.now.year + n, following.month or 1, following.day or 1) for n in (-1, 0, 1)) if day
    ]
    end = nearest(days, following, known)
    if end is None:
        return None
    return end.year - ((raw.month or 1, raw.day or 1) > (end.month, following.day or 31))


def pointed_year(raw: Raw, known: Known) -> int | None:
    """*June 16th of last year*."""
    if raw.unit != "Y" or raw.shift is None or known.now is None:
        return None
    return known.now.year + raw.shift


def year_told(raw: Raw, known: Known) -> int | None:
    """The year told of in this sentence or the one before, where that is long past: the story goes on in it."""
    if known.last is None or direction(known.tokens, raw.first, raw.last) > 0 or raw.weekday is not None:
        return None
    told = known.told[known.last]
    apart = known.tokens.sentence[raw.first] - known.tokens.sentence[known.raws[known.last].first]
    if (
        told.day is None
        or told.value == "2001-09-11"
        or told.grain not in ("Y", "M", "D")
        or apart > (1 if told.grain != "Y" else 0)
    ):
        return None
    if known.now is not None and told.day.year > known.now.year - 2:
        return None
    if (told.mod == "END" and (raw.month or 12) < 7) or (told.mod == "START" and (raw.month or 1) > 6):
        return None
    if told.grain == "Y" or raw.month is None:
        return told.day.year
    later = (raw.month, raw.day or 31) >= (told.day.month, told.day.day)
    return told.day.year if later or told.day.month - raw.month < 6 else told.day.year + 1


def month_cost(day: date, raw: Raw, known: Known, sign: int) -> int:
    now = known.now or day
    away = (day.year - now.year) * 12 + day.month - now.month
    against = (sign < 0 < away) or (sign > 0 > away)
    preferred = 0 if away <= 0 else 2 * (sign <= 0)
    tied = bound(known.tokens, raw.first, raw.last)
    return abs(away) + preferred + (against * (12 if tied else 5))

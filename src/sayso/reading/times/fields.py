"""The value of calendar fields: what they leave open is found from the day of writing, the tense, and each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Final

from sayso.reading.times import calendars
from sayso.reading.times.calendars import day_of, moved, unit_value
from sayso.reading.times.meaning import Known, Meaning
from sayso.reading.times.nearest import borrowed_year, is_ranged, month_cost, nearest, pointed_year, year_told
from sayso.reading.times.raw import Raw
from sayso.reading.times.tense import deadline, direction
from sayso.reading.times.words import SEASON_STARTS
from sayso.reading.times.years import LISTED, fitting
from sayso.records import TimeType

ATTACKS: Final = "rule: the attacks of 2001"
"""How *the Sept. 11 attacks* were read."""


def calendar(raw: Raw, known: Known) -> Meaning:
    """The meaning of an expression in calendar fields."""
    if raw.value == "numeric":
        return _numeric(raw, known)
    if raw.value:
        return Meaning(TimeType.DATE, raw.value, "rule: era")
    if raw.unit in ("W", "WE", "M") and raw.day is not None:
        day = _settled_day(raw, known)
        if day.day is not None:
            day.value, day.grain, day.type = unit_value(day.day, raw.unit), raw.unit, TimeType.DATE
        return day
    if raw.week is not None:
        return _numbered(raw, known)
    if raw.holiday is not None:
        return _holiday(raw, known)
    if raw.day is not None:
        return _settled_day(raw, known)
    if raw.weekday is not None:
        return _weekday(raw, known)
    if raw.month is not None:
        return _part_of_year(raw, known, raw.month, f"-{raw.month:02d}", "M")
    if raw.season is not None:
        return _part_of_year(raw, known, SEASON_STARTS[raw.season], f"-{raw.season}", "S")
    if raw.quarter is not None:
        return _part_of_year(raw, known, 3 * raw.quarter - 2, f"-Q{raw.quarter}", "Q")
    if raw.half is not None:
        return _part_of_year(raw, known, 6 * raw.half - 5, f"-H{raw.half}", "H")
    return _whole_years(raw, known)


def _whole_years(raw: Raw, known: Known) -> Meaning:
    if raw.year is not None:
        value = f"{raw.year:04d}" + (f"/{raw.to_year:04d}" if raw.to_year else "")
        return Meaning(TimeType.DATE, value, "rule: year", day=day_of(raw.year, 1, 1), grain="Y")
    if raw.decade is not None:
        return Meaning(
            TimeType.DATE, f"{raw.decade:03d}", "rule: decade", day=day_of(raw.decade * 10, 1, 1), grain="DE"
        )
    if raw.century is not None:
        return Meaning(
            TimeType.DATE, f"{raw.century:02d}", "rule: century", day=day_of(raw.century * 100 or 1, 1, 1), grain="CE"
        )
    return _only_time(raw, known)


def clocked(raw: Raw, meaning: Meaning) -> Meaning:
    """The meaning with the time of day added to its day, where the expression tells one."""
    if not raw.timed:
        return meaning
    meaning.type = TimeType.TIME
    if raw.hour is not None:
        meaning.value += f"T{raw.hour:02d}:{raw.minute or 0:02d}"
        if meaning.day is not None and raw.hour < 24:
            meaning.clock = datetime.combine(meaning.day, time(raw.hour, raw.minute or 0))
    else:
        meaning.value += f"T{raw.part}"
    return meaning


def _only_time(raw: Raw, known: Known) -> Meaning:
    """*at 5 p.m.*: on the day told of in this sentence, else the day of writing."""
    told = known.narrative(raw)
    if (
        told is not None
        and told.grain == "D"
        and told.day is not None
        and (
            known.tokens.sentence[known.raws[known.last or 0].first] == known.tokens.sentence[raw.first]
            or known.now is None
        )
    ):
        return clocked(
            raw,
            Meaning(
                TimeType.TIME, told.day.isoformat(), "rule: hour of the day told of", "", known.last, told.day, "D"
            ),
        )
    if known.now is not None:
        return clocked(
            raw,
            Meaning(
                TimeType.TIME,
                known.now.isoformat(),
                "rule: hour of the day of writing",
                "",
                known.origin,
                known.now,
                "D",
            ),
        )
    return clocked(raw, Meaning(TimeType.TIME, "XXXX-XX-XX", "rule: hour", "no day is told"))


def _numeric(raw: Raw, known: Known) -> Meaning:
    """*01/02/2016*: which number is the month, by what fits, else by where the outlet is."""
    a, b, year = raw.month or 0, raw.day or 0, raw.year or 0
    options = [(order, day_of(year, month, day)) for order, month, day in ((False, a, b), (True, b, a))]
    fits = [
        (order, day)
        for order, day in options
        if day is not None and (raw.weekday is None or day.isoweekday() == raw.weekday)
    ]
    if len({day for _, day in fits}) == 1:
        day = fits[0][1]
        return clocked(
            raw,
            Meaning(
                TimeType.DATE,
                day.isoformat(),
                "rule: numeric date",
                "only one order of day and month fits",
                None,
                day,
                "D",
            ),
        )
    if not fits:
        return Meaning(TimeType.DATE, f"{year:04d}", "rule: numeric date", "the calendar has no such day", grain="Y")
    if known.day_first is not None:
        day = next(day for order, day in fits if order == known.day_first)
        how = "day first" if known.day_first else "month first"
        return clocked(
            raw,
            Meaning(
                TimeType.DATE,
                day.isoformat(),
                "rule: numeric date",
                f"{how}, as elsewhere in the text or where the outlet is",
                None,
                day,
                "D",
            ),
        )
    return Meaning(
        TimeType.DATE, f"{year:04d}-XX-XX", "rule: numeric date", "both orders of day and month fit", None, None, "",
        tuple(day.isoformat() for _, day in fits),
    )  # fmt: skip


def _settled_day(raw: Raw, known: Known) -> Meaning:
    """A month and day, with or without weekday and year; or a day of the month alone beside a weekday."""
    month, number = raw.month, raw.day or 1
    ending = f"-{number:02d}"
    if month is None:
        return _day_of_month(raw, known, number)
    if (
        raw.year is None
        and month == 9
        and number == 11
        and known.tokens.lower[raw.last : raw.last + 1]
        and (
            known.tokens.lower[raw.last]
            in ("attacks", "attack", "terrorist", "terror", "hijackers", "hijackings", "victims", "families")
        )
    ):
        return Meaning(TimeType.DATE, "2001-09-11", ATTACKS, day=date(2001, 9, 11), grain="D")
    year = raw.year or pointed_year(raw, known) or borrowed_year(raw, known) or year_told(raw, known)
    if year is not None:
        day = day_of(year, month, number)
        note = ""
        if day is not None and raw.weekday and day.isoweekday() != raw.weekday:
            note = "the weekday that the text gives is not that day's"
        if day is None:
            return Meaning(
                TimeType.DATE,
                f"{year:04d}-{month:02d}{ending}",
                "rule: date",
                "the calendar has no such day",
                grain="D",
            )
        value = day.isoformat()
        if raw.to_day:
            value += f"/{year:04d}-{month:02d}-{raw.to_day:02d}"
        return clocked(raw, Meaning(TimeType.DATE, value, "rule: date", note, None, day, "D"))
    open_value = f"XXXX-{month:02d}{ending}"
    if known.now is not None:
        span = range(known.now.year - 1, known.now.year + 2)
        days = fitting(raw, span)
        note = (
            "weekday and day of the month agree" if raw.weekday and days else "the nearest year that the tense allows"
        )
        if raw.weekday and not days:
            note = "the weekday that the text gives fits no year near; the nearest year is taken"
            days = [day for day in (day_of(each, month, number) for each in span) if day is not None]
        day = nearest(days, raw, known)
        if day is not None:
            value = day.isoformat()
            if raw.to_day:
                value += f"/{day.year:04d}-{month:02d}-{raw.to_day:02d}"
            return clocked(
                raw, Meaning(TimeType.DATE, value, "rule: day by tense and weekday", note, known.origin, day, "D")
            )
    candidates = tuple(day.isoformat() for day in fitting(raw, LISTED)) if raw.weekday else ()
    note = "the text names no year" + (", several fit the weekday" if candidates else "")
    return clocked(raw, Meaning(TimeType.DATE, open_value, "rule: date", note, candidates=candidates))


def _day_of_month(raw: Raw, known: Known, number: int) -> Meaning:
    """*Friday the 15th*: the nearest such day; without a day of writing it stays open."""
    if known.now is not None:
        days = []
        for months in range(-7, 8):
            first = moved(known.now.replace(day=1), "M", months)
            day = day_of(first.year, first.month, number)
            if day is not None and (raw.weekday is None or day.isoweekday() == raw.weekday):
                days.append(day)
        day = nearest(days, raw, known)
        if day is not None:
            return clocked(
                raw, Meaning(TimeType.DATE, day.isoformat(), "rule: weekday and day agree", "", known.origin, day, "D")
            )
    return clocked(raw, Meaning(TimeType.DATE, f"XXXX-XX-{number:02d}", "rule: date", "the text names no month"))


def _weekday(raw: Raw, known: Known) -> Meaning:
    """A bare weekday: that of the week past or to come, by the tense; without a day of writing the one just named."""
    wanted = raw.weekday or 1
    end = _end_of_range(raw, known)
    if end is not None:
        return clocked(
            raw,
            Meaning(TimeType.DATE, end.isoformat(), "rule: end of a range", "", len(known.told) - 1, end, "D"),
        )
    if known.now is not None:
        back = (known.now.isoweekday() - wanted) % 7
        before, after = known.now - timedelta(days=back), known.now + timedelta(days=(7 - back) % 7)
        sign = direction(known.tokens, raw.first, raw.last)
        if sign <= 0 and deadline(known.tokens, raw.first):
            sign = 1
        day = after if sign > 0 else before
        note = (
            "the verb tells of what is to come"
            if sign > 0
            else "the verb tells of what is past"
            if sign
            else "news tells of the days before it"
        )
        return clocked(
            raw, Meaning(TimeType.DATE, day.isoformat(), "rule: weekday by tense", note, known.origin, day, "D")
        )
    named = known.weekdays.get(wanted)
    if named is not None and known.told[named].day is not None:
        day = known.told[named].day or date.min
        return clocked(raw, Meaning(TimeType.DATE, day.isoformat(), "rule: weekday named before", "", named, day, "D"))
    return clocked(
        raw,
        Meaning(
            TimeType.DATE, f"XXXX-WXX-{wanted}", "rule: weekday", "no date of publication, and no such day named before"
        ),
    )


def _end_of_range(raw: Raw, known: Known) -> date | None:
    """The weekday that ends *from Monday to Friday*, which is after the one that begins it."""
    number = len(known.told) - 1
    if number < 0 or known.told[number].day is None or known.raws[number].weekday is None:
        return None
    first = known.raws[number]
    if not is_ranged(known.tokens.lower[first.last : raw.first], known.tokens.lower[first.first - 1 : first.first]):
        return None
    start = known.told[number].day or date.min
    return start + timedelta(days=((raw.weekday or 1) - start.isoweekday()) % 7 or 7)


def _part_of_year(raw: Raw, known: Known, month: int, ending: str, grain: str) -> Meaning:
    """A month, season, quarter or half: of its own year, of the year told of, or of the nearest year that the tense allows."""
    year = raw.year or pointed_year(raw, known) or (borrowed_year(raw, known) if grain == "M" else None)
    if year is not None:
        return clocked(
            raw,
            Meaning(
                TimeType.DATE, f"{year:04d}{ending}", "rule: part of a year", "", None, day_of(year, month, 1), grain
            ),
        )
    year = year_told(raw, known)
    if year is not None:
        return Meaning(
            TimeType.DATE,
            f"{year:04d}{ending}",
            "rule: part of the year told of",
            "",
            known.last,
            day_of(year, month, 1),
            grain,
        )
    if known.now is None:
        return Meaning(
            TimeType.DATE, f"XXXX{ending}", "rule: part of a year", "no year is told, nor a date of publication"
        )
    now = known.now
    sign = direction(known.tokens, raw.first, raw.last, True)
    days = [day for day in (day_of(now.year + n, month, 1) for n in (-1, 0, 1)) if day is not None]
    if grain == "M":
        day = min(days, key=lambda each: month_cost(each, raw, known, sign))
    elif sign > 0:
        length = {"Q": 3, "S": 3, "H": 6}[grain]
        day = next((each for each in days if moved(each, "M", length) > now), days[-1])
    else:
        over = {"Q": 3, "H": 6}.get(grain, 0) if sign < 0 else 0  # what a quarter brought is told once it is over
        day = next((each for each in reversed(days) if moved(each, "M", over) <= now), days[0])
    return Meaning(
        TimeType.DATE, f"{day.year:04d}{ending}", "rule: part of a year by tense", "", known.origin, day, grain
    )


def _holiday(raw: Raw, known: Known) -> Meaning:
    rule = raw.holiday or ""
    rule_of: Callable[[int], date | None] = lambda year: calendars.holiday(rule, year)  # noqa: E731
    day: date | None
    if raw.year is not None:
        day = rule_of(raw.year)
        origin = None
    elif known.now is not None:
        days = [each for each in map(rule_of, range(known.now.year - 1, known.now.year + 2)) if each is not None]
        day, origin = nearest(days, raw, known), known.origin
    else:
        day, origin = None, None
    if day is None:
        fixed = {rule_of(year) and (rule_of(year) or date.min).strftime("-%m-%d") for year in (2014, 2015, 2016)}
        value = f"XXXX{fixed.pop()}" if len(fixed) == 1 else "XXXX-XX-XX"
        return clocked(raw, Meaning(TimeType.DATE, value, "rule: holiday", "the text names no year"))
    return clocked(raw, Meaning(TimeType.DATE, day.isoformat(), "rule: holiday", "", origin, day, "D"))


def _numbered(raw: Raw, known: Known) -> Meaning:
    """*the first week of May*, *the last Monday in March*, *the last day of 2015*."""
    which = raw.week or 1
    if raw.month is None:
        if raw.year is None:
            return Meaning(TimeType.DATE, "XXXX-XX-XX", "rule: numbered day", "no year is told")
        day = day_of(raw.year, 1, 1) if which > 0 else day_of(raw.year, 12, 31)
        day = day and (moved(day, raw.unit or "D", which - 1) if which > 0 else day)
        return Meaning(
            TimeType.DATE,
            unit_value(day or date.min, raw.unit or "D"),
            "rule: numbered day",
            "",
            None,
            day,
            raw.unit or "D",
        )
    base = _part_of_year(raw, known, raw.month, f"-{raw.month:02d}", "M")
    if base.day is None:
        return base
    if raw.weekday is not None:
        day = calendars.nth(base.day.year, base.day.month, raw.weekday, which)
        if day.month != raw.month:
            return base
        base.value, base.day, base.grain = day.isoformat(), day, "D"
        return base
    unit = raw.unit or "D"
    day = moved(base.day, "M", 1) - timedelta(days=1) if which < 0 else moved(base.day, unit, which - 1)
    base.value, base.day, base.grain = unit_value(day, unit), day, unit
    return base

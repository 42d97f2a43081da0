"""The core of an expression and what is joined to it: a date with its hour, its part of the day, its bracket, its week."""

from __future__ import annotations

from typing import Final

from sayso.reading.times import dates, pointers
from sayso.reading.times.amounts import amount
from sayso.reading.times.calendars import HOLIDAYS
from sayso.reading.times.clocks import clock
from sayso.reading.times.lexer import Line
from sayso.reading.times.numerals import day_at, full_year, year_at
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.words import DAYS, FUNCTION, NUMBERS, PARTS, SHIFTS, WEEKDAYS

_TIMES: Final = frozenset({"at", "around", "about", "by", "before", "after", "until"})


def core(line: Line, i: int) -> Raw | None:
    """A date, time, pointer or amount at `i`, without *the* or a modifier before it, with what is joined after it."""
    kind, low = line.kind[i], line.low
    raw: Raw | None = None
    if low[i] in HOLIDAYS:
        raw = dates.calendar(line, i) if kind == "month" else dates.holiday(line, i)
    if raw is None and kind in ("digit", "clock", "number", "vague"):
        raw = clock(line, i)
        if raw is not None:
            return _clock_then_date(line, raw)
    if raw is None and kind == "shift":
        raw = pointers.pointed(line, i, low[i - 1] == "the")
    elif raw is None and kind == "day":
        raw = _day(line, i)
    elif raw is None and kind == "tonight":
        raw = _tonight(line, i)
    elif raw is None and kind == "decades":
        return dates.decade_word(line, i)
    elif raw is None and kind == "fiscal":
        return _fiscal(line, i)
    elif raw is None and (kind == "ordinal" or (kind == "digit" and low[i + 1] in ("st", "nd", "rd", "th"))):
        raw = dates.calendar(line, i) or pointers.ordinal(line, i, low[i - 1] == "the") or _day_alone(line, i)
        return raw if raw is None or raw.day is None else extended(line, raw)
    if raw is None and kind in ("digit", "number", "vague", "one"):
        raw = amount(line, i)
        if raw is not None:
            return raw
    if raw is None:
        raw = dates.calendar(line, i)
    return None if raw is None else extended(line, raw)


def _day_alone(line: Line, i: int) -> Raw | None:
    """*on the 9th*: only after a preposition that days take, and where no noun follows."""
    low = line.low
    if (
        line.kind[i] == "digit"
        and low[i - 1] == "the"
        and low[i - 2] in ("on", "by", "until", "since", "before", "after")
    ):
        day = day_at(line, i)
        if day is None or low[day[1]] not in FUNCTION:
            return None
        beside = dates.calendar(line, line.skip(day[1] + 1, "the")) if low[day[1]] in ("and", "or", "to") else None
        if beside is not None and beside.day is not None:  # *on the 5th and 6th of January*
            return Raw(i, day[1], day=day[0], month=beside.month, year=beside.year)
        return Raw(i, day[1], day=day[0])
    return None


def _day(line: Line, i: int) -> Raw | None:
    if (
        line.starts_big(i)
        and line.low[i] == "today"
        and (line.low[i - 1] in ("usa", "the", "’s", "'s") or line.low[i + 1] == "show")
    ):
        return None
    return Raw(i, i + 1, Shape.SHIFT, unit="D", shift=DAYS[line.low[i]])


def _tonight(line: Line, i: int) -> Raw | None:
    if line.starts_big(i) and line.low[i + 1] in ("show",):
        return None
    if line.low[i] == "overnight" and line.low[i + 1] not in FUNCTION:
        return None
    return Raw(i, i + 1, Shape.SHIFT, unit="D", shift=0, part="NI")


def _fiscal(line: Line, i: int) -> Raw | None:
    """*fiscal 1998*, *fiscal year 2016*, *FY16*."""
    low = line.low
    at = line.skip(i + 1, "year", "quarter")
    year = year_at(line, at, True)
    if year is None and low[i] == "fy" and line.number(at) and len(low[at]) == 2 and line.glued(at):
        year = full_year(line.number(at) or 0)
    return None if year is None else Raw(i, at + 1, year=year)


def extended(line: Line, raw: Raw) -> Raw:
    """A date with the part of the day, the hour, the week or the bracket that follows it."""
    low = line.low
    if raw.shape not in (Shape.CALENDAR, Shape.SHIFT) or not (
        raw.weekday or raw.day or raw.holiday or raw.unit == "D" or raw.part
    ):
        return raw
    at = raw.last
    if (
        raw.part is None
        and raw.hour is None
        and low[at] in PARTS
        and not (
            line.starts_big(at)
            and not line.word[at].isupper()
            and low[at + 1] not in FUNCTION
            and line.starts_big(at + 1)
        )
    ):
        if low[at] in ("nights", "mornings", "evenings", "afternoons"):
            if raw.weekday and raw.month is None and raw.shape is Shape.CALENDAR:
                return Raw(raw.first, at + 1, Shape.SET, value=f"XXXX-WXX-{raw.weekday}T{PARTS[low[at]]}")
        else:
            raw.part, raw.last = PARTS[low[at]], at + 1
            at += 1
    if low[at : at + 2] == ["in", "the"] and low[at + 2] in ("morning", "afternoon", "evening") and raw.part is None:
        raw.part, raw.last = PARTS[low[at + 2]], at + 3
        at += 3
    if raw.weekday and not raw.dated_fully():
        _week(line, raw, line.skip(at, "of"))
        at = raw.last
    if low[at] == "(":
        inner = dates.calendar(line, line.skip(at + 1, "the"))
        if inner is not None and low[inner.last] == ")" and _may_be_one(raw, inner):
            _take(raw, inner)
            raw.last = at = inner.last + 1
    place = line.skip(at, ",")
    place = place + 1 if low[place] in _TIMES else place
    if (
        raw.hour is None
        and line.kind[place] in ("digit", "clock", "number", "vague")
        and not (line.kind[place] == "clock" and low[place - 1] == ",")
    ):
        hour = clock(line, line.skip(place, "about", "around"))
        if hour is not None and not (low[place - 1] in ("by", "before", "after", "until") and place > at):
            raw.hour, raw.minute, raw.last = hour.hour, hour.minute, hour.last
            if (
                raw.part in ("EV", "NI", "AF")
                and raw.hour is not None
                and raw.hour < 12
                and low[hour.last - 1] == "clock"
            ):
                raw.hour += 12
        elif raw.part is not None and low[place - 1] == "at":
            _bare_hour(line, raw, place)
    return raw


def _bare_hour(line: Line, raw: Raw, at: int) -> None:
    """*Wednesday evening at 8*: the part of the day makes an hour of a number that nothing else is counted by."""
    hour = line.number(at) or NUMBERS.get(line.low[at])
    if hour is None or not 1 <= hour <= 12 or line.low[at + 1] not in FUNCTION or line.low[at + 1] == "of":
        return
    raw.hour = hour % 12 + (0 if raw.part == "MO" or (raw.part == "NI" and hour in (12, 1, 2, 3, 4)) else 12)
    raw.minute, raw.last = 0, at + 1


def _may_be_one(a: Raw, b: Raw) -> bool:
    """Whether a bracket's date says the same day as the words before it."""
    if b.day is None and b.weekday is None:
        return False
    return all(
        x is None or y is None or x == y
        for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday))
    )


def _take(a: Raw, b: Raw) -> None:
    a.year, a.month, a.day = a.year or b.year, a.month or b.month, a.day or b.day
    a.weekday = a.weekday or b.weekday
    if a.month is not None and a.shape is Shape.SHIFT:
        a.shape, a.shift, a.unit = Shape.CALENDAR, None, None


def _week(line: Line, raw: Raw, at: int) -> None:
    """*Friday of last week*, *Monday next week*: the weekday within that week."""
    low = line.low
    if low[at] in ("last", "this", "next") and low[at + 1] == "week" and raw.shape is Shape.CALENDAR:
        raw.shape, raw.unit, raw.shift, raw.last = Shape.SHIFT, "W", SHIFTS[low[at]], at + 2


def _past_bracket(line: Line, at: int) -> int:
    """The place after a bracket at `at` that holds the same hour elsewhere: *2:15 p.m. local time (1915 GMT) on Tuesday*."""
    if line.low[at] != "(" or line.kind[at + 1] not in ("digit", "number", "clock"):
        return at
    inner = clock(line, at + 1)
    return inner.last + 1 if inner is not None and line.low[inner.last] == ")" else at


def _clock_then_date(line: Line, raw: Raw) -> Raw:
    """*2 p.m. Tuesday*, *noon on January 9*, *5 p.m. today*, *8 o’clock tomorrow night*."""
    low = line.low
    place = line.skip(_past_bracket(line, raw.last), ",", "on")
    place = line.skip(place, "on") if low[place - 1] == "," else place
    kind = line.kind[place]
    found: Raw | None = None
    if kind in ("weekday", "short", "month", "digit", "holiday"):
        found = dates.calendar(line, place)
        if found is not None and found.day is None and found.weekday is None and found.holiday is None:
            found = None
    elif kind == "day":
        found = _day(line, place)
    elif kind == "tonight" and low[place] == "tonight":
        found = _tonight(line, place)
    elif kind == "shift" and (low[place + 1] in PARTS or low[place + 1] in WEEKDAYS):
        found = pointers.pointed(line, place, False)
    if found is None or found.hour is not None:
        return raw
    found = extended(line, found)
    if found.hour is not None and found.hour != raw.hour:
        return raw
    if found.part in ("EV", "NI", "AF") and raw.hour is not None and 0 < raw.hour < 12:
        raw.hour += 12 * (low[raw.last - 1] == "clock" or raw.last == raw.first + 1)
    found.first, found.hour, found.minute, found.head = raw.first, raw.hour, raw.minute, raw.first
    found.mod = raw.mod
    return found

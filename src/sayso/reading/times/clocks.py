"""Times of day: *2 p.m.*, *14:30*, *half past six*, *three o’clock in the morning*, *noon*, with their zones."""

from __future__ import annotations

from typing import Final

from sayso.reading.times.lexer import Line
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.words import NUMBERS, ZONE_NAMES, ZONES
from sayso.reading.words import word_set

_AT: Final = word_set("at by until till before after around about from to since approximately between and")
_SHARP: Final = word_set("at by until till before after from")
_POINTS: Final = {"noon": 12, "midnight": 0, "midday": 12}
_HALVES: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV"}


def clock(line: Line, i: int) -> Raw | None:
    """A time of day at `i`, or `None`."""
    low = line.low
    if line.kind[i] == "clock":
        return Raw(i, i + 1, Shape.CALENDAR, hour=_POINTS[low[i]], minute=0)
    if low[i] == "half" and low[i + 1] == "past":
        hour = _hour(line, i + 2)
        return None if hour is None else _after(line, Raw(i, i + 3, Shape.CALENDAR, hour=hour, minute=30), False)
    if low[i] == "quarter" and low[i + 1] in ("past", "to"):
        hour = _hour(line, i + 2)
        if hour is None:
            return None
        late = low[i + 1] == "past"
        return _after(line, Raw(i, i + 3, hour=hour if late else hour - 1, minute=15 if late else 45), False)
    found = _digits(line, i)
    if found is None:
        hour = _hour(line, i)
        if hour is None:
            return None
        found = Raw(i, i + 1, Shape.CALENDAR, hour=hour)
    return _after(line, found, True)


def _hour(line: Line, i: int) -> int | None:
    """The hour that stands at `i` in digits or words, 1 to 12."""
    hour = line.number(i)
    hour = NUMBERS.get(line.low[i]) if hour is None else hour
    return hour if hour is not None and 1 <= hour <= 12 else None


def _digits(line: Line, i: int) -> Raw | None:
    word = line.low[i]
    if line.kind[i] != "digit":
        return None
    for mark in (":", "."):
        hours, found, rest = word.partition(mark)
        if found:
            minutes, _, seconds = rest.partition(mark)
            if not (hours.isascii() and hours.isdigit() and len(hours) < 3 and len(minutes) == 2 and minutes.isdigit()):
                return None
            if int(hours) > 24 or int(minutes) > 59 or (seconds and not (len(seconds) == 2 and seconds.isdigit())):
                return None
            return Raw(i, i + 1, Shape.CALENDAR, hour=int(hours), minute=int(minutes))
    number = line.number(i)
    if number is None:
        return None
    if len(word) == 4 and number // 100 < 25 and number % 100 < 60:
        if line.low[i + 1] in ("gmt", "utc", "bst") or (
            line.low[i + 1] in ("hours", "hrs") and line.low[i - 1] in _SHARP
        ):
            raw = Raw(i, i + 1, Shape.CALENDAR, hour=number // 100, minute=number % 100)
            raw.last += line.low[i + 1] in ("hours", "hrs")
            return raw
        return None
    return Raw(i, i + 1, Shape.CALENDAR, hour=number) if number <= 24 else None


def _after(line: Line, raw: Raw, needs_sign: bool) -> Raw | None:
    """The time with what follows it (*p.m.*, *o’clock*, a zone); `None` where nothing shows that a bare number is one."""
    low, at = line.low, raw.last
    hour = raw.hour or 0
    shown = not needs_sign
    if low[at] == "o" and low[at + 1] in ("’", "'", "‘") and low[at + 2] == "clock":
        at, shown = at + 3, True
    elif low[at] in ("oclock",):
        at, shown = at + 1, True
    half = ""
    if low[at] in ("am", "pm") and hour <= 12:
        half, at = low[at], at + 1
    elif (
        low[at] in ("a", "p")
        and low[at + 1] == "."
        and low[at + 2] == "m"
        and line.glued(at + 1)
        and line.glued(at + 2)
    ):
        half, at = low[at] + "m", at + 3
        if low[at] == "." and line.glued(at):
            at += 1
    if half:
        if hour > 12 or (hour == 0 and raw.minute is None):
            return None
        hour, shown = hour % 12 + (12 if half == "pm" else 0), True
    elif (
        low[at : at + 2] == ["in", "the"]
        and low[at + 2] in _HALVES
        and hour <= 12
        and (shown or raw.minute is not None or low[raw.first - 1] in _AT)
    ):
        hour = hour % 12 + (0 if low[at + 2] == "morning" else 12)
        at, shown = at + 3, True
    word = line.low[raw.first]
    if raw.minute is not None and not shown:
        with_colon = ":" in word
        named = low[at] in ZONES and line.word[at].isupper()
        day = line.kind[at] in ("weekday", "day", "tonight") or (
            low[at] == "on" and line.kind[at + 1] in ("weekday", "month")
        )
        military = len(word) == 4 and word.isdigit()
        shown = military or named or (with_colon and (low[raw.first - 1] in _AT or day))
    if not shown:
        return None
    raw.hour, raw.minute = hour, raw.minute or 0
    raw.last = _zone(line, at)
    return raw if raw.hour <= 24 else None


def _zone(line: Line, at: int) -> int:
    """The place after a time zone that stands at `at`."""
    low = line.low
    first = at + 1 if low[at] == "(" else at
    if low[first] in ZONES and line.word[first].isupper():
        last = first + 1
    elif low[first] in ZONE_NAMES and (line.starts_big(first) or low[first] == "local"):
        last = line.skip(first + 1, "standard", "daylight", "summer", "mean")
        last = line.skip(last, "time")
        if low[first] == "local" and last == first + 1:
            return at
    else:
        return at
    if first > at:
        return last + 1 if low[last] == ")" else at
    return last

"""Times that come again: *every Monday*, *daily*, *twice a week*, *on Fridays*."""

from __future__ import annotations

from typing import Final

from sayso.reading.times import calendars, dates
from sayso.reading.times.amounts import number, period
from sayso.reading.times.lexer import Line
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.words import FREQUENT, PARTS, SEASONS, UNITS, WEEKDAY_PLURAL, WEEKDAYS

_PART_SETS: Final = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI"}


def frequent(line: Line, i: int) -> Raw | None:
    """A set at `i`, or `None`: *every two weeks*, *each morning*, *per year*, *weekly*."""
    low = line.low
    word = low[i]
    if word in FREQUENT:
        if line.starts_big(i) and not line.word[i].isupper() and (line.starts_big(i - 1) or line.starts_big(i + 1)):
            return None
        if line.starts_big(i) and low[i - 1] not in ("", ".", "“", '"', "’", "—"):
            return None
        return Raw(i, i + 1, Shape.SET, value=FREQUENT[word])
    if word in ("once", "twice"):
        at = i + 1
        if low[at] in ("a", "an", "every", "each", "per") and low[at + 1] in UNITS:
            return Raw(i, at + 2, Shape.SET, value=period(1.0, UNITS[low[at + 1]]))
        return None
    if word == "per":
        if low[i + 1] in UNITS and low[i + 1] not in ("hour", "second", "minute", "sec", "min"):
            return Raw(i, i + 2, Shape.SET, value=period(1.0, UNITS[low[i + 1]]))
        return None
    return _every(line, i) if word in ("every", "each") else None


def _every(line: Line, i: int) -> Raw | None:
    low = line.low
    at = line.skip(i + 1, "single", "other", "few")
    step = 2.0 if low[i + 1] == "other" else None if low[i + 1] == "few" else 1.0
    name = low[at]
    if name in WEEKDAYS and line.word[at][0].isupper():
        part = _PART_SETS.get(PARTS.get(low[at + 1], ""), "")
        return Raw(i, at + 1 + bool(part), Shape.SET, value=f"XXXX-WXX-{WEEKDAYS[name]}{part}")
    if line.kind[at] == "month":
        found = dates.calendar(line, at)
        if found is None or found.month is None:
            return None
        day = f"-{found.day:02d}" if found.day else ""
        return Raw(i, found.last, Shape.SET, value=f"XXXX-{found.month:02d}{day}")
    if name in SEASONS:
        return Raw(i, at + 1, Shape.SET, value=f"XXXX-{SEASONS[name]}")
    if name in UNITS and UNITS[name] in _PART_SETS:
        return Raw(i, at + 1, Shape.SET, value=f"XXXX-XX-XX{_PART_SETS[UNITS[name]]}")
    if name in ("weekend", "weekday"):
        return Raw(i, at + 1, Shape.SET, value="XXXX-WXX-WE" if name == "weekend" else "XXXX-WXX-XX")
    if name in UNITS and name not in ("second", "quarter"):
        return Raw(i, at + 1, Shape.SET, value=period(step, UNITS[name]))
    if name in calendars.HOLIDAYS:
        found = dates.calendar(line, at)
        if found is not None and found.holiday is not None:
            feast = calendars.holiday(found.holiday, 2001)
            return Raw(
                i, found.last, Shape.SET, value="" if feast is None else f"XXXX-{feast.month:02d}-{feast.day:02d}"
            )
    if line.kind[at] in ("digit", "number", "vague") and low[at] != "half":
        count = number(line, at)
        if count is not None and low[count[1]] in UNITS:
            return Raw(i, count[1] + 1, Shape.SET, value=period(count[0], UNITS[low[count[1]]]))
    return None


def plural_weekday(line: Line, i: int) -> Raw | None:
    """*on Mondays*, *Friday nights* is read elsewhere."""
    if not line.starts_big(i):
        return None
    return Raw(i, i + 1, Shape.SET, value=f"XXXX-WXX-{WEEKDAY_PLURAL[line.low[i]]}")

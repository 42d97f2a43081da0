"""From a line of words to the expressions of time in it: one pass, and at each word a bounded look ahead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sayso.reading.times import dates, pointers
from sayso.reading.times.amounts import amount, period
from sayso.reading.times.calendars import HOLIDAYS
from sayso.reading.times.clocks import clock
from sayso.reading.times.lexer import Line
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.sets import frequent, plural_weekday
from sayso.reading.times.words import (
    APPROXIMATE,
    COMPARED,
    DAYS,
    LONG,
    NOT_COMPARED,
    PART_UNITS,
    PARTS,
    PLURAL_UNITS,
    POSITIONS,
    REFERENCES,
    SEASONS,
    SHIFTS,
    STRETCHES,
    UNITS,
    WEEKDAYS,
)

_FUNCTION: Final = frozenset(
    ". , ; : ? ! ( ) ” \" ’ ' – — … and or but in on at by to from for with that which who when while is was are were has had "
    "have will would could should may might can as the a he she it they we i you of".split()
) | {""}
_OPENERS: Final = frozenset({"", ".", "?", "!", ":", ";", "“", "‘", "'", '"', "…", "—", "–", "-", "”", "’", ")"})
_TIMES: Final = frozenset({"at", "around", "about", "by", "before", "after", "until"})
_ACROSS_NOTHING: Final = frozenset("years decades months weeks days hours minutes centuries generations".split())


def read(line: Line) -> list[Raw]:
    """Every expression of time of the line, in order; none overlaps another."""
    found: list[Raw] = []
    kinds = line.kind
    at, count = 1, len(kinds) - 1
    while at < count:
        kind = kinds[at]
        if kind is None:
            at += 1
            continue
        raw = expression(line, at)
        if raw is None or raw.last <= at:
            at += 1
            continue
        found.append(raw)
        at = raw.last
    return found


def expression(line: Line, i: int) -> Raw | None:
    """The expression that begins at `i`, with the words before and after its core that belong to it."""
    reader = _READERS.get(line.kind[i] or "")
    raw = reader(line, i) if reader is not None else None
    if raw is None and line.low[i] in HOLIDAYS:
        raw = core(line, i)
    return raw


def core(line: Line, i: int) -> Raw | None:
    """A date, time, pointer or amount at `i`, without *the* or a modifier before it, with what is joined after it."""
    kind, low = line.kind[i], line.low
    raw: Raw | None = None
    if low[i] in HOLIDAYS:
        raw = dates.calendar(line, i) if kind == "month" else dates._holiday(line, i)
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
    if kind_is_digits(line, i) and low[i - 1] == "the" and low[i - 2] in ("on", "by", "until", "since", "before", "after"):
        day = dates.day_at(line, i)
        if day is not None and low[day[1]] in _FUNCTION:
            return Raw(i, day[1], day=day[0])
    return None


def kind_is_digits(line: Line, i: int) -> bool:
    """Whether an ordinal in digits stands at `i`."""
    return line.kind[i] == "digit"


def _day(line: Line, i: int) -> Raw | None:
    if line.starts_big(i) and line.low[i] == "today" and (line.low[i - 1] in ("usa", "the", "’s", "'s") or line.low[i + 1] == "show"):
        return None
    return Raw(i, i + 1, Shape.SHIFT, unit="D", shift=DAYS[line.low[i]])


def _tonight(line: Line, i: int) -> Raw | None:
    if line.starts_big(i) and line.low[i + 1] in ("show",):
        return None
    if line.low[i] == "overnight" and line.low[i + 1] not in _FUNCTION:
        return None
    return Raw(i, i + 1, Shape.SHIFT, unit="D", shift=0, part="NI")


def _fiscal(line: Line, i: int) -> Raw | None:
    """*fiscal 1998*, *fiscal year 2016*, *FY16*."""
    low = line.low
    at = line.skip(i + 1, "year", "quarter")
    year = dates.year_at(line, at, True)
    if year is None and low[i] == "fy" and line.number(at) and len(low[at]) == 2 and line.glued(at):
        year = dates._full_year(line.number(at) or 0)
    return None if year is None else Raw(i, at + 1, year=year)


def extended(line: Line, raw: Raw) -> Raw:
    """A date with the part of the day, the hour, the week or the bracket that follows it."""
    low = line.low
    if raw.shape not in (Shape.CALENDAR, Shape.SHIFT) or not (
        raw.weekday or raw.day or raw.holiday or raw.unit == "D" or raw.part
    ):
        return raw
    at = raw.last
    if raw.part is None and raw.hour is None and low[at] in PARTS and not (line.starts_big(at) and not line.word[at].isupper() and low[at + 1] not in _FUNCTION and line.starts_big(at + 1)):
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
    if raw.hour is None and line.kind[place] in ("digit", "clock", "number", "vague") and not (
        line.kind[place] == "clock" and low[place - 1] == ","
    ):
        hour = clock(line, line.skip(place, "about", "around"))
        if hour is not None and not (low[place - 1] in ("by", "before", "after", "until") and place > at):
            raw.hour, raw.minute, raw.last = hour.hour, hour.minute, hour.last
            if raw.part in ("EV", "NI", "AF") and raw.hour is not None and raw.hour < 12 and low[hour.last - 1] == "clock":
                raw.hour += 12
    return raw


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


def _clock_then_date(line: Line, raw: Raw) -> Raw:
    """*2 p.m. Tuesday*, *noon on January 9*, *5 p.m. today*, *8 o’clock tomorrow night*."""
    low = line.low
    place = line.skip(raw.last, ",", "on")
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
    if found.part in ("EV", "NI", "AF") and raw.hour is not None and 0 < raw.hour < 12 and low[raw.last - 1] == "clock":
        raw.hour += 12
    found.first, found.hour, found.minute, found.head = raw.first, raw.hour, raw.minute, raw.first
    found.mod = raw.mod
    return found


def _after_the(line: Line, i: int) -> Raw | None:
    """An expression that begins with *the*."""
    low, at = line.low, i + 1
    kind = line.kind[at]
    if kind is None:
        decade = low[at] in ("’", "'", "‘") and line.kind[at + 1] == "digit" and line.glued(at + 1)
        raw = dates.calendar(line, at + 1) if decade else None
        if low[at] == "moment" and low[i - 1] == "at" and low[at + 1] in _FUNCTION:
            return Raw(i, at + 1, Shape.REFERENCE, value="PRESENT_REF")
        if low[at] in ("near", "foreseeable") and low[at + 1] == "future":
            return Raw(i, at + 2, Shape.REFERENCE, value="FUTURE_REF")
        if low[at] == "other" and low[at + 1] in ("day", "night", "week", "morning"):
            return Raw(i, at + 2, Shape.REFERENCE, value="PAST_REF")
        if raw is None or raw.decade is None:
            return None
        raw.first = i
        return raw
    raw = None
    if kind == "shift":
        raw = pointers.ordinal(line, at, True) if low[at] == "last" and low[at + 2] in ("of", "in") else None
        raw = raw or pointers.pointed(line, at, True)
        if raw is None and low[at] in ("past", "present") and low[at + 1] in _FUNCTION:
            raw = Raw(at, at + 1, Shape.REFERENCE, value="PAST_REF" if low[at] == "past" else "PRESENT_REF")
        if raw is None and low[at] == "recent" and low[at + 1] == "past":
            raw = Raw(at, at + 2, Shape.REFERENCE, value="PAST_REF")
        if raw is not None and raw.shape is Shape.SHIFT:
            raw = extended(line, raw)
    elif kind == "position":
        raw = _positioned(line, at)
    elif kind == "stretch":
        raw = _stretch(line, at)
    elif kind == "unit":
        raw = pointers.after_event(line, at) or _bare_unit(line, at)
    elif kind in ("ordinal", "season", "decades", "digit", "number", "vague"):
        raw = core(line, at)
        if raw is not None and not _belongs(line, raw):
            return raw
    elif kind == "part":
        raw = pointers.after_event(line, at)
        if raw is None and low[at] in ("mornings", "evenings", "afternoons", "nights"):
            return Raw(i, at + 1, Shape.SET, value=f"XXXX-XX-XXT{PARTS[low[at]]}") if low[i - 1] == "in" else None
        if raw is None and low[i - 1] in ("in", "during", "throughout") and low[at + 1] in _FUNCTION:
            raw = Raw(at, at + 1, Shape.SHIFT, unit="D", shift=0, part=PARTS[low[at]], narrative=True)
        elif raw is None and low[at + 1] == "of":
            inner = core(line, line.skip(at + 2, "the"))
            if inner is not None and (inner.day or inner.weekday or inner.unit == "D") and inner.part is None and inner.hour is None:
                inner.part = PARTS[low[at]]
                raw = inner
    elif low[at] == "future":
        raw = Raw(at, at + 1, Shape.REFERENCE, value="FUTURE_REF")
    elif kind in ("fiscal", "holiday") or low[at] in HOLIDAYS:
        return None
    if raw is not None:
        raw.first = i
    return raw


def _belongs(line: Line, raw: Raw) -> bool:
    """Whether *the* before the core is part of its noun phrase: not in *the 2012 election*, *the 40-year-old*, *the two-year deal*."""
    low = line.low
    if raw.shape is Shape.DURATION:
        return "-" not in low[raw.first : raw.last] and low[raw.last - 1] in PLURAL_UNITS
    if raw.year is not None and raw.month is None and raw.season is None and raw.quarter is None and raw.half is None:
        return False
    return not (raw.quarter is not None and "-" in low[raw.first : raw.last])


def _bare_unit(line: Line, at: int) -> Raw | None:
    """*the weekend*, *for the quarter*, *the week of January 5*, *the turn of the century* has its own rule."""
    low = line.low
    unit = UNITS[low[at]]
    before = low[at - 2]
    if low[at + 1] == "of" and unit in ("W", "WE", "M", "D"):
        inner = core(line, line.skip(at + 2, "the"))
        if inner is not None and inner.shape is Shape.CALENDAR and inner.day is not None and inner.hour is None:
            inner.unit = unit if unit != "D" else None
            return inner
    if unit == "WE" and low[at] == "weekend" and low[at + 1] in _FUNCTION:
        return Raw(at, at + 1, Shape.SHIFT, unit="WE", shift=None, narrative=False)
    if low[at] in ("quarter", "year") and before in ("for", "in", "during", "of") and low[at + 1] in _FUNCTION - {"of", "in"}:
        return Raw(at, at + 1, Shape.SHIFT, unit=unit, shift=0, narrative=unit == "Q")
    if low[at] in PLURAL_UNITS and before in ("over", "through", "throughout") and unit in ("Y", "DE", "M", "W"):
        return Raw(at, at + 1, Shape.DURATION, unit=unit, value=period(None, unit))
    return None


def _stretch(line: Line, at: int) -> Raw | None:
    """*end of 1999*, *beginning of next week*, *middle of the month*, *turn of the century*; at the noun."""
    low = line.low
    if low[at + 1] != "of" or (line.starts_big(at) and not line.word[at].isupper() and low[at - 1] == "the" and line.word[at - 1][0].islower()):
        return None
    mod = STRETCHES[low[at]]
    place = at + 2
    if low[at] == "turn":
        if low[place : place + 2] != ["the", "century"]:
            return None
        return Raw(at, place + 2, Shape.SHIFT, unit="CE", shift=0, mod=mod)
    if low[place] in ("the", "this", "that") and low[place + 1] in ("day", "week", "month", "year", "quarter", "decade", "century") and low[place + 2] not in ("before", "after"):
        raw = Raw(at, place + 2, Shape.SHIFT, unit=UNITS[low[place + 1]], shift=0, narrative=low[place] == "that" or low[place + 1] not in ("year", "decade", "century"), mod=mod)
        return raw if raw.unit != "D" else None
    if low[place + (low[place] == "the")] in STRETCHES:
        return None
    inner = _after_the(line, place) if low[place] == "the" else core(line, place)
    if inner is None or inner.shape not in (Shape.CALENDAR, Shape.SHIFT) or inner.hour is not None:
        return None
    inner.first, inner.mod = at, mod
    return inner


def _positioned(line: Line, i: int) -> Raw | None:
    """*early next year*, *late 2015*, *mid-January*, *later on Friday*, *earlier in the week*."""
    low = line.low
    word = low[i]
    at = i + 1
    if word == "mid":
        at = line.skip(at, "-", "‑", "–")
        if at == i + 1 and line.kind[at] not in ("month", "digit"):
            return None
    elif word == "midway":
        return None
    else:
        at = line.skip(at, "-", "to") if low[at] == "-" else at
        if low[at] == "to" and low[at + 1] in ("mid", "late"):
            at += 2
            at = line.skip(at, "-")
    loose = word in ("earlier", "later", "late", "early") and low[at] in ("on", "in")
    place = at + 1 if loose else at
    if loose and low[at] == "in" and low[place] == "the":
        if low[place + 1] in ("day", "week", "month", "year", "season", "decade", "century", "quarter") and low[place + 1] in UNITS and low[place + 2] in _FUNCTION:
            return Raw(i, place + 2, Shape.SHIFT, unit=UNITS[low[place + 1]], shift=0, narrative=low[place + 1] != "year", mod=POSITIONS[word] or None)
        return None
    kind = line.kind[place]
    raw: Raw | None
    if kind == "article" and word in ("earlier", "later") and low[place + 1] in ("same", "next", "following"):
        raw = _after_the(line, place)
    elif kind in ("season", "part") and low[place] in (SEASONS if kind == "season" else PARTS):
        raw = Raw(place, place + 1, season=SEASONS[low[place]]) if kind == "season" else None
        if kind == "part" and word in ("early", "late", "mid") and low[place] in ("morning", "afternoon", "evening") and low[i - 1] in ("the", "in"):
            raw = Raw(place, place + 1, Shape.SHIFT, unit="D", shift=0, part=PARTS[low[place]], narrative=True)
        elif kind == "season":
            raw = dates._with_year(line, raw, place + 1) if raw is not None else None
    elif kind in ("weekday", "short", "month", "digit", "shift", "day", "ordinal", "decades", "holiday", "code", "number", "fiscal"):
        raw = core(line, place)
    else:
        return None
    if raw is None or raw.shape not in (Shape.CALENDAR, Shape.SHIFT) or raw.event is not None:
        return None
    if loose and low[at] == "in" and not (raw.year is not None and raw.day is None or raw.month is not None and raw.day is None):
        return None
    if raw.shape is Shape.CALENDAR and not raw.dated and raw.part is None:
        return None
    if word in ("earlier", "later") and raw.unit is None and not (raw.weekday or raw.day or raw.month or raw.year or raw.season or raw.part):
        return None
    raw.first = i
    raw.mod = raw.mod or POSITIONS[word] or None
    return raw


def _approximate(line: Line, i: int) -> Raw | None:
    """*about three months*, *more than a year ago*, *no less than 60 days*, *around noon*, *circa 1900*."""
    low = line.low
    at, mod = i + 1, APPROXIMATE.get(low[i], "")
    if low[i] == "no" and (low[at], low[at + 1]) in COMPARED:
        mod = NOT_COMPARED.get(COMPARED[low[at], low[at + 1]], "")
        at += 2
    elif (low[i], low[at]) in COMPARED:
        mod = COMPARED[low[i], low[at]]
        at += 1
    if not mod:
        return None
    at = line.skip(at, "the") if low[at] == "the" and line.kind[at + 1] in ("digit", "number") else at
    kind = line.kind[at]
    if kind not in ("digit", "number", "vague", "one", "clock"):
        return None
    raw = core(line, at)
    if raw is None or "-" in low[at : raw.last] and raw.shape is Shape.DURATION and low[raw.last - 1] in ("old", "long"):
        return None
    if low[i] in ("over", "under") and raw.shape is Shape.DURATION and kind != "one" and (raw.amount or 0) < 10:
        return None
    if raw.shape is Shape.CALENDAR and raw.hour is None and not (raw.year is not None and raw.month is None and low[i] in ("around", "circa", "about")):
        return None
    if raw.shape is Shape.CALENDAR and low[i] in ("over", "under", "at", "up"):
        return None
    raw.first = i
    if raw.mod is None:
        raw.mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod, mod) if raw.shape is Shape.SHIFT and raw.shift and raw.shift < 0 else mod
    return raw


def _reference(line: Line, i: int) -> Raw | None:
    """*now*, *right now*, *recently*, *at the moment*, *long ago*, *in future*."""
    low = line.low
    word = low[i]
    if word == "right":
        plain = low[i + 1] == "now" and (not line.starts_big(i + 1) or line.word[i + 1].isupper())
        return Raw(i, i + 2, Shape.REFERENCE, value="PRESENT_REF") if plain else None
    if word == "at":
        return _approximate(line, i)
    if word in ("long", "ages"):
        return Raw(i, i + 2, Shape.REFERENCE, value="PAST_REF") if low[i + 1] == "ago" else None
    if word == "future":
        if low[i - 1] == "in" and low[i + 1] in _FUNCTION:
            return Raw(i, i + 1, Shape.REFERENCE, value="FUTURE_REF")
        return None
    if word not in REFERENCES or (low[i + 1] == "-" and line.glued(i + 1)):
        return None
    if line.starts_big(i) and not line.word[i].isupper() and low[i - 1] not in _OPENERS:
        return None
    return Raw(i, i + 1, Shape.REFERENCE, value=REFERENCES[word])


def _unit_alone(line: Line, i: int) -> Raw | None:
    """*for years*, *hours later*, *weeks ago*, *year-end*, *year-ago*."""
    low = line.low
    word = low[i]
    if line.starts_big(i) and not line.word[i].isupper() and low[i - 1] not in ("", ".", "“", '"'):
        return None
    unit = UNITS[word]
    if low[i + 1] in ("’s", "'s") and low[i + 2] == "end" and word in ("year", "month", "week", "quarter"):
        return Raw(i, i + 3, Shape.SHIFT, unit=unit, shift=0, mod="END")
    if low[i - 1] == "all" and word in ("day", "week", "month", "year", "night", "summer", "weekend"):
        return Raw(i - 1, i + 1, Shape.DURATION, unit=unit, value=period(1.0, unit))
    if word in ("year", "month", "quarter") and low[i + 1] in ("-", "end") and (low[i + 1] == "end" or line.glued(i + 1)):
        last = i + 1 if low[i + 1] == "end" else i + 2
        if low[last] == "end":
            return Raw(i, last + 1, Shape.SHIFT, unit=unit, shift=0, mod="END")
        if low[last] in ("ago", "earlier") and word == "year":
            return Raw(i, last + 1, Shape.SHIFT, unit=unit, shift=-1)
        return None
    if word not in PLURAL_UNITS or word not in UNITS or unit in (*PART_UNITS, "TS", "Q", "WE"):
        return None
    if low[i + 1] == "-" and low[i + 2] in ("old", "long") and line.glued(i + 1):
        return Raw(i, i + 3, Shape.DURATION, unit=unit, value=period(None, unit))
    raw = Raw(i, i + 1, Shape.DURATION, unit=unit, amount=None)
    from sayso.reading.times.amounts import pointed_to

    raw = pointed_to(line, raw)
    if raw.shape is Shape.SHIFT or low[i - 1] in ("for", "in", "over", "took", "take", "takes", "lasted", "within", "of", "spent", "spend", "spending"):
        return raw
    if low[i + 1] in ("of", "after", "before") or raw.event is not None:
        return raw
    return None


def _part(line: Line, i: int) -> Raw | None:
    """*morning* and the like alone mean no day that could be told; *dawn on Friday* does."""
    return None


_Reader = Callable[[Line, int], Raw | None]


def _shift(line: Line, i: int) -> Raw | None:
    return core(line, i)


_READERS: Final[dict[str, _Reader]] = {
    "article": _after_the,
    "position": _positioned,
    "approximate": _approximate,
    "reference": _reference,
    "frequent": frequent,
    "weekdays": plural_weekday,
    "unit": _unit_alone,
    "stretch": _stretch,
    "long": lambda line, i: Raw(i, i + 1, Shape.DURATION, value=LONG[line.low[i]]),
    **dict.fromkeys(
        "one vague number ordinal digit shift day tonight clock weekday short month season holiday code decades fiscal".split(),
        core,
    ),
}

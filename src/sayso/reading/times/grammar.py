"""From a line of words to the expressions of time in it: one pass, and at each word a bounded look ahead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sayso.reading.times import dates, pointers
from sayso.reading.times.amounts import period
from sayso.reading.times.calendars import HOLIDAYS
from sayso.reading.times.core import core, extended
from sayso.reading.times.lexer import Line
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.sets import frequent, plural_weekday
from sayso.reading.times.single import current, reference, unit_alone
from sayso.reading.times.words import (
    APPROXIMATE,
    COMPARED,
    FUNCTION,
    LONG,
    NOT_COMPARED,
    PARTS,
    PLURAL_UNITS,
    POSITIONS,
    SEASONS,
    STRETCHES,
    UNITS,
)
from sayso.reading.words import word_set

_QUOTES: Final = frozenset({"’", "'", "‘"})
_BEFORE_PART: Final = word_set("by from since until till around about at before after during this")
"""What stands before *mid-morning*, *late-afternoon* where it says when, and not before *a mid-morning snack*."""


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


def _after_the(line: Line, i: int) -> Raw | None:
    """An expression that begins with *the*."""
    low, at = line.low, i + 1
    kind = line.kind[at]
    if kind is None:
        decade = low[at] in _QUOTES and line.kind[at + 1] == "digit" and line.glued(at + 1)
        raw = dates.calendar(line, at + 1) if decade else None
        if low[at] == "moment" and low[i - 1] == "at" and low[at + 1] in FUNCTION:
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
        if raw is None and low[at] in ("past", "present") and low[at + 1] in FUNCTION:
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
        if low[at + 1] in ("-", "‑") and low[at + 2] == "long":  # *the month-long fair*: without *the*
            return unit_alone(line, at)
        raw = pointers.after_event(line, at) or _bare_unit(line, at)
    elif kind in ("ordinal", "season", "decades", "digit", "number", "vague"):
        raw = core(line, at)
        if raw is not None and not _belongs(line, raw):
            return raw
    elif kind == "part":
        raw = pointers.after_event(line, at)
        if raw is None and low[at] in ("mornings", "evenings", "afternoons", "nights"):
            return Raw(i, at + 1, Shape.SET, value=f"XXXX-XX-XXT{PARTS[low[at]]}") if low[i - 1] == "in" else None
        if raw is None and low[i - 1] in ("in", "during", "throughout") and low[at + 1] in FUNCTION:
            raw = Raw(at, at + 1, Shape.SHIFT, unit="D", shift=0, part=PARTS[low[at]], narrative=True)
        elif raw is None and low[at + 1] == "of":
            inner = core(line, line.skip(at + 2, "the"))
            if (
                inner is not None
                and (inner.day or inner.weekday or inner.unit == "D")
                and inner.part is None
                and inner.hour is None
            ):
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
    """Whether *the* before the core is part of its noun phrase: not in *the 2012 election*, *the 40-year-old*."""
    low = line.low
    if raw.shape is Shape.DURATION:
        return "-" not in low[raw.first : raw.last] and low[raw.last - 1] in PLURAL_UNITS
    if raw.year is not None and raw.month is None and raw.season is None and raw.quarter is None and raw.half is None:
        return False
    if raw.day is not None and low[raw.first + 1] == "/":
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
    if unit == "WE" and low[at] == "weekend" and (low[at + 1] in FUNCTION or low[at + 1] in ("after", "before")):
        return Raw(at, at + 1, Shape.SHIFT, unit="WE", shift=None, narrative=False)
    if (
        low[at] in ("quarter", "year")
        and before in ("for", "in", "during", "of")
        and low[at + 1] in FUNCTION - {"of", "in"}
    ):
        return Raw(at, at + 1, Shape.SHIFT, unit=unit, shift=0, narrative=unit == "Q")
    if low[at] in PLURAL_UNITS and before in ("over", "through", "throughout") and unit in ("Y", "DE", "M", "W"):
        return Raw(at, at + 1, Shape.DURATION, unit=unit, value=period(None, unit))
    return None


def _stretch(line: Line, at: int) -> Raw | None:
    """*end of 1999*, *beginning of next week*, *middle of the month*, *turn of the century*; at the noun."""
    low = line.low
    if low[at + 1] != "of" or (
        line.starts_big(at) and not line.word[at].isupper() and low[at - 1] == "the" and line.word[at - 1][0].islower()
    ):
        return None
    mod = STRETCHES[low[at]]
    place = at + 2
    if low[at] == "turn":
        if low[place : place + 2] != ["the", "century"]:
            return None
        return Raw(at, place + 2, Shape.SHIFT, unit="CE", shift=0, mod=mod)
    if (
        low[place] in ("the", "this", "that")
        and low[place + 1] in ("day", "week", "month", "year", "quarter", "decade", "century")
        and low[place + 2] not in ("before", "after")
    ):
        raw = Raw(
            at,
            place + 2,
            Shape.SHIFT,
            unit=UNITS[low[place + 1]],
            shift=0,
            narrative=low[place] == "that" or low[place + 1] not in ("year", "decade", "century"),
            mod=mod,
        )
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
    if word == "early" and low[at : at + 2] == ["hours", "of"]:
        inner = core(line, at + 2)
        if inner is None or inner.timed or not (inner.weekday or inner.day or inner.unit == "D"):
            return None
        inner.first, inner.part, inner.mod = i, "MO", "START"
        return inner
    loose = word in ("earlier", "later", "late", "early") and low[at] in ("on", "in")
    place = at + 1 if loose else at
    if loose and low[at] == "in" and low[place] == "the":
        if (
            low[place + 1] in ("day", "week", "month", "year", "season", "decade", "century", "quarter")
            and low[place + 1] in UNITS
            and low[place + 2] in FUNCTION
        ):
            return Raw(
                i,
                place + 2,
                Shape.SHIFT,
                unit=UNITS[low[place + 1]],
                shift=0,
                narrative=low[place + 1] != "year",
                mod=POSITIONS[word] or None,
            )
        return None
    kind = line.kind[place]
    raw: Raw | None
    if kind == "article" and word in ("earlier", "later") and low[place + 1] in ("same", "next", "following"):
        raw = _after_the(line, place)
    elif kind in ("season", "part") and low[place] in (SEASONS if kind == "season" else PARTS):
        raw = Raw(place, place + 1, season=SEASONS[low[place]]) if kind == "season" else None
        if (
            kind == "part"
            and word in ("early", "late", "mid")
            and low[place] in ("morning", "afternoon", "evening")
            and (low[i - 1] in ("the", "in") or (place > i + 1 and low[i - 1] in _BEFORE_PART))
        ):
            raw = Raw(place, place + 1, Shape.SHIFT, unit="D", shift=0, part=PARTS[low[place]], narrative=True)
        elif kind == "season":
            raw = dates.with_year(line, raw, place + 1) if raw is not None else None
    elif kind in (
        "weekday",
        "short",
        "month",
        "digit",
        "shift",
        "day",
        "ordinal",
        "decades",
        "holiday",
        "code",
        "number",
        "fiscal",
    ):
        raw = core(line, place)
    elif low[place] in _QUOTES and line.kind[place + 1] == "digit" and line.glued(place + 1):
        raw = dates.calendar(line, place + 1)
        raw = raw if raw is not None and raw.decade is not None else None
    else:
        return None
    if raw is None or raw.shape not in (Shape.CALENDAR, Shape.SHIFT) or raw.event is not None:
        return None
    if (
        loose
        and low[at] == "in"
        and not ((raw.year is not None and raw.day is None) or (raw.month is not None and raw.day is None))
    ):
        return None
    if raw.shape is Shape.CALENDAR and not raw.dated and raw.part is None:
        return None
    if (
        word in ("earlier", "later")
        and raw.unit is None
        and not (raw.weekday or raw.day or raw.month or raw.year or raw.season or raw.part)
    ):
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
    kind = line.kind[at]
    if kind not in ("digit", "number", "vague", "one", "clock"):
        return None
    raw = core(line, at)
    if raw is None or (
        "-" in low[at : raw.last] and raw.shape is Shape.DURATION and low[raw.last - 1] in ("old", "long")
    ):
        return None
    if low[i] in ("over", "under") and raw.shape is Shape.DURATION and kind != "one" and (raw.amount or 0) < 10:
        return None
    if (
        raw.shape is Shape.CALENDAR
        and raw.hour is None
        and not (raw.year is not None and raw.month is None and low[i] in ("around", "circa", "about"))
    ):
        return None
    if raw.shape is Shape.CALENDAR and low[i] in ("over", "under", "at", "up"):
        return None
    raw.first = i
    if raw.mod is None:
        raw.mod = (
            {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod, mod)
            if raw.shape is Shape.SHIFT and raw.shift and raw.shift < 0
            else mod
        )
    return raw


_Reader = Callable[[Line, int], Raw | None]


_READERS: Final[dict[str, _Reader]] = {
    "article": _after_the,
    "position": _positioned,
    "approximate": _approximate,
    "reference": reference,
    "frequent": frequent,
    "weekdays": plural_weekday,
    "unit": unit_alone,
    "stretch": _stretch,
    "shift": lambda line, i: core(line, i) or current(line, i),
    "long": lambda line, i: Raw(i, i + 1, Shape.DURATION, value=LONG[line.low[i]]),
    **dict.fromkeys(
        [
            "one",
            "vague",
            "number",
            "ordinal",
            "digit",
            "day",
            "tonight",
            "clock",
            "weekday",
            "short",
            "month",
            "season",
            "holiday",
            "code",
            "decades",
            "fiscal",
        ],
        core,
    ),
}

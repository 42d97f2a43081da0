"""From what the expressions say to what they mean, in the order of the text: each from the anchor that is its own."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sayso.reading.times import events
from sayso.reading.times.calendars import day_of, holiday, moved, season_year, unit_value
from sayso.reading.times.fields import ATTACKS, calendar, clocked
from sayso.reading.times.meaning import GRAINS, PUBLISHED, Known, Meaning
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.words import SEASON_STARTS
from sayso.reading.times.years import origin
from sayso.reading.tokens import Tokens
from sayso.records import TimeType

_TYPES: Final = {Shape.DURATION: TimeType.DURATION, Shape.SET: TimeType.SET, Shape.REFERENCE: TimeType.DATE}
_HOURS: Final = {"TH": 3600, "TM": 60, "TS": 1}


def meanings(raws: list[Raw], tokens: Tokens, published: date | None, day_first: bool | None) -> list[Meaning]:
    """The meaning of every expression, in order."""
    now = published.date() if isinstance(published, datetime) else published
    where: str | int | None = PUBLISHED if now is not None else None
    pinned = None
    if now is None:
        pinned = origin(raws, tokens)
        if pinned is not None:
            now, where = pinned.day, pinned.raw
    known = Known(tokens, raws, now, where, _order(raws, day_first))
    for number, raw in enumerate(raws):
        meaning = _meaning(raw, known)
        if pinned is not None and pinned.raw == number:
            meaning.note, meaning.anchor = pinned.note, None
        meaning.mod = raw.mod
        known.told.append(meaning)
        _remember(raw, meaning, number, known)
    return known.told


def _order(raws: list[Raw], day_first: bool | None) -> bool | None:
    """Whether numeric dates have the day first: by those of the text that fit only one way, else by the outlet."""
    for raw in raws:
        if raw.value == "numeric" and raw.month is not None and raw.day is not None:
            if raw.month > 12:
                return True
            if raw.day > 12:
                return False
    return day_first


def _meaning(raw: Raw, known: Known) -> Meaning:
    if raw.shape is Shape.CALENDAR:
        return calendar(raw, known)
    if raw.shape is Shape.SHIFT:
        return _shifted(raw, known)
    grain = "" if raw.shape is not Shape.DURATION else raw.unit or ""
    by = {Shape.DURATION: "rule: amount", Shape.SET: "rule: again and again", Shape.REFERENCE: "rule: reference"}[
        raw.shape
    ]
    return Meaning(_TYPES[raw.shape], raw.value, by, grain=grain)


def _remember(raw: Raw, meaning: Meaning, number: int, known: Known) -> None:
    """Keep what later expressions may be reckoned from."""
    if meaning.type not in (TimeType.DATE, TimeType.TIME) or meaning.day is None:
        return
    if meaning.by != ATTACKS:  # names a happening, which the story does not go on from
        known.last = number
    if meaning.grain == "D":
        known.weekdays[meaning.day.isoweekday()] = number
    events.note(raw, number, known)


def _shifted(raw: Raw, known: Known) -> Meaning:
    """The meaning of a pointer: so many units from its anchor."""
    if raw.value:
        return Meaning(TimeType.DATE, raw.value, "rule: amount to a point", "the text gives no number")
    if raw.event is not None:
        return events.after(raw, known, calendar)
    beside = _told_beside(raw, known)
    if beside is not None:
        return beside
    anchor, where = _anchor(raw, known)
    if raw.weekday is not None or raw.month is not None or raw.season is not None or raw.holiday is not None:
        return _named(raw, known, anchor, where)
    if raw.unit == "TH" and raw.shift and raw.shift % 24 == 0:
        raw.unit, raw.shift = "D", raw.shift // 24
        anchor, where = _anchor(raw, known)
    unit = raw.unit or "D"
    if unit in _HOURS:
        return _hours(raw, known, where)
    if anchor is None:
        open_value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(
            unit, "XXXX"
        )
        note = "no date of publication" if not raw.narrative else "no date is told that it could be reckoned from"
        return clocked(raw, Meaning(TimeType.DATE, open_value, "rule: so long from an anchor", note))
    return _by_unit(raw, unit, anchor, where)


def _told_beside(raw: Raw, known: Known) -> Meaning | None:
    """*170 years later, in 1896*: the date that follows says it."""
    number = len(known.told) + 1
    if not raw.narrative or number >= len(known.raws) or raw.unit not in ("D", "W", "M", "Y"):
        return None
    following = known.raws[number]
    between = known.tokens.lower[raw.last : following.first]
    if between not in ([",", "in"], [",", "on"]) or following.shape is not Shape.CALENDAR or following.timed:
        return None
    base = calendar(following, known)
    if base.day is None or GRAINS.get(base.grain, 9) > GRAINS[raw.unit]:
        return None
    return Meaning(
        TimeType.DATE, unit_value(base.day, raw.unit), "rule: the date beside it", "", number, base.day, raw.unit
    )


def _by_unit(raw: Raw, unit: str, anchor: date, where: str | int | None) -> Meaning:
    count = raw.shift or 0
    by = "rule: so long from the date told of" if raw.narrative else "rule: so long from the day of writing"
    if unit in ("FN",):
        unit, count = "W", 2 * count
    if unit == "WE":
        day = anchor + timedelta(days=6 - anchor.isoweekday())
        if raw.shift is None and anchor.isoweekday() < 4:
            day = moved(day, "W", -1)
        day = moved(day, "W", count)
    elif unit in ("MO", "AF", "EV", "NI"):
        day = moved(anchor, "D", count)
        raw.part, unit = raw.part or unit, "D"
    elif unit in ("DE", "CE", "ML"):
        day = moved(anchor, "Y", count * {"DE": 10, "CE": 100, "ML": 1000}[unit])
    else:
        day = moved(anchor, unit, count)
    meaning = Meaning(TimeType.DATE, unit_value(day, unit), by, "", where, day, unit)
    return clocked(raw, meaning) if unit == "D" else meaning


def _anchor(raw: Raw, known: Known) -> tuple[date | None, str | int | None]:
    """The day that a pointer is reckoned from, and what says so."""
    if raw.narrative:
        told = known.narrative(raw)
        unit = raw.unit if raw.unit in GRAINS else "Y" if (raw.season or raw.month) and not raw.day else "D"
        if told is not None and told.day is not None and GRAINS.get(told.grain, 9) <= GRAINS[unit or "D"]:
            return told.day, known.last
        if raw.amount is not None and ((raw.shift or 0) > 0 or (told is not None and told.day is not None)):
            return None, None
    return known.now, known.origin


def _hours(raw: Raw, known: Known, where: str | int | None) -> Meaning:
    """*two hours ago*: on the day of its anchor; the hour is that of an hour told of just before, else left open."""
    told = known.narrative(raw) if raw.narrative else None
    if told is not None and told.clock is not None and raw.shift is not None:
        then = told.clock + timedelta(seconds=raw.shift * _HOURS[raw.unit or "TH"])
        value, by = then.isoformat(timespec="minutes"), "rule: so long from the hour told of"
        return Meaning(TimeType.TIME, value, by, "", known.last, then.date(), "D", clock=then)
    anchor, _ = _anchor(raw, known)
    day = "XXXX-XX-XX" if anchor is None else anchor.isoformat()
    return Meaning(
        TimeType.TIME, f"{day}TXX", "rule: so long from an anchor", "the hour is not told", where, anchor, "D"
    )


def _named(raw: Raw, known: Known, anchor: date | None, where: str | int | None) -> Meaning:
    """*last Friday*, *next May*, *this summer*, *Friday of last week*, *last Christmas*."""
    shift = raw.shift or 0
    if anchor is None:
        return _open(raw)
    if raw.weekday is not None:
        return clocked(raw, _weekday(raw, anchor, where, known.origin))
    if raw.holiday is not None:
        days = [each for each in (holiday(raw.holiday, anchor.year + n) for n in (-1, 0, 1, 2)) if each is not None]
        day = _beside(days, anchor, shift)
        return clocked(
            raw, Meaning(TimeType.DATE, day.isoformat(), "rule: holiday from an anchor", "", where, day, "D")
        )
    month = raw.month or SEASON_STARTS[raw.season or "SP"]
    if raw.month is not None and raw.day is not None:
        days = [
            each for each in (day_of(anchor.year + n, raw.month, raw.day) for n in (-1, 0, 1, 2)) if each is not None
        ]
        day = _beside(days, anchor, shift) if days else anchor
        return clocked(raw, Meaning(TimeType.DATE, day.isoformat(), "rule: day from an anchor", "", where, day, "D"))
    if raw.month is not None:
        year = anchor.year
        if shift < 0:
            year -= anchor.month <= month
        elif shift > 0:
            year += anchor.month >= month - 1
        elif raw.narrative and where == known.origin:
            year -= month > anchor.month
        return Meaning(
            TimeType.DATE,
            f"{year:04d}-{month:02d}",
            "rule: month from an anchor",
            "",
            where,
            day_of(year, month, 1),
            "M",
        )
    year = season_year(anchor, raw.season or "")
    started = anchor.month >= month or (raw.season == "WI" and anchor.month < 3)
    over = started and not (month <= anchor.month < month + 3) and not (raw.season == "WI" and anchor.month in (1, 2))
    if shift < 0:
        year -= not over
    elif shift > 0:
        year += started
    return Meaning(
        TimeType.DATE, f"{year:04d}-{raw.season}", "rule: season from an anchor", "", where, day_of(year, month, 1), "S"
    )


def _weekday(raw: Raw, anchor: date, where: str | int | None, known_now: str | int | None) -> Meaning:
    shift = raw.shift or 0
    monday = anchor - timedelta(days=anchor.isoweekday() - 1)
    weekday = raw.weekday or 1
    if raw.unit == "D":  # *this coming Friday* is the next one, *next Friday* that of next week
        day = anchor + timedelta(days=(weekday - anchor.isoweekday()) % 7 or 7)
    elif raw.unit == "W" or (shift > 0 and not raw.narrative):
        day = monday + timedelta(days=7 * shift + weekday - 1)
    elif shift == 0 and not raw.narrative:
        day = monday + timedelta(days=weekday - 1)
    elif shift == 0 and where == known_now:
        day = anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7)
    elif shift >= 0:
        day = anchor + timedelta(days=(weekday - anchor.isoweekday()) % 7 or (7 if shift else 0))
    else:
        day = anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7 or 7)
    return Meaning(TimeType.DATE, day.isoformat(), "rule: weekday from an anchor", "", where, day, "D")


def _beside(days: list[date], anchor: date, shift: int) -> date:
    """The last of the days before the anchor, the next after it, or that of the same year."""
    if shift < 0:
        return max((day for day in days if day < anchor), default=days[0])
    if shift > 0:
        return min((day for day in days if day > anchor), default=days[-1])
    return next((day for day in days if day.year == anchor.year), days[0])


def _open(raw: Raw) -> Meaning:
    note = "no date that it could be reckoned from"
    if raw.weekday is not None:
        return clocked(raw, Meaning(TimeType.DATE, f"XXXX-WXX-{raw.weekday}", "rule: weekday from an anchor", note))
    if raw.month is not None:
        return Meaning(
            TimeType.DATE,
            f"XXXX-{raw.month:02d}" + (f"-{raw.day:02d}" if raw.day else ""),
            "rule: month from an anchor",
            note,
        )
    return Meaning(
        TimeType.DATE, f"XXXX-{raw.season}" if raw.season else "XXXX-XX-XX", "rule: season from an anchor", note
    )

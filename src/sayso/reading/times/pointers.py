"""Expressions that point: *last week*, *this Friday*, *the following day*, *the past 24 hours*, *the day after his arrest*."""

from __future__ import annotations

from typing import Final

from sayso.reading.times import dates
from sayso.reading.times.amounts import number, period
from sayso.reading.times.calendars import HOLIDAYS
from sayso.reading.times.lexer import Line
from sayso.reading.times.numerals import day_at, year_at
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.words import (
    FROM_THE_NARRATIVE,
    PART_UNITS,
    PARTS,
    PLURAL_UNITS,
    SEASONS,
    SHIFTS,
    UNITS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)
from sayso.reading.words import word_set

_OVER: Final = word_set("over within in for during throughout than across of")
_ACCOUNTS: Final = word_set(
    "results result profit profits loss losses earnings revenue revenues sales net figures growth income pretax turnover"
)
"""What a company has of a half year; *first-half goals* are a match's."""
_YEAR_SORTS: Final = word_set("fiscal financial school academic tax calendar business")
_OF_WHOLE: Final = {"W": "W", "D": "D", "Y": "Y", "M": "M", "WE": "WE"}
_PRONOUNS: Final = word_set("he she it they we i you this these those there")
_SAYING: Final = word_set(
    "said says say appears appeared hoping hope hoped announced announcing reported told believe believed think know"
)
EVENT_WORDS = 6
"""Most words of the noun phrase that an expression is reckoned from (*the day after the long-awaited first vote*)."""
_PHRASE_ENDS: Final = (
    word_set(
        ". , ; : ? ! ( ) [ ] ” “ ’ ' – — … in on at by to from for with that which who when while and or but is was are "
        "were has had have will would could should may might can said says as after before if because until since"
    )
    | {'"'}
    | {""}
)


def pointed(line: Line, i: int, article: bool) -> Raw | None:
    """An expression that begins with *last*, *this*, *the following* … at `i`; `article` tells that *the* stands before."""
    low = line.low
    word = low[i]
    at = i + 1
    if low[at] == "very" or (
        word in ("this", "these", "the", "that", "those")
        and low[at] in ("past", "last", "coming", "same", "current", "next")
    ):
        if low[at] != "very":
            word = low[at]
        at += 1
    shift = SHIFTS[word]
    narrative = word in FROM_THE_NARRATIVE
    this_past = low[i] == "this" and word in ("past", "last", "coming")
    many = _counted(line, i, at, word)
    if many is not None:
        return many
    if low[at] in _YEAR_SORTS and low[at + 1] in ("year", "quarter"):
        at += 1
    kind, name = line.kind[at], low[at]
    if name in UNITS and kind in ("unit", "part") and name not in PLURAL_UNITS:
        raw = Raw(i, at + 1, Shape.SHIFT, unit=UNITS[name], shift=shift, narrative=narrative)
        if this_past and raw.unit in ("W", "WE", "M", "Y"):
            return raw
        if word == "this" and raw.unit == "D" and low[i - 1] == "to":
            return Raw(i, at + 1, Shape.REFERENCE, value="PRESENT_REF")
        return _unit(line, raw, word, article)
    if word == "past" and not this_past and kind in ("month", "weekday", "holiday"):
        return None
    if word == "that" and kind in ("weekday", "month") and (low[at + 1] in ("’s", "'s") or low[i - 1] in _SAYING):
        return None
    if article and word not in ("same", "following", "previous", "next", "coming", "last", "past"):
        return None
    if (
        kind in ("weekday", "month", "season")
        and not article
        and word in ("following", "previous", "preceding", "subsequent", "prior")
    ):
        return None
    if (kind == "weekday" and line.word[at][0].isupper()) or (kind == "short" and low[at + 1] == "."):
        weekday = WEEKDAYS.get(name) or WEEKDAY_SHORT[name]
        unit = "D" if word in ("coming", "upcoming") else None
        last = at + 1 + (kind == "short")
        return Raw(i, last, Shape.SHIFT, weekday=weekday, unit=unit, shift=shift, narrative=narrative)
    if kind in ("month", "holiday", "season") or name in HOLIDAYS:
        found = (
            dates.calendar(line, at)
            if kind != "season" or name not in SEASONS
            else Raw(at, at + 1, season=SEASONS[name])
        )
        if found is None or (found.year is not None and word == "this"):
            return None
        found.first, found.shift, found.narrative = i, shift, narrative
        found.shape = Shape.SHIFT if found.year is None else Shape.CALENDAR
        return found
    if kind == "ordinal" and word in ("this", "last", "next") and low[at + 1] == "quarter":
        return None
    if name in PARTS and word in ("this", "that", "last", "next", "same", "following", "previous"):
        return Raw(
            i,
            at + 1,
            Shape.SHIFT,
            unit="D",
            shift=0 if word in ("last", "this") else shift,
            part=PARTS[name],
            narrative=narrative,
        )
    return None


def _unit(line: Line, raw: Raw, word: str, article: bool) -> Raw | None:
    """*last week*, *the next day*, *that night*; *the last week* is a stretch, as in *in the last week*."""
    low, unit = line.low, raw.unit or "D"
    before = low[raw.first - 1 - article]
    after = low[raw.last]
    if unit in ("TH", "TM", "TS") or word in ("these", "those", "recent"):
        if word in ("last", "past", "next") and unit == "TH" and article:
            return _stretch(raw)
        return None
    if word == "present":
        if unit == "D" and article:
            return Raw(raw.first, raw.last, Shape.REFERENCE, value="PRESENT_REF")
        return None
    if word == "that" and (unit not in ("D", "W", "M", "Y", *PART_UNITS, "WE", "Q") or before in ("so", "said")):
        return None
    if word == "same" and not (article or low[raw.first] in ("that", "this")):
        return None
    if word == "same" and unit in ("Q", "M"):
        back = 2 if low[raw.last : raw.last + 2] == ["last", "year"] else 0
        back = 3 if low[raw.last : raw.last + 2] == ["a", "year"] and low[raw.last + 2] in ("ago", "earlier") else back
        if back:
            raw.last, raw.shift = raw.last + back, -4 if unit == "Q" else -12
        return raw
    if word in ("this", "that", "last", "next", "following", "previous", "same") and unit in PART_UNITS:
        night = word == "last"
        raw.part, raw.unit = unit, "D"
        raw.shift = -1 if night else raw.shift
        raw.narrative = raw.narrative or word == "next"
        return raw if article is False or word in ("following", "previous", "same", "next") else None
    if unit in PART_UNITS:
        return None
    if after == "of" and word == "last":
        return _of_whole(line, raw, -1) or None
    if article and word in ("last", "past") and not (word == "last" and unit == "Q"):
        return _stretch(raw)
    if article and word in ("next", "coming"):
        if unit != "D" and (before in _OVER or unit in ("DE", "CE")):
            return _stretch(raw)
        raw.narrative = word == "next"
        return raw
    if word == "past" and unit != "DE":
        return _stretch(raw) if unit != "Q" else raw
    if word in ("last", "next") and unit == "D" and not article:
        return raw if word == "next" else None
    if (
        word
        in ("following", "subsequent", "preceding", "ensuing", "prior", "previous", "upcoming", "coming", "current")
        and not article
    ):
        return raw if word in ("prior", "current") else None
    return raw


def _stretch(raw: Raw) -> Raw:
    raw.shape, raw.value = Shape.DURATION, period(1.0, raw.unit or "D")
    raw.amount = 1.0
    return raw


def _counted(line: Line, i: int, at: int, word: str) -> Raw | None:
    """*the past 24 hours*, *the next few days*, *recent years*, *these days*."""
    low = line.low
    if word in (
        "these",
        "those",
        "recent",
        "past",
        "coming",
        "last",
        "previous",
        "next",
        "following",
        "preceding",
        "prior",
        "upcoming",
        "ensuing",
        "subsequent",
        "this",
    ):
        if low[at] in PLURAL_UNITS and low[at] in UNITS and word != "this":
            if word in ("these", "those") and low[at] == "days":
                ref = "PRESENT_REF" if word == "these" else "PAST_REF"
                return Raw(i, at + 1, Shape.REFERENCE, value=ref)
            if word == "those":
                return None
            return Raw(i, at + 1, Shape.DURATION, unit=UNITS[low[at]], value=period(None, UNITS[low[at]]))
        if line.kind[at] not in ("digit", "number", "vague") or low[at] == "half":
            return None
        found = number(line, at)
        place = line.skip(found[1], "full", "calendar", "consecutive", "or", "so") if found is not None else 0
        if found is not None and low[place] in UNITS and (low[place] in PLURAL_UNITS or found[0] == 1):
            unit = UNITS[low[place]]
            return Raw(i, place + 1, Shape.DURATION, unit=unit, amount=found[0], value=period(found[0], unit))
    return None


def ordinal(line: Line, i: int, article: bool) -> Raw | None:
    """*third quarter of 2015*, *first half*, *20th century*, *the first week of May*, *the second day*; at the ordinal."""
    low = line.low
    day = day_at(line, i)
    last = low[i] in ("last", "final")
    if last:
        which, at = -1, i + 1
    elif day is not None:
        which, at = day
        if line.kind[i] == "digit" and at == i + 1:
            return None
    else:
        return None
    hyphen = low[at] in ("-", "‑") and line.glued(at)
    place = at + hyphen
    place = line.skip(place, "fiscal", "full", "calendar", "financial")
    name = low[place]
    if name == "quarter" and 1 <= which <= 4 and low[place + 1] not in ("mile", "final", "-"):
        return _with_whole(line, Raw(i, place + 1, quarter=which, head=place))
    if which == 1 and article and not hyphen and line.kind[at] in ("digit", "number", "vague") and low[at] != "half":
        found = number(line, at)
        if found is not None and low[found[1]] in PLURAL_UNITS and low[found[1]] in UNITS and low[i] == "first":
            unit = UNITS[low[found[1]]]
            return Raw(i, found[1] + 1, Shape.DURATION, unit=unit, amount=found[0], value=period(found[0], unit))
    if name == "half" and which in (1, 2) and low[place + 1] == "of" and line.kind[place + 2] == "month":
        month = dates.calendar(line, place + 2)
        if month is not None and month.day is None:
            month.first, month.mod = i, "START" if which == 1 else "END"
            return month
    if name == "half" and which in (1, 2) and (article or hyphen):
        raw = _with_whole(line, Raw(i, place + 1, half=which, head=place))
        dated = raw.year is not None or raw.shift is not None or low[place + 1 : place + 4] == ["of", "the", "year"]
        return raw if dated or (hyphen and low[place + 1] in _ACCOUNTS) else None
    if name == "half" and which in (1, 2):
        return None
    if name == "century" and which > 0:
        raw = Raw(i, place + 1, century=which - 1)
        era = dates.era_at(line, place + 1)
        if era is not None:
            raw.last, raw.value = era[1], f"{'BC' if era[0] else ''}{which - 1:02d}"
        return raw
    if name in ("week", "day", "weekend") and low[place + 1] == "of" and not hyphen:
        return _of_whole(line, Raw(i, place + 1, Shape.CALENDAR, unit=UNITS[name]), which)
    if name in WEEKDAYS and low[place + 1] in ("in", "of") and line.word[place][0].isupper():
        month = dates.calendar(line, place + 2) if line.kind[place + 2] == "month" else None
        if month is not None and month.day is None:
            month.first, month.weekday, month.week = i, WEEKDAYS[name], which
            return month
    return None


def _with_whole(line: Line, raw: Raw) -> Raw:
    """The quarter or half with its year: *of 2015*, *2015*, *of last year*, *of the year*."""
    low, at = line.low, line.skip(raw.last, "of", "in")
    at = line.skip(at, "fiscal") if low[at] == "fiscal" and low[at + 1] != "year" else at
    year = year_at(line, at, True)
    if year is not None:
        raw.year, raw.last = year, at + 1
    elif at > raw.last and low[at] in ("last", "this", "next") and low[at + 1] == "year":
        raw.unit, raw.shift, raw.last = "Y", SHIFTS[low[at]], at + 2
    elif at > raw.last and low[at] == "the" and low[at + 1] == "year" and low[at - 1] == "of":
        raw.last = at + 2
    return raw


def _of_whole(line: Line, raw: Raw, which: int) -> Raw | None:
    """*the first week of May*, *the last day of 2015*: a week or day by its number within a month or year."""
    at = line.skip(raw.last + 1, "the")
    found = dates.calendar(line, at) if line.kind[at] in ("month", "digit") else None
    if found is None or found.day is not None or found.part is not None:
        return None
    raw.month, raw.year, raw.week, raw.last = found.month, found.year, which, found.last
    raw.shape, raw.shift = Shape.CALENDAR, None
    return raw


def after_event(line: Line, i: int) -> Raw | None:
    """*day after his arrest*, *night before the vote*, *day before yesterday*; at the unit, *the* stands before."""
    low = line.low
    unit = UNITS.get(low[i])
    if unit not in ("D", "W", "M", "Y", *PART_UNITS) or low[i] in PLURAL_UNITS or low[i + 1] not in ("after", "before"):
        return None
    sign = 1 if low[i + 1] == "after" else -1
    if low[i + 2] in ("yesterday", "tomorrow") and unit == "D":
        return Raw(i, i + 3, Shape.SHIFT, unit="D", shift=2 * sign)
    raw = Raw(i, i + 2, Shape.SHIFT, unit=unit, shift=sign, narrative=True)
    if unit in PART_UNITS:
        raw.part, raw.unit = unit, "D"
    if low[i + 2] == "that":
        raw.last = i + 3
        return raw
    last = i + 2
    while (
        last < i + 2 + EVENT_WORDS and low[last] not in _PHRASE_ENDS and not (last > i + 2 and low[last] in _PRONOUNS)
    ):
        last += 1
        if low[last] in ("’s", "'s"):
            last += 1
    inner = dates.calendar(line, i + 2)
    if inner is not None and (inner.day or inner.weekday or inner.holiday):
        raw.of, raw.event, raw.last = inner, (inner.first, inner.last), inner.last
        return raw
    if last > i + 2:
        raw.event, raw.last = (i + 2, last), last
    return raw

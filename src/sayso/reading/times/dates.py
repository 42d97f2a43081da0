"""Calendar dates: *Saturday, January 9, 2016*, *9 January*, *01/02/2016*, *Q3*, *the 1990s*, *Labor Day*, *mid-2015*."""

from __future__ import annotations

from typing import Final

from sayso.reading.times import calendars
from sayso.reading.times.lexer import Line
from sayso.reading.times.numerals import CURRENCY, day_at, full_year, month_at, year_at
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.words import (
    COUNTED,
    DAY_LENGTHS,
    DECADES,
    PREPOSITIONS,
    SEASONS,
    SHIFTS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)
from sayso.reading.words import word_set

_DASHES: Final = word_set("- – — ‑ /")
_CHRISTMAS: Final = word_set("island tree trees card cards carol carols gift gifts present presents shopping lights")
_DEGREES: Final = word_set("reach reached reaching hit into temperature temperatures highs lows")
_POSSESSIVE: Final = word_set("his her their my our your its")
_BEFORE_MAY: Final = (PREPOSITIONS - {"and", "or", "than", "past"}) | word_set(
    "last next this previous following every each"
)
_AFTER_SEASON: Final = word_set(
    "and or but to when while that which the a he she it they we i in at on for with by as was is were"
)
_OPENING: Final = frozenset({"“", '"', "‘", "'"})
_CLOSING: Final = frozenset({"”", '"', "’", "'"})
_TITLE_WORDS = 5
"""Most words before the weekday that a programme's name has."""


def _lone_month(line: Line, i: int, after: int) -> bool:
    """Whether a month with no day or year beside it is one: *May*, *March*, *April* and *August* are other things too."""
    low, word = line.low, line.word
    before = low[i - 1]
    if low[i] in ("may", "march"):
        if before == "the" and word[after].islower() and word[after].isalpha():
            return low[after] not in ("on", "for", "against", "of", "to", "was", "is", "and", "in")
        if before in ("and", "or", "to") and line.kind[i - 2] == "month":  # *between January and March*
            return not (word[after][:1].isupper() and len(word[after]) > 1)
        return before in _BEFORE_MAY and not (low[i] == "march" and low[after] in ("on", "for", "against"))
    if before in ("ms", "mr", "mrs"):
        return False
    if before == "the" or before in _POSSESSIVE:
        return word[after].islower() and low[after] not in ("of", "on")
    if low[i] in ("april", "june", "august", "jan", "dec", "mar", "jun") and before not in _BEFORE_MAY:
        return not (word[after][:1].isupper() and len(word[after]) > 1) and low[after] not in ("’s", "'s")
    return True


def calendar(line: Line, i: int) -> Raw | None:
    """A date at `i` by its calendar fields, without what may be joined to it (a time of day, a bracket)."""
    kind = line.kind[i]
    if kind in ("weekday", "short"):
        return _from_weekday(line, i)
    if kind in ("month", "holiday"):
        return holiday(line, i) or _from_month(line, i)
    if kind == "season":
        return _season(line, i)
    if kind == "code":
        return _code(line, i)
    if kind == "digit":
        return _from_digits(line, i)
    if kind == "ordinal" or line.low[i] in ("twenty", "thirty"):
        return _day_first(line, i)
    return None


def with_year(line: Line, raw: Raw, at: int) -> Raw:
    """The date with the year that follows it, with or without a comma or *of*."""
    for place in (at, at + 1) if line.low[at] in (",", "of") else (at,):
        year = year_at(line, place, True)
        if year is not None and not (line.low[at] == "," and line.low[place + 1] in COUNTED):
            raw.year, raw.last = year, place + 1
            return raw
    raw.last = at
    place = line.skip(at, "of")
    if line.low[place] in ("last", "this", "next") and line.low[place + 1] == "year" and raw.shift is None:
        raw.unit, raw.shift, raw.last = "Y", SHIFTS[line.low[place]], place + 2
    return raw


def _from_weekday(line: Line, i: int) -> Raw | None:
    low = line.low
    short = line.kind[i] == "short"
    if not line.word[i][0].isupper():
        return None
    if low[i + 1] in ("night", "morning") and line.word[i + 1].istitle() and line.starts_big(i + 2):
        return None
    if _ends_title(line, i):
        return None
    weekday = WEEKDAY_SHORT[low[i]] if short else WEEKDAYS[low[i]]
    at = i + 1
    if short:
        at = at + 1 if low[at] == "." and line.glued(at) else at
        comma = line.skip(at, ",")
        dated = month_at(line, comma) or (line.kind[comma] == "digit" and month_at(line, comma + 1))
        if not dated and not (
            low[i] not in ("sun", "sat", "mon", "wed") and low[i - 1] in ("on", "last", "next", "this", "by")
        ):
            return None
    raw = Raw(i, at, Shape.CALENDAR, weekday=weekday)
    place = line.skip(at, ",")
    place = line.skip(place, "the")
    full = _from_month(line, place, True) if line.kind[place] == "month" else None
    if full is None:
        full = _day_first(line, place) or _numeric(line, place)
    if full is None and place == at + 1 and low[at] == "the" and line.kind[place] == "digit":
        day = day_at(line, place)
        if day is not None and day[1] > place + (line.kind[place] == "digit"):
            full = Raw(place, day[1], day=day[0])
    if full is not None and full.day is not None:
        full.first, full.weekday, full.head = i, weekday, i
        return full
    return raw


def _ends_title(line: Line, i: int) -> bool:
    """Whether the weekday ends a name in quotation marks (*“Harbour Watch Sunday”*): then nothing else is between them but words
    that begin big, two or more."""
    low = line.low
    if low[line.skip(i + 1, ",", ".")] not in _CLOSING:
        return False
    first = i
    while first > i - _TITLE_WORDS and line.word[first - 1][:1].isalpha() and line.starts_big(first - 1):
        first -= 1
    return first < i and low[first - 1] in _OPENING


def _from_month(line: Line, i: int, sure: bool = False) -> Raw | None:
    found = month_at(line, i)
    if found is None:
        return None
    month, at = found
    low = line.low
    place = line.skip(at, "the")
    day = day_at(line, place)
    if day is not None and day[0] <= DAY_LENGTHS[month - 1] and _is_day(line, place, day[1]):
        raw = Raw(i, day[1], month=month, day=day[0])
        if low[day[1]] in _DASHES and line.low[day[1]] != "/":
            other = day_at(line, day[1] + 1)
            if other is not None and day[0] < other[0] <= 31 and line.kind[day[1] + 1] == "digit":
                raw.to_day = other[0]
                return with_year(line, raw, other[1])
        return with_year(line, raw, day[1])
    raw = with_year(line, Raw(i, at, month=month), at)
    if raw.year is None and low[at] in ("’", "'", "‘") and line.number(at + 1) and len(low[at + 1]) == 2:
        raw.year, raw.last = full_year(line.number(at + 1) or 0), at + 2
    if raw.year is None and not sure and not _lone_month(line, i, at):
        return None
    return raw


def _is_day(line: Line, place: int, after: int) -> bool:
    """Whether the number after a month is a day of it: *May 60 people* has none, nor has *March 10:30*."""
    if line.kind[place] == "digit" and after == place + 1:
        return not (
            line.low[after] in COUNTED
            or line.low[after] in ("%", "percent")
            or (
                line.low[after] in (".", ":")
                and line.glued(after)
                and line.low[after + 1][:1].isdigit()
                and line.glued(after + 1)
            )
        )
    return not (line.kind[place] == "ordinal" and line.kind[after] == "unit")


def _day_first(line: Line, i: int) -> Raw | None:
    """*9 January 2016*, *the 9th of January*."""
    day = day_at(line, i)
    if day is None:
        return None
    at = day[1]
    to_day = None
    if line.low[at] in ("-", "–") and line.kind[i] == "digit":
        other = day_at(line, at + 1)
        if other is not None and other[0] > day[0]:
            to_day, at = other[0], other[1]
    at = line.skip(at, "of")
    found = month_at(line, at)
    if found is None or day[0] > DAY_LENGTHS[found[0] - 1]:
        return None
    if (
        line.low[at] in ("may", "march")
        and at == i + 1
        and line.low[found[1]][:1].isalpha()
        and line.low[i - 1] not in PREPOSITIONS
    ):
        return None
    return with_year(line, Raw(i, found[1], month=found[0], day=day[0], to_day=to_day), found[1])


def _numeric(line: Line, i: int) -> Raw | None:
    """*2016-01-09*, *01/02/2016*, *1/2*; which of two numbers is the month, the resolver decides by the outlet."""
    low = line.low
    word = low[i]
    if line.kind[i] != "digit":
        return None
    if word.count(".") == 2:
        parts = word.split(".")
        return _three(line, Raw(i, i + 1), parts)
    mark = low[i + 1]
    if (
        mark not in ("-", "/")
        or not line.glued(i + 1)
        or not line.glued(i + 2)
        or (low[i - 1] in ("/", "-") and line.glued(i))
    ):
        return None
    if low[i + 3] == mark and line.glued(i + 3) and line.glued(i + 4):
        if low[i + 5] in ("-", "/") and line.glued(i + 5):
            return None
        return _three(line, Raw(i, i + 5), [word, low[i + 2], low[i + 4]])
    if mark == "/" and word == "9" and low[i + 2] == "11":
        return Raw(i, i + 3, year=2001, month=9, day=11)
    return None


def _three(line: Line, raw: Raw, parts: list[str]) -> Raw | None:
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    lengths = [len(part) for part in parts]
    a, b, c = (int(part) for part in parts) if max(lengths) <= 4 else (0, 0, 0)
    if lengths[0] == 4 and lengths[1] <= 2 and lengths[2] <= 2:
        raw.year, raw.month, raw.day = a, b, c
        if line.low[raw.last] == "t" and line.glued(raw.last) and ":" in line.low[raw.last + 1]:
            hours, minutes = line.low[raw.last + 1].split(":")[:2]
            raw.hour, raw.minute, raw.last = int(hours), int(minutes), raw.last + 2
            raw.last = line.skip(raw.last, "z")
    elif lengths[0] <= 2 and lengths[1] <= 2 and lengths[2] in (2, 4):
        raw.month, raw.day, raw.year = a, b, c if lengths[2] == 4 else full_year(c)
        raw.value = "numeric"
        if lengths[2] == 2 and "/" not in line.low[raw.first + 1]:
            return None
    else:
        return None
    if not 1 <= raw.month <= 31 or not 1 <= raw.day <= 31 or min(raw.month, raw.day) > 12:
        return None
    if raw.value != "numeric" and raw.month > 12:
        return None
    return raw


def _from_digits(line: Line, i: int) -> Raw | None:
    low = line.low
    word = low[i]
    if not line.glued(i) or low[i - 1] not in CURRENCY:
        found = _day_first(line, i) or _numeric(line, i)
        if found is not None:
            return found
    number = line.number(i)
    if number is None:
        return None
    if (
        low[i + 1] in ("s", "’s", "'s")
        and line.glued(i + 1)
        and len(word) == 4
        and number % 10 == 0
        and 1000 < number < 2100
    ):
        if low[i + 1] == "s" and number % 100 == 0 and number != 2000:
            return Raw(i, i + 2, century=number // 100)
        if low[i + 1] == "s" or line.low[i - 1] in ("the", "early", "late", "mid", "-"):
            return Raw(i, i + 2, decade=number // 10)
    if len(word) == 2 and low[i + 1] == "s" and line.glued(i + 1) and number % 10 == 0 and number >= 10:
        return _short_decade(line, i, number)
    if (
        len(word) == 2
        and low[i - 1] in ("’", "'", "‘")
        and line.glued(i)
        and low[i - 2] in ("in", "of", "since", "summer", "class")
    ):
        return Raw(i - 1, i + 1, year=full_year(number))
    era = era_at(line, i + 1)
    if era is not None:
        return Raw(i, era[1], value=f"BC{number:04d}" if era[0] else f"{number:04d}")
    if low[i - 1] == "ad" and line.word[i - 1].isupper():
        return Raw(i - 1, i + 1, value=f"{number:04d}")
    if low[i - 1] == "year" and low[i - 2] in ("the", "in") and 1 <= number <= 2199 and low[i + 1] not in COUNTED:
        return Raw(i, i + 1, year=number)
    return _from_year(line, i)


def era_at(line: Line, i: int) -> tuple[bool, int] | None:
    """Whether *BC* or the like stands at `i` (else *AD*), and the place after it; `None` where no era does."""
    low = line.low
    if low[i] in ("bc", "bce", "ad", "ce"):
        return (low[i][0] == "b", i + 1) if line.word[i].isupper() else None
    letters = [low[i], low[i + 2]]
    if letters in (["b", "c"], ["a", "d"]) and low[i + 1] == "." == low[i + 3] and line.word[i].isupper():
        return letters[0] == "b", i + 4
    return None


def _from_year(line: Line, i: int) -> Raw | None:
    low = line.low
    year = year_at(line, i)
    if year is None:
        return None
    raw = Raw(i, i + 1, year=year)
    if low[i + 1] in ("-", "–", "/") and line.glued(i + 1) and line.glued(i + 2):
        other = line.number(i + 2)
        if other is not None and len(low[i + 2]) == 2 and other == (year + 1) % 100:
            raw.to_year, raw.last = year + 1, i + 3
            if low[i + 3] in ("-", "/", ".") and line.glued(i + 3) and low[i + 4][:1].isdigit():
                return None
    if low[raw.last] == "season" and raw.to_year is not None:
        return raw
    if low[raw.last] == "q" and line.glued(raw.last + 1) and line.number(raw.last + 1) in (1, 2, 3, 4):
        raw.quarter, raw.last = line.number(raw.last + 1), raw.last + 2
    if low[raw.last] == "fiscal" and low[raw.last + 1] == "year":
        raw.last += 2
    return raw


def _short_decade(line: Line, i: int, number: int) -> Raw | None:
    """*the ’60s*, *the 60s*; *his 60s* is an age."""
    if line.low[i + 2] in ("°", "f", "fahrenheit") or not _DEGREES.isdisjoint(line.low[max(0, i - 4) : i]):
        return None
    mark = line.low[i - 1] in ("’", "'", "‘") and line.glued(i)
    before = line.low[i - 1 - mark]
    if before in ("-",) and line.low[i - 2 - mark] in ("mid",):
        before = line.low[i - 3 - mark]
    elif before in ("early", "late", "mid"):
        before = line.low[i - 2 - mark]
    if before in _POSSESSIVE or not (mark or before == "the"):
        return None
    return Raw(i - mark, i + 2, decade=(200 if number < 20 else 190) + number // 10)


def decade_word(line: Line, i: int) -> Raw | None:
    """*the noughties*, *the sixties*, *the nineteen-sixties*."""
    low = line.low
    if low[i] in ("noughties", "aughts"):
        return Raw(i, i + 1, decade=200)
    if low[i - 1] in ("the", "early", "late", "mid", "-", "nineteen") and not any(
        low[i - back] in _POSSESSIVE for back in (1, 2, 3)
    ):
        return Raw(i, i + 1, decade=190 + DECADES[low[i]])
    return None


def _season(line: Line, i: int) -> Raw | None:
    low = line.low
    raw = with_year(line, Raw(i, i + 1, season=SEASONS[low[i]]), i + 1)
    if raw.year is not None:
        return raw
    if low[i] in ("fall", "spring"):
        fits = (
            low[i - 1] in ("in", "by", "since", "until", "every", "each", "the") and not line.word[i + 1][:1].isalpha()
        )
        fits |= low[i - 1] == "the" and low[i - 2] in ("in", "during", "by", "until", "since", "through")
        return raw if fits and low[i + 1] != "of" else None
    plain = not line.word[i + 1][:1].isalpha() or low[i + 1] in _AFTER_SEASON
    if (low[i - 1] in PREPOSITIONS and low[i - 1] not in ("or", "at", "about", "past", "than")) or low[i - 1] == "the":
        return raw if plain else None
    return None


def _code(line: Line, i: int) -> Raw | None:
    """*Q3*, *H1 2015*."""
    number = line.number(i + 1)
    if not line.word[i].isupper() or number is None or not line.glued(i + 1):
        return None
    if line.low[i] == "q" and 1 <= number <= 4:
        return with_year(line, Raw(i, i + 2, quarter=number), i + 2)
    if line.low[i] == "h" and 1 <= number <= 2 and year_at(line, line.skip(i + 2, "of"), True):
        return with_year(line, Raw(i, i + 2, half=number), i + 2)
    return None


def holiday(line: Line, i: int) -> Raw | None:
    """The holiday whose name stands at `i`, longest first, with its year."""
    low = line.low
    named = line.word[i][:1].isupper() or line.word[i][:1].isdigit()
    for name, rule in calendars.HOLIDAYS.get(low[i], ()) if named else ():
        if all(low[i + n] == part or (part == "’" and low[i + n] == "'") or (part == "’s" and low[i + n] == "'s")
               for n, part in enumerate(name)):  # fmt: skip
            if (rule == "easter" and line.starts_big(i + 1) and len(name) == 1) or (
                name == ("christmas",) and low[i + 1] in _CHRISTMAS
            ):
                return None
            return with_year(line, Raw(i, i + len(name), holiday=rule), i + len(name))
    return None

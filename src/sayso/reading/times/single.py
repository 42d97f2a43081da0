"""Expressions of one word and its neighbour: *now*, *long ago*, *for years*, *hours later*, *year-end*."""

from __future__ import annotations

from typing import Final

from sayso.reading.times.amounts import period, pointed_to
from sayso.reading.times.core import core
from sayso.reading.times.lexer import Line
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.words import FUNCTION, PART_UNITS, PLURAL_UNITS, REFERENCES, UNITS

_ADJECTIVES: Final = {"current": "PRESENT_REF", "recent": "PAST_REF"}
_OF_NIGHT: Final = frozenset({"small", "wee"})
"""Which hours *the small hours of Friday* are."""
_OPENERS: Final = frozenset({"", ".", "?", "!", ":", ";", "“", "‘", "'", '"', "…", "—", "–", "-", "”", "’", ")"})


def reference(line: Line, i: int) -> Raw | None:
    """*now*, *right now*, *recently*, *at the moment*, *long ago*, *in future*."""
    low = line.low
    word = low[i]
    if word == "right":
        plain = low[i + 1] == "now" and (not line.starts_big(i + 1) or line.word[i + 1].isupper())
        return Raw(i, i + 2, Shape.REFERENCE, value="PRESENT_REF") if plain else None
    if word in ("long", "ages"):
        return Raw(i, i + 2, Shape.REFERENCE, value="PAST_REF") if low[i + 1] == "ago" else None
    if word == "future":
        if low[i - 1] == "in" and low[i + 1] in FUNCTION:
            return Raw(i, i + 1, Shape.REFERENCE, value="FUTURE_REF")
        return None
    if word not in REFERENCES or (low[i + 1] == "-" and line.glued(i + 1)):
        return None
    if line.starts_big(i) and not line.word[i].isupper() and low[i - 1] not in _OPENERS:
        return None
    return Raw(i, i + 1, Shape.REFERENCE, value=REFERENCES[word])


def current(line: Line, i: int) -> Raw | None:
    """*the current rules*, *a recent ruling*: the adjective alone, where it qualifies a noun that is no unit of time."""
    low, word = line.low, line.low[i]
    after = line.word[i + 1]
    if word not in _ADJECTIVES or not after[:1].isalpha() or low[i + 1] in FUNCTION or low[i + 1] in UNITS:
        return None
    if line.starts_big(i) and not line.word[i].isupper() and (low[i - 1] not in _OPENERS or after[:1].isupper()):
        return None
    return Raw(i, i + 1, Shape.REFERENCE, value=_ADJECTIVES[word])


def _hours_of(line: Line, i: int) -> Raw | None:
    """*the small hours of Friday*: that day's night; `None` where no day follows."""
    low = line.low
    if low[i + 1] != "of":
        return None
    found = core(line, line.skip(i + 2, "the"))
    if found is None or found.part is not None or found.hour is not None:
        return None
    if not (found.day or found.weekday or found.holiday or found.unit == "D"):
        return None
    found.first = i - 1 - (low[i - 2] == "the")
    found.part = "NI"
    return found


def unit_alone(line: Line, i: int) -> Raw | None:
    """*for years*, *hours later*, *weeks ago*, *year-end*, *year-ago*."""
    low = line.low
    word = low[i]
    if line.starts_big(i) and not line.word[i].isupper() and low[i - 1] not in ("", ".", "“", '"'):
        return None
    unit = UNITS[word]
    if word == "hours" and low[i - 1] in _OF_NIGHT:
        return _hours_of(line, i)
    if low[i + 1] in ("-", "‑") and low[i + 2] == "long" and line.glued(i + 1) and word not in PLURAL_UNITS:
        return Raw(i, i + 3, Shape.DURATION, unit=unit, value=period(1.0, unit))
    if low[i + 1] in ("’s", "'s") and low[i + 2] == "end" and word in ("year", "month", "week", "quarter"):
        return Raw(i, i + 3, Shape.SHIFT, unit=unit, shift=0, mod="END")
    if low[i - 1] == "all" and word in ("day", "week", "month", "year", "night", "summer", "weekend"):
        return Raw(i - 1, i + 1, Shape.DURATION, unit=unit, value=period(1.0, unit))
    if (
        word in ("year", "month", "quarter")
        and low[i + 1] in ("-", "end")
        and (low[i + 1] == "end" or line.glued(i + 1))
    ):
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
    raw = pointed_to(line, raw)
    if raw.shape is Shape.SHIFT or low[i - 1] in (
        "for",
        "in",
        "over",
        "took",
        "take",
        "takes",
        "lasted",
        "within",
        "of",
        "spent",
        "spend",
        "spending",
    ):
        return raw
    if low[i + 1] in ("of", "after", "before") or raw.event is not None:
        return raw
    return None

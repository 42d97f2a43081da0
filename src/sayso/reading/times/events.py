"""Dates that hang on what happened: *the day after his arrest*, by what the text says of the arrest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sayso.reading.times.calendars import moved, unit_value
from sayso.reading.times.fields import clocked
from sayso.reading.times.meaning import Known, Meaning
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.words import word_set
from sayso.records import TimeType

REACH = 10
"""Words on either side of a date that may tell what happened then, within its sentence; chosen by hand."""
_SAME_WORDS = (
    "death=die election=elect elections=elect killing=kill shot=shoot birth=born loss=lose lost=lose won=win "
    "victory=win arrival=arrive met=meet began=begin beginning=begin explosion=explode invasion=invade "
    "marriage=marry departure=depart announcement=announce decision=decide discovery=discover resignation=resign "
    "inauguration=inaugurate"
)
_SAME: Final = dict(pair.split("=") for pair in _SAME_WORDS.split())
"""Nouns and forms that no ending parts from their verb."""
_PLAIN: Final = word_set(
    "that this with from they them their there have been were will would about after before into over when which "
    "while what also said says than then more most some such other year years month week days time first last"
)


def stem(word: str) -> str:
    """A word without the endings that part *arrest* and *arrested*, *election* and *elected*."""
    word = _SAME.get(word, word)
    for ending in ("ation", "ing", "ion", "ed", "es", "al", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def note(raw: Raw, number: int, known: Known) -> None:
    """Keep which words stand near a dated expression; the first date of a word is kept."""
    tokens = known.tokens
    begin, end = tokens.sentences[tokens.sentence[raw.first]]
    for i in (*range(max(begin, raw.first - REACH), raw.first), *range(raw.last, min(end, raw.last + REACH))):
        word = tokens.lower[i]
        if len(word) > 3 and word.isalpha() and word not in _PLAIN:
            known.events.setdefault(stem(word), number)


def after(raw: Raw, known: Known, calendar: Callable[[Raw, Known], Meaning]) -> Meaning:
    """The date of *the day after X*: from X where it is a date or dated; the clause's own date where it has one beside it."""
    unit, shift = raw.unit or "D", raw.shift or 0
    if raw.of is not None:
        base = calendar(raw.of, known)
        if base.day is not None and base.grain == "D":
            return _from(raw, base, None, unit, shift)
    tokens = known.tokens
    following = len(known.told) + 1
    if following < len(known.raws) and tokens.lower[raw.last : known.raws[following].first] in (["on"], []):
        beside = known.raws[following]
        dated = calendar(beside, known) if beside.shape is Shape.CALENDAR else None
        if dated is not None and dated.day is not None and dated.grain == "D":
            return _from(raw, dated, following, unit, shift)
    if known.last is not None and unit == "D":
        earlier = known.raws[known.last]
        told = known.told[known.last]
        between = tokens.lower[earlier.last : raw.first]
        if (
            told.day is not None
            and told.grain == "D"
            and tokens.sentence[earlier.first] == tokens.sentence[raw.first]
            and between[-1:] == [","]
            and "and" not in between
        ):
            made = Meaning(
                TimeType.DATE, unit_value(told.day, unit), "rule: the clause's own date", "", known.last, told.day, unit
            )
            return clocked(raw, made)
    head = _head(raw, known)
    number = known.events.get(head) if head else None
    if number is not None and known.told[number].day is not None and known.told[number].grain == "D":
        return _from(raw, known.told[number], number, unit, shift)
    value = "XXXX-XX-XX" if unit == "D" else "XXXX"
    return clocked(
        raw,
        Meaning(TimeType.DATE, value, "rule: from what happened", "the text does not date what it is reckoned from"),
    )


def _from(raw: Raw, base: Meaning, number: int | None, unit: str, shift: int) -> Meaning:
    assert base.day is not None
    day = moved(base.day, unit if unit != "WE" else "W", shift)
    made = Meaning(
        TimeType.DATE,
        unit_value(day, unit),
        "rule: from what happened",
        "",
        number if number is not None else base.anchor,
        day,
        unit,
    )
    return clocked(raw, made)


def _head(raw: Raw, known: Known) -> str:
    """The stem of the word that names what happened: the last of the phrase."""
    if raw.event is None:
        return ""
    for i in range(raw.event[1] - 1, raw.event[0] - 1, -1):
        word = known.tokens.lower[i]
        if len(word) > 3 and word.isalpha():
            return stem(word)
    return ""

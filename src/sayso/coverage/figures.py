"""Figures in a clause: what is counted, how many, and how exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.coverage.terms import STOP, fold, stem
from sayso.reading.words import word_set
from sayso.records import Span

_TEENS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_SMALL = dict(zip(_TEENS, range(20), strict=True)) | dict(zip(_TENS, range(20, 100, 10), strict=True))
_SCALE: dict[str, float] = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_SPELT = "|".join(sorted(_SMALL, key=len, reverse=True))
_FIGURE = re.compile(
    r"(?P<mod>\b(?:more than|at least|no fewer than|not? less than|over|above|up to|at most|no more than|fewer than|less than"
    r"|a little under|just under|under|below|barely|nearly|almost|about|around|roughly|some|approximately|an estimated"
    r"|exceed(?:s|ed)?)\s+)?"
    r"(?:(?P<money>(?:US|A|C)?[$£€¥₹]|\bN(?=\d)|\bRs\.?)\s?|(?<![\w.,-]))"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|\bhalf a(?=\smillion\b)|\ba quarter of a(?=\smillion\b)|\ba(?=\s(?:dozen|hundred|thousand|million|billion)\b)"
    r"|\b(?:" + _SPELT + r")\b(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|m|k)\b)?"
    r"(?:\s?(?P<percent>%|per\s?cent\b))?"
    r"(?P<rest>(?:\s+(?:of\s+)?[^\W\d_]+(?:['’-][^\W\d_]+)*){0,4})",
    re.I,
)
_AT_LEAST = frozenset(
    (
        "more than",
        "at least",
        "no fewer than",
        "not less than",
        "no less than",
        "over",
        "above",
        "exceed",
        "exceeds",
        "exceeded",
    )
)
_AT_MOST = frozenset(
    (
        "up to",
        "at most",
        "no more than",
        "fewer than",
        "less than",
        "under",
        "a little under",
        "just under",
        "below",
        "barely",
    )
)
_ABOUT = ("nearly", "almost", "about", "around", "roughly", "some", "approximately", "an estimated")
_TIMES = frozenset(
    map(
        stem,
        word_set(
            "year month week day hour minute second january february march april may june july august september october "
            "november december past to quarter oclock age old"
        ),
    )
)
_ORDER = re.compile(r"^\s*(?:st|nd|rd|th|a\.?m|p\.?m|o[’']clock)\b|^:\d|^/\d", re.I)
_NO_COUNT = word_set(
    "in since page chapter channel room number no act flight platform route section article april may june july"
)
_PARTS = {"a": 1.0, "half a": 0.5, "a quarter of a": 0.25}

_BARE = word_set("were had have was are")
_BARE_NEXT = re.compile(r"^\s+(?:were|had|have|was|are)\s+\w+")
_TOTAL = re.compile(
    r"\b(?:toll|number|numbers|total|count|tally|shortfall|crowd|figure|stood|put|estimated)\b[^.;:]{0,60}$", re.I
)
"""What makes a figure count something that no noun after it names: *fifteen were hurt*, *put the toll at fifteen*."""


@dataclass(frozen=True, slots=True)
class Figure:
    """*Some 2,600 people*: from `low` to `high`, of `what` (stem of the noun, `%` or `$` before it where it is a
    share or money)."""

    low: float
    high: float
    what: str
    nouns: frozenset[str]
    span: Span

    def is_apart(self, other: Figure) -> bool:
        """Whether no number is in both ranges."""
        return self.high < other.low or other.high < self.low


def figures_in(span: Span, text: str) -> tuple[Figure, ...]:
    """The figures of a clause that count something; years, dates, ages, times of day and places in a series do
    not."""
    made = []
    words = span.of(text)
    for found in _FIGURE.finditer(words):
        number = _number(found["number"])
        if number is None or _ORDER.match(words[found.end("number") :]):
            continue
        scale = (found["scale"] or "").lower()
        number *= _SCALE.get(scale, 1)
        rest = [fold(each) for each in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", found["rest"])]
        nouns = [stem(each) for each in rest if each not in STOP or each == "people"]
        if not scale and not found["percent"] and not found["money"]:
            if 1900 <= number <= 2100 and number == int(number) and "," not in found["number"]:
                continue
            if (rest and rest[0] in _BARE and _BARE_NEXT.search(words[found.end("number") :])) or (
                not rest and _stands_alone(words, found.start("number"), found.end("number"), number)
            ):
                nouns = []
            elif not nouns or (rest and rest[0] in STOP and rest[0] not in ("of", "people", "more", "other")):
                continue
        if nouns and nouns[0] in _TIMES and not found["money"]:
            continue
        kind = "%" if found["percent"] else "$" if found["money"] else ""
        what = kind + (nouns[0] if nouns else "")
        if what == "one" or (number <= 1 and not kind):
            continue
        low, high = _range(number, (found["mod"] or "").strip().lower(), found["number"], bool(scale))
        start = span.start + found.start("mod" if found["mod"] else "number")
        end = span.start + (
            found.end("percent") if found["percent"] else found.end("scale") if scale else found.end("number")
        )
        made.append(Figure(low, high, what, frozenset(nouns), Span(start, end)))
    return tuple(made)


def _stands_alone(words: str, start: int, end: int, number: float) -> bool:
    """Whether a figure at the end says how many by itself: *treated four*, *the toll at nine*; not *came at nine*."""
    if words[end:].strip(' .,;:!?”"’)') or words[:start].endswith(":"):
        return False
    before = words[:start].lower().split()
    hour = number <= 12 and before[-1:] in (["at"], ["by"], ["until"], ["about"], ["around"], ["before"], ["after"])
    return bool(before) and (not hour or bool(_TOTAL.search(words[:start]))) and before[-1] not in _NO_COUNT


def _number(word: str) -> float | None:
    word = word.lower()
    if word in _PARTS:
        return _PARTS[word]
    if word[0].isdigit():
        try:
            return float(word.replace(",", ""))
        except ValueError:
            return None
    first, _, second = word.partition("-")
    return float(_SMALL[first] + _SMALL.get(second, 0)) if first in _SMALL else None


def _range(number: float, mod: str, written: str, scaled: bool) -> tuple[float, float]:
    """How far a figure reaches: *about* and round numbers are taken loosely."""
    if mod in _AT_LEAST:
        return number, float("inf")
    if mod in _AT_MOST:
        return 0.0, number
    if mod in _ABOUT:
        return number * 0.8, number * 1.2
    round_one = scaled or (number >= 100 and number % 100 == 0) or (number >= 20 and number % 10 == 0)
    slack = 0.1 if round_one and "." not in written else 0.02
    return number * (1 - slack), number * (1 + slack)

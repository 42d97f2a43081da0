"""Amounts of time: *two and a half years*, *several weeks*, *a 40-year-old*, and the points they lead to (*three days ago*)."""

from __future__ import annotations

from typing import Final

from sayso.reading.times.lexer import Line
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.words import LARGE, NUMBERS, OF_AGO, PART_UNITS, PLURAL_UNITS, TENS, UNITS
from sayso.reading.words import word_set

_FILLERS: Final = word_set(
    "full consecutive straight more additional long whole calendar business working solid successive further extra "
    "good entire short different separate or so other"
)
_MONEY: Final = word_set("$ £ € ¥ # @")
_RATED: Final = word_set("once twice times million billion thousand miles kilometres kilometers people dollars pounds")
_BACK: Final = {
    "ago": "ago",
    "earlier": "earlier",
    "beforehand": "earlier",
    "previously": "earlier",
    "prior": "earlier",
}
_ON: Final = {"later": "later", "afterwards": "later", "afterward": "later", "hence": "hence"}
_SMALLER: Final = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100)}
"""Units in which half of a longer one is a whole number."""
_CLAUSE_ENDS: Final = word_set(". , ; : ? ! ) ] ” ’ ' – — … and but or when while as that") | {'"'} | {""}
_NUMBER_WORDS = 8
"""Longest number in words that is read, *one hundred and twenty-five* and longer; a run of numbers is no number."""

Amount = tuple[float | None, int]


def number(line: Line, i: int) -> Amount | None:
    """A number at `i` (`None` for *several*) and the place after it; `None` where no number stands there."""
    kind, low = line.kind[i], line.low
    word = low[i]
    if kind == "digit":
        return _digits(line, i)
    if kind == "one":
        after = low[i + 1]
        if after in ("few", "handful"):
            return None, line.skip(i + 2, "of")
        if after == "good" or after == "further":
            return number(line, i + 2) if line.kind[i + 2] in ("vague", "digit", "number") else None
        if after == "couple":
            return 2.0, line.skip(i + 2, "of", "more")
        if after in ("number", "series") and low[i + 2] == "of":
            return None, i + 3
        if after == "half":
            return 0.5, line.skip(i + 2, "a", "an", "-")
        if after == "quarter" and (low[i + 2] == "-" or low[i + 2 : i + 4] == ["of", "a"]):
            at = i + 3 if low[i + 2] == "-" else i + 4
            return (0.25, at) if low[at] == "century" else (1.0, i + 1)
        if after in LARGE:
            return float(LARGE[after]), i + 2
        return 1.0, i + 1
    if kind == "number":
        return _words(line, i)
    if kind == "vague":
        if word == "half":
            at = i + 1
            if low[at] == "-" or low[at] in ("a", "an"):
                return 0.5, at + 1
            return None
        if word == "another":
            following = number(line, i + 1) if line.kind[i + 1] in ("digit", "number") else None
            return following or (1.0, i + 1)
        if word == "couple":
            return 2.0, line.skip(i + 1, "of")
        if word in ("dozens", "hundreds", "thousands"):
            return (None, i + 2) if low[i + 1] == "of" else None
        if word == "some":
            return number(line, i + 1) if line.kind[i + 1] in ("digit", "number") else (None, i + 1)
        return None, i + 1
    return None


def _digits(line: Line, i: int) -> Amount | None:
    word = line.low[i]
    if ":" in word or len(word) > 15 or not word.isascii() or line.low[i - 1] in _MONEY:
        return None
    plain = word.replace(",", "")
    if plain.count(".") > 1:
        return None
    value, at = float(plain), i + 1
    if line.number(at) == 1 and line.low[at + 1] == "/" and line.low[at + 2] == "2":
        return value + 0.5, at + 3
    if line.low[at] == "½":
        return value + 0.5, at + 1
    if line.low[at] in LARGE:
        return value * LARGE[line.low[at]], at + 1
    return _and_a_half(line, value, at)


def _words(line: Line, i: int) -> Amount:
    low = line.low
    total, part, at = 0.0, float(NUMBERS.get(low[i], LARGE.get(low[i], 0))), i + 1
    tens = low[i] in TENS
    while at < i + _NUMBER_WORDS:
        dash = at + 1 if low[at] == "-" and tens else at
        if tens and NUMBERS.get(low[dash], 10) < 10:
            part, at, tens = part + NUMBERS[low[dash]], dash + 1, False
        elif low[at] in LARGE:
            part, at, tens = part * LARGE[low[at]], at + 1, False
        elif part >= 100 and low[at] in NUMBERS:
            total, part, tens, at = total + part, float(NUMBERS[low[at]]), low[at] in TENS, at + 1
        elif part >= 100 and low[at] == "and" and low[at + 1] in NUMBERS:
            at += 1
        else:
            break
    return _and_a_half(line, total + part, at)


def _and_a_half(line: Line, value: float, at: int) -> Amount:
    low = line.low
    if low[at] == "and" and low[at + 1] == "a" and low[at + 2] == "half":
        return value + 0.5, at + 3
    if low[at] == "-" and low[at + 1 : at + 6] == ["and", "-", "a", "-", "half"]:
        return value + 0.5, at + 6
    return value, at


def amount(line: Line, i: int) -> Raw | None:
    """An amount of time at `i`, with what follows that makes it a point in time, or `None`."""
    found = number(line, i)
    if found is None:
        return None
    count, at = found
    low = line.low
    single = line.kind[i] == "one" and at == i + 1
    joined = low[at] in ("to", "or", "-", "–", "and") and line.kind[at + 1] in ("digit", "number", "one")
    if joined and (low[at] != "and" or low[i - 1] == "between"):
        second = number(line, at + 1)
        if second is not None and _unit_at(line, second[1]) is not None:
            count, at = second
    place = _unit_at(line, at)
    if place is None:
        return None
    hyphen = low[place - 1] in ("-", "‑", "–") and line.glued(place)
    if hyphen and (at + 1 < place or single):
        return None
    unit = UNITS[low[place]]
    if _misleads(line, i, place, count):
        return None
    if low[i] == "some" and count is None and low[place] not in PLURAL_UNITS:
        return Raw(i, place + 1, Shape.REFERENCE, value="FUTURE_REF") if unit == "D" else None
    after = place + 1
    if low[after : after + 3] == ["and", "a", "half"] and count is not None:
        count, after = count + 0.5, after + 3
    raw = Raw(i, after, Shape.DURATION, unit=unit, amount=count, head=place)
    if hyphen and low[after] in ("-", "‑") and low[after + 1] in ("old", "olds", "long"):
        raw.last = after + 2
        return _settled(raw)
    if hyphen and unit != "CE" and not (low[after] == "-" and low[after + 1] in ("ago", "earlier")):
        return _settled(raw)
    if low[after] == "old" and unit in ("Y", "M", "W", "D"):
        raw.last = after + 1
        return _settled(raw)
    if low[after] == "-" and low[after + 1] in ("old", "long", "plus"):
        raw.last = after + 2
        raw.first = place if single else i
        return _settled(raw)
    if single and unit not in ("ML",) and _is_rate(line, i) and low[after] not in _BACK and low[after] not in _ON:
        return Raw(i, after, Shape.SET, unit=unit, value=period(1.0, unit))
    if count == 1 and unit in PART_UNITS and low[after] not in _BACK and low[after] not in _ON:
        return None
    if low[i] == "one" and at == i + 1 and unit == "D" and not _measured(line, i, after):
        return None
    if low[after : after + 2] == ["or", "so"] or low[after : after + 2] == ["or", "more"]:
        raw.mod = "APPROX" if low[after + 1] == "so" else "EQUAL_OR_MORE"
        raw.last = after = after + 2
    return pointed_to(line, raw)


def _settled(raw: Raw) -> Raw:
    """The amount with its value."""
    raw.value = period(raw.amount, raw.unit or "D")
    return raw


def _is_rate(line: Line, i: int) -> bool:
    """Whether *a week* follows something counted: *$50 a week*, *three times a week*, *10 barrels a week*."""
    low, before = line.low, line.low[i - 1]
    if low[i + 2] in ("after", "before"):
        return False
    if before in _RATED or line.kind[i - 1] == "digit" or before in NUMBERS or before in ("%", "k", "m"):
        return True
    counts = line.kind[i - 2] == "digit" or low[i - 2] in NUMBERS or low[i - 2] in LARGE
    return counts and before.isalpha() and before not in _CLAUSE_ENDS


def _measured(line: Line, i: int, after: int) -> bool:
    before = line.low[i - 1]
    return before in ("for", "in", "within", "than", "just", "only", "least", "about", "under", "over", "after") or (
        line.low[after] in _BACK or line.low[after] in _ON or line.low[after] in ("after", "before")
    )


def _misleads(line: Line, i: int, place: int, count: float | None) -> bool:
    """What looks like an amount and is none: *a second term*, *60 Minutes*, *three quarters of them*, *year-on-year*."""
    low, word = line.low, line.word
    unit = UNITS[low[place]]
    if unit == "TS" and ((low[place] in ("second", "sec") and line.kind[i] in ("one", "vague")) or count is None):
        return True
    if (
        word[place][:1].isupper()
        and not word[i].isupper()
        and not (word[i][:1].isupper() and i == place - 1 and line.kind[i] != "digit")
    ):
        return not line.word[place].isupper()
    if unit == "Q" and (low[place + 1] == "of" or line.kind[i] == "one" or low[place - 1] in ("-", "one")):
        return True
    if low[place] in ("min", "sec", "hr", "wk", "yr") and line.kind[i] != "digit":
        return True
    if low[place + 1] in ("-", "–") and low[place + 2] in ("on", "over", "to", "by", "end"):
        return True
    if line.kind[i] == "one" and low[place] in PLURAL_UNITS and low[i + 1] == low[place]:
        return True
    return low[place] == "night" and count is None


def _unit_at(line: Line, at: int) -> int | None:
    """The place of the unit that a number before `at` counts."""
    low = line.low
    if low[at] in ("-", "‑", "–") and line.glued(at) and low[at + 1] in UNITS:
        return at + 1
    for _ in range(3):
        if low[at] in UNITS:
            return at
        if low[at] not in _FILLERS:
            return None
        at += 1
    return None


def pointed_to(line: Line, raw: Raw) -> Raw:
    """The amount, or the point in time that it leads to where *ago*, *later*, *before that* or the like follows."""
    low, at = line.low, raw.last
    if low[at] == "-" and low[at + 1] in ("ago", "earlier") and line.glued(at):
        at += 1
        if line.kind[raw.first] == "one":
            raw.first = raw.head
    if (
        low[at] in _BACK
        and not (low[at] == "prior" and low[at + 1] == "to")
        and not (low[at] in ("earlier", "later") and low[at + 1] == "than")
    ):
        return _point(raw, at + 1, -1, _BACK[low[at]] == "earlier")
    if low[at] == "back" and low[at + 1] in _CLAUSE_ENDS and low[at - 1] not in _CLAUSE_ENDS:
        return _point(raw, at + 1, -1, False)
    if low[at] in _ON and low[at + 1] != "than":
        return _point(raw, at + 1, 1, _ON[low[at]] == "later")
    if low[at] == "from" and low[at + 1] in ("now", "today"):
        return _point(raw, at + 2, 1, False)
    if low[at] in ("’", "'") and low[at + 1] == "time":
        return _point(raw, at + 2, 1, False)
    if low[at] in ("after", "before"):
        if low[at + 1] in _CLAUSE_ENDS:
            return _point(raw, at + 1, 1 if low[at] == "after" else -1, True)
        raw.event = (at + 1, at + 1)
    raw.value = period(raw.amount, raw.unit or "D")
    return raw


def _point(raw: Raw, last: int, sign: int, narrative: bool) -> Raw:
    raw.shape, raw.last, raw.narrative = Shape.SHIFT, last, narrative
    raw.shift = None if raw.amount is None else sign * round(raw.amount)
    raw.mod = OF_AGO.get(raw.mod or "", raw.mod)
    if raw.amount is None:
        raw.value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    elif raw.amount % 1 and raw.unit in _SMALLER:
        raw.unit, times = _SMALLER[raw.unit]
        raw.shift = sign * round(raw.amount * times)
    return raw


def period(count: float | None, unit: str) -> str:
    """*P3D*, *PT2H*, *PXY*: a duration as TIMEX3 writes it. Half units become whole smaller ones where there are such."""
    if unit == "FN":
        unit, count = "W", None if count is None else count * 2
    halves = {"TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24), "Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100)}
    if count == 0.5 and unit in halves:
        unit, times = halves[unit]
        count = times / 2
    elif unit == "CE" and count == 0.25:
        unit, count = "Y", 25.0
    name = {"TH": "H", "TM": "M", "TS": "S"}.get(unit, unit)
    shown = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    return f"P{'T' if unit in ('TH', 'TM', 'TS') else ''}{shown}{name}"

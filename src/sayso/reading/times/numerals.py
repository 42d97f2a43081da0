"""Numbers and names as years, days and months, each with what must stand beside it: *$2,015* and *room 2012* are no years."""

from __future__ import annotations

from typing import Final

from sayso.reading.times.lexer import Line
from sayso.reading.times.words import (
    COUNTED,
    MONTH_SHORT,
    MONTHS,
    NOT_A_YEAR_AFTER,
    ORDINAL_ENDS,
    ORDINALS,
    PREPOSITIONS,
)
from sayso.reading.words import word_set

_JOINTS: Final = frozenset("-./:@_&=?")
CURRENCY: Final = word_set("$ £ € ¥ # + = %")


def year_at(line: Line, i: int, sure: bool = False) -> int | None:
    """The year that the digits at `i` are, or `None`. `sure` is for places where only a year can stand (*March 2016*)."""
    number = line.number(i)
    if number is None or len(line.low[i]) != 4 or not 1000 <= number <= 2199:
        return None
    low = line.low
    if low[i + 1] in CURRENCY or (
        line.glued(i + 1) and line.word[i + 1][:1].isalpha() and low[i + 1] not in ("s", "’s", "'s")
    ):
        return None
    if line.glued(i) and line.word[i - 1][-1:].isalnum():
        return None
    if sure:
        return number
    before = low[i - 1]
    barred = before in CURRENCY or before in NOT_A_YEAR_AFTER or (before in _JOINTS and line.glued(i))
    if (
        barred
        and not (before == "-" and low[i - 2] == "mid")
        and not (before in ("-", "/") and year_at(line, i - 2, True))
    ):
        return None
    if before == "." and low[i - 2] == "no":
        return None
    after = low[i + 1]
    if after in COUNTED or (after in ("-", "–") and line.glued(i + 1) and low[i + 2] in COUNTED):
        return None
    if line.glued(i + 1) and after in ("@", "_", "/") and not low[i + 2][:1].isdigit():
        return None
    if 1900 <= number <= 2035:
        return number
    if (before in PREPOSITIONS and before not in ("or", "than", "about", "around", "at", "past")) or before in (
        "(",
        "year",
    ):
        return None if _plural(line, i + 1) else number
    if before in ("-", "–", "—") and low[i - 2][:1].isdigit() and low[i + 1] in (")", ",", ";", "."):
        return number
    if before == "." and low[i - 2] in ("c", "ca") and line.glued(i - 1):
        return number
    return None


def _plural(line: Line, i: int) -> bool:
    word = line.word[i]
    return len(word) > 3 and word.islower() and word.endswith("s") and not word.endswith("ss") and word != "was"


def day_at(line: Line, i: int) -> tuple[int, int] | None:
    """The day of a month that stands at `i` (*9*, *9th*, *ninth*, *twenty-first*), and the place after it."""
    number = line.number(i)
    if number is not None:
        if not 1 <= number <= 31 or len(line.low[i]) > 2:
            return None
        ordinal = line.low[i + 1] in ORDINAL_ENDS and line.glued(i + 1)
        return number, i + 1 + ordinal
    if line.kind[i] == "ordinal":
        return ORDINALS[line.low[i]], i + 1
    if line.low[i] in ("twenty", "thirty"):
        at = line.skip(i + 1, "-")
        unit = ORDINALS.get(line.low[at], 99)
        if unit < 10:
            return (20 if line.low[i] == "twenty" else 30) + unit, at + 1
    return None


def month_at(line: Line, i: int) -> tuple[int, int] | None:
    """The month whose name stands at `i` and the place after it; a full stop after a short form belongs to it."""
    low = line.low
    month = MONTHS.get(low[i])
    if month is None or not line.word[i][0].isupper():
        return None
    if low[i] in MONTH_SHORT:
        if low[i + 1] == "." and line.glued(i + 1):
            return month, i + 2
        if len(low[i]) < 4 or low[i] == "sept":
            return (month, i + 1) if line.kind[i + 1] == "digit" or line.kind[i - 1] == "digit" else None
    return month, i + 1


def full_year(two: int) -> int:
    """*’98* is 1998, *’16* 2016: the century in which the year is nearer to the turn of this one."""
    return 1900 + two if two >= 36 else 2000 + two

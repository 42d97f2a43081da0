"""The day of publication that a plain text tells in a line of its own: *Published March 8, 2015*, *By Ada, 8 March 2015*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from sayso.article.words import word_set
from sayso.records import Block, BlockKind

TOP: Final = 6
FOOT: Final = 3
"""Lines at either end of a text in which it may stand; chosen by hand."""
LONGEST: Final = 160
"""Characters of a line that may be one."""
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES: Final = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
)
_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
_PUBLISHED: Final = frozenset({"published", "posted"})
_BESIDE: Final = word_set(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday on at the of st nd "
    "rd th t z am pm a p m gmt bst utc et est edt ct cst cdt pt pst pdt ist"
)
"""Words that stand in a line which is a date and nothing else."""


def day_told(text: str, blocks: Sequence[Block]) -> date | None:
    """The day that a line at the top or foot gives as that of publication, `None` where none does or several do.

    Such a line says *published* or *posted*, is a byline, or is nothing but a date with its year; what says *updated* is
    another day, and a numeric date that could be read two ways is none.
    """
    found = set()
    for at, block in enumerate(blocks):
        if block.end - block.start <= LONGEST and (at < TOP or at >= len(blocks) - FOOT):
            day = _day_of(text[block.start : block.end].lower(), block.kind, at < TOP)
            if day is not None:
                found.add(day)
    return found.pop() if len(found) == 1 else None


def _day_of(line: str, kind: BlockKind, top: bool) -> date | None:
    parts = _PARTS.findall(line)
    for word in ("updated", "modified", "revised"):
        if word in parts:
            parts = parts[: parts.index(word)]
    says = not _PUBLISHED.isdisjoint(parts if kind is not BlockKind.PARAGRAPH else parts[:1])
    alone = top and all(each.isdigit() or each in _NAMES or each in _BESIDE for each in parts)
    told = says or alone or (top and kind is BlockKind.BYLINE)
    days = {day for at in range(len(parts)) if (day := _day_at(parts, at)) is not None} if told else set()
    return days.pop() if len(days) == 1 else None


def _day_at(parts: Sequence[str], at: int) -> date | None:
    """The date whose month or year-first form stands at a part: *March 8th, 2015*, *8 March 2015*, *2015-03-08*."""
    word = parts[at]
    after = [each for each in parts[at + 1 : at + 4] if each not in ("st", "nd", "rd", "th")]
    before = [each for each in parts[max(0, at - 3) : at] if each not in ("st", "nd", "rd", "th", "of")]
    if word in _NAMES:
        month = _MONTHS.index(word[:3]) + 1
        if len(after) > 1 and _is_year(after[1]) and after[0].isdigit() and len(after[0]) < 3:
            return _date(after[1], month, after[0])
        if after and _is_year(after[0]) and before and before[-1].isdigit() and len(before[-1]) < 3:
            return _date(after[0], month, before[-1])
    elif (
        _is_year(word)
        and len(after) > 1
        and after[0].isdigit()
        and after[1].isdigit()
        and len(after[0]) == len(after[1]) == 2
    ):
        return _date(word, int(after[0]), after[1])
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and 1800 <= int(word) <= 2199


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None

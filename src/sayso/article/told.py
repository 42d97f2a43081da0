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
_MONTH_NAMES: Final = (
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
    "november|nov december|dec"
)
_MONTHS: Final = {name: n for n, names in enumerate(_MONTH_NAMES.split(), 1) for name in names.split("|")}
_MONTH: Final = rf"\b(?P<month>{'|'.join(_MONTHS)})"
_DAY: Final = r"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:1[89]|2[01])\d\d)(?!\d)"
_GAP: Final = r"[\s.,/-]{1,4}"
_DATES: Final = (
    re.compile(rf"{_MONTH}{_GAP}{_DAY}{_GAP}{_YEAR}"),
    re.compile(rf"{_DAY}{_GAP}(?:of\s)?{_MONTH}{_GAP}{_YEAR}"),
    re.compile(rf"(?<!\d){_YEAR}(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"),
)
"""*March 8th, 2015*, *8 March 2015* and *2015-03-08*, in small letters. The last one's parts must be joined: what stands apart
behind a year is an hour."""
_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
_PUBLISHED: Final = frozenset({"published", "posted"})
_CHANGED: Final = re.compile(r"\b(?:updated|modified|revised)\b")
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
    line = _CHANGED.split(line, 1)[0]
    parts = _PARTS.findall(line)
    says = not _PUBLISHED.isdisjoint(parts if kind is not BlockKind.PARAGRAPH else parts[:1])
    alone = top and all(each.isdecimal() or each in _MONTHS or each in _BESIDE for each in parts)
    if not (says or alone or (top and kind is BlockKind.BYLINE)):
        return None
    days = {_day_in(found) for pattern in _DATES for found in pattern.finditer(line)} - {None}
    return days.pop() if len(days) == 1 else None


def _day_in(found: re.Match[str]) -> date | None:
    month = found["month"]
    try:
        return date(int(found["year"]), _MONTHS.get(month) or int(month), int(found["day"]))
    except ValueError:
        return None

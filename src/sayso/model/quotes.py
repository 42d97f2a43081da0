"""Quotation marks: which characters open and close quotations, in every style, and which are apostrophes.

Works paragraph by paragraph in one pass over the marks, so the time is linear in the text. A quotation that is never closed is
taken to go to the end of its paragraph where it opens the paragraph, or where the next one opens with a mark: that is
how a quotation runs on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_DOUBLE = '"“”„‟«»″＂‹›'
_SINGLE = "'‘’‚‛"
_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_SINGLE_MARK = re.compile(f"[{_SINGLE}]")
_SINGLE_CLOSERS = "'’‘"
_OPENING_CONTEXT = frozenset("([{—–-/:…")
_ELISION = re.compile(
    r"['’‘](?:\d0s\b|\d\d(?!\w)|em\b|til\b|till\b|tis\b|twas\b|cause\b|cos\b|bout\b|n['’])", re.IGNORECASE
)
_GOING_ON = frozenset('"“„«‘')
NEAR = 90
"""Longest stretch, in characters, that a doubtful single mark may quote (a title like ’Nine Lives’); chosen by hand."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch, marks included. `end` is the paragraph's end where `closed` is false. `depth` counts from 1."""

    start: int
    end: int
    closed: bool
    depth: int


def quotations(text: str) -> list[Quotation]:
    """The quoted stretches of the text in order of start, the outer before the inner. Never raises."""
    found: list[Quotation] = []
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append((start, start + len(line)))
        start += len(line) + 1
    for (start, end), (after, _) in zip(lines, [*lines[1:], (len(text), len(text))], strict=False):
        found.extend(_in_paragraph(text, start, end, text[after : after + 1] in _GOING_ON))
    return found


@dataclass(slots=True)
class _Open:
    at: int
    family: str
    char: str


def _in_paragraph(text: str, start: int, end: int, goes_on: bool) -> list[Quotation]:
    marks = [m.start() for m in _MARK.finditer(text, start, end)]
    if not marks:
        return []
    singles = [at for at in marks if text[at] in _SINGLE and not _is_apostrophe(text, at, start, end)]
    strong = [at for at in singles if _closes_strongly(text, at, start, end)]
    closers = [at for at in singles if _may_close(text, at, start, end)]
    found: list[Quotation] = []
    stack: list[_Open] = []
    kept = set(singles)
    for at in marks:
        char = text[at]
        if char in _DOUBLE:
            _double(text, at, char, start, end, stack, found)
        elif at in kept:
            _single(text, at, char, start, end, stack, found, strong, closers)
    first = _first_letter(text, start, end)
    for depth, left in enumerate(stack):
        if depth == 0 and (left.at <= first or goes_on) and (left.family == "double" or left.char == "‘"):
            found.append(Quotation(left.at, end, False, 1))
    found.sort(key=lambda q: (q.start, -q.end))
    return _with_depth(found)


def _double(text: str, at: int, char: str, start: int, end: int, stack: list[_Open], found: list[Quotation]) -> None:
    opened = next((i for i in range(len(stack) - 1, max(-1, len(stack) - 4), -1) if stack[i].family == "double"), None)
    can_open = _can_open(text, at, start, end)
    can_close = _can_close(text, at, start, end)
    if char in "„‚":
        opens = True
    elif char in "“«‹‟":
        low_high = opened is not None and stack[opened].char in "„»›"
        opens = not (low_high and can_close)
    elif char in "”»›":
        opens = opened is None and can_open and not can_close
    else:
        opens = (can_open and not can_close) if opened is not None else (can_open or not can_close)
    if opens:
        if opened is not None and not (stack[opened].char == "“" and char in "«„"):
            del stack[opened:]
        stack.append(_Open(at, "double", char))
    elif opened is not None:
        found.append(Quotation(stack[opened].at, at + 1, True, 1))
        del stack[opened:]


def _single(
    text: str,
    at: int,
    char: str,
    start: int,
    end: int,
    stack: list[_Open],
    found: list[Quotation],
    strong: list[int],
    closers: list[int],
) -> None:
    opened = bool(stack) and stack[-1].family == "single"
    can_open = _can_open(text, at, start, end)
    if opened and _may_close(text, at, start, end):
        doubtful = text[at - 1] in "sS" and not _closes_strongly(text, at, start, end)
        if doubtful and char != "‘":
            later = bisect_left(strong, at + 1)
            if later < len(strong) and not _opener_between(text, at + 1, strong[later], start, end):
                return
        found.append(Quotation(stack.pop().at, at + 1, True, 1))
        return
    if not can_open or opened:
        return
    later = bisect_left(closers, at + 2)
    if later >= len(closers):
        if char == "‘" and at <= _first_letter(text, start, end):
            stack.append(_Open(at, "single", char))
        return
    near = closers[later] - at <= NEAR and text[at + 1 : at + 2] + text[at + 2 : at + 3] not in ("n'", "n’")
    if _ELISION.match(text, at) and not near:
        return
    if char == "’" and not near:
        return
    if _ELISION.match(text, at) and text[at + 1 : at + 3].isdigit() and not _title_like(text, at, closers[later]):
        return
    stack.append(_Open(at, "single", char))


def _title_like(text: str, at: int, closer: int) -> bool:
    """Whether what stands between a doubtful mark before digits and the next closing one is a short run of capitals."""
    words = text[at + 1 : closer].split()
    return 1 < len(words) <= 8 and all(word[0].isupper() or word[0].isdigit() for word in words)


def _opener_between(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Whether a single quotation may open between the two places."""
    return any(_can_open(text, m.start(), start, end) for m in _SINGLE_MARK.finditer(text, low, min(high, low + 1000)))


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before.isalnum() and after.isalnum()) or (before.isspace() and after.isspace())


def _can_open(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    left = before.isspace() or before in _OPENING_CONTEXT or before in _DOUBLE or before in _SINGLE
    return left and not after.isspace()


def _can_close(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isspace() and at > start and not after.isalnum()


def _may_close(text: str, at: int, start: int, end: int) -> bool:
    return text[at] in _SINGLE_CLOSERS and _can_close(text, at, start, end) and text[at - 1] not in "([{—"


def _closes_strongly(text: str, at: int, start: int, end: int) -> bool:
    """Whether a single mark closes a quotation rather than ending a possessive: punctuation stands beside it."""
    if not _may_close(text, at, start, end):
        return False
    before = text[at - 1]
    after = text[at + 1] if at + 1 < end else " "
    beside = before in ",.!?…" or before in _DOUBLE or after in ",.!?;:)" or after in _DOUBLE or at + 1 >= end
    return beside or (before.isalnum() and before not in "sSnN")


def _first_letter(text: str, start: int, end: int) -> int:
    at = start
    while at < end and not text[at].isalnum():
        at += 1
    return at


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    """The same quotations with their depth; one that crosses another's end is left out."""
    out: list[Quotation] = []
    ends: list[int] = []
    for q in found:
        while ends and ends[-1] <= q.start:
            ends.pop()
        if ends and q.end > ends[-1]:
            continue
        out.append(Quotation(q.start, q.end, q.closed, len(ends) + 1))
        ends.append(q.end)
    return out

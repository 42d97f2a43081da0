"""A plain text cut into paragraphs, by what its blank lines, line ends and line lengths show."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.records import Span

_LINE = re.compile(r"[^\n]*[^\n\s][^\n]*")
_END_OF_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
WIDEST_WRAP = 130
"""Lines longer than this are paragraphs of their own: nobody wraps prose so wide."""
WRAPPED_SHARE = 0.8
"""A text is hard-wrapped where this share of its line ends within a chunk had no room for the next word."""


def paragraphs(text: str) -> list[Span]:
    """Where each paragraph begins and ends, white space at its ends left out, in order.

    A blank line always ends one. A single line end does too, except in a text wrapped by hand, where it ends one only
    when the next word would have fitted and the sentence was over.
    """
    lines = [_trimmed(text, match) for match in _LINE.finditer(text)]
    if not lines:
        return []
    joined = _joins(text, lines)
    found: list[Span] = [lines[0]]
    for line, join in zip(lines[1:], joined, strict=True):
        if join:
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _trimmed(text: str, match: re.Match[str]) -> Span:
    line = match.group()
    start = match.start() + len(line) - len(line.lstrip())
    return Span(start, match.start() + len(line.rstrip()))


def _joins(text: str, lines: list[Span]) -> list[bool]:
    """For each line but the first, whether it goes on with the paragraph of the line before it."""
    same_chunk = [text.count("\n", a.end, b.start) == 1 for a, b in pairwise(lines)]
    width = max((len(line) for line in lines), default=0)
    breaks = sum(same_chunk)
    if breaks < 2 or width > WIDEST_WRAP:
        return [False] * len(same_chunk)
    full = [len(a) + 1 + _first_word(text, b) > width - 2 for a, b in pairwise(lines)]
    wrapped = sum(f for f, same in zip(full, same_chunk, strict=True) if same)
    if wrapped < WRAPPED_SHARE * breaks:
        return [False] * len(same_chunk)
    return [
        same and (is_full or not _END_OF_SENTENCE.search(text[max(a.start, a.end - 4) : a.end]))
        for same, is_full, a in zip(same_chunk, full, lines, strict=False)
    ]


def _first_word(text: str, line: Span) -> int:
    words = text[line.start : min(line.end, line.start + 80)].split(None, 1)
    return len(words[0]) if words else 0

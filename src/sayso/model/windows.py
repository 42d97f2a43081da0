"""Which stretches of a long text the encoder sees at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.model.words import Ints, Words

LENGTH = 318
"""Pieces a window may hold, besides its first and last special piece; training windows are of the same length."""
OVERLAP = 64
"""Pieces that a window may share with the one before it; in the shared stretch the two are averaged."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` up to `end`, end exclusive."""

    start: int
    end: int


def plan(words: Words, length: int = LENGTH, overlap: int = OVERLAP) -> list[Window]:
    """Windows that cover all words in order, made of whole paragraphs where they fit, each beginning with the last
    paragraphs of the one before where they fit into `overlap`. A paragraph longer than a window is cut at words."""
    count = len(words)
    if not count:
        return []
    opens = [*np.flatnonzero(np.diff(words.paragraph, prepend=-1)).tolist(), count]
    first = words.first
    windows: list[Window] = []
    at = 0  # index into `opens` of the first paragraph not yet covered
    while at < len(opens) - 1:
        start = opens[at]
        if first[opens[at + 1]] - first[start] > length:
            windows.extend(_cut(first, start, opens[at + 1], length, overlap))
            at += 1
            continue
        back = at
        while back > 0 and first[start] - first[opens[back - 1]] <= overlap:
            back -= 1
        while first[opens[at + 1]] - first[opens[back]] > length:
            back += 1
        end = at + 1
        while end < len(opens) - 1 and first[opens[end + 1]] - first[opens[back]] <= length:
            end += 1
        windows.append(Window(opens[back], opens[end]))
        at = end
    return windows


def _cut(first: Ints, start: int, end: int, length: int, overlap: int) -> list[Window]:
    out = []
    at = start
    while True:
        stop = int(np.searchsorted(first, first[at] + length, side="right")) - 1
        stop = min(max(stop, at + 1), end)
        out.append(Window(at, stop))
        if stop >= end:
            return out
        back = int(np.searchsorted(first, first[stop] - overlap))
        at = max(back, at + 1)

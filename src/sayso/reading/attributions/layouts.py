"""Layouts that carry an attribution without saying so: a paragraph that is all quotation, a block that the page sets as one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.model import Tagged
from sayso.model.quotes import Quotation
from sayso.reading.attributions.found import EVIDENCE, Found
from sayso.reading.prose import Prose

LEAST_WORDS = 6
"""A paragraph in quotation marks shorter than this may be a title or a slogan; chosen by hand."""
_DASHES = frozenset("–—-―")
SCORE = 0.7
"""Score of what this rule finds: its content is somebody's, and nothing says whose."""


def unclaimed_quotations(text: str, tagged: Tagged, marks: Sequence[Quotation], found: list[Found]) -> list[Found]:
    """An attribution with a content alone for each paragraph that is one whole quotation and in which nothing was found."""
    words = tagged.words
    claimed = np.zeros(len(words) + 1, bool)
    for f in found:
        for start, end in f.contents:
            claimed[start:end] = True
    out = []
    for q in marks:
        if q.depth != 1 or (q.start and text[q.start - 1] != "\n"):
            continue
        start = int(np.searchsorted(words.start, q.start))
        end = int(np.searchsorted(words.start, q.end))
        alone = end >= len(words) or words.paragraph[end] != words.paragraph[start]
        if not alone or end - start < LEAST_WORDS + 2 or claimed[start:end].any():
            continue
        rule = "rule: a paragraph that is all quotation"
        out.append(Found(None, None, [(start, end)], rule, np.zeros(len(EVIDENCE)), score=SCORE))
    return out


def parted(found: list[Found], tagged: Tagged, marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, with a quotation that fills an earlier paragraph and ends there parted from the cue after it.

    Where a speaker goes on, the paragraph before is left open (its last mark is missing). Where it is closed, and the cue's own
    paragraph has a content too, the earlier words were complete: an attribution of their own, whose source the text has not
    named at that place.
    """
    words = tagged.words
    closed = {q.start: q.end for q in marks if q.closed and q.depth == 1}
    out: list[Found] = []
    for f in found:
        out.append(f)
        if f.cue is None or len(f.contents) < 2:
            continue
        home = words.paragraph[f.cue[0]]
        if not any(words.paragraph[c[0]] == home for c in f.contents):
            continue
        for c in f.contents[:]:
            low, high = int(words.start[c[0]]), int(words.end[c[1] - 1])
            alone = c[0] == 0 or words.paragraph[c[0] - 1] != words.paragraph[c[0]]
            alone = alone and (c[1] >= len(words) or words.paragraph[c[1]] != words.paragraph[c[0]])
            if words.paragraph[c[0]] < home and alone and closed.get(low) == high and len(f.contents) > 1:
                f.contents.remove(c)
                out.append(
                    Found(None, None, [c], "rule: a quotation that ends with its paragraph", f.evidence, score=f.score)
                )
    return out


def quotation_blocks(prose: Prose, tagged: Tagged, found: list[Found]) -> list[Found]:
    """The attributions, each block that the page sets as a quotation being one content whole.

    It belongs to the cue before it that has a content in it (*She told a meeting:*), or to nobody named. What is
    attributed within the block then lies inside it. A block that names its own speaker under the quotation
    (*– Ada Moss*) is left as it is.
    """
    words = tagged.words
    for low, high in prose.quoted:
        start, end = int(np.searchsorted(words.start, low)), int(np.searchsorted(words.start, high))
        within = [f for f in found if any(start <= c[0] < end for c in f.contents)]
        signed = any(f.cue and prose.text[words.start[f.cue[0]]] in _DASHES for f in within)
        if end - start < LEAST_WORDS or signed:
            continue
        cuts = [start, *(np.flatnonzero(np.diff(words.paragraph[start:end])) + start + 1).tolist(), end]
        whole = list(pairwise(cuts))
        owner = next((f for f in within if f.cue is None or not start <= f.cue[0] < end), None)
        if owner is None:
            rule = "rule: a block set as a quotation"
            owner = Found(None, None, [], rule, np.zeros(len(EVIDENCE)), score=SCORE)
            found = [*found, owner]
        owner.contents = sorted([c for c in owner.contents if not start <= c[0] < end] + whole)
        for f in within:
            if f is owner:
                continue
            if f.cue is not None and start <= f.cue[0] < end:
                f.holder = owner
            else:
                f.contents = [c for c in f.contents if not start <= c[0] < end]
        found = [f for f in found if f.contents]
    return found


def run_on(found: list[Found], tagged: Tagged, marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, a quotation that goes on in the next paragraph being one with its beginning.

    A paragraph whose last quotation is left open goes on in the next one that opens with a mark; what stands there
    without a cue of its own belongs to whoever was speaking, and what stood before without one to who speaks there.
    """
    words = tagged.words
    left_open = {int(words.paragraph[_at(words.start, q.start)]) for q in marks if not q.closed and q.depth == 1}
    if not left_open:
        return found
    opened = {int(np.searchsorted(words.start, q.start)) for q in marks if q.depth == 1}
    last: dict[int, Found] = {}
    gone: set[int] = set()
    for f in sorted(found, key=lambda f: f.contents[0]):
        start = f.contents[0][0]
        before = int(words.paragraph[start]) - 1
        first = start == 0 or words.paragraph[start - 1] == before
        if first and start in opened and before in left_open and before in last:
            begun = last[before]
            if f.cue is None:
                begun.contents += f.contents
                gone.add(id(f))
                f = begun
            elif begun.cue is None and begun is not f:  # its cue stands at the end of the second paragraph
                f.contents = [*begun.contents, *f.contents]
                gone.add(id(begun))
        for c in f.contents:
            last[int(words.paragraph[c[0]])] = f
    return [f for f in found if id(f) not in gone]


def _at(starts: NDArray[np.int32], place: int) -> int:
    return min(int(np.searchsorted(starts, place)), len(starts) - 1)

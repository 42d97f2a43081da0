"""Layouts that carry an attribution without saying so: a paragraph that is all quotation."""

from __future__ import annotations

import numpy as np

from sayso.model import Tagged
from sayso.model.quotes import quotations
from sayso.reading.found import EVIDENCE, Found

LEAST_WORDS = 6
"""A paragraph in quotation marks shorter than this may be a title or a slogan; chosen by hand."""
SCORE = 0.7
"""Score of what this rule finds: its content is somebody's, and nothing says whose."""


def unclaimed_quotations(text: str, tagged: Tagged, found: list[Found]) -> list[Found]:
    """An attribution with a content alone for each paragraph that is one whole quotation and in which nothing was found."""
    words = tagged.words
    claimed = np.zeros(len(words) + 1, bool)
    for f in found:
        for start, end in f.contents:
            claimed[start:end] = True
    out = []
    for q in quotations(text):
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

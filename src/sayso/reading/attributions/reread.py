"""A content read again as a text of its own: a second look for another mouth inside it, where there is a sign of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model import Tagged, Tagger
from sayso.model.quotes import Quotation
from sayso.reading.attributions.found import Found, Range, outer
from sayso.reading.attributions.relays import is_relay

LONGEST = 400
"""Words of the longest content that is read again; chosen by hand, to keep the second look cheap."""


@dataclass(frozen=True, slots=True)
class Look:
    """One content to read again: whose it is, and its words without the quotation marks around them."""

    holder: Found
    words: Range
    text: str


def looks(found: Sequence[Found], text: str, tagged: Tagged, marks: Sequence[Quotation]) -> list[Look]:
    """The contents with a sign of another mouth: they hold a quotation within the quotation, or what they say was passed on
    (*according to the Courier, …*)."""
    words = tagged.words
    deep = np.array([q.start for q in marks if q.depth > 1], np.int64)
    out = []
    for f in found:
        relay = is_relay(f, text, tagged)
        for start, end in f.contents:
            low, high = int(words.start[start]), int(words.end[end - 1])
            within = np.searchsorted(deep, low + 1) < np.searchsorted(deep, high)
            if not (relay or within) or end - start > LONGEST:
                continue
            if words.features[start, 1] == 1 and words.features[end - 1, 1] == 2:
                start, end = start + 1, end - 1
            if end - start > 3:
                out.append(Look(f, (start, end), text[words.start[start] : words.end[end - 1]]))
    return out


def reread(batch: Sequence[Look], tagger: Tagger) -> list[list[Found]]:
    """For each look the attributions found in it, in the words of the text that it was taken from."""
    out: list[list[Found]] = []
    for look, tagged in zip(batch, tagger.tag([look.text for look in batch]), strict=True):
        shift, size = look.words[0], look.words[1] - look.words[0]
        found = outer(tagged, tagger.folder) if len(tagged.words) == size else []
        kept = []
        for f in found:
            if any(c[1] - c[0] >= size - 1 for c in f.contents):
                continue
            f.source = _moved(f.source, shift)
            f.cue = _moved(f.cue, shift)
            f.contents = [(s + shift, e + shift) for s, e in f.contents]
            f.beat = [(_moved_place(place, shift), score) for place, score in f.beat]
            f.holder, f.note = look.holder, "found on reading the content again"
            kept.append(f)
        out.append(kept)
    return out


def _moved(span: Range | None, shift: int) -> Range | None:
    return None if span is None else (span[0] + shift, span[1] + shift)


def _moved_place(place: str, shift: int) -> str:
    if ":" not in place:
        return place
    return ":".join(str(int(number) + shift) for number in place.split(":"))

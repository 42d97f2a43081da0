"""Relays: *according to the Courier, Amin says …* has two mouths. The words are Amin's; the Courier is how they reached us."""

from __future__ import annotations

import re

from sayso.model import Tagged
from sayso.reading.attributions.found import Found

_RELAY = re.compile(
    r"^(?:according to|as (?:reported|quoted|told) (?:by|in|to)|via|citing|per|in the words of)\b", re.IGNORECASE
)
LEAD = 3
"""How many words of the outer content may stand before the inner attribution begins, and after it ends."""


def is_relay(found: Found, text: str, tagged: Tagged) -> bool:
    """Whether the cue of this attribution is one by which somebody else's words are passed on."""
    if found.cue is None:
        return False
    words = tagged.words
    return bool(_RELAY.match(text[words.start[found.cue[0]] : words.end[found.cue[1] - 1]]))


def without_relays(found: list[Found], text: str, tagged: Tagged) -> list[Found]:
    """The attributions without those that only pass on one that they hold whole; what they held says who passed it on."""
    words = tagged.words
    gone: set[int] = set()
    for f in found:
        if f.holder is None or f.holder.cue is None or f.source is None or f.cue is None:
            continue
        if not is_relay(f.holder, text, tagged):
            continue
        cue = text[words.start[f.holder.cue[0]] : words.end[f.holder.cue[1] - 1]]
        mine = [f.source, f.cue, *f.contents]
        low, high = min(s for s, _ in mine), max(e for _, e in mine)
        outer_low, outer_high = f.holder.contents[0][0], f.holder.contents[-1][1]
        if low - outer_low <= LEAD and outer_high - high <= LEAD:
            gone.add(id(f.holder))
            source = f.holder.source
            who = text[words.start[source[0]] : words.end[source[1] - 1]] if source else "somebody unnamed"
            f.note = f"passed on: {cue} {who}"
            f.relay = f.holder.cue, source
    for f in found:
        while f.holder is not None and id(f.holder) in gone:
            f.holder = f.holder.holder
    return [f for f in found if id(f) not in gone]

"""What stands right behind an outlet's name: a verb of reporting, *interview*."""

from __future__ import annotations

from sayso.reading.chain import places
from sayso.reading.chain import vocabulary as v
from sayso.reading.tokens import Tokens


def reported_after(tokens: Tokens, last: int) -> int:
    """The end of a verb of reporting right after an outlet's name, 0 where there is none."""
    lower = tokens.lower
    at = last
    while at < len(lower) and at < last + 4:
        if lower[at] in v.SAYS:
            return at + 1
        if lower[at] not in v.LINK_VERBS and lower[at] not in ("’s", "'s") and lower[at] not in v.ROLES:
            return 0
        at += 1
    return 0


def parenthetical(tokens: Tokens, after: int) -> bool:
    """Whether nothing is told after *the Courier reported*: it belongs to what stands before."""
    if after >= len(tokens):
        return True
    low = tokens.lower[after]
    return (
        low in v.STOPS
        or low in v.TIMES
        or low in ("last", "at", "this", "earlier", "first", "late", "citing", "in", "on", "-", "--", "as", "and")
    )


def interview_after(tokens: Tokens, last: int) -> int:
    """The end of *interview* soon after an outlet's name (*a CNN interview*, *Fox's Sunday interview*), 0 where there is none."""
    lower = tokens.lower
    for at in range(last, min(len(lower), last + 4)):
        if lower[at] in v.AIRED or (lower[at] in v.PRINTED and places.ends_there(tokens, at + 1)):
            return at + 1
        if lower[at] in v.STOPS or lower[at] in v.INTO or lower[at] == "into" or tokens.pos[at][:1] == "V":
            return 0
    return 0

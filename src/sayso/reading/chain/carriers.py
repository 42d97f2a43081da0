"""Outlets that nothing but their place shows: *an edition of The Lantern*, *an op-ed for Harbour Syndicate*, *my show*."""

from __future__ import annotations

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.names import Named
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

_EDITIONS = word_set("edition episode broadcast instalment installment airing")
_PIECES = word_set("op-ed oped column essay editorial article piece commentary ed")
_MINE = word_set("my our")
_SHOWS = word_set("show programme program podcast")
MOST = 6
"""Words of such a name."""


def carrier(tokens: Tokens, i: int, start: int) -> Named | None:
    """The outlet that carried what the noun `i` says was said or written; `start` is where its noun phrase begins."""
    low = tokens.lower
    if low[i] in _SHOWS and low[start] in _MINE and i - start <= 2:
        return Named(start, i + 1, f"{low[start]} {low[i]}", True, described=True)
    aired = low[i] in _EDITIONS
    if not aired and low[i] not in _PIECES:
        return None
    if low[i] == "ed" and low[max(0, i - 2) : i] != ["op", "-"]:
        return None
    at = i + 2
    if at >= len(tokens) or low[at - 1] not in (("of",) if aired else ("for", "in")):
        return None
    return _name(tokens, at, aired)


def wrote_on(tokens: Tokens, i: int) -> Named | None:
    """The site that *wrote on The Harbour Log* names; word `i` is the verb."""
    at = i + 2
    if at >= len(tokens) or tokens.lower[i + 1] not in ("on", "at", "for"):
        return None
    named = _name(tokens, at, False)
    known = named is not None and tokens.name[named.last - 1].endswith(("ORGANIZATION", "MISC"))
    return named if known else None


def _name(tokens: Tokens, at: int, aired: bool) -> Named | None:
    """The name in capitals that begins with word `at`."""
    low, words = tokens.lower, tokens.words
    end = at
    while end < len(tokens) and end < at + MOST and (words[end][0].isupper() or (end == at and low[end] == "the")):
        end += 1
    if end == at or low[end - 1] == "the" or low[at] in v.TIMES or low[end - 1] in v.TIMES:
        return None
    if tokens.name[end - 1].endswith(("PERSON", "LOCATION")):
        return None
    first = at + 1 if low[at] == "the" and words[at] == "the" else at
    return Named(at, end, tokens.text[tokens.start[first] : tokens.end[end - 1]], aired)

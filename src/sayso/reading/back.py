"""Findings moved from the prose text, where they were made, to the article's own text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from sayso.records import Attribution, Chain, Happening, Hedge, Hop, Person, Span, TimeMention, Venue

Back: TypeAlias = Callable[[Span], Span]


def attribution(found: Attribution, back: Back) -> Attribution:
    return replace(
        found,
        source=_all(found.source, back),
        cue=_all(found.cue, back),
        content=_all(found.content, back),
        hedges=_all(found.hedges, back),
        anonymity=_all(found.anonymity, back),
        venue=None if found.venue is None else venue(found.venue, back),
    )


def venue(found: Venue, back: Back) -> Venue:
    return replace(found, spans=_all(found.spans, back))


def person(found: Person, back: Back) -> Person:
    return replace(found, mentions=_all(found.mentions, back), descriptions=_all(found.descriptions, back))


def chain(found: Chain, back: Back) -> Chain:
    return replace(found, hops=tuple(hop(each, back) for each in found.hops))


def hop(found: Hop, back: Back) -> Hop:
    return replace(found, spans=_all(found.spans, back))


def hedge(found: Hedge, back: Back) -> Hedge:
    return replace(found, spans=_all(found.spans, back), scope=back(found.scope))


def time(found: TimeMention, back: Back) -> TimeMention:
    return replace(found, span=back(found.span))


def happening(found: Happening, back: Back) -> Happening:
    return replace(found, what=_all(found.what, back))


def _all(spans: tuple[Span, ...], back: Back) -> tuple[Span, ...]:
    return tuple(back(span) for span in spans)

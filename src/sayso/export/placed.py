"""Where each finding's words stand: the common measure of what an export keeps, and what its importer gives back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.lookup import Lookup, spans_by_role
from sayso.records import Reading, Span


@dataclass(frozen=True, slots=True, order=True)
class Placed:
    """One span of one finding of one article.

    `finding` is the finding's id; `hedge1`, `hedge2`, … for `Reading.hedges` in order, since they have none, and `wire` for the
    agency's mark. `role` is what the span does in it: source, cue, content, hedge, anonymity, venue, hop, scope, time, mention,
    description, what, wire. `number` is the place of the hop in its chain, from 0, and 0 for everything else.
    """

    article: str
    finding: str
    role: str
    number: int
    span: Span


ATTRIBUTION_ROLES = frozenset({"source", "cue", "content", "hedge", "anonymity", "venue", "hop"})
"""The roles that a quotation-centric export has, where the finding is an attribution."""


def placed(reading: Reading) -> list[Placed]:
    """Every span of a reading, sorted; what an importer finds again is compared with it."""
    article = reading.article.id
    return sorted(Placed(article, finding, role, number, span) for finding, role, number, span in _all(reading))


def of_attributions(reading: Reading) -> list[Placed]:
    """The spans of attributions and their chains alone, sorted."""
    ids = {found.id for found in reading.attributions}
    return [each for each in placed(reading) if each.finding in ids and each.role in ATTRIBUTION_ROLES]


def _all(reading: Reading) -> Iterator[tuple[str, str, int, Span]]:
    lookup = Lookup(reading)
    for found in reading.attributions:
        for role, spans in spans_by_role(found):
            for span in spans:
                yield found.id, role, 0, span
        for place, hop in enumerate(lookup.hops(found)):
            for span in hop.spans:
                yield found.id, "hop", place, span
    for place, hedge in enumerate(reading.hedges, 1):
        for span in hedge.spans:
            yield f"hedge{place}", "hedge", 0, span
        yield f"hedge{place}", "scope", 0, hedge.scope
    for time in reading.times:
        yield time.id, "time", 0, time.span
    for person in reading.people:
        for span in person.mentions:
            yield person.id, "mention", 0, span
        for span in person.descriptions:
            yield person.id, "description", 0, span
    for happening in reading.happenings:
        for span in happening.what:
            yield happening.id, "what", 0, span
    if reading.wire is not None:
        for span in reading.wire.spans:
            yield "wire", "wire", 0, span

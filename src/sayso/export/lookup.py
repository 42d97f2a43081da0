"""What exports ask of a reading again and again: its people, hops and times by id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from sayso.records import Attribution, Hop, Person, Reading, Span, TimeMention

THIS, NOWHERE = "this article", "somewhere not named"
"""How a hop without an actor is called: the last one, and any other."""


class Lookup:
    """A reading with its people, hops and times by id, so that no export searches for them once a finding."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article = reading.article
        self.people: dict[str, Person] = {}
        for person in reading.people:
            self.people.setdefault(person.id, person)
        self._found = {found.id: found for found in reading.attributions}
        self._hops: dict[str, tuple[Hop, ...]] = {}
        for chain in reading.chains:
            self._hops.setdefault(chain.attribution, chain.hops)
        self._times: dict[str, TimeMention] = {}
        for time in reading.times:
            self._times.setdefault(time.id, time)

    def attribution(self, id: str | None) -> Attribution | None:
        """The attribution of an id, `None` for none."""
        return self._found.get(id or "")

    def speaker(self, found: Attribution) -> Person | None:
        """The one who speaks, `None` where that is open."""
        return self.people.get(found.speaker or "")

    def hops(self, found: Attribution) -> tuple[Hop, ...]:
        """The hops of its words, none where none were traced."""
        return self._hops.get(found.id, ())

    def path(self, found: Attribution) -> str:
        """The chain as one line: *Ada Moss → The Courier → this article*."""
        return " → ".join(self.actors(found))

    def actors(self, found: Attribution) -> list[str]:
        """The name of each hop's actor, as it is; *this article* and *somewhere not named* for those without."""
        hops = self.hops(found)
        last = len(hops) - 1
        return [hop.actor or (THIS if place == last else NOWHERE) for place, hop in enumerate(hops)]

    def said(self, found: Attribution) -> TimeMention | None:
        """The expression of time that dates the saying, `None` where nothing does."""
        return self._times.get(found.said or "")

    def words(self, spans: tuple[Span, ...]) -> str:
        """The words of the spans, ` … ` where the text interrupts them."""
        return " … ".join(span.of(self.article.text) for span in spans)

    def words_or_none(self, spans: tuple[Span, ...]) -> str | None:
        """`words`, `None` where there are no spans."""
        return self.words(spans) if spans else None


def spans_by_role(found: Attribution) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Every role of an attribution that has words in the text, with its spans."""
    venue = found.venue.spans if found.venue is not None else ()
    for role, spans in (
        ("source", found.source),
        ("cue", found.cue),
        ("content", found.content),
        ("hedge", found.hedges),
        ("anonymity", found.anonymity),
        ("venue", venue),
    ):
        if spans:
            yield role, spans


def utc(value: date | None) -> str | None:
    """A moment as `xsd:dateTime` in UTC, `None` for a date without an hour or a moment without a zone."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return None
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")

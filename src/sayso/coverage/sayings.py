"""From a reading to its sayings."""

from __future__ import annotations

from sayso.records import Reading
from sayso.records.saying import Saying


def sayings_of(reading: Reading, id: str | None = None) -> tuple[Saying, ...]:
    """The attributions of a reading with what the questions across articles ask of them, in the reading's order; `id` is the
    article's id where that is another than its own."""
    a, text = reading.article, reading.article.text
    names = {person.id: person.name for person in reading.people}
    agency = reading.wire.agency if reading.wire is not None and reading.wire.whole else None
    return tuple(
        Saying(
            article=id or a.id,
            attribution=x.id,
            outlet=a.outlet,
            url=a.url,
            title=a.title,
            published=a.published,
            kind=x.kind,
            words=" … ".join(span.of(text) for span in x.content),
            spans=x.content,
            cue=" ".join(span.of(text) for span in x.cue),
            source=" ".join(span.of(text) for span in x.source) or None,
            speaker=names.get(x.speaker or ""),
            source_class=x.source_class,
            via=x.via,
            venue=None if x.venue is None else x.venue.name,
            certainty=x.certainty,
            polarity=x.polarity,
            inside=x.inside,
            score=x.score,
            wire=agency,
        )
        for x in reading.attributions
    )

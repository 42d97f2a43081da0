"""The sayings of a reading, and of an archive."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sayso.archive import Archive, Filters
from sayso.archive.info import where_of
from sayso.records import AttributionKind, Certainty, Polarity, Reading, SourceClass, Span
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


def sayings_in(
    archive: Archive,
    filters: Filters | None = None,
    *,
    articles: Sequence[str] | None = None,
    only: Container[tuple[str, str]] | None = None,
) -> Iterator[Saying]:
    """The attributions of an archive with what the questions across articles ask of them. `article` is the archive's id. Of
    certain articles where their ids are given, and `only` these where articles and attributions are."""
    where, values = where_of(archive.tables, filters or Filters())
    if articles is not None:
        where += f"{' AND' if where else ' WHERE'} id IN (SELECT unnest(string_split(?, ' ')))"
        values.append(" ".join(articles))
    rows = archive.tables.rows(
        "SELECT a.id, x.attribution, a.outlet, a.url, a.title, a.published, a.published_at, x.kind, x.content_text, "
        "x.content_spans, x.cue_text, x.source_text, x.speaker_name, x.source_class, x.via, x.venue, x.certainty, x.polarity, "
        "x.inside, x.score, w.agency FROM attributions x "
        f"JOIN (SELECT * FROM articles{where}) a ON a.id = x.article "
        "LEFT JOIN (SELECT article, any_value(agency) AS agency FROM wire WHERE whole GROUP BY article) w "
        "ON w.article = a.id ORDER BY a.id, x.position",
        values,
    )
    for row in rows:
        if row[8] and (only is None or row[:2] in only):
            yield _saying(row)


def _saying(row: tuple[Any, ...]) -> Saying:
    id, attribution, outlet, url, title, day, moment, kind, words, spans, cue, source, speaker, source_class = row[:14]
    via, venue, certainty, polarity, inside, score, agency = row[14:]
    published: date | datetime | None = moment if moment is not None else day
    return Saying(
        id,
        attribution,
        outlet,
        url,
        title,
        published,
        AttributionKind(kind),
        words,
        tuple(Span(each["start_at"], each["end_at"]) for each in spans),
        cue or "",
        source,
        speaker,
        SourceClass(source_class),
        tuple(via or ()),
        venue,
        Certainty(certainty),
        Polarity(polarity),
        inside,
        score,
        agency,
    )

"""The flat tables of readings: a row an article or a row a quotation, for CSV and Parquet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sayso.export.files import Tally
from sayso.export.lookup import Lookup
from sayso.records import Attribution, AttributionKind, Reading, Span


class Unit(StrEnum):
    """What a row is about."""

    ARTICLES = "articles"
    QUOTATIONS = "quotations"


class Sort(StrEnum):
    """What a column holds. Spans are a list of `start` and `end`, code points of the article's text, end exclusive."""

    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    REAL = "real"
    TRUTH = "truth"
    SPANS = "spans"


Cell: TypeAlias = "str | list[str] | int | float | bool | list[dict[str, int]] | None"
Row: TypeAlias = "dict[str, Cell]"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and a comment that says what it means."""

    name: str
    sort: Sort
    comment: str


_C = Column
ARTICLES: tuple[Column, ...] = (
    _C("article", Sort.TEXT, "id of the article, made of its text"),
    _C("url", Sort.TEXT, "address of the page"),
    _C("outlet", Sort.TEXT, "who publishes it"),
    _C("title", Sort.TEXT, "headline"),
    _C("authors", Sort.TEXTS, "who signed it"),
    _C("published", Sort.TEXT, "when it was published, ISO 8601, a date or a moment"),
    _C("modified", Sort.TEXT, "when the page says it was changed"),
    _C("captured", Sort.TEXT, "when its bytes were got"),
    _C("language", Sort.TEXT, "BCP 47 tag"),
    _C("words", Sort.INTEGER, "words of its prose, by white space"),
    _C("quotations", Sort.INTEGER, "attributions found"),
    _C("direct", Sort.INTEGER, "of them in quotation marks"),
    _C("indirect", Sort.INTEGER, "of them in the writer's words"),
    _C("mixed", Sort.INTEGER, "of them in both"),
    _C("speakers", Sort.TEXTS, "names of those who speak, in order of first quotation"),
    _C("people", Sort.INTEGER, "parties mentioned that could speak"),
    _C("hedges", Sort.INTEGER, "statements not simply made"),
    _C("times", Sort.INTEGER, "expressions of time"),
    _C("happenings", Sort.INTEGER, "dated happenings"),
    _C("wire", Sort.TEXT, "agency whose text it is"),
    _C("wire_whole", Sort.TRUTH, "whether all of it is the agency's"),
    _C("notes", Sort.TEXTS, "what to know of the reading"),
    _C("model", Sort.TEXT, "name and version of the model that read it"),
    _C("text", Sort.TEXT, "the text that all spans point into"),
)
QUOTATIONS: tuple[Column, ...] = (
    _C("article", Sort.TEXT, "id of the article"),
    _C("url", Sort.TEXT, "address of the page"),
    _C("outlet", Sort.TEXT, "who publishes it"),
    _C("title", Sort.TEXT, "headline"),
    _C("published", Sort.TEXT, "when the article was published, ISO 8601"),
    _C("quotation", Sort.TEXT, "id of the attribution in its article"),
    _C("kind", Sort.TEXT, "direct, indirect or mixed"),
    _C("speaker", Sort.TEXT, "name of the one who speaks, empty where that is open"),
    _C("speaker_id", Sort.TEXT, "id of the speaker in the article"),
    _C("speaker_kind", Sort.TEXT, "person, organisation, outlet, …"),
    _C("source_class", Sort.TEXT, "named, role, collective, anonymous, document, unattributed"),
    _C("source", Sort.TEXT, "the words that name who speaks"),
    _C("cue", Sort.TEXT, "the words that report it"),
    _C("content", Sort.TEXT, "what was said, … where the text interrupts it"),
    _C("certainty", Sort.TEXT, "what the article commits to"),
    _C("polarity", Sort.TEXT, "affirmed or denied"),
    _C("tone", Sort.TEXT, "what the cue adds to said"),
    _C("hedges", Sort.TEXT, "the words, besides the cue, that show how sure it is"),
    _C("anonymity", Sort.TEXT, "why the source is not named, in the article's words"),
    _C("addressee", Sort.TEXT, "to whom it was said"),
    _C("venue", Sort.TEXT, "where it was said"),
    _C("venue_kind", Sort.TEXT, "interview, statement, post, …"),
    _C("said", Sort.TEXT, "when it was said, a TIMEX3 value"),
    _C("chain", Sort.TEXT, "through whom it reached the article, first mouth first"),
    _C("via", Sort.TEXTS, "who passed the words on, in order"),
    _C("wire", Sort.TEXT, "agency whose text the article is"),
    _C("inside", Sort.TEXT, "id of the attribution whose content holds this one"),
    _C("score", Sort.REAL, "how likely the words are attributed as given, 0 to 1"),
    _C("why", Sort.TEXT, "the rule or model that found it"),
    _C("model", Sort.TEXT, "name and version of the model that read the article"),
    _C("source_spans", Sort.SPANS, "where the source stands"),
    _C("cue_spans", Sort.SPANS, "where the cue stands"),
    _C("content_spans", Sort.SPANS, "where the content stands"),
    _C("hedge_spans", Sort.SPANS, "where the hedges stand"),
)
COLUMNS = {Unit.ARTICLES: ARTICLES, Unit.QUOTATIONS: QUOTATIONS}


def rows(readings: Iterable[Reading], unit: Unit, tally: Tally) -> Iterator[Row]:
    """The rows of one table; characters that no table can hold (lone surrogates, NUL) are U+FFFD and counted."""
    make = _article if unit is Unit.ARTICLES else _quotations
    for reading in readings:
        tally.readings += 1
        for row in make(Lookup(reading)):
            tally.rows += 1
            yield {name: _held(cell, tally) for name, cell in row.items()}


_UNHELD = re.compile("[\x00\ud800-\udfff]")


def _held(cell: Cell, tally: Tally) -> Cell:
    if isinstance(cell, str):
        made, count = _UNHELD.subn("\ufffd", cell)
        tally.replaced += count
        return made
    if isinstance(cell, list) and cell and isinstance(cell[0], str):
        return [str(_held(each, tally)) for each in cell if isinstance(each, str)]
    return cell


def _article(at: Lookup) -> Iterator[Row]:
    reading, article = at.reading, at.article
    kinds = [found.kind for found in reading.attributions]
    speakers = dict.fromkeys(person.name for found in reading.attributions if (person := at.speaker(found)))
    yield {
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "authors": list(article.authors),
        "published": _iso(article.published),
        "modified": _iso(article.modified),
        "captured": _iso(article.captured),
        "language": article.language,
        "words": sum(len(block.span.of(article.text).split()) for block in article.prose),
        "quotations": len(kinds),
        "direct": kinds.count(AttributionKind.DIRECT),
        "indirect": kinds.count(AttributionKind.INDIRECT),
        "mixed": kinds.count(AttributionKind.MIXED),
        "speakers": list(speakers),
        "people": len(reading.people),
        "hedges": len(reading.hedges),
        "times": len(reading.times),
        "happenings": len(reading.happenings),
        "wire": reading.wire.agency if reading.wire is not None else None,
        "wire_whole": reading.wire.whole if reading.wire is not None else None,
        "notes": list(reading.notes),
        "model": reading.model,
        "text": article.text,
    }


def _quotations(at: Lookup) -> Iterator[Row]:
    reading, article = at.reading, at.article
    about: Row = {
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": _iso(article.published),
    }
    for found in reading.attributions:
        yield {**about, **_quotation(at, found)}


def _quotation(at: Lookup, found: Attribution) -> Row:
    speaker, said = at.speaker(found), at.said(found)
    addressee = at.people.get(found.addressee or "")
    words = at.words_or_none
    return {
        "quotation": found.id,
        "kind": str(found.kind),
        "speaker": speaker.name if speaker else None,
        "speaker_id": found.speaker,
        "speaker_kind": str(speaker.kind) if speaker else None,
        "source_class": str(found.source_class),
        "source": words(found.source),
        "cue": words(found.cue),
        "content": words(found.content),
        "certainty": str(found.certainty),
        "polarity": str(found.polarity),
        "tone": str(found.tone),
        "hedges": words(found.hedges),
        "anonymity": words(found.anonymity),
        "addressee": addressee.name if addressee else None,
        "venue": found.venue.name if found.venue else None,
        "venue_kind": found.venue.kind if found.venue else None,
        "said": said.value if said else None,
        "chain": at.path(found) or None,
        "via": list(found.via),
        "wire": at.reading.wire.agency if at.reading.wire else None,
        "inside": found.inside,
        "score": round(found.score, 4),
        "why": found.why.by,
        "model": at.reading.model,
        "source_spans": _spans(found.source),
        "cue_spans": _spans(found.cue),
        "content_spans": _spans(found.content),
        "hedge_spans": _spans(found.hedges),
    }


def _spans(spans: tuple[Span, ...]) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None

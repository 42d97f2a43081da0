"""Search: from a query to hits, each with the place that it is about and words to show it by."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

from sayso.archive import query as language
from sayso.archive.words import indexed, placed
from sayso.errors import UsageError
from sayso.records import Span

Within = Literal["text", "quotations", "speakers"]
WITHIN: tuple[Within, ...] = ("text", "quotations", "speakers")

BEFORE = 60
AROUND = 240
"""Characters of a snippet before its first hit, and in all."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits are kept to. An empty tuple or `None` keeps all; several values of one are alternatives."""

    outlets: tuple[str, ...] = ()
    """Names of outlets, whole, whatever their case."""
    since: date | None = None
    until: date | None = None
    """First and last day of publication; an article without a date is in no span of time."""
    speakers: tuple[str, ...] = ()
    """Words of a speaker's name in a row: *Penn* finds *Sean Penn*."""
    kinds: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()

    @property
    def of_quotations(self) -> bool:
        """Whether it asks for anything that only an attribution has."""
        return bool(self.speakers or self.kinds or self.certainties)


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer. `span` is where the first words stand that were looked for (in the article's text; `None` where they
    stand only in its title, outlet or speakers), `snippet` the words around them, `marks` where in the snippet they are.
    `attribution`, `speaker`, `kind` and `certainty` are of the quotation, `None` where whole articles were asked for.
    `content` are the spans of what was said."""

    article: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    span: Span | None
    snippet: str
    marks: tuple[Span, ...]
    score: float
    """BM25, higher is better; comparable within one answer only."""
    attribution: str | None = None
    speaker: str | None = None
    kind: str | None = None
    certainty: str | None = None
    content: tuple[Span, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the form that `--json` prints."""
        return asdict(self)


def search(
    db: sqlite3.Connection, query: language.Query, filters: Filters, within: Within, limit: int, last: int
) -> list[Hit]:
    """The best `limit` hits as of commit `last`, best first, those equally good in order of their adding."""
    if within == "text":
        return [_article(row, query) for row in _rows(db, query, filters, limit, last)]
    return [_quotation(row, query, within) for row in _quotes(db, query, filters, within, limit, last)]


def _rows(
    db: sqlite3.Connection, query: language.Query, filters: Filters, limit: int, last: int
) -> Iterator[sqlite3.Row]:
    wanted, values = _of_docs(filters, last)
    if filters.of_quotations:
        more, their = _of_quotes(filters)
        speaker = _speaker(filters)
        inner = "SELECT q.doc FROM quotes AS q"
        if speaker is not None:
            inner += " JOIN said ON said.rowid = q.quote"
            more, their = ["said MATCH ?", *more], [speaker, *their]
        wanted.append(f"d.doc IN ({inner} WHERE {' AND '.join(more)})")
        values += their
    sql = (
        "SELECT d.*, texts.rank AS score FROM texts JOIN docs AS d ON d.doc = texts.rowid "
        f"WHERE texts MATCH ? AND {' AND '.join(wanted)} ORDER BY texts.rank LIMIT ?"
    )
    return _asked(db, sql, [language.fts(query, ("title", "body")), *values, limit])


def _quotes(
    db: sqlite3.Connection, query: language.Query, filters: Filters, within: Within, limit: int, last: int
) -> Iterator[sqlite3.Row]:
    wanted, values = _of_docs(filters, last)
    more, their = _of_quotes(filters)
    speaker = _speaker(filters)
    asked = language.fts(query, ("body",) if within == "quotations" else ("speaker",))
    if speaker is not None:
        asked = f"({asked}) AND {speaker}"
    sql = (
        "SELECT d.*, q.attribution, q.speaker, q.kind, q.certainty, q.spans, said.rank AS score FROM said "
        "JOIN quotes AS q ON q.quote = said.rowid JOIN docs AS d ON d.doc = q.doc "
        f"WHERE said MATCH ? AND {' AND '.join([*wanted, *more])} ORDER BY said.rank LIMIT ?"
    )
    return _asked(db, sql, [asked, *values, *their, limit])


def _of_docs(filters: Filters, last: int) -> tuple[list[str], list[Any]]:
    wanted, values = ["d.added <= ?", "(d.gone IS NULL OR d.gone > ?)"], list[Any]((last, last))
    if filters.outlets:
        wanted.append(f"lower_of(d.outlet) IN ({_marks(filters.outlets)})")
        values += [outlet.casefold().strip() for outlet in filters.outlets]
    if filters.since is not None:
        wanted.append("d.published >= ?")
        values.append(filters.since.isoformat())
    if filters.until is not None:
        wanted.append("d.published <= ?")
        values.append(filters.until.isoformat())
    return wanted, values


def _of_quotes(filters: Filters) -> tuple[list[str], list[Any]]:
    wanted, values = ["1"], list[Any]()
    for column, mine in (("kind", filters.kinds), ("certainty", filters.certainties)):
        if mine:
            wanted.append(f"q.{column} IN ({_marks(mine)})")
            values += mine
    return wanted, values


def _speaker(filters: Filters) -> str | None:
    names = [f'"{words}"' for name in filters.speakers if (words := indexed(name))]
    if filters.speakers and not names:
        raise UsageError("The speaker's name has no word in it; give a name such as “Penn”.", code="query")
    return "(" + " OR ".join(f"{{speaker}} : {name}" for name in names) + ")" if names else None


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _asked(db: sqlite3.Connection, sql: str, values: list[Any]) -> Iterator[sqlite3.Row]:
    db.create_function("lower_of", 1, lambda words: words.casefold() if words else None, deterministic=True)
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    return iter(cursor.execute(sql, values).fetchall())


def _text(row: sqlite3.Row) -> str:
    return zlib.decompress(row["body"]).decode()


def _article(row: sqlite3.Row, query: language.Query) -> Hit:
    text = _text(row)
    found = _found(text, query, None)
    snippet, marks = _snippet(text, 0, len(text), found)
    return _hit(row, found[0] if found else None, snippet, marks)


def _quotation(row: sqlite3.Row, query: language.Query, within: Within) -> Hit:
    text = _text(row)
    content = tuple(Span(start, end) for start, end in json.loads(row["spans"]))
    found = _within(text, content, query) if within == "quotations" else []
    start, end = (content[0].start, content[-1].end) if content else (0, len(text))
    snippet, marks = _snippet(text, start, end, found)
    return _hit(
        row,
        found[0] if found else content[0] if content else None,
        snippet,
        marks,
        attribution=row["attribution"],
        speaker=row["speaker"],
        kind=row["kind"],
        certainty=row["certainty"],
        content=content,
    )


def _hit(row: sqlite3.Row, span: Span | None, snippet: str, marks: tuple[Span, ...], **more: Any) -> Hit:
    return Hit(
        article=row["article"],
        outlet=row["outlet"],
        published=row["published"],
        title=row["title"],
        url=row["url"],
        span=span,
        snippet=snippet,
        marks=marks,
        score=round(-row["score"], 4),
        **more,
    )


def _found(text: str, query: language.Query, name: str | None) -> list[Span]:
    words = placed(text)
    spots = language.spots(query, [word for word, _, _ in words], name)
    return [Span(words[first][1], words[last - 1][2]) for first, last in spots]


def _within(text: str, content: Sequence[Span], query: language.Query) -> list[Span]:
    """Hits in what was said, whose pieces are searched as if the words between them were not there."""
    words = [(word, span.start + a, span.start + b) for span in content for word, a, b in placed(span.of(text))]
    spots = language.spots(query, [word for word, _, _ in words])
    return [Span(words[first][1], words[last - 1][2]) for first, last in spots]


def _snippet(text: str, start: int, end: int, found: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Words around the first hit, on one line, and where in them the hits are."""
    first = found[0].start if found else start
    begin = max(start, first - BEFORE)
    if begin > start:
        begin = text.find(" ", begin, first) + 1 or begin
    stop = min(end, begin + AROUND)
    if stop < end:
        blank = text.rfind(" ", begin, stop)
        stop = blank if blank > first else stop
    lead, trail = ("… " if begin > start else ""), (" …" if stop < end else "")
    piece = "".join(" " if c.isspace() else c for c in text[begin:stop])
    shift = len(lead) - begin
    marks = tuple(
        Span(span.start + shift, min(span.end, stop) + shift)
        for span in found
        if begin <= span.start < stop and min(span.end, stop) > span.start
    )
    return lead + piece + trail, marks

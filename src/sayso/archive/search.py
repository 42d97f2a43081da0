"""Search: from a query to hits, the best first, and what they have in common."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from sayso.archive import query as language
from sayso.archive.hits import Hit, hit_of_article, hit_of_quotation, text_of
from sayso.archive.index import HERE, grown, tag_of_outlet
from sayso.archive.words import indexed, words_of
from sayso.errors import UsageError
from sayso.records.values import values_of

Within = Literal["text", "quotations", "speakers"]
WITHIN: tuple[Within, ...] = ("text", "quotations", "speakers")

CANDIDATES = 5_000
"""Matches that are weighed against each other."""
MOST_YEARS = 200
MOST_ARTICLES = 300
"""Articles whose statements are looked at to say who speaks in them; more would make a search wait."""
_WEIGHTS = "4.0, 1.0, 0.0, 0.0, 0.0"
"""Of title, text, outlet, speakers and tags: a word of the title says more; chosen by hand."""


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
class Count:
    """How many hits have a value."""

    value: str
    hits: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What the hits of a query have in common, each list by hits, most first (months in time).

    `hits` are all those that were weighed: at most `CANDIDATES` (then `capped` is true), those that were added last. Where whole
    articles were asked for, `speakers`, `kinds` and `certainties` count the articles that have such a statement; they are empty
    where more than `MOST_ARTICLES` were found.
    """

    hits: int
    capped: bool
    outlets: tuple[Count, ...]
    months: tuple[Count, ...]
    speakers: tuple[Count, ...] = ()
    kinds: tuple[Count, ...] = ()
    certainties: tuple[Count, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the form that the API answers with."""
        return values_of(self)


Cut: TypeAlias = tuple[int, int]
"""How many hits, after how many."""


def search(
    db: sqlite3.Connection, query: language.Query, filters: Filters, within: Within, cut: Cut, last: int
) -> list[Hit]:
    """The best hits as of commit `last`, best first.

    Where more than `CANDIDATES` match, they are the best of those that were added last: so the time that a search takes is
    bounded, and what stands in every second article has no best one anyway.
    """
    if within == "text":
        return [hit_of_article(row, query) for row in _articles(db, query, filters, cut, last)]
    return [
        hit_of_quotation(row, query, said=within == "quotations")
        for row in _quotations(db, query, filters, within, cut, last)
    ]


def facets(db: sqlite3.Connection, query: language.Query, filters: Filters, within: Within, last: int) -> Facets:
    """By outlet, month, speaker, kind and certainty, how many of the hits as of commit `last`."""
    if within == "text":
        candidates, values = _article_candidates(db, query, filters, last)
        sql = f"SELECT d.outlet, d.published FROM ({candidates}) AS x JOIN docs AS d ON d.doc = x.doc"
    else:
        candidates, values = _quotation_candidates(db, query, filters, within, last)
        sql = (
            f"SELECT d.outlet, d.published, q.speaker, q.kind, q.certainty FROM ({candidates}) AS x "
            "JOIN docs AS d ON d.doc = x.doc JOIN quotes AS q ON q.quote = x.quote"
        )
    rows = db.execute(sql, values).fetchall()
    columns = list(zip(*rows, strict=True)) or [()] * 5
    months = Counter(day[:7] for day in columns[1] if day)
    by_time = tuple(Count(month, hits) for month, hits in sorted(months.items()))
    said = list(columns[2:])
    if within == "text" and 0 < len(rows) <= MOST_ARTICLES:
        for column in ("speaker", "kind", "certainty"):
            found = f"SELECT DISTINCT q.doc, q.{column} FROM ({candidates}) AS x JOIN quotes AS q ON q.doc = x.doc"
            said.append(tuple(value for _, value in db.execute(found, values)))
    return Facets(len(rows), len(rows) >= CANDIDATES, _counted(columns[0]), by_time, *map(_counted, said))


def matching(db: sqlite3.Connection, query: language.Query, last: int) -> set[str]:
    """Ids of all articles whose title or text matches, as of commit `last`."""
    sql = f"SELECT d.article FROM texts JOIN docs AS d ON d.doc = texts.rowid WHERE texts MATCH ? AND {HERE}"
    return {row[0] for row in db.execute(sql, (language.fts(query, ("title", "body")), last, last))}


def said(db: sqlite3.Connection, query: language.Query, last: int) -> list[tuple[str, str]]:
    """Article and attribution of everything said that matches, as of commit `last`."""
    sql = (
        "SELECT d.article, q.attribution FROM said JOIN quotes AS q ON q.quote = said.rowid JOIN docs AS d ON d.doc = q.doc "
        f"WHERE said MATCH ? AND {HERE}"
    )
    return db.execute(sql, (language.fts(query, ("body",)), last, last)).fetchall()


def texts(db: sqlite3.Connection, articles: Iterable[str], last: int) -> dict[str, str]:
    """The texts of some articles as of commit `last`, by id; what has none is left out."""
    sql = (
        f"SELECT d.article, bodies.body FROM docs AS d JOIN bodies ON bodies.doc = d.doc WHERE d.article = ? AND {HERE}"
    )
    return {article: text_of(body) for article, body in _each(db, sql, articles, last)}


def packed(db: sqlite3.Connection, articles: Iterable[str], last: int) -> dict[str, tuple[int, str, str]]:
    """Commit, packed reading and text of some articles as of commit `last`, by id; unknown ones are left out."""
    sql = (
        "SELECT d.article, d.added, readings.body, bodies.body FROM docs AS d JOIN bodies ON bodies.doc = d.doc "
        f"JOIN readings ON readings.doc = d.doc WHERE d.article = ? AND {HERE}"
    )
    found = _each(db, sql, articles, last)
    return {article: (commit, grown(reading), grown(text)) for article, commit, reading, text in found}


def _each(db: sqlite3.Connection, sql: str, articles: Iterable[str], last: int) -> Iterator[tuple[Any, ...]]:
    for article in dict.fromkeys(articles):
        yield from db.execute(sql, (article, last, last))


def _counted(values: Iterable[str | None]) -> tuple[Count, ...]:
    found = Counter(value for value in values if value)
    return tuple(Count(value, hits) for value, hits in sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _article_candidates(
    db: sqlite3.Connection, query: language.Query, filters: Filters, last: int
) -> tuple[str, list[Any]]:
    """The matches that are weighed against each other, as SQL and its values: columns `doc` and `score`."""
    wanted, values = _still_there(filters, last)
    asked = _and(language.fts(query, ("title", "body")), *_tags(db, filters, of_quotations=False))
    if filters.of_quotations:
        tags = _and(*_speakers(filters), *_tags(db, filters, of_quotations=True))
        wanted.append("d.doc IN (SELECT q.doc FROM said JOIN quotes AS q ON q.quote = said.rowid WHERE said MATCH ?)")
        values.append(tags)
    sql = (
        f"SELECT d.doc AS doc, bm25(texts, {_WEIGHTS}) AS score FROM texts CROSS JOIN docs AS d ON d.doc = texts.rowid "
        f"WHERE texts MATCH ? AND {' AND '.join(wanted)} ORDER BY texts.rowid DESC LIMIT {CANDIDATES}"
    )
    return sql, [asked, *values]


def _articles(
    db: sqlite3.Connection, query: language.Query, filters: Filters, cut: Cut, last: int
) -> list[sqlite3.Row]:
    candidates, values = _article_candidates(db, query, filters, last)
    sql = (
        f"SELECT d.*, bodies.body, x.score FROM ({_best(candidates, 'doc')}) AS x JOIN docs AS d ON d.doc = x.doc "
        "JOIN bodies ON bodies.doc = x.doc ORDER BY x.score, x.doc"
    )
    return _asked(db, sql, [*values, *cut])


def _quotation_candidates(
    db: sqlite3.Connection, query: language.Query, filters: Filters, within: Within, last: int
) -> tuple[str, list[Any]]:
    """As `_article_candidates`, for quotations: columns `quote`, `doc` and `score`."""
    wanted, values = _still_there(filters, last)
    column = "body" if within == "quotations" else "speaker"
    asked = _and(language.fts(query, (column,)), *_speakers(filters), *_tags(db, filters, of_quotations=True))
    sql = (
        "SELECT q.quote AS quote, q.doc AS doc, bm25(said, 1.0, 1.0, 0.0, 0.0, 0.0) AS score FROM said "
        "CROSS JOIN quotes AS q ON q.quote = said.rowid CROSS JOIN docs AS d ON d.doc = q.doc "
        f"WHERE said MATCH ? AND {' AND '.join(wanted)} ORDER BY said.rowid DESC LIMIT {CANDIDATES}"
    )
    return sql, [asked, *values]


def _quotations(
    db: sqlite3.Connection, query: language.Query, filters: Filters, within: Within, cut: Cut, last: int
) -> list[sqlite3.Row]:
    candidates, values = _quotation_candidates(db, query, filters, within, last)
    sql = (
        "SELECT d.*, q.attribution, q.speaker, q.kind, q.certainty, q.spans, bodies.body, x.score "
        f"FROM ({_best(candidates, 'quote')}) AS x JOIN docs AS d ON d.doc = x.doc "
        "JOIN quotes AS q ON q.quote = x.quote JOIN bodies ON bodies.doc = x.doc ORDER BY x.score, x.quote"
    )
    return _asked(db, sql, [*values, *cut])


def _best(candidates: str, place: str) -> str:
    """A cut of the candidates as SQL, settled before anything is got for them: else texts of all are read to show a few."""
    return f"SELECT * FROM ({candidates}) ORDER BY score, {place} LIMIT ? OFFSET ?"


def _still_there(filters: Filters, last: int) -> tuple[list[str], list[Any]]:
    """What a row must be like to be part of the snapshot, and in the span of time to the day."""
    wanted, values = [HERE], list[Any]((last, last))
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day is not None:
            wanted.append(f"d.published {sign} ?")
            values.append(day.isoformat())
    return wanted, values


def _tags(db: sqlite3.Connection, filters: Filters, *, of_quotations: bool) -> Iterator[str]:
    """What the index itself keeps hits to, each part as FTS5 writes it."""
    if filters.outlets:
        yield _tagged(map(tag_of_outlet, filters.outlets))
    if filters.since is not None or filters.until is not None:
        first, last = db.execute("SELECT min(published), max(published) FROM docs").fetchone()
        since = max(filters.since.isoformat() if filters.since else "0001", first or "0001")
        until = min(filters.until.isoformat() if filters.until else "9999", last or "0001")
        if (
            int(until[:4]) - int(since[:4]) < MOST_YEARS
        ):  # else the days themselves must do, which are looked at in any case
            yield _tagged(_time_tags(since, until))
    if of_quotations and filters.kinds:
        yield _tagged(f"k{words_of(kind)[0]}" for kind in filters.kinds if words_of(kind))
    if of_quotations and filters.certainties:
        yield _tagged(f"c{words_of(level)[0]}" for level in filters.certainties if words_of(level))


def _time_tags(since: str, until: str) -> Iterator[str]:
    """Tags of whole years, and of the months at both ends, that a span of days touches; none where it is empty."""
    if since > until:
        return
    first, last = (int(since[:4]), int(since[5:7] or 1)), (int(until[:4]), int(until[5:7] or 12))
    for year in range(first[0], last[0] + 1):
        low, high = first[1] if year == first[0] else 1, last[1] if year == last[0] else 12
        if (low, high) == (1, 12):
            yield f"y{year:04}"
        else:
            yield from (f"m{year:04}{month:02}" for month in range(low, high + 1))


def _tagged(tags: Iterable[str]) -> str:
    return "{tags} : (" + (" OR ".join(f'"{tag}"' for tag in tags) or '"-"') + ")"


def _speakers(filters: Filters) -> Iterator[str]:
    names = [f'"{words}"' for name in filters.speakers if (words := indexed(name))]
    if filters.speakers and not names:
        raise UsageError("The speaker's name has no word in it; give a name such as “Penn”.", code="query")
    if names:
        yield "{speaker} : (" + " OR ".join(names) + ")"


def _and(*parts: str) -> str:
    return " AND ".join(f"({part})" for part in parts)


def _asked(db: sqlite3.Connection, sql: str, values: list[Any]) -> list[sqlite3.Row]:
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, values).fetchall()

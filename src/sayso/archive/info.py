"""What is in an archive: by outlet and month, and what a person should know before trusting a trend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sayso.archive.index import outlets_meant
from sayso.archive.search import Filters
from sayso.archive.tables import Tables

FIRST_YEAR = 1800
"""A date of publication before it is taken for a mistake; chosen by hand."""
MOST = 50
"""Groups of one text under several addresses that are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: `None` where the articles do not say whose they are. `months` are those with an article, `gaps` the months
    without one between its first and its last."""

    name: str | None
    articles: int
    words: int
    findings: int
    first: str | None
    last: str | None
    months: int
    gaps: int


@dataclass(frozen=True, slots=True)
class Month:
    """One month, `2016-01`; months without an article between the first and the last are there too, with 0."""

    month: str
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Duplicate:
    """One text under several addresses: the ids of its articles and their outlets."""

    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    title: str | None


@dataclass(frozen=True, slots=True)
class BadDate:
    """An article whose date of publication cannot be right, and why."""

    article: str
    published: str
    why: str


@dataclass(frozen=True, slots=True)
class Model:
    """A model and how many articles it read."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Info:
    """What `sayso info` tells. Counts are of articles as they stand; replaced ones count in `replaced` alone."""

    articles: int
    words: int
    findings: int
    people: int
    first: str | None
    last: str | None
    outlets: tuple[Outlet, ...]
    months: tuple[Month, ...]
    gaps: tuple[str, ...]
    """Months without an article between the first and the last."""
    undated: int
    bad_dates: tuple[BadDate, ...]
    duplicates: int
    """Articles beyond the first of each text that stands under several addresses."""
    duplicate_texts: tuple[Duplicate, ...]
    wire: dict[str, int]
    """Articles that are an agency's text as a whole, by agency."""
    wire_in_part: int
    set_aside: dict[str, int]
    """Inputs that gave no article up to now, by reason."""
    replaced: dict[str, int]
    """Readings that gave way, by reason."""
    models: tuple[Model, ...]
    commits: int
    version: int
    bytes: int
    """Of the folder's files that count: parts and search index."""

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the form that `--json` prints."""
        return asdict(self)


def info(tables: Tables, filters: Filters, version: int, size: int) -> Info:
    """What is in the articles that the filters keep."""
    where, values = where_of(tables, filters)
    tables.db.execute(f"CREATE OR REPLACE TEMP TABLE chosen AS SELECT * EXCLUDE (text) FROM articles{where}", values)
    articles, words, findings, first, last, undated = tables.ask(
        "SELECT count(*), sum(words)::BIGINT, sum(findings)::BIGINT, min(published), max(published), "
        "count(*) FILTER (published IS NULL) FROM chosen"
    )[0]
    months = _months(tables)
    duplicates = tables.ask(
        "SELECT list(id ORDER BY id), list(DISTINCT outlet ORDER BY outlet), min(title), count(*) FROM chosen "
        "GROUP BY text_id HAVING count(*) > 1 ORDER BY 4 DESC, 1"
    )
    wire = tables.ask(
        "SELECT agency, whole, count(*) FROM wire SEMI JOIN chosen ON chosen.id = wire.article GROUP BY ALL ORDER BY 3 DESC, 1"
    )
    return Info(
        articles=articles,
        words=words or 0,
        findings=findings or 0,
        people=_one(tables, "SELECT count(*) FROM people SEMI JOIN chosen ON chosen.id = people.article"),
        first=_iso(first),
        last=_iso(last),
        outlets=tuple(_outlets(tables)),
        months=months,
        gaps=tuple(each.month for each in months if not each.articles),
        undated=undated,
        bad_dates=_bad_dates(tables),
        duplicates=sum(row[3] - 1 for row in duplicates),
        duplicate_texts=tuple(
            Duplicate(tuple(ids), tuple(name for name in outlets or () if name), title)
            for ids, outlets, title, _ in duplicates[:MOST]
        ),
        wire={agency: count for agency, whole, count in wire if whole},
        wire_in_part=sum(count for _, whole, count in wire if not whole),
        set_aside=dict(
            tables.ask(
                "SELECT code, count(*) FROM set_aside AS s ANTI JOIN articles AS a "
                "ON a.name = s.name AND a.commit >= s.commit GROUP BY code ORDER BY 2 DESC, 1"
            )
        ),
        replaced=dict(tables.ask("SELECT reason, count(*) FROM replaced GROUP BY reason ORDER BY 2 DESC, 1")),
        models=tuple(
            Model(*row) for row in tables.ask("SELECT model, count(*) FROM chosen GROUP BY model ORDER BY 2 DESC, 1")
        ),
        commits=_one(tables, "SELECT count(*) FROM commits"),
        version=version,
        bytes=size,
    )


def where_of(tables: Tables, filters: Filters) -> tuple[str, list[Any]]:
    """The condition on `articles` that keeps what the filters keep, with its values; empty where they keep all."""
    wanted, values = list[str](), list[Any]()
    if filters.outlets:
        wanted.append("list_contains(?::VARCHAR[], coalesce(outlet, ''))")
        values.append(outlets_meant(filters.outlets, tables.ask("SELECT DISTINCT outlet FROM articles")))
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day is not None:
            wanted.append(f"published {sign} ?::DATE")
            values.append(day.isoformat())
    return (" WHERE " + " AND ".join(wanted) if wanted else ""), values


def _outlets(tables: Tables) -> Iterator[Outlet]:
    rows = tables.ask(
        "SELECT outlet, count(*), sum(words)::BIGINT, sum(findings)::BIGINT, min(published), max(published), "
        "count(DISTINCT strftime(published, '%Y-%m')) FROM chosen GROUP BY outlet ORDER BY 2 DESC, 1"
    )
    for name, articles, words, findings, first, last, months in rows:
        spanned = (last.year - first.year) * 12 + last.month - first.month + 1 if first else 0
        yield Outlet(name, articles, words, findings, _iso(first), _iso(last), months, spanned - months)


def _months(tables: Tables) -> tuple[Month, ...]:
    rows = tables.ask(
        "SELECT strftime(published, '%Y-%m'), count(*), count(DISTINCT outlet) FROM chosen "
        f"WHERE year(published) >= {FIRST_YEAR} AND published <= added::DATE + 1 GROUP BY 1 ORDER BY 1"
    )
    found = {month: Month(month, articles, outlets) for month, articles, outlets in rows}
    if not found:
        return ()
    made, month, end = [], min(found), max(found)
    while month <= end:
        made.append(found.get(month, Month(month, 0, 0)))
        year, number = map(int, month.split("-"))
        month = f"{year + number // 12:04}-{number % 12 + 1:02}"
    return tuple(made)


def _bad_dates(tables: Tables) -> tuple[BadDate, ...]:
    rows = tables.ask(
        "SELECT id, published, added::DATE FROM chosen "
        f"WHERE year(published) < {FIRST_YEAR} OR published > added::DATE + 1 ORDER BY published, id"
    )
    return tuple(
        BadDate(id, _iso(day) or "", f"before {FIRST_YEAR}" if day.year < FIRST_YEAR else _late(day, added))
        for id, day, added in rows
    )


def _late(day: date, added: date) -> str:
    return f"{(day - added).days} days after it was added"


def _one(tables: Tables, sql: str) -> int:
    return int(tables.ask(sql)[0][0])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None

"""The first page: what is in the archive, and what to know before trusting it; and the articles behind its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso import api
from sayso.archive import Filters
from sayso.archive.info import Info, where_of
from sayso.web import given, render
from sayso.web.desk import Desk

router = APIRouter()

PER_PAGE = 50
MOST_ASIDE = 200


@dataclass(frozen=True, slots=True)
class Aside:
    """An input that gave no article, and why."""

    name: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page shows: what is in the archive, what was set aside, how many articles are in no month and outlet."""

    info: Info
    aside: tuple[Aside, ...]
    speakers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An article of the list."""

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    findings: int
    words: int


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """A page of the list of articles. `kept` says which they are, empty where they are all."""

    rows: tuple[Row, ...]
    total: int
    kept: str
    number: int
    before: str | None
    after: str | None


@router.get("/")
async def front(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    if desk.settings.archive is None:
        first = next(iter(desk.readings), None)
        return RedirectResponse(render.link("/read", first) if first else "/read", status_code=303)
    return render.page(request, "archive.html", await desk.ask(request, _front, "front"))


def _front(archive: api.Archive) -> Front:
    rows = archive.tables.ask(
        f"SELECT name, code, message FROM set_aside ORDER BY noted DESC, code, name LIMIT {MOST_ASIDE}"
    )
    speakers = archive.speakers(limit=8)
    return Front(
        archive.info(), tuple(Aside(*row) for row in rows), tuple((each.name, each.articles) for each in speakers)
    )


@router.get("/articles")
async def articles(
    request: Request,
    filters: Annotated[Filters, Depends(given.filters)],
    undated: bool = False,
    wire: given.Words = "",
    page: given.Page = 1,
) -> Response:
    """The articles of outlets and days; those without a date (`undated`), those of an agency (`wire`)."""
    desk: Desk = request.app.state.desk
    shown = await desk.ask(
        request,
        lambda archive: _articles(archive, filters, undated, wire, page),
        ("articles", filters, undated, wire, page),
    )
    return render.page(request, "articles.html", shown)


def _articles(archive: api.Archive, filters: Filters, undated: bool, wire: str, page: int) -> ArticlesPage:
    where, values = where_of(archive.tables, filters)
    told = [*filters.outlets, *(f"from {filters.since}" for _ in "x" if filters.since)]
    told += [f"to {filters.until}" for _ in "x" if filters.until]
    for wanted, condition, more, said in (
        (undated, "published IS NULL", [], "without a date"),
        (bool(wire), "id IN (SELECT article FROM wire WHERE agency = ?)", [wire], f"of {wire}"),
    ):
        if wanted:
            where += (" AND " if where else " WHERE ") + condition
            values += more
            told.append(said)
    total = archive.tables.ask(f"SELECT count(*) FROM articles{where}", values)[0][0]
    rows = archive.tables.ask(
        f"SELECT id, title, outlet, published, findings, words FROM articles{where} "
        f"ORDER BY published DESC NULLS LAST, id LIMIT {PER_PAGE} OFFSET {(page - 1) * PER_PAGE}",
        values,
    )
    asked: dict[str, Any] = {
        "outlet": filters.outlets,
        "from_": filters.since,
        "to": filters.until,
        "undated": "1" if undated else None,
        "wire": wire,
    }
    return ArticlesPage(
        tuple(Row(*row) for row in rows),
        total,
        ", ".join(told),
        page,
        render.link("/articles", **asked, page=page - 1) if page > 1 else None,
        render.link("/articles", **asked, page=page + 1) if page * PER_PAGE < total else None,
    )

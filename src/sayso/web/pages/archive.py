"""The first page: what is in the archive, and what to know before trusting it; and the articles behind its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso import api
from sayso.archive import Filters
from sayso.archive.days import days_of
from sayso.archive.info import Info, where_of
from sayso.coverage.speaking import FEW_MONTHS
from sayso.records.speaking import Speaker
from sayso.records.stories import Story
from sayso.web import given, kept, render
from sayso.web.desk import Desk
from sayso.web.memory import Steady
from sayso.web.pages.people import MOST_SPEAKERS
from sayso.web.render import Turns

router = APIRouter(route_class=Steady)

PER_PAGE = 50
MOST_ASIDE = 200
MOST_STORIES = 6
DAYS = 30
"""Days before the archive's last in which a story has to go on to be one of the moment; chosen by hand."""


@dataclass(frozen=True, slots=True)
class Aside:
    """An input that gave no article, and why."""

    name: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page shows: what is in the archive, the first of what was set aside, and who speaks most (empty where that
    is not sorted yet). `stories_kept` is whether the stories of the moment are there at once."""

    info: Info
    days: tuple[tuple[date, int, int], ...]
    """Articles and outlets of each day, where the archive spans so few months that these are more telling."""
    aside: tuple[Aside, ...]
    speakers: tuple[Speaker, ...]
    stories_kept: bool


@dataclass(frozen=True, slots=True)
class MomentPage:
    """Stories of the moment: the largest that go on in the last `DAYS` before the archive's last day."""

    stories: tuple[Story, ...]
    since: date | None


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
    outlet: str
    since: str
    until: str
    """What the form is filled with."""
    outlets: tuple[str, ...]
    number: int
    turns: Turns


@router.get("/")
async def front(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    if desk.settings.archive is None:
        first = next(iter(desk.readings), None)
        return RedirectResponse(render.link("/read", first) if first else "/read", status_code=303)
    return render.page(request, "archive.html", await _front_page(request))


async def _front_page(request: Request) -> Front:
    desk: Desk = request.app.state.desk
    # What is kept beside the archive may be made after the page was asked for first, so the answer depends on it.
    sorted_, stories = await kept.speakers_soon(request), await kept.is_kept(request, "stories")
    return await desk.ask(request, lambda archive: _front(archive, sorted_, stories), ("front", sorted_, stories))


def _front(archive: api.Archive, speakers: bool, stories: bool) -> Front:
    rows = archive.tables.ask(
        "SELECT s.name, s.code, s.message FROM set_aside AS s ANTI JOIN articles AS a "
        f"ON a.name = s.name AND a.commit >= s.commit ORDER BY s.noted DESC, s.code, s.name LIMIT {MOST_ASIDE}"
    )
    info = archive.info()
    days = archive.tables.ask(
        "SELECT published, count(*), count(DISTINCT outlet) FROM articles "
        "WHERE list_contains(?::VARCHAR[], strftime(published, '%Y-%m')) GROUP BY 1 ORDER BY 1",
        [[each.month for each in info.months]],
    )
    return Front(
        info,
        tuple((day, articles, outlets) for day, articles, outlets in days) if len(info.months) <= FEW_MONTHS else (),
        tuple(Aside(*row) for row in rows),
        tuple(archive.speakers(source_class="named", limit=MOST_SPEAKERS)) if speakers else (),
        stories,
    )


@router.get("/moment")
async def moment(request: Request, part: bool = False) -> Response:
    """The largest stories that go on at the end of what the archive has."""
    info = (await _front_page(request)).info
    since = (
        days_of(info.months[-1].month)[1] - timedelta(days=DAYS) if info.months else None
    )  # bad dates are in no month

    def recent(found: Sequence[Story]) -> tuple[Story, ...]:
        going = (each for each in found if since is None or (each.last is not None and each.last >= since))
        return tuple(islice(going, MOST_STORIES))

    shown = MomentPage(await kept.stories(request, recent), since)
    return render.page(request, "moment_part.html" if part else "moment.html", shown)


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
    )
    return render.page(request, "articles.html", shown)


def _articles(archive: api.Archive, filters: Filters, undated: bool, wire: str, page: int) -> ArticlesPage:
    where, values = where_of(archive.tables, filters)
    told = [given.told(filters)]
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
    asked: dict[str, Any] = {**given.parts(filters), "undated": "1" if undated else None, "wire": wire}
    return ArticlesPage(
        tuple(Row(*row) for row in rows),
        total,
        ", ".join(filter(None, told)),
        filters.outlets[0] if filters.outlets else "",
        filters.since.isoformat() if filters.since else "",
        filters.until.isoformat() if filters.until else "",
        tuple(
            row[0] for row in archive.tables.ask("SELECT DISTINCT outlet FROM articles WHERE outlet <> '' ORDER BY 1")
        ),
        page,
        render.turns(page, page * PER_PAGE < total, "/articles", **asked),
    )

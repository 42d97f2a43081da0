"""Who speaks, and what one of them said: over time, where, through whom, about what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso import api
from sayso.archive import Filters
from sayso.records.speaking import Profile, Speaker, Statement
from sayso.web import given, render
from sayso.web.desk import Desk

router = APIRouter()

PER_PAGE = 50
Filtered = Annotated[Filters, Depends(given.filters)]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of the list of speakers. `number` is the first one's place in it."""

    query: str
    speakers: tuple[Speaker, ...]
    number: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody's page. `kept` says to which outlets and days the statements are kept, empty where they are all."""

    profile: Profile
    statements: tuple[Statement, ...]
    kept: str
    number: int
    before: str | None
    after: str | None


@router.get("/people")
async def people(request: Request, filters: Filtered, q: given.Words = "", page: given.Page = 1) -> Response:
    desk: Desk = request.app.state.desk
    skipped = (page - 1) * PER_PAGE

    def listed(archive: api.Archive) -> list[Speaker]:
        return archive.speakers(q, filters, limit=PER_PAGE + 1, after=skipped)

    found = await desk.ask(request, listed, ("people", q, filters, page))
    shown = PeoplePage(
        q,
        tuple(found[:PER_PAGE]),
        skipped + 1,
        render.link("/people", q=q, page=page - 1) if page > 1 else None,
        render.link("/people", q=q, page=page + 1) if len(found) > PER_PAGE else None,
    )
    return render.page(request, "people.html", shown)


@router.get("/person")
async def person(
    request: Request,
    filters: Filtered,
    name: Annotated[str, Query(min_length=1, max_length=given.NAME)],
    page: given.Page = 1,
) -> Response:
    desk: Desk = request.app.state.desk
    skipped = (page - 1) * PER_PAGE

    def profiled(archive: api.Archive) -> tuple[Profile, list[Statement]]:
        profile = archive.profile(name)
        return profile, archive.statements(name, filters, limit=PER_PAGE + 1, after=skipped)

    profile, found = await desk.ask(request, profiled, ("person", name, filters, page))
    asked = {"name": name, "outlet": filters.outlets, "from_": filters.since, "to": filters.until}
    days = " to ".join(str(day) for day in (filters.since, filters.until) if day)
    shown = PersonPage(
        profile,
        tuple(found[:PER_PAGE]),
        ", ".join((*filters.outlets, *((days,) if days else ()))),
        skipped + 1,
        render.link("/person", **asked, page=page - 1) if page > 1 else None,
        render.link("/person", **asked, page=page + 1) if len(found) > PER_PAGE else None,
    )
    return render.page(request, "person.html", shown)

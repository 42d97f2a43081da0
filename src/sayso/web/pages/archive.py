"""The first page: what is in the archive, and what to know before trusting it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso import api
from sayso.archive.info import Info
from sayso.web import render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page shows."""

    info: Info


@router.get("/")
async def front(request: Request) -> Response:
    desk = request.app.state.desk
    if desk.settings.archive is None:
        first = next(iter(desk.readings), None)
        return RedirectResponse(render.link("/read", first) if first else "/read", status_code=303)
    return render.page(request, "archive.html", await desk.ask(request, _front, "front"))


def _front(archive: api.Archive) -> Front:
    return Front(archive.info())

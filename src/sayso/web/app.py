"""The app: the guard around it, its pages, its API, and what becomes of an error."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from sayso import __version__
from sayso.errors import SaysoError
from sayso.export.safe import one_line
from sayso.web import endpoints, render
from sayso.web.desk import Desk, Waiting
from sayso.web.guard import Guard, TooLargeError
from sayso.web.plain import Json
from sayso.web.settings import ServeSettings
from sayso.web.workers import Job

PAGES = ("archive", "article", "attention", "coding", "families", "paste", "people", "search", "stories")
"""Modules of `sayso.web.pages`, each with a `router`."""

STATUS = {
    "no-such-article": 404,
    "no-such-story": 404,
    "no-such-family": 404,
    "no-such-job": 404,
    "no-such-person": 404,
    "no-such-table": 404,
    "no-archive": 404,
    "busy": 503,
    "too-long": 503,
    "stopped": 409,
    "internal": 500,
}
"""HTTP status of an error by its code; any other is the asker's to mend: 422."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, in one sentence that names the fix."""

    status: int
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Progress:
    """A question that is being worked out, and the address that will have its answer."""

    job: Job
    address: str


def create_app(settings: ServeSettings) -> Guard:
    """The app that serves an archive or readings, guarded; SaysoError where the archive cannot be opened."""
    desk = Desk(settings)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="Sayso",
        version=__version__,
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.desk = desk
    for name in PAGES:
        app.include_router(import_module(f"sayso.web.pages.{name}").router, include_in_schema=False)
    app.include_router(endpoints.router)
    app.mount("/static", StaticFiles(packages=[("sayso.web", "static")]), name="static")
    app.add_exception_handler(SaysoError, _problem)
    app.add_exception_handler(Waiting, _waiting)
    app.add_exception_handler(HTTPException, _problem)
    app.add_exception_handler(RequestValidationError, _problem)
    app.add_exception_handler(TooLargeError, _problem)
    app.add_exception_handler(Exception, _problem)

    @app.post("/jobs/{id}/stop", include_in_schema=False)
    async def stop(id: str) -> Response:
        job = desk.workers.find(id)
        if job is not None:
            desk.workers.stop(job)
        return RedirectResponse("/", status_code=303)

    return Guard(app, settings)


async def _problem(request: Request, error: Exception) -> Response:
    """An error as a page, or as JSON where the API was asked."""
    found = _told(error)
    if request.url.path.startswith("/api"):
        code = error.code if isinstance(error, SaysoError) else "error"
        return Json({"error": code, "message": found.message}, status_code=found.status)
    return render.page(request, "problem.html", found, status=found.status)


def _told(error: Exception) -> Problem:
    match error:
        case SaysoError():
            status = STATUS.get(error.code, 422)
            return Problem(status, _TITLES.get(status, "That cannot be answered"), one_line(str(error)))
        case HTTPException(status_code=404):
            return Problem(
                404, "No such page", "There is no page at this address; the archive's first page leads to all of them."
            )
        case HTTPException():
            return Problem(error.status_code, "That does not work", one_line(str(error.detail)) + ".")
        case RequestValidationError():
            where = "; ".join(f"{each['loc'][-1]}: {_wrong(each)}" for each in error.errors()[:3])
            return Problem(422, "That cannot be answered", one_line(where) + ".")
        case TooLargeError():
            return Problem(413, "Too large", "That is more than this server takes; send less.")
    return Problem(
        500, "A mistake of ours", "Something in Sayso went wrong; please report it with the address of this page."
    )


def _wrong(each: dict[str, Any]) -> str:
    """What is wrong with a parameter; the only ones with a pattern are days."""
    if each["type"] == "string_pattern_mismatch":
        return f"{each['input']!r} is not a date such as 2016, 2016-01 or 2016-01-15"
    words = str(each["msg"])
    return words[:1].lower() + words[1:]


_TITLES = {404: "Not found", 503: "Not now", 409: "Stopped", 500: "A mistake of ours"}


async def _waiting(request: Request, error: Exception) -> Response:
    assert isinstance(error, Waiting)
    job = error.job
    if request.url.path.startswith("/api"):
        return Json(job.to_dict(), status_code=202, headers={"retry-after": "1"})
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return render.page(request, "progress.html", Progress(job, address), status=202)

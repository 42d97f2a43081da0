"""A text, a file or an address, read at once and shown as an article; kept nowhere unless somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

import anyio
import anyio.to_thread
from fastapi import APIRouter, File, Form, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.archive.identity import id_of, key_of
from sayso.errors import SaysoError, UsageError
from sayso.export.html import render as self_contained
from sayso.records import Reading
from sayso.web import given, render
from sayso.web.desk import SOON, Desk, Waiting
from sayso.web.plain import Json
from sayso.web.workers import Question

router = APIRouter()

LONGEST = 150_000
"""Characters of a pasted text; a longer one is a file."""


@dataclass(frozen=True, slots=True)
class PastePage:
    """The form as it was filled, and what is wrong with it."""

    text: str = ""
    address: str = ""
    outlet: str = ""
    published: str = ""
    force: bool = False
    error: str | None = None
    most: int = 0
    """Bytes of a file."""


@router.get("/read")
async def ask(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    return render.page(request, "paste.html", PastePage(most=desk.settings.most_upload))


@router.post("/read")
async def read(
    request: Request,
    text: Annotated[str, Form()] = "",
    address: Annotated[str, Form(max_length=2_000)] = "",
    outlet: Annotated[str, Form(max_length=given.LENGTH)] = "",
    published: Annotated[str, Form(max_length=25)] = "",
    force: Annotated[bool, Form()] = False,
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Read what was sent, and go to its page; where it cannot be read, the form again with the reason."""
    desk: Desk = request.app.state.desk
    text = text.replace("\r\n", "\n")  # as a form sends it
    filled = PastePage(text, address, outlet, published, force, most=desk.settings.most_upload)
    try:
        data = await file.read() if file is not None and file.filename else b""
        reading: Reading = await desk.long(_question(filled, data, desk.settings.allow_url))
    except Waiting as waiting:
        return RedirectResponse(render.link("/read/job", waiting.job.id), status_code=303)
    except SaysoError as error:
        return _again(request, filled, error)
    return RedirectResponse(render.link("/read", desk.put(reading)), status_code=303)


@router.get("/read/job/{id}")
async def working(request: Request, id: str) -> Response:
    """How far the reading of what was sent is; then its page, or the form again with the reason."""
    desk: Desk = request.app.state.desk
    job = desk.workers.find(id)
    if job is None:
        raise UsageError("That reading was stopped, or nobody waited for it; send the text again.", code="no-such-job")
    await anyio.to_thread.run_sync(job.wait, SOON)
    if not job.over:
        raise Waiting(job)
    try:
        return RedirectResponse(render.link("/read", desk.put(job.answer())), status_code=303)
    except SaysoError as error:
        return _again(request, _filled(job.question, desk.settings.most_upload), error)


def _again(request: Request, filled: PastePage, error: SaysoError) -> Response:
    return render.page(request, "paste.html", replace(filled, error=str(error)), status=422)


def _filled(question: Question, most: int) -> PastePage:
    """The form as it was when it was sent; a file has to be chosen again."""
    what, *rest = question.arguments
    about = dict(rest[0]) if rest else {}
    published = about.get("published")
    return PastePage(
        what if question.name == "read_text" else "",
        what if question.name == "read_address" else "",
        about.get("outlet") or "",
        published.isoformat() if published else "",
        bool(about.get("force")),
        most=most,
    )


@router.get("/read/{id}/page.html")
async def page(request: Request, id: str) -> Response:
    """The reading as a self-contained page, to be kept."""
    name = "attachment; filename=reading.html"
    return HTMLResponse(self_contained(_held(request, id)), headers={"content-disposition": name})


@router.get("/read/{id}/reading.json")
async def as_json(request: Request, id: str) -> Response:
    """The reading as JSON, to be kept."""
    name = "attachment; filename=reading.json"
    return Json(_held(request, id).to_dict(), headers={"content-disposition": name})


@router.post("/read/{id}/keep")
async def keep(request: Request, id: str) -> Response:
    """Put a reading into the archive; only where the server was started with `--allow-keep`."""
    desk: Desk = request.app.state.desk
    reading = _held(request, id)
    if not desk.settings.allow_keep or desk.settings.archive is None:
        raise UsageError(
            "This server keeps nothing; start it with --allow-keep and an archive, or download the reading."
        )
    putting = Question("keep", (reading,), "Putting it into the archive", steady=False)
    await desk.long(putting, patience=desk.settings.patience * 6)
    desk.look_again()
    return RedirectResponse(render.link("/article", id_of(key_of(reading.article))), status_code=303)


def _held(request: Request, id: str) -> Reading:
    desk: Desk = request.app.state.desk
    reading = desk.readings.get(id)
    if reading is None:
        raise UsageError("That text is not kept any more; read it again.", code="no-such-article")
    return reading


def _question(filled: PastePage, data: bytes, allow_url: bool) -> Question:
    published = given.moment(filled.published.strip())
    about = (("outlet", filled.outlet.strip() or None), ("published", published), ("force", filled.force))
    if data:
        return Question("read_file", (data, about), "Reading the file", steady=False)
    if filled.address.strip():
        if not allow_url:
            raise UsageError("This server fetches nothing; start it with --allow-url, or paste the text.")
        return Question("read_address", (filled.address.strip(),), "Fetching and reading the page", steady=False)
    if not filled.text.strip():
        raise UsageError("There is nothing to read; paste a text or choose a file.")
    if len(filled.text) > LONGEST:
        raise UsageError(
            f"The text has {len(filled.text):,} characters; up to {LONGEST:,} are taken here, more as a file."
        )
    return Question("read_text", (filled.text, about), "Reading the text", steady=False)

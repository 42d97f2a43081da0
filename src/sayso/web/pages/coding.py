"""Coding a sample of sentences: each is about it or not, and the share is put right by what people say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

import anyio.to_thread
from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso import api
from sayso.coverage.attention_asked import CODER, named
from sayso.coverage.attention_coded import LEAST
from sayso.coverage.attention_coded import Asked as ToCode
from sayso.coverage.attention_labels import Labels, name_of
from sayso.errors import UsageError
from sayso.records import Span
from sayso.records.attention import Label, Labelled
from sayso.web import questions, render
from sayso.web.desk import Desk
from sayso.web.pages.attention import Form as Question
from sayso.web.pages.attention import Formed
from sayso.web.work import SHEET

router = APIRouter()

_ANSWERS = {"yes": True, "no": False, "skip": None}
_UNDO = "undo"
TURN = SHEET // 2
"""Labels of a coder after which the next sheet of sentences is asked for: before the last one is used up."""


@dataclass(frozen=True, slots=True)
class CodingPage:
    """The next sentence to code and how far the sample is. `coder` is empty where nobody has said who codes; `current` is `None`
    where no sentence is left. `last` is the coder's last label; `error` says what was wrong with a name."""

    form: Question
    coder: str
    labels: str
    coders: tuple[tuple[str, int], ...]
    sentences: int
    least: int = LEAST
    current: ToCode | None = None
    done: int = 0
    last: Label | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class SharePage:
    """What the labels have come to."""

    form: Question
    coder: str
    told: Labelled


Coder = Annotated[str, Query(max_length=4 * CODER)]


@router.get("/attention/code")
async def code(request: Request, asked: Formed, coder: Coder = "", part: bool = False) -> Response:
    """The next sentence; nothing is shown of whether the query takes it, which would sway whoever codes."""
    labels = await anyio.to_thread.run_sync(_labels, _desk(request), asked)
    shown = _page(asked, labels)
    try:
        name = named(coder) if coder.strip() else ""
    except UsageError as error:
        name, shown = "", replace(shown, error=str(error))
    if name:
        mine = [each for each in labels.labels if each.coder == name]
        current = await _next(request, asked, name, labels)
        shown = replace(shown, coder=name, current=current, done=len(mine), last=mine[-1] if mine else None)
    return render.page(request, "coding_part.html" if part else "coding.html", shown)


@router.post("/attention/code")
async def label(
    request: Request,
    asked: Formed,
    answer: Annotated[str, Form(max_length=8)],
    coder: Annotated[str, Form(max_length=4 * CODER)],
    article: Annotated[str, Form(max_length=2_000)] = "",
    start: Annotated[int, Form(ge=0, le=2**31)] = 0,
    end: Annotated[int, Form(ge=0, le=2**31)] = 0,
    part: Annotated[bool, Form()] = False,
) -> Response:
    """Put a label there, or take the coder's last one back (`answer` *undo*); then the next sentence."""
    desk, name = _desk(request), named(coder)
    if answer not in (*_ANSWERS, _UNDO):
        raise UsageError("An answer is yes, no, skip or undo.")
    if not asked.about:
        raise UsageError("Ask a question first; then its sentences can be coded.")
    if answer != _UNDO and end <= start:
        raise UsageError("The answer does not say of which sentence it is.")

    def write(archive: api.Archive) -> bool:
        if answer == _UNDO:
            archive.take_back(asked.asked, name, labels=asked.labels or None)
        else:
            span = Span(start, end)
            archive.label(asked.asked, article, span, _ANSWERS[answer], name, labels=asked.labels or None)
        return True

    await desk.ask(request, write)
    here = asked.address("/attention/code", coder=name, part="true" if part else None)
    return RedirectResponse(here, status_code=303)


@router.get("/attention/code/share")
async def share(request: Request, asked: Formed, coder: Coder = "", part: bool = False) -> Response:
    """What the labels have come to: the share as they put it right, and how it got there."""
    desk = _desk(request)
    wanted = questions.labelled(asked.asked, asked.scope, desk.settings.archive, asked.labels or None)
    shown = SharePage(asked, coder, await desk.long(wanted))
    return render.page(request, "coded_part.html" if part else "coded.html", shown)


async def _next(request: Request, asked: Question, coder: str, labels: Labels) -> ToCode | None:
    """The next sentence of the coder's sheet. A sheet has some more than are coded before the next one is asked for."""
    done = labels.done_by(coder)
    for sheet in (len(done) // TURN, -1 - len(done)):
        wanted = questions.to_label(asked.asked, asked.scope, coder, asked.labels or None, sheet)
        found: list[ToCode] = await _desk(request).long(wanted)
        for each in found:
            if (each.sentence.article, each.sentence.span.start, each.sentence.span.end) not in done:
                return each
        if len(found) < SHEET:
            break
    return None


def _labels(desk: Desk, asked: Question) -> Labels:
    if not asked.about:
        raise UsageError("Ask a question first; then its sentences can be coded.")
    assert desk.settings.archive is not None
    return Labels(desk.settings.archive, asked.labels or name_of(asked.about))


def _page(asked: Question, labels: Labels, **more: Any) -> CodingPage:
    coders = dict.fromkeys(each.coder for each in labels.labels)
    counts = tuple((coder, sum(each.coder == coder for each in labels.labels)) for coder in coders)
    told = sum(value is not None for value in labels.merged().values())
    return CodingPage(asked, "", labels.name, counts, told, **more)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    if desk.settings.archive is None:
        raise UsageError("This server has no archive; start it with one: sayso serve news.sayso.", code="no-archive")
    return desk

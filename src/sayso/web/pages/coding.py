"""Coding a sample of sentences: each is about it or not, and the share is put right by what people say."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.coverage.attention_coded import LEAST
from sayso.coverage.attention_coded import Asked as ToCode
from sayso.coverage.attention_labels import Labels, agreement, made_now, name_of
from sayso.errors import UsageError
from sayso.records import Span
from sayso.records.attention import Agreement, Row, Sentence
from sayso.web import given, questions, render
from sayso.web.desk import Desk
from sayso.web.pages.attention import Form as Question
from sayso.web.pages.attention import Formed
from sayso.web.workers import Question as Asked

router = APIRouter()

_WRITING = threading.Lock()
"""One label is written at a time, so that two coders lose none of each other's."""
_ANSWERS = {"yes": True, "no": False, "skip": None}


@dataclass(frozen=True, slots=True)
class CodingPage:
    """The next sentence to code, and what the labels have come to. `current` is `None` where no sentence is left; `overall` has
    the share as the query has it and as the labels put it right."""

    form: Question
    coder: str
    current: ToCode | None
    done: int
    labelled: int
    least: int
    overall: Row | None
    agreement: Agreement


@router.get("/attention/code")
async def code(request: Request, asked: Formed, coder: Annotated[str, given.words("coder")] = "reader") -> Response:
    """The next sentence; nothing is shown of whether the query takes it, which would sway whoever codes."""
    desk: Desk = request.app.state.desk
    path = _archive(desk)
    if not asked.about.strip():
        raise UsageError("Ask a question first; then its sentences can be coded.")
    labels = await anyio.to_thread.run_sync(Labels, path, name_of(asked.about))
    plain = replace(asked, by="")
    waiting: list[ToCode] = await desk.long(
        questions.to_code(plain.asked, plain.scope, labels.name, coder, len(labels.labels))
    )
    answer = await desk.long(_counted(plain, len(labels.labels)))
    mine = sum(each.coder == coder for each in labels.labels)
    told = sum(value is not None for value in labels.merged().values())
    current = waiting[0] if waiting else None
    shown = CodingPage(asked, coder, current, mine, told, LEAST, answer.overall, agreement(labels.labels))
    return render.page(request, "coding.html", shown)


@router.post("/attention/code")
async def label(
    request: Request,
    asked: Formed,
    answer: Annotated[str, Form(max_length=8)],
    article: Annotated[str, Form(max_length=100)] = "",
    start: Annotated[int, Form(ge=0)] = 0,
    end: Annotated[int, Form(ge=0)] = 0,
    coder: Annotated[str, Form(max_length=60)] = "reader",
) -> Response:
    """Put a label there, or take the last one back (`answer` *undo*); then the next sentence."""
    desk: Desk = request.app.state.desk
    path = _archive(desk)
    coder = coder.strip() or "reader"
    if answer not in (*_ANSWERS, "undo"):
        raise UsageError("An answer is yes, no, skip or undo.")

    def write() -> None:
        with _WRITING:
            labels = Labels(path, name_of(asked.about))
            if answer == "undo":
                labels.undo(coder)
                return
            if not article or end <= start:
                raise UsageError("The answer says of no sentence that it is about it.")
            sentence = Sentence(article, Span(start, end), None, None, 0, 0, matches=False)
            labels.add(made_now(sentence, _ANSWERS[answer], coder, asked.about, asked.within or None))

    await anyio.to_thread.run_sync(write)
    return RedirectResponse(asked.address("/attention/code", coder=coder), status_code=303)


def _counted(asked: Question, done: int) -> Asked:
    """The share, asked anew after each label: the title tells the questions apart."""
    made = questions.attention(asked.asked, asked.scope)
    return replace(made, title=f"Counting with {done} labels")


def _archive(desk: Desk) -> Path:
    if desk.settings.archive is None:
        raise UsageError("This server has no archive to code sentences of.", code="no-archive")
    return desk.settings.archive

"""Attention: the question, its answer over time and by outlet, and the sentences behind every number."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from sayso.archive import Filters
from sayso.errors import UsageError
from sayso.export.safe import safe_cell
from sayso.records.attention import Attention, By, Row, Sentence, Suggestion, Unit
from sayso.records.attention import Question as Asked
from sayso.web import given, questions, render
from sayso.web.desk import Desk
from sayso.web.marked import Piece, pieces
from sayso.web.plain import Json
from sayso.web.workers import Scope

router = APIRouter()

PER_PAGE = 50
UNITS = tuple(Unit)
COLUMNS = (
    "row", "share", "low", "high", "numerator", "denominator", "articles", "with_match", "corrected", "corrected_low",
    "corrected_high", "labels", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked, as the form has it, and its addresses."""

    about: str
    within: str
    by: str
    unit: str
    copies: bool
    outlets: tuple[str, ...]
    since: str
    until: str
    story: str

    @property
    def asked(self) -> Asked:
        return Asked(self.about, self.within or None, By(self.by) if self.by else None, Unit(self.unit), self.copies)

    @property
    def scope(self) -> Scope:
        filters = Filters(self.outlets, given.first_day(self.since), given.last_day(self.until))
        return Scope(filters, self.story or None)

    def address(self, path: str = "/attention", **changed: Any) -> str:
        """The address of this question below `path`, with some of it changed."""
        asked = {
            "about": self.about,
            "in_": self.within,
            "by": self.by,
            "unit": self.unit if self.unit != Unit.SENTENCES else None,
            "copies": "true" if self.copies else None,
            "outlet": self.outlets,
            "from_": self.since,
            "to": self.until,
            "story": self.story,
        }
        return render.link(path, **{**asked, **changed})


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the answer, and where its sentences are."""

    row: Row
    address: str


@dataclass(frozen=True, slots=True)
class AttentionPage:
    """The form, and the answer where something was asked. `error` says what is wrong with the query."""

    form: Form
    answer: Attention | None = None
    lines: tuple[Line, ...] = ()
    units: tuple[str, ...] = UNITS
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence with the words that the query found marked."""

    sentence: Sentence
    words: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SentencesPage:
    """Sentences behind a number: of a row where one is named, those that are about it or (`others`) those that are not."""

    form: Form
    row: str
    others: bool
    sentences: tuple[Shown, ...]
    number: int
    before: str | None
    after: str | None
    other: str


@dataclass(frozen=True, slots=True)
class TermsPage:
    """Terms that might widen the query, each with the address of the question with it."""

    form: Form
    terms: tuple[tuple[Suggestion, str], ...]


async def form(
    filters: Annotated[Filters, Depends(given.filters)],
    about: given.Words = "",
    within: Annotated[str, given.words("in")] = "",
    by: str = "month",
    unit: str = Unit.SENTENCES,
    copies: bool = False,
    story: given.Words = "",
) -> Form:
    """The question of an address. UsageError for a unit or a row that is none."""
    if by not in ("", *By) or unit not in UNITS:
        raise UsageError(f"Rows are by {', '.join(By)} or nothing, units are {', '.join(UNITS)}.")
    since = filters.since.isoformat() if filters.since else ""
    until = filters.until.isoformat() if filters.until else ""
    return Form(about, within, by, unit, copies, filters.outlets, since, until, story)


Formed = Annotated[Form, Depends(form)]


@router.get("/attention")
async def attention(request: Request, asked: Formed) -> Response:
    desk: Desk = request.app.state.desk
    shown = AttentionPage(asked)
    if asked.about.strip():
        try:
            answer = await desk.long(questions.attention(asked.asked, asked.scope))
            shown = replace(shown, answer=answer, lines=tuple(_line(asked, row) for row in answer.rows))
        except UsageError as error:
            shown = replace(shown, error=str(error))
    return render.page(request, "attention.html", shown)


@router.get("/attention/sentences")
async def sentences(
    request: Request, asked: Formed, row: given.Words = "", others: bool = False, page: given.Page = 1
) -> Response:
    desk: Desk = request.app.state.desk
    begin = (page - 1) * PER_PAGE
    question = questions.sentences(
        asked.asked, asked.scope, row=row or None, others=others, begin=begin, limit=PER_PAGE + 1
    )
    found: list[Sentence] = await desk.long(question)
    here = {"row": row, "others": "true" if others else None}
    path = "/attention/sentences"
    shown = SentencesPage(
        asked,
        row,
        others,
        tuple(_marked(each) for each in found[:PER_PAGE]),
        begin + 1,
        asked.address(path, **here, page=page - 1) if page > 1 else None,
        asked.address(path, **here, page=page + 1) if len(found) > PER_PAGE else None,
        asked.address(path, row=row, others=None if others else "true"),
    )
    return render.page(request, "sentences.html", shown)


@router.get("/attention/terms")
async def terms(request: Request, asked: Formed) -> Response:
    desk: Desk = request.app.state.desk
    found: list[Suggestion] = await desk.long(questions.suggestions(asked.asked, asked.scope))
    wider = tuple((each, asked.address(about=f"{asked.about} OR {_quoted(each.term)}")) for each in found)
    return render.page(request, "terms.html", TermsPage(asked, wider))


@router.get("/attention/table.{kind}")
async def table(request: Request, asked: Formed, kind: str) -> Response:
    """The answer as a table with its question: `table.csv` or `table.json`."""
    desk: Desk = request.app.state.desk
    answer: Attention = await desk.long(questions.attention(asked.asked, asked.scope))
    name = f"attachment; filename=attention.{kind}"
    if kind == "json":
        return Json(answer.to_dict(), headers={"content-disposition": name})
    if kind != "csv":
        raise UsageError("A table is to be had as table.csv or table.json.", code="no-such-table")
    return Response(_csv(asked, answer), media_type="text/csv", headers={"content-disposition": name})


def _line(asked: Form, row: Row) -> Line:
    return Line(row, asked.address("/attention/sentences", row=row.name or ""))


def _marked(each: Sentence) -> Shown:
    start = each.span.start
    marks = [type(span)(span.start - start, span.end - start) for span in each.marks]
    return Shown(each, pieces(each.text, marks))


def _quoted(term: str) -> str:
    return f'"{term}"' if " " in term else term


def _csv(asked: Form, answer: Attention) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("about", "in", "unit", "copies", "outlets", "from", "to", "story", "commit", *COLUMNS))
    outlets = "; ".join(asked.outlets)
    copies = "counted" if asked.copies else "once"
    head = (
        asked.about,
        asked.within,
        asked.unit,
        copies,
        outlets,
        asked.since,
        asked.until,
        asked.story,
        answer.commit,
    )
    for row in (answer.overall, *answer.rows):
        name = "all" if row is answer.overall else row.name or "not told"
        cells = (*head, name, *_cells(row))
        writer.writerow([safe_cell(each) if isinstance(each, str) else each for each in cells])
    return out.getvalue()


def _cells(row: Row) -> tuple[Any, ...]:
    found, correction = row.found, row.correction
    right = correction.corrected if correction else None
    better = (right.share, right.low, right.high) if right else (None, None, None)
    counted = (found.share, found.low, found.high, found.numerator, found.denominator, found.articles, found.with_match)
    return (*counted, *better, correction.used if correction else 0, row.note)

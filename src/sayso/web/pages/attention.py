"""Attention: the question, its answer over time and by outlet, and the sentences behind every number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso import api
from sayso.archive import Filters
from sayso.coverage.attention_labels import checked
from sayso.errors import UsageError
from sayso.export.aside import to_the_words
from sayso.export.markup import Address, Html, marked
from sayso.export.measured import Asked as Circumstances
from sayso.export.measured import as_csv, as_plain, quotable
from sayso.records import Span
from sayso.records.attention import Attention, By, Row, Sentence, Suggestion, Unit
from sayso.records.attention import Question as Asked
from sayso.web import given, questions, render
from sayso.web.desk import Desk
from sayso.web.plain import Json
from sayso.web.render import Turns
from sayso.web.workers import Scope

router = APIRouter()

PER_PAGE = 50
MOST_OUTLETS = 200
"""Outlets that the form offers, those of most articles first."""
FEW = 1500
"""Articles within up to which words to widen the query are looked for unasked: that reads them all, about 1,000 a second."""
UNITS = tuple(Unit)
NONE = "none"
ROWS = ("", *By, NONE)
"""What the rows of an answer may be: over time and by outlet both (the empty one), one of them, or none at all."""


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
    labels: str

    @property
    def asked(self) -> Asked:
        """The question, its rows left out."""
        return Asked(self.about, self.within or None, None, Unit(self.unit), self.copies)

    @property
    def rows(self) -> tuple[By, ...]:
        """What rows are wanted: over time and by outlet where nothing is said, a story's by day."""
        if self.by in tuple(By):
            return (By(self.by),)
        return () if self.by == NONE else (By.DAY if self.story else By.MONTH, By.OUTLET)

    @property
    def scope(self) -> Scope:
        filters = Filters(self.outlets, given.first_day(self.since), given.last_day(self.until))
        return Scope(filters, self.story or None)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Names and values of the question, for the hidden fields of a form."""
        return render.fields(**self.query())

    def address(self, path: str = "/attention", **changed: Any) -> str:
        """The address of this question below `path`, with some of it changed."""
        return render.link(path, **{**self.query(), **changed})

    def query(self) -> dict[str, Any]:
        return {
            "about": self.about,
            "in_": self.within,
            "by": self.by,
            "unit": self.unit if self.unit != Unit.SENTENCES else None,
            "copies": "true" if self.copies else None,
            "outlet": self.outlets,
            "from_": self.since,
            "to": self.until,
            "story": self.story,
            "labels": self.labels,
        }


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the answer, and where its sentences are."""

    row: Row
    address: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one kind that there is something to say of. `empty` are months in which no article is within."""

    by: By
    lines: tuple[Line, ...]
    empty: int
    corrected: bool
    thin: bool


@dataclass(frozen=True, slots=True)
class AttentionPage:
    """The form, and the answer where something was asked. `error` says what is wrong with the query; `quotable` is the answer in
    words; `outlets` are names to choose from; `story` is the title of the story that it is kept to."""

    form: Form
    outlets: tuple[str, ...] = ()
    story: str | None = None
    answer: Attention | None = None
    rows: tuple[Rows, ...] = ()
    quotable: str = ""
    units: tuple[str, ...] = UNITS
    few: int = FEW
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence with the words that the query found marked, and the address of the same words in their article."""

    sentence: Sentence
    words: Html
    address: Address


@dataclass(frozen=True, slots=True)
class SentencesPage:
    """Sentences behind a number: of a row where one is named, those that match or (`others`) do not; `total` of them."""

    form: Form
    of: str
    others: bool
    total: int
    sentences: tuple[Shown, ...]
    number: int
    turns: Turns
    other: str


@dataclass(frozen=True, slots=True)
class Wider:
    """A term, the address of the question with it, and examples with its words marked."""

    term: Suggestion
    address: str
    examples: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class TermsPage:
    """Terms that might widen the query. `error` says what is wrong with it."""

    form: Form
    terms: tuple[Wider, ...]


async def form(
    filters: Annotated[Filters, Depends(given.filters)],
    about: given.Words = "",
    within: Annotated[str, given.words("in")] = "",
    by: Annotated[str, Query(max_length=20)] = "",
    unit: Annotated[str, Query(max_length=20)] = Unit.SENTENCES,
    copies: bool = False,
    story: given.Words = "",
    labels: Annotated[str, Query(max_length=64)] = "",
) -> Form:
    """The question of an address. UsageError for a unit or a row that is none."""
    if by not in ROWS or unit not in UNITS:
        raise UsageError(f"Rows are by {', '.join(By)} or {NONE}, units are {', '.join(UNITS)}.")
    if labels:
        checked(labels)
    since = filters.since.isoformat() if filters.since else ""
    until = filters.until.isoformat() if filters.until else ""
    return Form(about.strip(), within.strip(), by, unit, copies, filters.outlets, since, until, story, labels)


Formed = Annotated[Form, Depends(form)]


@router.get("/attention")
async def attention(request: Request, asked: Formed) -> Response:
    desk: Desk = request.app.state.desk
    shown = AttentionPage(asked, await desk.ask(request, _outlets, "outlets"), await _story(request, asked))
    if asked.about:
        try:
            answers = await _answers(desk, asked)
            shown = replace(
                shown,
                answer=answers[0],
                rows=tuple(_rows(asked, answer) for answer in answers if answer.rows),
                quotable=quotable(answers[0], _circumstances(desk, asked, shown.story)),
            )
        except UsageError as error:
            shown = replace(shown, error=str(error))
    return render.page(request, "attention.html", shown, status=422 if shown.error else 200)


@router.get("/attention/sentences")
async def sentences(
    request: Request,
    asked: Formed,
    row: given.Words = "",
    unnamed: bool = False,
    match: Literal["yes", "no"] = "yes",
    page: given.Page = 1,
) -> Response:
    """The sentences of the question, of one row where `by` and `row` name it; `unnamed` is the row of no outlet's name."""
    desk: Desk = request.app.state.desk
    begin, others = (page - 1) * PER_PAGE, match == "no"
    one = asked.by in tuple(By) and bool(row or unnamed)
    question = replace(asked.asked, by=By(asked.by) if one else None, unit=Unit.SENTENCES)
    wanted = questions.sentences(
        question, asked.scope, row=row if one else None, others=others, begin=begin, limit=PER_PAGE
    )
    total, found = await desk.long(wanted)
    here: dict[str, Any] = {"row": row, "unnamed": "true" if unnamed else None, "match": "no" if others else None}
    path = "/attention/sentences"
    shown = SentencesPage(
        asked,
        (row or "articles that name no outlet") if one else "",
        others,
        total,
        tuple(_shown(each) for each in found),
        begin + 1,
        render.turns(page, begin + len(found) < total, path, **asked.query(), **here),
        asked.address(path, **{**here, "match": None if others else "no"}),
    )
    return render.page(request, "sentences.html", shown)


@router.get("/attention/terms")
async def terms(request: Request, asked: Formed, part: bool = False) -> Response:
    desk: Desk = request.app.state.desk
    found: list[Suggestion] = await desk.long(questions.suggestions(asked.asked, asked.scope))
    labels = asked.labels or None
    wider = tuple(
        Wider(each, asked.address(about=f"{asked.about} OR {_quoted(each.term)}", labels=labels), each.examples[:2])
        for each in found
    )
    return render.page(request, "terms_part.html" if part else "terms.html", TermsPage(asked, wider))


@router.get("/attention/table.{kind}")
async def table(request: Request, asked: Formed, kind: str) -> Response:
    """The answer as a table with its question: `table.csv` or `table.json`."""
    desk: Desk = request.app.state.desk
    if kind not in ("csv", "json"):
        raise UsageError("A table is to be had as table.csv or table.json.", code="no-such-table")
    if not asked.about:
        raise UsageError("A table is of a question; say what the sentences are to be about.")
    told = _circumstances(desk, asked, await _story(request, asked))
    answers = await _answers(desk, asked)
    headers = {"content-disposition": f"attachment; filename=attention.{kind}"}
    if kind == "json":
        return Json(as_plain(answers, told), headers=headers)
    made = as_csv(answers, told).encode("utf-8", "backslashreplace")  # a name may have a lone surrogate
    return Response(made, media_type="text/csv; charset=utf-8", headers=headers)


async def _answers(desk: Desk, asked: Form) -> list[Attention]:
    """One answer for each kind of row that is wanted; one without rows where none is."""
    archive, labels = desk.settings.archive, asked.labels or None
    return [
        await desk.long(questions.attention(replace(asked.asked, by=by), asked.scope, archive, labels))
        for by in asked.rows or (None,)
    ]


def _rows(asked: Form, answer: Attention) -> Rows:
    by = answer.question.by
    assert by is not None
    told = [row for row in answer.rows if row.found.articles]
    return Rows(
        by,
        tuple(_line(asked, by, row) for row in told),
        len(answer.rows) - len(told),
        any(row.correction is not None and row.correction.corrected is not None for row in told),
        any(row.thin for row in told),
    )


def _line(asked: Form, by: By, row: Row) -> Line:
    here: dict[str, Any] = {"row": row.name, "unnamed": None if row.name else "true"}
    return Line(row, asked.address("/attention/sentences", by=str(by), **here))


def _shown(each: Sentence) -> Shown:
    start = each.span.start
    marks = [Span(span.start - start, span.end - start) for span in each.marks]
    address = Address(render.link("/article", each.article) + to_the_words(each.text))
    return Shown(each, marked(each.text, marks), address)


def _quoted(term: str) -> str:
    return f'"{term}"' if " " in term else term


def _circumstances(desk: Desk, asked: Form, story: str | None) -> Circumstances:
    filters = asked.scope.filters
    name = desk.settings.archive.name if desk.settings.archive else ""
    now = datetime.now(UTC)
    return Circumstances(name, now, filters.outlets, filters.since, filters.until, asked.story or None, story)


async def _story(request: Request, asked: Form) -> str | None:
    """The title of the story that the question is kept to, where stories are known already; else its id."""
    if not asked.story:
        return None
    desk: Desk = request.app.state.desk

    def titled(archive: api.Archive) -> str:
        found = archive.story(asked.story) if archive.is_kept("stories") else None
        return (found.title if found else None) or asked.story

    return await desk.ask(request, titled, ("story's title", asked.story))


def _outlets(archive: api.Archive) -> tuple[str, ...]:
    return tuple(each.name for each in archive.info().outlets if each.name)[:MOST_OUTLETS]

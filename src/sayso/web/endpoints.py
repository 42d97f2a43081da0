"""`/api`: the same answers as JSON, each the record that Python gives and `--json` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Body, Depends, Path, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from sayso.archive import Facets, Filters, Hit
from sayso.archive.info import Info
from sayso.archive.search import Within
from sayso.errors import UsageError
from sayso.records import SourceClass
from sayso.records.attention import Attention, By, Sentence, Topic, Unit
from sayso.records.attention import Question as Asked
from sayso.records.corrections import Correction
from sayso.records.speaking import Profile, Speaker, Statement
from sayso.records.stories import Dispute, Moment, Story
from sayso.web import given, kept, questions
from sayso.web.desk import Desk
from sayso.web.memory import Steady
from sayso.web.plain import Json, as_bytes
from sayso.web.workers import Question, Scope

T = TypeVar("T")

Id = Annotated[str, Path(min_length=1, max_length=2_000, description="An id, as the lists have them.")]
Filtered = Annotated[Filters, Depends(given.filters)]


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong: a short stable name of the reason, and one sentence that names the fix."""

    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Underway:
    """An answer that is being worked out: ask the same address again, or `/api/jobs/{job}` how far it is."""

    job: str
    state: str
    done: int
    total: int
    title: str


class Text(BaseModel):
    """A text to be read."""

    text: str = Field(min_length=1, max_length=150_000, description="The text, its paragraphs parted by empty lines.")
    published: str | None = Field(None, max_length=25, description="The day or moment of publication, ISO 8601.")
    url: str | None = Field(None, max_length=2_000)
    outlet: str | None = Field(None, max_length=300)
    force: bool = Field(False, description="Read it also where it is not in English.")


FAULTS: dict[int | str, dict[str, Any]] = {
    400: {"model": Fault, "description": "What was sent cannot be read at all."},
    401: {"description": "The server asks for its token.", "content": {"text/plain": {}}},
    403: {"description": "Another site's page asked.", "content": {"text/plain": {}}},
    404: {"model": Fault, "description": "There is no such thing here."},
    413: {"description": "More than the server takes.", "content": {"text/plain": {}}},
    421: {"description": "The request is for another host.", "content": {"text/plain": {}}},
    422: {"model": Fault, "description": "The question cannot be answered as it stands."},
    503: {"model": Fault, "description": "Too many questions at once, or one that took too long."},
}
SLOW: dict[int | str, dict[str, Any]] = {
    202: {"model": Underway, "description": "It is being worked out; ask again after a second."},
    409: {"model": Fault, "description": "Somebody stopped the work."},
}

router = APIRouter(prefix="/api", responses=FAULTS)
steady = APIRouter(route_class=Steady)
"""Of what hangs on the address and the archive alone; labels and jobs do not."""


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


def _row(model: Any) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": model}}


@steady.get("/info", summary="What is in the archive", responses=_row(Info))
async def info(request: Request, filters: Filtered) -> Response:
    made: Info = await _desk(request).ask(request, lambda archive: archive.info(filters))
    return Json(made.to_dict())


@steady.get("/search", summary="Where words stand, best first", responses=_row(list[Hit]))
async def search(
    request: Request,
    filters: Annotated[Filters, Depends(given.said)],
    q: Annotated[
        str, Query(min_length=1, max_length=given.LENGTH, description="The query; docs/archive.md has the language.")
    ],
    within: Annotated[Within | None, Query(alias="in", description="Articles, what was said, or who speaks.")] = None,
    limit: given.Limit = 20,
) -> Response:
    hits: list[Hit] = await _desk(request).ask(
        request, lambda archive: archive.search(q, filters, within=within, limit=limit)
    )
    return Json([hit.to_dict() for hit in hits])


@steady.get("/facets", summary="What the hits of a query have in common", responses=_row(Facets))
async def facets(
    request: Request,
    filters: Annotated[Filters, Depends(given.said)],
    q: Annotated[str, Query(min_length=1, max_length=given.LENGTH)],
    within: Annotated[Within | None, Query(alias="in")] = None,
) -> Response:
    made: Facets = await _desk(request).ask(request, lambda archive: archive.facets(q, filters, within=within))
    return Json(made.to_dict())


@steady.get("/articles/{id}", summary="The reading of an article")
async def article(request: Request, id: Id) -> Response:
    """The form is that of `sayso show --json`: docs/reading.schema.json."""
    made: bytes = await _desk(request).ask(request, lambda archive: as_bytes(archive.reading(id).to_dict()))
    return Json(made)


Also = Annotated[
    list[Annotated[str, Query(max_length=given.NAME)]],
    Query(max_length=8, description="Other whole names that are taken together with this one."),
]


@steady.get("/people", summary="Who speaks, by how many articles have them", responses=SLOW | _row(list[Speaker]))
async def people(
    request: Request,
    filters: Filtered,
    q: given.Words = "",
    source_class: Annotated[
        SourceClass | None,
        Query(alias="class", description="What most of their statements have as their source class."),
    ] = None,
    page: given.Page = 1,
    limit: given.Limit = 50,
) -> Response:
    of = None if source_class is None else str(source_class)
    found: list[Speaker] = await kept.speakers(
        request,
        lambda archive: archive.speakers(q, filters, source_class=of, limit=limit, after=(page - 1) * limit),
    )
    return Json([each.to_dict() for each in found])


@steady.get("/people/{name}", summary="What those of a name said, counted", responses=SLOW | _row(Profile))
async def person(request: Request, name: Id, filters: Filtered, also: Also = []) -> Response:  # noqa: B006
    found: Profile = await kept.speakers(
        request,
        lambda archive: archive.profile(name, filters, also=also),
    )
    return Json(found.to_dict())


@steady.get(
    "/people/{name}/statements", summary="What they said, the latest first", responses=SLOW | _row(list[Statement])
)
async def statements(
    request: Request,
    name: Id,
    filters: Filtered,
    also: Also = [],  # noqa: B006
    page: given.Page = 1,
    limit: given.Limit = 50,
) -> Response:
    found: list[Statement] = await kept.speakers(
        request, lambda archive: archive.statements(name, filters, also=also, limit=limit, after=(page - 1) * limit)
    )
    return Json([each.to_dict() for each in found])


@steady.get("/families", summary="Quotations that travelled, those in most articles first", responses=SLOW)
async def families(
    request: Request, filters: Filtered, q: given.Words = "", page: given.Page = 1, limit: given.Limit = 20
) -> Response:
    """With `q`, the families that have these words, best first."""
    if q:
        found = _cut(await _desk(request).long(questions.spread(q, filters)), page, limit)
    else:
        found = await kept.families(request, lambda all: _cut(all, page, limit), filters)
    return Json([each.to_dict() for each in found])


@steady.get("/families/{id}", summary="One quotation and everybody who has it", responses=SLOW)
async def family(request: Request, id: Id) -> Response:
    return Json((await kept.family(request, id)).to_dict())


@steady.get("/stories", summary="Articles by what happened, the largest first", responses=SLOW | _row(list[Story]))
async def stories(request: Request, filters: Filtered, page: given.Page = 1, limit: given.Limit = 20) -> Response:
    found = await kept.stories(request, lambda all: _cut(all, page, limit), filters)
    return Json([each.to_dict() for each in found])


@steady.get("/stories/{id}", summary="One story", responses=SLOW | _row(Story))
async def story(request: Request, id: Id) -> Response:
    """By its id, by the id of one of its articles, or by words that pick one."""
    return Json((await kept.story(request, id)).to_dict())


@steady.get("/stories/{id}/timeline", summary="A story's merged timeline", responses=SLOW | _row(list[Moment]))
async def timeline(request: Request, id: Id) -> Response:
    found = await _desk(request).long(questions.timeline((await kept.story(request, id)).id))
    return Json([each.to_dict() for each in found])


@steady.get("/stories/{id}/disputes", summary="What of a story cannot both hold", responses=SLOW | _row(list[Dispute]))
async def disputes(
    request: Request,
    id: Id,
    least: Annotated[
        float | None, Query(ge=0, le=1, description="The lowest score shown; the usual one unless given.")
    ] = None,
) -> Response:
    found = await _desk(request).long(questions.disputes((await kept.story(request, id)).id, least))
    return Json([each.to_dict() for each in found])


@steady.get("/stories/{id}/corrections", summary="What its articles put right", responses=SLOW | _row(list[Correction]))
async def story_corrections(request: Request, id: Id) -> Response:
    found = await _desk(request).long(questions.corrections((await kept.story(request, id)).id))
    return Json([each.to_dict() for each in found])


@steady.get("/corrections", summary="What articles put right", responses=SLOW | _row(list[Correction]))
async def corrections(request: Request, page: given.Page = 1, limit: given.Limit = 50) -> Response:
    found = await _desk(request).long(questions.corrections())
    return Json([each.to_dict() for each in _cut(found, page, limit)])


@steady.get("/stories/{id}/attention", summary="What share of it was about what", responses=SLOW | _row(list[Topic]))
async def topics(
    request: Request,
    id: Id,
    about: Annotated[
        list[Annotated[str, Query(min_length=1, max_length=given.LENGTH)]],
        Query(max_length=given.TOPICS, description="Topics, each a query; the words that mark the story unless given."),
    ] = [],  # noqa: B006
    by: Annotated[
        By | None, Query(description="By day unless given, by month for a story of over three months.")
    ] = None,
    unit: Unit = Unit.SENTENCES,
) -> Response:
    question = questions.topics((await kept.story(request, id)).id, tuple(about), by, unit)
    return Json([each.to_dict() for each in await _desk(request).long(question)])


@router.get("/attention", summary="What share was about it", responses=SLOW | _row(Attention))
async def attention(
    request: Request,
    filters: Filtered,
    about: Annotated[str, Query(min_length=1, max_length=given.LENGTH, description="What it is to be about: a query.")],
    within: Annotated[given.Words, Query(alias="in", description="Which articles count at all: a query.")] = "",
    by: By | None = None,
    unit: Unit = Unit.SENTENCES,
    copies: Annotated[bool, Query(description="Count each copy of an article.")] = False,
    story: Annotated[given.Words, Query(description="Only articles of this story, by its id.")] = "",
) -> Response:
    asked = Asked(about, within or None, by, unit, copies)
    desk = _desk(request)
    question = questions.attention(asked, Scope(filters, story or None), desk.settings.archive)
    return Json((await desk.long(question)).to_dict())


@router.get("/attention/sentences", summary="The sentences behind a share", responses=SLOW | _row(list[Sentence]))
async def sentences(
    request: Request,
    filters: Filtered,
    about: Annotated[str, Query(min_length=1, max_length=given.LENGTH)],
    within: Annotated[given.Words, Query(alias="in")] = "",
    by: By | None = None,
    copies: bool = False,
    story: given.Words = "",
    row: Annotated[given.Words, Query(description="Only of this outlet, month or day of the rows.")] = "",
    others: Annotated[bool, Query(description="Those that are not about it, instead.")] = False,
    page: given.Page = 1,
    limit: given.Limit = 50,
) -> Response:
    asked = Asked(about, within or None, by, Unit.SENTENCES, copies)
    question = questions.sentences(
        asked, Scope(filters, story or None), row=row or None, others=others, begin=(page - 1) * limit, limit=limit
    )
    _, found = await _desk(request).long(question)
    return Json([each.to_dict() for each in found])


@router.post("/read", summary="Read a text", responses=SLOW)
async def read(request: Request, text: Annotated[Text, Body()]) -> Response:
    """The form is that of `sayso read --json`: docs/reading.schema.json. The text is not kept."""
    about = {"published": given.moment(text.published), "url": text.url, "outlet": text.outlet, "force": text.force}
    question = Question("read_text", (text.text, tuple(about.items())), "Reading the text", steady=False)
    return Json((await _desk(request).long(question)).to_dict())


@router.get("/jobs/{id}", summary="How far an answer is", responses=_row(Underway))
async def job(request: Request, id: Id) -> Response:
    found = _desk(request).workers.find(id)
    if found is None:
        raise UsageError("There is no such job; its answer may have been taken already.", code="no-such-job")
    return Json(found.to_dict())


@router.delete("/jobs/{id}", summary="Stop working on an answer", responses=_row(Underway))
async def stop(request: Request, id: Id) -> Response:
    workers = _desk(request).workers
    found = workers.find(id)
    if found is None:
        raise UsageError("There is no such job; its answer may have been taken already.", code="no-such-job")
    workers.stop(found)
    return Json(found.to_dict())


def _cut(found: Sequence[T], page: int, limit: int) -> Sequence[T]:
    return list(found[(page - 1) * limit : page * limit])


router.include_router(steady)

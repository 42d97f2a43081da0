"""Who speaks, and what one of them said: over time, where, through whom, about what, and how lines of theirs changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso import api
from sayso.archive import Filters
from sayso.export.markup import Html, marked
from sayso.records.speaking import Profile, Speaker, Statement
from sayso.records.spread import Family
from sayso.web import given, kept, questions, render
from sayso.web.desk import Desk
from sayso.web.memory import Steady
from sayso.web.pages.families import Form, family_page
from sayso.web.render import Turns

router = APIRouter(route_class=Steady)

PER_PAGE = 50
SAID_PER_PAGE = 20
LINES_PER_PAGE = 8
MOST_NAMES = 8
"""Names that are taken together."""
MOST_FORMS = 6
MOST_SPEAKERS = 10
CLASSES = (
    ("named", "Named"),
    ("role", "By role"),
    ("collective", "Groups and bodies"),
    ("anonymous", "Unnamed"),
    ("document", "Documents"),
    ("all", "All"),
)
Kind = Literal["named", "role", "collective", "anonymous", "document", "all"]
Filtered = Annotated[Filters, Depends(given.filters)]
Name = Annotated[
    list[Annotated[str, Query(max_length=given.NAME)]],
    Query(
        min_length=1, max_length=MOST_NAMES, description="Whole names that are taken together, the first one's first."
    ),
]


@dataclass(frozen=True, slots=True)
class Way:
    """A link to the same page of something else; `chosen` where it is what is shown."""

    label: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of the list of speakers. `number` is the first one's place in it, `kept` the outlets and days that it is kept to."""

    query: str
    kept: str
    hidden: tuple[tuple[str, str], ...]
    """What the form carries along."""
    classes: tuple[Way, ...]
    speakers: tuple[Speaker, ...]
    number: int
    turns: Turns


@dataclass(frozen=True, slots=True)
class MostPart:
    """Those who speak in most articles."""

    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, and the sentence it stands in with what was said marked."""

    statement: Statement
    words: Html


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody's page. `names` are the names that are taken together, `kept` the outlets and days that the statements are of,
    empty where they are all. `lines` is the address of the part on how lines changed, `lines_kept` whether it is there now."""

    profile: Profile
    names: tuple[str, ...]
    said: tuple[Said, ...]
    kept: str
    number: int
    turns: Turns
    lines: str
    lines_kept: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words of theirs that stand in several articles; `others` are the wordings beside the fullest, in order of publication."""

    family: Family
    others: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class LinesPage:
    """How lines of somebody's changed: those in most articles first."""

    names: tuple[str, ...]
    lines: tuple[Line, ...]
    turns: Turns


@router.get("/people")
async def people(
    request: Request,
    filters: Filtered,
    q: given.Words = "",
    kind: Annotated[
        Kind, Query(alias="class", description="Who most of their statements have as their source.")
    ] = "named",
    page: given.Page = 1,
) -> Response:
    """Those who speak, by how many articles have them as a speaker."""
    skipped = (page - 1) * PER_PAGE
    of = None if kind == "all" else kind

    def listed(archive: api.Archive) -> list[Speaker]:
        return archive.speakers(q, filters, source_class=of, limit=PER_PAGE + 1, after=skipped)

    found = await kept.speakers(request, listed)
    asked: dict[str, Any] = {"class_": kind if kind != "named" else None, **given.parts(filters)}
    shown = PeoplePage(
        q,
        given.told(filters),
        render.fields(**asked),
        tuple(
            Way(
                label,
                render.link("/people", q=q, **{**asked, "class_": name if name != "named" else None}),
                name == kind,
            )
            for name, label in CLASSES
        ),
        tuple(found[:PER_PAGE]),
        skipped + 1,
        render.turns(page, len(found) > PER_PAGE, "/people", q=q, **asked),
    )
    return render.page(request, "people.html", shown)


@router.get("/people/most")
async def most(request: Request) -> Response:
    """The part of the first page on who speaks most."""
    found = await kept.speakers(request, lambda archive: archive.speakers(source_class="named", limit=MOST_SPEAKERS))
    return render.page(request, "most_part.html", MostPart(tuple(found)))


@router.get("/person")
async def person(request: Request, filters: Filtered, name: Name, page: given.Page = 1) -> Response:
    """What those of a name said; with several names, those of all of them."""
    first, also = name[0], tuple(name[1:])
    skipped = (page - 1) * SAID_PER_PAGE

    def statements(archive: api.Archive) -> list[Statement]:
        return archive.statements(first, filters, also=also, limit=SAID_PER_PAGE + 1, after=skipped)

    profile = await kept.speakers(request, lambda archive: archive.profile(first, also=also), ("person", first, also))
    found = await kept.speakers(request, statements)
    shown = PersonPage(
        profile,
        tuple(name),
        tuple(Said(each, marked(each.sentence or each.words, each.marks, "b")) for each in found[:SAID_PER_PAGE]),
        given.told(filters),
        skipped + 1,
        render.turns(page, len(found) > SAID_PER_PAGE, "/person", name=name, **given.parts(filters)),
        render.link("/person/lines", name=name),
        await kept.is_kept(request, "families"),
    )
    return render.page(request, "person.html", shown)


@router.get("/person/lines")
async def lines(request: Request, name: Name, page: given.Page = 1, part: bool = False) -> Response:
    """How lines of theirs changed on their way from article to article; only the part of the page with `part`."""
    desk: Desk = request.app.state.desk
    if not await kept.is_kept(request, "families"):
        await desk.long(questions.families())
    begin = (page - 1) * LINES_PER_PAGE
    filters = Filters(speakers=tuple(name))

    def changed(archive: api.Archive) -> tuple[Line, ...]:
        mine = {each.casefold() for each in name}
        found = (each for each in archive.families(filters) if (each.speaker or "").casefold() in mine)
        return tuple(_cut(map(_line, found), begin, LINES_PER_PAGE + 1))

    found = await desk.ask(request, changed)
    turns = render.turns(page, len(found) > LINES_PER_PAGE, "/person/lines", name=name)
    shown = LinesPage(tuple(name), found[:LINES_PER_PAGE], turns)
    return render.page(request, "lines_part.html" if part else "lines.html", shown)


def _line(family: Family) -> Line:
    forms = family_page(family).forms
    others = [form for form in forms if family.members[family.fullest] not in form.members]
    others.sort(key=lambda form: str(form.members[0].saying.published or "9999"))
    return Line(family, tuple(others[:MOST_FORMS]))


def _cut(lines: Iterable[Line], begin: int, length: int) -> Iterator[Line]:
    """Some of the lines that stand in more than one wording."""
    at = 0
    for line in lines:
        if line.others:
            if at >= begin + length:
                return
            if at >= begin:
                yield line
            at += 1

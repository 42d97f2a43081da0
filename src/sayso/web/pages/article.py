"""An article: its text with every finding marked, and beside it who said what, through whom, how sure and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso import api
from sayso.errors import UsageError
from sayso.export.corrections import notes
from sayso.export.document import asset
from sayso.export.facts import NAMELESS
from sayso.export.html import main_part
from sayso.export.links import Links, Same
from sayso.export.markup import Address, Html
from sayso.export.safe import clipped
from sayso.records import Reading
from sayso.records.spread import Family
from sayso.web import kept, render
from sayso.web.desk import Desk
from sayso.web.memory import Steady

router = APIRouter()
steady = APIRouter(route_class=Steady)


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What the page of an article shows. `part` is the text with its details, made by `sayso.export.html`."""

    title: str
    language: str
    part: Html
    keep: str | None
    """Where a reading that is in no archive can be put into it, `None` where it cannot."""
    notes: tuple[Html, ...] = ()
    """What was put right in it or by it."""


@steady.get("/article/{id:path}")
async def article(request: Request, id: str, a: str = "") -> Response:
    """The page; with `a`, the id of an attribution, at that one."""
    desk: Desk = request.app.state.desk
    if a:
        return _at(request, await desk.ask(request, lambda archive: archive.reading(id)), a)
    story, families = await kept.story_of(request, id), await kept.families_of(request, id)

    def made(archive: api.Archive) -> ArticlePage:
        reading = archive.reading(id)
        about = [("Its story", render.link("/story", id))] if story is None else []
        if story is not None and len(story.members) > 1:
            about = [(f"Its story: {clipped(story.title, 60)} ({len(story.members)})", render.link("/story", story.id))]
        about.append(("As JSON", render.link("/api/articles", id)))
        same = _same(families or (), id)
        links = Links(_people(reading), same, tuple((said, Address(to)) for said, to in about))
        return _shown(reading, links)

    found = await kept.corrections_of(request, id)
    page = await desk.ask(request, made)
    return render.page(request, "article.html", replace(page, notes=tuple(notes(found, id, render.Addresses()))))


@router.get("/read/{id}")
async def read(request: Request, id: str, a: str = "") -> Response:
    """The page of a reading that is in no archive."""
    desk: Desk = request.app.state.desk
    reading = desk.readings.get(id)
    if reading is None:
        raise UsageError("That text is not kept any more; read it again.", code="no-such-article")
    if a:
        return _at(request, reading, a)
    own = (
        ("Download this page", render.link("/read", id, "page.html")),
        ("As JSON", render.link("/read", id, "reading.json")),
    )
    links = Links(_people(reading) if desk.settings.archive else {}, {}, tuple((said, Address(to)) for said, to in own))
    may_keep = desk.settings.allow_keep and desk.settings.archive is not None
    page = _shown(reading, links, keep=render.link("/read", id, "keep") if may_keep else None)
    return render.page(request, "article.html", page)


@router.get("/static/page.{kind}")
async def its_files(kind: str) -> Response:
    """Style and script of the page, which are those of the self-contained one."""
    if kind not in ("css", "js"):
        raise UsageError("There is no such file.", code="no-such-article")
    return Response(asset(f"page.{kind}"), media_type={"css": "text/css", "js": "text/javascript"}[kind])


def _shown(reading: Reading, links: Links, *, keep: str | None = None) -> ArticlePage:
    title = reading.article.title or "A reading"
    return ArticlePage(title, reading.article.language or "en", main_part(reading, links), keep)


def _at(request: Request, reading: Reading, id: str) -> Response:
    """To the finding of an id, by its place on the page."""
    ids = [found.id for found in reading.attributions]
    place = f"#f{ids.index(id) + 1}" if id in ids else ""
    return RedirectResponse(request.url.path + place, status_code=303)


def _same(families: Sequence[Family], article: str) -> Mapping[str, Same]:
    """Of each attribution of an article that has its words in common with others, in how many, and where they are shown."""
    return {
        member.saying.attribution: Same(family.articles - 1, Address(render.link("/family", family.id)))
        for family in families
        for member in family.members
        if member.saying.article == article and family.articles > 1
    }


def _people(reading: Reading) -> Mapping[str, Address]:
    speaking = {found.speaker for found in reading.attributions}
    return {
        person.id: Address(render.link("/person", name=person.name))
        for person in reading.people
        if person.id in speaking and person.kind not in NAMELESS
    }


router.include_router(steady)

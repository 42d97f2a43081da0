"""Stories: the list, and one with its articles, who speaks in it, its merged timeline and what of it is disputed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso import api
from sayso.archive import Filters
from sayso.coverage.disputes import DOUBTFUL
from sayso.coverage.stories_kept import days_of
from sayso.export.corrections import corrections_part
from sayso.export.document import asset
from sayso.export.markup import Html
from sayso.export.story import disputes_part, timeline_part
from sayso.records.attention import Row, Topic
from sayso.records.corrections import Correction
from sayso.records.speaking import Voices
from sayso.records.spread import Family
from sayso.records.stories import Member, Story
from sayso.web import given, kept, questions, render
from sayso.web.desk import Desk
from sayso.web.memory import Steady
from sayso.web.render import Turns

router = APIRouter(route_class=Steady)

PER_PAGE = 25
MOST_FAMILIES = 8
LOOKED_AT = 40
"""Articles of a story whose families are looked up: its page is there at once however many it has."""


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """A page of the list, the largest first or, by `sort`, the latest. `query` is what was looked for, empty where all are
    listed; `since` and `until` are the days in which the stories go on, as they were asked for."""

    query: str
    stories: tuple[Story, ...]
    number: int
    turns: Turns
    sort: str = "size"
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The articles of a story that were published on a day, each with the copies of it."""

    day: str
    members: tuple[tuple[Member, tuple[Member, ...]], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a story that takes its time: where it stands on the page, its title, address, and the words of the link."""

    id: str
    title: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """The page of a story. Timeline, disputes and attention come as parts of their own, since they may take long."""

    story: Story
    days: tuple[Day, ...]
    voices: Voices
    families: tuple[Family, ...]
    parts: tuple[Part, ...]
    """What is fetched after the page is there: what is disputed, when it happened, what was put right."""
    attention: Part


@dataclass(frozen=True, slots=True)
class PartPage:
    """A part of a story as a page of its own; `part` is made by `sayso.export.story`."""

    story: Story
    title: str
    part: Html


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A day of a topic (or a month), and where its sentences are."""

    row: Row
    address: str


@dataclass(frozen=True, slots=True)
class TopicShown:
    """A topic with its days, those without an article left out, and where it is asked as a question of its own."""

    topic: Topic
    lines: tuple[TopicLine, ...]
    address: str
    sentences: str


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """What share of a story was about what. `about` are the queries that were asked, empty for the story's own topics; `rows` is
    *day* or *month*; `room` is whether another query may be added; `thin` whether some row has few articles."""

    story: Story
    about: tuple[str, ...]
    rows: str
    topics: tuple[TopicShown, ...]
    room: bool
    thin: bool


@router.get("/stories")
async def stories(
    request: Request,
    filters: Annotated[Filters, Depends(given.filters)],
    q: given.Words = "",
    page: given.Page = 1,
    sort: Literal["size", "recent"] = "size",
) -> Response:
    """The largest or the latest stories that go on in the days asked for; with `q`, the one that the words mark."""
    if q.strip():
        return RedirectResponse(render.link("/story", (await kept.story(request, q)).id), status_code=303)
    begin = (page - 1) * PER_PAGE

    # Days choose among the stories of the whole archive, which are kept; only outlets have them made anew.
    where = Filters(outlets=filters.outlets)
    picked: Sequence[int] = range(begin, begin + PER_PAGE + 1)
    if sort == "recent" or filters.since or filters.until:
        days = await kept.stories(request, days_of, where)
        order = [at for at, each in enumerate(days) if _within(each, filters.since, filters.until)]
        if sort == "recent":
            order.sort(key=lambda at: days[at][1] or date.min, reverse=True)
        picked = order[begin : begin + PER_PAGE + 1]

    def cut(found: Sequence[Story]) -> tuple[Story, ...]:
        return tuple(found[at] for at in picked if at < len(found))

    found = await kept.stories(request, cut, where)
    asked = {**given.parts(filters), "sort": None if sort == "size" else sort}
    shown = StoriesPage(
        q,
        found[:PER_PAGE],
        begin + 1,
        render.turns(page, len(found) > PER_PAGE, "/stories", **asked),
        sort,
        str(filters.since or ""),
        str(filters.until or ""),
    )
    return render.page(request, "stories.html", shown)


@router.get("/story/{id}")
async def story(request: Request, id: str) -> Response:
    """The page of a story, by its id or by that of one of its articles."""
    desk: Desk = request.app.state.desk
    found = await kept.story(request, id)
    if found.id != id:
        return RedirectResponse(render.link("/story", found.id), status_code=303)
    voices = await desk.ask(request, lambda archive: archive.voices(found))
    most: tuple[Family, ...] = ()
    if await kept.is_kept(request, "families"):
        most = await desk.ask(request, lambda archive: _families(archive, found))
    parts = tuple(
        Part(name, title, render.link("/story", found.id, name), told)
        for name, title, told in (
            ("disputes", "What is disputed", "Show what cannot both hold"),
            ("timeline", "When", "Show the merged timeline"),
            ("corrections", "What was put right", "Show corrections and clarifications"),
            ("attention", "What it was about, day by day", "Show the shares of its topics"),
        )
    )
    shown = StoryPage(found, tuple(_days(found)), voices, most, parts[:-1], parts[-1])
    return render.page(request, "story.html", shown)


@router.get("/story/{id}/timeline")
async def timeline(request: Request, id: str, part: bool = False) -> Response:
    desk: Desk = request.app.state.desk
    found = await kept.story(request, id)
    moments = await desk.long(questions.timeline(found.id))
    return _part(request, part, PartPage(found, "When", timeline_part(moments, found.first, render.Addresses())))


@router.get("/story/{id}/disputes")
async def disputes(request: Request, id: str, part: bool = False) -> Response:
    desk: Desk = request.app.state.desk
    found = await kept.story(request, id)
    clashes = await desk.long(questions.disputes(found.id, DOUBTFUL))
    return _part(request, part, PartPage(found, "What is disputed", disputes_part(clashes, render.Addresses())))


@router.get("/story/{id}/corrections")
async def corrections(request: Request, id: str, part: bool = False) -> Response:
    desk: Desk = request.app.state.desk
    found = await kept.story(request, id)
    told: list[Correction] = await desk.long(questions.corrections(found.id))
    return _part(request, part, PartPage(found, "What was put right", corrections_part(told, render.Addresses())))


@router.get("/story/{id}/attention")
async def topics(
    request: Request,
    id: str,
    about: Annotated[list[given.Words], Query(max_length=given.TOPICS)] = [],  # noqa: B006
    part: bool = False,
) -> Response:
    """The topics of a story over its days: its own, or those of `about`, each a query."""
    desk: Desk = request.app.state.desk
    found = await kept.story(request, id)
    wanted = tuple(dict.fromkeys(each.strip() for each in about if each.strip()))
    answers: list[Topic] = await desk.long(questions.topics(found.id, wanted))
    told = tuple(_topic(found, each) for each in answers)
    rows = str(answers[0].answer.question.by) if answers else "day"
    is_thin = any(line.row.thin for each in told for line in each.lines)
    shown = TopicsPage(found, wanted, rows, told, len(wanted) < given.TOPICS, is_thin)
    return render.page(request, "topics_part.html" if part else "topics.html", shown)


@router.get("/static/story.css")
async def its_style() -> Response:
    """Style of the parts, which is that of the exported ones."""
    return Response(asset("story.css"), media_type="text/css")


def _part(request: Request, alone: bool, shown: PartPage) -> Response:
    return HTMLResponse(shown.part) if alone else render.page(request, "story_part.html", shown)


def _topic(story: Story, each: Topic) -> TopicShown:
    question, behind = each.answer.question, "/attention/sentences"
    here = {"about": question.about, "story": story.id}
    lines = tuple(
        TopicLine(row, render.link(behind, **here, by=str(question.by), row=row.name))
        for row in each.answer.rows
        if row.found.articles
    )
    return TopicShown(each, lines, render.link("/attention", **here), render.link(behind, **here))


def _families(archive: api.Archive, story: Story) -> tuple[Family, ...]:
    """The families that most of the story's articles have, of those that its first articles have; looked up at once, since
    each question waits for an archive of its own."""
    found = {each.id: each for article in story.articles[:LOOKED_AT] for each in archive.families_of(article)}
    within = set(story.articles)
    most = sorted(found.values(), key=lambda each: -len({m.saying.article for m in each.members} & within))
    return tuple(most[:MOST_FAMILIES])


def _within(days: tuple[date | None, date | None], since: date | None, until: date | None) -> bool:
    """Whether a story goes on in some of the days; one without dates only where none are asked for."""
    if since is None and until is None:
        return True
    first, last = days
    if first is None or last is None:
        return False
    return (since is None or last >= since) and (until is None or first <= until)


def _days(story: Story) -> list[Day]:
    copies: dict[str, list[Member]] = {}
    for member in story.members:
        if member.copy_of is not None:
            copies.setdefault(member.copy_of, []).append(member)
    days: dict[str, list[tuple[Member, tuple[Member, ...]]]] = {}
    for member in story.members:
        if member.copy_of is None:
            days.setdefault(_day(member.published), []).append((member, tuple(copies.get(member.article, ()))))
    order = sorted(days, key=lambda day: (day == "no date", day))
    return [Day(day, tuple(days[day])) for day in order]


def _day(when: date | datetime | None) -> str:
    return "no date" if when is None else when.isoformat()[:10]

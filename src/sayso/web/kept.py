"""Stories and families as pages and API take them: from what is kept beside the archive, made by a worker where it is not yet."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Literal, TypeVar

from starlette.requests import Request

from sayso import api
from sayso.archive import Filters
from sayso.coverage.happened import pick as pick_story
from sayso.errors import UsageError
from sayso.records.corrections import Correction
from sayso.records.spread import Family
from sayso.records.stories import Story
from sayso.web import questions
from sayso.web.desk import Desk
from sayso.web.memory import passing

T = TypeVar("T")

FEW = 10_000
"""Statements that are sorted by speaker in well under a second."""


async def stories(request: Request, pick: Callable[[Sequence[Story]], T], filters: Filters | None = None) -> T:
    """What `pick` takes of the stories. `Waiting` is raised where they are not there yet."""
    desk: Desk = request.app.state.desk
    if filters is None or filters == Filters():
        made = None if await is_kept(request, "stories") else await desk.long(questions.stories())
        if made is None:
            return await desk.ask(request, lambda archive: pick(archive.stories()))
        return pick(made)
    return pick(await desk.long(questions.stories(filters)))


async def families(request: Request, pick: Callable[[Sequence[Family]], T], filters: Filters | None = None) -> T:
    """What `pick` takes of the families. `Waiting` is raised where they are not there yet."""
    desk: Desk = request.app.state.desk
    if filters is None or filters == Filters():
        made = None if await is_kept(request, "families") else await desk.long(questions.families())
        if made is None:
            return await desk.ask(request, lambda archive: pick(archive.families()))
        return pick(made)
    return pick(await desk.long(questions.families(filters)))


async def story(request: Request, wanted: str) -> Story:
    """The story of an id, of an article or of words. UsageError where there is none."""
    desk: Desk = request.app.state.desk
    made = None if await is_kept(request, "stories") else await desk.long(questions.stories(least=1))
    if made is None:
        found = await desk.ask(request, lambda archive: archive.story(wanted), ("story", wanted))
    else:
        found = pick_story(made, wanted)
    if found is None:
        raise UsageError(
            f"There is no story about {wanted!r}; the list of stories has all of them.", code="no-such-story"
        )
    return found


async def family(request: Request, id: str) -> Family:
    """The family of an id. UsageError where there is none."""
    desk: Desk = request.app.state.desk
    made = None if await is_kept(request, "families") else await desk.long(questions.families())
    if made is None:
        found = await desk.ask(request, lambda archive: archive.family(id))
    else:
        found = next((each for each in made if each.id == id), None)
    if found is None:
        raise UsageError(f"There is no family {id!r}; the list of quotations has all of them.", code="no-such-family")
    return found


async def families_of(request: Request, article: str) -> Sequence[Family] | None:
    """The families of an article's words; `None` where they are not known yet: nothing is worked out for it."""
    if not await is_kept(request, "families"):
        return None
    desk: Desk = request.app.state.desk

    def asked(archive: api.Archive) -> Sequence[Family]:
        return tuple(archive.families_of(article))

    return await desk.ask(request, asked)


async def story_of(request: Request, article: str) -> Story | None:
    """The story of an article where stories are known already."""
    if not await is_kept(request, "stories"):
        return None
    desk: Desk = request.app.state.desk
    return await desk.ask(request, lambda archive: archive.story_of(article))


async def corrections_of(request: Request, article: str) -> Sequence[Correction]:
    """What an article puts right and what of it was put right, where stories are known already."""
    if not await is_kept(request, "stories"):
        return ()
    desk: Desk = request.app.state.desk
    return await desk.ask(request, lambda archive: tuple(archive.corrections_of(article)))


async def speakers(request: Request, ask: Callable[[api.Archive], T], key: Hashable = None) -> T:
    """What is asked of who speaks. `Waiting` is raised where that is not sorted yet and takes long."""
    desk: Desk = request.app.state.desk
    if not await speakers_soon(request):
        await desk.long(questions.speakers())
    return await desk.ask(request, ask, key)


async def speakers_soon(request: Request) -> bool:
    """Whether it is known at once who speaks: statements are sorted by speaker, or so few that this takes no time."""
    desk: Desk = request.app.state.desk
    if await is_kept(request, "speakers"):
        return True
    count = "SELECT count(*) FROM attributions"
    return await desk.ask(request, lambda archive: archive.tables.ask(count)[0][0] <= FEW, "statements are few")


async def is_kept(request: Request, question: Literal["stories", "families", "speakers"]) -> bool:
    """Whether it is kept beside the archive; where it is not, an answer that hangs on it is passing."""
    desk: Desk = request.app.state.desk
    if desk.known((question, "kept")):
        return True
    kept = await desk.ask(request, lambda archive: archive.is_kept(question))
    if kept:
        desk.note((question, "kept"))
    else:
        passing(request)
    return kept

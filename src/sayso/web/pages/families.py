"""Quotations that travelled: the list of them, and one with everybody who has it and what was done to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from sayso.archive import Filters
from sayso.coverage.spread.compared import Run, compared
from sayso.records.spread import Done, Family, Member
from sayso.web import given, kept, questions, render
from sayso.web.desk import Desk
from sayso.web.memory import Steady
from sayso.web.render import Turns

router = APIRouter(route_class=Steady)

PER_PAGE = 25

LEGEND = {
    "verbatim": "the words just as the fullest form has them",
    "trimmed": "words are missing at the start or the end, or inside where a gap shows it",
    "spliced": "words that stood apart stand together in one pair of marks",
    "altered": "words are exchanged, added or missing inside",
    "paraphrased": "told in the writer's words",
    "re-attributed": "given to another speaker than the one who has the words first",
}
"""What was done to the words, in words."""


@dataclass(frozen=True, slots=True)
class FamiliesPage:
    """A page of the list. `query` are the words that were looked for, empty where all are listed."""

    query: str
    families: tuple[Family, ...]
    number: int
    turns: Turns


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the words: who has it just so. `runs` are its words beside the fullest form."""

    done: tuple[Done, ...]
    runs: tuple[Run, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """The page of a family. `forms` are its different wordings, those of most articles first; `taken` the members that give the
    words to another speaker; `credits` which outlet each credits, by article."""

    family: Family
    forms: tuple[Form, ...]
    taken: tuple[Member, ...]
    credits: dict[str, str]
    counts: tuple[tuple[str, int], ...]
    legend: dict[str, str]
    undated: int


@router.get("/families")
async def families(
    request: Request, filters: Annotated[Filters, Depends(given.filters)], q: given.Words = "", page: given.Page = 1
) -> Response:
    """The quotations in most articles; with `q`, those that have these words."""
    desk: Desk = request.app.state.desk
    begin = (page - 1) * PER_PAGE

    def cut(found: Sequence[Family]) -> tuple[Family, ...]:
        return tuple(found[begin : begin + PER_PAGE + 1])

    if q.strip():
        found = cut(await desk.long(questions.spread(q, filters)))
    else:
        found = await kept.families(request, cut, filters)
    turns = render.turns(page, len(found) > PER_PAGE, "/families", q=q, **given.parts(filters))
    shown = FamiliesPage(q, found[:PER_PAGE], begin + 1, turns)
    return render.page(request, "families.html", shown)


@router.get("/family/{id}")
async def family(request: Request, id: str) -> Response:
    return render.page(request, "family.html", family_page(await kept.family(request, id)))


def family_page(found: Family) -> FamilyPage:
    """What the page of a family shows."""
    forms: dict[tuple[Run, ...], tuple[tuple[Run, ...], list[Member]]] = {}
    for member in found.members:
        runs = compared(found, member)
        forms.setdefault(_plain(runs), (runs, []))[1].append(member)
    made = [Form(members[0].done, runs, tuple(members)) for runs, members in forms.values()]
    fullest = found.members[found.fullest]
    made.sort(key=lambda form: (fullest not in form.members, -len(form.members)))
    outlets = {member.saying.article: member.saying.outlet for member in found.members}
    credits = {
        member.saying.article: outlets.get(credit.article or "") or credit.name
        for member in found.members
        for credit in member.credits[:1]
    }
    counts = [(str(done), sum(done in member.done for member in found.members)) for done in Done]
    taken = tuple(member for member in found.members if Done.REATTRIBUTED in member.done)
    undated = sum(member.saying.published is None for member in found.members)
    return FamilyPage(found, tuple(made), taken, credits, tuple(each for each in counts if each[1]), LEGEND, undated)


def _plain(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without quotation marks and stops at their ends, by which forms do not differ."""
    made = (Run(run.kind, " ".join(run.words.strip(" “”\"'‘’.,;:!?").casefold().split())) for run in runs)
    return tuple(run for run in made if run.words)

"""Search: as one types, with what the hits have in common beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from sayso import api
from sayso.archive import Facets, Filters, Hit
from sayso.archive.search import Count
from sayso.coverage.speaking_around import sentence_around
from sayso.coverage.speaking_kept import PRONOUNS
from sayso.errors import UsageError
from sayso.export.markup import Html, marked
from sayso.web import given, render
from sayso.web.desk import Desk
from sayso.web.memory import Steady
from sayso.web.render import Turns

router = APIRouter(route_class=Steady)

PER_PAGE = 20
MOST_VALUES = 24
"""Values of a facet that can be chosen from."""
MOST_MONTHS = 24
"""Months that are shown; where the hits are of more, their years are."""
PLACES = (("text", "Articles"), ("quotations", "What was said"), ("speakers", "Who speaks"))
Place = Literal["text", "quotations", "speakers"]


@dataclass(frozen=True, slots=True)
class Found:
    """One hit, and where it leads. `before` and `after` are the rest of the sentence around what was said."""

    hit: Hit
    address: str
    words: Html
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how many hits have it, and the address of the same search with it, or without it if it is chosen."""

    label: str
    hits: int | None
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page of a search shows. `error` says what is wrong with the query; then there are no hits."""

    query: str
    within: Place
    places: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    """Filters that the form carries along."""
    since: str
    until: str
    chosen: tuple[Choice, ...]
    """What the hits are kept to, each with the address without it."""
    found: tuple[Found, ...] = ()
    hits: int = 0
    capped: bool = False
    facets: tuple[Facet, ...] = ()
    number: int = 1
    turns: Turns = field(default_factory=Turns)
    error: str | None = None


@router.get("/search")
async def search(
    request: Request,
    filters: Annotated[Filters, Depends(given.said)],
    q: given.Words = "",
    in_: Annotated[Place, given.query("in")] = "text",
    page: given.Page = 1,
    part: bool = False,
) -> Response:
    """The page, or only its answers (`part`) for the script that asks as one types."""
    desk: Desk = request.app.state.desk
    made = _Address(q, in_, filters)
    since, until = (day.isoformat() if day else "" for day in (filters.since, filters.until))
    shown = SearchPage(q, in_, made.places(), made.hidden(), since, until, tuple(made.chosen()))
    if q.strip():
        try:
            shown = await desk.ask(request, lambda archive: _answer(archive, shown, made, page))
        except UsageError as error:
            shown = replace(shown, error=str(error))
    return render.page(request, "search_part.html" if part else "search.html", shown)


def _answer(archive: api.Archive, shown: SearchPage, made: _Address, page: int) -> SearchPage:
    filters = made.filters
    hits = archive.search(shown.query, filters, within=shown.within, limit=PER_PAGE + 1, after=(page - 1) * PER_PAGE)
    facets = archive.facets(shown.query, filters, within=shown.within)
    texts = archive.texts(hit.article for hit in hits[:PER_PAGE] if hit.content)
    return replace(
        shown,
        found=tuple(_found(hit, texts.get(hit.article, "")) for hit in hits[:PER_PAGE]),
        hits=facets.hits,
        capped=facets.capped,
        facets=tuple(_facets(made, facets)),
        number=page,
        turns=render.turns(page, len(hits) > PER_PAGE, "/search", **made.asked()),
    )


def _found(hit: Hit, text: str) -> Found:
    sentence, marks = sentence_around(text, hit.content)
    before = sentence[: marks[0].start] if marks and not hit.snippet.startswith("… ") else ""
    whole = marks and len(marks) == len(hit.content) and len(marks[-1]) == len(hit.content[-1])
    after = sentence[marks[-1].end :] if whole and not hit.snippet.endswith(" …") else ""
    address = render.link("/article", hit.article, a=hit.attribution)
    return Found(hit, address, marked(hit.snippet, hit.marks), before, after)


@dataclass(frozen=True, slots=True)
class _Address:
    """The address of a search, and of the same search with something changed."""

    query: str
    within: Place
    filters: Filters

    def asked(self) -> dict[str, Any]:
        filters = self.filters
        return {
            "q": self.query,
            "in_": self.within if self.within != "text" else None,
            **given.parts(filters),
            "speaker": filters.speakers,
            "kind": filters.kinds,
            "certainty": filters.certainties,
        }

    def address(self, **changed: Any) -> str:
        return render.link("/search", **{**self.asked(), **changed})

    def hidden(self) -> tuple[tuple[str, str], ...]:
        shown = ("q", "in_", "from_", "to")
        return render.fields(**{name: value for name, value in self.asked().items() if name not in shown})

    def places(self) -> tuple[Choice, ...]:
        return tuple(
            Choice(label, None, self.address(in_=None if name == "text" else name), name == self.within)
            for name, label in PLACES
        )

    def chosen(self) -> Iterable[Choice]:
        filters = self.filters
        lists = (
            ("outlet", filters.outlets),
            ("speaker", filters.speakers),
            ("kind", filters.kinds),
            ("certainty", filters.certainties),
        )
        for name, values in lists:
            for value in values:
                rest = tuple(each for each in values if each != value)
                yield Choice(value, None, self.address(**{name: rest}), chosen=True)
        if days := given.days_told(filters):
            yield Choice(days, None, self.address(from_=None, to=None), chosen=True)


def _facets(made: _Address, facets: Facets) -> Iterable[Facet]:
    filters = made.filters
    lists = (
        ("Outlet", "outlet", facets.outlets, filters.outlets),
        ("Who speaks" if made.within == "text" else "Speaker", "speaker", _named(facets.speakers), filters.speakers),
        ("Kind", "kind", facets.kinds, filters.kinds),
        ("How sure", "certainty", facets.certainties, filters.certainties),
    )
    for title, name, counts, chosen in lists:
        choices = tuple(_choices(made, name, counts, chosen))
        if choices:
            yield Facet(title, choices)
        if name == "outlet" and (times := tuple(_times(made, facets.months))):
            yield Facet("Year" if len(times[0].label) == 4 else "Month", times)


def _choices(made: _Address, name: str, counts: tuple[Count, ...], chosen: tuple[str, ...]) -> Iterable[Choice]:
    """The values that are not chosen, those of most hits first."""
    held = {each.casefold() for each in chosen}
    others = [each for each in counts if each.value.casefold() not in held]
    for each in others[:MOST_VALUES]:
        yield Choice(each.value, each.hits, made.address(**{name: (*chosen, each.value)}), chosen=False)


def _times(made: _Address, months: tuple[Count, ...]) -> Iterable[Choice]:
    """The months of the hits, or the years where there are many months, in time."""
    counts: dict[str, int] = {}
    for each in months:
        value = each.value if len(months) <= MOST_MONTHS else each.value[:4]
        counts[value] = counts.get(value, 0) + each.hits
    if len(counts) > 1:
        for value, hits in counts.items():
            yield Choice(value, hits, made.address(from_=value, to=value), chosen=False)


def _named(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    return tuple(each for each in counts if each.value.casefold() not in PRONOUNS)

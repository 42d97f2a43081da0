"""Search: as one types, with what the hits have in common beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from sayso import api
from sayso.archive import Facets, Filters, Hit
from sayso.archive.search import Count
from sayso.errors import UsageError
from sayso.web import given, render
from sayso.web.desk import Desk
from sayso.web.marked import Piece, pieces

router = APIRouter()

PER_PAGE = 20
MOST_VALUES = 12
"""Values of a facet that are shown; those that are chosen always are."""
PLACES = (("text", "Articles"), ("quotations", "What was said"), ("speakers", "Who speaks"))
Place = Literal["text", "quotations", "speakers"]


@dataclass(frozen=True, slots=True)
class Found:
    """One hit, and where it leads."""

    hit: Hit
    address: str
    words: tuple[Piece, ...]


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
    found: tuple[Found, ...] = ()
    hits: int = 0
    capped: bool = False
    facets: tuple[Facet, ...] = ()
    number: int = 1
    before: str | None = None
    after: str | None = None
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
    shown = SearchPage(q, in_, made.places(), made.hidden())
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
    return replace(
        shown,
        found=tuple(_found(hit) for hit in hits[:PER_PAGE]),
        hits=facets.hits,
        capped=facets.capped,
        facets=tuple(_facets(made, facets)),
        number=page,
        before=made.address(page=page - 1) if page > 1 else None,
        after=made.address(page=page + 1) if len(hits) > PER_PAGE else None,
    )


def _found(hit: Hit) -> Found:
    return Found(hit, render.link("/article", hit.article, a=hit.attribution), pieces(hit.snippet, hit.marks))


@dataclass(frozen=True, slots=True)
class _Address:
    """The address of a search, and of the same search with something changed."""

    query: str
    within: Place
    filters: Filters

    def _asked(self) -> dict[str, Any]:
        filters = self.filters
        return {
            "q": self.query,
            "in_": self.within if self.within != "text" else None,
            "outlet": filters.outlets,
            "from_": filters.since.isoformat() if filters.since else None,
            "to": filters.until.isoformat() if filters.until else None,
            "speaker": filters.speakers,
            "kind": filters.kinds,
            "certainty": filters.certainties,
        }

    def address(self, **changed: Any) -> str:
        return render.link("/search", **{**self._asked(), **changed})

    def hidden(self) -> tuple[tuple[str, str], ...]:
        made = []
        for name, value in self._asked().items():
            if name not in ("q", "in_") and value:
                made += [(name.rstrip("_"), each) for each in ([value] if isinstance(value, str) else value)]
        return tuple(made)

    def places(self) -> tuple[Choice, ...]:
        plain = {"speaker": None, "kind": None, "certainty": None}
        return tuple(
            Choice(
                label,
                None,
                self.address(in_=None if name == "text" else name, **(plain if name == "text" else {})),
                name == self.within,
            )
            for name, label in PLACES
        )


def _facets(made: _Address, facets: Facets) -> Iterable[Facet]:
    filters = made.filters
    lists = (
        ("Outlet", "outlet", facets.outlets, filters.outlets),
        ("Speaker", "speaker", facets.speakers, filters.speakers),
        ("Kind", "kind", facets.kinds, filters.kinds),
        ("How sure", "certainty", facets.certainties, filters.certainties),
    )
    for title, name, counts, chosen in lists:
        choices = tuple(_choices(made, name, counts, chosen))
        if choices:
            yield Facet(title, choices)
    months = tuple(_months(made, facets.months))
    if months:
        yield Facet("Month", months)


def _choices(made: _Address, name: str, counts: tuple[Count, ...], chosen: tuple[str, ...]) -> Iterable[Choice]:
    hits = {each.value: each.hits for each in counts}
    for value in chosen:
        rest = tuple(each for each in chosen if each != value)
        yield Choice(value, hits.get(value), made.address(**{name: rest}), chosen=True)
    others = [each for each in counts if each.value.casefold() not in {each.casefold() for each in chosen}]
    for each in others[:MOST_VALUES]:
        yield Choice(each.value, each.hits, made.address(**{name: (*chosen, each.value)}), chosen=False)


def _months(made: _Address, months: tuple[Count, ...]) -> Iterable[Choice]:
    filters = made.filters
    if filters.since or filters.until:
        since = filters.since.isoformat() if filters.since else "the first"
        until = filters.until.isoformat() if filters.until else "the last"
        yield Choice(f"{since} to {until}", None, made.address(from_=None, to=None), chosen=True)
    for each in months[-2 * MOST_VALUES :]:
        yield Choice(each.value, each.hits, made.address(from_=each.value, to=each.value), chosen=False)

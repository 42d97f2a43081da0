"""Templates: every value is escaped and cleaned of what could act on the page, unless our own functions made it as markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.archive.months import stretches
from sayso.export.facts import moment
from sayso.export.head import day
from sayso.export.markup import Address, Html
from sayso.export.measured import per_cent
from sayso.export.safe import clean, clipped, one_line
from sayso.records import sureness


def page(request: Request, template: str, context: Any, *, status: int = 200) -> HTMLResponse:
    """The page of a template. `context` is a frozen dataclass, which the template knows as `page`; it documents what the
    template may use."""
    desk = request.app.state.desk
    made = environment().get_template(template).render(page=context, site=desk.site, path=request.url.path)
    return HTMLResponse(made, status_code=status)


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_final,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., Any]] = {
        "line": one_line,
        "clip": lambda words, length=120: clipped(words or "", length),
        "number": lambda value: f"{value:,}",
        "day": lambda value: day(value) if isinstance(value, date) else (value or "no date"),
        "moment": moment,
        "percent": _percent,
        "share": per_cent,
        "whole": lambda value: f"{value:,.0f}",
        "address": _address,
        "stretches": lambda months: list(stretches(months)),
    }
    made.filters |= filters
    made.globals |= {"link": link, "sureness": sureness}
    return made


def link(path: str, /, *parts: str, **query: Any) -> str:
    """An address within these pages: `link("/article", id)`, `link("/search", q=words)`; what is `None` or empty is left out."""
    made = "/".join([path.rstrip("/"), *(quote(str(part), safe="") for part in parts)]) or "/"
    asked = fields(**query)
    return made + ("?" + urlencode(asked, errors="replace") if asked else "")


def fields(**query: Any) -> tuple[tuple[str, str], ...]:
    """Names and values of what is asked, as an address or hidden fields have them; `None` and what is empty is left out."""
    every = (
        (name, each)
        for name, value in query.items()
        for each in (value if isinstance(value, tuple | list) else (value,))
    )
    return tuple((name.rstrip("_"), str(each)) for name, each in every if each not in (None, ""))


class Addresses:
    """Where the parts of a story lead: to pages of this server."""

    def at(self, article: str, attribution: str | None = None) -> Address:
        return Address(link("/article", article, a=attribution))

    def person(self, name: str) -> Address:
        return Address(link("/person", name=name))


@dataclass(frozen=True, slots=True)
class Turns:
    """Where the pages beside one of a long list are, `None` where there is none."""

    before: str | None = None
    after: str | None = None


def turns(page: int, more: bool, path: str, /, **query: Any) -> Turns:
    """The pages before and after one, by its number from 1; `more` is whether the list goes on after it."""
    return Turns(
        link(path, **query, page=page - 1) if page > 1 else None, link(path, **query, page=page + 1) if more else None
    )


def _final(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, Html):
        return Markup(value)
    if isinstance(value, str) and not isinstance(value, Markup):
        return clean(value)
    return value


def _percent(share: float | None) -> str:
    """A share for people: *0.8 %*, *12 %*; a dash where there is none."""
    if share is None:
        return "–"
    return f"{100 * share:.1f} %" if 0 < share < 0.0995 else f"{100 * share:.0f} %"


def _address(url: str | None) -> str:
    """The address if it is one of the web, `#` for any other: a page's `javascript:` leads nowhere."""
    return url if url and url.lower().startswith(("https://", "http://")) else "#"

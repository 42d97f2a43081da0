"""What an address asks for: filters and pages, checked, as dependencies of a route.

`filters: Annotated[Filters, Depends(given.filters)]` takes `?outlet=…&outlet=…&from=2016-01&to=2016-02`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Query

from sayso.archive import Filters
from sayso.archive.days import days_of
from sayso.errors import UsageError

MOST = 20
"""Values of one filter."""
LENGTH = 300
"""Characters of a query."""
TOPICS = 5
"""Topics of a story that are counted at once."""
NAME = 6_000
"""Characters of a name: articles have all sorts."""

Day = Annotated[
    str,
    Query(
        pattern=r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$",
        description="A year, a month or a day: 2016-01-15.",
    ),
]
Names = Annotated[list[str], Query(max_length=MOST)]
Words = Annotated[str, Query(max_length=LENGTH)]


def query(name: str) -> Any:
    """A parameter whose name is a word of Python's."""
    return Query(alias=name)


def words(name: str) -> Any:
    """The same, for words."""
    return Query(alias=name, max_length=LENGTH)


def first_day(value: str) -> date | None:
    """The first day of a year, month or day; `None` for nothing."""
    return days_of(value)[0] if value else None


def last_day(value: str) -> date | None:
    """The last day of a year, month or day; `None` for nothing."""
    return days_of(value)[1] if value else None


Page = Annotated[int, Query(ge=1, le=10_000, description="Which page of a long list, from 1.")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]


async def filters(
    outlet: Annotated[Names, Query(description="Only articles of these outlets.")] = [],  # noqa: B006
    from_: Annotated[Day, Query(alias="from", description="Only articles published from then on.")] = "",
    to: Annotated[Day, Query(description="Only articles published until then.")] = "",
) -> Filters:
    """The outlets and days that are asked for; a date that is none is a UsageError."""
    return Filters(
        outlets=tuple(each for each in outlet if each),
        since=first_day(from_),
        until=last_day(to),
    )


async def said(
    outlet: Names = [],  # noqa: B006
    from_: Annotated[Day, Query(alias="from")] = "",
    to: Day = "",
    speaker: Annotated[Names, Query(description="Words of a speaker's name.")] = [],  # noqa: B006
    kind: Annotated[Names, Query(description="direct, indirect or mixed.")] = [],  # noqa: B006
    certainty: Annotated[Names, Query(description="Levels of certainty, such as alleged or denied.")] = [],  # noqa: B006
) -> Filters:
    """As `filters`, for quotations: also by speaker, kind and certainty."""
    base = await filters(outlet, from_, to)
    return Filters(base.outlets, base.since, base.until, _some(speaker), _some(kind), _some(certainty))


def parts(filters: Filters) -> dict[str, Any]:
    """The outlets and days of an address, for `render.link` and `render.fields`."""
    return {"outlet": filters.outlets, "from_": filters.since, "to": filters.until}


def days_told(filters: Filters) -> str:
    """The days in words: *2016-01-15*, *2016-01-15 to 2016-02-01*, *from 2016-01-15*, *until 2016-02-01*; empty for all."""
    since, until = filters.since, filters.until
    if since and until:
        return str(since) if since == until else f"{since} to {until}"
    return f"from {since}" if since else f"until {until}" if until else ""


def told(filters: Filters) -> str:
    """The outlets and days in words, empty for all."""
    return ", ".join(filter(None, (*filters.outlets, days_told(filters))))


def moment(value: str | None) -> date | datetime | None:
    """A day or moment in ISO 8601, `None` for nothing. UsageError for anything else."""
    if not value:
        return None
    try:
        return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{value!r} is not a date such as 2016-01-15 or 2016-01-15T09:30.") from None


def _some(values: list[str]) -> tuple[str, ...]:
    return tuple(each for each in values if each)

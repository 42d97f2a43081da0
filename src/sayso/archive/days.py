"""Days as people give them: a year, a month or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from sayso.errors import UsageError

_DAYS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def days_of(value: str) -> tuple[date, date]:
    """First and last day of a year (`2016`), a month (`2016-01`) or a day (`2016-01-15`). UsageError for anything else."""
    found = _DAYS.fullmatch(value)
    try:
        if not found:
            raise ValueError
        year, month = int(found[1]), int(found[2] or 0)
        if found[3]:
            day = date(year, month, int(found[3]))
            return day, day
        if found[2]:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        raise UsageError(f"{value!r} is not a date such as 2016, 2016-01 or 2016-01-15.") from None

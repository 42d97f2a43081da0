"""When two values mean the same: GUM's attributes as TIMEX3, and SUTime's half-resolved values against resolved ones."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.reading.times.calendars import moved, unit_value

_OFFSET = re.compile(r"^(?:THIS (P1[DWMY]))?\s*(?:OFFSET P(-?\d+)([DWMYQ]))?(?: INTERSECT (.*))?$")
_WEEKDAY = re.compile(r"^XXXX-WXX-(\d)(.*)$")
_TENS = {"P10Y": "P1DE", "P100Y": "P1CE"}


def gum_value(attributes: dict[str, str]) -> str:
    """The value of a `<date>` element, empty where it names none that TIMEX3 could write."""
    when = attributes.get("when", "")
    if when:
        if when.startswith("--"):
            return "XXXX" + when[1:]
        return when if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", when) else ""
    start, end = attributes.get("from", ""), attributes.get("to", "")
    if start and end and re.fullmatch(r"\d{4}-\d\d-\d\d", start) and re.fullmatch(r"\d{4}-\d\d-\d\d", end):
        try:
            first, last = date.fromisoformat(start), date.fromisoformat(end)
        except ValueError:
            return ""
        days = (last - first).days + 1
        if days == 7 and first.isoweekday() == 1:
            return unit_value(first, "W")
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            years = last.year - first.year + 1
            return {1: f"{first.year:04d}", 10: f"{first.year // 10:03d}", 100: f"{first.year // 100:02d}"}.get(
                years, ""
            )
    return ""


def agrees(mine: str, wanted: str, published: date | None) -> bool:
    """Whether a value is the wanted one, as far as the wanted one is told."""
    if mine == wanted or plain(mine) == plain(wanted):
        return True
    resolved = _resolved(wanted, published)
    if resolved is not None:
        return mine == resolved or (resolved.endswith("T") and mine.startswith(resolved))
    if "X" in wanted and mine[:1].isdigit():
        weekday = _WEEKDAY.match(wanted)
        if weekday:
            try:
                day = date.fromisoformat(mine[:10])
            except ValueError:
                return False
            return str(day.isoweekday()) == weekday.group(1) and mine[10:] == weekday.group(2)
        pattern = re.escape(wanted).replace("X", r"\d") + "$"
        return re.match(pattern, mine) is not None or re.match(pattern.replace(r"\d\d\d\d", r"\d{4}"), mine) is not None
    if wanted.startswith("T") and "T" in mine:
        return mine[mine.index("T") :] == wanted
    return False


def plain(value: str) -> str:
    """One form for values that are written in several ways: `P10Y` and `P1DE`, `196X` and `196`."""
    found = re.fullmatch(r"P(\d+)DE", value)
    if found:
        return f"P{int(found.group(1)) * 10}Y"
    found = re.fullmatch(r"P(\d+)CE", value)
    if found:
        return f"P{int(found.group(1)) * 100}Y"
    found = re.fullmatch(r"P(\d+)Q", value)
    if found:
        return f"P{int(found.group(1)) * 3}M"
    if value in ("PXDE", "PXCE"):
        return "PXY"
    return value.rstrip("X") if re.fullmatch(r"\d+X+", value) else value


def _resolved(value: str, published: date | None) -> str | None:
    """SUTime's *THIS P1W OFFSET P-1W* and the like, reckoned from the date of publication."""
    if published is None or not ("THIS" in value or "OFFSET" in value):
        return None
    if value == "THIS NI":
        return f"{published.isoformat()}TNI"
    if value == "THIS WE":
        return unit_value(published, "WE")
    found = _OFFSET.match(value.replace("INTERSECT ", "INTERSECT "))
    if found is None:
        part = re.fullmatch(r"THIS (MO|AF|EV|NI)", value)
        return f"{published.isoformat()}T{part.group(1)}" if part else None
    this, count, unit, rest = found.groups()
    grain = this[2] if this else unit or "D"
    day = (
        moved(published, unit or "D", int(count or 0))
        if unit in ("D", "W", "M", "Y", None)
        else published + timedelta(0)
    )
    out = unit_value(day, grain)
    return f"{out}T{rest}" if rest in ("NI", "MO", "AF", "EV") else out

"""Days, weeks and holidays: the arithmetic of the Gregorian calendar, and values as TIMEX3 writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

FIRST_YEAR, LAST_YEAR = 1, 9998


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or `None` where the calendar has none (31 April, 29 February of a common year)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def moved(day: date, unit: str, count: int) -> date:
    """The day so many days, weeks, months, quarters or years on; the last day of a shorter month. Kept within the calendar."""
    if unit in ("D", "W"):
        try:
            return day + timedelta(days=count * (7 if unit == "W" else 1))
        except OverflowError:
            return day
    months = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3, "Y": 12}.get(unit, 12)
    year, month = divmod(months, 12)
    year = min(max(year, FIRST_YEAR), LAST_YEAR)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def week_value(day: date) -> str:
    """*2016-W01*: the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(day: date, unit: str) -> str:
    """The unit that a day lies in, as a value: week `2016-W02`, month `2016-01`, quarter, year, decade `201`, century `20`."""
    if unit == "D":
        return day.isoformat()
    if unit == "W":
        return week_value(day)
    if unit == "WE":
        return week_value(day) + "-WE"
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "DE":
        return f"{day.year // 10:03d}"
    if unit == "CE":
        return f"{day.year // 100:02d}"
    if unit == "ML":
        return f"{day.year // 1000:01d}"
    return f"{day.year:04d}"


def season_year(day: date, season: str) -> int:
    """The year that a season is named after, for the one that a day lies in or near: January belongs to the winter before."""
    return day.year - 1 if season == "WI" and day.month < 3 else day.year


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher's)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second … (or with -1 the last) Monday (1) … Sunday (7) of a month."""
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = moved(date(year, month, 1), "M", 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, which: int, days: int = 0) -> Callable[[int], date]:
    return lambda year: nth(year, month, weekday, which) + timedelta(days=days)


def _easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


RULES: Final[dict[str, Callable[[int], date]]] = {
    "new year": _fixed(1, 1), "new year eve": _fixed(12, 31), "mlk": _nth(1, 1, 3), "australia": _fixed(1, 26),
    "burns": _fixed(1, 25), "groundhog": _fixed(2, 2), "valentine": _fixed(2, 14), "presidents": _nth(2, 1, 3),
    "patrick": _fixed(3, 17), "april fools": _fixed(4, 1), "george": _fixed(4, 23), "anzac": _fixed(4, 25),
    "earth": _fixed(4, 22), "may day": _fixed(5, 1), "cinco": _fixed(5, 5), "mother": _nth(5, 7, 2),
    "memorial": _nth(5, 1, -1), "father": _nth(6, 7, 3), "flag": _fixed(6, 14), "juneteenth": _fixed(6, 19),
    "canada": _fixed(7, 1), "independence": _fixed(7, 4), "bastille": _fixed(7, 14), "labor": _nth(9, 1, 1),
    "columbus": _nth(10, 1, 2), "halloween": _fixed(10, 31), "bonfire": _fixed(11, 5), "veterans": _fixed(11, 11),
    "remembrance sunday": _nth(11, 7, 2), "election": _nth(11, 1, 1, 1), "thanksgiving": _nth(11, 4, 4),
    "black friday": _nth(11, 4, 4, 1), "cyber monday": _nth(11, 4, 4, 4), "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25), "boxing": _fixed(12, 26), "andrew": _fixed(11, 30), "david": _fixed(3, 1),
    "inauguration": _fixed(1, 20), "mardi gras": _easter(-47), "ash wednesday": _easter(-46), "palm sunday": _easter(-7),
    "maundy": _easter(-3), "good friday": _easter(-2), "easter": _easter(0), "easter monday": _easter(1),
    "ascension": _easter(39), "pentecost": _easter(49), "whit monday": _easter(50), "early may": _nth(5, 1, 1),
    "spring bank": _nth(5, 1, -1), "august bank": _nth(8, 1, -1), "canada thanksgiving": _nth(10, 1, 2),
    "super bowl": lambda year: nth(year, 2, 7, 1 if year < 2022 else 2),
    "epiphany": _fixed(1, 6), "womens": _fixed(3, 8), "all saints": _fixed(11, 1), "pearl harbor": _fixed(12, 7),
}  # fmt: skip
"""The day of each holiday in a year."""

_NAMES: Final = {
    "new year's day": "new year", "new years day": "new year", "new year's eve": "new year eve", "new year's": "new year",
    "new years eve": "new year eve", "martin luther king day": "mlk", "martin luther king jr. day": "mlk", "mlk day": "mlk",
    "martin luther king, jr. day": "mlk", "australia day": "australia", "burns night": "burns", "groundhog day": "groundhog",
    "valentine's day": "valentine", "valentines day": "valentine", "presidents' day": "presidents",
    "presidents day": "presidents", "president's day": "presidents", "st patrick's day": "patrick",
    "st. patrick's day": "patrick", "saint patrick's day": "patrick", "april fools' day": "april fools",
    "april fool's day": "april fools", "st george's day": "george", "st. george's day": "george", "anzac day": "anzac",
    "earth day": "earth", "may day": "may day", "cinco de mayo": "cinco", "mother's day": "mother", "memorial day": "memorial",
    "father's day": "father", "flag day": "flag", "juneteenth": "juneteenth", "canada day": "canada",
    "independence day": "independence", "fourth of july": "independence", "4th of july": "independence",
    "bastille day": "bastille", "labor day": "labor", "labour day": "labor", "columbus day": "columbus",
    "halloween": "halloween", "bonfire night": "bonfire", "guy fawkes night": "bonfire", "guy fawkes day": "bonfire",
    "veterans day": "veterans", "veteran's day": "veterans", "veterans' day": "veterans", "armistice day": "veterans",
    "remembrance day": "veterans", "remembrance sunday": "remembrance sunday", "election day": "election",
    "inauguration day": "inauguration", "thanksgiving day": "thanksgiving", "thanksgiving": "thanksgiving",
    "black friday": "black friday", "cyber monday": "cyber monday", "christmas eve": "christmas eve",
    "christmas day": "christmas", "christmas": "christmas", "xmas": "christmas", "boxing day": "boxing",
    "st andrew's day": "andrew", "st david's day": "david", "mardi gras": "mardi gras", "fat tuesday": "mardi gras",
    "shrove tuesday": "mardi gras", "ash wednesday": "ash wednesday", "palm sunday": "palm sunday",
    "maundy thursday": "maundy", "good friday": "good friday", "easter sunday": "easter", "easter monday": "easter monday",
    "easter day": "easter", "easter": "easter", "ascension day": "ascension", "pentecost": "pentecost",
    "whit sunday": "pentecost", "whit monday": "whit monday", "early may bank holiday": "early may",
    "may bank holiday": "early may", "may day bank holiday": "early may", "spring bank holiday": "spring bank",
    "august bank holiday": "august bank", "summer bank holiday": "august bank", "epiphany": "epiphany",
    "super bowl sunday": "super bowl",
    "international women's day": "womens", "all saints' day": "all saints", "pearl harbor day": "pearl harbor",
}  # fmt: skip


def _cut(name: str) -> tuple[str, ...]:
    """A name as the words that the tokeniser makes of it."""
    return tuple(name.replace("'s", " ’s").replace("s' ", "s ’ ").replace(".", " .").replace(",", " ,").split())


HOLIDAYS: Final[dict[str, list[tuple[tuple[str, ...], str]]]] = {}
"""The names of holidays by their first word, longest first, each with the rule that gives its day."""
for _name, _rule in sorted(_NAMES.items(), key=lambda each: -len(_cut(each[0]))):
    HOLIDAYS.setdefault(_cut(_name)[0], []).append((_cut(_name), _rule))


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a year, `None` where the calendar ends before it."""
    try:
        return RULES[rule](year)
    except (ValueError, OverflowError):
        return None

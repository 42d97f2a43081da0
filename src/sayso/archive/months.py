"""Months without anything, told in stretches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise


def gaps(months: Iterable[str]) -> Iterator[str]:
    """The months between those given of which none is: `2016-02`, or `2016-02 to 2016-05` for several in a row."""
    numbers = sorted({_number(month) for month in months})
    return (_told(before + 1, after - 1) for before, after in pairwise(numbers) if after - before > 1)


def stretches(months: Iterable[str]) -> Iterator[str]:
    """The months given, several in a row as one: `2016-02`, `2016-04 to 2016-05`."""
    numbers = {_number(month) for month in months}
    heads = sorted(n for n in numbers if n - 1 not in numbers)
    lasts = sorted(n for n in numbers if n + 1 not in numbers)
    return map(_told, heads, lasts)


def _told(first: int, last: int) -> str:
    return _month(first) if first == last else f"{_month(first)} to {_month(last)}"


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:7]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"

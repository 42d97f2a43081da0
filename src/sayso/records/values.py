"""Any record as plain values, by the names of its fields."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any


def values_of(record: Any) -> dict[str, Any]:
    """The values of a record and of those within it, as JSON has them; days and moments are ISO 8601."""
    return {name: _plain(getattr(record, name)) for name in _names(record.__class__)}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):  # frozen themselves, and by far the most
        return value
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return values_of(value)
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value.isoformat() if isinstance(value, date) else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Looked up once for each kind of record; `dataclasses.asdict` looks for each record, and copies all that it finds."""
    return tuple(field.name for field in fields(kind))

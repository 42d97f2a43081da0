"""Any record as plain values, by the names of its fields."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any


def values_of(record: Any) -> dict[str, Any]:
    """The values of a record and of those within it, as JSON has them; days and moments are ISO 8601."""
    made: dict[str, Any] = _plain(asdict(record))
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value

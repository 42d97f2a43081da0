"""A reading as one line of JSON and back, exactly: each record by its field names, what has its default left out."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Collection
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from sayso.records import Article, Reading, Span

_Maker = Callable[[Any], Any]


def packed(reading: Reading) -> str:
    """The reading without its text, which the archive keeps in a column of its own, in ASCII.

    A span is `[start, end]`. Unlike `Reading.to_dict` it repeats no words and rounds no score.
    """
    made = _plain(dataclasses.replace(reading, article=dataclasses.replace(reading.article, text="")))
    return json.dumps(made, ensure_ascii=True, separators=(",", ":"))


def unpacked(line: str, text: str, only: Collection[str] | None = None) -> Reading:
    """The very reading that was packed, given its text; with `only` these of its fields beside article and model, the others
    empty. ValueError or KeyError where the line is none."""
    held = json.loads(line)
    if only is not None:
        held = {"attributions": [], **{name: held[name] for name in (*only, "article", "model") if name in held}}
    made: Reading = _maker(Reading)(held)
    return dataclasses.replace(made, article=dataclasses.replace(made.article, text=text))


def record_packed(record: Any) -> str:
    """Any frozen record of ours as one line, in ASCII; spans, days, enumerations and tuples of them within."""
    return json.dumps(_plain(record), ensure_ascii=True, separators=(",", ":"))


def record_of(kind: Any, line: str) -> Any:
    """The very record that was packed."""
    return _maker(kind)(json.loads(line))


def _plain(value: Any) -> Any:
    if isinstance(value, str | int | float) or value is None:
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return {
        name: _plain(mine)
        for name, default in _fields(value.__class__)
        if (mine := getattr(value, name)) != default or type(mine) is not type(default)
    }


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Names with defaults; what has none, or one that is made anew, has the class itself, which no value equals."""
    found = []
    for field in dataclasses.fields(kind):
        default = field.default if field.default is not dataclasses.MISSING else kind
        if field.default_factory is tuple:
            default = ()
        found.append((field.name, default))
    return tuple(found)


@cache
def _maker(kind: Any) -> _Maker:
    """What makes a value of a type out of its plain form; settled once for each type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin is tuple:
        return _tuple(get_args(kind))
    if kind is Span:
        return lambda value: Span(value[0], value[1])
    if kind in (date, datetime):
        return moment_of
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        members = {str(member): member for member in kind}
        return lambda value: members[value]
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    return lambda value: value


def _optional(kind: Any) -> _Maker:
    inner = [each for each in get_args(kind) if each is not type(None)]
    make = moment_of if datetime in inner else _maker(inner[0])
    return lambda value: None if value is None else make(value)


def _tuple(parts: tuple[Any, ...]) -> _Maker:
    if parts[-1] is Ellipsis:
        make = _maker(parts[0])
        return lambda value: tuple([make(each) for each in value])
    makers = [_maker(each) for each in parts]
    return lambda value: tuple([make(each) for make, each in zip(makers, value, strict=True)])


def _record(kind: type) -> _Maker:
    hints = get_type_hints(kind)
    makers = {field.name: _maker(hints[field.name]) for field in dataclasses.fields(kind)}

    def made(value: dict[str, Any]) -> Any:
        return kind(**{name: makers[name](mine) for name, mine in value.items() if name in makers})

    return made


def moment_of(value: str) -> date | datetime:
    """The day or the moment that ISO 8601 writes so."""
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)


def text_is_safe(article: Article) -> bool:
    """Whether the text can stand in a column as it is; one with lone surrogates cannot, and goes with the packed reading."""
    try:
        article.text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True

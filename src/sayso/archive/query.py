"""A query as a tree: as SQLite's FTS5 writes it, and matched against words at hand, with the same answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

FIELDS = ("title", "outlet", "speaker")
"""What a query may name; words without a field are looked for in the text (and title) itself."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; one word is a phrase of one. `open_end`: the last one may go on (`cartel*`)."""

    words: tuple[str, ...]
    open_end: bool = False
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases in one field, in any order, with at most `distance` words between the first one's end and the last one's start."""

    phrases: tuple[Phrase, ...]
    distance: int
    field: str | None = None


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """`keep`, but not where `drop` matches."""

    keep: Query
    drop: Query


Query: TypeAlias = Phrase | Near | And | Or | Not


# -- to FTS5


def fts(query: Query, plain: Sequence[str]) -> str:
    """The query as FTS5 writes it; words without a field are looked for in the columns `plain`.

    Only folded words, quoted, and our own operators get into it.
    """
    match query:
        case Phrase():
            return f"{_columns(query.field, plain)} : {_quoted(query)}"
        case Near():
            inner = " ".join(map(_quoted, query.phrases))
            return f"{_columns(query.field, plain)} : NEAR({inner}, {query.distance})"
        case And():
            return "(" + " AND ".join(fts(part, plain) for part in query.parts) + ")"
        case Or():
            return "(" + " OR ".join(fts(part, plain) for part in query.parts) + ")"
        case Not():
            return f"({fts(query.keep, plain)} NOT {fts(query.drop, plain)})"


def _columns(field: str | None, plain: Sequence[str]) -> str:
    return "{" + " ".join([field] if field else plain) + "}"


def _quoted(phrase: Phrase) -> str:
    return '"' + " ".join(phrase.words) + '"' + (" *" if phrase.open_end else "")


# -- against words at hand


class Words:
    """Words in which queries are looked for: a sentence's, or one field's."""

    __slots__ = ("words",)

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words if isinstance(words, list) else list(words)

    def starts(self, phrase: Phrase) -> list[int]:
        """Where the phrase begins, in order."""
        head, *rest = phrase.words
        if not rest and phrase.open_end:
            return [place for place, word in enumerate(self.words) if word.startswith(head)]
        found = self._places(head)
        return [place for place in found if self._follows(place + 1, rest, phrase.open_end)] if rest else found

    def _places(self, word: str) -> list[int]:
        """Where a word stands. The list's own search: an index by word costs ten times what few questions to it save."""
        found, place = [], -1
        with suppress(ValueError):
            while True:
                place = self.words.index(word, place + 1)
                found.append(place)
        return found

    def _follows(self, place: int, rest: list[str], open_end: bool) -> bool:
        mine = self.words[place : place + len(rest)]
        if not open_end:
            return mine == rest
        return len(mine) == len(rest) and mine[:-1] == rest[:-1] and mine[-1].startswith(rest[-1])


def matches(
    query: Query, words: Sequence[str] | Words, fields: Mapping[str, Sequence[str] | Words] | None = None
) -> bool:
    """Whether the query matches, as FTS5 would tell it of a row with these words; `words` are those of `words_of`.

    `fields` has the words of fields that the query may name; a field that is not there has none.
    """
    held = words if isinstance(words, Words) else Words(words)
    more = {name: mine if isinstance(mine, Words) else Words(mine) for name, mine in (fields or {}).items()}
    return _matches(query, [held], more)


def matches_any(query: Query, plain: Sequence[Words], fields: Mapping[str, Words]) -> bool:
    """`matches` where words without a field may stand in any of several texts, a title and a text."""
    return _matches(query, plain, fields)


def _matches(query: Query, plain: Sequence[Words], fields: Mapping[str, Words]) -> bool:
    match query:
        case Phrase() | Near():
            return any(_spots(query, held) for held in _looked_in(query, plain, fields))
        case And():
            return all(_matches(part, plain, fields) for part in query.parts)
        case Or():
            return any(_matches(part, plain, fields) for part in query.parts)
        case Not():
            return _matches(query.keep, plain, fields) and not _matches(query.drop, plain, fields)


def _looked_in(query: Phrase | Near, plain: Sequence[Words], fields: Mapping[str, Words]) -> Sequence[Words]:
    if query.field is None:
        return plain
    return [fields[query.field]] if query.field in fields else []


def spots(query: Query, words: Sequence[str] | Words, field: str | None = None) -> list[tuple[int, int]]:
    """Where the words stand that a query looks for in a field (`None`: words without one), each as its first word's number
    and the one after its last, in order. What follows a NOT is not looked for."""
    held = words if isinstance(words, Words) else Words(words)
    return sorted(set(_found(query, held, field)))


def _found(query: Query, held: Words, field: str | None) -> list[tuple[int, int]]:
    match query:
        case Phrase() | Near():
            return _spots(query, held) if query.field == field else []
        case And() | Or():
            return [spot for part in query.parts for spot in _found(part, held, field)]
        case Not():
            return _found(query.keep, held, field)


def _spots(query: Phrase | Near, held: Words) -> list[tuple[int, int]]:
    if isinstance(query, Phrase):
        return [(place, place + len(query.words)) for place in held.starts(query)]
    each = [held.starts(phrase) for phrase in query.phrases]
    if not all(each):
        return []
    found: set[tuple[int, int]] = set()
    for last in sorted({place for places in each for place in places}):
        near = []
        for phrase, places in zip(query.phrases, each, strict=True):
            length = len(phrase.words)
            mine = [place for place in places if last - length - query.distance <= place <= last]
            near.append([(place, place + length) for place in mine])
        if all(near):
            found.update(spot for mine in near for spot in mine)
    return sorted(found)

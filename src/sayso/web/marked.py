"""Words with some of them marked, as pieces that a template can escape one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.records import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether they are marked."""

    words: str
    marked: bool = False


def pieces(text: str, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """The text in pieces, marked where the spans are; spans that overlap are one."""
    return tuple(each for each in _pieces(text, sorted(marks, key=lambda span: span.start)) if each.words)


def _pieces(text: str, marks: Iterable[Span]) -> Iterator[Piece]:
    at = 0
    for span in marks:
        if span.end <= at:
            continue
        start = max(at, span.start)
        yield Piece(text[at:start])
        yield Piece(text[start : span.end], marked=True)
        at = span.end
    yield Piece(text[at:])

"""What a search answers with: a hit, the place that it is about and words to show it by."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.archive import query as language
from sayso.archive.index import grown
from sayso.archive.rows import safe
from sayso.archive.words import located, words_of
from sayso.records import Span
from sayso.records.values import values_of

BEFORE = 60
AROUND = 240
"""Characters of a snippet before its first hit, and in all."""
MOST_MARKS = 50
"""Hits of one text that are looked at; a snippet shows fewer."""
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer. `span` is where the first words stand that were looked for (in the article's text; `None` where they
    stand only in its title, outlet or speakers), `snippet` the words around them, `marks` where in the snippet they are.
    `attribution`, `speaker`, `kind` and `certainty` are of the quotation, `None` where whole articles were asked for.
    `content` are the spans of what was said."""

    article: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    span: Span | None
    snippet: str
    marks: tuple[Span, ...]
    score: float
    """BM25, higher is better; comparable within one answer only."""
    attribution: str | None = None
    speaker: str | None = None
    kind: str | None = None
    certainty: str | None = None
    content: tuple[Span, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the form that `--json` prints."""
        return values_of(self)


def text_of(body: bytes) -> str:
    """A text as it can be shown anywhere; its code points stay where they are."""
    return safe(grown(body)) or ""


def hit_of_article(row: sqlite3.Row, query: language.Query) -> Hit:
    """The hit of a row that is an article."""
    text = text_of(row["body"])
    found = _found(text, query)
    snippet, marks = _snippet(text, 0, len(text), found)
    return _hit(row, found[0] if found else None, snippet, marks)


def hit_of_quotation(row: sqlite3.Row, query: language.Query, *, said: bool) -> Hit:
    """The hit of a row that is a quotation; `said` tells that what was said is looked through, not who said it."""
    text = text_of(row["body"])
    content = tuple(Span(start, end) for start, end in json.loads(row["spans"]))
    found = _within(text, content, query) if said else []
    start, end = (content[0].start, content[-1].end) if content else (0, len(text))
    snippet, marks = _snippet(text, start, end, found)
    return _hit(
        row,
        found[0] if found else content[0] if content else None,
        snippet,
        marks,
        attribution=row["attribution"],
        speaker=row["speaker"],
        kind=row["kind"],
        certainty=row["certainty"],
        content=content,
    )


def _hit(row: sqlite3.Row, span: Span | None, snippet: str, marks: tuple[Span, ...], **more: Any) -> Hit:
    return Hit(
        article=row["article"],
        outlet=row["outlet"],
        published=row["published"],
        title=row["title"],
        url=row["url"],
        span=span,
        snippet=snippet,
        marks=marks,
        score=round(-row["score"], 4),
        **more,
    )


def _found(text: str, query: language.Query) -> list[Span]:
    """The first hits in a text: those that a snippet can show."""
    spots = language.spots(query, words_of(text))[:MOST_MARKS]
    # Every word takes two characters or more, so what starts later is in no snippet; to locate it means going through the text.
    near = [spot for spot in spots if spot[0] <= spots[0][0] + AROUND // 2]
    return [Span(start, end) for start, end in located(text, near)]


def _within(text: str, content: Sequence[Span], query: language.Query) -> list[Span]:
    """Hits in what was said, whose pieces are searched as if the words between them were not there."""
    joined = " ".join(span.of(text) for span in content)
    found = []
    for start, end in located(joined, language.spots(query, words_of(joined))[:MOST_MARKS]):
        found.append(Span(_moved(start, content), _moved(end - 1, content) + 1))
    return found


def _moved(place: int, content: Sequence[Span]) -> int:
    """Where in the text a place of the joined pieces is."""
    for span in content:
        if place < len(span):
            return span.start + place
        place -= len(span) + 1
    return content[-1].end - 1


def _snippet(text: str, start: int, end: int, found: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Words around the first hit, on one line, and where in them the hits are."""
    first = found[0].start if found else start
    begin = max(start, first - BEFORE)
    if begin > start:
        begin = text.find(" ", begin, first) + 1 or begin
    stop = min(end, begin + AROUND)
    if stop < end:
        blank = text.rfind(" ", begin, stop)
        stop = blank if blank > first else stop
    lead, trail = ("… " if begin > start else ""), (" …" if stop < end else "")
    piece = _BLANK.sub(" ", text[begin:stop])
    shift = len(lead) - begin
    marks = tuple(
        Span(span.start + shift, min(span.end, stop) + shift)
        for span in found
        if begin <= span.start < stop and min(span.end, stop) > span.start
    )
    return lead + piece + trail, marks

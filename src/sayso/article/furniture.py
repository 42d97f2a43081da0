"""What is not the article's own prose, told by words and shape alone, for texts whose tags are gone.

Each rule is a function from a paragraph to a kind or nothing, tried in order; the name of the one that fired is kept in
`Block.why`. A rule takes a paragraph only where prose would not look like that: a paragraph wrongly set apart loses what
was said in it, a caption left in costs a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.article import patterns
from sayso.records import Block, BlockKind, Span

LONGEST = 400
"""Furniture is short: a longer paragraph is prose, whatever it begins with, but for captions glued to their names."""

Rule = Callable[[str], BlockKind | None]


def _related(text: str) -> BlockKind | None:
    return BlockKind.RELATED if patterns.RELATED.match(text) else None


def _glued(text: str) -> BlockKind | None:
    """A caption that its own name or credit is glued to: the first words come again at once, with no space between."""
    head = text[:160]
    for match in _SEAM.finditer(head):
        seam = match.start() + 1
        name = head[:seam]
        if seam >= 4 and name[0].isupper() and not name.isupper() and head.startswith(name, seam):
            after = head[2 * seam : 2 * seam + 1]
            if not after.isalnum():
                return BlockKind.CAPTION
    return None


_SEAM = re.compile(r"[^\W\d_.’'](?=[A-Z])|[a-z)](?=[A-Z])")


def _credit_first(text: str) -> BlockKind | None:
    return BlockKind.CAPTION if patterns.CREDIT_START.match(text) else None


def _credit_last(text: str) -> BlockKind | None:
    if not patterns.CREDIT_END.search(text[-160:]):
        return None
    bare = patterns.BARE_CREDIT.search(text[-60:])
    if bare and (patterns.SPOKEN.search(text) or ". " in text or bare.group().startswith("[")):
        return None
    return BlockKind.CAPTION


def _byline(text: str) -> BlockKind | None:
    return BlockKind.BYLINE if patterns.BYLINE.match(text) else None


def _copyright(text: str) -> BlockKind | None:
    return BlockKind.OTHER if patterns.COPYRIGHT.match(text) else None


def _page_line(text: str) -> BlockKind | None:
    return BlockKind.OTHER if patterns.PAGE_LINE.match(text) and not patterns.SPOKEN.search(text) else None


RULES: tuple[tuple[str, Rule], ...] = (
    ("related-line", _related),
    ("glued-caption", _glued),
    ("copyright", _copyright),
    ("credit-first", _credit_first),
    ("byline", _byline),
    ("page-line", _page_line),
    ("credit-last", _credit_last),
)


def sort_out(text: str, spans: Iterable[Span], *, authors: Sequence[str] = ()) -> Iterator[Block]:
    """The blocks of the paragraphs, in order; a dateline that opens a paragraph becomes a block of its own."""
    for span in spans:
        kind, why = kind_of(
            span.of(text) if len(span) <= LONGEST else text[span.start : span.start + LONGEST], len(span)
        )
        if kind is BlockKind.PARAGRAPH:
            yield from _dateline(text, span, why)
        else:
            yield Block(kind, span.start, span.end, why)


def kind_of(words: str, length: int | None = None) -> tuple[BlockKind, str]:
    """The kind of a paragraph that no tag tells, and the rule that told it; `paragraph` and `""` where none did."""
    size = len(words) if length is None else length
    if size > LONGEST:
        return (BlockKind.CAPTION, "glued-caption") if _glued(words) else (BlockKind.PARAGRAPH, "")
    for why, rule in RULES:
        kind = rule(words)
        if kind is not None:
            return kind, why
    return BlockKind.PARAGRAPH, ""


def _dateline(text: str, span: Span, why: str) -> Iterator[Block]:
    match = patterns.DATELINE.match(text, span.start, min(span.end, span.start + 120))
    if match:
        rest = match.end()
        while rest < span.end and text[rest].isspace():
            rest += 1
        if rest < span.end:
            yield Block(BlockKind.DATELINE, span.start, match.end(), "dateline")
            yield Block(BlockKind.PARAGRAPH, rest, span.end, why)
            return
    yield Block(BlockKind.PARAGRAPH, span.start, span.end, why)

"""The blocks of a page as a browser lays them out: each stretch of inline text, with the elements that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.article.normalise import normalise
from sayso.article.titles import fold
from sayso.article.words import word_set

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SKIPPED = word_set(
    """
    script style noscript template svg math iframe object embed canvas button select option optgroup input
    textarea audio video map head dialog menu progress meter datalist applet frame frameset nav
    """
)
INLINE = word_set(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp
    small span strike strong sub sup time tt u var wbr img picture source
    """
)
_UNSEEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
MOST_BLOCKS = 50_000
DEEPEST = 400
"""Tags nested deeper than this are no page; browsers stop at 512, and news pages stay below 60."""


@dataclass(slots=True)
class Piece:
    """One stretch of inline text: its words on one line, the block element that holds it, and what surrounds it.

    `linked` is the share of its letters inside links, 0 to 1. `folded` is its letters and digits alone, to compare it by.
    """

    words: str
    element: HtmlElement
    path: tuple[HtmlElement, ...]
    linked: float
    hidden: bool
    index: int = 0
    folded: str = field(default="")

    def inside(self, *tags: str) -> HtmlElement | None:
        """The innermost element around it with one of these tags."""
        return next((e for e in reversed(self.path) if e.tag in tags), None)


class _Gather:
    """Collects inline text until a block begins or ends."""

    __slots__ = ("bold", "breaks", "letters", "linked", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.letters = self.linked = self.breaks = 0

    def add(self, text: str | None, in_link: bool) -> None:
        if text:
            self.parts.append(text)
            size = len(text.strip())
            self.letters += size
            self.linked += size if in_link else 0
            if size:
                self.breaks = 0


def pieces(body: HtmlElement) -> list[Piece]:
    """Every stretch of text that a reader could see, in page order."""
    found: list[Piece] = []
    for piece in _walk(body):
        piece.index = len(found)
        piece.folded = fold(piece.words)
        found.append(piece)
        if len(found) >= MOST_BLOCKS:
            break
    return found


def _walk(body: HtmlElement) -> Iterator[Piece]:
    gather = _Gather()
    path: list[HtmlElement] = [body]
    hidden: list[bool] = [_is_hidden(body)]
    links = 0
    block: list[HtmlElement] = [body]

    def flush() -> Iterator[Piece]:
        nonlocal gather
        if gather.parts:
            words = " ".join(normalise("".join(gather.parts)).split())
            if words:
                yield Piece(words, block[-1], tuple(path), gather.linked / max(1, gather.letters), hidden[-1])
        gather = _Gather()

    gather.add(body.text, False)
    stack: list[Iterator[HtmlElement]] = [iter(body)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            done = path.pop()
            was_hidden = hidden.pop()
            if done is body:
                path.append(done)
                hidden.append(was_hidden)
                yield from flush()
                break
            inline = done.tag in INLINE
            if done.tag == "a":
                links -= 1
            if not inline:
                path.append(done)
                hidden.append(was_hidden)
                yield from flush()
                path.pop()
                hidden.pop()
                block.pop()
            gather.add(done.tail, links > 0)
            continue
        tag = child.tag
        if not isinstance(tag, str) or tag in SKIPPED or len(path) > DEEPEST:
            gather.add(child.tail, links > 0)
            continue
        if tag == "br":
            gather.breaks += 1
            if gather.breaks == 2:
                yield from flush()
            else:
                gather.parts.append(" ")
            gather.add(child.tail, links > 0)
            continue
        if tag == "table" and _is_data(child):
            yield from flush()
            words = _table(child)
            if words:
                yield Piece(words, child, (*path, child), 0.0, hidden[-1] or _is_hidden(child))
            gather.add(child.tail, links > 0)
            continue
        if tag not in INLINE:
            yield from flush()
            block.append(child)
        if tag == "a":
            links += 1
        path.append(child)
        hidden.append(hidden[-1] or _is_hidden(child))
        gather.add(child.text, links > 0)
        stack.append(iter(child))


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_UNSEEN.search(element.get("style") or ""))
    )


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data and not the layout of the page: two columns or more, short cells, none nested."""
    if next(table.iterdescendants("table"), None) is not None or table.get("role") == "presentation":
        return False
    rows = list(table.iterdescendants("tr"))[:500]
    cells = [[c for c in row if c.tag in ("td", "th")] for row in rows]
    if len(rows) < 2 or max((len(c) for c in cells), default=0) < 2:
        return False
    return all(len(cell.text_content()) <= 400 for row in cells[:60] for cell in row)


def _table(table: HtmlElement) -> str:
    rows = []
    for row in table.iterdescendants("tr"):
        cells = [" ".join(normalise(c.text_content()).split()) for c in row if c.tag in ("td", "th")]
        if any(cells):
            rows.append(" | ".join(cells))
    return "\n".join(rows)

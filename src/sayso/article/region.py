"""Which blocks of a page are the article, and of what kind each is.

The extractor says where the article is; the page's own tree says what stands there. So what it keeps shows the container,
and what it lost inside that container (block quotations, pull quotes, paragraphs that open with a quotation mark, lists,
headings, further containers of the same make) comes back, while what it kept of page furniture goes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.article import marks
from sayso.article.dom import Piece
from sayso.article.furniture import kind_of
from sayso.article.titles import fold, likeness
from sayso.records import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from sayso.article.metadata import PageData

CONTAINER_SHARE = 0.95
"""The article's container is the deepest element that holds this share of the letters that the extractor kept."""
HOME_SHARE = 0.25
"""Elements of one tag and class that together hold this share of the article are home to it, each paragraph in its own."""
LEAST_PROSE = 0.7
"""Where leaving out what follows a heading like *More stories* would lose more than the rest of this, nothing is left out."""
LONG = 40
"""Letters and digits from which equal text is no accident."""

_SHOWN = frozenset((BlockKind.RELATED, BlockKind.CAPTION))
"""Furniture that stands among the paragraphs even where the extractor lost it."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$|[\"”’»]$")
_OPENS_QUOTED = re.compile(r"[\"“‘'«„]\w")


@dataclass(slots=True)
class Chosen:
    """A piece taken into the article, its kind and the rule that told it."""

    piece: Piece
    kind: BlockKind
    why: str


def choose(pieces: list[Piece], lines: list[str], data: PageData) -> list[Chosen]:
    """The pieces that make the article, in page order; empty where none of what the extractor kept is on the page."""
    kept = _kept(pieces, lines, data.body)
    if not kept:
        return []
    kept |= _same_make(pieces, kept)
    container = _container(pieces, kept)
    inside = [p for p in pieces if container in p.path]
    within = [i for i, p in enumerate(inside) if p.index in kept and _weighs(p)]
    within = within or [i for i, p in enumerate(inside) if p.index in kept and p.element.tag not in _HEADINGS]
    if not within:
        return []
    titles = {fold(t) for t in data.titles}
    page = _Page(
        inside=inside,
        kept=kept,
        first=within[0],
        last=within[-1],
        home=_home(inside, kept),
        titles=titles,
        labels={text for text, times in Counter(p.folded for p in pieces).items() if times >= 3},
        depth=len(list(container.iterancestors())) - len(list(pieces[0].path[0].iterancestors())),
    )
    found = _judged(page, skip_asides=True)
    prose = sum(len(c.piece.folded) for c in found if c.kind.is_prose)
    if prose < LEAST_PROSE * sum(len(inside[i].folded) for i in within):
        found = _judged(page, skip_asides=False)
    return _with_standfirst(pieces, found, data, titles)


def plainly(pieces: list[Piece]) -> list[str]:
    """The sentences outside links and furniture, for a page too short for an extractor to be sure of it."""
    return [
        piece.words
        for piece in pieces
        if piece.linked < 0.5
        and not piece.hidden
        and piece.inside("header", "footer", "aside", "form", "h1", "figcaption") is None
        and _ENDS.search(piece.words)
        and len(piece.words.split()) >= 4
    ]


@dataclass(frozen=True, slots=True)
class _Page:
    """What judging a piece needs to know: the pieces of the container, those kept, and where they begin and end."""

    inside: list[Piece]
    kept: set[int]
    first: int
    last: int
    home: set[HtmlElement]
    titles: set[str]
    labels: set[str]
    depth: int


def _judged(page: _Page, *, skip_asides: bool) -> list[Chosen]:
    found: list[Chosen] = []
    seen: set[str] = set()
    aside = False
    for i, piece in enumerate(page.inside):
        if piece.folded in page.titles or (piece.inside("h1") is not None and i <= page.first):
            continue
        repeated = seen if len(piece.folded) >= LONG else page.labels if piece.element.tag not in ("td", "th") else ()
        if piece.folded in repeated:
            continue
        at_home = piece.element in page.home or _parent(piece) in page.home
        if skip_asides and marks.MORE.match(piece.words) and (piece.element.tag in _HEADINGS or not at_home):
            aside = True
            continue
        if aside and not (
            at_home and piece.linked < 0.5 and piece.element.tag not in _HEADINGS and _ENDS.search(piece.words)
        ):
            continue
        aside = False
        around = _marks_around(piece, page.depth)
        chosen = _judge(
            piece, around, is_kept=piece.index in page.kept, in_span=page.first <= i <= page.last, at_home=at_home
        )
        if chosen is not None:
            found.append(chosen)
            seen.add(piece.folded)
    return found


def _parent(piece: Piece) -> HtmlElement | None:
    """What holds a paragraph; for an item, what holds its list."""
    item = piece.inside("li", "dd", "dt")
    if item is not None and item.getparent() is not None:
        return item.getparent().getparent()
    return piece.element.getparent()


def _home(inside: list[Piece], kept: set[int]) -> set[HtmlElement]:
    """The elements that hold two or more of the article's paragraphs, as their children or as lines of their own."""
    held: Counter[HtmlElement] = Counter()
    made: Counter[tuple[str, str]] = Counter()
    total = 0
    for piece in inside:
        if piece.index in kept and _weighs(piece):
            total += len(piece.folded)
            for element in (piece.element, None if piece.inside("li") is not None else piece.element.getparent()):
                if element is not None:
                    held[element] += 1
                    made[(str(element.tag), element.get("class") or "")] += len(piece.folded)
    makes = {make for make, letters in made.items() if letters >= HOME_SHARE * total and make[0] != "p"}
    return {e for e, times in held.items() if times >= 2 or (str(e.tag), e.get("class") or "") in makes}


def _kept(pieces: list[Piece], lines: list[str], body: str) -> set[int]:
    folded = {fold(line) for line in lines}
    whole = "\n".join(fold(line) for line in lines)
    said = fold(body)
    # Data that holds a teaser alone, or another article, is no evidence.
    trusted = len(said) > 500 and sum(len(f) for f in folded if f in said) > 0.5 * sum(map(len, folded))
    kept = set()
    for piece in pieces:
        text = piece.folded
        if text and (text in folded or (len(text) >= LONG and (text in whole or (trusted and text in said)))):
            kept.add(piece.index)
    return kept


def _weighs(piece: Piece) -> bool:
    return piece.linked < 0.5 and len(piece.folded) >= LONG and piece.element.tag not in _HEADINGS


def _make(piece: Piece) -> tuple[str, ...]:
    parent = piece.element.getparent()
    above = parent.getparent() if parent is not None else None
    return (
        str(piece.element.tag),
        " ".join((piece.element.get("class") or "").split()[:1]),
        "" if parent is None else f"{parent.tag} {parent.get('class') or ''}",
        "" if above is None else str(above.tag),
    )


def _same_make(pieces: list[Piece], kept: set[int]) -> set[int]:
    """Long paragraphs elsewhere, in elements of the same tags and classes as most of what was kept."""
    weights: Counter[tuple[str, ...]] = Counter()
    for piece in pieces:
        if piece.index in kept and _weighs(piece):
            weights[_make(piece)] += len(piece.folded)
    if not weights:
        return set()
    make, weight = weights.most_common(1)[0]
    if make[0] != "p" or weight < 0.5 * weights.total() or not make[2].split(" ", 1)[1]:
        return set()
    return {p.index for p in pieces if _weighs(p) and not p.hidden and p.linked < 0.3 and _make(p) == make}


def _container(pieces: list[Piece], kept: set[int]) -> HtmlElement:
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for piece in pieces:
        if piece.index in kept:
            size = len(piece.folded) if _weighs(piece) else 1
            total += size
            for element in piece.path:
                weights[element] += size
    enough = [e for e, weight in weights.items() if weight >= CONTAINER_SHARE * total]
    deepest = max(enough, key=lambda e: sum(1 for _ in e.iterancestors()))
    while deepest.tag in ("p", "blockquote", "ul", "ol", "li") and deepest.getparent() is not None:
        deepest = deepest.getparent()
    return deepest


def _marks_around(piece: Piece, depth: int) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for element in piece.path[depth + 1 :]:
        found |= marks.of(element)
    return found


def _judge(piece: Piece, around: frozenset[str], *, is_kept: bool, in_span: bool, at_home: bool) -> Chosen | None:
    words, tag = piece.words, piece.element.tag
    if piece.hidden and not is_kept:
        return None
    if piece.inside("figcaption") is not None or (around & marks.CAPTION and len(words) < 600):
        return Chosen(piece, BlockKind.CAPTION, "caption-tag") if in_span else None
    quoted = piece.inside("blockquote") is not None or bool(around & marks.QUOTE)
    if piece.inside("figure") is not None and not quoted and tag != "table" and not is_kept:
        return Chosen(piece, BlockKind.CAPTION, "figure") if in_span and len(words.split()) >= 3 else None
    if not quoted:
        kind, why = kind_of(words)
        if kind is not BlockKind.PARAGRAPH:
            return (
                Chosen(piece, kind, why)
                if in_span and (is_kept or (at_home and kind in _SHOWN and not around & marks.FURNITURE))
                else None
            )
    short = len(words) < 200 or piece.linked > 0.3
    if around & marks.SURELY and short and not (quoted and is_kept):
        return None
    if piece.linked >= 0.9 and not quoted and not _ENDS.search(words):
        return Chosen(piece, BlockKind.RELATED, "all-link") if in_span and at_home and len(words.split()) > 2 else None
    if not any(c.isalnum() for c in words):
        return None
    if is_kept:
        return Chosen(piece, _kind(piece, quoted), "extractor")
    if not in_span and not (at_home and tag == "p" and _ENDS.search(words) and len(words) >= LONG):
        return None
    if (
        around & marks.FURNITURE
        or piece.linked > 0.5
        or (piece.inside("aside", "footer", "form") is not None and not quoted)
    ):
        return None
    if quoted or (tag == "p" and at_home):
        return Chosen(piece, _kind(piece, quoted), "restored")
    if tag == "table" and at_home:
        return Chosen(piece, BlockKind.TABLE, "restored")
    if tag in _HEADINGS and at_home:
        return Chosen(piece, BlockKind.HEADING, "restored")
    if tag in ("li", "dd", "dt") and at_home:
        return Chosen(piece, BlockKind.LIST, "restored")
    if at_home and len(words) >= LONG and (_ENDS.search(words) or _OPENS_QUOTED.match(words)):
        return Chosen(piece, BlockKind.PARAGRAPH, "restored")
    return None


def _kind(piece: Piece, quoted: bool) -> BlockKind:
    if quoted:
        return BlockKind.QUOTATION
    tag = piece.element.tag
    if tag == "table" or (piece.inside("table") is not None and tag in ("td", "th")):
        return BlockKind.TABLE
    if piece.inside("h1", "h2", "h3", "h4", "h5", "h6") is not None:
        return BlockKind.HEADING
    return BlockKind.LIST if piece.inside("li", "dl") is not None else BlockKind.PARAGRAPH


def _with_standfirst(pieces: list[Piece], found: list[Chosen], data: PageData, titles: set[str]) -> list[Chosen]:
    """The article with the summary that stands between its title and its first paragraph, where the page has one."""
    start = next((c.piece.index for c in found if c.kind.is_prose), None)
    if start is None:
        return found
    have = {c.piece.folded for c in found}
    summaries = {fold(s) for s in data.summaries}
    heads = [p.index for p in pieces[:start] if p.folded in titles and p.inside("h1", "h2", "header") is not None]
    begin = heads[-1] + 1 if heads else max(0, start - 12)
    for piece in pieces[begin:start]:
        if (
            len(piece.folded) < 25
            or piece.hidden
            or piece.linked > 0.5
            or piece.folded in have
            or piece.folded in titles
        ):
            continue
        if kind_of(piece.words)[0] is not BlockKind.PARAGRAPH or piece.inside("figure", "figcaption") is not None:
            continue
        near = frozenset().union(*(marks.of(e) for e in piece.path[-3:]))
        named = bool(heads) and bool(near & marks.STANDFIRST) and not near & (marks.FURNITURE | marks.CAPTION)
        if (
            piece.folded in summaries
            or named
            or any(likeness(piece.words, s) > 0.9 and len(s) > 60 for s in data.summaries if heads)
        ):
            return sorted([*found, Chosen(piece, BlockKind.PARAGRAPH, "standfirst")], key=lambda c: c.piece.index)
    return found

"""An article from a page of HTML: the extractor finds it, the tree gives it back whole, the page's data name it."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING

from sayso.article import region
from sayso.article.dom import DEEPEST, pieces
from sayso.article.language import is_english
from sayso.article.metadata import PageData, page_data
from sayso.article.normalise import normalise
from sayso.article.plain import check_language, text_id
from sayso.article.wall import check_readable
from sayso.errors import NoArticleError
from sayso.records import Article, Block, BlockKind, Given

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read_page(html: str, given: Given, *, name: str, captured: datetime | None, force: bool) -> Article:
    """The article of a decoded page. NoArticleError where it holds none or hides it, LanguageError where it is not English."""
    tree = parse(html, name)
    data = page_data(tree, given.url)
    body = tree.find(".//body")
    shown = pieces(body if body is not None else tree)
    lines = extracted_lines(tree, given.url)
    chosen = region.choose(shown, lines, data) or region.choose(shown, region.plainly(shown), data)
    parts = [(c.kind, c.piece.words, c.why) for c in chosen]
    text, blocks = joined(parts)
    check_readable(text, blocks, shown, data, name)
    check_language(text, name, force=force, declared=data.language)
    return _article(text, blocks, given, data, captured)


def parse(html: str, name: str) -> HtmlElement:
    """The tree of a page. NoArticleError where there is nothing to parse."""
    import lxml.html
    from lxml.etree import LxmlError

    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True
    )
    try:
        tree = lxml.html.document_fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        raise NoArticleError(f"{name} has no article in it; give the address or the file of one article.") from None
    if _depth(tree) > DEEPEST:
        raise NoArticleError(
            f"{name} nests its tags more than {DEEPEST} deep; save it again from a browser.", code="too-deep"
        )
    _mend_head(tree)
    return tree


_HEAD_TAGS = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})


def _mend_head(tree: HtmlElement) -> None:
    """Move what stands in the head and is none of its own into the body, where a page writes neither tag.

    HTML lets a page leave out both (WHATWG HTML, 13.1.2.4); the parser knows no element newer than HTML 4 and so does not
    see that `<article>` ends the head.
    """
    head = tree.find("head")
    if head is None:
        return
    children = list(head)
    first = next(
        (i for i, each in enumerate(children) if isinstance(each.tag, str) and each.tag not in _HEAD_TAGS), None
    )
    if first is None:
        return
    body = tree.find("body")
    if body is None:
        body = tree.makeelement("body")
        tree.append(body)
    for place, each in enumerate(children[first:]):
        body.insert(place, each)


def _depth(tree: HtmlElement) -> int:
    """How deep the tags nest, counted no further than one beyond what is read."""
    level = [tree]
    depth = 0
    while level and depth <= DEEPEST:
        level = [child for element in level for child in element]
        depth += 1
    return depth


def extracted_lines(tree: HtmlElement, url: str | None) -> list[str]:
    """What the extractor takes for the article, a line for each block; the tree is left as it was."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(deepcopy(tree), url=url, include_comments=False)
    except Exception:  # on broken trees its errors are of many kinds; without it there is simply nothing found
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    lines = []
    for element in body:
        rows = list(element) if element.tag in ("list", "table", "quote") and len(element) else [element]
        for row in rows:
            words = " ".join(normalise(" ".join(row.itertext())).split())
            if words:
                lines.append(words)
    return lines


def joined(parts: list[tuple[BlockKind, str, str]]) -> tuple[str, tuple[Block, ...]]:
    """The parts as one text with a blank line between each two, and the block that each became."""
    blocks: list[Block] = []
    at = 0
    for kind, words, why in parts:
        blocks.append(Block(kind, at, at + len(words), why))
        at += len(words) + 2
    return "\n\n".join(words for _, words, _ in parts), tuple(blocks)


def _article(text: str, blocks: tuple[Block, ...], given: Given, data: PageData, captured: datetime | None) -> Article:
    return Article(
        id=text_id(text),
        text=text,
        blocks=blocks,
        title=given.title or data.title,
        authors=given.authors or data.authors,
        outlet=given.outlet or data.outlet,
        published=given.published or data.published,
        modified=data.modified,
        url=data.url or given.url,
        language="en" if is_english(text) else data.language if data.language != "en" else None,
        captured=captured,
    )

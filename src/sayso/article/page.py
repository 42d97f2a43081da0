"""An article from a page of HTML."""

from __future__ import annotations

from datetime import date, datetime

from sayso.article.normalise import normalise
from sayso.article.plain import check_language, text_id
from sayso.errors import NoArticleError
from sayso.records import Article, Block, BlockKind, Given

_KINDS = {"head": BlockKind.HEADING, "quote": BlockKind.QUOTATION, "list": BlockKind.LIST, "table": BlockKind.TABLE}


def read_page(html: str, given: Given, *, name: str, captured: datetime | None, force: bool) -> Article:
    """The article of a decoded page."""
    import trafilatura

    found = trafilatura.bare_extraction(html, url=given.url, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise NoArticleError(f"{name} has no article in it; give the address of one article.")
    parts: list[tuple[BlockKind, str]] = []
    for element in found.body:
        words = " ".join(normalise(" ".join(element.itertext())).split())
        if words:
            parts.append((_KINDS.get(str(element.tag), BlockKind.PARAGRAPH), words))
    text = "\n\n".join(words for _, words in parts)
    check_language(text, name, force=force)
    blocks, at = [], 0
    for kind, words in parts:
        blocks.append(Block(kind, at, at + len(words), "trafilatura"))
        at += len(words) + 2
    return Article(
        id=text_id(text), text=text, blocks=tuple(blocks), title=given.title or found.title,
        authors=given.authors or tuple((found.author or "").split("; ") if found.author else ()),
        outlet=given.outlet or found.sitename, published=given.published or (date.fromisoformat(found.date) if found.date else None),
        url=given.url or found.url, language=found.language or "en", captured=captured,
    )

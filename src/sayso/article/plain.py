"""An article from plain text: paragraphs, and the furniture that no tag marks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sayso.article import furniture
from sayso.article.language import is_english
from sayso.article.normalise import normalise
from sayso.article.paragraphs import paragraphs
from sayso.article.told import day_told
from sayso.errors import CaptureError, LanguageError
from sayso.records import Article, Block, Given


def article_from_text(
    text: str,
    given: Given | None = None,
    *,
    name: str = "the text",
    captured: datetime | None = None,
    force: bool = False,
) -> Article:
    """The article that a plain text is, its text the one given unless its spaces or line ends had to be settled.

    CaptureError where the text is empty, LanguageError where it is not English and `force` is false.
    """
    text = normalise(text)
    if not text.strip():
        raise CaptureError(f"{name} is empty; give a page or a text.", code="empty")
    check_language(text, name, force=force)
    given = given or Given()
    blocks = tuple(furniture.sort_out(text, paragraphs(text), authors=given.authors))
    return Article(
        id=text_id(text),
        text=text,
        blocks=blocks,
        title=given.title,
        authors=given.authors,
        outlet=given.outlet,
        published=given.published or day_told(text, blocks),
        url=given.url,
        language="en" if is_english(text) else None,
        captured=captured,
    )


def check_language(text: str, name: str, *, force: bool, declared: str | None = None) -> None:
    """LanguageError unless the text is English or may be, or `force` is true; `declared` is what the page says."""
    if not force and not is_english(text, declared):
        raise LanguageError(f"{name} is not in English; use --force (force=True) to read it anyway.")


def text_id(text: str) -> str:
    """`a` and the first 16 hexadecimal digits of the SHA-256 of the text in UTF-8."""
    return "a" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def check_blocks(text: str, blocks: Iterable[Block]) -> None:
    """ValueError where blocks overlap, are out of order, or leave anything but white space between them."""
    at = 0
    for block in blocks:
        if not at <= block.start < block.end <= len(text) or text[at : block.start].strip():
            raise ValueError(f"block {block} does not follow {at}")
        at = block.end
    if text[at:].strip():
        raise ValueError(f"text after the last block, from {at}")

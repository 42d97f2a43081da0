"""From a capture, or the bytes of a page, to its article."""

from __future__ import annotations

import re
from datetime import datetime

from sayso.article.decoding import decode
from sayso.article.plain import article_from_text
from sayso.records import Article, Capture, Given
from sayso.records.packed import MAX_BYTES, too_large, unpack

_LOOKS_HTML = re.compile(
    r"\s*(?:<\?xml\b[^>]{0,200}>\s*|<!--(?:[^-]|-(?!->)){0,2000}-->\s*){0,4}"
    r"<(?:!doctype\s+html|html|head|body|article|section|main|div|p|h[1-6]|meta|title|script|blockquote)\b",
    re.IGNORECASE,
)


def article_from_capture(capture: Capture, *, force: bool = False, max_bytes: int = MAX_BYTES) -> Article:
    """The article of a page or a text. CaptureError, NoArticleError or LanguageError where there is none to be had."""
    data = unpack(capture.data, capture.name, max_bytes)
    if len(data) > max_bytes:
        raise too_large(capture.name, max_bytes)
    text = decode(data, capture.name, capture.charset)
    if capture.kind == "html" or (capture.kind is None and looks_html(text)):
        return article_from_page(text, capture.given, name=capture.name, captured=capture.captured, force=force)
    return article_from_text(text, capture.given, name=capture.name, captured=capture.captured, force=force)


def article_from_html(
    data: bytes | str,
    url: str | None = None,
    *,
    name: str | None = None,
    given: Given | None = None,
    force: bool = False,
) -> Article:
    """The article of a page of HTML, as bytes (also gzipped) or text; `url` is where it was found, if anywhere."""
    name = name or url or "the page"
    given = given or Given(url=url)
    if isinstance(data, str):
        if len(data) > MAX_BYTES:
            raise too_large(name, MAX_BYTES)
        return article_from_page(data, given, name=name, force=force)
    return article_from_capture(Capture(bytes(data), name, "html", given=given), force=force)


def article_from_page(
    html: str, given: Given, *, name: str, captured: datetime | None = None, force: bool = False
) -> Article:
    """The article of a decoded page; the machinery for HTML is imported here, so that plain text never waits for it."""
    from sayso.article.page import read_page

    return read_page(html, given, name=name, captured=captured, force=force)


def looks_html(text: str) -> bool:
    """Whether a text of unknown kind opens as a page of HTML does."""
    return _LOOKS_HTML.match(text, 1 if text[:1] == "\ufeff" else 0) is not None

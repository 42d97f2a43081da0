"""What a page says of itself in JSON-LD: the nodes that describe an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from sayso.article.words import word_set

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TYPES = word_set(
    """
    article newsarticle reportagenewsarticle backgroundnewsarticle analysisnewsarticle opinionnewsarticle
    reviewnewsarticle askpublicnewsarticle satiricalarticle advertisercontentarticle blogposting liveblogposting
    socialmediaposting report scholarlyarticle medicalscholarlyarticle techarticle review webpage
    """
)
_MOST_NODES = 2000
_TRAILING_COMMA = re.compile(r",\s{0,20}([}\]])")


def article_nodes(tree: HtmlElement) -> list[dict[str, Any]]:
    """The nodes of an article's type, those of a narrower type than `WebPage` first, otherwise in page order."""
    found = [node for node in _nodes(tree) if _types(node) & _TYPES]
    return sorted(found, key=lambda node: ("webpage" in _types(node), "headline" not in node))


def body_of(nodes: list[dict[str, Any]]) -> str:
    """The longest `articleBody` of the nodes, tags taken out; empty where there is none."""
    bodies = [node["articleBody"] for node in nodes if isinstance(node.get("articleBody"), str)]
    return re.sub(r"<[^<>]{1,500}>", " ", unescape(max(bodies, key=len))) if bodies else ""


def words_of(value: Any) -> str:
    """A JSON-LD text value as one line, `""` where it is none: a string, the first of a list, or the name of a node."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("@id")
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rsplit("/", 1)[-1].lower() for kind in kinds if isinstance(kind, str)}


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    seen = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        stack = [_parsed(script.text or "")]
        while stack and seen < _MOST_NODES:
            value = stack.pop()
            seen += 1
            if isinstance(value, list):
                stack.extend(reversed(value))
            elif isinstance(value, dict):
                yield value
                stack.extend(value[key] for key in ("mainEntity", "mainEntityOfPage", "@graph") if key in value)


def _parsed(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None

"""Wire copy: which agency wrote the text, in whole or in part, by dateline, byline, tagline, copyright line and author."""

from __future__ import annotations

import re

from sayso.reading.outlets import Outlets, lexicon
from sayso.records import Article, Block, BlockKind, Span, Why, Wire

_HEAD = 400
"""Characters of a block's beginning in which a dateline stands; its agency comes within `_DATELINE`'s first hundred or so."""
_FIRST = 6
"""Blocks at the start in which a dateline or byline may stand."""
_LAST = 6
"""Blocks at the end in which a tagline or credit may stand."""
_DATELINE = re.compile(
    r"^[^()\n.!?“”\"]{0,50}(?:\.[^()\n.!?“”\"]{0,30}){0,3}\(([^()\n]{2,40})\)\s?(?:--|[-–—―:]|(?=[A-Z]))"
)
_ALONE = re.compile(
    r"^\W{0,3}(?:By |BY |From |— ?|- ?|Source: ?)?(?:the |The |THE )?([A-Z][\w’'. -]{1,40})[\s.)\]—–-]{0,3}$"
)
_BYLINE = re.compile(r"^\W{0,3}(?:By|BY)\s[^\n]{2,200}$")
_PARTS = re.compile(r"\s?(?:[|,;/•·–—]|\band\b|\bAND\b|\bfor\b|\bof\b| - |\bvia\b)\s?")
_CONTRIBUTED = re.compile(
    r"\bcontributed\b|^\W{0,3}Contributing\b|^\W{0,3}(?:With|Additional|Includes|Also)\b[^\n]{0,60}\b(?:from|by|reporting)\b|"
    r"\bwas used in this\b|\bmaterial from\b|\b(?:staff|news|wire) (?:and wire )?(?:services|reports)\b|"
    r"^\W{0,3}(?:Compiled|Information) from\b|\bsupplemented\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|Copyright)[^\n]{0,30}?\b(?:\d{4})?\s?(?:by )?(?:the |The )?([A-Z][\w’' -]{1,40}?)(?:[.,]| All\b|$)"
)
_EDITED = re.compile(
    r"\((?:[^()\n]{0,80}\b)?(?:Reporting|Additional reporting|Writing|Editing) (?:and \w{1,12} )?by\b[^()\n]{2,400}\)\W*$"
)
_OWN_SITES = {"reuters": "Reuters"}
_DESKS = re.compile(r"\b(?:AP|Reuters|AFP|UPI)\s(?:staff|writer|correspondent|reporter)", re.IGNORECASE)


def wire_of(article: Article, outlets: Outlets | None = None) -> Wire | None:
    """The agency whose text it is, `None` where nothing says so; spans into the article's text. Its dateline or byline, or its
    name as author, make the whole text the agency's; that it contributed makes a part of it."""
    known = outlets or lexicon()
    blocks = article.blocks
    for rule in (_dateline, _byline, _tagline):
        found = rule(article, blocks, known)
        if found is not None:
            return found
    return _author(article, known) or _contributed(article, blocks, known)


def _agency(words: str, known: Outlets) -> str | None:
    """The agency that a few words name, with a *the* or without."""
    outlet = known.of(" ".join(words.split()).strip(" .,-–—"))
    if outlet is None:
        upper = words.strip()
        outlet = known.of(upper.title()) if upper.isupper() and len(upper) > 4 else None
    return outlet.name if outlet is not None and outlet.kind == "agency" else None


def _dateline(article: Article, blocks: tuple[Block, ...], known: Outlets) -> Wire | None:
    """*ANYTOWN (AP) — …* at the start of one of the first blocks."""
    for block in blocks[:_FIRST]:
        found = _DATELINE.match(article.text[block.start : min(block.end, block.start + _HEAD)])
        if found is None:
            continue
        agency = _agency(found.group(1), known)
        if agency is not None:
            span = Span(block.start + found.start(1), block.start + found.end(1))
            return Wire(agency, True, (span,), Why("rule: an agency's dateline"))
    return None


def _byline(article: Article, blocks: tuple[Block, ...], known: Outlets) -> Wire | None:
    """*By Ada Moss, Associated Press*, or the agency's name alone on a line at the start."""
    for block in blocks[:_FIRST]:
        if block.end - block.start > 200:
            continue
        words = block.span.of(article.text)
        alone = _ALONE.match(words)
        if alone is None and block.kind is not BlockKind.BYLINE and not _BYLINE.match(words):
            continue
        if _CONTRIBUTED.search(words):
            continue
        parts = [alone.group(1)] if alone else _PARTS.split(words)
        for part in parts:
            agency = _agency(re.sub(r"^(?:By|BY|From|the|The)\s", "", part.strip()), known)
            if agency is not None:
                return Wire(agency, True, (block.span,), Why("rule: an agency's byline"))
    return None


def _tagline(article: Article, blocks: tuple[Block, ...], known: Outlets) -> Wire | None:
    """*(Reporting by …; Editing by …)* and copyright lines at the end."""
    for block in reversed(blocks[-_LAST:]):
        words = article.text[max(block.start, block.end - 500) : block.end]
        rights = _RIGHTS.search(words) if block.end - block.start <= 400 else None
        if rights is not None:
            agency = _agency(rights.group(1), known)
            if agency is not None:
                return Wire(agency, True, (block.span,), Why("rule: an agency's copyright"))
        edited = _EDITED.search(words)
        if edited is not None and (article.outlet is None or known.of(article.outlet) is not None):
            # an outlet that nobody knows may write so too: then nothing says that the text is Reuters'
            start = block.end - len(words) + edited.start()
            return Wire("Reuters", True, (Span(start, block.end),), Why("rule: a tagline as Reuters writes it"))
    if blocks:
        last = blocks[-1]
        alone = _ALONE.match(last.span.of(article.text)) if last.end - last.start <= 60 else None
        agency = _agency(alone.group(1), known) if alone else None
        if agency is not None:
            return Wire(agency, True, (last.span,), Why("rule: an agency's name on the last line"))
    return None


def _author(article: Article, known: Outlets) -> Wire | None:
    """The agency as author or outlet."""
    for author in article.authors:
        for part in _PARTS.split(author):
            agency = _agency(re.sub(r"^(?:By|BY|the|The)\s", "", part.strip()), known)
            if agency is not None:
                return Wire(agency, True, (), Why("rule: an agency as author", author))
    if article.outlet is not None:
        agency = _agency(article.outlet, known)
        if agency is not None:
            return Wire(agency, True, (), Why("rule: an agency as outlet", article.outlet))
    return None


def _contributed(article: Article, blocks: tuple[Block, ...], known: Outlets) -> Wire | None:
    """*The Associated Press contributed to this report.*"""
    for block in reversed(blocks[-_LAST:]):
        start = max(block.start, block.end - 400)
        words = article.text[start : block.end]
        found = _CONTRIBUTED.search(words)
        if found is None:
            continue
        low = max(words.rfind(". ", 0, found.start()), words.rfind(".” ", 0, found.start())) + 1
        for part in re.split(
            r"[,;:/|()]|\band\b|\bfrom\b|\bcontributed\b|\bby\b|\bto this\b|\bwere used\b|\bwas used\b", words[low:]
        ):
            agency = _agency(re.sub(r"^(?:the|The|THE)\s", "", part.strip()), known)
            if agency is not None:
                span = Span(start + low + (len(words[low:]) - len(words[low:].lstrip())), block.end)
                return Wire(agency, False, (span,), Why("rule: an agency contributed"))
    return None

"""What the names that a page gives its elements say of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.article.words import word_set

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FURNITURE = word_set(
    """
    related recirc recirculation promo promos promotion newsletter newsletters signup subscribe subscription
    share sharing social comment comments advert advertisement ad ads sponsor sponsored outbrain taboola popular
    trending recommended recommendation recommendations recommends breadcrumb breadcrumbs tags topics footer
    byline bylines author authors bio toolbar paywall teaser teasers sidebar widget cookie consent gdpr modal
    overlay donate donation navigation nav menu timestamp disclaimer poll quiz app crosshead-related readmore
    morelike upsell mostread printonly masthead login register affiliate player playlist livestream ticker
    carousel slideshow complementary banner contentinfo search
    """
)
"""Words in class names that call a block furniture; a block that the extractor lost comes back only without one."""
SURELY = word_set(
    """
    related recirc recirculation newsletter newsletters signup share sharing social comments outbrain taboola
    trending recommended recommendations breadcrumb breadcrumbs byline bylines bio paywall mostread readmore
    upsell donation cookie consent advert advertisement carousel complementary teaser teasers promo
    """
)
"""Those that are believed even against the extractor, for short or linked blocks."""
CAPTION = word_set(
    """
    caption captions figcaption credit credits copyright photographer imagecaption cutline
    """
)
QUOTE = word_set(
    """
    quote pullquote blockquote quotation pullquotes quotes
    """
)
STANDFIRST = word_set(
    """
    standfirst dek deck subhead subheading subheadline subtitle subtitles summary excerpt lede intro synopsis
    abstract strapline kicker sell tagline description sub dekline
    """
)
MORE = re.compile(
    r"(?:(?:read |see |watch )?more (?:from|on|about|in|stories|news|to read|like this)\b|"
    r"(?:most )?(?:popular|read|viewed|shared)\b|"
    r"related\b|recommended\b|trending\b|(?:read|up) next\b|you (?:may|might) (?:also )?(?:like|be interested)|"
    r"latest (?:news|stories|in|from|videos?)\b|top stories|editors?['’]s?['’]? picks?|don['’]t miss|in other news|sponsored|"
    r"promoted|around the web|from our partners|what to read next|also read|keep reading|elsewhere|further reading)"
    r"[^.!?“”\"]{0,50}$",
    re.IGNORECASE,
)
"""Headings over links to other articles: what follows them is not the article until its own paragraphs go on."""


_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def of(element: HtmlElement) -> frozenset[str]:
    """The words in an element's class, id, role and the like, lower case, camel case and dashes taken apart."""
    said = " ".join(
        element.get(name) or ""
        for name in ("class", "id", "role", "itemprop", "data-component", "data-testid", "aria-label")
    )
    return frozenset(token.lower() for token in _TOKEN.findall(said[:600]))

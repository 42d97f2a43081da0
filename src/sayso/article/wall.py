"""Pages that hold no article, or only the start of one before a wall."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.article.dom import Piece
from sayso.article.metadata import PageData
from sayso.errors import NoArticleError
from sayso.records import Block

FEWEST_WORDS = 5
"""An article has at least this many words of prose."""
MOST_LINKED = 3
"""A page with little prose and more than this many times as many words in links is a list of articles, not one."""
STUB_WORDS = 120
"""With fewer words of prose than this, words on the page that ask for a login or a subscription mean that it is hidden."""

_WALL = re.compile(
    r"(?:subscribe|log ?in|sign ?in|sign ?up|register|create (?:a|an|your)(?: free)? account|become a (?:member|"
    r"subscriber)|"
    r"start your (?:free )?trial|subscription)[^.!?]{0,60}\b(?:to (?:continue|read|keep reading|access|view|see|"
    r"unlock)|for (?:full|unlimited) access)"
    r"|to (?:continue|keep) reading|(?:article|story|content) is (?:for|only|available|"
    r"exclusive)[^.!?]{0,40}\b(?:subscribers|members)"
    r"|(?:already|existing) (?:a )?subscriber\?|for subscribers only|subscriber[- ]only|"
    r"you have reached your (?:limit|article)|"
    r"please (?:log|sign) in|enable (?:javascript|cookies)|are you a robot|verify (?:that )?you are (?:a )?human|"
    r"access denied",
    re.IGNORECASE,
)


def check_readable(text: str, blocks: Sequence[Block], shown: Sequence[Piece], data: PageData, name: str) -> None:
    """NoArticleError where the prose is too little to be an article, or little and the page asks for a login."""
    words = sum(len(text[b.start : b.end].split()) for b in blocks if b.kind.is_prose)
    if words >= STUB_WORDS:
        return
    asks = data.walled or any(_WALL.search(piece.words[:400]) for piece in shown)
    if asks and (words < 60 or data.walled):
        raise NoArticleError(
            f"{name} shows only a login or subscription wall; save the page after logging in and read that file.",
            code="wall",
        )
    linked = sum(len(piece.words.split()) for piece in shown if piece.linked > 0.5)
    if words < FEWEST_WORDS or (linked > MOST_LINKED * words + 20 and not data.published):
        raise NoArticleError(f"{name} has no article in it; give the address or the file of one article.")

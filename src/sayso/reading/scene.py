"""What the stages after the attributions work on: one article, its words, and the attributions found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.prose import Prose
from sayso.reading.tokens import Tokens
from sayso.records import Article, Attribution, Span


@dataclass(frozen=True, slots=True)
class Relay:
    """The words that say who passed an attribution on: *according to* and *the Courier*."""

    cue: Span
    source: Span | None


@dataclass(frozen=True, slots=True)
class Scene:
    """One article on its way through the stages. Every span here, those of `attributions` too, is into `prose.text`; a span of
    a finding lies within one line of it. `article.text` differs: it has the furniture as well, and other offsets.
    `relays` are those who passed an attribution on, by its id."""

    article: Article
    prose: Prose
    tokens: Tokens
    attributions: tuple[Attribution, ...]
    relays: dict[str, Relay] = field(default_factory=dict)

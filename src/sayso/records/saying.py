"""An attribution as the questions across articles see it: its words, who spoke, where it was published and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sayso.records.certainty import Certainty, Polarity
from sayso.records.people import SourceClass
from sayso.records.reading import AttributionKind
from sayso.records.span import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution of one article. `article` and `attribution` are its ids, `spans` where its content stands in the
    article's text, `words` the content's words (`…` where it is interrupted). `speaker` is the name that the article settles on,
    `source` the words it uses there; both `None` where it has none. `published` is `None` where nobody says."""

    article: str
    attribution: str
    outlet: str | None
    url: str | None
    title: str | None
    published: date | datetime | None
    kind: AttributionKind
    words: str
    spans: tuple[Span, ...]
    cue: str
    source: str | None
    speaker: str | None
    source_class: SourceClass
    via: tuple[str, ...]
    venue: str | None
    certainty: Certainty
    polarity: Polarity
    inside: str | None
    score: float
    wire: str | None = None
    """The agency whose text the article is as a whole, `None` where it is its own."""

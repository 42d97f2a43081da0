"""Frozen, slotted records that pass between the stages. No I/O here."""

from sayso.records.article import Article, Block, BlockKind, Capture, Given
from sayso.records.certainty import Certainty, Hedge, Polarity, Tone, sureness
from sayso.records.chain import Chain, Hop, HopKind, Venue, Wire
from sayso.records.intake import SetAside
from sayso.records.people import Person, PersonKind, SourceClass
from sayso.records.reading import Attribution, AttributionKind, Reading
from sayso.records.span import Span
from sayso.records.time import Happening, TimeMention, TimeType
from sayso.records.why import Why

__all__ = [
    "Article",
    "Attribution",
    "AttributionKind",
    "Block",
    "BlockKind",
    "Capture",
    "Certainty",
    "Chain",
    "Given",
    "Happening",
    "Hedge",
    "Hop",
    "HopKind",
    "Person",
    "PersonKind",
    "Polarity",
    "Reading",
    "SetAside",
    "SourceClass",
    "Span",
    "TimeMention",
    "TimeType",
    "Tone",
    "Venue",
    "Why",
    "Wire",
    "sureness",
]

"""Frozen, slotted records that pass between the stages. No I/O here."""

from sayso.records.article import Article, Block, BlockKind, Capture, Given
from sayso.records.intake import SetAside
from sayso.records.reading import Attribution, AttributionKind, Reading, Why
from sayso.records.span import Span

__all__ = [
    "Article",
    "Attribution",
    "AttributionKind",
    "Block",
    "BlockKind",
    "Capture",
    "Given",
    "Reading",
    "SetAside",
    "Span",
    "Why",
]

"""The public verbs: each composes the stages and returns records. They print nothing."""

from sayso.api.archive import Addition, Archive, Kept, Source, is_archive, open
from sayso.api.reading import (
    Outcome,
    ReadSettings,
    article_from_html,
    at_least,
    read,
    read_each,
    read_text,
)
from sayso.records import Article, Attribution, Block, Reading, Span

__all__ = [
    "Addition",
    "Archive",
    "Article",
    "Attribution",
    "Block",
    "Kept",
    "Outcome",
    "ReadSettings",
    "Reading",
    "Source",
    "Span",
    "article_from_html",
    "at_least",
    "is_archive",
    "open",
    "read",
    "read_each",
    "read_text",
]

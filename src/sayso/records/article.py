"""What was captured, and the article found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from sayso.records.span import Span


@dataclass(frozen=True, slots=True)
class Given:
    """What the person or table that handed the input over says of it; it goes before what the page says."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: date | datetime | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one document, where they were got and when.

    `name` is how errors name it: a path, an address, `coverage.csv row 3`, `standard input`.
    `kind` is `"html"`, `"text"` or `None` (to be told from the bytes). `charset` is what the server or the
    caller declared, `None` where nothing did. `captured` is the moment of capture, never that of publication.
    """

    data: bytes
    name: str
    kind: str | None = None
    charset: str | None = None
    captured: datetime | None = None
    given: Given = field(default_factory=Given)


class BlockKind(StrEnum):
    """What a block of the page is. The first five are the article's own prose, the others furniture."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTATION = "quotation"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    RELATED = "related"
    BYLINE = "byline"
    DATELINE = "dateline"
    OTHER = "other"

    @property
    def is_prose(self) -> bool:
        """Whether findings may come from a block of this kind."""
        return self in _PROSE


_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTATION, BlockKind.LIST, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class Block:
    """`text[start:end]` of the article, and what it is; `why` names the rule that told its kind."""

    kind: BlockKind
    start: int
    end: int
    why: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """A text that never changes again, its blocks in reading order, and what the page says of itself.

    Blocks do not overlap, and nothing but white space lies between them. `None` means that neither the page nor the
    caller says so. `published` and `modified` are dates, or moments where the page gives the hour;
    `captured` is when the bytes were got. `id` is made of the text alone: same text, same id.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: date | datetime | None = None
    modified: date | datetime | None = None
    url: str | None = None
    language: str | None = None
    captured: datetime | None = None

    @property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that are the article's own prose."""
        return tuple(block for block in self.blocks if block.kind.is_prose)

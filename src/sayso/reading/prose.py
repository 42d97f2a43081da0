"""The article's own prose as one text for the tagger, and the way back to places in the article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sayso.records import Article, BlockKind, Span

MOST = 600_000
"""Characters of prose that are read, some 100,000 words: more than any article, and read in under a minute and 500 MB."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose blocks joined by line ends. Block i begins at `starts[i]` here and at `origins[i]` in the article;
    `quoted` are the stretches of this text that the page set as quotation blocks; `unread` is how many characters of prose
    were too many."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...] = ()
    unread: int = 0

    def back(self, span: Span) -> Span:
        """The span of the article for a stretch of this text, which lies within one block."""
        block = bisect_right(self.starts, span.start) - 1
        shift = self.origins[block] - self.starts[block]
        return Span(span.start + shift, span.end + shift)


def prose_of(article: Article) -> Prose:
    """The paragraphs, headings, quotation blocks, lists and tables; furniture is left out."""
    parts, starts, origins, quoted = [], [], [], []
    at = unread = 0
    for block in article.prose:
        part = article.text[block.start : min(block.end, block.start + max(MOST - at, 0))]
        if len(part) < block.end - block.start:
            part = part[: max(part.rfind(" "), 0)]
            unread += block.end - block.start - len(part)
            if not part:
                continue
        parts.append(part)
        starts.append(at)
        origins.append(block.start)
        if block.kind is BlockKind.QUOTATION:
            quoted.append((at, at + len(part)))
        at += len(part) + 1
    return Prose("\n".join(parts), tuple(starts), tuple(origins), tuple(quoted), unread)

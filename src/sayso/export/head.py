"""What stands above a text: its title, and who published it when."""

from __future__ import annotations

from datetime import date, datetime

from sayso.export.safe import one_line
from sayso.records import Article, Block, BlockKind

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(moment: date | datetime) -> str:
    """The day in words, with the hour where it is known: *3 March 2025, 14:05*. The same in every locale."""
    said = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    if isinstance(moment, datetime):
        said += f", {moment:%H:%M}"
        if moment.tzinfo is not None:
            said += f" {moment:%Z}"
    return said


def credits_of(article: Article) -> list[str]:
    """Outlet, authors and dates, those that are known, each as a few words."""
    said: list[str] = []
    if article.outlet:
        said.append(one_line(article.outlet))
    if article.authors:
        said.append("by " + ", ".join(one_line(author) for author in article.authors))
    if article.published:
        said.append(day(article.published))
    if article.modified and article.modified != article.published:
        said.append("changed " + day(article.modified))
    return said


def heading_block(article: Article) -> Block | None:
    """The first block, where it is the title itself: then no title need be shown above the text."""
    if not article.blocks or article.title is None or article.blocks[0].kind is not BlockKind.HEADING:
        return None
    first = article.blocks[0]
    same = _plain(first.span.of(article.text)) == _plain(article.title)
    return first if same else None


def _plain(words: str) -> str:
    return one_line(words).casefold()

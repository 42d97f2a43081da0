"""How an archive is written and asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """Sizes and limits. They bound what a kill can lose and what a question may take; none changes an answer."""

    commit_articles: int = 256
    """Readings that are written together. More make fewer, larger parts; what a kill loses is one batch at most."""
    commit_seconds: float = 20.0
    """A batch is written after as many seconds all the same, so that slow reading is not lost either."""
    merge_parts: int = 16
    """As many parts of one table and of about one size are merged into one; chosen by hand: a question opens each part."""
    merge_bytes: tuple[int, ...] = (4_000_000, 64_000_000)
    """Where one size ends and the next begins. Parts above the last are not merged again, so that a row is written three
    times at most however far an archive grows."""
    keep_seconds: float = 3600.0
    """Parts that a merge left behind stay as long for readers who opened the archive before it."""
    memory: str = "2GB"
    """What a question by SQL may take; beyond it, it is refused with a sentence."""
    threads: int = 0
    """Threads of a question by SQL; 0 takes as many as there are cores."""

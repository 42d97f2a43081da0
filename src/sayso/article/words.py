"""Sets of words, written as words."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, in no order."""
    return frozenset(words.split())

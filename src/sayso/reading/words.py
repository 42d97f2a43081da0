"""Word lists as they are written in the rules."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a string, in no order: a list of words reads best as one string."""
    return frozenset(words.split())

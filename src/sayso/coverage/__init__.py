"""Answers across articles: the same words as they travel, stories, disputes, attention."""

from sayso.coverage.sayings import sayings_in, sayings_of

__all__ = ["sayings_in", "sayings_of"]

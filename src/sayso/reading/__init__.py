"""From an article to its reading: the attributions in it, each pointing at its words."""

from sayso.reading.read import read_article, read_articles

__all__ = ["read_article", "read_articles"]

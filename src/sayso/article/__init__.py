"""From the bytes of a page or a text to its article: a text that never changes again, and the blocks in it."""

from sayso.article.capture import article_from_capture, article_from_html
from sayso.article.normalise import normalise
from sayso.article.plain import article_from_text

__all__ = ["article_from_capture", "article_from_html", "article_from_text", "normalise"]

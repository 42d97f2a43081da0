"""Sayso: who said what in news coverage, every answer pointing at exact words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.api import Archive, Article, Attribution, Block, Reading, Span, article_from_html, open, read, read_text

__version__ = "0.1.0"
__all__ = [
    "Archive",
    "Article",
    "Attribution",
    "Block",
    "Reading",
    "Span",
    "article_from_html",
    "open",
    "read",
    "read_text",
]


def __getattr__(name: str) -> Any:
    """Load the public names on first use, so that `sayso --help` and `import sayso` stay instant."""
    if name in __all__:
        from sayso import api

        return getattr(api, name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])

"""Where the details of a reading and of a story lead, in pages that have more than this one reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sayso.export.markup import Address


@dataclass(frozen=True, slots=True)
class Same:
    """Other articles with the words of an attribution: how many, and where they stand side by side."""

    articles: int
    address: Address


@dataclass(frozen=True, slots=True)
class Links:
    """What a page may point at beside itself. A self-contained page has none of it."""

    people: Mapping[str, Address] = field(default_factory=dict)
    """By the id of a person: what they said elsewhere."""
    same: Mapping[str, Same] = field(default_factory=dict)
    """By the id of an attribution."""
    about: tuple[tuple[str, Address], ...] = ()
    """What else to look at, above the findings: the story, downloads; each with its words."""


class Addresses(Protocol):
    """Where the parts of a story lead; `None` where there is no such page."""

    def at(self, article: str, attribution: str | None = None) -> Address | None:
        """An article's page, at one of its findings."""

    def person(self, name: str) -> Address | None:
        """What somebody said in all articles."""

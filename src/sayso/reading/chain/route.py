"""What the stage makes of one attribution."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records import Hop, Venue


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one attribution's words: hops from the first mouth to this article, those between by name, and where."""

    hops: tuple[Hop, ...]
    via: tuple[str, ...] = ()
    venue: Venue | None = None

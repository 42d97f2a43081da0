"""From the words around an attribution to the hops that its content made."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.records import Hop, Venue, Wire


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one attribution's words: hops from the first mouth to this article, those between by name, and where."""

    hops: tuple[Hop, ...]
    via: tuple[str, ...] = ()
    venue: Venue | None = None


@dataclass(frozen=True, slots=True)
class Routes:
    """The route of each attribution by its id, and the agency whose text it is. `wire.spans` are into the article's text."""

    routes: dict[str, Route] = field(default_factory=dict)
    wire: Wire | None = None


def trace(scene: Scene, cast: Cast) -> Routes:
    """The routes of all attributions."""
    return Routes()

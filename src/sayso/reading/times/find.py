"""From a text's words to its expressions of time with their values."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.scene import Scene
from sayso.records import TimeMention


@dataclass(frozen=True, slots=True)
class Times:
    """The expressions of time in order, and for each attribution whose saying is dated the id of the expression that does."""

    mentions: tuple[TimeMention, ...] = ()
    said: dict[str, str] = field(default_factory=dict)


def find(scene: Scene) -> Times:
    """The expressions of time of an article."""
    return Times()

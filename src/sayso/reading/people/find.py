"""From an article's words to the people in it and the speaker of each attribution."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.scene import Scene
from sayso.records import Person, SourceClass, Why


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in one attribution, and to whom; ids of people, or `None` with the reason in `why`."""

    speaker: str | None
    source_class: SourceClass
    addressee: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in the article in order of first mention, and the voice of each attribution by its id."""

    people: tuple[Person, ...] = ()
    voices: dict[str, Voice] = field(default_factory=dict)


def find(scene: Scene) -> Cast:
    """The people of the article and who of them speaks in each attribution."""
    return Cast()

"""From cues, modals, adverbs and negations to certainty and polarity."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.scene import Scene
from sayso.records import Certainty, Hedge, Polarity, Span, Tone, Why


@dataclass(frozen=True, slots=True)
class Stand:
    """How one attribution stands to its content."""

    certainty: Certainty
    polarity: Polarity
    hedges: tuple[Span, ...]
    tone: Tone
    anonymity: tuple[Span, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Judgements:
    """The stand of each attribution by its id, and every hedged statement in order."""

    stands: dict[str, Stand] = field(default_factory=dict)
    hedges: tuple[Hedge, ...] = ()


def judge(scene: Scene) -> Judgements:
    """The certainty and polarity of all attributions and of the article's own hedged statements."""
    return Judgements()

"""How sure a statement is, by the article's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span
from sayso.records.why import Why


class Certainty(StrEnum):
    """What the article commits to. The tests for each level, and their sources, are in `docs/certainty.md`."""

    STATED = "stated"
    HEDGED = "hedged"
    ALLEGED = "alleged"
    BELIEVED = "believed"
    SUGGESTED = "suggested"
    EXPECTED = "expected"
    UNLIKELY = "unlikely"
    QUESTIONED = "questioned"
    DENIED = "denied"
    REFUSED = "refused"
    RETRACTED = "retracted"


class Polarity(StrEnum):
    """Whether the content, as it is worded, is held to be so or not to be so."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


def sureness(certainty: str, polarity: str) -> str:
    """Both as people are told them: *stated*, *hedged*, *denied*, *hedged, denied*."""
    if polarity == Polarity.DENIED and certainty != Certainty.DENIED:
        return str(Certainty.DENIED) if certainty == Certainty.STATED else f"{certainty}, denied"
    return str(certainty)


class Tone(StrEnum):
    """What a cue adds to *said*: *claimed* doubts, *admitted* concedes, *insisted* insists, *revealed* vouches."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    CONCEDING = "conceding"
    INSISTING = "insisting"
    VOUCHING = "vouching"


@dataclass(frozen=True, slots=True)
class Hedge:
    """A statement that the article does not simply make, whether attributed or its own.

    `spans` are the words that show it, `scope` the statement that they bear on, `attribution` the id of the attribution
    whose content or cue they stand in, `None` where the article speaks for itself.
    Example: *The gate apparently failed* has the hedge *apparently* over the whole sentence.
    """

    spans: tuple[Span, ...]
    scope: Span
    certainty: Certainty
    polarity: Polarity
    attribution: str | None
    why: Why

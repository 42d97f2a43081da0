"""What made a finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Why:
    """What made a finding: a rule or the model with its version, a note, and what it beat, each with its score.

    Where a finding abstains, `note` is the reason and `beat` holds the candidates that the text leaves open.
    """

    by: str
    note: str = ""
    beat: tuple[tuple[str, float], ...] = ()

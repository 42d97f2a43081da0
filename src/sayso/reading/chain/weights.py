"""What each sign weighs."""

from __future__ import annotations

CONSTANT = 0.0
HOP = 2.0
PLACE = 2.0
DROP = -1.0
WEIGHTS: dict[str, float] = {}

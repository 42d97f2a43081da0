"""How sure an attribution is: a logistic regression over what the tagger's label chain and links say of it."""

from __future__ import annotations

import math

import numpy as np

from sayso.reading.found import Found

WEIGHTS = np.array([1.0, 0.5, 0.5, 1.0, 0.5, -0.5, -0.5, -0.5])
BIAS = 2.5
LEAST = 0.0
LEAST_INSIDE = 0.5


def score(found: Found) -> float:
    """Probability, 0 to 1, that the content is attributed here (half of it or more), as calibrated on PolNeAR dev."""
    if found.rule != "tagger":
        return found.score
    return 1.0 / (1.0 + math.exp(-float(np.clip(found.evidence @ WEIGHTS + BIAS, -30, 30))))

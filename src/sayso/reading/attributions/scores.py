"""How sure an attribution is: a logistic regression over what the tagger's label chain and links say of it."""

from __future__ import annotations

import math

import numpy as np

from sayso.reading.attributions.found import EVIDENCE, Found

WEIGHTS = {
    "content": 1.9873,
    "first": -0.0839,
    "last": 0.9960,
    "cue": 0.6990,
    "source": 0.8095,
    "link": 1.4623,
    "no cue": -1.9730,
    "no source": -0.4972,
    "inside": -0.5,
    "quoted": 1.1326,
    "length": 0.3593,
    "cue length": -0.1587,
}
BIAS = 1.0413
"""Fitted on PolNeAR dev by `python -m training.calibrate`, but for *inside*, which PolNeAR does not annotate: by hand."""

LEAST = 0.5
"""Score under which an attribution is left out: what is likelier wrong than right. On dev, thresholds of 0, .4, .5 and .6
gave exact whole relations of 58.7, 58.8, 59.0 and 59.4 F1, contents (overlap .5) of .81/.81, .82/.79, .83/.78 and .85/.75
precision and recall."""

LONGEST_CUE = 12
"""Words, marks included, of the longest cue that is believed: a cue is the fewest words that show an attribution, and 2 in
1,000 of PolNeAR train's are longer."""

_WEIGHTS = np.array([WEIGHTS[name] for name in EVIDENCE])


def score(found: Found) -> float:
    """Probability, 0 to 1, that the content is attributed here: that a careful reader marks it with an overlap of half or more.

    What a rule found keeps the score of its rule.
    """
    if found.rule != "tagger":
        return found.score
    return 1.0 / (1.0 + math.exp(-float(np.clip(found.evidence @ _WEIGHTS + BIAS, -30, 30))))


def believed(found: Found) -> bool:
    """Whether an attribution is likelier right than wrong and its cue no longer than cues are; sets its score."""
    found.score = score(found)
    return found.score >= LEAST and (found.cue is None or found.cue[1] - found.cue[0] <= LONGEST_CUE)

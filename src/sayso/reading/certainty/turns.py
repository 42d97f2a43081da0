"""Words and phrases that turn what follows round, as *not* does, and the polarity that each level has by itself."""

from __future__ import annotations

from sayso.records import Certainty, Polarity

NO = frozenset(
    {"not", "n't", "never", "neither", "nor", "no", "cannot", "nobody", "nothing", "none", "nowhere", "without"}
)
"""Words that turn a clause round."""

TURNED: tuple[str, ...] = (
    "fail to",
    "stop short of",
    "fall short of",
    "neglect to",
    "forget to",
    "omit to",
    "have yet to",
    "be yet to",
    "no longer",
    "far from",
    "anything but",
    "rather than",
    "instead of",
    "make no",
    "give no",
    "say nothing",
    "stop saying",
    "stay away from",
)
"""Phrases that turn what follows round as *not* does: it is not said."""

DENIED = frozenset({Certainty.DENIED})
"""Levels whose polarity is denied as they stand."""

POLARITY = {level: Polarity.DENIED if level in DENIED else Polarity.AFFIRMED for level in Certainty}

"""Modals told apart: doubt, ability, permission, duty, the future, and words that only look like modals."""

from __future__ import annotations

from sayso.reading.certainty.cue import Cue, Sort
from sayso.reading.certainty.ground import Ground
from sayso.reading.certainty.inflect import is_adverb
from sayso.reading.certainty.lexicon import Lexicon
from sayso.reading.words import word_set
from sayso.records import Certainty

_PERCEIVED = word_set("see hear feel smell taste tell read find remember recall n't not only barely hardly do")
_SAID_WITH_WOULD = word_set(
    "like love prefer rather say argue agree add note hope think suggest guess bet imagine call describe tell better "
    "appreciate rather urge have"
)
MAY = Cue("may", Sort.OPERATOR, Certainty.HEDGED)
WILL = Cue("will", Sort.OPERATOR, Certainty.EXPECTED)


def modal(ground: Ground, at: int, lexicon: Lexicon) -> Cue | None:
    """What a modal says of the clause that it stands in: *may, might, could, must have* hedge, *will* and *would* expect."""
    flat = ground.flat
    word = flat[at]
    if word not in MODALS or ground.tokens.pos[at] not in ("", "MD"):
        return None
    after = at + 1
    while (
        after < len(flat)
        and after < at + 4
        and (flat[after] in ("n't", "not", "also", "never", "well") or is_adverb(flat[after]))
    ):
        after += 1
    following = flat[after] if after < len(flat) else ""
    negated = any(w in ("n't", "not", "never") for w in flat[at + 1 : after])
    if word in ("may", "might"):
        if following == "be" and after + 1 < len(flat) and flat[after + 1] in _ON_OFFER:
            return None
        if word == "may" and (ground.tokens.words[at] == "May" and (not following.isalpha() or following in _NO_VERBS)):
            return None
        if not following.isalpha():
            return None
        return MAY
    if word == "could":
        if following == "have":
            return MAY
        if following == "be" and after + 1 < len(flat) and flat[after + 1] in _ON_OFFER:
            return None
        return None if negated or following in _PERCEIVED else MAY
    if word == "must":
        return MAY if following == "have" and not negated else None
    if word in ("will", "'ll", "shall"):
        return WILL if following.isalpha() else None
    if word == "would" or (word == "'d" and following in lexicon.bases):
        if following == "have":
            return None
        return None if following in _SAID_WITH_WOULD else WILL
    return None


_ON_OFFER = word_set(
    "found seen heard felt viewed accessed downloaded obtained ordered purchased bought contacted emailed"
)
"""*May be found at* and *could be heard* say where and that, not perhaps."""
MODALS = frozenset({"may", "might", "could", "must", "will", "'ll", "shall", "would", "'d"})
_NO_VERBS = word_set(
    "the a an of in on at to for and or but is was were are has had by from with until this that last next day"
)

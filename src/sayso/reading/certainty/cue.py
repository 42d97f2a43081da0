"""What a cue word or phrase says of certainty, polarity and tone: the type of the lexicon's rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records import Certainty, Polarity, Tone


class Sort(StrEnum):
    """What sort of word an entry is headed by. An *operator* bears on a cue that follows (*seems to say*, *is set to
    announce*) and is a cue itself where none does."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: *claim* is alleged, affirmed, doubting. `name` is the lemma or phrase, as reasons give it."""

    name: str
    sort: Sort
    certainty: Certainty
    polarity: Polarity = Polarity.AFFIRMED
    tone: Tone = Tone.NEUTRAL

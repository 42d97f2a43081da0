"""How much two sayings must share to be the same words: every threshold of that decision, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What must be shared, in bits (`told`) and as a share of what the shorter tells (`cover`), for words to be the same.

    Set by hand on the dev half of `evals/spread_gold.jsonl` and swept one at a time (`python -m evals.spread --sweep`, each by
    0.75 and 1.3): none moves B-cubed F1 there by more than 0.2, nor ARI by more than 2. The dev half does not reach
    `other_told`, `other_cover`, the limits of parts, of few words (`short_…`) and of one place at all: those rest on judgement
    and on the tests alone."""

    same_told: float = 8.0
    same_cover: float = 0.6
    open_told: float = 32.0
    open_near_told: float = 15.0
    open_cover: float = 0.6
    other_told: float = 48.0
    other_near_told: float = 34.0
    other_cover: float = 0.75
    part_told: float = 34.0
    part_cover: float = 0.35
    """One speaker, a long run word by word: parts of one speech that overlap."""
    meant_told: float = 36.0
    meant_cover: float = 0.55
    meant_days: int = 4
    """One speaker, the words that carry meaning, in whatever order and by words near them: told again, indirectly or not."""
    meant_much: float = 45.0
    meant_well: float = 0.7
    meant_long: int = 60
    """The same with more in common, on one subject, within more days."""
    meant_little: float = 20.0
    meant_all: float = 0.65
    meant_words: int = 3
    """The same of few words, on one subject and within `meant_days`, where one of the two is told by the writer."""
    open_meant: float = 33.0
    open_meant_cover: float = 0.55
    open_meant_other: float = 0.28
    open_meant_days: int = 30
    """A speaker open, on one subject, one of the two told by the writer."""
    other_meant: float = 55.0
    other_meant_cover: float = 0.75
    """Another speaker given, on one subject, within `open_meant_days`."""
    around: float = 0.2
    """What the articles must share to be on one subject (`around.share`)."""
    stock_told: float = 60.0
    stock_cover: float = 0.82
    """Where a speaker is open and both are quoted, below so many bits the rest must not be something else: *we have lost eighty per cent*
    is said by many, each with words of their own."""
    near_days: int = 3
    """Days up to which less is asked for, where the speaker is open or another one is given."""
    short_days: int = 14
    """Days between which few words (below `short_told`) of one speaker are taken for one utterance."""
    short_told: float = 24.0
    by_writer: float = 12.0
    """Bits asked for beyond these for what is told in the writer's words, once for each of the two: those of a subject are the
    same everywhere."""
    long_told: float = 70.0
    long_cover: float = 0.4
    """So much is the same words whoever speaks, also where each has a part of its own."""
    place_told: float = 10.0
    """One within the other at the same place of one article: words quoted by somebody who is quoted."""


LIMITS = Limits()

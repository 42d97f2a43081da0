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
    again_told: float = 28.0
    again_cover: float = 0.35
    """One speaker within `meant_soon` on one subject: some runs word by word, and other words between them."""
    part_told: float = 34.0
    part_cover: float = 0.35
    """One speaker, a long run word by word: parts of one speech that overlap."""
    meant_cover: float = 0.5
    meant_other: float = 0.28
    """What two must share of the words that carry meaning, in whatever order and by words near them, of the shorter one's and
    of the longer one's: told again, indirectly or not."""
    meant_whole: float = 0.9
    meant_part: float = 30.0
    meant_part_other: float = 0.2
    """Or so much of the shorter one's, in bits and as a share, and less of the longer one's: a part of it told again."""
    meant_same: float = 18.0
    """How many bits of them, times their share of the shorter one's: of one speaker, within `meant_soon`, on one subject."""
    meant_open: float = 22.0
    """The same with a speaker open, where one of the two is told by the writer."""
    meant_another: float = 42.0
    meant_another_other: float = 0.4
    """The same where another speaker is given and one of the two is told by the writer, of the longer one's share too, and with
    `other_near_told` word for word: who contradicts has the same words with meaning."""
    meant_soon: int = 4
    meant_long: int = 60
    """Days up to which any of these holds; with a speaker open, `open_part_days`."""
    meant_late: float = 8.0
    """How much more is asked for from `meant_soon` on; both told by a writer are never the same then."""
    meant_apart: float = 10.0
    """How much more is asked for where nothing else tells that the articles are on one subject, twice that where a speaker is
    open."""
    meant_open_quoted: float = 12.0
    """How much more again where a speaker is open too."""
    meant_many: float = 15.0
    """How much more is asked for where one of the two is given to a crowd or a paper and the other is not."""
    meant_quoted: float = 6.0
    """How much more is asked for where both are in quotation marks: who says a thing anew says it in other words too."""
    around: float = 0.2
    around_open: float = 0.25
    """What the articles must share to be on one subject (`around.share`), more where a speaker is open."""
    open_part_told: float = 20.0
    open_part_cover: float = 0.9
    open_part_days: int = 30
    """A speaker open, on one subject: a part, word by word."""
    soon_told: float = 15.0
    soon_cover: float = 0.65
    soon_days: int = 1
    """One speaker, quoted once and once told by the writer, on one subject: a short saying in one run."""
    again_meant: float = 44.0
    again_other: float = 0.6
    again_runs: float = 12.0
    """One speaker, both quoted, `meant_long` past: so much in meaning, of both, and so much word for word, since who says the
    contrary has the same words; more with a speaker open, by twice `meant_apart`."""
    stock_told: float = 52.0
    stock_told_other: float = 60.0
    stock_cover: float = 0.82
    stock_other: float = 0.4
    """Where a speaker is open or another one is given and both are quoted, and of one speaker after `short_days`: below so many
    bits the rest must not be something else. *We have lost eighty per cent* is said by many, each with words of their own;
    where the longer one has much more beside, the other is cut short."""
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

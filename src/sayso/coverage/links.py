"""What two claims have to do with each other: what they share, where and when they stand, whose they are."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from sayso.coverage.claims import Claim
from sayso.coverage.opposites import UNSURE, is_saying
from sayso.reading.words import word_set

SOFT = 0.4
"""What a word counts that one claim has and the other only stands near, as its pronouns may mean it."""
DAMP = 3.0
"""Added to what the lighter claim weighs, so that two words in common are not everything."""
ADJACENT = 600
"""Characters between two sayings of one article that answer each other. Chosen by hand."""

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Link:
    """What two claims share: `score` 0 to 1, the words, how many of them stand in both."""

    score: float
    shared: tuple[str, ...]
    both: int


def link(a: Claim, b: Claim, rarity: Rarity, but: frozenset[str] = frozenset(), of: Claim | None = None) -> Link:
    """What two claims share apart from the words `but`, as a part of `of`, or else of the lighter of them."""
    mine = {key: rarity(key) for key in a.about if key not in but}
    theirs = {key: rarity(key) for key in b.about if key not in but}
    both = mine.keys() & theirs.keys()
    hard = math.fsum(mine[key] for key in both)
    soft = sum(weight for key, weight in mine.items() if key not in both and key in b.near)
    soft += sum(weight for key, weight in theirs.items() if key not in both and key in a.near)
    weights = sum(mine.values()), sum(theirs.values())
    least = weights[0] if of is a else weights[1] if of is b else min(weights)
    if least == 0 and not soft:
        return Link(0.0, (), 0)
    score = min(1.0, (hard + SOFT * soft) / (least + DAMP))
    shared = sorted(both, key=lambda key: (-mine[key], key))
    return Link(score, tuple(shared), len(both))


def distance(a: Claim, b: Claim) -> int | None:
    """Characters between two claims of one article, `None` where they are of two."""
    if a.saying.article != b.saying.article:
        return None
    first, second = sorted((a.span, b.span))
    return max(0, second.start - first.end)


def answers(first: Claim, second: Claim) -> bool:
    """Whether `second` comes soon after `first` in one article, from another mouth."""
    gap = distance(first, second)
    return gap is not None and gap <= ADJACENT and second.span.start > first.span.start


def is_unsure(claim: Claim) -> bool:
    """Whether it asks, supposes or wishes rather than says that something is so."""
    words = {token.word.removesuffix("n't") for token in claim.tokens} - ({"would"} if claim.would_is_will else set())
    ought = any(x in _HAVE and y == "to" for x, y in pairwise(token.word for token in claim.tokens))
    return ought or not words.isdisjoint(UNSURE) or any(word in UNSURE for word in claim.saying.cue.lower().split())


_HAVE = word_set("have has had having got")
"""Words that before *to* say what ought to be."""


def mutual(both: Link, a: Claim, b: Claim, rarity: Rarity) -> float:
    """What two claims share as a part of the heavier of them."""
    shared = math.fsum(rarity(key) for key in both.shared)
    return shared / (max(math.fsum(rarity(key) for key in claim.about) for claim in (a, b)) + DAMP)


def alike(a: Claim, b: Claim) -> bool:
    """Whether two claims are the same words."""
    return len(a.stems & b.stems) > 0.7 * len(a.stems | b.stems) and (a.negation is None) == (b.negation is None)


def says(claim: Claim) -> bool:
    """Whether its cue says that something is so."""
    return is_saying(claim.saying.cue)


def apart(one: Claim, other: Claim) -> float:
    """What time between two articles leaves of a clash in which `one` negates: what *is* not so on Monday can be so
    on Thursday; what *was* not so stays so."""
    if one.saying.article == other.saying.article or not one.saying.published or not other.saying.published:
        return 1.0
    days = abs((day_of(one.saying.published) - day_of(other.saying.published)).days)
    if days <= 1:
        return 1.0
    if any(token.word in _NOW for token in one.tokens):
        return 0.6 if days <= 3 else 0.45
    return 0.95 if days <= 7 else 0.8


_NOW = word_set("is are am isn't aren't now currently will won't today has have haven't hasn't no")


def day_of(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at

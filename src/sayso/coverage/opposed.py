"""Opposites said of one thing: *the audit was thorough* against *the audit was superficial*."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.coverage.alignment import alignment, weighty
from sayso.coverage.claim_words import Token
from sayso.coverage.claims import Claim
from sayso.coverage.clashes import OPPOSITE, Clash, quoted
from sayso.coverage.links import Rarity, link, says
from sayso.coverage.opposites import opposites_of

SAID_OF = 2
"""Words of weight before an opposite of which it can be said. Chosen by hand."""
LINKED = 0.3
"""Least part of a claim that the other must share. Swept on dev."""


def opposite(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    if a.supposes or b.supposes or a.wishes or b.wishes or a.is_crowd or b.is_crowd:
        return None
    for mine, theirs in opposed(a, b):
        words = frozenset((mine.key, theirs.key))
        both = link(a, b, rarity, words)
        content = [key for key in both.shared if not key.startswith("@")]
        said_so = (a.is_plain and says(b)) or (b.is_plain and says(a))
        if not content or not said_so or not _before(a, mine, content) or not _before(b, theirs, content):
            continue
        against = ((a, mine.span), (b, theirs.span))
        if (both.both < 2 or both.score < LINKED) and not (
            alignment(a, b, against).is_tight or _of_one(a, mine, b, theirs)
        ):
            continue
        note = f"{quoted(a, mine.span)} against {quoted(b, theirs.span)}"
        return Clash("opposite", OPPOSITE, both.score, both.shared, against, note)
    return None


def _of_one(a: Claim, mine: Token, b: Claim, theirs: Token) -> bool:
    """Whether both opposites stand right after the same, as what is said of it: *the seal was broken*, *with its seal intact*."""
    sides = []
    for claim, word in ((a, mine), (b, theirs)):
        before = [key for key, token in weighty(claim).items() if token.span.start < word.span.start]
        sides.append({key for key in before[-SAID_OF:] if not key.startswith("@")})
    return bool(sides[0] & sides[1])


def opposed(a: Claim, b: Claim) -> Iterator[tuple[Token, Token]]:
    """Words of two claims that are opposites, neither of which the other claim has too, both said to be so or both not."""
    if a.against.isdisjoint(b.stems) and b.against.isdisjoint(a.stems):
        return
    for mine in a.tokens:
        for theirs in b.tokens:
            apart = theirs.stem in opposites_of(mine.stem) or mine.stem in opposites_of(theirs.stem)
            if not apart or theirs.stem in a.stems or mine.stem in b.stems:
                continue
            if (mine.negated != a.denies) == (theirs.negated != b.denies):
                yield mine, theirs


def _before(claim: Claim, word: Token, keys: list[str]) -> bool:
    """Whether one of the shared words stands before the opposite: then it is said of that."""
    return any(t.key in keys for t in claim.tokens if t.span.start < word.span.start)

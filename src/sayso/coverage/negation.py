"""What one claim says and another says is not so: *supported* against *never supported*, *will* against *will not*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.coverage.alignment import alignment
from sayso.coverage.claims import Claim
from sayso.coverage.clashes import (
    DENIES_IT,
    NEGATES_IT,
    NOTHING,
    OF_MORE_WORDS,
    OF_ONE_ARTICLE,
    OF_ONE_SUBJECT,
    PROMISE,
    SHORTEST,
    UNRELATED,
    Clash,
    quoted,
    said,
    shown,
)
from sayso.coverage.links import Rarity, answers, apart, is_unsure, link, mutual, says
from sayso.coverage.opposites import CAUSES, DENIES, INTENDS, MUDDY, OUT, RELATES, WILL
from sayso.coverage.propositions import proposition
from sayso.coverage.terms import fold
from sayso.reading.words import word_set

MUTUAL = 0.25
"""Least part of the heavier of two claims that they share where only one word of it is no name. Chosen on articles of the archive
of all coverage."""
COVERED = 0.35
"""Least part of what a negation reaches that the other claim must say. Chosen on dev."""
MOST = 6
"""Words of weight of what another says of a thing that there never was."""
HALF, FEW = 0.5, 3
"""Part of a claim's words of weight that the other must have where they have but one in common, and most that either has
alone."""
OTHERS = word_set("another else again anymore other without until unless same yet")


def negation(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """One claim says of the same things that they are not so, in its own words or under a cue that denies."""
    if a.supposes or b.supposes or a.wishes or b.wishes or min(len(a.tokens), len(b.tokens)) < SHORTEST:
        return None
    one, other = (b, a) if b.negation is not None else (a, b)
    if one.negation is None or other.negation is not None or one.focus is None or not other.is_plain or not says(one):
        return None
    if _of_others(one) or a.is_crowd or b.is_crowd:
        return None
    if other.is_negative or any(word in MUDDY for word in one.saying.cue.lower().split()):
        return None
    if is_unsure(other) or is_unsure(one) or (_relates(one) and not one.denies):
        return None
    both = link(a, b, rarity)
    flipped = [key for key in both.shared if a.about[key] != b.about[key]]
    if not _is_negated(one, flipped) or both.both + _backed(one, other) + _alone(one, other) < 2:
        return None
    scope = sum(rarity(key) for key in one.scope)
    covered = sum(rarity(key) for key in flipped) / (scope or 1.0)
    if covered < COVERED:
        return None
    word = fold(one.negation.of(one.reading.article.text))
    if word == "not" and one.negation.start == one.tokens[0].span.start and not one.none_of:
        return None
    words_shared = [key for key in both.shared if not key.startswith("@")]
    if (
        len(words_shared) < 2
        and not _answered(one, other)
        and not _alone(one, other)
        and not (one.speaker is not None and one.speaker in other.about)
        and mutual(both, a, b, rarity) < MUTUAL
    ):
        return None
    more = len([key for key in flipped if not key.startswith("@")]) > 1
    subject = bool(one.subject & set(both.shared)) or word in _WHOLE or _pointed(one, other)
    strength = NEGATES_IT + OF_ONE_SUBJECT * subject + OF_MORE_WORDS * more
    strength += OF_ONE_ARTICLE * (a.saying.article == b.saying.article)
    strength = DENIES_IT if word in DENIES else strength
    kind = "denial" if word in DENIES else "will" if says_what_comes(a) and says_what_comes(b) else "negation"
    strength *= PROMISE if kind == "will" else apart(one, other)
    words = ", ".join(shown(one, flipped))
    note = f"{said(one)} says {quoted(one, one.negation)} of {words}, {said(other)} does not"
    score = min(1.0, 0.75 * covered + 0.25 * both.score)
    denier = one if kind == "denial" else None
    return Clash(kind, strength, score, both.shared, ((one, one.negation),), note, denier)


def _is_negated(one: Claim, flipped: Sequence[str]) -> bool:
    """Whether what the other says too is what is negated: the first word of weight after the negation, or, where there was
    none of something, the verb: *no ransom was paid*."""
    if one.focus in flipped:
        return True
    assert one.negation is not None
    words = [key for key in flipped if not key.startswith("@")]
    none = fold(one.negation.of(one.reading.article.text)) in _WHOLE
    return none and len(words) > 1 and proposition(one).verb in words


def _of_others(claim: Claim) -> bool:
    """Whether it speaks of another thing or time; not *any other*, which leaves nothing out."""
    words = [token.word for token in claim.tokens]
    return any(word in OTHERS and not before.startswith("any") for before, word in pairwise(["", *words]))


def nothing(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """One says that there was none of what the other speaks of: *there was no siren* against *the siren was sounded*."""
    one, other = (b, a) if b.negation is not None else (a, b)
    if one.negation is None or other.negation is not None or one.denies or other.denies or not says(one):
        return None
    existential = one.tokens[0].word == "there" and one.focus is not None and one.content[:1] == [one.focus]
    if not existential and (len(one.tokens) > 5 or not _is_whole(one) or one.content != [one.focus]):
        return None
    if other.supposes or other.wishes or not other.is_plain or other.is_negative or is_unsure(other):
        return None
    word = fold(one.negation.of(one.reading.article.text))
    if word not in ("no", "never") or (word == "never" and not existential) or one.tokens[-1].word.endswith("ing"):
        return None
    if (
        len(other.content) > (MOST if existential else 3)
        or other.content[:1] != one.content[:1]
        or a.is_crowd
        or b.is_crowd
    ):
        return None
    note = f"{said(one)} says that there was none"
    return Clash("negation", NOTHING * apart(one, other), 0.95, (one.content[0],), ((one, one.negation),), note)


def unrelated(a: Claim, b: Claim, rarity: Rarity) -> Clash | None:
    """`b` says that two things have nothing to do with each other, `a` that one came of the other: *denied that his visit had
    anything to do with the arrest* against *the visit led them to him*."""
    if not (b.denies or b.negation) or a.denies or a.negation or b.supposes or a.wishes or a.is_crowd or b.is_crowd:
        return None
    words = " ".join(token.word for token in b.tokens)
    phrase = next((each for each in RELATES if f" {each} " in f" {words} "), None)
    if phrase is None or not any(token.word in CAUSES for token in a.tokens):
        return None
    first = len(words[: words.index(phrase)].split())
    at = b.tokens[min(first, len(b.tokens) - 1)].span.start
    left, right = b.parted(at)
    mine = set(a.about)
    both = (left & mine, right & (mine | a.near))
    if not all(both):
        return None
    shared = tuple(sorted((both[0] | both[1]) & mine))
    every = sum(rarity(key) for key in left | right)
    score = 0.6 + 0.4 * sum(rarity(key) for key in shared) / (every or 1.0)
    spot = b.cue if b.denies and b.cue else b.negation or b.span
    note = f"{said(b)} says that it had nothing to do with what {said(a)} says came of it"
    return Clash("denial", UNRELATED * apart(b, a), score, shared, ((b, spot),), note, b)


def _relates(claim: Claim) -> bool:
    """Whether it says that two things have nothing to do with each other, which denies neither of them."""
    words = " ".join(token.word for token in claim.tokens)
    return any(f" {each} " in f" {words} " for each in RELATES)


def _answered(one: Claim, other: Claim) -> bool:
    """Whether the negation is of what the other says by more than a word: said right after it, or a promise of what its
    *it* can be."""
    return (answers(other, one) and _is_whole(one)) or (
        _pointed(one, other) and says_what_comes(one) and says_what_comes(other)
    )


def _backed(one: Claim, other: Claim) -> int:
    """What stands in for a second word in common: the other's *it* can be what the one is about, or the one answers the
    other right away."""
    return int(_pointed(one, other) or (answers(other, one) and _is_whole(one)))


def _alone(one: Claim, other: Claim) -> bool:
    """Whether the word that both have is nearly all that one of them says, so that one is enough."""
    assert one.negation is not None
    found = alignment(one, other, ((one, one.negation),))
    return found.cover >= HALF and max(found.left) <= FEW and not found.times_differ and not found.names_differ


def _pointed(one: Claim, other: Claim) -> bool:
    """Whether a pronoun of the other can stand for what the one says its negation of."""
    whole = one.none_of or (one.negation is not None and fold(one.negation.of(one.reading.article.text)) in _WHOLE)
    return other.points and any(key in other.near for key in (one.about if whole else one.subject))


def _is_whole(claim: Claim) -> bool:
    if claim.negation is None or fold(claim.negation.of(claim.reading.article.text)) not in _WHOLE:
        return False
    at = next(i for i, token in enumerate(claim.tokens) if token.span == claim.negation)
    return at <= 1 or claim.tokens[at - 2].word == "there"


_WHOLE = word_set("no nobody none nothing neither")
"""Negations that stand in the subject, so that the whole clause is not so."""


def says_what_comes(claim: Claim) -> bool:
    """Whether it says what is to come: *will*, *would*, *has no plans to*, *ruled out*."""
    words = [token.word for token in claim.tokens]
    return not WILL.isdisjoint(words) or not OUT.isdisjoint(pairwise(words)) or not _INTENDS.isdisjoint(words)


_INTENDS = INTENDS - word_set("out from but means circumstances")

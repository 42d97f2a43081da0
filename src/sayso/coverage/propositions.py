"""A claim as a proposition: of whom or what it is said, what is said of it, and the rest; as far as words tell."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.coverage.claim_words import Token
from sayso.coverage.claims import Claim
from sayso.coverage.opposites import LIGHT, NEGATES
from sayso.coverage.terms import STOP
from sayso.reading.words import word_set

FINITE = word_set(
    """is are was were am has have had will would shall should can could may might must does do did isn't aren't wasn't weren't
    hasn't haven't hadn't won't wouldn't can't couldn't doesn't don't didn't it's he's she's that's there's they're we're i'm"""
)
BEFORE_NOUN = word_set(
    "the a an any this that these those his her their its our my of for in on by with from and or some all no"
)
"""Words after which a word in *-ed* is no verb."""
_IRREGULAR = word_set(
    """said went came took gave made got became began knew thought found told left felt kept held brought ran saw met paid sent
    spent won lost led rose fell broke chose drew drove flew grew hid hit hurt shot sold sought spoke stood struck swore threw
    wore wrote wants needs plans says gives takes makes supports opposes remains means knows thinks believes includes creates
    costs violates"""
)
_FIRST = word_set("i we i'm i've i'd i'll we're we've we'd we'll")


@dataclass(frozen=True, slots=True)
class Proposition:
    """What stands before the verb, its verb or predicate (`None` where none is seen), and what else the claim is about; as keys
    of `Claim.about`. Who speaks of himself is the subject."""

    subject: frozenset[str]
    verb: str | None
    rest: frozenset[str]


def key_of(token: Token) -> str:
    """What a word counts as when two claims are compared."""
    return token.key


def proposition(claim: Claim) -> Proposition:
    """The claim in three parts. *The council had sold the ferry*: council, sell, ferry."""
    tokens = claim.tokens
    first = 1 if tokens[0].word == "that" and len(tokens) > 1 else 0
    at = next((i for i in range(first, len(tokens)) if _is_finite(tokens, i, first)), None)
    if at is None:
        if tokens[first].word.endswith("ing") and len(tokens[first].word) > 4:
            verb = key_of(tokens[first])
            return Proposition(frozenset({claim.speaker} - {None}), verb, frozenset(claim.about) - {verb})  # type: ignore[arg-type]
        return Proposition(frozenset(), None, frozenset(claim.about))
    places: dict[str, int] = {}
    for key, place in claim.places:
        places.setdefault(key, place)
    subject = {key for key in claim.about if places.get(key, 0) < tokens[at].span.start}
    if claim.speaker and any(token.word in _FIRST for token in tokens[first : at + 1]):
        subject.add(claim.speaker)
    at += tokens[at].word in FINITE or tokens[at].word.endswith("n't")
    after = next((token for token in tokens[at:] if not _is_light(token.word)), None)
    said = None if after is None else key_of(after)
    return Proposition(frozenset(subject), said, frozenset(claim.about) - subject - {said})


def _is_finite(tokens: tuple[Token, ...], i: int, first: int) -> bool:
    word = tokens[i].word
    if word in FINITE or word.endswith("n't"):
        return True
    past = word.endswith("ed") and len(word) > 4 and tokens[i - 1].word not in BEFORE_NOUN
    return i > first and (past or word in _IRREGULAR)


def _is_light(word: str) -> bool:
    return word in LIGHT or word in NEGATES or word.endswith("ly") or word in FINITE or word in STOP

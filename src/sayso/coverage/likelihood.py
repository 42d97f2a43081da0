"""How likely two claims that the rules set against each other are a dispute: what is seen of the pair, and what each of that
weighs."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from sayso.coverage.alignment import alignment
from sayso.coverage.claims import Claim
from sayso.coverage.clashes import BY_RULE, Clash
from sayso.coverage.clauses import is_negated, words_in
from sayso.coverage.evidence import is_accusing, is_clause
from sayso.coverage.links import ADJACENT, day_of, distance, is_unsure
from sayso.coverage.opposites import BELIEVES, DENIES, MYTHS, NEGATES, REJECTS, WILL
from sayso.coverage.propositions import Proposition, key_of, proposition
from sayso.reading.words import word_set
from sayso.records import AttributionKind, Certainty

_SENTENCE_ENDS = re.compile(r"[.!?][”\"’')]*\s")
_IDEAS = word_set("idea notion approach proposal plan suggestion suggestions")
"""Words for what may be a proposal, which can be turned down without being said not to be so."""
_CLAIMING = word_set(
    """claim claims claimed claiming contend contends contended suggest suggests suggested suggesting argue argues argued insist
    insists insisted maintain maintains maintained assert asserts asserted allege alleges alleged alleging accuse accuses accused
    accusing charge charges charged blame blamed"""
)
"""Cues of what others may well call not so."""
_NOT_SO = DENIES | REJECTS | NEGATES | MYTHS | word_set("contrary failed fail fails refuse refused lack lacks")
_COMING = word_set("about expected likely soon plan plans planned planning")
_SOME = word_set("some many several most few partly sometimes often could")
_ALL = word_set("any all ever never")


def seen(a: Claim, b: Claim, clash: Clash) -> dict[str, float]:
    """What is seen of a pair, each from -1 to 1. *The one* is the claim that denies, *the other* what it is set
    against."""
    one = clash.denier or clash.against[0][0]
    other = b if one is a else a
    return {
        "score": clash.strength * clash.link,
        "denial": float(clash.kind == "denial"),
        "negation": float(clash.kind in ("negation", "will")),
        "opposite": float(clash.kind == "opposite"),
        "number": float(clash.kind == "number"),
        **_tight(a, b, clash),
        **_of_the_one(one, other, clash),
        **_of_the_other(one, other, clash),
        **_aligned(one, other, clash),
        **_between(one, other, clash),
    }


def _tight(a: Claim, b: Claim, clash: Clash) -> dict[str, float]:
    """How little the two say besides what sets them against each other, by the sort of words that do."""
    found = alignment(a, b, clash.against)
    return {
        "mutual": found.mutual,
        "negation: mutual": (clash.kind in ("negation", "will")) * found.mutual,
        "opposite: mutual": (clash.kind == "opposite") * found.mutual,
        "number: mutual": (clash.kind == "number") * found.mutual,
        "tight": float(found.is_tight),
        "each more": float(min(found.left) > 0),
        "other times": float(found.times_differ),
        "other names": float(found.names_differ),
        "unsure": float(is_unsure(a) or is_unsure(b)),
    }


def _of_the_one(one: Claim, other: Claim, clash: Clash) -> dict[str, float]:
    """How it is denied, and whether that names who said it."""
    cue, low = words_in(one.saying.cue), {token.word for token in one.tokens}
    word = one.negation.of(one.reading.article.text).lower() if one.negation else ""
    return {
        "denied in words": float(any(each in DENIES for each in (*cue, word))),
        "not believed": float(is_negated(cue) and any(each in BELIEVES for each in cue)),
        "denied as a clause": float(is_clause(one) or one.verb is not None),
        "in its own words": float(one.saying.kind is AttributionKind.DIRECT),
        "none at all": float(clash.kind == "negation" and word in ("no", "none", "nobody")),
        "an idea": float(clash.by == "before" and bool(low & _IDEAS)),
        "names who said it": float(other.speaker is not None and other.speaker in one.about),
    }


def _of_the_other(one: Claim, other: Claim, clash: Clash) -> dict[str, float]:
    """Whether it claims or accuses, of whom, and whether it denies something itself."""
    cue, low = set(words_in(other.saying.cue)), {token.word for token in other.tokens}
    mine = {token.word for token in one.tokens}
    goes_on = any(span.start <= other.span.end + 3 and other.span.end < span.end for span in other.attribution.content)
    return {
        "accused": float(is_accusing(other)),
        "claimed": float(bool(cue & _CLAIMING)),
        "alleged": float(other.saying.certainty in (Certainty.ALLEGED, Certainty.BELIEVED)),
        "names who denies": float(one.speaker is not None and one.speaker in other.about),
        "both negative": float(bool((low | cue) & _NOT_SO)),
        "short": float(len(other.tokens) <= 5),
        "goes on": float(goes_on),
        "yet to come": float(bool((low | mine) & _COMING)),
        "promise": float(clash.by == "words" and bool(mine & WILL) != bool(low & WILL)),
        "some against all": float(bool(low & _SOME)) - float(bool(mine & _ALL)),
    }  # fmt: skip


def _aligned(one: Claim, other: Claim, clash: Clash) -> dict[str, float]:
    """How far both say the same of the same: subject, verb, the rest."""
    mine, theirs = proposition(one), proposition(other)
    words = [key for key in clash.shared if not key.startswith("@")]
    both = [key for key in one.about if key in other.about and not key.startswith("@")]
    same = bool(mine.subject & theirs.subject)
    heads = {one.focus, one.verb} - {None}
    keys = {key_of(token) for token in other.tokens}
    return {
        "one verb": float(bool(heads & (keys | other.stems))),
        "verb in the other": float(mine.verb is not None and (mine.verb in keys or mine.verb in other.about)),
        "its verb in the one": float(
            theirs.verb is not None and theirs.verb in {key_of(token) for token in one.tokens}
        ),
        "one subject": float(same),
        "subject elsewhere": float(not same and (_crossed(mine, theirs) or _crossed(theirs, mine))),
        "nothing else in common": float(bool(mine.rest and theirs.rest) and not mine.rest & theirs.rest),
        "words": min(5, len(both)) / 5,
        "in order": _in_order(one, other, words),
    }


def _crossed(one: Proposition, other: Proposition) -> bool:
    """Whether the subject of one is what the other says something with."""
    return bool(one.subject & other.rest) or other.verb in one.subject


def _between(one: Claim, other: Claim, clash: Clash) -> dict[str, float]:
    """How near they stand, and what stands between them."""
    first, second = one.saying.published, other.saying.published
    days = abs((day_of(first) - day_of(second)).days) if first and second else 0
    gap = distance(one, other)
    if gap is None:
        return {"another time": min(1.0, days / 7)}
    x, y = sorted((one.span, other.span))
    text = one.reading.article.text[x.end : y.start]
    answers = clash.by == "before"
    sentences = min(4, len(_SENTENCE_ENDS.findall(text))) / 4
    others = _sayings_between(one, other, x.end, y.start)
    return {
        "near": max(0.0, 1 - gap / ADJACENT),
        "answers the last saying": float(answers and not others),
        "sentences to what it answers": answers * sentences,
        "sayings between": min(3, others) / 3,
        "after": float(one.span.start > other.span.end),
        "another paragraph": float("\n" in text),
    }


def _sayings_between(one: Claim, other: Claim, start: int, end: int) -> int:
    own = (one.attribution.id, other.attribution.id)
    return sum(
        each.id not in own and bool(each.content) and start <= each.content[0].start and each.content[-1].end <= end + 1
        for each in one.reading.attributions
    )  # fmt: skip


def _in_order(one: Claim, other: Claim, words: list[str]) -> float:
    """Part of the shared words that stand in the same order in both; 0 where fewer than two are shared."""
    if len(words) < 2:
        return 0.0
    places = [{key_of(t): t.span.start for t in reversed(claim.tokens)} for claim in (one, other)]
    both = [key for key in words if all(key in each for each in places)]
    ranked = sorted(both, key=lambda key: places[0][key])
    if len(ranked) < 2:
        return 0.0
    kept = sum(places[1][x] < places[1][y] for x, y in pairwise(ranked))
    return kept / (len(ranked) - 1)


CONSTANT = -0.40
WEIGHTS: dict[str, float] = {
    "score": 0.56,
    "denial": -0.05,
    "negation": -0.03,
    "opposite": 0.07,
    "number": -0.04,
    "mutual": 0.66,
    "negation: mutual": 0.30,
    "opposite: mutual": 0.24,
    "number: mutual": 0.04,
    "tight": 0.44,
    "each more": -0.41,
    "other times": 0.00,
    "other names": -0.03,
    "unsure": -0.06,
    "denied in words": 0.27,
    "not believed": -0.17,
    "denied as a clause": -0.33,
    "in its own words": -0.46,
    "none at all": -0.04,
    "an idea": -0.14,
    "names who said it": 0.21,
    "accused": 0.35,
    "claimed": 0.38,
    "alleged": 0.20,
    "names who denies": 0.40,
    "both negative": -0.20,
    "short": -0.18,
    "goes on": -0.14,
    "yet to come": -0.19,
    "promise": -0.22,
    "some against all": -0.01,
    "one verb": -0.21,
    "verb in the other": 0.17,
    "its verb in the one": 0.00,
    "one subject": 0.28,
    "subject elsewhere": 0.12,
    "nothing else in common": -0.44,
    "words": 0.21,
    "in order": 0.10,
    "another time": -0.39,
    "near": 0.33,
    "answers the last saying": 0.47,
    "sentences to what it answers": -0.41,
    "sayings between": -0.34,
    "after": 0.28,
    "another paragraph": -0.07,
}
"""A logistic fit (ridge of 14) on the judged pairs that are proposed and not barred: 693 of coverage, of which 349 are disputes,
32 of scenes, and 49 of sentences that were made up. Those two have constants of their own, which are left out here. `python -m
training.disputes`, which also says what to expect of it."""


def likelihood(a: Claim, b: Claim, clash: Clash) -> float:
    """How likely the pair is a dispute, 0 to 1."""
    if clash.by in BY_RULE:
        return clash.strength * clash.link
    found = seen(a, b, clash)
    return 1 / (1 + math.exp(-CONSTANT - math.fsum(WEIGHTS[name] * value for name, value in found.items())))

"""How far one claim says, in like words, what another holds not to be so: a part of what is seen of a pair."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.coverage.alignment import weighty
from sayso.coverage.claims import Claim, Token
from sayso.coverage.clashes import Clash
from sayso.coverage.counts import one_count
from sayso.coverage.likeness import ALIKE, like, shares, words_of
from sayso.coverage.links import is_unsure
from sayso.coverage.propositions import proposition
from sayso.records import Span

LIKE = "likeness"
"""How claims are linked whose words need not be the same."""
KINDS = ("denial", "myth", "number", "will", "negation", "opposite")


def resemblance(one: Claim, other: Claim, clash: Clash) -> dict[str, float]:
    """Each 0 to 1. *Held* are the words that the one holds not to be so; *hardly slept* holds *slept*."""
    but = [[span for claim, span in clash.against if claim is each] for each in (one, other)]
    mine, theirs = words_of(one, but[0]), words_of(other, but[1])
    held = _held(one, clash, but[0])
    rest = [word for word in mine if word not in held]
    first, second = proposition(one), proposition(other)
    names = [{key for key in claim.about if key.startswith("@")} for claim in (one, other)]
    negation = clash.kind in ("negation", "will")
    focus = next((token.word for token in one.tokens if one.focus is not None and token.key == one.focus), None)
    each_way = shares(mine, theirs)
    return {
        "held is said": shares(held, theirs)[0],
        "rest is said": shares(rest, theirs)[0],
        "the other is said": each_way[1],
        "both are said": min(each_way),
        "focus is said": _best([focus], theirs) if negation and focus else 0.0,
        "no focus": float(negation and focus is None),
        "like subjects": _best(_of(one, first.subject), _of(other, second.subject)),
        "like verbs": _best(_of(one, {first.verb}), _of(other, {second.verb})),
        "names in common": float(bool(names[0] & names[1])),
        "unsure": float(is_unsure(one) or is_unsure(other)),
        "supposed": float(one.supposes or other.supposes),
        "muddy": float(not other.is_plain),
        "other negates": float(negation and other.is_negative),
        "one count": float(clash.kind == "number" and _one_count(one, other)),
        **{f"like {kind}": float(clash.by == LIKE and clash.kind == kind) for kind in KINDS},
    }


def _held(one: Claim, clash: Clash, but: Sequence[Span]) -> list[str]:
    """The words that the one holds not to be so: those that its negation reaches, or all."""
    weight = weighty(one, but)
    if one.negation is None or one.denies:
        return words_of(one, but)
    found = [_word(token) for token in weight.values() if token.negated]
    return found or words_of(one, but)


def _word(token: Token) -> str:
    return token.key if token.key.startswith("@") else token.word


def _of(claim: Claim, keys: frozenset[str] | set[str | None]) -> list[str]:
    """The words of a claim that count as some."""
    return [_word(token) for token in weighty(claim).values() if token.key in keys]


def _best(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """How like the likest two are; 0 where none are like."""
    best = max((like(x, y) for x in mine for y in theirs), default=0.0)
    return best if best >= ALIKE else 0.0


def _one_count(one: Claim, other: Claim) -> bool:
    return any(one_count(one, mine, other, theirs) for mine in one.figures for theirs in other.figures)

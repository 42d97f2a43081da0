"""Disputes: pairs of sayings of a story that cannot both hold."""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.coverage.claims import Claim, claims_of
from sayso.coverage.clashes import Clash
from sayso.coverage.evidence import is_barred
from sayso.coverage.likelihood import likelihood
from sayso.coverage.links import Rarity
from sayso.coverage.oppose import clashes
from sayso.coverage.sayings import sayings_of
from sayso.records import Reading, Why
from sayso.records.stories import Dispute, Place, Side

POSTINGS = 150
"""Claims that a word is followed to; a word in more claims of the story is too common to bring two together by
itself."""
CANDIDATES = 50
"""Claims with which one is compared, those that share the rarest words."""
BEFORE = 8
"""Claims of the same article right before one that it is compared with in any case."""
PRIOR = 150
"""Claims without any of the words that are taken as seen, so that in a short story no word counts as common at
once."""
REVERSAL = 0.75
"""What is left of a clash between two sayings of one speaker, who may only have said it more exactly."""
SHOWN = 0.7
"""Score from which a dispute is shown; what precision that gives, and what other scores give, is in
docs/disputes.md."""
DOUBTFUL = 0.4
"""Score from which a pair is worth a person's look: of those from here on, shown ones included, six in ten are disputes (dev)."""
LEAST = 0.2
"""Strength by link below which a clash is not even a candidate."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, earlier first, and what sets them against each other."""

    a: Claim
    b: Claim
    clash: Clash
    reversal: bool


def pairs(readings: Iterable[tuple[str, Reading]], *, again: bool = False) -> list[Pair]:
    """The clashing pairs of claims of some readings, each with its id, strongest first; one pair for two sayings.
    `again` keeps those too that only say again, by what stands inside a saying, what others say."""
    claims: list[Claim] = []
    for id, reading in readings:
        claims += claims_of(reading, sayings_of(reading, id), len(claims))
    index: defaultdict[str, list[int]] = defaultdict(list)
    for claim in claims:
        for key in claim.about:
            index[key].append(claim.number)
    count = len(claims)

    def rarity(key: str) -> float:
        return math.log((PRIOR + count) / (1 + len(index[key])))

    best: dict[tuple[tuple[str, str], tuple[str, str]], Pair] = {}
    for a, b in _candidates(claims, index):
        pair = _pair(a, b, rarity) if _may_clash(a, b) else None
        if pair is None:
            continue
        two = _key(a), _key(b)
        if two not in best or pair.clash.score > best[two].clash.score:
            best[two] = pair
    made = sorted(best.values(), key=lambda each: (-each.clash.score, each.a.number, each.b.number))
    return list(_nearest(made, again))


def _pair(a: Claim, b: Claim, rarity: Rarity) -> Pair | None:
    """What sets two claims against each other, with how likely it is a dispute."""
    same = _same_speaker(a, b)
    apart = a.saying.article != b.saying.article
    for found in clashes(a, b, rarity):
        if same and not (found.kind in ("negation", "will") and apart):
            continue
        found = replace(found, strength=REVERSAL * found.strength) if same else found
        if found.score >= LEAST and not is_barred(a, b, found):
            return Pair(a, b, replace(found, likely=likelihood(a, b, found)), same)
    return None


def _nearest(ranked: Iterable[Pair], keep: bool) -> Iterator[Pair]:
    """The pairs without those that link a claim to a second one that it does not name: what stands right before is
    one thing. And without those that only say again, by what stands inside one of two sayings, what the two say."""
    answered: set[int] = set()
    taken: set[tuple[tuple[str, str], tuple[str, str]]] = set()
    for pair in ranked:
        denier = pair.clash.denier
        if pair.clash.by in ("before", "sentence", "inside") and denier is not None:
            if denier.number in answered:
                continue
            answered.add(denier.number)
        around = [_around(pair.a), _around(pair.b)]
        again = any((x, y) in taken for x in around[0] for y in around[1])
        if again and not keep:
            continue
        taken.update((x, y) for x in around[0] for y in around[1])
        yield pair


def _around(claim: Claim) -> list[tuple[str, str]]:
    """The saying of a claim, what holds it, and what it holds of the same words."""
    mine = claim.attribution
    holds = (x for x in claim.reading.attributions if x.inside == mine.id)
    within = (x.id for x in holds if any(span.overlaps(claim.span) for span in x.content))
    ids = [mine.id, *([mine.inside] if mine.inside else []), *within]
    return [(claim.saying.article, id) for id in ids]


def _key(claim: Claim) -> tuple[str, str]:
    return claim.saying.article, claim.saying.attribution


def _candidates(claims: Sequence[Claim], index: Mapping[str, Sequence[int]]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs worth a look: at least one is marked, and they share a rare word or stand together."""
    seen: set[tuple[int, int]] = set()
    having: defaultdict[str, set[int]] = defaultdict(set)
    for claim in claims:
        for stem in claim.stems:
            having[stem].add(claim.number)
    counting = {claim.number for claim in claims if claim.figures}
    for claim in claims:
        if not claim.is_marked:
            continue
        may = None if claim.holds_not_so else _may_oppose(claim, having, counting)
        near: defaultdict[int, float] = defaultdict(float)
        for key in claim.about:
            posted = index[key]
            if len(posted) <= POSTINGS:
                for number in posted:
                    if may is None or number in may:
                        near[number] += 1 / math.sqrt(len(posted))
        near.pop(claim.number, None)
        chosen = [number for number, _ in sorted(near.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]]
        beside = range(max(0, claim.number - BEFORE), min(len(claims), claim.number + BEFORE + 1))
        chosen += [n for n in beside if n != claim.number and claims[n].saying.article == claim.saying.article]
        for number in chosen:
            two = min(number, claim.number), max(number, claim.number)
            if two not in seen:
                seen.add(two)
                yield claims[two[0]], claims[two[1]]


def _may_oppose(claim: Claim, having: Mapping[str, set[int]], counting: set[int]) -> set[int]:
    """The claims that one which only counts, or only has words that have an opposite, can be set against."""
    made = set(counting) if claim.figures else set()
    for stem in claim.against:
        made |= having.get(stem, set())
    return made


def _may_clash(a: Claim, b: Claim) -> bool:
    """Not one saying against itself, nor one against what it holds, unless it calls that a myth."""
    if _key(a) == _key(b):
        return False
    if a.saying.article == b.saying.article:
        if a.attribution.inside == b.attribution.id:
            return b.myth is not None
        if b.attribution.inside == a.attribution.id:
            return a.myth is not None
    return True


def _same_speaker(a: Claim, b: Claim) -> bool:
    if a.speaker is not None and b.speaker is not None:
        return a.speaker == b.speaker or bool(
            set(a.speaker[1:].split()) & set(b.speaker[1:].split()) - {"the", "of", "and"}
        )
    if a.speaker is None and b.speaker is None and a.saying.source and b.saying.source:
        return a.saying.source.lower() == b.saying.source.lower()
    return False


def disputes(readings: Iterable[tuple[str, Reading]], least: float = SHOWN) -> list[Dispute]:
    """What is disputed in the readings of a story, the surest first; `least` is the lowest score that is shown.
    Pairs that set the same words against each other are one dispute, shown by the surest of them."""
    groups: dict[tuple[object, ...], list[Pair]] = {}
    for pair in pairs(readings):
        shared = frozenset(pair.clash.shared)
        if pair.clash.score >= least:
            alone = (pair.a.number, pair.b.number)
            group = (shared, pair.reversal) if pair.clash.by == "words" and len(shared) > 1 else alone
            groups.setdefault(group, []).append(pair)
    return [_dispute(group[0], group[1:]) for group in groups.values()]


def _dispute(pair: Pair, also: Sequence[Pair]) -> Dispute:
    a, b, found = pair.a, pair.b, pair.clash
    if found.denier is not None:
        a, b = (b, a) if found.denier is a else (a, b)
    elif a.saying.published and b.saying.published and str(b.saying.published) < str(a.saying.published):
        a, b = b, a
    about = ", ".join(_name(key) for key in found.shared[:4])
    words = "|".join((*_key(a), *_key(b)))
    return Dispute(
        id="d" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        kind=found.kind,
        a=_side(a),
        b=_side(b),
        about=about,
        shared=found.shared,
        against=tuple(Place(c.saying.article, span, span.of(c.reading.article.text)) for c, span in found.against),
        reversal=pair.reversal,
        score=round(found.score, 3),
        why=Why(f"rule: {found.kind}", found.note),
        also=tuple((" ".join(_key(each.a)), " ".join(_key(each.b))) for each in also),
    )


def _name(key: str) -> str:
    return key.removeprefix("@")


def _side(claim: Claim) -> Side:
    saying, text = claim.saying, claim.reading.article.text
    chain: tuple[str, ...] = ()
    for each in claim.reading.chains:
        if each.attribution == saying.attribution:
            chain = tuple(hop.actor or "(not said)" for hop in each.hops)
    return Side(
        article=saying.article,
        attribution=saying.attribution,
        outlet=saying.outlet,
        published=saying.published,
        speaker=saying.speaker,
        source=saying.source,
        cue=saying.cue,
        words=saying.words,
        spans=saying.spans,
        clause=Place(saying.article, claim.span, claim.span.of(text)),
        chain=chain,
        certainty=saying.certainty,
        polarity=saying.polarity,
        source_class=saying.source_class,
    )

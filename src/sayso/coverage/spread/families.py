"""Families of quotations: from sayings to records."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.coverage.progress import Progress
from sayso.coverage.spread.alike import LIMITS, Limits, Verdict
from sayso.coverage.spread.changes import TOLD_SHARE, changes
from sayso.coverage.spread.cluster import clusters, fullness
from sayso.coverage.spread.quoted import Quoted, in_order, same_speaker
from sayso.coverage.spread.words import words_of
from sayso.reading.words import word_set
from sayso.records.people import SourceClass
from sayso.records.saying import Saying
from sayso.records.spread import Copy, Credit, Done, Family, Member
from sayso.records.why import Why

SMALLEST = 2
TOGETHER = 0
_Joined = tuple[Quoted, Verdict | None]
"""A saying and what joins it to its family, `None` for the form that the others were measured by."""
_OF_OUTLETS = word_set("the news online web com www times daily")


def families(
    sayings: Iterable[Saying],
    copies: Mapping[str, str] | None = None,
    *,
    expand: bool = False,
    smallest: int = SMALLEST,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> tuple[Family, ...]:
    """The families of at least `smallest` articles, those in most articles first, then by first publication.

    `copies` says for an article that is a near-duplicate which one it is a copy of (`copies.first_of`); its words count once,
    with the first, and it is named there. `expand` makes a member of each copy instead. The order of `sayings` does not matter.
    With `TOGETHER` for `smallest` also those of one article are given, but no saying that is in no family with another.
    """
    every = in_order(sayings)
    said = _by_article(every)
    made = []
    for places, verdicts in clusters(every, limits, progress=progress):
        if smallest == TOGETHER and len(places) == 1:
            continue
        joined = [(every[place], verdicts.get(place)) for place in places]
        kept, repeated = (joined, {}) if expand or not copies else _collapsed(joined, copies)
        if len({each.saying.article for each, _ in kept}) >= smallest:
            made.append(_family(kept, repeated, said))
    made.sort(key=lambda family: -family.articles)
    return tuple(made)


def family_of(words: str, found: Iterable[Family]) -> tuple[Family, ...]:
    """The families that have these words, those that have most of them first: in a member all of them in a row, else a member of
    which they would be one, whoever spoke."""
    asked = words_of(words)
    if not asked:
        return ()
    whole = f" {' '.join(asked)} "
    ranked: list[tuple[float, Family]] = []
    for family in found:
        best = 0.0
        for member in family.members:
            if whole in f" {' '.join(words_of(member.saying.words))} ":
                best = 1.0
                break
        else:
            best = _near(asked, family)
        if best:
            ranked.append((best, family))
    ranked.sort(key=lambda pair: -pair[0])
    return tuple(family for _, family in ranked)


NEAR = 0.7
"""Share of the words asked for that a member must have, in order, where it does not have them in a row."""


def _near(asked: list[str], family: Family) -> float:
    from rapidfuzz.distance import LCSseq

    if len(asked) < 4:
        return 0.0
    best = max(
        (LCSseq.similarity(asked, words_of(member.saying.words)) / len(asked) for member in family.members), default=0.0
    )
    return best if best >= NEAR and best < 1.0 else 0.9 if best == 1.0 else 0.0


def _family(
    joined: Sequence[_Joined], repeated: Mapping[int, Sequence[Copy]], said: Mapping[str, Sequence[Quoted]]
) -> Family:
    some = [each for each, _ in joined]
    fullest = max(range(len(some)), key=lambda i: (*fullness(some[i]), -i))
    speaker = _speaker(some)
    full = some[fullest]
    here = {id(each) for each in some}
    elsewhere = [
        each.words
        for each in said[full.saying.article]
        if id(each) not in here and same_speaker(each.speaker, full.speaker) is not False
    ]
    members = []
    for place, (each, verdict) in enumerate(joined):
        done, edits = ((Done.VERBATIM,), ()) if place == fullest else changes(full, each, elsewhere)
        if speaker is not None and (same_speaker(each.speaker, speaker.speaker) is False or _is_somebody(each)):
            done = (*done, Done.REATTRIBUTED)
        members.append(
            Member(
                each.saying,
                done,
                edits,
                _credits(each, some),
                tuple(repeated.get(place, ())),
                _why(verdict),
            )
        )
    first = some[0].saying
    return Family(
        id_of(first.article, first.attribution),
        None if speaker is None else speaker.saying.speaker,
        tuple(members),
        fullest,
    )


def id_of(article: str, attribution: str) -> str:
    """The id of the family whose first member is this attribution."""
    return "f" + hashlib.sha256(f"{article} {attribution}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _speaker(some: Sequence[Quoted]) -> Quoted | None:
    """Who has the words first: the speaker whom most articles name; of equals the one named first."""
    named = [each for each in some if each.speaker]
    if not named:
        return None
    counts = Counter(each.speaker[-1] for each in named)
    return max(named, key=lambda each: (counts[each.speaker[-1]], -named.index(each)))


def _is_somebody(each: Quoted) -> bool:
    """Whether words in quotation marks are given to somebody who is not named (*a neighbour*): who has them by name elsewhere has
    lost them here. What is told in the writer's words may well be said of the same person by a role."""
    source = (each.saying.source or "").lower()
    return (
        each.saying.source_class is SourceClass.ANONYMOUS
        and source.startswith(("a ", "an ", "one "))
        and each.told_by_writer < TOLD_SHARE
    )


def _why(verdict: Verdict | None) -> Why:
    if verdict is None:
        return Why("rule: the form that the others are measured by")
    it = verdict.shared
    note = f"{it.told:.0f} bits in common, {100 * it.cover:.0f} % of the shorter"
    if it.days is not None:
        note += f", {it.days} {'day' if it.days == 1 else 'days'} apart"
    return Why(f"rule: {verdict.rule}", note)


def _credits(each: Quoted, some: Sequence[Quoted]) -> tuple[Credit, ...]:
    """Whom the article names as having passed the words on, and which member that is: an outlet of that name, not later."""
    out = []
    for name in each.saying.via:
        asked = set(words_of(name)) - _OF_OUTLETS
        found = None
        for other in some:
            theirs = set(words_of(other.saying.outlet or "")) - _OF_OUTLETS
            if (
                asked
                and theirs
                and other.saying.article != each.saying.article
                and (asked <= theirs or theirs <= asked)
            ):
                found = other.saying.article
                break
        out.append(Credit(name, found))
    return tuple(out)


def _collapsed(joined: Sequence[_Joined], copies: Mapping[str, str]) -> tuple[list[_Joined], dict[int, list[Copy]]]:
    """The members without those that only repeat an article that is a member too, and for each place that stays who repeats
    it."""
    group = [copies.get(each.saying.article, each.saying.article) for each, _ in joined]
    original: dict[str, str] = {}
    for (each, _), first in zip(joined, group, strict=True):
        held = original.setdefault(first, each.saying.article)
        if each.saying.article == first and held != first:
            original[first] = first
    kept: list[_Joined] = []
    mine: dict[str, list[int]] = {}
    for pair, first in zip(joined, group, strict=True):
        if pair[0].saying.article == original[first]:
            mine.setdefault(first, []).append(len(kept))
            kept.append(pair)
    repeated: dict[int, list[Copy]] = {}
    for (each, _), first in zip(joined, group, strict=True):
        if each.saying.article != original[first]:
            place = next((at for at in mine[first] if kept[at][0].words == each.words), mine[first][0])
            copy = Copy(each.saying.article, each.saying.outlet, each.saying.published)
            if copy not in repeated.setdefault(place, []):
                repeated[place].append(copy)
    return kept, repeated


def _by_article(some: Iterable[Quoted]) -> dict[str, list[Quoted]]:
    out: dict[str, list[Quoted]] = {}
    for each in some:
        out.setdefault(each.saying.article, []).append(each)
    return out

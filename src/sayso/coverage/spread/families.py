"""Families of quotations: from sayings to records."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.coverage.progress import Progress
from sayso.coverage.spread.alike import Verdict
from sayso.coverage.spread.changes import TOLD_SHARE, changes
from sayso.coverage.spread.cluster import clusters, fullness
from sayso.coverage.spread.held import Held
from sayso.coverage.spread.limits import LIMITS, Limits
from sayso.coverage.spread.quoted import Quoted, quoted, same_speaker
from sayso.coverage.spread.words import words_of
from sayso.reading.words import word_set
from sayso.records.people import SourceClass
from sayso.records.saying import Saying
from sayso.records.spread import Copy, Credit, Done, Edit, Family, Member
from sayso.records.why import Why

SMALLEST = 2
TOGETHER = 0


@dataclass(frozen=True, slots=True)
class _Joined:
    """A saying at its place in the order, and what joins it to its family, `None` for the form that the others were measured
    by."""

    at: int
    each: Quoted
    verdict: Verdict | None


_OF_OUTLETS = word_set("the news online web com www times daily")


def families(
    sayings: Iterable[Saying],
    copies: Mapping[str, str] | None = None,
    *,
    expand: bool = False,
    smallest: int = SMALLEST,
    limits: Limits = LIMITS,
    again: Callable[[Container[tuple[str, str]]], Iterable[Saying]] | None = None,
    progress: Progress | None = None,
) -> tuple[Family, ...]:
    """The families of at least `smallest` articles, those in most articles first, then by first publication.

    `copies` says for an article that is a near-duplicate which one it is a copy of (`copies.first_of`); its words count once,
    with the first, and it is named there. `expand` makes a member of each copy instead. The order of `sayings` does not matter.
    With `TOGETHER` for `smallest` also those of one article are given, but no saying that is in no family with another. `again`
    gives some of the sayings once more, by article and attribution, so that only those of families have to be held; without it
    all are.
    """
    some = list(sayings) if again is None else sayings
    held = Held(some)
    groups = [
        (places, verdicts)
        for places, verdicts in clusters(held, limits, progress=progress)
        if len(places) > 1 or smallest == 1
    ]
    held.let_go()
    wanted = {held.name(place): place for places, _ in groups for place in places}
    full: dict[int, Quoted] = {}
    for saying in some if again is None else again(wanted):
        place = wanted.get((saying.article, saying.attribution))
        if place is not None and saying.spans:
            full[place] = quoted(saying)
    made = []
    for places, verdicts in groups:
        joined = [_Joined(place, full[place], verdicts.get(place)) for place in places]
        kept, repeated = (joined, {}) if expand or not copies else _collapsed(joined, copies)
        if len({one.each.saying.article for one in kept}) >= smallest:
            made.append(_family(kept, repeated, held))
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


def _family(joined: Sequence[_Joined], repeated: Mapping[int, Sequence[Copy]], held: Held) -> Family:
    some = [one.each for one in joined]
    fullest = _fullest(some)
    speaker = _speaker(some)
    full = some[fullest]
    elsewhere: list[list[str]] | None = None
    members = []
    for place, each in enumerate(some):
        done: tuple[Done, ...] = (Done.VERBATIM,)
        edits: tuple[Edit, ...] = ()
        if each.words != full.words:
            if elsewhere is None:
                elsewhere = _elsewhere(joined, joined[fullest].at, full, held)
            done, edits = changes(full, each, elsewhere)
        if speaker is not None and (same_speaker(each.speaker, speaker.speaker) is False or _is_somebody(each)):
            done = (*done, Done.REATTRIBUTED)
        members.append(
            Member(
                each.saying,
                done,
                edits,
                _credits(each, some),
                tuple(repeated.get(place, ())),
                _why(joined[place].verdict),
            )
        )
    first = some[0].saying
    return Family(
        id_of(first.article, first.attribution),
        None if speaker is None else speaker.saying.speaker,
        tuple(members),
        fullest,
    )


def _elsewhere(joined: Sequence[_Joined], at: int, full: Quoted, held: Held) -> list[list[str]]:
    """The words of what else the article of the fullest form has of its speaker."""
    here = {one.at for one in joined}
    return [
        held.words_at(other)
        for other in held.of_article(at)
        if other not in here and same_speaker(held.speaker_at(other), full.speaker) is not False
    ]


NEARLY = 0.75
"""Share of what the fullest form tells from which on another is as full: who puts a word in, or a longer one, has no fuller form
than the one whose words they are. Of 187 changes in `evals/scenes/families.json` 166 are named right with it, 168 with .6, 159
with .9 and 141 with 1."""
MOST_FORMS = 12
"""Forms among which the one is chosen that the others are compared with."""


def _fullest(some: Sequence[Quoted]) -> int:
    """The place of the form that the others are compared with: of those that tell nearly most, the one that most articles have
    whole or in part, the first of equals."""
    best = max(range(len(some)), key=lambda i: (*fullness(some[i]), -i))
    quoted, most = fullness(some[best])
    forms: dict[tuple[str, ...], int] = {}
    for place, each in enumerate(some):
        if fullness(each)[0] == quoted and each.told >= NEARLY * most:
            forms.setdefault(each.words, place)
    ranked = sorted(forms.items(), key=lambda form: (form[1] != best, form[1]))[:MOST_FORMS]
    if len(ranked) < 2:
        return best
    texts = {f" {' '.join(each.words)} " for each in some}
    having = {text: {each.article for each in some if f" {' '.join(each.words)} " == text} for text in texts}

    def articles(words: tuple[str, ...]) -> int:
        whole = f" {' '.join(words)} "
        return len(set[str]().union(*(held for text, held in having.items() if text in whole)))

    return max(ranked, key=lambda form: (articles(form[0]), -form[1]))[1]


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
    told, cover, what = it.told, it.cover, "bits"
    if it.meant is not None:
        told, cover, what = it.meant.told, it.meant.cover, "bits of meaning"
    note = f"{told:.0f} {what} in common, {100 * cover:.0f} % of the shorter"
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
    sayings = [one.each.saying for one in joined]
    group = [copies.get(saying.article, saying.article) for saying in sayings]
    original: dict[str, str] = {}
    for saying, first in zip(sayings, group, strict=True):
        held = original.setdefault(first, saying.article)
        if saying.article == first and held != first:
            original[first] = first
    kept: list[_Joined] = []
    mine: dict[str, list[int]] = {}
    for one, first in zip(joined, group, strict=True):
        if one.each.saying.article == original[first]:
            mine.setdefault(first, []).append(len(kept))
            kept.append(one)
    repeated: dict[int, list[Copy]] = {}
    for one, saying, first in zip(joined, sayings, group, strict=True):
        if saying.article != original[first]:
            place = next((at for at in mine[first] if kept[at].each.words == one.each.words), mine[first][0])
            copy = Copy(saying.article, saying.outlet, saying.published)
            if copy not in repeated.setdefault(place, []):
                repeated[place].append(copy)
    return kept, repeated

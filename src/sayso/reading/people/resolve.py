"""From mentions to parties: names, then phrases and pronouns in the text's order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sayso.reading.people import later, links
from sayso.reading.people.fit import kind_of
from sayso.reading.people.floor import Floor
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.people.mentions import grammatical_person
from sayso.reading.people.names import resolve_names
from sayso.reading.people.renamed import GENERIC
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.records import Attribution, AttributionKind

SURE = {"he": 0.4, "they": 0.4, "it": 0.6, "person": 0.5, "again": 0.4, "body": 0.5}
"""Probability from which the likeliest party is taken; below it the mention stays open."""


GOES_ON = 0.9
"""How far *he said* after *Moss said* is trusted to be Moss: right in all of the 7 cases of GUM train and the 5 of dev, too few
to trust it wholly."""


IDENTIFIED = 0.8
"""How far the lead's *a teacher* is trusted to be whom the next paragraphs name; by hand."""
INTRODUCED = 0.85
"""How far *he said* is trusted to be the subject of the sentence before, by name; by hand."""
NOBODY_NAMED = 0.4
"""Probability of all candidates together below which a pronoun is taken to mean nobody of them."""
ALONE = "rule: a pronoun of somebody not named"


@dataclass(slots=True)
class Stage:
    """What is known of the article's parties while they are put together."""

    scene: Scene
    t: Tokens
    found: list[Mention]
    parties: list[Party] = field(default_factory=list)
    first_person: list[Mention] = field(default_factory=list)
    second_person: list[Mention] = field(default_factory=list)
    guesses: dict[int, list[tuple[Party, float]]] = field(default_factory=dict)
    """For a mention (by id) that stays open: the parties with their probabilities."""
    around: list[int] = field(default_factory=list)
    """For each word the attribution (index) in whose content it stands, -1 for none."""
    heads: dict[int, int] = field(default_factory=dict)
    """For each attribution (index) the mention (index in `found`) that is its source's head."""
    same: list[tuple[Mention, Mention]] = field(default_factory=list)
    """Pairs of names that the text says are one person's."""
    speaks: dict[int, int] = field(default_factory=dict)
    """For each mention (by id) that is a source's head the first attribution (index) of that source."""
    watch: Callable[[Floor, Mention, str, Party | None, Party | None], Party | bool | None] | None = None
    """Called before each choice; training collects its examples by it, and says who is meant (`False`: choose yourself)."""


def put_together(stage: Stage) -> None:
    """Gives every mention but first and second persons its party, or leaves it open with the candidates."""
    t, found = stage.t, stage.found
    stage.speaks = {id(found[i]): number for number, i in reversed(stage.heads.items())}
    stage.parties = resolve_names(found, t, {id(found[i]) for i in stage.heads.values()})
    for m, other in stage.same:
        if m.party is not None and other.party is not None:
            m.party.become(other.party, "rule: another name of theirs")
    stage.parties = [p for p in stage.parties if p.into is None]
    links.attach_told(found)
    sources = frozenset(found[m].head for m in stage.heads.values())
    known = later.identified(found, t, sources)
    if known is not None and known[1].party is not None:
        known[1].party.take(known[0], later.NAMED_LATER, IDENTIFIED)
    nominals = links.Nominals(stage.parties, t)
    floor = Floor(t, sources, _most_named(stage.parties), stage.around)
    for m in found:
        if m.told:
            if m.party is None and m.about is not None and m.about.party is not None:
                m.about.party.take(m, "rule: said of them with be")
            if m.party is not None:
                nominals.keep(m, m.party)
                continue
            m.told = False
        if m.form is Form.NAME or (m.party is not None and m.by == later.NAMED_LATER):
            pass
        elif m.form is Form.NOMINAL:
            _nominal(stage, m, nominals, floor)
        elif grammatical_person(m) == "1":
            stage.first_person.append(m)
        elif grammatical_person(m) == "2":
            stage.second_person.append(m)
        else:
            _choose(stage, m, floor)
        if m.form is Form.NOMINAL and _says_what(m, t):
            m.idle = True
        if m.party is not None:
            nominals.seen[m.party] = m.first
        if not m.idle:
            floor.see(m)
    stage.parties += nominals.new
    _of_the_headline(nominals.new, stage)
    later.of_kin(nominals.new, found, t)
    later.said_again(found, nominals.new, t)


def _of_the_headline(new: Sequence[Party], stage: Stage) -> None:
    """Whom a headline calls by what they are (*Elmbridge pilot wins race*) is the one named whom the text tells so of, in all of
    those words (*Ada Moss, an Elmbridge pilot,*), where just one is."""
    told: dict[str, list[tuple[Party, Mention]]] = {}
    for p in stage.parties:
        if p.full and p.sort == "person":
            for x in p.told:
                told.setdefault(x.key[0], []).append((p, x))
    for p in new:
        m = p.mentions[0]
        if stage.t.paragraph[m.head] or m.definite != "bare" or not m.modifiers or m.plural or m.sort != "person":
            continue
        fits = {q for q, x in told.get(m.key[0], ()) if m.modifiers <= x.modifiers and q.into is None}
        if len(fits) == 1:
            p.become(fits.pop(), "rule: what the headline calls them")


def _most_named(parties: Sequence[Party]) -> Party | None:
    """The person with the most names, `None` where two have as many or nobody has more than one."""
    ranked = sorted((p for p in parties if p.sort == "person"), key=lambda p: -p.names)[:2]
    if not ranked or ranked[0].names < 2 or (len(ranked) > 1 and ranked[1].names == ranked[0].names):
        return None
    return ranked[0]


_AS = frozenset({"as", "like", "than", "such"})


def _says_what(m: Mention, t: Tokens) -> bool:
    """Whether a phrase says what somebody is rather than who: *as a doctor*, *elected chairman*; no pronoun goes back to it."""
    if m.first and t.lower[m.first - 1] in _AS and t.sentence[m.first - 1] == t.sentence[m.first]:
        return m.definite in ("a", "bare") or m.sort == "person"
    return m.definite == "bare" and m.plural is False and m.role != "s" and m.sort == "person"


_IN_COURT = frozenset({"witness", "accused", "defendant"})
IN_COURT = 0.8
"""How far *the witness* and *the accused* are trusted to be who spoke last and is no lawyer, and who pleads; by hand."""
_OF_THE_COURT = frozenset(
    {
        "counsel", "judge", "justice", "barrister", "solicitor", "prosecutor", "lawyer", "attorney", "magistrate", "coroner",
        "recorder", "sheriff", "advocate", "prosecuting", "defending", "chairman", "chair",
    }
)  # fmt: skip
_PLEADS = frozenset(
    {
        "denies",
        "arrested",
        "tried",
        "convicted",
        "denied",
        "pleaded",
        "pleads",
        "pled",
        "admits",
        "admitted",
        "charged",
        "accused",
        "faces",
    }
)


MOST_IN_COURT = 40
"""Those who spoke last among whom *the witness* is looked for, a tenth of the mentions looked at for a plea; by hand."""


def _witness(floor: Floor, pleads: set[Party], t: Tokens) -> Party | None:
    """Who spoke last and is named, is of no office in a court, speaks for no side and is not on trial."""
    for p in islice(reversed(floor.spoken), MOST_IN_COURT):
        named = p.full and p.sort == "person" and p not in pleads and _OF_THE_COURT.isdisjoint(p.offices)
        if named and not any(_speaks_for_a_side(m, t) for m in p.mentions[:4]):
            return p
    return None


def _speaks_for_a_side(m: Mention, t: Tokens) -> bool:
    """*Ada Moss, for the defence,* and *Ada Moss, prosecuting,*."""
    behind = t.lower[m.last : m.last + 4]
    before = t.lower[max(0, m.first - 4) : m.first]
    return behind[:2] == [",", "for"] or not _SIDES.isdisjoint(behind) or not _SIDES.isdisjoint(before)


_SIDES = frozenset({"prosecuting", "defending", "mitigating", "prosecution", "defence", "defense", "crown"})


def _pleads(stage: Stage, m: Mention) -> set[Party]:
    """Those named whom the text before a mention tells to deny or admit it, or to be charged."""
    found = set[Party]()
    high = bisect_left(stage.found, m.first, key=lambda x: x.first)
    for x in stage.found[max(0, high - MOST_IN_COURT * 10) : high]:
        named = x.form is Form.NAME and x.sort == "person" and x.role == "s"
        if named and x.party is not None and not _PLEADS.isdisjoint(stage.t.lower[x.last : x.last + 6]):
            found.add(x.party)
    return found


def _only(found: set[Party]) -> Party | None:
    return next(iter(found)) if len(found) == 1 else None


def _nominal(stage: Stage, m: Mention, nominals: links.Nominals, floor: Floor) -> None:
    party = nominals.place(m)
    known = party is not None and any(x.definite == "of" and x.key == m.key for x in party.told)
    if party is floor.last_speaker and m.definite == "of" and m.owner is None and m.key[0] in later.KIN and not known:
        party = None  # *Ada Moss spoke; her sister*: somebody else
    if party is None and m.definite == "the" and not m.plural and m.key[0] in _IN_COURT:
        pleads = _pleads(stage, m)
        witness = _witness(floor, pleads, stage.t) if m.key[0] == "witness" else _only(pleads)
        if witness is not None:
            witness.take(m, "rule: who is that in this trial", IN_COURT)
            nominals.keep(m, witness)
            return
    if party is not None:
        party.take(m, "rule: the same words, or its title")
        nominals.keep(m, party)
        return
    body = floor.body_before(m) if m.key[0] in GENERIC and m.definite == "the" else None
    if body is not None:
        body.take(m, "rule: the body whom the sentence before is about", INTRODUCED)
        nominals.keep(m, body)
        return
    if links.may_mean_someone_named(m, stage.t):
        _choose(stage, m, floor)
        if m.party is not None:
            nominals.keep(m, m.party)
            return
    nominals.begin(m)


def _choose(stage: Stage, m: Mention, floor: Floor) -> None:
    """The likeliest party for a pronoun or description, where it is likely enough."""
    kind = kind_of(m)
    speaker, quoted = _speaker_around(stage, m)
    barred = speaker if quoted and m.form is Form.PRONOUN else None
    floor.hide(_own_words(stage, m), quoted_too=_is_quoted(stage, m))
    if stage.watch is not None:
        told = stage.watch(floor, m, kind, speaker, barred)
        if not isinstance(told, bool):
            if told is not None:
                told.take(m, "training")
            elif m.form is Form.PRONOUN:
                _alone(stage, m, kind)
            return
    if _replies(stage, m):
        barred = barred or floor.last_speaker
    same = floor.goes_on(m, kind)
    if same is not None and same is not barred:
        same.take(m, "rule: the one who spoke last", GOES_ON)
        return
    about = floor.introduced(m, kind)
    if about is not None and about is not barred:
        about.take(m, "rule: the one whom the sentence before is about", INTRODUCED)
        return
    weighed = floor.weigh(m, kind, speaker, barred)
    if weighed:
        best, chance = weighed[0]
        if chance >= SURE[kind]:
            name = "pronoun" if m.form is Form.PRONOUN else "description"
            best.take(m, f"rule: {name} of the likeliest named before", chance)
        stage.guesses[id(m)] = weighed[:4]
    if m.form is Form.PRONOUN and m.party is None and sum(chance for _, chance in weighed) < NOBODY_NAMED:
        _alone(stage, m, kind)


_ASKED_BEFORE = 40
"""Words before a source among which *asked* is looked for: a bound for sentences without end."""
_REPLIES = frozenset({"replied", "answered", "responded", "retorted", "countered", "replies", "answers", "responds"})


def _replies(stage: Stage, m: Mention) -> bool:
    """Whether a mention is the source of an answer, which whoever spoke last did not give."""
    at = stage.speaks.get(id(m))
    if at is None or stage.t.depth[m.head]:
        return False
    lower, cue = stage.t.lower, stage.scene.attributions[at].cue
    if not any(not _REPLIES.isdisjoint(lower[slice(*stage.t.range(span))]) for span in cue):
        return False
    begin, _ = stage.t.sentences[stage.t.sentence[m.head]]
    return "asked" not in lower[max(begin, m.first - _ASKED_BEFORE) : m.first]  # *Asked by pupils, he replied*: to them


def _own_words(stage: Stage, m: Mention) -> Sequence[tuple[int, int]]:
    """The words that a mention is the source of, as ranges of words: who is told of there alone did not say them."""
    at = stage.speaks.get(id(m))
    return () if at is None else [stage.t.range(span) for span in stage.scene.attributions[at].content]


def _is_quoted(stage: Stage, m: Mention) -> bool:
    """Whether a mention is the source of words in quotation marks."""
    at = stage.speaks.get(id(m))
    return at is not None and stage.scene.attributions[at].kind is AttributionKind.DIRECT


def _alone(stage: Stage, m: Mention, kind: str) -> None:
    """Gives *he* or *they*, where nobody named is meant, a party of its own, which those that follow can go back to."""
    if kind in ("he", "they"):
        party = Party("person", gender=m.gender, plural=m.plural, by=ALONE)
        party.take(m, ALONE, 0.0)
        stage.parties.append(party)


def _speaker_around(stage: Stage, m: Mention) -> tuple[Party | None, bool]:
    """The party that speaks the words around a mention, as far as its source is resolved yet, and whether they are quoted."""
    at = stage.around[m.head]
    if at < 0:
        return None, False
    head = stage.heads.get(at)
    party = stage.found[head].party if head is not None else None
    return party, stage.t.depth[m.head] > 0 and stage.scene.attributions[at].kind is not AttributionKind.INDIRECT


def contents(attributions: Sequence[Attribution], t: Tokens) -> list[int]:
    """For each word the innermost attribution whose content holds it, -1 for none; those that are held come after."""
    out = [-1] * len(t)
    for number, each in enumerate(attributions):
        for span in each.content:
            low, high = t.range(span)
            out[low:high] = [number] * (high - low)
    return out

"""From an article's words to the people in it and the speaker of each attribution."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.people import apposed, beside, kinds, later, links, resolve
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.people.mentions import mentions
from sayso.reading.people.resolve import Stage
from sayso.reading.people.sources import head_mentions, with_pairs
from sayso.reading.people.voices import Spoken, Voices, addressee, source_class
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.records import Person, SourceClass, Span, Why


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in one attribution, and to whom; ids of people, or `None` with the reason in `why`."""

    speaker: str | None
    source_class: SourceClass
    addressee: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in the article in order of first mention, and the voice of each attribution by its id."""

    people: tuple[Person, ...] = ()
    voices: dict[str, Voice] = field(default_factory=dict)


def find(scene: Scene) -> Cast:
    """The people of the article and who of them speaks in each attribution."""
    stage = staged(scene)
    resolve.put_together(stage)
    voices = Voices(stage)
    spoken = voices.find()
    addressees = [addressee(each, stage, s.party) for each, s in zip(scene.attributions, spoken, strict=True)]
    return _cast(stage, spoken, addressees)


def staged(scene: Scene) -> Stage:
    """The mentions of a scene, and which of them are sources, before anything is put together."""
    t = scene.tokens
    found = mentions(t)
    later.couples(found, t)
    beside.appositions(found, t)
    apposed.subjects(found, t)
    same = later.aliases(found, t)
    links.predicates(found, t)
    heads = with_pairs(found, head_mentions(scene.attributions, found, t), t)
    return Stage(scene, t, found, around=resolve.contents(scene.attributions, t), heads=heads, same=same)


def _cast(stage: Stage, spoken: list[Spoken], addressees: list[Party | None]) -> Cast:
    t = stage.t
    wanted = {s.party for s in spoken} | {p for s in spoken for p, _ in s.open} | set(addressees)
    kept = [p for p in stage.parties if p.into is None and p.mentions and (p in wanted or _worth_it(p, t))]
    kept.sort(key=lambda p: min(m.first for m in p.mentions))
    ids = {p: f"p{number}" for number, p in enumerate(kept, 1)}
    names = {p: kinds.called(p, t) for p in kept}
    people = tuple(_person(ids[p], names[p], p, t) for p in kept)
    voices = {
        each.id: Voice(
            ids.get(s.party) if s.party is not None else None,
            source_class(s, stage),
            ids.get(to) if to is not None else None,
            Why(s.by, s.note, tuple((names[p], round(chance, 3)) for p, chance in s.open if p in names)),
        )
        for each, s, to in zip(stage.scene.attributions, spoken, addressees, strict=True)
    }
    return Cast(people, voices)


def _worth_it(p: Party, t: Tokens) -> bool:
    """Whether a party that does not speak is listed: people and bodies that are named, or told of as somebody in particular."""
    if p.sort not in ("person", "organization", "programme"):
        return kinds.main_name(p) is not None and kinds.kind_of(p, t) in ("outlet", "programme")
    return not all(m.idle or m.joined for m in p.mentions) and kinds.is_told_of(p)


def _person(id: str, name: str, p: Party, t: Tokens) -> Person:
    spans = sorted({_span(m, t) for m in p.mentions}, key=_place)
    told = sorted({kinds.phrase(m, t) for m in (*p.told, *_descriptions(p))}, key=_place)
    first = min(p.mentions, key=lambda m: m.first)
    by = p.by or next((m.by for m in p.mentions if m.by not in ("rule: a name", "rule: the same name")), first.by)
    return Person(id, name, kinds.kind_of(p, t), tuple(spans), tuple(told), Why(by or "rule: a name"))


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _descriptions(p: Party) -> list[Mention]:
    """The phrases, among a named party's mentions, that say who it is: *the Hollywood star*, not *the man*."""
    if not any(m.form is Form.NAME for m in p.mentions):
        return []
    return [m for m in p.mentions if m.form is Form.NOMINAL]


def _span(m: Mention, t: Tokens) -> Span:
    if m.form is Form.NOMINAL:
        return kinds.phrase(m, t)
    return t.span(m.first, m.last)

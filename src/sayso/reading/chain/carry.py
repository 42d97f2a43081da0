"""From one quotation to the next: the same speaker goes on in the same interview until the text moves on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.clues import Clue, Sort
from sayso.reading.chain.hops import Draft, Maker
from sayso.reading.chain.names import Named
from sayso.reading.chain.owners import Frame, Owned
from sayso.reading.chain.speakers import Places, Speaker, subject_of
from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.records import AttributionKind, Hop, HopKind, Span, Venue, Why

GAP = 2
"""Paragraphs without a word of the speaker after which an interview is over; chosen by hand."""
LEADS = 4
"""How many attributions a lead may have; chosen by hand."""
AROUND = 40
"""Words before and after the words of saying in which a word of time still dates them; keeps an endless sentence linear."""
_RULE = "rule: carried over from before"


@dataclass(slots=True)
class Session:
    """Where a speaker was heard last: the outlet, the venue, who passed it on, and the days that its sentence names."""

    outlet: Hop | None
    named: Named | None
    venue: Venue | None
    relays: list[Hop]
    paragraph: int
    days: frozenset[str]
    announced: bool = False


@dataclass(slots=True)
class Event:
    """An interview that the article tells of, put together from all that is said of it."""

    key: str
    named: Named
    spans: tuple[Span, ...]

    @property
    def title(self) -> str:
        """What to call it: *CBS / 60 Minutes interview with Charlie Rose*."""
        where = " / ".join(part for part in (self.named.name, self.named.programme) if part)
        return f"{where} interview" + (f" with {self.named.person}" if self.named.person else "")


def carry(scene: Scene, cast: Cast, own: Owned, voices: dict[str, Speaker], maker: Maker) -> list[Draft]:
    """The draft of each attribution, with what carries over from those before it and from interviews that are announced."""
    tokens = scene.tokens
    out: list[Draft] = []
    sessions: dict[str, Session] = {}
    events: list[Event] = []
    places = Places(cast)
    waiting = sorted(_announcing(own), key=lambda clue: clue.first)
    at = 0
    for i, frame in enumerate(own.frames):
        clues = own.by_frame.get(i, [])
        draft = maker.draft(frame, clues)
        out.append(draft)
        place = min((frame.content[0][0], *(r[0] for r in (frame.cue, frame.source) if r)))
        reach = max([place, *(clue.first for clue in clues)])
        while at < len(waiting) and waiting[at].first < reach:
            _announce(scene, places, waiting[at], sessions, events, maker)
            at += 1
        voice = voices[frame.found.id]
        paragraph = tokens.paragraph[min(place, len(tokens) - 1)]
        if frame.holder >= 0:
            _nested(own, frame, draft, voices)
            continue
        if draft.definite or (draft.venue is not None and draft.venue.kind == "interview"):
            _meet(draft, voice.key, events, scene)
        if draft.placed or draft.relays:
            if draft.outlet is not None and voice.key not in sessions:
                _led_to(scene, own, voices, out, i, paragraph)
            if draft.placed:
                for key in [key for key in sessions if key != voice.key]:
                    del sessions[key]
            if voice.key:
                session = Session(draft.outlet, draft.named, draft.venue, draft.relays, paragraph, _days(scene, frame))
                old = sessions.get(voice.key)
                if not draft.placed and old is not None and paragraph - old.paragraph <= GAP:
                    session.outlet, session.named, session.venue = old.outlet, old.named, old.venue
                sessions[voice.key] = session
            if draft.outlet is not None and draft.named is not None and draft.venue is not None:
                if draft.venue.kind == "interview" and voice.key:
                    _record(events, voice.key, draft.named, draft.outlet.spans)
            continue
        held = sessions.get(voice.key) if voice.key else None
        if held is not None and _goes_on(scene, frame, held, voice, paragraph):
            _inherit(draft, held, paragraph, voice.carried)
    return out


def _announcing(own: Owned) -> list[Clue]:
    """Clues of interviews that no attribution owns, those of tellings whose words are not given too, and of events."""
    return [
        clue
        for clue in own.loose
        if clue.sort in (Sort.AT, Sort.TO) or (clue.sort is Sort.VENUE and clue.venue in ("event", "interview", "debate"))
    ]


def _announce(scene: Scene, places: Places, clue: Clue, sessions: dict[str, Session], events: list[Event], maker: Maker) -> None:
    tokens = scene.tokens
    if tokens.depth[clue.trigger]:
        return
    first = tokens.sentences[tokens.sentence[clue.first]][0]
    key = subject_of(scene, places, first, clue.first)
    if not key:
        return
    span = tokens.span(clue.first, clue.last)
    days = frozenset(tokens.lower[slice(*tokens.sentences[tokens.sentence[clue.first]])]) & v.TIMES
    if clue.named is None:
        if set(tokens.lower[max(0, clue.first - 3) : clue.first + 1]) & v.TAKING_PART:
            place = maker.venue(clue)
            sessions[key] = Session(None, None, place, [], tokens.paragraph[clue.first], days, announced=True)
        return
    if clue.venue in ("interview", "programme", "podcast"):
        _record(events, key, clue.named, (span,))
    kind = HopKind.BROADCAST if clue.named.on_air else HopKind.PUBLISHED
    hop = Hop(kind, clue.named.name, None, (span,), False, Why("rule: an interview told of before"))
    venue = Venue(clue.venue or "interview", span.of(tokens.text), (span,))
    sessions[key] = Session(hop, clue.named, venue, [], tokens.paragraph[clue.first], days, announced=True)


def _record(events: list[Event], key: str, named: Named, spans: tuple[Span, ...]) -> None:
    """Add to an interview that is known, or make a new one."""
    for event in events:
        if event.key == key and event.named.name == named.name:
            event.named = replace(
                event.named,
                programme=event.named.programme or named.programme,
                person=event.named.person or named.person,
            )
            event.spans = tuple(sorted({*event.spans, *spans}))
            return
    events.append(Event(key, named, spans))


def _meet(draft: Draft, key: str, events: list[Event], scene: Scene) -> None:
    """Take *the interview* for the one that the article told of: this speaker's, else the only one."""
    mine = [event for event in events if event.key == key] or events
    if draft.named is not None:
        mine = [event for event in mine if event.named.name == draft.named.name]
    elif not draft.definite:
        return
    if len(mine) != 1 or draft.venue is None:
        return
    event = mine[0]
    if draft.outlet is None:
        kind = HopKind.BROADCAST if event.named.on_air else HopKind.PUBLISHED
        why = Why("rule: the interview told of before", event.title)
        draft.outlet = Hop(kind, event.named.name, None, draft.venue.spans, True, why)
        draft.named = event.named
    elif draft.named is not None:
        _record(events, event.key, draft.named, ())
    if draft.definite:
        draft.venue = Venue("interview", event.title, draft.venue.spans, draft.venue.inferred)


def _goes_on(scene: Scene, frame: Frame, held: Session, voice: Speaker, paragraph: int) -> bool:
    """Whether an attribution that does not say where it was said goes on with what its speaker said before."""
    if paragraph - held.paragraph > GAP:
        return False
    if voice.carried:
        return True
    if frame.cue is None:
        return frame.found.kind is not AttributionKind.INDIRECT
    cue = set(scene.tokens.lower[slice(*frame.cue)])
    if cue & v.HAVE or cue & v.ELSEWHERE or cue & v.PLANS:
        return False
    return not _days(scene, frame) - held.days


def _days(scene: Scene, frame: Frame) -> frozenset[str]:
    """The days and other words of time in the sentence of an attribution, outside its content."""
    tokens = scene.tokens
    low, high = tokens.sentences[frame.sentence]
    low, high = max(low, frame.low - AROUND), min(high, frame.high + AROUND)
    inside: set[int] = set()
    for a, b in frame.content:
        inside.update(range(max(a, low), min(b, high)))
    found = {tokens.lower[at] for at in range(low, high) if at not in inside} & v.TIMES
    for at in range(low, high - 1):
        if at not in inside and tokens.lower[at] == "last" and tokens.lower[at + 1] in ("week", "month", "year", "night"):
            found.add(f"last {tokens.lower[at + 1]}")
    return frozenset(found)


def _led_to(scene: Scene, own: Owned, voices: dict[str, Speaker], drafts: list[Draft], i: int, paragraph: int) -> None:
    """Give what a speaker said just before the same outlet: a lead tells in short what the next sentence quotes."""
    key = voices[own.frames[i].found.id].key
    source = drafts[i]
    if not key or source.outlet is None:
        return
    hop = replace(source.outlet, spans=(), inferred=True, why=Why("rule: the lead of what follows", source.outlet.why.note))
    for j in range(i - 1, max(-1, i - LEADS - 1), -1):
        frame, draft = own.frames[j], drafts[j]
        if frame.holder >= 0:
            continue
        at = scene.tokens.paragraph[min(frame.content[0][0], len(scene.tokens) - 1)]
        if paragraph - at > 1 or voices[frame.found.id].key != key or draft.placed or draft.relays:
            break
        cue = set(scene.tokens.lower[slice(*frame.cue)]) if frame.cue else set()
        if cue & v.HAVE or cue & v.ELSEWHERE or cue & v.PLANS or draft.first.kind not in (HopKind.SAID, HopKind.TOLD):
            break
        draft.outlet, draft.named = hop, source.named
        draft.venue = None if source.venue is None else replace(source.venue, inferred=True)


def _inherit(draft: Draft, held: Session, paragraph: int, carried: bool) -> None:
    def inferred(hop: Hop) -> Hop:
        return replace(hop, spans=(), inferred=True, why=Why(_RULE, hop.why.note or hop.why.by))

    if held.outlet is not None:
        draft.outlet = inferred(held.outlet)
        draft.named = held.named
    if held.venue is not None:
        draft.venue = replace(held.venue, inferred=True)
    same = paragraph == held.paragraph
    if held.relays and (carried or same or draft.first.kind is HopKind.REPORTED):
        draft.relays = [inferred(hop) for hop in held.relays]
    elif not carried:
        held.relays = []
    held.paragraph = paragraph


def _nested(own: Owned, frame: Frame, draft: Draft, voices: dict[str, Speaker]) -> None:
    """An attribution inside another: the same speaker's own, or passed on by the speaker of the one that holds it."""
    outer = own.frames[frame.holder]
    mine, theirs = voices[frame.found.id], voices[outer.found.id]
    if mine.key and mine.key == theirs.key and outer.found.kind is not AttributionKind.DIRECT:
        draft.same_as_holder = True

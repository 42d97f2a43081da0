"""From one quotation to the next: the same speaker goes on in the same interview until the text moves on."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.answers import answers_in
from sayso.reading.chain.clue import Clue, Sort
from sayso.reading.chain.hops import Draft, Maker
from sayso.reading.chain.leads import led_to, replied, said_before
from sayso.reading.chain.owners import Frame, Owned
from sayso.reading.chain.pointing import point
from sayso.reading.chain.sessions import (
    AROUND,
    GAP,
    TO_COME,
    Event,
    Session,
    apart,
    days_of,
    goes_on,
    long_ago,
    record,
    told_out_of,
)
from sayso.reading.chain.sittings import goes_on_there, in_court, is_bench, is_inside, is_session, leaves, sitting_of
from sayso.reading.chain.speakers import Speaker, subject_of
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import AttributionKind, Hop, HopKind, Venue, Why

FRONTED = 12
"""Words behind a place at the beginning of a sentence in which the one who was there is named; chosen by hand."""
_SEVERAL = word_set("two three four five six seven eight nine ten several some many multiple officials sources people")
_ONE = word_set("one another others some two both")
_RULE = "rule: carried over from before"


def carry(scene: Scene, own: Owned, voices: dict[str, Speaker], maker: Maker) -> list[Draft]:
    """The draft of each attribution, with what carries over from those before it and from interviews that are announced."""
    return _Carrier(scene, own, voices, maker).drafts()


class _Carrier:
    """One pass over the attributions of a scene, with what has been said where so far."""

    def __init__(self, scene: Scene, own: Owned, voices: dict[str, Speaker], maker: Maker) -> None:
        self.scene, self.tokens, self.own, self.voices, self.maker = scene, scene.tokens, own, voices, maker
        self.places = maker.places
        self.polls = maker.polls
        self.sessions: dict[str, Session] = {}
        self.events: list[Event] = []
        self.papers: dict[str, list[Hop]] = {}
        self.crowd: Session | None = None
        self.made: list[Draft] = []

    def drafts(self) -> list[Draft]:
        waiting = sorted(_announcing(self.own), key=lambda clue: clue.first)
        at = 0
        for i, frame in enumerate(self.own.frames):
            clues = self.own.by_frame.get(i, [])
            draft = self.maker.draft(frame, clues)
            self.made.append(draft)
            place = min((frame.content[0][0], *(r[0] for r in (frame.cue, frame.source) if r)))
            reach = max([place, *(clue.first for clue in clues)])
            while at < len(waiting) and waiting[at].first < reach:
                self._announce(waiting[at])
                at += 1
            paragraph = self.tokens.paragraph[min(place, len(self.tokens) - 1)]
            if frame.holder >= 0:
                _nested(self.own, frame, draft, self.voices)
                continue
            self._polled(frame, draft)
            voice = self.voices[frame.found.id]
            self._quoted_again(frame, draft, voice, paragraph)
            if draft.definite or (draft.venue is not None and draft.venue.kind == "interview"):
                self._meet(draft, voice.key)
            if draft.placed or draft.relays:
                self._open(i, draft, voice, paragraph)
                continue
            held = self.sessions.get(voice.key) if voice.key else None
            if self._one_of_them(frame, paragraph):
                held = self.crowd
            if replied(self.scene, self.own, self.voices, self.made, i, paragraph):
                continue
            if held is not None and goes_on(self.scene, frame, held, voice, paragraph):
                _inherit(draft, held, paragraph, voice.carried)
            elif held is not None and apart(self.tokens, frame):
                draft.settled = True
            elif held is not None and told_out_of(self.tokens, frame, held):
                del self.sessions[voice.key]
            elif held is not None and paragraph - held.paragraph <= GAP:
                held.paragraph = paragraph
            if self.papers and not draft.relays:
                leaked = self.papers.get(_paper(self.tokens, frame), [])
                draft.relays = [_inferred(hop) for hop in leaked]
        self._leaked()
        point(self.scene, self.own, self.voices, self.maker, self.made)
        self._in_court()
        self._answered()
        return self.made

    def _answered(self) -> None:
        """Place in the interview what stands in the answers of an article of questions and answers."""
        interview, answers = answers_in(self.tokens)
        for frame, draft in zip(self.own.frames, self.made, strict=True):
            paragraph = self.tokens.paragraph[min(frame.content[0][0], len(self.tokens) - 1)]
            if paragraph in answers and frame.holder < 0 and not draft.placed and not draft.relays:
                draft.venue, draft.settled = interview, True

    def _in_court(self) -> None:
        """Place in court what an article heard there tells without a word of where."""
        sitting = sitting_of(self.tokens)
        if sitting is None:
            if is_session(self.tokens):
                self._on_the_bench()
            return
        left, at = False, -1
        for frame, draft in zip(self.own.frames, self.made, strict=True):
            paragraph = self.tokens.paragraph[min(frame.content[0][0], len(self.tokens) - 1)]
            if paragraph != at:
                left, at = left and not is_inside(self.tokens, paragraph), paragraph
            left = left or leaves(self.tokens, frame)
            if frame.holder >= 0 or left:
                continue
            if in_court(self.scene, frame, draft, self.voices[frame.found.id], sitting, paragraph):
                draft.venue, draft.settled = sitting.venue, True

    def _on_the_bench(self) -> None:
        """Place in court what a judge says in an article of a court's day, and what they go on to say in that paragraph."""
        bench: dict[str, int] = {}
        for frame, draft in zip(self.own.frames, self.made, strict=True):
            voice = self.voices[frame.found.id]
            paragraph = self.tokens.paragraph[min(frame.content[0][0], len(self.tokens) - 1)]
            if frame.holder >= 0 or draft.placed or draft.relays or days_of(self.scene, frame):
                continue
            on = is_bench(self.tokens, frame)
            if on or (voice.key and bench.get(voice.key) == paragraph and goes_on_there(self.tokens, frame)):
                draft.venue, draft.settled = Venue("hearing", "court", (), True), True
                bench[voice.key] = paragraph

    def _quoted_again(self, frame: Frame, draft: Draft, voice: Speaker, paragraph: int) -> None:
        """*She was quoted as saying*, after *she told the Courier*: it is the Courier who quotes her."""
        held = self.sessions.get(voice.key) if voice.key else None
        if held is None or paragraph - held.paragraph > GAP or len(draft.relays) != 1 or draft.placed:
            return
        if draft.relays[0].actor is None and frame.cue is not None and (held.outlet is not None or held.relays):
            draft.relays = [] if held.outlet is not None else [_inferred(hop) for hop in held.relays]
            draft.outlet = None if held.outlet is None else _inferred(held.outlet)
            draft.named, draft.venue = held.named, None if held.venue is None else replace(held.venue, inferred=True)

    def _one_of_them(self, frame: Frame, paragraph: int) -> bool:
        """*Another said*, after *four officials told the Courier*."""
        if self.crowd is None or frame.source is None or paragraph - self.crowd.paragraph > 1:
            return False
        words = self.tokens.lower[slice(*frame.source)]
        if words in (["the", "other"], ["the", "second"]):
            return True
        return words[0] in _ONE and (len(words) == 1 or words[1] in ("of", "official", "source", "person"))

    def _leaked(self) -> None:
        """Who got hold of a paper passed on what it says before they are named, too, also in a sentence that quotes nothing."""
        tokens = self.tokens
        for clue in self.own.loose:
            if clue.sort is Sort.BY and clue.named is not None and tokens.lower[clue.trigger] in v.LEAKED:
                low = max(tokens.sentences[tokens.sentence[clue.first]][0], clue.first - AROUND)
                paper = _kin(next((low for low in tokens.lower[low : clue.first] if low in v.LEAKABLE), ""))
                if paper and paper not in self.papers and not tokens.depth[clue.trigger]:
                    self.papers[paper] = [self.maker.leak(clue, clue.named)]
        papers = {paper: hops for paper, hops in self.papers.items() if paper in v.LEAKABLE}
        if not papers:
            return
        for frame, draft in zip(self.own.frames, self.made, strict=True):
            if frame.holder >= 0 or draft.relays or draft.outlet is not None:
                continue
            paper = _paper(tokens, frame)
            if not paper and draft.venue is not None:
                paper = _kin(next((word for word in draft.venue.name.lower().split() if word in v.LEAKABLE), ""))
            draft.relays = [_inferred(hop) for hop in papers.get(paper, [])]

    def _polled(self, frame: Frame, draft: Draft) -> None:
        """*43 percent of voters said*: the poll passed it on, mostly unsaid in the sentence."""
        if draft.placed or draft.relays or draft.first.kind is not HopKind.SAID:
            return
        found = self.polls.behind(frame)
        if found is not None:
            poll, here = found
            spans = (self.tokens.span(poll.first, poll.last),) if here else ()
            why = Why("rule: those who were asked in a poll")
            draft.relays.append(Hop(HopKind.REPORTED, poll.name, None, spans, not here, why))

    def _open(self, i: int, draft: Draft, voice: Speaker, paragraph: int) -> None:
        """Begin a session: the attribution's own words say where it was said, or who passed it on."""
        frame = self.own.frames[i]
        self._of_outlet(draft, voice, paragraph)
        known = self.sessions.get(voice.key)
        first = known is None or (known.outlet is None and known.venue is not None and known.venue.kind == "interview")
        cue = set(self.tokens.lower[slice(*frame.cue)]) if frame.cue is not None else set()
        if draft.outlet is not None and first and not long_ago(self.scene, frame) and not cue & v.HAVE:
            led_to(self.scene, self.own, self.voices, self.made, i, paragraph)
        elif draft.outlet is None and draft.venue is not None and draft.venue.kind in ("press", "interview"):
            said_before(self.scene, self.own, self.voices, self.made, i, paragraph)
        if draft.placed:
            self.sessions = {key: held for key, held in self.sessions.items() if key == voice.key}
        elif draft.leaked and (paper := _paper(self.tokens, frame)):
            self.papers[paper] = draft.relays
        if len(draft.relays) == 2 and draft.relays[0].why.note == "a columnist":
            self._of_columnist(draft.relays[0], draft.relays[1], paragraph)
        if not voice.key:
            return
        if known is not None and paragraph - known.paragraph <= GAP and draft.venue is None and _is_again(draft, known):
            draft.venue = None if known.venue is None else replace(known.venue, inferred=True)
        session = Session(draft.outlet, draft.named, draft.venue, draft.relays, paragraph, days_of(self.scene, frame))
        session.aside = frame.cue is not None and "had" in self.tokens.lower[slice(*frame.cue)]
        session.past = long_ago(self.scene, frame)
        session.written = (
            draft.printed
            or draft.first.kind is HopKind.WROTE
            or (draft.venue is not None and draft.venue.kind in v.WRITTEN)
        )
        old = self.sessions.get(voice.key)
        if not draft.placed and old is not None and paragraph - old.paragraph <= GAP:
            session.outlet, session.named, session.venue = old.outlet, old.named, old.venue
        self.sessions[voice.key] = session
        if frame.source is not None and self.tokens.lower[frame.source[0]] in _SEVERAL:
            self.crowd = session
        elif draft.placed:
            self.crowd = None
        met = draft.venue is not None and draft.venue.kind == "interview"
        if met and draft.outlet is not None and draft.named is not None:
            record(self.events, voice.key, draft.named)

    def _of_columnist(self, said: Hop, paper: Hop, paragraph: int) -> None:
        """Remember where a columnist writes who has passed something on, for what they say themselves."""
        last = (said.actor or "").split()[-1].lower()
        key = next((p.id for p in self.maker.people.values() if p.name.split()[-1:] == [last.title()]), last)
        self.sessions.setdefault(key, Session(paper, None, None, [], paragraph, frozenset()))

    def _of_outlet(self, draft: Draft, voice: Speaker, paragraph: int) -> None:
        """Give an interviewer the outlet that the text gave before: *speaking to co-host Moss*."""
        held = self.sessions.get(voice.key)
        if held is None or held.outlet is None or paragraph - held.paragraph > GAP or draft.outlet is None:
            return
        if draft.named is not None and draft.named.described and draft.named.person:
            draft.outlet = replace(_inferred(held.outlet), spans=draft.outlet.spans)
            draft.named = held.named

    def _announce(self, clue: Clue) -> None:
        """Begin a session with an interview that is told of without its words, or an event that somebody took part in."""
        tokens = self.tokens
        if tokens.depth[clue.trigger] or tokens.lower[clue.trigger] in ("interviews", "appearances"):
            return
        if set(tokens.lower[clue.first : clue.last]) & TO_COME:
            return
        if set(tokens.lower[max(0, clue.first - 3) : clue.first + 1]) & v.POSSESSIVE:
            return  # somebody's own: *she cites the minister's interview with …*
        low, high = tokens.sentences[tokens.sentence[clue.first]]
        low, high = max(low, clue.first - AROUND), min(high, clue.last + AROUND)
        key = subject_of(self.scene, self.places, low, clue.first)
        if not key and clue.first - low <= 2:
            end = min(high, clue.last + FRONTED)
            end = next((at for at in range(clue.last, end) if tokens.lower[at] in v.SUBORDINATE), end)
            key = subject_of(self.scene, self.places, clue.last, end)
        elif clue.venue == "broadcast" and not set(tokens.lower[max(low, clue.first - 4) : clue.first]) & v.TAKING_PART:
            return
        if not key:
            return
        span = tokens.span(clue.first, clue.last)
        days = frozenset(tokens.lower[low:high]) & v.TIMES
        paragraph = tokens.paragraph[clue.first]
        if clue.named is None:
            if set(tokens.lower[max(0, clue.first - 3) : clue.first + 1]) & v.TAKING_PART:
                place = self.maker.venue(clue)
                self.sessions[key] = Session(None, None, place, [], paragraph, days)
            return
        if clue.venue in ("interview", "programme", "podcast"):
            record(self.events, key, clue.named)
        hop = Hop(clue.named.kind, clue.named.name, None, (span,), False, Why("rule: an interview told of before"))
        venue = None if clue.sort is Sort.TO else replace(self.maker.venue(clue), kind=clue.venue or "interview")
        self.sessions[key] = Session(hop, clue.named, venue, [], paragraph, days)

    def _meet(self, draft: Draft, key: str) -> None:
        """Take *the interview* for the one that the article told of: this speaker's, else the only one."""
        mine = [event for event in self.events if event.key == key] or self.events
        if draft.named is not None:
            mine = [event for event in mine if event.named.name == draft.named.name]
        elif not draft.definite:
            return
        if draft.venue is None:
            return
        held = self.sessions.get(key)
        if len(mine) != 1 and draft.outlet is None and held is not None and held.outlet is not None:
            draft.outlet, draft.named = _inferred(held.outlet), held.named
        if len(mine) != 1:
            return
        event = mine[0]
        if draft.outlet is None:
            why = Why("rule: the interview told of before", event.title)
            draft.outlet = Hop(event.named.kind, event.named.name, None, draft.venue.spans, True, why)
            draft.named = event.named
        elif draft.named is not None:
            record(self.events, event.key, draft.named)
        if draft.definite:
            draft.venue = Venue("interview", event.title, draft.venue.spans, draft.venue.inferred)


def _announcing(own: Owned) -> list[Clue]:
    """Clues of interviews that no attribution owns, those of tellings whose words are not given too, and of events."""
    return [
        clue
        for clue in own.loose
        if clue.sort in (Sort.AT, Sort.TO)
        or (clue.sort is Sort.VENUE and clue.venue in ("event", "interview", "debate"))
    ]


def _paper(tokens: Tokens, frame: Frame) -> str:
    """The word for a text that is the source, *document* in *the document*; empty where the source is none."""
    if frame.source is None:
        return ""
    return _kin(next((low for low in reversed(tokens.lower[slice(*frame.source)]) if low in v.PAPERS), ""))


_KIN = {
    **dict.fromkeys(("tape", "audio", "file"), "recording"),
    **dict.fromkeys(("documents", "memo", "memos"), "document"),
}


def _kin(word: str) -> str:
    """One word for papers, or recordings, that an article calls now so, now so."""
    return _KIN.get(word, word)


def _is_again(draft: Draft, held: Session) -> bool:
    """Whether an outlet that somebody is heard by is the one before: *in an interview with CNN … she told CNN*."""
    if draft.outlet is None or held.outlet is None:
        return False
    return draft.outlet.actor is not None and draft.outlet.actor == held.outlet.actor


def _inferred(hop: Hop) -> Hop:
    return replace(hop, spans=(), inferred=True, why=Why(_RULE, hop.why.note or hop.why.by))


def _inherit(draft: Draft, held: Session, paragraph: int, carried: bool) -> None:
    """Take over where the speaker was heard before."""
    if held.outlet is not None:
        draft.outlet = _inferred(held.outlet)
        draft.named = held.named
    if held.venue is not None:
        draft.venue = replace(held.venue, inferred=True)
    same = paragraph == held.paragraph
    if held.relays and (carried or same or (held.written and draft.first.kind is HopKind.WROTE)):
        draft.relays = [_inferred(hop) for hop in held.relays]
    elif not carried:
        held.relays = []
    held.paragraph = paragraph


def _nested(own: Owned, frame: Frame, draft: Draft, voices: dict[str, Speaker]) -> None:
    """An attribution inside another: the same speaker's own, or passed on by the speaker of the one that holds it."""
    outer = own.frames[frame.holder]
    mine, theirs = voices[frame.found.id], voices[outer.found.id]
    if mine.key and mine.key == theirs.key and outer.found.kind is not AttributionKind.DIRECT:
        draft.same_as_holder = True

"""Where a speaker was heard: the session that the next quotation may go on with, and the interviews of an article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.names import Named
from sayso.reading.chain.owners import Frame
from sayso.reading.chain.speakers import Speaker
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.records import AttributionKind, Hop, Venue

GAP = 2
"""Paragraphs without a word of the speaker after which an interview is over; chosen by hand."""
_CONTRAST = frozenset({"but", "however", "later", "then", "yet", "separately", "meanwhile"})
"""First words of a sentence that turns to another place."""
_TURNS = frozenset({"later", "also", "separately", "subsequently", "afterwards", "elsewhere"})
"""Words beside those of saying that tell of another occasion than what stands before: *she later told the Courier*."""
_LATER = frozenset({"later", "separately", "subsequently", "afterwards"})
TO_COME = frozenset({"upcoming", "planned", "scheduled", "forthcoming", "next"})
"""Words of an occasion that nothing is from yet."""
MOST_EVENTS = 64
"""Interviews that one article may tell of; keeps a hostile text linear."""
BESIDE = 5
"""Words beside the words of saying, or at the beginning, in which a year dates them; chosen by hand."""
AROUND = 40
"""Words before and after the words of saying in which a word of time still dates them; keeps an endless sentence linear."""


@dataclass(slots=True)
class Session:
    """Where a speaker was heard last: the outlet, the venue, who passed it on, and the days that its sentence names."""

    outlet: Hop | None
    named: Named | None
    venue: Venue | None
    relays: list[Hop]
    paragraph: int
    days: frozenset[str]
    aside: bool = False
    """Told in a perfect (*had said in an interview*): only a quotation without a source of its own goes on with it."""
    written: bool = False
    past: bool = False
    """Told of as long ago (*in 2010, Moss told …*): nothing farther off is meant by it."""


@dataclass(slots=True)
class Event:
    """An interview that the article tells of, put together from all that is said of it."""

    key: str
    named: Named

    @property
    def title(self) -> str:
        """What to call it: *CBS / 60 Minutes interview with Charlie Rose*."""
        where = " / ".join(part for part in (self.named.name, self.named.programme) if part)
        return f"{where} interview" + (f" with {self.named.person}" if self.named.person else "")


def record(events: list[Event], key: str, named: Named) -> None:
    """Add to an interview that is known, or make a new one."""
    for event in events:
        if event.key == key and event.named.name == named.name:
            event.named = replace(
                event.named,
                programme=event.named.programme or named.programme,
                person=event.named.person or named.person,
            )
            return
    if len(events) < MOST_EVENTS:
        events.append(Event(key, named))


def goes_on(scene: Scene, frame: Frame, held: Session, voice: Speaker, paragraph: int) -> bool:
    """Whether an attribution that does not say where it was said goes on with what its speaker said before."""
    if paragraph - held.paragraph > GAP:
        return False
    if voice.carried:
        return True
    if held.aside or refuses(scene.tokens, frame):
        return False
    if told_out_of(scene.tokens, frame, held) or apart(scene.tokens, frame):
        return False
    if frame.cue is None:
        return frame.found.kind is not AttributionKind.INDIRECT
    cue = set(scene.tokens.lower[slice(*frame.cue)])
    if frame.found.kind is AttributionKind.INDIRECT and cue & v.INNER:
        return False
    if held.past and frame.found.kind is AttributionKind.INDIRECT:
        return False
    if held.outlet is None and frame.found.kind is AttributionKind.INDIRECT and not cue & v.TALKING:
        return False
    elsewhere = v.ELSEWHERE - v.WRITE if held.written else v.ELSEWHERE
    if cue & v.HAVE or cue & elsewhere or cue & v.PLANS:
        return False
    return not days_of(scene, frame) - held.days


def refuses(tokens: Tokens, frame: Frame) -> bool:
    """Whether somebody does not talk to this article or keeps their name from it (*declined to comment*, *asked not to be
    named*), which was not said wherever else they are quoted from."""
    if frame.cue is None:
        return False
    cue = set(tokens.lower[slice(*frame.cue)])
    first = frame.content[0][0]
    about = cue | set(tokens.lower[first : min(first + 6, frame.content[0][1])])
    if not about & v.TO_THE_PRESS:
        return False
    return bool(cue & v.DECLINES or (cue & v.NEVER and cue & v.ANSWERS) or (cue & v.REQUESTS and about & v.NAMELESS))


def turns(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words of saying turn to another place than what stands before: *But in an interview …*, *she later told …*."""
    low = tokens.sentences[tokens.sentence[first]][0]
    beside = tokens.lower[max(low, first - 2) : last + 1]
    return tokens.lower[low] in _CONTRAST or not _TURNS.isdisjoint(beside)


def apart(tokens: Tokens, frame: Frame) -> bool:
    """Whether words of saying are of another time than what stands before them: *she said later*, *he afterwards claimed*."""
    if frame.cue is None:
        return False
    low, high = tokens.sentences[tokens.sentence[frame.cue[0]]]
    return not _LATER.isdisjoint(tokens.lower[max(low, frame.cue[0] - 1) : min(high, frame.cue[1] + 1)])


def told_out_of(tokens: Tokens, frame: Frame, held: Session) -> bool:
    """Whether somebody is told what would else go on with a text: *he told the crowd* is not in his book."""
    if frame.cue is None or held.venue is None or held.venue.kind not in ("book", "article", "letter", "email"):
        return False
    return bool(set(tokens.lower[slice(*frame.cue)]) & v.TELL)


def days_of(scene: Scene, frame: Frame) -> frozenset[str]:
    """The days and other words of time in the sentence of an attribution, outside its content."""
    tokens = scene.tokens
    low, high = tokens.sentences[frame.sentence]
    low, high = max(low, frame.low - AROUND), min(high, frame.high + AROUND)
    inside: set[int] = set()
    for a, b in frame.content:
        inside.update(range(max(a, low), min(b, high)))
    outside = [at for at in range(low, high) if at not in inside]
    found = {tokens.lower[at] for at in outside} & v.TIMES
    for at in outside:
        after = tokens.lower[at + 1] if at + 1 < high else ""
        if tokens.lower[at] == "last" and after in ("week", "month", "year", "night"):
            found.add(f"last {after}")
        elif tokens.lower[at] == "recently" and frame.cue and frame.cue[0] - 1 <= at <= frame.cue[1]:
            found.add("recently")
    return frozenset(found)


def dated(days: frozenset[str]) -> frozenset[str]:
    """Of words of time those that are of another week than the article's news: *last month*, *in May*."""
    return frozenset(day for day in days if day.startswith("last ") and day != "last night") | (days & v.MONTHS)


def long_ago(scene: Scene, frame: Frame) -> bool:
    """Whether the words of saying are in a year or years from where the text was: *in 2010*, *two years later*; also where the
    paragraph begins so."""
    tokens = scene.tokens
    low, high = tokens.sentences[frame.sentence]
    first = bisect_left(tokens.paragraph, tokens.paragraph[low])
    near = range(max(low, frame.low - BESIDE), min(high, frame.high + BESIDE))
    inside = {at for a, b in frame.content for at in range(max(a, near.start), min(b, near.stop))}
    places = {*range(first, min(first + BESIDE, high)), *range(low, min(low + BESIDE, high)), *near}
    return any(far_off(tokens, at) for at in places - inside)


def far_off(tokens: Tokens, at: int) -> bool:
    """Whether a word is a year after *in*, or years that go by."""
    word, before = tokens.lower[at], tokens.lower[at - 1] if at else ""
    if word.isdigit() and len(word) == 4 and word[:2] in ("19", "20"):
        return before in ("in", "since", "a", "of")
    after = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
    return word in ("years", "year", "decade", "decades", "months") and (
        after in ("ago", "later", "earlier", "before") or before == "last"
    )

"""The findings of a reading as TEI elements over its text, cut where they cross each other or the end of a block."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sayso.export.linked import date_type
from sayso.export.lookup import Lookup, spans_by_role
from sayso.export.xml import Xml
from sayso.records import Attribution, AttributionKind, HopKind, Span, TimeMention

SAID, OTHER = 0, 1
"""How far out an element stands: `said` holds all others, since TEI lets it hold whatever a paragraph does."""

_ALOUD = {
    HopKind.SAID: "true",
    HopKind.TOLD: "true",
    HopKind.TESTIFIED: "true",
    HopKind.BROADCAST: "true",
    HopKind.WROTE: "false",
    HopKind.POSTED: "false",
    HopKind.PUBLISHED: "false",
}
_DIRECT = {AttributionKind.DIRECT: "true", AttributionKind.INDIRECT: "false", AttributionKind.MIXED: "false"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An element over `span`. `key` is its xml:id, and `key-2`, `key-3`, … are those of the pieces into which it is cut."""

    key: str
    element: str
    span: Span
    attributes: tuple[tuple[str, str | None], ...]

    @property
    def outward(self) -> tuple[int, int, str]:
        return SAID if self.element == "said" else OTHER, -len(self.span), self.key


def marks(at: Lookup, root: str) -> list[Mark]:
    """Every span of a reading as an element; `root` begins the ids, the same as the xml:id of the TEI element."""
    return [Mark(key, element, span, tuple(given.items())) for key, element, span, given in _all(at, root)]


_Made = tuple[str, str, Span, dict[str, str | None]]


def _all(at: Lookup, root: str) -> Iterator[_Made]:
    reading = at.reading
    people = {person.id: f"#{root}.p{place}" for place, person in enumerate(reading.people, 1)}
    for place, found in enumerate(reading.attributions, 1):
        base, who = f"{root}.a{place}", people.get(found.speaker or "")
        for role, spans in spans_by_role(found):
            given: dict[str, str | None] = {"n": found.id, "type": role}
            element = "seg"
            if role == "content":
                element, given = "said", _said(at, found, people)
            elif role == "source":
                element, given["ref"] = "rs", who
            yield from _each(f"{base}.{role}", element, spans, given)
        for number, hop in enumerate(at.hops(found)):
            given = {"n": found.id, "type": "hop", "subtype": str(hop.kind), "corresp": people.get(hop.person or "")}
            yield from _each(f"{base}.hop{number}", "seg", hop.spans, given)
    for place, hedge in enumerate(reading.hedges, 1):
        ana = f"#certainty.{hedge.certainty} #polarity.{hedge.polarity}"
        for role, spans in (("hedge", hedge.spans), ("scope", (hedge.scope,))):
            yield from _each(f"{root}.g{place}.{role}", "seg", spans, {"n": f"hedge{place}", "type": role, "ana": ana})
    for place, time in enumerate(reading.times, 1):
        yield from _each(f"{root}.t{place}.time", "date", (time.span,), {"n": time.id, **_dated(time)})
    for place, person in enumerate(reading.people, 1):
        ref = people[person.id]
        yield from _each(
            f"{root}.p{place}.mention", "rs", person.mentions, {"n": person.id, "type": "mention", "ref": ref}
        )
        given = {"n": person.id, "type": "description", "corresp": ref}
        yield from _each(f"{root}.p{place}.description", "seg", person.descriptions, given)
    for place, each in enumerate(reading.happenings, 1):
        ana = f"#certainty.{each.certainty} #polarity.{each.polarity}"
        yield from _each(f"{root}.h{place}.what", "seg", each.what, {"n": each.id, "type": "what", "ana": ana})
    if reading.wire is not None:
        yield from _each(f"{root}.w1.wire", "seg", reading.wire.spans, {"n": "wire", "type": "wire"})


def _each(base: str, element: str, spans: Sequence[Span], given: dict[str, str | None]) -> Iterator[_Made]:
    """One element a span; those of one finding are chained by `prev`."""
    for number, span in enumerate(spans, 1):
        before = f"#{base}.{number - 1}" if number > 1 else None
        yield f"{base}.{number}", element, span, {**given, "prev": before}


def _said(at: Lookup, found: Attribution, people: dict[str, str]) -> dict[str, str | None]:
    hops = at.hops(found)
    judged = ("certainty", found.certainty), ("polarity", found.polarity), ("tone", found.tone)
    told = ("kind", found.kind), ("source", found.source_class)
    return {
        "n": found.id,
        "who": people.get(found.speaker or ""),
        "toWhom": people.get(found.addressee or ""),
        "direct": _DIRECT[found.kind],
        "aloud": _ALOUD.get(hops[0].kind, "unknown") if hops else "unknown",
        "cert": f"{min(max(found.score, 0.0), 1.0):.4f}",
        "ana": " ".join(f"#{of}.{value}" for of, value in (*judged, *told)),
    }


_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", re.ASCII)
_OPEN_YEAR = re.compile(r"XXXX-(\d\d-\d\d)", re.ASCII)
_BOUNDS = {"BEFORE": "notAfter", "ON_OR_BEFORE": "notAfter", "AFTER": "notBefore", "ON_OR_AFTER": "notBefore"}


def _dated(time: TimeMention) -> dict[str, str | None]:
    """TIMEX3's value as `when-custom` as it is, and as a W3C date where it is one."""
    bound = _BOUNDS.get(time.mod or "", "when")
    custom = time.value if re.fullmatch("[!-~]+", time.value) else None
    mod = time.mod if time.mod and re.fullmatch(r"[A-Z_]+", time.mod) else None
    return {"type": str(time.type), "subtype": mod, bound: w3c_date(time.value), "when-custom": custom}


def w3c_date(value: str) -> str | None:
    """A TIMEX3 value as XML Schema writes it, `--01-09` for a day whose year is open; `None` for what is no day or moment."""
    if date_type(value):
        return value
    opened = _OPEN_YEAR.fullmatch(value)
    if opened:
        return f"--{opened[1]}" if date_type(f"2000-{opened[1]}") else None
    if not _MINUTE.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value).isoformat()
    except ValueError:
        return None


class Woven:
    """Text with marks: `stretch` gives the markup of one part of it, and no mark crosses another there."""

    def __init__(self, text: str, found: list[Mark], stretches: Sequence[Span], xml: Xml) -> None:
        self.text = text
        self.xml = xml
        self.stretches = stretches
        self._events: list[list[str | tuple[Mark, int]]] = []
        self._pieces: Counter[str] = Counter()
        self._weave(found)

    def of(self, place: int) -> str:
        """The markup of the stretch at a place."""
        return "".join(each if isinstance(each, str) else self._opening(*each) for each in self._events[place])

    def _opening(self, mark: Mark, piece: int) -> str:
        before = mark.key if piece == 2 else f"{mark.key}-{piece - 1}"
        given = dict(mark.attributes)
        given["xml:id"] = mark.key if piece == 1 else f"{mark.key}-{piece}"
        if piece > 1:
            given["prev"] = f"#{before}"
        if piece < self._pieces[mark.key]:
            given["next"] = f"#{mark.key}-{piece + 1}"
        return self.xml.opening(mark.element, given)

    def _weave(self, found: list[Mark]) -> None:
        opening: dict[int, list[Mark]] = defaultdict(list)
        cuts: set[int] = set()
        for mark in found:
            opening[mark.span.start].append(mark)
            cuts.update((mark.span.start, mark.span.end))
        for stretch in self.stretches:
            cuts.update((stretch.start, stretch.end))
        active: list[Mark] = []
        at = 0
        events: list[str | tuple[Mark, int]] = []
        stack: list[Mark] = []
        for start, end in pairwise(sorted(cuts)):
            active = [mark for mark in active if mark.span.end > start]
            if start in opening:
                active = sorted([*active, *opening[start]], key=lambda mark: mark.outward)
            if at == len(self.stretches) or start < self.stretches[at].start:
                continue
            self._turn(stack, active, events)
            events.append(self.xml.text(self.text[start:end]))
            if end == self.stretches[at].end:
                self._turn(stack, [], events)
                self._events.append(events)
                events = []
                at += 1

    def _turn(self, stack: list[Mark], wanted: list[Mark], events: list[str | tuple[Mark, int]]) -> None:
        """Close and open what makes the open elements those that are wanted."""
        same = 0
        while same < min(len(stack), len(wanted)) and stack[same] is wanted[same]:
            same += 1
        while len(stack) > same:
            events.append(f"</{stack.pop().element}>")
        for mark in wanted[same:]:
            self._pieces[mark.key] += 1
            events.append((mark, self._pieces[mark.key]))
            stack.append(mark)

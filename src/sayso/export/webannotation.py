"""W3C Web Annotations (Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/) as JSON-LD.

One annotation for each role of each attribution (source, cue, content, …), each hop, hedge, expression of time, mention,
happening and wire mark; its targets are the role's spans, each by position and by quotation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.facts import moment
from sayso.export.files import Tally
from sayso.export.linked import OURS, dumped, name_of, source_of, term
from sayso.export.lookup import Lookup, spans_by_role, utc
from sayso.export.placed import Placed
from sayso.records import Attribution, Hop, Person, PersonKind, Reading, Span, sureness

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": OURS}]
COLLECTION = term("export")
_PAGE = term("export", "1")
AROUND = 32
"""Code points of the text given before and after a quotation, as Hypothes.is gives."""

_AGENTS = {
    PersonKind.PERSON: "Person",
    PersonKind.ROLE: "Person",
    PersonKind.UNNAMED: "Person",
    PersonKind.DOCUMENT: "Text",
}


def chunks(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """An Annotation Collection with one page, in pieces that together are one JSON document."""
    head = {"@context": CONTEXT, "id": COLLECTION, "type": "AnnotationCollection", "label": "Who said what"}
    page = {"id": _PAGE, "type": "AnnotationPage", "partOf": COLLECTION, "startIndex": 0}
    yield dumped(head, tally)[:-1] + ', "first": ' + dumped(page, tally)[:-1] + ', "items": ['
    for reading in readings:
        tally.readings += 1
        for each in of_reading(reading):
            yield (",\n" if tally.rows else "\n") + dumped(each, tally)
            tally.rows += 1
    yield f'\n]}}, "last": "{_PAGE}", "total": {tally.rows}}}\n'


def of_reading(reading: Reading) -> Iterator[dict[str, Any]]:
    """The annotations of one reading, without their context; none for what has no words in the text."""
    return (each for each in _all(reading) if each["target"])


def _all(reading: Reading) -> Iterator[dict[str, Any]]:
    made = _Maker(reading)
    for found in reading.attributions:
        yield from made.attribution(found)
    for place, hedge in enumerate(reading.hedges, 1):
        sure = sureness(hedge.certainty, hedge.polarity)
        facts = {"certainty": str(hedge.certainty), "polarity": str(hedge.polarity), "attribution": hedge.attribution}
        yield made.one(f"hedge{place}", "hedge", hedge.spans, f"not simply stated: {sure}", facts)
        yield made.one(f"hedge{place}", "scope", (hedge.scope,), f"statement that is {sure}", facts)
    for time in reading.times:
        facts = {"timex": str(time.type), "value": time.value, "mod": time.mod, "anchor": time.anchor}
        yield made.one(time.id, "time", (time.span,), moment(time.value, time.mod), facts)
    for person in reading.people:
        yield made.one(person.id, "mention", person.mentions, f"{person.name} ({person.kind})", {}, person)
        yield made.one(person.id, "description", person.descriptions, f"describes {person.name}", {}, person)
    for each in reading.happenings:
        sure = sureness(each.certainty, each.polarity)
        facts = {"value": each.date, "mod": each.mod, "attribution": each.by, "said": each.said}
        yield made.one(each.id, "what", each.what, f"happened {moment(each.date, each.mod)}; {sure}", facts)
    if reading.wire is not None:
        yield made.one("wire", "wire", reading.wire.spans, f"text of {reading.wire.agency}", {})


class _Maker:
    def __init__(self, reading: Reading) -> None:
        self.at = Lookup(reading)
        self.article = reading.article
        self.source = source_of(reading.article)
        captured = utc(reading.article.captured)
        self.state = {"type": "TimeState", "sourceDate": captured} if captured else None
        self.creator = {"id": term("model", reading.model), "type": "Software", "name": reading.model}

    def attribution(self, found: Attribution) -> Iterator[dict[str, Any]]:
        speaker = self.at.speaker(found)
        said = self.at.said(found)
        facts = {
            "kind": str(found.kind),
            "sourceClass": str(found.source_class),
            "certainty": str(found.certainty),
            "polarity": str(found.polarity),
            "tone": str(found.tone),
            "score": round(found.score, 4),
            "said": said.value if said else None,
            "inside": found.inside,
        }
        name = speaker.name if speaker else self.at.words(found.source) or "nobody named"
        sure = sureness(found.certainty, found.polarity)
        for role, spans in spans_by_role(found):
            yield self.one(found.id, role, spans, f"{name}; {found.kind}; {sure}", facts, speaker)
        for place, hop in enumerate(self.at.hops(found)):
            if hop.spans:
                yield self.hop(found, place, hop)

    def hop(self, found: Attribution, place: int, hop: Hop) -> dict[str, Any]:
        said = f"{hop.actor or 'somebody not named'}; {hop.kind}; hop {place + 1} of {len(self.at.hops(found))}"
        facts = {"hop": place, "hopKind": str(hop.kind), "inferred": hop.inferred}
        return self.one(found.id, "hop", hop.spans, said, facts, self.at.people.get(hop.person or ""))

    def one(
        self,
        finding: str,
        role: str,
        spans: tuple[Span, ...],
        said: str,
        facts: dict[str, Any],
        who: Person | None = None,
    ) -> dict[str, Any]:
        part = (role, facts["hop"]) if "hop" in facts else (role,)
        bodies: list[dict[str, Any]] = [
            {"type": "TextualBody", "purpose": "tagging", "value": role, "format": "text/plain", "language": "en"},
            {"type": "TextualBody", "purpose": "describing", "value": said, "format": "text/plain", "language": "en"},
        ]
        if who is not None:
            agent = {
                "id": name_of(self.article, who.id),
                "type": _AGENTS.get(who.kind, "Organization"),
                "name": who.name,
            }
            bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": agent})
        return {
            "id": name_of(self.article, finding, *part),
            "type": "Annotation",
            "motivation": "identifying" if role == "mention" else "describing",
            "creator": self.creator,
            "body": bodies,
            "target": [self.target(span) for span in spans],
            "sayso:article": self.article.id,
            "sayso:finding": finding,
            "sayso:role": role,
            **{f"sayso:{key}": value for key, value in facts.items()},
        }

    def target(self, span: Span) -> dict[str, Any]:
        text = self.article.text
        quote = {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        }
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        return {
            "type": "SpecificResource",
            "source": self.source,
            "state": self.state,
            "selector": [position, quote],
        }


def spans(document: str, text: str | None = None) -> Iterator[Placed]:
    """Every span of a collection that `chunks` made. With `text`, each is looked for by its quotation where it is no longer
    at its position, and left out where it is nowhere."""
    for each in json.loads(document)["first"]["items"]:
        for target in each["target"]:
            position, quote = target["selector"]
            span = Span(position["start"], position["end"])
            found = span if text is None else anchored(text, span, quote)
            if found is not None:
                yield Placed(
                    each["sayso:article"], each["sayso:finding"], each["sayso:role"], each.get("sayso:hop", 0), found
                )


def anchored(text: str, span: Span, quote: dict[str, str]) -> Span | None:
    """Where a quotation stands in a text that may have changed: at its position, else with the same words around it, else where
    it stands alone; `None` where it is nowhere or in several places."""
    exact = quote["exact"]
    if span.of(text) == exact:
        return span
    for before, after in ((quote["prefix"], quote["suffix"]), (quote["prefix"], ""), ("", quote["suffix"]), ("", "")):
        wanted = before + exact + after
        at = text.find(wanted)
        if at >= 0 and text.find(wanted, at + 1) < 0:
            return Span(at + len(before), at + len(before) + len(exact))
    return None

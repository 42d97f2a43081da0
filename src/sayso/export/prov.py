"""Provenance in PROV-O (W3C Recommendation of 30 April 2013, https://www.w3.org/TR/prov-o/) as JSON-LD.

The article is an entity, each attribution an activity of its speaker, and each hop an activity that generated the words as
they were after it; each entity of words was quoted (or derived) from the one before, and the last has the first as its primary
source.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sayso.export.files import Tally
from sayso.export.linked import OURS, date_type, graph, name_of, term, web_address
from sayso.export.lookup import Lookup, utc
from sayso.records import Attribution, AttributionKind, HopKind, PersonKind, Reading

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sayso": OURS,
}

_AGENTS = {
    PersonKind.PERSON: ["prov:Agent", "prov:Person"],
    PersonKind.ROLE: ["prov:Agent", "prov:Person"],
    PersonKind.UNNAMED: ["prov:Agent", "prov:Person"],
    PersonKind.ORGANISATION: ["prov:Agent", "prov:Organization"],
    PersonKind.OUTLET: ["prov:Agent", "prov:Organization"],
    PersonKind.PROGRAMME: ["prov:Agent", "prov:Organization"],
    PersonKind.GROUP: ["prov:Agent"],
    PersonKind.DOCUMENT: ["prov:Entity"],
}

Node = dict[str, Any]


def chunks(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """One JSON-LD document with a graph, in pieces; what is counted as rows are the attributions."""
    return graph(readings, tally, CONTEXT, nodes)


def nodes(reading: Reading) -> Iterator[Node]:
    """The nodes of one reading."""
    at = Lookup(reading)
    yield from _article(at)
    for person in reading.people:
        yield {
            "@id": name_of(at.article, person.id),
            "@type": _AGENTS[person.kind],
            "rdfs:label": person.name,
            "sayso:kind": str(person.kind),
        }
    for found in reading.attributions:
        yield from _attribution(at, found)


def _article(at: Lookup) -> Iterator[Node]:
    article, reading = at.article, at.reading
    me, outlet = name_of(article), name_of(article, "outlet")
    page, reader = web_address(article.url), term("model", reading.model)
    yield {
        "@id": me,
        "@type": "prov:Entity",
        "dcterms:title": article.title,
        "dcterms:language": article.language,
        "dcterms:issued": _day(article.published),
        "prov:generatedAtTime": _moment(article.published),
        "prov:wasAttributedTo": {"@id": outlet} if article.outlet else None,
        "prov:specializationOf": {"@id": page} if page else None,
    }
    if page:
        yield {"@id": page, "@type": "prov:Entity"}
    if article.outlet:
        yield {"@id": outlet, "@type": ["prov:Agent", "prov:Organization"], "rdfs:label": article.outlet}
    if reading.wire is not None:
        agency = name_of(article, "wire")
        yield {"@id": agency, "@type": ["prov:Agent", "prov:Organization"], "rdfs:label": reading.wire.agency}
        copy = name_of(article, "wire", "copy")
        yield {"@id": copy, "@type": "prov:Entity", "prov:wasAttributedTo": {"@id": agency}}
        yield {"@id": me, "prov:wasDerivedFrom": {"@id": copy}}
    yield {"@id": reader, "@type": ["prov:Agent", "prov:SoftwareAgent"], "rdfs:label": reading.model}
    act = name_of(article, "reading")
    yield {
        "@id": act,
        "@type": "prov:Activity",
        "prov:used": {"@id": me},
        "prov:wasAssociatedWith": {"@id": reader},
    }
    yield {
        "@id": name_of(article, "findings"),
        "@type": "prov:Entity",
        "prov:wasGeneratedBy": {"@id": act},
        "prov:wasAttributedTo": {"@id": reader},
        "prov:wasDerivedFrom": {"@id": me},
    }


@dataclass(frozen=True, slots=True)
class _Step:
    """What one hop did: `agent` is the id of a person, `None` where it is none of them."""

    kind: str
    agent: str | None
    label: str | None
    inferred: bool


def _steps(at: Lookup, found: Attribution) -> list[_Step]:
    """The hops, or the speaker and the article where none were traced."""
    hops = at.hops(found)
    if hops:
        return [_Step(str(hop.kind), hop.person, hop.actor, hop.inferred) for hop in hops]
    speaker = at.speaker(found)
    said = _Step(str(HopKind.SAID), found.speaker, speaker.name if speaker else None, False)
    return [said, _Step(str(HopKind.PUBLISHED), None, at.article.outlet, True)]


def _attribution(at: Lookup, found: Attribution) -> Iterator[Node]:
    steps = _steps(at, found)
    if len(steps) == 1:  # nobody before the article
        steps = [_Step(str(HopKind.SAID), found.speaker, None, True), *steps]
    quoted = "prov:wasDerivedFrom" if found.kind is AttributionKind.INDIRECT else "prov:wasQuotedFrom"
    said = at.said(found)
    for place, step in enumerate(steps):
        last = place == len(steps) - 1
        act, words = _act(at, found, place), _words(at, found, place, last)
        activity: Node = {"@id": act, "@type": "prov:Activity", "sayso:act": step.kind, "sayso:inferred": step.inferred}
        entity: Node = {"@id": words, "@type": "prov:Entity", "prov:wasGeneratedBy": {"@id": act}}
        agent = yield from _agent(at, found, step, last, place)
        if agent and step.agent in at.people and at.people[step.agent].kind is PersonKind.DOCUMENT:
            activity["prov:used"] = {"@id": agent}
            entity["prov:hadPrimarySource"] = {"@id": agent}
        elif agent:
            activity["prov:wasAssociatedWith"] = {"@id": agent}
            entity["prov:wasAttributedTo"] = {"@id": agent}
        if place:
            before = _words(at, found, place - 1, False)
            activity["prov:used"] = [each for each in (activity.get("prov:used"), {"@id": before}) if each]
            entity[quoted] = {"@id": before}
        elif said:
            kind = date_type(said.value)
            activity["dcterms:date"] = {"@value": said.value, "@type": kind} if kind else said.value
        if place == 0:
            activity["rdfs:label"] = at.words_or_none(found.cue)
        if last:
            entity.update(_facts(at, found, before=_words(at, found, 0, False)))
        yield activity
        yield entity


def _agent(at: Lookup, found: Attribution, step: _Step, last: bool, place: int) -> Generator[Node, None, str | None]:
    """Its name; a node for it first, where it is none of the people."""
    if step.agent in at.people:
        return name_of(at.article, step.agent or "")
    if last and at.article.outlet:
        return name_of(at.article, "outlet")
    if step.label is None:
        return None
    made = name_of(at.article, found.id, "agent", place)
    yield {"@id": made, "@type": "prov:Agent", "rdfs:label": step.label}
    return made


def _facts(at: Lookup, found: Attribution, before: str) -> Node:
    spans = [f"{span.start}-{span.end}" for span in found.content]
    return {
        "prov:value": at.words(found.content),
        "prov:hadPrimarySource": {"@id": before},
        "dcterms:isPartOf": {"@id": name_of(at.article)},
        "sayso:attribution": found.id,
        "sayso:spans": spans,
        "sayso:kind": str(found.kind),
        "sayso:sourceClass": str(found.source_class),
        "sayso:certainty": str(found.certainty),
        "sayso:polarity": str(found.polarity),
        "sayso:venue": found.venue.name if found.venue else None,
        "sayso:score": {"@value": f"{found.score:.4f}", "@type": "xsd:decimal"},
    }


def _act(at: Lookup, found: Attribution, place: int) -> str:
    """The activity of a hop; the first one is the attribution itself."""
    return name_of(at.article, found.id, "hop", place) if place else name_of(at.article, found.id)


def _words(at: Lookup, found: Attribution, place: int, last: bool) -> str:
    """The words as they were after a hop; after the last one they stand in this article."""
    return name_of(at.article, found.id, "content") if last else name_of(at.article, found.id, "words", place)


def _day(value: date | None) -> Node | None:
    if value is None:
        return None
    day = value.date() if isinstance(value, datetime) else value
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _moment(value: date | None) -> Node | None:
    moment = utc(value)
    return {"@value": moment, "@type": "xsd:dateTime"} if moment else None

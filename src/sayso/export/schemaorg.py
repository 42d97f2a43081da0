"""schema.org JSON-LD (https://schema.org/): a `NewsArticle` for each reading, with its `Quotation`s and who speaks in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sayso.export.files import Tally
from sayso.export.linked import date_type, graph, name_of, term, web_address
from sayso.export.lookup import Lookup
from sayso.records import Attribution, Person, PersonKind, Reading

CONTEXT = "https://schema.org"

_TYPES = {
    PersonKind.PERSON: "Person",
    PersonKind.ROLE: "Person",
    PersonKind.UNNAMED: "Person",
    PersonKind.OUTLET: "NewsMediaOrganization",
    PersonKind.ORGANISATION: "Organization",
    PersonKind.PROGRAMME: "Organization",
    PersonKind.GROUP: "Organization",
    PersonKind.DOCUMENT: "CreativeWork",
}

Node = dict[str, Any]


def chunks(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """One JSON-LD document with a graph, in pieces; what is counted as rows are the quotations."""
    return graph(readings, tally, CONTEXT, nodes)


def nodes(reading: Reading) -> Iterator[Node]:
    """The article, then everybody who speaks in it or to whom something is said, then the quotations."""
    at = Lookup(reading)
    article = reading.article
    yield {
        "@type": "NewsArticle",
        "@id": name_of(article),
        "url": web_address(article.url),
        "headline": article.title,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None,
        "datePublished": _iso(article.published),
        "dateModified": _iso(article.modified),
        "inLanguage": article.language,
        "sourceOrganization": {"@type": "Organization", "name": reading.wire.agency} if reading.wire else None,
        "hasPart": [{"@id": name_of(article, found.id)} for found in reading.attributions],
    }
    speaking = {id for found in reading.attributions for id in (found.speaker, found.addressee)}
    for person in reading.people:
        if person.id in speaking:
            yield _person(at, person)
    for found in reading.attributions:
        yield _quotation(at, found)


def _person(at: Lookup, person: Person) -> Node:
    return {
        "@type": _TYPES[person.kind],
        "@id": name_of(at.article, person.id),
        "name": person.name,
        "description": "; ".join(span.of(at.article.text) for span in person.descriptions) or None,
    }


def _quotation(at: Lookup, found: Attribution) -> Node:
    speaker, said = at.speaker(found), at.said(found)
    speaks = speaker is not None and speaker.kind is not PersonKind.DOCUMENT
    based: list[Node] = []
    if speaker is not None and not speaks:
        based.append({"@id": name_of(at.article, speaker.id)})
    based += _passed_on(at, found)
    says = {"@id": name_of(at.article, speaker.id)} if speaker is not None and speaks else None
    venue, to = found.venue, at.people.get(found.addressee or "")
    return {
        "@type": "Quotation",
        "@id": name_of(at.article, found.id),
        "text": at.words(found.content),
        "spokenByCharacter": says,
        "creator": says,
        "creditText": at.words_or_none(found.source),
        "dateCreated": said.value if said and date_type(said.value) == "xsd:date" else None,
        "isBasedOn": based,
        "recordedAt": {"@type": "Event", "name": venue.name, "description": venue.kind} if venue else None,
        "audience": {"@type": "Audience", "name": to.name} if to else None,
        "isPartOf": {"@id": name_of(at.article)},
        "keywords": [
            _term("kind", str(found.kind)),
            _term("source-class", str(found.source_class)),
            _term("certainty", str(found.certainty)),
            _term("polarity", str(found.polarity)),
        ],
    }


def _passed_on(at: Lookup, found: Attribution) -> Iterator[Node]:
    """What the words came through: a work for each hop between the speaker and this article, the nearest first."""
    for hop, name in reversed(list(zip(at.hops(found), at.actors(found), strict=True))[1:-1]):
        maker = at.people.get(hop.person or "")
        kind = _TYPES[maker.kind] if maker else "Organization"
        if kind == "CreativeWork":
            yield {"@type": kind, "name": name}
        else:
            yield {"@type": "CreativeWork", "creator": {"@type": kind, "name": name}}


def _term(of: str, value: str) -> Node:
    return {"@type": "DefinedTerm", "name": value, "termCode": value, "inDefinedTermSet": term(of)}


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None

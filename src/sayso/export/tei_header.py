"""The header of a TEI document: what was read, by what, who is in it, and what our words for certainty mean."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum

from sayso.export.linked import web_address
from sayso.export.lookup import Lookup, utc
from sayso.export.xml import Xml
from sayso.records import AttributionKind, Certainty, Person, PersonKind, Polarity, SourceClass, Tone

_TAXONOMIES: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("certainty", "What the article commits to", Certainty),
    ("polarity", "Whether it is held to be so or not to be so", Polarity),
    ("tone", "What the cue adds to said", Tone),
    ("kind", "In quotation marks, in the writer's words, or both", AttributionKind),
    ("source", "How the source stands to the words", SourceClass),
)


def header(at: Lookup, xml: Xml, root: str, *, alone: bool) -> str:
    """The header of one article; with the taxonomies where it stands `alone`, without where its corpus has them."""
    article = at.article
    published = xml.element("authority", "Sayso") + xml.element("idno", xml.text(article.id), type="sayso")
    file = (
        xml.element("titleStmt", _titled(at, xml))
        + xml.element("publicationStmt", published)
        + xml.element("sourceDesc", _source(at, xml) + _documents(at, xml, root))
    )
    language = article.language if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", article.language or "") else None
    used = xml.element("langUsage", xml.element("language", xml.text(language), ident=language)) if language else ""
    profile = used + _people(at, xml, root)
    return xml.element(
        "teiHeader",
        xml.element("fileDesc", file)
        + xml.element("encodingDesc", _application(xml, at.reading.model) + (_taxonomies(xml) if alone else ""))
        + (xml.element("profileDesc", profile) if profile else ""),
    )


def _titled(at: Lookup, xml: Xml) -> str:
    title = xml.element("title", xml.text(at.article.title or "Without a title"))
    return title + "".join(xml.worded("author", name) for name in at.article.authors)


def _source(at: Lookup, xml: Xml) -> str:
    article = at.article
    made = [_titled(at, xml), xml.worded("publisher", article.outlet)]
    if article.published is not None:
        day = xml.text(article.published.isoformat())
        made.append(xml.element("date", day, when=_published(article.published)))
    address = web_address(article.url)
    if address:
        made.append(xml.element("ref", xml.text(article.url or ""), target=address))
    return xml.element("bibl", "".join(made))


def _documents(at: Lookup, xml: Xml, root: str) -> str:
    """The texts that are said to say something, which are no persons."""
    listed = "".join(
        xml.element("bibl", xml.element("title", xml.text(each.name)), xml_id=f"{root}.p{place}", n=each.id)
        for place, each in enumerate(at.reading.people, 1)
        if each.kind is PersonKind.DOCUMENT
    )
    return xml.element("listBibl", listed) if listed else ""


def _published(value: date | None) -> str | None:
    if isinstance(value, datetime):
        return utc(value) or value.isoformat()
    return value.isoformat() if value is not None else None


def _application(xml: Xml, model: str) -> str:
    return xml.element(
        "appInfo", xml.element("application", xml.element("label", xml.text(model)), ident="sayso", version="1")
    )


def _taxonomies(xml: Xml) -> str:
    made = []
    for name, meaning, values in _TAXONOMIES:
        categories = "".join(
            xml.element("category", xml.element("catDesc", str(value)), xml_id=f"{name}.{value}") for value in values
        )
        made.append(xml.element("taxonomy", xml.element("desc", meaning) + categories, xml_id=name))
    return xml.element("classDecl", "".join(made))


def _people(at: Lookup, xml: Xml, root: str) -> str:
    made = []
    for place, person in enumerate(at.reading.people, 1):
        if person.kind is not PersonKind.DOCUMENT:
            made.append(_person(at, xml, person, f"{root}.p{place}"))
    return xml.element("particDesc", xml.element("listPerson", "".join(made))) if made else ""


def _person(at: Lookup, xml: Xml, person: Person, id: str) -> str:
    told = "".join(xml.element("note", xml.text(span.of(at.article.text))) for span in person.descriptions)
    name = xml.text(person.name)
    if person.kind in (PersonKind.PERSON, PersonKind.ROLE, PersonKind.UNNAMED):
        named = xml.element("persName", name, type=str(person.kind))
        return xml.element("person", named + told, xml_id=id, n=person.id, role=str(person.kind))
    if person.kind is PersonKind.GROUP:
        return xml.element("personGrp", xml.element("name", name) + told, xml_id=id, n=person.id, role="group")
    return xml.element("org", xml.element("orgName", name) + told, xml_id=id, n=person.id, role=str(person.kind))


def corpus_header(xml: Xml) -> str:
    """The header of a corpus: where it comes from, and the taxonomies that its documents point into."""
    file = (
        xml.element("titleStmt", xml.element("title", "Who said what"))
        + xml.element("publicationStmt", xml.element("authority", "Sayso"))
        + xml.element("sourceDesc", xml.element("p", "Articles as read; each has its own source."))
    )
    return xml.element("teiHeader", xml.element("fileDesc", file) + xml.element("encodingDesc", _taxonomies(xml)))

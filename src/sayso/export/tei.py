"""TEI P5 (https://tei-c.org/release/doc/tei-p5-doc/en/html/) with `said`, `rs`, `date` and `seg` over the article's own text.

All text within `body` is the article's text, character by character, so that a span is found again by counting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from itertools import chain

from sayso.export.facts import actor
from sayso.export.files import Tally
from sayso.export.linked import web_address
from sayso.export.lookup import Lookup, utc
from sayso.export.placed import Placed
from sayso.export.tei_marks import Woven, marks
from sayso.export.xml import Xml
from sayso.records import (
    AttributionKind,
    Block,
    BlockKind,
    Certainty,
    Person,
    PersonKind,
    Polarity,
    Reading,
    SourceClass,
    Span,
    Tone,
)

NAMESPACE = "http://www.tei-c.org/ns/1.0"

_TAXONOMIES: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("certainty", "What the article commits to", Certainty),
    ("polarity", "Whether it is held to be so or not to be so", Polarity),
    ("tone", "What the cue adds to said", Tone),
    ("kind", "In quotation marks, in the writer's words, or both", AttributionKind),
    ("source", "How the source stands to the words", SourceClass),
)


def chunks(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """One reading as a `TEI` document, several as a `teiCorpus`, none as a `TEI` that says so; rows are the attributions."""
    coming = iter(readings)
    first, second = next(coming, None), next(coming, None)
    xml = Xml(tally)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    if first is None:
        yield _nothing(xml)
        return
    if second is None:
        yield _document(first, xml, 1, alone=True) + "\n"
        return
    yield f'<teiCorpus xmlns="{NAMESPACE}">\n{_corpus_header(xml)}\n'
    for number, reading in enumerate(chain((first, second), coming), 1):
        yield _document(reading, xml, number, alone=False) + "\n"
    yield "</teiCorpus>\n"


def _document(reading: Reading, xml: Xml, number: int, *, alone: bool) -> str:
    xml.tally.readings += 1
    xml.tally.rows += len(reading.attributions)
    at, root = Lookup(reading), f"d{number}"
    given = {"xmlns": NAMESPACE if alone else None, "xml:id": root}
    parts = [_header(at, xml, root, alone=alone), _chains(at, xml, root), xml.element("text", _body(at, xml, root))]
    return xml.opening("TEI", given) + "\n" + "\n".join(part for part in parts if part) + "\n</TEI>"


def _header(at: Lookup, xml: Xml, root: str, *, alone: bool) -> str:
    article = at.article
    title = xml.element("title", xml.text(article.title or "Without a title"))
    authors = "".join(xml.worded("author", name) for name in article.authors)
    published = _published(article.published)
    address = web_address(article.url)
    source = "".join(
        (
            title,
            authors,
            xml.worded("publisher", article.outlet),
            xml.element("date", xml.text(article.published.isoformat()), when=published) if article.published else "",
            xml.element("ref", xml.text(article.url or ""), target=address) if address else "",
        )
    )
    documents = [(place, each) for place, each in enumerate(at.reading.people, 1) if each.kind is PersonKind.DOCUMENT]
    listed = "".join(
        xml.element("bibl", xml.element("title", xml.text(each.name)), xml_id=f"{root}.p{place}", n=each.id)
        for place, each in documents
    )
    file = "".join(
        (
            xml.element("titleStmt", title + authors),
            xml.element(
                "publicationStmt",
                xml.element("authority", "Sayso") + xml.element("idno", xml.text(article.id), type="sayso"),
            ),
            xml.element(
                "sourceDesc", xml.element("bibl", source) + (xml.element("listBibl", listed) if listed else "")
            ),
        )
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


_NAMED = {PersonKind.PERSON: "persName", PersonKind.ORGANISATION: "orgName", PersonKind.OUTLET: "orgName"}


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


def _chains(at: Lookup, xml: Xml, root: str) -> str:
    """The hops as relations: somebody did something with the words of an attribution."""
    people = {person.id: f"#{root}.p{place}" for place, person in enumerate(at.reading.people, 1)}
    made = []
    for place, found in enumerate(at.reading.attributions, 1):
        hops = at.hops(found)
        if not found.content:
            continue
        for number, hop in enumerate(hops):
            last = number == len(hops) - 1
            who = people.get(hop.person or "") or (f"#{root}" if last else None)
            given = {
                "name": str(hop.kind),
                "n": str(number),
                "active": who,
                "passive": f"#{root}.a{place}.content.1",
                "cert": "medium" if hop.inferred else None,
            }
            said = xml.element("desc", xml.text(actor(hop, last)))
            made.append(xml.opening("relation", given) + said + "</relation>")
    return xml.element("standOff", xml.element("listRelation", "".join(made), type="chain")) if made else ""


def _body(at: Lookup, xml: Xml, root: str) -> str:
    """The text, block by block; what stands between the blocks is kept between the elements, so that nothing is lost."""
    text = at.article.text
    parts = list(_stretches(text, at.article.blocks))
    held = [span for span, kind in parts if kind is not None]
    woven = Woven(text, marks(at, root), held, xml)
    made, place = [], 0
    for span, kind in parts:
        if kind is None:
            made.append(xml.text(span.of(text)))
            continue
        made.append(_block(xml, kind, woven.of(place)))
        place += 1
    return (
        xml.opening("body", {"xml:space": "preserve"})
        + ("".join(made) if held else "".join(made) + "<ab/>")
        + "</body>"
    )


def _stretches(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Span, str | None]]:
    """The text from end to end: the blocks with their kinds, and the white space between them with none."""
    at = 0
    for block in sorted(blocks, key=lambda block: block.start):
        if block.start > at:
            yield from _between(text, at, block.start)
        if block.end > max(block.start, at):
            yield Span(max(block.start, at), block.end), str(block.kind)
            at = block.end
    if at < len(text):
        yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[Span, str | None]]:
    """White space of XML may stand between elements; anything else needs an element of its own."""
    gap = Span(start, end)
    yield gap, None if not gap.of(text).strip("\t\n\r ") else "gap"


def _block(xml: Xml, kind: str, content: str) -> str:
    if kind == BlockKind.PARAGRAPH:
        return xml.element("p", content)
    if kind == BlockKind.QUOTATION:
        return xml.element("cit", xml.element("quote", content), type=kind)
    return xml.element("ab", content, type=kind)


def _corpus_header(xml: Xml) -> str:
    file = (
        xml.element("titleStmt", xml.element("title", "Who said what"))
        + xml.element("publicationStmt", xml.element("authority", "Sayso"))
        + xml.element("sourceDesc", xml.element("p", "Articles as read; each has its own source."))
    )
    return xml.element("teiHeader", xml.element("fileDesc", file) + xml.element("encodingDesc", _taxonomies(xml)))


def _nothing(xml: Xml) -> str:
    body = xml.element("text", xml.element("body", xml.element("ab", "")))
    return f'<TEI xmlns="{NAMESPACE}">{_corpus_header(xml)}{body}</TEI>\n'


_KEY = re.compile(r"d\d+\.[a-z]\d+\.([a-z]+?)(\d*)\.\d+")


def spans(document: bytes) -> Iterator[Placed]:
    """Every span of a document that `chunks` made, article by article; lxml's XMLSyntaxError for what is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(document, parser)
    for tei in root.iter(f"{{{NAMESPACE}}}TEI"):
        article = tei.findtext(f".//{{{NAMESPACE}}}idno[@type='sayso']")
        body = tei.find(f"{{{NAMESPACE}}}text/{{{NAMESPACE}}}body")
        if article is None or body is None:
            continue
        at = 0
        starts: list[int] = []
        found: dict[str, tuple[str, int, int]] = {}
        for event, element in etree.iterwalk(body, events=("start", "end")):
            if event == "start":
                starts.append(at)
                at += len(element.text or "")
                continue
            begun = starts.pop()
            id = element.get("{http://www.w3.org/XML/1998/namespace}id")
            if id is not None:
                key = id.partition("-")[0]
                finding, start, end = found.get(key, (element.get("n", ""), begun, at))
                found[key] = finding, min(start, begun), max(end, at)
            if element is not body:
                at += len(element.tail or "")
        for key, (finding, start, end) in found.items():
            match = _KEY.fullmatch(key)
            if match:
                yield Placed(article, finding, match[1], int(match[2] or 0), Span(start, end))

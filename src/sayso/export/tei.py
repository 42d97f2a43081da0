"""TEI P5 (https://tei-c.org/release/doc/tei-p5-doc/en/html/) with `said`, `rs`, `date` and `seg` over the article's own text.

All text within `body` is the article's text, character by character, so that a span is found again by counting.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from sayso.export.files import Tally
from sayso.export.lookup import Lookup
from sayso.export.placed import Placed
from sayso.export.tei_header import corpus_header, header
from sayso.export.tei_marks import Mark, Woven, marks
from sayso.export.xml import Xml
from sayso.records import (
    Block,
    BlockKind,
    Reading,
    Span,
)

NAMESPACE = "http://www.tei-c.org/ns/1.0"


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
    yield f'<teiCorpus xmlns="{NAMESPACE}">\n{corpus_header(xml)}\n'
    for number, reading in enumerate(chain((first, second), coming), 1):
        yield _document(reading, xml, number, alone=False) + "\n"
    yield "</teiCorpus>\n"


def _document(reading: Reading, xml: Xml, number: int, *, alone: bool) -> str:
    xml.tally.readings += 1
    xml.tally.rows += len(reading.attributions)
    at, root = Lookup(reading), f"d{number}"
    given = {"xmlns": NAMESPACE if alone else None, "xml:id": root}
    parts = [header(at, xml, root, alone=alone), _chains(at, xml, root), xml.element("text", _body(at, xml, root))]
    return xml.opening("TEI", given) + "\n" + "\n".join(part for part in parts if part) + "\n</TEI>"


def _chains(at: Lookup, xml: Xml, root: str) -> str:
    """The hops as relations: somebody did something with the words of an attribution."""
    people = {person.id: f"#{root}.p{place}" for place, person in enumerate(at.reading.people, 1)}
    made = []
    for place, found in enumerate(at.reading.attributions, 1):
        hops, actors = at.hops(found), at.actors(found)
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
            said = xml.element("desc", xml.text(actors[number]))
            made.append(xml.opening("relation", given) + said + "</relation>")
    return xml.element("standOff", xml.element("listRelation", "".join(made), type="chain")) if made else ""


def _body(at: Lookup, xml: Xml, root: str) -> str:
    """The text, block by block; what stands between the blocks is kept between the elements, so that nothing is lost."""
    text = at.article.text
    found = marks(at, root)
    parts = list(_stretches(text, at.article.blocks, found))
    held = [span for span, kind in parts if kind is not None]
    woven = Woven(text, found, held, xml)
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


def _stretches(text: str, blocks: tuple[Block, ...], found: list[Mark]) -> Iterator[tuple[Span, str | None]]:
    """The text from end to end: the blocks with their kinds, and what stands between them.

    White space of XML may stand between elements, and has no kind; anything else, and white space in which a finding begins or
    ends, needs an element of its own, a `gap`.
    """
    starts, ends = sorted(mark.span.start for mark in found), sorted(mark.span.end for mark in found)

    def between(start: int, end: int) -> tuple[Span, str | None]:
        begun = bisect_left(starts, start) < bisect_left(starts, end)
        ended = bisect_right(ends, start) < bisect_right(ends, end)
        gap = Span(start, end)
        return gap, "gap" if begun or ended or gap.of(text).strip("\t\n\r ") else None

    at = 0
    for block in sorted(blocks, key=lambda block: block.start):
        if block.start > at:
            yield between(at, block.start)
        if block.end > max(block.start, at):
            yield Span(max(block.start, at), block.end), str(block.kind)
            at = block.end
    if at < len(text):
        yield between(at, len(text))


def _block(xml: Xml, kind: str, content: str) -> str:
    if kind == BlockKind.PARAGRAPH:
        return xml.element("p", content)
    if kind == BlockKind.QUOTATION:
        return xml.element("cit", xml.element("quote", content), type=kind)
    return xml.element("ab", content, type=kind)


def _nothing(xml: Xml) -> str:
    body = xml.element("text", xml.element("body", xml.element("ab", "")))
    return f'<TEI xmlns="{NAMESPACE}">{corpus_header(xml)}{body}</TEI>\n'


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

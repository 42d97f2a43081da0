"""Exports are what their standards say: TEI's own grammar, schema.org's shapes, our own shapes of PROV-O and Web Annotation."""

from __future__ import annotations

import gzip
import json
import logging
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from lxml import etree

from sayso.export.formats import Export, Format, Tally, chunks
from sayso.export.linked import web_address
from sayso.records import Reading
from tests.export.readings import HOSTILE, READINGS, readings

SCHEMAS = Path(__file__).parent / "schemas"


def exported(some: list[Reading], format: Format, tally: Tally | None = None) -> str:
    return "".join(chunks(some, Export(format), tally or Tally()))


# TEI


@cache
def grammar() -> Any:
    return etree.RelaxNG(etree.fromstring(gzip.decompress((SCHEMAS / "tei_all.rng.gz").read_bytes())))


def valid_tei(made: str) -> None:
    root = etree.fromstring(made.encode("utf-8"))
    assert grammar().validate(root), grammar().error_log.last_error
    ids = root.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    pointers = {
        word
        for name in ("who", "toWhom", "ref", "corresp", "prev", "next", "ana", "active", "passive")
        for value in root.xpath(f"//*[not(self::tei:ref)]/@{name}", namespaces={"tei": "http://www.tei-c.org/ns/1.0"})
        for word in value.split()
    }
    assert {word.removeprefix("#") for word in pointers} <= set(ids), "a pointer leads nowhere"


@pytest.mark.parametrize("name", READINGS)
def test_tei_is_valid(name: str) -> None:
    valid_tei(exported([READINGS[name]], Format.TEI))


@pytest.mark.parametrize("some", [[], list(READINGS.values())], ids=["none", "many"])
def test_a_tei_corpus_is_valid(some: list[Reading]) -> None:
    valid_tei(exported(some, Format.TEI))


@settings(max_examples=60, deadline=None)
@given(readings())
def test_tei_of_any_reading_is_valid(made: Reading) -> None:
    valid_tei(exported([made], Format.TEI))


def test_the_grammar_refuses_what_is_wrong() -> None:
    made = exported([READINGS["whole"]], Format.TEI)
    for right, wrong in (
        ("<said ", "<spoken "),
        (' direct="true"', ' direct="loud"'),
        (' when="2024-03-04"', ' when="Monday"'),
    ):
        assert right in made
        broken = made.replace(right, wrong).replace("</said>", "</spoken>" if "spoken" in wrong else "</said>")
        assert not grammar().validate(etree.fromstring(broken.encode("utf-8"))), wrong


def test_what_xml_forbids_is_replaced_and_counted() -> None:
    tally = Tally()
    exported([READINGS["hostile"]], Format.TEI, tally)
    assert tally.replaced > 0
    assert exported([READINGS["hostile"]], Format.TEI).count("\ufffd") == tally.replaced


# JSON-LD

rdflib = pytest.importorskip("rdflib", reason="the extra dev is not installed")
pyshacl = pytest.importorskip("pyshacl", reason="the extra dev is not installed")

LINKED = (Format.WEB_ANNOTATION, Format.PROV, Format.SCHEMA_ORG)
ANNO = {
    "@vocab": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    "source": {"@type": "@id"},
    "partOf": {"@id": "as:partOf", "@type": "@id"},
    "last": {"@id": "as:last", "@type": "@id"},
    "sayso": "urn:sayso:",
}
"""The part of http://www.w3.org/ns/anno.jsonld that bears on which values are IRIs; tests fetch nothing."""
SCHEMA_ORG = {
    "@vocab": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "url": {"@type": "@id"},
    "inDefinedTermSet": {"@type": "@id"},
}
"""The same of https://schema.org's; that writes the terms with http:// as well."""
XSD = rdflib.XSD


def graph(made: str, format: Format) -> Any:
    """The RDF graph of a document, parsed by rdflib with a context of ours in place of one on the web."""
    document = json.loads(made)
    if format is Format.WEB_ANNOTATION:
        document["@context"] = ANNO
    elif format is Format.SCHEMA_ORG:
        document = json.loads(made, object_hook=_dates)
        document["@context"] = SCHEMA_ORG
    return rdflib.Graph().parse(data=json.dumps(document), format="json-ld")


def _dates(node: dict[str, Any]) -> dict[str, Any]:
    """schema.org's context types dates as schema:Date, which the shapes have as xsd:date or xsd:dateTime."""
    for key in ("datePublished", "dateModified", "dateCreated"):
        if key in node:
            node[key] = {"@value": node[key], "@type": "xsd:dateTime" if "T" in node[key] else "xsd:date"}
    return node


@pytest.mark.parametrize("format", LINKED)
@pytest.mark.parametrize("name", READINGS)
def test_every_name_is_an_iri(name: str, format: Format, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        made = graph(exported([READINGS[name]], format), format)
        made.serialize(format="nt")  # refuses what is no IRI
    assert not caplog.records
    for each in {each for triple in made for each in triple if isinstance(each, rdflib.URIRef)}:
        assert str(each).startswith(("urn:sayso:", "http://", "https://")), each


@pytest.mark.parametrize("format", LINKED)
@settings(max_examples=50, deadline=None)
@given(made=readings())
def test_any_reading_is_linked_data(format: Format, made: Reading) -> None:
    text = exported([made], format)
    text.encode("utf-8")
    assert not set("<>&\u2028\u202e\x85") & set(text), "fit for a script element and a terminal"
    graph(text, format).serialize(format="nt")


@cache
def schema_org() -> Any:
    return rdflib.Graph().parse(Path(pyshacl.__file__).parent / "assets/schema.ttl")


@pytest.mark.parametrize("name", [name for name in READINGS if name != "no text"])
def test_schema_org_fits_its_shapes(name: str) -> None:
    made = graph(exported([READINGS[name]], Format.SCHEMA_ORG), Format.SCHEMA_ORG)
    fits, _, report = pyshacl.validate(made, shacl_graph=schema_org(), ont_graph=schema_org())
    assert fits, report


def test_schema_org_shapes_refuse_what_is_wrong() -> None:
    made = exported([READINGS["whole"]], Format.SCHEMA_ORG).replace('"@type": "Person"', '"@type": "Event"')
    fits, _, report = pyshacl.validate(graph(made, Format.SCHEMA_ORG), shacl_graph=schema_org(), ont_graph=schema_org())
    assert not fits
    assert "spokenByCharacter" in report


@pytest.mark.parametrize("name", READINGS)
def test_schema_org_properties_belong_to_their_types(name: str) -> None:
    """Every property that we give a node is one that the vocabulary has for its type or for one above it."""
    vocabulary, rdf, sh = schema_org(), rdflib.RDF, rdflib.SH
    made = graph(exported([READINGS[name]], Format.SCHEMA_ORG), Format.SCHEMA_ORG)
    for node, kind in made.subject_objects(rdf.type):
        kinds = set(vocabulary.transitive_objects(kind, rdflib.RDFS.subClassOf))
        known = {
            path
            for each in kinds
            for shape in vocabulary.objects(each, sh.property)
            for path in vocabulary.objects(shape, sh.path)
        }
        assert set(made.predicates(node)) - {rdf.type} <= known


@cache
def prov_shapes() -> Any:
    return rdflib.Graph().parse(SCHEMAS / "prov.shapes.ttl")


@pytest.mark.parametrize("name", READINGS)
def test_prov_fits_its_shapes(name: str) -> None:
    made = graph(exported([READINGS[name]], Format.PROV), Format.PROV)
    fits, _, report = pyshacl.validate(made, shacl_graph=prov_shapes())
    assert fits, report


@settings(max_examples=30, deadline=None)
@given(readings())
def test_prov_of_any_reading_fits_its_shapes(reading: Reading) -> None:
    made = graph(exported([reading], Format.PROV), Format.PROV)
    fits, _, report = pyshacl.validate(made, shacl_graph=prov_shapes())
    assert fits, report


def test_prov_shapes_refuse_what_is_wrong() -> None:
    right = exported([READINGS["whole"]], Format.PROV)
    for here, there in (
        ("prov:wasAssociatedWith", "prov:wasAttributedTo"),
        ("prov:wasQuotedFrom", "prov:wasGeneratedBy"),
    ):
        made = graph(right.replace(here, there), Format.PROV)
        assert not pyshacl.validate(made, shacl_graph=prov_shapes())[0], here


@pytest.mark.parametrize("name", READINGS)
def test_prov_uses_terms_that_there_are_and_no_circles(name: str) -> None:
    made = graph(exported([READINGS[name]], Format.PROV), Format.PROV)
    prov = rdflib.PROV
    terms = {each for triple in made for each in triple if str(each).startswith(str(prov))}
    assert all(each in prov for each in terms)
    for start in set(made.subjects()):
        path = (prov.wasDerivedFrom | prov.wasQuotedFrom | prov.hadPrimarySource) * "+"
        assert start not in set(made.objects(start, path)), "words that come from themselves"


def test_a_chain_in_prov() -> None:
    """From the words in this article back to the first mouth, hop by hop."""
    made = graph(exported([READINGS["whole"]], Format.PROV), Format.PROV)
    prov, here = rdflib.PROV, rdflib.URIRef("urn:sayso:article:test:a1:content")
    told = made.value(here, prov.wasQuotedFrom)
    first = made.value(told, prov.wasQuotedFrom)
    names = [str(made.value(made.value(each, prov.wasAttributedTo), rdflib.RDFS.label)) for each in (first, told, here)]
    assert names == ["Ines Marlow", "the Courier", "The Ellery Gazette"]
    assert made.value(here, prov.hadPrimarySource) == first
    assert made.value(first, prov.wasQuotedFrom) is None
    said = made.value(first, prov.wasGeneratedBy)
    assert made.value(said, rdflib.DCTERMS.date) == rdflib.Literal("2024-03-04", datatype=XSD.date)


# Web Annotation

SCHEMA = json.loads((SCHEMAS / "web-annotation.schema.json").read_text(encoding="utf-8"))


def test_the_annotation_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("some", [[], [READINGS["whole"], READINGS["addressed"]]], ids=["none", "two"])
def test_a_collection_fits_the_schema(some: list[Reading]) -> None:
    made = json.loads(exported(some, Format.WEB_ANNOTATION))
    Draft202012Validator(SCHEMA).validate(made)
    assert made["total"] == len(made["first"]["items"])


@pytest.mark.parametrize("name", READINGS)
def test_annotations_fit_the_schema(name: str) -> None:
    made = json.loads(exported([READINGS[name]], Format.WEB_ANNOTATION))
    Draft202012Validator(SCHEMA).validate(made)
    ids = [each["id"] for each in made["first"]["items"]]
    assert len(ids) == len(set(ids))


def test_the_annotation_schema_refuses_what_is_wrong() -> None:
    right = exported([READINGS["whole"]], Format.WEB_ANNOTATION)
    check = Draft202012Validator(SCHEMA)
    for here, there in (
        ('"start": 26', '"start": -1'),
        ('"type": "Annotation"', '"type": "Note"'),
        ("http://www.w3.org/ns/anno.jsonld", "http://www.w3.org/ns/other.jsonld"),
        ('"motivation": "describing"', '"motivation": "shouting"'),
        ('"source": "urn:sayso:article:test"', '"source": "a page"'),
    ):
        assert here in right
        assert not check.is_valid(json.loads(right.replace(here, there))), there


def test_an_annotation_of_a_page() -> None:
    items = json.loads(exported([READINGS["addressed"]], Format.WEB_ANNOTATION))["first"]["items"]
    content = next(each for each in items if each["id"].endswith(":a2:content"))
    assert [body.get("value") for body in content["body"]] == ["content", "Ines Marlow; indirect; hedged, denied", None]
    assert content["body"][2]["source"]["name"] == "Ines Marlow"
    (target,) = content["target"]
    assert target["source"] == "https://gazette.example/bridge?a=1&b=%E2%80%9Ctwo%E2%80%9D#top"
    assert target["state"] == {"type": "TimeState", "sourceDate": "2024-03-07T01:02:03Z"}
    assert target["selector"] == [
        {"type": "TextPositionSelector", "start": 107, "end": 130},
        {
            "type": "TextQuoteSelector",
            "exact": "that the pins were worn",
            "prefix": "t today”. She apparently denied ",
            "suffix": ". A pin allegedly fell in May 20",
        },
    ]


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("HTTP://a.example", "http://a.example"),
        (" https://a.example/x y|z ", "https://a.example/x%20y%7Cz"),
        ("https://a.example/100%/50%25", "https://a.example/100%25/50%25"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ("https://a.example/\ud800", "https://a.example/?"),
        ("https://[::1]:8080/[x]", "https://[::1]:8080/%5Bx%5D"),
        ("https://", None),
        ("https://[x", None),
        ("//a.example/b", None),
        ("", None),
        (None, None),
        *((each, None) for each in HOSTILE),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
    ],
)
def test_only_web_addresses_are_addresses(url: str | None, made: str | None) -> None:
    assert web_address(url) == made

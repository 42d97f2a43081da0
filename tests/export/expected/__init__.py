"""What each export of `tests.marked.whole()` is, character by character; `python -m tests.export.expected` writes them anew.

A change of these files is a change of the format: read the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

from sayso.export.formats import Export, Format, Tally, Unit, chunks
from tests.marked import whole

HERE = Path(__file__).parent

FILES = {
    "articles.jsonl": Export(Format.JSONL, Unit.ARTICLES),
    "quotations.jsonl": Export(Format.JSONL, Unit.QUOTATIONS),
    "articles.csv": Export(Format.CSV, Unit.ARTICLES),
    "quotations.csv": Export(Format.CSV, Unit.QUOTATIONS),
    "web-annotation.jsonld": Export(Format.WEB_ANNOTATION),
    "prov.jsonld": Export(Format.PROV),
    "schema-org.jsonld": Export(Format.SCHEMA_ORG),
    "tei.xml": Export(Format.TEI),
}


def made(name: str) -> str:
    """The export of a file's name as it is now."""
    return "".join(chunks([whole()], FILES[name], Tally()))

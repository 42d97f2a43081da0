"""JSON-LD made of untrusted text: names (IRIs) for what we found, and a dump that is safe wherever it is pasted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from sayso.export.files import Tally
from sayso.export.safe import safe_json
from sayso.records import Article, Reading

OURS = "urn:sayso:"
"""What our own terms and names begin with. The namespace is not registered with IANA: it is stable and leads nowhere."""

_LONE = re.compile("[\ud800-\udfff]")


def name_of(article: Article, *parts: str | int) -> str:
    """The IRI of an article or of something in it: `urn:sayso:article:ID:a1:content`."""
    named = ("article", article.id, *parts)
    return OURS + ":".join(quote(str(part), safe="", errors="replace") for part in named)


def term(*parts: str) -> str:
    """The IRI of one of our own terms: `urn:sayso:certainty:hedged`."""
    return OURS + ":".join(quote(part, safe="", errors="replace") for part in parts)


def web_address(url: str | None) -> str | None:
    """An http(s) address as a URI of RFC 3986, with everything else in it percent-encoded; `None` for anything else."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
    except ValueError:
        return None
    coded = [_coded(part, "" if place else "[]") for place, part in enumerate(parts[1:])]
    return urlunsplit((parts.scheme, *coded))


def _coded(part: str, more: str) -> str:
    made = quote(part, safe="!$%&'()*+,/:;=?@~-._" + more, errors="replace")
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", made)


def source_of(article: Article) -> str:
    """The article's address, or our own name for it where it has none."""
    return web_address(article.url) or name_of(article)


def dumped(value: Any, tally: Tally) -> str:
    """The value as one line of JSON without `None` members, `<`, `>`, `&` and what acts on a terminal escaped, so that it can
    stand in a page's script element; lone surrogates, which RDF cannot hold, are U+FFFD and counted."""
    made, count = _LONE.subn("\ufffd", json.dumps(_given(value), ensure_ascii=False))
    tally.replaced += count
    return safe_json(made).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _given(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _given(each) for key, each in value.items() if each is not None and each != []}
    return [_given(each) for each in value] if isinstance(value, (list, tuple)) else value


_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def date_type(value: str) -> str | None:
    """The XML Schema type of a TIMEX3 value that is a whole day, month or year; `None` for any other."""
    if not _DATE.fullmatch(value):
        return None
    year, month, day = (int(part) for part in (value + "-01-01")[:10].split("-"))
    try:
        date(year, month, day)
    except ValueError:
        return None
    return _TYPES[len(value)]


def graph(
    readings: Iterable[Reading], tally: Tally, context: Any, nodes: Callable[[Reading], Iterator[dict[str, Any]]]
) -> Iterator[str]:
    """One JSON-LD document with the nodes of all readings as its graph, in pieces; the rows counted are the attributions."""
    yield dumped({"@context": context}, tally)[:-1] + ', "@graph": ['
    first = True
    for reading in readings:
        tally.readings += 1
        tally.rows += len(reading.attributions)
        for node in nodes(reading):
            yield ("\n" if first else ",\n") + dumped(node, tally)
            first = False
    yield "\n]}\n"

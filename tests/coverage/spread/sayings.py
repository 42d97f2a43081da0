"""Sayings made by hand, so that what is asked across articles is tested without a model. Everything said in them is invented."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sayso.records import Span
from sayso.records.certainty import Certainty, Polarity
from sayso.records.people import SourceClass
from sayso.records.reading import AttributionKind
from sayso.records.saying import Saying

DAY = date(2021, 3, 4)


def saying(
    words: str,
    article: str = "x1",
    speaker: str | None = "Ada Moss",
    published: date | datetime | None = DAY,
    kind: AttributionKind = AttributionKind.DIRECT,
    **more: Any,
) -> Saying:
    """A saying whose parts, where ` … ` interrupts it, stand ten characters apart in its article, the first at 100."""
    spans, at = [], 100
    for part in words.split(" … "):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 10
    values: dict[str, Any] = {
        "attribution": "a1",
        "outlet": f"The {article}",
        "url": None,
        "title": None,
        "spans": tuple(spans),
        "cue": "said",
        "source": speaker,
        "source_class": SourceClass.NAMED if speaker else SourceClass.UNATTRIBUTED,
        "via": (),
        "venue": None,
        "certainty": Certainty.STATED,
        "polarity": Polarity.AFFIRMED,
        "inside": None,
        "score": 1.0,
    } | more
    return Saying(article=article, words=words, speaker=speaker, published=published, kind=kind, **values)


def indirect(words: str, article: str = "x1", **more: Any) -> Saying:
    return saying(words, article, kind=AttributionKind.INDIRECT, **more)


def mixed(words: str, article: str = "x1", **more: Any) -> Saying:
    return saying(words, article, kind=AttributionKind.MIXED, **more)

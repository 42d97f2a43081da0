"""A reading as plain values, the form that JSON has; described in `docs/json.md`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.records.chain import Hop, Venue
from sayso.records.span import Span
from sayso.records.why import Why

if TYPE_CHECKING:
    from sayso.records.article import Article
    from sayso.records.reading import Attribution, Reading


def plain(reading: Reading, schema: str) -> dict[str, Any]:
    """Keys are the field names, dates are ISO 8601, every span carries its words."""
    text = reading.article.text
    chains = {chain.attribution: chain.hops for chain in reading.chains}
    wire = reading.wire
    return {
        "schema": schema,
        "model": reading.model,
        "notes": list(reading.notes),
        "article": _article(reading.article),
        "attributions": [_attribution(each, chains.get(each.id, ()), text) for each in reading.attributions],
        "people": [
            {
                "id": each.id,
                "name": each.name,
                "kind": str(each.kind),
                "mentions": _spans(each.mentions, text),
                "descriptions": _spans(each.descriptions, text),
                "why": _why(each.why),
            }
            for each in reading.people
        ],
        "hedges": [
            {
                "spans": _spans(each.spans, text),
                "scope": _span(each.scope, text),
                "certainty": str(each.certainty),
                "polarity": str(each.polarity),
                "attribution": each.attribution,
                "why": _why(each.why),
            }
            for each in reading.hedges
        ],
        "times": [
            {
                "id": each.id,
                "span": _span(each.span, text),
                "type": str(each.type),
                "value": each.value,
                "mod": each.mod,
                "anchor": each.anchor,
                "candidates": list(each.candidates),
                "why": _why(each.why),
            }
            for each in reading.times
        ],
        "timeline": [
            {
                "id": each.id,
                "date": each.date,
                "mod": each.mod,
                "what": _spans(each.what, text),
                "who": list(each.who),
                "by": each.by,
                "said": each.said,
                "certainty": str(each.certainty),
                "polarity": str(each.polarity),
                "times": list(each.times),
                "why": _why(each.why),
            }
            for each in reading.timeline()
        ],
        "wire": None
        if wire is None
        else {
            "agency": wire.agency,
            "whole": wire.whole,
            "spans": _spans(wire.spans, text),
            "why": _why(wire.why),
        },
    }


def _article(a: Article) -> dict[str, Any]:
    return {
        "id": a.id,
        "title": a.title,
        "authors": list(a.authors),
        "outlet": a.outlet,
        "published": _iso(a.published),
        "modified": _iso(a.modified),
        "captured": _iso(a.captured),
        "url": a.url,
        "language": a.language,
        "text": a.text,
        "blocks": [{"kind": str(b.kind), "start": b.start, "end": b.end, "why": b.why} for b in a.blocks],
    }


def _attribution(x: Attribution, hops: tuple[Hop, ...], text: str) -> dict[str, Any]:
    return {
        "id": x.id,
        "kind": str(x.kind),
        "source": _spans(x.source, text),
        "cue": _spans(x.cue, text),
        "content": _spans(x.content, text),
        "inside": x.inside,
        "score": round(x.score, 4),
        "why": _why(x.why),
        "speaker": x.speaker,
        "source_class": str(x.source_class),
        "addressee": x.addressee,
        "speaker_why": _why(x.speaker_why),
        "chain": [
            {
                "kind": str(hop.kind),
                "actor": hop.actor,
                "person": hop.person,
                "spans": _spans(hop.spans, text),
                "inferred": hop.inferred,
                "why": _why(hop.why),
            }
            for hop in hops
        ],
        "via": list(x.via),
        "venue": _venue(x.venue, text),
        "certainty": str(x.certainty),
        "polarity": str(x.polarity),
        "hedges": _spans(x.hedges, text),
        "tone": str(x.tone),
        "anonymity": _spans(x.anonymity, text),
        "certainty_why": _why(x.certainty_why),
        "said": x.said,
    }


def _venue(venue: Venue | None, text: str) -> dict[str, Any] | None:
    if venue is None:
        return None
    return {
        "kind": venue.kind,
        "name": venue.name,
        "spans": _spans(venue.spans, text),
        "inferred": venue.inferred,
    }


def _why(why: Why) -> dict[str, Any]:
    beat = [{"what": what, "score": round(score, 4)} for what, score in why.beat]
    return {"by": why.by, "note": why.note, "beat": beat}


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _spans(found: Iterable[Span], text: str) -> list[dict[str, Any]]:
    return [_span(span, text) for span in found]


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None

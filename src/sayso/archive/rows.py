"""A reading as rows of the tables. No I/O here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sayso.archive.codec import packed, text_is_safe
from sayso.archive.identity import domain_of
from sayso.records import Attribution, Reading, SetAside, Span

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading on its way into the archive: where it came from, its key and id, what it replaces."""

    reading: Reading
    name: str
    key: str
    id: str


def safe(words: str | None) -> str | None:
    """The words with each lone surrogate as U+FFFD, one for one, so that spans stay right: a column cannot hold them."""
    return words if words is None or words.isascii() else _LONE.sub("\ufffd", words)


def stamp(moment: datetime) -> str:
    """A moment as a TIMESTAMP's words, in UTC where it has a zone."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(sep=" ")


def rows_of(entry: Entry, commit: int, now: datetime) -> Rows:
    """The rows of one reading, by table."""
    return _Maker(entry, commit, now).made()


class _Maker:
    def __init__(self, entry: Entry, commit: int, now: datetime) -> None:
        self.entry = entry
        self.reading = entry.reading
        self.article = entry.reading.article
        self.text = entry.reading.article.text
        self.commit = commit
        self.now = now
        self.names = {person.id: safe(person.name) for person in self.reading.people}
        self.values = {each.id: each.value for each in self.reading.times}

    def made(self) -> Rows:
        reading = self.reading
        rows: Rows = {
            "articles": [self._article()],
            "readings": [self._row(body=packed(reading), raw_text=self._raw())],
            "blocks": [
                self._row(position=n, kind=str(b.kind), start_at=b.start, end_at=b.end, rule=safe(b.why))
                for n, b in enumerate(self.article.blocks, 1)
            ],
            "attributions": self._attributions(),
            "hops": self._hops(),
            "hedges": [
                self._row(
                    position=n,
                    attribution=each.attribution,
                    certainty=str(each.certainty),
                    polarity=str(each.polarity),
                    text=self._words(each.spans),
                    spans=_spans(each.spans),
                    scope_text=self._words([each.scope]),
                    scope_start=each.scope.start,
                    scope_end=each.scope.end,
                )
                for n, each in enumerate(reading.hedges, 1)
            ],
            "wire": [],
        }
        if reading.wire is not None:
            wire = reading.wire
            rows["wire"].append(
                self._row(
                    agency=safe(wire.agency), whole=wire.whole, text=self._words(wire.spans), spans=_spans(wire.spans)
                )
            )
        rows |= self._people() | self._times()
        return rows

    def _article(self) -> Row:
        a, reading = self.article, self.reading
        return {
            "id": self.entry.id,
            "key": safe(self.entry.key),
            "url": safe(a.url),
            "outlet": safe(a.outlet),
            "domain": safe(domain_of(a.url)),
            "title": safe(a.title),
            "authors": [safe(author) for author in a.authors],
            "published": _day(a.published),
            "published_precision": None
            if a.published is None
            else "moment"
            if isinstance(a.published, datetime)
            else "day",
            "published_at": stamp(a.published) if isinstance(a.published, datetime) else None,
            "modified": _day(a.modified),
            "captured": stamp(a.captured) if a.captured is not None else None,
            "language": a.language,
            "text": safe(a.text),
            "text_id": a.id,
            "words": len(a.text.split()),
            "characters": len(a.text),
            "findings": len(reading.attributions),
            "model": safe(reading.model),
            "notes": [safe(note) for note in reading.notes],
            "name": safe(self.entry.name),
            "added": stamp(self.now),
            "commit": self.commit,
        }

    def _raw(self) -> str | None:
        import json

        return None if text_is_safe(self.article) else json.dumps(self.text)

    def _attributions(self) -> list[Row]:
        mouths = {chain.attribution: len(chain.hops) for chain in self.reading.chains}
        return [
            self._attribution(n, found, mouths.get(found.id)) for n, found in enumerate(self.reading.attributions, 1)
        ]

    def _attribution(self, position: int, x: Attribution, mouths: int | None) -> Row:
        held = x.content or x.cue or x.source
        return self._row(
            attribution=x.id,
            position=position,
            kind=str(x.kind),
            source_text=self._words(x.source),
            cue_text=self._words(x.cue),
            content_text=self._words(x.content),
            source_spans=_spans(x.source),
            cue_spans=_spans(x.cue),
            content_spans=_spans(x.content),
            start_at=min((span.start for span in held), default=None),
            end_at=max((span.end for span in held), default=None),
            words=sum(len(span.of(self.text).split()) for span in x.content),
            speaker=x.speaker,
            speaker_name=self.names.get(x.speaker) if x.speaker else None,
            source_class=str(x.source_class),
            addressee=x.addressee,
            addressee_name=self.names.get(x.addressee) if x.addressee else None,
            via=[safe(name) for name in x.via],
            mouths=mouths,
            venue=safe(x.venue.name) if x.venue else None,
            venue_kind=safe(x.venue.kind) if x.venue else None,
            inside=x.inside,
            score=x.score,
            certainty=str(x.certainty),
            polarity=str(x.polarity),
            tone=str(x.tone),
            hedge_text=self._words(x.hedges),
            anonymity_text=self._words(x.anonymity),
            said=x.said,
            said_value=self.values.get(x.said) if x.said else None,
            rule=safe(x.why.by),
        )

    def _hops(self) -> list[Row]:
        return [
            self._row(
                attribution=chain.attribution,
                position=n,
                kind=str(hop.kind),
                actor=safe(hop.actor),
                person=hop.person,
                inferred=hop.inferred,
                text=self._words(hop.spans),
                spans=_spans(hop.spans),
            )
            for chain in self.reading.chains
            for n, hop in enumerate(chain.hops, 1)
        ]

    def _people(self) -> Rows:
        says = Counter(x.speaker for x in self.reading.attributions)
        people = [
            self._row(
                person=each.id,
                position=n,
                name=safe(each.name),
                kind=str(each.kind),
                mentions=len(each.mentions),
                findings=says[each.id],
                descriptions=[safe(span.of(self.text)) for span in each.descriptions],
            )
            for n, each in enumerate(self.reading.people, 1)
        ]
        mentions = [
            self._row(person=each.id, position=n, text=safe(span.of(self.text)), start_at=span.start, end_at=span.end)
            for each in self.reading.people
            for n, span in enumerate(each.mentions, 1)
        ]
        return {"people": people, "mentions": mentions}

    def _times(self) -> Rows:
        times = [
            self._row(
                mention=each.id,
                position=n,
                text=safe(each.span.of(self.text)),
                start_at=each.span.start,
                end_at=each.span.end,
                type=str(each.type),
                value=safe(each.value),
                mod=safe(each.mod),
                anchor=each.anchor,
                candidates=[safe(value) for value in each.candidates],
            )
            for n, each in enumerate(self.reading.times, 1)
        ]
        happenings = [
            self._row(
                happening=each.id,
                position=n,
                date=safe(each.date),
                mod=safe(each.mod),
                text=self._words(each.what),
                spans=_spans(each.what),
                who=list(each.who),
                who_names=[self.names.get(id) for id in each.who],
                attribution=each.by,
                said=safe(each.said),
                certainty=str(each.certainty),
                polarity=str(each.polarity),
                times=list(each.times),
            )
            for n, each in enumerate(self.reading.happenings, 1)
        ]
        return {"times": times, "happenings": happenings}

    def _row(self, **columns: Any) -> Row:
        return {"article": self.entry.id, **columns, "commit": self.commit}

    def _words(self, spans: Sequence[Span]) -> str | None:
        return safe(" … ".join(span.of(self.text) for span in spans)) if spans else None


def aside_row(aside: SetAside, commit: int, now: datetime) -> Row:
    """The row of an input that gave no reading."""
    return {
        "name": safe(aside.name),
        "code": safe(aside.code),
        "message": safe(aside.message),
        "noted": stamp(now),
        "commit": commit,
    }


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start_at": span.start, "end_at": span.end} for span in spans]


def _day(moment: date | None) -> str | None:
    if moment is None:
        return None
    return (moment.date() if isinstance(moment, datetime) else moment).isoformat()

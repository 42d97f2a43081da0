"""The questions as an archive is asked them: families, and the spread of some words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sayso.archive import Archive, Filters
from sayso.coverage.spread.copies import Text, copies, first_of
from sayso.coverage.spread.families import families, family_of
from sayso.coverage.spread.quoted import CONTENT_BITS
from sayso.coverage.spread.words import bits, words_of
from sayso.records import Span
from sayso.records.certainty import Certainty, Polarity
from sayso.records.people import SourceClass
from sayso.records.reading import AttributionKind
from sayso.records.saying import Saying
from sayso.records.spread import CopyGroup, Family

ID = re.compile(r"f[0-9a-f]{12}")
LIKE_WORDS = 0.6
"""Share of the telling words asked for that a saying must have to be looked at further."""
IN_COMMON = 2
"""Telling words that a saying must share with one that was asked for to be of its family, perhaps."""
_BATCH = 2000


def families_in(
    archive: Archive, filters: Filters | None = None, *, expand: bool = False, smallest: int = 2
) -> tuple[Family, ...]:
    """The families of quotations in an archive that are in at least `smallest` articles, those in most first.

    The filters choose whose articles and which days are looked at, and of which speakers families are kept. Near-duplicate
    articles count once, unless `expand` asks for each.
    """
    filters = filters or Filters()
    some = list(sayings_in(archive, filters))
    found = families(some, _firsts(archive, filters, expand), expand=expand, smallest=smallest)
    if not filters.speakers:
        return found
    asked = [f" {' '.join(words_of(name))} " for name in filters.speakers]
    return tuple(
        family
        for family in found
        if any(
            name in f" {' '.join(words_of(member.saying.speaker or ''))} "
            for name in asked
            for member in family.members
        )
    )


def spread_in(
    archive: Archive, asked: str, filters: Filters | None = None, *, expand: bool = False
) -> tuple[Family, ...]:
    """The families that have some words, best first, or the one of an id; empty where there is none. A family of one article is
    given too: that words did not travel is an answer."""
    filters = filters or Filters()
    if ID.fullmatch(asked.strip()):
        every = families_in(archive, filters, expand=expand, smallest=1)
        return tuple(family for family in every if family.id == asked.strip())
    some = near(asked, list(sayings_in(archive, filters)))
    if not some:
        return ()
    return family_of(asked, families(some, _firsts(archive, filters, expand), expand=expand, smallest=1))


def near(asked: str, sayings: list[Saying]) -> list[Saying]:
    """The sayings that could be of one family with these words: those that have most of them, and those that share telling words
    with one of these. What it leaves out has no run of words in common with them that could join it."""
    wanted = set(words_of(asked))
    telling = {word for word in wanted if bits(word) >= CONTENT_BITS} or wanted
    if not telling:
        return []
    held = [set(words_of(saying.words)) for saying in sayings]
    seeds: set[str] = set()
    chosen = set[int]()
    for at, words in enumerate(held):
        if len(telling & words) >= LIKE_WORDS * len(telling):
            chosen.add(at)
            seeds |= {word for word in words if bits(word) >= CONTENT_BITS}
    for at, words in enumerate(held):
        if len(seeds & words) >= min(IN_COMMON, len(seeds)):
            chosen.add(at)
    return [sayings[at] for at in sorted(chosen)] if seeds or chosen else []


def copies_in(archive: Archive, filters: Filters | None = None) -> tuple[CopyGroup, ...]:
    """Groups of near-duplicate articles in an archive."""
    where, values = _where(filters or Filters())
    return copies(_texts(archive, where, values))


def sayings_in(archive: Archive, filters: Filters | None = None) -> Iterator[Saying]:
    """The attributions of an archive with what the questions across articles ask of them. `article` is the archive's id."""
    where, values = _where(filters or Filters())
    rows = archive.tables.ask(
        "SELECT a.id, x.attribution, a.outlet, a.url, a.title, a.published, a.published_at, x.kind, x.content_text, "
        "x.content_spans, x.cue_text, x.source_text, x.speaker_name, x.source_class, x.via, x.venue, x.certainty, x.polarity, "
        "x.inside, x.score, w.agency FROM attributions x JOIN articles a ON a.id = x.article "
        "LEFT JOIN (SELECT article, any_value(agency) AS agency FROM wire WHERE whole GROUP BY article) w "
        f"ON w.article = a.id{where} "
        "ORDER BY a.id, x.position",
        values,
    )
    for row in rows:
        if row[8]:
            yield _saying(row)


def _saying(row: tuple[Any, ...]) -> Saying:
    id, attribution, outlet, url, title, day, moment, kind, words, spans, cue, source, speaker, source_class = row[:14]
    via, venue, certainty, polarity, inside, score, agency = row[14:]
    published: date | datetime | None = moment if moment is not None else day
    return Saying(
        id,
        attribution,
        outlet,
        url,
        title,
        published,
        AttributionKind(kind),
        words,
        tuple(Span(each["start_at"], each["end_at"]) for each in spans),
        cue or "",
        source,
        speaker,
        SourceClass(source_class),
        tuple(via or ()),
        venue,
        Certainty(certainty),
        Polarity(polarity),
        inside,
        score,
        agency,
    )


def _firsts(archive: Archive, filters: Filters, expand: bool) -> dict[str, str]:
    return {} if expand else first_of(copies_in(archive, filters))


def _texts(archive: Archive, where: str, values: list[Any]) -> Iterator[Text]:
    ids = [row[0] for row in archive.tables.ask(f"SELECT a.id FROM articles a{where} ORDER BY a.id", values)]
    for at in range(0, len(ids), _BATCH):
        asked = [ids[at : at + _BATCH]]
        rows = archive.tables.ask(
            "SELECT id, text, published, published_at FROM articles WHERE id IN (SELECT unnest(?::VARCHAR[]))", asked
        )
        for id, text, day, moment in rows:
            yield Text(id, text, moment if moment is not None else day)


def _where(filters: Filters) -> tuple[str, list[Any]]:
    wanted, values = list[str](), list[Any]()
    if filters.outlets:
        wanted.append("list_contains(?::VARCHAR[], lower(trim(a.outlet)))")
        values.append([outlet.strip().lower() for outlet in filters.outlets])
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day is not None:
            wanted.append(f"a.published {sign} ?::DATE")
            values.append(day.isoformat())
    return (" WHERE " + " AND ".join(wanted) if wanted else ""), values

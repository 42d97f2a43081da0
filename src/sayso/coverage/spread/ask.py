"""The questions as an archive is asked them: families, and the spread of some words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.archive import Archive, Filters
from sayso.coverage.sayings import sayings_in
from sayso.coverage.spread.copies import Text, copies, first_of
from sayso.coverage.spread.families import families, family_of
from sayso.coverage.spread.quoted import CONTENT_BITS
from sayso.coverage.spread.words import bits, words_of
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
    return copies(_texts(archive, filters or Filters()))


def _firsts(archive: Archive, filters: Filters, expand: bool) -> dict[str, str]:
    return {} if expand else first_of(copies_in(archive, filters))


def _texts(archive: Archive, filters: Filters) -> Iterator[Text]:
    ids = sorted(archive.ids(filters))
    for at in range(0, len(ids), _BATCH):
        asked = [ids[at : at + _BATCH]]
        rows = archive.tables.ask(
            "SELECT id, text, published, published_at, outlet FROM articles WHERE id IN (SELECT unnest(?::VARCHAR[]))",
            asked,
        )
        for id, text, day, moment, outlet in rows:
            yield Text(id, text, moment if moment is not None else day, outlet)

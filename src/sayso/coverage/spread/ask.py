"""The questions as an archive is asked them: families, and the spread of some words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.archive import Archive, Filters
from sayso.coverage.progress import Progress, step
from sayso.coverage.sayings import sayings_in
from sayso.coverage.spread import kept
from sayso.coverage.spread.copies import first_of
from sayso.coverage.spread.families import families, family_of
from sayso.coverage.spread.quoted import CONTENT_BITS
from sayso.coverage.spread.words import bits, words_of
from sayso.records.saying import Saying
from sayso.records.spread import Family

IN_COMMON = 2
"""Telling words that a saying must share with one that was asked for to be of its family, perhaps."""


def families_in(
    archive: Archive,
    filters: Filters | None = None,
    *,
    expand: bool = False,
    smallest: int = 2,
    progress: Progress | None = None,
) -> Sequence[Family]:
    """The families of quotations in an archive that are in at least `smallest` articles, those in most first.

    The filters choose whose articles and which days are looked at, and of which speakers families are kept. Near-duplicate
    articles count once, unless `expand` asks for each. Where whole articles are not left out the answer is a kept one.
    """
    filters = filters or Filters()
    if smallest > 1 and filters == Filters(speakers=filters.speakers):
        return kept.listed(kept.kept_families(archive, expand, progress), smallest, filters.speakers)
    some = list(sayings_in(archive, filters))
    firsts = _firsts(archive, filters, expand, step(progress, 0, 2))
    found = families(some, firsts, expand=expand, smallest=smallest, progress=step(progress, 1, 2))
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
    archive: Archive,
    asked: str,
    filters: Filters | None = None,
    *,
    expand: bool = False,
    progress: Progress | None = None,
) -> Sequence[Family]:
    """The families that have some words, best first, or the one of an id; empty where there is none. A family of one article is
    given too: that words did not travel is an answer."""
    filters = filters or Filters()
    id = asked.strip()
    if filters == Filters():
        held = kept.kept_families(archive, expand, progress)
        if not kept.ID.fullmatch(id):
            return kept.having(archive, held, asked)
        found = kept.family_of_id(archive, held, id)
        return () if found is None else (found,)
    if kept.ID.fullmatch(id):
        every = families_in(archive, filters, expand=expand, smallest=1, progress=progress)
        return tuple(family for family in every if family.id == id)
    some = near(asked, list(sayings_in(archive, filters)))
    if not some:
        return ()
    firsts = _firsts(archive, filters, expand, step(progress, 0, 2))
    return family_of(asked, families(some, firsts, expand=expand, smallest=1, progress=step(progress, 1, 2)))


def near(asked: str, sayings: list[Saying]) -> list[Saying]:
    """The sayings that could be of one family with these words: those that have most of them, those that share telling words
    with one of these, and what else their articles say, since that tells what is the subject of an article and no one's words.
    What it leaves out has nothing in common with them that could join it."""
    wanted = set(words_of(asked))
    telling = {word for word in wanted if bits(word) >= CONTENT_BITS} or wanted
    if not telling:
        return []
    held = [set(words_of(saying.words)) for saying in sayings]
    seeds: set[str] = set()
    chosen = set[int]()
    for at, words in enumerate(held):
        if len(telling & words) >= kept.LIKE_WORDS * len(telling):
            chosen.add(at)
            seeds |= {word for word in words if bits(word) >= CONTENT_BITS}
    if not chosen:
        return []
    for at, words in enumerate(held):
        if len(seeds & words) >= min(IN_COMMON, len(seeds)):
            chosen.add(at)
    articles = {sayings[at].article for at in chosen}
    return [saying for saying in sayings if saying.article in articles]


def _firsts(archive: Archive, filters: Filters, expand: bool, progress: Progress | None) -> dict[str, str]:
    if expand:
        return {}
    whole = Filters(outlets=filters.outlets, since=filters.since, until=filters.until)
    return first_of(kept.copies_in(archive, whole, progress))

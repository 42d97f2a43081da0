"""Where attention gets articles from: readings at hand. The archive gives the same by `attention_archive`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sayso.archive.query import And, Near, Not, Or, Phrase, Query, Words, matches_any
from sayso.archive.words import words_of
from sayso.coverage.attention_sentences import Paper, paper_of
from sayso.records import Reading


class Source(Protocol):
    """Articles, which of them match a query, and their texts."""

    @property
    def commit(self) -> int | None:
        """What tells that the articles are still the same."""

    def papers(
        self, ids: Collection[str] | None = None, *, quotes: bool = False, speakers: bool = False
    ) -> Sequence[Paper]:
        """The articles that may be counted, of these ids where some are given, by id; what is not asked for of quotations and
        speakers may be left out."""

    def months(self) -> frozenset[str]:
        """The months of all articles that may be counted: `2016-01`."""

    def matching(self, query: Query) -> set[str]:
        """Ids of articles whose title or text matches, as `sayso search` finds them."""

    def texts(self, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Id and text of each of these."""

    def copies(self) -> dict[str, str]:
        """For each article that is a copy of another the one that counts in its place."""


@dataclass(slots=True)
class Readings:
    """Readings in memory as a source, by id; the second of one text has the id of the first with `-2` behind it."""

    readings: dict[str, Reading]
    commit: int | None = None

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Readings:
        made: dict[str, Reading] = {}
        for each in readings:
            id, number = each.article.id, 1
            while id in made:
                number += 1
                id = f"{each.article.id}-{number}"
            made[id] = each
        return cls(made)

    def papers(
        self, ids: Collection[str] | None = None, *, quotes: bool = False, speakers: bool = False
    ) -> list[Paper]:
        wanted = self.readings if ids is None else self.readings.keys() & ids
        return [replace(paper_of(self.readings[id]), id=id) for id in sorted(wanted)]

    def months(self) -> frozenset[str]:
        return frozenset(paper.month for paper in self.papers() if paper.month)

    def matching(self, query: Query) -> set[str]:
        found = set()
        for id, reading in self.readings.items():
            a = reading.article
            title, text = Words(words_of(a.title or "")), Words(words_of(a.text))
            names = {person.id: person.name for person in reading.people}
            speakers = [words_of(names[x.speaker]) for x in reading.attributions if x.speaker in names]
            fields = {
                "title": title,
                "outlet": Words(words_of(a.outlet or "")),
                "speaker": Words([word for words in dict.fromkeys(map(tuple, speakers)) for word in words]),
            }
            if matches_any(query, [title, text], fields):
                found.add(id)
        return found

    def texts(self, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        for id in ids:
            yield id, self.readings[id].article.text

    def copies(self) -> dict[str, str]:
        from sayso.coverage.attention_copies import copies_of
        from sayso.coverage.spread.copies import Text, copies

        texts = ((id, each.article) for id, each in self.readings.items())
        near = copies(Text(id, a.text, a.published, a.outlet) for id, a in texts)
        return copies_of(self.papers(), near)


def relaxed(query: Query) -> Query | None:
    """A query that finds every article with a sentence that `query` may match, `None` where that is every article.

    Words that must stand in one sentence must stand in the article; what must not stand in the sentence may in the article.
    """
    match query:
        case Phrase() | Near():
            return query if query.field is None else None
        case And():
            parts = [part for part in map(relaxed, query.parts) if part is not None]
            return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
        case Or():
            some = [relaxed(part) for part in query.parts]
            return None if None in some else Or(tuple(part for part in some if part is not None))
        case Not():
            return relaxed(query.keep)


def names_field(query: Query) -> bool:
    """Whether the query asks for a field anywhere."""
    match query:
        case Phrase() | Near():
            return query.field is not None
        case And() | Or():
            return any(map(names_field, query.parts))
        case Not():
            return names_field(query.keep) or names_field(query.drop)

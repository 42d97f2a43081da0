"""An article as attention counts it: its sentences with their words, quoted words and places; nothing of the query yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import numpy as np
from numpy.typing import NDArray

from sayso.reading.sentences import sentences_in
from sayso.records import Attribution, AttributionKind, Reading

Ints = NDArray[np.int32]

_QUOTES = (AttributionKind.DIRECT, AttributionKind.MIXED)


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """One article: whose, when, and its sentences as arrays: `start`, `end` (code points of the text), `words`, as white space
    parts them. `quoted` has the contents of its direct and mixed attributions, merged, in order; `text_id` is made of the text;
    `agency` is whose text it is as a whole."""

    id: str
    outlet: str | None
    published: date | None
    text_id: str
    start: Ints
    end: Ints
    words: Ints
    quoted: tuple[tuple[int, int], ...] = ()
    agency: str | None = None
    moment: str = ""
    """When it was published as precisely as is known, to put copies in order; empty where nobody says."""
    title: str | None = None
    speakers: tuple[tuple[str, int, int], ...] = field(default=())
    """Names of speakers with a stretch of what each said, for queries that name the field."""

    @property
    def month(self) -> str | None:
        """`2016-01`; `None` where nobody says when it was published."""
        return None if self.published is None else self.published.isoformat()[:7]


def cut(text: str, blocks: Iterable[tuple[int, int]]) -> tuple[Ints, Ints, Ints]:
    """Start, end and words of each sentence in the blocks of prose, in order; headings, list items and rows of a table too."""
    starts, ends, counts = list[int](), list[int](), list[int]()
    for first, last in blocks:
        part = text[first:last]
        for start, end in sentences_in(part):
            starts.append(first + start)
            ends.append(first + end)
            counts.append(len(part[start:end].split()))
    return np.array(starts, np.int32), np.array(ends, np.int32), np.array(counts, np.int32)


def paper_of(reading: Reading) -> Paper:
    """A reading as attention counts it; its id is the article's."""
    a = reading.article
    names = {person.id: person.name for person in reading.people}
    start, end, words = cut(a.text, [(block.start, block.end) for block in a.prose])
    return Paper(
        id=a.id,
        outlet=a.outlet,
        published=a.published.date() if isinstance(a.published, datetime) else a.published,
        text_id=a.id,
        start=start,
        end=end,
        words=words,
        quoted=merged(quotes_of(reading.attributions)),
        agency=reading.wire.agency if reading.wire is not None and reading.wire.whole else None,
        moment=moment_of(a.published),
        title=a.title,
        speakers=tuple(
            (names[x.speaker], span.start, span.end)
            for x in reading.attributions
            if x.speaker in names
            for span in x.content
        ),
    )


def moment_of(published: date | None) -> str:
    """A day or a moment as words that sort by time; moments with a zone are taken to UTC."""
    if isinstance(published, datetime) and published.tzinfo is not None:
        published = published.astimezone(UTC).replace(tzinfo=None)
    return "" if published is None else published.isoformat(" ") if isinstance(published, datetime) else str(published)


def quotes_of(attributions: Iterable[Attribution]) -> list[tuple[int, int]]:
    """The contents that are given in quotation marks, wholly or in part."""
    return [(span.start, span.end) for x in attributions if x.kind in _QUOTES for span in x.content]


def merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The stretches in order, those that overlap or touch as one: a quotation inside another counts once."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def quoted_words(text: str, paper: Paper, places: Sequence[int] | None = None) -> Ints:
    """For each sentence (or those at `places`) how many of its words, as white space parts them, stand in a quotation."""
    chosen = range(len(paper.start)) if places is None else places
    made = np.zeros(len(chosen), np.int32)
    begins = [start for start, _ in paper.quoted]
    for at, place in enumerate(chosen):
        start, end = int(paper.start[place]), int(paper.end[place])
        quote = max(bisect_right(begins, start) - 1, 0)
        while quote < len(paper.quoted) and paper.quoted[quote][0] < end:
            a, b = max(start, paper.quoted[quote][0]), min(end, paper.quoted[quote][1])
            made[at] += len(text[a:b].split()) if a < b else 0
            quote += 1
    return made

"""Stories: articles grouped by happening, as they come.

A new article joins the story that it is most like, or founds one; what was decided before is never touched. So the
order counts, and the order is that of publication. Likeness is the cosine of term weights (terms.py), rarer terms
counting more, with rarity learned from the articles seen so far. Only articles of the last weeks that share a rare
term are ever compared, found by an inverted index, and no term is followed to more than `POSTINGS` of them: the cost
of an article does not grow with the archive."""

from __future__ import annotations

import math
import zlib
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sayso.coverage.gist import Facts, gist
from sayso.coverage.terms import Term, runs_of_words, terms_of
from sayso.records import Reading, Why
from sayso.records.stories import Member, Place, Story

WINDOW = 18
"""Days after its last article within which a story can be joined. Of 2 to 3 weeks; chosen by hand."""
JOIN = 0.2
"""Likeness from which an article joins a story. Swept from .14 to .40 on the dev half of evals/stories_gold.jsonl
(`python -m evals.stories --sweep`)."""
NEAREST = 0.5
"""What the nearest article counts in an article's likeness to a story; the rest is the story as a whole."""
TERMS = 70
"""Heaviest terms of an article that are kept."""
STORY_TERMS = 200
POSTINGS = 60
"""Articles that a term is followed to, the latest first; a term in more than this many articles of the window is not
rare."""
PRIOR = 1000
"""Articles without any of the terms that are taken as seen before the first: in a small archive about one happening,
its very words would else count as common. Swept 60, 300, 1000, 3000 on dev and on samples/coverage."""
RUN = 8
"""Words in a row by which copies are known; one run in `EVERY` is kept."""
EVERY = 4
COPY = 0.6
"""Part of the shorter text's runs that a copy shares with its original. Two reports of one event share less than .2,
wire copies cut to half still more than .8 (dev)."""
FEWEST_RUNS = 5
EARLIEST = date(1990, 1, 1)
"""Dates of publication before it are clocks gone wrong (1970-01-01), not dates."""


@dataclass(slots=True)
class _Held:
    """An article as the stream keeps it."""

    number: int
    facts: Facts
    weights: dict[str, float]
    terms: dict[str, Place]
    day: date | None
    story: int = -1
    member: Member | None = None


@dataclass(slots=True)
class _Growing:
    """A story as the stream keeps it: the sum of its articles' weights, and when it was last joined."""

    number: int
    id: str
    held: list[_Held] = field(default_factory=list)
    sum: dict[str, float] = field(default_factory=dict)
    norm: float = 0.0
    last: date | None = None

    def add(self, article: _Held) -> None:
        self.held.append(article)
        for term, weight in article.weights.items():
            self.sum[term] = self.sum.get(term, 0.0) + weight
        if len(self.sum) > 2 * STORY_TERMS:
            kept = sorted(self.sum.items(), key=lambda item: (-item[1], item[0]))[:STORY_TERMS]
            self.sum = dict(kept)
        self.norm = math.sqrt(sum(weight * weight for weight in self.sum.values()))
        if article.day is not None and (self.last is None or article.day > self.last):
            self.last = article.day

    def like(self, article: _Held) -> float:
        return sum(self.sum.get(term, 0.0) * weight for term, weight in article.weights.items()) / (self.norm or 1.0)


class Stories:
    """A stream of articles falling into stories. Give it readings in the order of publication (`in_order`)."""

    def __init__(self, join: float = JOIN) -> None:
        self.join = join
        self._seen = 0
        self._in: Counter[str] = Counter()
        self._index: defaultdict[str, deque[_Held]] = defaultdict(lambda: deque(maxlen=POSTINGS + 1))
        self._runs: dict[int, _Held] = {}
        self._stories: list[_Growing] = []
        self._articles: list[_Held] = []

    def __len__(self) -> int:
        return len(self._stories)

    def add(self, reading: Reading, id: str | None = None) -> Member:
        """Put one article where it belongs; `id` is its id where that is another than `reading.article.id`."""
        text = reading.article.text
        found = terms_of(text, reading.article.title)
        article = self._held(found, reading, text, id or reading.article.id)
        runs = sorted(set(_runs(text)))
        original = self._original(runs)
        if original is not None:
            story, member = self._copied(article, original)
        else:
            story, member = self._placed(article)
        article.member, article.story = member, story.number
        story.add(article)
        self._articles.append(article)
        for term in article.weights:
            self._index[term].append(article)
        for run in runs:
            self._runs.setdefault(run, article)
        self._seen += 1
        self._in.update(found.keys())
        return member

    def stories(self, smallest: int = 1) -> list[Story]:
        """The stories that have at least `smallest` articles that are no copies, largest first, then as they came."""
        made = [self._story(each) for each in self._stories]
        made = [story for story in made if story.originals >= smallest]
        return sorted(made, key=lambda story: -len(story.members))

    # -- how an article finds its place

    def _held(self, found: dict[str, Term], reading: Reading, text: str, id: str) -> _Held:
        rated = ((term, each.weight * self._rarity(term)) for term, each in found.items())
        best = sorted(rated, key=lambda item: (-item[1], item[0]))[:TERMS]
        norm = math.sqrt(sum(weight * weight for _, weight in best)) or 1.0
        published = reading.article.published
        day = published.date() if isinstance(published, datetime) else published
        return _Held(
            len(self._articles),
            Facts.of(reading, id),
            {term: weight / norm for term, weight in best},
            {term: Place(id, found[term].first, found[term].first.of(text)) for term, _ in best},
            day if day is not None and day >= EARLIEST else None,
        )

    def _rarity(self, term: str) -> float:
        return math.log((PRIOR + self._seen + 1) / (self._in[term] + 1))

    def _original(self, runs: list[int]) -> _Held | None:
        if len(runs) < FEWEST_RUNS:
            return None
        shared = Counter(self._runs[run].number for run in runs if run in self._runs)
        if not shared:
            return None
        number, count = max(shared.items(), key=lambda item: (item[1], -item[0]))
        return self._articles[number] if count >= COPY * len(runs) else None

    def _copied(self, article: _Held, original: _Held) -> tuple[_Growing, Member]:
        story = self._stories[original.story]
        first = original.member.copy_of if original.member and original.member.copy_of else original.facts.article
        why = Why("rule: the same text", f"most runs of {RUN} words are those of {first}")
        return story, article.facts.member(first, 1.0, why)

    def _placed(self, article: _Held) -> tuple[_Growing, Member]:
        near: defaultdict[int, float] = defaultdict(float)
        for term, weight in article.weights.items():
            posted = self._index.get(term)
            if posted is None:
                continue
            recent = [held for held in posted if self._is_open(held, article.day)]
            if len(recent) <= POSTINGS:
                for held in recent:
                    near[held.number] += weight * held.weights[term]
        best: dict[int, tuple[float, int]] = {}
        for number, like in near.items():
            held = self._articles[number]
            best[held.story] = max(best.get(held.story, (0.0, 0)), (like, -number))
        rated = sorted(
            (
                (NEAREST * like + (1 - NEAREST) * self._stories[number].like(article), number, -nearest)
                for number, (like, nearest) in best.items()
            ),
            key=lambda each: (-each[0], each[1]),
        )
        beat = tuple((self._stories[number].id, round(score, 3)) for score, number, _ in rated[:4])
        if not rated or rated[0][0] < self.join:
            story = _Growing(len(self._stories), f"s-{article.facts.article}")
            self._stories.append(story)
            note = "no story of the last weeks is like it" if not rated else "no story of the last weeks is like enough"
            return story, article.facts.member(None, 1.0, Why("rule: a new story", note, beat))
        score, number, nearest = rated[0]
        story = self._stories[number]
        near_one = self._articles[nearest]
        note = f"shares {', '.join(_shared(article, story))}; nearest is {near_one.facts.article}"
        return story, article.facts.member(None, round(score, 3), Why("rule: like the story", note, beat[1:]))

    def _is_open(self, held: _Held, day: date | None) -> bool:
        last = self._stories[held.story].last
        return day is None or last is None or abs((day - last).days) <= WINDOW

    # -- what a story is about

    def _story(self, story: _Growing) -> Story:
        own = [each for each in story.held if each.member is not None and each.member.copy_of is None]
        central = max(own, key=lambda each: (story.like(each), -each.number))
        days = sorted(each.day for each in story.held if each.day is not None)
        told = gist([each.facts for each in own], [each.terms for each in own], story.sum)
        return Story(
            id=story.id,
            title=central.facts.title or told.words or "(no title)",
            members=tuple(each.member for each in story.held if each.member is not None),
            who=told.who,
            where=told.where,
            when=told.when,
            marks=told.marks,
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )


def in_order(readings: Iterable[tuple[str, Reading]]) -> Iterator[tuple[str, Reading]]:
    """Readings in the order of publication (moments by their UTC), those without a date last, each with its id."""

    def moment(item: tuple[str, Reading]) -> tuple[bool, str, str]:
        published = item[1].article.published
        if isinstance(published, datetime) and published.tzinfo is not None:
            published = published.astimezone(UTC).replace(tzinfo=None)
        day = published.date() if isinstance(published, datetime) else published
        dated = day is not None and day >= EARLIEST
        return not dated, published.isoformat() if published is not None and dated else "", item[0]

    return iter(sorted(readings, key=moment))


def stories_of(readings: Iterable[Reading], join: float = JOIN) -> Stories:
    """The stories of some readings."""
    stream = Stories(join)
    for id, reading in in_order((reading.article.id, reading) for reading in readings):
        stream.add(reading, id)
    return stream


def _runs(text: str) -> Iterator[int]:
    for run in runs_of_words(text, RUN):
        mark = zlib.crc32(" ".join(run).encode("utf-8", "surrogatepass"))
        if mark % EVERY == 0:
            yield mark


def _shared(article: _Held, story: _Growing) -> list[str]:
    both = [(weight * story.sum[term], term) for term, weight in article.weights.items() if term in story.sum]
    return [article.terms[term].words for _, term in sorted(both, reverse=True)[:5]]

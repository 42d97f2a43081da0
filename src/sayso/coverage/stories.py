"""Stories: articles grouped by happening, as they come.

A new article joins the story that it is most like, or founds one; what was decided before is never touched. So the
order counts, and the order is that of publication. Likeness is the cosine of term weights (terms.py), rarer terms
counting more, with rarity learned from the articles seen so far. Only articles of the last weeks that share a rare
term are ever compared, found by an inverted index, and no term is followed to more than `POSTINGS` of them: the cost
of an article does not grow with the archive."""

from __future__ import annotations

import json
import math
import zlib
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from sys import intern
from typing import Any

from sayso.archive.codec import moment_of
from sayso.coverage.gist import Facts, gist
from sayso.coverage.runs import RUN, Runs, marks
from sayso.coverage.spread.shingles import Keys
from sayso.coverage.terms import Term, terms_of
from sayso.records import Reading, Span, Why
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
COPY = 0.6
"""Part of the shorter text's runs that a copy shares with its original. Two reports of one event share less than .2,
wire copies cut to half still more than .8 (dev)."""
FEWEST_RUNS = 5
UNDATED = -1
"""In place of a day where there is none: such a story can be joined on any day, and such an article can join any."""
EARLIEST = date(1990, 1, 1)
"""Dates of publication before it are clocks gone wrong (1970-01-01), not dates."""


@dataclass(slots=True)
class Held:
    """An article as the stream keeps it. `weights` has its heaviest terms, the heaviest first; `told` what is only wanted when
    its story is described, packed: for 100,000 articles that is memory."""

    number: int
    id: str
    weights: dict[str, float]
    day: date | None
    told: bytes
    runs: Keys
    """Its runs of words by which copies of it are known."""
    story: int = -1
    member: Member | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is no copy of another."""
        return self.member is not None and self.member.copy_of is None


@dataclass(frozen=True, slots=True)
class Told:
    """What a story's description needs of an article: its facts, and where each of its heaviest terms stands first."""

    facts: Facts
    places: tuple[Place, ...]

    def pack(self) -> bytes:
        it = self.facts
        when = None if it.published is None else it.published.isoformat()
        counted = [
            [[name, count, *_flat(place)] for name, count, place in some] for some in (it.people, it.places, it.days)
        ]
        made = [it.article, it.outlet, it.title, when, *counted, [_flat(place) for place in self.places]]
        return zlib.compress(json.dumps(made, separators=(",", ":")).encode("ascii"), 1)

    @classmethod
    def of(cls, packed: bytes) -> Told:
        id, outlet, title, when, people, places, days, terms = json.loads(zlib.decompress(packed))

        def counted(some: list[Any]) -> tuple[tuple[str, int, Place], ...]:
            return tuple((name, count, Place(id, Span(a, b), words)) for name, count, a, b, words in some)

        published = None if when is None else moment_of(when)
        facts = Facts(id, outlet, title, published, counted(people), counted(places), counted(days))
        return cls(facts, tuple(Place(id, Span(a, b), words) for a, b, words in terms))


def _flat(place: Place) -> tuple[int, int, str]:
    return place.span.start, place.span.end, place.words


@dataclass(slots=True)
class Growing:
    """A story as the stream keeps it: the sum of its articles' weights, and when it was last joined."""

    number: int
    id: str
    held: list[Held] = field(default_factory=list)
    sum: dict[str, float] = field(default_factory=dict)
    norm: float | None = None
    """Length of the sum; `None` where nobody has asked since it changed."""
    last: date | None = None

    def add(self, article: Held) -> None:
        self.held.append(article)
        for term, weight in article.weights.items():
            self.sum[term] = self.sum.get(term, 0.0) + weight
        if len(self.sum) > 2 * STORY_TERMS:
            kept = sorted(self.sum.items(), key=lambda item: (-item[1], item[0]))[:STORY_TERMS]
            self.sum = dict(kept)
        self.norm = None
        if article.day is not None and (self.last is None or article.day > self.last):
            self.last = article.day

    def like(self, article: Held) -> float:
        if self.norm is None:
            self.norm = math.sqrt(sum(weight * weight for weight in self.sum.values()))
        return sum(self.sum.get(term, 0.0) * weight for term, weight in article.weights.items()) / (self.norm or 1.0)


class Stories:
    """A stream of articles falling into stories. Give it readings in the order of publication (`in_order`)."""

    def __init__(self, join: float = JOIN) -> None:
        self.join = join
        self.seen: Counter[str] = Counter()
        """In how many of the articles each term was."""
        self._index: defaultdict[str, deque[Held]] = defaultdict(lambda: deque(maxlen=POSTINGS + 1))
        self._runs = Runs()
        self._stories: list[Growing] = []
        self._lasts: list[int] = []
        """The day of the last article of each, as a number."""
        self.articles: list[Held] = []
        """In the order in which they came."""
        self.touched: set[int] = set()
        """Numbers of the stories that were founded or joined since somebody emptied it."""

    @classmethod
    def resumed(cls, articles: Iterable[Held], seen: Counter[str]) -> Stories:
        """A stream that goes on from what another had: its `articles`, in their order, and `seen`."""
        made = cls()
        for article in articles:
            article.weights = {intern(term): weight for term, weight in article.weights.items()}
            made._took(article)
        made.seen = seen
        made.touched.clear()
        return made

    def __len__(self) -> int:
        return len(self._stories)

    def add(self, reading: Reading, id: str | None = None) -> Member:
        """Put one article where it belongs; `id` is its id where that is another than `reading.article.id`."""
        text = reading.article.text
        found = terms_of(text, reading.article.title)
        article, told = self._held(found, reading, text, id or reading.article.id)
        original = self._original(article)
        if original is not None:
            story, member = self._copied(article, told.facts, original)
        else:
            story, member = self._placed(article, told)
        article.member, article.story = member, story
        self._took(article)
        self.seen.update(found.keys())
        return member

    def _took(self, article: Held) -> None:
        """An article that knows its story is one of those that later ones are compared with."""
        if article.story == len(self._stories):
            self._stories.append(Growing(article.story, f"s-{article.id}"))
            self._lasts.append(UNDATED)
        self._stories[article.story].add(article)
        last = self._stories[article.story].last
        self._lasts[article.story] = UNDATED if last is None else last.toordinal()
        self.touched.add(article.story)
        self.articles.append(article)
        for term in article.weights:
            self._index[term].append(article)
        self._runs.add(article.runs, article.number)

    def stories(self, smallest: int = 1) -> list[Story]:
        """The stories that have at least `smallest` articles that are no copies, largest first, then as they came."""
        made = [self.story(each) for each in range(len(self._stories)) if self.originals(each) >= smallest]
        return sorted(made, key=lambda story: -len(story.members))

    def originals(self, number: int) -> int:
        """How many articles of a story are no copies."""
        return sum(each.is_own for each in self._stories[number].held)

    # -- how an article finds its place

    def _held(self, found: dict[str, Term], reading: Reading, text: str, id: str) -> tuple[Held, Told]:
        rated = ((term, each.weight * self._rarity(term)) for term, each in found.items())
        best = sorted(rated, key=lambda item: (-item[1], item[0]))[:TERMS]
        norm = math.sqrt(sum(weight * weight for _, weight in best)) or 1.0
        published = reading.article.published
        day = published.date() if isinstance(published, datetime) else published
        places = tuple(Place(id, found[term].first, found[term].first.of(text)) for term, _ in best)
        told = Told(Facts.of(reading, id), places)
        held = Held(
            len(self.articles),
            id,
            {intern(term): weight / norm for term, weight in best},
            day if day is not None and day >= EARLIEST else None,
            told.pack(),
            marks(text),
        )
        return held, told

    def _rarity(self, term: str) -> float:
        return math.log((PRIOR + len(self.articles) + 1) / (self.seen[term] + 1))

    def _original(self, article: Held) -> Held | None:
        if len(article.runs) < FEWEST_RUNS:
            return None
        shared = Counter(self._runs.owners(article.runs))
        if not shared:
            return None
        number, count = max(shared.items(), key=lambda item: (item[1], -item[0]))
        return self.articles[number] if count >= COPY * len(article.runs) else None

    def _copied(self, article: Held, facts: Facts, original: Held) -> tuple[int, Member]:
        first = original.member.copy_of if original.member and original.member.copy_of else original.id
        why = Why("rule: the same text", f"most runs of {RUN} words are those of {first}")
        return original.story, facts.member(first, 1.0, why)

    def _placed(self, article: Held, told: Told) -> tuple[int, Member]:
        near: defaultdict[int, float] = defaultdict(float)
        lasts = self._lasts
        low, high = _window(article.day)
        for term, weight in article.weights.items():
            posted = self._index.get(term, ())
            recent = [held for held in posted if low <= lasts[held.story] <= high or lasts[held.story] == UNDATED]
            if len(recent) <= POSTINGS:
                for held in recent:
                    near[held.number] += weight * held.weights[term]
        best: dict[int, tuple[float, int]] = {}
        for number, like in near.items():
            held = self.articles[number]
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
            note = "no story of the last weeks is like it" if not rated else "no story of the last weeks is like enough"
            return len(self._stories), told.facts.member(None, 1.0, Why("rule: a new story", note, beat))
        score, number, nearest = rated[0]
        shared = ", ".join(_shared(article, told, self._stories[number]))
        note = f"shares {shared}; nearest is {self.articles[nearest].id}"
        return number, told.facts.member(None, round(score, 3), Why("rule: like the story", note, beat[1:]))

    # -- what a story is about

    def story(self, number: int) -> Story:
        """One of the stories, by its number in the order of founding."""
        story = self._stories[number]
        own = [each for each in story.held if each.is_own]
        central = max(range(len(own)), key=lambda at: (story.like(own[at]), -at))
        days = sorted(each.day for each in story.held if each.day is not None)
        told = [Told.of(each.told) for each in own]
        terms = [dict(zip(each.weights, it.places, strict=True)) for each, it in zip(own, told, strict=True)]
        about = gist([each.facts for each in told], terms, story.sum)
        return Story(
            id=story.id,
            title=told[central].facts.title or about.words or "(no title)",
            members=tuple(each.member for each in story.held if each.member is not None),
            who=about.who,
            where=about.where,
            when=about.when,
            marks=about.marks,
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


def _window(day: date | None) -> tuple[int, int]:
    """First and last day on which a story may have ended for an article of this day to join it."""
    return (UNDATED, date.max.toordinal()) if day is None else (day.toordinal() - WINDOW, day.toordinal() + WINDOW)


def _shared(article: Held, told: Told, story: Growing) -> list[str]:
    words = dict(zip(article.weights, told.places, strict=True))
    both = [(weight * story.sum[term], term) for term, weight in article.weights.items() if term in story.sum]
    return [words[term].words for _, term in sorted(both, reverse=True)[:5]]

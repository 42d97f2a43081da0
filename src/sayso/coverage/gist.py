"""What a story is about: who, where, when, and the words that set it apart, each with places in its articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sayso.coverage.terms import STOP, WORD, fold
from sayso.records import PersonKind, Reading, Span, Why
from sayso.records.stories import Mark, Member, Place

MOST_MARKS = 12
MOST_NAMES = 6
MOST_PLACES = 3
"""How many are named; chosen by hand for what fits a screen."""
PEOPLE_KEPT = 25
"""Of an article, the most mentioned."""

_NAMED = frozenset({PersonKind.PERSON, PersonKind.ORGANISATION})
_IN = re.compile(
    r"\b(?:in|at|near|outside|across)\s+((?:[A-Z][\w’'-]+)(?:\s+(?:[A-Z][\w’'-]+|de|of the|of)(?=\s+[A-Z]|\W)){0,2})"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATELINE = re.compile(r"^\s*([A-Z][A-Z .'-]{2,30}?)(?:,[^\n–—-]{1,25})?\s*(?:\([A-Z][\w ]+\)\s*)?[–—-]{1,2}\s", re.M)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a story keeps of an article: never its text, so that memory stays small. People and places have how often
    they are mentioned and where they stand first."""

    article: str
    outlet: str | None
    title: str | None
    published: date | datetime | None
    people: tuple[tuple[str, int, Place], ...]
    places: tuple[tuple[str, int, Place], ...]
    days: tuple[tuple[str, int, Place], ...]

    @classmethod
    def of(cls, reading: Reading, id: str) -> Facts:
        """The facts of a reading, under the id `id`."""
        article, text = reading.article, reading.article.text

        def at(span: Span) -> Place:
            return Place(id, span, span.of(text))

        people = sorted(
            ((each.name, len(each.mentions), each.mentions[0]) for each in reading.people if each.kind in _NAMED),
            key=lambda each: (-each[1], each[2]),
        )[:PEOPLE_KEPT]
        who = {fold(word) for name, _, _ in people for word in WORD.findall(name)}
        days = ((each.date[:10], 1, at(each.what[0])) for each in reading.happenings if _DAY.match(each.date))
        return cls(
            id,
            article.outlet,
            article.title,
            article.published,
            tuple((name, count, at(span)) for name, count, span in people),
            tuple((name, count, at(span)) for name, count, span in _places(text, who)),
            tuple(days),
        )

    def member(self, copy_of: str | None, score: float, why: Why) -> Member:
        """The article as a member of a story."""
        return Member(self.article, self.outlet, self.title, self.published, copy_of, score, why)


@dataclass(frozen=True, slots=True)
class Gist:
    """What a story is about; `words` are its heaviest marks in one line."""

    who: tuple[Mark, ...]
    where: tuple[Mark, ...]
    when: tuple[Mark, ...]
    marks: tuple[Mark, ...]
    words: str


def gist(
    facts: Sequence[Facts],
    terms: Sequence[Mapping[str, Place]],
    weights: Mapping[str, float],
) -> Gist:
    """What the articles of a story are about; `terms` are each article's terms with where they stand first, and its
    names."""
    number = len(facts)
    least = 2 if number > 2 else 1
    who = _most([each.people for each in facts], least, MOST_NAMES, _key)
    where = _most([each.places for each in facts], least, MOST_PLACES, str.lower)
    when = _most([each.days for each in facts], least, MOST_PLACES, str)
    top = max(weights.values(), default=1.0)
    marks = []
    for term, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        places = tuple(found[term] for found in terms if term in found)
        if len(places) >= least:
            marks.append(Mark(places[0].words, len(places), round(weight / top, 3), places[:5]))
        if len(marks) == MOST_MARKS:
            break
    return Gist(who, where, when, tuple(marks), ", ".join(mark.words for mark in marks[:4]))


def _key(name: str) -> str:
    """A person is known across articles by the last word of the name."""
    words = [fold(word) for word in WORD.findall(name)]
    while len(words) > 1 and words[-1] in ("jr", "sr", "ii", "iii"):
        words.pop()
    return words[-1] if words else name


def _most(
    found: Sequence[tuple[tuple[str, int, Place], ...]], least: int, most: int, key: Callable[[str], str]
) -> tuple[Mark, ...]:
    """What most of the articles have, by how many have it and then how often it is mentioned in all."""
    places: defaultdict[str, dict[str, Place]] = defaultdict(dict)
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    mentions: Counter[str] = Counter()
    for each in found:
        for name, count, place in each:
            same = key(name)
            names[same][name] += 1
            mentions[same] += min(count, 10)
            places[same].setdefault(place.article, place)
    ranked = sorted(places, key=lambda each: (-len(places[each]) * 3 - mentions[each], each))
    return tuple(
        Mark(
            max(names[each], key=lambda name: (names[each][name], len(name), name)),
            len(places[each]),
            round(len(places[each]) / len(found), 3),
            tuple(places[each].values())[:5],
        )
        for each in ranked
        if len(places[each]) >= least
    )[:most]


def _places(text: str, who: set[str]) -> list[tuple[str, int, Span]]:
    """Names after *in*, *at*, *near* and the like, and datelines, that are nobody's and no time's; the most frequent
    first."""
    count: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for found in (*_DATELINE.finditer(text[:400]), *_IN.finditer(text[:12_000])):
        name = found.group(1).strip()
        shown = name.title() if name.isupper() and len(name) > 3 else name
        words = [fold(word) for word in WORD.findall(name)]
        if not words or words[0] in STOP or any(word in who for word in words):
            continue
        count[shown] += 1
        first.setdefault(shown, Span(found.start(1), found.start(1) + len(name)))
    return [(name, number, first[name]) for name, number in count.most_common(8)]

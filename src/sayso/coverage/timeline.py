"""The merged timeline of a story: dated happenings of its articles, the same ones told together, dates that differ
side by side."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.coverage.terms import STOP, WORD, fold, stem
from sayso.records import Happening, PersonKind, Reading, Span, Why
from sayso.records.stories import Moment, Place, Telling, When
from sayso.records.time import first_day

SAME_DATE = 0.4
"""Least part of the lighter telling that two tellings of one date share. Chosen by hand on samples/coverage."""
OTHER_DATE = 0.6
"""The same for two dates that cannot both be right."""
NEAR = 11
"""Days that two tellings of one happening can lie apart: a week's slip of a weekday, or the 18th for the 28th."""
POSTINGS = 80
PRIOR = 60
MOST_WORDS = 22
"""Of the words that stand for a moment; a longer telling is only used where there is no other."""

CLOCK = 20
"""Minutes that two times of day can lie apart and be one."""

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(slots=True)
class _Told:
    telling: Telling
    order: int
    words: frozenset[str]
    who: tuple[str, ...]
    day: date
    exact: bool


@dataclass(slots=True)
class _Growing:
    """A moment as it is put together."""

    number: int
    told: list[_Told] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)
    shared: tuple[str, ...] = ()


def timeline(readings: Iterable[tuple[str, Reading]], copies: Collection[str] = ()) -> list[Moment]:
    """The moments of some readings, each given with its id, in order of their dates; `copies` are ids of articles
    whose text is another's, which are told of but do not count as witnesses. Happenings whose year is open are left
    out."""
    told = [each for id, reading in readings for each in _tellings(id, reading, id in copies)]
    for order, each in enumerate(told):
        each.order = order
    known: Counter[str] = Counter(word for each in told for word in each.words)

    def rarity(word: str) -> float:
        return math.log((PRIOR + len(told)) / (1 + known[word]))

    moments: list[_Growing] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for each in told:
        moment = _moment_of(each, moments, index, rarity)
        if moment is None:
            moment = _Growing(len(moments))
            moments.append(moment)
        moment.told.append(each)
        for word in each.words:
            if word not in moment.words:
                index[word].append(moment.number)
            moment.words[word] += 1
    made = [_made(moment) for moment in moments]
    return sorted(made, key=lambda each: (first_day(each.date, each.mod) or (9999, 0, 0), each.id))


def _tellings(id: str, reading: Reading, copy: bool) -> Iterable[_Told]:
    text = reading.article.text
    speakers = {each.id: each.speaker for each in reading.attributions}
    names = {each.id: each.name for each in reading.people}
    keys = {each.id: _key(each.name, each.kind) for each in reading.people}
    for each in reading.happenings:
        first = first_day(each.date, each.mod)
        if first is None:
            continue
        try:
            day = date(*first)
        except ValueError:
            continue
        places = tuple(Place(id, span, span.of(text)) for span in each.what)
        by = speakers.get(each.by or "")
        telling = Telling(
            article=id,
            outlet=reading.article.outlet,
            happening=each.id,
            date=each.date,
            mod=each.mod,
            words=places,
            attribution=each.by,
            speaker=names.get(by or ""),
            said=each.said,
            certainty=each.certainty,
            polarity=each.polarity,
            copy=copy,
        )
        words = _words(each, reading)
        who = frozenset(keys[one] for one in each.who if one in keys)
        yield _Told(
            telling,
            0,
            words | who,
            tuple(dict.fromkeys(names[one] for one in each.who if one in names)),
            day,
            bool(_DAY.match(each.date)),
        )


def _words(happening: Happening, reading: Reading) -> frozenset[str]:
    """Content words of a happening, without those that date it and those for whom it names."""
    text = reading.article.text
    times = [each.span for each in reading.times if each.id in happening.times]
    found = set()
    for span in happening.what:
        for word in WORD.finditer(span.of(text)):
            at = Span(span.start + word.start(), span.start + word.end())
            low = fold(word.group())
            if (
                len(low) > 2
                and low not in STOP
                and not low.isdecimal()
                and not any(time.overlaps(at) for time in times)
            ):
                found.add(stem(low))
    return frozenset(found)


def _key(name: str, kind: PersonKind) -> str:
    words = [fold(word) for word in WORD.findall(name)] or [name]
    return "@" + (words[-1] if kind is PersonKind.PERSON else " ".join(words))


def _moment_of(
    each: _Told, moments: Sequence[_Growing], index: dict[str, list[int]], rarity: object
) -> _Growing | None:
    """The moment that a telling tells, `None` where it is the first to."""
    assert callable(rarity)
    near: Counter[int] = Counter()
    for word in each.words:
        posted = index[word]
        if len(posted) <= POSTINGS:
            near.update(posted)
    best: tuple[float, int] | None = None
    weight = math.fsum(rarity(word) for word in each.words)  # whatever the order of a set: the same sum
    for number, count in near.items():
        if count < 2:
            continue
        moment = moments[number]
        if any(
            o.telling.article == each.telling.article and not _fits(o.telling.date, each.telling.date)
            for o in moment.told
        ):
            continue
        for other in moment.told[-12:]:
            both = each.words & other.words
            if len(both) < 2 or all(word.startswith("@") for word in both):
                continue
            lighter = min(weight, math.fsum(rarity(word) for word in other.words))
            like = math.fsum(rarity(word) for word in both) / (lighter + 2.0)
            same = _fits(each.telling.date, other.telling.date)
            if not same and (not each.exact or not other.exact or abs((each.day - other.day).days) > NEAR):
                continue
            if like >= (SAME_DATE if same else OTHER_DATE) and (best is None or (like + same, -number) > best):
                best = like + same, -number
                moment.shared = tuple(sorted(word.removeprefix("@") for word in both))
    return None if best is None else moments[-best[1]]


def _fits(a: str, b: str) -> bool:
    """Whether two dates can be one: the same, or one within the other; times of day within `CLOCK` minutes."""
    if not (_within(a, b) or _within(b, a)):
        return False
    one, other = _CLOCK.search(a), _CLOCK.search(b)
    if one is None or other is None:
        return True
    minutes = [60 * int(each[1]) + int(each[2]) for each in (one, other)]
    return abs(minutes[0] - minutes[1]) <= CLOCK


def _within(short: str, long: str) -> bool:
    short, long = short[:10], long[:10]
    return long == short or (len(short) < len(long) and long.startswith(short + "-"))


def _made(moment: _Growing) -> Moment:
    by_date: defaultdict[tuple[str, str | None], list[_Told]] = defaultdict(list)
    for each in moment.told:
        by_date[each.telling.date, each.telling.mod].append(each)

    def sources(key: tuple[str, str | None]) -> int:
        return len({each.telling.article for each in by_date[key] if not each.telling.copy})

    days: Counter[str] = Counter()
    for key in by_date:
        days[key[0]] += sources(key)
    exact = [day for day in days if _DAY.match(day)] or list(days)
    fits = {day: sum(number for other, number in days.items() if _fits(day, other)) for day in exact}
    main = max(exact, key=lambda day: (fits[day], days[day], len(day), [-ord(letter) for letter in day]))
    order = sorted(
        by_date, key=lambda key: (key[0] != main, not _fits(key[0], main), -sources(key), key[0], key[1] or "")
    )
    dates = tuple(
        When(key[0], key[1], _fits(key[0], main), tuple(each.telling for each in by_date[key])) for key in order
    )
    first = dates[0]
    words = " … ".join(place.words for place in _wording(moment).words)
    who = Counter(name for each in moment.told for name in each.who)
    ids = "|".join(f"{each.telling.article} {each.telling.happening}" for each in moment.told[:1])
    note = f"its tellings share {', '.join(moment.shared)}" if moment.shared else "told once"
    return Moment(
        id="m" + hashlib.sha256(ids.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        date=first.date,
        mod=first.mod,
        words=words,
        who=tuple(name for name, _ in who.most_common(6)),
        dates=dates,
        disputed=any(not when.agrees and any(not each.copy for each in when.tellings) for when in dates),
        why=Why("rule: the same words and near dates" if len(moment.told) > 1 else "rule: told once", note),
    )


def _wording(moment: _Growing) -> Telling:
    """The telling that says most of what the others say too, in few words."""

    def worth(each: _Told) -> tuple[bool, float, int]:
        length = sum(len(place.words.split()) for place in each.telling.words)
        common = sum(moment.words[word] for word in each.words)
        return length <= MOST_WORDS, common / math.sqrt(length + 3), -each.order

    return max(moment.told, key=worth).telling

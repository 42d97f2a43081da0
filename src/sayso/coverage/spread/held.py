"""Sayings held to be compared, about three hundred bytes each: an archive has millions. Words are numbers in a table of their
own, and a saying is put together when it is looked at."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from sayso.coverage.spread.around import Around, counted
from sayso.coverage.spread.copies import moment
from sayso.coverage.spread.quoted import CONTENT_BITS, Quoted, quoted
from sayso.coverage.spread.shingles import Keys
from sayso.coverage.spread.words import bits, number
from sayso.records.saying import Saying
from sayso.records.span import Span

Ints = NDArray[np.int64]
N = TypeVar("N", int, float)

HELD = 8000
"""Articles of which what they are about is held."""
MADE = 200_000
"""Sayings that are held put together, most of which are soon looked at again."""

TELLING = 5000
"""Sayings of which the words with meaning are held: those that were looked at last."""


class Compared(NamedTuple):
    """As much of a `Quoted` as comparing needs; `words` are numbers of a table of words."""

    words: array[int]
    weights: array[float]
    told: float
    speaker: tuple[str, ...]
    day: int | None
    told_by_writer: float
    many: bool
    article: str
    table: list[str]
    stems: array[int]
    at: tuple[Held, int]
    """Where it is held, and its number there: what is seldom asked for is looked up."""

    def telling(self) -> dict[str, tuple[str, float]]:
        """The words that carry meaning with what they tell, by their stems; not to be changed, since it is held."""
        held, each = self.at
        found = held.telling.get(each)
        if found is None:
            if len(held.telling) >= TELLING:
                held.telling.clear()
            found = held.telling[each] = self.told_anew()
        return found

    def told_anew(self) -> dict[str, tuple[str, float]]:
        """The same, made."""
        stems = iter(self.stems)
        out: dict[str, tuple[str, float]] = {}
        for word, told in zip(self.words, self.weights, strict=True):
            if told >= CONTENT_BITS:
                out.setdefault(self.table[next(stems)], (self.table[word], told))
        return out

    @property
    def around(self) -> Around:
        """What its article is about."""
        held, each = self.at
        return held.around(held.article_of(each))

    def both(self, other: Any) -> list[str]:
        """The stems that another one, of the same table, has too."""
        common = set(self.stems).intersection(other.stems)
        return [self.table[stem] for stem in common] if common else []

    @property
    def spans(self) -> tuple[Span, ...]:
        held, each = self.at
        return held.spans_of(each)


class Table(dict[Any, int]):
    """Values, each once, by number: one that is asked for gets the next."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[Any] = []

    def __missing__(self, value: Any) -> int:
        made = self[value] = len(self.listed)
        self.listed.append(value)
        return made

    def ranks(self) -> Ints:
        """For each value its place among all when they are sorted."""
        ranks = np.zeros(len(self.listed), np.int64)
        ranks[sorted(range(len(self.listed)), key=self.listed.__getitem__)] = np.arange(len(self.listed))
        return ranks


class Ragged(Generic[N]):
    """Lists of numbers one after the other, as one array."""

    def __init__(self, kind: Any) -> None:
        self.flat: array[N] = array(kind)
        self.ends = array("q", [0])

    def add(self, values: Iterable[N]) -> None:
        self.flat.extend(values)
        self.ends.append(len(self.flat))

    def __getitem__(self, at: int) -> array[N]:
        return self.flat[self.ends[at] : self.ends[at + 1]]

    def some(self, first: int, last: int) -> tuple[NDArray[Any], Ints]:
        """The values of the lists from `first` up to `last` one after the other, and for each the number of its list."""
        ends = np.frombuffer(self.ends, np.int64)[first : last + 1]
        values = np.frombuffer(self.flat, self.flat.typecode)[ends[0] : ends[-1]]
        return values, np.repeat(np.arange(first, last), np.diff(ends))


class Held(Sequence[Compared]):
    """Sayings that have words, in order of publication, then of article and place; so nothing hangs on the order given."""

    def __init__(self, sayings: Iterable[Saying] | Iterable[Quoted]) -> None:
        self.words: Ragged[int] = Ragged("i")
        self.stems: Ragged[int] = Ragged("i")
        self._weights: Ragged[float] = Ragged("d")
        self._spans: Ragged[int] = Ragged("i")
        self._table, self._speakers, self._articles, self._ids = Table(), Table(), Table(), Table()
        self._article, self._attribution, self._speaker = array("i"), array("i"), array("i")
        self._day, self._told, self._by_writer, self._many = array("i"), array("d"), array("d"), array("b")
        self._made: dict[int, Compared] = {}
        self.telling: dict[int, dict[str, tuple[str, float]]] = {}
        self._names: Ragged[int] = Ragged("i")
        self._around: dict[int, Around] = {}
        for each in sayings:
            self._add(each if isinstance(each, Quoted) else quoted(each))

    def _add(self, each: Quoted) -> None:
        saying = each.saying
        if not each.words or not saying.spans:
            return
        self.words.add(map(self._table.__getitem__, each.words))
        self._weights.add(each.weights)
        self.stems.add(map(self._table.__getitem__, each.stems))
        self._spans.add(place for span in saying.spans for place in (span.start, span.end))
        self._article.append(self._articles[(*moment(saying.published), saying.article)])
        self._names.add(map(self._table.__getitem__, sorted(each.around.names)))
        self._attribution.append(self._ids[saying.attribution])
        self._speaker.append(self._speakers[each.speaker])
        self._day.append(-1 if each.day is None else each.day)
        self._told.append(each.told)
        self._by_writer.append(each.told_by_writer)
        self._many.append(each.many)

    @cached_property
    def order(self) -> Ints:
        """For each place in the order the number of the saying, as they were given."""
        ends = np.frombuffer(self._spans.ends, np.int64)
        places = np.frombuffer(self._spans.flat, np.int32)
        articles = self._articles.ranks()[np.frombuffer(self._article, np.int32)]
        ids = self._ids.ranks()[np.frombuffer(self._attribution, np.int32)]
        return np.lexsort((ids, -places[ends[1:] - 1], places[ends[:-1]], articles))

    def __len__(self) -> int:
        return len(self._article)

    @overload
    def __getitem__(self, at: int) -> Compared: ...
    @overload
    def __getitem__(self, at: slice) -> list[Compared]: ...
    def __getitem__(self, at: int | slice) -> Compared | list[Compared]:
        if isinstance(at, slice):
            return [self[place] for place in range(len(self))[at]]
        found = self._made.get(at)
        if found is None:
            if len(self._made) >= MADE:
                self._made.clear()
            found = self._made[at] = self._compared(self.order.item(at))
        return found

    def _compared(self, each: int) -> Compared:
        day = self._day[each]
        return Compared(
            self.words[each],
            self._weights[each],
            self._told[each],
            self._speakers.listed[self._speaker[each]],
            None if day < 0 else day,
            self._by_writer[each],
            bool(self._many[each]),
            self._articles.listed[self._article[each]][-1],
            self._table.listed,
            self.stems[each],
            (self, each),
        )

    def article_of(self, each: int) -> int:
        """The number of the article of a saying, as they were given."""
        return self._article[each]

    def spans_of(self, each: int) -> tuple[Span, ...]:
        """The spans of a saying, as they were given."""
        places = self._spans[each]
        return tuple(map(Span, places[::2], places[1::2]))

    def around(self, article: int) -> Around:
        """What the article of a number is about."""
        found = self._around.get(article)
        if found is None:
            if len(self._around) >= HELD:
                self._around.clear()
            first, last = np.searchsorted(self._grouped[0], [article, article + 1]).tolist()
            mine = self._grouped[1][first:last].tolist()
            names = {self._table.listed[name] for each in mine for name in self._names[each]}
            stems = [[self._table.listed[stem] for stem in self.stems[each]] for each in mine]
            said = counted(stems, [self._spans[each] for each in mine])
            found = self._around[article] = Around(frozenset(names), said)
        return found

    @cached_property
    def _grouped(self) -> tuple[Ints, Ints]:
        """The sayings as they were given, those of an article together: for each the number of its article, and its own."""
        articles = np.frombuffer(self._article, np.int32)
        order = np.argsort(articles, kind="stable")
        return articles[order].astype(np.int64), order

    def name(self, at: int) -> tuple[str, str]:
        """Article and attribution of the saying at a place."""
        each = int(self.order[at])
        return self._articles.listed[self._article[each]][-1], self._ids.listed[self._attribution[each]]

    def of_article(self, at: int) -> range:
        """The places of the sayings that the article of the saying at a place has."""
        mine = self._in_order[at]
        return range(*np.searchsorted(self._in_order, [mine, mine + 1]).tolist())

    def speaker_at(self, at: int) -> tuple[str, ...]:
        """The speaker of the saying at a place."""
        found: tuple[str, ...] = self._speakers.listed[self._speaker[int(self.order[at])]]
        return found

    def let_go(self) -> None:
        """Frees what is put together; what is asked for again is put together again."""
        self._made.clear()
        self._around.clear()
        self.telling.clear()

    def words_at(self, at: int) -> list[str]:
        """The words of the saying at a place."""
        return [self._table.listed[word] for word in self.words[int(self.order[at])]]

    @cached_property
    def _in_order(self) -> Ints:
        """The article of each saying by its place among the articles, in order."""
        made: Ints = self._articles.ranks()[np.frombuffer(self._article, np.int32)][self.order]
        return made

    # -- as arrays, for those who find what is worth comparing

    @cached_property
    def numbers(self) -> Keys:
        """The number of each word of the table."""
        return np.fromiter(map(number, self._table.listed), np.uint64, len(self._table.listed))

    @cached_property
    def tells(self) -> NDArray[np.float64]:
        """What each word of the table tells, in bits."""
        return np.fromiter(map(bits, self._table.listed), np.float64, len(self._table.listed))

    @cached_property
    def places(self) -> NDArray[np.int32]:
        """The place in the order of each saying as they were given."""
        made = np.zeros(len(self), np.int32)
        made[self.order] = np.arange(len(self), dtype=np.int32)
        return made

    @cached_property
    def days(self) -> Ints:
        """The day of each place in the order, -1 without a date."""
        made: Ints = np.frombuffer(self._day, np.int32).astype(np.int64)[self.order]
        return made

    @cached_property
    def last_names(self) -> Keys:
        """For each saying as they were given a number for the last word of its speaker's name, 0 where nobody is named."""
        each = np.array([number(name[-1]) if name else 0 for name in self._speakers.listed], np.uint64)
        return each[np.frombuffer(self._speaker, np.int32)] if len(self) else each

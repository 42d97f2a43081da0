"""Which sentences of an article match: the query of `sayso search`, asked of each sentence by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.archive.query import And, Near, Not, Or, Phrase, Query, Words, matches, spots
from sayso.archive.words import located, words_of
from sayso.coverage.attention_sentences import Paper
from sayso.coverage.attention_source import names_field
from sayso.records import Span

Flags = NDArray[np.bool_]


class Matcher:
    """A query that is asked of sentences. `title:` and `outlet:` are the article's, `speaker:` those whose words stand in the
    sentence."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self.has_fields = names_field(query)
        self._needs = None if self.has_fields else _needed(query)
        self._is_any = not self.has_fields and _is_any_word(query)
        self._seen = None if self._needs is None else _pattern(*self._needs)

    def of(self, paper: Paper, text: str) -> Flags:
        """For each sentence whether it matches."""
        made = np.zeros(len(paper.start), np.bool_)
        places: Sequence[int] = range(len(made))
        if self._needs is not None:
            places = self._candidates(paper, text)
            if self._is_any:  # one of the words is all that it takes
                made[places] = True
                return made
        for place in places:
            words = words_of(text[paper.start[place] : paper.end[place]])
            made[place] = matches(self.query, words, self._fields(paper, place) if self.has_fields else None)
        return made

    def marks(self, paper: Paper, text: str, place: int) -> tuple[Span, ...]:
        """Where in the article's text the words of a sentence stand that the query looks for."""
        start = int(paper.start[place])
        part = text[start : int(paper.end[place])]
        return tuple(Span(start + a, start + b) for a, b in located(part, spots(self.query, words_of(part))))

    def _candidates(self, paper: Paper, text: str) -> list[int]:
        """Sentences with at least one of the words without which none can match: most have none, and are not looked at."""
        low = text.lower()
        if self._seen is not None and len(low) == len(text) and _is_plain(low):
            starts = [found.start() for found in self._seen.finditer(low)]
        else:
            starts = self._looked_up(text)
        if not starts or not len(paper.start):
            return []
        at = np.array(starts)
        found = np.searchsorted(paper.start, at, side="right") - 1
        inside = found[(found >= 0) & (at < paper.end[found])]
        return [int(place) for place in np.unique(inside)]

    def _looked_up(self, text: str) -> list[int]:
        """Where the words begin, word for word: what the pattern finds, of any text."""
        exact, beginnings = self._needs or (frozenset(), ())
        hits = [
            (place, place + 1)
            for place, word in enumerate(words_of(text))
            if word in exact or (beginnings and word.startswith(beginnings))
        ]
        return [start for start, _ in located(text, hits)]

    def _fields(self, paper: Paper, place: int) -> dict[str, Words]:
        start, end = paper.start[place], paper.end[place]
        speakers = dict.fromkeys(name for name, a, b in paper.speakers if a < end and start < b)
        return {
            "title": Words(words_of(paper.title or "")),
            "outlet": Words(words_of(paper.outlet or "")),
            "speaker": Words([word for name in speakers for word in words_of(name)]),
        }


def _is_plain(low: str) -> bool:
    """Whether a pattern finds the words of a text as `words_of` would: no letter of it is folded, no run of them cut."""
    others = () if low.isascii() else [c for c in set(low) if c > "\x7f"]
    return (
        not any(c.isalnum() or "\u0300" <= c <= "\u036f" for c in others)
        and max(map(len, low.split()), default=0) <= 100
    )


def _pattern(exact: frozenset[str], beginnings: tuple[str, ...]) -> re.Pattern[str] | None:
    """Finds the words in a plain text of small letters as `words_of` would; `None` where they have other letters."""
    if not all(word.isascii() for word in (*exact, *beginnings)):
        return None
    some = [f"{word}(?![a-z0-9])" for word in sorted(exact)] + sorted(beginnings)
    return re.compile(f"(?<![a-z0-9])(?:{'|'.join(some)})")


def _is_any_word(query: Query) -> bool:
    """Whether one word is all that it takes: words and beginnings of words, one or the other."""
    if isinstance(query, Or):
        return all(map(_is_any_word, query.parts))
    return isinstance(query, Phrase) and len(query.words) == 1


def _needed(query: Query) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words, and beginnings of words, of which every sentence that matches has at least one."""
    exact, beginnings = set[str](), set[str]()

    def collect(part: Query) -> None:
        match part:
            case Phrase():
                if part.open_end and len(part.words) == 1:
                    beginnings.add(part.words[0])
                else:
                    exact.add(part.words[0])
            case Near():
                collect(part.phrases[0])
            case And():
                collect(part.parts[0])
            case Or():
                for each in part.parts:
                    collect(each)
            case Not():
                collect(part.keep)

    collect(query)
    return frozenset(exact), tuple(beginnings)

"""Who is mentioned where in a reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from sayso.coverage.opposites import NEGATES
from sayso.coverage.terms import fold
from sayso.records import PersonKind, Reading, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class People:
    """Who is mentioned where in a reading, by keys that are the same in every article."""

    def __init__(self, reading: Reading) -> None:
        self._keys: dict[str, str] = {}
        self.names: dict[str, str] = {}
        """Words of people's names, each with its person's key; empty where two share it."""
        held: list[tuple[int, int, str]] = []
        for person in reading.people:
            words = [fold(each) for each in _WORD.findall(person.name)]
            words = [word for word in words if word not in ("the", "a", "an", "jr", "sr")]
            if not words or words[0] in NEGATES or words in (["one"], ["others"], ["anyone"], ["who"], ["people"]):
                continue
            key = "@" + (words[-1] if person.kind is PersonKind.PERSON else " ".join(words))
            self._keys[person.id] = key
            if person.kind is PersonKind.DOCUMENT:
                continue
            held += [(at.start, at.end, key) for at in person.mentions]
            if person.kind is PersonKind.PERSON:
                for word in words:
                    self.names[word] = key if self.names.get(word, key) == key else ""
        self._held = sorted(held)
        self._starts = [start for start, _, _ in self._held]

    def key(self, id: str | None) -> str | None:
        return self._keys.get(id or "")

    def within(self, span: Span) -> Iterator[tuple[str, Span]]:
        i = bisect_right(self._starts, span.start - 1)
        while i < len(self._held) and self._held[i][0] < span.end:
            start, end, key = self._held[i]
            if end <= span.end:
                yield key, Span(start, end)
            i += 1

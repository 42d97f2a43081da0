"""Who speaks on a page: each voice with its findings and its colour."""

from __future__ import annotations

from sayso.export.facts import voice
from sayso.export.lookup import Lookup
from sayso.records import Reading

HUES = 12
"""How many colours there are for voices; the thirteenth shares the first one's."""


class Voices:
    """The voices of a reading in order of first finding. `by_voice` has the places of each one's findings, under an empty key
    those of nobody known; `hues` the colour of each finding, by place; `at` finds what they point at."""

    def __init__(self, reading: Reading) -> None:
        self.at = Lookup(reading)
        self.by_voice: dict[str, list[int]] = {}
        names = [voice(self.at, found) for found in reading.attributions]
        for index, name in enumerate(names):
            self.by_voice.setdefault(name, []).append(index)
        known = {name: str(place % HUES) for place, name in enumerate(name for name in self.by_voice if name)}
        self.hues = [known.get(name, "-none") for name in names]

"""The founding report's people and speakers: what `reading.json` holds against what Sayso finds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import reader, report
from evals.corpora import DATA
from sayso.records import Person, Reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many people and speakers there are, how many are right, and what is amiss in words."""

    people: int
    people_right: int
    speakers: int
    speakers_right: int
    classes_right: int
    amiss: tuple[str, ...]

    def told(self) -> dict[str, Any]:
        return {
            "people": self.people,
            "people_right": self.people_right,
            "speakers": self.speakers,
            "speakers_right": self.speakers_right,
            "source_classes_right": self.classes_right,
        }


def plain(name: str) -> str:
    """A name to compare: small letters, one kind of quotation mark, no article."""
    made = name.lower().replace("’", "'").replace("‘", "'").strip("'\" ")
    return made.removeprefix("the ")


def judge(folder: Path | None = None) -> Verdict:
    """The report read and compared."""
    text, gold, _, _ = report.gold()
    [reading] = reader.readings([text], folder)
    told = json.loads((DATA / "report" / "reading.json").read_text(encoding="utf-8"))
    amiss: list[str] = []
    right = sum(_person(each, reading, amiss) for each in told["people"])
    found = reader.relations(reading, text.text)
    rows = report.compare(text.text, gold, found)
    speakers = classes = 0
    for row, wanted in zip(rows, told["attributions"], strict=True):
        mine = reading.attributions[row.found] if row.found is not None else None
        name = None if mine is None or mine.speaker is None else reading.person(mine.speaker).name
        same = mine is not None and (plain(name) if name else None) == (
            plain(wanted["speaker"]) if wanted["speaker"] else None
        )
        alike = mine is not None and str(mine.source_class) == wanted["source_class"]
        speakers += same
        classes += alike
        if not (same and alike):
            kind = mine.source_class if mine else None
            amiss.append(f"{wanted['id']}: {name} ({kind}), not {wanted['speaker']} ({wanted['source_class']})")
    return Verdict(len(told["people"]), right, len(rows), speakers, classes, tuple(amiss))


def _person(wanted: dict[str, Any], reading: Reading, amiss: list[str]) -> bool:
    """Whether there is a person of the name and kind with every other way of calling them."""
    same = [p for p in reading.people if plain(p.name) == plain(wanted["name"])]
    if len(same) != 1:
        amiss.append(f"{wanted['name']}: {len(same)} of this name")
        return False
    [person] = same
    words = _words(person, reading)
    missing = [
        other
        for other in wanted.get("also", ())
        if "(by implication)" not in other and not any(plain(other) in plain(w) for w in words)
    ]
    if str(person.kind) != wanted["kind"] or missing:
        amiss.append(f"{wanted['name']}: a {person.kind}, without {missing}")
        return False
    return True


def _words(person: Person, reading: Reading) -> list[str]:
    return [s.of(reading.article.text) for s in (*person.mentions, *person.descriptions)]

"""Readings of invented reports, made from marks without a model: who speaks is who is named, *denied* denies."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from sayso.records import Certainty, Person, PersonKind, Polarity, Reading, SourceClass, Span, Why
from tests.marked import reading

_DENIES = re.compile(
    r"\b(den(y|ied|ies)|reject(ed|s)?|dismiss(ed|es)?|disput(ed|es))\b|n't (believe|think)|not believe"
)


def told(marked: str, *, id: str = "a", day: date | None = date(2025, 3, 4), title: str = "A report") -> Reading:
    """The reading of a marked report (docs/annotation.md); each source is a person, known by its words."""
    made = reading(marked, title=title, published=day, outlet=f"Outlet of {id}")
    text = made.article.text
    names: dict[str, str] = {}
    people: list[Person] = []
    found = []
    for each in made.attributions:
        speaker = None
        if each.source:
            name = each.source[0].of(text)
            if name not in names:
                names[name] = f"p{len(names) + 1}"
                last = name.split()[-1]
                spots = [Span(m.start(), m.end()) for m in re.finditer(rf"\b{re.escape(last)}\b", text)]
                people.append(Person(names[name], name, PersonKind.PERSON, tuple(spots), (), Why("by hand")))
            speaker = names[name]
        cue = " ".join(span.of(text) for span in each.cue)
        denied = bool(_DENIES.search(cue))
        found.append(
            replace(
                each,
                speaker=speaker,
                source_class=SourceClass.NAMED if speaker else SourceClass.UNATTRIBUTED,
                polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
                certainty=Certainty.DENIED if denied else Certainty.STATED,
            )
        )
    article = replace(made.article, id=id)
    return replace(made, article=article, attributions=tuple(found), people=tuple(people))

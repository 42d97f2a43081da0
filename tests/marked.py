"""Readings made by hand from marked text, so that views are tested without a model."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from sayso.records import (
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Certainty,
    Chain,
    Happening,
    Hedge,
    Hop,
    HopKind,
    Person,
    PersonKind,
    Polarity,
    Reading,
    SourceClass,
    Span,
    TimeMention,
    TimeType,
    Tone,
    Venue,
    Why,
    Wire,
)

_OPEN = re.compile(r"\[([SQC])([\d,]+) ?")


def reading(
    marked: str, *, kinds: dict[int, BlockKind] | None = None, scores: dict[int, float] | None = None, **about: Any
) -> Reading:
    """The reading that the marks of docs/annotation.md describe; `kinds` has the blocks that are no paragraphs."""
    text: list[str] = []
    open_at: list[tuple[str, list[int], int]] = []
    spans: dict[int, dict[str, list[Span]]] = {}
    at = 0
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        if opening:
            open_at.append((opening[1], [int(n) for n in opening[2].split(",")], len(text)))
            at = opening.end()
        elif marked[at] == "]" and open_at:
            role, numbers, start = open_at.pop()
            for number in numbers:
                spans.setdefault(number, {"S": [], "Q": [], "C": []})[role].append(Span(start, len(text)))
            at += 1
        else:
            text.append(marked[at])
            at += 1
    whole = "".join(text)
    blocks = []
    for place, match in enumerate(re.finditer(r"[^\n](?:.*?)(?=\n\n|\Z)", whole, re.S)):
        blocks.append(Block((kinds or {}).get(place, BlockKind.PARAGRAPH), match.start(), match.end(), "by hand"))
    found = []
    for number, roles in sorted(
        spans.items(), key=lambda each: (min(each[1]["C"] or each[1]["Q"] or each[1]["S"]), each[0])
    ):
        said = " ".join(span.of(whole) for span in roles["C"])
        quoted = bool(re.match(r"[“\"‘']", said))
        kind = AttributionKind.DIRECT if quoted else AttributionKind.MIXED if "“" in said else AttributionKind.INDIRECT
        outer = [
            (sum(map(len, other["C"])), n)
            for n, other in spans.items()
            if n != number and all(any(c.holds(s) for c in other["C"]) for each in roles.values() for s in each)
        ]
        found.append(
            Attribution(
                id=f"a{number}",
                kind=kind,
                source=tuple(sorted(roles["S"])),
                cue=tuple(sorted(roles["Q"])),
                content=tuple(sorted(roles["C"])),
                inside=f"a{min(outer)[1]}" if outer else None,
                score=(scores or {}).get(number, 0.9),
                why=Why("by hand", "marked in a test", (("nothing", 0.1),)),
            )
        )
    article = Article(id="test", text=whole, blocks=tuple(blocks), **about)
    return Reading(article, tuple(found), "no model")


def whole() -> Reading:
    """A reading with a finding of every sort, put together by hand over a story of our own."""
    made = reading(
        "According to the Courier, [S1 Ines Marlow, head of highways], [Q1 said] on Monday [C1 “not today”]. [S2 She] apparently "
        "[Q2 denied] [C2 that the pins were worn]. A pin [Q3 allegedly] [C3 fell in May 2023]. It may rain.",
        title="Bridge to shut",
        outlet="The Ellery Gazette",
        published=date(2024, 3, 5),
    )
    text = made.article.text

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    rule = Why("rule: by hand", "made for a test", (("the firm", 0.2),))
    speaker = {"speaker": "p2", "source_class": SourceClass.NAMED, "speaker_why": rule, "certainty_why": rule}
    first, second, third = made.attributions
    venue = Venue("interview", "the Courier", (at("the Courier"),), inferred=True)
    first = replace(first, **speaker, said="t1", via=("the Courier",), venue=venue, addressee="p1")
    second = replace(
        second,
        **speaker,
        certainty=Certainty.HEDGED,
        polarity=Polarity.DENIED,
        hedges=(at("apparently"),),
        anonymity=(at("It may rain"),),
        tone=Tone.INSISTING,
    )
    third = replace(third, certainty=Certainty.ALLEGED, tone=Tone.DOUBTING)
    spoke = Hop(HopKind.SAID, "Ines Marlow", "p2", (at("Ines Marlow"),), False, rule)
    told = Hop(HopKind.REPORTED, "the Courier", "p1", (at("According to the Courier"),), False, rule)
    here = Hop(HopKind.PUBLISHED, "The Ellery Gazette", None, (), False, rule)
    return replace(
        made,
        attributions=(first, second, third),
        people=(
            Person("p1", "the Courier", PersonKind.OUTLET, (at("the Courier"),), (), rule),
            Person(
                "p2", "Ines Marlow", PersonKind.PERSON, (at("Ines Marlow"), at("She")), (at("head of highways"),), rule
            ),
        ),
        chains=(
            Chain("a1", (spoke, told, here)),
            Chain("a2", (spoke, here)),
            Chain("a3", (replace(spoke, actor=None, person=None), here)),
        ),
        wire=Wire("Ellery Press Agency", False, (at("the Courier"),), rule),
        hedges=(
            Hedge(
                (at("apparently"),), at("denied that the pins were worn"), Certainty.HEDGED, Polarity.DENIED, "a2", rule
            ),
            Hedge((at("may"),), at("It may rain"), Certainty.HEDGED, Polarity.AFFIRMED, None, rule),
        ),
        times=(
            TimeMention("t1", at("Monday"), TimeType.DATE, "2024-03-04", None, "published", rule),
            TimeMention("t2", at("May 2023"), TimeType.DATE, "2023-05", "APPROX", None, rule, ("2023-05",)),
        ),
        happenings=(
            Happening(
                "h1",
                "2024-03-04",
                None,
                (at("Ines Marlow"), at("not today")),
                ("p2",),
                "a1",
                "2024-03-04",
                Certainty.STATED,
                Polarity.AFFIRMED,
                ("t1",),
                rule,
            ),
            Happening(
                "h2",
                "2023-05",
                "APPROX",
                (at("A pin allegedly fell"),),
                (),
                None,
                None,
                Certainty.ALLEGED,
                Polarity.AFFIRMED,
                ("t2",),
                rule,
            ),
        ),
    )

"""Readings made by hand from marked text, so that views are tested without a model."""

from __future__ import annotations

import re
from typing import Any

from sayso.records import Article, Attribution, AttributionKind, Block, BlockKind, Reading, Span, Why

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

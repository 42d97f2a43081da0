"""Read the passages that are annotated inline (`docs/annotation.md`): text and the attributions in it.

Check files and count what is in them with `python -m evals.markup training/passages/*.txt`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROLES = {"S": "source", "Q": "cue", "C": "content"}
_OPEN = re.compile(r"\[([SQC])(\d+(?:,\d+)*) ")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One annotated attribution: offsets are code points into the passage's text, end exclusive."""

    source: tuple[tuple[int, int], ...] = ()
    cue: tuple[tuple[int, int], ...] = ()
    content: tuple[tuple[int, int], ...] = ()
    inside: int | None = None
    """Index, in the passage, of the attribution whose content holds this one's content."""


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotated text of our own."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]
    keys: dict[str, str] = field(default_factory=dict)


def parse_marked(marked: str) -> tuple[str, tuple[GoldAttribution, ...]]:
    """The text without its marks, and the attributions in the order of their numbers.

    Raises ValueError, with the place, for a mark that is not closed, a bracket that opens nothing,
    an attribution without content, or two sources or cues in one attribution.
    """
    out: list[str] = []
    length = 0
    stack: list[tuple[str, list[int], int]] = []
    spans: dict[int, dict[str, list[tuple[int, int]]]] = {}
    i = 0
    while i < len(marked):
        opening = _OPEN.match(marked, i)
        if opening:
            stack.append((ROLES[opening[1]], [int(n) for n in opening[2].split(",")], length))
            i = opening.end()
        elif marked[i] == "\\" and marked[i + 1 : i + 2] in {"[", "]"}:
            out.append(marked[i + 1])
            length += 1
            i += 2
        elif marked[i] == "]":
            if not stack:
                raise ValueError(f"a bracket closes nothing near {marked[max(0, i - 40) : i + 1]!r}")
            role, numbers, start = stack.pop()
            if start == length:
                raise ValueError(f"an empty span near {marked[max(0, i - 40) : i + 1]!r}")
            for number in numbers:
                roles = spans.setdefault(number, {name: [] for name in ROLES.values()})
                roles[role].append((start, length))
            i += 1
        elif marked[i] == "[":
            raise ValueError(f"a bracket opens no mark near {marked[i : i + 40]!r}")
        else:
            out.append(marked[i])
            length += 1
            i += 1
    if stack:
        raise ValueError(f"a mark is not closed: {stack[-1][0]} of attribution {stack[-1][1]}")
    order = sorted(spans)
    for number in order:
        roles = spans[number]
        if not roles["content"]:
            raise ValueError(f"attribution {number} has no content")
        for role in ("source", "cue"):
            if len(roles[role]) > 1:
                raise ValueError(f"attribution {number} has {len(roles[role])} spans of {role}")
    attributions = []
    for number in order:
        roles = {role: tuple(sorted(found)) for role, found in spans[number].items()}
        attributions.append(
            GoldAttribution(roles["source"], roles["cue"], roles["content"], _holder(number, spans, order))
        )
    return "".join(out), tuple(attributions)


def _holder(number: int, spans: dict[int, dict[str, list[tuple[int, int]]]], order: list[int]) -> int | None:
    """Index of the smallest other attribution one of whose content spans holds all of this one's content."""
    mine = spans[number]["content"]
    best: tuple[int, int] | None = None
    for index, other in enumerate(order):
        if other == number:
            continue
        for start, end in spans[other]["content"]:
            holds = all(start <= a and b <= end for a, b in mine) and (start, end) not in mine
            if holds and (best is None or end - start < best[0]):
                best = (end - start, index)
    return best[1] if best else None


def parse_passages(raw: str) -> list[Passage]:
    """The passages of one file, in order; ValueError names the passage that is wrong."""
    passages = []
    seen: set[str] = set()
    for chunk in re.split(r"(?m)^### ", raw)[1:]:
        head, _, body = chunk.partition("\n")
        name, *pairs = [part.strip() for part in head.split("|")]
        if name in seen:
            raise ValueError(f"{name}: this id stands twice")
        seen.add(name)
        try:
            text, attributions = parse_marked(body.strip("\n"))
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
        keys = dict(pair.split("=", 1) for pair in pairs)
        passages.append(Passage(name, text, attributions, keys))
    return passages


def main(paths: list[str]) -> int:
    bad = 0
    total: Counter[str] = Counter()
    for path in paths:
        try:
            passages = parse_passages(Path(path).read_text(encoding="utf-8"))
        except ValueError as error:
            print(f"{path}: {error}", file=sys.stderr)
            bad += 1
            continue
        total["passages"] += len(passages)
        total["words"] += sum(len(p.text.split()) for p in passages)
        total["attributions"] += sum(len(p.attributions) for p in passages)
        total["nested"] += sum(a.inside is not None for p in passages for a in p.attributions)
        total["without cue"] += sum(not a.cue for p in passages for a in p.attributions)
        total["without source"] += sum(not a.source for p in passages for a in p.attributions)
    print(", ".join(f"{n} {name}" for name, n in total.items()))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

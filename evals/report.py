"""The founding report: what `reading.json` holds of it against what Sayso finds in it; exit code 1 if anything is amiss.

    python -m evals.report

An attribution of `reading.json` is found where the contents overlap by 0.8 or more (Jaccard, in characters). Sayso gives a
quotation that its cue interrupts as one attribution with several content spans, as PARC3 and PolNeAR do, and
`reading.json` may list the part that resumes as an attribution of its own, without a cue. So the content of one of them
is held against the whole content of a found one, and, *by part*, against each of its spans; both counts are printed. Source
and kind are right where they are the same stretch (or overlap, for a source) and the same word; where `reading.json` has no
cue or source of its own for a resumed part, the found one's are not held against it. A finding is false where it answers
neither an attribution nor one of the finer ones that are also right (`also_right`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import reader, results
from evals.corpora import ABSENT, DATA, ROOT, Text, have
from evals.kinds import kind
from evals.relations import jaccard, touch
from evals.spans import Pair, Relation

NEEDED = 0.8

Kinded = tuple[str, int, int]
"""A block: its kind and where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one annotated attribution: the found one that answers it (its index), how, and what is right of it."""

    id: str
    found: int | None
    whole: float
    by_part: float
    source: bool
    cue: bool
    kind: bool

    @property
    def is_right(self) -> bool:
        """Found by whole or part, source and kind right."""
        return self.by_part >= NEEDED and self.source and self.kind

    @property
    def is_strictly_right(self) -> bool:
        """Found with its whole content, source and kind right."""
        return self.whole >= NEEDED and self.source and self.kind


def compare(text: str, gold: Sequence[tuple[str, Relation]], found: Sequence[Relation]) -> list[Row]:
    """A row for each annotated attribution, in order. One found attribution may answer several of them, part by part."""
    rows = []
    for name, wanted in gold:
        best, whole, part = None, 0.0, 0.0
        for i, each in enumerate(found):
            w = jaccard(each.content, wanted.content)
            p = max([w, *(jaccard([span], wanted.content) for span in each.content)])
            if (p, w) > (part, whole):
                best, whole, part = i, w, p
        if best is None:
            rows.append(Row(name, None, 0.0, 0.0, False, False, False))
            continue
        each = found[best]
        resumed = part >= NEEDED > whole and not wanted.cue
        same_kind = each.kind == wanted.kind
        if part >= NEEDED > whole:  # the kind of that part alone
            answering = max(each.content, key=lambda span: jaccard([span], wanted.content))
            same_kind = kind(text, [answering]) == wanted.kind
        source = touch(each.source, wanted.source) or (resumed and not wanted.source)
        cue = touch(each.cue, wanted.cue) or resumed
        rows.append(Row(name, best if part >= NEEDED else None, whole, part, source, cue, same_kind))
    return rows


def false_ones(rows: Sequence[Row], finer: Sequence[Relation], found: Sequence[Relation]) -> list[int]:
    """Findings that answer no annotated attribution and no finer one that is also right."""
    used = {row.found for row in rows}
    return [
        i
        for i, each in enumerate(found)
        if i not in used and not any(jaccard(each.content, other.content) >= NEEDED for other in finer)
    ]


def gold() -> tuple[Text, list[tuple[str, Relation]], list[Relation], list[Kinded]]:
    """The report, its attributions by id, the finer ones that are also right, and its blocks."""
    text = (DATA / "report" / "report.txt").read_text(encoding="utf-8")
    told = json.loads((DATA / "report" / "reading.json").read_text(encoding="utf-8"))
    attributions = [(a["id"], _relation(text, a)) for a in told["attributions"]]
    finer = [_relation(text, a) for a in told["also_right"]]
    blocks = [(b["kind"], b["start"], b["end"]) for b in told["blocks"]]
    return Text("report", text, {"reader": tuple(r for _, r in attributions)}), attributions, finer, blocks


def _relation(text: str, told: dict[str, Any]) -> Relation:
    def pairs(role: str) -> tuple[Pair, ...]:
        spans = told.get(role)
        if isinstance(spans, str):  # finer ones name their source in words
            at = text.find(spans, max(0, told["content"][0]["start"] - 60))
            return ((at, at + len(spans)),) if at >= 0 else ()
        return tuple((s["start"], s["end"]) for s in spans or ())

    return Relation(pairs("source"), pairs("cue"), pairs("content"), kind=told.get("kind"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole comparison. `rows` is one for each annotated attribution, `false` are indices into `found`."""

    text: str
    wanted: dict[str, Relation]
    found: tuple[Relation, ...]
    rows: tuple[Row, ...]
    false: tuple[int, ...]
    blocks: frozenset[Kinded]
    blocks_made: frozenset[Kinded]

    @property
    def counts(self) -> dict[str, int]:
        """The figures, by name."""
        return {
            "attributions": len(self.rows),
            "right": sum(row.is_right for row in self.rows),
            "right_strictly": sum(row.is_strictly_right for row in self.rows),
            "cues": sum(row.cue and row.found is not None for row in self.rows),
            "found": len(self.found),
            "false": len(self.false),
            "blocks": len(self.blocks),
            "blocks_right": len(self.blocks & self.blocks_made),
            "blocks_made": len(self.blocks_made),
        }

    @property
    def passes(self) -> bool:
        """Everything found, nothing false, blocks as given."""
        return all(row.is_right for row in self.rows) and not self.false and self.blocks == self.blocks_made


def judge(folder: Path | None = None) -> Verdict:
    """Read the report and compare."""
    text, attributions, finer, blocks = gold()
    [reading] = reader.readings([text], folder)
    found = reader.relations(reading, text.text)
    rows = compare(text.text, attributions, found)
    back = reader.offsets(text.text, reading.article.text)
    made = frozenset((str(b.kind), back[b.start], back[b.end - 1] + 1) for b in reading.article.blocks)
    false = false_ones(rows, finer, found)
    return Verdict(text.text, dict(attributions), found, tuple(rows), tuple(false), frozenset(blocks), made)


def show(verdict: Verdict) -> str:
    """The comparison as text for a terminal: a table, then all that is amiss with its words."""
    text, found = verdict.text, verdict.found
    body = []
    for row in verdict.rows:
        marks = ["yes" if right else "NO" for right in (row.source, row.cue, row.kind, row.is_right)]
        body.append([row.id, f"{row.whole:.2f}", f"{row.by_part:.2f}", *marks])
    lines = [results.table(["", "whole", "by part", "source", "cue", "kind", "right"], body)]
    for row in verdict.rows:
        if not row.is_right:
            wanted = verdict.wanted[row.id]
            lines.append(f"\n{row.id} wanted {wanted.kind} {reader.line(text, wanted)}")
            near = [each for each in found if jaccard(each.content, wanted.content) > 0]
            lines += [f"   found {each.kind} {reader.line(text, each)}  {each.score:.2f}" for each in near]
    lines += [f"\nfalse: {reader.line(text, found[i])}  {found[i].score:.2f}" for i in verdict.false]
    if verdict.blocks != verdict.blocks_made:
        lines.append(f"\nblocks wanted, not made: {sorted(verdict.blocks - verdict.blocks_made, key=lambda b: b[1])}")
        lines.append(f"blocks made, not wanted: {sorted(verdict.blocks_made - verdict.blocks, key=lambda b: b[1])}")
    counts = ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in verdict.counts.items())
    return "\n".join([*lines, "", counts])


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.report", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--model", type=Path, help="a model folder other than the released one; nothing is saved")
    given = parser.parse_args(arguments)
    if not have("report"):
        print(ABSENT, file=sys.stderr)
        return 0
    verdict = judge(given.model)
    print(show(verdict))
    if given.model is None:
        rows = [
            {"id": row.id, "whole": round(row.whole, 3), "by_part": round(row.by_part, 3)}
            | {"source": row.source, "cue": row.cue, "kind": row.kind, "right": row.is_right}
            for row in verdict.rows
        ]
        made = reader.identity("evals.report", arguments)
        path = results.save("report", {"made": made, **verdict.counts, "rows": rows})
        print(f"saved {path.relative_to(ROOT)}", file=sys.stderr)
    return 0 if verdict.passes else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

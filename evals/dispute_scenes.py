"""Disputes on invented scenes: two to four short articles each, with the pairs that cannot both hold and pairs that only look so.

    python -m evals.dispute_scenes                # the half that rules and weights may be made on
    python -m evals.dispute_scenes --half held    # the half that is kept from whoever makes them
    python -m evals.dispute_scenes --look         # also what is missed, and what is shown wrongly

A scene is `{"id", "articles": [{"id", "outlet", "date", "title", "text"}], "disputes": [{"kind", "mark", "a": {"article",
"words"}, "b": {…}}], "near": [pairs without a mark]}`; a mark is `explicit` where words show it and `meaning` where only what is
meant does. A shown pair is of an annotated one where the contents of both its sides have a place in common with its words, in
the same articles; where it is of several, of the one that its clauses are in. What is shown and is of no annotated pair counts as
wrong and is printed, since nobody may have thought of it. Articles are read as a user's would be.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from evals import results
from evals.intervals import wilson
from sayso import api
from sayso.coverage import disputes
from sayso.coverage.disputes import SHOWN
from sayso.records import Reading, Span
from sayso.records.stories import Dispute

FOLDER = Path(__file__).parent / "scenes"
HALVES = {"dev": FOLDER / "disputes.json", "held": FOLDER / "disputes_held.json"}
LINES = (0.4, 0.5, 0.6, SHOWN, 0.8)
Row = dict[str, Any]
Read = list[tuple[str, Reading]]


class Annotated(NamedTuple):
    """An annotated pair: its scene, kind, mark (`near` where it is none), and where both sides stand."""

    scene: str
    kind: str
    mark: str
    a: tuple[str, Span]
    b: tuple[str, Span]


class Shown(NamedTuple):
    """A dispute that is shown, its readings by article, and the annotated pairs that it is of: the first by its own sides, all by
    those of the pairs that say the same."""

    dispute: Dispute
    readings: dict[str, Reading]
    of: Annotated | None
    also: tuple[Annotated, ...]


def scenes(path: Path) -> list[Row]:
    """The scenes of a file."""
    made: list[Row] = json.loads(path.read_text(encoding="utf-8"))
    return made


def read(scene: Row) -> Read:
    """The readings of a scene's articles by their ids, which are made of the scene's and their own."""
    return [
        (
            f"{scene['id']}/{each['id']}",
            api.read_text(each["text"], date.fromisoformat(each["date"][:10]), outlet=each["outlet"], force=True),
        )
        for each in scene["articles"]
    ]


def annotated(scene: Row, readings: Read) -> list[Annotated]:
    """The annotated pairs of a scene; ValueError where words do not stand in their article."""
    by_id = dict(readings)
    made = []
    for name in ("disputes", "near"):
        for row in scene[name]:
            sides = []
            for side in (row["a"], row["b"]):
                id = f"{scene['id']}/{side['article']}"
                sides.append((id, place(by_id[id].article.text, side["words"], id)))
            mark = "near" if name == "near" else row["mark"]
            made.append(Annotated(scene["id"], row.get("kind", "near"), mark, *sides))
    return made


def place(text: str, words: str, where: str) -> Span:
    """Where words stand in a text; spaces and the form of quotation marks do not matter. ValueError where they do not."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    pattern = re.sub(r"['’‘]", "['’‘]", re.sub(r"[\"“”]", '["“”]', pattern))
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"{where} does not say “{words}”.")
    return Span(found.start(), found.end())


def shown(readings: Read, pairs: Sequence[Annotated], least: float) -> Iterator[Shown]:
    """What is shown of a scene, each with the annotated pairs that it is of."""
    by_id = dict(readings)
    for each in disputes.disputes(readings, least):
        a, b = each.a, each.b
        own = [row for row in pairs if is_of(row, (a.article, a.spans), (b.article, b.spans))]
        clauses = ((a.article, (a.clause.span,)), (b.article, (b.clause.span,)))
        own.sort(key=lambda row: not is_of(row, *clauses))
        also = [row for two in each.also for row in pairs if is_of(row, *(_contents(side, by_id) for side in two))]
        yield Shown(each, by_id, own[0] if own else None, tuple(dict.fromkeys(own[:1] + also)))


def _contents(side: str, by_id: dict[str, Reading]) -> tuple[str, tuple[Span, ...]]:
    article, attribution = side.split(" ")
    return article, next(each.content for each in by_id[article].attributions if each.id == attribution)


def is_of(row: Annotated, one: tuple[str, Sequence[Span]], other: tuple[str, Sequence[Span]]) -> bool:
    """Whether both sides have a place in common with those of the annotated pair, either way round."""
    return any(
        all(id == there[0] and any(span.overlaps(there[1]) for span in spans) for (id, spans), there in sides)
        for sides in (((one, row.a), (other, row.b)), ((one, row.b), (other, row.a)))
    )


def scored(found: Sequence[Shown], pairs: Sequence[Annotated], least: float) -> Row:
    """Precision with its interval and recall of what is shown from a score on, by mark and by kind."""
    some = [each for each in found if each.dispute.score >= least]
    right = [each for each in some if each.of is not None and each.of.mark != "near"]
    near = [each for each in some if each.of is not None and each.of.mark == "near"]
    held = {row for each in some for row in each.also}
    low, high = wilson(len(right), len(some))
    wanted = [row for row in pairs if row.mark != "near"]

    def share(rows: Sequence[Annotated]) -> Row:
        return {"found": sum(row in held for row in rows), "of": len(rows)}

    kinds = sorted({row.kind for row in wanted})
    return {
        "from": least,
        "shown": len(some),
        "right": len(right),
        "near": len(near),
        "not annotated": len(some) - len(right) - len(near),
        "precision": 100 * len(right) / max(len(some), 1),
        "low": 100 * low,
        "high": 100 * high,
        "explicit": share([row for row in wanted if row.mark == "explicit"]),
        "meaning": share([row for row in wanted if row.mark != "explicit"]),
        "kinds": {k: share([row for row in wanted if row.kind == k and row.mark == "explicit"]) for k in kinds},
    }


def measured(every: Sequence[tuple[Row, Read]]) -> tuple[Row, list[Annotated], list[Shown]]:
    """The figures at each line, the annotated pairs, and all that is shown from the lowest line on."""
    pairs: list[Annotated] = []
    by_line: dict[float, list[Shown]] = {least: [] for least in LINES}
    for scene, readings in every:
        mine = annotated(scene, readings)
        pairs += mine
        for least, found in by_line.items():
            found += shown(readings, mine, least)
    curve = [scored(found, pairs, least) for least, found in by_line.items()]
    marks = [row.mark for row in pairs]
    counts = {mark: marks.count(mark) for mark in ("explicit", "meaning", "near")}
    return {"scenes": len(every), **counts, "curve": curve}, pairs, by_line[LINES[0]]


def table(curve: Sequence[Row]) -> str:
    """The figures at each line."""
    rows = []
    for row in curve:
        explicit, meaning = row["explicit"], row["meaning"]
        rows.append(
            [
                f"{row['from']:.2f}" + (" (shown)" if row["from"] == SHOWN else ""),
                row["shown"],
                row["right"],
                row["near"],
                row["not annotated"],
                row["precision"],
                f"{row['low']:.1f}–{row['high']:.1f}",
                f"{explicit['found']} of {explicit['of']}",
                f"{meaning['found']} of {meaning['of']}",
            ]
        )
    head = ["from", "shown", "right", "near", "other", "precision", "95 % interval", "explicit found", "meaning found"]
    return results.table(head, rows)


def look(pairs: Sequence[Annotated], found: Sequence[Shown], every: Sequence[tuple[Row, Read]], least: float) -> str:
    """What is missed, with the best score it has, and what is shown wrongly or by nobody thought of."""
    texts = {id: reading.article.text for _, readings in every for id, reading in readings}
    lines = []
    for row in pairs:
        best = max((each.dispute.score for each in found if row in each.also), default=0.0)
        if row.mark != "near" and best < least:
            lines.append(f"missed {best:.2f} {row.mark} {row.kind} {row.scene}")
            lines += [f"    {id}: {span.of(texts[id])}" for id, span in (row.a, row.b)]
    for each in found:
        if each.dispute.score >= least and (each.of is None or each.of.mark == "near"):
            name = "near" if each.of else "not annotated"
            lines.append(f"{name} {each.dispute.score:.2f} {each.dispute.kind}: {each.dispute.why.note}")
            lines += [f"    {side.article}: {side.clause.words}" for side in (each.dispute.a, each.dispute.b)]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description="Disputes on invented scenes.")
    parser.add_argument("--half", choices=sorted(HALVES), default="dev")
    parser.add_argument("--look", action="store_true", help="print what is missed and what is shown wrongly")
    options = parser.parse_args()
    path = HALVES[options.half]
    if not path.exists():
        print(f"There are no scenes at {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}: "
              "this half is not in the repository.", file=sys.stderr)  # fmt: skip
        return 1
    every = [(scene, read(scene)) for scene in scenes(path)]
    made, pairs, found = measured(every)
    print(
        f"{made['scenes']} scenes: {made['explicit']} explicit disputes, {made['meaning']} in the meaning, {made['near']} near"
    )
    print(table(made["curve"]))
    line = next(row for row in made["curve"] if row["from"] == SHOWN)
    print(f"explicit ones found from {SHOWN}, by kind:")
    print(
        results.table(["kind", "found", "of"], [[name, row["found"], row["of"]] for name, row in line["kinds"].items()])
    )
    if options.look:
        print(look(pairs, found, every, SHOWN))
    results.save(f"dispute_scenes_{options.half}", made)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Disputes on pairs that another reader judged blind, of articles that nobody had looked at while the rules were made.

    python -m evals.disputes_blind --archive ARCHIVE --sheet FILE --key FILE    # draws the pairs; the archive is only read; long
    python -m evals.disputes_blind --judged FILE --key FILE                     # once they are judged: gold, figures, page
    python -m evals.disputes_blind --write                                      # puts the saved figures into docs/disputes.md

The archive is of all of coverage. A fresh article lies outside the weeks of `evals.weeks` and is in none of the gold files that
rules and weights were made on. Drawn are all disputes between fresh articles, or in one, that are shown of any story (at most
`MOST`), and `BELOW` of those with a score of up to `MARGIN` less. *Kept* are those whose articles' ids have a sha256 digest that
begins with 8 to f: the half that has been set apart from the beginning; of the other half some articles were judged, and those
are in the gold files. The sheet has their passages in any order, without score, kind or reason; the key has what they are. A
line of the judged file is `{"n": 1, "dispute": true}`, or false, or "doubtful", which counts as none.
`evals/disputes_blind4_gold.jsonl` keeps ids, offsets, the score and the kind that each had when it was drawn: later rules change
nothing about these figures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evals import results, weeks
from evals.corpora import ROOT, rows_in
from evals.intervals import wilson
from sayso import api
from sayso.coverage import disputes
from sayso.coverage.disputes import SHOWN
from sayso.coverage.stories import Stories
from sayso.coverage.stories_kept import ids_in_order
from sayso.records import Reading
from sayso.records.stories import Dispute, Side

HERE = Path(__file__).parent
SPENT = tuple(HERE / f"disputes_{name}gold.jsonl" for name in ("", "blind_", "blind2_", "train_"))
"""What rules and weights were made on, and `LATER`."""
LATER = tuple(HERE / f"disputes_{name}_gold.jsonl" for name in ("plain", "like"))
"""Pairs that were drawn of what later rules showed of plain contradictions, and of what claims of like meaning gave."""
THIRD = HERE / "disputes_blind3_gold.jsonl"
"""The third blind sample, which the rules after it were fitted on too."""
GOLD = HERE / "disputes_blind4_gold.jsonl"
MOST, BELOW, MARGIN = 70, 20, 0.1
SEED = 20161125
AROUND = 450
"""Characters before and after a passage on the sheet."""
NAME = "disputes_blind"
PAGE = ROOT / "docs" / "disputes.md"
MARKS = ("<!-- blind -->", "<!-- end blind -->")
_ROW = re.compile(r"\(([^()]+)\)$")
Row = dict[str, Any]
Read = list[tuple[str, Reading]]
Drawn = list[tuple[Dispute, str]]
"""Disputes, each with its passages."""


def spent() -> set[str]:
    """The articles of which a pair was judged before, blind or not."""
    return {
        row[side][0]
        for path in (*SPENT, *LATER, THIRD, GOLD)
        if path.exists()
        for row in rows_in(path)
        for side in "ab"
    }


def is_fresh(id: str, day: str, spent: set[str]) -> bool:
    """Whether an article lies outside the weeks and is not spent."""
    return id not in spent and not any(first <= day <= last for first, last in weeks.WEEKS)


def is_kept(id: str) -> bool:
    """Whether an article is of the half that was set apart."""
    return hashlib.sha256(id.encode()).hexdigest()[0] >= "8"


def stories_in(path: Path, wanted: set[str] | None = None) -> Iterator[tuple[dict[str, str], Read]]:
    """The stories of an archive of coverage: their articles' days, and their readings; articles go by their ids in coverage.
    With `wanted` only the stories that have one of those articles."""
    with api.open(path) as archive:
        rows = archive.tables.ask("SELECT id, name, published FROM articles")
        known = {id: (found[1], str(day)) for id, name, day in rows if (found := _ROW.search(name or ""))}
        stream = Stories()
        for id, reading in archive.readings(ids_in_order(archive)):
            stream.add(reading, id)
        for story in stream.stories():
            own = [each.article for each in story.members if each.copy_of is None and each.article in known]
            if wanted is None or any(known[id][0] in wanted for id in own):
                days = dict(known[id] for id in own)
                yield days, [(known[id][0], reading) for id, reading in archive.readings(own)]


# -- drawing


def draw(path: Path, sheet: Path, key: Path) -> None:
    """Writes the sheet and its key."""
    shown: Drawn = []
    below: Drawn = []
    barred = spent()
    for days, readings in stories_in(path):
        texts = {id: reading.article.text for id, reading in readings}
        fresh = {id for id, day in days.items() if is_fresh(id, day, barred)}
        for each in disputes.disputes(readings, SHOWN - MARGIN) if fresh else ():
            if each.a.article in fresh and each.b.article in fresh:
                (shown if each.score >= SHOWN else below).append((each, _passages(each, texts)))
    put(shown, below, sheet, key)


def put(shown: Drawn, below: Drawn, sheet: Path, key: Path) -> None:
    """Draws of both, and writes them in any order."""
    dice = random.Random(SEED)
    drawn = [(each, words, "shown") for each, words in dice.sample(shown, min(MOST, len(shown)))]
    drawn += [(each, words, "below") for each, words in dice.sample(below, min(BELOW, len(below)))]
    dice.shuffle(drawn)
    of = {"shown": len(shown), "below": len(below)}
    with sheet.open("w", encoding="utf-8") as pages, key.open("w", encoding="utf-8") as keys:
        for n, (each, words, why) in enumerate(drawn, 1):
            pages.write(f"=== {n}\n{words}\n")
            row = {"n": n, "a": _place(each.a), "b": _place(each.b), "score": each.score, "kind": each.kind}
            kept = is_kept(each.a.article) and is_kept(each.b.article)
            keys.write(json.dumps({**row, "kept": kept, "drawn": why, "of": of[why]}) + "\n")
    print(f"{len(shown)} shown, {len(below)} up to {MARGIN} below; {len(drawn)} on the sheet")


def _place(side: Side) -> list[str | int]:
    return [side.article, side.clause.span.start, side.clause.span.end]


def _passages(each: Dispute, texts: dict[str, str]) -> str:
    """Both passages with what stands around them, the one that stands first in its article first where they are of one."""
    sides = sorted((each.a, each.b), key=lambda side: (side.article, side.clause.span.start))
    made = []
    for name, side in zip("AB", sides, strict=True):
        text, span = texts[side.article], side.clause.span
        before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
        words = " ".join(f"{before}[[{span.of(text)}]]{after}".split())
        made.append(
            f"{name} {side.article} {str(side.published)[:10]} {side.outlet}, by {side.speaker or side.source}:\n{words}"
        )
    return "\n".join(made) + "\n"


# -- judged


def judged(path: Path, key: Path) -> list[Row]:
    """The rows of the key with what the reader said of each. ValueError where one is missing."""
    said = {row["n"]: row["dispute"] for row in rows_in(path)}
    rows: list[Row] = []
    for row in rows_in(key):
        if row["n"] not in said or said[row["n"]] not in (True, False, "doubtful"):
            raise ValueError(f'{path} does not say true, false or "doubtful" of number {row["n"]}.')
        rows.append({**row, "dispute": said[row["n"]] is True, "doubtful": said[row["n"]] == "doubtful"})
    return rows


def report(rows: Sequence[Row]) -> Row:
    """What is said of them: precision from each score on with its 95 % interval (Wilson), by kind, and below the line."""
    shown = [row for row in rows if row["drawn"] == "shown"]
    below = [row for row in rows if row["drawn"] == "below"]
    steps = []
    for step in range(5):
        least = round(SHOWN + 0.05 * step, 2)
        some = [row["dispute"] for row in shown if row["score"] >= least]
        low, high = wilson(sum(some), len(some))
        share = 100 * sum(some) / max(len(some), 1)
        steps.append(
            {
                "from": least,
                "shown": len(some),
                "right": sum(some),
                "precision": share,
                "low": 100 * low,
                "high": 100 * high,
            }
        )
    kept = [row["dispute"] for row in shown if row["kept"]]
    kinds, right = Counter(row["kind"] for row in shown), Counter(row["kind"] for row in shown if row["dispute"])
    return {
        "shown in all": shown[0]["of"] if shown else 0,
        "doubtful": sum(row["doubtful"] for row in shown),
        "curve": steps,
        "kept": {"shown": len(kept), "right": sum(kept)},
        "kinds": {kind: {"shown": kinds[kind], "right": right[kind]} for kind in sorted(kinds)},
        "below": {"of": below[0]["of"] if below else 0, "judged": len(below), "right": sum(row["dispute"] for row in below)},
    }  # fmt: skip


def written(page: str, told: Row) -> str:
    """The page with the saved result as a sentence and a table."""
    first, below, kept = told["curve"][0], told["below"], told["kept"]
    kinds = ", ".join(f"{name} {row['right']} of {row['shown']}" for name, row in told["kinds"].items())
    text = (
        f"**{first['right']} of {first['shown']} that are shown are disputes, {first['precision']:.0f} %** (95 % interval "
        f"{first['low']:.0f} to {first['high']:.0f}); doubtful of the others: {told['doubtful']}. By kind: {kinds}. Of the "
        f"half set apart {kept['right']} of {kept['shown']}. Of "
        f"{below['judged']} drawn of the {below['of']} with a score of up to {MARGIN} below the line {below['right']} are.\n\n"
    )
    rows = []
    for row in told["curve"]:
        bold = "**" if row is first else ""
        least = f"{bold}{row['from']:.2f}{bold}" + (" (shown)" if bold else "")
        share, wide = f"{bold}{row['precision']:.1f}{bold}", f"{row['low']:.1f}–{row['high']:.1f}"
        rows.append([least, row["shown"], row["right"], share, wide])
    table = results.table(["from", "shown", "right", "precision", "95 % interval"], rows)
    return results.between(page, *MARKS, text + table)


def main() -> None:
    parser = argparse.ArgumentParser(description="Disputes on pairs judged blind.")
    parser.add_argument("--archive", type=Path, help="an archive of all of coverage, to draw pairs from")
    parser.add_argument("--sheet", type=Path, help="where the passages go")
    parser.add_argument("--key", type=Path, help="where what they are goes, or comes from")
    parser.add_argument("--judged", type=Path, help="what the reader said of each")
    parser.add_argument("--write", action="store_true", help="put the saved figures into docs/disputes.md")
    options = parser.parse_args()
    if options.archive and options.sheet and options.key:
        draw(options.archive, options.sheet, options.key)
    if options.judged and options.key:
        try:
            rows = judged(options.judged, options.key)
        except ValueError as wrong:
            parser.error(str(wrong))
        kept = [{name: value for name, value in row.items() if name != "n"} for row in rows]
        GOLD.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
        made = report(kept)
        print(json.dumps(made, indent=1))
        results.save(NAME, made)
    if (options.write or options.judged) and (told := results.read(NAME)):
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), told), encoding="utf-8")


if __name__ == "__main__":
    main()

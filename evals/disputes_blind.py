"""Disputes on pairs that were judged blind, of articles that nobody had looked at while the rules were made.

    python -m evals.disputes_blind --archive ARCHIVE    # the archive of all of coverage; it is only read; some minutes
    python -m evals.disputes_blind --write              # puts the saved figures into docs/disputes.md

The 150 pairs (`evals/disputes_blind_gold.jsonl`) are of articles whose id has a sha256 digest that begins with 8 to f, outside
the weeks of `evals.weeks`. They were drawn after the rules were finished: 95 of the 233 pairs that were shown, 55 of the 343 with
a score from 0.35 up to that. Each counts as many times as it stands for; recall is a share of the disputes among those 576.
They are spent: rules and weights were made on them since. `evals/disputes_blind2_gold.jsonl` are all 52 pairs that were shown,
after that, of such articles that are in none of the 150.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals import results, weeks
from evals.corpora import ROOT, rows_in
from evals.disputes import Scored, kinds_of, scored, steps
from evals.intervals import wilson
from sayso import api
from sayso.coverage import disputes
from sayso.coverage.disputes import SHOWN, Pair
from sayso.coverage.stories import Stories
from sayso.coverage.stories_kept import ids_in_order
from sayso.records import Reading

GOLD = Path(__file__).with_name("disputes_blind_gold.jsonl")
AGAIN = Path(__file__).with_name("disputes_blind2_gold.jsonl")
STANDS_FOR = {"shown": 233 / 95, "below": 343 / 55}
"""Pairs of the pool for one that was drawn."""
STEPS = (0.35, 0.45, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
STEPS_AGAIN = (SHOWN, 0.7, 0.75, 0.8, 0.85)
NAME = "disputes_blind"
PAGE = ROOT / "docs" / "disputes.md"
MARKS = ("<!-- blind -->", "<!-- end blind -->")
_ROW = re.compile(r"\(([^()]+)\)$")


def is_unseen(id: str, day: str) -> bool:
    """Whether an article is one of those that were kept unseen."""
    in_weeks = any(first <= day <= last for first, last in weeks.WEEKS)
    return not in_weeks and hashlib.sha256(id.encode()).hexdigest()[0] >= "8"


def found_in(path: Path) -> list[Pair]:
    """The clashing pairs of the unseen articles of each story; articles go by their ids in coverage."""
    with api.open(path) as archive:
        rows = archive.tables.ask("SELECT id, name, published FROM articles")
        known = {id: (found[1], str(day)) for id, name, day in rows if (found := _ROW.search(name or ""))}
        stream = Stories()
        for id, reading in archive.readings(ids_in_order(archive)):
            stream.add(reading, id)
        made: list[Pair] = []
        for story in stream.stories():
            own = [member.article for member in story.members if member.copy_of is None]
            own = [id for id in own if id in known and is_unseen(*known[id])]
            if len(own) > 1:
                some: list[tuple[str, Reading]] = [(known[id][0], reading) for id, reading in archive.readings(own)]
                made += disputes.pairs(some)
        return made


def curve(found: Sequence[Scored]) -> list[dict[str, Any]]:
    """Precision and recall from each score on, weighed by what the pairs stand for."""
    every = sum(STANDS_FOR[row["drawn"]] for _, _, row in found if row["dispute"])
    made = []
    for least in STEPS:
        shown = [row for score, _, row in found if score >= least]
        weight = sum(STANDS_FOR[row["drawn"]] for row in shown)
        right = sum(STANDS_FOR[row["drawn"]] for row in shown if row["dispute"])
        made.append(
            {
                "from": least,
                "judged": len(shown),
                "right": sum(row["dispute"] for row in shown),
                "precision": 100 * right / max(weight, 1),
                "recall": 100 * right / max(every, 1),
            }
        )
    return made


def again(found: Sequence[Scored]) -> list[dict[str, Any]]:
    """Precision on the second set from each score on, with its 95 % interval (Wilson)."""
    made = []
    for least in STEPS_AGAIN:
        shown = [each.row["dispute"] for each in found if each.score >= least]
        low, high = wilson(sum(shown), len(shown))
        made.append(
            {
                "from": least,
                "shown": len(shown),
                "right": sum(shown),
                "precision": 100 * sum(shown) / max(len(shown), 1),
                "low": 100 * low,
                "high": 100 * high,
            }
        )
    return made


def report(pairs: Sequence[Pair]) -> dict[str, Any]:
    """What is said of both sets; printed too."""
    first, second = scored(pairs, rows_in(GOLD)), scored(pairs, rows_in(AGAIN))
    made: dict[str, Any] = {
        "pairs": len(first),
        "disputes": sum(each.row["dispute"] for each in first),
        "passes agree": sum(each.row["passes"][0] == each.row["passes"][1] for each in first),
        "still proposed": sum(each.score > 0 for each in first),
        "curve": curve(first),
        "kinds": kinds_of(first),
        "again": again(second),
        "again kinds": kinds_of(second),
    }
    print(steps(made["curve"]))
    print({key: value for key, value in made.items() if "curve" not in key and "again" not in key})
    print(steps(made["again"]))
    print(made["again kinds"])
    return made


def written(page: str, told: dict[str, Any]) -> str:
    """The page with the second set's table as the saved result has it."""
    rows = []
    for row in told["again"]:
        shown = row["from"] == SHOWN
        least, precision = f"{row['from']:.2f}", f"{row['precision']:.1f}"
        rows.append(
            [
                f"**{least}** (shown)" if shown else least,
                row["shown"],
                row["right"],
                f"**{precision}**" if shown else precision,
                f"{row['low']:.1f}–{row['high']:.1f}",
            ]
        )
    table = results.table(["from", "shown", "right", "precision", "95 % interval"], rows)
    return results.between(page, *MARKS, table)


def main() -> None:
    parser = argparse.ArgumentParser(description="Disputes on pairs judged blind.")
    parser.add_argument("--archive", type=Path, help="an archive of all of coverage")
    parser.add_argument("--write", action="store_true", help="put the saved figures into docs/disputes.md")
    options = parser.parse_args()
    if options.archive is not None:
        results.save(NAME, report(found_in(options.archive)))
    if options.write and (told := results.read(NAME)):
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), told), encoding="utf-8")


if __name__ == "__main__":
    main()

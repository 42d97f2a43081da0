"""Disputes on pairs that were judged blind, of articles that nobody had looked at while the rules were made.

    python -m evals.disputes_blind --archive ARCHIVE    # the archive of all of coverage; it is only read; some minutes

The 150 pairs (`evals/disputes_blind_gold.jsonl`) are of articles whose id has a sha256 digest that begins with 8 to f, outside
the weeks of `evals.weeks`. They were drawn after the rules were finished: 95 of the 233 pairs that were shown, 55 of the 343 with
a score from 0.35 up to that. Each counts as many times as it stands for; recall is a share of the disputes among those 576.
They are spent: rules and weights were made on them since. `evals/disputes_blind2_gold.jsonl` are all 52 pairs that were shown,
after that, of such articles that are in none of the 150.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
from collections import Counter
from pathlib import Path
from typing import Any

from evals import results, weeks
from evals.disputes import is_of
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
_ROW = re.compile(r"\(([^()]+)\)$")


def gold(path: Path = GOLD) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


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


def scored(pairs: list[Pair], path: Path = GOLD) -> list[tuple[float, str, dict[str, Any]]]:
    """For each gold row the best score that the rules give it, 0 where none, and of which kind."""
    by_articles: dict[frozenset[str], list[Pair]] = {}
    for pair in pairs:
        by_articles.setdefault(frozenset((pair.a.saying.article, pair.b.saying.article)), []).append(pair)
    made = []
    for row in gold(path):
        mine = [pair for pair in by_articles.get(frozenset((row["a"][0], row["b"][0])), ()) if is_of(pair, row)]
        best = max(mine, key=lambda pair: pair.clash.score, default=None)
        made.append((best.clash.score if best else 0.0, best.clash.kind if best else "", row))
    return made


def curve(found: list[tuple[float, str, dict[str, Any]]]) -> list[dict[str, Any]]:
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


def kinds_of(found: list[tuple[float, str, dict[str, Any]]]) -> dict[str, dict[str, int]]:
    """How many of each kind are shown, and how many of those are right."""
    kinds, right = Counter[str](), Counter[str]()
    for score, kind, row in found:
        if score >= SHOWN:
            kinds[kind] += 1
            right[kind] += row["dispute"]
    return {kind: {"shown": kinds[kind], "right": right[kind]} for kind in sorted(kinds)}


def again(pairs: list[Pair]) -> list[dict[str, Any]]:
    """Precision on the second set from each score on, with its 95 % interval (Wilson)."""
    found = scored(pairs, AGAIN)
    made = []
    for least in (SHOWN, 0.7, 0.75, 0.8, 0.85):
        shown = [row["dispute"] for score, _, row in found if score >= least]
        low, high = wilson(sum(shown), len(shown))
        made.append(
            {
                "from": least,
                "shown": len(shown),
                "right": sum(shown),
                "precision": 100 * sum(shown) / max(len(shown), 1),
            }
            | {"low": 100 * low, "high": 100 * high}
        )
    return made


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle, wide = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - wide) / (1 + z * z / of), (middle + wide) / (1 + z * z / of)


def main() -> None:
    parser = argparse.ArgumentParser(description="Disputes on pairs judged blind.")
    parser.add_argument("--archive", type=Path, required=True, help="an archive of all of coverage")
    options = parser.parse_args()
    report(found_in(options.archive))


def report(pairs: list[Pair]) -> None:
    """Prints and keeps what is said of both sets."""
    found, rows = scored(pairs), gold()
    made: dict[str, Any] = {
        "pairs": len(rows),
        "disputes": sum(row["dispute"] for row in rows),
        "passes agree": sum(row["passes"][0] == row["passes"][1] for row in rows),
        "still proposed": sum(score > 0 for score, _, _ in found),
        "curve": curve(found),
    }
    head = ("from", "judged", "right", "precision", "recall")
    print(results.table(head, [(f"{row['from']:.2f}", *list(row.values())[1:]) for row in made["curve"]]))
    made["kinds"] = kinds_of(found)
    print({key: value for key, value in made.items() if key != "curve"})
    made["again"] = again(pairs)
    made["again kinds"] = kinds_of(scored(pairs, AGAIN))
    print(
        results.table(
            tuple(made["again"][0]), [(f"{row['from']:.2f}", *list(row.values())[1:]) for row in made["again"]]
        )
    )
    print(made["again kinds"])
    results.save("disputes_blind", made)


if __name__ == "__main__":
    main()

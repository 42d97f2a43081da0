"""Disputes on pairs of claims that a person called a dispute or none, on the founding report, and on the sample.

    python -m evals.disputes --cache FOLDER

The pairs were drawn from what a looser version of the rules had set against each other, at every score; so recall is a share of
the disputes in that pool, not of all that there are.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evals import results, weeks
from evals.corpora import ABSENT, DATA, ROOT, have, rows_in
from sayso import api
from sayso.coverage import disputes
from sayso.coverage.disputes import SHOWN, Pair
from sayso.coverage.stories import Stories, in_order
from sayso.errors import SaysoError
from sayso.records import Attribution, Reading

GOLD = Path(__file__).with_name("disputes_gold.jsonl")
SAMPLE = ROOT / "samples" / "coverage"
STEPS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)
Read = dict[str, Reading]


class Scored(NamedTuple):
    """A gold row with the best score that the rules give it, 0 where none, and of which kind."""

    score: float
    kind: str
    row: dict[str, Any]


def found_in(readings: Read) -> list[Pair]:
    """All clashing pairs of the stories that the readings fall into, repeated ones too."""
    stream = Stories()
    for id, reading in in_order(readings.items()):
        stream.add(reading, id)
    made: list[Pair] = []
    for story in stream.stories():
        own = [member.article for member in story.members if member.copy_of is None]
        made += disputes.pairs([(id, readings[id]) for id in own], again=True)
    return made


def touches(attribution: Attribution, start: int, end: int) -> bool:
    """Whether the content has a place in common with the stretch."""
    return any(span.start < end and start < span.end for span in attribution.content)


def is_of(pair: Pair, row: dict[str, Any]) -> bool:
    """Whether the pair is the one of the gold row, either way round."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        sides = ((one, row["a"]), (other, row["b"]))
        if all(x.saying.article == side[0] and touches(x.attribution, *side[1:]) for x, side in sides):
            return True
    return False


def scored(pairs: Sequence[Pair], rows: Iterable[dict[str, Any]]) -> list[Scored]:
    """Each gold row with what the rules make of it."""
    by_articles: dict[frozenset[str], list[Pair]] = {}
    for pair in pairs:
        by_articles.setdefault(frozenset((pair.a.saying.article, pair.b.saying.article)), []).append(pair)
    made = []
    for row in rows:
        mine = [pair for pair in by_articles.get(frozenset((row["a"][0], row["b"][0])), ()) if is_of(pair, row)]
        best = max(mine, key=lambda pair: pair.clash.score, default=None)
        made.append(Scored(best.clash.score, best.clash.kind, row) if best else Scored(0.0, "", row))
    return made


def kinds_of(found: Sequence[Scored]) -> dict[str, dict[str, int]]:
    """How many of each kind are shown, and how many of those are right."""
    kinds, right = Counter[str](), Counter[str]()
    for score, kind, row in found:
        if score >= SHOWN:
            kinds[kind] += 1
            right[kind] += row["dispute"]
    return {kind: {"shown": kinds[kind], "right": right[kind]} for kind in sorted(kinds)}


def curve(found: Sequence[Scored], pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """Precision and recall from each score on, and how many pairs of all coverage read have that score."""
    every = sum(each.row["dispute"] for each in found)
    made = []
    for least in STEPS:
        shown = [each.row["dispute"] for each in found if each.score >= least]
        made.append(
            {
                "from": least,
                "shown": len(shown),
                "precision": 100 * sum(shown) / max(len(shown), 1),
                "recall": 100 * sum(shown) / max(every, 1),
                "in all": sum(pair.clash.score >= least for pair in pairs),
            }
        )
    return made


def steps(curve: Sequence[dict[str, Any]]) -> str:
    """Figures from each score on as a table."""
    return results.table(tuple(curve[0]), [(f"{row['from']:.2f}", *list(row.values())[1:]) for row in curve])


def report() -> dict[str, Any]:
    """Which of the founding report's disputes its reading gives, and what it gives besides."""
    text = (DATA / "report" / "report.txt").read_text(encoding="utf-8")
    told = json.loads((DATA / "report" / "reading.json").read_text(encoding="utf-8"))
    by_id = {each["id"]: each for each in told["attributions"]}
    wanted = []
    for each in told["disputes"]:
        sides = [by_id[id]["content"][0] for id in each["between"]]
        wanted.append({side: ["report", spot["start"], spot["end"]] for side, spot in zip("ab", sides, strict=True)})
    found = [pair for pair in disputes.pairs([("report", api.read_text(text))]) if pair.clash.score >= SHOWN]
    right = [row for row in wanted if any(is_of(pair, row) for pair in found)]
    others = [pair for pair in found if not any(is_of(pair, row) for row in wanted)]
    return {"disputes": len(wanted), "found": len(right), "others shown": len(others)}


def sample(least: float) -> dict[str, Any] | None:
    """How many disputes of the sample's truth are found, and how many pairs that only look like some are taken for one."""
    if not (SAMPLE / "truth.json").exists():
        return None
    truth = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
    readings: Read = {}
    for path in sorted((SAMPLE / "pages").glob("*.html")):
        try:
            readings[path.name] = api.read(path)
        except SaysoError:
            continue
    pairs = [pair for pair in found_in(readings) if pair.clash.score >= least]

    def known(row: dict[str, Any]) -> bool:
        sides = {}
        for side in "ab":
            start = readings[row[side]["page"]].article.text.index(row[side]["words"])
            sides[side] = [row[side]["page"], start, start + len(row[side]["words"])]
        return any(is_of(pair, sides) for pair in pairs)

    right = [row["id"] for row in truth["disputes"] if known(row)]
    wrong = [row["id"] for row in truth["no_disputes"] if known(row)]
    return {
        "from": least,
        "disputes": len(truth["disputes"]),
        "found": right,
        "near-disputes": len(truth["no_disputes"]),
        "taken for one": wrong,
        "pairs shown": len(pairs),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Disputes on annotated pairs, the founding report and the sample.")
    parser.add_argument("--cache", type=Path, required=True, help="a folder outside the repository for readings")
    options = parser.parse_args()
    if not have("coverage"):
        print(ABSENT)
        return
    readings = dict(weeks.readings(options.cache))
    pairs, rows = found_in(readings), list(rows_in(GOLD))
    made: dict[str, Any] = {"articles": len(readings), "shown from": SHOWN}
    for half in ("dev", "test"):
        found = scored(pairs, [row for row in rows if row["half"] == half])
        made[half] = {
            "pairs": len(found),
            "disputes": sum(each.row["dispute"] for each in found),
            "curve": curve(found, pairs),
        }
        print(f"\n{half}: {made[half]['pairs']} pairs, {made[half]['disputes']} disputes")
        print(steps(made[half]["curve"]))
    made["kinds"] = kinds_of(scored(pairs, rows))
    print("\nboth halves, from", SHOWN, ", by kind:", made["kinds"])
    made["report"] = report()
    print("founding report:", made["report"])
    made["sample"] = [found for least in (SHOWN, 0.4) if (found := sample(least))]
    for found in made["sample"]:
        print("sample:", found)
    results.save("disputes", made)


if __name__ == "__main__":
    main()

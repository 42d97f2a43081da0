"""Families of quotations against pairs and groups that a person judged, beside exact match and plain MinHash.

    python -m evals.spread                       # reads the articles (about four minutes), saves evals/results/spread.json
    python -m evals.spread --cache FILE          # keeps the readings in FILE, or takes them from there
    python -m evals.spread --cache FILE --sweep  # every limit moved, on the dev half; saves nothing
    python -m evals.spread --cache FILE --errors dev|test  # ids and offsets of what is joined or parted wrongly; saves nothing

The gold (`evals/spread_gold.jsonl`, ids and offsets of `coverage/` alone) has rows of two sayings, drawn from all that have a
run of words in common, by bands of similarity, by whether the speakers agree and by how they are given, and of two that one
speaker said on one day; and rows of several, one saying with those most like it. Sayings with one number in `family` are the
same words. All attributions of their articles are grouped; the figures are on those of the gold.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from evals import reader, results
from evals.clusters import adjusted_rand, b_cubed
from evals.corpora import ABSENT, COVERAGE, ROOT, have, rows_in
from evals.minhash import candidates, signature
from sayso.article import article_from_text
from sayso.coverage.sayings import sayings_of
from sayso.coverage.spread.cluster import clusters
from sayso.coverage.spread.held import Held
from sayso.coverage.spread.limits import LIMITS, Limits
from sayso.coverage.spread.quoted import Quoted, in_order
from sayso.coverage.spread.shingles import shingles
from sayso.reading import read_articles
from sayso.records import Given, Reading

GOLD = ROOT / "evals" / "spread_gold.jsonl"
BATCH = 16
MINHASH_SHINGLE = 3
MINHASH_STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
SWEPT = (0.75, 1.3)
GOAL = 95.0

Grouping = list[list[int]]


@dataclass(frozen=True, slots=True)
class Item:
    """A saying of the gold: its article, its spans, its family and its half."""

    article: str
    spans: tuple[tuple[int, int], ...]
    family: int
    split: str
    row: int


def gold() -> list[Item]:
    """The judged sayings, in the file's order."""
    out = []
    for number, row in enumerate(rows_in(GOLD)):
        for (article, spans), family in zip(row["items"], row["family"], strict=True):
            out.append(Item(article, tuple((a, b) for a, b in spans), family, row["split"], number))
    return out


def readings(wanted: set[str], cache: Path | None) -> dict[str, Reading]:
    """The reading of each article by its id in `coverage/`."""
    if cache is not None and cache.exists():
        held: dict[str, Reading] = pickle.loads(cache.read_bytes())
        return held
    articles = {}
    for row in rows_in(COVERAGE):
        if row["id"] in wanted:
            day = date.fromisoformat(row["published"][:10])
            given = Given(title=row["title"], outlet=row["outlet"], published=day, url=row["url"])
            articles[row["id"]] = article_from_text(row["text"], given)
    out: dict[str, Reading] = {}
    names = list(articles)
    for at in range(0, len(names), BATCH):
        some = names[at : at + BATCH]
        out |= dict(zip(some, read_articles([articles[name] for name in some], reader.tagger()), strict=True))
    if cache is not None:
        cache.write_bytes(pickle.dumps(out))
    return out


def placed(items: Sequence[Item], quoted: Sequence[Quoted], names: dict[str, str]) -> list[int | None]:
    """For each item the place of its saying: the same spans, else the one with most in common, `None` where nothing overlaps."""
    by_article: dict[str, list[int]] = {}
    for place, each in enumerate(quoted):
        by_article.setdefault(names[each.saying.article], []).append(place)
    out: list[int | None] = []
    for item in items:
        best, most = None, 0.0
        for place in by_article.get(item.article, []):
            spans = [(span.start, span.end) for span in quoted[place].origin.spans]
            common = sum(max(0, min(b, d) - max(a, c)) for a, b in spans for c, d in item.spans)
            every = sum(b - a for a, b in spans) + sum(d - c for c, d in item.spans) - common
            if common / every > most:
                best, most = place, common / every
        out.append(best)
    return out


def measure(items: Sequence[Item], places: Sequence[int | None], grouping: Grouping) -> dict[str, float]:
    """Figures in per cent, of a grouping on some items of the gold."""
    of = {place: number for number, group in enumerate(grouping) for place in group}
    made: list[Any] = [("none", i) if place is None else of[place] for i, place in enumerate(places)]
    families = [item.family for item in items]
    in_family = [families.count(family) > 1 for family in families]
    every = b_cubed(families, made)
    some = b_cubed(families, made, in_family)
    hit = wrong = missed = 0
    for i, a in enumerate(items):
        for j in range(i + 1, len(items)):
            if items[j].row != a.row:
                break
            same, joined = a.family == items[j].family, made[i] == made[j]
            hit, wrong, missed = hit + (same and joined), wrong + (joined and not same), missed + (same and not joined)
    named = ("b3_precision", "b3_recall", "b3_f1", "family_precision", "family_recall", "family_f1")
    out = dict(zip(named, (100 * value for value in (*every, *some)), strict=True))
    out["ari"] = 100 * adjusted_rand(families, made)
    out["pair_precision"] = 100 * hit / max(hit + wrong, 1)
    out["pair_recall"] = 100 * hit / max(hit + missed, 1)
    return {name: round(value, 2) for name, value in out.items()}


def exact(quoted: Sequence[Quoted]) -> Grouping:
    """The floor: one group for all sayings with the same words."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, each in enumerate(quoted):
        groups.setdefault(each.words, []).append(place)
    return list(groups.values())


def plain_minhash(quoted: Sequence[Quoted]) -> Callable[[float], Grouping]:
    """Connected components of pairs with a similarity of so much, as MinHash over shingles of three words estimates it."""
    signatures = np.stack([signature(shingles(each.words, MINHASH_SHINGLE)) for each in quoted])
    pairs = [(i, j, float((signatures[i] == signatures[j]).mean())) for i, j in candidates(signatures)]

    def at(least: float) -> Grouping:
        parent = list(range(len(quoted)))

        def root(i: int) -> int:
            while parent[i] != i:
                parent[i] = parent[parent[i]]
                i = parent[i]
            return i

        for i, j, alike in pairs:
            if alike >= least:
                parent[root(i)] = root(j)
        groups: dict[int, list[int]] = {}
        for i in range(len(quoted)):
            groups.setdefault(root(i), []).append(i)
        return list(groups.values())

    return at


def ours(quoted: Sequence[Quoted], limits: Limits = LIMITS) -> Grouping:
    return [members for members, _ in clusters(Held(quoted), limits)]


def sweep(items: Sequence[Item], places: Sequence[int | None], quoted: Sequence[Quoted]) -> str:
    """B-cubed F1 on dev with one limit moved at a time."""
    rows: list[list[Any]] = [["as it is", LIMITS_SHOWN, *_three(measure(items, places, ours(quoted)))]]
    for each in fields(Limits):
        for factor in SWEPT:
            value = getattr(LIMITS, each.name) * factor
            value = round(value) if isinstance(getattr(LIMITS, each.name), int) else round(value, 2)
            figures = measure(items, places, ours(quoted, replace(LIMITS, **{each.name: value})))
            rows.append([each.name, value, *_three(figures)])
    return results.table(["limit", "value", "B³ F1", "B³ F1, in families", "ARI"], rows)


LIMITS_SHOWN = "–"


def _three(figures: dict[str, float]) -> list[float]:
    return [figures["b3_f1"], figures["family_f1"], figures["ari"]]


def show(name: str, result: dict[str, Any]) -> str:
    rows = [[method, *(figures[key] for key in figures)] for method, figures in result["methods"].items()]
    head = ["", "B³ P", "R", "F1", "in families: P", "R", "F1", "ARI", "pairs P", "R"]
    told = f"{name}: {result['sayings']} sayings, {result['in_families']} of them in {result['families']} families of two or more"
    return told + "\n\n" + results.table(head, rows)


def mistakes(items: Sequence[Item], places: Sequence[int | None], grouping: Grouping) -> list[str]:
    """A line for each two sayings that are joined wrongly or parted wrongly."""
    of = {place: number for number, group in enumerate(grouping) for place in group}
    out = []
    for i, a in enumerate(items):
        for j in range(i + 1, len(items)):
            b, p, q = items[j], places[i], places[j]
            joined = p is not None and q is not None and of[p] == of[q]
            if joined != (a.family == b.family):
                what = "joined" if joined else "parted"
                out.append(f"{what} {a.article} {a.spans[0]} | {b.article} {b.spans[0]} rows {a.row} {b.row}")
    return out


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.spread", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--cache", type=Path, metavar="FILE", help="where the readings are kept")
    parser.add_argument("--sweep", action="store_true", help="move every limit, on dev; nothing is saved")
    parser.add_argument("--errors", choices=["dev", "test"], help="list the mistakes; nothing is saved")
    given = parser.parse_args(arguments)
    if not have("coverage"):
        print(ABSENT, file=sys.stderr)
        return 0
    items = gold()
    read = readings({item.article for item in items}, given.cache)
    names = {reading.article.id: name for name, reading in read.items()}
    quoted = in_order(saying for reading in read.values() for saying in sayings_of(reading))
    places = placed(items, quoted, names)
    halves = {half: [i for i, item in enumerate(items) if item.split == half] for half in ("dev", "test")}

    def on(half: str, grouping: Grouping) -> dict[str, float]:
        return measure([items[i] for i in halves[half]], [places[i] for i in halves[half]], grouping)

    if given.sweep:
        dev = halves["dev"]
        print(sweep([items[i] for i in dev], [places[i] for i in dev], quoted))
        return 0
    mine = ours(quoted)
    if given.errors:
        half = halves[given.errors]
        print("\n".join(mistakes([items[i] for i in half], [places[i] for i in half], mine)))
        return 0
    minhash = plain_minhash(quoted)
    best = max(MINHASH_STEPS, key=lambda least: on("dev", minhash(least))["b3_f1"])
    groupings = {"exact match": exact(quoted), f"plain MinHash, {best} (best on dev)": minhash(best), "families": mine}
    result: dict[str, Any] = {
        "made": reader.identity("evals.spread", []),
        "attributions": len(quoted),
        "goal_b3_f1": GOAL,
    }
    for half, mine_items in halves.items():
        families = [items[i].family for i in mine_items]
        many = {family for family in families if families.count(family) > 1}
        result[half] = {
            "sayings": len(mine_items),
            "not_found": sum(places[i] is None for i in mine_items),
            "families": len(many),
            "in_families": sum(family in many for family in families),
            "methods": {name: on(half, grouping) for name, grouping in groupings.items()},
        }
        print(show(half, result[half]), end="\n\n")
    print(f"saved {results.save('spread', result).relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

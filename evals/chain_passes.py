"""Annotated chains turned into offsets: one or two passes over listed attributions into the format of `chain_gold.jsonl`.

    python -m evals.chain_passes ITEMS PASS1 --part train --out evals/chain_train.jsonl     # one pass (more: ITEMS PASS …)
    python -m evals.chain_passes ITEMS PASS1 --other PASS2 --part new --out evals/chain_gold2.jsonl

ITEMS has a line an article: `id` and `attributions` (`n`, `content`, `cue`, `source`, `inside`). A pass has a line an article:
`id` and `A`, by number 0 (no attribution) or `f` (first hop: kind, actor), `h` (further hops: kind, actor, words, inferred), `v`
(venue: words, inferred). With two passes only the attributions on whose chain both agree are kept as right (as many hops, each
of one class of kind and one actor, by `evals.chain.same_hop`), what both call wrong is kept as wrong, and the agreement is
counted. Prints counts alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.chain import aligned, same_venue, steps_of
from evals.corpora import COVERAGE, rows_in

Row = dict[str, Any]
HERE = {"kind": "published", "actor": "this article", "inferred": False, "words": None}


def place_of(text: str, words: str | None, near: int) -> list[int] | None:
    """Where exact words stand, nearest to a place; `None` where they do not."""
    best: list[int] | None = None
    if not words:
        return None
    at = text.find(words)
    while at >= 0:
        if best is None or abs(at - near) < abs(best[0] - near):
            best = [at, at + len(words)]
        at = text.find(words, at + 1)
    return best


def hops_of(given: Row, item: Row, text: str) -> list[Row]:
    """The hops of one annotation; actors as offsets where the text has the name, else as it was written."""
    near = item["cue"][0][0] if item["cue"] else item["content"][0][0]
    kind, actor = given["f"][:2]
    shown = [*item["source"], *item["cue"]]
    words = [min(s for s, _ in shown), max(e for _, e in shown)] if shown else None
    out: list[Row] = [{"kind": kind, "actor": place_of(text, actor, near) or actor, "inferred": False, "words": words}]
    for hop in given.get("h", []):
        kind, actor, words_of, inferred = (*hop, None, False)[:4] if len(hop) < 4 else hop[:4]
        where = place_of(text, words_of, near)
        out.append(
            {"kind": kind, "actor": place_of(text, actor, near) or actor, "inferred": bool(inferred), "words": where}
        )
    return [*out, dict(HERE)]


def annotated(item: Row, given: Any, text: str) -> Row:
    """One attribution as `chain_gold.jsonl` has it."""
    out: Row = {name: item[name] for name in ("content", "cue", "source")}
    if not given:
        return {**out, "ok": False}
    near = item["cue"][0][0] if item["cue"] else item["content"][0][0]
    venue, inferred = (given.get("v") or [None, False])[:2]
    return {
        **out,
        "inside": item["inside"],
        "ok": True,
        "hops": hops_of(given, item, text),
        "venue": place_of(text, venue, near) or venue,
        "venue_inferred": bool(inferred),
    }


def both(mine: Row, other: Row, text: str, counts: dict[str, list[int]]) -> Row | None:
    """What two passes have in common of one attribution; `None` where they differ on what it is or on its chain."""

    def count(name: str, agreed: bool) -> bool:
        told = counts.setdefault(name, [0, 0])
        told[0] += agreed
        told[1] += 1
        return agreed

    if not count("ok", mine["ok"] == other["ok"]):
        return None
    if not mine["ok"]:
        return mine
    first, second = steps_of(mine["hops"], text), steps_of(other["hops"], text)
    chain = count("chain", len(first) == len(second) == len(aligned(first, second)))
    if len(first) > 1 or len(second) > 1:
        count("longer chain", chain)

    def words(row: Row) -> str | None:
        venue = row["venue"]
        return text[venue[0] : venue[1]] if isinstance(venue, list) else venue

    venue = count("venue", same_venue(words(mine), words(other)))
    return {**mine, "venue_agreed": venue} if chain else None


def converted(items: Sequence[Row], passes: Sequence[dict[str, Row]], texts: dict[str, str], part: str) -> list[Row]:
    """The rows of a gold file."""
    out = []
    for row in items:
        text = texts[row["id"]]
        if any(row["id"] not in each for each in passes):
            continue
        counts: dict[str, list[int]] = {}
        kept: list[Row] = []
        place: dict[str, int] = {}
        for item in row["attributions"]:
            given = [annotated(item, each[row["id"]]["A"].get(item["n"], 0), text) for each in passes]
            one = given[0] if len(given) == 1 else both(given[0], given[1], text, counts)
            if one is not None:
                if "inside" in one:
                    one["inside"] = place.get(str(one["inside"]).lower())
                place[item["n"].lower()] = len(kept)
                kept.append(one)
        out.append({"id": row["id"], "part": part, "attributions": kept, "agreement": counts})
    return out


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.chain_passes", description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="ITEMS PASS", help="items and a pass over them, in pairs"
    )
    parser.add_argument("--other", type=Path, help="a second pass over the same items")
    parser.add_argument("--part", required=True, help="the name of the part")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    given = parser.parse_args(arguments)
    if len(given.files) % 2 or (given.other is not None and len(given.files) != 2):
        parser.error("items and passes come in pairs, and --other goes with one pair")
    made = []
    for items, first in zip(given.files[::2], given.files[1::2], strict=True):
        rows = list(rows_in(items))
        passes = [{row["id"]: row for row in rows_in(each)} for each in (first, given.other) if each is not None]
        wanted = {row["id"] for row in rows}
        texts = {row["id"]: row["text"] for row in rows_in(COVERAGE) if row["id"] in wanted}
        made += converted(rows, passes, texts, given.part)
    given.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    right = sum(each["ok"] for row in made for each in row["attributions"])
    longer = sum(each["ok"] and len(each["hops"]) > 2 for row in made for each in row["attributions"])
    print(f"{len(made)} articles, {right} attributions, {longer} with longer chains")
    for name in ("ok", "chain", "longer chain", "venue"):
        told = [row["agreement"][name] for row in made if name in row["agreement"]]
        if told:
            print(f"agree on {name}: {sum(a for a, _ in told)} of {sum(b for _, b in told)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

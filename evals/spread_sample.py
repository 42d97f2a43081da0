"""Families of the sample of our own against its truth file: members, what was done to the words, first seen, copies.

python -m evals.spread_sample            # reads the pages, saves evals/results/spread_sample.json
python -m evals.spread_sample --errors   # what is joined, parted or named wrongly; saves nothing
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

from evals import reader, results
from evals.clusters import adjusted_rand, b_cubed
from evals.corpora import ROOT
from sayso import api
from sayso.coverage.sayings import sayings_of
from sayso.coverage.spread.copies import Text, copies, first_of
from sayso.coverage.spread.families import families
from sayso.coverage.spread.words import words_of
from sayso.records import Reading
from sayso.records.saying import Saying
from sayso.records.spread import Family

SAMPLE = ROOT / "samples" / "coverage"
FOUND = 0.6
"""Share of the truth's words that a saying must have, in order, to be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A quotation of the truth: its page, words, family, what was done, and the saying that the reading has for it."""

    page: str
    words: str
    family: str
    done: frozenset[str]
    saying: Saying | None


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.spread_sample", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="show the mistakes; nothing is saved")
    given = parser.parse_args(arguments)
    truth = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
    readings = read(truth)
    sayings = {page: sayings_of(reading) for page, reading in readings.items()}
    every = [saying for some in sayings.values() for saying in some]
    groups = copies(
        Text(r.article.id, r.article.text, r.article.published, r.article.outlet) for r in readings.values()
    )
    pages = {reading.article.id: page for page, reading in readings.items()}
    found = families(every, first_of(groups), expand=True, smallest=1)
    meant = [asked(member, family["id"], sayings) for family in truth["families"] for member in family["members"]]
    for number, group in enumerate(truth["no_families"]):
        meant += [asked(each, f"none {number} {at}", sayings) for at, each in enumerate(group["of"])]
    result = measure(meant, found) | {"copies": wire(truth, groups, pages)}
    print(show(result))
    if given.errors:
        print("\n".join(mistakes(meant, found)))
        return 0
    saved = results.save("spread_sample", {"made": reader.identity("evals.spread_sample", arguments), **result})
    print(f"saved {saved.relative_to(ROOT)}", file=sys.stderr)
    return 0


def read(truth: dict[str, Any]) -> dict[str, Reading]:
    """The reading of each page by the name of its file."""
    names = [str(SAMPLE / "pages" / page["file"]) for page in truth["pages"]]
    return {Path(each.name).name: each.reading for each in api.read_each(names) if each.reading is not None}


def asked(member: dict[str, Any], family: str, sayings: dict[str, tuple[Saying, ...]]) -> Meant:
    """A member of the truth with the saying of its page that has most of its words in order, and little else."""
    wanted = words_of(member.get("quotation", member["words"]))
    best, most = None, 0.0
    for saying in sayings.get(member["page"], ()):
        theirs = words_of(saying.words)
        common = LCSseq.similarity(wanted, theirs)
        share = common / max(len(wanted), 1)
        score = share + 0.5 * common / max(len(theirs), 1)
        if share >= FOUND and score > most:
            best, most = saying, score
    return Meant(member["page"], member["words"], family, frozenset(member.get("done", ())), best)


def _places(found: Sequence[Family]) -> dict[tuple[str, str], tuple[int, frozenset[str]]]:
    return {
        (member.saying.article, member.saying.attribution): (number, frozenset(map(str, member.done)))
        for number, family in enumerate(found)
        for member in family.members
    }


def measure(meant: Sequence[Meant], found: Sequence[Family]) -> dict[str, Any]:
    """Figures in per cent; members that the readings do not have count as alone in the second B-cubed."""
    places = _places(found)
    read = [(each, places[each.saying.article, each.saying.attribution]) for each in meant if each.saying is not None]
    gold, made = [each.family for each, _ in read], [place for _, (place, _) in read]
    whole = [
        ("none", at) if each.saying is None else places[each.saying.article, each.saying.attribution][0]
        for at, each in enumerate(meant)
    ]
    right = Counter[str]()
    wanted = Counter[str]()
    told = Counter[str]()
    for each, (_, done) in read:
        if each.done:
            right.update(each.done & done)
            wanted.update(each.done)
            told.update(done)
    return {
        "quotations": len(meant),
        "in_the_readings": len(read),
        "b3": [round(100 * value, 1) for value in b_cubed(gold, made)],
        "ari": round(100 * adjusted_rand(gold, made), 1),
        "b3_of_all": [round(100 * value, 1) for value in b_cubed([each.family for each in meant], whole)],
        "done": {
            kind: {"right": right[kind], "truth": wanted[kind], "made": told[kind]} for kind in sorted(wanted | told)
        },
    }


def wire(truth: dict[str, Any], groups: Sequence[Any], pages: dict[str, str]) -> dict[str, int]:
    """Pairs of pages that are copies: right, in the truth, made."""
    gold = {frozenset((group["original"], copy)) for group in truth["wire"] for copy in group["copies"]}
    for group in truth["near_duplicates"]:
        gold.add(frozenset(group["pages"]))
    made = {frozenset((pages[group.first], pages[other])) for group in groups for other in group.others}
    return {"right": len(gold & made), "truth": len(gold), "made": len(made)}


def show(result: dict[str, Any]) -> str:
    rows = [
        ["quotations of the readings", *result["b3"], result["ari"]],
        ["all of the truth, those not read alone", *result["b3_of_all"], None],
    ]
    head = f"{result['quotations']} quotations, {result['in_the_readings']} of them in the readings; copies {result['copies']}"
    done = [[kind, told["right"], told["made"], told["truth"]] for kind, told in result["done"].items()]
    parts = [head, results.table(["", "B³ P", "R", "F1", "ARI"], rows)]
    return "\n\n".join([*parts, results.table(["done", "right", "made", "truth"], done)])


def mistakes(meant: Sequence[Meant], found: Sequence[Family]) -> list[str]:
    places = _places(found)
    out = []
    for each in meant:
        if each.saying is None:
            out.append(f"not read: {each.page}: {each.words}")
            continue
        place, done = places[each.saying.article, each.saying.attribution]
        others = [
            other for other in meant if other.family == each.family and other.saying is not None and other is not each
        ]
        joined = sum(places[o.saying.article, o.saying.attribution][0] == place for o in others if o.saying)
        foreign = sum(
            o.family != each.family
            and o.saying is not None
            and places[o.saying.article, o.saying.attribution][0] == place
            for o in meant
        )
        told = "" if done == each.done or not each.done else f" done {sorted(done)} not {sorted(each.done)}"
        if joined < len(others) or foreign or told:
            who = f"{each.saying.speaker} {each.saying.kind}"
            out.append(
                f"{each.family} {each.page}: {joined}/{len(others)} +{foreign}{told} | {who} | {each.saying.words}"
            )
    return out


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

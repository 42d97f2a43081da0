"""Texts that are no political news of 2016: our own passages, and real articles of `coverage/` that we marked.

    python -m evals.own                              # both sets; saves evals/results/own.json
    python -m evals.own --set passages --errors 5    # one set, with mistakes shown; saves nothing

Precision and recall by overlap of contents (Jaccard of half or more, in characters, matched one to one so that the most pairs
are made), for outer attributions and for all of them, nested ones included. The passages were written and marked for
this; the articles were marked by id and offsets, and their texts stay in `../shared/data`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals import errors, reader, results
from evals.corpora import ABSENT, COVERAGE_GOLD, ROOT, Text, coverage, gold_hash, have, passages
from evals.curves import as_table, curve
from evals.intervals import figures, total
from evals.relations import kind_tallies, relation_tallies, role_tallies
from evals.spans import Relation, Tally, outer_of, span_tallies

GOAL = 85.0
"""Precision and recall at overlap 0.5 that the first issue asks for."""
GROUPS = ("subject", "english", "layout", "topic")


def measure(text: Text, made: Sequence[Relation], gold: Sequence[Relation]) -> dict[str, Tally]:
    """Every tally of one text: outer attributions under their own names, all of them under `all-…`."""
    out: dict[str, Tally] = {}
    outer = (outer_of(made), outer_of(gold))
    for prefix, (found, marked) in (("", outer), ("all-", (list(made), list(gold)))):
        tallies = relation_tallies(found, marked) | role_tallies(found, marked) | span_tallies(found, marked)
        tallies |= kind_tallies(reader.by_marks(text.text, found), marked)
        out |= {prefix + name: tally for name, tally in tallies.items()}
    return out


def run(texts: list[Text], folder: Path | None) -> tuple[dict[str, Any], list[tuple[Relation, ...]]]:
    """The result of one set as plain values, and the relations found in each text."""
    read = reader.readings(texts, folder, progress=True)
    found = [reader.relations(reading, text.text) for reading, text in zip(read, texts, strict=True)]
    gold = [next(iter(text.copies.values())) for text in texts]
    tallies = [measure(*each) for each in zip(texts, found, gold, strict=True)]
    groups: dict[str, dict[str, Any]] = {}
    for name in GROUPS:
        for value in sorted({text.keys[name] for text in texts if name in text.keys}):
            mine = [t for t, text in zip(tallies, texts, strict=True) if text.keys.get(name) == value]
            groups.setdefault(name, {})[value] = _brief(total(mine)) | {"texts": len(mine)}
    hidden = [reader.furniture(reading, text.text) for reading, text in zip(read, texts, strict=True)]
    result = {
        "gold_hash": gold_hash(texts),
        "texts": len(texts),
        "words": sum(len(text.text.split()) for text in texts),
        "annotated": sum(map(len, gold)),
        "nested": sum(each.inside is not None for marked in gold for each in marked),
        "found": sum(map(len, found)),
        "found_nested": sum(each.inside is not None for made in found for each in made),
        "prose_taken_for_furniture": _hidden(gold, hidden),
        "found_in_furniture": sum(
            any(a < d and c < b for a, b in each.content for c, d in text.furniture)
            for made, text in zip(found, texts, strict=True)
            for each in made
        ),
        "figures": figures(tallies),
        "groups": groups,
        "curve": curve([(outer_of(made), outer_of(marked)) for made, marked in zip(found, gold, strict=True)]),
    }
    return result, found


def _brief(tallies: dict[str, Tally]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name, prefix in (("content/half", ""), ("all-content/half", "all_")):
        tally = tallies[name]
        out[f"{prefix}precision"] = round(100 * tally.precision, 1)
        out[f"{prefix}recall"] = round(100 * tally.recall, 1)
        out[f"{prefix}gold"] = int(tally.gold)
        out[f"{prefix}made"] = int(tally.made)
    return out


def _hidden(gold: Sequence[Sequence[Relation]], furniture: Sequence[Sequence[tuple[int, int]]]) -> int:
    """Annotated attributions whose content touches a block that the article stage took for furniture."""
    return sum(
        any(a < d and c < b for a, b in each.content for c, d in blocks)
        for marked, blocks in zip(gold, furniture, strict=True)
        for each in marked
    )


LABELS = {
    "content/half": "content, overlap 0.5",
    "content/cover": "content, half of it found",
    "relation/half": "relation, overlap 0.5",
    "relation/exact": "relation, exact",
    "span/source": "source, annotated span",
    "span/cue": "cue, annotated span",
    "span/content": "content, annotated span",
    "right/source": "right source, given the content",
    "right/cue": "right cue, given the content",
    "right/kind": "right kind, given the content",
}


def show(name: str, result: dict[str, Any]) -> str:
    """One set as text for a terminal."""
    parts = [
        f"{name}: {result['texts']} texts, {result['words']} words, {result['annotated']} annotated ({result['nested']} "
        f"nested), {result['found']} found ({result['found_nested']} nested); annotated in blocks taken for furniture: "
        f"{result['prose_taken_for_furniture']}; found in what is furniture: {result['found_in_furniture']}"
    ]
    rows = []
    for key, label in LABELS.items():
        outer, every = result["figures"][key], result["figures"][f"all-{key}"]
        rows.append([label, outer["precision"], outer["recall"], results.with_interval(outer)])
        rows[-1] += [every["precision"], every["recall"], results.with_interval(every)]
    head = ["", "precision", "recall", "F1 (95 %)", "nested too: precision", "recall", "F1"]
    parts.append(results.table(head, rows))
    kinds = []
    for kind in ("direct", "indirect", "mixed"):
        cells = [result["figures"][f"kind-{what}/{kind}"] for what in ("precision", "recall", "exact")]
        kinds.append([kind, *(cell["f1"] for cell in cells), int(cells[1]["gold"])])
    parts.append(results.table(["kind", "precision", "recall", "whole", "annotated"], kinds))
    parts += [groups_table(group, values) for group, values in result["groups"].items()]
    parts.append(as_table(result["curve"]))
    return "\n\n".join(parts)


def groups_table(group: str, values: dict[str, Any]) -> str:
    """Figures by subject, English or layout."""
    head = [group, "texts", "annotated", "precision", "recall", "nested too: annotated", "precision", "recall"]
    columns = ("texts", "gold", "precision", "recall", "all_gold", "all_precision", "all_recall")
    return results.table(head, [[value, *(told[column] for column in columns)] for value, told in values.items()])


def sets(wanted: str | None = None) -> dict[str, list[Text]]:
    """The sets that are here, by name."""
    out: dict[str, list[Text]] = {}
    if wanted in (None, "passages"):
        out["passages"] = passages()
    if wanted in (None, "coverage") and COVERAGE_GOLD.exists():
        if have("coverage"):
            out["coverage"] = coverage()
        else:
            print(ABSENT, file=sys.stderr)
    return {name: texts for name, texts in out.items() if texts}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.own", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--set", choices=["passages", "coverage"], help="one of the two alone; nothing is saved")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N mistakes of each type, here alone")
    parser.add_argument("--model", type=Path, help="a model folder other than the released one; nothing is saved")
    given = parser.parse_args(arguments)
    result: dict[str, Any] = {}
    for name, texts in sets(given.set).items():
        result[name], found = run(texts, given.model)
        print(show(name, result[name]), end="\n\n")
        if given.errors:
            print(errors.samples(texts, found, given.errors))
    if result and given.set is None and given.model is None:
        made = {"made": reader.identity("evals.own", arguments), **result}
        print(f"saved {results.save('own', made).relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

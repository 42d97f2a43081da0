"""PolNeAR dev: spans by role, whole relations, kinds, the two human annotators, and precision as the threshold moves.

    python -m evals.polnear                   # all of dev; saves evals/results/polnear.json and docs/precision.csv
    python -m evals.polnear --limit 10        # the first ten of a fixed order; saves nothing
    python -m evals.polnear --limit 10 --errors 5 --model FOLDER

Each annotator's copy of an article is compared with the one reading of it, and its counts are added up. PolNeAR is univocal
(no word is in two attributions), so what Sayso finds inside another's content is left out of the figures; those with it
counted are printed beside them, as *nested too*.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from evals import errors, reader, results
from evals.corpora import ABSENT, ROOT, Text, fixed_slice, gold_hash, have, polnear
from evals.curves import as_csv, as_table, curve
from evals.intervals import Tallies, figures, total
from evals.relations import jaccard, kind_tallies, relation_tallies, role_tallies
from evals.spans import ROLES, Pair, Relation, Tally, bio, chunk_tallies, outer_of, sequences, span_tallies

CURVE = ROOT / "docs" / "precision.csv"
HUMAN_SPLITS = ("train", "dev")
COFENET = {"source": 83.2, "cue": 75.3, "content": 72.9}
"""Exact-span F1 of BERT-base + CofeNet on PolNeAR *test*, as published (Wang et al. 2022); ours here are on dev."""


def measure(text: Text, made: Sequence[Relation], gold: Sequence[Relation]) -> dict[str, Tally]:
    """Every tally of one reading of a text against one annotator's."""
    outer = outer_of(made)
    words = sequences(text.text, text.tokens)
    out = chunk_tallies(bio(outer, words), bio(gold, words))
    out |= span_tallies(outer, gold)
    out |= relation_tallies(outer, gold)
    out["relation/words"] = relation_tallies(in_words(outer, text.tokens), in_words(gold, text.tokens))[
        "relation/exact"
    ]
    out |= kind_tallies(reader.by_marks(text.text, outer), gold)
    out |= role_tallies(outer, gold)
    with_nested = span_tallies(made, gold) | relation_tallies(made, gold)
    return out | {f"all-{name}": tally for name, tally in with_nested.items()}


def in_words(relations: Sequence[Relation], tokens: Sequence[Pair]) -> list[Relation]:
    """The relations with the numbers of the words that their spans touch, for a mark more or less within a word."""

    def words(spans: Sequence[Pair]) -> tuple[Pair, ...]:
        out = []
        for start, end in spans:
            mine = [i for i, (a, b) in enumerate(tokens) if a < end and start < b]
            if mine:
                out.append((mine[0], mine[-1] + 1))
        return tuple(out)

    return [Relation(words(each.source), words(each.cue), words(each.content)) for each in relations]


def measure_copies(text: Text, made: Sequence[Relation]) -> dict[str, Tally]:
    """The tallies of one reading against every annotator's copy, added up."""
    return total([measure(text, made, gold) for gold in text.copies.values()])


def human_pairs(texts: Sequence[Text]) -> dict[str, Any]:
    """The same figures for one annotator read against another: each ordered pair of each article that several annotated.

    `figures` pools the counts of all pairs, as ours are pooled; `mean_f1` is the mean over pairs of their F1.
    """
    articles: list[Tallies] = []
    every: list[Tallies] = []
    for text in texts:
        pairs = [measure(text, text.copies[a], text.copies[b]) for a, b in permutations(text.copies, 2)]
        every.extend(pairs)
        articles.append(total(pairs))
    names = sorted({name for pair in every for name in pair})
    mean = {name: round(100 * sum(pair[name].f1 for pair in every) / len(every), 2) for name in names}
    return {"articles": len(texts), "pairs": len(every), "figures": figures(articles), "mean_f1": mean}


def in_furniture(texts: Sequence[Text], hidden: Sequence[Sequence[Pair]]) -> dict[str, int]:
    """Annotated contents that lie, by half or more, in blocks that the article stage took for furniture: lost before reading."""
    lost = every = 0
    for text, furniture in zip(texts, hidden, strict=True):
        for gold in text.copies.values():
            for each in gold:
                every += 1
                overlap = [(max(a, c), min(b, d)) for a, b in each.content for c, d in furniture if a < d and c < b]
                lost += bool(overlap) and jaccard(overlap, each.content) >= 0.5
    return {"lost": lost, "of": every}


def run(
    texts: list[Text], folder: Path | None, arguments: Sequence[str], split: str
) -> tuple[dict[str, Any], list[Any]]:
    """The whole result as plain values, and the relations found in each text."""
    read = reader.readings(texts, folder, progress=True)
    found = [reader.relations(reading, text.text) for reading, text in zip(read, texts, strict=True)]
    tallies = [measure_copies(text, made) for text, made in zip(texts, found, strict=True)]
    shared = [text for name in HUMAN_SPLITS for text in polnear(name, shared_only=True)]
    of_split = {text.id for text in polnear(split, shared_only=True)}
    same = [i for i, text in enumerate(texts) if len(text.copies) > 1]
    outer = [outer_of(made) for made in found]
    pairs = [(made, gold) for made, text in zip(outer, texts, strict=True) for gold in text.copies.values()]
    hidden = [reader.furniture(reading, text.text) for reading, text in zip(read, texts, strict=True)]
    result = {
        "made": reader.identity("evals.polnear", arguments, folder),
        "split": split,
        "gold_hash": gold_hash(texts),
        "articles": len(texts),
        "copies": sum(len(text.copies) for text in texts),
        "found": sum(map(len, outer)),
        "nested": sum(map(len, found)) - sum(map(len, outer)),
        "furniture": in_furniture(texts, hidden),
        "figures": figures(tallies),
        "human": human_pairs(shared),
        "human_same": human_pairs([text for text in shared if text.id in of_split]),
        "ours_same": figures([tallies[i] for i in same]),
        "curve": curve(pairs),
    }
    return result, found


def show(result: dict[str, Any]) -> str:
    """The result as text for a terminal."""
    ours, human = result["figures"], result["human"]["figures"]
    parts = [
        f"PolNeAR {result['split']}, {result['articles']} articles, {result['copies']} copies",
        results.made_by(result),
    ]
    rows = []
    for name, label in LABELS.items():
        figure = ours[name]
        pair = human[name]["f1"]
        rows.append([label, figure["precision"], figure["recall"], results.with_interval(figure), pair])
    parts.append(results.table(["", "precision", "recall", "F1 (95 %)", "human pair F1"], rows))
    kinds = []
    for kind in ("direct", "indirect", "mixed"):
        shares = [ours[f"{what}/{kind}"]["f1"] for what in ("kind-precision", "kind-recall", "kind-exact")]
        annotated = ours[f"kind-recall/{kind}"]["gold"]
        kinds.append([kind, *shares, int(annotated), human[f"kind-recall/{kind}"]["f1"]])
    parts.append(results.table(["kind", "precision", "recall", "whole", "annotated", "human recall"], kinds))
    parts.append(as_table(result["curve"]))
    lost = result["furniture"]
    parts.append(
        f"nested, not scored above: {result['nested']}; annotated in furniture: {lost['lost']} of {lost['of']}"
    )
    return "\n\n".join(parts)


LABELS = {
    **{f"exact/{role}": f"{role}, exact chunk (CofeNet)" for role in ROLES},
    **{f"begin/{role}": f"{role}, begin match (CofeNet)" for role in ROLES},
    **{f"jaccard/{role}": f"{role}, Jaccard (CofeNet; a mean)" for role in ROLES},
    **{f"span/{role}": f"{role}, annotated span" for role in ROLES},
    **{f"token/{role}": f"{role}, words" for role in ROLES},
    "relation/exact": "relation, exact",
    "relation/words": "relation, exact in words",
    "relation/half": "relation, overlap 0.5",
    "content/half": "content, overlap 0.5",
    "content/cover": "content, half of it found",
    "right/source": "right source, given the content",
    "right/cue": "right cue, given the content",
    "right/kind": "right kind, given the content",
    **{f"all-span/{role}": f"{role}, annotated span, nested too" for role in ROLES},
    "all-relation/exact": "relation, exact, nested too",
    "all-content/half": "content, overlap 0.5, nested too",
}
"""What is reported, in order, and what it is called."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.polnear", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--limit", type=int, help="only so many articles, in a fixed order; nothing is saved")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N mistakes of each type, here alone")
    parser.add_argument("--model", type=Path, help="a model folder other than the released one")
    given = parser.parse_args(arguments)
    if not have("polnear"):
        print(ABSENT, file=sys.stderr)
        return 0
    texts = list(polnear(given.split))
    if given.limit:
        texts = fixed_slice(texts, given.limit)
    result, found = run(texts, given.model, arguments, given.split)
    print(show(result))
    if given.errors:
        print(errors.samples(texts, found, given.errors))
    if not given.limit and given.split == "dev" and given.model is None:
        print(f"saved {results.save('polnear', result).relative_to(ROOT)}", file=sys.stderr)
        CURVE.write_text(as_csv(result["curve"]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How sure each statement is: levels, polarity, hedge words and tone against annotated articles, and the founding report.

    python -m evals.certainty            # dev half of evals/whole_gold.jsonl, report; saves evals/results/certainty.json
    python -m evals.certainty --test     # the half that nothing was tuned to; saves evals/results/certainty_test.json
    python -m evals.certainty --errors   # the dev half, every mistake shown; saves nothing

An annotated attribution is judged by the found one whose content overlaps it by half or more (Jaccard, in characters);
where none does it is *not found* and counts as wrong. A sentence of the article's own is judged by the findings on its main
statement; where there is none, as stated and affirmed. Macro-F1 is over the levels that occur in the annotation at least
three times; all levels are printed. Agreement is between the two passes over the same items.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import reader, results
from evals.corpora import ABSENT, COVERAGE, DATA, ROOT, Text, have, rows_in
from evals.relations import jaccard
from evals.spans import Pair
from sayso.records import Attribution, Certainty, Hedge, Polarity, Reading

GOLD = ROOT / "evals" / "whole_gold.jsonl"
LEVELS = tuple(map(str, Certainty))
POLARITIES = tuple(map(str, Polarity))
NOT_FOUND = "not found"
FEWEST = 3
"""Annotated items that a level needs to count towards macro-F1."""
MAIN = ("rule: hedged statement", "rule: negated statement", "rule: question", "rule: correction of the article")
"""Rules whose findings are about a sentence's main statement."""


@dataclass(frozen=True, slots=True)
class Item:
    """One annotated statement and what was found for it: level, polarity, tone and the words that show it."""

    kind: str
    text: str
    place: Pair
    wanted: tuple[str, str, str]
    made: tuple[str, str, str]
    hedges: frozenset[int]
    hedges_made: frozenset[int]


SEEN = frozenset(
    {
        "gL9xgNGAVnOvAql6",
        "O5ELGCseIHbitLAG",
        "eOhIZB4e8PUiBiSW",
        "H8OOu0FFymV42XIE",
        "mMzT6vroedt5OoER",
        "lur72Nb8Kqdc16rt",
        "KQ4FX2FL3mYNFS7U",
        "OowH3XG6qmfvmqJR",
    }
)
"""Articles of the test half whose annotation was seen before the halves were known; `--test` leaves them out."""


def gold(*, test: bool) -> list[tuple[Text, dict[str, Any]]]:
    """The annotated articles of one half with their texts; none where the gold file is not here."""
    if not GOLD.exists():
        return []
    rows = {row["id"]: row for row in rows_in(GOLD)}
    wanted = {id for id, row in rows.items() if (row["part"] == "test") == test and id not in SEEN}
    return [
        (Text(each["id"], each["text"], {}), rows[each["id"]]) for each in rows_in(COVERAGE) if each["id"] in wanted
    ]


def items(text: str, row: dict[str, Any], reading: Reading) -> Iterator[Item]:
    """What is annotated of one article, each with what the reading holds of it."""
    back = reader.offsets(text, reading.article.text)

    def pairs(spans: Sequence[Any]) -> list[Pair]:
        return [(back[s.start], back[s.end - 1] + 1) for s in spans]

    found = [(a, pairs(a.content)) for a in reading.attributions]
    for each in row["attributions"]:
        if not each["ok"]:
            continue
        content = [(s, e) for s, e in each["content"]]
        scores = [jaccard(mine, content) for _, mine in found]
        best = max(range(len(found)), key=scores.__getitem__, default=None)
        hit = found[best][0] if best is not None and scores[best] >= 0.5 else None
        yield _item("attribution", text, each, content[0], hit, pairs(hit.hedges) if hit else [])
    own = [(h, pairs((h.scope,))[0]) for h in reading.hedges if h.attribution is None and h.why.by in MAIN]
    for each in row["sentences"]:
        start, end = each["span"]
        mine = [(h, place) for h, place in own if start <= place[0] < end]
        top = max(mine, key=lambda pair: pair[1][1] - pair[1][0], default=None)
        shown = pairs(top[0].spans) if top and top[0].certainty is not Certainty.STATED else []
        yield _item("sentence", text, each, (start, end), top[0] if top else None, shown)


def _item(
    kind: str, text: str, each: dict[str, Any], place: Pair, hit: Attribution | Hedge | None, shown: list[Pair]
) -> Item:
    if hit is not None:
        made = (str(hit.certainty), str(hit.polarity), str(getattr(hit, "tone", "neutral")))
    else:
        made = (NOT_FOUND, NOT_FOUND, NOT_FOUND) if kind == "attribution" else ("stated", "affirmed", "neutral")
    return Item(
        kind,
        text,
        place,
        (each["certainty"], each["polarity"], each.get("tone", "neutral")),
        made,
        _places([(s, e) for s, e in each.get("hedges", ())]),
        _places(shown),
    )


def _places(spans: Sequence[Pair]) -> frozenset[int]:
    return frozenset(place for s, e in spans for place in range(s, e))


def scores(pairs: Sequence[tuple[str, str]], classes: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Precision, recall and F1 of each class in per cent, from pairs of wanted and made; counts as they are."""
    wanted, made = Counter(w for w, _ in pairs), Counter(m for _, m in pairs)
    right = Counter(w for w, m in pairs if w == m)
    out: dict[str, dict[str, Any]] = {}
    for name in classes:
        if wanted[name] or made[name]:
            p = 100 * right[name] / made[name] if made[name] else None
            r = 100 * right[name] / wanted[name] if wanted[name] else None
            f = 200 * right[name] / (made[name] + wanted[name])
            out[name] = {
                "precision": _one(p),
                "recall": _one(r),
                "f1": _one(f),
                "gold": wanted[name],
                "made": made[name],
            }
    return out


def macro(told: dict[str, dict[str, Any]], fewest: int = FEWEST) -> float | None:
    """The mean F1 of the classes that are annotated at least `fewest` times; `None` where there are none."""
    values = [each["f1"] for each in told.values() if each["gold"] >= fewest]
    return round(sum(values) / len(values), 1) if values else None


def measure(found: Sequence[Item]) -> dict[str, Any]:
    """Every figure of one kind of statement."""
    levels = [(each.wanted[0], each.made[0]) for each in found]
    polarities = [(each.wanted[1], each.made[1]) for each in found]
    by_level, by_polarity = scores(levels, LEVELS), scores(polarities, POLARITIES)
    both = sum(len(each.hedges & each.hedges_made) for each in found)
    either = sum(len(each.hedges) + len(each.hedges_made) for each in found)
    return {
        "items": len(found),
        "not_found": sum(each.made[0] == NOT_FOUND for each in found),
        "level_accuracy": _share(levels),
        "level_macro_f1": macro(by_level),
        "polarity_accuracy": _share(polarities),
        "polarity_macro_f1": macro(by_polarity),
        "tone_accuracy": _share([(each.wanted[2], each.made[2]) for each in found]),
        "hedge_words_f1": _one(200 * both / either) if either else None,
        "levels": by_level,
        "polarities": by_polarity,
        "confusion": {
            w: dict(Counter(m for v, m in levels if v == w)) for w in LEVELS if any(v == w for v, _ in levels)
        },
    }


AGREED = ("certainty", "polarity", "tone", "hedges", "sentence_certainty", "sentence_polarity", "sentence_hedges")


def agreement(rows: Sequence[dict[str, Any]]) -> dict[str, list[int]]:
    """In how many items of how many the two passes agreed, by field."""
    return {name: [sum(row["agreement"][name][k] for row in rows) for k in (0, 1)] for name in AGREED}


def _share(pairs: Sequence[tuple[str, str]]) -> float | None:
    return _one(100 * sum(a == b for a, b in pairs) / len(pairs)) if pairs else None


def _one(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def show(name: str, told: dict[str, Any]) -> str:
    """The figures of one kind of statement as text for a terminal."""
    parts = [
        f"{name}: {told['items']} items, {told['not_found']} not found; level accuracy {told['level_accuracy']}, macro-F1 "
        f"{told['level_macro_f1']}; polarity accuracy {told['polarity_accuracy']}, macro-F1 {told['polarity_macro_f1']}; "
        f"tone accuracy {told['tone_accuracy']}; hedge words F1 {told['hedge_words_f1']}"
    ]
    head = ["level", "precision", "recall", "F1", "annotated", "made"]
    for group in ("levels", "polarities"):
        rows = [
            [n, each["precision"], each["recall"], each["f1"], each["gold"], each["made"]]
            for n, each in told[group].items()
        ]
        parts.append(results.table(head, rows))
    columns = [n for n in (*LEVELS, NOT_FOUND) if any(n in row for row in told["confusion"].values())]
    rows = [[w, *(row.get(n, 0) or "·" for n in columns)] for w, row in told["confusion"].items()]
    parts.append(results.table(["annotated \\ made", *columns], rows))
    return "\n\n".join(parts)


def mistakes(found: Sequence[Item]) -> str:
    """Every item whose level, polarity or tone is wrong, with its words."""
    lines = []
    for each in found:
        if each.wanted != each.made:
            words = " ".join(each.text[max(0, each.place[0] - 60) : min(each.place[1], each.place[0] + 160)].split())
            lines.append(f"{'/'.join(each.wanted)} taken for {'/'.join(each.made)}: {words}")
    return "\n".join(lines)


def report() -> dict[str, Any]:
    """The founding report: each attribution of `reading.json` with level, polarity and hedge words, wanted and made."""
    told = json.loads((DATA / "report" / "reading.json").read_text(encoding="utf-8"))
    text = (DATA / "report" / "report.txt").read_text(encoding="utf-8")
    [reading] = reader.readings([Text("report", text, {})])
    back = reader.offsets(text, reading.article.text)
    rows = []
    for each in told["attributions"]:
        content = [(s["start"], s["end"]) for s in each["content"]]
        best = max(
            reading.attributions,
            key=lambda a: max(
                jaccard(part, content)
                for spans in (a.content, *((s,) for s in a.content))
                for part in [[(back[s.start], back[s.end - 1] + 1) for s in spans]]
            ),
        )
        wanted = (each["certainty"], each["polarity"], [h["text"] for h in each.get("hedges", ())])
        made = (str(best.certainty), str(best.polarity), [s.of(reading.article.text) for s in best.hedges])
        rows.append({"id": each["id"], "wanted": list(wanted), "made": list(made), "right": wanted == made})
    return {"attributions": len(rows), "right": sum(row["right"] for row in rows), "rows": rows}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.certainty", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--test", action="store_true", help="the test half")
    parser.add_argument("--errors", action="store_true", help="show every mistake of the dev half; nothing is saved")
    given = parser.parse_args(arguments)
    if not have("report", "coverage"):
        print(ABSENT, file=sys.stderr)
        return 0
    result: dict[str, Any] = {"made": reader.identity("evals.certainty", arguments)}
    annotated = gold(test=given.test)
    if annotated:
        read = reader.readings([text for text, _ in annotated], progress=True)
        every = [
            item
            for (text, row), reading in zip(annotated, read, strict=True)
            for item in items(text.text, row, reading)
        ]
        result["articles"] = len(annotated)
        result["agreement"] = agreement([row for _, row in annotated])
        said = ", ".join(f"{name} {a} of {b}" for name, (a, b) in result["agreement"].items())
        print(f"{len(annotated)} articles; the two passes agreed in {said}", end="\n\n")
        for kind in ("attribution", "sentence"):
            mine = [item for item in every if item.kind == kind]
            result[kind] = measure(mine)
            print(show(f"{kind}s, {'test' if given.test else 'dev'} half", result[kind]), end="\n\n")
            if given.errors and not given.test:
                print(mistakes(mine), end="\n\n")
    else:
        print(f"skipped: {GOLD.relative_to(ROOT)} is not here", file=sys.stderr)
    if not given.test:
        result["report"] = report()
        print(f"the founding report: {result['report']['right']} of {result['report']['attributions']} right")
        for row in result["report"]["rows"]:
            if not row["right"]:
                print(f"  {row['id']}: wanted {row['wanted']}, made {row['made']}")
    if not given.errors:
        path: Path = results.save("certainty_test" if given.test else "certainty", result)
        print(f"saved {path.relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

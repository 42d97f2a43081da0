"""What a threshold on the score buys: precision against how much is still found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from evals.relations import by_content, key, match
from evals.results import table
from evals.spans import Relation, Tally

THRESHOLDS = (*(i / 20 for i in range(20)), 0.97, 0.98, 0.99)

Judged = tuple[Sequence[Relation], Sequence[Relation]]
"""What was found in a text and what one annotator marked in it."""


def at_least(made: Sequence[Relation], score: float) -> list[Relation]:
    """Those with this score or more; one inside one that goes becomes an outer one, as in `sayso.api.at_least`."""
    kept = [i for i, each in enumerate(made) if each.score >= score]
    places = {old: new for new, old in enumerate(kept)}

    def home(inside: int | None) -> int | None:
        while inside is not None and inside not in places:
            inside = made[inside].inside
        return None if inside is None else places[inside]

    return [replace(made[i], inside=home(made[i].inside)) for i in kept]


def curve(pairs: Sequence[Judged], thresholds: Sequence[float] = THRESHOLDS) -> list[dict[str, Any]]:
    """For each threshold the share of findings kept (`coverage`), and precision and recall in per cent by overlap of
    contents (`content_…`) and of whole relations exactly (`exact_…`)."""
    every = sum(len(made) for made, _ in pairs)
    out = []
    for threshold in thresholds:
        half, exact = Tally(), Tally()
        for made, gold in pairs:
            kept = [each for each in made if each.score >= threshold]
            half += Tally(len(match(kept, gold, by_content())), len(kept), len(gold))
            ours, theirs = {key(m) for m in kept}, {key(g) for g in gold}
            exact += Tally(len(ours & theirs), len(ours), len(theirs))
        out.append(
            {
                "threshold": threshold,
                "coverage": _percent(half.made / every if every else 0),
                "content_precision": _percent(half.precision),
                "content_recall": _percent(half.recall),
                "exact_precision": _percent(exact.precision),
                "exact_recall": _percent(exact.recall),
            }
        )
    return out


def as_table(rows: Sequence[dict[str, Any]], shown: Sequence[float] | None = None) -> str:
    """The curve as a Markdown table; `shown` are the thresholds wanted, all where it is `None`."""
    kept = [row for row in rows if shown is None or row["threshold"] in shown]
    head = ["score at least", "findings kept %", "content: precision", "recall", "relation exact: precision", "recall"]
    return table(head, [[f"{row['threshold']:.2f}", *list(row.values())[1:]] for row in kept])


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """The curve as comma-separated values with a header."""
    if not rows:
        return ""
    lines = [",".join(rows[0]), *(",".join(str(value) for value in row.values()) for row in rows)]
    return "\n".join(lines) + "\n"


def _percent(share: float) -> float:
    return round(100 * share, 2)

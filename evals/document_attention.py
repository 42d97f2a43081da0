"""Writes the figures of `evals.attention` and `benchmarks.attention` into docs/attention.md.

python -m evals.document_attention
"""

from __future__ import annotations

import json
import sys
from typing import Any

from evals import results
from evals.attention import grid
from evals.corpora import ROOT

PAGE = ROOT / "docs" / "attention.md"
SHOWN = ((100, 60), (400, 150), (400, 300), (1500, 600))
"""Of the designs with labels those that the page shows; the saved result has all, and words too."""


def tables() -> dict[str, str]:
    """The page's tables by name."""
    found = results.read("attention") or {}
    made: dict[str, str] = {}
    if found:
        made["topics"] = "\n\n".join(
            f"Share of {unit}:\n\n" + grid([row for row in found["topics"] if row["unit"] == unit], "share", " %")
            for unit in ("articles", "words")
        )
        of = found["summary"]["topics"]
        made["topics"] += (
            f"\n\nAll told: {of['within_93_97']} of the {of['cells']} cells without a star are between 93 and 97, "
            f"the least {of['least']:.1f}, the most {of['most']:.1f}; "
            f"of those with one the least is {of['least_below_expected']:.1f}."
        )
        of = found["summary"]["queries"]
        made["queries"] = "Share of sentences:\n\n" + grid(
            [row for row in found["queries"] if row["unit"] == "sentences"], "query", ""
        )
        made["queries"] += (
            f"\n\nWith words as well: {of['within_93_97']} of {of['cells']} cells without a star are between 93 and 97, "
            f"the mean is {of['mean']:.1f}, the least {of['least']:.1f}, the most {of['most']:.1f}."
        )
        made["labels"] = _labels(found)
    timed = results.read("attention", ROOT / "benchmarks" / "results")
    if timed:
        from benchmarks.attention import show

        made["benchmark"] = show(timed["sizes"])
    return made


def _labels(found: dict[str, Any]) -> str:
    head = ["case", "precision", "recall", "truth", "query says", "articles", "labels", "held", "width", "plain"]
    keys = ("case", "precision", "recall", "truth", "query_says", "articles", "labels", "held", "width", "plain_held")
    rows = [
        [f"{row[key]:.1f}" if isinstance(row[key], float) else row[key] for key in keys]
        for row in found["labels"]
        if row["unit"] == "sentences" and (row["articles"], row["labels"]) in SHOWN
    ]
    of = found["summary"]["labels"]
    plain = [row["plain_held"] for row in found["labels"]]
    return results.table(head, rows) + (
        f"\n\nOf all {of['cells']} cells, words included, {of['within_93_97']} are between 93 and 97; "
        f"the mean is {of['mean']:.1f}, the least {of['least']:.1f}, the most {of['most']:.1f}. "
        f"Plain intervals hold {sum(plain) / len(plain):.1f} % on average, "
        f"the least {min(plain):.1f}."
    )


def written(page: str) -> str:
    """The page with its tables as the results have them."""
    for name, table in tables().items():
        page = results.between(page, f"<!-- {name} -->", f"<!-- end {name} -->", table)
    return page


def main() -> int:
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(json.dumps({name: len(table) for name, table in tables().items()}), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

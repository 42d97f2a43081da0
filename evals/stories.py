"""Stories on pairs of articles that a person called one happening or two, and on topics.

    python -m evals.stories [--sweep]

The pairs were drawn across the whole range of likeness, so most are hard: the figures are of this draw, not of all pairs,
of which nearly all are easily told apart.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from evals import results, weeks
from evals.corpora import ABSENT, have, rows_in
from sayso.coverage import stories
from sayso.records import Reading

GOLD = Path(__file__).with_name("stories_gold.jsonl")
SWEPT = (0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.28, 0.32, 0.4)


def grouped(articles: list[tuple[str, Reading]], join: float) -> dict[str, str]:
    """Article to story."""
    stream = stories.Stories(join)
    for id, reading in stories.in_order(articles):
        stream.add(reading, id)
    return {article: story.id for story in stream.stories() for article in story.articles}


def scores(of: dict[str, str], pairs: list[dict[str, Any]]) -> dict[str, Any]:
    """Precision, recall and F1 of *one story* on the pairs."""
    right = sum(of[pair["a"]] == of[pair["b"]] and pair["same"] for pair in pairs)
    said = sum(of[pair["a"]] == of[pair["b"]] for pair in pairs)
    same = sum(pair["same"] for pair in pairs)
    precision, recall = right / max(said, 1), right / max(same, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "pairs": len(pairs),
        "same": same,
        "precision": 100 * precision,
        "recall": 100 * recall,
        "f1": 100 * f1,
    }


def purity(of: dict[str, str], topics: dict[str, str]) -> dict[str, float]:
    """How many articles of stories of two and more have their story's commonest topic, by hand-assigned topics; and what
    chance gives. Topics are broad and overlap (one happening is filed under several), so 100 is out of reach."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for article, story in of.items():
        held[story].append(topics[article])
    groups = [group for group in held.values() if len(group) > 1]
    every = [topic for group in groups for topic in group]
    share = Counter(every)
    chance = sum(number * number for number in share.values()) / max(len(every), 1) ** 2
    pure = sum(max(Counter(group).values()) for group in groups) / max(len(every), 1)
    return {"stories": len(groups), "articles": len(every), "purity": 100 * pure, "chance": 100 * chance}


def main() -> None:
    parser = argparse.ArgumentParser(description="Stories on annotated pairs and topics.")
    parser.add_argument("--sweep", action="store_true", help="print other thresholds, on dev")
    options = parser.parse_args()
    if not have("coverage"):
        print(ABSENT)
        return
    every = weeks.rows()
    articles = [(row["id"], weeks.unread(row)) for row in every]
    pairs = list(rows_in(GOLD))
    halves = {half: [pair for pair in pairs if pair["half"] == half] for half in ("dev", "test")}
    if options.sweep:
        swept = [(join, *scores(grouped(articles, join), halves["dev"]).values()) for join in SWEPT]
        print(results.table(("join", "pairs", "same", "precision", "recall", "F1"), swept))
        return
    of = grouped(articles, stories.JOIN)
    by_half = {half: scores(of, some) for half, some in halves.items()}
    floor = {half: scores(dict.fromkeys(of, "one"), some) for half, some in halves.items()}
    pure = purity(of, {row["id"]: row["topic"] for row in every})
    made = {"join": stories.JOIN, "articles": len(every), "pairs": by_half, "all one story": floor, "topics": pure}
    results.save("stories", made)
    rows = [(half, *found.values()) for half, found in by_half.items()]
    rows += [(f"{half}, all one story", *found.values()) for half, found in floor.items()]
    print(results.table(("half", "pairs", "same", "precision", "recall", "F1"), rows))
    print(f"\n{pure['stories']:.0f} stories of two and more with {pure['articles']:.0f} articles: ", end="")
    print(f"topic purity {pure['purity']:.1f} (chance {pure['chance']:.1f})")


if __name__ == "__main__":
    main()

"""How alike two partitions of the same items are: B-cubed (Bagga and Baldwin 1998) and the adjusted Rand index (Hubert and
Arabie 1985)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import comb


def b_cubed(
    gold: Sequence[Hashable], made: Sequence[Hashable], counted: Sequence[bool] | None = None
) -> tuple[float, float, float]:
    """Precision, recall and F1, 0 to 1: for each item how much of its made cluster is of its gold class, and the reverse,
    averaged.

    With `counted`, the average is over the items for which it is true; the clusters are those of all items.
    """
    both = Counter(zip(gold, made, strict=True))
    classes, clusters = Counter(gold), Counter(made)
    items = [
        pair for pair, wanted in zip(zip(gold, made, strict=True), counted or [True] * len(gold), strict=True) if wanted
    ]
    if not items:
        return 0.0, 0.0, 0.0
    precision = sum(both[pair] / clusters[pair[1]] for pair in items) / len(items)
    recall = sum(both[pair] / classes[pair[0]] for pair in items) / len(items)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def adjusted_rand(gold: Sequence[Hashable], made: Sequence[Hashable]) -> float:
    """1 for the same partition, around 0 for one by chance."""
    together = sum(comb(n, 2) for n in Counter(zip(gold, made, strict=True)).values())
    in_gold = sum(comb(n, 2) for n in Counter(gold).values())
    in_made = sum(comb(n, 2) for n in Counter(made).values())
    every = comb(len(gold), 2)
    chance = in_gold * in_made / every if every else 0.0
    most = (in_gold + in_made) / 2
    return (together - chance) / (most - chance) if most != chance else 1.0

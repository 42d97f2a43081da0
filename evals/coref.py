"""Coreference scores of CoNLL 2012: MUC, B³ and CEAF-e over clusters of mentions, and their mean. Pure functions.

MUC is Vilain et al. (1995), B³ Bagga and Baldwin (1998), CEAF-e Luo (2005) with the similarity φ4; as in the reference scorer
(Pradhan et al. 2014) nothing is matched across mentions that differ, and counts of documents add up before a ratio is
taken of them. A mention is any hashable value.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Clusters = Sequence[AbstractSet[Hashable]]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Numerators and denominators of precision and recall. Adds up."""

    hit_made: float = 0.0
    made: float = 0.0
    hit_gold: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(
            self.hit_made + other.hit_made,
            self.made + other.made,
            self.hit_gold + other.hit_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        return self.hit_made / self.made if self.made else 0.0

    @property
    def recall(self) -> float:
        return self.hit_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def muc(made: Clusters, gold: Clusters) -> Ratio:
    """Links: a cluster of n mentions has n - 1, of which those are lost that it takes to put its parts together."""

    def links(ours: Clusters, theirs: Clusters) -> tuple[float, float]:
        place = {mention: i for i, cluster in enumerate(theirs) for mention in cluster}
        hit = total = 0
        for cluster in ours:
            parts = {place.get(mention, ("alone", mention)) for mention in cluster}
            hit += len(cluster) - len(parts)
            total += len(cluster) - 1
        return hit, total

    return Ratio(*links(made, gold), *links(gold, made))


def b_cubed(made: Clusters, gold: Clusters) -> Ratio:
    """For each mention, how much of its cluster is in the other's cluster of it."""

    def shares(ours: Clusters, theirs: Clusters) -> tuple[float, float]:
        place = {mention: i for i, cluster in enumerate(theirs) for mention in cluster}
        hit, total = 0.0, 0
        for cluster in ours:
            counts: dict[int, int] = {}
            for mention in cluster:
                if mention in place:
                    counts[place[mention]] = counts.get(place[mention], 0) + 1
            hit += sum(n * n for n in counts.values()) / len(cluster)
            total += len(cluster)
        return hit, total

    return Ratio(*shares(made, gold), *shares(gold, made))


def ceaf_e(made: Clusters, gold: Clusters) -> Ratio:
    """The best one-to-one alignment of clusters, a pair worth twice its common mentions over the mentions of both."""
    place: dict[Hashable, list[int]] = {}
    for j, cluster in enumerate(gold):
        for mention in cluster:
            place.setdefault(mention, []).append(j)
    worth: dict[tuple[int, int], float] = {}
    for i, cluster in enumerate(made):
        common: dict[int, int] = {}
        for mention in cluster:
            for j in place.get(mention, ()):
                common[j] = common.get(j, 0) + 1
        for j, n in common.items():
            worth[i, j] = 2 * n / (len(cluster) + len(gold[j]))
    best = sum(_assignment(part) for part in _components(worth))
    return Ratio(best, float(len(made)), best, float(len(gold)))


def conll(scores: Sequence[Ratio]) -> float:
    """The mean F1 of MUC, B³ and CEAF-e."""
    return sum(each.f1 for each in scores) / len(scores)


def score(made: Clusters, gold: Clusters) -> dict[str, Ratio]:
    """The three, by name."""
    return {"muc": muc(made, gold), "b3": b_cubed(made, gold), "ceafe": ceaf_e(made, gold)}


def _components(worth: dict[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The pairs in groups that share no cluster: each is aligned by itself."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(x: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for i, j in worth:
        parent[root(("made", i))] = root(("gold", j))
    out: dict[tuple[str, int], dict[tuple[int, int], float]] = {}
    for (i, j), value in worth.items():
        out.setdefault(root(("made", i)), {})[i, j] = value
    return list(out.values())


def _assignment(worth: dict[tuple[int, int], float]) -> float:
    """The greatest sum of a one-to-one choice of pairs (Kuhn and Munkres, with potentials)."""
    rows = sorted({i for i, _ in worth})
    columns = sorted({j for _, j in worth})
    size = max(len(rows), len(columns))
    cost = [[0.0] * size for _ in range(size)]
    for (i, j), value in worth.items():
        cost[rows.index(i)][columns.index(j)] = -value
    infinite = float("inf")
    u, v = [0.0] * (size + 1), [0.0] * (size + 1)
    match, way = [0] * (size + 1), [0] * (size + 1)
    for i in range(1, size + 1):
        match[0] = i
        j0 = 0
        least = [infinite] * (size + 1)
        used = [False] * (size + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = match[j0], infinite, 0
            for j in range(1, size + 1):
                if used[j]:
                    continue
                current = cost[i0 - 1][j - 1] - u[i0] - v[j]
                if current < least[j]:
                    least[j], way[j] = current, j0
                if least[j] < delta:
                    delta, j1 = least[j], j
            for j in range(size + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
            if match[j0] == 0:
                break
        while j0:
            match[j0] = match[way[j0]]
            j0 = way[j0]
    return -sum(cost[match[j] - 1][j - 1] for j in range(1, size + 1))

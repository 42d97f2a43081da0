"""Fits the weights of `sayso.coverage.likelihood` on the pairs that were judged, and says what precision to expect of them.

    python -m training.disputes --archive ARCHIVE    # an archive of all of coverage; it is only read; long

Prints precision and recall from each score on in cross-validation by story, and the constant and weights for all pairs. Pairs
that the rules no longer propose, or bar, count as not shown. What was doubtful counts as no dispute, by `DOUBTFUL` of a pair.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evals import results
from evals.corpora import rows_in
from evals.disputes import is_of
from evals.disputes_blind import GOLD, SPENT, Read, Row, stories_in
from evals.intervals import wilson
from sayso.coverage import disputes
from sayso.coverage.clashes import BY_RULE
from sayso.coverage.disputes import SHOWN, Pair
from sayso.coverage.likelihood import likelihood, seen

PENALTY = 5.0
"""Ridge on all but the constant; of 1 to 10 the best, where all are alike."""
DOUBTFUL = 0.4
PARTS, TIMES = 10, 4
STEPS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
Numbers = NDArray[np.float64]


class Case(NamedTuple):
    """A judged pair that the rules propose: the story, of which kind it is and how linked, what is seen, and the score where the
    rules alone give it."""

    story: int
    kind: str
    row: Row
    seen: dict[str, float]
    by_rule: float | None


def judged_stories(path: Path, rows: list[Row], cache: Path | None) -> Iterator[tuple[set[str], Read]]:
    """The articles and readings of the stories that a judged pair is of, from the folder `cache` where they are there: to part an
    archive into stories takes longer than all the rest. The cache is of one archive: empty it when that changes."""
    kept = sorted(cache.glob("*.pkl")) if cache is not None else []
    if not kept:
        wanted = {row[side][0] for row in rows for side in "ab"}
        for number, (days, readings) in enumerate(stories_in(path, wanted)):
            if not any(row["a"][0] in days and row["b"][0] in days for row in rows):
                continue
            if cache is not None:
                cache.mkdir(parents=True, exist_ok=True)
                (cache / f"{number:05}.pkl").write_bytes(pickle.dumps((set(days), readings)))
            else:
                yield set(days), readings
        kept = sorted(cache.glob("*.pkl")) if cache is not None else []
    for each in kept:
        yield pickle.loads(each.read_bytes())


def cases(path: Path, rows: list[Row], cache: Path | None) -> list[Case]:
    """The judged pairs that are proposed and not barred."""
    made: list[Case] = []
    for number, (days, readings) in enumerate(judged_stories(path, rows, cache)):
        mine = [row for row in rows if row["a"][0] in days and row["b"][0] in days]
        found = pairs_of(readings) if mine else {}
        for row in mine:
            some = [pair for pair in found.get(frozenset((row["a"][0], row["b"][0])), ()) if is_of(pair, row)]
            best = max(some, key=lambda pair: pair.clash.score, default=None)
            if best is not None:
                sure = likelihood(best.a, best.b, best.clash) if best.clash.by in BY_RULE else None
                kind = f"{best.clash.kind}, {best.clash.by}"
                made.append(Case(number, kind, row, seen(best.a, best.b, best.clash), sure))
    return made


def pairs_of(readings: Read) -> dict[frozenset[str], list[Pair]]:
    """The pairs of a story by their articles."""
    made: dict[frozenset[str], list[Pair]] = {}
    for pair in disputes.pairs(readings, again=True):
        made.setdefault(frozenset((pair.a.saying.article, pair.b.saying.article)), []).append(pair)
    return made


def fit(x: Numbers, y: Numbers, weights: Numbers) -> Numbers:
    """A logistic regression by Newton's method, the constant last."""
    x = np.concatenate([x, np.ones((len(x), 1))], 1)
    ridge = np.diag([PENALTY] * (x.shape[1] - 1) + [1e-6])
    made = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ made))
        step = np.linalg.solve(
            (x * (weights * p * (1 - p))[:, None]).T @ x + ridge, x.T @ (weights * (y - p)) - ridge @ made
        )
        made += step
        if np.abs(step).max() < 1e-8:
            break
    return made


def out_of_fold(x: Numbers, y: Numbers, weights: Numbers, story: NDArray[np.int64]) -> Numbers:
    """The score of each pair by weights fitted without its story, the mean of several partings."""
    every = np.zeros(len(y))
    for seed in range(TIMES):
        names = np.random.default_rng(seed).permutation(np.unique(story))
        for part in range(PARTS):
            out = np.isin(story, names[part::PARTS])
            made = fit(x[~out], y[~out], weights[~out])
            every[out] += 1 / (1 + np.exp(-(x[out] @ made[:-1] + made[-1])))
    return every / TIMES


def table(score: Numbers, y: Numbers, every: int) -> str:
    """Precision with its interval, and recall of all that were called disputes, from each score on."""
    rows = []
    for least in STEPS:
        shown, right = int((score >= least).sum()), int(y[score >= least].sum())
        low, high = wilson(right, shown)
        share = 100 * right / max(shown, 1)
        rows.append([f"{least:.2f}", shown, right, share, f"{100 * low:.1f}–{100 * high:.1f}", 100 * right / every])
    return results.table(["from", "shown", "right", "precision", "95 % interval", "recall"], rows)


def by_kind(found: list[Case], score: Numbers) -> str:
    """How many of each kind are judged, are disputes, are shown, and are shown rightly."""
    rows = []
    for kind in sorted({case.kind for case in found}):
        mine = [
            (case.row["dispute"], least >= SHOWN) for case, least in zip(found, score, strict=True) if case.kind == kind
        ]
        shown = [right for right, is_shown in mine if is_shown]
        rows.append([kind, len(mine), sum(right for right, _ in mine), len(shown), sum(shown)])
    return results.table(["kind, linked by", "judged", "disputes", "shown", "right"], rows)


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit how likely a pair is a dispute.")
    parser.add_argument("--archive", type=Path, required=True, help="an archive of all of coverage")
    parser.add_argument("--cache", type=Path, help="a folder outside the repository for the readings of judged stories")
    options = parser.parse_args()
    rows = [row for path in (*SPENT, GOLD) for row in rows_in(path)]
    found = cases(options.archive, rows, options.cache)
    names = list(dict.fromkeys(name for case in found for name in case.seen))
    x = np.array([[case.seen.get(name, 0.0) for name in names] for case in found])
    y = np.array([float(case.row["dispute"]) for case in found])
    weights = np.array([DOUBTFUL if case.row.get("doubtful") else 1.0 for case in found])
    story = np.array([case.story for case in found])
    free = np.array([case.by_rule is None for case in found])
    score = np.array([case.by_rule or 0.0 for case in found])
    score[free] = out_of_fold(x[free], y[free], weights[free], story[free])
    every = sum(row["dispute"] for row in rows)
    print(f"{len(rows)} pairs judged, {every} disputes; {len(found)} proposed and not barred, {int(y.sum())} disputes")
    print(f"mean score {score.mean():.3f}, share of disputes {y.mean():.3f}")
    print(table(score, y, every))
    print(by_kind(found, score))
    made = fit(x[free], y[free], weights[free])
    print(f"CONSTANT = {made[-1]:.2f}\nWEIGHTS: dict[str, float] = {{")
    for name, value in zip(names, made[:-1], strict=True):
        print(f'    "{name}": {value:.2f},')
    print("}")


if __name__ == "__main__":
    main()

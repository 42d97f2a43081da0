"""Fits the weights of `sayso.coverage.likelihood` on the pairs that were judged, and says what precision to expect of them.

    python -m training.disputes --archive ARCHIVE [--cache FOLDER]    # an archive of all of coverage; it is only read; long

Three sets go into one fit (`training.dispute_cases`): pairs of coverage, what is proposed in the scenes of
`evals.dispute_scenes`, and of pairs of invented sentences. Prints precision and recall of each from each score on, in
cross-validation by story, and the constant and weights for all pairs. Pairs that the rules no longer propose, or bar, count as
not shown. What was doubtful counts as no dispute, by `DOUBTFUL` of a pair.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals import dispute_scenes, results
from evals.corpora import rows_in
from evals.disputes_blind import LATER, SPENT, THIRD
from evals.intervals import wilson
from sayso.coverage.disputes import SHOWN
from training.dispute_cases import Case, of_coverage, of_scenes, of_sentences, sentences

PENALTY = 14.0
"""Ridge on all but the constant; of 10 to 18, with the weights of the sets, chosen for coverage's precision from 0.70 on."""
DOUBTFUL = 0.4
WEIGHT = {"coverage": 1.0, "blind": 1.0, "plain": 1.0, "scenes": 2.0, "sentences": 4.0}
"""What a case of each set counts: the invented ones are few, and of kinds that coverage hardly has. `blind` are the pairs of
coverage that were drawn last, of what was shown then or nearly; `plain` those of `LATER`."""
INVENTED = ("scenes", "sentences")
OWN = 3.0
"""How each invented set's own constant is scaled, so that the ridge hardly holds it: disputes are more frequent there, and that
is no reason to expect more of them elsewhere. A score is what coverage's constant gives."""
PARTS, TIMES = 10, 4
STEPS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
Numbers = NDArray[np.float64]


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


def out_of_fold(x: Numbers, own: Numbers, y: Numbers, weights: Numbers, story: NDArray[np.int64]) -> Numbers:
    """The score of each pair by weights fitted without its story, the mean of several partings; `own` are the columns that only
    fit and do not score."""
    every, count = np.zeros(len(y)), x.shape[1]
    both = np.concatenate([x, own], 1)
    for seed in range(TIMES):
        names = np.random.default_rng(seed).permutation(np.unique(story))
        for part in range(PARTS):
            out = np.isin(story, names[part::PARTS])
            made = fit(both[~out], y[~out], weights[~out])
            every[out] += 1 / (1 + np.exp(-(x[out] @ made[:count] + made[-1])))
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
        mine = [(case.dispute, least >= SHOWN) for case, least in zip(found, score, strict=True) if case.kind == kind]
        shown = [right for right, is_shown in mine if is_shown]
        rows.append([kind, len(mine), sum(right for right, _ in mine), len(shown), sum(shown)])
    return results.table(["kind, linked by", "judged", "disputes", "shown", "right"], rows)


def told(name: str, found: list[Case], score: Numbers, every: int) -> str:
    """What is to be said of a set: how many are proposed, the figures from each score on, and by kind."""
    y = np.array([float(case.dispute) for case in found])
    head = f"{name}: {len(found)} proposed and not barred, {int(y.sum())} disputes; {every} disputes in all"
    mean = f"mean score {score.mean():.3f}, share of disputes {y.mean():.3f}"
    return "\n".join((head, mean, table(score, y, every), by_kind(found, score)))


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit how likely a pair is a dispute.")
    parser.add_argument("--archive", type=Path, required=True, help="an archive of all of coverage")
    parser.add_argument("--cache", type=Path, help="a folder outside the repository for the readings of judged stories")
    options = parser.parse_args()
    rows = [row for path in SPENT for row in rows_in(path)] + [{**row, "set": "blind"} for row in rows_in(THIRD)]
    rows += [{**row, "set": "plain"} for path in LATER for row in rows_in(path)]
    scenes = [(scene, dispute_scenes.read(scene)) for scene in dispute_scenes.scenes(dispute_scenes.HALVES["dev"])]
    pairs = sentences()
    found = [*of_coverage(options.archive, rows, options.cache), *of_scenes(scenes), *of_sentences(pairs)]
    every = {
        "coverage": sum(row["dispute"] for row in rows if "set" not in row),
        "blind": sum(row["dispute"] for row in rows if row.get("set") == "blind"),
        "plain": sum(row["dispute"] for row in rows if row.get("set") == "plain"),
        "scenes": sum(len(scene["disputes"]) for scene, _ in scenes),
        "sentences": sum(row["dispute"] for row, _ in pairs),
    }
    print(report(found, every))


def report(found: list[Case], every: dict[str, int]) -> str:
    """The figures of each set in cross-validation, and the constant and weights of all; `every` is how many disputes each has."""
    names = list(dict.fromkeys(name for case in found for name in case.seen))
    x = np.array([[case.seen.get(name, 0.0) for name in names] for case in found])
    own = np.array([[OWN * (case.set == name) for name in INVENTED] for case in found])
    y = np.array([float(case.dispute) for case in found])
    weights = np.array([WEIGHT[case.set] * (DOUBTFUL if case.doubtful else 1.0) for case in found])
    sets = {"coverage": 0, "blind": 0, "plain": 0, "scenes": 1, "sentences": 2}
    story = np.array([3 * case.story + sets[case.set] for case in found])
    free = np.array([case.by_rule is None for case in found])
    score = np.array([case.by_rule or 0.0 for case in found])
    score[free] = out_of_fold(x[free], own[free], y[free], weights[free], story[free])
    lines = []
    for name in WEIGHT:
        mine = [(case, one) for case, one in zip(found, score, strict=True) if case.set == name]
        lines.append(told(name, [case for case, _ in mine], np.array([one for _, one in mine]), every[name]))
    made = fit(np.concatenate([x, own], 1)[free], y[free], weights[free])
    lines.append(f"CONSTANT = {made[-1]:.2f}\nWEIGHTS: dict[str, float] = {{")
    lines += [f'    "{name}": {value:.2f},' for name, value in zip(names, made, strict=False)]
    return "\n\n".join(lines[: -len(names) - 1]) + "\n\n" + "\n".join(lines[-len(names) - 1 :]) + "\n}"


if __name__ == "__main__":
    main()

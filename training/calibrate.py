"""Fit how sure an attribution is to what the tagger says of it, on PolNeAR dev.

    python -m training.calibrate src/sayso/model/weights

An attribution counts as right where half or more of its content is in a gold content and the other way round (Jaccard of
characters at least .5). Prints the weights for `sayso.reading.attributions.scores`, and a table of promised against found shares.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from evals.corpora import DATA, rows_in
from evals.markup import parse_passages
from sayso.model import load
from sayso.reading.attributions.found import EVIDENCE, inside, outer

PENALTY = 1.0


def overlap(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> float:
    """Jaccard of the characters of two lists of spans."""
    left = {i for s, e in a for i in range(s, e)}
    right = {i for s, e in b for i in range(s, e)}
    return len(left & right) / max(len(left | right), 1)


def rows_of(tagger, text: str, gold: list[list[tuple[int, int]]], nested: bool):
    tagged = tagger.tag([text])[0]
    found = outer(tagged, tagger.folder)
    if nested:
        found += inside(found, tagged, tagger.folder)
    words = tagged.words
    for f in found:
        mine = [(int(words.start[s]), int(words.end[e - 1])) for s, e in f.contents]
        near = [g for g in gold if any(s < mine[-1][1] and e > mine[0][0] for s, e in g)]
        yield f.evidence, any(overlap(mine, g) >= 0.5 for g in near)


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression, the bias last, by Newton's method with a ridge penalty on all but the bias."""
    x = np.concatenate([x, np.ones((len(x), 1))], 1)
    ridge = np.diag([PENALTY] * (x.shape[1] - 1) + [1e-6])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - ridge @ w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, gradient)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    return w


def main() -> None:
    tagger = load(Path(sys.argv[1]))
    xs, ys = [], []
    for row in rows_in(DATA / "polnear" / "dev.jsonl.gz"):
        gold = [[(s, e) for s, e in a["content"]] for found in row["annotations"].values() for a in found]
        for x, y in rows_of(tagger, row["text"], gold, nested=False):
            xs.append(x)
            ys.append(y)
    if len(sys.argv) > 2:  # files of passages, whose nested attributions tell what being inside another is worth
        for path in sys.argv[2:]:
            for p in parse_passages(Path(path).read_text(encoding="utf-8")):
                gold = [list(a.content) for a in p.attributions]
                for x, y in rows_of(tagger, p.text, gold, nested=True):
                    xs.append(x)
                    ys.append(y)
    x, y = np.array(xs), np.array(ys, float)
    w = fit(x, y)
    p = 1 / (1 + np.exp(-(x @ w[:-1] + w[-1])))
    print(f"{len(y)} attributions, {y.mean():.3f} right")
    for name, value in zip((*EVIDENCE, "bias"), w, strict=True):
        print(f'    "{name}": {value:.4f},')
    for low in np.arange(0, 1, 0.1):
        band = (p >= low) & (p < low + 0.1)
        if band.any():
            print(
                f"  {low:.1f}–{low + 0.1:.1f}: {band.sum():5d}, promised {p[band].mean():.3f}, found {y[band].mean():.3f}"
            )
    for least in (0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = p >= least
        print(
            f"  from {least:.1f}: keeps {kept.mean():.3f}, precision {y[kept].mean():.3f}, "
            f"recall of the right {y[kept].sum() / y.sum():.3f}"
        )


if __name__ == "__main__":
    main()

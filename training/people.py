"""Fits the weights by which a pronoun or description chooses among the parties named before it.

    python -m training.people            # prints what src/sayso/reading/people/weights.py holds
    python -m training.people --folds 5  # speakers and coreference of train, each document read with weights of the others

A conditional logit (McFadden 1974) on GUM train's pronouns and definite descriptions: one choice each, of the candidates that
`floor.Floor` holds in mind or of nobody of them, with a quadratic penalty. Choices before are taken from the annotation.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import md5

import numpy as np
from numpy.typing import NDArray

from evals import gum, reader
from evals.people_gum import GumJudge, given, scene_of, show_gum, tagged_tokens
from sayso.reading import people
from sayso.reading.people import floor, resolve
from sayso.reading.people.find import staged
from sayso.reading.people.floor import FEATURES, Floor
from sayso.reading.people.mention import Mention, Party
from sayso.reading.tokens import Tokens

KINDS = ("he", "they", "it", "person")
"""The sets that are fitted; those of `weights.py` that are not are by hand, since GUM has next to no such choices."""
PENALTY = 3.0
"""Of 1, 2, 3, 4 and 8 by coreference and speakers of train, cross-validated (`--folds 5`), where 2 to 4 are alike."""
Choice = tuple[str, list[tuple[float, ...]], int]
"""Which weights, the candidates' features, and which is right (-1: nobody of them)."""


def choices(documents: Iterable[gum.GumDocument], tokens: Callable[[str], Tokens]) -> list[Choice]:
    """The choices that the text poses, in order."""
    out: list[Choice] = []
    for document in documents:
        scene = scene_of(document.text, [a for a, _ in given(document)], tokens)
        stage = staged(scene)
        t = scene.tokens
        by_head: dict[int, int] = {}
        for m in sorted(document.mentions, key=lambda m: m.first - m.last):
            by_head[document.words[m.head].start] = m.entity
        pairs = {(document.words[m.head].start, m.end): m.entity for m in document.mentions}

        def entity(
            m: Mention, t: Tokens = t, by_head: dict[int, int] = by_head, pairs: dict[tuple[int, int], int] = pairs
        ) -> int | None:
            if m.joined:  # two whom and joins have the first one's head
                return pairs.get((t.start[m.joined[0].head], t.end[m.last - 1]))
            return by_head.get(t.start[m.head])

        def watch(
            mind: Floor, m: Mention, kind: str, speaker: Party | None, barred: Party | None,
            entity: Callable[[Mention], int | None] = entity,
        ) -> Party | bool | None:  # fmt: skip
            found = [(p, last) for p, last in mind.candidates(m, kind) if p is not barred]
            mine = entity(m)
            fits = [i for i, (p, _) in enumerate(found) if mine is not None and mine in map(entity, p.mentions[-4:])]
            right = max(fits, key=lambda i: (bool(found[i][0].full), len(found[i][0].mentions), -i), default=-1)
            if found:
                rows = [mind.features(m, p, last, (rank, len(found)), speaker) for rank, (p, last) in enumerate(found)]
                out.append((kind, rows, right))
            return found[right][0] if right >= 0 else None

        stage.watch = watch
        resolve.put_together(stage)
    return out


def fit(rows: list[Choice], penalty: float = PENALTY, steps: int = 600) -> NDArray[np.float64]:
    """The weights of the greatest penalised likelihood, by Newton-like steps of Adam."""
    width = len(FEATURES)
    most = max(len(r[1]) for r in rows)
    x = np.zeros((len(rows), most + 1, width))
    mask = np.full((len(rows), most + 1), -1e9)
    gold = np.zeros(len(rows), int)
    for i, (_, candidates, right) in enumerate(rows):
        x[i, 1 : len(candidates) + 1] = candidates
        mask[i, : len(candidates) + 1] = 0
        gold[i] = right + 1
    weights = np.zeros(width)
    first, second = np.zeros(width), np.zeros(width)
    picked = x[np.arange(len(rows)), gold]
    for step in range(1, steps + 1):
        scores = x @ weights + mask
        scores -= scores.max(1, keepdims=True)
        chance = np.exp(scores)
        chance /= chance.sum(1, keepdims=True)
        slope = np.einsum("ij,ijk->k", chance, x) - picked.sum(0) + penalty * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
    return weights


def right(rows: list[Choice], weights: NDArray[np.float64]) -> float:
    """Share of the choices made as annotated."""
    hit = 0
    for _, candidates, gold in rows:
        scores = np.concatenate([[0.0], np.array(candidates) @ weights])
        hit += int(scores.argmax()) == gold + 1
    return hit / len(rows)


def report(train: list[Choice], dev: list[Choice]) -> str:
    """The weights as Python, with a comment on each set."""
    lines = []
    for kind in KINDS:
        mine, others = [r for r in train if r[0] == kind], [r for r in dev if r[0] == kind]
        weights = fit(mine)
        told = f"{len(mine)} choices, {100 * right(mine, weights):.1f} % as annotated"
        if others:
            told += f"; dev: {len(others)}, {100 * right(others, weights):.1f} %"
        numbers = "\n".join(
            f'        "{name}": {w:.2f},' for name, w in zip(FEATURES, weights, strict=True) if abs(w) >= 0.005
        )
        lines.append(f'    "{kind}": {{  # {told}\n{numbers}\n    }},')
    return "\n".join(lines)


def crossed(documents: Sequence[gum.GumDocument], tokens: Callable[[str], Tokens], folds: int) -> GumJudge:
    """What is found in the documents, each read with weights that were fitted on the other folds."""
    judge = GumJudge()
    made = [
        (int(md5(d.id.encode(), usedforsecurity=False).hexdigest(), 16) % folds, d, choices([d], tokens))
        for d in documents
    ]
    for fold in range(folds):
        for kind in KINDS:
            mine = [c for other, _, cs in made for c in cs if c[0] == kind and other != fold]
            floor.TABLE[kind] = tuple(fit(mine).tolist())
        for other, document, _ in made:
            if other == fold:
                attributions = given(document)
                judge.add(
                    document, people.find(scene_of(document.text, [a for a, _ in attributions], tokens)), attributions
                )
    return judge


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.people", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--folds", type=int, default=0, metavar="N", help="cross-validate on train in N folds instead")
    asked = parser.parse_args(arguments)
    tokens = lru_cache(maxsize=None)(tagged_tokens(reader.tagger()))
    if asked.folds:
        print(show_gum(crossed(list(gum.documents("train")), tokens, asked.folds), "train, cross-validated"))
        return 0
    print(report(choices(gum.documents("train"), tokens), choices(gum.documents("dev"), tokens)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

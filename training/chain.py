"""Fits the weights by which an attribution chooses where it was said (`src/sayso/reading/chain/weights.py`).

    python -m training.chain            # cross-validated figures, by article in 13 parts; then what weights.py holds

One logistic fit (L2) over pairs of an attribution and an occasion of its article, on all annotated chains that are spent:
`evals/whole_gold.jsonl`, `chain_gold.jsonl`, `chain_train.jsonl`. A pair is right where its outlet is a hop of the annotated
chain, or, in a chain without outlets, where its place is the annotated venue. What the speaker's attribution before was given is
taken from the annotation in fitting, and from the choice before in use.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals import chain as scoring
from evals import reader
from evals.corpora import Text, have, rows_in
from sayso.article import article_from_text
from sayso.reading import people
from sayso.reading.chain.choose import Fit, Pair, before, turns_of
from sayso.reading.chain.outcomes import Outcome
from sayso.reading.chain.trace import staged, trace
from sayso.reading.read import scenes
from sayso.reading.scene import Scene
from sayso.records import Chain, Reading

FILES = (scoring.GOLD, scoring.FRESH, scoring.TRAIN)
PENALTY = 20.0
"""Of 5, 10, 20 and 40 alike from 10 on; the strongest that costs no recall."""
SEEN = 8
"""Signs seen of fewer pairs are left out."""
PARTS = 13
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Item:
    """An annotated article with its reading, and for each attribution with pairs their signs and which of them are right."""

    row: dict[str, Any]
    text: Text
    reading: Reading
    scene: Scene
    cast: people.Cast
    groups: list[tuple[list[list[str]], list[bool]]]


def items(rows: Sequence[dict[str, Any]]) -> list[Item]:
    """The articles of the rows, read and staged."""
    texts = scoring.texts_of({row["id"] for row in rows})
    out = []
    for row in rows:
        text = texts[row["id"]]
        [reading] = reader.readings([text])
        article = article_from_text(text.text, reader.given(text), force=True)
        [scene] = scenes([article], reader.tagger())
        cast = people.find(scene)
        item = Item(row, text, reading, scene, cast, [])
        item.groups.extend(_groups(item))
        out.append(item)
    return out


def _groups(item: Item) -> list[tuple[list[list[str]], list[bool]]]:
    if not item.scene.attributions:
        return []
    back = reader.offsets(item.text.text, item.reading.article.text)
    gold = {}
    for each in item.row["attributions"]:
        found = scoring.paired(each, item.reading, back) if each["ok"] else None
        if found is not None:
            gold[found.id] = each
    stage = staged(item.scene, item.cast)
    latest: dict[str, tuple[Outcome, ...]] = {}
    out = []
    for turn in turns_of(stage):
        name = stage.own.frames[turn.saying.number].found.id
        if turn.told is not None:
            latest[turn.saying.key] = (turn.told,)
        elif name in gold:
            right = labels(gold[name], item.text.text, turn.pairs)
            if turn.pairs:
                out.append(([[*pair.seen, before(pair, latest)] for pair in turn.pairs], right))
            latest[turn.saying.key] = tuple(
                pair.occasion.outcome for pair, is_right in zip(turn.pairs, right, strict=True) if is_right
            )
    return out


def labels(gold: dict[str, Any], text: str, pairs: Sequence[Pair]) -> list[bool]:
    """Which pairs are right: by the outlet where the chain has one, else by the place."""
    wanted = [s for s in scoring.steps_of(gold["hops"], text)[1:] if scoring.CLASSES[s.kind] in ("outlet", "relay")]
    place = gold["venue"]
    venue = text[place[0] : place[1]] if isinstance(place, list) else place
    by_hop, by_place = [], []
    for pair in pairs:
        each = pair.occasion
        hops = [*([each.hop] if each.hop is not None else []), *each.relays]
        made = [scoring.Step(str(hop.kind), hop.actor, True) for hop in hops]
        by_hop.append(bool(made) and all(any(scoring.same_hop(g, m, False) for g in wanted) for m in made))
        here = None if each.venue is None else each.venue.name
        by_place.append(not made and venue is not None and here is not None and scoring.same_venue(venue, here))
    return by_hop if any(by_hop) or wanted else by_place


def matrix(given: Sequence[Item], names: Sequence[str]) -> tuple[Array, Array]:
    """The signs of all pairs as rows, and which are right."""
    place = {name: i for i, name in enumerate(names)}
    pairs = [(signs, right) for item in given for group in item.groups for signs, right in zip(*group, strict=True)]
    x, y = np.zeros((len(pairs), len(names))), np.zeros(len(pairs))
    for i, (signs, right) in enumerate(pairs):
        y[i] = right
        for name in signs:
            if name in place:
                x[i, place[name]] += 1
    return x, y


def fit(x: Array, y: Array, penalty: float = PENALTY) -> tuple[Array, float]:
    """The weights and the constant of greatest penalised likelihood, by Newton's method."""
    x = np.hstack([x, np.ones((len(x), 1))])
    ridge = np.diag([*[penalty] * (x.shape[1] - 1), 1e-3])
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        curve = (x * np.maximum(chance * (1 - chance), 1e-6)[:, None]).T @ x + ridge
        step = np.linalg.solve(curve, x.T @ (chance - y) + ridge @ weights)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights[:-1], float(weights[-1])


def names_of(given: Sequence[Item]) -> list[str]:
    """The signs that are seen often enough, by name."""
    counts = Counter(name for item in given for signs, _ in item.groups for each in signs for name in set(each))
    return sorted(name for name, count in counts.items() if count >= SEEN)


def fitted(given: Sequence[Item]) -> Fit:
    """The fit on these articles."""
    names = names_of(given)
    weights, constant = fit(*matrix(given, names))
    return Fit(dict(zip(names, weights.tolist(), strict=True)), constant)


def tally(item: Item, by: Fit | None, out: scoring.Tallies) -> None:
    """Count one article's chains, traced by a fit."""
    routes = trace(item.scene, item.cast, by).routes
    found = tuple(replace(a, venue=routes[a.id].venue) for a in item.reading.attributions)
    chains = tuple(Chain(name, route.hops) for name, route in routes.items())
    scoring.compare(item.row, item.text, replace(item.reading, attributions=found, chains=chains), out)


def show(title: str, counts: Counter[str]) -> str:
    """One line of figures."""
    told = scoring.figures(counts)
    passed = told["passed on"]
    every, venue = told["all"], (told["venue precision"], told["venue recall"])
    return (
        f"{title}: whole {told['whole']}, longer {told['longer whole']}, hops {every['precision']} / {every['recall']}, "
        f"passed on {passed['precision']} / {passed['recall']}, venue {venue[0]} / {venue[1]}"
    )


def main() -> int:
    if not have("coverage"):
        print("coverage/ is not here", file=sys.stderr)
        return 0
    given = items([row for path in FILES for row in rows_in(path)])
    rng = np.random.default_rng(3)
    part = rng.permutation(len(given)) % PARTS
    never, chosen = scoring.Tallies(), scoring.Tallies()
    for number in range(PARTS):
        by = fitted([item for item, of in zip(given, part, strict=True) if of != number])
        for item, of in zip(given, part, strict=True):
            if of == number:
                tally(item, Fit(hop=2.0, place=2.0, drop=-1.0), never)
                tally(item, by, chosen)
    print(show("rules alone", never.counts), file=sys.stderr)
    print(show(f"chosen, {PARTS} parts by article", chosen.counts), file=sys.stderr)
    every = fitted(given)
    right = sum(any(right) for item in given for _, right in item.groups)
    count = sum(len(item.groups) for item in given)
    print(f"# {len(given)} articles, {count} attributions with pairs, {right} with a right one")
    print(f"CONSTANT = {every.constant:.2f}\nWEIGHTS: dict[str, float] = {{")
    for name, weight in sorted(every.weights.items()):
        if abs(weight) >= 0.005:
            print(f'    "{name}": {weight:.2f},')
    print("}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Which source and which content go with which cue: a score for each pair, from learned vectors and where the two stand.

A cue chooses at most one source, a content at most one cue; choosing nothing is one of the choices.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

REACH = 2
"""A span and its cue stand at most this many paragraphs apart."""
_ORDER, _GAP, _PARAGRAPH = 8, 12, 6
BIASES = _ORDER + _GAP + _PARAGRAPH
"""Number of learned biases: rank of the cue among cues as seen from the span, words between, paragraphs between."""
_STEPS = np.array([1, 3, 6, 12, 25])


def pair_features(spans: Ints, cues: Ints, paragraph: NDArray[np.int32] | Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """For each (span, cue): the three biases that apply (indices, last axis), and whether the pair is within reach.

    `spans` and `cues` are rows (first word, last word + 1) in order; `paragraph` is the number of each word's paragraph.
    """
    after = cues[None, :, 0] >= spans[:, 1:2]
    words_between = np.where(after, cues[None, :, 0] - spans[:, 1:2], spans[:, 0:1] - cues[None, :, 1])
    gap = np.searchsorted(_STEPS, np.maximum(words_between, 0), side="right") + 6 * after
    following = np.searchsorted(cues[:, 0], spans[:, 1])[:, None]  # index of the first cue after the span
    index = np.arange(len(cues))[None, :]
    rank = np.where(
        after, 4 + np.minimum(index - following, 3), 3 - np.minimum(np.maximum(following - 1 - index, 0), 3)
    )
    apart = paragraph[cues[:, 0]][None, :] - paragraph[spans[:, 0]][:, None]
    step = np.where(apart == 0, 0, np.where(apart == -1, 1, np.where(apart == 1, 2, np.where(apart < 0, 3, 4))))
    return np.stack([rank, _ORDER + gap, _ORDER + _GAP + step], -1), np.abs(apart) <= REACH


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """What linking learned, besides the vectors that the encoder gives each word."""

    source_bias: Floats
    content_bias: Floats
    nothing: Floats
    """Row 0: the key of *no source*, row 1: the key of *no cue*."""
    nothing_bias: Floats


def span_vectors(vectors: Floats, spans: Ints) -> Floats:
    """A span's vector is the sum of those of its first and last word."""
    made: Floats = vectors[spans[:, 0]] + vectors[spans[:, 1] - 1]
    return made


@dataclass(frozen=True, slots=True)
class Choices:
    """What each of a list of spans chose among another list: `best` (an index; the length of that list means none), its
    probability in `chance`, and in `others` what else was likelier than one in twenty."""

    best: Ints
    chance: Floats
    others: list[list[tuple[int, float]]]


def link(
    sources: Ints, cues: Ints, contents: Ints, vectors: Floats, paragraph: NDArray[np.int32], weights: LinkWeights
) -> tuple[Choices, Choices]:
    """For each cue its source, and for each content its cue. `vectors` has four equal parts for each word: source key,
    content query, cue query for its source, cue key for its contents. Time and memory grow linearly with the spans."""
    width = vectors.shape[1] // 4

    def of(part: int, spans: Ints) -> Floats:
        return span_vectors(vectors[:, part * width : (part + 1) * width], spans)

    def source_pairs(block: slice, near: slice) -> tuple[Floats, NDArray[np.bool_]]:
        features, ok = pair_features(sources[near], cues[block], paragraph)
        bias: Floats = weights.source_bias[features].sum(-1)
        return bias.T, ok.T

    def content_pairs(block: slice, near: slice) -> tuple[Floats, NDArray[np.bool_]]:
        features, ok = pair_features(contents[block], cues[near], paragraph)
        return weights.content_bias[features].sum(-1), ok

    nothing = [(weights.nothing[i], float(weights.nothing_bias[i])) for i in range(2)]
    return (
        _choose(cues, of(2, cues), sources, of(0, sources), source_pairs, *nothing[0]),
        _choose(contents, of(1, contents), cues, of(3, cues), content_pairs, *nothing[1]),
    )


_BLOCK, _NEAR = 128, 64
"""Spans that choose at once, and how many keys before the first and after the last of them they choose from."""


def _choose(
    spans: Ints,
    queries: Floats,
    key_spans: Ints,
    keys: Floats,
    pairs: Callable[[slice, slice], tuple[Floats, NDArray[np.bool_]]],
    nothing: Floats,
    nothing_bias: float,
) -> Choices:
    best = np.full(len(spans), len(key_spans), np.int64)
    chance = np.zeros(len(spans), np.float32)
    others: list[list[tuple[int, float]]] = []
    scale = queries.shape[1] ** -0.5
    for low in range(0, len(spans), _BLOCK):
        block = slice(low, min(low + _BLOCK, len(spans)))
        first = max(0, int(np.searchsorted(key_spans[:, 0], spans[low, 0])) - _NEAR)
        last = int(np.searchsorted(key_spans[:, 0], spans[block.stop - 1, 1])) + _NEAR
        near = slice(first, min(last, len(key_spans)))
        none = (queries[block] @ nothing * scale + nothing_bias)[:, None]
        if near.stop > near.start:
            bias, ok = pairs(block, near)
            scores = np.where(ok, queries[block] @ keys[near].T * scale + bias, np.float32(-1e4))
            none = np.concatenate([scores, none], 1)
        none -= none.max(1, keepdims=True)
        made = np.exp(none)
        made /= made.sum(1, keepdims=True)
        count = made.shape[1] - 1
        top = made.argmax(1)
        chance[block] = made[np.arange(len(made)), top]
        best[block] = np.where(top == count, len(key_spans), top + first)
        for row, chosen in zip(made, top.tolist(), strict=True):
            likely = np.flatnonzero(row > 0.05).tolist()
            others.append([(i + first if i < count else len(key_spans), float(row[i])) for i in likely if i != chosen])
    return Choices(best, chance, others)

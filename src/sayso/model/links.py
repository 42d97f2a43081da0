"""Which source and which content go with which cue: a score for each pair, from learned vectors and where the two stand.

A cue chooses at most one source, a content at most one cue; choosing nothing is one of the choices.
"""

from __future__ import annotations

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


def pair_features(spans: Ints, cues: Ints, paragraph: Ints) -> tuple[Ints, NDArray[np.bool_]]:
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


def choices(
    queries: Floats, keys: Floats, biases: Floats, ok: NDArray[np.bool_], nothing: Floats, nothing_bias: float
) -> Floats:
    """Probabilities over the keys and, in the last column, over choosing none; rows are queries."""
    scale = queries.shape[1] ** -0.5
    scores = np.where(ok, queries @ keys.T * scale + biases, -1e4)
    none = (queries @ nothing * scale + nothing_bias)[:, None]
    logits = np.concatenate([scores, none], 1)
    logits -= logits.max(1, keepdims=True)
    made: Floats = np.exp(logits)
    made /= made.sum(1, keepdims=True)
    return made


def link(
    sources: Ints, cues: Ints, contents: Ints, vectors: Floats, paragraph: Ints, weights: LinkWeights
) -> tuple[Floats, Floats]:
    """(cue, source + none) and (content, cue + none) probabilities. `vectors` has four equal parts for each word:
    source key, content query, cue query for its source, cue key for its contents."""
    width = vectors.shape[1] // 4
    cue_vectors = span_vectors(vectors, cues)
    source_keys = span_vectors(vectors[:, :width], sources)
    content_queries = span_vectors(vectors[:, width : 2 * width], contents)
    features, ok = pair_features(sources, cues, paragraph)
    bias = weights.source_bias[features].sum(-1)
    chosen_source = choices(
        cue_vectors[:, 2 * width : 3 * width],
        source_keys,
        bias.T,
        ok.T,
        weights.nothing[0],
        float(weights.nothing_bias[0]),
    )
    features, ok = pair_features(contents, cues, paragraph)
    bias = weights.content_bias[features].sum(-1)
    chosen_cue = choices(
        content_queries, cue_vectors[:, 3 * width :], bias, ok, weights.nothing[1], float(weights.nothing_bias[1])
    )
    return chosen_source, chosen_cue

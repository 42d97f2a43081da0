"""Windows of examples, and batches of windows as tensors."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass

import numpy as np
import torch

from sayso.model.windows import LENGTH, Window, _cut
from sayso.model.words import Vocabulary
from training.data import NONE, Example


@dataclass(slots=True)
class Piece:
    """A window of an example."""

    example: Example
    window: Window


def random_windows(example: Example, rng: random.Random) -> list[Piece]:
    """Windows of whole paragraphs that cover the example once, of random lengths."""
    words = example.words
    if not len(words):
        return []
    opens = [*np.flatnonzero(np.diff(words.paragraph, prepend=-1)).tolist(), len(words)]
    out: list[Window] = []
    at, length = 0, rng.randint(60, LENGTH)
    while at < len(opens) - 1:
        if words.first[opens[at + 1]] - words.first[opens[at]] > length:
            if words.first[opens[at + 1]] - words.first[opens[at]] > LENGTH:
                out += _cut(words.first, opens[at], opens[at + 1], LENGTH, 0)
                at += 1
                continue
            length = LENGTH
        end = at + 1
        while end < len(opens) - 1 and words.first[opens[end + 1]] - words.first[opens[at]] <= length:
            end += 1
        out.append(Window(opens[at], opens[end]))
        at, length = end, rng.randint(200, LENGTH)
    return [Piece(example, w) for w in out]


def mend_edges(labels: np.ndarray) -> np.ndarray:
    """Labels cut at a window's edge, made whole again: what begins inside a span begins it, what ends inside one ends it."""
    labels = labels.copy()
    if labels[0]:
        role, place = divmod(int(labels[0]) - 1, 4)
        labels[0] = 1 + 4 * role + {1: 0, 2: 3}.get(place, place)
    if labels[-1]:
        role, place = divmod(int(labels[-1]) - 1, 4)
        labels[-1] = 1 + 4 * role + {0: 3, 1: 2}.get(place, place)
    return labels


def _links(attributions, a: int, b: int):
    """Spans of a layer that lie in words a..b, relative to a, and which belong together."""
    sources, cues, contents = set(), set(), set()
    for source, cue, content in attributions:
        if cue and a <= cue[0] and cue[1] <= b:
            cues.add(cue)
        if source and a <= source[0] and source[1] <= b:
            sources.add(source)
        contents.update(c for c in content if a <= c[0] and c[1] <= b)
    sources, cues, contents = (sorted(x) for x in (sources, cues, contents))
    cue_source, content_cue = {}, {}
    for source, cue, content in attributions:
        if cue in cues:
            cue_source[cues.index(cue)] = sources.index(source) if source in sources else len(sources)
        for c in content:
            if c in contents:
                content_cue[contents.index(c)] = cues.index(cue) if cue in cues else len(cues)

    def array(x):
        return np.array(x, np.int64).reshape(-1, 2) - a

    return (
        array(sources),
        array(cues),
        array(contents),
        np.array([cue_source[i] for i in range(len(cues))], np.int64),
        np.array([content_cue[i] for i in range(len(contents))], np.int64),
    )


def collate(batch: list[Piece], vocabulary: Vocabulary, rng: random.Random, train: bool = True) -> dict:
    """Tensors of a batch; with `train`, features are now and then blanked so that no one of them is leant on alone."""
    n = len(batch)
    t = max(int(p.example.words.first[p.window.end] - p.example.words.first[p.window.start]) for p in batch) + 2
    w = max(p.window.end - p.window.start for p in batch)
    pieces = np.full((n, t), vocabulary.padding, np.int64)
    features = np.zeros((n, t, 4), np.int64)
    live = np.zeros((n, t), np.float32)
    first = np.zeros((n, w), np.int64)
    tags = {k: np.full((n, w), NONE, np.int64) for k in ("pos", "ner", "relation", "head")}
    sequences: list[tuple[int, int, int]] = []
    labels: list[np.ndarray] = []
    inner: list[np.ndarray | None] = []
    link_sets = []
    for row, p in enumerate(batch):
        e, (a, b) = p.example, (p.window.start, p.window.end)
        ws = e.words
        lo, hi = int(ws.first[a]), int(ws.first[b])
        k = hi - lo
        pieces[row, 0], pieces[row, k + 1] = vocabulary.start, vocabulary.stop
        pieces[row, 1 : k + 1] = ws.pieces[lo:hi]
        f = np.repeat(ws.features[a:b], np.diff(ws.first[a : b + 1]), axis=0).astype(np.int64)
        if train:
            if rng.random() < 0.05:
                f[:, 0] = 0
            if rng.random() < 0.03:
                f[:, 1] = f[:, 3] = 0
        features[row, 1 : k + 1] = f
        live[row, : k + 2] = 1
        first[row, : b - a] = ws.first[a:b] - lo + 1
        for name in ("pos", "ner", "relation"):
            tags[name][row, : b - a] = getattr(e, name)[a:b]
        head = e.head[a:b] - a
        tags["head"][row, : b - a] = np.where((e.head[a:b] >= a) & (e.head[a:b] < b), head, NONE)
        cuts = [0, *(np.flatnonzero(np.diff(ws.paragraph[a:b])) + 1).tolist(), b - a]
        for s, f_ in itertools.pairwise(cuts):
            sequences.append((row, s, f_))
            labels.append(mend_edges(e.labels[a + s : a + f_]))
            inner.append(None if e.inner is None else mend_edges(e.inner[a + s : a + f_]))
        link_sets.append((row, ws.paragraph[a:b], _links(e.attributions, a, b)))
        if e.inner_attributions:
            link_sets.append((row, ws.paragraph[a:b], _links(e.inner_attributions, a, b)))
    longest = max(f_ - s for _, s, f_ in sequences)
    index = np.zeros((len(sequences), longest), np.int64)
    alive = np.zeros((len(sequences), longest), bool)
    outer_labels = np.zeros((len(sequences), longest), np.int64)
    inner_labels = np.zeros((len(sequences), longest), np.int64)
    for i, (row, s, f_) in enumerate(sequences):
        index[i, : f_ - s] = row * w + np.arange(s, f_)
        alive[i, : f_ - s] = True
        outer_labels[i, : f_ - s] = labels[i]
        if inner[i] is not None:
            inner_labels[i, : f_ - s] = inner[i]
    known = np.array([x is not None for x in inner])
    tensors = {
        "pieces": pieces,
        "features": features,
        "live": live,
        "first": first,
        "index": index,
        "alive": alive,
        "labels": outer_labels,
        "inner": inner_labels,
        "inner_known": known,
        **tags,
    }
    return {k: torch.from_numpy(v) for k, v in tensors.items()} | {"links": link_sets}

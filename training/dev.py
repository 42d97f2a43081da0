"""Quick dev scores of a checkpoint: exact spans by role, and whole relations with links.

python -m training.dev training/runs/a/average.pt
"""

from __future__ import annotations

import json
import random
import sys

import numpy as np
import torch

from sayso.model import crf, links
from sayso.model.windows import Window, plan
from sayso.model.words import Vocabulary
from training.batches import Piece, collate
from training.data import Example, polnear
from training.network import LINK, Tagger, vocabulary_path

_cache: list[Example] = []


def word_states(model: Tagger, example: Example, vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray]:
    """Emissions and link vectors of each word; where windows overlap, their mean."""
    count = len(example.words)
    emit = np.zeros((count, 2 * crf.LABELS), np.float32)
    link = np.zeros((count, 4 * LINK), np.float32)
    times = np.zeros((count, 1), np.float32)
    windows: list[Window] = plan(example.words)
    for i in range(0, len(windows), 8):
        part = windows[i : i + 8]
        b = collate([Piece(example, w) for w in part], vocabulary, random.Random(0), train=False)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            h = model.states(b["pieces"], b["features"], b["live"], b["first"])
        with torch.no_grad():
            e, v = model.tag(h.float()).numpy(), model.link(h.float()).numpy()
        for row, w in enumerate(part):
            n = w.end - w.start
            emit[w.start : w.end] += e[row, :n]
            link[w.start : w.end] += v[row, :n]
            times[w.start : w.end] += 1
    return emit / times, link / times


def transitions(model: Tagger, layer: int = 0) -> crf.Transitions:
    return crf.Transitions(*(x.detach().numpy() for x in model.crf[layer].scores()))


def link_weights(model: Tagger) -> links.LinkWeights:
    return links.LinkWeights(
        *(x.detach().numpy() for x in (model.source_bias, model.content_bias, model.nothing, model.nothing_bias))
    )


def relations(spans, vectors, paragraph, weights):
    """Attributions as (source, cue, contents): each cue with what is linked to it."""
    by_role = [np.array([(s, e) for r, s, e in spans if r == role], np.int64).reshape(-1, 2) for role in range(3)]
    sources, cues, contents = by_role
    if not len(cues):
        return []
    chosen_source, chosen_cue = links.link(sources, cues, contents, vectors, paragraph, weights)
    out = []
    for c in range(len(cues)):
        s = int(chosen_source.best[c])
        mine = [tuple(map(int, contents[i])) for i in range(len(contents)) if int(chosen_cue.best[i]) == c]
        out.append((tuple(map(int, sources[s])) if s < len(sources) else None, tuple(map(int, cues[c])), tuple(mine)))
    return out


def scores(model: Tagger, vocabulary: Vocabulary) -> dict[str, float]:
    """F1 in per cent of exact spans by role (set of spans of each copy) and of whole relations."""
    if not _cache:
        from training.data import Tagset

        _cache.extend(polnear("dev", vocabulary, {k: Tagset() for k in ("pos", "ner", "relation")}))
    model.eval()
    chain, weights = transitions(model), link_weights(model)
    hit, made, gold = np.zeros(4), np.zeros(4), np.zeros(4)
    seen: dict[str, tuple] = {}
    for e in _cache:
        key = e.name.split("/")[0]
        if key not in seen:
            emit, link = word_states(model, e, vocabulary)
            lengths = np.bincount(e.words.paragraph).astype(np.int64)
            labels = crf.viterbi(np.ascontiguousarray(emit[:, : crf.LABELS]), lengths, chain)
            spans = crf.label_spans(labels, lengths)
            seen[key] = (spans, relations(spans, link, e.words.paragraph.astype(np.int64), weights))
        spans, found = seen[key]
        for role, name in enumerate(("source", "cue", "content")):
            mine = {(s, t) for r, s, t in spans if r == role}
            theirs = {
                x
                for s, c, k in e.attributions
                for x in {"source": [s], "cue": [c], "content": k}[name]
                if x is not None
            }
            hit[role] += len(mine & theirs)
            made[role] += len(mine)
            gold[role] += len(theirs)
        mine = {r for r in found if r[2]}
        theirs = {(s, c, tuple(sorted(k))) for s, c, k in e.attributions}
        hit[3] += len(mine & theirs)
        made[3] += len(mine)
        gold[3] += len(theirs)
    f = 200 * hit / np.maximum(made + gold, 1)
    names = ("source", "cue", "content", "relation")
    return {n: round(float(x), 2) for n, x in zip(names, f, strict=True)} | {
        f"{n}_precision": round(float(100 * h / m), 1) for n, h, m in zip(names, hit, made, strict=True) if m
    }


if __name__ == "__main__":
    vocab = Vocabulary.load(vocabulary_path())
    net = Tagger()
    net.load_state_dict(torch.load(sys.argv[1]))
    print(json.dumps(scores(net, vocab)))

"""Teach linking that a cue or a source may not have been found: train the link head again on frozen states, some spans hidden.

    python -m training.relink training/runs/a/average.pt training/runs/a/relinked.pt

In PolNeAR every content has a cue, so a content whose cue the tagger missed was tied to a stranger's. Here cues and sources
are hidden at random, and what belonged to them must choose nothing.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import torch

from sayso.model.words import Vocabulary
from training.batches import collate, random_windows
from training.data import Tagset, passages, polnear
from training.network import Tagger, vocabulary_path
from training.train import link_loss


def hide(sets, rng: random.Random, cues_hidden: float, sources_hidden: float):
    """The same window with some cues and sources left out; what chose them chooses nothing."""
    sources, cues, contents, cue_source, content_cue = sets
    keep_cue = np.array([rng.random() >= cues_hidden for _ in range(len(cues))], bool)
    keep_source = np.array([rng.random() >= sources_hidden for _ in range(len(sources))], bool)

    def moved(choice: np.ndarray, keep: np.ndarray) -> np.ndarray:
        place = np.append(np.where(keep, np.cumsum(keep) - 1, keep.sum()), keep.sum())
        return place[choice]

    return (
        sources[keep_source],
        cues[keep_cue],
        contents,
        moved(cue_source, keep_source)[keep_cue],
        moved(content_cue, keep_cue),
    )


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--cues-hidden", type=float, default=0.15)
    p.add_argument("--sources-hidden", type=float, default=0.08)
    p.add_argument("--rate", type=float, default=1e-3)
    a = p.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(2)
    rng = random.Random(2)
    vocabulary = Vocabulary.load(vocabulary_path())
    examples = polnear("train", vocabulary, {k: Tagset() for k in ("pos", "ner", "relation")}) + passages(vocabulary)
    model = Tagger()
    model.load_state_dict(torch.load(a.checkpoint))
    model.eval()
    pieces = [w for e in examples for w in random_windows(e, rng)]
    pieces.sort(key=lambda q: q.window.end - q.window.start)
    cached = []
    with torch.no_grad():
        for i in range(0, len(pieces), 8):
            b = collate(pieces[i : i + 8], vocabulary, rng, train=False)
            if not b["links"]:
                continue
            with torch.autocast("cpu", torch.bfloat16):
                h = model.states(b["pieces"], b["features"], b["live"], b["first"])
            cached.append((h.to(torch.bfloat16), b["links"]))
    print(f"{len(pieces)} windows cached", flush=True)
    parts = [*model.link.parameters(), model.source_bias, model.content_bias, model.nothing, model.nothing_bias]
    optimizer = torch.optim.AdamW(parts, lr=a.rate, weight_decay=0.01)
    steps = a.epochs * len(cached)
    done = 0
    for epoch in range(a.epochs):
        rng.shuffle(cached)
        total = 0.0
        for h, sets in cached:
            hidden = [(row, par, hide(s, rng, a.cues_hidden, a.sources_hidden)) for row, par, s in sets]
            for g in optimizer.param_groups:
                g["lr"] = a.rate * (1 - done / steps)
            loss = link_loss(model, model.link(torch.nn.functional.dropout(h.float(), 0.1)), hidden)
            done += 1
            if not loss.requires_grad:
                continue
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: {total / len(cached):.4f}", flush=True)
    torch.save(model.state_dict(), a.out)


if __name__ == "__main__":
    main()

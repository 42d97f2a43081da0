"""Train the three small heads (tags, names, sorts of things) on the released encoder's frozen states, and put them in the model.

    python -m training.heads src/sayso/model/weights          # 440 s on one core, two minutes of it states
    python -m training.heads src/sayso/model/weights --score  # only the dev figures, of the folder as it is, through the tagger

Trained on PolNeAR train (CoreNLP's automatic layer: tags and names) and GUM train (gold: all three, each word counting as
often as `GOLD` says). The encoder and everything else of the folder stay as they are. The states are kept in
`training/runs/heads` (2 GB), and made again where a file is missing there.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from sayso.model.folder import ModelFolder
from sayso.model.heads import LABELS, NAMES, SORTS, STATES, TAGS
from sayso.model.tagger import load
from sayso.model.words import encode
from training.export import describe, write_heads
from training.heads_data import Document, gum, polnear
from training.heads_labels import NONE, Labels, demonyms, labels
from training.states import frozen, with_states

RUNS = Path(__file__).resolve().parent / "runs" / "heads"
SIZES = (len(TAGS), len(NAMES), len(SORTS))
NARROW, HIDDEN = 128, 256
EPOCHS, BATCH, RATE, DROP = 4, 1024, 2e-3, 0.2
GOLD = 4
"""How many times a word of GUM counts in the loss of tags and names: twice as often, twice as much."""


class Net(nn.Module):
    """The heads as `sayso.model.heads.Heads` runs them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.project = nn.Linear(width, NARROW, bias=False)
        self.mix = nn.Linear(3 * NARROW, HIDDEN)
        self.out = nn.Linear(HIDDEN + width, LABELS)
        self.drop = nn.Dropout(DROP)

    def forward(self, before: torch.Tensor, x: torch.Tensor, after: torch.Tensor) -> torch.Tensor:
        before, x, after = self.drop(before), self.drop(x), self.drop(after)
        around = torch.cat([self.project(before), self.project(x), self.project(after)], -1)
        return self.out(torch.cat([self.drop(F.relu(self.mix(around))), x], -1))

    def arrays(self) -> dict[str, np.ndarray]:
        made = {
            "project": self.project.weight.T,
            "mix": self.mix.weight.T,
            "mix_bias": self.mix.bias,
            "out": self.out.weight.T,
            "out_bias": self.out.bias,
        }
        return {key: value.detach().numpy().astype(np.float16) for key, value in made.items()}


@dataclass(slots=True)
class Rows:
    """States and labels of the words of every window of a corpus; `states` ends with a row of zeros, which stands beside the
    first and last word of each window."""

    states: np.ndarray
    before: np.ndarray
    after: np.ndarray
    gold: tuple[np.ndarray, np.ndarray, np.ndarray]
    weight: float


def rows(name: str, documents: list[Document], labelled: list[Labels], folder: Path, weight: float) -> Rows:
    """The corpus with its states, from the cache or made now."""
    at, where = RUNS / f"{name}.npy", RUNS / f"{name}.windows.npy"
    if not (at.exists() and where.exists()):
        RUNS.mkdir(parents=True, exist_ok=True)
        parts, windows = [], []
        for i, (_, planned, made) in enumerate(frozen([d.text for d in documents], STATES, folder)):
            windows += [(i, w.start, w.end) for w in planned]
            parts += made
        np.save(at, np.concatenate([*parts, np.zeros((1, parts[0].shape[1]), np.float16)]))
        np.save(where, np.array(windows))
    states, windows = np.load(at), np.load(where)
    count = len(states) - 1
    ends = np.cumsum(windows[:, 2] - windows[:, 1])
    before, after = np.arange(count) - 1, np.arange(count) + 1
    before[np.concatenate([[0], ends[:-1]])] = count
    after[ends - 1] = count
    gold = tuple(
        np.concatenate([getattr(labelled[i], part)[a:b] for i, a, b in windows]) for part in ("pos", "name", "entity")
    )
    return Rows(states, before, after, gold, weight)


def train(corpora: list[Rows]) -> Net:
    """Cross-entropy of the three labels of each word, where known; the rate falls to nothing in a straight line."""
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    net = Net(corpora[0].states.shape[1])
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    sizes = [len(c.before) for c in corpora]
    total = EPOCHS * sum(-(-n // BATCH) * (2 if c.weight > 1 else 1) for n, c in zip(sizes, corpora, strict=True))
    step = 0
    for _ in range(EPOCHS):
        batches = []
        for corpus, n in zip(corpora, sizes, strict=True):
            for _ in range(2 if corpus.weight > 1 else 1):
                order = rng.permutation(n)
                batches += [(corpus, order[i : i + BATCH]) for i in range(0, n, BATCH)]
        for k in rng.permutation(len(batches)):
            corpus, of = batches[k]
            for group in optimiser.param_groups:
                group["lr"] = RATE * (1 - step / total)
            step += 1
            x = [
                torch.from_numpy(corpus.states[i].astype(np.float32)) for i in (corpus.before[of], of, corpus.after[of])
            ]
            loss = torch.zeros(())
            for head, (made, gold) in enumerate(zip(net(*x).split(SIZES, -1), corpus.gold, strict=True)):
                told = torch.from_numpy(gold[of])
                if (told != NONE).any():
                    each = F.cross_entropy(made, told, ignore_index=NONE)
                    loss = loss + each * (1 if head == 2 else max(1.0, corpus.weight / 2))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    net.eval()
    return net


def name_spans(of: np.ndarray) -> set[tuple[int, int, int]]:
    """(first word, last word + 1, kind) of the names that labels of `NAMES` tell."""
    out, open_at = set(), -1
    for i, label in enumerate([*of.tolist(), 0]):
        if open_at >= 0 and not (label > 0 and label % 2 == 0):
            out.add((open_at, i, (int(of[open_at]) - 1) // 2))
            open_at = -1
        if label % 2 == 1:
            open_at = i
    return out


def f1(hit: float, made: float, gold: float) -> float:
    return round(float(200 * hit / max(1.0, made + gold)), 1)


def scores(documents: list[Document], labelled: list[Labels], folder: Path) -> dict[str, float]:
    """Accuracy of tags; F1 of names (span and kind, by kind, span alone) and of sorts of things at the words that head one,
    all in per cent, of the model folder's tagger. `person or not`: accuracy at the heads of phrases."""
    told = load(folder).tag([d.text for d in documents])
    tags = np.concatenate([t.pos for t in told])
    sorts = np.concatenate([t.entity for t in told])
    pos, entity, first = (np.concatenate([getattr(e, part) for e in labelled]) for part in ("pos", "entity", "first"))
    seen = (pos != NONE) & first
    out = {"pos": round(100 * float((tags == pos)[seen].mean()), 1)}
    made, gold = (
        {(i, *span) for i, each in enumerate(several) for span in name_spans(each)}
        for several in ([t.name for t in told], [np.maximum(e.name, 0) for e in labelled])
    )
    out["name"] = f1(len(made & gold), len(made), len(gold))
    out["name span"] = f1(len({m[:3] for m in made} & {g[:3] for g in gold}), len(made), len(gold))
    for kind, label in enumerate(NAMES[1::2]):
        mine, theirs = ({x for x in several if x[3] == kind} for several in (made, gold))
        out[label[2:]] = f1(len(mine & theirs), len(mine), len(theirs))
    seen = (entity != NONE) & first
    if seen.any():
        sorts, entity = sorts[seen], entity[seen]
        right = (sorts == entity) & (entity > 0)
        out["entity"] = f1(right.sum(), (sorts > 0).sum(), (entity > 0).sum())
        for number, sort in enumerate(SORTS):
            if number and (entity == number).sum() >= 50:
                out[sort] = f1((right & (entity == number)).sum(), (sorts == number).sum(), (entity == number).sum())
        head = entity > 0
        out["person or not"] = round(100 * float(((sorts == 1) == (entity == 1))[head].mean()), 1)
    return out


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("folder", type=Path)
    p.add_argument("--name", default="sayso-tagger 1.1")
    p.add_argument("--score", action="store_true")
    a = p.parse_args()
    began = time.monotonic()
    tags = {tag: number for number, tag in enumerate(TAGS)}
    vocabulary = ModelFolder.load(a.folder).vocabulary
    training = polnear("train")
    misc = demonyms(training)

    def labelled(documents: list[Document]) -> list[Labels]:
        return [labels(encode(d.text, vocabulary), d, tags, misc) for d in documents]

    if not a.score:
        graph = a.folder / "encoder.onnx"
        graph.write_bytes(with_states(graph.read_bytes()))
        named = {"polnear-train": (training, 1.0), "gum-train": (gum("train"), float(GOLD))}
        corpora = [rows(name, docs, labelled(docs), a.folder, weight) for name, (docs, weight) in named.items()]
        print(f"{time.monotonic() - began:.0f} s: states and labels are there", flush=True)
        write_heads(a.folder, train(corpora).arrays())
        describe(a.folder, a.name)
        print(f"{time.monotonic() - began:.0f} s: trained", flush=True)
    for name, documents in (("GUM dev, gold", gum("dev")), ("PolNeAR dev, automatic", polnear("dev"))):
        print(name, scores(documents, labelled(documents), a.folder), flush=True)


if __name__ == "__main__":
    main()

"""Train the tagger for a given time on this machine's cores; checkpoints and dev scores after each pass.

    python -m training.train --minutes 80 --out training/runs/a

The learning rates follow the clock, not the step: however fast the machine is, they have come down when the time is up.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from sayso.model import links
from sayso.model.words import Vocabulary
from training.batches import collate, random_windows
from training.data import NONE, Tagset, passages, polnear
from training.network import LINK, Tagger, pretrained, vocabulary_path

WARM_UP = 0.05


def link_loss(model: Tagger, vectors: torch.Tensor, link_sets) -> torch.Tensor:
    total = vectors.new_zeros(())
    count = 0
    scale = LINK**-0.5
    for row, paragraph, (sources, cues, contents, cue_source, content_cue) in link_sets:
        v = vectors[row]

        def span(x, lo, v=v):
            x = torch.from_numpy(x)
            part = v[:, lo * LINK : (lo + 1) * LINK]
            return part[x[:, 0]] + part[x[:, 1] - 1]

        for queries, keys, table, gold, which in (
            (span(cues, 2), span(sources, 0), model.source_bias, cue_source, 0),
            (span(contents, 1), span(cues, 3), model.content_bias, content_cue, 1),
        ):
            if not len(gold):
                continue
            none = (queries @ model.nothing[which] * scale + model.nothing_bias[which])[:, None]
            if len(keys):
                pair = (sources, cues) if which == 0 else (contents, cues)
                features, ok = links.pair_features(*pair, paragraph)
                bias = table[torch.from_numpy(features)].sum(-1)
                ok = torch.from_numpy(ok)
                if which == 0:
                    bias, ok = bias.T, ok.T
                scores = torch.where(ok, queries @ keys.T * scale + bias, torch.tensor(-1e4))
                logits = torch.cat([scores, none], 1)
            else:
                logits = none
            target = torch.from_numpy(gold)
            keep = logits.gather(1, target[:, None]).squeeze(1) > -5e3
            if keep.any():
                total = total + F.cross_entropy(logits[keep], target[keep], reduction="sum")
                count += int(keep.sum())
    return total / max(count, 1)


def losses(model: Tagger, batch: dict, bf16: bool) -> dict[str, torch.Tensor]:
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        h = model.states(batch["pieces"], batch["features"], batch["live"], batch["first"])
    h = F.dropout(h.float(), 0.1, model.training)
    emit, vectors = model.tag(h), model.link(h)
    n, w, _ = emit.shape
    flat = emit.reshape(n * w, -1)[batch["index"]]
    half = flat.shape[-1] // 2
    words = batch["alive"].sum()
    out = {"tags": model.crf[0].loss(flat[..., :half], batch["labels"], batch["alive"]) / words}
    known = batch["inner_known"]
    if known.any():
        alive = batch["alive"][known]
        out["inner"] = model.crf[1].loss(flat[known][..., half:], batch["inner"][known], alive) / words
    out["links"] = link_loss(model, vectors, batch["links"])
    for name in ("pos", "ner", "relation"):
        if (batch[name] != NONE).any():
            out[name] = F.cross_entropy(getattr(model, name)(h).flatten(0, 1), batch[name].flatten(), ignore_index=NONE)
    if (batch["head"] != NONE).any():
        q, k = F.relu(model.arc(h)).chunk(2, -1)
        dead = torch.arange(w)[None] >= (batch["first"] > 0).sum(1, keepdim=True)
        scores = (q @ k.transpose(1, 2)).masked_fill(dead[:, None], -1e4)
        out["head"] = F.cross_entropy(scores.flatten(0, 1), batch["head"].flatten(), ignore_index=NONE)
    return out


WEIGHTS = {"tags": 1.0, "inner": 1.0, "links": 0.15, "pos": 0.05, "ner": 0.05, "relation": 0.05, "head": 0.05}


def rate(done: float) -> float:
    return min(done / WARM_UP, 1.0) * max(0.0, (1.0 - done) / (1.0 - WARM_UP)) if done > WARM_UP else done / WARM_UP


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--minutes", type=float, default=80)
    p.add_argument("--out", type=Path, default=Path("training/runs/a"))
    p.add_argument("--batch", type=int, default=8)
    p.add_argument("--encoder-rate", type=float, default=2.5e-4)
    p.add_argument("--head-rate", type=float, default=2e-3)
    p.add_argument("--layers", type=int, default=6)
    p.add_argument("--passage-copies", type=int, default=2)
    p.add_argument("--fp32", action="store_true")
    p.add_argument("--steps", type=int, default=0, help="stop after so many steps (a trial)")
    p.add_argument("--init", type=Path, help="go on from this checkpoint, with the rates given and a new average")
    p.add_argument("--polnear-share", type=float, default=1.0, help="share of PolNeAR's copies that each pass draws")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary.load(vocabulary_path())
    tagsets = {k: Tagset() for k in ("pos", "ner", "relation")}
    train = polnear("train", vocabulary, tagsets)
    (a.out / "tagsets.json").write_text(json.dumps({k: list(t.names) for k, t in tagsets.items()}))
    print(f"{len(train)} copies of articles, {sum(len(e.words) for e in train)} words", flush=True)
    model = Tagger(layers=a.layers)
    if a.init:
        model.load_state_dict(torch.load(a.init))
    else:
        pretrained(model)
    names = [n for n, _ in model.named_parameters()]
    own = [n for n in names if not n.startswith("encoder.") or ".features." in n]
    still = ("norm", "crf", "nothing", ".features.")
    no_decay = [n for n in names if n.endswith("bias") or any(part in n for part in still)]
    groups = []
    for mine in (False, True):
        for decay in (False, True):
            params = [q for n, q in model.named_parameters() if (n in own) == mine and (n not in no_decay) == decay]
            if params:
                top = a.head_rate if mine else a.encoder_rate
                groups.append({"params": params, "lr": 0.0, "top": top, "weight_decay": 0.01 if decay else 0.0})
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    average = copy.deepcopy(model).eval()
    started = time.time()
    step, epoch = 0, 0
    sums: dict[str, float] = {}
    while True:
        epoch += 1
        own_examples = passages(vocabulary)
        examples = rng.sample(train, round(a.polnear_share * len(train))) + own_examples * a.passage_copies
        pieces = [w for e in examples for w in random_windows(e, rng)]
        rng.shuffle(pieces)
        chunks = [
            sorted(pieces[i : i + 16 * a.batch], key=lambda q: q.window.end - q.window.start)
            for i in range(0, len(pieces), 16 * a.batch)
        ]
        batches = [c[i : i + a.batch] for c in chunks for i in range(0, len(c), a.batch)]
        rng.shuffle(batches)
        print(f"epoch {epoch}: {len(batches)} batches, {len(own_examples)} passages", flush=True)
        model.train()
        for picked in batches:
            done = (time.time() - started) / 60 / a.minutes
            if done >= 1 or (a.steps and step >= a.steps):
                break
            for g in optimizer.param_groups:
                g["lr"] = g["top"] * rate(done)
            batch = collate(picked, vocabulary, rng)
            found = losses(model, batch, not a.fp32)
            loss = sum(WEIGHTS[k] * v for k, v in found.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            keep = min(0.998, 1 - 1 / (step + 1))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - keep)
            for k, v in found.items():
                sums[k] = 0.98 * sums.get(k, v.item()) + 0.02 * v.item()
            if step % 20 == 0:
                text = " ".join(f"{k} {v:.3f}" for k, v in sums.items())
                print(f"{(time.time() - started) / 60:5.1f} min, step {step}: {text}", flush=True)
        torch.save(average.state_dict(), a.out / "average.pt")
        done = (time.time() - started) / 60 / a.minutes
        if done >= 1 or (a.steps and step >= a.steps):
            break
        torch.save(model.state_dict(), a.out / "last.pt")
        from training.dev import scores

        print(json.dumps(scores(average, vocabulary)), flush=True)
    from training.dev import scores

    print(json.dumps(scores(average, vocabulary)), flush=True)


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()

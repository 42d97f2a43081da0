"""Make the released model folder from a checkpoint: a hand-built ONNX graph with 8-bit weights, tables, and a description.

    python -m training.export training/runs/a/average.pt src/sayso/model/weights --name "sayso-tagger 1"

Weights are symmetric int8 with a scale for each output column; activations are quantised as they come, by window (ONNX
Runtime's DynamicQuantizeMatMul). The embedding table is int8 with a scale for each row and stays outside the graph.
The graph gives the words' states too, on which `python -m training.heads FOLDER` then trains the small heads; until then they
know nothing.
`--float` keeps float32, to measure what quantisation costs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto
from onnx import helper as h
from onnx import numpy_helper as nh

from sayso.model import crf
from sayso.model.folder import FORMAT
from sayso.model.heads import LABELS
from sayso.model.words import Vocabulary
from training.batches import collate, random_windows
from training.data import passages
from training.network import LINK, WIDTH, Tagger, vocabulary_path
from training.states import with_states

HEADS = 12


class Graph:
    """Nodes and constants of a graph in the making."""

    def __init__(self, quantised: bool, keep_float: frozenset[str] = frozenset()) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.quantised, self.keep_float = quantised, keep_float

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(nh.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, op: str, inputs: list[str], outputs: list[str], domain: str = "", **attributes) -> None:
        self.nodes.append(h.make_node(op, inputs, outputs, domain=domain, **attributes))

    def linear(self, x: str, layer: torch.nn.Linear, name: str, to: str, ease: np.ndarray | None = None) -> None:
        weight = layer.weight.detach().numpy().T.astype(np.float32)
        if ease is not None and self.quantised:
            self.add("Mul", [x, self.constant(f"{name}.ease", (1 / ease).astype(np.float32))], [f"{name}.eased"])
            x, weight = f"{name}.eased", weight * ease[:, None].astype(np.float32)
        bias = self.constant(f"{name}.bias", layer.bias.detach().numpy().astype(np.float32))
        if not self.quantised or name in self.keep_float:
            self.add("MatMul", [x, self.constant(f"{name}.weight", weight)], [f"{name}.product"])
            self.add("Add", [f"{name}.product", bias], [to])
            return
        scale = np.maximum(np.abs(weight).max(0) / 127, 1e-12)
        small = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        inputs = [x, self.constant(f"{name}.weight", small), self.constant(f"{name}.scale", scale.astype(np.float32))]
        self.add("DynamicQuantizeMatMul", [*inputs, "", bias], [to], "com.microsoft")

    def norm(self, x: str, skip: str, layer: torch.nn.LayerNorm, name: str, to: str) -> None:
        inputs = [
            self.constant(f"{name}.{part}", getattr(layer, part).detach().numpy().astype(np.float32))
            for part in ("weight", "bias")
        ]
        self.add("SkipLayerNormalization", [x, skip, *inputs], [to], "com.microsoft", epsilon=1e-12)


EASE = 0.5
"""Exponent of SmoothQuant (Xiao et al. 2023): how much of the activations' unevenness is moved into the weights. It is done
for what follows a normalisation; for `out` it changed nothing and for `down` it did harm (training/LOG.md)."""


def eases(model: Tagger, samples: list[dict]) -> dict[str, np.ndarray]:
    """For each linear layer, what to divide each input channel by so that one scale fits them all; powers of the largest
    activation seen in the samples (batches of `training.batches.collate`) over the largest weight."""
    largest: dict[str, torch.Tensor] = {}
    layers = {f"layer{i}.{n}": getattr(m, n) for i, m in enumerate(model.encoder.layers) for n in ("qkv", "up")}

    def watch(name: str):
        def hook(_module, inputs):
            seen = inputs[0].detach().abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest[name], seen) if name in largest else seen

        return hook

    hooks = [layer.register_forward_pre_hook(watch(name)) for name, layer in layers.items()]
    with torch.no_grad():
        for b in samples:
            model.states(b["pieces"], b["features"], b["live"], b["first"])
    for hook in hooks:
        hook.remove()
    out = {}
    for name, layer in layers.items():
        weights = layer.weight.detach().abs().amax(0).clamp(min=1e-5)
        ease = largest[name].clamp(min=1e-5) ** EASE / weights ** (1 - EASE)
        out[name] = (ease / ease.mean()).clamp(0.05, 20).numpy()
    return out


def build(
    model: Tagger,
    quantised: bool,
    keep_float: frozenset[str] = frozenset(),
    ease: dict[str, np.ndarray] | None = None,
) -> onnx.ModelProto:
    """Inputs: `x` (1, pieces, 384), the summed embeddings of one window; `first` (words), the first piece of each word.
    Outputs: `emit` (words, 2 x labels) and `link` (words, 4 x 64)."""
    g = Graph(quantised, keep_float)
    ease = ease or {}
    e = model.encoder
    parts = [g.constant(f"norm.{k}", getattr(e.norm, k).detach().numpy()) for k in ("weight", "bias")]
    g.add("LayerNormalization", ["x", *parts], ["x0"], axis=-1, epsilon=1e-12)
    x = "x0"
    for i, layer in enumerate(e.layers):
        p = f"layer{i}"
        g.linear(x, layer.qkv, f"{p}.qkv", f"{p}.all", ease.get(f"{p}.qkv"))
        g.add("Split", [f"{p}.all"], [f"{p}.{n}" for n in "qkv"], axis=2, num_outputs=3)
        g.add("MultiHeadAttention", [f"{p}.{n}" for n in "qkv"], [f"{p}.seen"], "com.microsoft", num_heads=HEADS)
        g.linear(f"{p}.seen", layer.out, f"{p}.out", f"{p}.told", ease.get(f"{p}.out"))
        g.norm(f"{p}.told", x, layer.norm1, f"{p}.norm1", f"{p}.mid")
        g.linear(f"{p}.mid", layer.up, f"{p}.up", f"{p}.wide", ease.get(f"{p}.up"))
        g.add("Gelu", [f"{p}.wide"], [f"{p}.bent"], "com.microsoft")
        g.linear(f"{p}.bent", layer.down, f"{p}.down", f"{p}.narrow", ease.get(f"{p}.down"))
        g.norm(f"{p}.narrow", f"{p}.mid", layer.norm2, f"{p}.norm2", f"{p}.end")
        x = f"{p}.end"
    g.add("Gather", [x, "first"], ["words3"], axis=1)
    g.add("Squeeze", ["words3", g.constant("axis0", np.array([0], np.int64))], ["words"])
    for name, layer in (("emit", model.tag), ("link", model.link)):
        weight = g.constant(f"{name}.weight", layer.weight.detach().numpy().T)
        g.add("Gemm", ["words", weight, g.constant(f"{name}.bias", layer.bias.detach().numpy())], [name])
    graph = h.make_graph(
        g.nodes,
        "sayso-tagger",
        [
            h.make_tensor_value_info("x", TensorProto.FLOAT, [1, "pieces", WIDTH]),
            h.make_tensor_value_info("first", TensorProto.INT64, ["words"]),
        ],
        [
            h.make_tensor_value_info("emit", TensorProto.FLOAT, ["words", 2 * crf.LABELS]),
            h.make_tensor_value_info("link", TensorProto.FLOAT, ["words", 4 * LINK]),
        ],
        g.constants,
    )
    made = h.make_model(graph, opset_imports=[h.make_opsetid("", 18), h.make_opsetid("com.microsoft", 1)])
    made.ir_version = 9
    return made


def kept_pieces(pieces: list[str]) -> list[int]:
    """Numbers of the pieces that English news can need: the special ones and those in Latin letters, digits and marks."""

    def wanted(piece: str) -> bool:
        if piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"):
            return True
        latin = all(ord(c) < 0x250 or c in "–—‘’“”…€£" for c in piece)
        return latin and not piece.startswith("[unused") and piece != "[MASK]"

    return [i for i, piece in enumerate(pieces) if wanted(piece)]


def export(
    model: Tagger,
    out: Path,
    name: str,
    quantised: bool = True,
    keep_float: frozenset[str] = frozenset(),
    ease: dict[str, np.ndarray] | None = None,
) -> None:
    """Write the model folder; its description, with the hashes of the other files, is written last."""
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    (out / "encoder.onnx").write_bytes(with_states(build(model, quantised, keep_float, ease).SerializeToString()))
    pieces = vocabulary_path().read_text(encoding="utf-8").split("\n")[:-1]
    keep = kept_pieces(pieces)
    (out / "vocab.txt").write_text("".join(pieces[i] + "\n" for i in keep), encoding="utf-8")
    e = model.encoder
    table = e.word.weight.detach().numpy()[keep]
    scale = np.abs(table).max(1, keepdims=True) / 127
    features = np.concatenate([t.weight.detach().numpy() for t in e.features])
    arrays = {
        "embedding": np.round(table / scale).astype(np.int8),
        "embedding_scale": scale.astype(np.float32),
        "place": e.place.weight.detach().numpy()[:384].astype(np.float16),
        "features": features.astype(np.float32),
    }
    for i, chain in enumerate(model.crf):
        for part, value in zip(("follow", "begin", "end"), chain.scores(), strict=True):
            arrays[f"crf{i}_{part}"] = value.detach().numpy().astype(np.float32)
    for part in ("source_bias", "content_bias", "nothing", "nothing_bias"):
        arrays[part] = getattr(model, part).detach().numpy().astype(np.float32)
    np.savez(out / "tables.npz", **arrays)
    write_heads(out, untrained())
    describe(out, name)
    print({path.name: path.stat().st_size for path in sorted(out.iterdir())})


FILES = ("encoder.onnx", "heads.npz", "tables.npz", "vocab.txt")


def describe(out: Path, name: str) -> None:
    """Write `model.json`: format, name, and the hashes of the other files."""
    files = {n: hashlib.sha256((out / n).read_bytes()).hexdigest() for n in FILES}
    description = {"format": FORMAT, "name": name, "files": files}
    (out / "model.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")


def write_heads(out: Path, arrays: dict[str, np.ndarray]) -> None:
    np.savez(out / "heads.npz", **arrays)


def untrained() -> dict[str, np.ndarray]:
    """Heads that know nothing, so that a folder can be read before `training.heads` has trained them on its states."""
    shapes = {
        "project": (2 * WIDTH, 1),
        "mix": (3, 1),
        "mix_bias": (1,),
        "out": (1 + 2 * WIDTH, LABELS),
        "out_bias": (LABELS,),
    }
    return {key: np.zeros(shape, np.float16) for key, shape in shapes.items()}


def samples(count: int = 24) -> list[dict]:
    """Windows of training articles, to see how large activations grow."""
    vocabulary = Vocabulary.load(vocabulary_path())
    rng = random.Random(3)
    examples = passages(vocabulary)
    pieces = [w for e in rng.sample(examples, min(len(examples), 4 * count)) for w in random_windows(e, rng)]
    return [collate([w], vocabulary, rng, train=False) for w in pieces[: 2 * count]]


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--name", default="sayso-tagger 1")
    p.add_argument("--float", action="store_true")
    p.add_argument("--ease", action="store_true", help="even activations out before they are quantised (SmoothQuant)")
    p.add_argument("--keep-float", nargs="*", default=[], help="layers left in float32, as layer5.down")
    a = p.parse_args()
    state = torch.load(a.checkpoint)
    layers = 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layers."))
    model = Tagger(layers=layers)
    model.load_state_dict(state)
    model.eval()
    ease = eases(model, samples()) if a.ease else None
    export(model, a.out, a.name, not a.float, frozenset(a.keep_float), ease)


if __name__ == "__main__":
    main()

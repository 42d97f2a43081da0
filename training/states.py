"""The released encoder's states of any texts, to train small heads on while the encoder stays as it is.

    for words, windows, rows in frozen(texts):   # rows[i]: a float16 row of 384 for each word of windows[i]
        states = mean(words, windows, rows)      # one row a word; where windows overlap, their mean

About 7,000 words a second on one idle core. `frozen(texts, ("states", "early"))` gives both, side by side (768 wide);
`layer3` is the output of the third layer, `layer0` what goes into the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto
from onnx import helper as h

from sayso.model.folder import RELEASED, ModelFolder
from sayso.model.heads import STATES
from sayso.model.tagger import Tagger
from sayso.model.windows import Window, plan
from sayso.model.words import Words, encode

WIDTH = 384
EARLY = (1, 2, 3)
"""The layers whose mean the graph gives as `early`. What words are by themselves is clearer there: with it beside the last
layer's states, names and sorts of things gained most (training/LOG.md)."""


def with_states(graph: bytes, names: Sequence[str] = STATES) -> bytes:
    """The graph with those outputs that it does not give yet, a row a word; everything else untouched."""
    model = onnx.load_from_string(graph)
    made = {output.name for output in model.graph.output}
    for name in names:
        if name in made:
            continue
        if name == "states":
            model.graph.node.append(h.make_node("Identity", ["words"], [name]))
        else:
            of = f"{name}.pieces"
            layers = EARLY if name == "early" else (int(name.removeprefix("layer")),)
            ends = [f"layer{layer - 1}.end" if layer else "x0" for layer in layers]
            model.graph.node.append(h.make_node("Mean", ends, [of]))
            model.graph.node.append(h.make_node("Gather", [of, "first"], [f"{name}.row"], axis=1))
            model.graph.node.append(h.make_node("Squeeze", [f"{name}.row", "axis0"], [name]))
        model.graph.output.append(h.make_tensor_value_info(name, TensorProto.FLOAT, ["words", WIDTH]))
    onnx.checker.check_model(model)
    made_bytes: bytes = model.SerializeToString()
    return made_bytes


def frozen(
    texts: Sequence[str], names: Sequence[str] = ("states",), folder: Path = RELEASED
) -> Iterator[tuple[Words, list[Window], list[np.ndarray]]]:
    """Each text's words, the windows that the tagger reads it in, and for each window the states of its words."""
    model = ModelFolder.load(folder)
    tagger = Tagger(replace(model, graph=with_states(model.graph, names)))
    for text in texts:
        words = encode(text, model.vocabulary)
        windows = plan(words)
        rows = [np.concatenate(tagger.outputs(words, window, names), axis=1).astype(np.float16) for window in windows]
        yield words, windows, rows


def mean(words: Words, windows: Sequence[Window], rows: Sequence[np.ndarray]) -> np.ndarray:
    """One float32 row for each word; where windows overlap, their mean."""
    width = rows[0].shape[1] if rows else WIDTH
    out = np.zeros((len(words), width), np.float32)
    times = np.zeros((len(words), 1), np.float32)
    for window, part in zip(windows, rows, strict=True):
        out[window.start : window.end] += part
        times[window.start : window.end] += 1
    return out / np.maximum(times, 1)

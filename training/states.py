"""The released encoder's states of any texts, to train small heads on while the encoder stays as it is.

    for words, windows, rows in frozen(texts):   # rows[i]: a float16 row of 384 for each word of windows[i]
        states = mean(words, windows, rows)      # one row a word; where windows overlap, their mean

About 7,000 words a second on one idle core. `layers=(2, 6)` gives the states after those layers, side by side (768 wide).
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
from sayso.model.tagger import Tagger
from sayso.model.windows import Window, plan
from sayso.model.words import Words, encode

WIDTH = 384
LAST, EARLY = 6, 2
"""The layers whose states the released graph gives, as `states` and `early`. Of layers 0 to 4 beside the last, the second
did names and sorts of things most good together (training/LOG.md)."""


def with_states(graph: bytes, layers: Sequence[int] = (LAST, EARLY)) -> bytes:
    """The graph with an output for each layer that it does not give yet, a row a word; everything else untouched."""
    model = onnx.load_from_string(graph)
    made = {output.name for output in model.graph.output}
    for layer in layers:
        name = output_name(layer)
        if name in made:
            continue
        after = f"layer{layer - 1}.end" if layer else "x0"
        nodes = [h.make_node("Gather", [after, "first"], [f"{name}.row"], axis=1)]
        nodes.append(h.make_node("Squeeze", [f"{name}.row", "axis0"], [name]))
        model.graph.node.extend([h.make_node("Identity", ["words"], [name])] if layer == LAST else nodes)
        model.graph.output.append(h.make_tensor_value_info(name, TensorProto.FLOAT, ["words", WIDTH]))
    onnx.checker.check_model(model)
    return model.SerializeToString()


def output_name(layer: int) -> str:
    """What the graph calls the states after a layer; layer 0 is what goes into the first."""
    return {LAST: "states", EARLY: "early"}.get(layer, f"layer{layer}.states")


def frozen(
    texts: Sequence[str], layers: Sequence[int] = (LAST,), folder: Path = RELEASED
) -> Iterator[tuple[Words, list[Window], list[np.ndarray]]]:
    """Each text's words, the windows that the tagger reads it in, and for each window the states of its words."""
    model = ModelFolder.load(folder)
    tagger = Tagger(replace(model, graph=with_states(model.graph, layers)))
    names = [output_name(layer) for layer in layers]
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

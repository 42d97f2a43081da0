"""The tagger at work: texts in, for each word the scores of its labels and the vectors that links are made of."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.model import crf
from sayso.model.folder import RELEASED, ModelFolder
from sayso.model.heads import LABELS, STATES, Bytes, best
from sayso.model.windows import Window, plan
from sayso.model.words import CASES, POSITIONS, QUOTE_STATES, Words, encode

Floats = NDArray[np.float32]
_OFFSETS = np.cumsum([0, CASES, QUOTE_STATES, POSITIONS])
"""Where each feature's rows begin in the folder's table of features."""


def _nothing() -> Bytes:
    return np.zeros(0, np.int8)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text's words, with a row for each: `outer` and `inner` label scores (what the text attributes, and what
    is attributed again inside a content), and `vectors` for linking. `lengths` are the words of each paragraph.

    `pos`, `name` and `entity` number each word's label in `TAGS`, `NAMES` and `SORTS` of `sayso.model.heads`; they are
    empty where nobody asked the heads."""

    words: Words
    outer: Floats
    inner: Floats
    vectors: Floats
    lengths: NDArray[np.int64]
    pos: Bytes = field(default_factory=_nothing)
    name: Bytes = field(default_factory=_nothing)
    entity: Bytes = field(default_factory=_nothing)


class Tagger:
    """The trained model. One window is run at a time on each thread, so that no time goes into padding."""

    def __init__(self, folder: ModelFolder, threads: int = 1) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = ort.InferenceSession(folder.graph, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # ONNX Runtime's own errors share no base class
            raise ModelError("The model's graph cannot be loaded; reinstall sayso to restore it.") from error
        self.folder = folder
        self.threads = max(1, threads)
        self._pool = ThreadPoolExecutor(self.threads) if self.threads > 1 else None

    @property
    def name(self) -> str:
        """Name and version of the model, as findings give it."""
        return self.folder.name

    def tag(self, texts: Sequence[str]) -> list[Tagged]:
        """What the model makes of each text, in order. A text without words gives empty rows."""
        words = [encode(text, self.folder.vocabulary) for text in texts]
        jobs = [(i, window) for i, w in enumerate(words) for window in plan(w)]

        def run(job: tuple[int, Window]) -> tuple[Floats, Floats, Floats]:
            emit, link, *states = self.outputs(words[job[0]], job[1], ("emit", "link", *STATES))
            return emit, link, self.folder.heads.scores(np.concatenate(states, axis=1))

        results = self._pool.map(run, jobs) if self._pool and len(jobs) > 1 else map(run, jobs)
        made = [_Sums(len(w)) for w in words]
        for (i, window), (emit, link, heads) in zip(jobs, results, strict=True):
            made[i].add(window, emit, link, heads)
        return [sums.tagged(w) for sums, w in zip(made, words, strict=True)]

    def outputs(self, words: Words, window: Window, names: Sequence[str]) -> list[Floats]:
        """What the graph gives for one window, by the names of its outputs: a row for each of the window's words."""
        made: list[Floats] = self._session.run(list(names), self._inputs(words, window))
        return made

    def _inputs(self, words: Words, window: Window) -> dict[str, NDArray[np.generic]]:
        f = self.folder
        low, high = int(words.first[window.start]), int(words.first[window.end])
        pieces = np.empty(high - low + 2, np.int32)
        pieces[0], pieces[-1] = f.vocabulary.start, f.vocabulary.stop
        pieces[1:-1] = words.pieces[low:high]
        first = words.first[window.start : window.end + 1] - low + 1
        x = f.embedding[pieces] * f.embedding_scale[pieces]
        x += f.place[: len(pieces)]
        chosen = words.features[window.start : window.end] + _OFFSETS
        by_word = f.features[chosen].sum(1)
        x[1:-1] += np.repeat(by_word, np.diff(first), axis=0)
        x[[0, -1]] += f.features[_OFFSETS].sum(0)
        return {"x": x[None], "first": first[:-1].astype(np.int64)}


class _Sums:
    """Rows added up over the windows that a word stands in."""

    def __init__(self, count: int) -> None:
        self.emit = np.zeros((count, 2 * crf.LABELS), np.float32)
        self.heads = np.zeros((count, LABELS), np.float32)
        self.link: Floats | None = None
        self.times = np.zeros((count, 1), np.float32)

    def add(self, window: Window, emit: Floats, link: Floats, heads: Floats) -> None:
        if self.link is None:
            self.link = np.zeros((len(self.emit), link.shape[1]), np.float32)
        rows = slice(window.start, window.end)
        self.emit[rows] += emit
        self.link[rows] += link
        self.heads[rows] += heads
        self.times[rows] += 1

    def tagged(self, words: Words) -> Tagged:
        times: Floats = np.maximum(self.times, np.float32(1))
        emit = self.emit / times
        link: Floats = np.zeros((0, 4), np.float32) if self.link is None else self.link / times
        lengths = np.bincount(words.paragraph).astype(np.int64) if len(words) else np.zeros(0, np.int64)
        half = crf.LABELS
        outer, inner = np.ascontiguousarray(emit[:, :half]), np.ascontiguousarray(emit[:, half:])
        return Tagged(words, outer, inner, link, lengths, *best(self.heads, words.paragraph))


def load(folder: Path | None = None, threads: int = 1) -> Tagger:
    """The tagger of the given folder, or the released one that the package carries; ModelError where it is broken."""
    return Tagger(ModelFolder.load(folder or RELEASED), threads)

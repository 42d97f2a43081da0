"""Three small heads on the encoder's states: a word's Penn Treebank tag, the name it is part of, the sort of thing it heads.

One projection, one look at the words on either side, and a linear layer over what that gives and the states themselves; NumPy
alone. The encoder was not changed for them (`training/heads.py`), so attributions are the same with and without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]

TAGS = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD",
    "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG",
    "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``",
)  # fmt: skip
"""Penn Treebank tags as GUM has them: *to* is TO before a verb and IN elsewhere, a hyphen within a word is HYPH."""
KINDS = ("PERSON", "ORGANIZATION", "LOCATION", "MISC")
NAMES = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
SORTS = ("", "person", "organization", "place", "time", "event", "object", "substance", "abstract", "animal", "plant")
"""What the word would be the head of in a noun phrase; the first for every other word."""
LABELS = len(TAGS) + len(NAMES) + len(SORTS)
STATES = ("states", "early")
"""The outputs of the graph that the heads read, side by side: the last layer's states, and the mean of those of the first
three, where what a word is by itself has not been worked over yet."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads learned. With x a word's states and z = x · project: h = relu((z before, z, z after) · mix + mix_bias),
    and the scores of all labels are (h, x) · out + out_bias."""

    project: Floats
    mix: Floats
    mix_bias: Floats
    out: Floats
    out_bias: Floats

    @classmethod
    def load(cls, path: Path) -> Heads:
        """Read the file; ValueError where its arrays do not fit each other or the labels."""
        with np.load(path) as arrays:
            made = cls(*(arrays[key].astype(np.float32) for key in ("project", "mix", "mix_bias", "out", "out_bias")))
        width, narrow = made.project.shape
        hidden = len(made.mix_bias)
        if made.mix.shape != (3 * narrow, hidden) or made.out.shape != (hidden + width, len(made.out_bias)):
            raise ValueError("the arrays of the heads do not fit each other")
        if len(made.out_bias) != LABELS:
            raise ValueError(f"the heads have {len(made.out_bias)} labels, not {LABELS}")
        return made

    def scores(self, states: Floats) -> Floats:
        """The scores of all labels for the words of one window, in order: tags, names, sorts."""
        z = states @ self.project
        around = np.zeros((len(z), 3 * z.shape[1]), np.float32)
        narrow = z.shape[1]
        around[1:, :narrow] = z[:-1]
        around[:, narrow : 2 * narrow] = z
        around[:-1, 2 * narrow :] = z[1:]
        hidden = around @ self.mix
        hidden += self.mix_bias
        np.maximum(hidden, 0, out=hidden)
        made: Floats = hidden @ self.out[: len(self.mix_bias)]
        made += states @ self.out[len(self.mix_bias) :]
        made += self.out_bias
        return made


def best(scores: Floats, paragraph: NDArray[np.int32]) -> tuple[Bytes, Bytes, Bytes]:
    """For each word the numbers of its label in `TAGS`, in `NAMES` (begin and inside made to fit), and in `SORTS`."""
    tags, names = len(TAGS), len(TAGS) + len(NAMES)
    return (
        scores[:, :tags].argmax(1).astype(np.int8),
        whole_names(scores[:, tags:names], paragraph),
        scores[:, names:].argmax(1).astype(np.int8),
    )


def whole_names(scores: Floats, paragraph: NDArray[np.int32]) -> Bytes:
    """Labels of `NAMES` in which every name has one kind: the one that scores best over its words together. A name begins
    where the best label begins one, where the word before is in none, and with a paragraph."""
    label = scores.argmax(1)
    inside = label > 0
    out = np.zeros(len(label), np.int8)
    rows = np.flatnonzero(inside)
    if not len(rows):
        return out
    begins = (label % 2 == 1) | (np.diff(paragraph, prepend=-1) != 0)
    begins[1:] |= ~inside[:-1]
    begins = begins[rows]
    of_kind = np.maximum(scores[rows, 1::2], scores[rows, 2::2])
    first = np.flatnonzero(begins)
    kind = np.add.reduceat(of_kind, first, axis=0).argmax(1)
    out[rows] = 1 + 2 * kind[np.cumsum(begins) - 1] + ~begins
    return out

"""Decoding of a linear-chain conditional random field (Lafferty et al. 2001) over many sequences at once, in NumPy.

Labels are `O` and, for each role, `B`, `I`, `E` (begin, inside, end of a span of several words) and `S` (a single word).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
T = TypeVar("T", np.int64, np.float32)

ROLES = ("source", "cue", "content")
LABELS = 1 + 4 * len(ROLES)
FORBIDDEN = -1e4


def allowed() -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which label may follow which (row, then column), which may begin a sequence, and which may end one."""
    begins = np.zeros(LABELS, bool)  # labels that may stand where no span is open
    opens = np.zeros(LABELS, bool)  # labels after which a span is open
    begins[0] = True
    follow = np.zeros((LABELS, LABELS), bool)
    for role in range(len(ROLES)):
        b, i, e, s = (1 + 4 * role + k for k in range(4))
        begins[[b, s]] = True
        opens[[b, i]] = True
        follow[b, [i, e]] = follow[i, [i, e]] = True
    follow |= ~opens[:, None] & begins[None, :]
    return follow, begins, ~opens


@dataclass(frozen=True, slots=True)
class Transitions:
    """Learned scores: `follow[i, j]` of label j after i, `begin[j]` and `end[j]`; forbidden ones are very low."""

    follow: Floats
    begin: Floats
    end: Floats


def pad(rows: Floats, lengths: Ints) -> tuple[Floats, Ints]:
    """Rows of consecutive sequences as one array (sequence, place, label), longest first, and the order they are in."""
    order = np.argsort(-lengths, kind="stable")
    ends = np.cumsum(lengths)
    out = np.zeros((len(lengths), int(lengths.max(initial=0)), rows.shape[1]), np.float32)
    for to, of in enumerate(order):
        out[to, : lengths[of]] = rows[ends[of] - lengths[of] : ends[of]]
    return out, order


def viterbi(rows: Floats, lengths: Ints, transitions: Transitions) -> Ints:
    """The best label of each row, for consecutive sequences of the given lengths."""
    if not len(rows):
        return np.zeros(0, np.int64)
    padded, order = pad(rows, lengths)
    sizes = lengths[order]
    count, longest, labels = padded.shape
    back = np.zeros((longest, count, labels), np.int8)
    score = padded[:, 0] + transitions.begin
    final = np.empty_like(score)
    alive = count
    for t in range(1, longest + 1):
        still = int(np.searchsorted(-sizes, -t, side="left")) if t < longest else 0
        final[still:alive] = score[still:alive] + transitions.end
        if t == longest:
            break
        alive = still
        step = score[:alive, :, None] + transitions.follow
        back[t, :alive] = step.argmax(1)
        score = step.max(1) + padded[:alive, t]
    label = final.argmax(1)
    path = np.zeros((count, longest), np.int64)
    path[np.arange(count), sizes - 1] = label
    for t in range(longest - 1, 0, -1):
        alive = int(np.searchsorted(-sizes, -t, side="left"))
        path[:alive, t - 1] = back[t, np.arange(alive), path[:alive, t]]
    return _unpad(path, order, lengths)


def marginals(rows: Floats, lengths: Ints, transitions: Transitions) -> Floats:
    """The probability of each label at each row, by the forward-backward algorithm in scaled form."""
    if not len(rows):
        return np.zeros_like(rows)
    padded, order = pad(rows, lengths)
    sizes = lengths[order]
    count, longest, labels = padded.shape
    padded -= padded.max(2, keepdims=True)
    emit = np.exp(padded)
    follow = np.exp(transitions.follow)
    begin, end = np.exp(transitions.begin), np.exp(transitions.end)
    forward = np.zeros((count, longest, labels), np.float32)
    forward[:, 0] = _scaled(emit[:, 0] * begin)
    for t in range(1, longest):
        alive = int(np.searchsorted(-sizes, -t, side="left"))
        forward[:alive, t] = _scaled((forward[:alive, t - 1] @ follow) * emit[:alive, t])
    backward = np.zeros_like(forward)
    backward[np.arange(count), sizes - 1] = end
    for t in range(longest - 2, -1, -1):
        alive = int(np.searchsorted(-sizes, -(t + 1), side="left"))
        backward[:alive, t] = _scaled((backward[:alive, t + 1] * emit[:alive, t + 1]) @ follow.T)
    return _unpad(_scaled(forward * backward), order, lengths)


def _scaled(values: Floats) -> Floats:
    made: Floats = values / np.maximum(values.sum(-1, keepdims=True), 1e-30)
    return made


def _unpad(padded: NDArray[T], order: Ints, lengths: Ints) -> NDArray[T]:
    out = [padded[0]] * len(order)
    for to, of in enumerate(order):
        out[of] = padded[to, : lengths[of]]
    return np.concatenate(out)


def label_spans(labels: Ints, lengths: Ints) -> list[tuple[int, int, int]]:
    """The spans that the labels name: (role, first word, last word + 1) in order. Sequences end at their length."""
    out: list[tuple[int, int, int]] = []
    open_role, open_at = -1, -1
    ends = set(np.cumsum(lengths).tolist())
    for i, label in enumerate(labels.tolist()):
        if i in ends:
            open_role = -1
        if label == 0:
            open_role = -1
            continue
        role, place = divmod(label - 1, 4)
        if place == 3:
            out.append((role, i, i + 1))
            open_role = -1
        elif place == 0:
            open_role, open_at = role, i
        elif place == 2 and open_role == role:
            out.append((role, open_at, i + 1))
            open_role = -1
    return out


def span_labels(spans: list[tuple[int, int, int]], count: int) -> Ints:
    """Labels of `count` words for spans that do not overlap; the first of two that do is kept."""
    out = np.zeros(count, np.int64)
    for role, start, end in spans:
        if end <= start or out[start:end].any():
            continue
        base = 1 + 4 * role
        if end - start == 1:
            out[start] = base + 3
        else:
            out[start] = base
            out[start + 1 : end - 1] = base + 1
            out[end - 1] = base + 2
    return out

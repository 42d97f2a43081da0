"""Decoding against an enumeration of every path."""

from __future__ import annotations

import itertools

import numpy as np

from sayso.model import crf


def _random(lengths: list[int]) -> tuple[np.ndarray, np.ndarray, crf.Transitions]:
    rng = np.random.default_rng(7)
    follow, begin, end = crf.allowed()
    low = np.float32(crf.FORBIDDEN)
    transitions = crf.Transitions(
        np.where(follow, rng.normal(size=follow.shape), low).astype(np.float32),
        np.where(begin, rng.normal(size=begin.shape), low).astype(np.float32),
        np.where(end, rng.normal(size=end.shape), low).astype(np.float32),
    )
    rows = rng.normal(size=(sum(lengths), crf.LABELS)).astype(np.float32)
    return rows, np.array(lengths, np.int64), transitions


def _paths(rows: np.ndarray, t: crf.Transitions):
    for path in itertools.product(range(crf.LABELS), repeat=len(rows)):
        score = t.begin[path[0]] + t.end[path[-1]] + sum(rows[i, x] for i, x in enumerate(path))
        score += sum(t.follow[a, b] for a, b in itertools.pairwise(path))
        if score > crf.FORBIDDEN / 2:
            yield score, path


def test_viterbi_and_marginals_equal_enumeration() -> None:
    rows, lengths, t = _random([3, 1, 4, 2])
    labels, chances = crf.viterbi(rows, lengths, t), crf.marginals(rows, lengths, t)
    at = 0
    for n in lengths:
        part = rows[at : at + n]
        scored = list(_paths(part, t))
        assert max(scored)[1] == tuple(labels[at : at + n])
        expected = np.zeros((n, crf.LABELS))
        for score, path in scored:
            expected[np.arange(n), list(path)] += np.exp(score)
        expected /= expected.sum(1, keepdims=True)
        np.testing.assert_allclose(chances[at : at + n], expected, atol=1e-5)
        at += n


def test_labels_and_spans_are_two_ways_to_write_the_same() -> None:
    spans = [(0, 0, 1), (1, 1, 3), (2, 3, 7)]
    labels = crf.span_labels(spans, 8)
    assert labels.tolist() == [4, 5, 7, 9, 10, 10, 11, 0]
    assert crf.label_spans(labels, np.array([8])) == spans


def test_decoded_spans_never_cross_a_paragraph() -> None:
    rows, lengths, t = _random([5, 4, 6])
    ends = set(np.cumsum(lengths).tolist())
    for _, start, end in crf.label_spans(crf.viterbi(rows, lengths, t), lengths):
        assert not any(start < e < end for e in ends)


def test_nothing_in_nothing_out() -> None:
    _, _, t = _random([1])
    empty = np.zeros((0, crf.LABELS), np.float32)
    assert len(crf.viterbi(empty, np.zeros(0, np.int64), t)) == 0
    assert len(crf.marginals(empty, np.zeros(0, np.int64), t)) == 0

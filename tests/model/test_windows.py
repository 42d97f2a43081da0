"""Windows cover every word, keep paragraphs whole where they fit, and stay within their length."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.windows import plan
from sayso.model.words import Words


def words(paragraphs: list[list[int]]) -> Words:
    sizes = np.array([n for p in paragraphs for n in p], np.int32)
    number = np.array([i for i, p in enumerate(paragraphs) for _ in p], np.int32)
    first = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    zero = np.zeros(len(sizes), np.int32)
    return Words(zero, zero, number, np.zeros((len(sizes), 4), np.int8), first, np.zeros(int(first[-1]), np.int32))


@given(st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=40), max_size=12))
def test_plan(paragraphs: list[list[int]]) -> None:
    w = words(paragraphs)
    windows = plan(w, length=30, overlap=8)
    covered = {i for x in windows for i in range(x.start, x.end)}
    assert covered == set(range(len(w)))
    for x in windows:
        assert w.first[x.end] - w.first[x.start] <= 30
    for i, p in enumerate(paragraphs):
        if sum(p) <= 30:
            mine = np.flatnonzero(w.paragraph == i)
            assert any(x.start <= mine[0] and mine[-1] < x.end for x in windows)


def test_no_words_no_windows() -> None:
    assert plan(words([])) == []

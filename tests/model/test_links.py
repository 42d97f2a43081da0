"""Links: features of pairs and the choices made from them."""

from __future__ import annotations

import numpy as np

from sayso.model import links

PARAGRAPH = np.array([0] * 10 + [1] * 5 + [2] * 5 + [3] * 5)


def spans(*pairs: tuple[int, int]) -> np.ndarray:
    return np.array(pairs, np.int64).reshape(-1, 2)


def test_pair_features_tell_rank_distance_and_paragraph() -> None:
    features, ok = links.pair_features(spans((3, 5)), spans((0, 1), (6, 7), (11, 12), (21, 22)), PARAGRAPH)
    rank, gap, step = features[0].T
    assert rank.tolist() == [3, 4, 5, 6]  # one before; first, second and third after
    assert (gap - 8).tolist() == [1, 6 + 1, 6 + 3, 6 + 4]  # 2 words between; 1; 6; 16
    assert (step - 20).tolist() == [0, 0, 2, 4]  # same paragraph twice, the next, far
    assert ok[0].tolist() == [True, True, True, False]  # the last stands three paragraphs away


def _weights(width: int = 2) -> links.LinkWeights:
    zero = np.zeros(links.BIASES, np.float32)
    return links.LinkWeights(zero, zero, np.zeros((2, width), np.float32), np.full(2, -3.0, np.float32))


def test_the_vectors_decide_and_none_is_a_choice() -> None:
    vectors = np.zeros((25, 8), np.float32)
    vectors[0, :2] = [9, 0]  # source key of word 0
    vectors[1, 4:6] = [9, 0]  # the cue at word 1 asks for it
    vectors[2, 2:4] = [9, 0]  # content query of word 2
    vectors[1, 6:8] = [9, 0]  # cue key of word 1
    chosen_source, chosen_cue = links.link(
        spans((0, 1), (4, 5)), spans((1, 2), (6, 7)), spans((2, 3)), vectors, PARAGRAPH, _weights()
    )
    assert chosen_source.best[0] == 0
    assert chosen_cue.best.tolist() == [0]
    assert chosen_cue.chance[0] > 0.9
    apart, _ = links.link(spans((0, 1)), spans((21, 22)), spans(), vectors, PARAGRAPH, _weights())
    assert apart.best.tolist() == [1]  # out of reach: no source


def test_blocks_choose_as_one_would() -> None:
    rng = np.random.default_rng(3)
    count = 900
    vectors = rng.normal(size=(3 * count, 8)).astype(np.float32)
    paragraph = np.repeat(np.arange(count), 3).astype(np.int32)
    sources, cues, contents = (np.array([(3 * i + k, 3 * i + k + 1) for i in range(count)]) for k in range(3))
    whole, _ = links.link(sources, cues, contents, vectors, paragraph, _weights())
    for i in (0, 5, 127, 128, 500, 899):
        near = slice(max(0, i - 2), i + 3)
        part, _ = links.link(sources[near], cues[i : i + 1], contents[:0], vectors, paragraph, _weights())
        expected = part.best[0] + near.start if part.best[0] < len(sources[near]) else count
        assert whole.best[i] == expected

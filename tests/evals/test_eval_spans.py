"""Metrics against small tables worked out by hand."""

from __future__ import annotations

import pytest

from evals.spans import Relation, Tally, bio, chunk_tallies, elements, sequences, span_tallies, trimmed

TEXT = "“We go,” said Ana Ruiz.\n\nShe hoped to win."
#       0         1         2           3         4
TOKENS = [
    (0, 1), (1, 3), (4, 6), (6, 7), (7, 8), (9, 13), (14, 17), (18, 22), (22, 23),
    (25, 28), (29, 34), (35, 37), (38, 41), (41, 42),
]  # fmt: skip
SAID = Relation(source=((14, 22),), cue=((9, 13),), content=((0, 8),))
HOPED = Relation(source=((25, 28),), cue=((29, 34),), content=((35, 41),))


def test_words_are_parted_by_line_ends():
    assert [len(s) for s in sequences(TEXT, TOKENS)] == [9, 5]


def test_labels_of_a_text():
    first, second = bio([SAID, HOPED], sequences(TEXT, TOKENS))
    assert first == ["B-content", *["I-content"] * 4, "B-cue", "B-source", "I-source", "O"]
    assert second == ["B-source", "B-cue", "B-content", "I-content", "O"]


def test_a_span_over_two_paragraphs_is_a_chunk_in_each():
    first, second = bio([Relation(content=((18, 34),))], sequences(TEXT, TOKENS))
    assert first[-2:] == ["B-content", "I-content"]
    assert second[:3] == ["B-content", "I-content", "O"]


def test_of_two_spans_that_overlap_the_first_is_kept():
    (first, _) = bio([Relation(content=((0, 8),)), Relation(cue=((4, 13),))], sequences(TEXT, TOKENS))
    assert first[:6] == ["B-content", *["I-content"] * 4, "O"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("B-cue I-cue O B-cue", {"cue": [(0, 2), (3, 4)]}),
        ("B-cue B-cue", {"cue": [(0, 1), (1, 2)]}),  # a B closes what was open
        ("B-cue I-content I-content", {"cue": [(0, 1)]}),  # an I of another role closes and opens nothing
        ("I-cue I-cue", {}),  # an I without a B is no chunk
        ("O B-source", {"source": [(1, 2)]}),  # the end closes
    ],
)
def test_elements(labels, expected):
    assert elements(labels.split()) == {"source": [], "cue": [], "content": []} | expected


@pytest.mark.parametrize(
    ("made", "gold", "name", "expected"),
    [
        # one of two found whole; the other has the right first word alone
        ("B-cue I-cue O B-cue O", "B-cue I-cue O B-cue I-cue", "exact/cue", (1, 2, 2)),
        ("B-cue I-cue O B-cue O", "B-cue I-cue O B-cue I-cue", "begin/cue", (2, 2, 2)),
        ("B-cue I-cue O B-cue O", "B-cue I-cue O B-cue I-cue", "token/cue", (3, 3, 4)),
        # overlaps 1 and 1/2 over two annotated chunks
        ("B-cue I-cue O B-cue O", "B-cue I-cue O B-cue I-cue", "jaccard/cue", (1.5, 2, 2)),
        # a found chunk that touches nothing adds a nought; one that touches the annotated adds none
        ("B-cue I-cue I-cue O B-cue", "B-cue O O O O", "jaccard/cue", (1 / 3, 2, 2)),
        ("B-cue O", "B-source O", "exact/cue", (0, 1, 0)),
    ],
)
def test_chunk_tallies(made, gold, name, expected):
    tally = chunk_tallies([made.split()], [gold.split()])[name]
    assert (tally.hit, tally.made, tally.gold) == pytest.approx(expected)


def test_annotated_spans_count_once_each():
    shared = Relation(source=((14, 22),), cue=((4, 6),), content=((0, 3),))  # the same source again
    tallies = span_tallies([SAID, HOPED], [SAID, shared])
    assert tallies["span/source"] == Tally(1, 2, 1)
    assert tallies["span/cue"] == Tally(1, 2, 2)
    assert tallies["span/content"] == Tally(1, 2, 2)


def test_white_space_at_the_edges_does_not_count():
    assert trimmed(TEXT, [Relation(content=((8, 14), (23, 25)), cue=((0, 4),))]) == (
        Relation(content=((9, 13),), cue=((0, 3),)),
    )


def test_tally_figures():
    tally = Tally(3, 4, 6)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.5, 0.6)
    assert Tally().f1 == Tally().precision == Tally().recall == 0
    assert Tally(1, 2, 3) + Tally(1, 1, 1) == Tally(2, 3, 4)

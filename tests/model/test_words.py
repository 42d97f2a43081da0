"""Words, pieces and features."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.words import Vocabulary, encode, split_words

PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    '"',
    "'",
    ".",
    ",",
    "dam",
    "##s",
    "s",
    "the",
    "no",
    "zoe",
    "1",
    "2",
    "mayor",
]


def vocabulary() -> Vocabulary:
    return Vocabulary(PIECES)


def test_words_are_runs_numbers_endings_and_marks() -> None:
    text = "The mayor’s $5.1m dam—Zoë’s"
    assert [text[s:e] for s, e in split_words(text)] == ["The", "mayor", "’s", "$", "5.1", "m", "dam", "—", "Zoë", "’s"]


def test_pieces_are_the_longest_known_ones_without_accents() -> None:
    v = vocabulary()
    names = [PIECES[n] for word in ("DAMS", "Zoë", "the", "xyz") for n in v.cut(word)]
    assert names == ["dam", "##s", "zoe", "the", "[UNK]"]


def test_every_style_of_mark_becomes_one_piece() -> None:
    v = vocabulary()
    for text in ("“No.”", '"No."', "‘No.’", "«No.»", "„No.“"):
        assert [PIECES[n] for n in encode(text, v).pieces] == ['"', "no", ".", '"'], text


def test_features_tell_case_marks_place_and_kind_of_paragraph() -> None:
    found = encode("“No.” The DAM\nno", vocabulary())
    assert found.features[:, 0].tolist() == [2, 6, 2, 2, 6, 5, 0]  # mark, Capital, mark, mark, Capital, UPPER, lower
    assert found.features[:, 1].tolist() == [1, 3, 3, 2, 0, 0, 0]  # opens, inside, inside, closes, outside
    assert found.features[:, 2].tolist() == [3, 2, 2, 0, 1, 0, 3]  # paragraph, …, sentence, …, paragraph
    assert found.features[:, 3].tolist() == [1, 1, 1, 1, 1, 1, 3]  # opens with a mark; holds none
    assert found.paragraph.tolist() == [0, 0, 0, 0, 0, 0, 1]


@given(st.text(max_size=200))
def test_any_text_gives_words_in_order_with_pieces(text: str) -> None:
    found = encode(text, vocabulary())
    assert (np.diff(found.first) >= 1).all()
    assert (found.start < found.end).all()
    assert (found.start[1:] >= found.end[:-1]).all()
    assert len(found.pieces) == found.first[-1]
    covered = {i for s, e in zip(found.start, found.end, strict=True) for i in range(s, e)}
    assert all(text[i].isspace() or not text[i].isprintable() or i in covered for i in range(len(text)))

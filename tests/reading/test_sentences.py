"""Sentences of a text begin where the same words, one by one, have them begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.words import split_words
from sayso.reading.sentences import sentence_starts, sentences_in

PIECES = (
    *(
        "Mr",
        ".",
        ". ",
        ",",
        "! ",
        "?",
        "…",
        " ",
        "\n",
        " \n\n",
        "'",
        "’",
        "”",
        "“",
        "(",
        ")",
        "Inc",
        "a.m",
        "A",
        "B.",
        "Yahoo",
        "News",
    ),
    *("the", "The", "went", "Anselm", "3", "3.5", "1,000", "s", "'s", "’s ", "S", "_", "²", "é", "É", "Jan", "U.S."),
    *('"', "…”", "ſ", "İ", "ß", "‘", "\u3000", "x1", "ll", "'ll", "\u0660", ".\u0660"),
)


def word_by_word(text: str) -> list[tuple[int, int]]:
    spans = split_words(text)
    lines = [found.start() for found in re.finditer("\n", text)]
    words, starts, ends = [text[a:b] for a, b in spans], [a for a, _ in spans], [b for _, b in spans]
    heads = sentence_starts(words, starts, ends, [bisect_right(lines, start) for start in starts])
    return [(starts[head], ends[after - 1]) for head, after in pairwise([*heads, len(spans)])]


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_both_ways_of_cutting_agree(text: str) -> None:
    assert sentences_in(text) == word_by_word(text)


def test_sentences_of_a_page() -> None:
    text = "Dr. Anselm came at 3.30 p.m. on Monday.\n“Why now?” she asked. “Never.” He left\n\n... and so on."
    assert [text[a:b] for a, b in sentences_in(text)] == [
        "Dr. Anselm came at 3.30 p.m. on Monday.",
        "“Why now?” she asked.",
        "“Never.”",
        "He left",
        "... and so on.",
    ]


def test_a_mark_of_exclamation_in_a_name_ends_no_sentence() -> None:
    text = "Moss told E! News that the dam leaks. He read Yahoo! Finance. “Hello!” News came late. Yahoo! The dam held."
    assert [text[a:b] for a, b in sentences_in(text)] == [
        "Moss told E! News that the dam leaks.",
        "He read Yahoo! Finance.",
        "“Hello!”",
        "News came late.",
        "Yahoo!",
        "The dam held.",
    ]

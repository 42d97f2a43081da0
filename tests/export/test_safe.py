"""Nothing of a page can act on a terminal or a browser."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.safe import clean, clipped, one_line, safe_json


@pytest.mark.parametrize(
    ("given_text", "shown", "why"),
    [
        ("plain “quoted” é 漢字", "plain “quoted” é 漢字", "letters and marks stay"),
        ("a\x1b[31mb", "a�[31mb", "an escape would colour the rest"),
        ("a\x9b31mb", "a�31mb", "the one-byte form of the same"),
        ("a\rb", "a�b", "a carriage return would write over the line"),
        ("a\x08b\x7f", "a�b�", "backspace and delete"),
        ("abc\u202egnp.exe", "abc�gnp.exe", "an override would reverse what is read"),
        ("a\u2066b\u2069", "a�b�", "isolates likewise"),
        ("a\u200fb", "a�b", "a mark of direction"),
        ("a\ud800b", "a�b", "a lone surrogate does not encode"),
        ("a\u2028b", "a�b", "a line separator is no line end of ours"),
        ("so\u00adft\u200b\ufeff", "soft", "what shows nothing is left out"),
        ("👩\u200d🚒", "👩\u200d🚒", "a joiner shapes emoji"),
        ("a\tb\nc", "a\tb\nc", "tab and line feed are laid out by the view"),
    ],
)
def test_clean(given_text: str, shown: str, why: str) -> None:
    assert clean(given_text) == shown, why


def test_one_line_folds_every_white_space() -> None:
    assert one_line(" a\r\nb\x0bc\t\x0c d\n") == "a b c d"


@pytest.mark.parametrize(
    ("words", "length", "cut"),
    [
        ("short", 10, "short"),
        ("a sentence that goes on", 12, "a sentence…"),
        ("a sentence, that goes on", 13, "a sentence…"),
        ("unbreakablyunbroken", 10, "unbreakab…"),
        ("wait… what is it", 8, "wait…"),
    ],
)
def test_clipped(words: str, length: int, cut: str) -> None:
    assert clipped(words, length) == cut
    assert len(cut) <= length


@given(st.text(st.characters(exclude_categories=[])))
def test_safe_json_is_equal_and_harmless(words: str) -> None:
    made = safe_json(json.dumps({"text": words}, ensure_ascii=False))
    assert json.loads(made) == {"text": words}
    assert clean(made.replace("\u00ad", "")) == clean(made)
    assert "\x9b" not in made
    assert "\u202e" not in made
    made.encode("utf-8")

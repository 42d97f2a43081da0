"""Quotation marks: tables of our own sentences and the stretches that are quoted in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.quotes import quotations

STYLES = [
    ('"No," she said. "Never."', ['"No,"', '"Never."'], "straight double marks"),
    ("“No,” she said. “Never.”", ["“No,”", "“Never.”"], "curly double marks"),
    ("'No,' she said. 'We won't.'", ["'No,'", "'We won't.'"], "straight single marks, an apostrophe within"),
    ("‘No,’ she said. ‘The nurses’ rota is full.’", ["‘No,’", "‘The nurses’ rota is full.’"], "a possessive is no end"),
    ("„Nein“, sagte sie. «Oui», dit-il.", ["„Nein“", "«Oui»"], "low-high marks and guillemets"),
    ("»Ja«, sagte sie.", ["»Ja«"], "guillemets pointing inwards"),
    (
        "“He called it ‘a farce’ twice,” she said.",
        ["“He called it ‘a farce’ twice,”", "‘a farce’"],
        "marks within marks",
    ),
    ("The nurses' rota and the doctors' rota", [], "possessives quote nothing"),
    ("It was the ’90s and rock 'n' roll", [], "elisions quote nothing"),
    (
        "seen on ’Nine Lives’ – “a repeat”",
        ["’Nine Lives’", "“a repeat”"],
        "an apostrophe that stands for an opening mark",
    ),
    ("”We go,” he said.", ["”We go,”"], "a closing mark that stands for an opening one"),
    ("“One paragraph\n\n“and the next.”", ["“One paragraph", "“and the next.”"], "a quotation that runs on"),
    (
        "“No,” he said. “It was\n\n“not safe.”",
        ["“No,”", "“It was", "“not safe.”"],
        "one that runs on from mid-paragraph",
    ),
    ("“No,” he said. “It was\n\nThen he left.", ["“No,”"], "a mark that is never closed quotes nothing"),
    ("the 12\" pipe and the 6' wall", [], "inches and feet"),
    ("Minister ‘lied’ over dam’s state", ["‘lied’"], "a headline"),
]


@pytest.mark.parametrize(("text", "expected", "why"), STYLES, ids=[s[2] for s in STYLES])
def test_quotations(text: str, expected: list[str], why: str) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == expected, why


def test_depth_and_closing_are_told() -> None:
    found = quotations("“She said ‘no’ and left.\n“Then he came.”")
    assert [(q.depth, q.closed) for q in found] == [(1, False), (2, True), (1, True)]


@given(st.text(alphabet="\"'“”‘’„«»ab s.,\n", max_size=80))
def test_any_marks_nest_properly(text: str) -> None:
    open_ends: list[int] = []
    for q in quotations(text):
        assert 0 <= q.start < q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        while open_ends and open_ends[-1] <= q.start:
            open_ends.pop()
        assert not open_ends or q.end <= open_ends[-1]
        open_ends.append(q.end)
        assert q.depth == len(open_ends)

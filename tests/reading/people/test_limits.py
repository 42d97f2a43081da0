"""People on texts that are no articles: without tags, without end, of marks alone. Nothing raises, and time grows with length."""

from __future__ import annotations

import time

import pytest

from sayso.article import article_from_text
from sayso.model.quotes import quotations
from sayso.model.words import split_words
from sayso.reading.people import find
from sayso.reading.prose import Prose
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.records import Attribution, AttributionKind, Span, Why

SIZE = 300_000
"""Characters of each text; a megabyte takes three and a half times as long where time grows with length."""

TEXTS = {
    "capitals": ("ADA MOSS SAID ", "NNP", "B-PERSON", "person"),
    "one name": ("Moss ", "NNP", "B-PERSON", "person"),
    "names of two": ("Ada Moss ", "NNP", "I-PERSON", "person"),
    "pronouns": ("he ", "PRP", "O", "person"),
    "they": ("they said ", "PRP", "O", "person"),
    "offices": ("the mayor of ", "NN", "O", "person"),
    "bodies": ("The Council ", "NNP", "B-ORGANIZATION", "organization"),
    "quotation marks": ("“ ” ", "``", "O", ""),
    "first persons in quotation marks": ("“I” ", "PRP", "O", "person"),
    "digits": ("1 ", "CD", "O", ""),
    "genitives": ("’s ", "POS", "O", "person"),
    "hyphens": ("- ", "HYPH", "O", ""),
}


def scene(text: str, tag: str, name: str, sort: str, attributions: tuple[Attribution, ...] = ()) -> Scene:
    spans = split_words(text)
    words = [text[a:b] for a, b in spans]
    lower = [w.lower() for w in words]
    n = len(words)
    pronouns = {"he", "they", "i"}
    pos = ["PRP" if w in pronouns else tag for w in lower]
    ends = [i for i in range(n) if words[i] == "."] if "." in text else list(range(19, n, 20))
    sentences = list(zip([0, *(e + 1 for e in ends)], [*(e + 1 for e in ends), n], strict=True))
    sentences = [(a, b) for a, b in sentences if a < b]
    number = [k for k, (a, b) in enumerate(sentences) for _ in range(a, b)]
    tokens = Tokens(
        text, words, lower, [a for a, _ in spans], [b for _, b in spans], number, [0] * n, [0] * n, sentences,
        tuple(quotations(text)), pos, [name] * n, [sort] * n,
    )  # fmt: skip
    return Scene(article_from_text("x", force=True), Prose(text, (0,), (0,)), tokens, attributions)


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_with_length(name: str) -> None:
    unit, tag, label, sort = TEXTS[name]
    text = unit * (SIZE // len(unit))
    made = scene(text, tag, label, sort)
    start = time.perf_counter()
    find(made)
    assert time.perf_counter() - start < 6


def test_many_attributions() -> None:
    text = "he said so. " * 8000
    said = tuple(
        Attribution(
            id=f"a{k}",
            kind=AttributionKind.DIRECT,
            source=(Span(k * 12, k * 12 + 2),) if k % 3 else (),
            cue=(Span(k * 12 + 3, k * 12 + 7),),
            content=(Span(k * 12 + 8, k * 12 + 10),),
            inside=None,
            score=1.0,
            why=Why("ours"),
        )
        for k in range(8000)
    )
    start = time.perf_counter()
    cast = find(scene(text, "NN", "O", "", said))
    assert len(cast.voices) == 8000
    assert time.perf_counter() - start < 6


def test_without_tags() -> None:
    text = "Ada Moss said the bridge was safe. She was glad."
    said = Attribution(
        "a1", AttributionKind.INDIRECT, (Span(0, 8),), (Span(9, 13),), (Span(14, 33),), None, 1.0, Why("ours")
    )
    cast = find(scene(text, "", "O", "", (said,)))
    [person] = [p for p in cast.people if p.id == cast.voices["a1"].speaker]
    assert person.name == "Ada Moss"


@pytest.mark.parametrize("text", ["", " ", "\n", "“", "’", "’s", "I", "\u0301", "a\u0301\u0301 said", "\ud800 said so"])
def test_scraps(text: str) -> None:
    assert isinstance(find(scene(text, "NNP", "B-PERSON", "person")).people, tuple)

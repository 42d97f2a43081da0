"""The heads: names made whole, scores that do not depend on where a window begins, and a few plain sentences read right."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import load
from sayso.model.heads import LABELS, NAMES, SORTS, TAGS, Heads, whole_names
from sayso.model.tagger import Tagger
from sayso.reading.tokens import Tokens, tokens_of


def scored(*labels: tuple[str, float]) -> np.ndarray:
    """Scores in which each word's label has the given lead over all others."""
    rows = np.zeros((len(labels), len(NAMES)), np.float32)
    for row, (label, lead) in zip(rows, labels, strict=True):
        row[NAMES.index(label)] = lead
    return rows


@pytest.mark.parametrize(
    ("given_labels", "paragraphs", "expected"),
    [
        ([("B-PERSON", 1), ("I-PERSON", 1)], [0, 0], "B-PERSON I-PERSON"),
        ([("O", 1), ("I-PERSON", 1), ("I-PERSON", 1)], [0, 0, 0], "O B-PERSON I-PERSON"),  # a name begins with B
        ([("B-PERSON", 1), ("I-ORGANIZATION", 3)], [0, 0], "B-ORGANIZATION I-ORGANIZATION"),  # one kind: the surer
        ([("B-LOCATION", 2), ("B-LOCATION", 2)], [0, 0], "B-LOCATION B-LOCATION"),  # two names side by side
        ([("B-MISC", 1), ("I-MISC", 1)], [0, 1], "B-MISC B-MISC"),  # no name goes over a paragraph's end
        ([("I-LOCATION", 1)], [0], "B-LOCATION"),
        ([], [], ""),
    ],
)
def test_names_are_whole(given_labels, paragraphs, expected) -> None:
    made = whole_names(scored(*given_labels), np.array(paragraphs, np.int32))
    assert " ".join(NAMES[i] for i in made) == expected


@given(st.lists(st.lists(st.floats(-5, 5, width=32), min_size=9, max_size=9), max_size=30), st.data())
def test_inside_follows_its_own_kind(rows: list[list[float]], data: st.DataObject) -> None:
    scores = np.array(rows, np.float32).reshape(-1, len(NAMES))
    steps = data.draw(st.lists(st.integers(0, 1), min_size=len(rows), max_size=len(rows)))
    paragraph = np.cumsum(steps).astype(np.int32)
    made = whole_names(scores, paragraph)
    assert ((made > 0) == (scores.argmax(1) > 0)).all()
    for i, label in enumerate(made.tolist()):
        if label and label % 2 == 0:
            assert i
            assert paragraph[i] == paragraph[i - 1]
            assert made[i - 1] in (label, label - 1)


def test_a_file_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    shapes = {"project": (8, 2), "mix": (6, 3), "mix_bias": (3,), "out": (11, LABELS), "out_bias": (LABELS,)}
    good = {key: np.zeros(shape, np.float16) for key, shape in shapes.items()}
    np.savez(tmp_path / "good.npz", **good)
    assert Heads.load(tmp_path / "good.npz").scores(np.zeros((4, 8), np.float32)).shape == (4, LABELS)
    np.savez(tmp_path / "labels.npz", **(good | {"out": np.zeros((11, 3)), "out_bias": np.zeros(3)}))
    np.savez(tmp_path / "mix.npz", **(good | {"mix": np.zeros((5, 3))}))
    for bad in ("labels.npz", "mix.npz"):
        with pytest.raises(ValueError, match="heads"):
            Heads.load(tmp_path / bad)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load()


def read(tagger: Tagger, text: str) -> Tokens:
    return tokens_of(text, tagger.tag([text])[0])


@pytest.mark.parametrize(
    ("text", "word", "pos", "name", "entity"),
    [
        ("Marta Kowal told reporters that the bridge was safe.", "Marta", "NNP", "B-PERSON", "person"),
        ("Marta Kowal told reporters that the bridge was safe.", "Kowal", "NNP", "I-PERSON", "person"),
        ("Marta Kowal told reporters that the bridge was safe.", "told", "VBD", "O", ""),
        ("Marta Kowal told reporters that the bridge was safe.", "reporters", "NNS", "O", "person"),
        ("The spokesman said she had flown to Berlin to rest.", "spokesman", "NN", "O", "person"),
        ("The spokesman said she had flown to Berlin to rest.", "Berlin", "NNP", "B-LOCATION", "place"),
        ("The spokesman said she had flown to Berlin to rest.", "rest", "VB", "O", ""),
        ("The company sued the police department on Tuesday.", "company", "NN", "O", "organization"),
        ("The company sued the police department on Tuesday.", "Tuesday", "NNP", "O", "time"),
        ("The company sued the police department on Tuesday.", "sued", "VBD", "O", ""),
    ],
)
def test_plain_sentences(tagger: Tagger, text: str, word: str, pos: str, name: str, entity: str) -> None:
    t = read(tagger, text)
    at = t.words.index(word)
    assert (t.pos[at], t.name[at], t.entity[at]) == (pos, name, entity)


@pytest.mark.parametrize("text", ["", "\n\n", "…", "\N{ZERO WIDTH SPACE}", "A" * 5000, "“" * 700])
def test_odd_texts(tagger: Tagger, text: str) -> None:
    t = read(tagger, text)
    assert len(t.pos) == len(t.name) == len(t.entity) == len(t)
    assert set(t.pos) <= set(TAGS)
    assert set(t.entity) <= set(SORTS)


def test_threads_change_nothing(tagger: Tagger) -> None:
    text = "\n".join(
        f"Council leader Ana Brill said on day {i} that the ferry to Oster Bay would sail." for i in range(60)
    )
    one, two = tagger.tag([text])[0], load(threads=2).tag([text])[0]
    for part in ("pos", "name", "entity"):
        assert (getattr(one, part) == getattr(two, part)).all()

"""Scenes of disputes: what a shown pair is of, what is counted, and the half that is not in the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import dispute_scenes
from evals.dispute_scenes import Annotated, is_of, place
from sayso.records import Span

SCENE = {
    "id": "ferry",
    "articles": [
        {
            "id": "one",
            "outlet": "The Ellery Post",
            "date": "2025-03-04",
            "title": "Ferry sold",
            "text": "The council has sold the old ferry to a bank, harbour master Ada Penrose said on Tuesday.\n\n"
            "“It rained all night,” said Bo Hale.",
        },
        {
            "id": "two",
            "outlet": "The Brack Herald",
            "date": "2025-03-04",
            "title": "No sale",
            "text": "Mayor Tom Wick denied that the council had sold the old ferry to a bank.",
        },
    ],
    "disputes": [
        {
            "kind": "denial",
            "mark": "explicit",
            "a": {"article": "one", "words": "The council has sold the old ferry"},
            "b": {"article": "two", "words": "denied that the council had sold the old ferry"},
        }
    ],
    "near": [
        {
            "why": "rain and a ferry",
            "a": {"article": "one", "words": "It rained all night"},
            "b": {"article": "two", "words": "had sold the old ferry"},
        }
    ],
}


def test_a_scene_is_measured_from_reading_to_recall() -> None:
    made, pairs, found = dispute_scenes.measured([(SCENE, dispute_scenes.read(SCENE))])
    assert [row.mark for row in pairs] == ["explicit", "near"]
    assert (made["explicit"], made["meaning"], made["near"]) == (1, 0, 1)
    first = made["curve"][0]
    assert (first["right"], first["explicit"], first["near"]) == (1, {"found": 1, "of": 1}, 0)
    assert first["kinds"] == {"denial": {"found": 1, "of": 1}}
    assert [each.of.mark for each in found if each.of] == ["explicit"]
    assert "1 of 1" in dispute_scenes.table(made["curve"])


def test_what_is_missed_and_what_is_wrong_are_told() -> None:
    read = dispute_scenes.read(SCENE)
    pairs = dispute_scenes.annotated(SCENE, read)
    told = dispute_scenes.look(pairs, [], [(SCENE, read)], 0.7)
    assert told.splitlines()[0] == "missed 0.00 explicit denial ferry"
    wrong = [pair._replace(mark="near") for pair in pairs]
    shown = list(dispute_scenes.shown(read, wrong, 0.4))
    assert dispute_scenes.look(wrong, shown, [(SCENE, read)], 0.4).startswith("near ")
    assert dispute_scenes.scored(shown, wrong, 0.4)["precision"] == 0


SIDES = [
    (("a", 0, 10), ("b", 5, 9), True, "both touch"),
    (("b", 0, 10), ("a", 0, 9), True, "the other way round"),
    (("a", 0, 10), ("b", 20, 29), False, "one of them lies elsewhere"),
    (("a", 0, 10), ("c", 5, 9), False, "another article"),
]


@pytest.mark.parametrize(("one", "other", "wanted", "why"), SIDES, ids=[row[-1] for row in SIDES])
def test_what_a_pair_is_of(one: tuple[str, int, int], other: tuple[str, int, int], wanted: bool, why: str) -> None:
    row = Annotated("s", "denial", "explicit", ("a", Span(3, 6)), ("b", Span(4, 8)))
    sides = [(id, (Span(start, end),)) for id, start, end in (one, other)]
    assert is_of(row, sides[0], sides[1]) is wanted, why


def test_words_are_found_whatever_their_spaces_and_marks() -> None:
    assert place("He said:\n“It’s  sold.”", "\"It's sold.", "x") == Span(9, 21)
    with pytest.raises(ValueError, match="x does not say"):
        place("He said no.", "yes", "x")


def test_a_half_that_is_absent_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(dispute_scenes.HALVES, "held", tmp_path / "disputes_held.json")
    monkeypatch.setattr("sys.argv", ["dispute_scenes", "--half", "held"])
    assert dispute_scenes.main() == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "not in the repository" in err


def test_the_scenes_of_dev_say_what_they_are_said_to_say() -> None:
    scenes = json.loads(dispute_scenes.HALVES["dev"].read_text(encoding="utf-8"))
    assert len({scene["id"] for scene in scenes}) == len(scenes) > 40
    for scene in scenes:
        texts = {each["id"]: each["text"] for each in scene["articles"]}
        for row in scene["disputes"] + scene["near"]:
            for side in "ab":
                assert place(texts[row[side]["article"]], row[side]["words"], scene["id"])

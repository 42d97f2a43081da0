"""Scenes of several articles: which attribution is meant, what the figures are of, and the half that is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import scenes_families
from evals.scenes_families import FILES, Made, Meant, ends, figures, measure, members, mistakes, name_of, readings
from sayso.coverage.sayings import sayings_of
from tests.coverage.spread.sayings import saying

CRANE = "The old crane dropped nine crates of lemons into the river"
SCENE = {
    "id": "crane",
    "articles": [
        {
            "id": "crane-1",
            "outlet": "Ellery Bell",
            "date": "2021-03-04",
            "title": "Lemons in the river",
            "text": f"“{CRANE},” said Ada Moss, the harbour master. The river is at Ellery.",
        }
    ],
    "families": [{"id": "f1", "members": [{"article": "crane-1", "words": CRANE, "change": "original"}]}],
    "apart": [
        {
            "why": "nobody says the second",
            "a": {"article": "crane-1", "words": CRANE},
            "b": {"article": "crane-1", "words": "The river is at Ellery."},
        }
    ],
}
FULL, PART, TOLD, OTHER = (saying(CRANE, f"x{at}", attribution="a1") for at in range(4))
MEANT = [
    Meant("crane", "x0", CRANE, "f1", "original", FULL),
    Meant("crane", "x1", CRANE, "f1", "trimmed", PART),
    Meant("crane", "x2", CRANE, "f1", "indirect", TOLD),
    Meant("crane", "x4", CRANE, "f1", "altered", None),
    Meant("crane", "x3", CRANE, "f2", "original", OTHER),
]
FOUND = {
    ("x0", "a1"): Made(0, frozenset({"verbatim"})),
    ("x1", "a1"): Made(0, frozenset({"trimmed"})),
    ("x2", "a1"): Made(1, frozenset({"verbatim"})),
    ("x3", "a1"): Made(0, frozenset({"altered"})),
}


def test_words_are_found_where_they_stand() -> None:
    read = readings([SCENE], None)
    every = {name: sayings_of(reading) for name, reading in read.items()}
    (found,) = members(SCENE, read, every)
    assert found.saying is not None
    assert CRANE in found.saying.words
    assert name_of(SCENE, "crane-1") in read
    first, second = ends(SCENE, SCENE["apart"][0], read, every)  # type: ignore[index,arg-type]
    assert first is not None
    assert second is None


def test_what_is_counted() -> None:
    result = measure(MEANT, [("why", FULL, OTHER), ("none", FULL, None)], FOUND, [FULL, PART, TOLD, OTHER])
    changes = result["changes"]
    assert (result["members"], result["in_the_readings"], result["families"]) == (5, 4, 2)
    assert changes["trimmed"] == {"members": 1, "joined": 1, "not_read": 0, "told": 1, "named": 1}
    assert changes["indirect"] == {"members": 1, "joined": 0, "not_read": 0, "told": 1, "named": 0}
    assert changes["altered"] == {"members": 1, "joined": 0, "not_read": 1, "told": 0, "named": 0}
    assert changes["original"] == {"members": 0, "joined": 0, "not_read": 0, "told": 2, "named": 1}
    assert result["apart"] == {"pairs": 2, "both_read": 1, "joined": 1}


def test_a_member_that_is_not_read_is_alone() -> None:
    assert figures(MEANT[:2], [7, 7])["b3_f1"] == 100.0
    assert figures(MEANT[:2], [7, None])["b3_recall"] == 50.0
    assert figures(MEANT[:2], [None, None])["b3_recall"] == 50.0


def test_each_mistake_has_a_line() -> None:
    kinds = [line.split()[0] for line in mistakes(MEANT, [("why", FULL, OTHER)], FOUND)]
    assert sorted(kinds) == ["APART", "JOINED", "JOINED", "JOINED", "NAMED", "NAMED", "NOT", "PARTED"]


def test_a_half_that_is_not_there_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FILES, "held", scenes_families.ROOT / "evals" / "scenes" / "nothing.json")
    assert scenes_families.main(["--half", "held"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "There is no evals/scenes/nothing.json, so the held half cannot be measured.\n"


def test_the_scenes_point_at_their_texts() -> None:
    scenes = json.loads(Path(FILES["dev"]).read_text(encoding="utf-8"))
    assert len(scenes) == 30
    for scene in scenes:
        texts = {row["id"]: row["text"] for row in scene["articles"]}
        for family in scene["families"]:
            assert [each["change"] for each in family["members"]].count("original") == 1
            assert all(each["words"] in texts[each["article"]] for each in family["members"])

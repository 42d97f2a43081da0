"""How speakers are compared on scenes, on names and scenes of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import scenes_speakers
from evals.scenes_speakers import Tally, article_of, figures, judge, places, same_speaker
from sayso import read_text

NAMES = [
    ("Ada Moss", "Ada Moss", True, "alike"),
    ("Ada Moss", "Mayor Ada Moss", True, "a title"),
    ("Dame Ada Moss", "Ada Moss", True, "a title that the annotator kept"),
    ("Ada Moss", "Moss", False, "the text gives more than the surname"),
    ("Ada Moss", "Eve Moss", False, "another of the surname"),
    ("Ada Beth Moss", "Ada Moss", True, "a middle name"),
    ("Ada Moss", "the owner of the mill, Ada Moss", False, "a phrase around the name"),
    ("the owner of the mill", "The owner of the mill", True, "a phrase"),
    ("a spokeswoman for the council", "spokeswoman", True, "the same head, fewer words"),
    ("a spokeswoman for the council", "the council", False, "whom she speaks for"),
    ("Pell's lawyer", "Pell", False, "whose lawyer it is"),
    ("two officials", "officials", True, "a number"),
    (None, None, True, "open, and left open"),
    (None, "Ada Moss", False, "open, and given"),
    ("Ada Moss", None, False, "given, and left open"),
]


@pytest.mark.parametrize(("gold", "made", "expected", "why"), NAMES, ids=[row[3] for row in NAMES])
def test_same_speaker(gold: str | None, made: str | None, expected: bool, why: str) -> None:
    assert same_speaker(gold, made) is expected, why


def test_words_that_stand_twice_are_the_next_ones() -> None:
    text = "“No,” she said. “No,” he said."
    assert places(text, [{"words": "No"}, {"words": "No"}]) == [(1, 3), (17, 19)]
    with pytest.raises(ValueError, match="does not have"):
        places(text, [{"words": "Yes"}])


def test_a_scene_is_counted() -> None:
    text = "Ada Moss said the bridge was safe. The council said the road was shut."
    gold = [
        {"words": "the bridge was safe", "speaker": "Ada Moss", "class": "named", "via": [], "venue": None},
        {"words": "the road was shut", "speaker": "Ada Moss", "class": "named", "via": [], "venue": None},
        {"words": "council said the road", "speaker": "Ada Moss", "class": "named", "via": [], "venue": None},
    ]
    out = Tally()
    judge({"id": "x", "text": text, "attributions": gold}, read_text(text), out)
    made = figures(out)
    assert made["annotated"] == 3
    assert made["all"]["attributions"] == 2
    assert made["all"]["full"] == 50.0
    assert made["name"]["attributions"] == 1
    assert len(out.mistakes) == 2


def test_the_date_of_a_scene_is_its_articles() -> None:
    row = {"text": "Ada Moss spoke.", "outlet": "Elmbridge Courier", "date": "2026-03-02", "title": "Moss speaks"}
    made = article_of(row)
    assert (made.outlet, str(made.published)[:10]) == ("Elmbridge Courier", "2026-03-02")


def test_a_half_that_is_not_here_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = {"dev": Path("absent.json"), "held": scenes_speakers.FOLDER / "absent.json"}
    monkeypatch.setattr(scenes_speakers, "FILES", absent)
    assert scenes_speakers.main(["--half", "held"]) == 0
    told = capsys.readouterr()
    assert told.err == "skipped: evals/scenes/absent.json is not here\n"
    assert not told.out

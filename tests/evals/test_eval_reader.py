"""From a reading to what is scored, and what is made of it: offsets, thresholds, types of mistake, floors."""

from __future__ import annotations

import tomllib

import pytest

from evals.curves import as_csv, at_least, curve
from evals.errors import classify
from evals.floors import Measured, complaints, made_from, written
from evals.reader import offsets
from evals.results import table
from evals.spans import Relation
from sayso.article import normalise


@pytest.mark.parametrize(
    "raw",
    ["plain text", "a\u00a0b\tc", "one\r\ntwo", "zero\u200bwidth and \u200b more", "\ufeffstart\u202e end\u00ad", ""],
)
def test_offsets_lead_back_to_the_raw_text(raw):
    made = normalise(raw)
    back = offsets(raw, made)
    assert len(back) == len(made) + 1
    assert back == sorted(back)
    for place, char in enumerate(made):
        assert raw[back[place]] == char or char.isspace()


def test_a_text_that_is_another_is_refused():
    with pytest.raises(ValueError, match="leaves its source"):
        offsets("one two three", "one three")


def found(start, end, score=1.0, inside=None):
    return Relation(content=((start, end),), score=score, inside=inside)


def test_a_threshold_lifts_what_was_inside():
    made = [found(0, 90, 0.9), found(10, 50, 0.2, 0), found(20, 30, 0.8, 1)]
    assert [(each.score, each.inside) for each in at_least(made, 0.5)] == [(0.9, None), (0.8, 0)]


def test_curve_of_precision_against_coverage():
    made = [found(0, 10, 0.9), found(20, 30, 0.6), found(40, 50, 0.3)]
    gold = [found(0, 10), found(22, 30), found(60, 70)]
    rows = curve([(made, gold)], (0.0, 0.5, 0.8, 0.95))
    assert [row["coverage"] for row in rows] == [100, 66.67, 33.33, 0]
    assert [row["content_precision"] for row in rows] == [66.67, 100, 100, 0]
    assert [row["content_recall"] for row in rows] == [66.67, 66.67, 33.33, 0]
    assert [row["exact_precision"] for row in rows] == [33.33, 50, 100, 0]
    assert as_csv(rows).splitlines()[1] == "0.0,100.0,66.67,66.67,33.33,33.33"


@pytest.mark.parametrize(
    ("made", "gold", "expected"),
    [
        ((0, 10), (0, 10), []),
        ((0, 10), None, ["spurious"]),
        (None, (0, 10), ["missed"]),
        ((0, 10), (0, 40), ["touched", "astray"]),
        ((0, 10), (0, 12), ["content end"]),
        ((0, 10), (2, 12), ["content start", "content end"]),
    ],
)
def test_types_of_mistake(made, gold, expected):
    ours = [found(*made)] if made else []
    theirs = [found(*gold)] if gold else []
    assert [name for name, _, _ in classify(ours, theirs)] == expected


def test_mistakes_of_cue_and_source():
    gold = Relation(((0, 5),), ((6, 10),), ((11, 31),))
    assert [n for n, _, _ in classify([Relation(((0, 3),), ((6, 9),), ((11, 31),))], [gold])] == ["cue", "source edges"]
    assert [n for n, _, _ in classify([Relation((), ((6, 10),), ((11, 31),))], [gold])] == ["source link"]


def test_floors_lie_a_little_under_and_are_asked_for_anew():
    measured = Measured("m", "aaa", {"passages": "111"}, {"passages": {"content/half f1": 80.25}})
    before = {"dev": {"exact/cue f1": 75.0}, "gold": {"dev": "222"}}
    floors = tomllib.loads(written(made_from(measured, before)))
    assert floors["passages"] == {"content/half f1": 79.75}
    assert floors["dev"] == {"exact/cue f1": 75.0}  # not measured here: kept
    assert complaints(measured, floors) == []
    worse = Measured("m", "aaa", {"passages": "111"}, {"passages": {"content/half f1": 79.0}})
    assert complaints(worse, floors) == ["passages: content/half f1 is 79, below its floor of 79.75."]
    other = Measured("m", "bbb", {"passages": "112"}, {"passages": {"content/half f1": 80.0}})
    assert len(complaints(other, floors)) == 2


def test_tables_are_markdown():
    assert table(["a", "b"], [["x", 1.25], ["yy", None]]) == "| a  |   b |\n| -- | --: |\n| x  | 1.2 |\n| yy |   – |"

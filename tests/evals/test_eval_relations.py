"""Whole relations against small tables worked out by hand."""

from __future__ import annotations

import pytest

from evals.intervals import figures
from evals.kinds import kind, quoted
from evals.relations import jaccard, kind_tallies, match, relation_tallies, role_tallies
from evals.spans import Relation, Tally


def relation(source, cue, *content, kind=None):
    return Relation((source,) if source else (), (cue,) if cue else (), content, kind=kind)


GOLD = relation((0, 5), (6, 10), (11, 31))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([(0, 10)], [(0, 10)], 1),
        ([(0, 10)], [(5, 15)], 1 / 3),
        ([(0, 10), (20, 30)], [(5, 25)], 10 / 30),
        ([(0, 10)], [(10, 20)], 0),  # they only meet
        ([], [], 0),
    ],
)
def test_jaccard(a, b, expected):
    assert jaccard(a, b) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("made", "exact", "half", "content"),
    [
        (GOLD, 1, 1, 1),
        (relation((0, 5), (6, 10), (11, 21)), 0, 1, 1),  # half of the content is enough
        (relation((0, 5), (6, 10), (11, 20)), 0, 0, 0),  # a character less is not
        (relation((40, 45), (6, 10), (11, 31)), 0, 0, 1),  # another source
        (relation(None, (6, 10), (11, 31)), 0, 0, 1),  # no source
        (relation((3, 8), (6, 10), (11, 31)), 0, 1, 1),  # the source touches
        (relation((0, 5), (6, 10), (11, 20), (21, 31)), 0, 1, 1),  # a content in two pieces is another content
    ],
)
def test_relation_tallies(made, exact, half, content):
    tallies = relation_tallies([made], [GOLD])
    assert tallies["relation/exact"] == Tally(exact, 1, 1)
    assert tallies["relation/half"] == Tally(half, 1, 1)
    assert tallies["content/half"] == Tally(content, 1, 1)


def test_each_is_matched_once():
    twice = [GOLD, relation((0, 5), (6, 10), (11, 30))]
    assert relation_tallies(twice, [GOLD])["content/half"] == Tally(1, 2, 1)


def test_the_most_pairs_are_made():
    worths = {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}  # the best pair first would leave one unmatched
    made, gold = [relation(None, None, (i, i + 1)) for i in (0, 1)], [relation(None, None, (i, i + 1)) for i in (5, 6)]
    found = match(made, gold, lambda m, g: worths.get((made.index(m), gold.index(g)), 0))
    assert found == [(1, 0), (0, 1)]


def test_half_covered_is_looser_than_half_overlap():
    tallies = relation_tallies([relation(None, None, (11, 131))], [GOLD])
    assert tallies["content/half"].hit == 0
    assert tallies["content/cover"].hit == 1


def test_roles_and_kinds_are_judged_on_matched_contents():
    gold = [relation((0, 5), (6, 10), (11, 31), kind="direct"), relation(None, (40, 45), (46, 60), kind="mixed")]
    made = [relation((0, 2), (50, 52), (11, 31), kind="direct"), relation(None, (40, 45), (46, 60), kind="indirect")]
    made.append(relation(None, None, (70, 80), kind="indirect"))
    right = role_tallies(made, gold)
    assert right["right/source"] == Tally(2, 2, 2)
    assert right["right/cue"] == Tally(1, 2, 2)
    assert right["right/kind"] == Tally(1, 2, 2)
    kinds = kind_tallies(made, gold)
    assert kinds["kind-recall/mixed"] == Tally(1, 1, 1)
    assert kinds["kind-precision/indirect"] == Tally(1, 2, 2)
    assert kinds["kind-precision/mixed"] == Tally(0, 0, 0)
    assert kinds["kind-exact/direct"] == Tally(0, 1, 1)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<“We are done,”> said Osei.", "direct"),
        ("“<We are done,>” said Osei.", "direct"),  # the marks left outside the content
        ("Osei said <they were done>.", "indirect"),
        ("Osei promised <to “fight on” until May>.", "mixed"),
        ("Osei said: <'We don't know yet'>.", "direct"),  # single marks, an apostrophe within
        ("It’s <the players’ fault>, Osei said.", "indirect"),  # apostrophes only
        ("<“It began then.>\n\n“And it ended”", "direct"),  # not closed in its paragraph
        ('<"No,"> she said. "Never."', "direct"),
    ],
)
def test_kind_by_marks(marked, expected):
    start = marked.index("<")
    end = marked.index(">") - 1
    text = marked.replace("<", "").replace(">", "")
    assert kind(text, [(start, end)]) == expected
    assert kind(text, [(start, end)], quoted(text)) == expected


def test_intervals_hold_the_figure_and_repeat():
    articles = [{"x": Tally(3, 4, 4)}, {"x": Tally(1, 4, 4)}, {"x": Tally(2, 4, 4), "y": Tally(1, 1, 1)}]
    made = figures(articles)
    assert made["x"]["f1"] == 50
    low, high = made["x"]["f1_interval"]
    assert 25 <= low < 50 < high <= 75
    assert made["y"]["gold"] == 1
    assert figures(articles) == made
    assert figures([]) == {}

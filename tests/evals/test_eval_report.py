"""How the founding report is compared, on sentences of our own."""

from __future__ import annotations

import pytest

from evals.report import compare, false_ones
from evals.spans import Relation

TEXT = "“It fell,” Osei said. “We saw it from the harbour wall.” He left."
#       0         1         2           3         4         5
FIRST, SECOND, SAID, OSEI = (0, 10), (22, 56), (16, 20), (11, 15)
TOLD = Relation((OSEI,), (SAID,), (FIRST,), kind="direct")
RESUMED = Relation((OSEI,), (), (SECOND,), kind="direct")
BOTH = Relation((OSEI,), (SAID,), (FIRST, SECOND), kind="direct")


def rights(gold, found):
    rows = compare(TEXT, [(str(i), each) for i, each in enumerate(gold)], found)
    return [(row.is_right, row.is_strictly_right) for row in rows]


def test_the_offsets_of_this_table():
    assert [TEXT[a:b] for a, b in (FIRST, SECOND, SAID, OSEI)] == [
        "“It fell,”",
        "“We saw it from the harbour wall.”",
        "said",
        "Osei",
    ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([TOLD, RESUMED], [(True, True), (True, True)]),  # as annotated
        ([BOTH], [(True, False), (True, False)]),  # one with two contents answers both, part by part
        ([TOLD], [(True, True), (False, False)]),
        ([], [(False, False), (False, False)]),
        ([Relation((), (SAID,), (FIRST, SECOND), kind="direct")], [(False, False), (False, False)]),  # no source
        ([Relation((OSEI,), (SAID,), ((0, 9), SECOND), kind="direct")], [(True, False), (True, False)]),  # 0.9
        ([Relation((OSEI,), (SAID,), ((0, 7),), kind="direct")], [(False, False), (False, False)]),  # 0.7
        ([Relation((OSEI,), (SAID,), (FIRST,), kind="mixed")], [(False, False), (False, False)]),  # another kind
    ],
)
def test_compare(found, expected):
    assert rights([TOLD, RESUMED], found) == expected


def test_what_answers_nothing_is_false_unless_it_is_also_right():
    saw = Relation(content=((31, 55),))
    rows = compare(TEXT, [("a1", TOLD)], [TOLD, saw])
    assert false_ones(rows, [], [TOLD, saw]) == [1]
    assert false_ones(rows, [Relation(content=((30, 55),))], [TOLD, saw]) == []

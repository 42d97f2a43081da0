"""How chains are compared, on hops of our own."""

from __future__ import annotations

import pytest

from evals.chain import Step, aligned, once, same_actor, same_venue
from evals.chain_passes import converted

SAID, CNN, GAZETTE = (
    Step("said", "Ada Moss", False),
    Step("broadcast", "CNN", False),
    Step("reported", "Gazette", False),
)


@pytest.mark.parametrize(
    ("gold", "made", "expected"),
    [
        ("Ada Moss", "Moss", True),  # the last word
        ("Ada Moss", "Ada", False),  # another last word
        ("NBC", "Meet the Press", True),  # one outlet: the programme's channel
        ("WSJ", "The Wall Street Journal", True),  # an alias of the lexicon
        ("Department of Justice", "Department of Defense", False),
        ("Department of Defense", "Defense Department", True),  # all words and the head
        ("a poll near the end of May", "a poll", True),
        ("Americans who voted for Moss", "a poll", False),
        ("the National Rivers Authority", "the NRA", True),  # its initials
        ("NRA", "National Dam Authority", False),
        ("I", "the author", True),
        ("Anytown.com", "Anytown", True),  # a site by its domain
        ("a report released Tuesday by the council", "A report", True),
        (None, None, True),
        (None, "Moss", False),
    ],
)
def test_same_actor(gold: str | None, made: str | None, expected: bool) -> None:
    assert same_actor(gold, made) is expected


@pytest.mark.parametrize(
    ("gold", "made", "pairs"),
    [
        ([SAID, CNN], [SAID, CNN], [(0, 0), (1, 1)]),
        ([SAID, CNN], [SAID], [(0, 0)]),
        ([SAID], [SAID, CNN], [(0, 0)]),
        ([SAID, CNN, GAZETTE], [SAID, GAZETTE], [(0, 0), (2, 1)]),
        ([SAID], [Step("reported", "Moss", False)], [(0, 0)]),  # at the first place mouth and relay are one
        ([SAID, CNN], [SAID, Step("reported", "CNN", False)], [(0, 0)]),  # later they are not
    ],
)
def test_aligned(gold: list[Step], made: list[Step], pairs: list[tuple[int, int]]) -> None:
    assert aligned(gold, made) == pairs


@pytest.mark.parametrize(
    ("gold", "made", "expected"),
    [
        ("a statement", "the statement", True),
        ("a statement", "a tweet", False),
        (None, "a tweet", False),
        (None, None, True),
    ],
)
def test_same_venue(gold: str | None, made: str | None, expected: bool) -> None:
    assert same_venue(gold, made) is expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([SAID, SAID, CNN], [SAID, CNN]),  # her own words passed on by herself
        ([SAID, Step("told", "Moss", False)], [SAID]),
        ([SAID, Step("said", "Oyelaran", False)], [SAID, Step("said", "Oyelaran", False)]),
        ([GAZETTE, GAZETTE], [GAZETTE, GAZETTE]),  # no mouth
        ([Step("said", None, False), Step("said", None, False)], [Step("said", None, False)] * 2),  # who is open
    ],
)
def test_a_mouth_that_repeats_itself_is_one(steps: list[Step], expected: list[Step]) -> None:
    assert once(steps) == expected


TEXT = "Ada Moss told CNN it held. She said it leaks."
ITEMS = [
    {"n": "A1", "content": [[18, 25]], "cue": [[9, 13]], "source": [[0, 8]], "inside": None},
    {"n": "A2", "content": [[36, 44]], "cue": [[31, 35]], "source": [[27, 30]], "inside": None},
]


@pytest.mark.parametrize(
    ("other", "kept", "agreed"),
    [
        ({"f": ["said", "Moss"], "h": [["broadcast", "CNN", "told CNN", True]]}, 2, [2, 2]),
        ({"f": ["said", "Ada Moss"]}, 1, [1, 2]),  # a hop less
        ({"f": ["said", "Oyelaran"], "h": [["broadcast", "CNN", "told CNN", True]]}, 1, [1, 2]),  # another mouth
        (0, 1, [1, 1]),  # no attribution: not asked about its chain
    ],
)
def test_two_passes_keep_what_they_agree_on(other: object, kept: int, agreed: list[int]) -> None:
    first = {"f": ["told", "Ada Moss"], "h": [["broadcast", "CNN", "told CNN", False]]}
    second = {"f": ["said", "Ada Moss"], "h": [["broadcast", "CNN", "told CNN", True]]}
    passes = [{"x": {"A": {"A1": first, "A2": mine}}} for mine in (second, other)]
    [row] = converted([{"id": "x", "attributions": ITEMS}], passes, {"x": TEXT}, "fresh")
    assert len(row["attributions"]) == kept
    assert row["agreement"]["chain"] == agreed
    hop = row["attributions"][0]["hops"][1]
    assert (hop["actor"], hop["words"], hop["inferred"]) == ([14, 17], [9, 17], False)

"""How chains are compared, on hops of our own."""

from __future__ import annotations

import pytest

from evals.chain import Step, aligned, same_actor, same_venue

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

"""A member's words beside the fullest form: nothing of either is lost, and each change stands in its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coverage.spread.compared import compared
from sayso.coverage.spread.families import families
from sayso.coverage.spread.words import words_of
from sayso.records.saying import Saying
from tests.coverage.spread.sayings import indirect, saying

FULL = "The old crane dropped nine crates of lemons, and I would load it again tomorrow without a licence."
SIGNS = {"same": "{}", "cut": "[-{}-]", "added": "[+{}+]"}

CASES = [
    (saying(f"“{FULL}”", "x2"), f"“{FULL}”", "alike"),
    (
        saying(FULL.replace("nine", "ten"), "x2"),
        FULL.replace("nine ", "[-nine-][+ten+] "),
        "a word for another",
    ),
    (
        saying("The old crane dropped nine crates of lemons", "x2"),
        "The old crane dropped nine crates of lemons[-and I would load it again tomorrow without a licence-]",
        "the end is gone",
    ),
    (
        saying("I would load it again tomorrow without a licence", "x2"),
        "[-The old crane dropped nine crates of lemons, and-]I would load it again tomorrow without a licence",
        "the beginning is gone",
    ),
    (
        saying("The crane dropped crates of lemons, and I would load it again tomorrow without a licence!", "x2"),
        "The [-old-]crane dropped [-nine-]crates of lemons, and I would load it again tomorrow without a licence!",
        "words are gone inside",
    ),
    (
        indirect("that the old crane dropped nine crates, and that I would load it again tomorrow", "x2"),
        "that the old crane dropped nine crates, [-of lemons-]and [+that+] I would load it again tomorrow[-without a licence-]",
        "told, and a word before it that counts for nothing",
    ),
]  # fmt: skip


def shown(member_of: Saying, *others: Saying) -> str:
    (family,) = families([saying(FULL), saying(FULL, "x3"), member_of, *others])
    member = next(each for each in family.members if each.saying == member_of)
    return "".join(SIGNS[run.kind].format(run.words) for run in compared(family, member))


@pytest.mark.parametrize(("form", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_each_change_stands_in_its_place(form: Saying, expected: str, why: str) -> None:
    assert shown(form) == expected


WORDS = (
    "crane",
    "lemon",
    "river",
    "crate",
    "licence",
    "harbour",
    "letter",
    "sister",
    "rope",
    "kettle",
    "the",
    "of",
    "a",
)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=3, max_size=14).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(st.lists(PHRASES, min_size=2, max_size=8))
def test_nothing_of_either_form_is_lost(phrases: list[str]) -> None:
    for family in families([saying(words, f"x{at}") for at, words in enumerate(phrases)], smallest=1):
        for member in family.members:
            runs = compared(family, member)
            assert "".join(run.words for run in runs if run.kind != "cut") == member.saying.words
            assert words_of(" ".join(run.words for run in runs if run.kind != "added")) == words_of(family.words)

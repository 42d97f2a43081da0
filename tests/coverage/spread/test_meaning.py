"""Which words are near in meaning, and what two sayings mean alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.coverage.spread.around import Around
from sayso.coverage.spread.meaning import NOTHING, meanings, meant
from sayso.coverage.spread.quoted import quoted
from tests.coverage.spread.sayings import indirect, saying


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [
        ("phone", "telephone", "lemon"),
        ("depended", "relied", "painted"),
        ("grateful", "thankful", "wooden"),
        ("opened", "opening", "lemon"),
    ],
)
def test_words_of_one_meaning_are_nearer_than_others(one: str, near: str, far: str) -> None:
    first, second = meanings().near([one], [near, far])[0].tolist()
    assert first > 0.5 > second


def test_a_word_that_the_vocabulary_has_not_is_near_nothing() -> None:
    assert meanings().near(["zorblatting"], ["zorblatting", "lemon"]).tolist() == [[0.0, 0.0]]


def test_what_is_told_in_other_words_means_the_same() -> None:
    said = quoted(saying("The telephone in the signal box was dead and nobody had repaired it since the storm."))
    told = quoted(indirect("that the phone in the signal box had not worked or been fixed after the storm"))
    other = quoted(indirect("that the lemons in the harbour shed had been sold to a circus in the spring"))
    assert meant(said, told).cover > 0.6
    assert meant(said, other).cover < 0.3
    assert meant(said, said).cover == pytest.approx(1.0)


def test_it_is_the_same_both_ways() -> None:
    one = quoted(saying("Nobody had repaired the telephone since the storm"))
    other = quoted(indirect("that the phone in the signal box was broken and had been since the storms began"))
    there, back = meant(one, other), meant(other, one)
    assert (there.told, there.cover, there.other) == pytest.approx((back.told, back.cover, back.other))


def test_the_stem_counts_where_the_vocabulary_has_no_word() -> None:
    found = meant(quoted(saying("zorblatted kettles")), quoted(saying("the kettle zorblatting")))
    assert found.cover == pytest.approx(1.0)


def test_the_subject_of_an_article_tells_less_than_what_one_alone_says() -> None:
    said = quoted(saying("The spillway cracked under the orchard"))
    told = quoted(indirect("that the spillway had cracked under the orchard"))
    often = replace(told, around=Around(frozenset(), {"spillway": 5}))
    assert meant(said, often).told < meant(said, told).told


def test_nothing_has_nothing_in_common() -> None:
    assert meant(quoted(saying("It is what it is")), quoted(saying("The spillway cracked"))) == NOTHING

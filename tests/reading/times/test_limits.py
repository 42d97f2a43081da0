"""The time stage on hostile text: it never raises, every span lies within one line, and its time grows with the text alone."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.time_scenes import plain_scene
from sayso.reading.certainty import Judgements
from sayso.reading.people import Cast
from sayso.reading.times import find, order

SIZE = 200_000
SLOWEST = 8.0
"""Seconds for the cutting and the reading of one such text; the stages alone take a fraction of it."""
PIECES = (
    "MONDAY JANUARY ",
    "“‘",
    "1 ",
    "2016 ",
    "the ",
    "two ",
    "and a half ",
    "one hundred and ",
    "the day after ",
    "last ",
    "1/2/",
    "12:30 ",
    "Friday (",
    "to ",
    "- ",
    "the the last ",
    "every ",
    "more than ",
    "years ago, ",
    "Jan. 5-7, ",
    "early late mid- ",
    "’60s ",
    "May ",
    "the end of the end of ",
    "said on Friday ",
    "will ",
    "a a few ",
    "Q3 ",
    "\n",
    "2016-01-",
    "the first week of ",
    "x",
)


def _read(text: str) -> None:
    scene = plain_scene(text)
    times = find(scene)
    for mention in times.mentions:
        assert "\n" not in mention.span.of(text)
    order(scene, times, Cast(), Judgements())


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    begin = perf_counter()
    _read(text)
    assert perf_counter() - begin < SLOWEST


def test_one_endless_sentence() -> None:
    text = "on Friday the mayor said two days later in 1998 " * (SIZE // 48)
    begin = perf_counter()
    _read(text)
    assert perf_counter() - begin < SLOWEST


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_mixture_of_such_words(pieces: list[str]) -> None:
    _read("".join(pieces))


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    _read(text)

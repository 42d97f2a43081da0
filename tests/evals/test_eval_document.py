"""The pages of figures are what the saved results say, and results come back as they were saved."""

from __future__ import annotations

import json

import pytest

from benchmarks import document as speed
from benchmarks.speed import spread
from benchmarks.texts import PAGE_WORDS, count, page, shards
from evals import document, results


@pytest.mark.parametrize(
    ("module", "command"), [(document, "python -m evals.document"), (speed, "python -m benchmarks.document")]
)
def test_the_page_is_what_the_results_say(module, command):
    assert module.PAGE.read_text(encoding="utf-8") == module.written(), f"run {command}"


def test_results_come_back(tmp_path):
    result = {
        "made": {"model": "m", "date": "d"},
        "figures": {"a/b": {"f1": 1.5, "f1_interval": [1, 2]}},
        "curve": [{"t": 0}],
    }
    path = results.save("x", result, tmp_path)
    assert results.read("x", tmp_path) == result == json.loads(path.read_text(encoding="utf-8"))
    assert '  "a/b": {"f1": 1.5, "f1_interval": [1, 2]}' in path.read_text(encoding="utf-8").splitlines()
    assert results.read("y", tmp_path) is None


def test_no_round_reads_what_an_earlier_one_read():
    dealt = shards([str(i) for i in range(20)], 7)
    assert sorted((each for shard in dealt for each in shard), key=int) == [str(i) for i in range(20)]
    assert {len(each) for each in dealt} == {2, 3}


def test_the_page_to_be_timed_has_its_words():
    assert PAGE_WORDS <= sum(count(p.split("</p>")[0]) for p in page().split("<p>")[1:]) < PAGE_WORDS + 150


def test_spread():
    assert spread([3.0, 1.0, 2.0], 1) == {"min": 1.0, "median": 2.0, "max": 3.0, "times": 3}

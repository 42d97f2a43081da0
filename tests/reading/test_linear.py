"""Every rule stage takes work that grows with the text and no faster, on texts that are made to provoke it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.rules import HOSTILE, scene_of
from sayso.model import load
from sayso.reading import certainty, chain, people, times
from tests.counted import calls

TAGGER = load()
SIZES = 15_000, 60_000
TEXTS = {
    **HOSTILE,
    "turns without end": "MOSS: Did you go?\n\nHILL: You did.\n\n",
    "questions without end": "Did you ever go there?\n\nI went.\n\nYou said no.\n\n",
}


def work(unit: str, size: int) -> dict[str, int]:
    scene, _ = scene_of(unit, size, TAGGER)
    made: dict[str, Any] = {}

    def run(stage: str, make: Callable[[], Any]) -> int:
        def kept() -> None:
            made[stage] = make()

        return calls(kept)

    return {
        "people": run("people", lambda: people.find(scene)),
        "certainty": run("certainty", lambda: certainty.judge(scene)),
        "times": run("times", lambda: times.find(scene)),
        "chain": run("chain", lambda: chain.trace(scene, made["people"])),
        "timeline": run("timeline", lambda: times.order(scene, made["times"], made["people"], made["certainty"])),
    }


@pytest.mark.parametrize("name", TEXTS)
def test_four_times_the_text_is_about_four_times_the_work(name: str) -> None:
    small, large = (work(TEXTS[name], size) for size in SIZES)
    grown = {stage: large[stage] / max(small[stage], 100) for stage in small}
    assert max(grown.values()) < 5.5, grown

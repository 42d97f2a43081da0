"""The gate: Sayso's figures do not fall below their floors (`evals/floors.toml`)."""

from __future__ import annotations

import pytest

from evals import floors
from evals.corpora import ABSENT, have


@pytest.fixture(scope="module")
def measured() -> floors.Measured:
    return floors.measure()


def test_the_floors_are_of_this_model(measured):
    assert floors.load().get("model_hash") == measured.model_hash, "run python -m evals.floors --update"


@pytest.mark.parametrize("part", ["passages", "dev", "report"])
def test_nothing_is_below_its_floor(measured, part):
    if part != "passages" and not have("polnear", "report"):
        pytest.skip(ABSENT)
    told = floors.load()
    assert told.get(part), f"there are no floors of {part}; run python -m evals.floors --update"
    mine = [
        each
        for each in floors.complaints(measured, told)
        if each.startswith((f"{part}:", "The annotations of " + part))
    ]
    assert not mine, "\n".join(mine)

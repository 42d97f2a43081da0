"""The gate: Sayso's figures do not fall below their floors (`evals/floors.toml`)."""

from __future__ import annotations

import pytest

from evals import floors, reader, whole
from evals.corpora import ABSENT, have
from evals.report import gold


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


def test_the_founding_report_reads_whole_as_a_careful_person_reads_it() -> None:
    if not have("report"):
        pytest.skip(ABSENT)
    text, _, _, _ = gold()
    [reading] = reader.readings([text])
    amiss = [check for check in whole.checks(reading) if not check.right]
    assert not amiss, "\n".join(f"{c.part} {c.what}: wanted {c.wanted}, found {c.found}" for c in amiss)

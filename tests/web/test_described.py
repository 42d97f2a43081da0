"""The API is what its OpenAPI description says: made-up requests of every kind, right and wrong, find nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from sayso.web import ServeSettings, create_app

EXAMPLES = 15
"""Requests of each kind to each address."""


@pytest.fixture(scope="module")
def described(archive: Path) -> Any:
    app = create_app(ServeSettings(archive=archive, names=("testserver", "localhost")))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_described(described: Any, mode: GenerationMode) -> None:
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        def holds(case: schemathesis.Case) -> None:
            nonlocal tried
            tried += 1
            # A schema cannot say which strings are queries and which dates exist: others are 422, with the reason.
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        holds()
    assert tried > 100

"""A server over the sample of coverage, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.asking import reader


@pytest.fixture(scope="session")
def archive(sample_at: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the sample, to be read only."""
    return sample_at(tmp_path_factory.mktemp("web") / "coverage.sayso")


@pytest.fixture(scope="session")
def client(archive: Path) -> Iterator[TestClient]:
    """A reader on this machine."""
    with reader(archive) as made:
        yield made

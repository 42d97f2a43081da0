"""A server over the sample of coverage, in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso import api
from sayso.web import ServeSettings, create_app

PAGES = Path(__file__).parents[2] / "samples" / "coverage" / "pages"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the sample coverage; to be read only."""
    path = tmp_path_factory.mktemp("web") / "coverage.sayso"
    with api.open(path, create=True) as made:
        made.add(str(PAGES))
    return path


@pytest.fixture(scope="session")
def client(archive: Path) -> Iterator[TestClient]:
    """A reader on this machine."""
    with TestClient(create_app(ServeSettings(archive=archive)), base_url="http://127.0.0.1:8765") as made:
        yield made

"""What tests of several folders share."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import sayso
from tests.sample import HOME


@pytest.fixture(scope="session")
def sample_at(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Puts an archive of the sample of coverage at a path, and returns the path.

    The model reads the pages once in a run, which takes seconds; each archive is a copy, which takes milliseconds. Nobody opens
    the first one, so a copy holds what `sayso add` wrote and nothing that another test asked, labelled or added.
    """
    first = tmp_path_factory.mktemp("sample") / "coverage.sayso"
    with sayso.open(first, create=True) as made:
        made.add(HOME / "pages")

    def put(path: Path) -> Path:
        return Path(shutil.copytree(first, path))

    return put

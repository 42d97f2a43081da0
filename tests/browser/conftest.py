"""A real browser on a real server. Every test fails where a page logs an error or asks anything of another address."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso import api
from tests.browser import hostile
from tests.browser.watching import Watched, serving, watching

HERE = Path(__file__).parent
AXE = HERE / "vendor" / "axe.min.js"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these tests are skipped, with what would mend it."""
    if CHROMIUM is None:
        skip = pytest.mark.skip(reason="no Chromium here; on Debian: sudo apt install chromium")
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(skip)


@pytest.fixture(scope="session")
def sample(sample_at: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the sample of coverage, whose stories and families are kept."""
    path = sample_at(tmp_path_factory.mktemp("browser") / "coverage.sayso")
    with api.open(path) as held:
        held.stories()
        held.families()
    with serving(path) as address:
        yield address


@pytest.fixture(scope="session")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the hostile articles."""
    folder = tmp_path_factory.mktemp("hostile")
    count = hostile.write(folder / "hostile.jsonl")
    with api.open(folder / "hostile.sayso", create=True) as made:
        assert made.add(str(folder / "hostile.jsonl"), api.ReadSettings(force=True)).added == count
        made.stories()
        made.families()
    with serving(folder / "hostile.sayso") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield made
        made.close()


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    """A page on a desk."""
    with watching(browser) as made:
        yield made


@pytest.fixture
def page(watched: Watched) -> Any:
    return watched.page


@pytest.fixture
def unscripted(browser: Any) -> Iterator[Watched]:
    """A page on a desk where no script runs."""
    with watching(browser, java_script_enabled=False) as made:
        yield made


@pytest.fixture
def axe() -> Callable[[Any], list[str]]:
    """What axe-core finds on a page that is serious or worse."""
    if not AXE.exists():
        pytest.skip("axe-core is not here; make assets fetches it")
    script = AXE.read_text(encoding="utf-8")

    def check(page: Any) -> list[str]:
        page.evaluate(script)
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        return [
            f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
            for each in found["violations"]
            if each["impact"] in ("serious", "critical")
            for node in each["nodes"][:3]
        ]

    return check

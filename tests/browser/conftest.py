"""A real browser on a real server. Every test fails where a page logs an error or asks anything of another address."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sayso import api
from tests.browser import hostile

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "samples" / "coverage" / "pages"
AXE = HERE / "vendor" / "axe.min.js"
SERVED: set[str] = set()
"""Origins of the servers under test: nothing else may be asked."""
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these tests are skipped, with what would mend it."""
    if CHROMIUM is None:
        skip = pytest.mark.skip(reason="no Chromium here; on Debian: sudo apt install chromium")
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(skip)


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[str]:
    """The address of a server of an archive, as `sayso serve` prints it. Nothing else may be printed: it would be a mistake."""
    said = archive.parent / "serve.log"
    command = [sys.executable, "-m", "sayso", "serve", str(archive), "--port", "0", *options]
    with said.open("w") as log:
        process = subprocess.Popen(command, stderr=log)
    try:
        for _ in range(600):
            found = re.search(r"http://\S+", said.read_text())
            if found or process.poll() is not None:
                break
            time.sleep(0.1)
        assert found, said.read_text()
        SERVED.add(found[0].rstrip("/"))
        yield found[0].rstrip("/")
    finally:
        process.terminate()
        process.wait(20)
    assert "Traceback" not in said.read_text(), said.read_text()[-3000:]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the sample of coverage; labels may be written."""
    path = tmp_path_factory.mktemp("browser") / "coverage.sayso"
    with api.open(path, create=True) as made:
        made.add(str(PAGES))
        made.stories()
        made.families()
    with serving(path) as address:
        yield address


@pytest.fixture(scope="session")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the hostile articles."""
    folder = tmp_path_factory.mktemp("hostile")
    count = hostile.write(folder / "hostile.jsonl")
    assert count > 200
    with api.open(folder / "hostile.sayso", create=True) as made:
        counts = made.add(str(folder / "hostile.jsonl"), api.ReadSettings(force=True))
        assert counts.set_aside <= 2
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


class Watched:
    """A page and what went wrong on it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.wrong: list[str] = []
        self.expected: list[str] = []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.context.on("request", lambda request: self._asked(request.url))  # also those of a window that it opens

    def _said(self, message: Any) -> None:
        if message.type in ("error", "warning") and not any(each in message.text for each in self.expected):
            self.wrong.append(f"{message.type}: {message.text}")

    def _asked(self, url: str) -> None:
        origin = "/".join(url.split("/", 3)[:3])
        if origin not in SERVED and not url.startswith(("data:", "blob:")):
            self.wrong.append(f"asked {url}")


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    """A page on a desk. `watched.expected` may name errors that a test provokes, such as a page that is not there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    made = Watched(page)
    yield made
    context.close()
    assert not made.wrong, made.wrong


@pytest.fixture
def page(watched: Watched) -> Any:
    return watched.page


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

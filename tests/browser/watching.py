"""A server under test, and a page that is watched: what it logs, what it asks of whom, and when it is whole."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SERVED: set[str] = set()
"""Origins of the servers under test: nothing else may be asked."""


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
        address = found[0].rstrip("/")
        _listens(int(address.rpartition(":")[2]))
        SERVED.add(address)
        yield address
    finally:
        process.terminate()
        process.wait(20)
    assert "Traceback" not in said.read_text(), said.read_text()[-3000:]


def _listens(port: int) -> None:
    """Come back once the port is listened at: the address is printed a moment before."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"nobody listens at {port}")


class Watched:
    """A page and what went wrong on it. `expected` may name errors that a test provokes, such as a page that is not there."""

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


@contextmanager
def watching(browser: Any, **options: Any) -> Iterator[Watched]:
    """A page of its own, which fails the test at its end where something went wrong on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
    try:
        made = Watched(context.new_page())
        yield made
    finally:
        context.close()
    assert not made.wrong, made.wrong


def settled(page: Any, address: str) -> None:
    """The page at an address, once nothing of it is being worked out any more."""
    page.goto(address)
    for _ in range(240):  # the page's own policy forbids Playwright's wait_for_function, which evaluates words
        page.wait_for_load_state()
        underway = page.locator(
            "meta[http-equiv=refresh], progress:not([value]), [role=status], [aria-busy=true]"
        ).count()
        if not underway and page.locator("main h1").count():  # there is none between two pages
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"{address} was never there")

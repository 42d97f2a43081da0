"""Asking a server in this process as a reader does, and what is seen of its answers."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

from httpx import Response
from starlette.testclient import TestClient

from sayso.web import ServeSettings, create_app

HOSTILE = "<script>alert(1)</script>\"'&\u202e\x00"


def reader(archive: Path, host: str = "127.0.0.1", **settings: Any) -> TestClient:
    """A reader at the server of an archive, which is to be entered and left."""
    app = create_app(ServeSettings(archive=archive, host=host, **settings))
    return TestClient(app, base_url=f"http://{host}:8765")


def settled(ask: Callable[[], Response]) -> Response:
    """The answer, asked for again while it is being worked out, as a browser does."""
    for _ in range(1200):
        found = ask()
        if found.status_code != 202:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{found.url} was never done")


def get(client: TestClient, path: str, status: int = 200, **asked: Any) -> Response:
    """What is at a path; a name that is a word of Python has a line below it at its end: `in_`."""
    params = {name.rstrip("_"): value for name, value in asked.items()}
    found = settled(lambda: client.get(path, params=params or None))
    assert found.status_code == status, found.text
    return found


def page(client: TestClient, path: str, status: int = 200, **asked: Any) -> str:
    """The page at a path."""
    return get(client, path, status, **asked).text


def words(html: str) -> str:
    """What a reader sees of a page's own part, on one line."""
    body = re.sub(r"(?s).*<main[^>]*>|</main>.*", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def complaint(html: str) -> str:
    """The sentence that says what is wrong; there is one."""
    alert, lead = (
        re.search(rf"<p [^>]*{mark}[^>]*>(.*?)</p>", html, re.S) for mark in ('role="alert"', 'class="lead"')
    )
    found = alert or lead
    assert found, html[-900:]
    return words(found[1])

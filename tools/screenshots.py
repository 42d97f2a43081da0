"""Photograph the pages: `screenshots.py CHROMIUM SAYSO PAGE ARCHIVE FOLDER` writes a picture of each view into FOLDER."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

READING = (
    # name, width, height, colour scheme, times that "n" is pressed
    ("light", 1280, 860, "light", 3),
    ("dark", 1280, 860, "dark", 5),
    ("phone", 390, 780, "light", 3),
)
VIEWS = (
    # name, address, width, height, colour scheme
    ("archive", "/", 1280, 900, "light"),
    ("search", "/search?q=gates&in=quotations", 1280, 900, "light"),
    ("person", "/person?name=Ivo+Trask", 1280, 900, "light"),
    ("family", "/family/FAMILY", 1280, 1050, "light"),
    ("story", "/story/STORY", 1280, 1050, "light"),
    ("story-phone", "/story/STORY", 390, 844, "dark"),
    ("attention", "/attention?about=siren*&in=dam+OR+gates&by=outlet", 1280, 960, "light"),
    ("coding", "/attention/code?about=siren*&in=dam+OR+gates", 1280, 760, "dark"),
    ("article", "/article/ARTICLE", 1280, 900, "light"),
)
MOST = 300_000
"""Bytes of a picture: it travels with every clone."""


def main(chromium: str, sayso: str, reading: str, archive: str, folder: str) -> None:
    with sync_playwright() as playwright, serving(sayso, archive) as address:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        for name, width, height, scheme, presses in READING:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto(Path(reading).resolve().as_uri())
            for _ in range(presses):
                page.keyboard.press("n")
            page.wait_for_timeout(800)
            taken(page, Path(folder) / f"{name}.png")
            context.close()
        words = {
            "FAMILY": first(f"{address}/api/families?limit=1")["id"],
            "STORY": first(f"{address}/api/stories?limit=1")["id"],
            "ARTICLE": first(f"{address}/api/search?q=siren+gates&limit=1")["article"],
        }
        for name, path, width, height, scheme in VIEWS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto(address + re.sub(r"[A-Z]{5,}", lambda found: words[found[0]], path))
            for _ in range(120):
                page.wait_for_timeout(500)
                if not page.locator("progress:not([value]), [role=status]").count():
                    break
            if name == "article":
                page.keyboard.press("n")
                page.wait_for_timeout(600)
            taken(page, Path(folder) / f"{name}.png")
            context.close()
        browser.close()


def taken(page: Any, target: Path) -> None:
    page.screenshot(path=target)
    size = target.stat().st_size
    print(f"{target}: {size} bytes")
    if size > MOST:
        raise SystemExit(f"{target} is over {MOST} bytes")


def first(url: str) -> Any:
    """The first of a list, asked for again while it is being worked out."""
    for _ in range(240):
        with urllib.request.urlopen(url) as answer:
            if answer.status == 200:
                return json.load(answer)[0]
        time.sleep(0.5)
    raise SystemExit(f"{url} was never answered")


@contextmanager
def serving(sayso: str, archive: str) -> Iterator[str]:
    with tempfile.NamedTemporaryFile("w+") as said:
        process = subprocess.Popen([sayso, "serve", archive, "--port", "0"], stderr=said)
        try:
            for _ in range(300):
                found = re.search(r"http://\S+", Path(said.name).read_text())
                if found:
                    break
                time.sleep(0.1)
            assert found, "the server did not start"
            yield found[0].rstrip("/")
        finally:
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    main(*sys.argv[1:])

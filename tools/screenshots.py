"""Photograph the pages: `python -m tools.screenshots CHROMIUM PAGE ARCHIVE FOLDER` writes a picture of each view into FOLDER."""

from __future__ import annotations

import json
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.serve import serving

SHOTS = (
    # name, address, width, height, colour scheme, times that "n" is pressed
    ("light", "{reading}", 1280, 860, "light", 3),
    ("dark", "{reading}", 1280, 860, "dark", 5),
    ("phone", "{reading}", 390, 780, "light", 3),
    ("archive", "{server}/", 1280, 900, "light", 0),
    ("search", "{server}/search?q=gates&in=quotations", 1280, 900, "light", 0),
    ("person", "{server}/person?name=Ivo+Trask", 1280, 900, "light", 0),
    ("family", "{server}/family/{family}", 1280, 1050, "light", 0),
    ("story", "{server}/story/{story}", 1280, 1050, "light", 0),
    ("story-phone", "{server}/story/{story}", 390, 844, "dark", 0),
    ("attention", "{server}/attention?about=siren*&in=dam+OR+gates&by=outlet", 1280, 960, "light", 0),
    ("coding", "{server}/attention/code?about=siren*&in=dam+OR+gates", 1280, 760, "dark", 0),
    ("article", "{server}/article/{article}", 1280, 900, "light", 1),
)
MOST = 300_000
"""Bytes of a picture: it travels with every clone."""


def main(chromium: str, reading: str, archive: str, folder: str) -> None:
    with sync_playwright() as playwright, serving(Path(archive)) as (server, _):
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        places = {
            "reading": Path(reading).resolve().as_uri(),
            "server": server,
            "family": first(f"{server}/api/families?limit=1")["id"],
            "story": first(f"{server}/api/stories?limit=1")["id"],
            "article": first(f"{server}/api/search?q=siren+gates&limit=1")["article"],
        }
        for name, address, width, height, scheme, presses in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto(address.format(**places))
            settle(page)
            for _ in range(presses):
                page.keyboard.press("n")
            if presses:
                page.wait_for_timeout(800)
            taken(page, Path(folder) / f"{name}.png")
            context.close()
        browser.close()


def settle(page: Any) -> None:
    """Wait until nothing on the page is still being worked out."""
    for _ in range(120):
        page.wait_for_timeout(500)
        if not page.locator("progress:not([value]), [role=status]").count():
            return
    raise SystemExit(f"{page.url} is still being worked out")


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


if __name__ == "__main__":
    main(*sys.argv[1:])

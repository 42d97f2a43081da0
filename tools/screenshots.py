"""Photograph the HTML view: `screenshots.py CHROMIUM PAGE FOLDER` writes light.png, dark.png and phone.png."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHOTS = (
    # name, width, height, colour scheme, times that "n" is pressed
    ("light", 1280, 860, "light", 3),
    ("dark", 1280, 860, "dark", 5),
    ("phone", 390, 780, "light", 3),
)
MOST = 300_000


def main(browser_path: str, page_path: str, folder: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-background-networking"]
        )
        for name, width, height, scheme, presses in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto(Path(page_path).resolve().as_uri())
            for _ in range(presses):
                page.keyboard.press("n")
            page.wait_for_timeout(800)
            target = Path(folder) / f"{name}.png"
            page.screenshot(path=target)
            size = target.stat().st_size
            print(f"{target}: {size} bytes")
            if size > MOST:
                raise SystemExit(f"{target} is over {MOST} bytes")
            context.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

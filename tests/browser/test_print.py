"""Pages on paper: dark mode left behind, nothing to press, charts within the sheet, what is folded told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_every_page import address_of
from tests.browser.watching import Watched, settled, watching

PATHS = (
    "/",
    "/search?q=siren",
    "ARTICLE",
    "/person?name=Ivo Trask",
    "FAMILY",
    "STORY",
    "STORY/attention",
    "/attention?about=siren*",
    "/attention/code?about=siren*&coder=a",
    "/read",
)
SEEN = "(every) => every.filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 80))"
"""Of some elements those that are seen."""
SHEET = 794
"""Pixels of a sheet of A4, its margins with it."""


@pytest.fixture(params=["light", "dark"])
def paper(request: pytest.FixtureRequest, browser: Any) -> Any:
    """A page of a reader whose screen is light or dark."""
    with watching(browser, color_scheme=request.param) as made:
        made.expected += ["status of 202"]
        yield made


@pytest.mark.parametrize("path", PATHS)
def test_a_page_on_paper(sample: str, paper: Watched, path: str, tmp_path: Path) -> None:
    page = paper.page
    settled(page, address_of(sample, path))
    seen_before = page.locator("form").evaluate_all(SEEN)
    assert seen_before, "on the screen there is one: the search"
    page.set_viewport_size({"width": SHEET - 110, "height": 1000})
    page.emulate_media(media="print")
    for what in ("form", "button", "a.button", "nav", ".skip"):
        assert page.locator(what).evaluate_all(SEEN) == [], what
    colours = page.evaluate(
        "() => [document.documentElement, ...document.querySelectorAll('main a, main h1, main p')]"
        ".filter((each) => each.checkVisibility())"
        ".map((each) => getComputedStyle(each)).map((style) => [style.backgroundColor, style.color])"
    )
    assert colours[0][0] == "rgb(255, 255, 255)"
    assert max(_light(ink) for _, ink in colours) < 0.55, "nothing is pale on white"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= SHEET - 110
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    assert (tmp_path / "page.pdf").stat().st_size > 5000


def test_charts_are_drawn_for_the_sheet_and_then_for_the_screen_again(sample: str, watched: Watched) -> None:
    page = watched.page
    watched.expected += ["status of 202"]
    settled(page, address_of(sample, "STORY/attention"))
    drawn = page.locator("figure .drawn svg").last
    wide = int(drawn.get_attribute("width"))
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert int(drawn.get_attribute("width")) < 700 < wide
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert int(drawn.get_attribute("width")) == wide


def test_what_is_folded_is_told(sample: str, watched: Watched) -> None:
    page = watched.page
    watched.expected += ["status of 202"]
    settled(page, address_of(sample, "STORY/timeline"))
    page.emulate_media(media="print")
    told = page.locator("details:not([open]) > summary").first
    assert "folded" in told.evaluate("(each) => getComputedStyle(each, '::after').content")


def _light(colour: str) -> float:
    """How light a colour is, 0 to 1, as a browser computes it: rgb of 0 to 255, or the first number of oklch."""
    numbers = [float(each) for each in colour[colour.index("(") + 1 : -1].replace(",", " ").split("/")[0].split()[:3]]
    if colour.startswith("oklch"):
        return numbers[0]
    return sum(part * each / 255 for part, each in zip((0.2126, 0.7152, 0.0722), numbers, strict=True))

"""Every page can be read by everybody: with a screen reader, in the dark, on a phone, twice as large, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.browser.watching import Watched, settled

PATHS = (
    "/",
    "/articles",
    "/search?q=dam&in=quotations",
    "/people",
    "/person?name=Ivo Trask",
    "/person/lines?name=Ivo Trask",
    "/moment",
    "/search",
    "/families",
    "FAMILY",
    "/stories",
    "STORY",
    "STORY/timeline",
    "STORY/disputes",
    "STORY/corrections",
    "STORY/attention",
    "ARTICLE",
    "/attention?about=siren*&in=dam&by=outlet",
    "/attention/sentences?about=siren*&in=dam",
    "/attention/terms?about=siren*&in=dam",
    "/attention",
    "/attention/code?about=siren*&in=dam",
    "/attention/code?about=siren*&in=dam&coder=a",
    "/attention/code/share?about=siren*&in=dam&coder=a",
    "/read",
    "/nowhere",
)


def address_of(sample: str, path: str) -> str:
    """The address of a page; the first family, story and article stand for all."""
    for word, list_, name in (("FAMILY", "families", "family"), ("STORY", "stories", "story")):
        if path.startswith(word):
            return f"{sample}/{name}/{_first(f'{sample}/api/{list_}?limit=1')['id']}{path.removeprefix(word)}"
    if path == "ARTICLE":
        return f"{sample}/article/{_first(f'{sample}/api/search?q=gates&limit=1')['article']}"
    return sample + path


def _first(url: str) -> Any:
    return httpx.get(url, timeout=60).json()[0]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_for_everybody(sample: str, watched: Watched, axe: Callable[[Any], list[str]], path: str) -> None:
    page, address = watched.page, address_of(sample, path)
    watched.expected += ["status of 404", "status of 202"]
    settled(page, address)
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe(page) == []
    assert page.locator("h1").count() == 1
    assert page.title()
    for width in (640, 360):  # a desk at 200 %, a phone
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 1, f"{address} is {wide} wider than {width}"


@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_as_much_without_scripts(sample: str, watched: Watched, unscripted: Watched, path: str) -> None:
    address = address_of(sample, path)
    one, other = watched.page, unscripted.page
    for each in (watched, unscripted):
        each.expected += ["status of 404", "status of 202"]
    settled(one, address)
    settled(other, address)
    assert other.locator("h1").inner_text() == one.locator("h1").inner_text()
    for figure in other.locator("figure table tbody").all():
        assert figure.is_visible()
    there = links(other)
    parts = other.locator("[data-part]").evaluate_all("all => all.map((each) => each.dataset.part)")
    assert set(parts) <= there, "what a script would fetch is one link away"
    for part in parts:
        settled(other, sample + part)
        there |= links(other)
    assert links(one) <= there


def links(page: Any) -> set[str]:
    """Where a page leads; what a chart links is in its table too."""
    found = page.locator("main a[href]:not(.drawn a)")
    return set(found.evaluate_all("all => all.map((each) => each.getAttribute('href'))"))

"""No words of an article run, load, leave or break a page, wherever they stand."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx

from tests.browser.hostile import PAYLOADS, rows
from tests.browser.watching import Watched

ALL = "/api/search?q=water OR wall OR reservoir&limit=200"
CHECK = """() => ({
  harmed: window.harmed ?? null,
  wide: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
  scripts: [...document.scripts].filter((each) => !each.src.startsWith(location.origin)).length,
  links: [...document.querySelectorAll("a[href]")].map((each) => each.protocol).filter((each) => !/^https?:$/.test(each)),
})"""


def looked_at(watched: Watched, address: str) -> None:
    """The page is whole: nothing ran, nothing leads astray, nothing sticks out."""
    _gone(watched.page, address)
    found: dict[str, Any] = watched.page.evaluate(CHECK)
    assert found["harmed"] is None, address
    assert found["wide"] <= 1, (address, found)
    assert found["scripts"] == 0, address
    assert found["links"] == [], (address, found)
    assert watched.page.locator("header.site").is_visible(), address


def _gone(page: Any, address: str) -> None:
    """At the address; a page of progress that reloads itself just then may abort the way there, which is tried again."""
    from playwright.sync_api import Error

    for attempt in range(4):
        try:
            page.goto(address, wait_until="load")
            return
        except Error as error:
            if "ERR_ABORTED" not in str(error) or attempt == 3:
                raise


def articles(address: str) -> list[str]:
    found: list[str] = []
    for number in range(1, 20):
        answer = httpx.get(f"{address}/articles?page={number}", timeout=30)
        new = [part.split('"')[0] for part in answer.text.split('href="/article/')[1:]]
        if not new:
            break
        found += new
    return list(dict.fromkeys(found))


def test_every_article_is_harmless(harmful: str, watched: Watched) -> None:
    ids = articles(harmful)
    assert len(ids) == len(list(rows()))
    for id in ids:
        looked_at(watched, f"{harmful}/article/{id}")


def test_every_list_is_harmless(harmful: str, watched: Watched) -> None:
    names = [each["name"] for each in httpx.get(f"{harmful}/api/people?limit=60", timeout=60).json()]
    families = [each["id"] for each in httpx.get(f"{harmful}/api/families?limit=12", timeout=60).json()]
    stories = [each["id"] for each in httpx.get(f"{harmful}/api/stories?limit=6", timeout=60).json()]
    assert names
    assert families
    assert stories
    paths = ["/", "/articles", "/articles?page=3", "/people", "/families", "/stories", "/read"]
    paths += [f"/search?q=water&in={place}" for place in ("text", "quotations", "speakers")]
    paths += [f"/person?name={quote(name)}" for name in names]
    paths += [f"/family/{id}" for id in families]
    paths += [f"/story/{id}{part}" for id in stories for part in ("", "/timeline", "/disputes")]
    paths += [
        "/attention?about=water&by=outlet",
        "/attention/sentences?about=wall",
        "/attention/code?about=wall&coder=a",
        "/attention/terms?about=wall",
    ]
    watched.expected.append("status of 404")
    for path in paths:
        looked_at(watched, harmful + path)


def test_what_is_asked_is_harmless_too(harmful: str, watched: Watched) -> None:
    watched.expected += ["status of 404", "status of 422", "status of 202", "status of 409"]
    for payload in PAYLOADS:
        asked = quote(payload.encode("utf-8", "replace").decode()[:280])
        for path in (
            "/search?q=",
            "/person?name=",
            "/families?q=",
            "/people?q=",
            "/attention?about=",
            "/article/",
            "/attention/code?about=a&coder=",
        ):
            looked_at(watched, f"{harmful}{path}{asked}")

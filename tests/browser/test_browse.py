"""Finding one's way into an archive, as somebody does it who was told of a story."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from tests.browser.watching import Watched, settled


def test_what_is_in_it_and_down_to_an_article(sample: str, page: Any) -> None:
    settled(page, sample + "/")
    expect(page.get_by_role("heading", name="Stories of the moment")).to_be_visible()
    expect(page.locator("a.card[href^='/story/']").first).to_be_visible()
    expect(page.locator("figure svg rect").first).to_be_visible()
    page.get_by_role("link", name="Vigil", exact=True).click()
    expect(page.get_by_text("2 articles, Vigil")).to_be_visible()
    page.locator("tbody th a").first.click()
    expect(page).to_have_url(re.compile("/article/"))


def test_search_as_one_types_then_narrow_down_then_the_words(sample: str, page: Any) -> None:
    page.goto(sample + "/search?in=quotations")
    field = page.get_by_role("searchbox", name="Words")
    field.press_sequentially("siren", delay=20)
    expect(page.locator("mark").first).to_have_text("siren")
    expect(page).to_have_url(re.compile(r"q=siren&.*in=quotations"))
    expect(page.locator("#told")).to_have_text(re.compile(r"\d+ hits"))
    hits = int(re.sub(r"\D", "", page.locator("span.told").inner_text()))
    choice = page.get_by_label("Narrow it down").get_by_role("link").first
    count = int(choice.locator(".count").inner_text())
    assert count < hits
    choice.click()
    expect(page.locator("span.told")).to_have_text(re.compile(rf"^{count} hits?$"))
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("siren")
    page.get_by_role("link", name=re.compile("^Without ")).click()
    expect(page.locator("span.told")).to_have_text(f"{hits} hits")
    page.locator(".hits .words a").first.click()
    expect(page).to_have_url(re.compile(r"/article/\w+#f\d+"))


def test_a_query_that_is_none_says_so_and_goes_on(sample: str, page: Any) -> None:
    page.goto(sample + "/search?q=siren")
    field = page.get_by_role("searchbox", name="Words")
    field.fill("siren AND")
    expect(page.get_by_role("alert")).to_be_visible()
    field.fill("siren AND gates")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("mark").first).to_be_visible()
    page.reload()
    expect(field).to_have_value("siren AND gates")


def test_search_by_keyboard_without_scripts(sample: str, unscripted: Watched) -> None:
    page = unscripted.page
    page.goto(sample + "/search")
    page.get_by_role("searchbox", name="Words").fill("siren")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_have_text("siren")


def test_somebody_and_how_a_line_of_theirs_changed(sample: str, page: Any) -> None:
    page.goto(sample + "/people")
    page.get_by_role("searchbox", name="Name").fill("trask")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Ivo Trask", exact=True).click()
    expect(page.get_by_role("heading", name="Ivo Trask")).to_be_visible()
    expect(page.locator("#lines del, #lines ins").first).to_be_visible()
    expect(page.locator("figure svg rect").first).to_be_visible()
    outlets = page.locator("section", has=page.get_by_role("heading", name="In which outlets"))
    name = outlets.get_by_role("link").first.inner_text()
    outlets.get_by_role("link").first.click()
    expect(page.get_by_role("link", name=f"Without {name}")).to_be_visible()
    page.locator("a.said").first.click()
    expect(page).to_have_url(re.compile(r"/article/\w+#f\d+"))

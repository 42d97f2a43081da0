"""What people come for, done as a person would: find the story, see the dispute, follow a quotation, read."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.watching import Watched, settled


def test_find_the_story_and_see_what_is_disputed(sample: str, watched: Watched) -> None:
    page = watched.page
    watched.expected.append("status of 202")
    page.goto(sample)
    page.get_by_role("link", name="Stories").first.click()
    page.get_by_label("What happened").fill("dam gates")
    page.get_by_role("button", name="Find the story").click()
    settled(page, page.url)
    assert "/story/" in page.url
    page.get_by_text("less sure").click()
    dispute = page.locator(
        ".disputes > li", has_text="opened the gates by hand"
    ).first  # who opened the gates is what is disputed
    sides = dispute.locator(".half")
    assert sides.count() == 2
    assert all(side.locator(".path li").count() >= 2 for side in sides.all())
    sides.first.locator(".words a").click()
    page.wait_for_url("**/article/**")
    assert re.search(r"/article/.*#f\d+$", page.url)
    assert page.locator(".card.on").count() == 1


def test_follow_a_quotation_to_its_first_mouth(sample: str, watched: Watched) -> None:
    page = watched.page
    watched.expected.append("status of 202")
    settled(page, f"{sample}/families")
    page.get_by_label("Words of a quotation").fill("my own two hands")
    page.get_by_role("button", name="Find").click()
    settled(page, page.url)
    page.locator(".list .words a").first.click()
    page.wait_for_url("**/family/**")
    assert "First seen in The Longshore" in page.locator(".lead").inner_text()
    assert page.locator(".drawn svg").count() == 1
    assert page.locator("del").count() > 0
    assert "Given to somebody else" in page.locator(".warn").first.inner_text()
    page.locator("main").get_by_role("link", name="Ivo Trask").first.click()
    page.wait_for_url("**/person**")
    assert page.locator("h1").inner_text() == "Ivo Trask"


def test_an_article_by_keyboard_alone(sample: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{sample}/search?q=siren")
    page.locator(".hits h3 a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    page.keyboard.press("n")
    assert page.locator(".card.on .badge").inner_text() == "1"
    page.keyboard.press("n")
    assert page.locator(".card.on .badge").inner_text() == "2"
    assert page.url.endswith("#f2")
    assert page.locator(".card.on .said").text_content() in page.locator(".live").text_content()
    page.keyboard.press("p")
    assert page.locator(".card.on .badge").inner_text() == "1"
    cited = page.locator(".card.on .citation")
    assert not cited.is_visible()
    page.locator(".card.on summary", has_text="Cite").focus()
    page.keyboard.press("Enter")
    cited.wait_for()
    assert page.locator(".card.on .said").inner_text().strip("“”‘’\"'") in cited.inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".card.on").count() == 0


def test_from_a_point_of_a_story_s_topics_to_its_sentences(sample: str, watched: Watched) -> None:
    page = watched.page
    watched.expected.append("status of 202")
    settled(page, sample + "/stories")
    page.locator("main a[href^='/story/']").first.click()
    page.wait_for_url("**/story/**")
    story = "/story/" + page.url.split("/story/")[1]
    settled(page, sample + story)
    part = page.locator("#attention")
    points = part.locator("figure svg a")
    expect(points.first).to_be_attached()
    told = points.nth(3).get_attribute("aria-label") or ""
    assert re.match(r"\w+, 2025-10-\d\d: [\d.]+ %", told), told
    points.nth(3).click()
    expect(page).to_have_url(re.compile("/attention/sentences"))
    expect(page.locator("main mark").first).to_have_text(re.compile(told.split(",")[0], re.IGNORECASE))
    settled(page, sample + story)
    page.get_by_label("A topic in your own words").fill("siren* OR alarm*")
    page.get_by_role("button", name="Count").click()
    settled(page, page.url)
    expect(page.locator("figure svg").get_by_text("siren* OR alarm*", exact=True)).to_be_visible()
    page.get_by_label("Another topic beside these").fill("log")
    page.keyboard.press("Enter")
    page.wait_for_url("**about=log**")
    settled(page, page.url)
    expect(page.locator("figure svg").get_by_text("log", exact=True)).to_be_visible()
    expect(page.locator("figure svg").get_by_text("siren* OR alarm*", exact=True)).to_be_visible()

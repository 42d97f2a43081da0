"""An article as a reader has it: by mouse, by finger, by keys; a text of one's own; a story on a disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso import api
from sayso.cli import main
from tests.browser.watching import SERVED, Watched

PHONE = {"width": 390, "height": 844}
TEXT = "The ferry will not run on Monday, said Ilse Marten, who keeps the harbour.\n\n“We have no crew,” she added."


@pytest.fixture
def article(sample: str, page: Any) -> Any:
    """The page of an article in which words go through somebody else's mouth."""
    page.goto(f"{sample}/articles")
    for address in dict.fromkeys(
        page.locator("main a[href^='/article/']").evaluate_all("links => links.map(each => each.href)")
    ):
        page.goto(address)
        if page.locator(".card .path").count() and page.locator(".card .whole").count():
            return page
    raise AssertionError("no article of the sample has a chain")


def chosen(page: Any) -> str | None:
    found = page.locator(".card[aria-current='true']")
    return found.get_attribute("id") if found.count() else None


def test_words_lead_to_their_details(article: Any, axe: Callable[[Any], list[str]]) -> None:
    card = article.locator(".card", has=article.locator(".path")).first
    number = card.get_attribute("id")[1:]
    assert not card.locator(".hop").first.is_visible()
    article.locator(f"#t{number}").click()
    assert chosen(article) == f"f{number}"
    assert article.url.endswith(f"#f{number}")
    assert card.locator(".path li").count() >= 3
    assert card.locator(".hop").first.is_visible()
    told = card.locator("h3").text_content() + ": " + card.locator(".said").text_content()
    assert article.locator(".live").text_content() == told
    card.get_by_text("Why", exact=True).click()
    assert card.locator("dt", has_text="Chain").is_visible()
    assert axe(article) == []
    article.reload()
    assert chosen(article) == f"f{number}"  # the address has it


def test_keys_walk_through_the_findings(article: Any) -> None:
    for key, wanted in (("n", "f1"), ("j", "f2"), ("ArrowRight", "f3"), ("ArrowLeft", "f2"), ("p", "f1"), ("k", None)):
        article.keyboard.press(key)
        last = f"f{article.locator('.card').count()}"
        assert chosen(article) == (wanted or last)
    article.keyboard.press("n")
    assert article.evaluate("document.activeElement.id") == "t1"
    article.keyboard.press("Enter")
    assert article.evaluate("document.activeElement.id") == "f1"
    article.keyboard.press("Escape")
    assert chosen(article) is None
    assert article.evaluate("document.activeElement.id") == "t1"


def test_who_writes_into_a_field_does_not_walk(article: Any) -> None:
    article.locator("header input[type=search]").fill("")
    article.locator("header input[type=search]").press_sequentially("no jokes")
    assert article.locator("header input[type=search]").input_value() == "no jokes"
    assert chosen(article) is None


def test_a_citation_is_copied_and_can_be_selected(article: Any) -> None:
    article.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = article.locator(".card").first
    card.get_by_text("Cite", exact=True).click()
    told = card.locator(".citation").inner_text()
    assert card.locator(".said").inner_text().strip("“”‘’\"'") in told
    card.get_by_role("button", name="Copy citation").click()
    card.get_by_role("button", name="Copied").wait_for()
    assert " ".join(article.evaluate("navigator.clipboard.readText()").split()) == " ".join(told.split())


def test_it_leads_to_the_speaker_the_story_and_the_same_words(article: Any, sample: str) -> None:
    here = article.url
    for link, place in (
        (".card a.who", "/person?name="),
        (".card a.whole[href^='/']", "/family/"),
        (".elsewhere a >> nth=0", "/story/"),
    ):
        article.goto(here)
        article.locator(link).first.click()
        article.wait_for_url(f"{sample}{place}**")
        assert article.locator("h1").inner_text()
    article.goto(here)
    assert "#:~:text=" in article.get_by_role("link", name="on the page").first.get_attribute("href")


def test_a_finger_opens_a_sheet_that_closes(article: Any, axe: Callable[[Any], list[str]]) -> None:
    article.set_viewport_size(PHONE)
    article.reload()
    article.locator("#t1").click()
    sheet = article.locator("#f1")
    box = sheet.bounding_box()
    assert round(box["y"] + box["height"]) == PHONE["height"]
    assert box["height"] < PHONE["height"] / 2
    assert article.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(article) == []
    sheet.get_by_role("link", name="Close").click()
    assert chosen(article) is None


def test_without_scripts_the_details_are_one_link_away(article: Any, unscripted: Watched) -> None:
    page = unscripted.page
    page.goto(article.url)
    page.locator("#t1").click()
    assert page.url.endswith("#f1")
    assert page.locator("#f1 .said").is_visible()
    page.locator("#f1").get_by_text("Cite", exact=True).click()
    assert page.locator("#f1 .citation").is_visible()


def test_a_text_of_ones_own_is_read_and_taken_away(sample: str, page: Any, axe: Callable[[Any], list[str]]) -> None:
    page.goto(sample)
    page.get_by_role("link", name="Read a text").click()
    assert axe(page) == []
    page.get_by_label("Text, its paragraphs").fill(TEXT)
    page.get_by_label("Outlet").fill("Harbour News")
    page.get_by_role("button", name="Read it").click()
    page.locator(".card").first.wait_for(timeout=60_000)
    assert "/read/" in page.url
    assert "Harbour News" in page.locator(".credits").inner_text()
    assert page.locator(".card").count() == 2
    assert axe(page) == []
    with page.expect_download() as held:
        page.get_by_role("link", name="Download this page").click()
    assert "We have no crew" in Path(held.value.path()).read_text(encoding="utf-8")


def test_a_text_that_cannot_be_read_is_still_in_the_form(sample: str, watched: Watched) -> None:
    watched.expected.append("422")
    page = watched.page
    page.goto(f"{sample}/read")
    page.get_by_label("Published").fill("yesterday")
    page.get_by_label("Text, its paragraphs").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    assert "not a date" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Text, its paragraphs").input_value() == TEXT


def test_a_file_that_is_too_large_is_not_sent(sample: str, page: Any) -> None:
    page.goto(f"{sample}/read")
    large = {"name": "large.txt", "mimeType": "text/plain", "buffer": b"word " * 1_200_000}
    page.locator("input[type=file]").set_input_files(large)
    page.get_by_role("button", name="Read it").click()
    assert "can be sent" in page.locator("input[type=file]").evaluate("each => each.validationMessage")
    assert page.url == f"{sample}/read"


@pytest.fixture(scope="module")
def exported(sample_at: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a story on a disk."""
    folder = tmp_path_factory.mktemp("disk")
    archive, to = sample_at(folder / "coverage.sayso"), folder / "story"
    with api.open(archive) as held:
        story = held.stories()[0].id
    assert main(["export", str(archive), "--format", "html", "--story", story, "--to", str(to)]) == 0
    return (to / "index.html").as_uri()


@pytest.fixture
def disk(exported: str) -> Iterator[str]:
    """The same, where the disk may be asked."""
    SERVED.add("file://")
    yield exported
    SERVED.discard("file://")


@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, PHONE])
def test_a_story_opens_from_a_disk(disk: str, size: Any, page: Any, axe: Callable[[Any], list[str]]) -> None:
    page.set_viewport_size(size)
    page.goto(disk)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#disputes .half .words a").first.click()
    page.wait_for_url("**/articles/*.html#f*")
    assert chosen(page)
    assert axe(page) == []
    page.get_by_role("link", name="The story").click()
    page.wait_for_url("**/index.html")
    page.locator("#articles a").first.click()
    page.locator(".card a.who").first.click()
    page.wait_for_url("**/index.html#p-*")
    assert page.locator("#voices li:target").count() == 1

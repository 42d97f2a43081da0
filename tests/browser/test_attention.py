"""Attention as a person does it: ask, read the share, follow a number to its sentences and an article, widen, code by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso import api
from tests.browser.watching import Watched, serving, settled


@pytest.fixture(scope="module")
def own(sample_at: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server of an archive that nobody else labels, and its folder."""
    path = sample_at(tmp_path_factory.mktemp("attention") / "coverage.sayso")
    with serving(path) as address:
        yield address, path


def shown(page: Any, selector: str) -> Any:
    """The element once it is there."""
    page.wait_for_selector(selector)
    return page.locator(selector)


def test_the_share_is_measured_and_followed_to_an_article(own: tuple[str, Path], watched: Watched) -> None:
    page, (address, path) = watched.page, own
    watched.expected.append("status of 202")
    settled(page, f"{address}/attention")
    page.get_by_label("Sentences about").fill("siren*")
    page.get_by_label("Within articles that have").fill("dam")
    page.get_by_role("button", name="Count", exact=True).click()
    said = shown(page, "#quotable").inner_text()
    with api.open(path) as held:
        answer = held.attention("siren*", "dam", by="outlet")
        behind = held.sentences(answer.question)
    found = answer.overall.found
    assert f"({found.numerator:,.0f} of {found.denominator:,.0f})" in said
    assert "with 95 % confidence" in said
    page.wait_for_selector("figure[data-chart=line] .drawn svg")
    page.wait_for_selector("figure[data-chart=bars] .drawn svg")
    first = answer.rows[0].name
    bar = page.locator(f"figure[data-chart=bars] .drawn a[aria-label^='{first}']")
    bar.click()
    shown(page, "ol.list mark")
    assert page.locator("ol.list > li").count() == answer.rows[0].found.numerator
    page.locator("ol.list > li a").first.click()
    shown(page, ".reading")
    assert "/article/" in page.url
    assert any(each.article in page.url for each in behind)


def test_the_axes_begin_at_zero(own: tuple[str, Path], watched: Watched) -> None:
    page, (address, _) = watched.page, own
    watched.expected.append("status of 202")
    settled(page, f"{address}/attention?about=siren*")
    for chart in ("line", "bars"):
        page.wait_for_selector(f"figure[data-chart={chart}] .drawn svg")
        assert "0 %" in page.locator(f"figure[data-chart={chart}] .drawn svg text").all_text_contents()


def test_a_suggested_word_widens_the_query_by_one_click(own: tuple[str, Path], watched: Watched) -> None:
    page, (address, _) = watched.page, own
    watched.expected.append("status of 202")
    settled(page, f"{address}/attention?about=siren*&by=none")
    shown(page, "#wider ol.terms a.chip").first.click()
    shown(page, "#quotable")
    assert page.get_by_label("Sentences about").input_value().startswith("siren* OR ")


def test_ten_sentences_are_coded_with_the_keyboard(
    own: tuple[str, Path], watched: Watched, axe: Callable[[Any], list[str]]
) -> None:
    page, (address, path) = watched.page, own
    watched.expected.append("status of 202")
    settled(page, f"{address}/attention?about=siren*&by=none")
    page.get_by_role("link", name="Code a sample").click()
    page.get_by_label("Your name or initials").fill("ada")
    page.get_by_role("button", name="Begin").click()
    shown(page, "#sentence")
    page.wait_for_load_state()  # until then no script hears a key
    seen = []
    for number, key in enumerate("ynnsunynnyn", 1):
        seen.append(page.locator("#sentence").inner_text())
        page.keyboard.press(key)
        count = number if number < 5 else number - 2  # the fifth takes the fourth back
        shown(page, f"#work :text('{count} seen by you')")
    assert seen[3:5] == seen[5:7], "what was taken back is asked again"
    assert len(set(seen)) == 9
    assert axe(page) == []
    with api.open(path) as held:
        told = held.labelled("siren*")
    assert told.by_coder == (("ada", 9),)
    page.keyboard.press("y")
    shown(page, "#work :text('10 seen by you')")
    page.reload()
    assert "10 seen by you" in shown(page, "#work").inner_text()


def test_the_interval_is_seen_to_tighten(own: tuple[str, Path], watched: Watched) -> None:
    page, (address, path) = watched.page, own
    watched.expected.append("status of 202")
    with api.open(path) as held:
        for number, each in enumerate(held.to_label("gate*", "ada")):
            if number == 58:
                break
            held.label("gate*", each.sentence.article, each.sentence.span, "gate" in each.sentence.text.lower(), "ada")
    settled(page, f"{address}/attention/code?about=gate*&coder=ada")
    page.wait_for_selector("#share figure[data-chart=course] .drawn svg")
    assert "put right by 58 labels" in page.locator("#share").inner_text()
    page.keyboard.press("n")
    shown(page, "#share :text('put right by 59 labels')")
    page.wait_for_selector("#share figure[data-chart=course] .drawn svg")


def test_coding_works_without_scripts(own: tuple[str, Path], unscripted: Watched) -> None:
    page, (address, path) = unscripted.page, own
    unscripted.expected.append("status of 202")
    page.goto(f"{address}/attention/code?about=dam&coder=bo")
    shown(page, "#sentence")
    page.get_by_role("button", name="Yes").click()
    shown(page, "#work :text('1 seen by you')")
    page.get_by_role("button", name="No").click()
    shown(page, "#work :text('2 seen by you')")
    with api.open(path) as held:
        assert held.labelled("dam").by_coder == (("bo", 2),)

"""The truth of samples/coverage holds for its pages: words stand where they are said to, and the pages read as meant."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import pytest

from sayso.api import article_from_html, read_each
from sayso.errors import SaysoError
from sayso.records import Article
from tests.sample import HOME, PAGES, TRUTH
from tools import sample_attention, sample_pages

DONE = {"verbatim", "trimmed", "spliced", "altered", "paraphrased", "re-attributed"}
KINDS = {"against", "denial", "myth", "numbers", "will"}
AUTHORS_MISREAD = {"ballycorrin-brief.html"}
"""A byline that names nobody, *Compiled from agencies*, is read as a name."""


@cache
def article(page: str) -> Article:
    return article_from_html((HOME / "pages" / page).read_bytes())


def pointers(value: Any) -> Iterator[dict[str, str]]:
    """Everything in the truth that names a page and words of it."""
    if isinstance(value, dict):
        if "page" in value and "words" in value:
            yield value
        for inner in value.values():
            yield from pointers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from pointers(inner)


def test_every_page_is_in_the_truth_once() -> None:
    listed = [row["file"] for row in (*TRUTH["pages"], *TRUTH["set_aside"])]
    assert sorted(listed) == sorted(path.name for path in (HOME / "pages").iterdir())


def test_pages_are_what_their_bodies_and_templates_make() -> None:
    for body in (HOME / "bodies").glob("*.txt"):
        made = sample_pages.page(body.stem, body.read_text(encoding="utf-8"))
        assert (HOME / "pages" / f"{body.stem}.html").read_text(encoding="utf-8") == made, body.name


@pytest.mark.parametrize("page", PAGES)
def test_words_stand_in_the_text_of_their_page(page: str) -> None:
    text = article(page).text
    for pointer in pointers(TRUTH):
        if pointer["page"] == page:
            assert pointer["words"] in text


def test_pointers_name_pages_that_are_read() -> None:
    assert {pointer["page"] for pointer in pointers(TRUTH)} <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_page_reads_as_meant(page: str) -> None:
    row, read = PAGES[page], article(page)
    assert (read.title, read.outlet, read.language) == (row["title"], row["outlet"], "en")
    if page not in AUTHORS_MISREAD:
        assert [name for name in read.authors if name != "Corvane"] == row["authors"]
    said = [row["page_says"], row.get("page_also_says")]
    assert (read.published.isoformat() if read.published else None) in said


@pytest.mark.parametrize("row", TRUTH["set_aside"], ids=lambda row: row["file"])
def test_page_is_set_aside(row: dict[str, str]) -> None:
    (outcome,) = read_each([str(HOME / "pages" / row["file"])])
    assert outcome.aside is not None
    assert outcome.aside.code == row["code"]


@pytest.mark.parametrize("page", [row["file"] for row in TRUTH["set_aside"] if row["code"] != "empty"])
def test_what_is_set_aside_is_no_article(page: str) -> None:
    with pytest.raises(SaysoError):
        article(page)


def moment(page: str) -> datetime:
    """When a page came out in truth; one of which only the day is known comes last on it."""
    said = PAGES[page]["published"]
    if "T" in said:
        return datetime.fromisoformat(said)
    return datetime.fromisoformat(f"{date.fromisoformat(said) + timedelta(1)}T00:00:00+01:00")


def bare(words: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", words.lower().replace("’", ""))


def holds(outer: list[str], inner: list[str]) -> bool:
    return any(outer[i : i + len(inner)] == inner for i in range(len(outer) - len(inner) + 1))


@pytest.mark.parametrize("family", TRUTH["families"], ids=lambda family: family["id"])
def test_family_is_in_order_and_its_words_are_what_was_done_to_them(family: dict[str, Any]) -> None:
    members = family["members"]
    assert members[0]["page"] == family["first"]
    assert members == sorted(members, key=lambda member: moment(member["page"]))
    whole = bare(family["quotation"])
    for member in members:
        done, words = set(member["done"]), bare(member.get("quotation", member["words"]))
        assert done
        assert done <= DONE
        if done & {"paraphrased", "spliced"}:
            continue
        kept = "same" if words == whole else "part" if holds(whole, words) else "other"
        assert kept == ("other" if "altered" in done else "part" if "trimmed" in done else "same"), member


def test_families_use_every_kind_of_change() -> None:
    assert {done for family in TRUTH["families"] for member in family["members"] for done in member["done"]} == DONE
    assert len({family["id"] for family in TRUTH["families"]}) >= 8


def test_disputes_and_what_are_none() -> None:
    for row in (*TRUTH["disputes"], *TRUTH["no_disputes"]):
        assert row["kind"] in KINDS
        assert row["a"] != row["b"]
        assert row.get("settled", row["a"]["page"]) in PAGES
    assert len(TRUTH["disputes"]) >= 6
    assert len(TRUTH["no_disputes"]) >= 5


def shingles(page: str) -> set[tuple[str, ...]]:
    words = bare(article(page).text)
    return set(zip(*(words[i:] for i in range(5)), strict=False))


@pytest.mark.parametrize("wire", TRUTH["wire"], ids=lambda wire: wire["original"])
def test_wire_copies_are_copies(wire: dict[str, Any]) -> None:
    original = shingles(wire["original"])
    for page in wire["copies"]:
        copy = shingles(page)
        assert len(copy & original) > 0.75 * len(copy), page
        assert (len(copy & original) < 0.6 * len(original)) == (page in wire["cut"]), page
        assert moment(page) > moment(wire["original"])
    added = wire.get("paragraph_added")
    if added:
        assert added["words"] not in article(wire["original"]).text


def test_near_duplicates_are_near_and_no_others_are() -> None:
    known = [{wire["original"], *wire["copies"]} for wire in TRUTH["wire"]]
    known += [set(row["pages"]) for row in TRUTH["near_duplicates"]]
    cut = {page for wire in TRUTH["wire"] for page in wire["cut"]}
    made = {page: shingles(page) for page in PAGES}
    for one in PAGES:
        for other in PAGES:
            if one < other and not {one, other} & cut:
                shared = len(made[one] & made[other]) / len(made[one] | made[other])
                assert (shared > 0.5) == any({one, other} <= group for group in known), (one, other, shared)


def test_timeline_has_dates_on_which_outlets_disagree() -> None:
    for row in TRUTH["timeline"]:
        given = {source["when"] for source in row["sources"]}
        differs = any(not (a.startswith(b) or b.startswith(a)) for a in given for b in given)
        assert differs == row.get("disagree", False), row["id"]
        assert any(when.startswith(row["when"]) or row["when"].startswith(when) for when in given), row["id"]
    assert any(row.get("disagree") for row in TRUTH["timeline"])


def test_stories_have_their_pages() -> None:
    ids = {story["id"] for story in TRUTH["stories"]}
    count = {each: sum(row["story"] == each for row in PAGES.values()) for each in ids}
    assert count.pop(TRUTH["main_story"]) >= 30
    assert set(count.values()) <= {3, 4}
    assert {row["story"] for row in PAGES.values()} - ids == {None}
    assert all(row.get("mentions") for row in PAGES.values() if row["story"] is None)


def test_shares_are_as_counted() -> None:
    again = sample_attention.counted(json.loads(json.dumps(TRUTH)))
    assert again["attention"] == TRUTH["attention"], "python tools/sample_attention.py counts them anew"
    assert len(again["attention"]["topics"]) >= 4


@pytest.mark.parametrize("topic", TRUTH["attention"]["topics"], ids=lambda topic: topic["id"])
def test_what_a_query_misses_and_takes_wrongly(topic: dict[str, Any]) -> None:
    for name, matches in (("missed", False), ("wrongly_taken", True)):
        for row in topic[name]:
            found = [
                each for each in sample_attention.sentences_of(HOME / "pages" / row["page"]) if row["words"] in each
            ]
            assert len(found) == 1, row
            assert bool(re.search(topic["pattern"], found[0], re.I)) == matches, row

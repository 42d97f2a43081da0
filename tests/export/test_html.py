"""The HTML view: whole, self-contained, and deaf to what a page would like it to do."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.head import day
from sayso.export.html import render, render_for_notebook
from sayso.export.markup import tag
from sayso.records import Article, Block, BlockKind, Reading
from tests.marked import reading, whole

STORY = reading(
    "[C1 “Not today,”] [Q1 said] [S1,2 Ines Marlow], [Q2 adding] [C2 that [S3 the firm] [Q3 had promised] [C3 “care”]].\n\n"
    "Share this\n\n[C4 “Nine months is another thing.”]",
    kinds={1: BlockKind.OTHER},
    title="Bridge to shut",
    outlet="The Ellery Courier",
    authors=("Mara Quill",),
    published=date(2024, 3, 5),
    url="https://courier.example/a-b#part",
)


class Page(HTMLParser):
    """What a browser would make of a page, as far as these tests ask."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(markup)

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((name, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, attribute: str) -> list[str]:
        return [made[attribute] or "" for _, made in self.tags if attribute in made]


def test_every_word_of_the_article_is_there() -> None:
    shown = "".join(Page(render(STORY)).text)
    for word in STORY.article.text.split():
        assert word.strip("“”,.") in shown


def test_every_link_within_the_page_leads_somewhere_and_ids_are_unique() -> None:
    page = Page(render(STORY))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    within = [link[1:] for link in page.values("href") if link.startswith("#")]
    assert {"f1", "f2", "f3", "f4", "t1", "t2", "t3", "t4"} <= set(within) & set(ids)
    assert set(within) <= set(ids)


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    made = render(STORY)
    policy = next(a["content"] for name, a in Page(made).tags if a.get("http-equiv") == "Content-Security-Policy")
    for element in ("style", "script"):
        (inner,) = re.findall(rf"<{element}>(.*?)</{element}>", made, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in str(policy)
    assert str(policy).startswith("default-src 'none'; ")
    assert "unsafe" not in str(policy)
    page = Page(made)
    assert not page.values("src")
    assert not page.values("style")
    assert not [name for _, a in page.tags for name in a if name.startswith("on")]


def test_a_link_back_to_the_words_on_the_page() -> None:
    assert "https://courier.example/a-b#:~:text=%E2%80%9CNot%20today%2C%E2%80%9D" in Page(render(STORY)).values("href")


def test_furniture_is_labelled_and_nothing_in_it_is_marked() -> None:
    assert '<p class="lines furniture other"><span class="label">Page furniture</span> Share this</p>' in render(STORY)


def test_nesting_shows_in_text_and_list() -> None:
    made = render(STORY)
    assert 'class="m content direct h1 d2 f2 f3"' in made, "the inner words lie in both contents"
    assert re.search(r'id="f3" class="card r1 in1"', made)
    assert 'inside <a href="#f2">2</a>' in made


def test_sources_with_the_same_words_share_a_colour() -> None:
    made = render(
        reading("[S1 Osei] [Q1 said] [C1 a]. [S2 osei] [Q2 said] [C2 b]. [S3 Marlow] [Q3 said] [C3 c]. [C4 “d”]")
    )
    cards = re.findall(r'id="f\d" class="card (\S+) in0"', made)
    assert cards == ["r0", "r0", "r1", "r-none"]


def test_a_title_that_opens_the_text_is_not_shown_twice() -> None:
    made = reading("Bridge to shut\n\nText.", kinds={0: BlockKind.HEADING}, title="Bridge  to shut")
    assert render(made).count("<h1>") == 1


HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)> \" ' & \x1b \u202e \ud800 ]]> <!--"


def test_a_hostile_page_stays_text() -> None:
    article = Article(
        id=HOSTILE,
        text=HOSTILE,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(HOSTILE), HOSTILE),),
        title=HOSTILE,
        authors=(HOSTILE,),
        outlet=HOSTILE,
        url="javascript:alert(1)//" + HOSTILE,
        language='en" onload="alert(1)',
    )
    made = render(Reading(article, (), HOSTILE, (HOSTILE,)))
    page = Page(made)
    assert [name for name, _ in page.tags].count("script") == 1
    assert "img" not in [name for name, _ in page.tags]
    assert not [name for _, a in page.tags for name in a if name.startswith("on")]
    assert not [link for link in page.values("href") if "javascript" in link]
    assert "\x1b" not in made
    assert "\u202e" not in made
    made.encode("utf-8")


@given(st.text(st.characters(exclude_categories=[]), min_size=1))
def test_no_text_makes_an_element(words: str) -> None:
    article = Article("x", words, (Block(BlockKind.PARAGRAPH, 0, len(words)),), title=words, url=words)
    page = Page(render(Reading(article, (), words, (words,))))
    plain = Page(render(Reading(Article("x", "a", (Block(BlockKind.PARAGRAPH, 0, 1),), "a", url="a"), (), "a", ("a",))))
    allowed = {name for name, _ in plain.tags}
    assert {name for name, _ in page.tags} <= allowed


@pytest.mark.parametrize(
    ("made", "expected", "why"),
    [
        (tag("p", "a < b & c"), "<p>a &lt; b &amp; c</p>", "text is escaped"),
        (tag("p", tag("b", "x")), "<p><b>x</b></p>", "markup is not escaped twice"),
        (tag("p", [("a", tag("i", "b"))]), "<p>a<i>b</i></p>", "children nest"),
        (tag("a", "x", href='" onclick="y'), "<a>x</a>", "what is no address is left out"),
        (
            tag("a", "x", href="HTTPS://e.example/?a=1&b=2"),
            '<a href="HTTPS://e.example/?a=1&amp;b=2">x</a>',
            "addresses",
        ),
        (tag("p", class_=None, hidden=True, aria_label="a"), '<p hidden aria-label="a"></p>', "names and absences"),
        (tag("meta", charset="utf-8"), '<meta charset="utf-8">', "void elements do not close"),
    ],
)
def test_tag(made: str, expected: str, why: str) -> None:
    assert made == expected, why


def test_days_are_said_alike_everywhere() -> None:
    assert day(date(2024, 3, 5)) == "5 March 2024"
    assert day(datetime(2024, 3, 5, 6, 30)) == "5 March 2024, 06:30"
    assert day(datetime(2024, 3, 5, 6, 30, tzinfo=UTC)) == "5 March 2024, 06:30 UTC"
    assert day(datetime(99, 1, 1) + timedelta(hours=1)).startswith("1 January 99")


def test_a_notebook_gets_a_frame_of_its_own() -> None:
    (frame,) = [made for name, made in Page(render_for_notebook(STORY)).tags if name == "iframe"]
    assert frame["sandbox"] == "allow-scripts"
    assert frame["srcdoc"] == render(STORY)


@pytest.mark.skipif(not shutil.which("chromium"), reason="no chromium here; on Debian: apt install chromium")
def test_the_script_runs_under_its_policy_and_selects(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(render(STORY), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    command += [
        f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=3000",
        "--dump-dom",
        f"{page.as_uri()}#f3",
    ]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    assert 'class="js"' in shown
    assert re.search(r'id="f3" class="card r1 in1 on"[^>]* aria-current="true"', shown)
    assert re.search(r'<a href="#f3" class="m content direct h1 d2 f2 f3 on"', shown)


def test_a_whole_reading_shows_speakers_chains_doubts_and_times() -> None:
    made = render(whole())
    page = Page(made)
    shown = " ".join("".join(page.text).split())
    assert "In part agency copy: Ellery Press Agency" in shown
    assert "2 mouths away" in shown
    assert "hedged, denied" in shown
    assert "nobody named" in shown
    assert "People and sources (3)" in shown
    assert re.search(r"When \(2\)\s*about May 2023", shown)
    path = re.search(r'<ol class="path".*?</ol>', made, re.DOTALL)
    assert path
    assert re.findall(r">([^<>]+)</span>", path[0]) == ["Ines Marlow", "the Courier", "The Ellery Gazette"]
    assert re.findall(r'<span class="hedge">([^<]+)</span>', made) == ["apparently", "may", "not sure"]
    assert re.findall(r'<span class="time">([^<]+)</span>', made) == ["Monday", "May 2023", "when"]


def test_one_speaker_has_one_colour_whatever_the_words() -> None:
    colours = dict(re.findall(r'<a href="#f(\d)" class="m source (r\S+)', render(whole())))
    assert colours == {"1": "r0", "2": "r0"}

# ruff: noqa: E501 - pages and their reasons, a row a line
"""Pages of HTML: what is the article, of what kind each block is, what the page says of itself. Every page is our own."""

from __future__ import annotations

import contextlib
import gzip
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import article_from_capture, article_from_html
from sayso.article.authors import names_in
from sayso.article.plain import check_blocks
from sayso.article.titles import choose
from sayso.errors import CaptureError, LanguageError, NoArticleError, SaysoError
from sayso.records import Article, Capture, Given

PAGE = """<!doctype html><html lang="en-GB"><head><title>Ferry stays in port | The Arden Post</title>
<meta property="og:title" content="Ferry stays in port - The Arden Post"><meta property="og:site_name" content="The Arden Post">
<meta name="description" content="The board will not let the ferry sail before the ice has gone.">
<link rel="canonical" href="https://arden.example/news/ferry">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Arden Post"},
{"@type": "NewsArticle", "headline": "Ferry stays in port", "datePublished": "2021-03-04T09:30:00+00:00",
"dateModified": "2021-03-05T10:00:00Z", "author": [{"@type": "Person", "name": "By Ada Quill"}, {"name": "Tom Reed"}]}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<header><h1>Ferry stays in port</h1><p class="standfirst">The board will not let the ferry sail before the ice has gone.</p></header>
<article><div class="story-body">
<p>The harbour board said on Monday that the ferry would not sail before the spring because of the ice at the pier.</p>
<figure><img src="a.jpg"><figcaption>The ferry at the pier on Monday morning</figcaption></figure>
<p>“We have waited for a month and we can wait for another one,” the head of the board, Mara Osei, told the meeting.</p>
<blockquote><p>Nobody will be asked to cross the ice on foot while I am here.</p></blockquote>
<aside class="pullquote">“The ice decides and not the board.”</aside>
<h2>What happens next</h2>
<ul><li>The board will meet again in the first week of April.</li><li>Tickets stay good until the end of the year.</li></ul>
<div class="related-links"><h3>Related stories</h3><ul><li><a href="/x">The long winter of the island in pictures</a></li></ul></div>
<p>“I do not believe a word of it.”</p>
<p><a href="/y">Read more: Islanders ask for a bridge</a></p>
<table><tr><th>Winter</th><th>Days of ice</th></tr><tr><td>2019</td><td>12</td></tr><tr><td>2020</td><td>31</td></tr></table>
<p>The last winter in which the ferry stood still for so long was that of 1921, the records of the harbour show.</p>
<p>Correction: an earlier version of this report gave the wrong year for the last long winter on the island.</p>
</div></article><footer><p>© 2021 The Arden Post</p><p>Sign up for our newsletter</p></footer></body></html>"""
BODY = "".join(
    f"<p>The harbour board said on day {i} that the ferry would not sail before the spring of the year.</p>"
    for i in range(9)
)


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(str(b.kind), b.span.of(article.text)) for b in article.blocks]


def test_the_whole_page() -> None:
    article = article_from_html(PAGE, url="https://arden.example/news/ferry?from=mail")
    check_blocks(article.text, article.blocks)
    got = blocks(article)
    assert [kind for kind, _ in got if kind != "related"] == (
        ["paragraph"] * 2 + ["caption", "paragraph"] + ["quotation"] * 2 + ["heading"] + ["list"] * 2 + ["paragraph", "table"]
        + ["paragraph"] * 2
    )  # fmt: skip
    assert ("quotation", "“The ice decides and not the board.”") in got
    assert ("paragraph", "“I do not believe a word of it.”") in got
    assert ("related", "Read more: Islanders ask for a bridge") in got
    assert "pictures" not in article.text
    assert "newsletter" not in article.text
    assert "Home" not in article.text
    assert article.title == "Ferry stays in port"
    assert article.authors == ("Ada Quill", "Tom Reed")
    assert article.outlet == "The Arden Post"
    assert str(article.published) == "2021-03-04 09:30:00+00:00"
    assert str(article.modified) == "2021-03-05 10:00:00+00:00"
    assert article.url == "https://arden.example/news/ferry"
    assert article.language == "en"


def test_what_is_given_goes_first() -> None:
    given = Given("Another title", ("Nia Marsh",), "The Copy", date(2020, 1, 2), "https://copy.example/a")
    article = article_from_html(PAGE, given=given)
    assert (article.title, article.authors, article.outlet, article.published) == (
        "Another title",
        ("Nia Marsh",),
        "The Copy",
        date(2020, 1, 2),
    )
    assert article.url == "https://copy.example/a", "a canonical address of another site is not believed"


@pytest.mark.parametrize(
    ("encode", "charset", "why"),
    [
        (lambda s: s.encode(), None, "UTF-8 without a word"),
        (lambda s: s.encode(), "iso-8859-1", "UTF-8 declared wrongly"),
        (lambda s: s.encode("cp1252"), None, "Windows-1252 without a word"),
        (lambda s: s.encode("cp1252"), "utf-8", "Windows-1252 declared wrongly"),
        (lambda s: s.encode("utf-16"), None, "UTF-16 with its mark"),
        (lambda s: s.encode("utf-16-le"), None, "UTF-16 without"),
        (lambda s: s.encode("utf-8-sig"), None, "UTF-8 with its mark"),
        (lambda s: gzip.compress(s.encode()), None, "packed"),
        (lambda s: s.encode(), "no-such-charset", "an unknown name"),
    ],
)
def test_encodings(encode: object, charset: str | None, why: str) -> None:
    page = f"<html><body>{BODY}<p>“It’s so,” she said – twice.</p></body></html>"
    capture = Capture(encode(page), "a.html", "html", charset)  # type: ignore[operator]
    assert "“It’s so,” she said – twice." in article_from_capture(capture).text, why


def test_a_declared_charset_is_used() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>' + BODY + "<p>Mayor Wałęsa said so.</p></body></html>"
    assert "Wałęsa" in article_from_html(page.encode("iso-8859-2")).text


@pytest.mark.parametrize(
    ("html", "error", "code", "why"),
    [
        ("", NoArticleError, "no-article", "nothing as text"),
        (b"", CaptureError, "empty", "nothing as bytes"),
        (b"%PDF-1.7 ...", CaptureError, "binary", "another format"),
        (bytes(range(256)) * 20, CaptureError, "binary", "noise"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", NoArticleError, "no-article", "navigation alone"),
        (
            "<html><body>" + "".join(f"<h3><a href='/{i}'>The story number {i} of this page</a></h3>" for i in range(40)) + "</body></html>",
            NoArticleError, "no-article", "a list of articles",
        ),
        ("<html><body><h1>Log in</h1><p>Please log in to read this article.</p></body></html>", NoArticleError, "wall", "a login wall"),
        (
            "<html><body><h1>Ferry</h1><p>The ferry stays in port, the board said.</p><p>Subscribe to continue reading.</p></body></html>",
            NoArticleError, "wall", "a stub before a wall",
        ),
        ("<html lang='de'><body>" + "<p>Der Hafen bleibt wegen des Eises geschlossen, sagte die Leiterin am Montag vor der Presse.</p>" * 3,
         LanguageError, "not-english", "another language"),
    ],
)  # fmt: skip
def test_pages_that_give_no_article(html: str | bytes, error: type[SaysoError], code: str, why: str) -> None:
    with pytest.raises(error) as caught:
        article_from_html(html, name="a.html")
    assert caught.value.code == code, why
    assert str(caught.value).startswith("a.html")


def test_a_page_of_one_sentence() -> None:
    article = article_from_html("<html><body><p>“We won’t sail,” said the head of the board.</p></body></html>")
    assert blocks(article) == [("paragraph", "“We won’t sail,” said the head of the board.")]


@pytest.mark.parametrize(
    ("headlines", "seen", "shared", "window", "sites", "title", "why"),
    [
        ([], [], "Ice – The Post", "", ["The Post"], "Ice", "the site's name after a dash"),
        ([], [], "The Post | Ice", "", ["The Post"], "Ice", "the site's name in front"),
        (
            [],
            ["Ice at the pier"],
            "Ice at the pier | News | The Post",
            "",
            [],
            "Ice at the pier",
            "the rest is a heading",
        ),
        (
            ["Ice"],
            ["Log in", "Ice"],
            "Ice - Arden - The Post",
            "",
            [],
            "Ice",
            "a heading of the page's own is passed over",
        ),
        ([], [], "Who rules - and why", "", ["The Post"], "Who rules - and why", "a dash of its own stays"),
        (
            ["A late title"],
            ["A title seen"],
            "A title seen",
            "A late title",
            [],
            "A title seen",
            "even: what a reader sees",
        ),
        ([], [], "", "", ["The Post"], None, "no title at all"),
    ],
)
def test_titles(
    headlines: list[str], seen: list[str], shared: str, window: str, sites: list[str], title: str | None, why: str
) -> None:
    assert choose(headlines, seen, shared, window, sites) == title, why


@pytest.mark.parametrize(
    ("words", "names", "why"),
    [
        ("By Ada Quill and Tom Reed, Staff Writers", ["Ada Quill", "Tom Reed"], "a byline"),
        ("Ada Quill in Port Arden", ["Ada Quill"], "with her place"),
        ("https://arden.example/quill", [], "an address"),
        ("ada@arden.example", [], "a mail address"),
        ("Written by Ada Quill; Nia Marsh", ["Ada Quill", "Nia Marsh"], "semicolons"),
        ("", [], "nothing"),
    ],
)
def test_authors(words: str, names: list[str], why: str) -> None:
    assert names_in(words) == names, why


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "<b>", "</div>", "<blockquote>", "<table><tr><td>", "<li>", "<br>", "“", "\x00",
                                 "\ud800", "<!--", "-->", "<script>", "&#0;", "&amp", "The board said so. ", "<h1>", "]]>"]), max_size=40))  # fmt: skip
def test_no_page_raises_anything_of_its_own(parts: list[str]) -> None:
    try:
        article = article_from_html("".join(parts))
    except SaysoError:
        return
    check_blocks(article.text, article.blocks)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 5000 + BODY,
        "<p>" + '"' * 200_000 + "</p>",
        "<b>" * 5000 + BODY,
        '<p class="' + "a-" * 100_000 + '">' + BODY,
    ],
    ids=["deep", "quotation marks", "deep inline", "long class"],
)
def test_hard_pages_end_soon(html: str) -> None:
    with contextlib.suppress(SaysoError):
        article_from_html(f"<html><body>{html}</body></html>")


BARE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Gates open at night</title>
<article>
<h1>Gates open at night</h1>
<p>The gates of the Corvane dam opened on Tuesday night without a warning, the council said in a statement.</p>
<p>“Nobody rang the bell,” said Ada Moss, who keeps the inn below the weir and has done for thirty years.</p>
<p>The operator said it was looking into the matter and would publish what it found before the month was out.</p>
<p>Residents gathered at the town hall on Wednesday morning to ask why the siren had stayed silent.</p>
</article>
<footer>© 2025 The Corvane Lantern</footer>
"""


def test_a_page_without_head_and_body_tags_is_read() -> None:
    article = article_from_html(BARE)
    assert "Nobody rang the bell" in article.text
    assert article.title == "Gates open at night"


def test_the_year_of_a_copyright_line_is_no_date() -> None:
    assert article_from_html(BARE).published is None

"""What is read in the benchmarks: PolNeAR dev where it is here, else our own passages; and a page of 1,000 words of ours."""

from __future__ import annotations

import html
from collections.abc import Sequence

from evals.corpora import fixed_slice, have, passages, polnear

PAGE_WORDS = 1000
LEAST_WORDS = 40_000
"""How many words our passages are repeated to make where PolNeAR is not here; the repeats differ in their first line."""


def texts() -> tuple[str, list[str]]:
    """What the texts are, in words, and the texts in a fixed order."""
    if have("polnear"):
        articles = list(polnear("dev"))
        return "PolNeAR dev", [each.text for each in fixed_slice(articles, len(articles))]
    mine = [each.text for each in passages()]
    out: list[str] = []
    while sum(count(each) for each in out) < LEAST_WORDS:
        out.extend(f"Edition {len(out)}\n\n{each}" for each in mine)
    return "our own passages, repeated", out


def count(text: str) -> int:
    """Words as white space parts them; with marks as words of their own there are about 1.17 times as many."""
    return len(text.split())


def shards(every: Sequence[str], rounds: int) -> list[list[str]]:
    """The texts dealt out to rounds, so that no round reads a text that an earlier one has warmed a cache with."""
    return [list(every[i::rounds]) for i in range(rounds)]


def page() -> str:
    """An HTML page with `PAGE_WORDS` words of article, of our own passages, amid navigation and related links."""
    paragraphs: list[str] = []
    words = 0
    for each in passages():
        for line in each.text.split("\n"):
            if line.strip() and words < PAGE_WORDS:
                paragraphs.append(line)
                words += count(line)
    links = "".join(f'<li><a href="/section/{i}">Section {i}</a></li>' for i in range(30))
    body = "\n".join(f"<p>{html.escape(each, quote=False)}</p>" for each in paragraphs)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page to be timed</title>'
        '<meta property="article:published_time" content="2026-03-02T09:00:00Z"></head><body>'
        f"<nav><ul>{links}</ul></nav><main><article><h1>A page to be timed</h1>\n{body}\n</article></main>"
        f"<aside><h2>Related</h2><ul>{links}</ul></aside><footer>All rights reserved</footer></body></html>"
    )

"""Counts what share of the sample was about each of its topics: `python tools/sample_attention.py` rewrites truth.json.

Truth is what a query matches, less the sentences that a person said it takes wrongly, with those that they said it misses.
`--list` prints every sentence of the main story, marked with the topics that it counts for.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.api import article_from_html
from sayso.model.words import split_words
from sayso.reading.prose import prose_of
from sayso.reading.sentences import sentence_starts

HOME = Path(__file__).resolve().parent.parent / "samples" / "coverage"
TRUTH = HOME / "truth.json"
Sentences = dict[str, list[str]]


def sentences_of(page: Path) -> list[str]:
    """The sentences of a page's prose, in order: headings, list items and rows of a table too, titles not."""
    text = prose_of(article_from_html(page.read_bytes())).text
    spans = split_words(text)
    words = [text[start:end] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    paragraph = [text.count("\n", 0, start) for start in starts]
    firsts = sentence_starts(words, starts, ends, paragraph)
    return [text[starts[a] : ends[b - 1]] for a, b in zip(firsts, [*firsts[1:], len(words)], strict=True)]


def about(topic: dict[str, Any], page: str, sentence: str) -> bool:
    """Whether the sentence is about the topic, by the truth."""

    def marked(rows: list[dict[str, str]]) -> bool:
        return any(row["page"] == page and row["words"] in sentence for row in rows)

    return marked(topic["missed"]) or (
        bool(re.search(topic["pattern"], sentence, re.I)) and not marked(topic["wrongly_taken"])
    )


def shares(topic: dict[str, Any], read: Sentences, outlets: dict[str, str], copies: set[str]) -> dict[str, Any]:
    """Sentences and words in all and about the topic, by outlet and together, wire copies counted and not."""
    whole: dict[str, Counter[str]] = {}
    for page, sentences in read.items():
        for group in (outlets[page], "all, copies counted", *(() if page in copies else ("all, copies once",))):
            row = whole.setdefault(group, Counter())
            for sentence in sentences:
                words = len(sentence.split())
                matches = bool(re.search(topic["pattern"], sentence, re.I))
                true = about(topic, page, sentence)
                row.update(sentences=1, words=words, matched=matches, about=true, about_words=words * true)
            row.update(articles=1, about_articles=any(about(topic, page, each) for each in sentences))
    keys = ("articles", "about_articles", "sentences", "matched", "about", "words", "about_words")
    return {name: {key: row[key] for key in keys} for name, row in sorted(whole.items())}


def counted(truth: dict[str, Any]) -> dict[str, Any]:
    """The truth with its topics counted anew."""
    main = {row["file"]: row for row in truth["pages"] if row.get("story") == truth["main_story"]}
    read = {page: sentences_of(HOME / "pages" / page) for page in main}
    outlets = {page: row["outlet"] for page, row in main.items()}
    copies = {page for wire in truth["wire"] for page in wire["copies"]}
    for topic in truth["attention"]["topics"]:
        topic["shares"] = shares(topic, read, outlets, copies)
    return truth


def listed(truth: dict[str, Any]) -> None:
    """Print the sentences of the main story, each with the topics that it counts for."""
    for row in truth["pages"]:
        if row.get("story") != truth["main_story"]:
            continue
        print("#", row["file"])
        for sentence in sentences_of(HOME / "pages" / row["file"]):
            marks = [topic["id"] for topic in truth["attention"]["topics"] if about(topic, row["file"], sentence)]
            print("  ", ",".join(marks).ljust(12), sentence)


def main() -> None:
    """Rewrite the truth, or list its sentences."""
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))
    if "--list" in sys.argv[1:]:
        listed(truth)
        return
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from evals.results import as_json

    TRUTH.write_text(as_json(counted(truth)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

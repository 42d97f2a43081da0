"""Attention on the sample: every count is that of its truth file, and labels bring the share to the true one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.archive import Archive
from sayso.coverage.attention import attention
from sayso.coverage.attention_archive import Shelf
from sayso.coverage.attention_coded import attention_coded, to_label
from sayso.coverage.attention_labels import Labels, made_now
from sayso.records import Reading, Why, Wire
from sayso.records.attention import By, Question, Row, Unit
from tests.sample import HOME, TRUTH

TOPICS: list[dict[str, Any]] = TRUTH["attention"]["topics"]
by_topic = pytest.mark.parametrize("topic", TOPICS, ids=[topic["id"] for topic in TOPICS])


@lru_cache(maxsize=1)
def readings() -> dict[str, Reading]:
    """The pages of the main story, read for their text alone; agencies as the truth has them."""
    wire = {page: row["agency"] for row in TRUTH["wire"] for page in (row["original"], *row["copies"])}
    made = {}
    for row in TRUTH["pages"]:
        if row.get("story") == TRUTH["main_story"]:
            page = row["file"]
            article = sayso.article_from_html((HOME / "pages" / page).read_bytes(), f"https://sample.example/{page}")
            whole = Wire(wire[page], True, (), Why("truth")) if page in wire else None
            made[page] = Reading(replace(article, outlet=row["outlet"]), (), "no model 1", wire=whole)
    return made


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with sayso.open(tmp_path_factory.mktemp("sample") / "dam.sayso", create=True) as made:
        made.add(readings().values())
        yield made


def labelled(archive: Archive, topic: dict[str, Any], labels: Labels, most: int) -> None:
    """Label the next sentences as the truth has them."""
    pages = {reading.article.url: page for page, reading in readings().items()}
    urls = dict(archive.sql("SELECT id, url FROM articles").fetchall())
    new = []
    for asked in islice(to_label(Shelf(archive), Question(topic["query"]), labels, "ada"), most):
        page, text = pages[urls[asked.sentence.article]], asked.sentence.text
        missed, wrong = (
            any(row["page"] == page and row["words"] in text for row in topic[key])
            for key in ("missed", "wrongly_taken")
        )
        about = missed or (asked.sentence.matches and not wrong)
        new.append(made_now(asked.sentence, about, "ada", topic["query"], None))
    labels.add_all(new)


def counted(row: Row) -> tuple[float, float, int]:
    return row.found.numerator, row.found.denominator, row.found.articles


@by_topic
def test_sentences_are_those_of_the_truth(archive: Archive, topic: dict[str, Any]) -> None:
    found = attention(Shelf(archive), Question(topic["query"], by=By.OUTLET))
    shares = topic["shares"]
    for row in found.rows:
        truth = shares[row.name]
        assert counted(row) == (truth["matched"], truth["sentences"], truth["articles"]), row.name
    assert len(found.rows) == 13
    once = shares["all, copies once"]
    assert counted(found.overall) == (once["matched"], once["sentences"], once["articles"])
    every = attention(Shelf(archive), Question(topic["query"], count_copies=True)).overall
    whole = shares["all, copies counted"]
    assert counted(every) == (whole["matched"], whole["sentences"], whole["articles"])


@by_topic
def test_words_are_those_of_the_truth(archive: Archive, topic: dict[str, Any]) -> None:
    for copies, name in ((False, "all, copies once"), (True, "all, copies counted")):
        found = attention(Shelf(archive), Question(topic["query"], unit=Unit.WORDS, count_copies=copies)).overall.found
        assert found.denominator == topic["shares"][name]["words"]


@by_topic
def test_labels_bring_the_share_to_the_true_one(archive: Archive, topic: dict[str, Any], tmp_path: Path) -> None:
    """Each sentence labelled as the truth has it: `about` and `about_words` come out exactly."""
    labels = Labels(tmp_path, topic["id"])
    question = Question(topic["query"])
    labelled(archive, topic, labels, 10_000)
    truth = topic["shares"]["all, copies once"]
    for unit, about, whole in ((Unit.SENTENCES, "about", "sentences"), (Unit.WORDS, "about_words", "words")):
        found = attention_coded(Shelf(archive), replace(question, unit=unit), labels).overall
        assert found.correction is not None
        assert found.correction.corrected is not None
        assert found.best.numerator == pytest.approx(truth[about])
        assert found.best.denominator == truth[whole]
        assert found.best.low is not None
        assert found.best.high is not None
        assert found.best.low <= truth[about] / truth[whole] <= found.best.high


@by_topic
def test_a_part_labelled_has_the_truth_in_its_interval(archive: Archive, topic: dict[str, Any], tmp_path: Path) -> None:
    labels = Labels(tmp_path, topic["id"])
    labelled(archive, topic, labels, 120)
    found = attention_coded(Shelf(archive), Question(topic["query"]), labels).overall.best
    truth = topic["shares"]["all, copies once"]
    assert found.low is not None
    assert found.high is not None
    assert found.low <= truth["about"] / truth["sentences"] <= found.high

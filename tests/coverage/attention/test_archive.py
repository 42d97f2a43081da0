"""An archive as a source: the same answers as from its readings, sentences cut once, nothing lost where the cache is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import sayso
from sayso.archive import Archive, Filters
from sayso.coverage import attention_archive
from sayso.coverage.attention import attention, count
from sayso.coverage.attention_archive import CACHE, NAME, Shelf
from sayso.coverage.attention_behind import sentences
from sayso.coverage.attention_source import Readings
from sayso.records import Reading
from sayso.records.attention import By, Question, Unit
from tests.archive import made

QUERIES = (
    "harbour",
    "council OR ferry",
    "bridge NOT ward3",
    '"not today"',
    "NEAR(said monday, 3)",
    "outlet:1 AND ward*",
    "speaker:Marlow",
    "title:quay",
    "speaker:Marlow NOT worn",
    "zeppelin",
)


LONG = "The clerk counted nets, ropes, lamps and oars until noon, and found that three of each were missing from the store."


def reading(number: int, text: str = LONG) -> Reading:
    """An article of the archive's tests whose last block reaches to its end, so that its own words are prose."""
    found = made.reading(number, text=text)
    *others, last = found.article.blocks
    blocks = (*others, replace(last, end=len(found.article.text)))
    return replace(found, article=replace(found.article, blocks=blocks))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "news.sayso"
    with sayso.open(path, create=True) as archive:
        archive.add([reading(number) for number in range(24)])
        archive.add([reading(3, text="The harbour again.")])  # replaces
    return path


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with sayso.open(path) as opened:
        yield opened


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("about", QUERIES)
def test_the_archive_answers_as_its_readings_do(archive: Archive, about: str, unit: Unit) -> None:
    held = Readings(dict(archive.readings()))
    for question in (
        Question(about, unit=unit, by=By.MONTH, count_copies=True),
        Question(about, within="ward1* OR crane", unit=unit, by=By.OUTLET, count_copies=True),
        Question("ward*", within=about, unit=unit, count_copies=True),
    ):
        mine, theirs = attention(Shelf(archive), question), attention(held, question)
        assert (mine.overall, mine.rows, mine.gaps) == (theirs.overall, theirs.rows, theirs.gaps)
        assert mine.commit == archive.snapshot.last


def test_sentences_point_into_the_texts_of_the_archive(archive: Archive) -> None:
    shelf = Shelf(archive)
    found = list(sentences(shelf, count(shelf, Question("harbour", count_copies=True))))
    assert found
    for each in found:
        text = archive.reading(each.article).article.text
        assert each.span.of(text) == each.text
        assert {mark.of(text).lower() for mark in each.marks} == {"harbour"}


def test_copies_in_the_archive_count_once(archive: Archive) -> None:
    once = attention(Shelf(archive), Question("ward*")).overall.found
    every = attention(Shelf(archive), Question("ward*", count_copies=True)).overall.found
    assert every.articles == 24
    assert once.articles < 24, "the articles differ in a few words alone"


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        (Filters(outlets=("outlet 1",)), 8),
        (Filters(since=date(2024, 1, 5)), 20),
        (Filters(until=date(2024, 1, 2)), 2),
        (Filters(outlets=("nobody",)), 0),
    ],
)
def test_filters_keep_articles(archive: Archive, filters: Filters, articles: int) -> None:
    found = attention(Shelf(archive, filters), Question("ward*", count_copies=True))
    assert found.overall.found.articles == articles


def test_sentences_are_cut_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[str] = []
    real = attention_archive.cut

    def counted(text: str, blocks: object) -> object:
        times.append(text)
        return real(text, blocks)  # type: ignore[arg-type]

    monkeypatch.setattr(attention_archive, "cut", counted)
    question = Question("ward*", count_copies=True)
    with sayso.open(tmp_path / "a.sayso", create=True) as archive:
        archive.add([reading(number) for number in range(6)])
        first = attention(Shelf(archive), question)
        assert len(times) == 6
        assert attention(Shelf(archive), question) == first
        assert len(times) == 6, "they are in the cache"
        archive.add([reading(6), reading(2, text="Once more.")])
        assert attention(Shelf(archive), question).overall.found.articles == 7
        assert len(times) == 8, "the new one and the replaced one"


def test_sentences_of_a_few_articles_are_cut_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[str] = []
    real = attention_archive.cut
    monkeypatch.setattr(attention_archive, "cut", lambda text, blocks: times.append(text) or real(text, blocks))
    with sayso.open(tmp_path / "a.sayso", create=True) as archive:
        archive.add([reading(number, text=f"{LONG} A zeppelin came." if number == 7 else LONG) for number in range(20)])
        question = Question("nets", "zeppelin", By.MONTH, count_copies=True)
        first = attention(Shelf(archive), question)
        assert len(times) == 1
        assert not (archive.path / CACHE / NAME).exists()
        assert {row.name for row in first.rows} == Shelf(archive).months(), "months without an article within are shown"
        assert attention(Shelf(archive), Question("nets", count_copies=True)).overall.found.articles == 20
        assert len(times) == 21
        assert attention(Shelf(archive), question) == first
        assert len(times) == 21, "they are in the cache now"


@pytest.mark.parametrize("damage", ["gone", "cut short", "of another archive", "not to be written"])
def test_a_cache_that_is_of_no_use_changes_no_answer(tmp_path: Path, damage: str) -> None:
    question = Question("ward*")
    with sayso.open(tmp_path / "a.sayso", create=True) as archive:
        archive.add([reading(number) for number in range(6)])
        first = attention(Shelf(archive), question)
        cache = archive.path / CACHE / NAME
        match damage:
            case "gone":
                cache.unlink()
            case "cut short":
                cache.write_bytes(cache.read_bytes()[:200])
            case "of another archive":
                with sayso.open(tmp_path / "b.sayso", create=True) as other:
                    other.add([reading(number, text="Other words.") for number in range(6)])
                    attention(Shelf(other), question)
                    cache.write_bytes((other.path / CACHE / NAME).read_bytes())
            case _:
                cache.unlink()
                cache.parent.rmdir()
                cache.parent.write_text("a file stands in the way")
        assert attention(Shelf(archive), question) == first


def test_an_empty_archive_has_an_answer(tmp_path: Path) -> None:
    with sayso.open(tmp_path / "a.sayso", create=True) as archive:
        found = attention(Shelf(archive), Question("ward*", within="harbour", by=By.MONTH))
    assert (found.overall.found.share, found.rows) == (None, ())

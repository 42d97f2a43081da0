"""Stories of an archive: kept by commit, gone on with where articles were only added, made anew where one was replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.api import Archive
from sayso.archive.derived import FOLDER
from sayso.coverage.happened import pick
from sayso.coverage.runs import Runs, marks
from sayso.coverage.stories import Stories, Told
from sayso.coverage.stories_kept import ids_in_order, kept_stories, picked
from sayso.records import Article, Reading
from tests.coverage.test_stories import BREAD, FIRE, START

LONG = " ".join(f"{FIRE[0]} The number of the berth was {n} and the tide stood at mark {n + 3}." for n in range(9))
TEXTS = [*FIRE, *BREAD, LONG, LONG[: len(LONG) * 2 // 3], "“Half” a word 𝔘 and a lone \ud83d in it, said Ida Crewe."]


def article(number: int, day: int | None, text: str = "") -> Reading:
    text = text or TEXTS[number % len(TEXTS)]
    made = Article(
        f"a{number}",
        f"{text} Edition {number}.",
        (),
        title=f"Item {number} of Port Ellery",
        outlet=f"Outlet {number % 3}",
        published=None if day is None else START + timedelta(days=day),
        url=f"https://outlet.example/{number}",
    )
    return Reading(made, (), "by hand 1")


def fed(archive: Archive, order: Sequence[str]) -> Stories:
    """The stream fed in this order."""
    made = Stories()
    for id in order:
        made.add(archive.reading(id), id)
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with sayso.open(tmp_path / "news.sayso", create=True) as made:
        yield made


def holds(archive: Archive, order: Sequence[str]) -> None:
    """What is kept is what the stream makes that is fed in this order, down to each score and each word's worth."""
    made = fed(archive, order).stories(1)
    assert list(archive.stories(least=1)) == made
    kept = kept_stories(archive)
    for wanted in ("Morwenna", "the ferry fire", "Rusk loaves", "item", "zebra", "a\ud83d", *archive.ids()):
        assert picked(kept, wanted) == pick(made, wanted)


@pytest.mark.parametrize("batches", [[3, 4, 5], [1, 1, 1, 9], [12]])
def test_going_on_is_the_same_as_one_stream(archive: Archive, batches: list[int]) -> None:
    order: list[str] = []
    number = 0
    for size in batches:
        archive.add([article(number + n, number + n) for n in range(size)])
        number += size
        order += [id for id in ids_in_order(archive) if id not in order]
        holds(archive, order)
    assert order == ids_in_order(archive)


def test_an_article_that_comes_later_is_later_in_the_stream(archive: Archive) -> None:
    archive.add([article(number, number) for number in range(20)])
    order = ids_in_order(archive)
    holds(archive, order)
    archive.add([article(20, 3), article(21, None)])
    later = [id for id in ids_in_order(archive) if id not in order]
    assert ids_in_order(archive) != order + later
    holds(archive, order + later)


def test_where_many_are_late_the_stream_starts_anew(archive: Archive) -> None:
    archive.add([article(number, 100 + number) for number in range(5)])
    assert len(archive.stories(least=1)) > 0
    archive.add([article(5 + number, number) for number in range(5)])
    holds(archive, ids_in_order(archive))


def test_a_replaced_article_makes_the_stream_start_anew(archive: Archive) -> None:
    archive.add([article(number, number) for number in range(6)])
    assert len(archive.stories(least=1)) > 0
    archive.add(article(2, 2, BREAD[0]))
    assert [len(each.articles) for each in archive.stories(least=1)] != []
    holds(archive, ids_in_order(archive))


def test_only_what_is_new_is_read(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add([article(number, number) for number in range(6)])
    before = archive.stories(least=1)
    assert sum(len(each.articles) for each in before) == 6
    archive.add(article(6, 6))
    read: list[tuple[int, int]] = []
    archive.stories(progress=lambda done, total: read.append((done, total)))
    assert read == [(1, 1)]


def test_it_goes_on_also_where_the_folder_cannot_be_written(archive: Archive) -> None:
    archive.add([article(number, number) for number in range(4)])
    (archive.path / FOLDER).write_text("in the way", encoding="ascii")
    holds(archive, ids_in_order(archive))
    assert archive.is_kept("stories")
    with sayso.open(archive.path) as other:
        assert not other.is_kept("stories")


def test_what_is_told_of_an_article_comes_back(archive: Archive) -> None:
    for number in range(len(TEXTS)):
        stream = Stories()
        stream.add(article(number, number))
        (held,) = stream.articles
        assert Told.of(held.told).pack() == held.told


@given(st.lists(st.lists(st.integers(0, 60), max_size=20, unique=True), max_size=12))
@settings(deadline=None)
def test_the_first_to_have_a_run_stays_the_first(articles: list[list[int]]) -> None:
    import numpy as np

    runs, first = Runs(fresh=5), dict[int, int]()
    for number, mine in enumerate(articles):
        keys = np.array(sorted(mine), np.uint64)
        assert sorted(runs.owners(keys)) == sorted(first[key] for key in mine if key in first)
        runs.add(keys, number)
        for key in mine:
            first.setdefault(key, number)


def test_a_copy_has_the_runs_of_its_original() -> None:
    mine, theirs = set(marks(LONG).tolist()), set(marks(LONG[len(LONG) // 2 :]).tolist())
    assert len(mine & theirs) > 0.9 * len(theirs) > 0

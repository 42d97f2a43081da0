"""Who speaks: names told apart, counted, taken together; what they said, each in its sentence; what they speak about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sayso import api
from sayso.archive import Filters
from sayso.coverage.speaking import CLASSES, voices
from sayso.coverage.speaking_around import MOST, sentence_around
from sayso.coverage.speaking_kept import key_of_name
from sayso.errors import UsageError
from sayso.records import SourceClass, Span
from tests.coverage.said import told

VOSS = "[S{n} Dana Voss] [Q{n} said] [C{n} the {what} ferry was late]."


def several(what: str, count: int) -> str:
    return " ".join(VOSS.format(n=n, what=what) for n in range(1, count + 1))


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Archive]:
    made = [
        told(several("green", 3), id="a", day=date(2025, 3, 1)),
        told(
            "[S1 Dana Voss] [Q1 said] [C1 the lemons were gone]. A pause. [S2 The council] [Q2 denied] [C2 it paid]. "
            "[S3 Voss] [Q3 said] [C3 nobody asked].",
            id="b",
            day=date(2025, 4, 2),
        ),
        told(
            "[S1 the council] [Q1 said] [C1 the pier is safe]. [S2 He] [Q2 said] [C2 so].", id="c", day=date(2025, 4, 3)
        ),
        told("[S1 Dana Voss] [Q1 said] [C1 the ferry sank].", id="d", day=None),
    ]
    grouped = [
        replace(
            each,
            attributions=tuple(
                replace(one, source_class=SourceClass.COLLECTIVE)
                if "ouncil" in one.source[0].of(each.article.text)
                else one
                for one in each.attributions
            ),
        )
        for each in made
    ]
    with api.open(tmp_path_factory.mktemp("speaking") / "news.sayso", create=True) as archive:
        archive.add(grouped)
        yield archive


def test_speakers_are_listed_by_articles_and_pronouns_are_nobody(held: api.Archive) -> None:
    found = held.speakers()
    assert [(each.name, each.articles, each.statements) for each in found] == [
        ("Dana Voss", 3, 5),
        ("the council", 2, 2),
        ("Voss", 1, 1),
    ]
    assert found[0].first == date(2025, 3, 1)
    assert found[0].last == date(2025, 4, 2)
    assert held.speakers(limit=1, after=1) == found[1:2]


@pytest.mark.parametrize(
    ("query", "names"), [("VOSS", ["Dana Voss", "Voss"]), ("voss dana", ["Dana Voss"]), ("oskar", []), ("%", [])]
)
def test_a_query_keeps_names_with_all_its_words(held: api.Archive, query: str, names: list[str]) -> None:
    assert [each.name for each in held.speakers(query)] == names


def test_speakers_can_be_kept_to_a_class_to_days_and_to_outlets(held: api.Archive) -> None:
    assert [each.name for each in held.speakers(source_class="collective")] == ["the council"]
    march = held.speakers(filters=Filters(since=date(2025, 3, 1), until=date(2025, 3, 31)))
    assert [(each.name, each.articles, each.statements) for each in march] == [("Dana Voss", 1, 3)]
    assert [each.name for each in held.speakers(filters=Filters(outlets=("OUTLET of c",)))] == ["the council"]
    assert held.speakers(filters=Filters(outlets=("Nowhere",))) == []
    with pytest.raises(UsageError, match="no class of sources"):
        held.speakers(source_class="loud")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the council", "Council"),
        ("The council", "Council"),
        ("A spokesman", "Spokesman"),
        ("The", "The"),  # a name that is an article alone stays
        ("Dana Voss", "Dana Voss"),
        ("eBay", "EBay"),
        ("", ""),
    ],
)
def test_a_name_is_told_apart_without_its_article(name: str, key: str) -> None:
    assert key_of_name(name) == key


def test_voices_tell_names_apart_in_the_same_way(held: api.Archive) -> None:
    found = voices(held, held.ids())
    assert [(each.value, each.articles, each.statements) for each in found.speakers] == [
        ("Dana Voss", 3, 5),
        ("The council", 2, 2),
        ("Voss", 1, 1),
    ]


def test_a_profile_counts_what_one_said(held: api.Archive) -> None:
    found = held.profile("dana Voss")
    assert found.speaker.name == "Dana Voss", "the form that most statements have"
    assert [(each.value, each.statements) for each in found.outlets] == [
        ("Outlet of a", 3),
        ("Outlet of b", 1),
        ("Outlet of d", 1),
    ]
    assert [(each.value, each.statements) for each in found.months] == [("2025-03", 3), ("2025-04", 1)]
    assert [each.value for each in found.days] == ["2025-03-01", "2025-04-02"]
    assert found.others == ("Voss",)
    assert [each.value for each in held.profile("the council").certainties] == ["denied", "stated"]
    with pytest.raises(UsageError, match="Nobody called 'Oskar Lind'"):
        held.profile("Oskar Lind")


def test_names_of_one_person_can_be_taken_together(held: api.Archive) -> None:
    found = held.profile("Dana Voss", also=["Voss"])
    assert (found.speaker.statements, found.taken, found.others) == (6, ("Voss",), ())
    assert "nobody asked" in [each.words for each in held.statements("Dana Voss", also=["Voss"])]


def test_statements_come_latest_first_each_in_its_sentence(held: api.Archive) -> None:
    found = held.statements("Dana Voss")
    assert [each.article for each in found][:2] != ["d", "d"]
    assert found[0].sentence == "Dana Voss said the lemons were gone."
    assert [found[0].sentence[mark.start : mark.end] for mark in found[0].marks] == ["the lemons were gone"]
    assert found[-1].published is None
    assert held.statements("Dana Voss", limit=2, after=1) == found[1:3]
    assert [each.words for each in held.statements("Dana Voss", Filters(since=date(2025, 4, 1)))] == [found[0].words]


def test_it_is_kept_for_the_commit_and_made_anew_after_the_next(tmp_path: Path) -> None:
    with api.open(tmp_path / "news.sayso", create=True) as archive:
        archive.add([told(several("green", 1), id="a")])
        assert not archive.is_kept("speakers")
        told_so: list[tuple[int, int]] = []
        archive.prepare("speakers", lambda done, total: told_so.append((done, total)))
        assert archive.is_kept("speakers")
        assert told_so[-1] == (1, 1)
        archive.add([told("[S1 Ben Osei] [Q1 said] [C1 it rained].", id="b")])
        assert not archive.is_kept("speakers")
        assert {each.name for each in archive.speakers()} == {"Dana Voss", "Ben Osei"}


def test_topics_are_what_others_say_less(tmp_path: Path) -> None:
    mine = [told(several("crimson", 4), id=f"v{n}", day=date(2025, 1, n + 1)) for n in range(3)]
    theirs = [
        told(
            " ".join(f"[S{n} Ben Osei] [Q{n} said] [C{n} the harbour was quiet]." for n in range(1, 9)),
            id=f"o{each}",
            day=date(2025, 2, each + 1),
        )
        for each in range(4)
    ]
    with api.open(tmp_path / "news.sayso", create=True) as archive:
        archive.add([*mine, *theirs])
        found = archive.profile("Dana Voss").topics
        assert {each.value for each in found} == {"crimson", "ferry"}
        assert {(each.statements, each.articles) for each in found} == {(12, 3)}


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. Voss said it was late. Then not.", "it was late", "Voss said it was late."),
        ("One line\nVoss said so\nAnother", "so", "Voss said so"),
        (
            "“It is late. Go home,” said Mr. Voss. He left.",
            "It is late. Go home,",
            "“It is late. Go home,” said Mr. Voss.",
        ),
        ("so", "so", "so"),
        ("Voss said it.\n\n", "it.", "Voss said it."),
    ],
)
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    at = text.index(words)
    found, marks = sentence_around(text, [Span(at, at + len(words))])
    assert found == sentence
    assert [found[mark.start : mark.end] for mark in marks] == [words]


def test_a_long_content_is_cut_and_none_is_nothing() -> None:
    text = "Voss said " + "very " * 400 + "much. The end."
    found, marks = sentence_around(text, [Span(10, len(text) - 9)])
    assert len(found) <= MOST + 2
    assert found.endswith("very …")
    assert marks[-1].end == len(found) - 2
    late = "word " * 300 + "Voss said so."
    found, marks = sentence_around(late, [Span(len(late) - 3, len(late) - 1)])
    assert found.startswith("… word")
    assert found.endswith("Voss said so.")
    assert found[marks[0].start : marks[0].end] == "so"
    whole = "x" * 2_000
    assert sentence_around(whole, [Span(900, 2_000)])[1]
    assert sentence_around(text, []) == ("", ())


def test_classes_are_those_of_the_command() -> None:
    from sayso.cli.people_arguments import CLASSES as OF_COMMAND

    assert OF_COMMAND == CLASSES

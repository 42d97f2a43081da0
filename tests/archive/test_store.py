"""What goes in comes out, once, and nothing that goes wrong harms what is there."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from sayso.archive import Archive, ArchiveSettings, Fate, files, index, parts, schema, writer
from sayso.archive.codec import packed, unpacked
from sayso.archive.identity import canonical, id_of, is_older, key_of
from sayso.archive.schema import FROM_LOG, TABLES
from sayso.errors import ArchiveError, OutputError, UsageError
from sayso.records import Reading, SetAside, Span
from tests.archive.made import reading
from tests.marked import reading as marked
from tests.marked import whole

SMALL = ArchiveSettings(commit_articles=2, merge_parts=4, keep_seconds=0)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "news.sayso", create=True)


def add(archive: Archive, *readings: Reading, again: bool = False) -> list[Fate]:
    with archive.writer() as held:
        return [held.add(each, f"row {n}", again=again) for n, each in enumerate(readings)]


def count(archive: Archive, table: str = "articles") -> int:
    return int(archive.sql(f"SELECT count(*) FROM {table}").fetchall()[0][0])


# -- what goes in comes out


def odd(text: str, **about: Any) -> Reading:
    first = reading(1)
    return replace(first, article=replace(first.article, text=first.article.text + text, **about))


ROUND = [
    (whole(), "a finding of every sort"),
    (marked("[Q1 “[C1 No,”] said] [S1 Osei]."), "few findings, no address, no date"),
    (odd(" \x00\x01 nul and controls"), "control characters"),
    (odd(" \U0001f600 é e\u0301 \u202e\u2028\ufeff\ufffe"), "characters beyond the first plane, marks, directions"),
    (odd(" half \ud83d of a pair"), "a lone surrogate in the text"),
    (odd("", title="half \udc00", authors=("A \ud800", "B"), outlet="\udfff"), "and in what is said of it"),
    (odd("", published=datetime(2024, 3, 5, 6, 30, 1, 5, tzinfo=UTC)), "a moment with a zone"),
    (odd("", published=datetime(2024, 3, 5, 6, 30)), "one without"),
    (odd("", published=date(1, 1, 1), captured=datetime(2024, 3, 5, tzinfo=UTC)), "the first day that there is"),
    (odd("", url="not a web address", title=""), "an address that is none"),
    (replace(whole(), notes=("a", "b"), model="x"), "notes"),
    (marked(""), "an empty text"),
]


@pytest.mark.parametrize(("made", "why"), ROUND, ids=[row[1] for row in ROUND])
def test_a_reading_comes_back_as_it_was(archive: Archive, made: Reading, why: str) -> None:
    assert unpacked(packed(made), made.article.text) == made
    assert add(archive, made) == [Fate.ADDED]
    (id,) = (row[0] for row in archive.sql("SELECT id FROM articles").fetchall())
    back = archive.reading(id)
    assert back == made
    assert back.to_json() == made.to_json()
    assert type(back.article.published) is type(made.article.published)


def test_spans_fit_the_text_of_the_tables_also_where_it_had_lone_surrogates(archive: Archive) -> None:
    first = whole()
    text = "\ud83d\ud83d" + first.article.text[2:]
    add(archive, replace(first, article=replace(first.article, text=text)))
    rows = archive.sql("SELECT text, content_spans, content_text FROM articles JOIN attributions ON id = article")
    for text, spans, content in rows.fetchall():
        assert " … ".join(text[span["start_at"] : span["end_at"]] for span in spans) == content
    assert archive.sql("SELECT text[1:2] FROM articles").fetchall() == [("\ufffd\ufffd",)]


def test_every_table_has_its_rows(archive: Archive) -> None:
    add(archive, whole())
    made = whole()
    wanted = {
        "articles": 1, "blocks": len(made.article.blocks), "attributions": len(made.attributions),
        "people": len(made.people), "mentions": sum(len(each.mentions) for each in made.people),
        "hops": sum(len(chain.hops) for chain in made.chains), "hedges": len(made.hedges), "times": len(made.times),
        "happenings": len(made.happenings), "wire": 1, "readings": 1, "set_aside": 0, "replaced": 0,
    }  # fmt: skip
    assert {table.name: count(archive, table.name) for table in TABLES} == wanted
    assert all(wanted[name] for name in wanted if name not in ("set_aside", "replaced")), "the sample has all sorts"
    for table in (*TABLES, *FROM_LOG):
        described = archive.sql(f"DESCRIBE {table.name}").fetchall()
        assert [(row[0], row[1]) for row in described] == [
            (column.name, column.type.replace("STRUCT(start_at INTEGER, end_at INTEGER)", row[1][:-2]))
            for column, row in zip(table.columns, described, strict=True)
        ]
        named = ", ".join(column.name for column in table.columns)
        archive.sql(f"SELECT {named} FROM {table.name}").fetchall()  # no name needs quotation marks


def test_numbers_of_the_tables_are_those_of_the_reading(archive: Archive) -> None:
    made = whole()
    add(archive, made)
    for row in archive.sql(
        "SELECT attribution, kind, content_text, speaker_name, certainty, mouths FROM attributions"
    ).fetchall():
        found = next(each for each in made.attributions if each.id == row[0])
        assert row[1:3] == (found.kind, " … ".join(span.of(made.article.text) for span in found.content))
        assert row[3] == (made.person(found.speaker).name if found.speaker else None)
        assert row[4:] == (found.certainty, len(made.chain(found)))


# -- identity


@pytest.mark.parametrize(
    ("url", "key", "why"),
    [
        ("http://Courier.example:80/a/", "courier.example/a", "scheme, case of the host, port and a last slash"),
        (
            "https://courier.example/a?utm_source=x&b=2&a=1#top",
            "courier.example/a?a=1&b=2",
            "campaign, order, fragment",
        ),
        ("https://courier.example/A", "courier.example/A", "the case of a path counts"),
        ("https://courier.example/", None, "a front page is no article"),
        ("https://courier.example/?p=7", "courier.example?p=7", "unless its query says which"),
        ("ftp://courier.example/a", None, "not of the web"),
        ("https://[", None, "no address at all"),
    ],
)
def test_the_key_of_an_address(url: str, key: str | None, why: str) -> None:
    assert canonical(url) == key, why


def test_what_has_no_address_goes_by_its_text() -> None:
    assert key_of(reading(1, url=None).article) == f"text:{reading(1).article.id}"
    assert id_of("courier.example/a") == id_of("courier.example/a") == "k" + id_of("courier.example/a")[1:]
    assert len(id_of("")) == 17


@pytest.mark.parametrize(
    ("mine", "theirs", "older"),
    [
        ("m 1", "m 2", True),
        ("m 2", "m 1", False),
        ("m 1.9", "m 1.10", True),
        ("m 1", "n 2", False),
        ("m x", "m y", False),
    ],
)
def test_versions_of_a_model(mine: str, theirs: str, older: bool) -> None:
    assert is_older(mine, theirs) is older


def test_adding_again_changes_nothing(archive: Archive) -> None:
    some = [reading(n) for n in range(5)]
    assert add(archive, *some) == [Fate.ADDED] * 5
    before = archive.sql("FROM articles ORDER BY id").fetchall()
    assert add(archive, *some) == [Fate.THERE] * 5
    assert archive.sql("FROM articles ORDER BY id").fetchall() == before
    assert archive.snapshot.last == 1, "no commit for nothing"
    with archive.writer() as held:
        assert all(held.has(each.article, each.model) for each in some)


def test_a_newer_model_replaces_and_an_older_one_does_not(archive: Archive) -> None:
    add(archive, reading(1), reading(2))
    assert add(archive, reading(1, model="sayso-tagger 2")) == [Fate.REPLACED]
    assert add(archive, reading(1), reading(2)) == [Fate.THERE] * 2, "what was replaced does not come back"
    assert add(archive, reading(1, model="sayso-tagger 0.9")) == [Fate.THERE]
    assert archive.sql("SELECT model FROM articles ORDER BY model").fetchall() == [
        ("sayso-tagger 1",),
        ("sayso-tagger 2",),
    ]
    assert archive.sql("SELECT article, model, reason, was_commit, commit FROM replaced").fetchall() == [
        (id_of(key_of(reading(1).article)), "sayso-tagger 1", "model", 1, 2)
    ]
    assert count(archive, "attributions") == 6
    assert len(archive.search("highways")) == 2


def test_another_text_under_one_address_replaces_once(archive: Archive) -> None:
    one, other = reading(1), reading(1, text="Corrected.")
    assert add(archive, one, other) == [Fate.ADDED, Fate.REPLACED]
    assert add(archive, one, other) == [Fate.THERE] * 2, "two texts of one address do not replace each other for ever"
    assert archive.info().replaced == {"text": 1}
    assert len(archive.search("corrected")) == 1
    assert archive.reading("https://outlet1.example/1?utm_medium=x") == other


def test_reading_again_replaces(archive: Archive) -> None:
    add(archive, reading(1))
    assert add(archive, reading(1), again=True) == [Fate.REPLACED]
    assert archive.info().replaced == {"again": 1}
    assert count(archive) == 1


def test_a_set_aside_is_noted_once_and_goes_when_it_was_read(archive: Archive) -> None:
    for _ in range(2):
        with archive.writer() as held:
            held.set_aside(SetAside("a.html", "no-article", "a.html has none."))
            held.set_aside(SetAside("b.html \ud800", "not-english", "b.html is not."))
    assert count(archive, "set_aside") == 2
    with archive.writer() as held:
        held.add(reading(1), "a.html")
    assert archive.info().set_aside == {"not-english": 1}


# -- against a model


def test_random_operations_against_a_model(tmp_path: Path) -> None:
    for seed in range(4):
        _against_model(tmp_path / f"{seed}.sayso", random.Random(seed))


def _against_model(path: Path, chance: random.Random) -> None:
    archive = Archive(path, create=True, settings=SMALL)
    model: dict[str, Reading] = {}
    past: set[tuple[str, str, str]] = set()
    replaced = 0
    for _ in range(20):
        match chance.choice(["add", "add", "add", "compact", "reopen", "search", "lose the index"]):
            case "add":
                with archive.writer() as held:
                    for _ in range(chance.randint(1, 5)):
                        made = reading(
                            chance.randint(0, 12),
                            text=chance.choice(["", "", "Corrected."]),
                            model=f"m {chance.randint(1, 3)}",
                            url=chance.choice(["", "", None]),
                        )
                        id = id_of(key_of(made.article))
                        mine, there = (made.article.id, made.model), model.get(id)
                        known = (id, *mine) in past
                        older = there and there.article.id == made.article.id and is_older(made.model, there.model)
                        fate = Fate.THERE if known or older else Fate.ADDED if there is None else Fate.REPLACED
                        assert held.add(made) == fate
                        if fate is not Fate.THERE:
                            past.add((id, *mine))
                            model[id] = made
                            replaced += fate is Fate.REPLACED
            case "compact":
                archive.compact()
            case "reopen":
                archive = Archive(path, settings=SMALL)
            case "search":
                word = f"ward{chance.randint(0, 12)}"
                found = sorted(hit.article for hit in archive.search(word, limit=50))
                assert found == sorted(id for id, each in model.items() if f" {word}." in each.article.text)
            case "lose the index":
                archive.close()
                (path / files.SEARCH).unlink(missing_ok=True)
        assert dict(archive.readings()) == model
        assert dict(archive.readings(list(model))) == model, "by id, from the index or where it is lost from the parts"
    assert count(archive, "replaced") == replaced
    assert count(archive, "attributions") == sum(len(each.attributions) for each in model.values())


def test_merging_keeps_all_and_few_parts(archive: Archive) -> None:
    with archive.writer(replace(SMALL, keep_seconds=-5)) as held:
        for n in range(40):
            held.add(reading(n))
    assert count(archive) == 40
    assert len(archive.snapshot.parts["articles"]) < 8
    assert len(list((archive.path / "parts/articles").iterdir())) < 12, "what no reader can want is swept"
    before = archive.sql("FROM attributions ORDER BY article, position").fetchall()
    archive.compact()
    assert len(archive.snapshot.parts["articles"]) == 1
    assert archive.sql("FROM attributions ORDER BY article, position").fetchall() == before
    last = archive.snapshot.last
    archive.compact()
    assert archive.snapshot.last == last, "nothing to do"


# -- readers and writers


def test_a_reader_sees_what_was_there_when_it_opened(archive: Archive) -> None:
    add(archive, reading(1), reading(2))
    reader = Archive(archive.path)
    with archive.writer(replace(SMALL, keep_seconds=60)) as held:
        held.add(reading(1, text="Corrected."))
        for n in range(3, 20):
            held.add(reading(n))
        for each in (reader, Archive(archive.path)):
            assert each.reading(id_of(key_of(reading(2).article))) == reading(2), "readers do not wait for the writer"
        assert dict(reader.readings()) == {id_of(key_of(reading(n).article)): reading(n) for n in (1, 2)}
        assert len(reader.search("highways", limit=50)) == 2
        assert reader.search("corrected") == []
    assert len(reader.search("highways", limit=50)) == 2
    reader.refresh()
    assert len(reader.search("highways", limit=50)) == 19
    assert len(reader.search("corrected")) == 1


def test_parts_stay_for_readers_for_an_hour(archive: Archive) -> None:
    add(archive, *(reading(n) for n in range(3)))
    add(archive, *(reading(n) for n in range(3, 6)))
    reader = Archive(archive.path)
    archive.compact()
    add(archive, reading(7))
    assert count(reader) == 6, "its parts are there still"
    with archive.writer(replace(archive.settings, keep_seconds=-5)) as held:
        held.add(reading(8))
    reader.close()
    with pytest.raises(
        ArchiveError, match=r"was merged long after it was opened here; open it again, or refresh\(\) it"
    ):
        count(reader)
    reader.refresh()
    assert count(reader) == count(archive) == 8


def test_two_writers_exclude_each_other_with_a_sentence(archive: Archive) -> None:
    with archive.writer() as held:
        held.add(reading(1))
        with pytest.raises(ArchiveError) as raised, Archive(archive.path).writer():
            pass
        assert f"is being written by process {os.getpid()} since" in str(raised.value)
        assert raised.value.code == "locked"
    assert count(archive) == 1
    add(archive, reading(2))


def test_a_writer_in_another_process_is_named(archive: Archive) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_hold, args=(str(archive.path), theirs))
    process.start()
    assert ours.recv() == "held"
    with pytest.raises(ArchiveError, match=f"process {process.pid} since"):
        archive.compact()
    process.kill()
    process.join()
    add(archive, reading(1))
    assert count(archive) == 1, "a killed process lets go"


def _hold(path: str, pipe: Any) -> None:
    with Archive(path).writer():
        pipe.send("held")
        pipe.recv()


def test_what_was_given_is_kept_when_an_error_ends_the_block(archive: Archive) -> None:
    def stopped() -> None:
        with archive.writer() as held:
            held.add(reading(1))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert count(archive) == 1


# -- what is no archive, or a damaged one


def test_what_is_no_archive_is_said_and_left_alone(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="does not exist; make it with `sayso add INPUT --to"):
        Archive(tmp_path / "nowhere")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/a.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    for each in ("notes", "file"):
        with pytest.raises(ArchiveError, match="is not an archive"):
            Archive(tmp_path / each)
        with pytest.raises(ArchiveError, match=r"no archive|is not an archive"):
            Archive(tmp_path / each, create=True)
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["a.txt", "file", "notes"]
    with pytest.raises(ArchiveError):
        Archive(tmp_path / "file/below", create=True)


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        (b"", "is not an archive"),
        (b"\xff\x00garbage", "is not an archive"),
        (b"[" * 100_000, "is not an archive"),
        (b"[1]", "is not an archive"),
        (b'{"format": "other", "version": 1}', "is not an archive"),
        (b'{"format": "sayso-archive", "version": "1"}', "is not an archive"),
        (
            b'{"format": "sayso-archive", "version": 2}',
            r"is of a newer Sayso \(version 2 of the layout, this one knows 1\)",
        ),
    ],
)
def test_a_mark_that_is_not_ours(archive: Archive, mark: bytes, sentence: str) -> None:
    (archive.path / "archive.json").write_bytes(mark)
    for create in (False, True):
        with pytest.raises(ArchiveError, match=sentence) as raised:
            Archive(archive.path, create=create)
        assert "\n" not in str(raised.value)


def _shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _garble(path: Path) -> None:
    path.write_bytes(b"x" * path.stat().st_size)


@pytest.mark.parametrize("harm", [_shorten, _garble, Path.unlink], ids=["truncated", "garbage", "gone"])
@pytest.mark.parametrize("what", ["parts/articles/*.parquet", "parts/attributions/*.parquet", "log/00000001.json"])
def test_a_damaged_archive_is_a_sentence(archive: Archive, what: str, harm: Callable[[Path], None]) -> None:
    add(archive, reading(1))
    add(archive, reading(2))
    harm(sorted(archive.path.glob(what))[0])
    for question in (
        lambda: Archive(archive.path).sql("SELECT * FROM articles, attributions").fetchall(),
        lambda: Archive(archive.path).info(),
        lambda: add(Archive(archive.path), reading(3)),
    ):
        with pytest.raises(ArchiveError, match="is damaged: ") as raised:
            question()
        assert "\n" not in str(raised.value)


@pytest.mark.parametrize("harm", [_shorten, _garble, Path.unlink, lambda path: path.write_bytes(b"")],
                         ids=["truncated", "garbage", "gone", "empty"])  # fmt: skip
def test_a_lost_index_is_made_anew(archive: Archive, harm: Callable[[Path], None]) -> None:
    add(archive, *(reading(n) for n in range(6)))
    add(archive, reading(2, text="Corrected."))
    archive.close()
    harm(archive.path / files.SEARCH)
    reader = Archive(archive.path)
    assert reader.reading(id_of(key_of(reading(2).article))) == reading(2, text="Corrected."), "the parts have it too"
    assert sorted(hit.article for hit in reader.search("highways", limit=9)) == sorted(
        id for id, _ in reader.readings()
    )
    assert len(reader.search("corrected")) == 1
    add(archive, reading(9))
    assert len(archive.search("highways")) == 7


def test_an_index_of_another_archive_is_not_believed(archive: Archive, tmp_path: Path) -> None:
    other = Archive(tmp_path / "other.sayso", create=True)
    add(archive, reading(1))
    add(other, reading(2))
    archive.close()
    other.close()
    shutil.copy(other.path / files.SEARCH, archive.path / files.SEARCH)
    assert [hit.title for hit in Archive(archive.path).search("highways")] == [reading(1).article.title]


# -- a full disk


def _full(*_: Any, **__: Any) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _full_sqlite(*_: Any, **__: Any) -> None:
    raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize(
    ("place", "name", "fails"),
    [
        (files, "write", _full),
        (files, "sync", _full),
        (writer.log, "append", _full),
        (index, "_insert", _full_sqlite),
        (parts, "_copied", _full),
    ],
)
def test_a_full_disk_is_a_sentence_and_harms_nothing(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, place: Any, name: str, fails: Any
) -> None:
    add(archive, reading(1), reading(2))
    before = archive.sql("FROM attributions ORDER BY ALL").fetchall()
    monkeypatch.setattr(place, name, fails)
    with pytest.raises(OutputError, match=r"could not be written .*; what was added before is unharmed") as raised:
        add(archive, reading(1, text="Corrected."), reading(3))
    assert "\n" not in str(raised.value)
    assert Archive(archive.path).sql("FROM attributions ORDER BY ALL").fetchall() == before
    assert len(Archive(archive.path).search("highways")) == 2
    with archive.writer() as held:
        held.add(reading(4))
        with pytest.raises(OutputError):
            held.commit()
        monkeypatch.undo()
        held.add(reading(5))
    assert count(archive) == 4, "what could not be written waits, and goes in once there is room"
    assert len(archive.search("highways")) == 4


def test_a_full_disk_at_its_making(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "write", _full)
    with pytest.raises(OutputError, match="No space left on device"):
        Archive(tmp_path / "news.sayso", create=True)
    monkeypatch.undo()
    Archive(tmp_path / "news.sayso", create=True)


# -- versions


def test_an_older_archive_is_migrated_by_a_writer(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    add(archive, reading(1))
    told: list[str] = []
    more = schema.Column("mood", "VARCHAR", "what a later version might add")
    newer = tuple(
        replace(table, columns=(*table.columns, more)) if table.name == "wire" else table for table in schema.TABLES
    )
    step = schema.Migration(2, "a column more", told.append)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    for place in ("files", "archive", "schema"):
        monkeypatch.setattr(f"sayso.archive.{place}.VERSION", 2)
    monkeypatch.setattr("sayso.archive.tables.TABLES", newer)
    assert Archive(archive.path).version == 1, "a reader reads it as it is"
    assert Archive(archive.path).sql("SELECT agency, mood FROM wire").fetchall()[0][1] is None
    fresh = Archive(archive.path)
    add(fresh, reading(2))
    assert fresh.version == 2
    assert told == [str(archive.path)]
    assert [row[:2] for row in fresh.sql("FROM migrations ORDER BY version").fetchall()] == [
        (1, "the first layout"),
        (2, "a column more"),
    ]
    monkeypatch.undo()
    with pytest.raises(ArchiveError, match="newer Sayso"):
        Archive(archive.path)


def test_an_archive_can_be_anywhere(tmp_path: Path) -> None:
    for name in ("a[1]*?.sayso", "it's “odd” – é", "a b"):
        archive = Archive(tmp_path / name, create=True)
        add(archive, reading(1))
        add(archive, reading(2))
        archive.compact()
        assert count(archive) == 2
        assert len(archive.search("highways")) == 2


def test_an_unknown_article_is_a_sentence(archive: Archive) -> None:
    with pytest.raises(UsageError, match="has no article 'k0'"):
        archive.reading("k0")
    assert list(archive.readings(["k0"])) == []


def test_the_mark_names_the_format(archive: Archive) -> None:
    found = json.loads((archive.path / "archive.json").read_text())
    assert (found["format"], found["version"]) == ("sayso-archive", 1)
    assert Span(0, 1) == Span(0, 1)


def test_a_part_of_a_reading_can_be_asked_for(archive: Archive) -> None:
    add(archive, whole())
    archive.refresh()
    ((id, part),) = archive.readings(only=("people", "happenings"))
    full = archive.reading(id)
    assert (part.article, part.people, part.happenings, part.model) == (
        full.article,
        full.people,
        full.happenings,
        full.model,
    )
    assert full.attributions
    assert (part.attributions, part.hedges, part.chains, part.wire, part.times) == ((), (), (), None, ())


def test_rows_can_be_gone_through_with_other_questions_between(archive: Archive) -> None:
    add(archive, *map(reading, range(5)))
    archive.refresh()
    seen = []
    for (id,) in archive.tables.rows("SELECT id FROM articles ORDER BY id"):
        assert archive.tables.ask("SELECT count(*) FROM articles WHERE id = ?", [id]) == [(1,)]
        seen.append(id)
    assert len(seen) == 5
    with pytest.raises(ArchiveError):
        next(archive.tables.rows("SELECT nothing FROM articles"))

"""Answers kept beside an archive: found again, made again where they are not what they should be, swept."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from sayso.archive import Archive
from sayso.archive.answers import Answers, pack
from sayso.archive.derived import FOLDER, Derived, Kept, Key, sweep, version_of
from sayso.archive.files import TEMPORARY
from sayso.records import Why
from tests.archive.made import reading

NOW = Key("sums", version_of(settings="1"), 7)


def filled(number: int) -> object:
    def fill(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE sums (number INTEGER PRIMARY KEY, body BLOB)")
        db.executemany("INSERT INTO sums VALUES (?, ?)", [(n, pack(Why(f"rule {n + number}"))) for n in range(200)])

    return fill


def first(kept: Kept | None) -> str | None:
    return None if kept is None else Answers(kept, range(200), "sums", Why)[0].by


def test_what_was_kept_is_found_by_another_process(tmp_path: Path) -> None:
    assert Derived(tmp_path).find(NOW) is None
    assert first(Derived(tmp_path).keep(NOW, filled(3))) == "rule 3"
    again = Derived(tmp_path)
    assert first(again.find(NOW)) == "rule 3"
    assert again.find(NOW) is again.find(NOW)


OTHERS = [Key("sums", NOW.version, 8), Key("sums", version_of(settings="2"), 7), Key("stories", NOW.version, 7)]


@pytest.mark.parametrize("key", OTHERS, ids=["commit", "code", "name"])
def test_an_answer_to_something_else_is_none(tmp_path: Path, key: Key) -> None:
    Derived(tmp_path).keep(NOW, filled(3))
    assert Derived(tmp_path).find(key) is None


@pytest.mark.parametrize("at", [0, 20, 3000, -1])
def test_a_damaged_file_is_no_answer(tmp_path: Path, at: int) -> None:
    Derived(tmp_path).keep(NOW, filled(3))
    (path,) = (tmp_path / FOLDER).iterdir()
    held = bytearray(path.read_bytes())
    held[at] ^= 0x40
    path.write_bytes(held)
    assert Derived(tmp_path).find(NOW) is None
    path.write_bytes(held[: len(held) // 2])
    assert Derived(tmp_path).find(NOW) is None
    assert first(Derived(tmp_path).keep(NOW, filled(4))) == "rule 4"
    assert first(Derived(tmp_path).find(NOW)) == "rule 4"


def test_where_nothing_can_be_written_it_is_kept_while_it_is_open(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("no folder", encoding="ascii")
    derived = Derived(tmp_path)
    assert first(derived.keep(NOW, filled(5))) == "rule 5"
    assert first(derived.find(NOW)) == "rule 5"
    assert Derived(tmp_path).find(NOW) is None


def test_the_newest_earlier_answer_of_the_same_code_is_gone_on_from(tmp_path: Path) -> None:
    derived = Derived(tmp_path)
    derived.keep(Key("sums", version_of(settings="2"), 6), filled(6))
    for commit in (2, 5):
        derived.keep(Key("sums", NOW.version, commit), filled(commit))
    assert first(derived.before(NOW)) == "rule 5"
    assert first(derived.before(Key("sums", NOW.version, 5))) == "rule 2"
    assert derived.before(Key("sums", NOW.version, 2)) is None


def test_the_sweep_leaves_the_last_of_each(tmp_path: Path) -> None:
    derived = Derived(tmp_path)
    for commit in (2, 5):
        derived.keep(Key("sums", NOW.version, commit), filled(commit))
    derived.keep(Key("stories", NOW.version, 2), filled(0))
    left, fresh = tmp_path / FOLDER / f"{TEMPORARY}dead", tmp_path / FOLDER / f"{TEMPORARY}busy"
    left.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(left, (time.time() - 7200,) * 2)
    held = derived.before(NOW)
    assert sweep(tmp_path) == 2
    assert sorted(path.name.split(".")[0] for path in (tmp_path / FOLDER).glob("s*")) == ["stories", "sums"]
    assert (left.exists(), fresh.exists()) == (False, True)
    assert first(held) == "rule 5"


def test_what_other_code_answered_goes_when_this_one_answers(tmp_path: Path) -> None:
    derived, other = Derived(tmp_path), version_of(settings="2")
    for commit in (6, 7, 8):
        derived.keep(Key("sums", other, commit), filled(commit))
    derived.keep(NOW, filled(0))
    left = {path.name.split(".", 3)[1:3][0] + path.name.split(".")[2] for path in (tmp_path / FOLDER).iterdir()}
    assert left == {f"{NOW.version}00000007", f"{other}00000008"}


def test_code_that_is_changed_is_other_code(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("A = 1", encoding="ascii")
    before = version_of(tmp_path / "a.py")
    assert before == version_of(tmp_path / "a.py")
    (tmp_path / "a.py").write_text("A = 2", encoding="ascii")
    assert version_of(tmp_path / "a.py") != before


def test_only_a_commit_with_articles_asks_for_new_answers(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "news.sayso", create=True)
    assert archive.grown == 0
    for number in range(3):
        with archive.writer() as writer:
            writer.add(reading(number))
    assert archive.grown == archive.snapshot.last == 3
    archive.compact()
    assert (archive.grown, archive.snapshot.last) == (3, 4)
    with archive.writer() as writer:
        writer.add(reading(0, text="More.", model="sayso-tagger 2"))
    assert archive.grown == 5

"""Files and folders: there whole or not at all, never over what was there unless the new one is complete."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import OutputError, UsageError
from sayso.export.files import Names
from sayso.export.formats import Export, Format, Tally, Unit, chunks, write
from sayso.records import Reading
from tests.export.readings import READINGS
from tests.marked import whole

TEXT = [each for each in Format if each is not Format.PARQUET]


class Killed(BaseException):
    """As a signal would."""


def cut_short(count: int) -> Iterator[Reading]:
    for _ in range(count):
        yield whole()
    raise Killed


@pytest.mark.parametrize("format", TEXT)
def test_a_file_is_what_the_chunks_are(format: Format, tmp_path: Path) -> None:
    path = tmp_path / "new" / f"out{format.ending}"
    tally = write(READINGS.values(), path, Export(format))
    assert path.read_bytes().decode("utf-8") == "".join(chunks(READINGS.values(), Export(format), Tally()))
    assert (tally.readings, tally.files) == (len(READINGS), 1)


@pytest.mark.parametrize("format", Format)
def test_a_file_cut_short_is_not_there(format: Format, tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("old")
    with pytest.raises(Killed):
        write(cut_short(3), path, Export(format))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format", Format)
def test_a_folder_has_a_file_for_each_article(format: Format, tmp_path: Path) -> None:
    some = [
        replace(each, article=replace(each.article, id=id))
        for each, id in zip([whole()] * 4, ("a", "A", "../b", "a"), strict=True)
    ]
    tally = write(some, tmp_path / "out", Export(format), folder=True)
    assert sorted(each.stem for each in (tmp_path / "out").iterdir()) == ["A-2", "a", "a-3", "b"]
    assert {each.suffix for each in (tmp_path / "out").iterdir()} == {format.ending}
    assert (tally.readings, tally.files) == (4, 4)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_folder_cut_short_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Killed):
        write(cut_short(3), tmp_path / "out", Export(Format.TEI), folder=True)
    assert not list(tmp_path.iterdir())


def test_an_empty_folder_is_filled_and_a_full_one_is_left(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write([whole()], tmp_path / "out", Export(Format.CSV), folder=True)
    with pytest.raises(OutputError, match="not an empty folder; give a new one"):
        write([whole()], tmp_path / "out", Export(Format.CSV), folder=True)
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["test.csv"]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="could not be written"):
        write([whole()], tmp_path / "file" / "out.csv", Export(Format.CSV))
    with pytest.raises(OutputError, match="is a folder; end it with a slash"):
        write([whole()], tmp_path, Export(Format.CSV))
    with pytest.raises(OutputError, match="not an empty folder"):
        write([whole()], tmp_path / "file", Export(Format.CSV), folder=True)


def test_a_full_disk_is_said_and_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "out.csv").write_text("old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match=r"out\.csv could not be written: No space left on device\."):
        write([whole()], tmp_path / "out.csv", Export(Format.CSV))
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]


def test_units_are_for_tables() -> None:
    for format in (Format.WEB_ANNOTATION, Format.PROV, Format.SCHEMA_ORG, Format.TEI):
        with pytest.raises(UsageError, match="leave the unit out"):
            Export(format, Unit.ARTICLES)
    with pytest.raises(UsageError, match="a byte order mark is for csv"):
        Export(Format.JSONL, bom=True)
    with pytest.raises(UsageError, match="parquet is no text"):
        chunks([], Export(Format.PARQUET), Tally())


def test_names_are_fit_for_any_system() -> None:
    names = Names(".xml")
    assert [names.of(id) for id in ("", "a/b", "a\\b", "é", "x" * 300, "con:aux")] == [
        "article.xml",
        "a-b.xml",
        "a-b-2.xml",
        "article-2.xml",
        "x" * 80 + ".xml",
        "con-aux.xml",
    ]

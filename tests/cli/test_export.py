"""`sayso export` as the coordinator wires it: options in, files or standard output out, what was written on standard error."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from sayso.cli.export import run
from sayso.cli.export_arguments import FORMATS, UNITS, add_export_arguments
from sayso.errors import UsageError
from sayso.export.formats import Format
from tests.export.readings import READINGS
from tests.marked import whole


def exported(*words: str, count: int = 1) -> int:
    parser = argparse.ArgumentParser()
    add_export_arguments(parser)
    return run(parser.parse_args(words), [whole()] * count)


def test_every_option_has_help() -> None:
    parser = argparse.ArgumentParser()
    add_export_arguments(parser)
    assert all(action.help for action in parser._actions)


@pytest.mark.parametrize("format", Format)
def test_into_a_file(format: Format, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out"
    assert exported("--format", format, "--to", str(path)) == 0
    out, err = capsys.readouterr()
    counted = "27 annotations" if format is Format.WEB_ANNOTATION else "3 quotations"
    assert (out, err) == ("", f"wrote {path}: {counted} of 1 article\n")
    assert path.stat().st_size


def test_articles_are_counted_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exported("--format", "csv", "--unit", "articles", "--to", str(tmp_path / "out.csv"), "--bom", count=2)
    assert capsys.readouterr().err.endswith("out.csv: 2 articles\n")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle,")


def test_into_a_folder(tmp_path: Path) -> None:
    assert exported("--format", "tei", "--to", f"{tmp_path}/new/", count=2) == 0
    assert sorted(each.name for each in (tmp_path / "new").iterdir()) == ["test-2.xml", "test.xml"]
    (tmp_path / "there").mkdir()
    exported("--format", "jsonl", "--to", str(tmp_path / "there"))
    assert [each.name for each in (tmp_path / "there").iterdir()] == ["test.jsonl"]


def test_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert exported("--format", "jsonl") == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [json.loads(line)["quotation"]["id"] for line in out.splitlines()] == ["a1", "a2", "a3"]


def test_nothing_is_no_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exported("--format", "csv", "--to", str(tmp_path / "none.csv"), count=0) == 0
    assert capsys.readouterr().err.endswith("none.csv: 0 quotations of 0 articles\n")


def test_what_was_replaced_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_export_arguments(parser)
    run(parser.parse_args(["--format", "tei", "--to", str(tmp_path / "out.xml")]), [READINGS["hostile"]])
    assert "characters that tei cannot hold are U+FFFD there" in capsys.readouterr().err


def test_what_does_not_fit_together_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give a file"):
        exported("--format", "parquet")
    with pytest.raises(UsageError, match="leave the unit out"):
        exported("--format", "tei", "--unit", "articles", "--to", str(tmp_path / "out.xml"))


def test_the_options_name_every_format_and_unit() -> None:
    from sayso.export.formats import Format, Unit

    assert ((*map(str, Format), "html"), tuple(map(str, Unit))) == (FORMATS, UNITS)

"""What the command line takes and what it refuses, with the exact sentence."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from datetime import date, datetime

import pytest

from sayso import __version__
from sayso.cli import main
from sayso.cli.arguments import parse


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read"], "the following arguments are required: INPUT; see `sayso read --help`."),
        (
            ["rea"],
            "argument VERB: invalid choice: 'rea' (choose from read, add, info, show, search, export, sql, "
            "families, spread, attention, code, stories, timeline, disputes, corrections, topics, people, serve); "
            "see `sayso --help`.",
        ),
        (["read", "a", "--jso"], "unrecognized arguments: --jso; see `sayso --help`."),
        (
            ["read", "a", "--json", "--jsonl"],
            "argument --jsonl: not allowed with argument --json; see `sayso read --help`.",
        ),
        (
            ["read", "a", "--min-score", "2"],
            "argument --min-score: '2' is not between 0 and 1; see `sayso read --help`.",
        ),
        (
            ["read", "a", "--min-score", "nan"],
            "argument --min-score: 'nan' is not between 0 and 1; see `sayso read --help`.",
        ),
        (["read", "a", "--min-score", "x"], "argument --min-score: 'x' is not a number; see `sayso read --help`."),
        (
            ["read", "a", "--timeout", "0"],
            "argument --timeout: '0' is not a number of seconds above 0; see `sayso read --help`.",
        ),
        (
            ["read", "a", "--max-bytes", "2x"],
            "argument --max-bytes: '2x' is not a size such as 500k or 20M; see `sayso read --help`.",
        ),
        (
            ["read", "a", "--width", "9"],
            "argument --width: '9' is not a number of columns from 20 to 9999; see `sayso read --help`.",
        ),
        (
            ["read", "a", "--published", "yesterday"],
            "argument --published: 'yesterday' is not a date such as 2016-01-15 or 2016-01-15T09:30; "
            "see `sayso read --help`.",
        ),
        (["read", "a", "--x\x1b[31m"], "unrecognized arguments: --x�[31m; see `sayso --help`."),
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    out, err = capsys.readouterr()
    assert (stopped.value.code, out) == (2, "")
    assert re.sub(r"(?<=[ (m])'(\w+)'(?=[,)])", r"\1", err) == f"sayso: {sentence}\n", (
        "Pythons quote choices differently"
    )


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("2016-01-15", date(2016, 1, 15)), ("2016-01-15T09:30", datetime(2016, 1, 15, 9, 30))],
)
def test_a_date_of_publication(given: str, wanted: date) -> None:
    assert parse(["read", "a", "--published", given]).published == wanted


@pytest.mark.parametrize(
    ("size", "bytes_"), [("1", 1), ("500k", 500_000), ("20M", 20_000_000), ("20mb", 20_000_000), ("1G", 1_000_000_000)]
)
def test_sizes(size: str, bytes_: int) -> None:
    assert parse(["read", "a", "--max-bytes", size]).max_bytes == bytes_


def test_an_encoding_goes_by_its_usual_name() -> None:
    assert parse(["read", "a", "--charset", "Latin1"]).charset == "iso8859-1"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"sayso {__version__}\n")


def test_no_verb_shows_help_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([])
    out, err = capsys.readouterr()
    assert (stopped.value.code, out) == (2, "")
    assert err.startswith("usage: sayso")


def test_help_loads_nothing_heavy_and_is_instant() -> None:
    heavy = {"numpy", "onnxruntime", "rich", "trafilatura", "lxml", "sayso.api"}
    code = (
        "import sys, sayso.cli\n"
        "try: sayso.cli.main(['read', '--help'])\n"
        "except SystemExit: pass\n"
        f"assert not {heavy} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    took = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "sayso", "--help"], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(took) < 0.2, "of processor time, which does not depend on what else the machine does"

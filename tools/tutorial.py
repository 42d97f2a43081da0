"""Runs the commands of the second half of docs/tutorial.md on the sample coverage, and puts what they print below each.

    PYTHONPATH=src python tools/tutorial.py

A test holds the page to it (`tests/samples/test_tutorial.py`).
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tempfile
from pathlib import Path

from sayso.cli import main

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tutorial.md"
HEAD = "## The same on the sample"
BLOCK = re.compile(r"(?<=```console\n)\$ (sayso [^\n]+)\n(.*?)(?=```)", re.DOTALL)


def told(page: str) -> str:
    """The page with what its commands print now."""
    before, _, rest = page.partition(HEAD)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path(folder, "samples").symlink_to(ROOT / "samples")
        return before + HEAD + BLOCK.sub(lambda found: f"$ {found[1]}\n{printed(found[1])}", rest)


def printed(command: str) -> str:
    """What a command prints on a terminal of 100 columns, messages included."""
    out = io.StringIO()
    os.environ.update(COLUMNS="100", NO_COLOR="1")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        main(shlex.split(command)[1:])
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


if __name__ == "__main__":
    PAGE.write_text(told(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

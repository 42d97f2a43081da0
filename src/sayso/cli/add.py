"""`sayso add`: reads what is not there yet into an archive, and says how far it is."""

from __future__ import annotations

import argparse
import glob
import gzip
import json
import sys
import time
import zlib
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sayso import api
from sayso.archive import Fate
from sayso.cli.output import prepare_stdout, write
from sayso.cli.read import read_settings
from sayso.export.safe import one_line, safe_json

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

SAID = ("added", "replaced", "there already", "set aside")
"""The outcomes, in the words and the order of the summary."""


def run(options: argparse.Namespace) -> int:
    """Add every input; returns 0, a single input's own code, or 1 for some set aside of several."""
    settings = read_settings(options)
    prepare_stdout(data=options.json)
    started = time.monotonic()
    tally: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    last_code = 0
    with api.open(options.to, create=True) as archive:
        with _Progress(options.inputs) as progress:
            stdin = sys.stdin.buffer if sys.stdin else None
            for each in archive.add_each(options.inputs, settings, again=options.again, stdin=stdin):
                tally[str(each.fate) if each.fate else "set aside"] += 1
                if each.aside is not None:
                    progress.say(f"sayso: {one_line(each.aside.message)}")
                    reasons[each.aside.code] += 1
                    last_code = each.aside.exit_code
                progress.step(tally, was_there=each.fate is Fate.THERE)
        total = int(archive.sql("SELECT count(*) FROM articles").fetchall()[0][0])
    if options.json:
        made = {
            "archive": options.to,
            "added": tally["added"],
            "replaced": tally["replaced"],
            "there_already": tally["there already"],
            "set_aside": dict(reasons.most_common()),
            "articles": total,
            "seconds": round(time.monotonic() - started, 3),
        }
        write(safe_json(json.dumps(made, ensure_ascii=False)) + "\n")
    else:
        write(_summary(options.to, tally, reasons, total) + "\n")
    if not reasons:
        return 0
    return last_code if tally.total() == 1 else 1


def _summary(name: str, tally: Counter[str], reasons: Counter[str], total: int) -> str:
    parts = [f"{word} {tally[word]:,}" for word in SAID if tally[word] or word == "added"]
    why = ", ".join(f"{count} {code}" for code, count in reasons.most_common())
    return f"{', '.join(parts)}{f': {why}' if why else ''}; {one_line(name)} has {total:,} article{'s' * (total != 1)}"


class _Progress:
    """A line on standard error, only where a person looks at it: how far, how fast, how long still, how many of what."""

    def __init__(self, inputs: list[str]) -> None:
        self.bar: Bar | None = None
        self.task: Any = None
        self.since = time.monotonic()
        self.read = 0
        if sys.stderr.isatty():
            self.bar = _bar()
            self.total = _documents(inputs)
            self.task = self.bar.add_task("", total=self.total, words="")

    def __enter__(self) -> _Progress:
        if self.bar is not None:
            self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def step(self, tally: Counter[str], *, was_there: bool) -> None:
        """One document more is done. What was there already takes next to no time, and does not count for the speed."""
        self.read += not was_there
        if self.bar is not None:
            words = [f"{word} {tally[word]:,}" for word in SAID if tally[word]]
            speed = self.read / max(time.monotonic() - self.since, 1e-3)
            if self.read and self.total is not None and self.total > tally.total():
                words.insert(0, f"{_lasting((self.total - tally.total()) / speed)} left")
            if self.read:
                words.insert(0, f"{speed:.1f} a second")
            self.bar.update(self.task, completed=tally.total(), words=" · ".join(words))

    def say(self, message: str) -> None:
        """One line on standard error, above the bar where there is one."""
        if self.bar is not None:
            self.bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            print(message, file=sys.stderr, flush=True)


def _lasting(seconds: float) -> str:
    minutes = int(seconds / 60 + 0.5)
    if seconds < 90:
        return f"{int(seconds) + 1} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60:02} min"


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        BarColumn(bar_width=16),
        MofNCompleteColumn(),
        TextColumn("{task.fields[words]}", markup=False),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


_ROWS = (".jsonl", ".ndjson", ".jl")
_MANY = (".csv", ".tsv", ".json")


def _documents(inputs: list[str]) -> int | None:
    """How many documents there will be: files, and lines of JSONL; `None` where it cannot be told without reading all."""
    total = 0
    for each in inputs:
        if each == "-":
            return None
        path = Path(each)
        try:
            if "://" in each or not (path.exists() or glob.has_magic(each)):
                total += 1
                continue
            found = [path] if path.exists() else [Path(name) for name in glob.glob(each, recursive=True)]  # noqa: PTH207 - an absolute pattern
            if path.is_dir():
                found = list(path.iterdir())
            for file in found:
                count = _in_file(file) if file.is_file() else 0
                if count is None:
                    return None
                total += count
        except (OSError, ValueError, EOFError, zlib.error):
            return None
    return total


def _in_file(path: Path) -> int | None:
    endings = {ending.lower() for ending in path.suffixes[-2:]}
    if endings & set(_MANY):
        return None
    if not endings & set(_ROWS):
        return 0 if path.name.startswith(".") else 1
    with path.open("rb") as plain:
        packed = plain.read(2) == b"\x1f\x8b"
    count = 0
    with gzip.open(path) if packed else path.open("rb") as lines:
        while piece := lines.read(1 << 20):
            count += piece.count(b"\n")
    return count

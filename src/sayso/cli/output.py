"""Where the readings go: the terminal, JSON, JSON lines, HTML files."""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.cli.progress import Progress
from sayso.errors import OutputError, UsageError
from sayso.export.safe import one_line, safe_json
from sayso.records import Reading


class Output:
    """Writes each reading as the options ask, at once, so that a pipe sees it before the next is read."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.html: Path | None = Path(options.html) if options.html not in (None, "-") else None
        self.to_folder = self.html is not None and (options.html.endswith(("/", os.sep)) or self.html.is_dir())
        self.names: set[str] = set()
        self.shown = 0
        if options.html == "-" and (options.json or options.jsonl):
            raise UsageError("--html - and JSON cannot both go to standard output; give --html a file.")
        if self.html is not None and not self.to_folder and len(options.inputs) > 1:
            raise self._one_file_for_many()
        prepare_stdout(data=options.json or options.jsonl or options.html == "-")

    @property
    def leaves_stdout_free(self) -> bool:
        """Whether nothing is written to a terminal on standard output, so that a progress bar can be shown."""
        files_only = self.html is not None and not (self.options.json or self.options.jsonl)
        return files_only or not sys.stdout.isatty()

    def show(self, name: str, reading: Reading, progress: Progress) -> None:
        options = self.options
        if options.html is not None:
            self._html(name, reading, progress)
        if options.json or options.jsonl:
            write(safe_json(reading.to_json(indent=2 if options.json else None)) + "\n")
        elif options.html is None:
            self._terminal(name, reading)
        self.shown += 1

    def _terminal(self, name: str, reading: Reading) -> None:
        from sayso.cli.terminal import Look, show

        options = self.options
        look = Look(
            width=options.width or columns(),
            colour=wants_colour(options),
            unicode=(sys.stdout.encoding or "").lower().replace("-", "").startswith("utf"),
        )
        held = io.StringIO()
        show(reading, held, look)
        if len(options.inputs) > 1 or self.shown:
            write(("\n\n" if self.shown else "") + f"== {one_line(name)}\n\n")
        write(held.getvalue())

    def _html(self, name: str, reading: Reading, progress: Progress) -> None:
        from sayso.export.html import render

        page = render(reading)
        if self.html is None:
            write(page + "\n")
            return
        if not self.to_folder and self.shown:
            raise self._one_file_for_many()
        path = self.html / self._file_name(name) if self.to_folder else self.html
        with _writing(str(path)):
            _replace(path, page)
        count = len(reading.attributions)
        if not self.to_folder:
            progress.say(f"wrote {one_line(str(path))}: {count} finding{'s' * (count != 1)}")

    def _file_name(self, name: str) -> str:
        stem = re.sub(r"(\.(html?|txt|md|gz))+$", "", name.rstrip("/").rsplit("/", 1)[-1], flags=re.IGNORECASE)
        stem = re.sub(r"[^A-Za-z0-9._-]+", "-", stem).strip("-.")[:80] or "reading"
        chosen, number = stem, 1
        while chosen.lower() in self.names:
            number += 1
            chosen = f"{stem}-{number}"
        self.names.add(chosen.lower())
        return chosen + ".html"

    def _one_file_for_many(self) -> UsageError:
        return UsageError(
            f"{self.options.html} is one file, but there are several documents; give a folder: --html pages/"
        )


def columns() -> int:
    return max(20, shutil.get_terminal_size(fallback=(80, 24)).columns)


def wants_colour(options: argparse.Namespace) -> bool:
    """NO_COLOR (no-color.org) and --no-color forbid it; FORCE_COLOR asks for it without a terminal (`less -R`)."""
    if options.no_color or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def prepare_stdout(*, data: bool) -> None:
    """Data is UTF-8 whatever the locale; a view shows a question mark where the terminal lacks a letter."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if data:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            sys.stdout.reconfigure(errors="replace")


def write(words: str) -> None:
    with _writing("standard output"):
        sys.stdout.write(words)
        sys.stdout.flush()


@contextmanager
def _writing(where: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{where} could not be written: {error.strerror or error}.") from error


def _replace(path: Path, words: str) -> None:
    """Write the file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:60]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(words)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

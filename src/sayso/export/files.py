"""Exports on disk: a file or a folder, there whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sayso.errors import OutputError


@dataclass(slots=True)
class Tally:
    """What an export wrote: readings, rows (or quotations, annotations: what the format counts), files, and characters
    that the format cannot hold and that were replaced."""

    readings: int = 0
    rows: int = 0
    replaced: int = 0
    files: int = 0


def write_file(path: Path, chunks: Iterable[str]) -> None:
    """Write the chunks as UTF-8 into `path`, which is as it was until the last one is on the disk. OutputError where it fails."""
    with replacing(path) as temporary:
        with saying(path):
            out: IO[str] = temporary.open("w", encoding="utf-8", newline="")
        with out:
            for chunk in chunks:
                with saying(path):
                    out.write(chunk)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place when the block ends well and is removed when it does not."""
    if path.is_dir():
        raise OutputError(f"{path} is a folder; end it with a slash to write a file for each article.")
    with saying(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:60]}.")
        os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with saying(path):
            with temporary.open("rb+") as out:
                os.fsync(out.fileno())
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def filling(folder: Path) -> Iterator[Path]:
    """A temporary folder that becomes `folder` when the block ends well. OutputError where `folder` holds something already."""
    with saying(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise OutputError(f"{folder} is not an empty folder; give a new one.", code="exists")
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:60]}."))
    try:
        yield temporary
        with saying(folder):
            temporary.chmod(0o777 & ~_umask())
            if folder.exists():
                folder.rmdir()
            temporary.rename(folder)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


class Names:
    """File names made of article ids: safe on every system, no two alike."""

    def __init__(self, ending: str) -> None:
        self.ending = ending
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def of(self, id: str) -> str:
        stem = re.sub(r"[^A-Za-z0-9_-]+", "-", id).strip("-")[:80] or "article"
        name, number = stem, self._next.get(stem.lower(), 1)
        while name.lower() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._next[stem.lower()] = number
        self._taken.add(name.lower())
        return name + self.ending


@contextmanager
def saying(path: Path) -> Iterator[None]:
    """OSError as OutputError, in a sentence that names the path."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}.") from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

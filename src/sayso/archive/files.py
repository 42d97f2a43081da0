"""The folder of an archive: what makes it one, and how a file gets into it whole or not at all."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from sayso.archive.schema import FORMAT, MIGRATIONS, VERSION
from sayso.errors import ArchiveError, OutputError

MARK = "archive.json"
PARTS = "parts"
LOG = "log"
SEARCH = "search.sqlite"
LOCK = "lock"
TEMPORARY = ".new-"
"""How the name of a file begins that is not whole yet; a writer that was killed leaves such files, the next one sweeps them."""


def now() -> datetime:
    """The present moment, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def written_by() -> str:
    """The version of Sayso that writes."""
    try:
        return metadata.version("sayso")
    except metadata.PackageNotFoundError:
        return "unknown"


def make(folder: Path) -> None:
    """Make a new, empty archive. UsageError-like sentences where something else is there already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(
            not each.name.startswith(TEMPORARY) and each.name not in (PARTS, LOG, LOCK) for each in folder.iterdir()
        ):
            raise ArchiveError(
                f"{folder} is a folder with other files in it and no archive; name a new one.", code="not-an-archive"
            )
    except (FileExistsError, NotADirectoryError):
        raise not_an_archive(folder) from None
    except OSError as error:
        raise not_written(folder, error) from None
    with writing(folder):
        for each in (PARTS, LOG):
            (folder / each).mkdir(exist_ok=True)
        steps = [
            {"version": each.version, "name": each.name, "noted": now().isoformat(), "sayso": written_by()}
            for each in MIGRATIONS
        ]
        mark(folder, {"format": FORMAT, "version": VERSION, "id": secrets.token_hex(8), "migrations": steps})


def mark(folder: Path, about: dict[str, Any]) -> None:
    """Write what makes the folder an archive."""
    write_whole(folder / MARK, (json.dumps(about, indent=1) + "\n").encode())


def about(folder: Path) -> dict[str, Any]:
    """What `archive.json` says. ArchiveError where the folder is no archive, or one of a newer Sayso."""
    try:
        found = json.loads((folder / MARK).read_bytes())
    except FileNotFoundError:
        if folder.exists():
            raise not_an_archive(folder) from None
        raise ArchiveError(
            f"{folder} does not exist; make it with `sayso add INPUT --to {folder}`.", code="missing"
        ) from None
    except NotADirectoryError:
        raise not_an_archive(folder) from None
    except (ValueError, RecursionError):
        raise not_an_archive(folder) from None
    except OSError as error:
        raise ArchiveError(
            f"{folder} cannot be read ({error.strerror}); check its permissions.", code="unreadable"
        ) from None
    version = found.get("version") if isinstance(found, dict) else None
    if not isinstance(found, dict) or found.get("format") != FORMAT or type(version) is not int or version < 1:
        raise not_an_archive(folder)
    if version > VERSION:
        raise ArchiveError(
            f"{folder} is of a newer Sayso (version {version} of the layout, this one knows {VERSION}); "
            "install the newer one with `pip install --upgrade sayso`.",
            code="newer",
        )
    return found


def not_an_archive(folder: Path) -> ArchiveError:
    return ArchiveError(f"{folder} is not an archive of Sayso; check the path.", code="not-an-archive")


def damaged(folder: Path, what: str) -> ArchiveError:
    return ArchiveError(f"{folder} is damaged: {what}; put it back from a copy.", code="damaged")


def not_written(folder: Path, error: BaseException) -> OutputError:
    why = getattr(error, "strerror", None) or " ".join(str(error).split())[:300] or type(error).__name__
    return OutputError(f"{folder} could not be written ({why}); what was added before is unharmed.")


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What the system says of a write that failed, as an `OutputError`."""
    try:
        yield
    except OSError as error:
        raise not_written(folder, error) from error


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place whole and for good: written aside, handed to the disk, renamed."""
    aside = path.parent / f"{TEMPORARY}{secrets.token_hex(6)}"
    try:
        with aside.open("wb") as out:
            write(out.fileno(), data)
            os.fsync(out.fileno())
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    settle(path.parent)


def write(handle: int, data: bytes) -> None:
    """All of the bytes, however few the system takes at once."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def settle(folder: Path) -> None:
    """Hand a folder's entries to the disk, where the system can (Windows cannot and need not)."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync(path: Path) -> None:
    """Hand a file that something else wrote to the disk."""
    with path.open("rb+") as held:
        os.fsync(held.fileno())

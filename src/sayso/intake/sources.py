"""Everything that an input may name, told apart and read."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.errors import CaptureError, FetchError, SaysoError
from sayso.intake import tables
from sayso.intake.settings import IntakeSettings
from sayso.records import Capture, Given, SetAside
from sayso.records.packed import too_large, unpack

STDIN = "standard input"
_TEXT = frozenset((".txt", ".text", ".md"))
_HTML = frozenset((".html", ".htm", ".xhtml", ".shtml"))


def captures(
    inputs: Sequence[str], *, settings: IntakeSettings | None = None, stdin: BinaryIO | None = None
) -> Iterator[Capture | SetAside]:
    """What each input holds, in order, one after the other as they are asked for; what cannot be read is set aside.

    An input is a path, a glob that the shell did not expand, a folder (the files in it, not below), `-` for `stdin`, an
    address, or a table (`.json`, `.jsonl`, `.ndjson`, `.csv`, `.tsv`), each also gzipped. One that fails never stops the others.
    """
    settings = settings or IntakeSettings()
    for name in inputs:
        try:
            yield from _of(name, settings, stdin)
        except SaysoError as error:
            yield set_aside(_shown(name), error)


def capture_bytes(data: bytes, *, name: str = "the bytes", given: Given | None = None) -> Capture:
    """The capture of bytes at hand; page or text is told later, from the bytes."""
    return Capture(data, _shown(name), given=given or Given())


def set_aside(name: str, error: SaysoError) -> SetAside:
    """An error as the record of an input that gave nothing."""
    return SetAside(name, error.code, str(error), error.exit_code)


def _of(name: str, settings: IntakeSettings, stdin: BinaryIO | None) -> Iterator[Capture | SetAside]:
    if name == "-":
        yield from _stdin(stdin, settings)
    elif name.lower().startswith(("http://", "https://")):
        # Most readings are of files: the machinery for fetching is loaded only when an address is asked for.
        from sayso.intake.fetch import fetch

        yield fetch(name, settings)
    elif "://" in name[:20]:
        raise FetchError(f"{_shown(name)} is not a web address; use http or https.", code="scheme")
    else:
        yield from _paths(name, settings)


def _paths(name: str, settings: IntakeSettings) -> Iterator[Capture | SetAside]:
    if "\x00" in name or not name:
        raise CaptureError(
            f"{_shown(name) or 'An empty name'} is no file name; give a path or an address.", code="missing"
        )
    path = Path(name)
    try:
        if path.is_dir():
            found = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        elif path.exists() or not glob.has_magic(name):
            found = [path]
        else:
            found = sorted(Path(p) for p in glob.glob(name, recursive=True) if Path(p).is_file())  # noqa: PTH207 - an absolute pattern
    except (OSError, ValueError) as error:
        raise _unreadable(_shown(name), error) from None
    if not found and path.is_dir():
        raise CaptureError(
            f"{_shown(name)} has no files in it; name the folders in it, or a pattern such as {_shown(name).rstrip('/')}/**.",
            code="missing",
        )
    if not found:
        raise CaptureError(f"{_shown(name)} matches no file; check the folder and the pattern.", code="missing")
    for each in found:
        try:
            yield from _file(each, settings)
        except SaysoError as error:
            yield set_aside(_shown(str(each)), error)


def _file(path: Path, settings: IntakeSettings) -> Iterator[Capture | SetAside]:
    name = _shown(str(path))
    suffix = _suffix(path)
    try:
        with path.open("rb") as stream:
            if suffix in tables.READERS:
                yield from tables.rows(stream, suffix, name, settings)
                return
            data = stream.read(settings.max_bytes + 1)
    except OSError as error:
        raise _unreadable(name, error) from None
    if len(data) > settings.max_bytes:
        raise too_large(name, settings.max_bytes)
    kind = "text" if suffix in _TEXT else "html" if suffix in _HTML else None
    yield Capture(unpack(data, name, settings.max_bytes), name, kind)


def _suffix(path: Path) -> str:
    """The ending that tells the format, `.gz` left out of account."""
    endings = [ending.lower() for ending in path.suffixes]
    if endings and endings[-1] in (".gz", ".gzip"):
        endings.pop()
    return endings[-1] if endings else ""


def _stdin(stdin: BinaryIO | None, settings: IntakeSettings) -> Iterator[Capture | SetAside]:
    if stdin is None:
        raise CaptureError("Nothing came on standard input; pipe a page or a text into it.", code="empty")
    first = stdin.readline(settings.max_bytes + 1)
    if tables.is_jsonl(first):
        yield from tables.rows(tables.Continued(first, stdin), ".jsonl", STDIN, settings)
        return
    data = first + stdin.read(settings.max_bytes + 1 - len(first))
    if len(data) > settings.max_bytes:
        raise too_large(STDIN, settings.max_bytes)
    yield Capture(unpack(data, STDIN, settings.max_bytes), STDIN)


def _unreadable(name: str, error: OSError | ValueError) -> CaptureError:
    if isinstance(error, FileNotFoundError):
        return CaptureError(f"{name} does not exist; check the path.", code="missing")
    if isinstance(error, PermissionError):
        return CaptureError(f"{name} may not be read; change its permissions.", code="permission")
    if isinstance(error, EOFError):
        return CaptureError(f"{name} is gzip that ends too soon; fetch or compress it again.", code="truncated")
    why = getattr(error, "strerror", None) or "it is no file name"
    return CaptureError(f"{name} cannot be read ({why}); check the path.", code="unreadable")


def _shown(name: str) -> str:
    """The name as it may stand in a message: one line, nothing that steers a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name[:500])

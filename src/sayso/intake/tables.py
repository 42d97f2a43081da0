"""Rows of JSON, JSONL and CSV as captures: one document a row, in a column of text."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import IO, Any, BinaryIO

from sayso.errors import CaptureError, SaysoError
from sayso.intake.settings import IntakeSettings
from sayso.records import Capture, Given, SetAside
from sayso.records.packed import too_large

TEXT = ("text", "body", "content")
"""Columns that hold the document, the first that is there; case does not count. So it is with the others."""
TITLE = ("title", "headline")
OUTLET = ("outlet", "source", "publisher", "domain")
AUTHORS = ("authors", "author", "byline")
URL = ("url", "link")
PUBLISHED = ("published", "date", "publish_date", "published_at")
IDENTITY = ("id", "uid")

MOST_JSON = 500_000_000
"""Bytes of one JSON value, which is read at once; what is larger can be written a line a row, and is then read so."""

Rows = Iterator[Capture | SetAside]


class Continued(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._first[: len(buffer)] or self._rest.read(len(buffer))
        self._first = self._first[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def rows(stream: IO[bytes] | io.RawIOBase, suffix: str, name: str, settings: IntakeSettings) -> Rows:
    """The rows of a table, gzipped or not, in order and as they are asked for; a bad row is set aside and the next read."""
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    head = buffered.peek(2)[:2] if isinstance(buffered, io.BufferedReader) else b""
    opened: IO[bytes] = gzip.GzipFile(fileobj=buffered) if head == b"\x1f\x8b" else buffered  # type: ignore[assignment]
    try:
        yield from READERS[suffix](opened, name, settings)
    except EOFError:
        message = f"{name} is gzip that ends too soon; fetch or compress it again."
        yield SetAside(name, "truncated", message)
    except (gzip.BadGzipFile, zlib.error):
        yield SetAside(name, "gzip", f"{name} is damaged gzip; fetch or compress it again.")


def is_jsonl(line: bytes) -> bool:
    """Whether a first line is a JSON object that has a column of text."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and _has_text(row)


def _jsonl(stream: IO[bytes], name: str, settings: IntakeSettings) -> Rows:
    number = 0
    # A row holds more than its text, and JSON escapes a character with six bytes at most.
    longest = 6 * settings.max_bytes + 1_000_000
    while line := stream.readline(longest + 1):
        number += 1
        row_name = f"{name} row {number}"
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(1_000_000)
            yield _aside(row_name, too_large(row_name, settings.max_bytes))
            continue
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (ValueError, RecursionError):
            yield SetAside(row_name, "bad-row", f"{row_name} is not JSON in UTF-8; write one object a line.")
            continue
        yield _capture(row, row_name, settings)


def _json(stream: IO[bytes], name: str, settings: IntakeSettings) -> Rows:
    """The documents of one JSON value: a list of objects, such a list as the only one in an object, or one object with a text."""
    data = stream.read(MOST_JSON + 1)
    if len(data) > MOST_JSON:
        raise CaptureError(
            f"{name} is larger than {MOST_JSON // 1_000_000:,} MB of JSON; write one object a line, as .jsonl.",
            code="too-large",
        )
    if not data.strip():
        raise CaptureError(f"{name} is empty; give a list of objects with a text.", code="empty")
    if is_jsonl(data.partition(b"\n")[0]) and data.count(b"\n", 0, -1):
        yield from _jsonl(io.BytesIO(data), name, settings)
        return
    try:
        found = _documents(json.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        message = f"{name} is not JSON in UTF-8; write a list of objects, or one object a line as .jsonl."
        raise CaptureError(message, code="bad-row") from None
    if not found:
        raise CaptureError(
            f"{name} is JSON without a text; name its column {', '.join(TEXT[:-1])} or {TEXT[-1]}.", code="no-column"
        )
    for number, row in enumerate(found, 1):
        yield _capture(row, f"{name} row {number}" if len(found) > 1 else name, settings)


def _documents(value: Any) -> list[Any]:
    """The objects with texts that a JSON value holds; empty where it has none."""
    if isinstance(value, list):
        return value if any(isinstance(row, dict) and _has_text(row) for row in value) else []
    if not isinstance(value, dict):
        return []
    if _has_text(value):
        return [value]
    lists = [found for each in value.values() if isinstance(each, list) and (found := _documents(each))]
    return lists[0] if len(lists) == 1 else []


def _has_text(row: Mapping[str, Any]) -> bool:
    return _column(_lower(row), TEXT) is not None


def _csv(stream: IO[bytes], name: str, settings: IntakeSettings, delimiter: str | None = None) -> Rows:
    text = io.TextIOWrapper(io.BufferedReader(_Tolerant(stream)), encoding="utf-8", errors="surrogatepass", newline="")
    csv.field_size_limit(min(settings.max_bytes, 2**31 - 1))
    first = text.readline(1_000_000).removeprefix("\ufeff")
    if not first.strip():
        raise CaptureError(f"{name} is empty; give a table with a header.", code="empty")
    delimiter = delimiter or max(",;\t|", key=first.count)
    header = next(csv.reader([first], delimiter=delimiter))
    if _column({key.strip().lower(): key for key in header}, TEXT) is None:
        raise CaptureError(
            f"{name} has no column of text; name one {', '.join(TEXT[:-1])} or {TEXT[-1]}.", code="no-column"
        )
    reader = csv.reader(text, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        row_name = f"{name} row {number}"
        try:
            values = next(reader, None)
        except csv.Error:
            yield _aside(row_name, too_large(row_name, settings.max_bytes, ", or not CSV"))
            return
        if values is None:
            return
        if any(values):
            yield _capture(dict(zip(header, values, strict=False)), row_name, settings)


class _Tolerant(io.RawIOBase):
    """CSV bytes as UTF-8: what is not valid UTF-8 is read as Windows-1252, which spreadsheets write."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._ready:
            self._ready = _as_utf8(self._stream.readline(1 << 20))
        data = self._ready[: len(buffer)]
        self._ready = self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _as_utf8(line: bytes) -> bytes:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(line) - 4 and not line.endswith(b"\n"):
            return line  # a character cut by the size of the read, not another encoding
        return line.decode("cp1252", "replace").encode()
    return line


def _tsv(stream: IO[bytes], name: str, settings: IntakeSettings) -> Rows:
    return _csv(stream, name, settings, "\t")


READERS: Mapping[str, Callable[[IO[bytes], str, IntakeSettings], Rows]] = {
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".jl": _jsonl,
    ".json": _json,
    ".csv": _csv,
    ".tsv": _tsv,
}


def _capture(row: Any, name: str, settings: IntakeSettings) -> Capture | SetAside:
    if not isinstance(row, dict):
        return SetAside(name, "bad-row", f"{name} is not a JSON object; write one object a line.")
    columns = _lower(row)
    text = _column(columns, TEXT)
    if text is None and any(column in columns for column in TEXT):
        return SetAside(name, "empty", f"{name} has an empty text; give the row its text or leave it out.")
    if text is None:
        return SetAside(name, "no-column", f"{name} has no text; name its column {', '.join(TEXT[:-1])} or {TEXT[-1]}.")
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > settings.max_bytes:
        return _aside(name, too_large(name, settings.max_bytes))
    identity = _column(columns, IDENTITY)
    given = Given(
        title=_column(columns, TITLE),
        authors=_authors(columns),
        outlet=_column(columns, OUTLET),
        published=_moment(_column(columns, PUBLISHED)),
        url=_column(columns, URL),
    )
    full = f"{name} ({identity[:80]})" if identity and identity.isprintable() else name
    return Capture(data, full, "text", "utf-8", given=given)


def _aside(name: str, error: SaysoError) -> SetAside:
    return SetAside(name, error.code, str(error), error.exit_code)


def _lower(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key.strip().lower(): value for key, value in row.items() if isinstance(key, str)}


def _column(columns: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = columns.get(name)
        value = value.get("name") if isinstance(value, dict) else value  # as news services give the source
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return value if isinstance(value, str) else str(value)
    return None


def _authors(columns: Mapping[str, Any]) -> tuple[str, ...]:
    for name in AUTHORS:
        value = columns.get(name)
        if isinstance(value, list):
            return tuple(str(author).strip() for author in value if isinstance(author, str) and author.strip())
        if isinstance(value, str) and value.strip():
            parts = value.split(";") if ";" in value else value.split(",")
            return tuple(part.strip() for part in parts if part.strip())
    return ()


def _moment(value: str | None) -> date | datetime | None:
    """The date or moment that ISO 8601 words say, `None` where they say none."""
    if value is None:
        return None
    words = value.strip()
    try:
        return date.fromisoformat(words) if len(words) <= 10 else datetime.fromisoformat(words)
    except ValueError:
        try:
            return date.fromisoformat(words[:10])
        except ValueError:
            return None

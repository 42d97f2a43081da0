"""From bytes to text: by byte-order mark, by declaration, then by what the bytes themselves say."""

from __future__ import annotations

import codecs
import re
import zlib

from sayso.errors import CaptureError

MAX_BYTES = 20_000_000
"""Default limit of one document, before and after decompression; named in the error."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_BINARY = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x7fELF", b"RIFF", b"\x00\x00\x01\x00", b"SQLite format 3", b"PAR1", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd")  # fmt: skip
_NAMES = {b"%PDF-": "a PDF", b"PK\x03\x04": "a zip or office file", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture"}  # fmt: skip


def decompress(data: bytes, name: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes that gzip holds, or `data` itself where it is not gzip. CaptureError where cut short or too large."""
    depth = 0
    while data[:2] == b"\x1f\x8b":
        depth += 1
        if depth > 3:
            raise CaptureError(f"{name} is gzip within gzip more than 3 deep; unpack it first.", code="gzip")
        data = _gunzip(data, name, limit)
    return data


def _gunzip(data: bytes, name: str, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    rest = data
    while rest[:2] == b"\x1f\x8b":
        member = zlib.decompressobj(wbits=31)
        try:
            part = member.decompress(rest, limit + 1 - size)
        except zlib.error as error:
            raise CaptureError(f"{name} is damaged gzip ({error}); fetch or compress it again.", code="gzip") from None
        size += len(part)
        parts.append(part)
        if size > limit:
            raise too_large(name, limit, "once decompressed")
        if not member.eof:
            raise CaptureError(f"{name} is gzip that ends too soon; fetch or compress it again.", code="truncated")
        rest = member.unused_data
    return b"".join(parts)


def too_large(name: str, limit: int, when: str = "") -> CaptureError:
    """The error for a document over the limit."""
    size = f"{limit / 1e6:g} MB" if limit >= 100_000 else f"{limit} bytes"
    return CaptureError(
        f"{name} is over the limit of {size}{' ' + when if when else ''}; split it or raise the limit.",
        code="too-large",
    )


def decode(data: bytes, name: str, charset: str | None = None) -> str:
    """The text of the bytes. CaptureError where they are empty or no text.

    A byte-order mark wins; then UTF-8 where the bytes are valid UTF-8 with a character beyond ASCII, since nothing else
    looks like it by chance; then what the server, then what the page declares, where the bytes allow it; then detection.
    Undecodable bytes become U+FFFD, only where nothing better is left.
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise CaptureError(f"{name} is empty; give a page or a text.", code="empty")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    refuse_binary(data, name)
    wide = _without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if charset and _codec(charset) == "utf-8" and _passes(data):
        return data.decode("utf-8", "surrogatepass")
    for declared in (charset, _declared(data)):
        text = _try(data, declared)
        if text is not None:
            return text
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    return _detected(data)


def refuse_binary(data: bytes, name: str) -> None:
    """CaptureError where the bytes are a known binary format or hold more control characters than a text would."""
    for magic in _BINARY:
        if data.startswith(magic):
            what = _NAMES.get(magic, "a binary file")
            raise CaptureError(
                f"{name} is {what}, not a page or a text; give HTML, plain text, JSONL or CSV.", code="binary"
            )
    head = data[:65536]
    controls = len(head) - len(head.translate(None, bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])))
    nulls = head.count(0)
    if (controls > len(head) * 0.1 or nulls > len(head) * 0.3) and not _without_mark(data):
        raise CaptureError(
            f"{name} is binary, not a page or a text; give HTML, plain text, JSONL or CSV.", code="binary"
        )


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: English text then has a null in every second byte."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name.strip().strip("\"'")).name
        "".encode(found)
    except (LookupError, ValueError, TypeError):
        return None
    # As browsers do: what calls itself Latin-1 or ASCII is Windows-1252.
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    match = _META.search(head) or _XML.search(head)
    if not match:
        return None
    name = match[1].decode("ascii")
    # A page that can be read far enough to say so is not UTF-16.
    return None if name.lower().startswith(("utf-16", "utf16", "utf-32", "utf32", "utf-7", "utf7")) else name


def _try(data: bytes, declared: str | None) -> str | None:
    codec = _codec(declared) if declared else None
    if codec is None or codec == "utf-8":
        return None
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError, TypeError, AssertionError):
        if codec == "cp1252":
            # Five bytes have no character there; browsers pass them as controls.
            return "".join(
                chunk.decode("latin-1") if chunk[0] in _HOLES else chunk.decode("cp1252") for chunk in _pieces(data)
            )
        return None


_HOLES = frozenset(b"\x81\x8d\x8f\x90\x9d")
_PIECE = re.compile(rb"[\x81\x8d\x8f\x90\x9d]+|[^\x81\x8d\x8f\x90\x9d]+")


def _pieces(data: bytes) -> list[bytes]:
    return _PIECE.findall(data)


def _passes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: at least ten good sequences beyond ASCII for each bad one."""
    sample = data[:1_000_000]
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond = sum(1 for _ in _BEYOND.finditer(text)) - bad
    return bad == 0 or beyond >= 10 * bad


_BEYOND = re.compile(r"[^\x00-\x7f]")


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes

    # Windows-1252 is what English pages without a declaration are; another answer has to be for another script.
    best = from_bytes(data[:200_000]).best()
    codec = best.encoding if best is not None else "cp1252"
    if (
        best is None
        or best.alphabets in ([], ["Basic Latin"])
        or all("Latin" in a or "Punctuation" in a for a in best.alphabets)
    ):
        codec = "cp1252"
    text = _try(data, codec)
    return text if text is not None else data.decode("cp1252", "replace")

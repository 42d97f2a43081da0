"""From bytes to text: by byte-order mark, by declaration, then by what the bytes themselves say."""

from __future__ import annotations

import codecs
import re

from sayso.errors import CaptureError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_BINARY = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or sound",
    b"\x00\x00\x01\x00": "a picture",
    b"PK\x03\x04": "a zip or office file",
    b"\xd0\xcf\x11\xe0": "an office file",
    b"{\\rtf": "an RTF file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
    b"BZh": "packed with bzip2",
    b"\xfd7zXZ": "packed with xz",
    b"7z\xbc\xaf": "packed with 7z",
    b"\x28\xb5\x2f\xfd": "packed with zstd",
}


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
    fix = "not a page or a text; give HTML, plain text, JSONL or CSV."
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise CaptureError(f"{name} is {what}, {fix}", code="binary")
    head = data[:65536]
    controls = len(head) - len(head.translate(None, bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])))
    nulls = head.count(0)
    if (controls > len(head) * 0.1 or nulls > len(head) * 0.3) and not _without_mark(data):
        raise CaptureError(f"{name} is binary, {fix}", code="binary")


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

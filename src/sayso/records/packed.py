"""Gzip undone within a limit, for the stages that may meet packed bytes. No I/O here."""

from __future__ import annotations

import zlib

from sayso.errors import CaptureError

MAX_BYTES = 20_000_000
"""Default limit of one document, before and after decompression; the error names it."""
_DEEPEST = 3


def unpack(data: bytes, name: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes that gzip holds, or `data` itself where it is not gzip. CaptureError where cut short or over `limit`."""
    depth = 0
    while data[:2] == b"\x1f\x8b":
        depth += 1
        if depth > _DEEPEST:
            raise CaptureError(f"{name} is gzip within gzip more than {_DEEPEST} deep; unpack it first.", code="gzip")
        data = _members(data, name, limit)
    return data


def _members(data: bytes, name: str, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    rest = data
    while rest[:2] == b"\x1f\x8b":
        member = zlib.decompressobj(wbits=31)
        try:
            part = member.decompress(rest, limit + 1 - size)
        except zlib.error:
            raise CaptureError(f"{name} is damaged gzip; fetch or compress it again.", code="gzip") from None
        size += len(part)
        parts.append(part)
        if size > limit:
            raise too_large(name, limit, " once unpacked")
        if not member.eof:
            raise CaptureError(f"{name} is gzip that ends too soon; fetch or compress it again.", code="truncated")
        rest = member.unused_data
    return b"".join(parts)


def too_large(name: str, limit: int, when: str = "") -> CaptureError:
    """The error for a document over the limit, which it names."""
    size = f"{limit / 1e6:g} MB" if limit >= 100_000 else f"{limit} bytes"
    return CaptureError(f"{name} is over the limit of {size} a document{when}; split it.", code="too-large")

"""One page from the web, fetched once, within limits of time, size and place.

The standard library is enough here: what a fetch needs beyond it is to connect to the address that was checked, and that
is a connection class of a few lines. Proxies and cookies are not used.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from sayso.errors import CaptureError, FetchError
from sayso.intake.addresses import resolve
from sayso.intake.settings import IntakeSettings
from sayso.records import Capture, Given
from sayso.records.packed import too_large, unpack

_PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"))
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; sayso)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(slots=True)
class _Clock:
    """The time left of one fetch."""

    ends: float

    @property
    def left(self) -> float:
        return self.ends - time.monotonic()


def fetch(url: str, settings: IntakeSettings) -> Capture:
    """The page at an address. FetchError or CaptureError, one sentence that names it, where it cannot be had."""
    clock = _Clock(time.monotonic() + settings.timeout_s)
    shown = "".join(c if c.isprintable() else "\ufffd" for c in url[:300])
    seen: set[str] = set()
    address = url.strip()
    while True:
        parts = _checked(address, shown)
        address = parts.geturl()
        if address in seen:
            raise FetchError(
                f"{shown} redirects in a circle; open it in a browser and save the page.", code="redirects"
            )
        if len(seen) > settings.max_redirects:
            raise FetchError(
                f"{shown} redirects more than {settings.max_redirects} times; give the address that it leads to.",
                code="redirects",
            )
        seen.add(address)
        answer = _ask(parts, shown, settings, clock)
        if isinstance(answer, str):
            address = urljoin(address, answer)
            continue
        data, headers = answer
        kind = headers.get_content_type() if headers.get("Content-Type") else None
        return Capture(
            data=data,
            name=shown,
            kind={"text/plain": "text", None: None}.get(kind, "html"),
            charset=headers.get_content_charset(),
            captured=datetime.now(UTC).replace(microsecond=0),
            given=Given(url=address),
        )


def _checked(url: str, shown: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except (ValueError, UnicodeError):
        raise FetchError(f"{shown} is not a valid address; check it.", code="bad-address") from None
    if parts.scheme not in ("http", "https"):
        raise FetchError(
            f"{shown} leads to {parts.scheme or 'no'} address; only http and https are read.", code="scheme"
        )
    if not host:
        raise FetchError(f"{shown} names no host; check the address.", code="bad-address")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{shown} holds a user name; save the page and read the file.", code="bad-address")
    host = f"[{host}]" if ":" in host else host
    netloc = host if port is None else f"{host}:{port}"
    return SplitResult(parts.scheme, netloc, quote(parts.path, safe=_SAFE) or "/", quote(parts.query, safe=_SAFE), "")


def _ask(parts: SplitResult, shown: str, settings: IntakeSettings, clock: _Clock) -> str | tuple[bytes, Message]:
    """Where a redirect leads, or the body and headers of the page."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    addresses = resolve(host, port, shown, allow_private=settings.allow_private, timeout_s=max(0.01, clock.left))
    try:
        with _connected(addresses, port, host if parts.scheme == "https" else None, clock) as sock:
            answer = _exchange(sock, parts, shown, settings)
        if clock.left <= 0:
            raise _too_slow(shown, settings)
        return answer
    except ssl.SSLCertVerificationError:
        raise FetchError(
            f"{shown} has a certificate that does not hold; check the address.", code="certificate"
        ) from None
    except (OSError, http.client.HTTPException, ValueError, EOFError) as error:
        if clock.left <= 0 or isinstance(error, TimeoutError):
            raise _too_slow(shown, settings) from None
        raise FetchError(
            f"{shown} could not be fetched (the connection failed); try again later.", code="fetch"
        ) from None


def _too_slow(shown: str, settings: IntakeSettings) -> FetchError:
    return FetchError(
        f"{shown} took longer than {settings.timeout_s:g} seconds; try again or raise the time limit.", code="timeout"
    )


@contextlib.contextmanager
def _connected(addresses: list[str], port: int, tls_host: str | None, clock: _Clock) -> Iterator[socket.socket]:
    """A connection to the first of the checked addresses that answers, cut when the time is up."""
    sock: socket.socket | None = None
    for address in addresses:
        try:
            sock = socket.create_connection((address, port), timeout=max(0.01, clock.left))
            break
        except OSError:
            if address == addresses[-1] or clock.left <= 0:
                raise
    assert sock is not None
    with sock:
        if tls_host is not None:
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=tls_host)
        with sock:
            # A time limit for each read would let a server drip for ever; this one is for all of them together.
            cut = threading.Timer(max(0.01, clock.left), _shut, (sock,))
            cut.daemon = True
            cut.start()
            try:
                yield sock
            finally:
                cut.cancel()


def _shut(sock: socket.socket) -> None:
    # The plain socket's method: that of a TLS socket would take its state away under the reading thread.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _exchange(
    sock: socket.socket, parts: SplitResult, shown: str, settings: IntakeSettings
) -> str | tuple[bytes, Message]:
    connection = http.client.HTTPConnection(parts.netloc)
    connection.sock = sock
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", target, headers={"Host": parts.netloc, **_HEADERS})
    response = connection.getresponse()
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return location.encode("latin-1", "ignore").decode("utf-8", "replace").strip()
    if response.status != 200:
        fix = (
            "save the page in a browser and read the file"
            if response.status in (401, 402, 403, 429)
            else "check the address"
        )
        raise FetchError(f"{shown} answered {response.status}; {fix}.", code=f"http-{response.status}")
    kind = response.headers.get_content_type() if response.headers.get("Content-Type") else "text/html"
    if kind not in _PAGES:
        raise FetchError(f"{shown} is {kind[:80]}, not a page; give the address of an article.", code="not-html")
    length = response.headers.get("Content-Length") or ""
    if length.isdigit() and int(length) > settings.max_bytes:
        raise too_large(shown, settings.max_bytes)
    return _body(response, shown, settings), response.headers


def _body(response: http.client.HTTPResponse, shown: str, settings: IntakeSettings) -> bytes:
    encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(65536):
        size += len(chunk)
        if size > settings.max_bytes:
            raise too_large(shown, settings.max_bytes)
        chunks.append(chunk)
    data = b"".join(chunks)
    if response.length:
        raise FetchError(f"{shown} ended too soon; try again.", code="truncated")
    if encoding in ("gzip", "x-gzip"):
        return unpack(data, shown, settings.max_bytes)
    if encoding == "deflate":
        return _inflated(data, shown, settings.max_bytes)
    if encoding not in ("identity", ""):
        raise FetchError(f"{shown} came packed as {encoding[:40]!r}; save the page and read the file.", code="encoding")
    return data


def _inflated(data: bytes, shown: str, limit: int) -> bytes:
    for bits in (15, -15):
        try:
            made = zlib.decompressobj(bits).decompress(data, limit + 1)
        except zlib.error:
            continue
        if len(made) > limit:
            raise too_large(shown, limit, " once unpacked")
        return made
    raise CaptureError(f"{shown} came damaged; try again.", code="damaged")

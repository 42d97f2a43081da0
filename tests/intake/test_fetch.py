"""Fetching, against servers of our own on the loopback address: every way in which a page can fail to come."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import CaptureError, FetchError, SaysoError
from sayso.intake import IntakeSettings, captures
from sayso.intake.addresses import is_public
from sayso.intake.fetch import fetch
from sayso.records import Capture, SetAside

PAGE = "<html><body><p>“We met at dawn,” said the harbour master.</p></body></html>".encode()
SETTINGS = IntakeSettings(max_bytes=10_000, timeout_s=1.0, allow_private=True, max_redirects=4)


class Handler(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        html = {"Content_Type": "text/html; charset=utf-8"}
        match self.path.split("?")[0]:
            case "/page":
                self.answer(PAGE, **html)
            case "/plain":
                self.answer(b"Words.", Content_Type="text/plain; charset=iso-8859-2")
            case "/untyped":
                self.answer(PAGE)
            case "/gzip":
                self.answer(gzip.compress(PAGE), Content_Encoding="gzip", **html)
            case "/bomb":
                self.answer(gzip.compress(b" " * 1_000_000), Content_Encoding="gzip", **html)
            case "/cut-gzip":
                self.answer(gzip.compress(PAGE)[:-9], Content_Encoding="gzip", **html)
            case "/brotli":
                self.answer(PAGE, Content_Encoding="br", **html)
            case "/pdf":
                self.answer(b"%PDF-1.7", Content_Type="application/pdf")
            case "/moved":
                self.answer(b"", 302, Location="/page?from=moved")
            case "/circle":
                self.answer(b"", 302, Location="/circle-2")
            case "/circle-2":
                self.answer(b"", 301, Location="/circle")
            case "/endless":
                step = int(self.path.partition("?")[2] or 0)
                self.answer(b"", 302, Location=f"/endless?{step + 1}")
            case "/to-file":
                self.answer(b"", 302, Location="file:///etc/hostname")
            case "/long":
                self.answer(b"x" * 20_000, **html)
            case "/long-said":
                self.answer(b"", Content_Length="20000", **html)
            case "/short":
                self.answer(PAGE[:10], Content_Length="80", **html)
            case "/drip":
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                try:
                    for _ in range(100):
                        self.wfile.write(b"x")
                        self.wfile.flush()
                        time.sleep(0.1)
                except OSError:
                    pass
            case "/hang":
                time.sleep(2)
            case "/teapot":
                self.answer(b"", 418)
            case "/login":
                self.answer(b"", 403)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as made:
        made.daemon_threads = True
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{made.server_address[1]}"
        made.shutdown()


def test_a_page_comes_with_its_charset_address_and_moment(server: str) -> None:
    capture = fetch(f"{server}/page#part", SETTINGS)
    assert (capture.data, capture.kind, capture.charset) == (PAGE, "html", "utf-8")
    assert capture.given.url == f"{server}/page"
    assert capture.captured is not None
    assert capture.captured.tzinfo is not None


@pytest.mark.parametrize(
    ("path", "kind", "why"),
    [
        ("/plain", "text", "plain text is read as it is"),
        ("/untyped", None, "without a type the bytes tell"),
        ("/gzip", "html", "packed in transit"),
        ("/moved", "html", "one redirect"),
    ],
)
def test_what_is_read(server: str, path: str, kind: str | None, why: str) -> None:
    assert fetch(server + path, SETTINGS).kind == kind, why


@pytest.mark.parametrize(
    ("path", "code", "why"),
    [
        ("/bomb", "too-large", "small packed, over the limit unpacked"),
        ("/cut-gzip", "truncated", "packed bytes that end too soon"),
        ("/brotli", "encoding", "an encoding that was not asked for"),
        ("/pdf", "not-html", "no page"),
        ("/circle", "redirects", "two pages that point at each other"),
        ("/endless", "redirects", "always another page"),
        ("/to-file", "scheme", "a redirect out of the web"),
        ("/long", "too-large", "over the limit while it streams"),
        ("/long-said", "too-large", "over the limit by its own word"),
        ("/short", "fetch", "less than was promised"),
        ("/drip", "timeout", "a byte at a time"),
        ("/hang", "timeout", "no answer at all"),
        ("/teapot", "http-418", "a status that is no page"),
        ("/login", "http-403", "not for everyone"),
    ],
)
def test_what_is_refused(server: str, path: str, code: str, why: str) -> None:
    began = time.monotonic()
    with pytest.raises(SaysoError) as caught:
        fetch(server + path, SETTINGS)
    accepted = {code, "truncated"} if code == "fetch" else {code}
    assert caught.value.code in accepted, why
    assert server + path in str(caught.value)
    assert str(caught.value).endswith(".")
    assert time.monotonic() - began < 3


def test_private_addresses_are_refused_unless_allowed(server: str) -> None:
    with pytest.raises(FetchError, match="--allow-private"):
        fetch(f"{server}/page", IntakeSettings(timeout_s=1.0))


def test_a_redirect_to_a_private_address_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop is let through by hand; the second is looked at again."""
    from sayso.intake import addresses

    asked: list[str] = []
    monkeypatch.setattr(addresses, "is_public", lambda address: len(asked) == 0 and asked.append(address) is None)
    with pytest.raises(FetchError, match="private address"):
        fetch(f"{server}/moved", IntakeSettings(timeout_s=1.0))


def test_the_checked_address_is_the_one_connected_to(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers differently the second time has no second time."""
    port = int(server.rsplit(":", 1)[1])
    answers = [[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]]
    real = socket.getaddrinfo

    def look_up(host: str, *args: object, **more: object) -> object:
        return answers.pop() if host == "rebind.example" else real(host, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert fetch(f"http://rebind.example:{port}/page", SETTINGS).data == PAGE
    assert answers == []


@pytest.mark.parametrize(
    ("url", "code", "why"),
    [
        ("http://nobody.invalid/", "no-host", "no such name"),
        ("http:///path", "bad-address", "no host"),
        ("http://[::1/", "bad-address", "brackets left open"),
        ("http://user:secret@example.org/", "bad-address", "a password in the address"),
        ("http://example.org:99999/", "bad-address", "no such port"),
    ],
)
def test_bad_addresses(url: str, code: str, why: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url, SETTINGS)
    assert caught.value.code == code, why


def test_nobody_listening() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError):
        fetch(f"http://127.0.0.1:{port}/", SETTINGS)


@pytest.mark.parametrize(
    ("address", "public", "why"),
    [
        ("93.184.216.34", True, "the public internet"),
        ("2606:2800:220:1:248:1893:25c8:1946", True, "the public internet, version six"),
        ("127.0.0.1", False, "loopback"),
        ("0.0.0.0", False, "this host"),
        ("10.1.2.3", False, "private"),
        ("172.16.0.1", False, "private"),
        ("192.168.1.1", False, "private"),
        ("169.254.169.254", False, "a cloud's metadata"),
        ("100.64.0.1", False, "shared by a carrier"),
        ("100.100.100.200", False, "another cloud's metadata"),
        ("192.0.2.1", False, "for documentation"),
        ("198.18.0.1", False, "for benchmarks"),
        ("224.0.0.1", False, "multicast"),
        ("240.0.0.1", False, "reserved"),
        ("255.255.255.255", False, "broadcast"),
        ("::1", False, "loopback, version six"),
        ("::", False, "unspecified"),
        ("fe80::1%eth0", False, "link-local with its interface"),
        ("fc00::1", False, "unique local"),
        ("fec0::1", False, "site-local"),
        ("ff02::1", False, "multicast, version six"),
        ("::ffff:127.0.0.1", False, "version four inside six"),
        ("::ffff:10.0.0.1", False, "private inside six"),
        ("::7f00:1", False, "version four in the old way"),
        ("2002:7f00:1::", False, "6to4 to loopback"),
        ("64:ff9b::a9fe:a9fe", False, "NAT64 to metadata"),
        ("64:ff9b::5db8:d822", True, "NAT64 to the public internet"),
        ("fd00:ec2::254", False, "metadata, version six"),
        ("not an address", False, "nonsense"),
    ],
)
def test_public_addresses(address: str, public: bool, why: str) -> None:
    assert is_public(address) is public, why


def test_one_bad_address_does_not_stop_the_others(server: str) -> None:
    got = list(captures([f"{server}/pdf", f"{server}/page"], settings=SETTINGS))
    assert isinstance(got[0], SetAside)
    assert (got[0].code, got[0].exit_code) == ("not-html", 6)
    assert isinstance(got[1], Capture)


def test_too_large_is_a_capture_error(server: str) -> None:
    with pytest.raises(CaptureError, match="10000 bytes"):
        fetch(f"{server}/long", SETTINGS)

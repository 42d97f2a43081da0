"""A pasted text is read and shown, and nothing of it stays."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from httpx import Response
from starlette.testclient import TestClient

from tests.web.asking import complaint, reader, settled

TEXT = "The ferry will not run on Monday, said Ilse Marten, who keeps the harbour.\n\n“We have no crew,” she added."

GERMAN = (
    "Die Fähre fährt am Montag nicht, sagte die Hafenmeisterin. Es fehlt an Leuten, und das bleibt nach ihren Worten auch im "
    "nächsten Monat so. Wer auf die Insel will, muss bis auf weiteres mit dem Boot der Post fahren, das zweimal am Tag ablegt."
)


def sent(client: TestClient, **what: Any) -> Response:
    """The answer to what is sent, after the pages that show how far it is."""
    first = client.post("/read", **what)
    if first.status_code != 202:
        return first
    assert f"url={first.url.path}" in first.text  # the page asks again by itself
    return settled(lambda: client.get(first.url.path))


def test_a_text_is_shown_as_an_article_and_can_be_downloaded(client: TestClient) -> None:
    shown = sent(client, data={"text": TEXT, "outlet": "Harbour News", "published": "2026-03-02"})
    assert shown.status_code == 200
    assert shown.url.path.startswith("/read/")
    assert "Ilse Marten" in shown.text
    assert "Harbour News" in shown.text
    held = client.get(f"{shown.url.path}/page.html")
    assert "attachment" in held.headers["content-disposition"]
    assert "We have no crew" in held.text
    assert len(client.get(f"{shown.url.path}/reading.json").json()["attributions"]) == 2
    kept = client.post(f"{shown.url.path}/keep")
    assert (kept.status_code, "start it with --allow-keep" in kept.text) == (422, True)


def test_a_file_is_read_as_its_page(client: TestClient) -> None:
    page = f"<html><head><title>Ferry stops</title></head><body><article><p>{TEXT}</p></article></body></html>"
    shown = sent(client, files={"file": ("ferry.html", page.encode(), "text/html")})
    assert shown.status_code == 200
    assert "Ilse Marten" in shown.text


def test_what_cannot_be_read_is_said_and_the_form_stays_filled(client: TestClient) -> None:
    for data, words in (
        ({"text": ""}, "nothing to read"),
        ({"text": GERMAN}, "not in English"),
        ({"text": TEXT.replace("\n", "\r\n"), "published": "yesterday"}, "not a date"),
        ({"address": "https://courier.example/a"}, "fetches nothing"),
    ):
        shown = sent(client, data={**data, "outlet": "Harbour News"})
        assert shown.status_code == 422, data
        assert words in complaint(shown.text)
        assert 'value="Harbour News"' in shown.text
        assert "\ufffd" not in shown.text
    binary = sent(client, files={"file": ("a.bin", bytes(range(256)) * 40, "application/octet-stream")})
    assert (binary.status_code, "binary" in complaint(binary.text)) == (422, True)
    pdf = sent(client, files={"file": ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "application/pdf")})
    assert (pdf.status_code, "PDF" in complaint(pdf.text)) == (422, True)
    packed = sent(client, files={"file": ("a.txt.gz", gzip.compress(TEXT.encode()), "application/gzip")})
    assert packed.status_code == 200
    form = {"other": ("x", b"x")}  # as a form with a file field is sent
    long = sent(client, data={"text": "word " * 40_000, "outlet": "Harbour News"}, files=form)
    assert long.status_code == 422
    assert "as a file" in complaint(long.text)
    assert 'value="Harbour News"' in long.text


def test_a_reading_that_nobody_knows_says_so(client: TestClient) -> None:
    assert client.get("/read/job/none").status_code == 404
    for address in ("/read/none", "/read/none/page.html", "/read/none/reading.json"):
        shown = client.get(address)
        assert shown.status_code == 404
        assert "read it again" in shown.text


def test_a_private_address_is_not_fetched(archive: Path) -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as private, reader(archive, allow_url=True) as made:
        threading.Thread(target=private.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        for address, words in (
            (f"http://127.0.0.1:{private.server_port}/", "is at a private address"),
            (f"http://localhost:{private.server_port}/", "is at a private address"),
            ("http://169.254.169.254/latest/", "is at a private address"),
            ("http://[::1]/", "is at a private address"),
            ("http://10.0.0.1/", "is at a private address"),
            ("file:///etc/passwd", "no address of the web"),
        ):
            shown = sent(made, data={"address": address})
            assert shown.status_code == 422, address
            assert words in complaint(shown.text)
        private.shutdown()
    assert asked == []


def test_a_text_is_kept_where_that_was_allowed_and_asked(sample_at: Callable[[Path], Path], tmp_path: Path) -> None:
    mine = sample_at(tmp_path / "mine.sayso")
    with reader(mine, allow_keep=True) as made:
        before = made.get("/api/info").json()["articles"]
        shown = sent(made, data={"text": TEXT})
        assert made.get("/api/info").json()["articles"] == before
        kept = made.post(f"{shown.url.path}/keep")
        assert kept.status_code == 200
        assert kept.url.path.startswith("/article/")
        assert made.get("/api/info").json()["articles"] == before + 1

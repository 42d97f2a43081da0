"""Who may ask, and what every answer carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.asking import reader


def test_a_page_has_the_policy_and_is_not_stored(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/nowhere", "/api/nowhere"])
def test_an_error_has_the_policy_too(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_another_host_name_is_not_answered(client: TestClient) -> None:
    assert client.get("/", headers={"host": "rebound.example"}).status_code == 421


def test_another_sites_form_is_refused(client: TestClient) -> None:
    assert client.post("/jobs/x/stop", headers={"origin": "http://evil.example"}).status_code == 403


def test_another_address_asks_for_the_token(archive: Path) -> None:
    with reader(archive, "192.0.2.1", token="a-token") as made:
        assert made.get("/").status_code == 401
        assert made.get("/?token=b-token").status_code == 401
        assert made.get("/", headers={"authorization": "Bearer a-token"}).status_code == 200
        entered = made.get("/?token=a-token", follow_redirects=False)
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        assert made.get("/").status_code == 200  # the cookie stays


def test_the_token_leads_to_no_other_machine(archive: Path) -> None:
    with reader(archive, "192.0.2.1", token="a-token") as made:
        away = made.get(f"{made.base_url}//evil.example/?token=a-token", follow_redirects=False)
        assert away.request.url.raw_path == b"//evil.example/?token=a-token"
        assert (away.status_code, away.headers["location"]) == (303, "/evil.example/")


def test_a_body_beyond_the_limit_is_refused(client: TestClient) -> None:
    assert client.post("/jobs/x/stop", content=b"x" * 1_100_000).status_code == 413


@pytest.mark.parametrize(
    ("site", "status"), [("same-origin", 303), ("cross-site", 403), ("same-site", 403), ("none", 403), (None, 403)]
)
def test_a_form_without_an_origin_is_ours_only_where_the_browser_says_so(
    client: TestClient, site: str | None, status: int
) -> None:
    headers = {"origin": "null", **({"sec-fetch-site": site} if site else {})}
    assert client.post("/jobs/x/stop", headers=headers, follow_redirects=False).status_code == status

"""The API gives what Python gives, and says in one sentence what is wrong."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso import api


def answer(client: TestClient, path: str, **asked: Any) -> Any:
    """The answer, asked for again while it is being worked out, as the API says."""
    for _ in range(120):
        found = client.get(path, params=asked)
        if found.status_code != 202:
            assert found.status_code == 200, found.text
            return found.json()
        time.sleep(0.25)
    raise AssertionError(f"{path} was never done")


def plain(records: Any) -> Any:
    import json

    return json.loads(json.dumps([each.to_dict() for each in records]))


def test_info_search_and_readings_are_those_of_python(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        assert answer(client, "/api/info") == plain([held.info()])[0]
        hits = held.search("siren*", within="quotations", limit=5)
        assert hits
        assert answer(client, "/api/search", q="siren*", limit=5, **{"in": "quotations"}) == plain(hits)
        id = hits[0].article
        assert answer(client, f"/api/articles/{id}") == plain([held.reading(id)])[0]


def test_families_stories_and_what_is_in_them(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        families = held.families()
        assert answer(client, "/api/families", limit=200) == plain(families)
        assert answer(client, f"/api/families/{families[0].id}") == plain(families[:1])[0]
        story = held.stories()[0]
        assert answer(client, "/api/stories")[0] == plain([story])[0]
        assert answer(client, f"/api/stories/{story.id}/timeline") == plain(held.timeline(story))
        assert answer(client, f"/api/stories/{story.id}/disputes") == plain(held.disputes(story))


def test_attention(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        expected = held.attention("siren*", "dam OR gates", by="outlet")
    assert (
        answer(client, "/api/attention", about="siren*", by="outlet", **{"in": "dam OR gates"}) == plain([expected])[0]
    )


def test_a_text_is_read_and_not_kept(client: TestClient) -> None:
    text = "The ferry will not run on Monday, said Ilse Marten, who keeps the harbour. “We have no crew,” she added."
    for _ in range(120):
        found = client.post("/api/read", json={"text": text, "published": "2026-03-02"})
        if found.status_code != 202:
            break
        time.sleep(0.25)
    assert found.status_code == 200
    assert len(found.json()["attributions"]) == 2
    assert client.get(f"/api/articles/{found.json()['article']['id']}").status_code == 404


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/articles/none", 404, "no article"),
        ("/api/families/none", 404, "no family"),
        ("/api/stories/zzzzqq", 404, "no story"),
        ("/api/search?q=%22open", 422, "quotation mark"),
        ("/api/search?q=a&from=2016-13", 422, "date"),
        ("/api/attention?about=%28", 422, ""),
        ("/api/jobs/none", 404, "no such job"),
        ("/api/search", 422, "q"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(client: TestClient, path: str, status: int, words: str) -> None:
    for _ in range(60):
        found = client.get(path)
        if found.status_code != 202:
            break
        time.sleep(0.25)
    assert found.status_code == status, found.text
    assert words in found.json()["message"]
    assert found.json()["message"].endswith(".")

"""The API gives what Python gives, and says in one sentence what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso import api
from tests.web.asking import get, settled


def answer(client: TestClient, path: str, **asked: Any) -> Any:
    return get(client, path, **asked).json()


def plain(records: Any) -> Any:
    return json.loads(json.dumps([each.to_dict() for each in records]))


def test_info_search_and_readings_are_those_of_python(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        assert answer(client, "/api/info") == plain([held.info()])[0]
        hits = held.search("siren*", within="quotations", limit=5)
        assert hits
        assert answer(client, "/api/search", q="siren*", in_="quotations", limit=5) == plain(hits)
        id = hits[0].article
        assert answer(client, f"/api/articles/{id}") == plain([held.reading(id)])[0]


def test_families_stories_and_what_is_in_them(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        families = held.families()
        assert answer(client, "/api/families", limit=200) == plain(families)
        assert answer(client, f"/api/families/{families[0].id}") == plain(families[:1])[0]
        story = held.stories()[0]
        assert answer(client, "/api/stories", limit=200) == plain(held.stories())
        assert answer(client, f"/api/stories/{story.id}") == plain([story])[0]
        assert answer(client, f"/api/stories/{story.id}/timeline") == plain(held.timeline(story))
        assert answer(client, f"/api/stories/{story.id}/disputes") == plain(held.disputes(story))
        assert answer(client, "/api/corrections") == plain(held.corrections())
        assert answer(client, f"/api/stories/{story.id}/corrections") == plain(held.corrections(story))
        assert answer(client, f"/api/stories/{story.id}/attention") == plain(held.topics(story))
        asked = {"about": ["siren*", "gates"], "by": "outlet", "unit": "articles"}
        expected = held.topics(story, ["siren*", "gates"], by="outlet", unit="articles")
        assert answer(client, f"/api/stories/{story.id}/attention", **asked) == plain(expected)


def test_attention(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        expected = held.attention("siren*", "dam OR gates", by="outlet")
    told = answer(client, "/api/attention", about="siren*", in_="dam OR gates", by="outlet")
    assert told == plain([expected])[0]


def test_a_text_is_read_and_not_kept(client: TestClient) -> None:
    text = "The ferry will not run on Monday, said Ilse Marten, who keeps the harbour. “We have no crew,” she added."
    found = settled(lambda: client.post("/api/read", json={"text": text, "published": "2026-03-02"}))
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
        ("/api/attention?about=%28", 422, "a word is missing"),
        ("/api/jobs/none", 404, "no such job"),
        ("/api/search", 422, "q: field required"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(client: TestClient, path: str, status: int, words: str) -> None:
    message = get(client, path, status).json()["message"]
    assert words in message
    assert message.endswith(".")

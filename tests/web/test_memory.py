"""What the server remembers: of one commit, so much and no more, and nothing that somebody pasted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso import api
from sayso.web import ServeSettings, create_app
from sayso.web.desk import Desk
from sayso.web.memory import Memory
from tests.web.asking import get, page, settled

TEXT = "The ferry will not run on Monday, said Ilse Marten, who keeps the harbour.\n\n“We have no crew,” she added."


@pytest.fixture
def copied(archive: Path, tmp_path: Path) -> Path:
    """An archive that may be written, of which nothing is kept yet."""
    unkept = shutil.ignore_patterns("derived", "cache", "lock")
    return Path(shutil.copytree(archive, tmp_path / "coverage.sayso", ignore=unkept))


@pytest.fixture
def served(copied: Path) -> Iterator[tuple[TestClient, Desk]]:
    """A reader, and the desk that answers."""
    app = create_app(ServeSettings(archive=copied))
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        yield client, app.app.state.desk  # type: ignore[attr-defined]


def test_what_was_not_used_for_longest_gives_way() -> None:
    memory = Memory(10, len)
    for each in ("aaaa", "bbbb"):
        memory.put(each, each)
    assert memory.get("aaaa") == ("aaaa",)
    memory.put("cc", "cc")
    memory.put("dddd", "dddd")
    assert memory.get("bbbb") is None
    assert [memory.get(each) for each in ("aaaa", "cc", "dddd")] == [("aaaa",), ("cc",), ("dddd",)]
    memory.put("aaaa", "a")
    assert memory.weight == 7
    memory.put("e" * 11, "e" * 11)
    assert memory.get("e" * 11) is None, "more than everything may be"
    assert memory.weight == 7
    memory.clear()
    assert (memory.weight, memory.get("cc")) == (0, None)


@pytest.mark.parametrize("path", ["/", "/api/info", "/articles", "/search?q=harbour", "/api/search?q=harbour"])
def test_an_answer_is_made_once_and_sent_again_as_it_was(served: tuple[TestClient, Desk], path: str) -> None:
    client, desk = served
    with api.open(desk.settings.archive or "") as held:
        for question in ("stories", "families", "speakers"):
            held.prepare(question)  # type: ignore[arg-type]
    first = get(client, path)
    asked: list[object] = []
    ask = desk.ask
    desk.ask = lambda *all, **more: asked.append(all) or ask(*all, **more)  # type: ignore[method-assign, func-returns-value]
    again = get(client, path)
    assert not asked, "nothing is asked of the archive"
    assert (again.content, again.headers["content-type"]) == (first.content, first.headers["content-type"])
    assert again.headers["content-security-policy"], "the guard stands before it"


def test_a_new_article_changes_what_is_sent(served: tuple[TestClient, Desk]) -> None:
    client, desk = served
    before = get(client, "/api/info").json()["articles"]
    with api.open(desk.settings.archive or "") as held:
        held.add(api.read_text(TEXT))
    desk.look_again()
    assert get(client, "/api/info").json()["articles"] == before + 1
    assert "Ilse Marten" in page(client, "/search?q=ferry+crew")


def test_a_page_that_waits_for_what_is_not_kept_yet_is_made_anew(served: tuple[TestClient, Desk]) -> None:
    client, desk = served
    with api.open(desk.settings.archive or "") as held:
        id = held.ids()[0]
        assert not held.is_kept("stories")
        before = page(client, f"/article/{id}")
        held.prepare("stories")
        story = held.story_of(id)
    assert story is not None
    assert f"/story/{story.id}" not in before
    assert f"/story/{story.id}" in page(client, f"/article/{id}") or len(story.members) == 1


def test_what_is_pasted_is_remembered_nowhere(served: tuple[TestClient, Desk]) -> None:
    client, desk = served
    answer = settled(lambda: client.post("/api/read", json={"text": TEXT}))
    assert answer.json()["attributions"]
    assert "Ilse" not in repr(vars(desk._answers)) + repr(vars(desk.sent))
    assert desk.workers._jobs == {}, "its job is done and gone"
    assert not desk.readings, "and it has no page of its own, as one from the form has"
    shown = settled(lambda: client.post("/read", data={"text": TEXT}))
    assert "Ilse" in settled(lambda: client.get(shown.url.path)).text
    assert "Ilse" not in repr(vars(desk._answers)) + repr(vars(desk.sent))

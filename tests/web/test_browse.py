"""The pages that lead into an archive: what is in it, its articles, search, people."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from sayso import api
from sayso.archive import Filters
from sayso.web.pages.families import family_page
from tests.sample import TRUTH
from tests.web.asking import HOSTILE, page, reader, settled, words


def test_the_first_page_says_what_is_in_the_archive(client: TestClient, archive: Path) -> None:
    html = page(client, "/")
    with api.open(archive) as held:
        info, speakers = held.info(), held.speakers(source_class="named", limit=3)
    for each in TRUTH["outlets"]:
        assert each["outlet"] in words(html)
    assert f"{info.articles} articles" in words(html)
    assert f"{info.undated} of the articles have no date" in words(html)
    assert info.set_aside
    for reason, inputs in info.set_aside.items():
        assert f"{inputs} {reason}" in words(html)
    for each in speakers:
        assert each.name in words(html)
    assert 'data-chart="count"' in html
    assert "By day" in words(html), "it spans a month"


def test_every_number_leads_to_its_articles(client: TestClient, archive: Path) -> None:
    html = page(client, "/")
    with api.open(archive) as held:
        info = held.info()
    for outlet in info.outlets:
        address = "/articles?" + urlencode({"outlet": outlet.name})
        assert f'href="{address}"' in html
        assert f"{outlet.articles} article" in words(page(client, address))
    days = re.findall(r'href="(/articles\?from=([0-9-]+)[^"]*)"', html)
    assert {info.first, info.last} <= {day for _, day in days}
    for address, day in days:
        with api.open(archive) as held:
            ids = held.ids(Filters(since=date.fromisoformat(day), until=date.fromisoformat(day)))
        assert f"{len(ids)} article" in words(page(client, unescape(address)))
    assert f"{info.undated} article" in words(page(client, "/articles?undated=1"))


def test_set_aside_has_the_name_behind_each(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        rows = held.tables.ask("SELECT name, message FROM set_aside")
    html = words(page(client, "/"))
    assert rows
    for name, _ in rows:
        assert name in html


def test_stories_of_the_moment_come_by_themselves_where_they_are_known(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        held.stories()
    # a server that looked before may not know yet: another one does
    with reader(archive) as other:
        assert 'data-part="/moment"' in page(other, "/")
        part = page(other, "/moment?part=1")
        assert "<html" not in part
        assert "/story/" in part
        assert "Stories of the moment" in words(page(other, "/moment"))


def test_articles_are_paged_and_filled_in(client: TestClient) -> None:
    html = page(client, "/articles?outlet=vigil&from=2025-10&to=2025-10")
    assert "2 articles" in words(html)
    assert 'value="2025-10-01"' in html
    assert 'value="2025-10-31"' in html
    assert "There are none" in words(page(client, "/articles?outlet=Nowhere"))
    assert "There are none" in words(page(client, "/articles?page=9000"))


def test_search_finds_and_narrows_down(client: TestClient, archive: Path) -> None:
    html = page(client, "/search?q=siren&in=quotations")
    with api.open(archive) as held:
        facets = held.facets("siren", within="quotations")
        hits = held.search("siren", within="quotations", limit=20)
    assert f"{facets.hits} hits" in words(html)
    for hit in hits:
        assert f"/article/{hit.article}?a={hit.attribution}" in html
    for some in (facets.outlets, facets.kinds, facets.certainties):
        for each in some[:3]:
            assert f"{each.value} {each.hits}" in words(html)
    assert "<mark>siren</mark>" in html
    first = facets.outlets[0]
    address = next(
        unescape(found)
        for found in re.findall(r'href="(/search\?[^"]+)"', html)
        if "outlet=" in found and "page" not in found
    )
    narrowed = page(client, address)
    assert f"{first.hits} hit" in words(narrowed)
    assert f'aria-label="Without {first.value}"' in narrowed


def test_the_sentence_stands_around_what_was_said(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        hits = held.search("siren", within="quotations", limit=20)
        texts = held.texts(hit.article for hit in hits)
    html = words(page(client, "/search?q=siren&in=quotations")).replace(" ", "")
    whole = [hit for hit in hits if not hit.snippet.startswith("… ")]
    assert whole
    for hit in whole:
        end = hit.content[0].start
        before = texts[hit.article][max(0, end - 12) : end].split("\n")[-1].split(".")[-1]
        assert (before + hit.snippet[:10]).replace(" ", "") in html


def test_who_speaks_in_the_articles_that_were_found(client: TestClient, archive: Path) -> None:
    html = words(page(client, "/search?q=dam"))
    with api.open(archive) as held:
        speaker = held.facets("dam").speakers[0]
        kept = held.facets("dam", Filters(speakers=(speaker.value,)), within="text")
    assert f"{speaker.value} {speaker.hits}" in html
    assert kept.hits >= speaker.hits, "names that have the speaker's words in them count too"
    assert f"{kept.hits} hits" in words(page(client, f"/search?q=dam&speaker={speaker.value}"))


@pytest.mark.parametrize("query", ['"no warning', "NEAR(", "siren AND", "(dam", "nofield:dam"])
def test_a_query_that_is_none_is_a_sentence_beside_the_field(client: TestClient, query: str) -> None:
    found = client.get("/search", params={"q": query})
    assert found.status_code == 200
    part = client.get("/search", params={"q": query, "part": "1"})
    assert "<html" not in part.text
    for html in (found.text, part.text):
        assert re.search(r'<p class="warn told" role="alert">[^<]{10,}', html), html[-900:]


def test_search_without_words_shows_how_to_ask(client: TestClient) -> None:
    html = page(client, "/search")
    assert '<details id="language" class="help" open>' in html
    assert "all articles" in words(html)


def test_people_are_listed_and_found(client: TestClient, archive: Path) -> None:
    html = words(page(client, "/people"))
    with api.open(archive) as held:
        for each in held.speakers(source_class="named", limit=10):
            assert each.name in html
        group = held.speakers(source_class="collective", limit=1)[0]
    assert group.name in words(page(client, "/people?class=collective"))
    assert "Ivo Trask" in words(page(client, "/people?q=trask"))
    assert "Nobody of that name" in words(page(client, "/people?q=zzzz"))
    assert "list ends" in words(page(client, "/people?page=9000"))


def test_a_person_has_all_they_said(client: TestClient, archive: Path) -> None:
    html = page(client, "/person?name=Ivo+Trask")
    with api.open(archive) as held:
        profile, said = held.profile("Ivo Trask"), held.statements("Ivo Trask", limit=20)
    assert f"{profile.speaker.statements} statements in {profile.speaker.articles} articles" in words(html)
    for each in said:
        assert f"/article/{each.article}?a={each.attribution}" in html
    assert "People are told apart by name alone" in words(html)
    assert profile.through
    for part in profile.through:
        assert str(part.value) in words(html)
    outlet = profile.outlets[0]
    kept = words(page(client, f"/person?name=Ivo+Trask&outlet={outlet.value}"))
    assert f"{outlet.value} ×" in kept
    other = profile.others[0]
    both = words(page(client, f"/person?name=Ivo+Trask&name={other}"))
    assert f"Taken together: Ivo Trask , {other}" in both


def test_names_that_are_likely_one_person_s_are_taken_together_at_once(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        name = next(each.name for each in held.speakers(limit=200) if held.profile(each.name).likely)
        likely = held.profile(name).likely
    html = page(client, "/person", name=name)
    assert f"Likely the same person: {likely[0]}" in words(html)
    link = re.search(r'<a class="button" href="([^"]+)">Take (both|all \d)', html)
    assert link
    taken = words(page(client, unescape(link[1])))
    assert f"Taken together: {' , '.join((name, *likely))} ." in taken


def test_lines_show_how_the_wording_changed(client: TestClient, archive: Path) -> None:
    with api.open(archive) as held:
        families = [each for each in held.families() if each.speaker == "Ivo Trask"]
        unchanged = [each for each in held.families() if each.speaker == "Imelda Strake"]
    changed = {each.id for each in families if len(family_page(each).forms) > 1}
    html = page(client, "/person/lines?name=Ivo+Trask&part=1")
    assert "<html" not in html
    assert set(re.findall(r'href="/family/(\w+)"', html)) == changed
    assert changed
    assert [len(family_page(each).forms) for each in unchanged] == [1]
    assert "No line of theirs" in words(page(client, "/person/lines?name=Imelda+Strake")), (
        "words that never changed are none"
    )
    assert "<del>" in html
    assert "<ins>" in html
    assert "No line of theirs" in words(page(client, "/person/lines?name=Agnes+Nobody"))


def test_what_is_not_there_is_a_sentence(client: TestClient) -> None:
    assert "Nobody called" in words(page(client, "/person?name=Oskar+Lind", status=404))
    assert "name" in words(page(client, "/person", status=422))


@pytest.mark.parametrize("path", ["/articles", "/search", "/people", "/person", "/person/lines", "/moment"])
@pytest.mark.parametrize(
    "name", ["q", "name", "outlet", "speaker", "kind", "certainty", "in", "class", "from", "to", "page", "wire"]
)
def test_no_parameter_does_harm(client: TestClient, path: str, name: str) -> None:
    asked = {"name": "Ivo Trask"} if path.startswith("/person") and name != "name" else {}
    for value in (HOSTILE, "x" * 2_000, "-1", ""):
        params = {"q": "dam", **asked, name: value}
        found = settled(lambda params=params: client.get(path, params=params))
        assert found.status_code < 500, found.text
        assert "<script>alert" not in found.text


def test_an_empty_archive_says_so_on_every_page(tmp_path: Path) -> None:
    api.open(tmp_path / "empty.sayso", create=True).close()
    with reader(tmp_path / "empty.sayso") as made:
        assert "There is nothing in it yet" in words(page(made, "/"))
        assert "There are none" in words(page(made, "/articles"))
        assert "Nobody in this list" in words(page(made, "/people"))
        assert "Nothing found" in words(page(made, "/search?q=dam"))
        assert "Nobody by name" in page(made, "/people/most")

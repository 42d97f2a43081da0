"""Quotations that travelled and stories, as pages, over the sample of coverage."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso import api
from sayso.export.measured import per_cent
from sayso.records.spread import Done, Family
from sayso.records.stories import Story
from sayso.web.pages.families import LEGEND, family_page
from sayso.web.pages.stories import DOUBTFUL
from tests.web.asking import HOSTILE, complaint, page, words


@pytest.fixture(scope="module")
def families(archive: Path) -> list[Family]:
    with api.open(archive) as held:
        return list(held.families())


@pytest.fixture(scope="module")
def stories(archive: Path) -> list[Story]:
    with api.open(archive) as held:
        return list(held.stories())


@pytest.fixture(scope="module")
def gates(families: list[Family]) -> Family:
    """The quotation that one paper of the sample gives to somebody else."""
    return next(each for each in families if any(Done.REATTRIBUTED in member.done for member in each.members))


def test_every_family_is_listed_and_leads_to_its_page(client: TestClient, families: list[Family]) -> None:
    html = page(client, "/families")
    for each in families[:25]:
        assert f'href="/family/{each.id}"' in html
    assert "in most articles first" in words(html)


def test_words_find_their_family(client: TestClient, gates: Family) -> None:
    html = page(client, "/families", q="my own two hands")
    assert f'href="/family/{gates.id}"' in html
    assert "Nobody has these words" in words(page(client, "/families", q="zebras juggled marmalade"))


def test_a_family_says_who_has_it_and_what_was_done(client: TestClient, gates: Family) -> None:
    html = page(client, f"/family/{gates.id}")
    seen = words(html)
    assert f"First seen in {gates.first.saying.outlet}" in seen
    for member in gates.members:
        assert f"/article/{member.saying.article}?a={member.saying.attribution}" in unescape(html)
        for done in member.done:
            assert f"{done} {sum(done in each.done for each in gates.members)}" in seen
            assert LEGEND[done] in seen
    assert 'data-chart="spread"' in html


def test_a_reattribution_names_both_speakers(client: TestClient, gates: Family) -> None:
    seen = words(page(client, f"/family/{gates.id}"))
    taken = [member for member in gates.members if Done.REATTRIBUTED in member.done]
    assert seen.count("Given to somebody else") == len(taken) > 0
    for member in taken:
        assert f"{member.saying.speaker} say it; who has the words first is {gates.speaker}" in seen
    assert seen.count("given to somebody else") >= len(taken), "it stands at its wording too"


def test_differences_are_told_to_a_screen_reader(client: TestClient, gates: Family) -> None:
    html = page(client, f"/family/{gates.id}")
    body = html[html.index("In how many wordings") :]
    cut = sum(run.kind == "cut" for form in family_page(gates).forms for run in form.runs)
    put = sum(run.kind == "added" for form in family_page(gates).forms for run in form.runs)
    assert body.count('<del><span class="unseen">[missing: </span>') == cut > 0
    assert body.count('<ins><span class="unseen">[put in: </span>') == put > 0


def test_every_member_stands_in_one_form(families: list[Family]) -> None:
    for each in families:
        forms = family_page(each).forms
        placed = [member.saying for form in forms for member in form.members]
        assert sorted(map(str, placed)) == sorted(str(member.saying) for member in each.members)
        assert each.members[each.fullest] in forms[0].members, "the fullest form is first"


def test_stories_are_listed_by_size_and_by_day(client: TestClient, stories: list[Story]) -> None:
    largest = re.findall(r'href="/story/([^"]+)"', page(client, "/stories"))
    assert largest == [each.id for each in stories]
    latest = re.findall(r'href="/story/([^"]+)"', page(client, "/stories", sort="recent"))
    days = {each.id: each.last for each in stories}
    assert sorted(latest) == sorted(largest)
    last = [days[each] for each in latest if days[each]]
    assert last == sorted(last, reverse=True)


def test_days_keep_to_the_stories_that_go_on_in_them(client: TestClient, stories: list[Story]) -> None:
    first = min(each.first for each in stories if each.first)
    html = page(client, "/stories", to=first.isoformat())
    found = re.findall(r'href="/story/([^"]+)"', html)
    assert found == [each.id for each in stories if each.first == first]
    assert f'name="to" value="{first}"' in html
    assert "No story goes on in these days" in words(page(client, "/stories", to="1901"))


def test_words_lead_to_the_story_that_they_mark(client: TestClient, stories: list[Story]) -> None:
    assert f"{stories[0].title[:40]}" in words(page(client, "/stories", q="dam gates"))


def test_a_story_has_all_its_articles_copies_under_their_original(client: TestClient, stories: list[Story]) -> None:
    for story in stories:
        html = page(client, f"/story/{story.id}")
        articles = html[html.index('id="articles"') :]
        for member in story.members:
            assert f'href="/article/{member.article}"' in articles
        assert ("copied by" in articles) == any(member.copy_of for member in story.members)


def test_who_speaks_in_a_story_is_counted_by_outlet(client: TestClient, archive: Path, stories: list[Story]) -> None:
    with api.open(archive) as held:
        voices = held.voices(stories[0].id)
    html = page(client, f"/story/{stories[0].id}")
    part = words(html[html.index('id="voices"') : html.index('id="attention"')])
    assert " ".join(voices.classes) in part
    assert voices.outlets
    for each in voices.outlets:
        assert " ".join([str(each.outlet), *(str(count) for count in each.counts if count)]) in part, "none is blank"
    for each in voices.speakers[:5]:
        assert f"{each.value} {each.statements} statement" in part


def test_a_dispute_has_both_sides_with_their_chains(client: TestClient, archive: Path, stories: list[Story]) -> None:
    html = page(client, f"/story/{stories[0].id}/disputes")
    with api.open(archive) as held:
        found = held.disputes(stories[0].id)
        doubtful = held.disputes(stories[0].id, least=DOUBTFUL)
    assert found
    assert len(doubtful) > len(found)
    for each in found[:8]:
        for side in (each.a, each.b):
            assert f"/article/{side.article}?a={side.attribution}" in unescape(html)
    assert html.count('class="path"') == 2 * len(doubtful)
    assert "<mark>" in html


def test_a_timeline_sets_dates_that_disagree_side_by_side(
    client: TestClient, archive: Path, stories: list[Story]
) -> None:
    html = page(client, f"/story/{stories[0].id}/timeline")
    with api.open(archive) as held:
        found = held.timeline(stories[0].id)
    torn = sum(not when.agrees for moment in found for when in moment.dates)
    assert html.count("which does not agree") == torn > 0


def test_what_was_put_right_in_a_story_and_on_the_articles_concerned(
    client: TestClient, archive: Path, stories: list[Story]
) -> None:
    html = page(client, f"/story/{stories[0].id}/corrections")
    seen = words(html)
    with api.open(archive) as held:
        found = held.corrections(stories[0])
        held.stories()
    tied = [(each, of) for each in found for of in each.of if not each.notice.own]
    assert tied
    for each in found:
        assert ("Tied to no article: " + each.why.note) in seen or each.of
    for each, of in tied:
        assert f'href="/article/{of.article}' in html
        assert f'<del><span class="unseen">[wrong: </span>{each.wrong}' in html
        assert f"{each.notice.kind} on this article (" in words(page(client, f"/article/{of.article}")).lower()
        assert f"{each.notice.kind} on another article:" in words(page(client, f"/article/{each.article}")).lower()
    own = next(each for each in found if each.notice.own)
    assert f"{own.notice.kind} in this article:" in words(page(client, f"/article/{own.article}")).lower()


def test_attention_over_a_story_s_days(client: TestClient, archive: Path, stories: list[Story]) -> None:
    address = f"/story/{stories[0].id}/attention"
    assert f'data-part="{address}"' in page(client, f"/story/{stories[0].id}")
    with api.open(archive) as held:
        topics = held.topics(stories[0])
    whole, part = page(client, address), page(client, address, part=1)
    assert "<html" in whole
    assert "<html" not in part
    assert part.count("<figure") == part.count('data-chart="topics"') == 1
    for html in (whole, part):
        seen = words(html)
        for topic in topics:
            every = topic.answer.overall.found
            assert f"All of it {topic.words} {per_cent(every.share)}" in seen
            for row in topic.answer.rows:
                told = row.found
                counts = f"{told.numerator:,.0f} {told.denominator:,.0f} {told.articles:,} thin: {row.note}"
                between = f"{per_cent(told.share)} {per_cent(told.low)} {per_cent(told.high)}"
                assert row.thin
                assert f"{row.name} {topic.words} {between} {counts}" in seen
    lead = re.findall(r'<th scope="row" data-value="([^"]+)"><a href="([^"]+)">', whole)
    assert len(lead) == sum(len(topic.answer.rows) for topic in topics)
    for day, link in lead[:2]:
        matching = int(next(row.found.numerator for row in topics[0].answer.rows if row.name == day))
        assert f"{matching} sentence{'s' * (matching != 1)} that match" in words(page(client, unescape(link)))


def test_own_topics_take_the_place_of_the_story_s(client: TestClient, stories: list[Story]) -> None:
    address = f"/story/{stories[0].id}/attention"
    html = page(client, address, about=["siren* OR alarm", " ", "gates", "gates"])
    assert unescape(html).count(">siren* OR alarm</a></td>") == 1
    assert html.count('type="hidden" name="about"') == 2, "a further one is put beside those that are there"
    full = page(client, address, about=["a", "b", "c", "d", "e"])
    assert 'name="about"' not in full, "there is no room for another"
    page(client, address, 422, about=["a", "b", "c", "d", "e", "f"])
    assert "cannot be understood" in words(page(client, address, 422, about="("))


@pytest.mark.parametrize(
    ("address", "statuses"),
    [
        ("/families", (200, 422, 422, 200, 200)),
        ("/stories", (404, 422, 422, 422, 200)),
        ("/family/" + "x" * 500, (404,) * 5),
        ("/story/nothing-of-this-name", (404,) * 5),
        ("/story/zz/disputes", (404,) * 5),
        ("/story/zz/attention", (404,) * 5),
    ],
)
def test_hostile_parameters_get_a_sentence(client: TestClient, address: str, statuses: tuple[int, ...]) -> None:
    some = {"q": HOSTILE}, {"from": "yesterday"}, {"page": "-1"}, {"sort": "odd"}, {}
    for asked, status in zip(some, statuses, strict=True):
        html = page(client, address, status, **asked)
        assert "<script>alert" not in html
        assert "Traceback" not in html
        assert status == 200 or complaint(html).endswith(".")


@pytest.mark.parametrize("address", ["/family/f00000000", "/story/s-none", "/story/s-none/timeline"])
def test_what_is_not_there_is_404_with_a_sentence(client: TestClient, address: str) -> None:
    assert "has all of them" in words(page(client, address, 404))

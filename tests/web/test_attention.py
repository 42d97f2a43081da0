"""Attention in a browser: the question, its answer, what stands behind it, and coding a sample."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from sayso import api
from sayso.coverage.attention_coded import LEAST
from sayso.export.measured import per_cent
from sayso.web import ServeSettings, create_app

ABOUT = "siren* OR alarm"


def get(client: TestClient, path: str, **asked: Any) -> Response:
    """The page, asked for again while it is being worked out, as a browser does."""
    for _ in range(240):
        found = client.get(path, params={name.rstrip("_"): value for name, value in asked.items()} or None)
        if found.status_code != 202:
            return found
        time.sleep(0.25)
    raise AssertionError(f"{path} was never done")


def words(page: Response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


@pytest.fixture
def coded(archive: Path, tmp_path: Path) -> Path:
    """An archive of its own, into which labels may be written."""
    return Path(shutil.copytree(archive, tmp_path / "coded.sayso"))


@pytest.fixture
def coder(coded: Path) -> Iterator[TestClient]:
    with TestClient(create_app(ServeSettings(archive=coded)), base_url="http://127.0.0.1:8765") as made:
        yield made


def sentence_of(page: Response) -> dict[str, str]:
    """The hidden fields that say which sentence is asked about."""
    return dict(re.findall(r'name="(article|start|end)" value="([^"]*)"', page.text))


def answered(client: TestClient, answer: str, coder: str = "ada", **more: Any) -> Response:
    """Answer the sentence that the page shows."""
    page = get(client, "/attention/code", about=ABOUT, coder=coder)
    made = {**sentence_of(page), "answer": answer, "coder": coder, **more}
    return client.post("/attention/code", params={"about": ABOUT}, data=made, follow_redirects=False)


# -- the answer


def test_the_form_explains_how_to_ask(client: TestClient) -> None:
    page = get(client, "/attention")
    assert page.status_code == 200
    assert "both words in one sentence" in page.text
    assert 'name="outlet" value="The Amery Standard"' in page.text


def test_the_answer_is_that_of_python(client: TestClient, archive: Path) -> None:
    page = get(client, "/attention", about=ABOUT, in_="dam OR gates")
    with api.open(archive) as held:
        answer = held.attention(ABOUT, "dam OR gates", by="outlet")
    found = answer.overall.found
    said = words(page)
    assert f"{found.numerator:,.0f} of {found.denominator:,.0f}" in said
    assert f"{per_cent(found.share)} of the {found.denominator:,.0f} sentences in {found.articles} articles" in said
    assert f"between {per_cent(found.low)[:-2]} and {per_cent(found.high)} with 95 % confidence" in said
    assert "copies of other articles left out" in said
    assert 'data-chart="line"' in page.text
    assert 'data-chart="bars"' in page.text
    for row in answer.rows:
        assert row.found.share is None or f'data-value="{row.found.share}"' in page.text


@pytest.mark.parametrize(
    ("by", "charts"),
    [("outlet", ["bars"]), ("month", ["line"]), ("day", ["line"]), ("none", []), ("", ["line", "bars"])],
)
def test_rows_are_those_that_were_asked_for(client: TestClient, by: str, charts: list[str]) -> None:
    page = get(client, "/attention", about=ABOUT, by=by)
    assert re.findall(r'data-chart="(\w+)"', page.text) == charts


def test_a_thin_row_says_so(client: TestClient) -> None:
    assert re.search(r'<tr data-note="thin: \d+ articles?">', get(client, "/attention", about=ABOUT, by="outlet").text)


def test_outlets_and_days_narrow_it(client: TestClient, archive: Path) -> None:
    page = get(client, "/attention", about=ABOUT, outlet="The Amery Standard", from_="2025-10", to="2025-10")
    assert "published by The Amery Standard, published from 1 October 2025 to 31 October 2025" in words(page)
    assert 'value="The Amery Standard" checked' in page.text


def test_nothing_within_is_said(client: TestClient) -> None:
    assert "No share can be told: no article matches" in words(get(client, "/attention", about=ABOUT, in_="zeppelin"))


def test_a_query_that_is_none_keeps_the_form(client: TestClient) -> None:
    page = get(client, "/attention", about='"open')
    assert page.status_code == 422
    assert "quotation mark" in words(page)
    assert 'value="&#34;open"' in page.text


@pytest.mark.parametrize(
    "query",
    [
        "about=x&by=week",
        "about=x&unit=pages",
        "about=x&from=2016-13",
        "about=x&from=2016-02-31",
        "about=x&labels=../../etc",
        "about=(",
        "about=" + "x" * 400,
        "about=x&copies=perhaps",
        "about=x&story=zzqq",
    ],
)
def test_a_parameter_that_is_wrong_is_said_in_a_sentence(client: TestClient, query: str) -> None:
    for path in ("/attention", "/attention/sentences", "/attention/table.csv"):
        for _ in range(120):
            page = client.get(f"{path}?{query}")
            if page.status_code != 202:
                break
            time.sleep(0.25)
        assert page.status_code in (404, 422), (path, page.status_code)
        assert 'class="lead"' in page.text or 'class="warn"' in page.text


def test_a_query_of_markup_stays_words(client: TestClient) -> None:
    page = get(client, "/attention", about="<script>alert(1)</script>", in_="<img src=x onerror=alert(1)>")
    assert "<script>alert" not in page.text
    assert "<img" not in page.text


# -- what stands behind it


def test_every_number_leads_to_its_sentences(client: TestClient, archive: Path) -> None:
    page = get(client, "/attention", about=ABOUT, by="outlet")
    address = re.search(r'<th scope="row" data-value="The Amery Standard"><a href="([^"]+)"', page.text)
    assert address
    behind = get(client, html.unescape(address[1]))
    with api.open(archive) as held:
        answer = held.attention(ABOUT, by="outlet")
        found = held.sentences(answer.question, row="The Amery Standard")
        row = next(row for row in answer.rows if row.name == "The Amery Standard")
        assert len(found) == row.found.numerator
        assert len(held.sentences(answer.question, row="The Amery Standard", others=True)) == (
            row.found.denominator - row.found.numerator
        )
    assert f"{len(found)} sentences that match" in words(behind)
    assert behind.text.count("<mark>") >= len(found)
    for each in found:
        assert f"/article/{each.article}#:~:text=" in behind.text


def test_sentences_that_do_not_match_come_in_pages(client: TestClient, archive: Path) -> None:
    first = get(client, "/attention/sentences", about=ABOUT, match="no")
    assert "<mark>" not in first.text
    after = re.search(r'rel="next" href="([^"]+)"', first.text)
    assert after
    second = get(client, html.unescape(after[1]))
    assert '<ol class="list" start="51">' in second.text
    assert "none on this page" in words(get(client, "/attention/sentences", about=ABOUT, page=900))


def test_a_suggested_word_is_added_by_its_link(client: TestClient) -> None:
    page = get(client, "/attention/terms", about=ABOUT)
    address = re.search(r'<a class="chip" href="([^"]+)" aria-label="Add tower"', page.text)
    assert address
    assert "Share about siren* OR alarm OR tower" in words(get(client, html.unescape(address[1])))


def test_the_table_carries_its_question(client: TestClient) -> None:
    made = get(client, "/attention/table.csv", about="=cmd", in_="dam", by="outlet")
    assert made.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(made.text)))
    assert rows[0]["by"] == "all"
    assert {row["about"] for row in rows} == {"'=cmd"}
    assert {(row["within"], row["unit"], row["copies"], row["commit"]) for row in rows} == {
        ("dam", "sentences", "once", "1")
    }
    assert all(row["asked"] for row in rows)
    told = json.loads(get(client, "/attention/table.json", about=ABOUT).text)
    assert [each["question"]["by"] for each in told["answers"]] == ["month", "outlet"]
    assert "siren* OR alarm" in told["quotable"]
    assert client.get("/attention/table.xls", params={"about": ABOUT}).status_code == 404
    assert client.get("/attention/table.csv").status_code == 422


# -- coding


def test_who_codes_is_asked_first(coder: TestClient) -> None:
    page = get(coder, "/attention/code", about=ABOUT)
    assert "Your name or initials" in page.text
    assert "Is this sentence about it?" not in page.text


def test_ten_sentences_are_coded_skipped_and_taken_back(coder: TestClient, coded: Path) -> None:
    for answer in ("yes", "no", "skip", "no", "no", "undo", "yes", "no", "no", "yes", "no"):
        assert answered(coder, answer).status_code == 303
    with api.open(coded) as held:
        told = held.labelled(ABOUT)
        left = next(iter(held.to_label(ABOUT, "ada")))
    assert told.by_coder == (("ada", 9),)
    assert told.sentences == 8
    page = get(coder, "/attention/code", about=ABOUT, coder="ada")
    assert f"8 of {LEAST} sentences coded" in words(page)
    assert sentence_of(page)["start"] == str(left.sentence.span.start)


def test_the_page_tells_the_coder_nothing_of_the_query(coder: TestClient) -> None:
    page = get(coder, "/attention/code", about=ABOUT, coder="ada")
    assert "<mark>" not in page.text


def test_the_share_is_put_right_once_there_are_enough(coder: TestClient, coded: Path) -> None:
    with api.open(coded) as held:
        for number, each in enumerate(held.to_label(ABOUT, "ada")):
            if number == LEAST + 10:
                break
            sentence = each.sentence
            held.label(ABOUT, sentence.article, sentence.span, "siren" in sentence.text.lower(), "ada")
            if number == LEAST - 2:
                early = get(coder, "/attention/code/share", about=ABOUT, coder="ada")
                assert f"{LEAST - 1} of the {LEAST} labels" in words(early)
        told = held.labelled(ABOUT)
    assert told.correction.corrected is not None
    late = get(coder, "/attention/code/share", about=ABOUT, coder="ada")
    assert f"put right by {LEAST + 10} labels" in words(late)
    assert 'data-chart="course"' in late.text
    page = get(coder, "/attention", about=ABOUT, by="none")
    assert per_cent(told.correction.corrected.share) in words(page)
    assert "as the query finds it" in words(page)


def test_two_who_code_at_once_lose_nothing_and_their_agreement_is_told(coder: TestClient, coded: Path) -> None:
    with api.open(coded) as held:
        some = [each.sentence for _, each in zip(range(12), held.to_label(ABOUT, "ada"), strict=False)]

    def code(who: str) -> None:
        for number, each in enumerate(some):
            data = {"article": each.article, "start": each.span.start, "end": each.span.end, "coder": who}
            data["answer"] = "yes" if number % 3 == 0 or (who == "bo" and number == 1) else "no"
            made = coder.post("/attention/code", params={"about": ABOUT}, data=data, follow_redirects=False)
            assert made.status_code == 303

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(code, ("ada", "bo")))
    with api.open(coded) as held:
        told = held.labelled(ABOUT)
    assert sorted(told.by_coder) == [("ada", 12), ("bo", 12)]
    assert (told.agreement.sentences, told.agreement.differ) == (12, 1)
    assert "differ on 1" in words(get(coder, "/attention/code/share", about=ABOUT))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"answer": "maybe"}, "yes, no, skip or undo"),
        ({"answer": "yes"}, "which sentence"),
        ({"answer": "yes", "article": "none", "start": 0, "end": 5}, "no sentence"),
        ({"answer": "yes", "article": "none", "start": 5, "end": 2}, "which sentence"),
        ({"answer": "yes", "coder": " "}, "name"),
        ({"answer": "yes", "coder": "x" * 100}, "name"),
    ],
)
def test_a_label_that_cannot_be_is_refused_and_nothing_written(
    coder: TestClient, coded: Path, data: dict[str, Any], says: str
) -> None:
    made = coder.post("/attention/code", params={"about": ABOUT}, data={"coder": "ada", **data})
    assert made.status_code == 422
    assert says in words(made)
    assert not (coded / "labels").exists()


def test_another_sites_form_labels_nothing(coder: TestClient, coded: Path) -> None:
    origin = {"origin": "http://evil.example"}
    made = coder.post("/attention/code", params={"about": ABOUT}, data={"coder": "a", "answer": "undo"}, headers=origin)
    assert made.status_code == 403
    assert not (coded / "labels").exists()


def test_an_answer_does_not_outlive_its_labels(coder: TestClient, coded: Path) -> None:
    assert "put right" not in words(get(coder, "/attention", about=ABOUT, by="none"))
    with api.open(coded) as held:
        for number, each in enumerate(held.to_label(ABOUT, "ada")):
            if number == LEAST:
                break
            held.label(ABOUT, each.sentence.article, each.sentence.span, number % 5 == 0, "ada")
    assert f"put right by {LEAST} labels" in words(get(coder, "/attention", about=ABOUT, by="none"))
    for _ in range(200):
        found = coder.get("/api/attention", params={"about": ABOUT})
        if found.status_code == 200:
            break
        time.sleep(0.1)
    assert found.json()["overall"]["correction"]["used"] == LEAST

"""Attention in a browser: the question, its answer, what stands behind it, and coding a sample."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from sayso import api
from sayso.coverage.attention_coded import LEAST
from sayso.export.measured import per_cent
from tests.web.asking import complaint, get, page, reader, words

ABOUT = "siren* OR alarm"


@pytest.fixture
def coded(sample_at: Callable[[Path], Path], tmp_path: Path) -> Path:
    """An archive of its own, into which labels may be written."""
    return sample_at(tmp_path / "coded.sayso")


@pytest.fixture
def coder(coded: Path) -> Iterator[TestClient]:
    with reader(coded) as made:
        yield made


def sentence_of(seen: str) -> dict[str, str]:
    """The hidden fields that say which sentence is asked about."""
    return dict(re.findall(r'name="(article|start|end)" value="([^"]*)"', seen))


def answered(client: TestClient, answer: str, coder: str = "ada", **more: Any) -> Response:
    """Answer the sentence that the page shows."""
    seen = page(client, "/attention/code", about=ABOUT, coder=coder)
    made = {**sentence_of(seen), "answer": answer, "coder": coder, **more}
    return client.post("/attention/code", params={"about": ABOUT}, data=made, follow_redirects=False)


# -- the answer


def test_the_form_explains_how_to_ask(client: TestClient) -> None:
    seen = page(client, "/attention")
    assert "both words in one sentence" in seen
    assert 'name="outlet" value="The Amery Standard"' in seen


def test_the_answer_is_that_of_python(client: TestClient, archive: Path) -> None:
    seen = page(client, "/attention", about=ABOUT, in_="dam OR gates")
    with api.open(archive) as held:
        answer = held.attention(ABOUT, "dam OR gates", by="outlet")
    found = answer.overall.found
    said = words(seen)
    assert f"{found.numerator:,.0f} of {found.denominator:,.0f}" in said
    assert f"{per_cent(found.share)} of the {found.denominator:,.0f} sentences in {found.articles} articles" in said
    assert f"between {per_cent(found.low)[:-2]} and {per_cent(found.high)} with 95 % confidence" in said
    assert "copies of other articles left out" in said
    assert 'data-chart="line"' in seen
    assert 'data-chart="bars"' in seen
    for row in answer.rows:
        assert row.found.share is None or f'data-value="{row.found.share}"' in seen


@pytest.mark.parametrize(
    ("by", "charts"),
    [("outlet", ["bars"]), ("month", ["line"]), ("day", ["line"]), ("none", []), ("", ["line", "bars"])],
)
def test_rows_are_those_that_were_asked_for(client: TestClient, by: str, charts: list[str]) -> None:
    seen = page(client, "/attention", about=ABOUT, by=by)
    assert re.findall(r'data-chart="(\w+)"', seen) == charts


def test_a_thin_row_says_so(client: TestClient) -> None:
    assert re.search(r'<tr data-note="thin: \d+ articles?">', get(client, "/attention", about=ABOUT, by="outlet").text)


def test_outlets_and_days_narrow_it(client: TestClient, archive: Path) -> None:
    seen = page(client, "/attention", about=ABOUT, outlet="The Amery Standard", from_="2025-10", to="2025-10")
    assert "published by The Amery Standard, published from 1 October 2025 to 31 October 2025" in words(seen)
    assert 'value="The Amery Standard" checked' in seen


def test_nothing_within_is_said(client: TestClient) -> None:
    assert "No share can be told: no article matches" in words(page(client, "/attention", about=ABOUT, in_="zeppelin"))


def test_a_query_that_is_none_keeps_the_form(client: TestClient) -> None:
    seen = page(client, "/attention", 422, about='"open')
    assert "quotation mark" in complaint(seen)
    assert 'value="&#34;open"' in seen


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("about=x&by=week", "Rows are by outlet, month, day or none"),
        ("about=x&unit=pages", "units are articles, sentences, words, quoted-words"),
        ("about=x&from=2016-13", "from: '2016-13' is not a date"),
        ("about=x&from=2016-02-31", "'2016-02-31' is not a date"),
        ("about=x&labels=../../etc", "'../../etc' is no name for labels"),
        ("about=(", "a word is missing"),
        ("about=" + "x" * 400, "at most 300 characters"),
        ("about=x&copies=perhaps", "copies: input should be a valid boolean"),
        ("about=x&story=zzqq", "no story about 'zzqq'"),
    ],
)
@pytest.mark.parametrize("path", ["/attention", "/attention/sentences", "/attention/table.csv"])
def test_a_parameter_that_is_wrong_is_said_in_a_sentence(client: TestClient, query: str, says: str, path: str) -> None:
    status = 404 if "story" in query and path != "/attention" else 422  # the form is there, with what is wrong in it
    said = complaint(page(client, f"{path}?{query}", status))
    assert says in said
    assert said.endswith(".")


@pytest.mark.parametrize(("mark", "status"), [("", 422), ('"', 200)], ids=["no query", "a phrase"])
def test_a_query_of_markup_stays_words(client: TestClient, mark: str, status: int) -> None:
    about, within = (f"{mark}{each}{mark}" for each in ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>"))
    seen = page(client, "/attention", status, about=about, in_=within)
    assert "<script>alert" not in seen
    assert "<img" not in seen
    for each in (about, within):
        assert f'value="{escape(each)}"'.replace("&quot;", "&#34;") in seen


# -- what stands behind it


def test_every_number_leads_to_its_sentences(client: TestClient, archive: Path) -> None:
    seen = page(client, "/attention", about=ABOUT, by="outlet")
    address = re.search(r'<th scope="row" data-value="The Amery Standard"><a href="([^"]+)"', seen)
    assert address
    behind = page(client, unescape(address[1]))
    with api.open(archive) as held:
        answer = held.attention(ABOUT, by="outlet")
        found = held.sentences(answer.question, row="The Amery Standard")
        row = next(row for row in answer.rows if row.name == "The Amery Standard")
        assert len(found) == row.found.numerator
        assert len(held.sentences(answer.question, row="The Amery Standard", others=True)) == (
            row.found.denominator - row.found.numerator
        )
    assert f"{len(found)} sentences that match" in words(behind)
    assert behind.count("<mark>") == sum(len(each.marks) for each in found)
    for each in found:
        assert f"/article/{each.article}#:~:text=" in behind


def test_sentences_that_do_not_match_come_in_pages(client: TestClient, archive: Path) -> None:
    first = page(client, "/attention/sentences", about=ABOUT, match="no")
    assert "<mark>" not in first
    after = re.search(r'rel="next" href="([^"]+)"', first)
    assert after
    second = page(client, unescape(after[1]))
    assert '<ol class="list" start="51">' in second
    assert "none on this page" in words(page(client, "/attention/sentences", about=ABOUT, page=900))


def test_a_suggested_word_is_added_by_its_link(client: TestClient) -> None:
    seen = page(client, "/attention/terms", about=ABOUT)
    address = re.search(r'<a class="chip" href="([^"]+)" aria-label="Add tower"', seen)
    assert address
    assert "Share about siren* OR alarm OR tower" in words(page(client, unescape(address[1])))


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
    assert "table.csv or table.json" in complaint(page(client, "/attention/table.xls", 404, about=ABOUT))
    assert "say what the sentences are to be about" in complaint(page(client, "/attention/table.csv", 422))


# -- coding


def test_who_codes_is_asked_first(coder: TestClient) -> None:
    seen = page(coder, "/attention/code", about=ABOUT)
    assert "Your name or initials" in seen
    assert "Is this sentence about it?" not in seen


def test_ten_sentences_are_coded_skipped_and_taken_back(coder: TestClient, coded: Path) -> None:
    for answer in ("yes", "no", "skip", "no", "no", "undo", "yes", "no", "no", "yes", "no"):
        assert answered(coder, answer).status_code == 303
    with api.open(coded) as held:
        told = held.labelled(ABOUT)
        left = next(iter(held.to_label(ABOUT, "ada")))
    assert told.by_coder == (("ada", 9),)
    assert told.sentences == 8
    seen = page(coder, "/attention/code", about=ABOUT, coder="ada")
    assert f"8 of {LEAST} sentences coded" in words(seen)
    assert sentence_of(seen)["start"] == str(left.sentence.span.start)


def test_the_page_tells_the_coder_nothing_of_the_query(coder: TestClient) -> None:
    seen = page(coder, "/attention/code", about=ABOUT, coder="ada")
    assert 'id="sentence"' in seen
    assert "<mark>" not in seen


def test_the_share_is_put_right_once_there_are_enough(coder: TestClient, coded: Path) -> None:
    with api.open(coded) as held:
        for number, each in enumerate(held.to_label(ABOUT, "ada")):
            if number == LEAST + 10:
                break
            sentence = each.sentence
            held.label(ABOUT, sentence.article, sentence.span, "siren" in sentence.text.lower(), "ada")
            if number == LEAST - 2:
                early = page(coder, "/attention/code/share", about=ABOUT, coder="ada")
                assert f"{LEAST - 1} of the {LEAST} labels" in words(early)
        told = held.labelled(ABOUT)
    assert told.correction.corrected is not None
    late = page(coder, "/attention/code/share", about=ABOUT, coder="ada")
    assert f"put right by {LEAST + 10} labels" in words(late)
    assert 'data-chart="course"' in late
    seen = page(coder, "/attention", about=ABOUT, by="none")
    assert per_cent(told.correction.corrected.share) in words(seen)
    assert "as the query finds it" in words(seen)


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
    assert "differ on 1" in words(page(coder, "/attention/code/share", about=ABOUT))


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
    assert says in words(made.text)
    assert not (coded / "labels").exists()


def test_another_sites_form_labels_nothing(coder: TestClient, coded: Path) -> None:
    origin = {"origin": "http://evil.example"}
    made = coder.post("/attention/code", params={"about": ABOUT}, data={"coder": "a", "answer": "undo"}, headers=origin)
    assert made.status_code == 403
    assert not (coded / "labels").exists()


def test_an_answer_does_not_outlive_its_labels(coder: TestClient, coded: Path) -> None:
    assert "put right" not in words(page(coder, "/attention", about=ABOUT, by="none"))
    with api.open(coded) as held:
        for number, each in enumerate(held.to_label(ABOUT, "ada")):
            if number == LEAST:
                break
            held.label(ABOUT, each.sentence.article, each.sentence.span, number % 5 == 0, "ada")
    assert f"put right by {LEAST} labels" in words(page(coder, "/attention", about=ABOUT, by="none"))
    found = get(coder, "/api/attention", about=ABOUT).json()
    assert found["overall"]["correction"]["used"] == LEAST

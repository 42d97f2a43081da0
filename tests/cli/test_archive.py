"""The archive's verbs from the command line: what goes where, what an empty answer is, what is said of bad input."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import sayso
from sayso.archive import Archive, ArchiveSettings
from sayso.cli import main
from sayso.cli.add import _documents, _lasting
from sayso.cli.archive_arguments import LEVELS
from sayso.export.safe import safe_cell
from sayso.records import Certainty, SetAside
from tests.archive.made import reading
from tests.marked import whole

SRC = Path(sayso.__file__).parents[1]
TEXT = """“We cannot wait for the harbour board,” said Ines Marlow, who runs the ferry office at Port Ellery.

The ferry office stands on the east bank of the river, and its winter timetable starts in the second week of November.
"""
FRENCH = """La reine du port a déclaré mardi que les bateaux ne partiraient plus avant la fin de la semaine prochaine, et les
pêcheurs de la ville ont répondu que personne ne les avait prévenus de cette décision prise par le conseil."""
ROWS = [
    {
        "text": TEXT,
        "url": "https://courier.example/1",
        "outlet": "The Courier",
        "published": "2016-01-09",
        "title": "Ferry",
    },
    {"text": FRENCH, "url": "https://courier.example/2"},
    {
        "text": TEXT.replace("harbour", "river"),
        "url": "https://post.example/1",
        "outlet": "The Post",
        "published": "2016-03-01",
    },
    {"url": "https://post.example/2"},
]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command in a folder of its own; returns exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
        if stdin is not None:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        out, err = capfd.readouterr()
        return code, out, err

    return call


@pytest.fixture
def made(tmp_path: Path, run: Run) -> str:
    """An archive with a few ready-made readings."""
    with Archive(tmp_path / "made.sayso", create=True).writer(ArchiveSettings(commit_articles=3)) as writer:
        for number in (0, 1, 2, 3, 70):
            writer.add(reading(number), f"row {number}")
        writer.add(reading(1, text="Corrected."))
        copy = reading(3)
        writer.add(replace(copy, article=replace(copy.article, url="https://other.example/x", published=None)))
        first = whole()
        assert first.wire
        writer.add(replace(first, wire=replace(first.wire, whole=True)))
        writer.set_aside(SetAside("b.html", "no-article", "b.html has none."))
    return "made.sayso"


# -- add


def test_add_takes_any_input_and_goes_on_where_it_was(run: Run, tmp_path: Path) -> None:
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, ROWS[:2])) + "\n")
    code, out, err = run("add", "rows.jsonl", "--to", "news.sayso")
    assert (code, out) == (1, "added 1, set aside 1: 1 not-english; news.sayso has 1 article\n")
    assert err.count("\n") == 1
    assert "rows.jsonl row 2 is not in English" in err
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)) + "\n")
    Path("page.txt").write_text(TEXT + "\nMore of it.\n")
    code, out, _ = run("add", "rows.jsonl", "page.txt", "--to", "news.sayso", "--json", "--outlet", "The Mail")
    told = json.loads(out)
    assert code == 1
    assert told.pop("seconds") >= 0
    assert told == {
        "archive": "news.sayso", "added": 2, "replaced": 0, "there_already": 1, "articles": 3,
        "set_aside": {"not-english": 1, "no-column": 1},
    }  # fmt: skip
    with Archive("news.sayso") as archive:
        found = archive.sql("SELECT outlet, name, published, length(key) > 0 FROM articles ORDER BY name").fetchall()
        assert [row[:2] for row in found] == [
            ("The Mail", "page.txt"), ("The Courier", "rows.jsonl row 1"), ("The Post", "rows.jsonl row 3"),
        ]  # fmt: skip
        assert archive.sql("SELECT count(*) FROM set_aside").fetchall() == [(2,)]


def test_add_does_not_read_again_what_is_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(TEXT)
    assert run("add", "a.txt", "--to", "news.sayso")[:2] == (0, "added 1; news.sayso has 1 article\n")
    assert run("add", "a.txt", "--to", "news.sayso", "--again")[1] == "added 0, replaced 1; news.sayso has 1 article\n"
    monkeypatch.setattr(
        "sayso.api.reading._readings", lambda ready, settings: pytest.fail("read again") if ready else []
    )
    assert run("add", "a.txt", "--to", "news.sayso")[:2] == (0, "added 0, there already 1; news.sayso has 1 article\n")


def test_add_of_nothing_is_an_empty_answer(run: Run) -> None:
    Path("empty").mkdir()
    Path("empty.jsonl").touch()
    assert run("add", "empty.jsonl", "--to", "news.sayso")[:2] == (0, "added 0; news.sayso has 0 articles\n")
    assert run("add", "nowhere.txt", "--to", "news.sayso")[0] == 3, "one input, its own code"


def test_add_shows_how_far_it_is_on_a_terminal_only(run: Run, tmp_path: Path) -> None:
    Path("rows.jsonl").write_text("\n".join(json.dumps(row) for row in (ROWS[0], ROWS[2])) + "\n")
    assert run("add", "rows.jsonl", "--to", "quiet.sayso")[2] == ""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "sayso", "add", "rows.jsonl", "--to", "news.sayso"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=theirs, env=os.environ | {"COLUMNS": "120", "PYTHONPATH": str(SRC)}
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    assert process.wait() == 0
    assert b"added 2" in seen
    assert re.search(rb"2/2", seen), "out of how many"


def test_how_many_documents_there_will_be(run: Run) -> None:
    Path("rows.jsonl").write_text('{"text": "a"}\n' * 5)
    Path("rows.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n' * 7))
    Path("pages").mkdir()
    for name in ("a.html", "b.txt", ".hidden", "c.jsonl"):
        Path("pages", name).write_text("x\n")
    assert _documents(["rows.jsonl", "rows.jsonl.gz", "pages", "nowhere", "https://x.example/a"]) == 5 + 7 + 3 + 1 + 1
    assert _documents(["pages/*.html"]) == 1
    Path("t.csv").write_text("text\nx\n")
    assert _documents(["t.csv"]) is None, "a row may run over lines"
    assert _documents(["-"]) is None
    Path("bad.jsonl").write_bytes(gzip.compress(b"x" * 5000)[:30])
    assert _documents(["bad.jsonl"]) is None


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (89, "90 s"), (90, "2 min"), (7000, "117 min"), (7300, "2 h 02 min")]
)
def test_how_long_still(seconds: float, words: str) -> None:
    assert _lasting(seconds) == words


def test_add_to_what_is_no_archive(run: Run) -> None:
    Path("a.txt").write_text(TEXT)
    Path("folder").mkdir()
    Path("folder/x").touch()
    code, out, err = run("add", "a.txt", "--to", "folder")
    assert (code, out, err.count("\n")) == (10, "", 1)
    assert "is a folder with other files in it and no archive" in err


# -- info


def test_info_says_what_to_know(run: Run, made: str) -> None:
    code, out, err = run("info", made)
    assert (code, err) == (0, "")
    assert out.startswith("made.sayso: 7 articles, 2024-01-01 to 2024-03-11\n")
    for line in (
        "Without a date: 1",
        "The same text under another address: 1 more article",
        "Wire copy: Ellery Press Agency 1",
        "Set aside: 1 no-article",
        "Replaced: 1 by a newer text",
        "Outlet 0",
        "2024-02         0",
        "Months without an article: 2024-02",
    ):
        assert line in out, line
    assert max(map(len, out.splitlines())) <= 80


def test_info_as_json_and_kept_to_some(run: Run, made: str) -> None:
    told = json.loads(run("info", made, "--json")[1])
    assert told["articles"] == 7
    assert told["duplicates"] == 1
    assert [month["articles"] for month in told["months"]] == [4, 0, 2]
    told = json.loads(run("info", made, "--json", "--from", "2024-02", "--outlet", "outlet 1")[1])
    assert (told["articles"], told["first"]) == (1, "2024-03-11")
    code, out, _ = run("info", made, "--json", "--outlet", "nobody")
    assert (code, json.loads(out)["articles"], json.loads(out)["outlets"]) == (0, 0, [])


def test_info_of_an_empty_archive(run: Run) -> None:
    Archive("news.sayso", create=True)
    code, out, _ = run("info", "news.sayso")
    assert (code, out.splitlines()[0]) == (0, "news.sayso: 0 articles")


def test_an_empty_archive_has_an_empty_answer_to_everything(run: Run) -> None:
    Archive("news.sayso", create=True)
    for more in ([], ["--from", "2016"], ["--to-date", "2016"], ["--outlet", "x"]):
        assert run("search", "news.sayso", "a", "--json", *more) == (0, "[]\n", "")
        assert json.loads(run("info", "news.sayso", "--json", *more)[1])["articles"] == 0
    assert run("search", "news.sayso", "a", "--json", "--speaker", "a", "--in", "speakers") == (0, "[]\n", "")
    assert run("sql", "news.sayso", "FROM hops", "--json") == (0, "[]\n", "")


def test_years_far_apart(run: Run) -> None:
    with Archive("news.sayso", create=True).writer() as writer:
        for number, year in enumerate((1, 1800, 2016, 9999)):
            each = reading(number)
            writer.add(replace(each, article=replace(each.article, published=date(year, 6, 15))))
    for since, until, wanted in (
        ("1700", "2016", 2),
        ("0001", "9999", 4),
        ("2016-06-16", "9999-06-15", 1),
        ("2017", "2018", 0),
    ):
        assert len(found(run, "news.sayso", "ward*", "--from", since, "--to-date", until)) == wanted
    told = json.loads(run("info", "news.sayso", "--json")[1])
    assert [each["published"] for each in told["bad_dates"]] == ["0001-06-15", "9999-06-15"]
    assert len(told["months"]) == (2016 - 1800) * 12 + 1


# -- show


def test_show_shows_a_reading_as_read_does(run: Run, made: str) -> None:
    with Archive(made) as archive:
        ids = [row[0] for row in archive.sql("SELECT id FROM articles WHERE title LIKE 'Ward2 %'").fetchall()]
    code, out, _ = run("show", made, ids[0], "--json")
    assert code == 0
    assert json.loads(out) == reading(2).to_dict()
    code, out, _ = run("show", made, "https://outlet2.example/2")
    assert "Who said what: 3 findings" in out
    code, out, err = run("show", made, ids[0], "--html", "out.html")
    assert (code, out, err) == (0, "", "wrote out.html: 3 findings\n")
    assert Path("out.html").read_text().startswith("<!doctype html>")
    code, out, err = run("show", made, "k123")
    assert (code, out) == (2, "")
    assert err == "sayso: made.sayso has no article 'k123'; `sayso search` and the table articles show the ids.\n"


# -- search


def found(run: Run, *arguments: str) -> list[dict[str, object]]:
    code, out, err = run("search", *arguments, "--json")
    assert (code, err) == (0, "")
    hits: list[dict[str, object]] = json.loads(out)
    return hits


def titles(hits: list[dict[str, object]]) -> set[str]:
    return {str(hit["title"]).split(" ")[0] for hit in hits}


@pytest.mark.parametrize(
    ("arguments", "wanted", "why"),
    [
        (["ward2"], {"Ward2"}, "a word"),
        (['"number 3: the council"'], {"Ward3"}, "a phrase over punctuation, also of the copy"),
        (["ward*", "--outlet", "OUTLET 0", "--outlet", "outlet-1"], {"Ward0", "Ward1", "Ward3", "Ward70"}, "two outlets"),
        (["ward*", "--from", "2024-01-02", "--to-date", "2024-01-03"], {"Ward1", "Ward2"}, "days, both included"),
        (["ward*", "--from", "2024-01", "--to-date", "2024-01"], {"Ward0", "Ward1", "Ward2", "Ward3"}, "a month"),
        (["ward*", "--to-date", "2023"], set(), "a year before"),
        (["ward*", "--from", "2024-03"], {"Ward70"}, "from then on"),
        (["title:ward2 OR title:ward3"], {"Ward2", "Ward3"}, "a field"),
        (["outlet:2 ward2"], {"Ward2"}, "another"),
        (["ward* NOT (bridge OR harbour)"], {"Ward1", "Ward2", "Ward3"}, "boolean"),
        (["speaker:marlow ward2"], {"Ward2"}, "articles in which she speaks"),
        (["corrected"], {"Ward1"}, "what replaced"),
        (["nowhere"], set(), "nothing"),
        (["ward2", "--speaker", "nobody"], set(), "nobody says it"),
        (["ward*", "--in", "text", "--speaker", "Marlow", "--kind", "direct", "--limit", "99"],
         {"Ward0", "Ward1", "Ward2", "Ward3", "Ward70"}, "articles that quote her"),
        (["ward*", "--in", "text", "--certainty", "retracted"], set(), "none takes anything back"),
    ],
)  # fmt: skip
def test_search_finds(run: Run, made: str, arguments: list[str], wanted: set[str], why: str) -> None:
    assert titles(found(run, made, *arguments)) == wanted, why


def test_search_in_quotations_and_speakers(run: Run, made: str) -> None:
    hits = found(run, made, "today", "--speaker", "Marlow", "--from", "2024-01-03", "--outlet", "Outlet 2")
    assert [(hit["speaker"], hit["kind"], hit["attribution"]) for hit in hits] == [("Ines Marlow", "direct", "a1")]
    text = reading(2).article.text
    span, content = hits[0]["span"], hits[0]["content"]
    assert isinstance(span, dict)
    assert isinstance(content, list)
    assert text[span["start"] : span["end"]] == "today"
    assert text[content[0]["start"] : content[0]["end"]] == "“not today”"
    assert (
        found(run, made, "pins", "--in", "quotations", "--certainty", "hedged", "--limit", "1")[0]["attribution"]
        == "a2"
    )
    assert found(run, made, "pins", "--in", "quotations", "--kind", "direct") == []
    assert {hit["speaker"] for hit in found(run, made, "marlow", "--in", "speakers")} == {"Ines Marlow"}


def test_search_shows_where(run: Run, made: str) -> None:
    code, out, err = run("search", made, "ward2", "--width", "100")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Outlet 2  2024-01-03  Ward2 and the mayor"
    assert "the mayor of [ward2]." in out
    start = reading(2).article.text.index("ward2")
    assert re.search(rf"k[0-9a-f]{{16}}  {start}–{start + 5}\n", out)
    assert run("search", made, "nowhere") == (0, "", "nothing found\n")
    assert run("search", made, "nowhere", "--json")[:2] == (0, "[]\n")
    assert run("search", made, "ward*", "--limit", "2")[2] == "the best 2; --limit N shows more\n"


def test_a_query_that_cannot_be_understood_is_pointed_at(run: Run, made: str) -> None:
    code, out, err = run("search", made, "ward AND (a OR")
    assert (code, out) == (2, "")
    assert err == "sayso: The query cannot be understood at its end: a word is missing.\n"


# -- sql


def test_sql_prints_a_table_json_and_csv(run: Run, made: str) -> None:
    asked = "SELECT outlet, count(*) AS n, min(published) AS first FROM articles WHERE outlet LIKE 'O%' GROUP BY 1 ORDER BY 1"
    code, out, _ = run("sql", made, asked)
    assert code == 0
    assert out.splitlines()[:2] == ["outlet    n  first", "Outlet 0  3  2024-01-01"]
    assert json.loads(run("sql", made, asked, "--json")[1])[0] == {"outlet": "Outlet 0", "n": 3, "first": "2024-01-01"}
    rows = list(csv.reader(io.StringIO(run("sql", made, asked, "--csv")[1])))
    assert rows[:2] == [["outlet", "n", "first"], ["Outlet 0", "3", "2024-01-01"]]
    assert run("sql", made, "-", "--json", stdin=asked)[1] == run("sql", made, asked, "--json")[1]
    nothing = "SELECT id FROM articles WHERE false"
    assert run("sql", made, nothing, "--json") == (0, "[]\n", "")
    assert run("sql", made, nothing, "--csv") == (0, "id\n", "")
    assert run("sql", made, nothing)[0] == 0


def test_sql_without_a_question_lists_the_tables(run: Run, made: str) -> None:
    rows = json.loads(run("sql", made, "--json")[1])
    assert {"table": "articles", "column": "title", "type": "VARCHAR", "meaning": "headline"} in rows


VALUES = """SELECT '=1+1' AS a, -5 AS b, ['x', 'y'] AS c, {'k': DATE '2024-01-01'} AS d, 'NaN'::DOUBLE AS e, NULL AS f,
TIMESTAMP '2024-01-01 10:00:00' AS g, true AS h, 1.50::DECIMAL(4,2) AS i, 'é\x1b[31m' AS j, '-x' AS "=k", 2 AS a"""


def test_sql_values_of_every_sort(run: Run, made: str) -> None:
    (row,) = json.loads(run("sql", made, VALUES, "--json")[1])
    assert row == {
        "a": "=1+1", "b": -5, "c": ["x", "y"], "d": {"k": "2024-01-01"}, "e": None, "f": None,
        "g": "2024-01-01T10:00:00", "h": True, "i": "1.50", "j": "é\x1b[31m", "=k": "-x", "a_2": 2,
    }  # fmt: skip
    head, row = list(csv.reader(io.StringIO(run("sql", made, VALUES, "--csv")[1])))
    assert head[-2:] == ["'=k", "a"]
    assert row == ["'=1+1", "-5", '["x", "y"]', '{"k": "2024-01-01"}', "", "", "2024-01-01T10:00:00", "True", "1.50",
                   "é\x1b[31m", "'-x", "2"]  # fmt: skip
    assert "\x1b" not in run("sql", made, VALUES)[1]


@pytest.mark.parametrize(
    ("words", "cell"),
    [("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("a=1", "a=1"), ("", "")],
)  # fmt: skip
def test_a_cell_is_no_formula(words: str, cell: str) -> None:
    assert safe_cell(words) == cell


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("DELETE FROM articles", "Only questions can be put to an archive"),
        ("CREATE TABLE x (a INT)", "Only questions"),
        ("COPY articles TO 'x.csv'", "Only questions"),
        ("ATTACH 'x.db'", "Only questions"),
        ("SET memory_limit = '1TB'", "Only questions"),
        ("INSTALL httpfs", "Only questions"),
        ("SELECT 1; DROP TABLE articles", "There are 2 statements in this SQL"),
        ("", "There is no question in this SQL"),
        ("SELECT * FROM 'rows.csv'", "files and addresses cannot be read from within an archive's SQL"),
        ("SELECT * FROM read_text('/etc/hostname')", "files and addresses cannot be read"),
        ("SELECT * FROM read_parquet('https://x.example/a')", "cannot be answered"),
        ("SELECT nothing FROM articles", 'cannot be answered: Binder Error: Referenced column "nothing" not found'),
        ("SELEC", "cannot be answered: Parser Error"),
        ("SELECT 'x'::INTEGER", "cannot be answered: Conversion Error"),
        ("SELECT range(1000000000000)", "cannot be answered: "),
    ],
)
def test_sql_that_is_no_question_is_refused(run: Run, made: str, question: str, sentence: str) -> None:
    Path("rows.csv").write_text("a\n1\n")
    before = sorted(Path(made).rglob("*.parquet"))
    code, out, err = run("sql", made, question)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
    assert sorted(Path(made).rglob("*.parquet")) == before
    assert not Path("x.csv").exists()


# -- all of them


@pytest.mark.parametrize("verb", [["info"], ["show", "k1"], ["search", "a"], ["sql", "SELECT 1"]])
def test_what_is_no_archive_is_a_sentence(run: Run, verb: list[str]) -> None:
    Path("file").touch()
    for name, why in (
        ("nowhere", "does not exist; make it with"),
        ("file", "is not an archive"),
        (".", "is not an archive"),
    ):
        code, out, err = run(verb[0], name, *verb[1:])
        assert (code, out, err.count("\n")) == (10, "", 1)
        assert why in err


@pytest.mark.parametrize("value", ["2016-13", "16", "2016-02-30", "yesterday", "2016-1"])
def test_a_date_that_is_none(run: Run, value: str) -> None:
    code, _, err = run("search", "x.sayso", "a", "--from", value)
    assert code == 2
    assert f"argument --from: '{value}' is not a date such as 2016, 2016-01 or 2016-01-15" in err


def test_the_levels_are_those_of_the_records() -> None:
    assert [str(level) for level in Certainty] == list(LEVELS)

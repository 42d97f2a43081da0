"""Paths, globs, folders, tables and standard input: what each gives, and what is set aside."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date, datetime
from pathlib import Path

import pytest

from sayso.intake import IntakeSettings, capture_bytes, captures
from sayso.records import Capture, Given, SetAside

TEXT = "“The ferry is late,” the clerk said.\n"


def got(inputs: list[str], stdin: bytes | None = None, **settings: int) -> list[Capture | SetAside]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(captures(inputs, settings=IntakeSettings(**settings), stdin=stream))  # type: ignore[arg-type]


def one(path: Path, **settings: int) -> Capture | SetAside:
    (only,) = got([str(path)], **settings)
    return only


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.txt", "text"), ("a.html", "html"), ("a.HTM", "html"), ("a.dat", None), ("a", None), ("a.tar", None)],
)
@pytest.mark.parametrize("packed", [False, True])
def test_files(tmp_path: Path, name: str, kind: str | None, packed: bool) -> None:
    path = tmp_path / (name + ".gz" if packed else name)
    path.write_bytes(gzip.compress(TEXT.encode()) if packed else TEXT.encode())
    found = one(path)
    assert isinstance(found, Capture)
    assert (found.data, found.kind, found.name) == (TEXT.encode(), kind, str(path))


def test_globs_and_folders_are_sorted_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "c.html"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "d.txt").write_text(TEXT)
    names = [Path(c.name).name for c in got([str(tmp_path)])]
    assert names == ["a.txt", "b.txt", "c.html"]
    assert [Path(c.name).name for c in got([str(tmp_path / "*.txt")])] == ["a.txt", "b.txt"]
    assert [Path(c.name).name for c in got([str(tmp_path / "**" / "d.txt")])] == ["d.txt"]


def test_a_name_with_brackets_is_a_name_first(tmp_path: Path) -> None:
    path = tmp_path / "a[1].txt"
    path.write_text(TEXT)
    assert isinstance(one(path), Capture)


@pytest.mark.parametrize(
    ("name", "data", "code", "why"),
    [
        ("gone.txt", None, "missing", "no such file"),
        ("*.nothing", None, "missing", "a glob that matches nothing"),
        ("big.txt", b"x" * 2000, "too-large", "over the limit"),
        ("bomb.txt.gz", gzip.compress(b"x" * 100_000), "too-large", "over the limit once unpacked"),
        ("cut.txt.gz", gzip.compress(TEXT.encode() * 9)[:-9], "truncated", "gzip that ends too soon"),
        ("bad.txt.gz", b"\x1f\x8b" + b"\x00" * 40, "gzip", "gzip in name alone"),
        ("cut.jsonl.gz", gzip.compress(b'{"text": "a"}\n' * 5)[:-9], "truncated", "a table that ends too soon"),
        ("none.csv", b"id,words\n1,a\n", "no-column", "a table without a column of text"),
        ("empty.csv", b"", "empty", "a table without a header"),
        ("blank.csv", b"id,text\n1,\n", "empty", "a row whose text is empty"),
        ("a\x00b", None, "missing", "a name that no file can have"),
        ("ftp://example.org/a", None, "scheme", "an address of another kind"),
    ],
)
def test_set_aside(tmp_path: Path, name: str, data: bytes | None, code: str, why: str) -> None:
    path = tmp_path / name if "://" not in name else Path(name)
    if data is not None:
        path.write_bytes(data)
    found = got([name if "://" in name else str(path)], max_bytes=1000)[-1]
    assert isinstance(found, SetAside), why
    assert found.code == code, why
    assert found.message.endswith(".")
    assert found.message.count("\n") == 0
    assert found.name in found.message


def test_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = got([str(tmp_path / "gone.txt"), str(tmp_path / "a.txt")])
    assert [type(each) for each in found] == [SetAside, Capture]


def test_names_never_steer_a_terminal() -> None:
    (found,) = got(["no\x1b[31msuch\nfile"])
    assert isinstance(found, SetAside)
    assert found.message.isprintable()


ROW = {
    "id": "q-1",
    "url": "https://example.org/ferry",
    "outlet": "The Ferry Post",
    "title": "Late again",
    "authors": ["Ada Quill", "Tom Reed"],
    "published": "2021-03-04",
    "text": TEXT,
}
GIVEN = Given("Late again", ("Ada Quill", "Tom Reed"), "The Ferry Post", date(2021, 3, 4), "https://example.org/ferry")


@pytest.mark.parametrize("packed", [False, True])
def test_jsonl(tmp_path: Path, packed: bool) -> None:
    lines = [
        json.dumps(ROW),
        "",
        "not json",
        "[1]",
        '{"words": "a"}',
        json.dumps({"Body": "b", "date": "2021-03-04T05:06Z"}),
    ]
    data = "\n".join(lines).encode()
    path = tmp_path / ("t.jsonl.gz" if packed else "t.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    first, bad, array, empty, last = got([str(path)])
    assert isinstance(first, Capture)
    assert (first.data.decode(), first.kind, first.given) == (TEXT, "text", GIVEN)
    assert first.name == f"{path} row 1 (q-1)"
    assert [each.code for each in (bad, array, empty) if isinstance(each, SetAside)] == [
        "bad-row",
        "bad-row",
        "no-column",
    ]
    assert bad.name == f"{path} row 3"
    assert isinstance(last, Capture)
    assert isinstance(last.given.published, datetime)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ([ROW, {"Body": "b"}], "a list"),
        ({"status": "ok", "tags": ["x"], "articles": [ROW, {"Body": "b"}]}, "the one list of an answer"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_json(tmp_path: Path, value: object, why: str, packed: bool) -> None:
    data = json.dumps(value, indent=1).encode()
    path = tmp_path / ("t.json.gz" if packed else "t.json")
    path.write_bytes(gzip.compress(data) if packed else data)
    first, last = got([str(path)])
    assert isinstance(first, Capture), why
    assert isinstance(last, Capture), why
    assert (first.data.decode(), first.kind, first.given, first.name) == (TEXT, "text", GIVEN, f"{path} row 1 (q-1)")
    assert last.data == b"b"


def test_json_of_one_document_and_json_lines_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps({**ROW, "source": {"name": "The Weir"}, "outlet": None}))
    (one,) = got([str(path)])
    assert isinstance(one, Capture)
    assert (one.data.decode(), one.given.outlet) == (TEXT, "The Weir")
    path.write_text(f"{json.dumps(ROW)}\n{json.dumps(ROW)}\n")
    assert [each.name for each in got([str(path)])] == [f"{path} row 1 (q-1)", f"{path} row 2 (q-1)"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"a": 1, "b": ["x"]}', "no-column"),
        (b'[{"title": "no text"}, 3]', "no-column"),
        (b'{"one": [{"text": "a"}], "two": [{"text": "b"}]}', "no-column"),
        (b'{"text": "cut off', "bad-row"),
        (b"[" * 100_000, "bad-row"),
        (b"\xff\xfe{}", "bad-row"),
        (b" \n", "empty"),
    ],
)
def test_json_without_documents_is_set_aside(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "t.json"
    path.write_bytes(data)
    (found,) = got([str(path)])
    assert isinstance(found, SetAside)
    assert found.code == code


def test_a_folder_of_folders_says_what_to_name(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (found,) = got([str(tmp_path)])
    assert isinstance(found, SetAside)
    assert (found.code, found.message.endswith("/**.")) == ("missing", True)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ('id,Text\n1,"a\nb, “c”"\n'.encode(), "a quoted cell with a line end and a comma"),
        ('\ufeffid;text\n1;"a\nb, “c”"\n'.encode(), "semicolons after a byte-order mark, as spreadsheets write"),
        ('id\ttext\n1\t"a\nb, “c”"\n'.encode("cp1252"), "tabs, in Windows-1252"),
        ('id,text\r\n1,"a\nb, “c”"\r\n\r\n'.encode(), "carriage returns and a blank row"),
    ],
)
def test_csv(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    (found,) = got([str(path)])
    assert isinstance(found, Capture), why
    assert found.data.decode() == "a\nb, “c”", why


def test_csv_authors_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("content,author,date,source\nwords,Ada Quill; Tom Reed,not a date,The Post\n")
    (found,) = got([str(path)])
    assert isinstance(found, Capture)
    assert found.given == Given(None, ("Ada Quill", "Tom Reed"), "The Post", None, None)


def test_a_row_over_the_limit_is_set_aside_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text("\n".join(json.dumps({"text": words}) for words in ("x" * 2000, "short")))
    large, short = got([str(path)], max_bytes=1000)
    assert isinstance(large, SetAside)
    assert large.code == "too-large"
    assert isinstance(short, Capture)


def test_lone_surrogates_in_json_do_not_crash(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "a \\ud800 b"}\n')
    (found,) = got([str(path)])
    assert isinstance(found, Capture)


@pytest.mark.parametrize(
    ("data", "count", "why"),
    [
        (TEXT.encode(), 1, "a text"),
        (gzip.compress(TEXT.encode()), 1, "a packed text"),
        (b'{"text": "a"}\n{"text": "b"}\n', 2, "a table is known by its first line"),
        (b'{"words": "a"}\n', 1, "an object without text is a text"),
        (b"", 1, "nothing: the article stage says so"),
    ],
)
def test_stdin(data: bytes, count: int, why: str) -> None:
    found = got(["-"], stdin=data)
    assert len(found) == count, why
    assert all(isinstance(each, Capture) for each in found), why
    assert found[0].name.startswith("standard input")


def test_no_stdin() -> None:
    (found,) = got(["-"])
    assert isinstance(found, SetAside)


def test_capture_bytes() -> None:
    assert capture_bytes(b"a", name="x").name == "x"

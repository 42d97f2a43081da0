"""`sayso read` from the bytes to the exit code: what goes to which stream, in which order, and what is said of bad input."""

from __future__ import annotations

import gzip
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso import api
from sayso.cli import main
from sayso.records import Article

SAMPLE = Path(__file__).parents[2] / "samples/harbour-bridge.html"
TEXT = """“We cannot wait for the harbour board,” said Ines Marlow, who runs the ferry office at Port Ellery.

The ferry office stands on the east bank of the river, and its winter timetable starts in the second week of November.
"""
FRENCH = """La reine du port a déclaré mardi que les bateaux ne partiraient plus avant la fin de la semaine prochaine, et les
pêcheurs de la ville ont répondu que personne ne les avait prévenus de cette décision prise par le conseil."""
WALL = "<html><head><title>Sign in</title></head><body><form><label>Password <input></label></form></body></html>"

Run = Callable[..., tuple[int, str, list[str]]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command in a folder of its own; returns exit code, standard output, lines of standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    files = {
        "good.txt": TEXT.encode(),
        "good.txt.gz": gzip.compress(TEXT.encode()),
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 40,
        "cut.txt.gz": gzip.compress(os.urandom(4000))[:2000],
        "french.txt": FRENCH.encode(),
        "wall.html": WALL.encode(),
        "rows.jsonl": b"\n".join(json.dumps({"text": t}).encode() for t in (TEXT, FRENCH, TEXT)),
    }
    for name, data in files.items():
        Path(name).write_bytes(data)

    def call(*arguments: str, stdin: bytes | None = None) -> tuple[int, str, list[str]]:
        if stdin is not None:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main(["read", *arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        out, err = capfd.readouterr()
        return code, out, err.splitlines()

    return call


def test_a_text_is_shown(run: Run) -> None:
    code, out, err = run("good.txt")
    assert (code, err) == (0, [])
    assert out.startswith("[“We cannot wait for the harbour board,”]¹ _said_¹ *Ines Marlow")
    assert "Who said what: 1 finding, read by " in out
    assert max(map(len, out.splitlines())) <= 80


def test_gzip_and_standard_input_read_the_same(run: Run) -> None:
    plain = run("good.txt")
    assert run("good.txt.gz") == plain
    assert run("-", stdin=TEXT.encode()) == plain


def test_json_is_the_whole_reading(run: Run) -> None:
    code, out, err = run("good.txt", "--json")
    made = json.loads(out)
    assert (code, err) == (0, [])
    assert made == api.read("good.txt").to_dict()
    assert made["attributions"][0]["content"][0]["text"] == "“We cannot wait for the harbour board,”"


def test_many_go_on_in_order_and_the_bad_ones_are_named_and_counted(run: Run) -> None:
    names = ["good.txt", "french.txt", "missing.txt", "good.txt.gz", "french.txt", "rows.jsonl"]
    code, out, err = run(*names, "--jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [line["article"]["text"][:9] for line in lines] == ["“We canno"] * 4
    assert [re.match(r"sayso: (\S+)", line)[1] for line in err[:-1]] == [
        "french.txt",
        "missing.txt",
        "french.txt",
        "rows.jsonl",
    ]  # type: ignore[index]
    assert err[-1] == "read 4, set aside 4: 3 not-english, 1 missing"


def test_many_without_a_form_come_one_after_another(run: Run) -> None:
    code, out, err = run("good.txt", "good.txt.gz")
    assert (code, err) == (0, [])
    assert re.findall(r"^== (.*)$", out, re.MULTILINE) == ["good.txt", "good.txt.gz"]


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (["missing.txt"], 3, "there is no such file"),
        (["*.nothing"], 3, "the pattern matches nothing"),
        (["empty.txt"], 3, "there is nothing in it"),
        (["binary.txt"], 3, "it is no text"),
        (["cut.txt.gz"], 3, "the gzip ends too soon"),
        (["good.txt", "--max-bytes", "10"], 3, "it is over the limit"),
        (["wall.html"], 4, "there is no article in a login form"),
        (["french.txt"], 5, "it is not in English"),
        (["http://127.0.0.1:9/x"], 6, "a private address is refused"),
        (["ftp://example.org/x"], 6, "that is no web address"),
        (["good.txt", "--html", "good.txt.gz/x.html"], 9, "the folder is a file"),
        (["good.txt", "--json", "--html", "-"], 2, "both would go to standard output"),
        (["good.txt", "french.txt", "--html", "one.html"], 2, "one file cannot hold several pages"),
        (["rows.jsonl", "--html", "one.html"], 2, "nor those of a table"),
    ],
)
def test_one_bad_input_is_one_sentence_and_an_exit_code_of_its_own(
    arguments: list[str], code: int, why: str, run: Run
) -> None:
    got, out, err = run(*arguments)
    assert (got, out) == (code, ""), why
    assert err[-1].startswith("sayso: ")
    assert err[-1].endswith((".", "/"))
    assert len(err) <= 3


def test_force_reads_another_language_and_says_so(run: Run) -> None:
    code, out, err = run("french.txt", "--force", "--json")
    assert (code, err) == (0, [])
    assert json.loads(out)["notes"][0].startswith("Read by force")
    assert json.loads(run("good.txt", "--force", "--json")[1])["notes"] == []


def test_html_to_a_file(run: Run) -> None:
    code, out, err = run("good.txt", "--html", "made/here/out.html")
    assert (code, out, err) == (0, "", ["wrote made/here/out.html: 1 finding"])
    assert Path("made/here/out.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [each.name for each in Path("made/here").iterdir()] == ["out.html"]


def test_html_to_standard_output(run: Run) -> None:
    code, out, err = run("good.txt", "--html", "-")
    assert (code, err) == (0, [])
    assert out.startswith("<!doctype html>")


def test_html_to_a_folder_names_each_page_after_its_input(run: Run) -> None:
    code, out, err = run("good.txt", "good.txt.gz", "rows.jsonl", "--html", "pages/")
    assert (code, out, err[-1]) == (1, "", "read 4, set aside 1: 1 not-english")
    names = sorted(each.name for each in Path("pages").iterdir())
    assert names[:2] == ["good-2.html", "good.html"]
    assert len(names) == 4


def test_min_score_leaves_out_and_says_how_many(run: Run) -> None:
    made = json.loads(run("good.txt", "--json", "--min-score", "1")[1])
    assert (made["attributions"], made["notes"]) == ([], ["1 finding with a score below 1 left out."])


def test_colour_only_where_it_is_wanted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("good.txt")[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m“We cannot" in run("good.txt")[1]
    assert "\x1b" not in run("good.txt", "--no-color")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("good.txt")[1]


EVIL = "ev\x1b[31m\x9bil\u202etxt.txt"


def test_control_characters_of_a_name_or_a_text_reach_no_stream(run: Run) -> None:
    Path(EVIL).write_text(TEXT.replace("harbour", "har\x9b31m\u202ebour"), encoding="utf-8")
    for arguments in (
        [EVIL],
        [EVIL, "--json"],
        [EVIL, "--jsonl", "gone-" + EVIL],
        [EVIL, "--html", "evil.html"],
        ["x" + EVIL],
    ):
        _, out, err = run(*arguments)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out + "".join(err)), arguments


def test_output_that_cannot_be_written_is_one_sentence(run: Run) -> None:
    code, _, err = run("good.txt", "--html", "/proc/nowhere/x.html")
    assert code == 9
    assert re.fullmatch(r"sayso: /proc/nowhere/x\.html could not be written: .+\.", err[-1])


def test_a_mistake_of_ours_is_one_sentence_and_sets_only_its_input_aside(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso import article

    right = article.article_from_capture

    def wrong(capture: object, **options: object) -> Article:
        if getattr(capture, "name", "").endswith(".gz"):
            raise RuntimeError("out of luck")
        return right(capture, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(article, "article_from_capture", wrong)
    code, out, err = run("good.txt.gz", "good.txt", "--jsonl")
    assert (code, len(out.splitlines())) == (1, 1)
    assert err == [
        "sayso: good.txt.gz met a mistake in Sayso (RuntimeError('out of luck')); please report it, with what --debug shows.",
        "read 1, set aside 1: 1 internal",
    ]
    assert run("good.txt.gz")[0] == 70
    code, _, err = run("good.txt.gz", "--debug")
    assert code == 70
    assert err[0] == "Traceback (most recent call last):"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sayso", "read", *arguments]


def test_a_reader_that_stops_reading_is_no_error() -> None:
    many = [str(SAMPLE)] * 20
    with subprocess.Popen(command(*many, "--jsonl"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert (process.stderr.read(), process.wait(60)) == (b"", 141)


def wait_until_idle(pid: int) -> None:
    """Until the process waits for its input: asleep, and no processor time used for a while."""
    stat = Path(f"/proc/{pid}/stat")
    used, calm = "", 0
    while calm < 5 and stat.exists():
        time.sleep(0.2)
        fields = stat.read_text().rsplit(")", 1)[1].split()
        calm = calm + 1 if fields[0] == "S" and fields[11] == used else 0
        used = fields[11]
    if not stat.exists():
        time.sleep(5)


def test_ctrl_c_is_one_line() -> None:
    def heard() -> None:  # what a shell starts in the background ignores Ctrl-C, and so does what that starts
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    with subprocess.Popen(
        command("-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heard
    ) as process:
        wait_until_idle(process.pid)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    said = b"sayso: stopped by Ctrl-C; what was written before is complete.\n"
    assert (process.returncode, out, err) == (130, b"", said)


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    made = subprocess.run(command(str(SAMPLE), "--json"), capture_output=True, check=True, env=environment).stdout
    assert "Port Ellery’s" in json.loads(made)["article"]["text"]
    shown = subprocess.run(command(str(SAMPLE)), capture_output=True, check=True, env=environment).stdout
    assert b"Port Ellery?s swing bridge" in shown


def test_a_progress_bar_only_on_a_terminal_and_never_in_the_data(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    out = tmp_path / "out.jsonl"
    with out.open("wb") as stream:
        process = subprocess.Popen(
            command(str(SAMPLE), str(SAMPLE), "gone.txt", "--jsonl"), stdout=stream, stderr=theirs
        )
        os.close(theirs)
        said = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            said += piece
        assert process.wait(60) == 1
    os.close(ours)
    assert len([json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]) == 2
    assert "━".encode() in said
    assert b"sayso: gone.txt" in said
    assert b"read 2, set aside 1: 1 missing" in said


def test_the_sample_is_read_as_a_person_would(run: Run) -> None:
    code, out, _ = run(str(SAMPLE), "--json")
    made = json.loads(out)
    assert (code, made["article"]["outlet"], made["article"]["authors"]) == (0, "The Ellery Courier", ["Mara Quill"])
    said = {span["text"] for found in made["attributions"] for span in found["content"]}
    assert "“We are not going to gamble with people’s lives,”" in said
    assert not [text for text in said if "Correction" in text or "Share this" in text]

"""How long each question to an archive takes the first time and once its answer is kept, and how that grows.

    python -m benchmarks.questions news.sayso                         # an archive of coverage/: a part of 1,000 and the whole
    python -m benchmarks.questions news.sayso --sizes 1000,13000,100000
    python -m benchmarks.questions --write                            # puts the saved figures into docs/benchmarks.md

The archive is that of the tutorial (`sayso add coverage.jsonl.gz --to news.sayso`); it is left as it is. A smaller one is every
n-th of its articles; a larger one has all of them again, round by round, with a third of the words of each exchanged for others
of the same length out of the same articles, and their dates moved on by four years. Each question is asked in a process of its
own: once
with nothing kept (*first*), then in new ones (*kept*; the archive is opened anew each time, and that is in it). Seconds are those
of the processor, so that other work on the machine does not count; what a clock showed is saved beside them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.archive import SQL, exchanged
from benchmarks.speed import FOLDER, ROOT, machine
from benchmarks.steps import peak_mb
from evals import results
from sayso import api
from sayso.records import Reading

SIZES = (1_000, 13_000)
ROUNDS = 3
YEARS = timedelta(days=1461)
POOL = 400
"""Articles whose words are exchanged for one another."""
KEPT = ("derived", "cache")
NAME = "questions"

_WORD = re.compile(r"[A-Za-z]{3,}")
_IN, _ABOUT = "chapo OR guzman", 'cartel* OR "war on drugs" OR "drug policy"'


def _of_largest(archive: api.Archive) -> str:
    return archive.stories()[0].id


def _of_twenty(archive: api.Archive) -> str:
    """A story of about twenty articles, or the largest."""
    found = archive.stories()
    at = next((n for n, story in enumerate(found) if len(story.members) <= 20), 0)
    return found[at].id


def _words(archive: api.Archive) -> str:
    """Words of a quotation of the second family."""
    found = archive.families()
    words = found[min(1, len(found) - 1)].words.split()
    return " ".join(words[:6])


def _timeline(archive: api.Archive, id: str) -> object:
    return archive.timeline(id)


def _disputes(archive: api.Archive, id: str) -> object:
    return archive.disputes(id)


def _spread(archive: api.Archive, words: str) -> object:
    return archive.spread(words)


Call = Callable[[api.Archive], Any]

QUESTIONS: dict[str, tuple[str, Callable[[api.Archive], Call]]] = {
    "search: a word": ("", lambda _: lambda a: a.search("cartel", limit=20)),
    "search: a phrase": ("", lambda _: lambda a: a.search('"war on drugs"', limit=20)),
    "SQL: articles by outlet": ("", lambda _: lambda a: a.sql(SQL["articles by outlet"]).fetchall()),
    "SQL: exact match of quotations (the floor)": ("", lambda _: lambda a: a.sql(list(SQL.values())[2]).fetchall()),
    "info": ("", lambda _: lambda a: a.info()),
    "stories: the first page": ("", lambda _: lambda a: a.stories()[:20]),
    "a story by words": ("stories", lambda _: lambda a: a.story("president election")),
    "timeline of a story of 20": ("stories", lambda a: partial(_timeline, id=_of_twenty(a))),
    "disputes of a story of 20": ("stories", lambda a: partial(_disputes, id=_of_twenty(a))),
    "timeline of the largest story": ("stories", lambda a: partial(_timeline, id=_of_largest(a))),
    "disputes of the largest story": ("stories", lambda a: partial(_disputes, id=_of_largest(a))),
    "families: the first page": ("", lambda _: lambda a: a.families()[:20]),
    "spread of some words": ("families", lambda a: partial(_spread, words=_words(a))),
    "attention: sentences": ("", lambda _: lambda a: a.attention(_ABOUT, _IN, by="outlet")),
    "attention: articles": ("", lambda _: lambda a: a.attention(_ABOUT, _IN, by="month", unit="articles")),
    "attention: words": ("", lambda _: lambda a: a.attention(_ABOUT, _IN, unit="words")),
    "attention: quoted words": ("", lambda _: lambda a: a.attention(_ABOUT, _IN, unit="quoted-words")),
    "attention: all articles, a common word": ("", lambda _: lambda a: a.attention("president OR obama", by="month")),
}
"""Each question with what must be kept before it is asked, and what makes it."""


def part(source: Path, path: Path, count: int) -> None:
    """Every n-th article of an archive as an archive."""
    with api.open(source) as whole:
        ids = sorted(whole.ids())
        some = ids[:: max(1, len(ids) // count)][:count]
        with api.open(path, create=True) as made:
            made.add(reading for _, reading in whole.readings(some))


def repeated(source: Path, path: Path, count: int) -> None:
    """An archive as it is and then again, altered, until it has so many articles."""
    shutil.copytree(source, path, ignore=shutil.ignore_patterns(*KEPT, "lock"))
    with api.open(source) as whole, api.open(path) as made, made.writer() as writer:
        held = len(whole.ids())
        pool: dict[int, list[str]] = {}
        for _, reading in whole.readings(whole.ids()[:: max(1, held // POOL)]):
            for word in _WORD.findall(reading.article.text):
                pool.setdefault(len(word), []).append(word)
        for number, reading in enumerate(_rounds(whole, count - held), held):
            writer.add(altered(reading, number, number // held, pool), f"copy {number}")


def _rounds(whole: api.Archive, count: int) -> Iterator[Reading]:
    while count > 0:
        for _, reading in whole.readings():
            if count > 0:
                yield reading
                count -= 1


def altered(reading: Reading, number: int, around: int, pool: dict[int, list[str]]) -> Reading:
    """The reading with other words, years later, at another address; spans stay right."""
    a = reading.article
    places = [found.span() for found in _WORD.finditer(a.text) if len(found[0]) in pool]
    text = exchanged(a.text, places, pool, random.Random(number))
    day = None if a.published is None else a.published + around * YEARS
    url = f"https://copy.example/{number}"
    id = "a" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return replace(reading, article=replace(a, id=id, text=text, url=url, published=day))


def run(source: Path, sizes: list[int], only: str = "") -> dict[str, Any]:
    """Every question at every size, or those alone whose name begins with `only`."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.sayso"
            with api.open(source) as whole:
                held = len(whole.ids())
            if size > 1.1 * held:
                repeated(source, path, size)
            elif size < 0.9 * held:
                part(source, path, size)
            else:
                shutil.copytree(source, path, ignore=shutil.ignore_patterns(*KEPT, "lock"))
            with api.open(path) as archive:
                articles = len(archive.ids())
            found[str(articles)] = {}
            for name in [each for each in QUESTIONS if each.startswith(only)]:
                found[str(articles)][name] = {**_asked(path, name), "kept_mb": sum(map(_megabytes, _kept(path)))}
            print(f"{articles:,}: {json.dumps(found[str(articles)])}", file=sys.stderr, flush=True)
            shutil.rmtree(path)
    return found


def _kept(path: Path) -> list[Path]:
    return [path / name for name in KEPT]


def _megabytes(folder: Path) -> float:
    return round(sum(each.stat().st_size for each in folder.glob("*")) / 1e6, 1) if folder.exists() else 0.0


def _asked(path: Path, name: str) -> dict[str, Any]:
    if name in ("stories: the first page", "families: the first page", "attention: sentences"):
        for kept in KEPT:
            shutil.rmtree(path / kept, ignore_errors=True)
    _step(path, name, prepare=True)
    rounds = [_step(path, name) for _ in range(1 + ROUNDS)]
    later = rounds[1:]
    return {
        "first": rounds[0],
        "kept": {key: round(statistics.median(each[key] for each in later), 3) for key in ("cpu", "clock", "peak_mb")},
    }


def _step(path: Path, name: str, *, prepare: bool = False) -> dict[str, float]:
    """The answer of one question in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.questions", str(path), "--step", name, *(["--prepare"] * prepare)]
    told = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"}
    ).stdout
    made: dict[str, float] = json.loads(told)
    return made


def step(path: Path, name: str, prepare: bool) -> dict[str, float]:
    """Seconds and peak memory of one question; what must be kept before it, and what it asks about, are made ready apart."""
    needs, make = QUESTIONS[name]
    with api.open(path) as archive:
        if prepare:
            if needs:
                archive.prepare(needs)  # type: ignore[arg-type]
            return {}
        call = make(archive)
    archive = api.open(path)
    begun, clock = time.process_time(), time.perf_counter()
    call(archive)
    return {
        "cpu": round(time.process_time() - begun, 3),
        "clock": round(time.perf_counter() - clock, 3),
        "peak_mb": peak_mb(),
    }


def table(found: dict[str, Any]) -> str:
    """One row a question: first and kept seconds at each size, and the most memory."""
    head = ["seconds of processor time"]
    for size in found:
        head += [f"{int(size):,}: first", "kept", "peak MB"]
    rows = []
    for name in QUESTIONS:
        row = [name]
        for each in found.values():
            one = each[name]
            row += [_shown(one["first"]["cpu"]), _shown(one["kept"]["cpu"]), f"{one['first']['peak_mb']:,.0f}"]
        rows.append(row)
    return results.table(head, rows)


def _shown(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__.split("\n", 1)[0])
    parser.add_argument("archive", type=Path, nargs="?", help="an archive of coverage/")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="how many articles, with commas between")
    parser.add_argument("--only", default="", help="only the questions whose name begins so; the others stay")
    parser.add_argument("--write", action="store_true", help="write the page from what was saved")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.step:
        print(json.dumps(step(given.archive, given.step, given.prepare)))
        return 0
    if given.archive is not None:
        before = machine()
        found = run(given.archive, [int(size) for size in given.sizes.split(",")], given.only)
        if given.only:  # the others stay as they were measured
            held = (results.read(NAME, FOLDER) or {}).get("sizes", {})
            found = {size: {**held.get(size, {}), **mine} for size, mine in found.items()}
        print(table(found))
        result = {"machine": before, "command": f"python -m benchmarks.questions news.sayso --sizes {given.sizes}"}
        print(f"saved {results.save(NAME, {**result, 'sizes': found}, FOLDER).name}", file=sys.stderr)
    if given.write:
        from benchmarks.document import main as write

        return write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How long each question to an archive takes the first time and once its answer is kept, and how that grows.

    python -m benchmarks.questions news.sayso     # an archive of coverage/: a part of 1,000 and the whole; saves a result
    python -m benchmarks.questions news.sayso --sizes 1000,13000,100000    # other sizes; saves nothing
    python -m benchmarks.questions news.sayso --only attention             # some of the questions; saves nothing

The archive is that of the tutorial (`sayso add coverage.jsonl.gz --to news.sayso`); it is left as it is. A smaller one is every
n-th of its articles; a larger one has all of them again, round by round, with a third of the words of each exchanged for others
of the same length out of the same articles, and their dates moved on by four years. Each question is asked in a process of its
own: once with nothing kept (*first*), then in new ones (*kept*; the archive is opened anew each time, and that is in it). Seconds
are those of the processor, so that other work on the machine does not count; what a clock showed is saved beside them.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.archive import SQL, exchanged, places_in, pool_of
from benchmarks.speed import FOLDER, ROOT, machine
from benchmarks.steps import apart, peak_mb
from evals import results
from sayso import api
from sayso.article.plain import text_id
from sayso.records import Reading

SIZES = (1_000, 13_000)
ROUNDS = 3
YEARS = timedelta(days=1461)
POOL = 400
"""Articles whose words are exchanged for one another."""
KEPT = ("derived", "cache")
_UNKEPT = shutil.ignore_patterns(*KEPT, "lock")
NAME = "questions"

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


class Question(NamedTuple):
    """What is asked of an archive and of something in it that `of` finds beforehand; what must be kept by then (`needs`); and
    whether all that is kept is thrown away first (`anew`)."""

    ask: Callable[[api.Archive, str], object]
    of: Callable[[api.Archive], str] = lambda archive: ""
    needs: str = ""
    anew: bool = False


QUESTIONS = {
    "search: a word": Question(lambda a, _: a.search("cartel", limit=20)),
    "search: a phrase": Question(lambda a, _: a.search('"war on drugs"', limit=20)),
    "SQL: articles by outlet": Question(lambda a, _: a.sql(SQL["articles by outlet"]).fetchall()),
    "SQL: exact match of quotations (the floor)": Question(
        lambda a, _: a.sql(SQL["exact match: quotations with the same words (the floor)"]).fetchall()
    ),
    "info": Question(lambda a, _: a.info()),
    "stories: the first page": Question(lambda a, _: a.stories()[:20], anew=True),
    "a story by words": Question(lambda a, _: a.story("president election"), needs="stories"),
    "timeline of a story of 20": Question(lambda a, id: a.timeline(id), _of_twenty, "stories"),
    "disputes of a story of 20": Question(lambda a, id: a.disputes(id), _of_twenty, "stories"),
    "timeline of the largest story": Question(lambda a, id: a.timeline(id), _of_largest, "stories"),
    "disputes of the largest story": Question(lambda a, id: a.disputes(id), _of_largest, "stories"),
    "families: the first page": Question(lambda a, _: a.families()[:20], anew=True),
    "spread of some words": Question(lambda a, words: a.spread(words), _words, "families"),
    "attention: sentences": Question(lambda a, _: a.attention(_ABOUT, _IN, by="outlet"), anew=True),
    "attention: articles": Question(lambda a, _: a.attention(_ABOUT, _IN, by="month", unit="articles")),
    "attention: words": Question(lambda a, _: a.attention(_ABOUT, _IN, unit="words")),
    "attention: quoted words": Question(lambda a, _: a.attention(_ABOUT, _IN, unit="quoted-words")),
    "attention: all articles, a common word": Question(lambda a, _: a.attention("president OR obama", by="month")),
}


def part(source: Path, path: Path, count: int) -> None:
    """Every n-th article of an archive as an archive."""
    with api.open(source) as whole:
        ids = sorted(whole.ids())
        some = ids[:: max(1, len(ids) // count)][:count]
        with api.open(path, create=True) as made:
            made.add(reading for _, reading in whole.readings(some))


def repeated(source: Path, path: Path, count: int) -> None:
    """An archive as it is and then again, altered, until it has so many articles."""
    shutil.copytree(source, path, ignore=_UNKEPT)
    with api.open(source) as whole, api.open(path) as made, made.writer() as writer:
        ids = whole.ids()
        held = len(ids)
        pool = pool_of(reading.article.text for _, reading in whole.readings(ids[:: max(1, held // POOL)]))
        again = chain.from_iterable(whole.readings() for _ in repeat(None))
        for number, (_, reading) in enumerate(islice(again, count - held), held):
            writer.add(altered(reading, number, number // held, pool), f"copy {number}")


def altered(reading: Reading, number: int, around: int, pool: dict[int, list[str]]) -> Reading:
    """The reading with other words, years later, at another address; spans stay right."""
    a = reading.article
    text = exchanged(a.text, places_in(a.text, pool), pool, random.Random(number))
    day = None if a.published is None else a.published + around * YEARS
    url = f"https://copy.example/{number}"
    return replace(reading, article=replace(a, id=text_id(text), text=text, url=url, published=day))


def run(source: Path, sizes: Sequence[int], only: str) -> dict[str, Any]:
    """Every question at every size, or those alone whose name begins with `only`."""
    found: dict[str, Any] = {}
    with api.open(source) as whole:
        held = len(whole.ids())
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.sayso"
            if size > 1.1 * held:
                repeated(source, path, size)
            elif size < 0.9 * held:
                part(source, path, size)
            else:
                shutil.copytree(source, path, ignore=_UNKEPT)
            with api.open(path) as archive:
                articles = len(archive.ids())
            mine = {name: _asked(path, name) for name in QUESTIONS if name.startswith(only)}
            print(f"{articles:,}: {json.dumps(mine)}", file=sys.stderr, flush=True)
            found[str(articles)] = mine
            shutil.rmtree(path)
    return found


def _asked(path: Path, name: str) -> dict[str, Any]:
    if QUESTIONS[name].anew:
        for kept in KEPT:
            shutil.rmtree(path / kept, ignore_errors=True)
    step = ("benchmarks.questions", str(path), "--step", name)
    apart(*step, "--prepare", OMP_NUM_THREADS="1")
    first, *later = [apart(*step, OMP_NUM_THREADS="1") for _ in range(1 + ROUNDS)]
    kept_bytes = sum(each.stat().st_size for kept in KEPT for each in path.glob(f"{kept}/*"))
    return {
        "first": first,
        "kept": {key: round(statistics.median(each[key] for each in later), 3) for key in first},
        "kept_mb": round(kept_bytes / 1e6, 1),
    }


def step(path: Path, name: str, prepare: bool) -> dict[str, float]:
    """Seconds and peak memory of one question; what must be kept before it, and what it asks about, are made ready apart."""
    question = QUESTIONS[name]
    with api.open(path) as archive:
        if prepare:
            if question.needs:
                archive.prepare(question.needs)  # type: ignore[arg-type]
            return {}
        of = question.of(archive)
    archive = api.open(path)
    begun, clock = time.process_time(), time.perf_counter()
    question.ask(archive, of)
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
        for one in (each[name] for each in found.values() if name in each):
            row += [_shown(one["first"]["cpu"]), _shown(one["kept"]["cpu"]), f"{one['first']['peak_mb']:,.0f}"]
        if len(row) == len(head):
            rows.append(row)
    return results.table(head, rows)


def _shown(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__.split("\n", 1)[0])
    parser.add_argument("archive", type=Path, help="an archive of coverage/")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="how many articles, with commas between")
    parser.add_argument("--only", default="", help="the questions whose name begins so")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.step:
        print(json.dumps(step(given.archive, given.step, given.prepare)))
        return 0
    sizes = tuple(int(size) for size in given.sizes.split(","))
    before = machine()
    found = run(given.archive, sizes, given.only)
    print(table(found))
    if sizes == SIZES and not given.only:
        command = f"python -m benchmarks.questions news.sayso --sizes {given.sizes}"
        saved = results.save(NAME, {"machine": before, "command": command, "sizes": found}, FOLDER)
        print(f"saved {saved.relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How long each question to an archive takes the first time and once its answer is kept, and how that grows.

    python -m benchmarks.questions news.sayso                       # an archive of coverage/: 1,000, all, and 100,000 articles
    python -m benchmarks.questions news.sayso --sizes 1000,13000    # other sizes; saves nothing
    python -m benchmarks.questions news.sayso --only attention      # some of the questions; saves nothing
    python -m benchmarks.questions news.sayso --keep FOLDER         # goes on where it was cut short; saves a result
    python -m benchmarks.questions news.sayso --keep FOLDER --told  # asks nothing more; saves what was measured

The archive is that of the tutorial (`sayso add coverage.jsonl.gz --to news.sayso`); it is left as it is. A smaller one is every
n-th of its articles; a larger one has all of them again, round by round, with a third of the words of each exchanged for others
of the same length out of the same articles, and their dates moved on by four years. Each question is asked in a process of its
own: once with nothing kept (*first*), then in new ones (*kept*; the archive is opened anew each time, and that is in it). Seconds
are those of the processor, so that other work on the machine does not count; what a clock showed is saved beside them.

The largest takes an hour and more, so with `--keep` the archives and what has been measured stay in a folder (about 5 GB).
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
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.archive import SQL, exchanged, places_in, pool_of
from benchmarks.speed import FOLDER, ROOT, machine
from benchmarks.steps import apart, peak_mb
from evals import results
from sayso import api
from sayso.article.plain import text_id
from sayso.coverage.stories_kept import days_of
from sayso.records import Reading

SIZES = (1_000, 13_000, 100_000)
ROUNDS = 3
YEARS = timedelta(days=1461)
POOL = 400
"""Articles whose words are exchanged for one another."""
KEPT = ("derived", "cache")
_UNKEPT = shutil.ignore_patterns(*KEPT, "lock")
NAME, ASKED = "questions", "asked.json"

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


def _most_heard(archive: api.Archive) -> str:
    return archive.speakers(source_class="named", limit=1)[0].name


def _moment(archive: api.Archive, _: str) -> object:
    """What the first page of `sayso serve` has: the largest stories that go on in the last month."""
    found = archive.stories()
    days = days_of(found)
    end = max((last for _, last in days if last), default=None)
    return [found[at] for at, (_, last) in enumerate(days) if last and end and last >= end - timedelta(days=30)][:6]


class Question(NamedTuple):
    """What is asked of an archive and of something in it that `of` finds beforehand; what must be kept by then (`needs`); and
    what is thrown away first where it is kept (`anew`), by the beginnings of names of files."""

    ask: Callable[[api.Archive, str], object]
    of: Callable[[api.Archive], str] = lambda archive: ""
    needs: str = ""
    anew: tuple[str, ...] = ()


QUESTIONS = {
    "search: a word": Question(lambda a, _: a.search("cartel", limit=20)),
    "search: a phrase": Question(lambda a, _: a.search('"war on drugs"', limit=20)),
    "SQL: articles by outlet": Question(lambda a, _: a.sql(SQL["articles by outlet"]).fetchall()),
    "SQL: exact match of quotations (the floor)": Question(
        lambda a, _: a.sql(SQL["exact match: quotations with the same words (the floor)"]).fetchall()
    ),
    "info": Question(lambda a, _: a.info()),
    "speakers: the first page": Question(lambda a, _: a.speakers()[:50], anew=("speakers",)),
    "what a speaker said": Question(lambda a, name: a.profile(name), _most_heard, "speakers"),
    "stories: the first page": Question(lambda a, _: a.stories()[:20], anew=("stories", "stream")),
    "stories of the moment": Question(_moment, needs="stories"),
    "a story by words": Question(lambda a, _: a.story("president election"), needs="stories"),
    "timeline of a story of 20": Question(lambda a, id: a.timeline(id), _of_twenty, "stories"),
    "disputes of a story of 20": Question(lambda a, id: a.disputes(id), _of_twenty, "stories"),
    "timeline of the largest story": Question(lambda a, id: a.timeline(id), _of_largest, "stories"),
    "disputes of the largest story": Question(lambda a, id: a.disputes(id), _of_largest, "stories"),
    "families: the first page": Question(lambda a, _: a.families()[:20], anew=("families", "copies")),
    "spread of some words": Question(lambda a, words: a.spread(words), _words, "families"),
    "attention: sentences": Question(lambda a, _: a.attention(_ABOUT, _IN, by="outlet"), anew=("copies", "sentences")),
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
    """An archive as it is and then again, altered, until it has so many articles; goes on where it was cut short."""
    if not path.exists():
        shutil.copytree(source, path, ignore=_UNKEPT)
    with api.open(source) as whole, api.open(path) as made, made.writer() as writer:
        ids = whole.ids()
        held, there = len(ids), len(made.ids())
        pool = pool_of(reading.article.text for _, reading in whole.readings(ids[:: max(1, held // POOL)]))
        wanted = range(there, count)
        again = whole.readings(ids[number % held] for number in wanted)
        for number, (_, reading) in zip(wanted, again, strict=True):
            writer.add(altered(reading, number, number // held, pool), f"copy {number}")


def altered(reading: Reading, number: int, around: int, pool: dict[int, list[str]]) -> Reading:
    """The reading with other words, years later, at another address; spans stay right."""
    a = reading.article
    text = exchanged(a.text, places_in(a.text, pool), pool, random.Random(number))
    day = None if a.published is None else a.published + around * YEARS
    url = f"https://copy.example/{number}"
    return replace(reading, article=replace(a, id=text_id(text), text=text, url=url, published=day))


def run(source: Path, sizes: Sequence[int], only: str, folder: Path) -> dict[str, Any]:
    """Every question at every size, or those alone whose name begins with `only`; what the folder has is not asked again."""
    kept = folder / ASKED
    found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    with api.open(source) as whole:
        held = len(whole.ids())
    for size in sizes:
        path = _archive(source, folder / f"{size}.sayso", size, held)
        with api.open(path) as archive:
            articles = len(archive.ids())
        mine = found.setdefault(str(articles), {})
        for name in QUESTIONS:
            if name.startswith(only) and name not in mine:
                mine[name] = _asked(path, name)
                kept.write_text(json.dumps(found, indent=1), encoding="utf-8")
                print(f"{articles:,}: {name}: {json.dumps(mine[name])}", file=sys.stderr, flush=True)
    return found


def _archive(source: Path, path: Path, size: int, held: int) -> Path:
    """The archive of a size, made where it is not there in full."""
    if size > 1.1 * held:
        repeated(source, path, size)
    elif not path.exists() and size < 0.9 * held:
        part(source, path, size)
    elif not path.exists():
        shutil.copytree(source, path, ignore=_UNKEPT)
    return path


def _asked(path: Path, name: str) -> dict[str, Any]:
    for begin in QUESTIONS[name].anew:
        for folder in KEPT:
            for each in path.glob(f"{folder}/{begin}[.-]*"):
                each.unlink()
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
    """One row a question: first and kept seconds at each size, and the most memory; a dash where it was not asked."""
    head = ["seconds of processor time"]
    for size in found:
        head += [f"{int(size):,}: first", "kept", "peak MB"]
    rows = []
    for name in QUESTIONS:
        cells = [_cells(each.get(name)) for each in found.values()]
        if any(name in each for each in found.values()):
            rows.append([name, *chain.from_iterable(cells)])
    return results.table(head, rows)


def _cells(asked: dict[str, Any] | None) -> tuple[str, str, str]:
    if asked is None:
        return "–", "–", "–"
    first, kept = asked["first"], asked["kept"]
    return _shown(first["cpu"]), _shown(kept["cpu"]), f"{first['peak_mb']:,.0f}"


def _shown(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__.split("\n", 1)[0])
    parser.add_argument("archive", type=Path, help="an archive of coverage/")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="how many articles, with commas between")
    parser.add_argument("--only", default="", help="the questions whose name begins so")
    parser.add_argument("--keep", type=Path, help="a folder for the archives and what was measured, to go on from")
    parser.add_argument("--told", action="store_true", help="save what the folder has, and ask nothing more")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.step:
        print(json.dumps(step(given.archive, given.step, given.prepare)))
        return 0
    sizes = tuple(int(size) for size in given.sizes.split(","))
    before = machine()
    with tempfile.TemporaryDirectory() as folder:
        home = given.keep or Path(folder)
        home.mkdir(parents=True, exist_ok=True)
        if given.told:
            found = json.loads((home / ASKED).read_text(encoding="utf-8"))
        else:
            found = run(given.archive, sizes, given.only, home)
    print(table(found))
    if sizes == SIZES and not given.only:
        command = "python -m benchmarks.questions news.sayso"
        saved = results.save(NAME, {"machine": before, "command": command, "sizes": found}, FOLDER)
        print(f"saved {saved.relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

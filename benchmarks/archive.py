"""How fast an archive takes articles in, how large it gets, and how soon it answers, as it grows.

    python -m benchmarks.archive                      # 1,000, 13,000 and 100,000 articles; saves a result
    python -m benchmarks.archive --sizes 1000,13000   # shorter; saves nothing
    python -m benchmarks.archive --write              # puts the saved figures into docs/archive.md

Some real articles are read by the model (timed apart); the archive then grows by copies of those readings in which a third of the
words is replaced by other words of the same length, drawn from the same articles, so that spans stay right, no two texts are
alike and words keep about their frequencies. Adding and asking each happen in a process of their own, whose peak memory is told.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.speed import BUSY, FOLDER, ROOT, described, machine
from benchmarks.steps import apart, peak_mb, quantile, timed
from evals import reader, results
from evals.corpora import COVERAGE, have, passages, rows_in
from sayso import api
from sayso.archive import Archive, Filters
from sayso.archive.words import words_of
from sayso.article.plain import text_id
from sayso.records import Reading

SIZES = (1_000, 13_000, 100_000)
SEEDS = 200
"""Real articles that are read; every 64th of coverage."""
OUTLETS = 181
SHARE = 0.33
"""Share of the words that a copy replaces."""
ROUNDS = 3
GOAL_MS = 100
"""What 95 of 100 searches are to stay under at the largest size."""

PAGE = ROOT / "docs" / "archive.md"
MARKS = ("<!-- written by python -m benchmarks.archive --write -->", "<!-- end -->")

_WORD = re.compile(r"[A-Za-z]{3,}")


def seeds() -> tuple[str, list[Reading], float]:
    """What was read, the readings, and the seconds that reading took."""
    if have("coverage"):
        what = f"every 64th article of coverage/, {SEEDS} in all"
        texts = [row["text"] for row in islice(rows_in(COVERAGE), 0, 64 * SEEDS, 64)]
    else:
        what, texts = "our own passages", [each.text for each in passages()]
    api.read_text(texts[0], force=True)
    begun = time.perf_counter()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as table:
        table.writelines(json.dumps({"text": text}) + "\n" for text in texts)
        table.flush()
        found = [each.reading for each in api.read_each([table.name]) if each.reading is not None]
    return what, found, time.perf_counter() - begun


class Copies:
    """Copies of readings with altered words, the same for the same number."""

    def __init__(self, first: Sequence[Reading]) -> None:
        self.first = first
        self.pool = pool_of(each.article.text for each in first)
        self.places = [places_in(each.article.text, self.pool) for each in first]

    def __getitem__(self, number: int) -> Reading:
        chance = random.Random(number)
        which = number % len(self.first)
        made = self.first[which]
        text = exchanged(made.article.text, self.places[which], self.pool, chance)
        article = replace(
            made.article,
            id=text_id(text),
            text=text,
            title=" ".join(text.split()[:9]),
            url=f"https://outlet{number % OUTLETS}.example/{number}",
            outlet=f"Outlet {number % OUTLETS}",
            published=date(2013, 1, 1) + timedelta(days=chance.randrange(1300)),
        )
        return replace(made, article=article)


def pool_of(texts: Iterable[str]) -> dict[int, list[str]]:
    """The words of the texts by their length, each as often as it stands there."""
    pool: dict[int, list[str]] = {}
    for text in texts:
        for word in _WORD.findall(text):
            pool.setdefault(len(word), []).append(word)
    return pool


def places_in(text: str, pool: dict[int, list[str]]) -> list[tuple[int, int]]:
    """Where the words stand that the pool has others for."""
    return [found.span() for found in _WORD.finditer(text) if len(found[0]) in pool]


def exchanged(text: str, places: Sequence[tuple[int, int]], pool: dict[int, list[str]], chance: random.Random) -> str:
    """The text with `SHARE` of the words at these places exchanged for others of the same length."""
    pieces, at = list[str](), 0
    for place in sorted(chance.sample(range(len(places)), int(SHARE * len(places)))):
        start, end = places[place]
        mine = pool[end - start]
        pieces += [text[at:start], mine[int(chance.random() * len(mine))]]
        at = end
    return "".join([*pieces, text[at:]])


def grow(path: Path, first: Sequence[Reading], start: int, stop: int) -> dict[str, float]:
    """Add copies `start` to `stop`; seconds of adding alone, what the making of the copies took left out."""
    copies, making = Copies(first), 0.0
    begun = time.perf_counter()
    with Archive(path, create=True).writer() as writer:
        for number in range(start, stop):
            before = time.perf_counter()
            made = copies[number]
            making += time.perf_counter() - before
            writer.add(made, f"copy {number}")
    seconds = time.perf_counter() - begun - making
    return {"seconds": round(seconds, 2), "a_second": round((stop - start) / seconds, 1), "peak_mb": peak_mb()}


def questions(first: Sequence[Reading], chance: random.Random) -> dict[str, list[tuple[str, Filters, Any]]]:
    """Searches of each kind, of words that the articles have."""
    texts = [words_of(each.article.text) for each in first]
    spread = Counter(word for words in texts for word in set(words) if len(word) > 2)
    often = [word for word, count in spread.items() if count > 0.5 * len(texts)]
    middle = [word for word, count in spread.items() if 0.03 * len(texts) < count < 0.3 * len(texts)]
    seldom = [word for word, count in spread.items() if count <= 2]
    none = Filters()

    def pick(words: list[str], count: int) -> list[str]:
        return chance.sample(sorted(words), min(count, len(words)))

    def row(length: int) -> str:
        words = chance.choice([each for each in texts if len(each) > 50])
        at = chance.randrange(len(words) - length)
        return " ".join(words[at : at + length])

    day = date(2013 + chance.randrange(3), 1 + chance.randrange(12), 1)
    narrow = Filters(outlets=("Outlet 7", "Outlet 9"), since=day, until=day + timedelta(days=365))
    voice = Counter(name for each in first for name in _voices(each)).most_common(1)[0][0]
    made: dict[str, list[tuple[str, Filters, Any]]] = {
        "a seldom word": [(word, none, None) for word in pick(seldom, 8)],
        "a word": [(word, none, None) for word in pick(middle, 8)],
        "a word of every second article": [(word, none, None) for word in pick(often, 8)],
        "a phrase": [(f'"{row(3)}"', none, None) for _ in range(8)],
        "AND": [(" ".join(pick(middle, 2)), none, None) for _ in range(8)],
        "OR of five": [(" OR ".join(pick(middle, 5)), none, None) for _ in range(8)],
        "NOT": [(f"{pick(middle, 1)[0]} NOT {pick(often, 1)[0]}", none, None) for _ in range(8)],
        "a beginning (cartel*)": [(f"{word[:5]}*", none, None) for word in pick([w for w in middle if len(w) > 6], 8)],
        "NEAR": [(f"{' NEAR/5 '.join(pick(middle, 2))}", none, None) for _ in range(8)],
        "a word, two outlets, a year": [(word, narrow, None) for word in pick(middle, 8)],
        "a word in quotations": [(word, none, "quotations") for word in pick(middle, 8)],
        "a word said by somebody": [(word, Filters(speakers=(voice,)), None) for word in pick(middle, 8)],
    }
    return made


def _voices(reading: Reading) -> Iterator[str]:
    for found in reading.attributions:
        if found.source:
            yield " ".join(span.of(reading.article.text) for span in found.source)


SQL = {
    "articles by outlet": "SELECT outlet, count(*) FROM articles GROUP BY outlet ORDER BY 2 DESC",
    "quotations by month and kind": "SELECT date_trunc('month', published), kind, count(*) FROM attributions JOIN articles "
    "ON id = article GROUP BY ALL ORDER BY 1, 2",
    "exact match: quotations with the same words (the floor)": "SELECT content_text, count(DISTINCT article) FROM attributions "
    "WHERE words >= 6 GROUP BY content_text HAVING count(DISTINCT article) > 1 ORDER BY 2 DESC LIMIT 20",
}


def ask(path: Path, first: Sequence[Reading]) -> dict[str, Any]:
    """Milliseconds of each question; searches are asked in rounds, so that none profits from having just been asked."""
    opened = milliseconds(lambda: Archive(path).search("zzzz"))
    archive = Archive(path)
    kinds = questions(first, random.Random(11))
    taken: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS):
        for kind, some in kinds.items():
            for query, filters, within in some:
                taken[kind].append(milliseconds(lambda q=query, f=filters, w=within: archive.search(q, f, within=w)))  # type: ignore[misc]
    every = sorted(each for some in taken.values() for each in some)
    searching = peak_mb()
    sql = {
        name: _spread([milliseconds(lambda q=text: archive.sql(q).fetchall()) for _ in range(5)])
        for name, text in SQL.items()
    }  # type: ignore[misc]
    ids = [row[0] for row in archive.sql("SELECT id FROM articles USING SAMPLE 20 (reservoir, 3)").fetchall()]
    return {
        "open_and_first_search": opened,
        "search": {kind: _spread(some) for kind, some in taken.items()},
        "search_all": _spread(every),
        "sql": sql,
        "show": _spread([milliseconds(lambda id=id: archive.reading(id)) for id in ids]),  # type: ignore[misc]
        "info": _spread([milliseconds(archive.info) for _ in range(3)]),
        "peak_mb_of_search": searching,
        "peak_mb": peak_mb(),
    }


def milliseconds(call: Callable[[], object]) -> float:
    return 1000 * timed(call)


def _spread(values: Sequence[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(values), 1),
        "p95": round(quantile(values, 0.95), 1),
        "max": round(max(values), 1),
    }


def size(path: Path, count: int) -> dict[str, Any]:
    """Bytes an article of the parts and of the index, and how many files there are."""
    every = [each for each in path.rglob("*") if each.is_file()]
    archive = Archive(path)
    parts = sum(part.bytes for mine in archive.snapshot.parts.values() for part in mine)
    index = sum(each.stat().st_size for each in every if each.name.startswith("search.sqlite"))
    by_table = {
        table: round(sum(part.bytes for part in mine) / count) for table, mine in archive.snapshot.parts.items()
    }
    return {"parts": round(parts / count), "index": round(index / count), "files": len(every), "tables": by_table}


def run(sizes: Sequence[int], folder: Path) -> dict[str, Any]:
    what, first, seconds = seeds()
    words = sum(len(each.article.text.split()) for each in first)
    kept = folder / "seeds.pickle"
    kept.write_bytes(pickle.dumps(first))
    path, start = folder / "news.sayso", 0
    made: dict[str, Any] = {
        "texts": {"what": what, "articles": len(first), "words": words},
        "reading": {"seconds": round(seconds, 1), "a_second": round(len(first) / seconds, 2)},
        "sizes": {},
    }
    for stop in sizes:
        grown = apart("benchmarks.archive", "--step", "grow", str(path), str(kept), str(start), str(stop))
        asked = apart("benchmarks.archive", "--step", "ask", str(path), str(kept))
        a_second = 1 / (1 / made["reading"]["a_second"] + 1 / grown["a_second"])
        made["sizes"][str(stop)] = {
            "adding": {**grown, "a_second_reading_included": round(a_second, 2)},
            "bytes_an_article": size(path, stop),
            "milliseconds": asked,
        }
        print(f"{stop:,}: {grown}; search {asked['search_all']}", file=sys.stderr)
        start = stop
    return made


def _step(what: str, path: str, kept: str, *numbers: str) -> int:
    first = pickle.loads(Path(kept).read_bytes())
    made = grow(Path(path), first, *map(int, numbers)) if what == "grow" else ask(Path(path), first)
    print(json.dumps(made))
    return 0


def tables(result: dict[str, Any]) -> list[str]:
    """The result as tables, for the terminal and for docs/archive.md."""
    sizes = result["sizes"]
    head = ["", *(f"{int(count):,} articles" for count in sizes)]

    def row(name: str, *keys: str) -> list[Any]:
        cells = []
        for each in sizes.values():
            value: Any = each
            for key in keys:
                value = value[key]
            cells.append(f"{value:,.0f}" if isinstance(value, float | int) and value >= 100 else value)
        return [name, *cells]

    adding = [
        row("added a second, reading apart", "adding", "a_second"),
        row("added a second, reading included", "adding", "a_second_reading_included"),
        row("bytes an article: parts", "bytes_an_article", "parts"),
        row("bytes an article: search index", "bytes_an_article", "index"),
        row("files", "bytes_an_article", "files"),
        row("peak MB of the writer", "adding", "peak_mb"),
        row("peak MB of one who searches", "milliseconds", "peak_mb_of_search"),
        row("peak MB of one who asks everything", "milliseconds", "peak_mb"),
    ]
    last = list(sizes.values())[-1]["milliseconds"]
    asked = [
        [name, *(_shown(each["milliseconds"]["search"][name]) for each in sizes.values())] for name in last["search"]
    ]
    asked.append(["all searches", *(_shown(each["milliseconds"]["search_all"]) for each in sizes.values())])
    asked.append(row("open and search once", "milliseconds", "open_and_first_search"))
    others = [[name, *(_shown(each["milliseconds"]["sql"][name]) for each in sizes.values())] for name in last["sql"]]
    others += [[name, *(_shown(each["milliseconds"][name]) for each in sizes.values())] for name in ("show", "info")]
    return [
        results.table(head, adding),
        results.table(["search, ms: median (p95)", *head[1:]], asked),
        results.table(["other questions, ms: median (p95)", *head[1:]], others),
    ]


def write() -> int:
    """Put the saved result between its marks in docs/archive.md."""
    result = results.read("archive", FOLDER)
    if result is None:
        print("there is no saved result; run python -m benchmarks.archive", file=sys.stderr)
        return 1
    texts = result["texts"]
    words = (
        f"{results.made_by(result)} {described(result['machine'])} "
        f"Texts: {texts['what']} ({texts['words']:,} words), repeated with a third of the words replaced by others of the same "
        f"length. Reading alone: {result['reading']['a_second']:.2f} articles a second."
    )
    page = results.between(PAGE.read_text(encoding="utf-8"), *MARKS, "\n\n".join([words, *tables(result)]))
    PAGE.write_text(page, encoding="utf-8")
    return 0


def _shown(spread: dict[str, float]) -> str:
    return f"{spread['median']:,.1f} ({spread['p95']:,.1f})"


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["--step"]:
        return _step(*arguments[1:])
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="put the saved figures into docs/archive.md")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of articles, growing")
    given = parser.parse_args(arguments)
    if given.write:
        return write()
    sizes = [int(each) for each in given.sizes.split(",")]
    about = machine()
    if about["load_before"] and about["load_before"] > BUSY:
        print(f"the machine is busy (load {about['load_before']}): figures are doubtful", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        result = {
            "made": reader.identity("benchmarks.archive", arguments),
            "machine": about,
            **run(sizes, Path(folder)),
        }
    print("\n\n".join(tables(result)))
    largest = list(result["sizes"].values())[-1]["milliseconds"]["search_all"]["p95"]
    print(
        f"95 of 100 searches stay under {largest:.0f} ms at {sizes[-1]:,} articles (goal: {GOAL_MS})", file=sys.stderr
    )
    if tuple(sizes) == SIZES:
        print(f"saved {results.save('archive', result, FOLDER).relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

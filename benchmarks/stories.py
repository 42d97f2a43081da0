"""How long an article takes to find its story as the stream goes on, and how timelines and disputes grow with the story.

    python -m benchmarks.stories                  # the whole of coverage, then made stories; saves a result
    python -m benchmarks.stories --rounds 3       # coverage three times over, moved on in time, names altered; saves nothing

Reading is not part of it. For timelines and disputes, stories are made of copies of the readings of samples/coverage in which a
third of the words is altered, so that the words which bring claims together do not simply all grow in number.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from benchmarks.speed import FOLDER, machine
from benchmarks.steps import peak_mb, timed
from evals import results, weeks
from evals.corpora import ABSENT, ROOT, have
from sayso import api
from sayso.coverage.disputes import pairs
from sayso.coverage.stories import Stories
from sayso.coverage.timeline import timeline
from sayso.errors import SaysoError
from sayso.records import Reading

SAMPLE = ROOT / "samples" / "coverage" / "pages"
STEP = 2_000
TIMES = (1, 2, 4, 8)
_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "BCDEFGHIJKLMNOPQRSTUVWXYZA")
_VOWELS = tuple(str.maketrans("aeiou", turned) for turned in ("eioua", "iouae", "ouaei"))


def stream(rounds: int) -> Iterator[tuple[str, Reading]]:
    """All coverage in order, several times over: later rounds are moved on by four years each and their capitals are turned, so
    that names are others."""
    rows = weeks.all_rows()
    for number in range(rounds):
        for row in rows:
            text, day = row["text"], date.fromisoformat(row["published"][:10]) + timedelta(days=1461 * number)
            for _ in range(number):
                text = text.translate(_CAPITALS)
            made = weeks.unread({**row, "id": f"{row['id']}-{number}", "text": text, "published": day.isoformat()})
            yield made.article.id, made


def added(rounds: int) -> list[dict[str, Any]]:
    """Milliseconds an article, by how many were there by then."""
    made: list[dict[str, Any]] = []
    stories, seconds = Stories(), 0.0
    for count, (id, reading) in enumerate(stream(rounds), 1):
        start = time.perf_counter()
        stories.add(reading, id)
        seconds += time.perf_counter() - start
        if count % STEP == 0:
            made.append({"articles": count, "ms": 1000 * seconds / STEP, "stories": len(stories)})
            seconds = 0.0
    return made


def asked() -> list[dict[str, Any]]:
    """Seconds for the disputes and the timeline of a story of so many articles."""
    readings = []
    for path in sorted(SAMPLE.glob("*.html")):
        try:
            readings.append(api.read(path))
        except SaysoError:
            continue
    made = []
    for times in TIMES:
        some = [(f"{n}-{copy}", altered(each, copy)) for copy in range(times) for n, each in enumerate(readings)]
        made.append(
            {
                "articles": len(some),
                "sayings": sum(len(each.attributions) for _, each in some),
                "disputes s": timed(lambda some=some: pairs(some)),
                "timeline s": timed(lambda some=some: timeline(some)),
            }
        )
    return made


def altered(reading: Reading, copy: int) -> Reading:
    """The reading with a third of its words spelt otherwise, letter for letter, so that spans stay right."""
    if not copy:
        return reading

    def turned(word: str) -> str:
        chosen = crc32(f"{word.lower()} {copy // 3}".encode()) % 3 == 0
        return word.translate(_VOWELS[copy % 3]) if chosen else word

    text = " ".join(map(turned, reading.article.text.split(" ")))
    return replace(reading, article=replace(reading.article, text=text))


def main() -> None:
    parser = argparse.ArgumentParser(description="Stories, timelines and disputes: time and growth.")
    parser.add_argument("--rounds", type=int, default=1, help="how often coverage is gone through (1)")
    options = parser.parse_args()
    if not have("coverage"):
        print(ABSENT)
        return
    into = added(options.rounds)
    memory = peak_mb()
    print(results.table(("articles", "ms an article", "stories"), [tuple(row.values()) for row in into]))
    print(f"\npeak memory {memory:,.0f} MiB, all rows of coverage included\n")
    story = asked()
    head = ("articles of the story", "sayings", "disputes, s", "timeline, s")
    print(results.table(head, [(a, s, f"{d:.2f}", f"{t:.2f}") for a, s, d, t in (row.values() for row in story)]))
    made = {"machine": machine(), "added": into, "peak MiB": memory, "asked": story}
    if options.rounds == 1:
        results.save("stories", made, FOLDER)


if __name__ == "__main__":
    main()

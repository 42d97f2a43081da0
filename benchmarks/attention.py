"""How long `attention` takes to answer over archives of 1,000 and 12,948 articles of `coverage/`.

    python -m benchmarks.attention                  # builds both archives from the texts; saves benchmarks/results/attention.json
    python -m benchmarks.attention --sizes 1000     # another size; saves nothing

No model is loaded: articles go in without attributions, which no unit but quoted words needs. *First* is the first question
after an archive has changed, which cuts its sentences and finds its copies; later ones open the archive anew each time and take
both from the cache. Beside them the *floor*: the articles and matches that SQL counts by `ILIKE`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import sayso
from benchmarks.speed import FOLDER, machine
from benchmarks.steps import peak_mb, timed
from evals import results
from evals.corpora import ABSENT, COVERAGE, have, rows_in
from sayso.article import article_from_text
from sayso.coverage.attention import attention, count
from sayso.coverage.attention_archive import Shelf
from sayso.coverage.attention_terms import suggestions
from sayso.errors import SaysoError
from sayso.records import Given, Reading
from sayso.records.attention import By, Question, Unit

SIZES = (1_000, 12_948)
ROUNDS = 5
QUESTIONS: dict[str, Question] = {
    "the founding question": Question('cartel* OR "war on drugs" OR "drug policy"', "chapo OR guzman", By.OUTLET),
    "a rare subject in all": Question("cartel* OR heroin", None, By.MONTH),
    "a common one in all": Question("president OR obama", None, By.MONTH, Unit.WORDS),
    "two queries": Question("gun* NOT shot*", "senate OR congress", By.OUTLET, Unit.ARTICLES),
}
FLOOR = "SELECT count(*) FILTER (text ILIKE '%cartel%'), count(*) FROM articles WHERE text ILIKE '%chapo%'"


def readings(most: int) -> Iterator[Reading]:
    """Articles of the corpus without any finding."""
    for row in islice(rows_in(COVERAGE), most):
        day = date.fromisoformat(row["published"][:10]) if row["published"] else None
        told = Given(title=row["title"], outlet=row["outlet"], published=day, url=row["url"])
        try:
            yield Reading(article_from_text(row["text"], told, force=True), (), "none 0")
        except SaysoError:
            continue


def measure(size: int, folder: Path) -> dict[str, Any]:
    """Seconds of each question over so many articles."""
    path = folder / f"{size}.sayso"
    with sayso.open(path, create=True) as archive:
        added = archive.add(readings(size)).added
    found: dict[str, Any] = {"articles": added}
    first = next(iter(QUESTIONS.values()))
    with sayso.open(path) as archive:
        found["first_seconds"] = round(timed(lambda: attention(Shelf(archive), first)), 2)
    found["questions"] = {}
    for name, question in QUESTIONS.items():
        each = []
        for _ in range(ROUNDS):
            with sayso.open(path) as archive:
                each.append(timed(lambda: attention(Shelf(archive), question)))  # noqa: B023
        found["questions"][name] = {"median": round(statistics.median(each), 3), "slowest": round(max(each), 3)}
    with sayso.open(path) as archive:
        shelf = Shelf(archive)
        found["suggest_seconds"] = round(timed(lambda: suggestions(shelf, count(shelf, first))), 2)
        found["floor_seconds"] = round(statistics.median(timed(archive.sql(FLOOR).fetchall) for _ in range(ROUNDS)), 3)
    found["cache_bytes"] = sum(each.stat().st_size for each in (path / "cache").iterdir())
    found["peak_mb"] = round(peak_mb())
    return found


def show(found: Sequence[dict[str, Any]]) -> str:
    head = ["seconds", *(f"{each['articles']:,} articles" for each in found)]
    rows = [["first question after a change", *(f"{each['first_seconds']:.1f}" for each in found)]]
    rows += [[name, *(f"{each['questions'][name]['median']:.2f}" for each in found)] for name in QUESTIONS]
    rows.append(["suggested terms", *(f"{each['suggest_seconds']:.1f}" for each in found)])
    rows.append(["floor: ILIKE over articles", *(f"{each['floor_seconds']:.2f}" for each in found)])
    rows.append(["cache, MB", *(f"{each['cache_bytes'] / 1e6:.1f}" for each in found)])
    rows.append(["peak memory, MB", *(f"{each['peak_mb']:,}" for each in found)])
    return results.table(head, rows)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attention", description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=list(SIZES), help="articles; other than the usual saves nothing"
    )
    given = parser.parse_args(arguments)
    if not have("coverage"):
        print(ABSENT, file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = [measure(size, Path(folder)) for size in given.sizes]
    print(show(found))
    if tuple(given.sizes) == SIZES:
        made = {"machine": machine(), "command": "python -m benchmarks.attention", "date": date.today().isoformat()}
        results.save("attention", {"made": made, "sizes": found}, FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

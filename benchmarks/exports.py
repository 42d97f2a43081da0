"""What each export costs an article, and the memory that it takes as the articles become more.

    python -m benchmarks.exports          # saves benchmarks/results/exports.json

Reads some articles first (PolNeAR dev where it is here, else our own passages) and writes their readings over and over; reading
is not in the figures. Each format is written in a process of its own, whose peak memory is compared with its peak before.
"""

from __future__ import annotations

import argparse
import json
import pickle
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.speed import FOLDER, machine
from benchmarks.steps import apart, peak_kb
from benchmarks.texts import texts
from evals import results
from sayso import read_text
from sayso.export.formats import Export, Format, Unit, write
from sayso.records import Reading

READ = 40
SIZES = (500, 2_000)
"""How many articles are written; the same ones over and over, under ids of their own."""


def coming(packed: list[bytes], count: int, spent: list[float]) -> Iterator[Reading]:
    """Readings made anew one at a time, as they come from an archive; the seconds that this takes go into `spent`."""
    for number in range(count):
        begun = time.process_time()
        made: Reading = pickle.loads(packed[number % len(packed)])
        made = replace(made, article=replace(made.article, id=str(number)))
        spent.append(time.process_time() - begun)
        yield made


def one(stored: Path, format: Format, unit: Unit | None, count: int) -> dict[str, Any]:
    """Write `count` readings; milliseconds and kilobytes an article, megabytes of memory."""
    packed: list[bytes] = pickle.loads(stored.read_bytes())
    before = peak_kb()
    path = stored.with_suffix(".out")
    making: list[float] = []
    begun = time.process_time()
    write(coming(packed, count, making), path, Export(format, unit))
    spent = time.process_time() - begun - sum(making)
    return {
        "ms": round(spent / count * 1000, 2),
        "kb": round(path.stat().st_size / count / 1000, 1),
        "memory_mb": round((peak_kb() - before) / 1000),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        stored, format, unit, count = options.one
        print(json.dumps(one(Path(stored), Format(format), Unit(unit) if unit else None, int(count))))
        return
    name, every = texts()
    readings = [read_text(text) for text in every[:READ]]
    found = sum(len(each.attributions) for each in readings) / len(readings)
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        stored = Path(folder) / "readings"
        stored.write_bytes(pickle.dumps([pickle.dumps(each) for each in readings]))
        for format in Format:
            for unit in Unit if format.has_units else ("",):
                row: dict[str, Any] = {"format": str(format), "unit": str(unit)}
                for size in SIZES:
                    told = apart("benchmarks.exports", "--one", str(stored), format, unit, str(size))
                    row |= {"ms": told["ms"], "kb": told["kb"], f"memory_mb_{size}": told["memory_mb"]}
                rows.append(row)
    head = ("format", "unit", "ms an article", "kB an article", *(f"MB at {size:,}" for size in SIZES))
    print(f"{len(readings)} articles of {name}, {found:.1f} attributions each\n")
    print(results.table(head, [list(row.values())[:4] + [row[f"memory_mb_{size}"] for size in SIZES] for row in rows]))
    about = {"texts": name, "articles": len(readings), "attributions_each": round(found, 1), "machine": machine()}
    results.save("exports", {**about, "rows": rows}, FOLDER)


if __name__ == "__main__":
    main()

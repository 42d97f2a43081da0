"""Families over as many quotations as an archive has: seconds of one core, comparisons and memory, and how they grow.

    python -m benchmarks.spread                     # 10,000 to 250,000 made quotations; saves benchmarks/results/spread.json
    python -m benchmarks.spread --sizes 10000       # other sizes; saves nothing
    python -m benchmarks.spread --readings FILE     # of pickled readings, in rounds with altered words; saves nothing

Every quotation is made of words of the model's vocabulary, drawn by rank as English does (Zipf); a fifth of them goes on to other
articles, verbatim, trimmed, altered, or told with other words; every twentieth has a stock phrase in it. With readings, each
round takes the real ones with half of the telling words exchanged, other ones each time.
"""

from __future__ import annotations

import argparse
import gzip
import pickle
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.speed import FOLDER, machine
from benchmarks.steps import peak_mb
from evals import results
from sayso.coverage.sayings import sayings_of
from sayso.coverage.spread import families
from sayso.coverage.spread.alike import judge
from sayso.coverage.spread.candidates import pairs
from sayso.coverage.spread.quoted import in_order
from sayso.coverage.spread.words import bits, fold, raw_words
from sayso.model.folder import RELEASED
from sayso.records import Span
from sayso.records.certainty import Certainty, Polarity
from sayso.records.people import SourceClass
from sayso.records.reading import AttributionKind
from sayso.records.saying import Saying

SIZES = (10_000, 50_000, 100_000, 250_000)
GOAL_SECONDS = 120.0
SEED = 20160109
FIRST_DAY = date(2013, 1, 1)
AN_ARTICLE = 20
"""Quotations an article: 250,000 in 12,948."""
STOCK = "at the end of the day"
EXCHANGED = 0.5


def made(count: int) -> list[Saying]:
    """So many quotations."""
    rng = np.random.default_rng(SEED)
    words = [word for word in (RELEASED / "vocab.txt").read_text(encoding="utf-8").split("\n") if word.isalpha()]
    ranks = np.arange(1, len(words) + 1)
    chance = 1 / (ranks + 8)
    chance /= chance.sum()
    out: list[Saying] = []
    held: list[tuple[list[str], int, int]] = []
    while len(out) < count:
        number = len(out)
        day = (number // AN_ARTICLE) % 1300
        if held and rng.random() < 0.2:
            said, speaker, day = held[int(rng.integers(len(held)))]
            said = _altered(list(said), rng, words)
            day = min(day + int(rng.integers(4)), 1300)
        else:
            said = [words[i] for i in rng.choice(len(words), int(rng.integers(6, 34)), p=chance)]
            if rng.random() < 0.05:
                said = said[:4] + STOCK.split() + said[4:]
            speaker = int(rng.zipf(1.4)) % 5000
            held.append((said, speaker, day))
        out.append(_saying(number, " ".join(said), speaker, FIRST_DAY + timedelta(days=day)))
    return out


def _altered(said: list[str], rng: np.random.Generator, words: Sequence[str]) -> list[str]:
    kind = rng.integers(4)
    if kind == 1:
        return said[: max(4, int(len(said) * 0.6))]
    if kind == 2:
        said[int(rng.integers(len(said)))] = words[int(rng.integers(len(words)))]
    if kind == 3:
        rng.shuffle(said)
    return said


def _saying(number: int, words: str, speaker: int, day: date) -> Saying:
    return Saying(
        f"k{number // AN_ARTICLE:08d}",
        f"a{number % AN_ARTICLE}",
        f"Outlet {number % 181}",
        None,
        None,
        day,
        (AttributionKind.DIRECT, AttributionKind.INDIRECT)[number % 2],
        words,
        (Span(0, len(words)),),
        "said",
        None,
        f"Person{speaker}" if speaker % 3 else None,
        SourceClass.NAMED if speaker % 3 else SourceClass.UNATTRIBUTED,
        (),
        None,
        Certainty.STATED,
        Polarity.AFFIRMED,
        None,
        1.0,
    )


def of_readings(path: Path, count: int) -> list[Saying]:
    """So many quotations of real readings, in rounds, each with other words exchanged."""
    real = [saying for reading in _unpickled(path) for saying in sayings_of(reading)]
    vocabulary = [word for word in (RELEASED / "vocab.txt").read_text(encoding="utf-8").split("\n") if word.isalpha()]
    out = []
    for number in range(count):
        around, at = divmod(number, len(real))
        out.append(real[at] if not around else _exchanged(real[at], around, vocabulary))
    return out


def _exchanged(saying: Saying, around: int, vocabulary: Sequence[str]) -> Saying:
    words = saying.words
    for part in sorted(set(raw_words(words))):
        key = hash_of(part, around)
        if bits(fold(part)) > 7 and key % 100 < 100 * EXCHANGED:
            words = words.replace(part, vocabulary[key % len(vocabulary)])
    day = None if saying.published is None else saying.published + timedelta(days=1300 * around)
    speaker = f"{saying.speaker} {around}" if saying.speaker else None
    return replace(
        saying,
        article=f"{saying.article}-{around}",
        words=words,
        spans=(Span(0, max(len(words), 1)),),
        published=day,
        speaker=speaker,
    )


def hash_of(word: str, around: int) -> int:
    from zlib import crc32

    return crc32(f"{word} {around}".encode())


def _unpickled(path: Path) -> Iterator[Any]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as held:
        while True:
            try:
                one = pickle.load(held)
            except EOFError:
                return
            yield one[-1] if isinstance(one, tuple) else one


def measure(sayings: Sequence[Saying]) -> dict[str, Any]:
    """Seconds of processor time (whatever else the machine does meanwhile) of each step, and what came of them."""
    clock = time.process_time()
    quoted = in_order(sayings)
    prepared = time.process_time()
    found = pairs(quoted)
    paired = time.process_time()
    for i, j in found[:20_000].tolist():
        judge(quoted[i], quoted[j])
    a_pair = (time.process_time() - paired) / max(min(len(found), 20_000), 1)
    begun = time.process_time()
    made_families = families(sayings)
    ended = time.process_time()
    return {
        "quotations": len(sayings),
        "words": sum(len(each.words) for each in quoted),
        "seconds": round(ended - begun, 2),
        "prepare": round(prepared - clock, 2),
        "candidates": round(paired - prepared, 2),
        "pairs": len(found),
        "pairs_a_quotation": round(len(found) / len(sayings), 2),
        "microseconds_a_pair": round(1e6 * a_pair, 1),
        "families": len(made_families),
        "peak_megabytes": round(peak_mb()),
    }


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spread", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="+", metavar="N", help="how many quotations; nothing is saved")
    parser.add_argument("--readings", type=Path, metavar="FILE", help="pickled readings; nothing is saved")
    given = parser.parse_args(arguments)
    rows = []
    for size in given.sizes or SIZES:
        rows.append(measure(of_readings(given.readings, size) if given.readings else made(size)))
        print(results.table(list(rows[0]), [list(row.values()) for row in rows[-1:]]), flush=True)
    if not given.sizes and not given.readings:
        result = {"machine": machine(), "goal_seconds": GOAL_SECONDS, "sizes": rows}
        print(f"saved {results.save('spread', result, FOLDER).name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

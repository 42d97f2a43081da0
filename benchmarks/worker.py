"""One contender in a process of its own: loads, warms up, then reads a shard for each line on standard input.

    python -m benchmarks.worker sayso 1 0     # contender, threads, cores to run on (comma-separated)

Answers each line `ROUND,ROUNDS,PART,PARTS` with one JSON line (words, seconds), and an empty line with its peak memory.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable, Sequence

WARM_UP = 2
BATCH = 16


def sayso_reader(threads: int) -> Callable[[Sequence[str]], int]:
    """The whole stage, text to Reading, as the command line runs it on many documents."""
    from sayso.article import article_from_text
    from sayso.model import load
    from sayso.reading import read_articles

    tagger = load(threads=threads)

    def read(texts: Sequence[str]) -> int:
        found = 0
        for at in range(0, len(texts), BATCH):
            articles = [article_from_text(each, force=True) for each in texts[at : at + BATCH]]
            found += sum(len(reading.attributions) for reading in read_articles(articles, tagger))
        return found

    return read


def spacy_reader(threads: int) -> Callable[[Sequence[str]], int]:
    """spaCy's small pipeline over the same texts, streamed with `pipe` and its own batch size."""
    from benchmarks.peers import small_pipeline

    nlp = small_pipeline()
    return lambda texts: sum(len(doc) for doc in nlp.pipe(texts))


READERS = {"sayso": sayso_reader, "spacy": spacy_reader}


def main(arguments: Sequence[str]) -> int:
    contender, threads, cores = arguments[0], int(arguments[1]), {int(core) for core in arguments[2].split(",")}
    with contextlib.suppress(AttributeError, OSError):  # no pinning where the system has none, or not these cores
        os.sched_setaffinity(0, cores)
    from benchmarks.steps import peak_kb
    from benchmarks.texts import count, shards, texts

    _, every = texts()
    started = time.perf_counter()
    read = READERS[contender](threads)
    read(every[:WARM_UP])
    print(json.dumps({"ready": round(time.perf_counter() - started, 3)}), flush=True)
    for line in sys.stdin:
        if not line.strip():
            break
        round_number, rounds, part, parts = map(int, line.split(","))
        mine = shards(every[WARM_UP:], rounds)[round_number][part::parts]
        words = sum(map(count, mine))
        started = time.perf_counter()
        read(mine)
        print(json.dumps({"words": words, "seconds": time.perf_counter() - started}), flush=True)
    print(json.dumps({"peak_mb": round(peak_kb() / 1024, 1)}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

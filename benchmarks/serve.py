"""Fifty readers at once: how soon pages and API answers come, and whether the server's memory stays where it is.

    python -m benchmarks.serve ARCHIVE                 # ten minutes; saves a result
    python -m benchmarks.serve ARCHIVE --seconds 60    # shorter; saves nothing
    python -m benchmarks.serve --write                 # puts the saved figures into docs/pages.md

The server is a process of its own, on loopback; the readers are in another. Each reader asks for one thing, reads it for a
moment (`PAUSE`), and asks for the next: a page four times of five, else the API. What they ask is drawn from the archive itself:
searches for words of its articles, articles, people, families, stories, shares. Answers that take long are asked for once
beforehand, as the first reader of a day would; 202 (still being worked out) counts as an error in the measured time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.speed import FOLDER, ROOT, described, machine
from benchmarks.steps import quantile
from evals import results
from sayso import api

READERS = 50
SECONDS = 600.0
WORDS = 5000
"""Words that are searched for, drawn from 600 articles."""
PAUSE = (0.5, 2.0)
"""Seconds between an answer and a reader's next question, drawn evenly: people who skim, which is hard on a server."""
GOALS = {"page": 300, "api": 100}
"""Milliseconds under which 95 of 100 answers are to stay."""
PAGE = ROOT / "docs" / "pages.md"
COMMAND = "python -m benchmarks.serve ARCHIVE"
MARKS = ("<!-- written by python -m benchmarks.serve --write -->", "<!-- end -->")
_WORD = re.compile(r"[A-Za-z]{5,}")


@dataclass(slots=True)
class Asked:
    """What was asked of the server, and how it went."""

    took: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    by_path: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: Counter[str] = field(default_factory=Counter)
    memory: list[tuple[float, float]] = field(default_factory=list)
    """Seconds since the beginning, and the megabytes then."""


Mix = list[tuple[float, list[str]]]
"""Addresses of each sort, with how often one of them is asked."""


def questions(path: Path, seed: int) -> tuple[Mix, Mix, list[str]]:
    """Addresses of pages, of the API, and of those among them that take long the first time. Any article may be asked for, and
    any of `WORDS` words searched, so that most of these answers are made for the one who asks."""
    draw = random.Random(seed)
    with api.open(path) as archive:
        ids = archive.ids()
        some = draw.sample(ids, min(600, len(ids)))
        every = [word for _, reading in archive.readings(some) for word in set(_WORD.findall(reading.article.text))]
        words = draw.sample(every, min(WORDS, len(every)))
        rows = archive.sql(
            "SELECT speaker_name, count(*) FROM attributions WHERE speaker_name IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 300"
        ).fetchall()
        archive.prepare("speakers")
        families = [each.id for each in archive.families()[:40]]
        stories = [each.id for each in archive.stories()[:40]]
    people = [str(name) for name, _ in rows]
    slow = ["/stories", "/families", "/attention?about=police", "/attention?about=election&by=month"]
    slow += [f"/story/{id}" for id in stories[:10]] + [f"/family/{id}" for id in families[:10]]
    pages: Mix = [
        (30, [f"/article/{id}" for id in ids]),
        (30, [f"/search?q={word}" for word in words]),
        (10, [str(httpx.URL("/person", params={"name": name})) for name in people]),
        (25, slow),
        (5, ["/"]),
    ]
    whole = ["/api/info", "/api/stories", "/api/families"]
    calls: Mix = [
        (45, [f"/api/articles/{id}" for id in ids]),
        (45, [f"/api/search?q={word}" for word in words]),
        (10, whole),
    ]
    return pages, calls, [*slow, "/", *whole]


async def reader(client: httpx.AsyncClient, asked: Asked, end: float, lists: tuple[Mix, Mix], seed: int) -> None:
    """One reader, until `end`."""
    draw = random.Random(seed)
    await asyncio.sleep(draw.uniform(0, PAUSE[1]))
    while time.monotonic() < end:
        kind = "page" if draw.random() < 0.8 else "api"
        mix = lists[kind == "api"]
        (_, some), *_ = draw.choices(mix, [weight for weight, _ in mix])
        path = draw.choice(some)
        begun = time.monotonic()
        try:
            answer = await client.get(path)
            if answer.status_code != 200:
                asked.wrong[f"{answer.status_code} {_kind(path)}"] += 1
        except httpx.HTTPError as error:
            asked.wrong[type(error).__name__] += 1
        took = time.monotonic() - begun
        asked.took[kind].append(took)
        asked.by_path[_kind(path)].append(took)
        await asyncio.sleep(draw.uniform(*PAUSE))


def _kind(path: str) -> str:
    parts = path.split("?")[0].strip("/").split("/")
    return "/" + "/".join(parts[:2] if parts[0] == "api" else parts[:1])


async def load(address: str, server: int, lists: tuple[Mix, Mix], slow: list[str], seconds: float) -> Asked:
    asked = Asked()
    limits = httpx.Limits(max_connections=READERS, max_keepalive_connections=READERS)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=30) as client:
        for path in slow:
            for _ in range(1200):
                if (await client.get(path)).status_code != 202:
                    break
                await asyncio.sleep(0.5)
        begun = time.monotonic()
        end = begun + seconds

        async def watch() -> None:
            while time.monotonic() < end:
                asked.memory.append((time.monotonic() - begun, _memory(server)))
                await asyncio.sleep(min(5.0, seconds / 6))

        await asyncio.gather(watch(), *(reader(client, asked, end, lists, number) for number in range(READERS)))
    return asked


def _memory(pid: int) -> float:
    """Resident megabytes of a process and its children."""
    total = 0
    for each in [pid, *_children(pid)]:
        try:
            total += int(Path(f"/proc/{each}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            continue
    return total / 1e6


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


@contextmanager
def serving(archive: Path) -> Iterator[tuple[str, int]]:
    """The address of a server of the archive on this machine, and its process."""
    with tempfile.NamedTemporaryFile("w+") as said:
        command = [sys.executable, "-m", "sayso", "serve", str(archive), "--port", "0"]
        process = subprocess.Popen(command, stderr=said)
        try:
            found = None
            while not found and process.poll() is None:
                time.sleep(0.1)
                found = re.search(r"http://\S+", Path(said.name).read_text(encoding="utf-8"))
            if not found:
                raise RuntimeError(f"the server did not start: {Path(said.name).read_text(encoding='utf-8')}")
            yield found[0].rstrip("/"), process.pid
        finally:
            process.terminate()
            process.wait(20)


def measured(path: Path, seconds: float) -> dict[str, Any]:
    pages, calls, slow = questions(path, 7)
    with serving(path) as (address, server):
        asked = asyncio.run(load(address, server, (pages, calls), slow, seconds))
    memory = [mb for _, mb in asked.memory]
    third = max(1, len(memory) // 3)
    minutes: defaultdict[int, list[float]] = defaultdict(list)
    for at, mb in asked.memory:
        minutes[int(at // 60)].append(mb)
    return {
        "machine": machine(),
        "archive": path.name,
        "readers": READERS,
        "pause": PAUSE,
        "seconds": seconds,
        "kinds": {kind: _row(asked.took[kind]) | {"goal_ms": goal} for kind, goal in GOALS.items()},
        "paths": {name: _row(took) for name, took in sorted(asked.by_path.items())},
        "wrong": dict(asked.wrong),
        "memory_mb": {
            "first": sum(memory[:third]) / third,
            "last": sum(memory[-third:]) / third,
            "most": max(memory),
            "by_minute": [round(max(minutes[at])) for at in sorted(minutes)],
        },
    }


def _row(took: list[float]) -> dict[str, float]:
    shares = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99, "most_ms": 1.0}
    ms = {name: round(1000 * quantile(took, share), 1) for name, share in shares.items()} if took else {}
    return {"asked": len(took), **ms}


def told(result: dict[str, Any]) -> str:
    """The result as tables."""
    named = {"**pages**": result["kinds"]["page"], "**API**": result["kinds"]["api"]}
    named |= {f"`{path}`": row for path, row in result["paths"].items()}
    head = ["", "asked", "half within, ms", "95 of 100 within, ms", "asked for, ms", "99 of 100 within, ms"]
    keys = ("asked", "p50_ms", "p95_ms", "goal_ms", "p99_ms")
    rows = [[name, *(row.get(key) for key in keys)] for name, row in named.items()]
    memory, wrong = result["memory_mb"], result["wrong"]
    minutes = [[str(at + 1), mb] for at, mb in enumerate(memory["by_minute"])]
    errors = f"{sum(wrong.values())} errors{': ' + json.dumps(wrong) if wrong else ''}"
    return (
        f"{results.table(head, rows)}\n\n"
        f"{errors}. Resident memory of the server and its workers: {memory['first']:.0f} MB in the first third of the time, "
        f"{memory['last']:.0f} in the last, {memory['most']:.0f} at most.\n\n"
        f"{results.table(['minute', 'MB at most'], minutes)}"
    )


def write() -> int:
    """Put the saved result between its marks in docs/pages.md."""
    saved = results.read("serve", FOLDER)
    if saved is None:
        print("there is no saved result; run python -m benchmarks.serve", file=sys.stderr)
        return 1
    about = (
        f"{saved['readers']} readers, {saved['seconds']:g} seconds, archive `{saved['archive']}`: `{COMMAND}`. "
        f"{described(saved['machine'])}"
    )
    page = results.between(PAGE.read_text(encoding="utf-8"), *MARKS, f"{about}\n\n{told(saved)}")
    PAGE.write_text(page, encoding="utf-8")
    return 0


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serve", description=__doc__.split("\n", 1)[0])
    parser.add_argument("archive", nargs="?", type=Path, help="an archive of coverage/")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long it is asked; shorter saves nothing")
    parser.add_argument("--write", action="store_true", help="put the saved figures into docs/pages.md")
    given = parser.parse_args(arguments)
    if given.archive is not None:
        result = measured(given.archive, given.seconds)
        print(told(result))
        if given.seconds >= SECONDS:
            print(f"saved {results.save('serve', result, FOLDER).relative_to(ROOT)}", file=sys.stderr)
    return write() if given.write else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

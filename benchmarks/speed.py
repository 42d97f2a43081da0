"""How fast Sayso is and how much memory it takes, beside spaCy's small pipeline in the same run.

    python -m benchmarks.speed                 # everything; saves benchmarks/results/speed.json
    python -m benchmarks.speed --rounds 3      # shorter; saves nothing
    python -m benchmarks.speed --profile       # where the time of one core goes, by stage; saves nothing

Each contender is a process of its own, pinned to its cores, loaded and warmed up before anything is timed. In each round
every contender in turn reads the same articles, which no earlier round has read; so a machine that is busy for a while is
busy for all of them, and ratios are taken round by round. A word is what white space parts.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.peers import HOW_TO_INSTALL
from benchmarks.texts import PAGE_WORDS, count, page, texts
from evals import reader, results

FOLDER = Path(__file__).resolve().parent / "results"
ROOT = FOLDER.parents[1]
ROUNDS = 7
STARTS = 10
"""Times that each command is started afresh, in turn."""
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
BUSY = 0.5
"""Load average from which the machine is called busy and the figures doubtful."""


class Worker:
    """A contender waiting in its process (`benchmarks/worker.py`)."""

    def __init__(self, contender: str, threads: int, cores: Sequence[int]) -> None:
        command = [sys.executable, "-m", "benchmarks.worker", contender, str(threads), ",".join(map(str, cores))]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **ONE_THREAD},
        )
        self.loading = float(self._answer()["ready"])

    def ask(self, number: int, rounds: int, part: int = 0, parts: int = 1) -> None:
        """Have it read its part of the round's articles."""
        self._say(f"{number},{rounds},{part},{parts}")

    def answer(self) -> tuple[int, float]:
        """Words read and seconds taken."""
        told = self._answer()
        return int(told["words"]), float(told["seconds"])

    def stop(self) -> float:
        """Its peak memory in megabytes; the process ends."""
        self._say("")
        peak = float(self._answer()["peak_mb"])
        self.process.wait(30)
        return peak

    def _say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("a worker stopped; its message is above")
        made: dict[str, Any] = json.loads(line)
        return made


def throughput(rounds: int) -> dict[str, Any]:
    """Words a second of each contender, round by round, and peak memory."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count() or 1))
    contenders: dict[str, list[Worker]] = {"sayso, one core": [Worker("sayso", 1, cores[:1])]}
    if importlib.util.find_spec("spacy"):
        contenders["spaCy small architecture, one core"] = [Worker("spacy", 1, cores[:1])]
    else:
        print(f"spaCy is not measured: {HOW_TO_INSTALL}", file=sys.stderr)
    if len(cores) > 1:
        contenders["sayso, two cores, two threads"] = [Worker("sayso", 2, cores[:2])]
        contenders["sayso, two cores, two processes"] = [Worker("sayso", 1, [core]) for core in cores[:2]]
    speeds: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(min(rounds, ROUNDS)):
        for name, workers in contenders.items():
            for part, worker in enumerate(workers):
                worker.ask(number, ROUNDS, part, len(workers))
            answers = [worker.answer() for worker in workers]
            speeds[name].append(sum(words for words, _ in answers) / max(seconds for _, seconds in answers))
        done = ", ".join(f"{name} {figures[-1]:.0f}" for name, figures in speeds.items())
        print(f"round {number + 1} of {rounds}: {done}", file=sys.stderr)
    first = speeds["sayso, one core"]
    out = {}
    for name, workers in contenders.items():
        ratios = [own / reference for own, reference in zip(speeds[name], first, strict=True)]
        out[name] = {
            "words_a_second": spread(speeds[name], 0),
            "ratio_to_one_core": spread(ratios, 2),
            "loading_seconds": round(max(worker.loading for worker in workers), 2),
            "peak_mb": round(sum(worker.stop() for worker in workers), 0),
        }
    return out


def starts(times: int) -> dict[str, Any]:
    """Seconds from the start of a process to its end, and peak memory, for each command; commands take turns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page(), encoding="utf-8")
        commands = {
            f"sayso read page.html --json ({PAGE_WORDS:,} words)": ["-m", "sayso", "read", str(path), "--json"],
            "sayso --help": ["-m", "sayso", "--help"],
            "python, doing nothing": ["-c", "pass"],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        busy: dict[str, list[float]] = {name: [] for name in commands}
        peaks: dict[str, float] = dict.fromkeys(commands, 0.0)
        for _ in range(times):
            for name, command in commands.items():
                seconds, processor, megabytes = started(command)
                taken[name].append(seconds)
                busy[name].append(processor)
                peaks[name] = max(peaks[name], megabytes)
    # the system books a child at least its parent's peak, for the moment of the fork: below that it says nothing
    mine = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        name: {
            "seconds": spread(taken[name], 3),
            "processor_seconds": spread(busy[name], 3),
            "peak_mb": round(peaks[name], 0) if peaks[name] > 1.2 * mine else None,
        }
        for name in commands
    }


def started(command: Sequence[str]) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and peak megabytes of Python with these arguments.

    RuntimeError where it fails.
    """
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"python {' '.join(command[:3])} ended with {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def spread(values: Sequence[float], digits: int) -> dict[str, float]:
    """Lowest, middle and highest of the values, and how many there are."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return {
        "min": round(low, digits),
        "median": round(middle, digits),
        "max": round(high, digits),
        "times": len(values),
    }


def machine() -> dict[str, Any]:
    """What the figures were measured on, without names of hosts or paths."""
    model = platform.processor() or "unknown"
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = [line for line in info.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        model = lines[0].split(":", 1)[1].strip() if lines else model
    packages: dict[str, str | None] = {}
    for name in ("numpy", "onnxruntime", "trafilatura", "spacy"):
        try:
            packages[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            packages[name] = None
    return {
        "processor": model,
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "packages": packages,
        "load_before": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "at": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
    }


def described(machine: dict[str, Any]) -> str:
    """What the figures were measured on and when, and whether that leaves them doubtful."""
    told = f"{machine['cores']} cores of {machine['processor']}, Python {machine['python']}, {machine['at']}."
    return told + doubt(machine)


def doubt(machine: dict[str, Any]) -> str:
    """A sentence to go on with where the machine had other work, else nothing."""
    load = machine["load_before"]
    return (
        f" The machine was busy with other work (load {load}): the figures are doubtful."
        if load and load > BUSY
        else ""
    )


def tables(result: dict[str, Any]) -> list[str]:
    """The result as tables, for the terminal and for docs/benchmarks.md."""
    rows = []
    for name, told in result["throughput"].items():
        speed, ratio = told["words_a_second"], told["ratio_to_one_core"]
        words = f"{speed['median']:,.0f} ({speed['min']:,.0f}–{speed['max']:,.0f})"
        rows.append(
            [name, words, f"{ratio['median']:.2f} ({ratio['min']:.2f}–{ratio['max']:.2f})", f"{told['peak_mb']:.0f}"]
        )
    parts = [results.table(["", "words a second", "times Sayso on one core", "peak MB"], rows)]
    rows = []
    for name, told in result["starts"].items():
        seconds = told["seconds"]
        shown = f"{seconds['median']:.2f} ({seconds['min']:.2f}–{seconds['max']:.2f})"
        processor = f"{told['processor_seconds']['median']:.2f}"
        rows.append([name, shown, processor, None if told["peak_mb"] is None else f"{told['peak_mb']:.0f}"])
    parts.append(results.table(["from start to end", "seconds", "of processor time", "peak MB"], rows))
    return parts


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help=f"rounds to run of the {ROUNDS} that the articles are dealt out to"
    )
    parser.add_argument("--starts", type=int, default=STARTS, help="times that each command is started")
    parser.add_argument("--profile", action="store_true", help="time the stages on one core instead")
    given = parser.parse_args(arguments)
    if given.profile:
        from benchmarks.stages import profile

        print(profile())
        return 0
    about = machine()
    if about["load_before"] and about["load_before"] > BUSY:
        print(f"the machine is busy (load {about['load_before']}): figures are doubtful", file=sys.stderr)
    what, every = texts()
    result = {
        "made": reader.identity("benchmarks.speed", arguments),
        "machine": about,
        "texts": {"what": what, "texts": len(every), "words": sum(map(count, every))},
        "throughput": throughput(given.rounds),
        "starts": starts(given.starts),
    }
    print("\n\n".join(tables(result)))
    if (given.rounds, given.starts) == (ROUNDS, STARTS):
        print(f"saved {results.save('speed', result, FOLDER).relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Steps of benchmarks: what one took, and steps in processes of their own, whose peak memory is theirs alone."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evals.corpora import ROOT


def timed(call: Callable[[], object]) -> float:
    """Seconds of the clock."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def quantile(values: Sequence[float], share: float) -> float:
    """The least of the values that this share of them stays within."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def apart(module: str, *arguments: str, **environment: str) -> dict[str, Any]:
    """What `python -m module arguments` prints as JSON, with these variables of the environment besides."""
    command = [sys.executable, "-m", module, *arguments]
    told = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    ).stdout
    made: dict[str, Any] = json.loads(told)
    return made


def peak_kb() -> int:
    """Peak resident kilobytes of this process. Where the system tells it (Linux) by its own account of this program: what
    `getrusage` books begins with the peak of the process that started it."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    return int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def peak_mb() -> float:
    """The same in whole megabytes."""
    return round(peak_kb() / 1024, 0)

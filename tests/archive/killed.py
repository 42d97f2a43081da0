"""What the processes do that tests/archive/test_kills.py kills: in a module of its own, which a fork server loads once."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import duckdb  # noqa: F401 - loaded once, before the processes are forked

from sayso.archive import Archive, ArchiveSettings
from sayso.records import SetAside
from tests.archive.made import reading

SETTINGS = ArchiveSettings(commit_articles=2, merge_parts=5, keep_seconds=0)
COUNT = 15
REPLACED = 3
"""Every third article is read again by a newer model while the rest is added."""


def add_all(path: str) -> None:
    """Add what is not there yet, as `sayso add` does: skip, read, gather, commit."""
    with Archive(path).writer(SETTINGS) as writer:
        for number in range(COUNT):
            for model in ("sayso-tagger 1", *(["sayso-tagger 2"] if number % REPLACED == 0 else [])):
                made = reading(number, model=model)
                if not writer.has(made.article, made.model):
                    writer.add(made, f"row {number}")
            if number % 5 == 0:
                writer.set_aside(SetAside(f"bad {number}", "empty", "It is empty."))


def add_at_once(path: str) -> None:
    """`add_all` without waiting for the disk: a kill is no power cut, and what was written stays."""
    os.fsync = lambda handle: None  # type: ignore[assignment]
    add_all(path)


def killed_at(path: str, step: int) -> None:
    """The same, and the process kills itself at its `step`th call that puts something on the disk, before it is done."""
    left = [step]

    def dying(call: Any) -> Any:
        def made(*arguments: Any, **more: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **more)

        return made

    os.fsync = dying(os.fsync)
    Path.replace = dying(Path.replace)  # type: ignore[method-assign]
    Path.unlink = dying(Path.unlink)  # type: ignore[method-assign]
    add_all(path)

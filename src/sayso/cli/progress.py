"""A progress bar on standard error, only where a person looks at it; and messages that do not tear it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sayso.export.safe import clipped

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_MANY_IN_ONE = {".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".gz"}


class Progress:
    """Shows how far a batch is; shows nothing where standard error is no terminal or there is one input."""

    def __init__(self, options: argparse.Namespace, stdout_is_free: bool) -> None:
        self.total = _total(options.inputs)
        wanted = (options.jsonl or options.html) and stdout_is_free and sys.stderr.isatty() and self.total != 1
        self.bar: Bar | None = _bar() if wanted else None
        self.task: Any = None
        self.done = 0

    def __enter__(self) -> Progress:
        if self.bar is not None:
            self.bar.start()
            self.task = self.bar.add_task("reading", total=self.total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def step(self, name: str) -> None:
        """One document more is done."""
        self.done += 1
        if self.bar is not None:
            total = self.total if self.total is not None and self.done <= self.total else None
            self.bar.update(self.task, completed=self.done, total=total, description=clipped(name, 40))

    def say(self, message: str) -> None:
        """One line on standard error, above the bar where there is one."""
        if self.bar is not None:
            self.bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            print(message, file=sys.stderr, flush=True)


@contextmanager
def shown(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar for one long question, named `what`; it appears with the first step that is told. `None` where standard error is no
    terminal, so that nothing is told."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _bar()
    task: Any = None

    def tell(done: int, total: int) -> None:
        nonlocal task
        if task is None:
            bar.start()
            task = bar.add_task(what, total=total)
        bar.update(task, completed=done, total=total)

    try:
        yield tell
    finally:
        bar.stop()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _total(inputs: list[str]) -> int | None:
    """How many documents there will be, where each input is plainly one; `None` where it cannot be told yet."""
    for each in inputs:
        if "://" in each or each == "-":
            continue
        if Path(each).suffix.lower() in _MANY_IN_ONE or not Path(each).is_file():
            return None
    return len(inputs)

"""How far a long question is, told to whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how much of how much is done, in a unit of the question's own; the second is the same throughout."""

PARTS = 1000
"""Into how many parts a question of several steps is divided."""


def step(progress: Progress | None, number: int, of: int) -> Progress | None:
    """The progress of one step of several that are taken to be of one length; the first is 0."""
    if progress is None:
        return None

    def told(done: int, total: int) -> None:
        progress(round(PARTS * (number + done / max(total, 1)) / of), PARTS)

    return told


def watched(some: Iterable[T], total: int, progress: Progress | None, start: int = 0) -> Iterator[T]:
    """The same one after the other; after each it is told how many were gone through, with the `start` that were before."""
    if progress is None:
        yield from some
        return
    for done, each in enumerate(some, start + 1):
        yield each
        progress(done, total)

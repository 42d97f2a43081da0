"""What a worker process does: it takes one question after the other from standard input and answers on standard output.

A question is the name of one of the functions under `QUESTIONS`, each of which takes the archive, a function to tell how far
it is, and the question's arguments.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sayso import api
from sayso.archive import Filters
from sayso.errors import SaysoError, UsageError
from sayso.records import Reading
from sayso.records.attention import Attention, Question
from sayso.records.spread import Family
from sayso.records.stories import Dispute, Moment, Story
from sayso.web.workers import receive, send

Tell = Callable[[int, int], None]
"""Says that so much of so much is done."""


@dataclass(slots=True)
class Bench:
    """What a worker keeps between questions."""

    path: str
    _archive: api.Archive | None = None

    @property
    def archive(self) -> api.Archive:
        """The archive as it is now."""
        if not self.path:
            raise UsageError(
                "This server has no archive; start it with one: sayso serve news.sayso.", code="no-archive"
            )
        if self._archive is None:
            self._archive = api.open(self.path)
        elif self._archive.last_commit() != self._archive.snapshot.last:
            self._archive.refresh()
        return self._archive


def read_text(bench: Bench, tell: Tell, text: str, given: tuple[tuple[str, Any], ...]) -> Reading:
    """The reading of a text that somebody pasted; `given` are the other arguments of `api.read_text` by name."""
    return api.read_text(text, **dict(given))


def families(bench: Bench, tell: Tell, filters: Filters, copies: bool) -> Sequence[Family] | None:
    found = bench.archive.families(filters, copies=copies, progress=tell)
    return None if _is_kept(bench, "families", filters, copies) else tuple(found)


def spread(bench: Bench, tell: Tell, words: str, filters: Filters, copies: bool) -> Sequence[Family]:
    return tuple(bench.archive.spread(words, filters, copies=copies, progress=tell))


def stories(bench: Bench, tell: Tell, filters: Filters, least: int) -> Sequence[Story] | None:
    found = bench.archive.stories(filters, least=least, progress=tell)
    return None if _is_kept(bench, "stories", filters, False) else list(found)


def _is_kept(bench: Bench, question: Literal["stories", "families"], filters: Filters, copies: bool) -> bool:
    """Whether the answer lies beside the archive now, so that it need not be sent."""
    return filters == Filters() and not copies and bench.archive.is_kept(question)


def timeline(bench: Bench, tell: Tell, story: str) -> list[Moment]:
    return bench.archive.timeline(story)


def disputes(bench: Bench, tell: Tell, story: str, least: float | None) -> list[Dispute]:
    return bench.archive.disputes(story, least=least)


def attention(bench: Bench, tell: Tell, asked: Question, filters: Filters) -> Attention:
    return bench.archive.attention(
        asked.about,
        asked.within,
        by=asked.by,
        unit=asked.unit,
        count_copies=asked.count_copies,
        filters=filters,
    )


QUESTIONS: dict[str, Callable[..., Any]] = {
    made.__name__: made for made in (read_text, families, spread, stories, timeline, disputes, attention)
}


def main() -> int:
    """Answer until standard input ends."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no message
    bench = Bench(sys.argv[1] if len(sys.argv) > 1 else "")
    told = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told > 0.2 or done == total:
            told = now
            send(out, ("progress", done, total))

    while True:
        try:
            name, arguments = receive(sys.stdin.buffer)
        except EOFError:
            return 0
        try:
            send(out, ("made", QUESTIONS[name](bench, tell, *arguments)))
        except SaysoError as error:
            send(out, ("failed", error))
        except Exception as error:
            send(
                out,
                (
                    "failed",
                    SaysoError(f"A mistake in Sayso stopped it ({error!r}); please report it.", code="internal"),
                ),
            )


if __name__ == "__main__":
    sys.exit(main())

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
from io import BytesIO
from itertools import islice
from typing import Any, Literal

from sayso import api
from sayso.archive import Filters
from sayso.coverage.attention_coded import Asked
from sayso.errors import SaysoError, UsageError
from sayso.records import Given, Reading
from sayso.records.attention import Attention, Labelled, Question, Sentence, Suggestion, Topic
from sayso.records.corrections import Correction
from sayso.records.spread import Family
from sayso.records.stories import Dispute, Moment, Story
from sayso.web.workers import Scope, receive, send

Tell = Callable[[int, int], None]
"""Says that so much of so much is done."""

SHEET = 100
"""Sentences that are got for a coder at once."""


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


def read_file(bench: Bench, tell: Tell, data: bytes, given: tuple[tuple[str, Any], ...]) -> Reading:
    """The reading of a file that somebody sent; `given` is what they say of it, as `Given` has it, and `force`."""
    about = dict(given)
    force = bool(about.pop("force", False))
    found = list(
        islice(api.read_each(["-"], api.ReadSettings(force=force, given=Given(**about)), stdin=BytesIO(data)), 2)
    )
    if len(found) != 1:
        raise UsageError("The file holds several documents, or none; send one page or text.", code="several")
    only = found[0]
    if only.reading is None:
        raise SaysoError(
            (only.aside.message if only.aside else "There is nothing to read.").replace("- ", "The file ", 1),
            code="unread",
        )
    return only.reading


def read_address(bench: Bench, tell: Tell, address: str) -> Reading:
    """The reading of the page at an address, fetched once; never one of a private network."""
    if not address.lower().startswith(("https://", "http://")):
        raise UsageError("That is no address of the web; it begins with https:// or http://.")
    return api.read(address)


def keep(bench: Bench, tell: Tell, reading: Reading) -> None:
    """Put a reading into the archive, because somebody asked for it."""
    bench.archive.add(reading)


def families(bench: Bench, tell: Tell, filters: Filters, copies: bool) -> Sequence[Family] | None:
    found = bench.archive.families(filters, copies=copies, progress=tell)
    return None if _is_kept(bench, "families", filters, copies) else tuple(found)


def spread(bench: Bench, tell: Tell, words: str, filters: Filters, copies: bool) -> Sequence[Family]:
    return tuple(bench.archive.spread(words, filters, copies=copies, progress=tell))


def stories(bench: Bench, tell: Tell, filters: Filters, least: int) -> Sequence[Story] | None:
    found = bench.archive.stories(filters, least=least, progress=tell)
    return None if _is_kept(bench, "stories", filters, False) else list(found)


def speakers(bench: Bench, tell: Tell) -> None:
    """Sees to it that who speaks is kept beside the archive."""
    bench.archive.prepare("speakers", tell)


def _is_kept(bench: Bench, question: Literal["stories", "families"], filters: Filters, copies: bool) -> bool:
    """Whether the answer lies beside the archive now, so that it need not be sent."""
    return filters == Filters() and not copies and bench.archive.is_kept(question)


def timeline(bench: Bench, tell: Tell, story: str) -> list[Moment]:
    return bench.archive.timeline(story)


def disputes(bench: Bench, tell: Tell, story: str, least: float | None) -> list[Dispute]:
    return bench.archive.disputes(story, least=least)


def corrections(bench: Bench, tell: Tell, story: str | None) -> list[Correction]:
    return bench.archive.corrections(story, progress=tell)


def topics(bench: Bench, tell: Tell, story: str, about: tuple[str, ...], by: str | None, unit: str) -> list[Topic]:
    bench.archive.prepare("attention", tell)
    return bench.archive.topics(story, about, by=by, unit=unit)


def attention(bench: Bench, tell: Tell, asked: Question, scope: Scope, labels: str | None, stamp: int) -> Attention:
    """`stamp` is that of the labels: with others the question is another one."""
    return bench.archive.attention(
        asked.about,
        asked.within,
        by=asked.by,
        unit=asked.unit,
        count_copies=asked.count_copies,
        filters=scope.filters,
        story=scope.story,
        labels=labels,
    )


def sentences(
    bench: Bench, tell: Tell, asked: Question, scope: Scope, row: str | None, others: bool, begin: int, limit: int
) -> tuple[int, list[Sentence]]:
    """How many there are in all, and some of them."""
    found = bench.archive.sentences(asked, scope.filters, story=scope.story, row=row, others=others)
    return len(found), list(found[begin : begin + limit])


def suggestions(bench: Bench, tell: Tell, asked: Question, scope: Scope, limit: int) -> list[Suggestion]:
    return bench.archive.suggestions(asked, scope.filters, story=scope.story, limit=limit)


def to_label(
    bench: Bench, tell: Tell, asked: Question, scope: Scope, coder: str, labels: str | None, sheet: int
) -> list[Asked]:
    """The next sentences for a coder; `sheet` numbers how often that was asked, so that each is another question."""
    found = bench.archive.to_label(asked, coder, scope.filters, story=scope.story, labels=labels)
    return list(islice(found, SHEET))


def labelled(bench: Bench, tell: Tell, asked: Question, scope: Scope, labels: str | None, stamp: int) -> Labelled:
    return bench.archive.labelled(asked, scope.filters, story=scope.story, labels=labels)


QUESTIONS: dict[str, Callable[..., Any]] = {
    made.__name__: made
    for made in (
        read_text,
        read_file,
        read_address,
        keep,
        families,
        spread,
        stories,
        speakers,
        timeline,
        disputes,
        corrections,
        topics,
        attention,
        sentences,
        suggestions,
        to_label,
        labelled,
    )
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

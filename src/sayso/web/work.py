"""What a worker process does: it takes one question after the other from standard input and answers on standard output.

A question is the name of one of the functions under `QUESTIONS`, each of which takes the archive, a function to tell how far
it is, and the question's arguments.
"""

from __future__ import annotations

import os
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import Any, Literal

from sayso import api
from sayso.archive import Filters
from sayso.coverage.attention import attention as share_of
from sayso.coverage.attention import count
from sayso.coverage.attention import sentences as sentences_of
from sayso.coverage.attention_archive import Shelf
from sayso.coverage.attention_coded import Asked, attention_coded, to_label
from sayso.coverage.attention_labels import Labels, name_of
from sayso.coverage.attention_terms import suggestions as suggestions_of
from sayso.errors import SaysoError, UsageError
from sayso.records import Given, Reading
from sayso.records.attention import Attention, Question, Sentence, Suggestion
from sayso.records.spread import Family
from sayso.records.stories import Dispute, Moment, Story
from sayso.web.workers import Scope, receive, send

Tell = Callable[[int, int], None]
"""Says that so much of so much is done."""


MOST_SHELVES = 4
CODED_AHEAD = 12
"""Sentences that are got for a coder at once."""


@dataclass(slots=True)
class Bench:
    """What a worker keeps between questions."""

    path: str
    _archive: api.Archive | None = None
    _shelves: OrderedDict[tuple[Scope, int], Shelf] = field(default_factory=OrderedDict)

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

    def shelf(self, scope: Scope) -> Shelf:
        """The articles of a scope, their sentences cut; those of the last few scopes stay."""
        archive = self.archive
        key = scope, archive.snapshot.last
        if key not in self._shelves:
            articles = None
            if scope.story is not None:
                story = archive.story(scope.story)
                articles = frozenset(story.articles if story else ())
            self._shelves[key] = Shelf(archive, scope.filters, articles)
            while len(self._shelves) > MOST_SHELVES:
                self._shelves.popitem(last=False)
        self._shelves.move_to_end(key)
        return self._shelves[key]


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


def _is_kept(bench: Bench, question: Literal["stories", "families"], filters: Filters, copies: bool) -> bool:
    """Whether the answer lies beside the archive now, so that it need not be sent."""
    return filters == Filters() and not copies and bench.archive.is_kept(question)


def timeline(bench: Bench, tell: Tell, story: str) -> list[Moment]:
    return bench.archive.timeline(story)


def disputes(bench: Bench, tell: Tell, story: str, least: float | None) -> list[Dispute]:
    return bench.archive.disputes(story, least=least)


def attention(bench: Bench, tell: Tell, asked: Question, scope: Scope) -> Attention:
    shelf, labels = bench.shelf(scope), Labels(bench.archive.path, name_of(asked.about))
    return attention_coded(shelf, asked, labels) if labels.labels else share_of(shelf, asked)


def sentences(
    bench: Bench, tell: Tell, asked: Question, scope: Scope, row: str | None, others: bool, begin: int, limit: int
) -> list[Sentence]:
    shelf = bench.shelf(scope)
    return list(islice(sentences_of(shelf, count(shelf, asked), row=row, others=others), begin, begin + limit))


def suggestions(bench: Bench, tell: Tell, asked: Question, scope: Scope, limit: int) -> list[Suggestion]:
    shelf = bench.shelf(scope)
    return suggestions_of(shelf, count(shelf, asked), limit=limit)


def to_code(bench: Bench, tell: Tell, asked: Question, scope: Scope, name: str, coder: str, done: int) -> list[Asked]:
    """The next sentences for a coder; `done` is how many labels there are, so that the question is another after each."""
    return list(islice(to_label(bench.shelf(scope), asked, Labels(bench.archive.path, name), coder), CODED_AHEAD))


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
        timeline,
        disputes,
        attention,
        sentences,
        suggestions,
        to_code,
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

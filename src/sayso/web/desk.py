"""Where questions are answered: archives held open, one a thread, each question with an end to its time."""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import anyio
import anyio.to_thread
from starlette.requests import Request

from sayso import api
from sayso.errors import SaysoError
from sayso.records import Reading
from sayso.web.memory import MOST_BYTES, MOST_RECORDS, Memory
from sayso.web.settings import ServeSettings
from sayso.web.workers import Job, Question, Workers

T = TypeVar("T")

LOOK_AGAIN = 1.0
"""Seconds between two looks at whether somebody has written to the archive."""
SOON = 0.8
"""Seconds in which an answer is waited for before its progress is shown instead."""
WATCH = 0.25
"""Seconds between two looks at whether the reader is still there."""
MOST_READINGS = 64
"""Pasted texts that are remembered; the oldest goes first."""


class Waiting(Exception):  # noqa: N818 (no error, but the news that it is being worked out)
    """A question is being worked out; `job` says how far it is."""

    def __init__(self, job: Job) -> None:
        super().__init__(job.question.title)
        self.job = job


@dataclass(frozen=True, slots=True)
class Site:
    """What every page shows around itself. `archive` is the name of the archive's folder, `None` where there is none."""

    archive: str | None
    allow_url: bool
    allow_keep: bool
    charts: bool
    """Whether the library that draws charts came with this installation; else the tables are all there is."""


class Desk:
    """The archive that is served, the readings beside it, and what has been answered already."""

    def __init__(self, settings: ServeSettings) -> None:
        self.settings = settings
        self.workers = Workers(settings)
        self.readings: OrderedDict[str, Reading] = OrderedDict()
        for reading in settings.readings:
            self.put(reading)
        self._shelves: queue.Queue[api.Archive] = queue.Queue()
        self._answers = Memory(MOST_RECORDS)
        self.sent = Memory(MOST_BYTES, lambda held: len(held[0]))
        """Answers as they were sent, of the commit that is served."""
        self._lock = threading.Lock()
        self._looked = 0.0
        self.commit: int | None = None
        self._front: api.Archive | None = None
        if settings.archive is not None:
            self._front = api.open(settings.archive)
            for _ in range(settings.shelves):
                self._shelves.put(api.open(settings.archive))
            self.look()

    def close(self) -> None:
        """Stop what is running and let go of the archive; the next question opens it again."""
        self.workers.close()
        self.workers = Workers(self.settings)
        for _ in range(self._shelves.qsize()):
            with suppress(queue.Empty):
                archive = self._shelves.get_nowait()
                archive.close()
                self._shelves.put(archive)

    @property
    def site(self) -> Site:
        """What every page shows around itself."""
        archive = self.settings.archive
        return Site(
            None if archive is None else archive.name, self.settings.allow_url, self.settings.allow_keep, _has_charts()
        )

    # -- the archive

    def look(self) -> int | None:
        """The number of the commit that is served: the archive's last, looked up anew at most once a second."""
        if self._front is None:
            return None
        with self._lock:
            now = time.monotonic()
            if self.commit is None or now - self._looked > LOOK_AGAIN:
                self._looked = now
                last = self._front.last_commit()
                if last != self.commit:
                    self.commit = last
                    self._answers.clear()
                    self.sent.clear()
            return self.commit

    @contextmanager
    def _shelf(self) -> Iterator[api.Archive]:
        if self.settings.archive is None:
            raise SaysoError(
                "This server has no archive; start it with one: sayso serve news.sayso.", code="no-archive"
            )
        try:
            archive = self._shelves.get(timeout=self.settings.patience)
        except queue.Empty:
            raise SaysoError("The server has too many questions at once; ask again in a moment.", code="busy") from None
        try:
            yield archive
        finally:
            self._shelves.put(archive)

    async def ask(self, request: Request, question: Callable[[api.Archive], T], key: Hashable = None) -> T:
        """What `question` makes of the archive. With a `key` the answer is remembered until the archive changes.

        The question is interrupted when the reader leaves or its time is over (code *too-long*).
        """
        commit = self.look()
        if key is not None and (held := self._answers.get((commit, key))) is not None:
            return held[0]  # type: ignore[no-any-return]
        asked: list[api.Archive] = []
        over = threading.Event()

        def answer() -> T:
            with self._shelf() as archive:
                if archive.snapshot.last != commit:
                    archive.refresh()
                asked.append(archive)
                if over.is_set():
                    raise SaysoError("The question was given up.", code="too-long")
                try:
                    return question(archive)
                finally:
                    asked.clear()

        made = await self._watched(request, answer, asked, over)
        if key is not None:
            self._answers.put((commit, key), made)
        return made

    def look_again(self) -> None:
        """Look at once whether the archive has changed, when it is asked next."""
        self._looked = 0.0

    async def long(self, question: Question, *, patience: float | None = None) -> Any:
        """The answer of a question that may take long, worked out by a process of its own.

        `Waiting` is raised, with the job, where it is not there after `SOON`: the page then shows how far it is, and asks again.
        With `patience` it is waited for so many seconds: for what is sent and cannot be asked for again.
        SaysoError where the question is none, or was stopped.
        """
        commit = self.look()
        if question.steady and (held := self._answers.get((commit, question))) is not None:
            return held[0]
        job = self.workers.job(question, commit)
        end = time.monotonic() + (patience or SOON)
        while not job.over and (left := end - time.monotonic()) > 0:
            await anyio.to_thread.run_sync(job.wait, min(left, SOON))
            job.seen = time.monotonic()
        if not job.over and patience is not None:
            self.workers.stop(job)
            raise SaysoError(
                f"That took more than {patience:g} seconds and was stopped; send less at once.", code="too-long"
            )
        if not job.over:
            raise Waiting(job)
        self.workers.forget(job)
        made = job.answer()
        if question.steady:
            self._answers.put((commit, question), made)
        return made

    def known(self, key: Hashable) -> bool:
        """Whether something was noted of the commit that is served."""
        return self._answers.get((self.commit, key)) is not None

    def note(self, key: Hashable) -> None:
        """Note something of the commit that is served."""
        self._answers.put((self.commit, key), True)

    async def _watched(
        self, request: Request, answer: Callable[[], T], asked: list[api.Archive], over: threading.Event
    ) -> T:
        task = asyncio.ensure_future(anyio.to_thread.run_sync(answer, abandon_on_cancel=False))
        end = time.monotonic() + self.settings.patience
        while True:
            done, _ = await asyncio.wait({task}, timeout=WATCH)
            if done:
                break
            if time.monotonic() > end or await request.is_disconnected():
                over.set()
                for archive in tuple(asked):
                    archive.interrupt()
        try:
            return task.result()
        except SaysoError:
            raise
        except Exception:
            if over.is_set():
                raise SaysoError(
                    f"The question took more than {self.settings.patience:g} seconds and was stopped; ask for less at once.",
                    code="too-long",
                ) from None
            raise

    # -- readings that are in no archive

    def put(self, reading: Reading) -> str:
        """Remember a reading that is in no archive; the id by which `/read/ID` shows it."""
        id = reading.article.id
        with self._lock:
            self.readings[id] = reading
            while len(self.readings) > max(MOST_READINGS, len(self.settings.readings)):
                self.readings.popitem(last=False)
        return id


@cache
def _has_charts() -> bool:
    return resources.files("sayso.web").joinpath("static", "vendor", "plot.umd.min.js").is_file()

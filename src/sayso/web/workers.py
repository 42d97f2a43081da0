"""Questions that may take long, each worked out by a process of its own: so they can be stopped, and slow nobody else."""

from __future__ import annotations

import os
import pickle
import secrets
import subprocess
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import IO, Any, Literal

from sayso.archive import Filters
from sayso.errors import SaysoError
from sayso.web.settings import ServeSettings

State = Literal["waiting", "running", "done", "failed", "stopped"]

LEFT = 15.0
"""Seconds after which a job that nobody has asked for is taken to have lost its reader, and is stopped."""


@dataclass(frozen=True, slots=True)
class Question:
    """A piece of work by the name of its function in `sayso.web.work`, with its arguments; `title` is for people. Where it is
    not `steady` its answer is no answer of the archive's, and nobody remembers it: what somebody pasted is kept nowhere."""

    name: str
    arguments: tuple[Any, ...]
    title: str
    steady: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles are counted: those that the filters keep, of a story (by its id) alone where one is named."""

    filters: Filters = field(default_factory=Filters)
    story: str | None = None


class Job:
    """One question that is being worked out. `done` of `total` is how far it is, 0 of 0 where that cannot be said."""

    def __init__(self, question: Question, commit: int | None) -> None:
        self.id = secrets.token_urlsafe(9)
        self.question = question
        self.commit = commit
        self.state: State = "waiting"
        self.done = self.total = 0
        self.begun = self.seen = time.monotonic()
        self._made: Any = None
        self._error: SaysoError | None = None
        self._end = threading.Event()

    @property
    def over(self) -> bool:
        return self._end.is_set()

    def wait(self, seconds: float) -> None:
        """Come back when it is over, or after so many seconds."""
        self._end.wait(seconds)

    def answer(self) -> Any:
        """What it made; the SaysoError that it ended with."""
        if self._error is not None:
            raise self._error
        return self._made

    def to_dict(self) -> dict[str, Any]:
        """How far it is, as `/api` tells it."""
        title = self.question.title
        return {"job": self.id, "state": self.state, "done": self.done, "total": self.total, "title": title}

    def finish(self, state: State, made: Any = None, error: SaysoError | None = None) -> None:
        if not self.over:
            self.state, self._made, self._error = state, made, error
            self._end.set()


class Workers:
    """The processes, started when there is something to do, and the jobs that they have or will have."""

    def __init__(self, settings: ServeSettings) -> None:
        self.settings = settings
        self._jobs: dict[tuple[Question, int | None], Job] = {}
        self._waiting: deque[Job] = deque()
        self._change = threading.Condition()
        self._working: dict[Job, subprocess.Popen[bytes]] = {}
        self._threads: list[threading.Thread] = []
        self._closed = False

    def job(self, question: Question, commit: int | None) -> Job:
        """The job of a question: the one there is, so that two readers who ask the same wait for one answer."""
        with self._change:
            found = self._jobs.get((question, commit))
            if found is None or found.state in ("stopped", "failed"):
                found = self._jobs[question, commit] = Job(question, commit)
                self._waiting.append(found)
                if len(self._threads) < self.settings.workers + 1:
                    self._start_threads()
                self._change.notify()
            found.seen = time.monotonic()
            return found

    def find(self, id: str) -> Job | None:
        """The job of an id, which counts as asked for."""
        with self._change:
            for job in self._jobs.values():
                if job.id == id:
                    job.seen = time.monotonic()
                    return job
        return None

    def forget(self, job: Job) -> None:
        """Its answer has been taken."""
        with self._change:
            self._jobs.pop((job.question, job.commit), None)

    def stop(self, job: Job) -> None:
        """Stop it now: the process that works on it is ended, and another takes its place when there is work."""
        with self._change:
            job.finish("stopped", error=SaysoError("The work was stopped; ask again to begin anew.", code="stopped"))
            process = self._working.get(job)
        if process is not None:
            process.kill()

    def close(self) -> None:
        with self._change:
            self._closed = True
            jobs = list(self._jobs.values())
            self._change.notify_all()
        for job in jobs:
            self.stop(job)

    def _start_threads(self) -> None:
        work = [threading.Thread(target=self._work, daemon=True) for _ in range(self.settings.workers)]
        self._threads += [*work, threading.Thread(target=self._watch, daemon=True)]
        for thread in self._threads:
            thread.start()

    def _next(self) -> Job | None:
        with self._change:
            while not self._closed:
                while self._waiting:
                    job = self._waiting.popleft()
                    if not job.over:
                        return job
                self._change.wait(1.0)
        return None

    def _watch(self) -> None:
        """Stop what nobody waits for any more."""
        while not self._closed:
            time.sleep(1.0)
            with self._change:
                now = time.monotonic()
                left = [job for job in self._jobs.values() if now - job.seen > LEFT]
                for job in left:
                    self._jobs.pop((job.question, job.commit), None)
            for job in left:
                self.stop(job)

    def _work(self) -> None:
        process: subprocess.Popen[bytes] | None = None
        while (job := self._next()) is not None:
            if process is None or process.poll() is not None:
                process = self._process()
            with self._change:
                self._working[job] = process
            try:
                self._told(job, process)
            except (OSError, EOFError, pickle.UnpicklingError):
                process.kill()
                process.wait()
                job.finish(
                    "failed", error=SaysoError("The process that worked on it ended before its time; ask again.")
                )
            finally:
                with self._change:
                    self._working.pop(job, None)
            if job.state == "stopped":
                process.kill()
                process.wait()
        if process is not None:
            process.kill()
            process.wait()

    def _process(self) -> subprocess.Popen[bytes]:
        archive = "" if self.settings.archive is None else str(self.settings.archive)
        return subprocess.Popen(
            [sys.executable, "-m", "sayso.web.work", archive],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def _told(self, job: Job, process: subprocess.Popen[bytes]) -> None:
        """Give the job to a process and take what it says of it until it is over."""
        to, of = process.stdin, process.stdout
        assert to is not None
        assert of is not None
        job.state = "running"
        send(to, (job.question.name, job.question.arguments))
        while not job.over:
            what, *told = receive(of)
            if what == "progress":
                job.done, job.total = told
            elif what == "made":
                job.finish("done", told[0])
            else:
                job.finish("failed", error=told[0])


def send(stream: IO[bytes], message: Any) -> None:
    """One message as its length and its pickle; between our own processes only."""
    made = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(len(made).to_bytes(8, "big") + made)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next message; EOFError where the other side has ended."""
    head = stream.read(8)
    if len(head) < 8:
        raise EOFError
    return pickle.loads(stream.read(int.from_bytes(head, "big")))

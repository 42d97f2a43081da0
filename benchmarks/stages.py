"""Where the time of one core goes: seconds of each stage of a reading, its own alone, what it calls taken off."""

from __future__ import annotations

import importlib
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from benchmarks.texts import count, texts
from evals import results

ARTICLES = 24
STAGES = {
    "article (furniture, language)": ("sayso.article.plain:article_from_text",),
    "words and features": ("sayso.model.tagger:encode",),
    "quotation marks": ("sayso.model.words:quotations", "sayso.reading.read:quotations"),
    "windows": ("sayso.model.tagger:plan",),
    "embedding": ("sayso.model.tagger:Tagger._window",),
    "decoding": (
        "sayso.model.crf:viterbi",
        "sayso.model.crf:label_spans",
        "sayso.model.crf:marginals",
    ),
    "linking": ("sayso.reading.attributions.found:link",),
    "attributions from spans": ("sayso.reading.read:outer", "sayso.reading.read:inside"),
    "layouts and rules": (
        "sayso.reading.read:unclaimed_quotations",
        "sayso.reading.read:without_relays",
        "sayso.reading.read:kind_of",
        "sayso.reading.read:prose_of",
    ),
    "tokens and sentences": ("sayso.reading.read:tokens_of",),
    "people": ("sayso.reading.people:find",),
    "certainty": ("sayso.reading.certainty:judge",),
    "times": ("sayso.reading.times:find",),
    "timeline": ("sayso.reading.times:order",),
    "chain": ("sayso.reading.chain:trace",),
}
"""Functions of each stage, where they are looked up when called; those that are gone are named below the table."""
ENCODER, REST = "encoder (ONNX Runtime)", "the rest"


class Clock:
    """Time of each stage; a stage that calls another stands still meanwhile."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.calls: dict[str, int] = defaultdict(int)
        self._running: list[str] = []
        self._since = 0.0

    def switch(self) -> None:
        """Book the time since the last switch to the stage that is running."""
        now = time.perf_counter()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time booked to the stage."""

        def run(*arguments: Any, **named: Any) -> Any:
            self.switch()
            self._running.append(stage)
            self.calls[stage] += 1
            try:
                return function(*arguments, **named)
            finally:
                self.switch()
                self._running.pop()

        return run


def _place(path: str) -> tuple[Any, str]:
    module, _, name = path.partition(":")
    holder: Any = importlib.import_module(module)
    *outer, last = name.split(".")
    for part in outer:
        holder = getattr(holder, part)
    getattr(holder, last)
    return holder, last


class _Session:
    """The tagger's session with its runs timed."""

    def __init__(self, session: Any, clock: Clock) -> None:
        self.run = clock.timed(ENCODER, session.run)


def profile() -> str:
    """A table of stages for a terminal: share of the time, microseconds a word, calls."""
    from sayso.model import load
    from sayso.reading import read_articles

    clock, gone = Clock(), []
    tagger: Any = load()
    what, every = texts()
    warm, mine = every[:2], every[2 : 2 + ARTICLES]
    article = importlib.import_module("sayso.article.plain")
    read_articles([article.article_from_text(each, force=True) for each in warm], tagger)
    tagger._session = _Session(tagger._session, clock)
    for stage, paths in STAGES.items():
        for path in paths:
            try:
                holder, name = _place(path)
            except (AttributeError, ImportError):
                gone.append(path)
                continue
            setattr(holder, name, clock.timed(stage, getattr(holder, name)))

    def whole() -> None:
        for each in mine:
            read_articles([article.article_from_text(each, force=True)], tagger)

    started = time.perf_counter()
    clock.timed(REST, whole)()
    seconds = time.perf_counter() - started
    words = sum(map(count, mine))
    rows = [
        [stage, 100 * spent / seconds, 1e6 * spent / words, clock.calls[stage]]
        for stage, spent in sorted(clock.seconds.items(), key=lambda item: -item[1])
    ]
    head = f"{what}: {len(mine)} texts, {words:,} words, {seconds:.2f} s, {words / seconds:,.0f} words a second\n\n"
    tail = f"\n\nnot found: {', '.join(gone)}" if gone else ""
    return head + results.table(["stage", "% of the time", "µs a word", "calls"], rows) + tail

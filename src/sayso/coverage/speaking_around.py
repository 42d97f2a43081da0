"""The sentence in which something is said: what an article has around the words of a finding."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.words import split_words
from sayso.reading.sentences import sentence_starts
from sayso.records import Span

MOST = 600
"""Characters of a sentence that are shown; a content longer than that is cut at its end."""


def sentence_around(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The sentences that the spans touch, on one line, and where in them the spans stand; empty where there are no spans.

    Example: with the span of *the gates opened twice*, *Voss said the gates opened twice.* and (10, 32).
    """
    if not spans:
        return "", ()
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start = _start(text, first)
    stop = _stop(text, last)
    if stop - start > MOST:
        start = start if first - start < MOST // 2 else text.find(" ", first - MOST // 3, first) + 1 or first
        stop = min(stop, max(text.rfind(" ", start, start + MOST), start + 1))
    words = "".join(" " if c.isspace() else c for c in text[start:stop])
    marks = tuple(
        Span(span.start - start, min(span.end, stop) - start)
        for span in spans
        if start <= span.start < min(stop, span.end)
    )
    return words, marks


def _start(text: str, at: int) -> int:
    begin = text.rfind("\n", 0, at) + 1
    return begin + max((head for head in _heads(text[begin : _line(text, at)]) if head <= at - begin), default=0)


def _stop(text: str, at: int) -> int:
    begin, end = text.rfind("\n", 0, at) + 1, _line(text, at)
    after = min((head for head in _heads(text[begin:end]) if head >= at - begin), default=end - begin)
    return begin + len(text[begin : begin + after].rstrip())


def _line(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _heads(line: str) -> list[int]:
    """Where in a line each of its sentences begins."""
    spans = split_words(line)
    words = [line[start:end] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return [starts[word] for word in sentence_starts(words, starts, ends, [0] * len(spans))] if spans else []

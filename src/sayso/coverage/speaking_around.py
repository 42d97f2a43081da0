"""The sentence in which something is said: what an article has around the words of a finding."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.sentences import sentences_in
from sayso.records import Span

MOST = 450
BEFORE = 160
"""Characters of a sentence that are shown, and of them before the words; where it is cut stands an ellipsis."""


def sentence_around(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The sentences that the spans touch, on one line, and where in them the spans stand; empty where there are no spans.

    Example: with the span of *the gates opened twice*, *Voss said the gates opened twice.* and (10, 32).
    """
    if not spans:
        return "", ()
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start, stop = _start(text, first), _stop(text, last)
    lead = trail = ""
    if stop - start > MOST and first - start > BEFORE:
        start, lead = (text.find(" ", first - BEFORE, first) + 1) or first, "… "
    if stop - start > MOST:
        stop, trail = max(text.rfind(" ", start, start + MOST), first + 1), " …"
    words = lead + "".join(" " if c.isspace() else c for c in text[start:stop]) + trail
    shift = len(lead) - start
    marks = (
        Span(span.start + shift, min(span.end, stop) + shift) for span in spans if span.start < min(stop, span.end)
    )
    return words, tuple(marks)


def _start(text: str, at: int) -> int:
    begin = text.rfind("\n", 0, at) + 1
    heads = (head for head, _ in sentences_in(text[begin : _line(text, at)]))
    return begin + max((head for head in heads if head <= at - begin), default=0)


def _stop(text: str, at: int) -> int:
    begin, end = text.rfind("\n", 0, at) + 1, _line(text, at)
    heads = (head for head, _ in sentences_in(text[begin:end]))
    after = min((head for head in heads if head >= at - begin), default=end - begin)
    return begin + len(text[begin : begin + after].rstrip())


def _line(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found

"""Whether an attribution is direct, indirect or mixed: by the quotation marks that are its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.model.quotes import Quotation
from sayso.records import AttributionKind, Span

WHOLE = 0.9
"""Share of a content's letters and digits that must stand in quotation marks for it to be direct; chosen by hand: the
rest is room for a word of the writer's own, like *that* or a bracketed remark."""


def kind_of(
    text: str, content: tuple[Span, ...], quotations: Sequence[Quotation], blocks: tuple[tuple[int, int], ...] = ()
) -> AttributionKind:
    """The kind of a content. `quotations` are those of the text, in order of start.

    A content that fills a block which the page sets as a quotation (`blocks`) needs no marks to be direct. Marks around a
    larger stretch than the content are not its own: a paraphrase inside somebody's quotation is indirect.
    """
    if blocks and all(any(_fills(span, low, high, content) for low, high in blocks) for span in content):
        return AttributionKind.DIRECT
    total = quoted = 0
    for span in content:
        last = span.start
        total += _letters(text, span.start, span.end)
        for q in _own(span, quotations):
            low, high = max(q.start, last, span.start), min(q.end, span.end)
            if high > low:
                quoted += _letters(text, low, high)
                last = high
    if not quoted or not total:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= WHOLE * total else AttributionKind.MIXED


def _own(span: Span, quotations: Sequence[Quotation]) -> list[Quotation]:
    """Quotations that overlap the span, without those that hold it and more on both sides than their marks."""
    at = bisect_left(quotations, span.end, key=lambda q: q.start)
    out: list[Quotation] = []
    for q in reversed(quotations[max(0, at - 64) : at]):
        if q.end <= span.start:
            continue
        around = q.start < span.start - 1 and q.end > span.end + 1
        partly = q.start < span.start - 1 or (q.end > span.end + 1 and q.start < span.start)
        if (not around and not partly) or (
            partly and not around and q.start < span.start and q.end <= span.end + 1 and q.closed
        ):
            out.append(q)
    return sorted(out, key=lambda q: (q.start, -q.end))


def _letters(text: str, start: int, end: int) -> int:
    return sum(c.isalnum() for c in text[start:end])


def _fills(span: Span, low: int, high: int, content: tuple[Span, ...]) -> bool:
    """Whether the span lies in the block and the spans there leave next to nothing of it out."""
    covered = sum(len(s) for s in content if low <= s.start and s.end <= high)
    return low <= span.start and span.end <= high and covered >= WHOLE * (high - low)

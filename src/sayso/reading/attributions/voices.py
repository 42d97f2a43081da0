"""Which nested attributions bring in another voice: a speaker's own *I think* inside their words does not."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Tagged
from sayso.model.quotes import Quotation
from sayso.reading.attributions.found import Found, Range

_OWN = frozenset({"i", "we", "you", "us", "me", "my", "our", "your"})


def another_voice(found: Found, text: str, tagged: Tagged, quotations: Sequence[Quotation]) -> bool:
    """Whether a nested attribution is worth its place: somebody other than the speaker of the words around it, or the
    speaker quoting words of their own (*“I told him ‘go home’”*). A source that begins with *I*, *we* or *you* inside a
    quotation is the speaker, or whom they speak to."""
    if found.holder is None or found.source is None:
        return True
    words = tagged.words
    start, end = found.source
    first = text[words.start[start] : words.end[start]].lower()
    if first not in _OWN or end - start > 3:
        return True
    return any(_quoted(span, tagged, quotations) for span in found.contents)


def _quoted(span: Range, tagged: Tagged, quotations: Sequence[Quotation]) -> bool:
    low, high = int(tagged.words.start[span[0]]), int(tagged.words.end[span[1] - 1])
    return any(q.depth > 1 and low <= q.start and q.end <= high for q in quotations)

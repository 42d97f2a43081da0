"""Direct, indirect or mixed, told from the quotation marks alone: PolNeAR and our passages annotate no kind.

Written apart from `sayso.model.quotes`, so that the measure does not share the mistakes of what it measures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evals.spans import Pair

_DOUBLE = re.compile("[\"“”„«»]|``|''")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\S)(?:[^\n'‘’]|(?<=\w)['’](?=\w))*[^\s'‘]['’](?!\w)")
_WORD = re.compile(r"\w+")

ALL_BUT = 0.1
"""Share of a content's words that may stand outside the marks for it to be direct still; chosen by hand."""


def quoted(text: str) -> list[Pair]:
    """The stretches within quotation marks, by paragraph; one that is not closed runs to its paragraph's end."""
    out: list[Pair] = []
    for line in re.finditer(r"[^\n]+", text):
        opened = -1
        for mark in _DOUBLE.finditer(text, line.start(), line.end()):
            char = mark.group()
            opens = char in "“„«" or (char == "``") or (char == '"' and opened < 0)
            if opens and opened < 0:
                opened = mark.end()
            elif not opens and opened >= 0:
                out.append((opened, mark.start()))
                opened = -1
        if opened >= 0:
            out.append((opened, line.end()))
    out.extend((m.start() + 1, m.end() - 1) for m in _SINGLE.finditer(text))
    return out


def kind(text: str, content: Sequence[Pair], marks: Sequence[Pair] | None = None) -> str:
    """`direct` where the content's words stand in quotation marks, `indirect` where none does, `mixed` between.

    `marks` is `quoted(text)`, for callers that ask of many contents. Example: *to “fight on” until May* is mixed.
    """
    marks = quoted(text) if marks is None else marks
    within = outside = 0
    for start, end in content:
        for word in _WORD.finditer(text, start, end):
            if any(a <= word.start() and word.end() <= b for a, b in marks):
                within += 1
            else:
                outside += 1
    if not within:
        return "indirect"
    return "direct" if outside <= ALL_BUT * (within + outside) else "mixed"

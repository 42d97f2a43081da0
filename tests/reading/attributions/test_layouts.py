"""The released model on the layouts of attribution: our own sentences, whole attributions."""

from __future__ import annotations

import pytest

from evals.markup import parse_marked
from sayso import read_text
from tests.reading.attributions.known import KNOWN
from tests.reading.attributions.layouts import LAYOUTS, NOTHING


def _cases() -> list:
    return [
        pytest.param(
            *row, id=row[2], marks=pytest.mark.xfail(strict=True, reason=KNOWN[row[2]]) if row[2] in KNOWN else ()
        )
        for row in LAYOUTS
    ]


@pytest.mark.parametrize(("marked", "kinds", "why"), _cases())
def test_layout(marked: str, kinds: str, why: str) -> None:
    text, gold = parse_marked(marked)
    found = read_text(text).attributions

    def words(spans):
        return tuple(text[s:e] for s, e in spans)

    def spans(found_spans):
        return tuple(s.of(text) for s in found_spans)

    expected = [(words(g.source), words(g.cue), words(g.content)) for g in sorted(gold, key=lambda g: g.content)]
    assert [(spans(a.source), spans(a.cue), spans(a.content)) for a in found] == expected, why
    assert " ".join(a.kind for a in found) == kinds, why


@pytest.mark.parametrize(("text", "why"), [pytest.param(*row, id=row[1]) for row in NOTHING])
def test_no_attribution(text: str, why: str) -> None:
    assert read_text(text).attributions == (), why

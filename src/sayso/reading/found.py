"""From the tagger's scores to attributions in words: spans are decoded, then linked, then what lies inside a content."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.model import ModelFolder, Tagged
from sayso.model import crf as chain
from sayso.model.crf import Transitions
from sayso.model.links import link

Range = tuple[int, int]
"""Words from the first up to the last, end exclusive."""

SOURCE, CUE, CONTENT = range(3)


@dataclass(slots=True)
class Found:
    """An attribution in words, while it is being put together. `evidence` are the numbers that its score is made of."""

    source: Range | None
    cue: Range | None
    contents: list[Range]
    rule: str
    evidence: NDArray[np.float64]
    beat: list[tuple[str, float]] = field(default_factory=list)
    holder: Found | None = None
    note: str = ""
    score: float = 0.0


EVIDENCE = ("content", "first word", "last word", "cue", "link", "no cue", "no source", "inside")
"""Mean log probability of the content's role over its words; log probabilities of its edges; mean log probability of the
cue; log probability of the link; and whether there is no cue, no source, or a content around it."""
_LOW = 1e-6


def outer(tagged: Tagged, folder: ModelFolder) -> list[Found]:
    """The attributions of the text itself, in order of their first content."""
    return _layer(tagged.outer, tagged.lengths, folder.outer, 0, tagged, folder, None)


def inside(found: Found, tagged: Tagged, folder: ModelFolder) -> list[Found]:
    """The attributions within the contents of one attribution."""
    out: list[Found] = []
    for start, end in found.contents:
        rows = tagged.inner[start:end]
        if end - start > 2 and rows[:, 1:].max() > rows[:, 0].min():
            length = np.array([end - start], np.int64)
            out.extend(_layer(rows, length, folder.inner, start, tagged, folder, found))
    return out


def _layer(
    rows: NDArray[np.float32],
    lengths: NDArray[np.int64],
    transitions: Transitions,
    shift: int,
    tagged: Tagged,
    folder: ModelFolder,
    holder: Found | None,
) -> list[Found]:
    if not len(rows):
        return []
    labels = chain.viterbi(rows, lengths, transitions)
    spans = chain.label_spans(labels, lengths)
    if not spans:
        return []
    chances = chain.marginals(rows, lengths, transitions)
    by_role = [
        np.array([(s, e) for role, s, e in spans if role == wanted], np.int64).reshape(-1, 2) for wanted in range(3)
    ]
    sources, cues, contents = by_role
    paragraph = tagged.words.paragraph.astype(np.int64)[shift : shift + len(rows)]
    vectors = tagged.vectors[shift : shift + len(rows)]
    chosen_source, chosen_cue = link(sources, cues, contents, vectors, paragraph, folder.links)
    out: list[Found] = []
    groups: dict[int, list[int]] = {}
    for i in range(len(contents)):
        c = int(chosen_cue[i].argmax())
        groups.setdefault(c if c < len(cues) else -1 - i, []).append(i)
    for c, members in groups.items():
        source, beat = (None, []) if c < 0 else _source(chosen_source[c], sources, shift)
        cue = None if c < 0 else (int(cues[c, 0]), int(cues[c, 1]))
        column = chosen_cue[members, c if c >= 0 else len(cues)]
        evidence = _evidence(chances, contents[members], cue, float(column.min()), source is None, holder is not None)
        ranges = [(int(s) + shift, int(e) + shift) for s, e in contents[members]]
        moved = None if cue is None else (cue[0] + shift, cue[1] + shift)
        out.append(Found(source, moved, ranges, "tagger", evidence, beat, holder))
    return sorted(out, key=lambda f: f.contents[0])


def _source(
    chances: NDArray[np.float32], sources: NDArray[np.int64], shift: int
) -> tuple[Range | None, list[tuple[str, float]]]:
    """The likeliest source, `None` where none is likelier than any; and the ones it beat, by place, above five per cent."""
    best = int(chances.argmax())
    beat = [
        (f"{int(sources[i, 0]) + shift}:{int(sources[i, 1]) + shift}" if i < len(sources) else "no source", float(p))
        for i, p in enumerate(chances)
        if i != best and p > 0.05
    ]
    if best >= len(sources):
        return None, beat
    return (int(sources[best, 0]) + shift, int(sources[best, 1]) + shift), beat


def _evidence(
    chances: NDArray[np.float32],
    contents: NDArray[np.int64],
    cue: Range | None,
    linked: float,
    no_source: bool,
    nested: bool,
) -> NDArray[np.float64]:
    content, first, last = [], [], []
    for s, e in contents.tolist():
        content.append(_role(chances, CONTENT, s, e))
        first.append(chances[s, [1 + 4 * CONTENT, 4 + 4 * CONTENT]].sum())
        last.append(chances[e - 1, [3 + 4 * CONTENT, 4 + 4 * CONTENT]].sum())
    cue_chance = 0.0 if cue is None else _role(chances, CUE, *cue)
    edges = np.log(np.maximum([min(first), min(last), linked], _LOW))
    return np.array([min(content), edges[0], edges[1], cue_chance, edges[2], cue is None, no_source, nested], np.float64)


def _role(chances: NDArray[np.float32], role: int, start: int, end: int) -> float:
    """Mean log probability that the words have this role."""
    each = chances[start:end, 1 + 4 * role : 5 + 4 * role].sum(1)
    return float(np.log(np.maximum(each, _LOW)).mean())

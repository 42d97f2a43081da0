"""From the tagger's scores to attributions in words: spans are decoded, then linked, then what lies inside a content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.model import ModelFolder, Tagged
from sayso.model import crf as chain
from sayso.model.links import Choices, link

Range = tuple[int, int]
"""Words from the first up to the last, end exclusive."""

SOURCE, CUE, CONTENT = range(3)


@dataclass(slots=True, eq=False)
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
    relay: tuple[Range, Range | None] | None = None
    """The cue and source of the attribution that only passed this one on."""
    source_chance: float = 0.0
    score: float = 0.0


EVIDENCE = (
    "content",
    "first",
    "last",
    "cue",
    "source",
    "link",
    "no cue",
    "no source",
    "inside",
    "quoted",
    "length",
    "cue length",
)
"""What a score is made of. Mean log probability of the content's role over its words, and log probabilities of its edges; the
mean for the cue and for the source; log probability of the link; whether there is no cue, no source, a content around
it; the share of the content's words in quotation marks; the logarithms of how many words the content and the cue have."""
_LOW = 1e-6


def outer(tagged: Tagged, folder: ModelFolder) -> list[Found]:
    """The attributions of the text itself, in order of their first content."""
    labels = chain.viterbi(tagged.outer, tagged.lengths, folder.outer)
    spans = chain.label_spans(labels, tagged.lengths)
    if not spans:
        return []
    chances = chain.marginals(tagged.outer, tagged.lengths, folder.outer)
    return _linked(spans, chances, tagged, folder, None)


def inside(found: Sequence[Found], tagged: Tagged, folder: ModelFolder) -> list[Found]:
    """The attributions within the contents of others; all contents are decoded together."""
    pieces = [
        (f, start, end)
        for f in found
        for start, end in f.contents
        if end - start > 2 and tagged.inner[start:end].argmax(1).any()
    ]
    if not pieces:
        return []
    places = np.concatenate([np.arange(start, end) for _, start, end in pieces])
    lengths = np.array([end - start for _, start, end in pieces], np.int64)
    rows = tagged.inner[places]
    spans = chain.label_spans(chain.viterbi(rows, lengths, folder.inner), lengths)
    chances = np.zeros_like(tagged.inner)
    chances[places] = chain.marginals(rows, lengths, folder.inner)
    ends = np.cumsum(lengths)
    by_piece: dict[int, list[tuple[int, int, int]]] = {}
    for role, low, high in spans:
        piece = int(np.searchsorted(ends, low, side="right"))
        by_piece.setdefault(piece, []).append((role, int(places[low]), int(places[high - 1]) + 1))
    out: list[Found] = []
    for piece, mine in by_piece.items():
        holder, start, end = pieces[piece]
        out += [f for f in _linked(mine, chances, tagged, folder, holder) if (start, end) not in f.contents]
    return out


def _linked(
    spans: list[tuple[int, int, int]],
    chances: NDArray[np.float32],
    tagged: Tagged,
    folder: ModelFolder,
    holder: Found | None,
) -> list[Found]:
    """Attributions made of decoded spans: each content goes to the cue that it chooses, each cue has the source it chooses."""
    sources, cues, contents = (
        np.array([(s, e) for role, s, e in spans if role == wanted], np.int64).reshape(-1, 2) for wanted in range(3)
    )
    for_cue, for_content = link(sources, cues, contents, tagged.vectors, tagged.words.paragraph, folder.links)
    groups: dict[int, list[int]] = {}
    for i, c in enumerate(_within_paragraphs(for_content, cues, contents, tagged)):
        groups.setdefault(c if c < len(cues) else -1 - i, []).append(i)
    out: list[Found] = []
    for c, members in groups.items():
        source, beat = (None, []) if c < 0 else _source(for_cue, c, sources)
        cue = None if c < 0 else (int(cues[c, 0]), int(cues[c, 1]))
        linked = float(for_content.chance[members].min())
        quoted = tagged.words.features[:, 1] > 0
        evidence = _evidence(chances, contents[members], cue, source, linked, holder is not None, quoted)
        ranges = [(int(s), int(e)) for s, e in contents[members]]
        chance = 0.0 if c < 0 else float(for_cue.chance[c])
        out.append(Found(source, cue, ranges, "tagger", evidence, beat, holder, source_chance=chance))
    return sorted(out, key=lambda f: f.contents[0])


def _within_paragraphs(
    chosen: Choices, cues: NDArray[np.int64], contents: NDArray[np.int64], tagged: Tagged
) -> list[int]:
    """The cue of each content, the number of cues where it has none. A cue that has a content in its own paragraph has none in
    another, save a quotation that goes on in the next one, where nothing else is said to be said: a content elsewhere goes to
    the likeliest cue of its own paragraph that was thought of, or to none.
    """
    best: list[int] = chosen.best.tolist()
    paragraph, quoted = tagged.words.paragraph, tagged.words.features[contents[:, 0], 1] > 0
    at, of = paragraph[contents[:, 0]].tolist(), [*paragraph[cues[:, 0]].tolist(), -1]
    full = {cue for cue, place in zip(best, at, strict=True) if of[cue] == place}
    cued = set(of)
    for i, (cue, place) in enumerate(zip(best, at, strict=True)):
        if cue in full and of[cue] != place and not (place - of[cue] == 1 and place not in cued and quoted[i]):
            near = [(chance, other) for other, chance in chosen.others[i] if of[other] == place]
            best[i] = max(near)[1] if near else len(cues)
    return best


def _source(chosen: Choices, cue: int, sources: NDArray[np.int64]) -> tuple[Range | None, list[tuple[str, float]]]:
    """The source that the cue chose, `None` where it chose none; and what that beat, by place, with its probability."""

    def place(i: int) -> str:
        return f"{int(sources[i, 0])}:{int(sources[i, 1])}" if i < len(sources) else "no source"

    best = int(chosen.best[cue])
    beat = [(place(i), chance) for i, chance in chosen.others[cue]]
    return (None if best >= len(sources) else (int(sources[best, 0]), int(sources[best, 1]))), beat


def _evidence(
    chances: NDArray[np.float32],
    contents: NDArray[np.int64],
    cue: Range | None,
    source: Range | None,
    linked: float,
    nested: bool,
    quoted: NDArray[np.bool_],
) -> NDArray[np.float64]:
    content, first, last = [], [], []
    marked = length = 0
    for s, e in contents.tolist():
        content.append(_role(chances, CONTENT, s, e))
        first.append(chances[s, [1 + 4 * CONTENT, 4 + 4 * CONTENT]].sum())
        last.append(chances[e - 1, [3 + 4 * CONTENT, 4 + 4 * CONTENT]].sum())
        marked += int(quoted[s:e].sum())
        length += e - s
    roles = [0.0 if span is None else _role(chances, role, *span) for role, span in ((CUE, cue), (SOURCE, source))]
    edges = np.log(np.maximum([min(first), min(last), linked], _LOW))
    flags = [cue is None, source is None, nested]
    sizes = [marked / length, np.log(length), 0.0 if cue is None else np.log(cue[1] - cue[0])]
    return np.array([min(content), edges[0], edges[1], *roles, edges[2], *flags, *sizes], np.float64)


def _role(chances: NDArray[np.float32], role: int, start: int, end: int) -> float:
    """Mean log probability that the words have this role."""
    each = chances[start:end, 1 + 4 * role : 5 + 4 * role].sum(1)
    return float(np.log(np.maximum(each, _LOW)).mean())

"""What the rules of certainty look at: normalised words, and which attribution each word belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.records import Attribution, Span

_CURLY = {"’": "'", "‘": "'", "“": '"', "”": '"'}
_CUT = {"wo": "will", "sha": "shall", "ai": "is"}

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """One attribution in words: ranges of its source, cue and content, end exclusive, in order."""

    found: Attribution
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """`flat` are the words in small letters with straight apostrophes, *won't* as *will n't*. `taken` marks the words of cues and
    sources, and those that a stand was read from; `owner` is the index of the innermost attribution in whose content a word
    stands, -1 for the article's own."""

    tokens: Tokens
    flat: list[str]
    parts: tuple[Part, ...]
    taken: bytearray
    owner: list[int]

    def is_own(self, at: int) -> bool:
        """Whether the article itself says the word: in nobody's content and not quoted."""
        return self.owner[at] < 0 and self.tokens.depth[at] == 0

    def spans(self, places: list[int]) -> tuple[Span, ...]:
        """The spans of the words at these places, neighbours joined; *n't* takes its verb along."""
        out: list[Span] = []
        tokens = self.tokens
        flat = self.flat
        more = [place - 1 for place in places if flat[place] == "n't"]
        more += [place + 1 for place in places if flat[place] == "will" and flat[place + 1 : place + 2] == ["n't"]]
        places = sorted({*places, *more})
        k = 0
        while k < len(places):
            last = k
            while last + 1 < len(places) and places[last + 1] == places[last] + 1:
                last += 1
            out.append(tokens.span(places[k], places[last] + 1))
            k = last + 1
        return tuple(out)


def ground(scene: Scene) -> Ground:
    """The ground of a scene; empty where it has no words."""
    tokens = scene.tokens
    flat = _flat(tokens.lower)
    parts = tuple(
        Part(a, *(tuple(filter(_some, map(tokens.range, spans))) for spans in (a.source, a.cue, a.content)))
        for a in scene.attributions
    )
    taken, owner = bytearray(len(flat)), [-1] * len(flat)
    order = sorted(range(len(parts)), key=lambda i: -sum(e - s for s, e in parts[i].content))
    for i in order:  # the longest first, so that what stands inside it comes after
        for first, last in parts[i].content:
            owner[first:last] = [i] * (last - first)
    for part in parts:
        for first, last in (*part.source, *part.cue):
            taken[first:last] = b"\1" * (last - first)
    return Ground(tokens, flat, parts, taken, owner)


def _some(found: Range) -> bool:
    return found[0] < found[1]


def _flat(lower: list[str]) -> list[str]:
    flat = list(lower)
    for at, word in enumerate(lower):
        if word[0] in "'’‘“”":
            word = _CURLY.get(word[0], word[0]) + word[1:]
            flat[at] = word
            if word == "'t" and at and flat[at - 1].endswith("n") and lower[at - 1] != "n":
                flat[at] = "n't"
                stem = flat[at - 1]
                if stem != "can":
                    stem = stem[:-1]
                flat[at - 1] = _CUT.get(stem, stem)
    return flat

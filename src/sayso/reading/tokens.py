"""The words of a text as the rule stages see them: strings, sentences, and what the tagger says of each word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from sayso.model import Tagged
from sayso.model.heads import NAMES, SORTS, TAGS
from sayso.model.quotes import Quotation
from sayso.reading.sentences import sentence_starts
from sayso.records import Span


@dataclass(frozen=True, slots=True)
class Tokens:
    """One row a word, in order; offsets are into the prose text (`Prose.text`).

    `sentence` and `paragraph` are running numbers, `depth` how many quotations the word stands in (0, 1, 2), `sentences` each
    sentence's first word and the one after its last. `pos` are Penn Treebank tags, `name` is `B-` or `I-` with `PERSON`,
    `ORGANIZATION`, `LOCATION` or `MISC`, or `O`; `entity` is what sort of thing the word would be the head of in a noun phrase
    (`person`, `organization`, `place`, `time`, …, empty for other words); every word of a person's name has it. What they were
    trained on and how well they do is in docs/model.md.
    """

    text: str
    words: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    sentence: list[int]
    paragraph: list[int]
    depth: list[int]
    sentences: list[tuple[int, int]]
    quotations: tuple[Quotation, ...]
    pos: list[str]
    name: list[str]
    entity: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def first_at(self, place: int) -> int:
        """The first word that ends after `place`: the one that stands there, or the next."""
        return bisect_right(self.end, place)

    def range(self, span: Span) -> tuple[int, int]:
        """The words that a span touches, end exclusive; empty where it touches none."""
        first = bisect_right(self.end, span.start)
        return first, max(first, bisect_left(self.start, span.end))

    def span(self, first: int, last: int) -> Span:
        """The span from word `first` up to word `last`, end exclusive."""
        return Span(self.start[first], self.end[last - 1])


def tokens_of(text: str, tagged: Tagged) -> Tokens:
    """The tokens of a tagged text."""
    w = tagged.words
    start, end, paragraph = w.start.tolist(), w.end.tolist(), w.paragraph.tolist()
    words = [text[s:e] for s, e in zip(start, end, strict=True)]
    state = w.features[:, 1]
    depth = [2 if s == 4 else 1 if s in (1, 2, 3) else 0 for s in state.tolist()]
    starts = sentence_starts(words, start, end, paragraph)
    sentences = list(zip(starts, [*starts[1:], len(words)], strict=False))
    sentence = [number for number, (a, b) in enumerate(sentences) for _ in range(a, b)]
    asked = len(tagged.pos) == len(words)
    return Tokens(
        text, words, [word.lower() for word in words], start, end, sentence, paragraph, depth, sentences, w.quotations,
        [TAGS[i] for i in tagged.pos.tolist()] if asked else [""] * len(words),
        [NAMES[i] for i in tagged.name.tolist()] if asked else ["O"] * len(words),
        [SORTS[i] for i in tagged.entity.tolist()] if asked else [""] * len(words),
    )  # fmt: skip

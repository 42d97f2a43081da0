"""Scenes of plain text without the tagger: no attributions, and parts of speech only where they are given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, datetime

from sayso.model.quotes import quotations
from sayso.model.words import split_words
from sayso.reading.prose import Prose
from sayso.reading.scene import Scene
from sayso.reading.sentences import sentence_starts
from sayso.reading.tokens import Tokens
from sayso.records import Article, Attribution, Block, BlockKind

Tags = Callable[[list[tuple[int, int]]], list[str]]
"""From the offsets of a text's words to their parts of speech."""


def plain_tokens(text: str, tags: Tags | None = None) -> Tokens:
    """The tokens of a text as the package cuts them, with what needs no tagger."""
    spans = split_words(text)
    start, end = [s for s, _ in spans], [e for _, e in spans]
    words = [text[s:e] for s, e in spans]
    ends = [i for i, c in enumerate(text) if c == "\n"]
    lines = [bisect_right(ends, s) for s in start]
    numbers = {line: n for n, line in enumerate(dict.fromkeys(lines))}
    paragraph = [numbers[line] for line in lines]
    quoted = tuple(quotations(text))
    change = [0] * (len(spans) + 1)
    for each in quoted:
        change[bisect_right(end, each.start)] += 1
        change[min(bisect_right(end, each.end), len(spans))] -= 1
    depth, level = [], 0
    for step in change[:-1]:
        level += step
        depth.append(max(0, min(level, 2)))
    starts = sentence_starts(words, start, end, paragraph)
    sentences = list(zip(starts, [*starts[1:], len(words)], strict=False))
    sentence = [number for number, (a, b) in enumerate(sentences) for _ in range(a, b)]
    pos = tags(spans) if tags is not None else [""] * len(words)
    return Tokens(
        text, words, [word.lower() for word in words], start, end, sentence, paragraph, depth, sentences, quoted, pos,
        ["O"] * len(words), [""] * len(words),
    )  # fmt: skip


def plain_scene(
    text: str,
    published: date | datetime | None = None,
    outlet: str | None = None,
    attributions: Sequence[Attribution] = (),
    tags: Tags | None = None,
) -> Scene:
    """A scene whose article is this text alone."""
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else ()
    article = Article("plain", text, blocks, outlet=outlet, published=published)
    return Scene(article, Prose(text, (0,), (0,)), plain_tokens(text, tags), tuple(attributions))

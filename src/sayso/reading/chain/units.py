"""Sentences as this stage needs them: also where a page lost the space between two (*…, CNN reports.Two sources …*)."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

_ENDS = frozenset(".!?")
_SHORT = word_set("gen sen rep gov rev col maj sgt prof hon adm capt cmdr mrs inc corp dept www")
"""Words that a full stop shortens."""
_CLOSERS = frozenset("\"'”’")


def with_units(tokens: Tokens) -> Tokens:
    """The tokens with such sentences parted; the same tokens where there are none."""
    cuts: list[int] = []
    words, start, end = tokens.words, tokens.start, tokens.end
    count = len(words)
    for i, word in enumerate(words):
        if word not in _ENDS or i < 1 or i + 1 >= count or start[i + 1] != end[i]:
            continue
        after = i + 1
        if (
            words[after] in _CLOSERS
            and after + 1 < count
            and start[after + 1] == end[after]
            and words[after + 1][0].isupper()
        ):
            after += 1
        before = words[i - 1]
        whole = before.isalpha() and len(before) > 2 and before.lower() not in _SHORT
        if not whole and before not in _CLOSERS and not before.isdigit():
            continue
        if not (words[after][0].isupper() and len(words[after]) > 1) and words[after] not in ("“", '"', "‘"):
            continue
        if after + 1 < count and words[after + 1] == "." and start[after + 1] == end[after]:
            continue
        if tokens.sentence[i] == tokens.sentence[after]:
            cuts.append(after)
    if not cuts:
        return tokens
    sentences: list[tuple[int, int]] = []
    at = 0
    for low, high in tokens.sentences:
        while at < len(cuts) and cuts[at] < high:
            if cuts[at] > low:
                sentences.append((low, cuts[at]))
                low = cuts[at]
            at += 1
        sentences.append((low, high))
    numbers = [number for number, (low, high) in enumerate(sentences) for _ in range(low, high)]
    return replace(tokens, sentences=sentences, sentence=numbers)

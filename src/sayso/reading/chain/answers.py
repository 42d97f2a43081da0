"""Articles of questions and answers: what stands in the paragraphs of answers was said in an interview."""

from __future__ import annotations

from sayso.reading.tokens import Tokens
from sayso.records import Venue

LEAST = 2
"""Paragraphs of questions, and of answers, from which on an article is an interview; chosen by hand."""


def answers_in(tokens: Tokens) -> tuple[Venue | None, frozenset[int]]:
    """The interview of an article that is told by *Q:* and *A:* at the beginning of paragraphs, and the paragraphs of answers."""
    asked: list[int] = []
    answered: set[int] = set()
    paragraph = -1
    for i in range(len(tokens) - 1):
        if tokens.paragraph[i] == paragraph:
            continue
        paragraph = tokens.paragraph[i]
        if tokens.words[i + 1] not in (":", ".") or tokens.paragraph[i + 1] != paragraph:
            continue
        if tokens.words[i] == "Q":
            asked.append(i)
        elif tokens.words[i] == "A" and asked:
            answered.add(paragraph)
    if len(asked) < LEAST or len(answered) < LEAST:
        return None, frozenset()
    span = tokens.span(asked[0], asked[0] + 1)
    return Venue("interview", "questions and answers", (span,), True), frozenset(answered)

"""What share of a story was about what, over its days: its own topics, or those that somebody asks for, at one go."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.coverage.attention_asked import Among, Measures, asked
from sayso.coverage.terms import WORD, fold, stem
from sayso.records.attention import By, Topic
from sayso.records.stories import Story

MOST = 5
"""Topics of a story's own that are told: more small charts nobody compares. Chosen by hand."""
LONGEST = 93
"""Days up to which a story's rows are days; beyond, months."""


def topics(
    measures: Measures, story: Story, about: Sequence[str], by: str | None, unit: str, count_copies: bool
) -> list[Topic]:
    """The share of the story that each topic has over its days: those of `about` in their order, else the story's own. `by` is
    what the rows are, `None` for whatever fits the story's length."""
    rows = by or rows_of(story)
    wanted = [(words, words, False) for words in about] or [(words, phrase(words), True) for words in own_topics(story)]
    questions = [asked(query, None, rows, unit, count_copies) for _, query, _ in wanted]
    if not questions:
        return []
    answers = measures.each(questions, Among(articles=frozenset(story.articles)))
    return [Topic(words, own, found) for (words, _, own), found in zip(wanted, answers, strict=True)]


def own_topics(story: Story, most: int = MOST) -> list[str]:
    """The words that mark a story: those that it has in small letters first, then others that are no name of it, then names,
    since who is in it and where it is are told beside."""
    names = {each for mark in (*story.who, *story.where) for each in _stems(mark.words)}
    common, capital, named = list[str](), list[str](), list[str]()
    taken = set[str]()
    for mark in story.marks:
        stems = _stems(mark.words)
        if not stems or stems & taken:
            continue
        taken |= stems
        kind = named if stems & names else common if mark.words[:1].islower() else capital
        kind.append(mark.words)
    return [*common, *capital, *named][:most]


def rows_of(story: Story) -> By:
    """Whether a story is told by day or, where it goes on for long, by month."""
    if story.first is None or story.last is None:
        return By.DAY
    return By.DAY if (story.last - story.first).days < LONGEST else By.MONTH


def phrase(words: str) -> str:
    """The query that finds these words in a row."""
    return '"' + words.replace('"', " ") + '"'


def _stems(words: str) -> set[str]:
    return {stem(fold(each)) for each in WORD.findall(words)}

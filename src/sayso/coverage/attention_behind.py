"""The sentences behind a number: all of them at once as a list whose texts are got when they are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from sayso.archive.parser import parse
from sayso.coverage.attention import Count, first_ones, sentence, when_of
from sayso.coverage.attention_match import Matcher
from sayso.coverage.attention_sentences import Paper
from sayso.coverage.attention_source import Source
from sayso.records.attention import By, Sentence

BATCH = 200
"""Sentences whose texts are got at once where all are gone through."""


class Sentences(Sequence[Sentence]):
    """Sentences in order of publication. Its length costs nothing, and of a part only the texts of that part are got."""

    def __init__(self, source: Source, made: Count, papers: Sequence[Paper], others: bool) -> None:
        self._source, self._made, self._papers = source, made, papers
        self._matcher = Matcher(parse(made.question.about))
        places = [np.flatnonzero(made.matched(paper) != others) for paper in papers]
        self._paper = np.repeat(np.arange(len(papers)), [len(some) for some in places])
        self._place = np.concatenate(places) if places else np.zeros(0, np.int64)
        self.articles = sum(len(some) > 0 for some in places)
        """In how many articles they stand."""

    def __len__(self) -> int:
        return len(self._place)

    @overload
    def __getitem__(self, at: int) -> Sentence: ...
    @overload
    def __getitem__(self, at: slice) -> list[Sentence]: ...
    def __getitem__(self, at: int | slice) -> Sentence | list[Sentence]:
        if isinstance(at, int):
            return self._some(np.array([range(len(self))[at]]))[0]
        return self._some(np.arange(len(self))[at])

    def __iter__(self) -> Iterator[Sentence]:
        for at in range(0, len(self), BATCH):
            yield from self[at : at + BATCH]

    def _some(self, wanted: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[Sentence]:
        papers = [self._papers[at] for at in self._paper[wanted]]
        texts = dict(self._source.texts(list(dict.fromkeys(paper.id for paper in papers))))
        return [
            sentence(paper, texts[paper.id], place, self._matcher, bool(self._made.matched(paper)[place]))
            for paper, place in zip(papers, self._place[wanted].tolist(), strict=True)
        ]


def sentences(source: Source, made: Count, *, row: str | None = None, others: bool = False) -> Sentences:
    """The sentences behind a number, in order of publication: those that match, or with `others` those that do not.

    `row` keeps to one outlet, month or day of the question's rows; the empty one is of articles that name no outlet. Copies that
    do not count are left out.
    """
    papers = [paper for paper, keep in zip(made.papers, made.keep, strict=True) if keep]
    if row is not None and made.question.by is By.OUTLET:
        mine = [paper for paper in made.papers if (paper.outlet or "") == row]
        papers = [paper for paper, keep in zip(mine, first_ones(mine, made.copies), strict=True) if keep]
    elif row is not None:
        papers = [paper for paper in papers if when_of(made.question, paper) == row]
    papers.sort(key=lambda paper: (str(paper.published or "9"), paper.id))
    return Sentences(source, made, papers, others)

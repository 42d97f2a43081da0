"""Attention: what share of the coverage was about something, with its interval, by outlet and over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

import numpy as np
from numpy.typing import NDArray

from sayso.archive.months import gaps
from sayso.archive.parser import parse
from sayso.archive.query import Query
from sayso.coverage.attention_interval import Floats, ratio
from sayso.coverage.attention_match import Flags, Matcher
from sayso.coverage.attention_sentences import Ints, Paper, quoted_words
from sayso.coverage.attention_source import Source, names_field, relaxed
from sayso.records import Span
from sayso.records.attention import Attention, By, Question, Row, Sentence, Share, Unit

THIN = 20
"""Articles below which a row is marked as thin: its interval is wide, and one article moves its share. Chosen by hand."""
THIN_PART = 0.25
"""A month with less than this part of the usual month's articles is thin as well: something is missing. Chosen by hand."""


@dataclass(slots=True)
class Count:
    """The articles that a question counts, and what was found in each. `flags` has the sentences of those that may match,
    `quoted` the words in quotations by sentence where they are asked for. `keep` are the places of those that count overall,
    in which copies are counted once."""

    question: Question
    papers: list[Paper]
    keep: NDArray[np.bool_]
    copies: dict[str, str]
    months: frozenset[str]
    flags: dict[str, Flags] = field(default_factory=dict)
    quoted: dict[str, Ints] = field(default_factory=dict)

    def sizes(self, paper: Paper) -> Floats:
        """What each sentence of an article counts, in the question's unit; articles are counted by their sentences."""
        match self.question.unit:
            case Unit.WORDS:
                return paper.words.astype(np.float64)
            case Unit.QUOTED_WORDS:
                return self.quoted[paper.id].astype(np.float64)
            case _:
                return np.ones(len(paper.start))

    def matched(self, paper: Paper) -> Flags:
        """For each sentence of an article whether the query finds it."""
        flags = self.flags.get(paper.id)
        return np.zeros(len(paper.start), np.bool_) if flags is None else flags

    def sums(self, paper: Paper) -> tuple[float, float, bool]:
        """Numerator and denominator that an article gives, and whether any of its sentences matches."""
        flags, sizes = self.matched(paper), self.sizes(paper)
        any_ = bool(flags.any())
        if self.question.unit is Unit.ARTICLES:
            return float(any_), 1.0, any_
        return float(sizes[flags].sum()), float(sizes.sum()), any_


def attention(source: Source, question: Question) -> Attention:
    """The share of what matches `within` that is about `about`, overall and by row, each with a 95 % interval.

    Sentences are counted, those of headings and lists included, titles not. By outlet a copy counts once at each outlet, overall
    and by month once in all.
    """
    return answer(count(source, question), source.commit)


def count(source: Source, question: Question) -> Count:
    """The articles that the question counts, and which of their sentences match."""
    return count_each(source, [question])[0]


def count_each(source: Source, questions: Sequence[Question]) -> list[Count]:
    """The same for several questions, in their order: articles, copies and texts are got once for all of them."""
    abouts = [parse(question.about) for question in questions]
    within = [None if each.within is None else source.matching(parse(each.within)) for each in questions]
    ids = None if None in within else set[str]().union(*(some for some in within if some is not None))
    everything = source.papers(
        ids,
        quotes=any(question.unit is Unit.QUOTED_WORDS for question in questions),
        speakers=any(map(names_field, abouts)),
    )
    copies = {} if all(question.count_copies for question in questions) else source.copies()
    months = source.months()
    made = []
    for question, some in zip(questions, within, strict=True):
        chosen = [paper for paper in everything if some is None or paper.id in some]
        mine = {} if question.count_copies else copies
        made.append(Count(question, chosen, first_ones(chosen, mine), mine, months))
    _look(made, source, abouts)
    return made


def _look(made: Sequence[Count], source: Source, abouts: Sequence[Query]) -> None:
    """Go through the texts once, and flag in each the sentences that match the questions it may match."""
    matchers = [Matcher(about) for about in abouts]
    maybe: list[set[str]] = []
    wanted: dict[str, Paper] = {}
    for each, about in zip(made, abouts, strict=True):
        wider = relaxed(about)
        ids = {paper.id for paper in each.papers}
        maybe.append(ids if wider is None else ids & source.matching(wider))
        quotes = each.question.unit is Unit.QUOTED_WORDS
        wanted |= {paper.id: paper for paper in each.papers if quotes or paper.id in maybe[-1]}
    counted = [{paper.id for paper in each.papers} for each in made]
    for id, text in source.texts(sorted(wanted)):
        paper = wanted[id]
        for place, each in enumerate(made):
            if each.question.unit is Unit.QUOTED_WORDS and id in counted[place]:
                each.quoted[id] = quoted_words(text, paper)
            if id in maybe[place]:
                each.flags[id] = matchers[place].of(paper, text)


def first_ones(papers: Sequence[Paper], copies: dict[str, str]) -> NDArray[np.bool_]:
    """Which of the articles count where copies count once: of each group the original if it is among them, else the first
    published."""
    groups: dict[str, list[int]] = {}
    for place, paper in enumerate(papers):
        groups.setdefault(copies.get(paper.id, paper.id), []).append(place)
    keep = np.zeros(len(papers), np.bool_)
    for first, places in groups.items():
        best = min(places, key=lambda at: (papers[at].id != first, papers[at].moment or "9", papers[at].id))
        keep[best] = True
    return keep


def answer(made: Count, commit: int | None) -> Attention:
    """The shares of what was counted."""
    kept = [paper for paper, keep in zip(made.papers, made.keep, strict=True) if keep]
    undated = sum(paper.published is None for paper in kept)
    rows: tuple[Row, ...] = ()
    if made.question.by is By.OUTLET:
        rows = tuple(_by_outlet(made))
    elif made.question.by is By.MONTH:
        rows = tuple(_by_time(made, {month: [] for month in made.months}, kept))
    elif made.question.by is By.DAY:
        rows = tuple(_by_time(made, {}, kept))
    return Attention(
        question=made.question,
        overall=Row(None, share(made, kept), len(kept) < THIN, _thin(len(kept))),
        rows=rows,
        copies=len(made.papers) - len(kept),
        undated=undated,
        gaps=tuple(gaps(made.months)),
        commit=commit,
    )


def share(made: Count, papers: Sequence[Paper]) -> Share:
    """The share over these articles."""
    sums = [made.sums(paper) for paper in papers]
    y = np.array([each[0] for each in sums], np.float64)
    x = np.array([each[1] for each in sums], np.float64)
    matching = sum(each[2] for each in sums)
    found = ratio(y, x)
    if found is None:
        why = "no article matches" if not papers else f"there are no {made.question.unit.replace('-', ' ')} in them"
        return Share(None, None, None, 0.0, 0.0, len(papers), matching, why)
    return Share(found.share, found.low, found.high, float(y.sum()), float(x.sum()), len(papers), matching, found.why)


def _by_outlet(made: Count) -> Iterator[Row]:
    groups: dict[str | None, list[Paper]] = {}
    for paper in made.papers:
        groups.setdefault(paper.outlet, []).append(paper)
    counted: list[tuple[str | None, list[Paper]]] = []
    for name, papers in groups.items():
        keep = first_ones(papers, made.copies)
        counted.append((name, [paper for paper, mine in zip(papers, keep, strict=True) if mine]))
    for name, papers in sorted(counted, key=lambda each: (-len(each[1]), each[0] is None, each[0] or "")):
        yield Row(name, share(made, papers), len(papers) < THIN, _thin(len(papers)))


def _by_time(made: Count, groups: dict[str, list[Paper]], kept: Sequence[Paper]) -> Iterator[Row]:
    """Rows by month or day; `groups` has those that are to be there also without an article."""
    for paper in kept:
        when = when_of(made.question, paper)
        if when is not None:
            groups.setdefault(when, []).append(paper)
    sizes = [len(papers) for papers in groups.values() if papers]
    usual = median(sizes) if sizes else 0
    for when, papers in sorted(groups.items()):
        note = _thin(len(papers))
        if not note and len(papers) < THIN_PART * usual:
            note = f"{len(papers)} articles where {usual:g} are usual"
        yield Row(when, share(made, papers), bool(note), note)


def when_of(question: Question, paper: Paper) -> str | None:
    """The row of an article where rows are months or days, `None` for one without a date."""
    if question.by is By.DAY:
        return None if paper.published is None else paper.published.isoformat()
    return paper.month


def _thin(articles: int) -> str:
    if articles >= THIN:
        return ""
    return f"{articles} article{'s' * (articles != 1)}" if articles else "no article"


def sentence(paper: Paper, text: str, place: int, matcher: Matcher, matches: bool) -> Sentence:
    """One sentence of an article with what a person wants to know of it."""
    start, end = int(paper.start[place]), int(paper.end[place])
    return Sentence(
        article=paper.id,
        span=Span(start, end),
        outlet=paper.outlet,
        published=paper.published,
        words=int(paper.words[place]),
        quoted=int(quoted_words(text, paper, [place])[0]),
        matches=matches,
        marks=matcher.marks(paper, text, place) if matches else (),
        text=text[start:end],
    )

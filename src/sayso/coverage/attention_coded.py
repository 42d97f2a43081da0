"""From labels to a corrected answer, and from a topic to the sentences that are to be labelled next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np

from sayso.archive.parser import parse
from sayso.coverage.attention import Count, answer, count, first_ones, sentence, when_of
from sayso.coverage.attention_correct import Drawn, corrected
from sayso.coverage.attention_labels import Key, Labels, merged
from sayso.coverage.attention_match import Matcher
from sayso.coverage.attention_sample import Side, Stratum, drawn, queue, strata
from sayso.coverage.attention_source import Source
from sayso.records import attention as records
from sayso.records.attention import Attention, By, Correction, Question, Row, Sentence, Share, Step, Unit

LEAST = 50
"""Labels below which nothing is corrected: the interval would say hardly more than that the share is unknown."""
LEAST_GROUP = 5
"""Labels below which a stratum of one outlet or month is taken together with the like ones of others."""
STEPS = 25
"""Points at most of the course that a share took while labels came."""
AHEAD = 64
"""Sentences whose texts are got at once."""

_NOT_ARTICLES = (
    "labels are of sentences; whether an article has any sentence about it cannot be told from those of its sentences that "
    "were labelled"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence to label, with the sentences around it (empty where it is the first or last) and the article's title."""

    sentence: Sentence
    before: str
    after: str
    title: str | None


def to_label(source: Source, question: Question, labels: Labels, coder: str) -> Iterator[Asked]:
    """The sentences that a coder is to label, next one first; those that the coder has seen are left out."""
    made = count(source, replace(question, unit=Unit.SENTENCES))
    return next_ones(source, Sample(made, labels.seed, labels.parted), labels.done_by(coder))


def next_ones(source: Source, sample: Sample, done: Collection[Key]) -> Iterator[Asked]:
    """The sentences of a sample that are to be labelled next, those that are done left out."""
    made = sample.made
    matcher = Matcher(parse(made.question.about))
    waiting = queue(made, sample.strata, done)
    while some := list(islice(waiting, AHEAD)):
        texts = dict(source.texts(sorted({paper.id for paper, _ in some})))
        for paper, place in some:
            text = texts[paper.id]
            around = [
                text[paper.start[at] : paper.end[at]] if 0 <= at < len(paper.start) else ""
                for at in (place - 1, place + 1)
            ]
            asked = sentence(paper, text, place, matcher, bool(made.matched(paper)[place]))
            yield Asked(asked, around[0], around[1], paper.title)


def attention_coded(source: Source, question: Question, labels: Labels) -> Attention:
    """`attention`, its shares put right by labels: overall, and each row that has enough labels of its own."""
    made = count(source, question)
    return put_right(answer(made, source.commit), Sample(made, labels.seed, labels.parted), labels)


def put_right(found: Attention, sample: Sample, labels: Labels) -> Attention:
    """An answer with its shares put right; `sample` is made of the same count."""
    correction = _Correction(sample, labels.name, labels.merged())
    rows = tuple(replace(row, correction=correction.of_row(row)) for row in found.rows)
    return replace(found, overall=replace(found.overall, correction=correction.of(None)), rows=rows)


def course(sample: Sample, labels: Labels, steps: int = STEPS) -> tuple[Step, ...]:
    """The corrected share as it was after ever more of the labels, in the order in which they were given: how it tightens.

    Begins where there are enough for the first time, ends with all, at most `steps` between them; empty where they are too few.
    """
    made: dict[int, Step] = {}
    ends = np.unique(
        np.linspace(min(LEAST, len(labels.labels)), len(labels.labels), steps).round().astype(int)
    ).tolist()
    for end in ends:
        found = _Correction(sample, labels.name, merged(labels.labels[:end])).of(None)
        if found.corrected is not None:
            made[found.used] = Step(found.used, found.corrected)
    return tuple(made[used] for used in sorted(made))


class Sample:
    """The sentences of a count by stratum, each with what it counts: made once, however many labels come."""

    def __init__(self, made: Count, seed: int, parted: By | None = None) -> None:
        self.made = made
        self.seed, self.parted = seed, parted
        self.strata = strata(made, seed, parted=parted)
        lengths = [len(paper.start) for paper in made.papers]
        sizes = [made.sizes(paper) for paper in made.papers]
        flat = np.concatenate(sizes) if sizes else np.zeros(0)
        begins = np.cumsum([0, *lengths])
        self.sizes = {id(part): flat[begins[part.paper] + part.place] for part in self.strata}
        """What each sentence of a stratum counts, in its order."""
        self.has_match = np.array([bool(made.matched(paper).any()) for paper in made.papers], np.bool_)


class _Correction:
    """The labels of a count, by stratum: found once, used for all rows."""

    def __init__(self, sample: Sample, name: str, given: dict[Key, float | None]) -> None:
        self.sample = sample
        self.made = sample.made
        self.name = name
        self.cells = [(part, drawn(self.made, part, given)) for part in sample.strata]
        self.used = sum(len(cell) for _, cell in self.cells)
        self.waiting = sum(label is not None for label in given.values()) - self.used

    def of_row(self, row: Row) -> Correction:
        made, mine = self.made, self._rows.get(row.name, [])
        kept = {at for at in mine if made.keep[at]}
        if made.question.by is By.OUTLET:
            firsts = first_ones([made.papers[at] for at in mine], made.copies)
            if len(kept) != int(firsts.sum()):
                return self._none(0, "some of its articles are copies of others' and are labelled there")
        return self.of(kept)

    @cached_property
    def _rows(self) -> dict[str | None, list[int]]:
        """The papers of each row, by its name."""
        asked, rows = self.made.question, defaultdict[str | None, list[int]](list)
        for at, paper in enumerate(self.made.papers):
            rows[paper.outlet if asked.by is By.OUTLET else when_of(asked, paper)].append(at)
        return rows

    def of(self, papers: set[int] | None) -> Correction:
        """The correction over some papers (places in the count), or over all that count."""
        if self.made.question.unit is Unit.ARTICLES:
            return self._none(self.used, _NOT_ARTICLES)
        kept = [(part, [each for each in cell if papers is None or each[0] in papers]) for part, cell in self.cells]
        used = sum(len(cell) for _, cell in kept)
        if used < LEAST:
            return self._none(used, f"{used} labels of the {LEAST} that it takes; `sayso code` goes on")
        return self._corrected(kept, papers, used)

    def _corrected(
        self, cells: Sequence[tuple[Stratum, list[tuple[int, int, float]]]], papers: set[int] | None, used: int
    ) -> Correction:
        made = self.made
        chosen = sorted(papers) if papers is not None else np.flatnonzero(made.keep).tolist()
        row_of = np.full(len(made.papers), -1)
        row_of[chosen] = np.arange(len(chosen))
        columns = _columns(cells)
        sizes = np.zeros((len(chosen), len(columns)))
        counts = np.zeros(len(columns), np.int64)
        samples = list[Drawn]()
        for column, (_, mine) in enumerate(columns):
            picked: list[tuple[int, float, float]] = []
            for part, cell in mine:
                rows = row_of[part.paper]
                inside = rows >= 0
                counted = np.bincount(rows[inside], self.sample.sizes[id(part)][inside], len(chosen))
                sizes[:, column] += counted
                counts[column] += int(inside.sum())
                picked += [
                    (int(row_of[at]), float(made.sizes(made.papers[at])[place]), label) for at, place, label in cell
                ]
            samples.append(
                Drawn(
                    np.array([each[0] for each in picked], np.int64),
                    np.array([each[1] for each in picked], np.float64),
                    np.array([each[2] for each in picked], np.float64),
                )
            )
        found = corrected(sizes, samples)
        if found is None:
            return self._none(used, "in one stratum nothing is labelled that counts in this unit; `sayso code` goes on")
        whole = sizes.sum(axis=0)
        listed = tuple(
            records.Stratum(
                name,
                int(counts[at]),
                float(whole[at]),
                len(samples[at].about),
                round(float(samples[at].about.sum())),
                found.rates[at],
                float(counts[at]) / len(samples[at].about) if len(samples[at].about) else 0.0,
            )
            for at, (name, _) in enumerate(columns)
        )
        hits = [rate * size for rate, size in zip(found.rates, whole.tolist(), strict=True)]
        right = sum(hit for hit, (name, _) in zip(hits, columns, strict=True) if name.startswith(Side.MATCHING))
        taken = sum(
            size for size, (name, _) in zip(whole.tolist(), columns, strict=True) if name.startswith(Side.MATCHING)
        )
        total = float(whole.sum())
        with_match = int(self.sample.has_match[chosen].sum())
        share = Share(
            found.share,
            found.low,
            found.high,
            found.share * total,
            total,
            len(chosen),
            with_match,
            f"{used} labelled sentences, weighted by stratum; articles and labels as two samples",
        )
        why = "stratified estimator (Cochran 1977), prediction-powered with the query as the prediction"
        if self.waiting:
            why += f"; {self.waiting} more labels are not used: sentences before them in the order of drawing are not labelled"
        return Correction(
            self.name,
            used,
            share,
            listed,
            right / taken if taken else None,
            right / sum(hits) if sum(hits) else None,
            why,
        )

    def _none(self, used: int, why: str) -> Correction:
        return Correction(self.name, used, None, (), None, None, why)


_Cell = tuple[Stratum, list[tuple[int, int, float]]]


def _columns(cells: Sequence[_Cell]) -> list[tuple[str, list[_Cell]]]:
    """Strata by name; those of one side with few labels are taken together, as if they were drawn alike."""
    made: list[tuple[str, list[_Cell]]] = []
    few: dict[Side, list[_Cell]] = {}
    for part, cell in cells:
        if part.group is not None and len(cell) < LEAST_GROUP:
            few.setdefault(part.side, []).append((part, cell))
        else:
            made.append((part.name, [(part, cell)]))
    for side, mine in few.items():
        labelled = sum(len(cell) for _, cell in mine)
        like = [place for place, (_, held) in enumerate(made) if held[0][0].side is side]
        if labelled < LEAST_GROUP and like:
            place = min(like, key=lambda at: sum(len(cell) for _, cell in made[at][1]))
            made[place] = (f"{side}, others", [*made[place][1], *mine])
        else:
            made.append((f"{side}, others", mine))
    return made

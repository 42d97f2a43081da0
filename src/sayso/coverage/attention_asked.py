"""The questions of attention as they are asked of one archive: what several need is made once and kept for the next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.archive import Archive, Filters
from sayso.coverage.attention import Count, answer, count, count_each
from sayso.coverage.attention_archive import Shelf, is_sentence
from sayso.coverage.attention_behind import Sentences, sentences
from sayso.coverage.attention_coded import LEAST, Asked, Sample, course, next_ones, put_right
from sayso.coverage.attention_labels import Labels, agreement, made_now, name_of
from sayso.coverage.attention_terms import suggestions
from sayso.errors import UsageError
from sayso.records import Span
from sayso.records.attention import Attention, By, Label, Labelled, Question, Sentence, Suggestion, Unit

MOST = 3
"""Counts that are kept: a person asks for the share, its sentences and its sample in turn."""
CODER = 60
"""Characters of a coder's name."""


@dataclass(frozen=True, slots=True)
class Among:
    """Which articles are counted: those that the filters keep, and of those only `articles` where they are given."""

    filters: Filters = field(default_factory=Filters)
    articles: frozenset[str] | None = None


class Measures:
    """Attention in one archive. What was counted for a question is kept for those that follow it, of the snapshot it was of."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._counts: OrderedDict[Any, tuple[Shelf, Count]] = OrderedDict()
        self._samples: OrderedDict[Any, Sample] = OrderedDict()

    def attention(self, question: Question, among: Among, labels: str | None = None) -> Attention:
        """The share, put right by labels: those of the name, those made for the query, or with an empty name none."""
        shelf, made = self._counted(question, among)
        found = answer(made, shelf.commit)
        if labels == "":
            return found
        held = self.labels(question, labels)
        if not held.labels and labels is None:
            return found
        return put_right(found, self._sample(question, among, held), held)

    def each(self, questions: Sequence[Question], among: Among) -> list[Attention]:
        """The shares of several questions, as the queries find them: what they have in common is got once."""
        shelf = Shelf(self.archive, among.filters, among.articles)
        return [answer(made, shelf.commit) for made in count_each(shelf, questions)]

    def sentences(self, question: Question, among: Among, row: str | None, others: bool) -> Sentences:
        return sentences(*self._counted(question, among), row=row, others=others)

    def suggestions(self, question: Question, among: Among, limit: int) -> list[Suggestion]:
        return suggestions(*self._counted(question, among), limit=limit)

    def to_label(self, question: Question, among: Among, coder: str, labels: str | None = None) -> Iterator[Asked]:
        """The sentences that a coder is to label, the next one first."""
        whole = replace(question, unit=Unit.SENTENCES)
        held = self.labels(question, labels)
        return next_ones(self._counted(whole, among)[0], self._sample(whole, among, held), held.done_by(coder))

    def labelled(self, question: Question, among: Among, labels: str | None = None) -> Labelled:
        """What the labels of a question have come to."""
        held = self.labels(question, labels)
        alone = replace(question, by=None)
        shelf, made = self._counted(alone, among)
        sample = self._sample(alone, among, held)
        overall = put_right(answer(made, shelf.commit), sample, held).overall
        assert overall.correction is not None
        coders = dict.fromkeys(each.coder for each in held.labels)
        return Labelled(
            held.name,
            sum(value is not None for value in held.merged().values()),
            tuple((coder, sum(each.coder == coder for each in held.labels)) for coder in coders),
            agreement(held.labels),
            overall.found,
            overall.correction,
            course(sample, held),
            LEAST,
        )

    def label(
        self, question: Question, place: tuple[str, Span], about: bool | None, by: tuple[str, str | None]
    ) -> Label:
        """Put a label there for good: of the sentence at a place (article and span), by a coder, under a name of labels."""
        article, span = place
        coder, labels = named(by[0]), by[1]
        if not is_sentence(self.archive, article, span):
            raise UsageError(
                f"Article {article!r} has no sentence from {span.start} to {span.end}; label one that `to_label` gives.",
                code="no-such-sentence",
            )
        sentence = Sentence(article, span, None, None, 0, 0, matches=False)
        made = made_now(sentence, about, coder, question.about, question.within)
        self.labels(question, labels).add(made)
        return made

    def take_back(self, question: Question, coder: str, labels: str | None = None) -> Label | None:
        """Take the coder's last label back; `None` where there is none."""
        return self.labels(question, labels).undo(named(coder))

    def labels(self, question: Question, name: str | None = None) -> Labels:
        """The labels of a name, or those of the query."""
        return Labels(self.archive.path, name or name_of(question.about))

    # -- what is kept

    def _counted(self, question: Question, among: Among) -> tuple[Shelf, Count]:
        key = self.archive.snapshot.last, replace(question, by=None), among
        if key not in self._counts:
            shelf = Shelf(self.archive, among.filters, among.articles)
            self._counts[key] = shelf, count(shelf, question)
            _keep(self._counts)
        self._counts.move_to_end(key)
        shelf, made = self._counts[key]
        return shelf, replace(made, question=question)

    def _sample(self, question: Question, among: Among, labels: Labels) -> Sample:
        _, made = self._counted(question, among)
        key = self.archive.snapshot.last, replace(question, by=None), among, labels.seed, labels.parted
        if key not in self._samples:
            self._samples[key] = Sample(made, labels.seed, labels.parted)
            _keep(self._samples)
        self._samples.move_to_end(key)
        sample = copy(self._samples[key])
        sample.made = made
        return sample


def asked(about: str, within: str | None, by: str | None, unit: str, count_copies: bool) -> Question:
    """The question of some words. UsageError where `by` or the unit is none."""
    try:
        return Question(about, within, None if by is None else By(by), Unit(unit), count_copies)
    except ValueError:
        raise UsageError(
            f"by={by!r}, unit={unit!r}: by is {', '.join(By)} or nothing, the unit one of {', '.join(Unit)}."
        ) from None


def named(coder: str) -> str:
    """A coder's name in one line. UsageError where it is none."""
    name = " ".join(coder.split())
    if not name or len(name) > CODER or not name.isprintable():
        raise UsageError(f"A coder has a name of at most {CODER} letters.", code="labels")
    return name


def _keep(kept: OrderedDict[Any, Any]) -> None:
    while len(kept) > MOST:
        kept.popitem(last=False)

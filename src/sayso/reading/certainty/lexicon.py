"""The tables of `verbs`, `nouns` and `phrases` as they are looked up: by form, longest phrase first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from sayso.reading.certainty.cue import Cue, Sort
from sayso.reading.certainty.inflect import forms
from sayso.reading.certainty.nouns import ADJECTIVES, HEDGING_ADJECTIVES, HEDGING_ADVERBS, NOUNS
from sayso.reading.certainty.phrases import PHRASES
from sayso.reading.certainty.turns import POLARITY, TURNED
from sayso.reading.certainty.verbs import VERBS
from sayso.records import Certainty

NO_CUES = ("regarding", "concerning", "according", "including", "given", "following", "pending", "figures")
"""Forms of reporting verbs that are prepositions or plain nouns as a rule."""

Slots: TypeAlias = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words and phrases.

    `states` are adjectives that hold after *be* (*is convinced*), `phrases` are keyed by their first two words, the longest
    first, `turned` are phrases that turn what follows round, `bases` the verbs as *will* takes them.
    """

    words: dict[str, Cue]
    phrases: dict[tuple[str, str], tuple[tuple[Slots, Cue], ...]]
    turned: dict[tuple[str, str], tuple[Slots, ...]]
    states: dict[str, Cue]
    adverbs: dict[str, Cue]
    adjectives: dict[str, Cue]
    bases: frozenset[str]

    def phrase(self, words: Sequence[str], at: int, end: int) -> tuple[int, Cue] | None:
        """How many words of the sequence the longest phrase at a place takes, and its entry; `None` where none begins."""
        if at + 1 >= end:
            return None
        for slots, cue in self.phrases.get((words[at], words[at + 1]), ()):
            if _fits(slots, words, at, end):
                return len(slots), cue
        return None

    def turns(self, words: Sequence[str], at: int, end: int) -> int:
        """How many words a phrase at a place takes that turns what follows round; 0 where none begins."""
        if at + 1 < end:
            for slots in self.turned.get((words[at], words[at + 1]), ()):
                if _fits(slots, words, at, end):
                    return len(slots)
        return 0


def _fits(slots: Slots, words: Sequence[str], at: int, end: int) -> bool:
    return at + len(slots) <= end and all(words[at + k] in slots[k] for k in range(2, len(slots)))


@cache
def lexicon() -> Lexicon:
    """The lexicon, made once."""
    words: dict[str, Cue] = {}
    states: dict[str, Cue] = {}
    phrases: dict[tuple[str, str], list[tuple[Slots, Cue]]] = {}
    bases: set[str] = {"be", "have", "do", "go", "come", "make", "take", "get", "give", "put", "keep"}
    for sort, rows in ((Sort.ADJECTIVE, ADJECTIVES), (Sort.NOUN, NOUNS), (Sort.VERB, VERBS)):
        for certainty, tone, lemmas in rows:
            for lemma in lemmas.split():
                cue = Cue(lemma, sort, certainty, POLARITY[certainty], tone)
                made = {lemma} if sort is Sort.ADJECTIVE else forms(lemma)
                words.update(dict.fromkeys(made, cue))
                if sort is Sort.VERB:
                    bases.add(lemma)
                elif sort is Sort.ADJECTIVE:
                    states[lemma] = cue
    for sort, certainty, tone, text in PHRASES:
        for row in (line.strip() for line in text.strip().splitlines()):
            slots = _slots(row)
            name = " ".join(part.split("|")[0] for part in row.split())
            cue = Cue(name, sort, certainty, POLARITY[certainty], tone)
            if len(slots) == 1:
                words.update(dict.fromkeys(slots[0], cue))
                continue
            for first in slots[0]:
                for second in slots[1]:
                    phrases.setdefault((first, second), []).append((slots, cue))
    for form in NO_CUES:
        words.pop(form, None)
    turned: dict[tuple[str, str], list[Slots]] = {}
    for row in TURNED:
        slots = _slots(row)
        for first in slots[0]:
            for second in slots[1]:
                turned.setdefault((first, second), []).append(slots)
    return Lexicon(
        words,
        {key: tuple(sorted(found, key=lambda f: -len(f[0]))) for key, found in phrases.items()},
        {key: tuple(found) for key, found in turned.items()},
        states,
        _plain(HEDGING_ADVERBS, Sort.ADVERB),
        _plain(HEDGING_ADJECTIVES, Sort.ADJECTIVE),
        frozenset(bases),
    )


def _plain(rows: tuple[tuple[Certainty, str], ...], sort: Sort) -> dict[str, Cue]:
    return {
        word: Cue(word, sort, certainty, POLARITY[certainty]) for certainty, words in rows for word in words.split()
    }


def _slots(row: str) -> Slots:
    parts = [part.split("|") for part in row.split()]
    first = frozenset(form for lemma in parts[0] for form in forms(lemma))
    return (first, *(frozenset(part) for part in parts[1:]))

"""Sayings as claims that can be set against each other: clauses, what each is about, and what each holds not to be
so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.coverage.claim_words import (
    Token,
    denied,
    is_content,
    is_crowd,
    is_myth,
    is_supposed,
    is_told,
    myth_span,
    opens,
    wishes,
)
from sayso.coverage.clauses import IN_CLAUSE, clauses, is_negated, negated, words_in
from sayso.coverage.figures import Figure, figures_in
from sayso.coverage.mentioned import People
from sayso.coverage.opposites import (
    CHOICES,
    DOUBTS,
    HYPOTHETICAL,
    INTENDS,
    LIGHT,
    MUDDY,
    MYTHS,
    NEGATES,
    NO_USE,
    POINTERS,
    is_saying,
    opposites_of,
)
from sayso.coverage.synonyms import same
from sayso.coverage.terms import WORD, fold, stem
from sayso.reading.words import word_set
from sayso.records import Attribution, Reading, Span
from sayso.records.saying import Saying

FOCUS = 6
"""Words after a negation among which the first content word is what it bears on. Chosen by hand."""
LONGEST_CLAUSE = 60
"""Words; a longer clause is cut, since two halves of it say two things."""
NEAR = 320
"""Characters before a clause whose words it can point back to with *it*, *this* and the like."""

_MONTH = "may month"
"""*May*, which is no *may*."""
_SUBJECTS = word_set("it he she they we i")
_EMPTY = word_set("trying anything nothing something everything having being getting taking knowing tried knew had")
_NOBODY = word_set("nobody no none few neither one")
"""Sources of whom a denial says that there is none: *no one denies that*."""
_AUXILIARIES = word_set(
    """is are was were am be been being do does did has have had will would shall should can could may might must 's 're 've
    it's he's she's that's we're they're i'm we've they've i've there's"""
)
_FIRST = word_set("i i'm i've i'd i'll we we're we've we'd we'll me my our us myself ourselves mine ours")


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause of one saying.

    `about` are its content words (stems) and those whom it names (`@` and a name), each with whether the claim, as a
    whole, holds it negated; `near` are words that its pronouns can stand for. `denies` says that the saying as a
    whole holds its content not to be so, `cue` are the words that deny, doubt or call it a myth, wherever they stand.
    """

    number: int
    saying: Saying
    reading: Reading
    attribution: Attribution
    span: Span
    tokens: tuple[Token, ...]
    about: dict[str, bool]
    near: frozenset[str]
    speaker: str | None
    denies: bool
    myth: Span | None
    doubt: Span | None
    negation: Span | None
    points: bool
    opens: bool
    supposes: bool
    asks: bool
    wishes: bool
    figures: tuple[Figure, ...]
    places: tuple[tuple[str, int], ...]
    cue: Span | None
    stems: frozenset[str]
    against: frozenset[str]
    is_crowd: bool
    """The stems of its words, those of their opposites, and whether its source is a part of those asked in a poll: asked of each
    pair, so told once."""

    @property
    def is_marked(self) -> bool:
        """Whether anything in it could set it against another."""
        return self.holds_not_so or bool(self.figures or self.against)

    @property
    def holds_not_so(self) -> bool:
        """Whether a word of it, or its cue, says of something that it is not so."""
        return bool(self.denies or self.myth or self.doubt or self.negation)

    @property
    def scope(self) -> frozenset[str]:
        """What its negations reach."""
        return frozenset(key for key, negated in self.about.items() if negated)

    @property
    def subject(self) -> frozenset[str]:
        """What it says before its negation, and whoever it names that the negation does not reach."""
        if self.negation is None:
            return frozenset()
        early = {token.key for token in self.tokens if token.span.start < self.negation.start}
        return frozenset(
            key for key, negated in self.about.items() if not negated and (key in early or key.startswith("@"))
        )

    def parted(self, at: int) -> tuple[set[str], set[str]]:
        """What it is about before and after a place in the article."""
        before = {key for key, place in self.places if place < at}
        return before, {key for key, place in self.places if place >= at}

    @property
    def is_plain(self) -> bool:
        """Whether it says that something is so, in words of saying and without what would make that unclear."""
        cue = self.saying.cue.lower().split()
        muddy = any(token.word in MUDDY for token in self.tokens) or any(word in MUDDY for word in cue)
        return is_saying(self.saying.cue) and not muddy

    @property
    def focus(self) -> str | None:
        """The first word of weight after its negation, within `FOCUS` words: what is negated. `None` where that is
        no content word (*not good*), or where nothing is denied (*no better place*, *chose not to*)."""
        if self.negation is None:
            return None
        at = next(i for i, token in enumerate(self.tokens) if token.span == self.negation)
        after = self.tokens[at + 1 : at + 1 + FOCUS]
        if self.none_of:
            after = after[self.none_of :]
        elif self._denies_nothing(at, after):
            return None
        first = next((token for token in after if token.word not in LIGHT and token.word not in INTENDS), None)
        return first.key if first is not None and is_content(first.word) else None

    def _denies_nothing(self, at: int, after: Sequence[Token]) -> bool:
        """Whether the negation there denies nothing: *no better place*, *chose not to*, a *not* without a verb."""
        word, before = self.tokens[at].word, [token.word for token in self.tokens[max(0, at - 2) : at]]
        if word == "no" and any(token.word in NO_USE for token in after[:2]):
            return True
        return (before[-1:] != [] and before[-1] in CHOICES) or (
            word == "not" and not _AUXILIARIES.intersection(before)
        )

    @property
    def none_of(self) -> int:
        """How many words make its negation *no one*, *not one*, *not a single*; 0 where none do."""
        at = next((i for i, token in enumerate(self.tokens) if token.span == self.negation), len(self.tokens))
        words = [token.word for token in self.tokens[at : at + 3]]
        if words[:1] not in (["no"], ["not"]):
            return 0
        return 1 if words[1:2] == ["one"] else 2 if words[1:] == ["a", "single"] else 0

    @property
    def is_whole(self) -> bool:
        """Whether it is all that its saying says."""
        content = self.attribution.content
        return len(content) == 1 and len(content[0]) <= len(self.span) + 4

    @property
    def begins(self) -> bool:
        """Whether its saying, or a part of that after a gap, begins with it, so that its *it* is of what stands before."""
        return any(span.start <= self.span.start <= span.start + 3 for span in self.attribution.content)

    @property
    def verb(self) -> str | None:
        """What is denied to have been done, where the clause begins so that it can be told: *denied using …*,
        *denied that it used …*."""
        words = [token.word for token in self.tokens]
        at = 1 if words[:1] == ["that"] else 0
        if not words[at:]:
            return None
        if words[at] in _SUBJECTS:
            at += 1
            while at < len(words) and (words[at] in LIGHT or words[at] in _EMPTY):
                at += 1
            return self.tokens[at].key if at < len(words) else None
        for word, token in zip(words[at : at + 3], self.tokens[at : at + 3], strict=True):
            if word.endswith("ing") and len(word) > 4 and word not in LIGHT and word not in _EMPTY:
                return token.key
        return None

    @property
    def is_negative(self) -> bool:
        """Whether a word of it negates, be it one that denies nothing (*not yet*)."""
        return any(token.word in NEGATES or token.word.endswith("n't") for token in self.tokens)

    def negates(self, keys: Sequence[str]) -> bool:
        """Whether a negation in its own words reaches one of these."""
        return self.negation is not None and any(self.about[key] != self.denies for key in keys if key in self.about)

    @property
    def content(self) -> list[str]:
        """Its content words without whom it names."""
        return [key for key in self.about if not key.startswith("@")]

    @property
    def would_is_will(self) -> bool:
        """Whether its *would* can be a *will* that is told: *said that the mill would reopen*."""
        return is_told(self.attribution, words_in(self.saying.cue))

    @property
    def clause(self) -> str:
        return self.span.of(self.reading.article.text)


def claims_of(reading: Reading, sayings: Sequence[Saying], first: int = 0) -> Iterator[Claim]:
    """The claims of a reading's sayings, in order; `first` is the number of the first of them."""
    text = reading.article.text
    people = People(reading)
    by_id = {each.id: each for each in reading.attributions}
    number = first
    for saying in sayings:
        found = by_id.get(saying.attribution)
        if found is None:
            continue
        for span in found.content:
            for start, end in clauses(text, span):
                made = _claim(number, saying, found, reading, people, Span(start, end))
                if made is not None:
                    yield made
                    number += 1


def _claim(
    number: int, saying: Saying, found: Attribution, reading: Reading, people: People, span: Span
) -> Claim | None:
    text = reading.article.text
    raw = [
        (
            _MONTH if each.group() == "May" else fold(each.group()),
            Span(span.start + each.start(), span.start + each.end()),
        )
        for each in IN_CLAUSE.finditer(span.of(text))
    ]
    raw = raw[:LONGEST_CLAUSE]
    if not raw:
        return None
    cue_words = [fold(each) for part in found.cue for each in IN_CLAUSE.findall(part.of(text))]
    denies, cue = denied(found, cue_words, [word for word, _ in raw[:6]])
    before = text[max(0, found.cue[0].start - 12) : found.cue[0].start] if found.cue else ""
    if denies and any(word in _NOBODY for word in words_in(saying.source)[:2] + words_in(before)[-2:]):
        denies = False
    reached, negation = negated([word for word, _ in raw])
    made = [Token(word, stem(word), at, no, same(stem(word))) for (word, at), no in zip(raw, reached, strict=True)]
    speaker = people.key(found.speaker)
    about: dict[str, bool] = {}
    places: list[tuple[str, int]] = []
    named: set[int] = set()
    for key, at in people.within(span):
        inside = [i for i, token in enumerate(made) if at.holds(token.span) or token.span.holds(at)]
        if inside:
            places.append((key, at.start))
            about[key] = made[inside[0]].negated != denies
            named.update(inside)
            for i in inside:
                if text[made[i].span.start].isupper():
                    made[i] = replace(made[i], key=key)
    first = [i for i, token in enumerate(made) if token.word in _FIRST]
    if speaker and first:
        about.setdefault(speaker, made[first[0]].negated != denies)
        places.append((speaker, made[first[0]].span.start))
    for i, token in enumerate(made):
        if not is_content(token.word) or (i in named and text[token.span.start].isupper()):
            continue
        if i in named:
            about.setdefault(same(token.stem), token.negated != denies)
            places.append((same(token.stem), token.span.start))
            continue
        if token.word in people.names and text[token.span.start].isupper():
            made[i] = token = replace(token, key=people.names[token.word] or token.key)
        about.setdefault(token.key, token.negated != denies)
        places.append((token.key, token.span.start))
    tokens = tuple(made)
    myth = next(
        (token for i, token in enumerate(tokens) if token.word in MYTHS and not token.negated and is_myth(tokens, i)),
        None,
    )
    doubt = next((token for token in tokens if token.word in DOUBTS and not token.negated), None)
    low = [token.word for token in tokens]
    supposes = any(word in HYPOTHETICAL for word in low if word != "would" or not is_told(found, cue_words))
    return Claim(
        number, saying, reading, found, span, tokens, about,
        near=_near(text, span, about),
        speaker=speaker,
        denies=denies,
        myth=myth_span(tokens, myth) if myth else None,
        doubt=doubt.span if doubt else None,
        negation=tokens[negation].span if negation is not None else None,
        points=any(word in POINTERS for word in low),
        opens=opens(low),
        supposes=supposes or is_supposed(text, span) or (not denies and is_negated(cue_words)),
        asks=text[span.end : span.end + 1] == "?" or low[0] in ("why", "what", "how", "who", "when", "where"),
        wishes=wishes(cue_words, low[0]),
        figures=figures_in(span, text),
        places=tuple(places),
        cue=cue,
        stems=frozenset(token.stem for token in tokens),
        against=frozenset(each for token in tokens for each in opposites_of(token.stem)),
        is_crowd=is_crowd(saying.source or saying.speaker or ""),
    )  # fmt: skip


def _near(text: str, span: Span, about: dict[str, bool]) -> frozenset[str]:
    """Content words shortly before a clause."""
    before = text[max(0, span.start - NEAR) : span.start]
    words = (fold(each) for each in WORD.findall(before))
    stems = (stem(word) for word in words if is_content(word))
    return frozenset(same(each) for each in stems) - about.keys()

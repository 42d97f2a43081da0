"""Sayings as claims that can be set against each other: clauses, what each is about, and what each holds not to be
so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.coverage.figures import Figure, figures_in
from sayso.coverage.mentioned import People
from sayso.coverage.opposites import (
    BELIEVES,
    CHOICES,
    CLAIMS,
    DENIES,
    DOUBTS,
    GENERIC,
    HYPOTHETICAL,
    LIGHT,
    MUDDY,
    MYTHS,
    NEGATES,
    NO_USE,
    NOT_NEGATIVE,
    OPPOSITES,
    POINTERS,
    RAISES,
    REFUSED,
    REJECTS,
    REVERSES,
    SAME,
    WANTS,
    is_saying,
)
from sayso.coverage.terms import STOP, WORD, fold, stem
from sayso.reading.words import word_set
from sayso.records import Attribution, Certainty, Polarity, Reading, Span
from sayso.records.saying import Saying

SCOPE = 14
"""Words after a negation that it can reach. Chosen by hand."""
FOCUS = 6
"""Words after a negation among which the first content word is what it bears on. Chosen by hand."""
LONGEST_CLAUSE = 60
"""Words; a longer clause is cut, since two halves of it say two things."""
NEAR = 320
"""Characters before a clause whose words it can point back to with *it*, *this* and the like."""

_BREAK = re.compile(
    r"[.!?;:…]+[”’\"')\]]*(?=\s|$)|\s[-–—]{1,2}\s|—|,?\s(?=(?:but|although|though|while|whereas|because|unless)\s)|,\s(?=(?:and|so|nor)\s(?:I|we|he|she|they|it|there|that|the)\s)"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPENS = word_set("that that's this it it's such so")
_DENIED = word_set("that any it this such having being there all ever both")
_ENDS_SCOPE = word_set("but because unless until except than which who")
_FIRST = word_set("i i'm i've i'd i'll we we're we've we'd we'll me my our us myself ourselves mine ours")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a claim: folded, its stem, where it stands in the article, and whether a negation reaches it."""

    word: str
    stem: str
    span: Span
    negated: bool


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

    @property
    def is_marked(self) -> bool:
        """Whether anything in it could set it against another."""
        return bool(self.denies or self.myth or self.doubt or self.negation or self.figures) or any(
            token.stem in OPPOSITES for token in self.tokens
        )

    @property
    def scope(self) -> frozenset[str]:
        """What its negations reach."""
        return frozenset(key for key, negated in self.about.items() if negated)

    @property
    def subject(self) -> frozenset[str]:
        """What it says before its negation, and whoever it names that the negation does not reach."""
        if self.negation is None:
            return frozenset()
        early = {SAME.get(token.stem, token.stem) for token in self.tokens if token.span.start < self.negation.start}
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
        if self.tokens[at].word == "no" and any(token.word in NO_USE for token in after[:2]):
            return None
        if at and self.tokens[at - 1].word in CHOICES:
            return None
        first = next((token for token in after if token.word not in LIGHT), None)
        return SAME.get(first.stem, first.stem) if first is not None and _is_content(first.word) else None

    @property
    def content(self) -> list[str]:
        """Its content words without whom it names."""
        return [key for key in self.about if not key.startswith("@")]

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
            for start, end in _clauses(text, span):
                made = _claim(number, saying, found, reading, people, Span(start, end))
                if made is not None:
                    yield made
                    number += 1


def _clauses(text: str, span: Span) -> Iterator[tuple[int, int]]:
    words = span.of(text)
    at = 0
    for stop in (*(found.span() for found in _BREAK.finditer(words)), (len(words), len(words))):
        part = words[at : stop[0]]
        lead = len(part) - len(part.lstrip(" \t\n“”\"'‘’([,"))
        tail = len(part.rstrip(" \t\n“”\"'‘’)],"))
        if tail > lead:
            yield span.start + at + lead, span.start + at + tail
        at = stop[1]


def _claim(
    number: int, saying: Saying, found: Attribution, reading: Reading, people: People, span: Span
) -> Claim | None:
    text = reading.article.text
    raw = [
        (fold(each.group()), Span(span.start + each.start(), span.start + each.end()))
        for each in _WORD.finditer(span.of(text))
    ]
    raw = raw[:LONGEST_CLAUSE]
    if not raw:
        return None
    cue_words = [fold(each) for part in found.cue for each in _WORD.findall(part.of(text))]
    denies, cue = _denied(found, cue_words, [word for word, _ in raw[:6]])
    negated, negation = _negated([word for word, _ in raw])
    tokens = tuple(Token(word, stem(word), at, no) for (word, at), no in zip(raw, negated, strict=True))
    speaker = people.key(found.speaker)
    about: dict[str, bool] = {}
    places: list[tuple[str, int]] = []
    named: set[int] = set()
    for key, at in people.within(span):
        inside = [i for i, token in enumerate(tokens) if at.holds(token.span) or token.span.holds(at)]
        if inside:
            places.append((key, at.start))
            about[key] = tokens[inside[0]].negated != denies
            named.update(inside)
    first = [i for i, token in enumerate(tokens) if token.word in _FIRST]
    if speaker and first:
        about.setdefault(speaker, tokens[first[0]].negated != denies)
        places.append((speaker, tokens[first[0]].span.start))
    for i, token in enumerate(tokens):
        if i in named or not _is_content(token.word):
            continue
        key = SAME.get(token.stem, token.stem)
        if token.word in people.names and text[token.span.start].isupper():
            key = people.names[token.word] or key
        about.setdefault(key, token.negated != denies)
        places.append((key, token.span.start))
    myth = next(
        (token for i, token in enumerate(tokens) if token.word in MYTHS and not token.negated and _is_myth(tokens, i)),
        None,
    )
    doubt = next((token for token in tokens if token.word in DOUBTS and not token.negated), None)
    low = [token.word for token in tokens]
    return Claim(
        number, saying, reading, found, span, tokens, about,
        near=_near(text, span, about),
        speaker=speaker,
        denies=denies,
        myth=_myth_span(tokens, myth) if myth else None,
        doubt=doubt.span if doubt else None,
        negation=tokens[negation].span if negation is not None else None,
        points=any(word in POINTERS for word in low),
        opens=_opens(low),
        supposes=any(word in HYPOTHETICAL for word in low) or _supposed(text, span) or (not denies and _is_negated(cue_words)),
        asks=text[span.end : span.end + 1] == "?" or low[0] in ("why", "what", "how", "who", "when", "where"),
        wishes=any(word in WANTS for word in cue_words) or low[0] == "to",
        figures=figures_in(span, text),
        places=tuple(places),
        cue=cue,
    )  # fmt: skip


def _opens(words: list[str]) -> bool:
    """Whether a clause begins with a word for what was said before: *that is nonsense*, *it*; not with a *that* that
    only joins it on."""
    if words[0] == "that":
        return len(words) == 1 or words[1] in (
            "is",
            "was",
            "isn't",
            "wasn't",
            "simply",
            "claim",
            "assertion",
            "allegation",
            "would",
        )
    return words[0] in _OPENS or (len(words) > 1 and words[0] in ("and", "but", "no", "well") and words[1] in _OPENS)


def _myth_span(tokens: Sequence[Token], myth: Token) -> Span:
    """The word's span, of *fairy tale* both words'."""
    following = tokens[tokens.index(myth) + 1 :][:1]
    return Span(myth.span.start, following[0].span.end) if following and following[0].word == "tale" else myth.span


def _is_myth(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word says of something that it is not so: *is a myth*, *the lie that …*; not *the False Claims
    Act*, *the wrong city*."""
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if (tokens[i].word, following) == ("fairy", "tale"):
        return True
    if following and following not in _AFTER_MYTH:
        return False
    before = {token.word for token in tokens[max(0, i - 4) : i]}
    return i == 0 or following == "that" or bool(before & _BEFORE_MYTH)


_AFTER_MYTH = word_set("that about and but or now when by from on in for it is was")
_BEFORE_MYTH = word_set(
    """is was are were be been being it's that's 's a this as called call calls simply absolutely completely totally just
    pure utter an these those"""
)


def _is_content(word: str) -> bool:
    if len(word) <= 2 or word in STOP or "n't" in word:
        return False
    return word not in NEGATES and word not in MYTHS and word not in CLAIMS and word not in BELIEVES


def _is_negated(cue: list[str]) -> bool:
    """Whether the saying itself is negated (*did not confirm that*): then nobody says that it is so, nor that it is
    not."""
    return any(word in NEGATES or word.endswith("n't") for word in cue)


def _supposed(text: str, span: Span) -> bool:
    before = _WORD.findall(text[max(0, span.start - 14) : span.start])
    return bool(before) and before[-1].lower() in ("if", "unless", "whether")


def _denied(found: Attribution, cue: list[str], begins: list[str]) -> tuple[bool, Span | None]:
    """Whether an attribution holds its content not to be so, and the words that say it. *Denied that*, but not
    *denied a visa*; *rejected the claim*, but not *rejected the bill*."""
    if found.polarity is not Polarity.DENIED and found.certainty is not Certainty.DENIED:
        return False, None
    at = found.cue[0] if found.cue else None
    negative = _is_negated(cue)
    if negative and any(word in DENIES or word in REJECTS for word in cue):
        return False, None
    if any(word in DENIES for word in cue):
        passive = any(word in ("was", "were", "been", "being", "be") for word in cue)
        said = bool(begins) and (
            begins[0] in _DENIED
            or begins[0].endswith("ing")
            or any(word in CLAIMS or word in GENERIC for word in begins)
        )
        fits = said and not passive and "to" not in cue and not any(word in REFUSED for word in begins)
    elif any(word in REJECTS for word in cue):
        fits = any(word in CLAIMS - POINTERS for word in begins) or (
            bool(begins) and begins[0] in POINTERS and len(begins) == 1
        )
    else:
        fits = negative and any(word in BELIEVES for word in cue)
        fits = fits and "longer" not in cue
    return fits, at if fits else None


def _negated(words: list[str]) -> tuple[list[bool], int | None]:
    """Which words negations reach, and where the first negation is. A negation over a verb that negates cancels out
    (*never denied*); one after another does not (*not on paper, not by telephone*)."""
    reached = [False] * len(words)
    first: int | None = None
    plain = -1
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        reverses = word in REVERSES
        if not (word in NEGATES or word.endswith("n't") or reverses):
            continue
        if (word, following) in NOT_NEGATIVE or (word.endswith("n't") and ("not", following) in NOT_NEGATIVE):
            continue
        first = i if first is None else first
        to = not (reverses and i <= plain)
        raised = False
        for j in range(i + 1, min(len(words), i + 1 + SCOPE)):
            raised = raised or words[j] in RAISES
            if words[j] in _ENDS_SCOPE or (words[j] == "that" and not raised and not reverses):
                break
            reached[j] = to
            if not reverses:
                plain = j
    return reached, first


def _near(text: str, span: Span, about: dict[str, bool]) -> frozenset[str]:
    """Content words shortly before a clause."""
    before = text[max(0, span.start - NEAR) : span.start]
    words = (fold(each) for each in WORD.findall(before))
    stems = (stem(word) for word in words if _is_content(word))
    return frozenset(SAME.get(each, each) for each in stems) - about.keys()

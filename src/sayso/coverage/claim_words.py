"""What words make of a clause: a denial, a wish, a question, a thing called untrue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from sayso.coverage.clauses import IN_CLAUSE, is_negated
from sayso.coverage.opposites import (
    BELIEVES,
    CLAIMS,
    CROWDS,
    DENIES,
    GENERIC,
    MYTHS,
    NEGATES,
    POINTERS,
    REFUSED,
    REJECTS,
    WANTS,
)
from sayso.coverage.terms import STOP
from sayso.reading.words import word_set
from sayso.records import Attribution, AttributionKind, Certainty, Polarity, Span

_AGE = re.compile(r",\s\d{1,3}(?=,|$)")
_OPENS = word_set("that that's this it it's such so")
_DENIED = word_set("that any it this such having being there all ever both")
_AFTER_HEAD = word_set("that of about as over by on from in for to who which")
_ASIDE = re.compile(r",\s|\s(?:who|which|that|whose)\s")
"""Where a source says more of who it is."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a claim: folded, its stem, where it stands in the article, whether a negation reaches it, and what it counts as
    when two claims are compared: the name that it is a part of, or else its stem or that of a like word."""

    word: str
    stem: str
    span: Span
    negated: bool
    key: str


def is_crowd(source: str) -> bool:
    """Whether a source is a part of those asked: *60 percent of voters*, *some residents*; not by what is told of one after a
    comma."""
    words = _ASIDE.split(_AGE.sub("", source).lower().replace("%", " percent"))[0].split()
    return any(word in CROWDS or word[0].isdigit() for word in words)


def opens(words: list[str]) -> bool:
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


def myth_span(tokens: Sequence[Token], myth: Token) -> Span:
    """The word's span, of *fairy tale* both words'."""
    following = tokens[tokens.index(myth) + 1 :][:1]
    return Span(myth.span.start, following[0].span.end) if following and following[0].word == "tale" else myth.span


def is_myth(tokens: Sequence[Token], i: int) -> bool:
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


def is_content(word: str) -> bool:
    """Whether a word tells what a claim is about."""
    if len(word) <= 2 or (word in STOP and word not in _VERBS) or "n't" in word:
        return False
    return word not in NEGATES and word not in MYTHS and word not in CLAIMS and word not in BELIEVES


def wishes(cue: list[str], first: str) -> bool:
    """Whether a saying wishes for something; not *called the inspection careless*, which says that it was."""
    words = [word for word in cue if word in WANTS]
    names = bool(words) and set(words) <= _NAMES_IT and not {"for", "on", "upon", "to"} & {*cue, first}
    return (bool(words) and not names) or first == "to"


_NAMES_IT = word_set("call calls called calling")


def is_told(found: Attribution, cue: list[str]) -> bool:
    """Whether what a saying says is told in its own words, so that its *would* can be a *will*."""
    return found.kind is not AttributionKind.DIRECT and any(word in _TOLD for word in cue)


_TOLD = word_set(
    """said told announced added insisted promised pledged vowed confirmed claimed declared stated warned predicted
    maintained denied assured explained argued wrote admitted revealed conceded acknowledged believed thought"""
)


_VERBS = word_set(
    """began begun come comes came coming told work works worked working went seen saw took taken used knew called left
    turned put mine story rose sales"""
)
"""Words that tell no story from another, and yet what one claim says and another does not."""


def is_supposed(text: str, span: Span) -> bool:
    """Whether a clause follows an *if* or the like."""
    before = IN_CLAUSE.findall(text[max(0, span.start - 14) : span.start])
    return bool(before) and before[-1].lower() in ("if", "unless", "whether")


def denied(found: Attribution, cue: list[str], begins: list[str]) -> tuple[bool, Span | None]:
    """Whether an attribution holds its content not to be so, and the words that say it. *Denied that*, but not
    *denied a visa*; *rejected the claim*, but not *rejected the bill*."""
    if found.polarity is not Polarity.DENIED and found.certainty is not Certainty.DENIED:
        return False, None
    at = found.cue[0] if found.cue else None
    negative = is_negated(cue)
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
        head = list(takewhile(lambda word: word not in _AFTER_HEAD, begins[1:]))
        fits = any(word in CLAIMS - POINTERS for word in begins[:1] + head) or (
            bool(begins) and begins[0] in POINTERS and len(begins) == 1
        )
    else:
        fits = negative and any(word in BELIEVES for word in cue)
        fits = fits and "longer" not in cue and "will" not in cue and begins[:1] not in (["much"], ["about"], ["of"])
    return fits, at if fits else None

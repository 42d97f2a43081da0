"""What the first mouth is called: its name by the people stage, or the source's own words where those say more."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.speakers import PRONOUNS, Speaker, bare
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import Attribution, PersonKind, Span

_LIMITS = word_set("who which that whose of for from at in with on by to about near such including like close")
_AFTER = ("IN", "VBN", "VBD", "VBG", "RB", "RP")
"""Tags of words behind a noun that are no more of its name: *a poll out on Monday*, *a survey released*."""
_BEGINS = frozenset({"that", "and", "but", "because", "if", ",", "“", '"', "‘", "(", ")", ".", ":", ";", "—", "–"})
_INSIDE = word_set("of in from % surveyed polled")
FAR = 12
"""Words of a subject before its verb."""
_CROWD = (PersonKind.GROUP, PersonKind.UNNAMED)


def called(tokens: Tokens, found: Attribution, voice: Speaker) -> str | None:
    """The name of the first hop: several who speak together have all their names (*Moss and Oyelaran*), a crowd its own words."""
    if not found.source or voice.carried:
        return voice.name
    first, last = tokens.range(found.source[0])
    stop = _stop(tokens, first, last)
    own = bare(found.source[0].of(tokens.text).split(" -- ", 1)[0])
    if last - first < 2 or tokens.lower[first] in PRONOUNS or stop == first:
        return voice.name
    person = voice.person
    if person is None:
        return voice.name
    if person.kind in _CROWD:
        return voice.name if _pointed(tokens, first, stop) else own
    inside = _within(person.mentions, found.source[0])
    if person.kind is PersonKind.DOCUMENT:
        mine = tokens.text[tokens.start[first] : tokens.end[stop - 1]]
        return mine if _has_name(mine) and not _has_name(voice.name or "") else voice.name
    if inside and inside[-1].start < tokens.start[stop - 1] and not _holds_head(tokens, inside, first, stop):
        return own
    return voice.name


def subject(tokens: Tokens, cue: int) -> str | None:
    """The noun phrase right before the words of saying, inside somebody's words: *most people say*; `None` where none is."""
    low = max(tokens.sentences[tokens.sentence[cue]][0], cue - FAR)
    first = cue
    while first > low and (
        tokens.pos[first - 1][:1] in ("D", "J", "N", "C", "P") or tokens.lower[first - 1] in _INSIDE
    ):
        if tokens.lower[first - 1] in ("and", "or", "but") or tokens.pos[first - 1] == "CC":
            break
        first -= 1
    if first == cue or not any(tag.startswith("NN") for tag in tokens.pos[first:cue]) or tokens.pos[cue] == "VBG":
        return None
    if first > low and tokens.lower[first - 1] not in _BEGINS:
        return None  # an object, or part of a longer phrase
    return tokens.text[tokens.start[first] : tokens.end[cue - 1]]


def _has_name(words: str) -> bool:
    return any(word[0].isupper() for word in words.split()[1:])


def _stop(tokens: Tokens, first: int, last: int) -> int:
    """The end of a noun phrase before what is said of it."""
    for at in range(first + 1, last):
        low = tokens.lower[at]
        after = tokens.pos[at] in _AFTER and tokens.pos[at - 1][:2] == "NN"
        if after or low in _LIMITS or not (low[0].isalnum() or low in "&’'." or low in ("’s", "'s", "-")):
            return at
    return last


def _pointed(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a crowd is only pointed to: *the group*, *those people*; its name then says more."""
    return stop - first == 2 and tokens.lower[first] in ("the", "this", "that", "these", "those", "its", "their")


def _within(mentions: Sequence[Span], whole: Span) -> Sequence[Span]:
    """Those of some mentions, in order, that lie in a span."""
    a = bisect_left(mentions, whole.start, key=lambda each: each.start)
    b = bisect_left(mentions, whole.end, key=lambda each: each.start)
    return [each for each in mentions[a:b] if each.end <= whole.end]


def _holds_head(tokens: Tokens, inside: Sequence[Span], first: int, stop: int) -> bool:
    """Whether a mention of the speaker reaches the last word of the noun phrase: *US* does not in *US military officials*."""
    head = stop - 1
    while head > first and not tokens.lower[head][0].isalnum():
        head -= 1
    return any(m.start <= tokens.start[head] < m.end for m in inside)


def is_passive(cue: list[str]) -> bool:
    """Whether a cue without a source says that something is said, seen or charged by somebody."""
    past = any(word.endswith(("ed", "en", "wn")) or word in ("said", "told", "thought", "held") for word in cue)
    return past and any(word in v.BE for word in cue)

"""What the first mouth is called: its name by the people stage, or the source's own words where those say more."""

from __future__ import annotations

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
_FEW = word_set("they them these those all both some many most others who which it he she we i you one neither")


def called(tokens: Tokens, found: Attribution, voice: Speaker) -> str | None:
    """The name of the first hop: several who speak together have all their names (*Moss and Oyelaran*), a crowd its own words."""
    if not found.source or voice.carried:
        return voice.name
    first, last = tokens.range(found.source[0])
    stop = _stop(tokens, first, last)
    own = bare(found.source[0].of(tokens.text).split(" -- ", 1)[0])
    if last - first < 2 or tokens.lower[first] in PRONOUNS or stop == first:
        return voice.name
    if _together(tokens, first, stop):
        return own
    ends = _person_at_end(tokens, first, last)
    if ends:
        return ends
    person = voice.person
    if person is None:
        return voice.name
    if person.kind in _CROWD and not (stop - first == 1 and tokens.lower[first] in _FEW):
        return voice.name if _pointed(tokens, first, stop) else own
    inside = [m for m in person.mentions if found.source[0].start <= m.start and m.end <= found.source[0].end]
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


def _person_at_end(tokens: Tokens, first: int, last: int) -> str | None:
    """The name that ends an office of several words (*former ambassador to the Holy See Ada Moss*), or that tells which one of
    several it is (*one of the guests, the actress Ada Moss,*); `None` where there is no such name."""
    while last > first and not tokens.lower[last - 1][0].isalnum():
        last -= 1
    start = last
    while start > first and tokens.name[start - 1].endswith("-PERSON"):
        start -= 1
        if tokens.name[start] == "B-PERSON":
            break
    if last - start < 2 or start - first < 4:
        return None
    told = tokens.lower[first : first + 2] == ["one", "of"]
    office = "to" in tokens.lower[first:start] and tokens.lower[start - 1] not in _LIMITS
    if not told and (not office or not tokens.lower[start - 1][0].isalpha() or "and" in tokens.lower[first:start]):
        return None
    if told and "," not in tokens.words[first:start]:
        return None
    return tokens.text[tokens.start[start] : tokens.end[last - 1]]


def _stop(tokens: Tokens, first: int, last: int) -> int:
    """The end of a noun phrase before what is said of it."""
    for at in range(first + 1, last):
        low = tokens.lower[at]
        after = tokens.pos[at] in _AFTER and tokens.pos[at - 1][:2] == "NN"
        if after or low in _LIMITS or not (low[0].isalnum() or low in "&’'." or low in ("’s", "'s", "-")):
            return at
    return last


def _together(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a noun phrase names two parties: *Moss and Oyelaran*, *officials and lawmakers*; not *the Food and Drug Board*."""
    for at in range(first + 1, stop - 1):
        if tokens.lower[at] != "and":
            continue
        one = tokens.name[first:stop]
        through = tokens.name[at].startswith("I-") or (
            tokens.name[at + 1].startswith("I-") and tokens.name[at - 1] != "O"
        )
        whole = any(tag.startswith(("B-", "I-")) for tag in one)
        return not (whole and through)
    return False


def _pointed(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a crowd is only pointed to: *the group*, *those people*; its name then says more."""
    return stop - first == 2 and tokens.lower[first] in ("the", "this", "that", "these", "those", "its", "their")


def _holds_head(tokens: Tokens, inside: list[Span], first: int, stop: int) -> bool:
    """Whether a mention of the speaker reaches the last word of the noun phrase: *US* does not in *US military officials*."""
    head = stop - 1
    while head > first and not tokens.lower[head][0].isalnum():
        head -= 1
    return any(m.start <= tokens.start[head] < m.end for m in inside)

"""Where sentences begin, by one pass over the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from sayso.model.words import split_words

_LINE = re.compile("\n")
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]")
_OPENERS = frozenset("\"'“‘«([")
_NEVER_LAST_WORDS = (
    "mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr adm maj pte cpl insp supt det st mt ft messrs "
    "mx fr sr jr atty amb pres vs v eg ie cf approx dept est"
)
_NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
"""Abbreviations that a full stop follows inside a sentence."""
_SELDOM_LAST_WORDS = (
    "inc corp co ltd llc plc bros jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs "
    "fri sat sun ave blvd rd ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont "
    "neb nev okla ore pa tenn tex va vt wash wis wyo etc a.m p.m am pm u.s u.k d.c"
)
_SELDOM_LAST = frozenset(_SELDOM_LAST_WORDS.split())
"""Abbreviations that may end a sentence: it does where a capital follows that opens one, such as *The*."""
_OPENING_WORDS = (
    "the a an he she it they we i you his her its their our my this that these those there in on at but and so if "
    "when while after before for as with by from to of not no yes what who how why where according asked"
)
_OPENERS_OF_SENTENCES = frozenset(_OPENING_WORDS.split())


_SMALL = frozenset({"am", "pm", "etc"})


def sentences_in(text: str) -> list[tuple[int, int]]:
    """First code point of each sentence of a text and the one after its last word, in order; each line is a paragraph."""
    spans = split_words(text)
    breaks = [found.start() for found in _LINE.finditer(text)]
    words, starts, ends = [text[a:b] for a, b in spans], [a for a, _ in spans], [b for _, b in spans]
    heads = sentence_starts(words, starts, ends, [bisect_right(breaks, start) for start in starts])
    return [(starts[head], ends[after - 1]) for head, after in pairwise([*heads, len(spans)])]


def sentence_starts(
    words: Sequence[str], start: Sequence[int], end: Sequence[int], paragraph: Sequence[int]
) -> list[int]:
    """The first word of each sentence, in order. A paragraph's first word always begins one.

    A full stop after an initial, a title or another abbreviation ends no sentence unless what follows begins one beyond
    doubt; nor does one that a small letter follows. Closing marks belong to the sentence that they close.
    """
    out: list[int] = []
    count = len(words)
    i = 0
    while i < count:
        if i == 0 or paragraph[i] != paragraph[i - 1]:
            out.append(i)
        if words[i] in _ENDS:
            after = i + 1
            while after < count and (
                words[after] in _ENDS or (words[after] in _CLOSERS and start[after] == end[after - 1])
            ):
                after += 1
            if after < count and paragraph[after] == paragraph[i] and _begins(words, start, end, i, after):
                out.append(after)
            if after < count and paragraph[after] != paragraph[i]:
                i = after
                continue
            i = max(i + 1, after) if after < count else count
            continue
        i += 1
    return sorted(set(out))


def _begins(words: Sequence[str], start: Sequence[int], end: Sequence[int], stop: int, after: int) -> bool:
    if start[after] == end[after - 1]:
        return False
    head = after
    while head < len(words) - 1 and words[head] in _OPENERS:
        head += 1
    first = words[head]
    if first[0].islower():
        return False
    if words[stop] != "." or stop == 0 or start[stop] != end[stop - 1]:
        return True
    before = words[stop - 1].lower()
    if before in _NEVER_LAST and first.lower() not in _OPENERS_OF_SENTENCES:
        return False
    initial = len(before) == 1 and before.isalpha()
    if initial or (before in _SELDOM_LAST and (words[stop - 1][0].isupper() or before in _SMALL)):
        return first.lower() in _OPENERS_OF_SENTENCES and first[0].isupper()
    return True

"""Where sentences begin, by one pass over the words, or over a text's full stops alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]")
_OPENERS = frozenset("\"'“‘«([")
_NEVER_LAST_WORDS = (
    "mr mrs ms dr prof rev rt hon sen rep gov gen col lt sgt capt cmdr adm maj pte cpl insp supt det st mt ft messrs "
    "mx fr sr jr atty amb pres vs v eg ie cf approx dept est engr mohd smt shri barr brig cdr cllr ven msgr mgr mme mlle sra "
    "srta pfc spc ald asst"
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
_MARKED_NAMES = frozenset(["e", "yahoo", "hello", "ok"])
_AFTER_MARKED_NAMES = frozenset(
    ["news", "online", "finance", "sports", "sport", "entertainment", "magazine", "politics", "music", "movies", "tv"]
)
"""Names with a mark of exclamation, and what goes on with them: *E! News*, *Yahoo! Finance*."""


_SMALL = frozenset({"am", "pm", "etc"})


def sentences_in(text: str) -> list[tuple[int, int]]:
    """First code point of each sentence of a text and the one after its last word, in order; each line is a paragraph.

    They begin where `sentence_starts` has them begin (a property test holds both to it). Only what is around each full stop is
    looked at here, which takes a quarter of the time: an archive has millions of sentences.
    """
    return [(head, head + len(text[head:after].rstrip())) for head, after in pairwise([*_heads(text), len(text)])]


_STOP_OR_LINE = re.compile("[.!?…\n]")
_SEEN = re.compile(r"\S")
_CONTRACTED = re.compile(r"['’](?:s|S|t|ll|re|ve|d|m|LL|RE|VE)\b")
_LONGEST = 9
"""One more than the letters of the longest abbreviation."""


def _heads(text: str) -> Iterator[int]:
    """The first code point of each sentence, in order."""
    found = _SEEN.search(text)
    if found is None:
        return
    at = found.start()
    yield at
    while (found := _STOP_OR_LINE.search(text, at)) is not None:
        stop = found.start()
        if text[stop] == "\n":
            found = _SEEN.search(text, stop)
            if found is None:
                return
            at = found.start()
            yield at
            continue
        if 0 < stop < len(text) - 1 and text[stop - 1].isdecimal() and text[stop + 1].isdecimal():
            at = stop + 1  # inside a number
            continue
        last, at = _after(text, stop)
        if at == len(text):
            return
        if "\n" not in text[stop:at]:
            if at > last + 1 and _opens(text, stop, at):
                yield at
        elif "\n" in text[last:at]:
            yield at


def _after(text: str, stop: int) -> tuple[int, int]:
    """The last of the marks that end a sentence with a stop, and where the word after them begins; the text's end where there
    is none."""
    last = stop
    while (found := _SEEN.search(text, last + 1)) is not None:
        at = found.start()
        mark = text[at]
        closes = at == last + 1 and mark in _CLOSERS and not (mark in "'’" and _CONTRACTED.match(text, at))
        if mark not in _ENDS and not closes:
            return last, at
        last = at
    return last, len(text)


def _opens(text: str, stop: int, at: int) -> bool:
    """As `_begins`, of the words of a text."""
    head = at
    while text[head] in _OPENERS and not (text[head] == "'" and _CONTRACTED.match(text, head)):
        found = _SEEN.search(text, head + 1)
        if found is None:
            break
        head = found.start()
    if text[head].islower():
        return False
    if text[stop] not in ".!" or stop == 0 or not _is_letter(text[stop - 1]):
        return True
    begin = stop - 1
    while begin and stop - begin <= _LONGEST and _is_letter(text[begin - 1]):
        begin -= 1
    before = text[begin:stop]
    if text[stop] == "!":
        return not (text[stop + 1 : head].isspace() and _goes_on(before, _word_at(text, head)))
    if begin and text[begin - 1] in "'’" and _CONTRACTED.match(text, begin - 1):
        return True
    return not _may_be_short(before) or _word_at(text, head).lower() in _OPENERS_OF_SENTENCES


def _word_at(text: str, head: int) -> str:
    end = head
    while end < len(text) and _is_letter(text[end]):
        end += 1
    return text[head:end]


def _is_letter(mark: str) -> bool:
    """Whether it is part of a run of letters, as words are cut."""
    return mark.isalnum() and not mark.isdecimal()


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
    if words[stop] not in (".", "!") or stop == 0 or start[stop] != end[stop - 1]:
        return True
    if words[stop] == "!":
        return head > stop + 1 or not _goes_on(words[stop - 1], first)
    return not _may_be_short(words[stop - 1]) or first.lower() in _OPENERS_OF_SENTENCES


def _goes_on(before: str, after: str) -> bool:
    """Whether the mark of exclamation between the two is part of a name."""
    return before[0].isupper() and before.lower() in _MARKED_NAMES and after.lower() in _AFTER_MARKED_NAMES


def _may_be_short(word: str) -> bool:
    """Whether the full stop behind a word may be an abbreviation's or an initial's, and so end no sentence."""
    low = word.lower()
    if low in _NEVER_LAST or (len(low) == 1 and low.isalpha()):
        return True
    return low in _SELDOM_LAST and (word[0].isupper() or low in _SMALL)

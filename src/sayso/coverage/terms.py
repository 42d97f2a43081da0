"""Words of an article as terms that articles can be compared by."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.words import word_set
from sayso.records import Span

LONGEST = 20_000
"""Characters of a text that are looked at; a story shows in its first pages. Chosen by hand."""
LEAD = 700
"""Characters at the beginning whose words count double: the lead says what happened."""
NAME = 1.6
QUOTED = 1.2
"""How much more a name, and a word inside quotation marks, counts than another word. Chosen by hand on dev pairs."""

KNOWN = 100_000
"""Words whose folded form and stem are remembered: most of a text are the same few."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]{1,3}(?![^\W_]))?")
_ENDS = frozenset('.!?:;“”"‘\n•–—…')
_QUOTES = re.compile(r"[“\"]([^“”\"\n]{2,400})[”\"]")

STOP = word_set("""a about above across after again against ago all almost along already also although always am among an and
    another any anyone anything are aren't around as asked at away back be because became become been before began
    behind being below best better between both but by call called came can can't cannot com come comes could
    couldn't did didn't do does doesn't doing don't done down during each early either else enough even ever every
    everyone everything far few first for four from gave get gets getting give given go goes going gone good got
    great had hadn't half has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how
    however i i'd i'll i'm i've if in including indeed inside instead into is isn't it it's its itself just keep kind
    know knew known last late later least less let like likely little long look made make makes making many may maybe
    me mean might mine more most mr mrs ms much must my myself near nearly need never new next no nobody none nor not
    nothing now of off often oh on once one ones only onto or other others our ours ourselves out outside over own
    part people per percent perhaps put quite rather read really right said same saw say saying says second see seem
    seemed seems seen set several shall she she'd she'll she's should shouldn't since six so some somebody someone
    something soon still story such take taken taking tell than that that's the their theirs them themselves then
    there there's these they they'd they'll they're they've thing things think third this those though thought three
    through thus time times to today together told tomorrow too took toward towards tried try trying turn twice two
    under until up upon us use used using very via want wanted wants was wasn't way we we'd we'll we're we've week
    weeks well went were weren't what what's when where whether which while who who's whole whom whose why will with
    within without won't word words work would wouldn't year years yes yesterday yet you you'd you'll you're you've
    your yours yourself according added adding reported reports report news spokesman spokeswoman statement continued
    photo image video click monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december day days month months morning afternoon evening night hour
    hours minute minutes am pm five seven eight nine ten""")
"""Words that tell no story from another."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of one text: how much it counts there, whether it is a name, and where it stands first."""

    weight: float
    is_name: bool
    first: Span


@lru_cache(maxsize=KNOWN)
def fold(word: str) -> str:
    """The word in small letters without accents or a possessive ending, with a plain apostrophe."""
    word = word.lower().replace("’", "'")
    if not word.isascii():
        word = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return word[:-2] if word.endswith("'s") else word


@lru_cache(maxsize=KNOWN)
def stem(word: str) -> str:
    """The word without its commonest endings, so that *opened*, *opens* and *opening* are one. Folded words only;
    crude by design: it only has to give the forms of one word the same stem, and does not have to give a word."""
    if len(word) <= 3 or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ied") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("ing") and len(word) > 5 and _has_vowel(word[:-3]):
        word = _undoubled(word[:-3])
    elif word.endswith("ed") and len(word) > 4 and not word.endswith("eed") and _has_vowel(word[:-2]):
        word = _undoubled(word[:-2])
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _has_vowel(word: str) -> bool:
    return any(letter in "aeiouy" for letter in word)


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word


def names_in(text: str) -> set[str]:
    """Folded words that the text writes with a capital inside sentences and never without."""
    inside: Counter[str] = Counter()
    small: set[str] = set()
    for found in WORD.finditer(text):
        word = found.group()
        if word[0].isupper():
            if not (word.isupper() and len(word) > 5) and not _begins(text, found.start()):
                inside[fold(word)] += 1
        else:
            small.add(fold(word))
    return {word for word in inside if word not in small and word not in STOP}


def _begins(text: str, at: int) -> bool:
    """Whether a sentence, a title or a quotation begins here, so that a capital says nothing."""
    at -= 1
    while at >= 0 and text[at] in " \t([":
        at -= 1
    return at < 0 or text[at] in _ENDS


def terms_of(text: str, title: str | None) -> dict[str, Term]:
    """The terms of an article with their weights before any is known to be rare: names, content words, words inside
    quotation marks; those of the title and the lead count double."""
    text = text[:LONGEST]
    names = names_in(text)
    known = _known
    quoted = [found.span() for found in _QUOTES.finditer(text)]
    count: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    first: dict[str, Span] = {}
    is_name: dict[str, bool] = {}
    spoken: set[str] = set()
    at = 0
    for found in WORD.finditer(text):
        word, stemmed, counts = known(found.group())
        if not counts:
            continue
        named = word in names
        key = word if named else stemmed
        start, end = found.span()
        first.setdefault(key, Span(start, end))
        is_name[key] = is_name.get(key, False) or named
        count[key] += 1
        if start < LEAD:
            extra[key] += 1
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        if at < len(quoted) and quoted[at][0] <= start:
            spoken.add(key)
    for word in map(fold, WORD.findall(title or "")):
        key = word if word in names else stem(word)
        if _counts(word) and key in count:
            extra[key] += 2
    made = {}
    for key, number in count.items():
        weight = 1 + math.log(number + extra[key])
        made[key] = Term(
            weight * (NAME if is_name[key] else QUOTED if key in spoken else 1.0), is_name[key], first[key]
        )
    return made


@lru_cache(maxsize=KNOWN)
def _known(printed: str) -> tuple[str, str, bool]:
    """A printed word folded, stemmed, and whether it counts."""
    word = fold(printed)
    return word, stem(word), _counts(word)


def _counts(word: str) -> bool:
    return len(word) > 2 and word not in STOP and not word.isdecimal() and not word.endswith("n't")

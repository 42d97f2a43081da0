"""Whether a text is English, by its most frequent words; when in doubt it is.

A detector of every language would cost more memory and time than the reading does; the one question here is English or
not. About two words in five of English prose are function words, and the ones listed are not common words elsewhere.
"""

from __future__ import annotations

import re

from sayso.article.words import word_set

_WORDS = word_set(
    """
    the of and to that is was for with his he it as be by are this have from had not but they were which an
    their has been would will there she her we you said who what when if more about its than them so up out into
    my your our some could only other new then these do two may any like how after all also no can people over
    just because where did being before says told us i'm it's don't against while between should through during
    """
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z]")
ENOUGH_WORDS = 25
"""Below this many words in Latin letters no text is called foreign: a headline or a table may hold no function word."""
LEAST_SHARE = 0.12
"""Share of function words below which a text is not English: the English pages and articles at hand have .19 or more, those in
isiZulu, isiXhosa and Hindi .01 or less."""
_SAMPLE = 30_000


def english_share(text: str, enough: int = ENOUGH_WORDS) -> float | None:
    """Share of the words that are English function words, 0 to 1; `None` where there are fewer than `enough` words."""
    words = _WORD.findall(_sample(text))
    if len(words) < enough:
        return None
    return sum(word.lower().replace("’", "'") in _WORDS for word in words) / len(words)


def is_english(text: str, declared: str | None = None) -> bool:
    """Whether the text is to be read as English: true unless it is clearly something else.

    Where a page declares another language, fewer words are enough to be clear.
    """
    sample = _sample(text)
    letters = sum(map(len, _WORD.findall(sample)))
    if letters >= 40 and len(_LATIN.findall(sample)) < letters / 2:
        return False
    share = english_share(text, ENOUGH_WORDS if declared in (None, "en") else 8)
    return share is None or share >= LEAST_SHARE


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]

"""What articles are about, as the names in what they quote and their titles tell it: whether two have one subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.coverage.spread.words import bits, fold, stem, words_of
from sayso.reading.words import word_set

TITLE_BITS = 7.0
"""What a word of a title must tell to count."""
LEAST = 12.0
"""Bits that two articles must share at all: one rare name. With 30 the scenes, whose articles are short, lose 2 of F1."""
_ALWAYS = word_set("i im ive id ill the a an and but we he she they it you this that there in on no")
"""Words that have a capital where a sentence begins, and tell nothing."""


def names_in(raw: Sequence[str]) -> frozenset[str]:
    """The words with a capital that do not begin the text, without those that always have one."""
    return frozenset(fold(word) for word in raw[1:] if word[0].isupper()) - _ALWAYS


@lru_cache(maxsize=1000)
def title_words(title: str) -> frozenset[str]:
    """The telling words of a title."""
    return frozenset(stem(word) for word in words_of(title) if bits(word) >= TITLE_BITS)


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """Which share of the fewer bits both have, 0 to 1; 0 below `LEAST`.

    Articles on one happening have a fifth and more: of the pairs of the gold of `coverage/` (dev, at most a week apart) that
    are the same words 95 in 100 are above .21, of any two articles of one week half. So it bars what is of another subject, and
    proves nothing.
    """
    both = sum(map(bits, a & b))
    if both < LEAST:
        return 0.0
    return both / max(min(sum(map(bits, a)), sum(map(bits, b))), 1.0)


@dataclass(frozen=True, slots=True)
class Around:
    """What an article is about: `names`, and `said`, in how many of its sayings a stem is, where that is more than one (those
    within others not counted)."""

    names: frozenset[str]
    said: Mapping[str, int]


EACH = 0.5
"""What each other saying that has a word too takes off what it tells. Without it B-cubed F1 on the dev half of
`evals/spread_gold.jsonl` is 97.5 instead of 97.9, and most of what is joined in coverage by its meaning is wrong; with 1 the
scenes lose .4."""


def weighed(telling: Iterable[tuple[str, float]], a: Around, b: Around) -> list[float]:
    """What stems tell, each less by how many other sayings of the two articles have it: it is their subject then, and no one's
    words."""
    mine, theirs = a.said, b.said
    if not mine and not theirs:
        return [told for _, told in telling]
    return [told / (1.0 + EACH * (mine.get(stem, 1) + theirs.get(stem, 1) - 2)) for stem, told in telling]


def counted(stems: Sequence[Iterable[str]], spans: Sequence[Sequence[int]]) -> dict[str, int]:
    """In how many sayings of an article each stem is, where that is more than one; what stands within another saying counts
    with that one. `spans` are where each begins and ends, one after the other."""
    out: Counter[str] = Counter()
    reached = -1
    for _, end, place in sorted((each[0], -each[-1], place) for place, each in enumerate(spans)):
        if -end > reached:
            out.update(set(stems[place]))
            reached = -end
    return {stem: count for stem, count in out.items() if count > 1}

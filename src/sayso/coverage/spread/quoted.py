"""A saying ready to be compared: its words as numbers, who speaks, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sayso.coverage.spread.around import Around, names_in, title_words
from sayso.coverage.spread.copies import moment
from sayso.coverage.spread.words import GAP, NUMBER_WORDS, bits, fold, raw_words, stem, words_of
from sayso.reading.people.lexicon import FIRST_NAMES, PEOPLE, ROLES, TITLES
from sayso.reading.words import word_set
from sayso.records.people import SourceClass
from sayso.records.reading import AttributionKind
from sayso.records.saying import Saying
from sayso.records.span import Span

_NO_NAME = word_set(
    "jr sr ii iii iv mr mrs ms dr sen rep gov gen col capt lt sgt president senator governor representative justice judge "
    "sir lord the"
)
_BEFORE_NAMES = (TITLES | ROLES | word_set("maestro keeper head")) - FIRST_NAMES
"""What a name is told with and without: *Sister Radebe*, *Judge Oyelaran*, *Baker Pomfrey*."""
QUOTED_BITS = 14.0
"""What the words in quotation marks of a mixed saying must tell to stand for it; else they are a word set off, and it is taken
whole."""
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|(?<!\w)‘[^’]*(?:’(?=\w)[^’]*)*’?|(?<!\w)'[^']*(?:'(?=\w)[^']*)*'?")
_OWNING = re.compile(r"['’]s\b")
"""*The minister's*: one, whose words they are, and no crowd."""
_CLOSING = frozenset("”\"’'")
_FIRST_PERSON = word_set("i im ive id ill my me mine myself we weve our ours ourselves")
CONTENT_BITS = 6.6
"""From here on a word is counted among those that carry the meaning: *people* (6.9), not *would* (5.7) or *about* (6.2)."""


NAME_BITS = 5.0
"""What a word with a capital tells at most: that two sayings name the same person, law or town says what they are about, not that
their words are the same."""
SHOUTED = 0.8
"""From this share of capitals on they are a way of printing, not names."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """`saying` has the words that are compared: of a mixed one those in quotation marks, where they tell enough; `origin` is the
    saying as it was given. `words` are folded, `weights` what each tells in bits, `told` their sum; `stems` are those of the
    words that carry meaning, in order; `speaker` the words of a name, empty where nobody is named; `day` a number of days,
    `None` without a date."""

    saying: Saying
    origin: Saying
    words: tuple[str, ...]
    weights: tuple[float, ...]
    told: float
    stems: tuple[str, ...]
    speaker: tuple[str, ...]
    day: int | None
    told_by_writer: float
    """1 for what is told in the writer's words, 0 for the speaker's own, between them for a mixed saying taken whole."""
    many: bool
    """Whether it is given to a crowd or a paper without a name: *lawmakers*, *a poll*."""
    around: Around
    """What it names, who is named as its speaker, and what the title of its article tells; of what else its article says
    nothing."""

    def telling(self) -> dict[str, tuple[str, float]]:
        """The words that carry meaning with what they tell, by their stems."""
        stems = iter(self.stems)
        out: dict[str, tuple[str, float]] = {}
        for word, told in zip(self.words, self.weights, strict=True):
            if told >= CONTENT_BITS:
                out.setdefault(next(stems), (word, told))
        return out

    def both(self, other: Any) -> list[str]:
        """The stems that another one has too."""
        return list(set(self.stems).intersection(other.stems))

    @property
    def article(self) -> str:
        return self.saying.article

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.saying.spans


def quoted(origin: Saying) -> Quoted:
    """The saying ready to be compared; the *that* before words told indirectly is no part of them."""
    saying = narrowed(origin)
    raw = raw_words(saying.words)
    by_writer = _told_by_writer(saying, raw)
    if raw and raw[0] == "that" and by_writer:
        raw = raw[1:]
    printed = list(map(_printed, raw))
    words = tuple([each.folded for each in printed])
    capitals = sum([each.capital for each in printed])
    shouted = capitals > SHOUTED * len(raw)
    weights = tuple([each.told if shouted else each.named for each in printed])
    stems = tuple([stem(word) for word, told in zip(words, weights, strict=True) if told >= CONTENT_BITS])
    speaker = name_of(saying)
    names = _names_of_source(saying.source or "") | title_words(saying.title or "") | frozenset(speaker[-1:])
    return Quoted(
        saying,
        origin,
        words,
        weights,
        sum(weights),
        stems,
        speaker,
        day_of(saying.published),
        by_writer,
        not speaker and is_many(saying),
        Around(names if shouted else names | names_in(raw), {}),
    )


class _Printed(NamedTuple):
    """A printed word as it is compared, what it tells as a name, where it has a capital, and otherwise."""

    folded: str
    named: float
    told: float
    capital: bool


@lru_cache(maxsize=300_000)
def _printed(word: str) -> _Printed:
    folded = fold(word)
    told, capital = bits(folded), word[0].isupper() and folded not in NUMBER_WORDS
    return _Printed(folded, min(told, NAME_BITS) if capital else told, told, capital)


@lru_cache(maxsize=50_000)
def _names_of_source(source: str) -> frozenset[str]:
    return names_in(raw_words(source))


def narrowed(saying: Saying) -> Saying:
    """A mixed saying as the words that it has in quotation marks, where they tell `QUOTED_BITS`; any other as it is.

    Of *that the bridge was “a heap of rust and promises”* the speaker's words are the last six.
    """
    if saying.kind is not AttributionKind.MIXED:
        return saying
    spans: list[Span] = []
    start = 0
    for span in saying.spans:
        words = saying.words[start : start + len(span)]
        for found in _QUOTED.finditer(words):
            a, b = found.span()
            a, b = a + 1, b - (found[0][-1] in _CLOSING and b - a > 1)
            if a < b:
                spans.append(Span(span.start + a, span.start + b))
        start += len(span) + len(GAP)
    made = replace(saying, spans=tuple(spans), words=GAP.join(part_of(saying, span) for span in spans))
    held = words_of(made.words)
    return made if len(held) >= 2 and sum(map(bits, held)) >= QUOTED_BITS else saying


def part_of(saying: Saying, span: Span) -> str:
    """The words of a saying that stand at a stretch of its article, over a gap where there is one."""
    parts, start = [], 0
    for each in saying.spans:
        low, high = max(span.start, each.start), min(span.end, each.end)
        if low < high:
            parts.append(saying.words[start + low - each.start : start + high - each.start])
        start += len(each) + len(GAP)
    return GAP.join(parts)


def _told_by_writer(saying: Saying, raw: list[str]) -> float:
    """None of a direct saying and of what is in the first person, as in an interview without quotation marks."""
    if saying.kind is AttributionKind.MIXED:
        inside = sum(len(found[0]) for found in _QUOTED.finditer(saying.words))
        return 1.0 - inside / max(len(saying.words), 1) if inside else 0.0
    if saying.kind is AttributionKind.INDIRECT:
        return float(raw[:1] == ["that"] or _FIRST_PERSON.isdisjoint(map(fold, raw)))
    return 0.0


def in_order(sayings: Iterable[Saying]) -> list[Quoted]:
    """All that have words, in order of publication, then of article and place; so nothing hangs on the order given."""
    made = [quoted(saying) for saying in sayings if saying.spans]
    return sorted(
        (each for each in made if each.words),
        key=lambda each: (
            *moment(each.saying.published),
            each.saying.article,
            each.saying.spans[0].start,
            -each.saying.spans[-1].end,
            each.saying.attribution,
        ),
    )


def name_of(saying: Saying) -> tuple[str, ...]:
    """The words of the speaker's name without titles; empty where the speaker is open, or is a role, a group or a document."""
    if saying.speaker is None or saying.source_class is not SourceClass.NAMED:
        return ()
    words = [word for word in words_of(saying.speaker) if word not in _NO_NAME]
    if words and words[0] not in FIRST_NAMES:
        last = max((place for place, word in enumerate(words[:-1]) if word in _BEFORE_NAMES), default=-1)
        del words[: last + 1]
    return tuple(words) if words else tuple(fold(word) for word in saying.speaker.split())


def is_many(saying: Saying) -> bool:
    """Whether a crowd or a paper is given as the source."""
    return saying.source_class is SourceClass.DOCUMENT or not PEOPLE.isdisjoint(
        words_of(_OWNING.sub("", saying.source or ""))
    )


def same_speaker(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    """Whether two names can be one speaker's; `None` where one of them is open. *Moss* and *Ada Moss* are, *Ben Moss* and *Ada
    Moss* are not, *Ada* and *Ada Moss* may be, and so may *Ada* and *Moss*."""
    if not a or not b:
        return None
    if a[-1] != b[-1]:
        alone = min(len(a), len(b)) == 1 and a[0] == b[0]
        return None if alone or (len(a) == len(b) == 1 and (a[0] in FIRST_NAMES) != (b[0] in FIRST_NAMES)) else False
    return len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0] or not set(a[:-1]).isdisjoint(b[:-1])


def day_of(when: date | datetime | None) -> int | None:
    return None if when is None else when.toordinal()

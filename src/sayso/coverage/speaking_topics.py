"""What somebody speaks about: words that stand in more of their contents than in those of others."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from sayso.archive import Archive
from sayso.archive.derived import Kept
from sayso.coverage.terms import STOP, WORD, fold, stem
from sayso.records.speaking import Part

MOST_TOPICS = 24
LEAST_TOPIC = 3
"""Statements in which a word has to stand to be a topic of somebody's; chosen by hand, as the other numbers here."""
MOST_OWN = 2_000
"""Contents of a speaker that are looked at: of one who has more, those spread evenly over time."""
SAMPLE = 5_000
"""Contents, of everybody, that a speaker's words are set against."""
SURE = 1.96
"""Standard deviations by which a word's log-odds have to differ from nothing."""

Said = tuple[str, str, str | None]
"""Article, attribution and content."""


def topics(kept: Kept, names: Iterable[str], said: Sequence[Said]) -> tuple[Part, ...]:
    """Words that these contents have more often than others' do, the most telling first: by log-odds with a prior of a half, over
    statements (Monroe, Colaresi and Quinn 2008, *Fightin' Words*, with the simplest of their priors). `names` are no topics of
    theirs."""
    step = max(1, math.ceil(len(said) / MOST_OWN))
    own = [(article, words_of(content)) for article, _, content in said[::step]]
    mine = Counter(chain.from_iterable(words for _, words in own))
    named = {stem(fold(word)) for name in names for word in WORD.findall(name)}
    often = {key for key, count in mine.items() if count >= LEAST_TOPIC and key not in named}
    articles: dict[str, set[str]] = {key: set() for key in often}
    for article, words in own:
        for key in often.intersection(words):
            articles[key].add(article)
    found = [key for key in often if len(articles[key]) > 1]
    if not found:
        return ()
    others, total = _others(kept, said, found)

    def score(key: str) -> float:
        a, b = mine[key] + 0.5, others.get(key, 0) + 0.5
        odds = math.log(a / (len(own) - mine[key] + 0.5)) - math.log(b / max(total - others.get(key, 0) + 0.5, 0.5))
        return odds / math.sqrt(1 / a + 1 / b)

    best = sorted(((score(key), key) for key in found), key=lambda each: (-each[0], each[1]))[:MOST_TOPICS]
    return tuple(Part(_shown(key, own), mine[key], len(articles[key])) for worth, key in best if worth > SURE)


def _shown(key: str, own: Sequence[tuple[str, dict[str, str]]]) -> str:
    """The form of a word that most contents have."""
    forms = Counter(words[key] for _, words in own if key in words)
    return min(forms.items(), key=lambda each: (-each[1], each[0]))[0]


def sample(archive: Archive) -> list[Said]:
    """Contents of everybody, the same ones each time: those that a speaker's words are set against."""
    found: list[Said] = archive.tables.ask(
        "SELECT article, attribution, content_text FROM attributions WHERE content_text IS NOT NULL "
        f"ORDER BY hash(article || ' ' || attribution), article, attribution LIMIT {SAMPLE}"
    )
    return found


def _others(kept: Kept, said: Sequence[Said], wanted: Iterable[str]) -> tuple[dict[str, int], int]:
    """In how many of the sampled contents each of these words stands, this speaker's left out, and how many these are."""
    rows = kept.ask(
        "SELECT word, statements FROM words WHERE word IN (SELECT value FROM json_each(?))", (json.dumps(list(wanted)),)
    )
    counts = dict(rows)
    total: int = kept.ask("SELECT count(*) FROM sampled")[0][0]
    sampled = set(kept.ask("SELECT article, attribution FROM sampled"))
    for article, attribution, content in said:
        if (article, attribution) in sampled:
            total -= 1
            for key in words_of(content):
                if key in counts:
                    counts[key] -= 1
    return counts, total


def words_of(content: str | None) -> dict[str, str]:
    """The telling words of a content: stem and form."""
    made: dict[str, str] = {}
    for word in WORD.findall(content or ""):
        if (told := _telling(word)) is not None:
            made.setdefault(*told)
    return made


@lru_cache(maxsize=200_000)
def _telling(word: str) -> tuple[str, str] | None:
    """Stem and form of a word that tells something, else `None`."""
    low = fold(word)
    return (stem(low), low) if len(low) > 3 and low not in STOP and not low.isdecimal() else None

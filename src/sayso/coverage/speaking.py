"""Who speaks in an archive: lists of speakers, a profile of one, and their statements. What `sayso people` asks."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sayso.archive import Archive, Filters
from sayso.archive.info import where_of
from sayso.coverage.terms import STOP, WORD, fold, stem
from sayso.errors import UsageError
from sayso.records import SourceClass
from sayso.records.speaking import Mix, Part, Profile, Speaker, Statement, Voices

MOST_PARTS = 200
MOST_TOPICS = 24
LEAST_TOPIC = 3
"""Statements in which a word has to stand to be a topic of somebody's; chosen by hand, as the other two."""
SAMPLE = 5_000
"""Contents of others that a speaker's words are set against."""
_PRONOUNS = (
    "he",
    "she",
    "they",
    "it",
    "i",
    "we",
    "you",
    "who",
    "one",
    "this",
    "that",
    "these",
    "those",
    "some",
    "many",
)
"""Names that are no names: what a speaker is called whose identity a text leaves open."""


def speakers(
    archive: Archive, query: str = "", filters: Filters | None = None, *, limit: int = 50, after: int = 0
) -> list[Speaker]:
    """Those who speak, by how many articles have them as a speaker, most first. `query` keeps the names with all its words;
    `after` passes over so many."""
    where, values = _where(archive, filters)
    for word in query.split():
        where += " AND contains(lower(a.speaker_name), ?)"
        values.append(word.lower())
    rows = archive.tables.ask(
        "SELECT a.speaker_name, count(*), count(DISTINCT a.article), count(DISTINCT x.outlet), "
        "min(x.published), max(x.published) "
        f"FROM attributions AS a JOIN articles AS x ON x.id = a.article WHERE a.speaker_name IS NOT NULL "
        f"AND NOT list_contains(?::VARCHAR[], lower(a.speaker_name)){where} "
        "GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1 LIMIT ? OFFSET ?",
        [list(_PRONOUNS), *values, limit, after],
    )
    return [Speaker(*row) for row in rows]


def profile(archive: Archive, name: str, filters: Filters | None = None) -> Profile:
    """What those of a name said, counted. UsageError where nobody of that name speaks."""
    where, values = _where(archive, filters)
    rows = archive.tables.ask(
        "SELECT a.article, x.outlet, x.published, a.source_class, a.certainty, a.polarity, a.via, a.venue, a.content_text "
        "FROM attributions AS a JOIN articles AS x ON x.id = a.article "
        f"WHERE a.speaker_name = ?{where} ORDER BY x.published, a.article, a.position",
        [name, *values],
    )
    if not rows:
        raise UsageError(
            f"Nobody called {name!r} speaks in these articles; `sayso people` lists who does.", code="no-such-person"
        )
    days = [row[2] for row in rows if row[2] is not None]
    outlets = {row[1] for row in rows if row[1]}
    articles = len({row[0] for row in rows})
    speaker = Speaker(name, len(rows), articles, len(outlets), min(days, default=None), max(days, default=None))
    months = sorted(_parts((row[0], f"{row[2]:%Y-%m}") for row in rows if row[2]), key=lambda part: str(part.value))
    return Profile(
        speaker,
        outlets=_parts((row[0], row[1]) for row in rows),
        months=tuple(months),
        classes=_parts((row[0], row[3]) for row in rows),
        certainties=_parts((row[0], _sure(row[4], row[5])) for row in rows),
        through=_parts((row[0], each) for row in rows for each in row[6] or ()),
        venues=_parts((row[0], row[7]) for row in rows if row[7]),
        topics=_topics(archive, name, rows),
        others=_others(archive, name),
    )


def statements(
    archive: Archive, name: str, filters: Filters | None = None, *, limit: int = 50, after: int = 0
) -> list[Statement]:
    """What those of a name said, the latest first, those without a date last."""
    where, values = _where(archive, filters)
    rows = archive.tables.ask(
        "SELECT a.article, a.attribution, a.position, x.outlet, x.published, x.title, x.url, a.kind, a.source_text, a.cue_text, "
        "coalesce(a.content_text, a.cue_text, ''), a.certainty, a.polarity, a.via, a.venue, a.addressee_name "
        "FROM attributions AS a JOIN articles AS x ON x.id = a.article "
        f"WHERE a.speaker_name = ?{where} ORDER BY x.published DESC NULLS LAST, a.article, a.position LIMIT ? OFFSET ?",
        [name, *values, limit, after],
    )
    return [Statement(*(*row[:13], tuple(row[13] or ()), *row[14:])) for row in rows]


def voices(archive: Archive, articles: Sequence[str]) -> Voices:
    """Who speaks in some articles, and what the sources of each outlet's statements are."""
    rows = archive.tables.ask(
        "SELECT a.article, a.speaker_name, a.source_class, x.outlet "
        "FROM attributions AS a JOIN articles AS x ON x.id = a.article "
        "WHERE a.article IN (SELECT unnest(string_split(?, ' ')))",
        [" ".join(articles)],
    )
    named = (row for row in rows if row[1] and row[1].casefold() not in _PRONOUNS)
    speaking = sorted(_parts((row[0], row[1]) for row in named), key=lambda part: (-part.articles, -part.statements))
    counts = Counter((row[3], row[2]) for row in rows)
    totals = Counter(row[3] for row in rows)
    classes = tuple(kind for kind in map(str, SourceClass) if any(row[2] == kind for row in rows))
    outlets = sorted(totals, key=lambda name: (-totals[name], name or ""))
    return Voices(
        tuple(speaking), classes, tuple(Mix(name, tuple(counts[name, kind] for kind in classes)) for name in outlets)
    )


def _where(archive: Archive, filters: Filters | None) -> tuple[str, list[Any]]:
    where, values = where_of(archive.tables, filters or Filters())
    return where.replace(" WHERE ", " AND ", 1).replace("published", "x.published"), values


def _parts(rows: Iterable[tuple[str, str | None]]) -> tuple[Part, ...]:
    counts: Counter[str | None] = Counter()
    articles: dict[str | None, set[str]] = {}
    for article, value in rows:
        counts[value] += 1
        articles.setdefault(value, set()).add(article)
    order = sorted(counts.items(), key=lambda each: (-each[1], each[0] or ""))
    return tuple(Part(value, count, len(articles[value])) for value, count in order[:MOST_PARTS])


def _sure(certainty: str, polarity: str) -> str:
    return f"{certainty}, denied" if polarity == "denied" and certainty != "denied" else certainty


def _topics(archive: Archive, name: str, rows: list[tuple[Any, ...]]) -> tuple[Part, ...]:
    """Words that this speaker's contents have more often than others' do: by log-odds with a prior of one, over statements
    (Monroe, Colaresi and Quinn 2008, *Fightin' Words*, with the simplest of their priors)."""
    mine, articles, shown = Counter[str](), dict[str, set[str]](), dict[str, Counter[str]]()
    for row in rows:
        for key, word in _words(row[8]).items():
            mine[key] += 1
            articles.setdefault(key, set()).add(row[0])
            shown.setdefault(key, Counter())[word] += 1
    sample = archive.tables.ask(
        "SELECT content_text FROM attributions WHERE content_text IS NOT NULL AND speaker_name IS DISTINCT FROM ? "
        f"ORDER BY hash(article || attribution) LIMIT {SAMPLE}",
        [name],
    )
    others: Counter[str] = Counter()
    for (content,) in sample:
        others.update(_words(content).keys())
    own = {stem(fold(word)) for word in WORD.findall(name)}

    def score(key: str) -> float:
        a, b = mine[key] + 0.5, others[key] + 0.5
        odds = math.log(a / (len(rows) - mine[key] + 0.5)) - math.log(b / (len(sample) - others[key] + 0.5))
        return odds / math.sqrt(1 / a + 1 / b)

    found = [key for key, count in mine.items() if count >= LEAST_TOPIC and len(articles[key]) > 1 and key not in own]
    best = sorted(((score(key), key) for key in found), key=lambda each: (-each[0], each[1]))[:MOST_TOPICS]
    return tuple(
        Part(shown[key].most_common(1)[0][0], mine[key], len(articles[key])) for worth, key in best if worth > 1.96
    )


def _words(content: str | None) -> dict[str, str]:
    made: dict[str, str] = {}
    for word in WORD.findall(content or ""):
        low = fold(word)
        if len(low) > 3 and low not in STOP and not low.isdecimal():
            made.setdefault(stem(low), low)
    return made


def _others(archive: Archive, name: str) -> tuple[str, ...]:
    """Names that have this one's last word in them, most articles first: *Moss*, *Ada Moss*, *Dr Moss*."""
    words = name.split()
    if not words:
        return ()
    found = archive.tables.ask(
        "SELECT speaker_name, count(DISTINCT article) FROM attributions WHERE speaker_name <> ? "
        "AND list_contains(string_split(lower(speaker_name), ' '), ?) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 8",
        [name, words[-1].lower()],
    )
    return tuple(row[0] for row in found)


def day_of(value: date | None) -> str:
    """The day as ISO 8601, *no date* where there is none."""
    return value.isoformat() if value else "no date"

"""Who speaks in an archive: lists of speakers, a profile of one, and their statements. What `sayso people` asks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sayso.archive import Archive, Filters
from sayso.archive.derived import Kept
from sayso.archive.index import outlets_meant
from sayso.coverage.speaking_around import sentence_around
from sayso.coverage.speaking_kept import PRONOUNS, kept_speakers, key_of_name
from sayso.coverage.speaking_same import likely_same
from sayso.coverage.speaking_topics import topics
from sayso.errors import UsageError
from sayso.records import SourceClass, Span, sureness
from sayso.records.speaking import Mix, Part, Profile, Speaker, Statement, Voices

MOST_PARTS = 200
MOST_OTHERS = 8
FEW_MONTHS = 3
CLASSES: tuple[str, ...] = tuple(map(str, SourceClass))


def speakers(
    archive: Archive,
    query: str = "",
    filters: Filters | None = None,
    *,
    source_class: str | None = None,
    limit: int = 50,
    after: int = 0,
) -> list[Speaker]:
    """Those who speak, by how many articles have them as a speaker, most first. `query` keeps the names with all its words,
    `source_class` those that most of their statements have as that; `after` passes over so many."""
    if source_class is not None and source_class not in CLASSES:
        raise UsageError(f"{source_class!r} is no class of sources; they are {', '.join(CLASSES)}.", code="bad-class")
    kept = kept_speakers(archive)
    wanted, values = ["1"], list[Any]()
    if source_class is not None:
        wanted.append("n.class = ?")
        values.append(source_class)
    for word in query.split():
        wanted.append("instr(n.low, ?)")
        values.append(word.lower())
    within, days = _within(kept, filters)
    if within:
        sql = (
            "SELECT n.name, count(*), count(DISTINCT s.article), count(DISTINCT outlet), min(published), max(published), n.class "
            "FROM statements AS s JOIN articles AS x ON x.number = s.article JOIN names AS n ON n.key = s.key "
            f"WHERE {' AND '.join(wanted)}{within} GROUP BY n.number ORDER BY 3 DESC, 2 DESC, n.number LIMIT ? OFFSET ?"
        )
    else:
        sql = (
            "SELECT name, statements, articles, outlets, since, until, class FROM names AS n "
            f"WHERE {' AND '.join(wanted)} ORDER BY number LIMIT ? OFFSET ?"
        )
    rows = kept.ask(sql, (*values, *days, limit, after))
    return [Speaker(*(*row[:4], _day(row[4]), _day(row[5]), row[6])) for row in rows]


def profile(archive: Archive, name: str, filters: Filters | None = None, *, also: Sequence[str] = ()) -> Profile:
    """What those of a name said, counted; with those of other names (`also`) where they are the same person's. UsageError where
    nobody of these names speaks."""
    kept, names = kept_speakers(archive), (name, *also)
    of, values = _of(kept, names, filters)
    rows = kept.ask(
        f"SELECT x.id, outlet, published, class, certainty, polarity, via, venue, words, attribution, speaker, key {of} "
        "ORDER BY s.article DESC, s.position",
        values,
    )
    if not rows:
        raise UsageError(
            f"Nobody called {name!r} speaks in these articles; `sayso people` lists who does.", code="no-such-person"
        )
    days = [row[2] for row in rows if row[2] is not None]
    classes = _parts((row[0], row[3]) for row in rows)
    key = key_of_name(name)
    called = Counter(row[10] for row in rows if row[11] == key) or Counter([name])
    speaker = Speaker(
        max(called, key=lambda each: (called[each], each)),
        len(rows),
        len({row[0] for row in rows}),
        len({row[1] for row in rows if row[1]}),
        _day(min(days, default=None)),
        _day(max(days, default=None)),
        str(classes[0].value),
    )
    months = _in_time((row[0], row[2][:7]) for row in rows if row[2])
    return Profile(
        speaker,
        outlets=_parts((row[0], row[1]) for row in rows),
        months=months,
        classes=classes,
        certainties=_parts((row[0], sureness(row[4], row[5])) for row in rows),
        through=_parts(
            (row[0], each) for row in rows if row[6] for each in json.loads(row[6]) if each.lower() not in PRONOUNS
        ),
        venues=_parts((row[0], row[7]) for row in rows if row[7]),
        topics=topics(kept, names, [(row[0], row[9], row[8]) for row in rows]),
        others=_others(kept, names),
        taken=tuple(also),
        days=_in_time((row[0], row[2]) for row in rows if row[2]) if len(months) <= FEW_MONTHS else (),
        likely=likely_same(kept, names),
    )


def statements(
    archive: Archive,
    name: str,
    filters: Filters | None = None,
    *,
    also: Sequence[str] = (),
    limit: int = 50,
    after: int = 0,
) -> list[Statement]:
    """What those of a name (and of the names `also`) said, the latest first, those without a date last."""
    kept = kept_speakers(archive)
    of, values = _of(kept, (name, *also), filters)
    rows = kept.ask(
        "SELECT x.id, attribution, position, outlet, published, title, url, kind, source, cue, coalesce(words, cue, ''), "
        f"certainty, polarity, via, venue, addressee, speaker, spans, mouths {of} "
        "ORDER BY s.article, s.position LIMIT ? OFFSET ?",
        (*values, limit, after),
    )
    texts = archive.texts(row[0] for row in rows)
    return [_statement(row, texts.get(row[0], "")) for row in rows]


def _statement(row: tuple[Any, ...], text: str) -> Statement:
    via = tuple(json.loads(row[13])) if row[13] else ()
    spans = [Span(start, end) for start, end in json.loads(row[17])]
    return Statement(*(*row[:4], _day(row[4]), *row[5:13], via, *row[14:17], *sentence_around(text, spans), row[18]))


def voices(archive: Archive, articles: Sequence[str]) -> Voices:
    """Who speaks in some articles, each under the form of the name that is most used there, and what the sources of each
    outlet's statements are."""
    rows = archive.tables.ask(
        "SELECT a.article, a.speaker_name, a.source_class, x.outlet "
        "FROM attributions AS a JOIN articles AS x ON x.id = a.article "
        "WHERE a.article IN (SELECT unnest(string_split(?, ' ')))",
        [" ".join(articles)],
    )
    named = [row for row in rows if row[1] and row[1].casefold() not in PRONOUNS]
    forms: dict[str, Counter[str]] = {}
    for row in named:
        forms.setdefault(key_of_name(row[1]), Counter())[row[1]] += 1
    names = {key: min(some, key=lambda name: (-some[name], name)) for key, some in forms.items()}
    speaking = sorted(
        _parts((row[0], names[key_of_name(row[1])]) for row in named),
        key=lambda part: (-part.articles, -part.statements),
    )
    counts = Counter((row[3], row[2]) for row in rows)
    totals = Counter(row[3] for row in rows)
    classes = tuple(kind for kind in map(str, SourceClass) if any(row[2] == kind for row in rows))
    outlets = sorted(totals, key=lambda name: (-totals[name], name or ""))
    return Voices(
        tuple(speaking), classes, tuple(Mix(name, tuple(counts[name, kind] for kind in classes)) for name in outlets)
    )


def _of(kept: Kept, names: Iterable[str], filters: Filters | None) -> tuple[str, tuple[Any, ...]]:
    """The rows of these names' statements, as SQL and its values."""
    within, values = _within(kept, filters)
    keys = json.dumps(sorted(set(map(key_of_name, names))))
    sql = "FROM statements AS s JOIN articles AS x ON x.number = s.article WHERE s.key IN (SELECT value FROM json_each(?))"
    return sql + within, (keys, *values)


def _within(kept: Kept, filters: Filters | None) -> tuple[str, tuple[Any, ...]]:
    """The condition of outlets and days, as SQL that goes on after another, and its values; empty where all are kept."""
    filters = filters or Filters()
    made, values = "", list[Any]()
    if filters.outlets:
        made += " AND coalesce(outlet, '') IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(outlets_meant(filters.outlets, kept.ask("SELECT DISTINCT outlet FROM articles"))))
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day is not None:
            made += f" AND published {sign} ?"
            values.append(day.isoformat())
    return made, tuple(values)


def _parts(rows: Iterable[tuple[str, str | None]]) -> tuple[Part, ...]:
    counts: Counter[str | None] = Counter()
    articles: dict[str | None, set[str]] = {}
    for article, value in rows:
        counts[value] += 1
        articles.setdefault(value, set()).add(article)
    order = sorted(counts.items(), key=lambda each: (-each[1], each[0] or ""))
    return tuple(Part(value, count, len(articles[value])) for value, count in order[:MOST_PARTS])


def _in_time(rows: Iterable[tuple[str, str]]) -> tuple[Part, ...]:
    return tuple(sorted(_parts(rows), key=lambda part: str(part.value)))


def _others(kept: Kept, names: Sequence[str]) -> tuple[str, ...]:
    """Names that have the first one's last word in them, most articles first; none of those given.

    Example: *Moss* has *Ada Moss* and *Dr Moss*."""
    last = names[0].split()[-1:]
    keys = set(map(key_of_name, names))
    if not last:
        return ()
    found = kept.ask(
        "SELECT key, name FROM called JOIN names USING (number) WHERE word = ? ORDER BY number LIMIT ?",
        (last[0].lower(), MOST_OTHERS + len(keys)),
    )
    return tuple(name for key, name in found if key not in keys)[:MOST_OTHERS]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None

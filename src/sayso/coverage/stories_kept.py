"""The stories of a whole archive, kept beside it: made once for a commit, then looked up one at a time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from sayso.archive import Archive
from sayso.archive.answers import Answers, pack, unpack
from sayso.archive.derived import Kept, Key, lay_out
from sayso.coverage import stories_stream
from sayso.coverage.kept import key_of
from sayso.coverage.progress import Progress, watched
from sayso.coverage.stories import EARLIEST, WINDOW, Stories
from sayso.coverage.terms import STOP, WORD, fold, stem
from sayso.records.stories import Story

LATE_DAYS = WINDOW
LATE_SHARE = 0.1
"""The stream goes on from where it was, so an article that is added later comes later, whatever its date. One that is older than
the newest by more than `LATE_DAYS` is late: it can only found a story, or join one of its own time that is there. Where more than
this share of all articles were late, the stream is gone through anew in the order of publication. Chosen by hand."""

WANTED = ("people", "happenings")
"""What stories are told by, beside the text."""

_TABLES = """
CREATE TABLE stories (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL, originals INTEGER NOT NULL,
    first TEXT, last TEXT, body BLOB NOT NULL);
CREATE INDEX largest ON stories (articles DESC, number, originals, first, last);
CREATE TABLE members (article TEXT PRIMARY KEY, story INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE words (word TEXT, story INTEGER, worth REAL NOT NULL, PRIMARY KEY (word, story)) WITHOUT ROWID;
"""


def kept_stories(archive: Archive, progress: Progress | None = None) -> Kept:
    """All stories of the archive, those of one article too, numbered as they were founded."""
    key = key_of(archive, "stories")
    return archive.derived.find(key) or _made(archive, key, progress)


Days: TypeAlias = tuple[date | None, date | None]
"""The first and the last day of a story."""


class Listed(Answers[Story]):
    """Stories of which the days are known without looking at each."""

    def __init__(self, kept: Kept, rows: Sequence[tuple[int, str | None, str | None]]) -> None:
        super().__init__(kept, [row[0] for row in rows], "stories", Story)
        self._days = [row[1:] for row in rows]

    @property
    def days(self) -> list[Days]:
        """Of each story, in their order."""
        return [(_day(first), _day(last)) for first, last in self._days]


def listed(kept: Kept, smallest: int) -> Listed:
    """The stories that have at least so many articles of their own, largest first."""
    sql = "SELECT number, first, last FROM stories WHERE originals >= ? ORDER BY articles DESC, number"
    return Listed(kept, kept.ask(sql, (smallest,)))


def days_of(stories: Sequence[Story]) -> list[Days]:
    """The days of stories in their order, however many there are."""
    return stories.days if isinstance(stories, Listed) else [(each.first, each.last) for each in stories]


def story_of(kept: Kept, article: str) -> Story | None:
    """The story that an article belongs to; `None` where the archive does not have the article."""
    return _one(kept, "SELECT body FROM stories JOIN members ON story = number WHERE article = ?", article)


def picked(kept: Kept, wanted: str) -> Story | None:
    """The story of an id, of an article's id, or the one that most of the words mark; `None` where none has one of them."""
    found = _one(kept, "SELECT body FROM stories WHERE id = ?", wanted) or story_of(kept, wanted)
    if found is not None:
        return found
    worth: Counter[int] = Counter()
    articles: dict[int, int] = {}
    sql = "SELECT story, worth, articles FROM words JOIN stories ON number = story WHERE word = ?"
    for word in asked_words(wanted):
        for number, found_worth, size in kept.ask(sql, (word,)):
            worth[number] += found_worth
            articles[number] = size
    if not worth:
        return None
    best = min(worth, key=lambda number: (-worth[number], -articles[number], number))
    return _one(kept, "SELECT body FROM stories WHERE number = ?", best)


def asked_words(wanted: str) -> list[str]:
    """The words by which a story is looked for, stemmed; those that tell nothing only where there are no others."""
    words = {stem(fold(word)) for word in WORD.findall(wanted)}
    return sorted(words - STOP or words)


def worths(story: Story) -> dict[str, float]:
    """How much each word marks a story: in its title, its marks and names, or at least in the titles of its articles."""

    def stems(words: str | None) -> set[str]:
        return {stem(fold(each)) for each in WORD.findall(words or "")}

    titles = Counter(word for member in story.members for word in stems(member.title))
    found = {word: count / len(story.members) for word, count in titles.items()}
    for mark in (*story.marks, *story.who, *story.where):
        for word in stems(mark.words):
            found[word] = found.get(word, 0.0) + mark.weight
    for word in stems(story.title):
        found[word] = found.get(word, 0.0) + 2.0
    return {word: worth + 0.1 * min(titles[word], 10) for word, worth in found.items() if worth}


def ids_in_order(archive: Archive, where: str = "", values: Sequence[object] = ()) -> list[str]:
    """Ids in the order of publication, those without a date (or with that of a clock gone wrong) last."""
    rows = archive.tables.ask(
        f"SELECT id FROM articles{where} "
        "ORDER BY published IS NULL OR published < DATE '1990-01-01', published, published_at, id",
        list(values),
    )
    return [row[0] for row in rows]


def _made(archive: Archive, key: Key, progress: Progress | None) -> Kept:
    """The stories of this snapshot: the stream goes on from an earlier one, where all of that is there still."""
    now = dict(archive.tables.ask("SELECT id, commit FROM articles"))
    stream_key = key_of(archive, "stream")
    stream, late, before = Stories(), 0, archive.derived.find(stream_key) or archive.derived.before(stream_key)
    ids = ids_in_order(archive)
    if before is not None:
        held = stories_stream.added(before)
        new = [id for id in ids if id not in held]
        if held.items() <= now.items():
            stream, late = stories_stream.taken_up(before)
            late += _late(archive, stream, set(new))
            ids = new
        if not stream.articles or late > LATE_SHARE * len(now):
            stream, late, before, ids = Stories(), 0, None, ids_in_order(archive)
    start = len(stream.articles)
    for id, reading in watched(archive.readings(ids, WANTED), len(ids), progress):
        stream.add(reading, id)
    earlier = None if before is None else archive.derived.find(Key(key.name, key.version, before.key.commit))
    if before is None or before.key != stream_key:
        archive.derived.keep(stream_key, stories_stream.filler(stream, now, late, start), before)
    return archive.derived.keep(key, _filler(stream, earlier), earlier)


def _late(archive: Archive, stream: Stories, new: set[str]) -> int:
    """How many of the new articles come too late for their place."""
    newest = max((each.day for each in stream.articles if each.day is not None), default=None)
    if newest is None:
        return 0
    rows = archive.tables.ask(
        "SELECT id FROM articles WHERE published BETWEEN ? AND ?", [EARLIEST, newest - timedelta(days=LATE_DAYS + 1)]
    )
    return sum(row[0] in new for row in rows)


def _filler(stream: Stories, earlier: Kept | None) -> Callable[[sqlite3.Connection], None]:
    def fill(db: sqlite3.Connection) -> None:
        if earlier is None:
            lay_out(db, _TABLES)
        for number in sorted(stream.touched) if earlier is not None else range(len(stream)):
            for (body,) in db.execute("SELECT body FROM stories WHERE number = ?", (number,)).fetchall():
                gone = [(word, number) for word in worths(unpack(Story, body))]
                db.executemany("DELETE FROM words WHERE word = ? AND story = ?", gone)
            story = stream.story(number)
            days = [None if day is None else day.isoformat() for day in (story.first, story.last)]
            row = number, story.id, len(story.members), story.originals, *days, pack(story)
            db.execute("INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            members = [(article, number) for article in story.articles]
            db.executemany("INSERT OR REPLACE INTO members VALUES (?, ?)", members)
            words = [(word, number, worth) for word, worth in worths(story).items()]
            db.executemany("INSERT INTO words VALUES (?, ?, ?)", words)

    return fill


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _one(kept: Kept, sql: str, value: str | int) -> Story | None:
    try:
        rows = kept.ask(sql, (value,))
    except UnicodeEncodeError:  # half of a surrogate pair, which no id has
        return None
    return unpack(Story, rows[0][0]) if rows else None

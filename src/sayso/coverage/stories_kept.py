"""The stories of a whole archive, kept beside it: made once for a commit, then looked up one at a time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.archive import Archive
from sayso.archive.answers import Answers, pack, unpack
from sayso.archive.derived import Kept, Key, version_of
from sayso.coverage import gist, stories, terms
from sayso.coverage.progress import Progress, watched
from sayso.coverage.stories import Stories
from sayso.coverage.terms import STOP, WORD, fold, stem
from sayso.records.stories import Story

NAME = "stories"
_TABLES = """
CREATE TABLE stories (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, originals INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE members (article TEXT PRIMARY KEY, story INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE words (word TEXT, story INTEGER, worth REAL NOT NULL, PRIMARY KEY (word, story)) WITHOUT ROWID;
"""


def kept_stories(archive: Archive, progress: Progress | None = None) -> Kept:
    """All stories of the archive, those of one article too, numbered from the largest on."""
    key = key_of(archive)
    return archive.derived.find(key) or archive.derived.keep(key, _filler(_made(archive, progress)))


def key_of(archive: Archive) -> Key:
    """Which answer the stories of this snapshot are."""
    code = (__file__, stories.__file__, gist.__file__, terms.__file__)
    return Key(NAME, version_of(*map(Path, code)), archive.grown)


def listed(kept: Kept, smallest: int) -> Answers[Story]:
    """The stories that have at least so many articles of their own, largest first."""
    rows = kept.ask("SELECT number FROM stories WHERE originals >= ? ORDER BY number", (smallest,))
    return Answers(kept, [row[0] for row in rows], "stories", Story)


def story_of(kept: Kept, article: str) -> Story | None:
    """The story that an article belongs to; `None` where the archive does not have the article."""
    return _one(kept, "SELECT body FROM stories JOIN members ON story = number WHERE article = ?", article)


def picked(kept: Kept, wanted: str) -> Story | None:
    """The story of an id, of an article's id, or the one that most of the words mark; `None` where none has one of them."""
    found = _one(kept, "SELECT body FROM stories WHERE id = ?", wanted) or story_of(kept, wanted)
    if found is not None:
        return found
    worth: Counter[int] = Counter()
    for word in asked_words(wanted):
        worth.update(dict(kept.ask("SELECT story, worth FROM words WHERE word = ?", (word,))))
    if not worth:
        return None
    best = min(worth, key=lambda number: (-worth[number], number))
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


def _made(archive: Archive, progress: Progress | None) -> Stories:
    made, ids = Stories(), ids_in_order(archive)
    for id, reading in watched(archive.readings(ids), len(ids), progress):
        made.add(reading, id)
    return made


def _filler(made: Stories) -> Callable[[sqlite3.Connection], None]:
    def fill(db: sqlite3.Connection) -> None:
        for statement in _TABLES.split(";"):
            db.execute(statement)
        for number, story in enumerate(made.stories(1)):
            db.execute("INSERT INTO stories VALUES (?, ?, ?, ?)", (number, story.id, story.originals, pack(story)))
            db.executemany("INSERT INTO members VALUES (?, ?)", [(article, number) for article in story.articles])
            db.executemany(
                "INSERT INTO words VALUES (?, ?, ?)", [(word, number, worth) for word, worth in worths(story).items()]
            )

    return fill


def _one(kept: Kept, sql: str, value: str | int) -> Story | None:
    try:
        rows = kept.ask(sql, (value,))
    except UnicodeEncodeError:  # half of a surrogate pair, which no id has
        return None
    return unpack(Story, rows[0][0]) if rows else None

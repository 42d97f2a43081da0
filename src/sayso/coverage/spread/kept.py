"""The families of a whole archive and its copied articles, kept beside it: made once for a commit, then looked up."""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from sayso.archive import Archive, Filters
from sayso.archive.answers import Answers, pack, unpack
from sayso.archive.derived import Kept, lay_out
from sayso.archive.info import where_of
from sayso.archive.query import And, Or, Phrase, Query
from sayso.archive.words import words_of as indexed_words
from sayso.coverage.kept import key_of
from sayso.coverage.progress import Progress, step, watched
from sayso.coverage.sayings import sayings_in
from sayso.coverage.spread.copies import Text, copies, first_of
from sayso.coverage.spread.families import TOGETHER, families, family_of, id_of
from sayso.coverage.spread.quoted import CONTENT_BITS
from sayso.coverage.spread.words import bits, fold, raw_words, words_of
from sayso.records.spread import CopyGroup, Family

ID = re.compile(r"f[0-9a-f]{12}")
LIKE_WORDS = 0.6
"""Share of the telling words asked for that a saying must have to be looked at further."""

MOST_PARTS = 60
"""Alternatives of a query to the search index."""

_GROUPS = "CREATE TABLE groups (number INTEGER PRIMARY KEY, body BLOB NOT NULL)"
_TABLES = """
CREATE TABLE families (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE sayings (article TEXT, attribution TEXT, family INTEGER, PRIMARY KEY (article, attribution, family)) WITHOUT ROWID;
CREATE TABLE speakers (name TEXT, family INTEGER, PRIMARY KEY (name, family)) WITHOUT ROWID;
"""


def copies_in(
    archive: Archive, filters: Filters | None = None, progress: Progress | None = None
) -> tuple[CopyGroup, ...]:
    """Groups of near-duplicate articles in an archive, in order of publication of their first; those of a whole archive are
    kept."""
    if filters is not None and filters != Filters():
        return copies(_texts(archive, filters, progress), lambda ids: archive.texts(ids).items())
    key = key_of(archive, "copies")
    kept = archive.derived.find(key)
    if kept is None:
        found = copies(_texts(archive, Filters(), progress), lambda ids: archive.texts(ids).items())

        def fill(db: sqlite3.Connection) -> None:
            db.execute(_GROUPS)
            db.executemany("INSERT INTO groups VALUES (?, ?)", ((n, pack(group)) for n, group in enumerate(found)))

        kept = archive.derived.keep(key, fill)
    return tuple(unpack(CopyGroup, row[0]) for row in kept.ask("SELECT body FROM groups ORDER BY number"))


def kept_families(archive: Archive, expand: bool = False, progress: Progress | None = None) -> Kept:
    """All families of the archive that have more than one saying, numbered from those in most articles on."""
    key = key_of(archive, "families-apart" if expand else "families")
    held = archive.derived.find(key)
    if held is not None:
        return held
    firsts = {} if expand else first_of(copies_in(archive, progress=step(progress, 0, 2)))
    made = families(
        sayings_in(archive),
        firsts,
        expand=expand,
        smallest=TOGETHER,
        again=lambda wanted: sayings_in(archive, only=wanted),
        progress=step(progress, 1, 2),
    )
    return archive.derived.keep(key, _filler(made))


def listed(kept: Kept, smallest: int, speakers: Sequence[str] = ()) -> Answers[Family]:
    """The families in at least so many articles (two or more), those in most first; of these speakers where some are given."""
    rows = kept.ask("SELECT number FROM families WHERE articles >= ? ORDER BY number", (smallest,))
    numbers = [row[0] for row in rows]
    if speakers:
        asked = [f" {' '.join(words_of(name))} " for name in speakers]
        named = kept.ask("SELECT name, family FROM speakers")
        wanted = {family for name, family in named if any(each in f" {name} " for each in asked)}
        numbers = [number for number in numbers if number in wanted]
    return Answers(kept, numbers, "families", Family)


def families_of(kept: Kept, article: str, smallest: int) -> Answers[Family]:
    """The families, in at least so many articles, that have words of an article or that it is a copy in; in their order."""
    rows = kept.ask(
        "SELECT DISTINCT number FROM sayings JOIN families ON number = family "
        "WHERE article = ? AND articles >= ? ORDER BY number",
        (article, smallest),
    )
    return Answers(kept, [row[0] for row in rows], "families", Family)


def family_of_id(archive: Archive, kept: Kept, id: str) -> Family | None:
    """The family of an id, one of a single saying too; `None` where there is none."""
    if not ID.fullmatch(id):
        return None
    rows = kept.ask("SELECT body FROM families WHERE id = ?", (id,))
    if rows:
        return unpack(Family, rows[0][0])
    for article, attribution in archive.tables.ask("SELECT article, attribution FROM attributions"):
        if id_of(article, attribution) == id:
            return single(archive, kept, article, attribution)
    return None


def single(archive: Archive, kept: Kept, article: str, attribution: str) -> Family | None:
    """A saying that is in no family with others as one by itself; `None` where it is in one."""
    if kept.ask("SELECT 1 FROM sayings WHERE article = ? AND attribution = ?", (article, attribution)):
        return None
    some = [each for each in sayings_in(archive, articles=[article]) if each.attribution == attribution]
    return next(iter(families(some, smallest=1)), None)


def having(archive: Archive, kept: Kept, asked: str) -> tuple[Family, ...]:
    """The families that have some words, best first, those of a single saying too.

    The search index finds what was said with enough of the words: who has `LIKE_WORDS` of all has some of those that tell most.
    """
    told = {fold(printed): printed for printed in raw_words(asked)}
    telling = sorted((word for word in told if bits(word) >= CONTENT_BITS), key=lambda word: (-bits(word), word))
    telling = telling or sorted(told, key=lambda word: (-bits(word), word))
    phrases = [Phrase(tuple(found)) for word in telling if (found := indexed_words(told[word]))]
    if not phrases:
        return ()
    numbers, alone = set[int](), set[tuple[str, str]]()
    for pair in archive.said(_enough(phrases)):
        mine = kept.ask("SELECT family FROM sayings WHERE article = ? AND attribution = ?", pair)
        numbers.update(row[0] for row in mine)
        if not mine:
            alone.add(pair)
    for pair in sorted(alone):  # what a copy says counts with its original, where that has one of these families
        held = kept.ask("SELECT family FROM sayings WHERE article = ? AND attribution = ''", pair[:1])
        if not numbers.isdisjoint(row[0] for row in held):
            alone.discard(pair)
    some = list(Answers(kept, sorted(numbers), "families", Family))
    for saying in sayings_in(archive, articles=sorted({pair[0] for pair in alone})) if alone else ():
        if (saying.article, saying.attribution) in alone:
            words = set(words_of(saying.words))
            if sum(word in words for word in telling) >= LIKE_WORDS * len(telling):
                some += families([saying], smallest=1)
    return family_of(asked, some)


def _enough(phrases: Sequence[Phrase]) -> Query:
    """What everything matches that has `LIKE_WORDS` of the phrases, the rarest first, and as little else as `MOST_PARTS` allow:
    some of so many of the rarest that all the others together would not be enough."""
    without = len(phrases) - math.ceil(LIKE_WORDS * len(phrases))
    some = len(phrases) - without
    while some > 1 and math.comb(without + some, some) > MOST_PARTS:
        some -= 1
    return Or(tuple(And(each) for each in combinations(phrases[: without + some], some)))


def _filler(found: Sequence[Family]) -> Callable[[sqlite3.Connection], None]:
    def fill(db: sqlite3.Connection) -> None:
        lay_out(db, _TABLES)
        for number, family in enumerate(found):
            db.execute("INSERT INTO families VALUES (?, ?, ?, ?)", (number, family.id, family.articles, pack(family)))
            rows = {(each.saying.article, each.saying.attribution) for each in family.members}
            rows |= {(copy.article, "") for each in family.members for copy in each.copies}
            db.executemany("INSERT INTO sayings VALUES (?, ?, ?)", [(*each, number) for each in sorted(rows)])
            names = {" ".join(words_of(each.saying.speaker or "")) for each in family.members}
            db.executemany("INSERT INTO speakers VALUES (?, ?)", [(name, number) for name in sorted(names)])

    return fill


def _texts(archive: Archive, filters: Filters, progress: Progress | None) -> Iterator[Text]:
    where, values = where_of(archive.tables, filters)
    total = archive.tables.ask(f"SELECT count(*) FROM articles{where}", values)[0][0]
    rows = archive.tables.rows(f"SELECT id, text, published, published_at, outlet FROM articles{where}", values)
    for id, text, day, moment, outlet in watched(rows, total, progress):
        yield Text(id, text, moment if moment is not None else day, outlet)

"""Which articles a query finds, all of them and without a word of them: what a share is counted over."""

from __future__ import annotations

from sayso.archive import query as language
from sayso.archive.archive import Archive


def matching(archive: Archive, query: language.Query) -> set[str]:
    """Ids of the articles whose title or text matches, as of the snapshot; as `Archive.search` finds them."""
    sql = (
        "SELECT d.article FROM texts JOIN docs AS d ON d.doc = texts.rowid "
        "WHERE texts MATCH ? AND d.added <= ? AND (d.gone IS NULL OR d.gone > ?)"
    )
    return {row[0] for row in _asked(archive, sql, language.fts(query, ("title", "body")))}


def said(archive: Archive, query: language.Query) -> list[tuple[str, ...]]:
    """Article and attribution of everything said that matches, as of the snapshot."""
    sql = (
        "SELECT d.article, q.attribution FROM said JOIN quotes AS q ON q.quote = said.rowid JOIN docs AS d ON d.doc = q.doc "
        "WHERE said MATCH ? AND d.added <= ? AND (d.gone IS NULL OR d.gone > ?)"
    )
    return _asked(archive, sql, language.fts(query, ("body",)))


def _asked(archive: Archive, sql: str, query: str) -> list[tuple[str, ...]]:
    last = archive.snapshot.last
    archive.search('"a"', limit=1)  # opens the index, and mends it where it must be
    return archive._searched().execute(sql, [query, last, last]).fetchall()

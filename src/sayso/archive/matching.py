"""Which articles a query finds, all of them and without a word of them: what a share is counted over."""

from __future__ import annotations

from sayso.archive import query as language
from sayso.archive.archive import Archive


def matching(archive: Archive, query: language.Query) -> set[str]:
    """Ids of the articles whose title or text matches, as of the snapshot; as `Archive.search` finds them."""
    last = archive.snapshot.last
    sql = (
        "SELECT d.article FROM texts JOIN docs AS d ON d.doc = texts.rowid "
        "WHERE texts MATCH ? AND d.added <= ? AND (d.gone IS NULL OR d.gone > ?)"
    )
    asked = [language.fts(query, ("title", "body")), last, last]
    archive.search('"a"', limit=1)  # opens the index, and mends it where it must be
    return {row[0] for row in archive._searched().execute(sql, asked)}

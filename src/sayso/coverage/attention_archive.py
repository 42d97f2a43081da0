"""An archive as a source of articles to count: sentences are cut once, and kept beside the archive for the next question."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.archive import Archive, Filters, files
from sayso.archive.info import where_of
from sayso.archive.query import Query
from sayso.coverage.attention_copies import copies_of
from sayso.coverage.attention_sentences import Ints, Paper, cut, merged
from sayso.coverage.progress import Progress, step, watched
from sayso.coverage.spread.kept import copies_in
from sayso.records import BlockKind, Span

CACHE = "cache"
NAME = "sentences-2.npz"
"""In the archive's folder; the number is that of its layout. It may be deleted at any time."""
BATCH = 500
"""Texts held at once."""
CUT = 10_000
"""Articles whose blocks are held at once: each time all parts are gone through, so not too few."""
FEW = 0.1
"""Share of all articles up to which sentences are cut for one question without being kept."""
_PROSE = " ".join(str(kind) for kind in BlockKind if kind.is_prose)
_Rows = dict[str, tuple[int, Ints, Ints, Ints]]


class Shelf:
    """The articles of an archive's snapshot that the filters keep, or of those only `articles`. `seconds` is how long
    sentences took to cut, 0 where all were there already."""

    def __init__(
        self,
        archive: Archive,
        filters: Filters | None = None,
        articles: Collection[str] | None = None,
        *,
        progress: Progress | None = None,
    ) -> None:
        self.archive = archive
        self.articles = articles
        self.progress = progress
        self.filters = filters or Filters()
        self.seconds = 0.0
        self._copies: dict[str, str] | None = None

    @property
    def commit(self) -> int | None:
        return self.archive.snapshot.last

    def papers(
        self, ids: Collection[str] | None = None, *, quotes: bool = False, speakers: bool = False
    ) -> list[Paper]:
        ask = self.archive.tables.ask
        where, values = self._where(ids, self.articles)
        rows = ask(
            "SELECT id, outlet, published, text_id, title, coalesce(published_at, published)::VARCHAR "
            f"FROM articles{where} ORDER BY id",
            values,
        )
        sentences = self._sentences([row[0] for row in rows])
        of = f"article IN (SELECT id FROM articles{where})"
        quoted: dict[str, list[tuple[int, int]]] = {}
        said: dict[str, list[tuple[str, int, int]]] = {}
        each = self.archive.tables.rows
        if quotes:
            sql = f"SELECT article, content_spans FROM attributions WHERE kind IN ('direct', 'mixed') AND {of}"
            for id, spans in each(sql, values):
                quoted.setdefault(id, []).extend((span["start_at"], span["end_at"]) for span in spans or ())
        if speakers:
            sql = "SELECT article, speaker_name, content_spans FROM attributions WHERE speaker_name IS NOT NULL AND "
            for id, name, spans in each(sql + of, values):
                said.setdefault(id, []).extend((name, span["start_at"], span["end_at"]) for span in spans or ())
        agencies = dict(ask("SELECT article, agency FROM wire WHERE whole"))
        return [
            Paper(
                id,
                outlet,
                published,
                text_id,
                *sentences[id][1:],
                quoted=merged(quoted.get(id, ())),
                agency=agencies.get(id),
                moment=moment or "",
                title=title,
                speakers=tuple(said.get(id, ())),
            )
            for id, outlet, published, text_id, title, moment in rows
        ]

    def months(self) -> frozenset[str]:
        where, values = self._where(self.articles)
        rows = self.archive.tables.ask(f"SELECT DISTINCT published FROM articles{where}", values)
        return frozenset(day.isoformat()[:7] for (day,) in rows if day)

    def _where(self, *some: Collection[str] | None) -> tuple[str, list[Any]]:
        """The condition on articles that keeps what the filters keep, of each of these ids where some are given."""
        where, values = where_of(self.archive.tables, self.filters)
        for ids in some:
            if ids is not None:
                where += f"{' AND' if where else ' WHERE'} id IN (SELECT unnest(string_split(?, ' ')))"
                values.append(" ".join(ids))
        return where, values

    def matching(self, query: Query) -> set[str]:
        return self.archive.matching(query)

    def texts(self, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        for at in range(0, len(ids), BATCH):
            yield from self.archive.texts(ids[at : at + BATCH]).items()

    def copies(self) -> dict[str, str]:
        if self._copies is None:
            begun = time.monotonic()
            near = copies_in(self.archive, progress=step(self.progress, 1, 2))
            self._copies = copies_of(self._briefly() if near or self._doubles() else [], near)
            self.seconds += time.monotonic() - begun
        return self._copies

    def prepare(self) -> None:
        """Have everything at hand that a question needs which is the same for all questions."""
        self._sentences()
        self.copies()

    def _doubles(self) -> bool:
        """Whether a text is there more than once."""
        return self.archive.tables.ask("SELECT count(*) > count(DISTINCT text_id) FROM articles")[0][0] is True

    def _briefly(self) -> list[Paper]:
        """All articles of the snapshot without their sentences."""
        ask = self.archive.tables.ask
        agencies = dict(ask("SELECT article, agency FROM wire WHERE whole"))
        none = np.zeros(0, np.int32)
        sql = "SELECT id, outlet, published, text_id, coalesce(published_at, published)::VARCHAR FROM articles ORDER BY id"
        return [
            Paper(id, outlet, published, text_id, none, none, none, agency=agencies.get(id), moment=moment or "")
            for id, outlet, published, text_id, moment in ask(sql)
        ]

    # -- sentences, cut once

    def _sentences(self, ids: Collection[str] | None = None) -> _Rows:
        """Sentences of these articles or of all. Where many are wanted that are not in the cache, all of those are cut and kept
        there; where few are, these alone are cut, and nothing is kept: that takes no longer than reading them."""
        commits: dict[str, int] = dict(self.archive.tables.ask("SELECT id, commit FROM articles"))
        held = self._read()
        wanted = commits.keys() if ids is None else ids
        rows = self._unpacked(held, {id: commits[id] for id in wanted})
        missing = sorted(id for id in wanted if id not in rows)
        if not missing:
            return rows
        begun = time.monotonic()
        if ids is None or len(missing) > FEW * len(commits):
            rows = self._unpacked(held, commits)
            rows.update(self._cut({id: commits[id] for id in sorted(commits.keys() - rows.keys())}))
            self._write(rows)
        else:
            rows.update(self._cut({id: commits[id] for id in missing}))
        self.seconds += time.monotonic() - begun
        return rows

    def _cut(self, missing: dict[str, int]) -> Iterator[tuple[str, tuple[int, Ints, Ints, Ints]]]:
        ids, told = list(missing), step(self.progress, 0, 2)
        for at in range(0, len(ids), CUT):
            some = ids[at : at + CUT]
            blocks: dict[str, list[tuple[int, int]]] = {}
            for id, start, end in self.archive.tables.ask(
                "SELECT article, start_at, end_at FROM blocks WHERE article IN (SELECT unnest(string_split(?, ' '))) "
                "AND kind IN (SELECT unnest(string_split(?, ' '))) ORDER BY article, start_at",
                [" ".join(some), _PROSE],
            ):
                blocks.setdefault(id, []).append((start, end))
            for id, text in watched(self.texts(some), len(ids), told, at):
                yield id, (missing[id], *cut(text, blocks.get(id, ())))

    @property
    def _path(self) -> Path:
        return self.archive.path / CACHE / NAME

    def _read(self) -> dict[str, NDArray[Any]] | None:
        with (
            suppress(OSError, ValueError, KeyError, zipfile.BadZipFile),
            np.load(self._path, allow_pickle=False) as found,
        ):
            if str(found["archive"]) == self.archive.id:
                return {name: found[name] for name in found.files}
        return None

    @staticmethod
    def _unpacked(held: dict[str, NDArray[Any]] | None, wanted: dict[str, int]) -> _Rows:
        """The sentences of those articles that are there as they were at the commits wanted."""
        if held is None:
            return {}
        ends = np.cumsum(held["count"]).tolist()
        ids, commits = held["id"].tolist(), held["commit"].tolist()
        return {
            id: (commit, held["start"][a:b], held["end"][a:b], held["words"][a:b])
            for id, commit, a, b in zip(ids, commits, [0, *ends[:-1]], ends, strict=True)
            if wanted.get(id) == commit
        }

    def _write(self, rows: _Rows) -> None:
        """Keep them; a folder that cannot be written is no reason to give no answer."""
        ids = sorted(rows)
        if not ids:
            return
        out = io.BytesIO()
        np.savez_compressed(
            out,
            archive=np.array(self.archive.id),
            id=np.array(ids),
            commit=np.array([rows[id][0] for id in ids], np.int32),
            count=np.array([len(rows[id][1]) for id in ids], np.int32),
            start=np.concatenate([rows[id][1] for id in ids]),
            end=np.concatenate([rows[id][2] for id in ids]),
            words=np.concatenate([rows[id][3] for id in ids]),
        )
        with suppress(Exception):
            self._path.parent.mkdir(exist_ok=True)
            files.write_whole(self._path, out.getvalue())


def is_sentence(archive: Archive, article: str, span: Span) -> bool:
    """Whether an article of the archive has just that sentence."""
    text = archive.texts([article]).get(article)
    if text is None:
        return False
    blocks = archive.tables.ask(
        "SELECT start_at, end_at FROM blocks WHERE article = ? AND kind IN (SELECT unnest(string_split(?, ' '))) "
        "ORDER BY start_at",
        [article, _PROSE],
    )
    start, end, _ = cut(text, blocks)
    return bool(((start == span.start) & (end == span.end)).any())

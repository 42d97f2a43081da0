"""Real kills: a process that adds is killed at random moments, and at each of its steps; nothing is lost or doubled."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
from pathlib import Path

import pytest

from sayso.archive import Archive
from sayso.archive.identity import id_of, key_of
from tests.archive import killed
from tests.archive.made import reading

KILLS = int(os.environ.get("SAYSO_KILLS", "110"))
"""Kills at random moments; more by SAYSO_KILLS=500, where one has the time."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.fixture(scope="module")
def processes() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.archive.killed"])
    return context


IDS = [id_of(key_of(reading(number).article)) for number in range(killed.COUNT)]


def held(path: Path, before: int) -> int:
    """How many articles an archive has, once everything about it was found right; not fewer than `before`."""
    with Archive(path) as archive:
        rows = archive.sql("SELECT id, commit, model FROM articles ORDER BY commit").fetchall()
        ids = [row[0] for row in rows]
        assert len(ids) == len(set(ids)), "an article twice"
        assert set(ids) == set(IDS[: len(ids)]), "they are added in order, so the first ones are there"
        assert len(ids) >= before, "what had its mark is lost"
        for table in ("readings", "wire"):
            assert archive.sql(f"SELECT article FROM {table} ORDER BY 1").fetchall() == [(id,) for id in sorted(ids)]
        per = archive.sql("SELECT count(*) FROM attributions").fetchall()[0][0]
        assert per == 3 * len(ids), "three attributions each"
        gone = archive.sql("SELECT article, model FROM replaced ORDER BY 1").fetchall()
        newer = sorted(row[0] for row in rows if row[2] == "sayso-tagger 2")
        assert gone == [(id, "sayso-tagger 1") for id in newer], "each one that was replaced is counted once"
        aside = archive.sql("SELECT name FROM set_aside").fetchall()
        assert len(aside) == len(set(aside))
        if ids:
            hits = archive.search("highways", limit=100)
            assert sorted(hit.article for hit in hits) == sorted(ids), "the index is of the same snapshot"
        return len(ids)


def complete(path: Path) -> None:
    killed.add_all(str(path))
    assert held(path, 0) == killed.COUNT
    with Archive(path) as archive:
        assert len(archive.sql("FROM replaced").fetchall()) == killed.COUNT // killed.REPLACED
        assert len(archive.sql("FROM set_aside").fetchall()) == 3
        for id, found in archive.readings():
            number = IDS.index(id)
            assert found == reading(number, model=f"sayso-tagger {2 if number % killed.REPLACED == 0 else 1}")
    left = [each for each in path.rglob("*") if each.name.startswith(".new-")]
    assert not left, "the last writer swept"


def test_killed_at_random_moments(tmp_path: Path, processes: multiprocessing.context.ForkServerContext) -> None:
    chance = random.Random(4)
    path, count, died, finished = tmp_path / "0.sayso", 0, 0, 0
    Archive(path, create=True)
    while died < KILLS:
        process = processes.Process(target=killed.add_at_once, args=(str(path),))
        process.start()
        process.join(chance.uniform(0.02, 0.25))
        process.kill()
        process.join()
        died += process.exitcode == -signal.SIGKILL
        assert process.exitcode in (0, -signal.SIGKILL)
        count = held(path, count)
        if count == killed.COUNT:
            complete(path)
            finished += 1
            path, count = tmp_path / f"{finished}.sayso", 0
            Archive(path, create=True)
    complete(path)


def test_killed_at_each_step(tmp_path: Path, processes: multiprocessing.context.ForkServerContext) -> None:
    path, count = tmp_path / "step.sayso", 0
    Archive(path, create=True)
    for step in (*range(1, 40, 3), *range(41, 260, 23)):
        process = processes.Process(target=killed.killed_at, args=(str(path), step))
        process.start()
        process.join()
        assert process.exitcode in (0, -signal.SIGKILL)
        count = held(path, count)
    complete(path)

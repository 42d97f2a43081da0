"""The log: one file a commit, put in place last. What no file of it names does not exist."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.archive import files

_NAME = re.compile(r"(\d{8})\.json")


@dataclass(frozen=True, slots=True)
class Part:
    """One Parquet file of a table: its name in the table's folder and its size, by which a truncated one is told."""

    name: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Commit:
    """One entry of the log. A *compact* entry names all parts that there are; an *add* entry those that it adds."""

    number: int
    kind: str
    noted: str
    parts: dict[str, tuple[Part, ...]]
    replaced: tuple[tuple[str, int], ...] = ()
    """Articles whose rows of an earlier commit (the number) are there still and do not count any more."""
    added: int = 0
    anew: int = 0
    """Articles among those added that replaced what was there."""
    set_aside: int = 0
    sayso: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An archive as it was at one commit: what a reader sees until it opens the archive again."""

    last: int = 0
    parts: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    dead: frozenset[tuple[str, int]] = frozenset()

    def after(self, commit: Commit) -> Snapshot:
        """The snapshot once a commit more is in place."""
        if commit.kind == "compact":
            return Snapshot(commit.number, commit.parts, frozenset(commit.replaced))
        parts = dict(self.parts)
        for table, more in commit.parts.items():
            parts[table] = (*parts.get(table, ()), *more)
        return Snapshot(commit.number, parts, self.dead | set(commit.replaced))


def append(folder: Path, commit: Commit) -> None:
    """Put the mark of a commit in place: from here on it is there."""
    made = {
        "commit": commit.number,
        "kind": commit.kind,
        "noted": commit.noted,
        "sayso": commit.sayso,
        "added": commit.added,
        "anew": commit.anew,
        "set_aside": commit.set_aside,
        "replaced": [list(each) for each in commit.replaced],
        "parts": {table: [[part.name, part.bytes] for part in parts] for table, parts in commit.parts.items()},
    }
    files.write_whole(_path(folder, commit.number), json.dumps(made, separators=(",", ":")).encode())


def snapshot(folder: Path, last: int | None = None) -> Snapshot:
    """The archive as it is, or was at the commit `last`: only entries since the last *compact* are read, which names all
    parts before it."""
    if last is None:
        last = last_number(folder)
    entries = []
    for number in range(last, 0, -1):
        entries.append(read(folder, number))
        if entries[-1].kind == "compact":
            break
    made = Snapshot()
    for entry in reversed(entries):
        made = made.after(entry)
    return made


def last_number(folder: Path) -> int:
    """Number of the last commit, 0 where there is none."""
    try:
        names = [found[1] for each in (folder / files.LOG).iterdir() if (found := _NAME.fullmatch(each.name))]
    except OSError:
        raise files.damaged(folder, "the folder log cannot be read") from None
    return max(map(int, names), default=0)


def grown(folder: Path, last: int) -> int:
    """Number of the last commit up to `last` that added an article; 0 where none did."""
    return next((number for number in range(last, 0, -1) if read(folder, number).added), 0)


def read(folder: Path, number: int) -> Commit:
    """One entry. ArchiveError where it is missing or not what a commit writes."""
    path = _path(folder, number)
    try:
        return _commit(json.loads(path.read_bytes()), number)
    except OSError:
        raise files.damaged(folder, f"log/{path.name} is missing or cannot be read") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise files.damaged(folder, f"log/{path.name} is not what was written") from None


def every(folder: Path, last: int) -> list[Commit]:
    """All entries up to `last`, in order."""
    return [read(folder, number) for number in range(1, last + 1)]


def _commit(made: dict[str, Any], number: int) -> Commit:
    if made["commit"] != number:
        raise ValueError(number)
    return Commit(
        number=number,
        kind=str(made["kind"]),
        noted=str(made["noted"]),
        parts={
            str(table): tuple(Part(str(name), int(size)) for name, size in parts)
            for table, parts in made["parts"].items()
        },
        replaced=tuple((str(article), int(was)) for article, was in made["replaced"]),
        added=int(made["added"]),
        anew=int(made["anew"]),
        set_aside=int(made["set_aside"]),
        sayso=str(made["sayso"]),
    )


def _path(folder: Path, number: int) -> Path:
    return folder / files.LOG / f"{number:08}.json"

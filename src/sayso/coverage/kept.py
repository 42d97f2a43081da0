"""Which kept answer is meant: what all answers that take long have in common."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.archive import Archive, codec
from sayso.archive.derived import Key, version_of

_HERE = Path(__file__).parent


def key_of(archive: Archive, name: str) -> Key:
    """The answer of this name to the archive's snapshot, as this code makes it."""
    return archive.key(name, _code())


@cache
def _code() -> str:
    """Of everything that an answer can be made by, and of the records that it is kept as: a list for each would be forgotten."""
    return version_of(*sorted(_HERE.rglob("*.py")), *sorted(_HERE.with_name("records").glob("*.py")), codec.__file__)

"""Records out of a kept answer, each unpacked when it is looked at."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from sayso.archive.codec import record_of, record_packed
from sayso.archive.derived import Kept

T = TypeVar("T")
PAGE = 64
"""Rows unpacked at once by those who go through all of them."""


def pack(record: Any) -> bytes:
    """A record as it is kept."""
    return zlib.compress(record_packed(record).encode("ascii"), 6)


def unpack(kind: type[T], body: bytes) -> T:
    """The very record that was packed."""
    made: T = record_of(kind, zlib.decompress(body).decode("ascii"))
    return made


class Answers(Sequence[T], Generic[T]):
    """The records of a kept answer in order, as a sequence: its length costs nothing, and only those looked at are unpacked."""

    def __init__(self, kept: Kept, numbers: Sequence[int], table: str, kind: type[T]) -> None:
        self._kept = kept
        self._numbers = numbers
        self._table = table
        self._kind = kind

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self._some(self._numbers[at]))
        return self._some([self._numbers[at]])[0]

    def __iter__(self) -> Iterator[T]:
        for at in range(0, len(self._numbers), PAGE):
            yield from self._some(self._numbers[at : at + PAGE])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self):,} {self._table}>"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return tuple, (list(self),)

    def _some(self, numbers: Sequence[int]) -> list[T]:
        sql = f"SELECT body FROM {self._table} WHERE number = ?"
        return [unpack(self._kind, self._kept.ask(sql, (number,))[0][0]) for number in numbers]

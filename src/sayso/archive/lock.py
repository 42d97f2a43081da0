"""One writer at a time: an advisory lock of the system, which a killed process lets go of by itself."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.archive.files import LOCK, not_written, now, writing
from sayso.errors import ArchiveError


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the archive's lock. ArchiveError, which names the process, where another one writes."""
    try:
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise not_written(folder, error) from None
    try:
        if not _taken(handle):
            raise ArchiveError(
                f"{folder} is being written by {_holder(handle)}; wait until it is done, or stop it.", code="locked"
            )
        with contextlib.suppress(OSError):  # a full disk: the lock holds without a name too
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"process {os.getpid()} since {now():%Y-%m-%d %H:%M:%S} UTC".encode(), 0)
        yield
    finally:
        os.close(handle)


@contextmanager
def in_turn(path: Path, seconds: float = 10.0) -> Iterator[None]:
    """Hold the lock of a small file beside the archive's parts, for a moment: others wait for their turn, threads of this process
    too. ArchiveError where somebody holds it for longer than `seconds`."""
    with writing(path.parent):
        path.parent.mkdir(exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        end = time.monotonic() + seconds
        while not _taken(handle):
            if time.monotonic() > end:
                raise ArchiveError(
                    f"{path} is held by another process; wait until it is done, or stop it.", code="locked"
                )
            time.sleep(0.005)
        yield
    finally:
        os.close(handle)


def _holder(handle: int) -> str:
    try:
        words = os.pread(handle, 100, 0).decode("ascii", "replace")
    except OSError:
        words = ""
    return words if words.startswith("process ") else "another process"


try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            os.lseek(handle, 1 << 20, os.SEEK_SET)  # beyond the words, which others want to read
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True

else:

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

"""What a server is told at its start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.records import Reading

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """What is served, to whom, and how much of it at once. Times are seconds, sizes bytes."""

    archive: Path | None = None
    """The archive that is served; `None` where there are only readings."""
    readings: tuple[Reading, ...] = ()
    """Readings that are served without an archive, or beside it."""
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    """What another machine has to show; an address other than loopback is not served without one."""
    names: tuple[str, ...] = ()
    """Host names beside loopback's that requests may be for."""
    allow_url: bool = False
    """Whether the page *Read a text* also takes an address and fetches it."""
    allow_keep: bool = False
    """Whether a text that somebody pasted may be put into the archive, when they ask for it."""
    patience: float = 10.0
    """How long one question may take before it is stopped; what may take longer is a job, which can be stopped by hand."""
    most_upload: int = 5_000_000
    most_body: int = 1_000_000
    """Of any other request's body: room for the longest text that `/api/read` takes, however it is written."""
    shelves: int = 4
    """Archives held open, so as many questions are answered at once."""
    workers: int = 2
    """Processes for what takes long."""

    @property
    def is_local(self) -> bool:
        return self.host in LOOPBACK

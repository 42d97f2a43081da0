"""What intake could not hand on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that gave no document: its name, the short stable code by which it is counted, one sentence saying why.

    `exit_code` is that of the error that it stands for. Example: `SetAside("notes.pdf", "binary", "notes.pdf is …", 3)`.
    """

    name: str
    code: str
    message: str
    exit_code: int = 3

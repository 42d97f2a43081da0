"""How far intake goes."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.packed import MAX_BYTES


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """Limits of intake.

    `max_bytes` is for one document, packed and unpacked. `timeout_s` is for the whole of one fetch, its redirects included,
    however slowly the bytes drip. `allow_private` lets a fetch reach private, loopback and other addresses that are not
    of the public internet.
    """

    max_bytes: int = MAX_BYTES
    timeout_s: float = 30.0
    allow_private: bool = False
    max_redirects: int = 10

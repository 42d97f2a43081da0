"""Cases that fail, each with its reason."""

from __future__ import annotations

KNOWN: dict[str, str] = {}

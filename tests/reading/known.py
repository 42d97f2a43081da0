"""Layouts of `layouts.py` that the released model still misreads, each with what it does instead."""

from __future__ import annotations

KNOWN: dict[str, str] = {}

"""Layouts of `layouts.py` that the released model still misreads, each with what it does instead."""

from __future__ import annotations

KNOWN: dict[str, str] = {
    "alleged by nobody named": "takes *is* into the cue and the subject into the content",
    "a post": "leaves *on Twitter* out of the cue",
}

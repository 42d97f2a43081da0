"""An outlet where a text names it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.outlets import Outlet


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet named in words `first` up to `last` (end exclusive, with the *the* before it). `name` is what it is called in
    full, `outlet` what the lexicon knows of it. `sure` is false for ordinary words that mean one where an outlet stands (*Time*,
    *the Courier*); `described` is set where it is not named (*a local radio station*)."""

    first: int
    last: int
    name: str
    outlet: Outlet | None
    on_air: bool
    sure: bool
    described: bool = False


ORIGINS = ("ese", "ish", "ian", "can", "ch", "ench", "man", "ean", "ani", "eek", "iss", "aqi", "eli", "cot", "utch")
"""Last letters of words that say from where an outlet is."""

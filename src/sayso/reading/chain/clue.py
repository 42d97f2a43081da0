"""Words that show a hop or a venue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sayso.reading.chain.names import Named


class Sort(Enum):
    """What a clue shows: said *to* an outlet, *at* one of its programmes or in its pages, passed on *by* it, a *venue*
    without an outlet, words given *in translation*, *under oath*, or whom an outlet *cited*."""

    TO = "to"
    AT = "at"
    BY = "by"
    VENUE = "venue"
    TRANSLATED = "translated"
    OATH = "oath"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class Clue:
    """Words `first` up to `last` that show a hop or a venue; `trigger` is the word that it hangs on. `named` is the outlet,
    `venue` the sort of place, `definite` that it is one the text has told of before (*the interview*), `loose` that nothing
    ties it to a verb of saying (*he used an interview with the Courier to …*)."""

    sort: Sort
    first: int
    last: int
    trigger: int
    named: Named | None = None
    venue: str | None = None
    definite: bool = False
    loose: bool = False
    note: str = ""

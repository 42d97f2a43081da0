"""Sources that are outlets, their pieces, and those who write for them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.names import Named
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import HopKind

_HOSTS = word_set("host anchor presenter columnist correspondent reporter editor co-host moderator commentator")
_CRITICS = word_set("critic reviewer")
_WRITERS = word_set("reporter correspondent writer journalist contributor")
_PIECES = word_set("translation report story article investigation editorial dispatch account")
"""What an outlet makes itself: whose words it is."""


_SORTS = word_set(
    "news agency newspaper magazine website channel network station wire daily weekly business financial "
    "sports tabloid broadcaster television radio paper podcast"
)
"""Words behind an outlet's name that say what it is."""
_NEWS = word_set("report story article dispatch")


@dataclass(frozen=True, slots=True)
class Sources:
    """Which outlet each word of a text names (`mention_at`), and the words that name it (`part_at`)."""

    tokens: Tokens
    mention_at: dict[int, Named]
    part_at: dict[int, tuple[int, int]]

    def outlet(self, source: tuple[int, int] | None) -> str | None:
        """The outlet that is the source: its name, with at most a word or two about it, not somebody of it."""
        if source is None:
            return None
        first, last = source
        if self.piece(first, last) is not None:
            return self.piece(first, last)
        owner = self.tokens.lower[first + 1 : first + 2]
        if owner in (["’s"], ["'s"]) and first + 2 in self.part_at:
            first += 2  # *Coastland's Tasin news agency*
        at = first if first in self.part_at else last - 1
        if at not in self.part_at or (at != first and last - first > 4):
            return None
        low, high = self.part_at[at]
        if self.tokens.lower[last - 1] in _HOSTS:
            return None  # *the “Newsnight” host* is a person
        high = last if set(self.tokens.lower[high:last]) <= _SORTS else high  # *the Coastline news agency*
        if at == first and self.tokens.lower[high : high + 1] in (["in"], ["of"]) and last - high <= 3:
            high = last if self.tokens.words[last - 1][0].isupper() else high  # *the Chronicle in Hillside*
        return self.mention_at[at].name if high >= last - 1 and low <= first + 2 else None

    def piece(self, first: int, last: int) -> str | None:
        """The outlet whose own work is the source: *a report in the Courier*, *a Reuters report*."""
        lower = self.tokens.lower
        low, high = self.part_at.get(last - 1, (-1, -1))
        if high == last and low - 2 >= first and lower[low - 1] in ("in", "by", "from", "on"):
            return self.mention_at[last - 1].name if lower[low - 2] in _PIECES else None
        low, high = self.part_at.get(last - 2, (-1, -1))
        return (
            self.mention_at[last - 2].name
            if high == last - 1 and low <= first + 2 and lower[last - 1] in _NEWS
            else None
        )

    def writes_for(self, source: tuple[int, int], named: Named, kind: HopKind) -> bool:
        """Whether a source writes for an outlet that it names: *Moss, a columnist for the Courier*, *the Courier's reviewer*."""
        words = self.tokens.lower[slice(*source)]
        if kind is HopKind.SAID and not set(words) & (v.COLUMNISTS | _CRITICS):
            return False
        before, after = self.tokens.lower[named.first - 1], self.tokens.lower[named.last : named.last + 2]
        if after[:1] in (["’s"], ["'s"]) and after[1:] and after[1] in _CRITICS:
            return True
        return before in ("for", "at", "of", "with") and not set(words).isdisjoint(v.COLUMNISTS | _CRITICS | _WRITERS)

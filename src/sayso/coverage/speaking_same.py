"""Names that are likely one person's, by their words and by how often each speaks: *Penrose*, *Dr Penrose*, *Ada Penrose*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.archive.derived import Kept
from sayso.coverage.speaking_kept import key_of_name
from sayso.coverage.terms import fold
from sayso.reading.people.lexicon import AFTER_FIRMS, BODIES, FEMALE_TITLES, MALE_TITLES, OUTLET_NOUNS, TITLES
from sayso.reading.words import word_set

LOOKED_AT = 60
"""Names with the same last word that are looked at, those in most articles first."""
MOST_LIKELY = 7
"""Names that can be taken together with one: a page takes eight."""
FOREMOST = 0.8
"""Of the statements of all whole names that end in a last name, the part that one must have for the bare last name to be likely
that one's. Chosen by hand."""
_ORGANISED = BODIES | OUTLET_NOUNS | AFTER_FIRMS | word_set("inc corp times press")
"""Last words of names that are no person's."""


@dataclass(frozen=True, slots=True)
class _Called:
    """A name with its words, titles left out, and how often those of it speak."""

    name: str
    words: tuple[str, ...]
    statements: int

    @property
    def is_whole(self) -> bool:
        return len(self.words) > 1

    @property
    def has_title(self) -> bool:
        return len(self.name.split()) > len(self.words)

    @property
    def sex(self) -> str:
        """Whose title it has: a man's, a woman's, or neither's."""
        first = fold(self.name.split()[0].strip(".,"))
        return "man" if first in MALE_TITLES else "woman" if first in FEMALE_TITLES else ""


def likely_same(kept: Kept, names: Sequence[str]) -> tuple[str, ...]:
    """Names that are likely those of the person who is called by the first of `names`, those in most articles first; none of
    those given.

    A name with a title is that without it. A whole name is likely another's where both have the same first and last word and one
    has all the words of the other, *Ada Penrose* and *Ada M Penrose*; a second middle initial is another person's. A last name
    alone is likely that of the only person of the name who speaks often, *Penrose* nobody's where Ada and Tom Penrose both do,
    and with a title it is nobody's where there is a man's and a woman's title before it.
    """
    mine = words_of_name(names[0])
    if not mine:
        return ()
    rows = kept.ask(
        "SELECT name, statements FROM called JOIN names USING (number) WHERE word = ? AND class = 'named' "
        "ORDER BY number LIMIT ?",
        (mine[-1], LOOKED_AT),
    )
    every = [_Called(name, words_of_name(name), statements) for name, statements in rows]
    every = [each for each in every if each.words and each.words[-1] == mine[-1]]
    whole = [each for each in every if each.is_whole]
    foremost = _foremost(whole)
    forms = (mine, *(each.words for each in whole if _holds(mine, each.words)))
    initial = next(filter(None, map(_initial, forms)), "")
    titles = {each.sex for each in every if not each.is_whole} - {""}
    taken = set(map(key_of_name, names))
    found = []
    for each in every:
        if key_of_name(each.name) in taken or (not each.is_whole and each.has_title and len(titles) > 1):
            continue
        if len(mine) > 1 and each.is_whole:
            same = _holds(mine, each.words) and _initial(each.words) in ("", initial)
        elif not whole:
            same = mine == each.words
        else:
            same = set(mine) | set(each.words) <= foremost
        if same:
            found.append(each.name)
    return tuple(found)[:MOST_LIKELY]


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a person's name in small letters, titles and articles left out; empty for what is no person's.

    Example: *President Ada M. Penrose* has *ada*, *m*, *penrose*."""
    words = [fold(each.strip(".,")) for each in name.split()]
    if not words or words[-1] in _ORGANISED or not all(each[:1].isupper() for each in name.split()):
        return ()
    while words and words[0] in TITLES:
        words.pop(0)
    return tuple(each for each in words if each)


def _foremost(whole: Sequence[_Called]) -> frozenset[str]:
    """The words of whoever has most of what all whole names of a last name said, of all their forms; empty where nobody has."""
    total = sum(each.statements for each in whole)
    for each in whole:
        forms = [other for other in whole if _holds(each.words, other.words)]
        if sum(other.statements for other in forms) >= FOREMOST * total:
            return frozenset(word for other in forms for word in other.words)
    return frozenset()


def _initial(words: tuple[str, ...]) -> str:
    """The first letter of a whole name's second word of three or more, empty where it has none."""
    return words[1][:1] if len(words) > 2 else ""


def _holds(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names begin and end alike, and one of them has all the words of the other."""
    return one[0] == other[0] and one[-1] == other[-1] and (set(one) <= set(other) or set(other) <= set(one))

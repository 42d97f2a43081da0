"""The word lists that people are read with: first names by gender, titles, roles, bodies, documents, nationalities."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from sayso.reading.outlets import lexicon

_HERE = Path(__file__).parent


def _sections(name: str) -> dict[str, frozenset[str]]:
    """The lists of a file, by section: `[section]` begins one, `#` a comment."""
    out: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = out.setdefault(line.strip("[] \n"), set())
        elif not line.startswith("#"):
            words.update(line.split())
    return {section: frozenset(found) for section, found in out.items()}


_NAMES = _sections("names.txt")
_WORDS = _sections("words.txt")

WOMEN = _NAMES["women"] - _NAMES["men"] - _NAMES["either"]
MEN = _NAMES["men"] - _NAMES["women"] - _NAMES["either"]
FIRST_NAMES = _NAMES["women"] | _NAMES["men"] | _NAMES["either"]
MALE_TITLES = _WORDS["honorifics men"]
FEMALE_TITLES = _WORDS["honorifics women"]
TITLES = _WORDS["titles"] | MALE_TITLES | FEMALE_TITLES
ROLES = _WORDS["roles"]
FEMININE = _WORDS["feminine"]
MASCULINE = _WORDS["masculine"]
PEOPLE = _WORDS["person plural"]
BODIES = _WORDS["bodies"]
OUTLET_NOUNS = _WORDS["outlet nouns"]
NO_FIRMS = BODIES - _WORDS["company nouns"] - OUTLET_NOUNS
"""Words of bodies that are no firms: what is called so is not *the company*."""
COMPANY_NOUNS = _WORDS["company nouns"]
ANONYMOUS = _WORDS["anonymous"]
DOCUMENTS = _WORDS["documents"]
MAYBE_DOCUMENTS = _WORDS["documents, or people and bodies"]
NATIONALITIES = _WORDS["nationalities"]
CONJUNCTIONS = _WORDS["conjunctions"]
BEFORE_PROGRAMMES = _WORDS["before programmes"]
AFTER_PROGRAMMES = _WORDS["after programmes"]
AFTER_FIRMS = _WORDS["after the names of firms"]
"""What a body of two words is called without: *Moss* for *Moss Airlines*."""
SAID_AGAIN = _WORDS["said again"]
OUTLET_NAMES = _WORDS["outlet heads"]
PLACES = _WORDS["first names that are places or firms too"]
SMALL = _WORDS["inside names"]
FACELESS = _WORDS["faceless"]
NO_OFFICE = _WORDS["no office"]
COLLECTIVE = _WORDS["collective"]
UNIQUE = _WORDS["one at a time"]
TIMES = _WORDS["days and months"]
ABBREVIATED = _WORDS["abbreviated"]
POSSESSIVE = _WORDS["possessive"]
NOBODY = _WORDS["cues of nobody"]
TELLING = _WORDS["telling"]
SAYING_TO = _WORDS["saying to"]
CROWDS = _WORDS["crowds"]

ROYAL = _WORDS["royal"]
STYLES = ROYAL | {"lord", "lady", "baroness", "baron", "sir", "dame", "earl", "duke", "duchess", "count", "countess"}
"""Titles without which a lone name is not what its bearer is called."""
"""Titles that are part of the name: *Pope Francis*, *Queen Anne*."""
ENDINGS = _WORDS["endings"]
"""What may stand after a name and does not tell it from another."""


def is_outlet(name: str) -> bool:
    """Whether a name is that of an outlet: a lexicon has it, or it ends as outlets' names do (*the Elmbridge Courier*)."""
    if lexicon().of(name, weak=False) is not None:
        return True
    words = name.lower().replace("’", "'").split()
    if words and words[0] == "the":
        del words[0]
    if not words or len(words) > 6:
        return False
    if name.isupper() and name.strip() in _CALL_SIGNS:
        return True
    last = words[-1].removesuffix("'s")
    return last in OUTLET_NAMES and (len(words) > 1 or last in _ALONE)


_CALL_SIGNS = _WORDS["call signs"]
_ALONE = _WORDS["outlet heads alone"]


def is_programme(name: str) -> bool:
    """Whether a lexicon has the name as that of a programme; names in quotation marks are judged by `mentions`."""
    outlet = lexicon().of(name, weak=False)
    return outlet is not None and outlet.kind == "programme"


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word in small letters without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c)) or word


def gender_of_name(words: tuple[str, ...]) -> str:
    """`m` or `f` by the first name, empty where it is unknown, borne by both, or no first name."""
    if not words:
        return ""
    first = words[0]
    return "f" if first in WOMEN else "m" if first in MEN else ""

"""Which parties a pronoun or description can mean at all, by sort, gender and number."""

from __future__ import annotations

from sayso.reading.people import lexicon as lex
from sayso.reading.people.mention import Form, Mention, Party


def kind_of(m: Mention) -> str:
    """Which set of weights a pronoun or description has."""
    if m.form is Form.NOMINAL:
        if m.sort != "person":
            return "body"
        return "again" if _is_said_again(m) else "person"
    return "they" if m.plural else "it" if m.gender == "n" else "he"


def _is_said_again(m: Mention) -> bool:
    """Whether a description is of the sort that papers use for somebody just named: *the actor*, *the 44-year-old*."""
    word = m.key[0]
    return word in lex.SAID_AGAIN or (word == "old" and "year" in m.modifiers) or word in lex.NATIONALITIES


def may(p: Party, m: Mention, kind: str) -> bool:
    """Whether sort, gender and number allow it."""
    if kind in ("he", "person", "again"):
        if p.sort != "person" or p.plural is True or (not p.full and p.mentions[0].key[0] in lex.CROWDS):
            return False
        if kind in ("person", "again") and not p.full and not m.age:
            return False
        if p.age and m.age and p.age != m.age:
            return False
        return not (p.gender and m.gender and p.gender != m.gender)
    if kind == "it":
        return p.sort in ("organization", "place", "document") and p.plural is not True
    if kind == "they":
        if p.sort == "document":
            return False
        return p.plural is True or p.sort == "organization" or (p.sort == "person" and not p.gender and not p.full)
    if p.sort != "organization" or not p.full:
        return False
    if m.key[0] in lex.COMPANY_NOUNS and (not lex.NO_FIRMS.isdisjoint(p.full) or lex.is_outlet(" ".join(p.full))):
        return False
    alone = len(p.full) == 1 and p.full[0] in lex.OUTLET_NAMES  # *the Courier*
    return m.key[0] not in lex.OUTLET_NOUNS or alone or lex.is_outlet(" ".join(p.full))

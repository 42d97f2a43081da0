"""Noun phrases with a common noun or an office for their head: *the mayor of Elmbridge*, *a homeless man*, *the council*."""

from __future__ import annotations

from sayso.reading.people import lexicon as lex
from sayso.reading.people.clauses import role
from sayso.reading.people.mention import Form, Mention
from sayso.reading.tokens import Tokens

_PROPER = frozenset({"NNP", "NNPS"})
_NOBODY = frozenset({"every", "each", "no", "any", "nobody", "everybody", "everyone", "anybody", "anyone", "none"})
"""What opens a phrase that means nobody in particular, or is one."""


def nominal(
    t: Tokens, first: int, last: int, head: int, owner: Mention | None, out: list[Mention] | None
) -> Mention | None:
    """A phrase with a common noun or an office for its head, `None` where it is neither a party nor a document."""
    word = t.lower[head]
    if word in ("mail", "mails") and t.lower[head - 2 : head] == ["e", "-"]:
        word = "e-" + word
    sort = _sort(t, head, word)
    if sort is None:
        return None
    plural = t.pos[head] in ("NNS", "NNPS") or word in lex.PEOPLE
    gender = "f" if word in lex.FEMININE else "m" if word in lex.MASCULINE else ""
    if sort in ("organization", "document", "place"):
        gender = "n"
    opening = t.lower[first]
    definite = (
        "the"
        if opening == "the"
        else "this"
        if opening in ("this", "that", "these", "those")
        else "of"
        if owner is not None or t.pos[first] == "PRP$"
        else "a"
        if opening in ("a", "an", "some", "another", "any", "one", "every", "each", "no", "many", "several")
        or t.pos[first] == "CD"
        else "bare"
    )
    begin = owner.first if owner is not None else first
    made = Mention(begin, head + 1, head, Form.NOMINAL, sort, (word,), gender, plural, definite)
    made.modifiers = frozenset(t.lower[k] for k in range(first, head) if t.pos[k] != "DT")
    if {"year", "old"} <= made.modifiers:
        made.age = next((w for w in made.modifiers if w.isdigit()), "")
    made.nobody = opening in _NOBODY or word in _NOBODY
    made.owner = owner
    made.extent = head + 1
    made.role = role(t, begin, head + 1)
    if out is not None:
        out.append(made)
    return made


_BEFORE_HEADS = frozenset({"DT", "JJ", "NN", "NNP", "POS", "PRP$"})
MOST_BEFORE = 6
"""Words before the head of a phrase that says who somebody is, among which its comma is looked for; chosen by hand."""


def _beside_person(t: Tokens, head: int) -> bool:
    """Whether the phrase of a head stands right behind a person's name and a comma, where *head* and *chair* are nobody's
    head and no furniture, whatever the tagger takes them for."""
    for at in range(head - 1, max(0, head - MOST_BEFORE - 1), -1):
        if t.words[at] == ",":
            return t.name[at - 1].endswith("PERSON")
        if t.pos[at] not in _BEFORE_HEADS:
            return False
    return False


_WORKERS = ("sman", "woman", "keeper", "monger", "smith", "wright", "herd", "warden", "maid")
"""Endings of words for people, whatever the tagger takes them for: *groundsman*, *lock-keeper*."""


def _is_who(t: Tokens, head: int, word: str) -> bool:
    """Whether a word is a person’s by its ending, or by a *who* behind it: *the groundsman*, *a gilder, who*."""
    if t.pos[head] != "NN" or t.entity[head] == "organization" or word in lex.BODIES or word in lex.DOCUMENTS:
        return False
    if word.endswith(_WORKERS) and word not in ("talisman", "locksmith"):
        return True
    at = head + 1 + (head + 1 < len(t) and t.words[head + 1] == ",")
    return at < len(t) and t.lower[at] == "who" and t.sentence[at] == t.sentence[head]


def _sort(t: Tokens, head: int, word: str) -> str | None:
    tagged = t.entity[head]
    if word in lex.DOCUMENTS and (tagged not in ("person", "organization") or word not in lex.MAYBE_DOCUMENTS):
        return "document"
    if word in lex.ROLES and t.pos[head] in _PROPER:
        return "person"
    if word == "tank" and head and t.lower[head - 1] == "think":
        return "organization"
    if t.pos[head] == "NNPS" and (word in lex.PEOPLE or word.removesuffix("s") in lex.NATIONALITIES):
        return "person"
    if tagged == "person" and word in lex.BODIES and word not in lex.PEOPLE and word not in lex.CROWDS:
        return "organization"
    if tagged in ("person", "organization"):
        return tagged
    if _is_who(t, head, word):
        return "person"
    if tagged in ("animal", "plant", "time", "substance", "event"):
        return None
    if word in lex.ROLES and _beside_person(t, head):
        return "person"
    if word in lex.ROLES or word in lex.PEOPLE or (word.endswith("s") and word[:-1] in lex.ROLES):
        return "person" if not tagged or t.pos[head] in _PROPER else None
    if word in lex.BODIES:
        return "organization" if not tagged or t.pos[head] in _PROPER else None
    return None

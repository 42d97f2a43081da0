"""A mention's place in its clause, by the words beside it: subject, object, after a preposition, genitive."""

from __future__ import annotations

from sayso.reading.people import lexicon as lex
from sayso.reading.tokens import Tokens

_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTIVE = frozenset({"i", "we", "he", "she", "they"})


def role(t: Tokens, first: int, last: int) -> str:
    """Place in the clause by the words beside the phrase."""
    after = last
    if after < len(t) and t.pos[after] == "POS":
        return "g"
    before = first - 1
    tag = t.pos[before] if before >= 0 and t.sentence[before] == t.sentence[first] else ""
    joins = tag == "IN" and t.lower[before] in lex.CONJUNCTIONS
    if tag in ("IN", "TO") and not joins:
        return "p"
    steps = 0
    if after + 1 < len(t) and t.words[after] == "," and tag == ",":
        after += 1  # *the mayor, Ada Moss, also said*
    while after < len(t) and steps < 3 and t.pos[after] in ("RB", "MD"):
        if t.pos[after] == "MD":
            return "s"
        after, steps = after + 1, steps + 1
    if after < len(t) and t.pos[after] in FINITE and t.sentence[after] == t.sentence[first]:
        return "s"
    if tag in _VERBS:
        return "o"
    if tag in ("", ",", ".", "CC", "``", "''") and not (before >= 0 and t.words[before] == ","):
        return "s"
    return "o"


def role_of_pronoun(t: Tokens, at: int) -> str:
    word = t.lower[at]
    if (word in lex.POSSESSIVE and t.pos[at] != "PRP") or word in ("my", "our", "your", "his", "its", "their"):
        return "g"
    if word in _SUBJECTIVE:
        return "s"
    return role(t, at, at + 1)

"""Whom a body that is a source only quotes: *the agency quoted the owner, Hugh Hill, as saying*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.reading.people import lexicon as lex
from sayso.reading.people.apposed import named_behind
from sayso.reading.people.mention import Form, Mention
from sayso.reading.tokens import Tokens

_QUOTES = frozenset(
    {"quoted", "quotes", "quoting", "cited", "cites", "citing", "reported", "reports", "described", "quote", "cite"}
)
_HELPS = frozenset(
    {"had", "has", "have", "also", "later", "earlier", "then", "previously", ",", "which", "yesterday", "again"}
)
_SAYING = frozenset(
    {
        "saying", "telling", "claiming", "stating", "adding", "warning", "insisting", "declaring", "admitting", "denying",
        "confirming", "asking", "boasting", "complaining", "predicting", "describing",
    }
)  # fmt: skip
FARTHEST = 28
"""Words between *quoted* and *as saying*; chosen by hand."""
MOST_HELPS = 4


def quoted_by(m: Mention, high: int, found: Sequence[Mention], starts: Sequence[int], t: Tokens) -> Mention | None:
    """Whom a source that ends at `high` quotes as saying it, where the source is no person; `None` where it speaks itself."""
    itself = m.sort == "person" and not lex.is_outlet(" ".join(m.key))
    if itself or m.form is Form.PRONOUN or high >= len(t):
        return None
    at = high
    while at < len(t) and at - high < MOST_HELPS and t.lower[at] in _HELPS:
        at += 1
    if at >= len(t) or t.lower[at] not in _QUOTES or t.sentence[at] != t.sentence[m.head]:
        return None
    stop = min(len(t) - 1, at + FARTHEST)
    end = next((k for k in range(at + 2, stop) if t.lower[k] == "as" and t.lower[k + 1] in _SAYING), 0)
    if any(t.words[k] in ".?!;" and t.lower[k - 1] not in lex.ABBREVIATED for k in range(at, end)):
        return None
    if not end:
        return None
    low, last = at + 1, end - (t.words[end - 1] == ",")
    named = named_behind(low, last, found, starts, t)
    if named is not None:
        return named
    inside = found[bisect_left(starts, low) : bisect_left(starts, last)]
    owners = {id(x.owner) for x in inside if x.owner is not None}
    for x in inside:
        about = x.about if x.told and x.about is not None and x.about.first < last else x
        if id(x) not in owners and about.sort in ("person", "organization", "document", ""):
            return about if about.form is not Form.PRONOUN or about.role != "g" else None
    return None


IN_ONES_OWN_WORDS = frozenset(
    {
        "statement", "letter", "email", "e-mail", "tweet", "post", "message", "note", "telegram", "reply", "statements",
        "letters",
        "emails", "tweets", "posts", "messages", "communique",
    }
)  # fmt: skip
"""Texts that are nothing but their author’s words; a report or a lawsuit is a source of its own."""


def author_of(m: Mention, high: int, found: Sequence[Mention], starts: Sequence[int], t: Tokens) -> Mention | None:
    """Who speaks in a letter or statement that is a source: *his letter*, *a statement from the council*; `None` for other
    sources, and where the words do not tell."""
    if m.sort != "document" or m.key[0] not in IN_ONES_OWN_WORDS or m.plural:
        return None
    if m.owner is not None and m.owner.sort in ("person", "organization"):
        return m.owner
    if t.pos[m.first] == "PRP$":
        at = bisect_left(starts, m.first)
        own = [x for x in found[at : at + 3] if x.first == m.first and x.form is Form.PRONOUN]
        return own[0] if own else None
    if m.last + 1 >= high or t.lower[m.last] not in ("from", "by"):
        return None
    low = m.last + 1
    named = named_behind(low, high, found, starts, t)
    for x in found[bisect_left(starts, low) : bisect_left(starts, low) + 6] if named is None else ():
        if x.first > low + 1 or x.first >= high:
            break
        if x.sort in ("person", "organization") and x.form is not Form.PRONOUN:
            return x.about if x.told and x.about is not None and x.about.first < high else x
    return named

"""Who is called one thing and named elsewhere: the lead's *a teacher* whom the next paragraph names, aliases, one of a couple."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sayso.reading.people import lexicon as lex
from sayso.reading.people.clauses import FINITE
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.tokens import Tokens

LEAD = 2
"""Paragraphs at the start in which somebody may be described who is named later; chosen by hand."""
SOON = 3
"""Paragraphs within which they are named; chosen by hand."""
NAMED_LATER = "rule: the one whom the text then names"
_DEFINITE = frozenset({"a", "of", "the"})
_HONORIFIC = lex.MALE_TITLES | lex.FEMALE_TITLES | {"dr"}


def identified(found: Sequence[Mention], t: Tokens, sources: AbstractSet[int]) -> tuple[Mention, Mention] | None:
    """Somebody whom the lead describes (*A teacher was suspended on Monday.*) and the name by which the next paragraphs go on,
    with no word of who that is (*Ada Moss, 27, said …*); `None` where none is so described, or so named."""
    lead = [m for m in found if t.paragraph[m.head] < LEAD and _described(m, t, sources)]
    lead.sort(key=lambda m: (m.head not in sources, m.first))
    told = {id(m.about): m for m in found if m.told and m.about is not None}
    named = [m for m in found if m.form is Form.NAME and m.sort == "person" and m.party is not None]
    for m in lead[:2]:
        opens = _opens_sentence(m, t)
        for name in named:
            near = 0 < t.paragraph[name.head] - t.paragraph[m.head] <= SOON
            if not near or not _is_bare(name, told.get(id(name)), t) or not _agrees(m, name):
                continue
            if opens or name.head in sources:
                return m, name
    return None


def _described(m: Mention, t: Tokens, sources: AbstractSet[int]) -> bool:
    """Whether a phrase of the lead tells of one person in particular who may be named later."""
    if m.form is not Form.NOMINAL or m.sort != "person" or m.plural or m.told or m.nobody or m.joined or t.depth[m.head]:
        return False
    word = m.key[0]
    if m.definite not in _DEFINITE or word in lex.FACELESS or word.startswith("spokes") or word in lex.CROWDS:
        return False
    if m.definite == "the" and m.extent <= m.last:
        return False
    return m.head in sources or (m.role == "s" and _opens_sentence(m, t))


def _opens_sentence(m: Mention, t: Tokens) -> bool:
    """Whether no other noun stands before a phrase in its sentence."""
    first, _ = t.sentences[t.sentence[m.first]]
    begin = next((k + 1 for k in range(first, m.first) if t.words[k] in "—–:)" or t.words[k] == "--"), first)
    return not any(t.pos[k].startswith(("N", "V", "PRP")) for k in range(begin, m.first))


def _is_bare(m: Mention, told: Mention | None, t: Tokens) -> bool:
    """Whether a name is the first of its bearer, in full and outside quotations, with no word of who that is beyond an age."""
    p = m.party
    first = p is not None and len(m.key) > 1 and min(x.first for x in p.mentions) == m.first
    if not first or t.depth[m.head] or m.role == "g" or not t.words[m.first][0].isupper():
        return False
    if (m.title and m.title not in _HONORIFIC) or m.titles - _HONORIFIC:
        return False
    if told is not None and not told.age:
        return False
    after = m.last
    if m.age or told is not None:
        return True
    while after < len(t) and t.pos[after] == "RB":
        after += 1
    if after >= len(t):
        return False
    if t.words[after] == "," and after + 1 < len(t):
        return t.lower[after + 1] in ("who", "whose")
    return m.role == "s" and t.pos[after] in FINITE


def _agrees(m: Mention, name: Mention) -> bool:
    p = name.party
    gender = name.gender or (p.gender if p is not None else "")
    return not (m.gender and gender and m.gender != gender)


_BEFORE_ALIAS = frozenset({"is", "was", "as"})
_NAMING = frozenset({"name", "known", "identified", "named", "performs", "performing", "writes", "writing"})
LONGEST_ALIAS = 12
"""Words in which *who gave her name only as* is looked for before a name; chosen by hand."""


def aliases(found: Sequence[Mention], t: Tokens) -> list[tuple[Mention, Mention]]:
    """Pairs of names of one person: *Kash, whose real name is Hugh Hill*, *Hugh Hill, better known as Kash*. An unnamed one who
    *gave her name only as Ruth* is told of by that."""
    by_end: dict[int, list[Mention]] = {}
    for m in found:
        if m.form is not Form.PRONOUN and m.sort == "person" and not m.plural and not m.told:
            for end in {m.last, max(m.last, m.extent)}:
                by_end.setdefault(end, []).append(m)
    out = []
    for m in found:
        if m.form is not Form.NAME or m.sort != "person" or m.first < 4:
            continue
        who = _alias_before(m, t)
        for other in by_end.get(who, ()) or (by_end.get(who - 1, ()) if who and t.words[who - 1] == "," else ()):
            if other.form is Form.NAME:
                out.append((m, other))
            else:
                other.told, other.about = True, m
                other.extent = max(other.extent, other.last)
            break
    return out


def _alias_before(m: Mention, t: Tokens) -> int:
    """The *who* or *whose*, or the *known*, of words that give a name by another, 0 where none do."""
    if t.lower[m.first - 1] not in _BEFORE_ALIAS:
        return 0
    naming = False
    for at in range(m.first - 2, max(0, m.first - LONGEST_ALIAS), -1):
        word = t.lower[at]
        if t.sentence[at] != t.sentence[m.first] or t.words[at] in ";:.":
            return 0
        naming = naming or word in _NAMING
        if word in ("who", "whose"):
            return at if naming else 0
        if word in ("better", "also", "formerly") and naming:
            return at
    return 0


KIN = frozenset(
    {
        "husband", "wife", "brother", "sister", "twin", "partner", "spouse", "sibling", "ex-husband", "ex-wife", "fiance",
        "fiancé", "fiancee", "fiancée", "boyfriend", "girlfriend",
    }
)  # fmt: skip


def couples(found: Sequence[Mention], t: Tokens) -> None:
    """Gives the first of two whom *and* joins the second's surname: *Roy* of *Roy and Elsie Hill*."""
    by_first = {m.first: m for m in found if m.form is Form.NAME and m.sort == "person"}
    surnames = {m.key[-1] for m in by_first.values() if len(m.key) > 1}
    for m in found:
        if m.form is not Form.NAME or m.sort != "person" or len(m.key) > 1 or m.title or m.last >= len(t):
            continue
        other = by_first.get(m.last + 1) if t.lower[m.last] in ("and", "&") else None
        given = m.key[0] in lex.FIRST_NAMES and m.key[0] not in surnames
        if other is not None and given and len(other.key) > 1 and not other.title:
            m.surname = t.span(other.first + 1, other.last).of(t.text)
            m.key = (*m.key, *other.key[1:])
            m.gender = m.gender or lex.gender_of_name(m.key)


def of_kin(new: Sequence[Party], found: Sequence[Mention], t: Tokens) -> None:
    """*Her brother*, where the text names two together of whom she is one, is the other: *Ada and Hugh Moss*."""
    other_of: dict[Party, Party | None] = {}
    for m in found:
        if len(m.joined) == 2:
            a, b = (x.party for x in m.joined)
            if a is not None and b is not None and a.full and b.full and a.full[-1] == b.full[-1] and a is not b:
                for one, two in ((a, b), (b, a)):
                    other_of[one] = two if other_of.get(one, two) is two else None
    if not other_of:
        return
    starts = [m.first for m in found]
    for p in new:
        m = p.mentions[0] if p.mentions and p.into is None else None
        if m is None or m.definite != "of" or m.key[0] not in KIN:
            continue
        owner = m.owner.party if m.owner is not None else _possessor(m, found, starts)
        other = other_of.get(owner) if owner is not None else None
        if other is not None and other.into is None and not (p.gender and other.gender and p.gender != other.gender):
            p.become(other, "rule: the other of two named together")


def _possessor(m: Mention, found: Sequence[Mention], starts: Sequence[int]) -> Party | None:
    """Whom the *her* of *her brother* means."""
    for k in range(bisect_left(starts, m.first), len(found)):
        if found[k].first > m.first:
            break
        if found[k].form is Form.PRONOUN:
            return found[k].party
    return None


__all__ = ["KIN", "NAMED_LATER", "aliases", "couples", "identified", "of_kin"]

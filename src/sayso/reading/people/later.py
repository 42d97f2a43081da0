"""Who is called one thing and named elsewhere: the lead's *a teacher* whom the next paragraph names, aliases, one of a couple."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from sayso.reading.people import lexicon as lex
from sayso.reading.people.clauses import FINITE
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.tokens import Tokens

LEAD = 2
"""Paragraphs at the start in which somebody may be described who is named later; chosen by hand."""
SOON = 4
"""Paragraphs within which they are named; chosen by hand."""
NAMED_LATER = "rule: the one whom the text then names"
_DEFINITE = frozenset({"a", "of", "the"})
_HONORIFIC = lex.MALE_TITLES | lex.FEMALE_TITLES | {"dr"}


def identified(found: Sequence[Mention], t: Tokens, sources: AbstractSet[int]) -> tuple[Mention, Mention] | None:
    """Somebody whom the lead describes (*A teacher was suspended on Monday.*) and the name by which the next paragraphs go on,
    with no word of who that is (*Ada Moss, 27, said …*); `None` where none is so described, or so named."""
    lead = [m for m in found if t.paragraph[m.head] < LEAD and _described(m, t, sources)]
    lead.sort(key=lambda m: (m.head not in sources, m.first))
    told: dict[int, list[Mention]] = {}
    for m in found:
        if m.told and m.about is not None:
            told.setdefault(id(m.about), []).append(m)
    earliest: dict[Party, int] = {}
    for m in found if lead else ():
        if m.party is not None and not m.told:
            earliest.setdefault(m.party, m.first)
    named = [m for m in found if m.party is not None and earliest.get(m.party) == m.first and _in_full(m, t)]
    for m in lead[:2]:
        opens = _opens_sentence(m, t)
        alone = not any(_is_another(x, m, t) for x in found)
        for name in named:
            near = 0 < t.paragraph[name.head] - t.paragraph[m.head] <= SOON
            words = told.get(id(name), [])
            if not near or not _agrees(m, name):
                continue
            bare = m.key[0] not in _STYLED and _is_bare(name, words, t)
            speaks = name.head in sources
            bare = bare and (not _is_dead(m, t) if speaks else opens and alone)
            before = any(x.first < name.first for x in words)
            if _is_called(m, name, words) or (not before and (_takes_up(m, name, t, sources) or bare)):
                m.sort, m.gender, m.plural = "person", "" if m.gender == "n" else m.gender, False
                return m, name
    return None


_STYLED = frozenset(
    {
        "judge", "justice", "mayor", "senator", "minister", "president", "premier", "chancellor", "governor", "king", "queen",
        "prince", "princess", "pope", "bishop", "archbishop", "cardinal", "ambassador",
    }
)  # fmt: skip
"""Offices by which whoever holds one is called, so that a name without it is somebody else's."""
_SHORT = {"sen": "senator", "gov": "governor", "rep": "representative", "prof": "professor", "supt": "superintendent"}


def _is_another(x: Mention, m: Mention, t: Tokens) -> bool:
    """Whether a sentence that describes somebody tells of another one, who may be named next: *killed his neighbour*."""
    if x is m or x.form is not Form.NOMINAL or x.sort != "person" or x.plural or x.told or x.nobody:
        return False
    return t.sentence[x.head] == t.sentence[m.head] and x.definite in ("a", "of")


_DEAD = frozenset({"died", "dead", "drowned", "dies"})
_KILLED = frozenset({"killed", "murdered", "stabbed", "shot"})
SOON_DEAD = 6
"""Words behind a phrase in which it is said that its person died; chosen by hand."""


def _is_dead(m: Mention, t: Tokens) -> bool:
    """Whether somebody is said to have died, who says nothing in the next paragraphs."""
    end = max(m.last, m.extent)
    words = t.lower[end : end + SOON_DEAD]
    killed = any(word in _KILLED and before in ("was", "were", "been", "being") for before, word in pairwise(words))
    return killed or not _DEAD.isdisjoint(words)


def _is_called(m: Mention, name: Mention, words: Sequence[Mention]) -> bool:
    """Whether the title or what stands beside a name has the word by which the lead calls somebody: *a federal judge* and *Judge
    Ada Moss*."""
    titles = {name.title, *name.titles}
    titles |= {_SHORT[title] for title in titles if title in _SHORT}
    return m.key[0] in titles or any(m.key[0] == x.key[0] for x in words)


def _takes_up(m: Mention, name: Mention, t: Tokens, sources: AbstractSet[int]) -> bool:
    """Whether the next paragraph opens with a quotation that a name is the source of, as a report goes on that told first what a
    source said: *…, a leading doctor said.* and *“No,” said Hugh Hill, who …*"""
    if m.head not in sources or name.head not in sources or t.paragraph[name.head] - t.paragraph[m.head] != 1:
        return False
    first = name.head
    while first and t.paragraph[first - 1] == t.paragraph[name.head]:
        first -= 1
    other = (name.title and name.title not in _HONORIFIC) or name.titles - _HONORIFIC
    return not other and t.depth[first] > 0 and t.sentence[name.head] - t.sentence[first] < 3


def said_again(found: Sequence[Mention], new: Sequence[Party], t: Tokens) -> None:
    """*A spokesman would not say*, then *the spokesman, Hugh Hill*: one person."""
    introduced: dict[str, list[Mention]] = {}
    for x in found:
        if x.told and x.definite == "the" and x.sort in ("person", "organization") and not x.modifiers:
            introduced.setdefault(x.key[0], []).append(x)
    for p in new:
        m = p.mentions[0] if p.mentions and p.into is None else None
        if m is None or m.definite not in ("a", "the") or m.plural or m.sort not in ("person", "organization"):
            continue
        after = introduced.get(m.key[0], [])
        k = bisect_left(after, m.first, key=lambda x: x.first)
        name = after[k].about if k < len(after) else None
        near = name is not None and t.paragraph[name.head] - t.paragraph[m.head] <= 1
        near = near and name is not None and name.sort == m.sort
        if name is not None and near and name.party is not None and name.party is not p and _agrees(m, name):
            p.become(name.party, NAMED_LATER)


def _described(m: Mention, t: Tokens, sources: AbstractSet[int]) -> bool:
    """Whether a phrase of the lead tells of one person in particular who may be named later."""
    judge = m.sort == "organization" and m.key[0] in lex.ROLES and m.key[0] in lex.TITLES  # taken for the court
    if (
        m.form is not Form.NOMINAL
        or not (m.sort == "person" or judge)
        or m.plural
        or m.told
        or m.nobody
        or m.joined
        or t.depth[m.head]
    ):
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


def _in_full(m: Mention, t: Tokens) -> bool:
    """Whether a mention is a person's name in full and outside quotations."""
    if m.form is not Form.NAME or m.sort != "person" or len(m.key) < 2:
        return False
    return not t.depth[m.head] and m.role != "g" and t.words[m.first][0].isupper()


def _is_bare(m: Mention, told: Sequence[Mention], t: Tokens) -> bool:
    """Whether a name has no word of who that is beside it, beyond an age."""
    if (m.title and m.title not in _HONORIFIC) or m.titles - _HONORIFIC:
        return False
    if any(not x.age for x in told) or t.lower[m.first - 1] in ("and", "&"):
        return False
    after = m.last
    if m.age or told:
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
    return not (m.gender in ("m", "f") and gender and m.gender != gender)


_BEFORE_ALIAS = frozenset({"is", "was", "as"})
_NAMING = frozenset(
    {
        "name", "known", "identified", "named", "performs", "performing", "writes", "writing", "gave", "giving", "testified",
        "testifying", "referred", "listed", "described", "appearing", "appeared", "spoke",
    }
)  # fmt: skip
_IDENTIFIED = frozenset({"identified", "known", "named", "referred", "listed"})
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
    before = t.lower[m.first - 1]
    if before in ("himself", "herself", "itself", "themselves") and t.lower[m.first - 2] in ("calling", "calls"):
        return m.first - 2
    naming = before == "by" and t.lower[m.first - 2] in ("goes", "went", "going")
    naming = naming or (before == "called" and t.lower[m.first - 2] == "be")
    if before not in _BEFORE_ALIAS and not naming:
        return 0
    for at in range(m.first - 2, max(0, m.first - LONGEST_ALIAS), -1):
        word = t.lower[at]
        if t.sentence[at] != t.sentence[m.first] or t.words[at] in ";:.":
            return 0
        naming = naming or word in _NAMING
        if word in ("who", "whose"):
            return at if naming else 0
        if word in ("better", "also", "formerly") and naming:
            return at
        if word in _IDENTIFIED and (t.pos[at - 1].startswith("N") or t.words[at - 1] == ","):
            return at  # *a singer known as Vex*, *a clerk, referred to as Mr D*
    return 0


KIN = frozenset(
    {
        "husband", "wife", "brother", "sister", "twin", "partner", "spouse", "sibling", "ex-husband", "ex-wife", "fiance",
        "fiancé", "fiancee", "fiancée", "boyfriend", "girlfriend",
    }
)  # fmt: skip


_SIBLINGS = frozenset({"brothers", "sisters", "twins", "siblings", "spouses", "cousins", "newlyweds", "pensioners"})


def couples(found: Sequence[Mention], t: Tokens) -> None:
    """Gives the first of two whom *and* joins the second's surname: *Roy* of *Roy and Elsie Hill*."""
    by_first = {m.first: m for m in found if m.form is Form.NAME and m.sort == "person"}
    surnames = {m.key[-1] for m in by_first.values() if len(m.key) > 1}
    for m in found:
        if m.form is not Form.NAME or len(m.key) > 1 or m.title or m.last >= len(t):
            continue
        other = by_first.get(m.last + 1) if t.lower[m.last] in ("and", "&") else None
        given = m.key[0] in lex.FIRST_NAMES and m.key[0] not in surnames
        given = given and not _is_listed(m, t)
        given = given or (m.sort == "person" and m.first > 0 and t.lower[m.first - 1] in _SIBLINGS)
        if other is not None and m.sort != "person":  # *Walt and Jean Hill*, of whom the tagger takes one for a place
            given = given and m.key[0] not in lex.PLACES and other.key[0] in lex.FIRST_NAMES
        if other is not None and given and len(other.key) > 1 and not other.title:
            m.sort, m.plural = "person", False
            m.surname = t.span(other.first + 1, other.last).of(t.text)
            m.key = (*m.key, *other.key[1:])
            m.gender = m.gender or lex.gender_of_name(m.key)


def _is_listed(m: Mention, t: Tokens) -> bool:
    """Whether somebody else stands right before a name: *Ada Moss, Ann and Sue Hill*, *her sister Ann and Sue Hill*."""
    if m.first < 2:
        return False
    return t.pos[m.first - 1] == "NN" or (t.words[m.first - 1] == "," and t.name[m.first - 2].endswith("PERSON"))


def of_kin(new: Sequence[Party], found: Sequence[Mention], t: Tokens) -> None:
    """*Her brother*, where the text names two together of whom she is one, is the other: *Ada and Hugh Moss*."""
    other_of: dict[Party, Party | None] = {}
    for m in found:
        if len(m.joined) == 2:
            a, b = (each.party for each in m.joined)
            if a is not None and b is not None and a.full and b.full and a.full[-1] == b.full[-1] and a is not b:
                for x, y in ((a, b), (b, a)):
                    other_of[x] = y if other_of.get(x, y) is y else None
    if not other_of:
        return
    starts = [m.first for m in found]
    for p in new:
        one = p.mentions[0] if p.mentions and p.into is None else None
        if one is None or one.definite != "of" or one.key[0] not in KIN:
            continue
        owner = one.owner.party if one.owner is not None else _possessor(one, found, starts)
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


__all__ = ["KIN", "NAMED_LATER", "aliases", "couples", "identified", "of_kin", "said_again"]

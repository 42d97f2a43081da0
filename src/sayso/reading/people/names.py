"""Names put together: exact names, surnames and first names of those named in full, nicknames, initials, acronyms.

Each step takes the mentions that the steps before left and is a function of its own, surest first, as in a sieve (Lee et al.
2013). A shorter name goes to the one full name that it fits, wherever in the text that stands; where it fits several, to
the one that its title, or the place in the text, singles out, and it stays open where nothing does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sayso.reading.people import lexicon as lex
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.tokens import Tokens

NEAR = 2
"""Paragraphs within which a full name outranks another bearer of the surname; chosen by hand."""
MAIN = 3
"""How many times as often as any other bearer of a surname somebody must have been named to be meant by it alone; by hand."""
USUAL = 3
"""Times that a surname alone has meant one bearer, and no other, from which it goes on meaning that one; by hand."""
MOST = 8
"""Bearers of one name that are told apart; more are a list of names, and the last ones are taken."""


def resolve_names(found: Sequence[Mention], tokens: Tokens, speaking: AbstractSet[int] = frozenset()) -> list[Party]:
    """Gives every name its party; the parties, in order of first mention. What is named, but is neither a party nor a place, has
    one only where it speaks (`speaking`: ids of mentions that are sources)."""
    names = [m for m in found if m.form is Form.NAME and not m.told]
    _agree(names, speaking)
    parties: list[Party] = []
    exact = _Exact(parties)
    short: list[Mention] = []
    surnames = {m.key[-1] for m in names if m.sort == "person" and len(m.key) > 1}
    for m in names:
        if m.sort == "person" and len(m.key) > 1:
            exact.person(m)
        elif m.sort == "person" and not (lex.is_outlet(m.key[0]) and not m.title and m.key[0] not in surnames):
            short.append(m)
        elif m.sort != "misc" or id(m) in speaking:
            if m.sort == "person":
                m.sort, m.gender = "organization", "n"
            exact.other(m)
    _short_people(short, parties, exact, tokens, speaking)
    _bodies(parties, tokens)
    return [p for p in parties if p.into is None]


def _agree(names: Sequence[Mention], speaking: AbstractSet[int]) -> None:
    """A word that the tagger calls now a person and now something else: what a full name or a title shows, else the majority."""
    surnames = {w for m in names if m.sort == "person" and len(m.key) > 1 for w in (m.key[-1],)}
    titled = {m.key[0] for m in names if len(m.key) == 1 and m.title}
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for m in names:
        votes.setdefault(m.key, Counter())[m.sort] += 1
    for m in names:
        seen = votes[m.key]
        if len(m.key) == 1 and (m.key[0] in surnames or m.key[0] in titled) and m.sort != "misc":
            if (
                m.sort == "place"
                and seen["place"] > seen["person"]
                and (id(m) not in speaking or m.key[0] not in surnames)
            ):
                continue
            m.sort, m.gender, m.plural = "person", m.gender if m.gender != "n" else "", False
        elif 1 < len(m.key) < 4 and m.sort != "person" and m.key[-1] in surnames and m.key[0] in lex.FIRST_NAMES:
            m.sort, m.gender, m.plural = "person", lex.gender_of_name(m.key), False
        elif len(seen) > 1:
            best = max(("person", "organization", "place"), key=lambda sort: seen[sort])
            if seen[best] > seen[m.sort] or (m.sort == "misc" and seen[best] == seen["misc"]):
                m.sort = best
                m.gender = "" if best == "person" else "n"


class _Exact:
    """Names in full, by their words."""

    def __init__(self, parties: list[Party]) -> None:
        self.parties = parties
        self.people: dict[tuple[str, ...], Party] = {}
        self.by_ends: dict[tuple[str, str], Party] = {}
        self.others: dict[tuple[str, ...], Party] = {}
        self.by_part: dict[str, list[Party]] = {}

    def new(self, m: Mention, by: str) -> Party:
        party = Party(m.sort)
        self.parties.append(party)
        party.take(m, by)
        return party

    def person(self, m: Mention) -> None:
        party = self.people.get(m.key)
        by = "rule: the same name"
        if party is None:
            party = self._ends(m)
            by = "rule: the same first and last name"
        if party is None:
            party = self.new(m, "rule: a name")
            for part in {m.key[0], *m.key[1:]}:
                self.by_part.setdefault(part, []).append(party)
        else:
            party.take(m, by)
        self.people[m.key] = party
        self.by_ends.setdefault((m.key[0], m.key[-1]), party)
        if m.nickname:
            for part in (" ".join(m.nickname),):
                self.by_part.setdefault(part, []).append(party)
            for width in range(2, len(m.key)):
                self.by_part.setdefault(" ".join(m.key[-width:]), []).append(party)
        for width in range(2, len(m.key)):
            known = self.by_part.setdefault(" ".join(m.key[-width:]), [])
            if party not in known[-MOST:]:
                known.append(party)

    def _ends(self, m: Mention) -> Party | None:
        """The same first and last name, a middle one more or less, or an initial for the first."""
        party = self.by_ends.get((m.key[0], m.key[-1]))
        if party is None:
            longer = self.by_part.get(" ".join(m.key))
            if longer and len(set(map(id, longer))) == 1:
                return longer[0]
        if party is None and len(m.key) == 2:
            begin = [p for p in self.by_part.get(m.key[0], ())[-MOST:] if p.full[:2] == m.key and len(p.full) == 3]
            party = begin[0] if len(begin) == 1 else None  # *Ana Luz* of *Ana Luz Moreno*
        if party is None and len(m.key[0]) > 4:
            same = [p for p in self.by_part.get(m.key[-1], ())[-MOST:] if p.full[-1] == m.key[-1]]
            fits = [p for p in same if _one_letter_apart(p.full[0], m.key[0])]
            party = fits[0] if len(fits) == 1 else None
        if party is None and len(m.key[0]) == 1:
            same = [p for p in self.by_part.get(m.key[-1], ())[-MOST:] if p.full[-1] == m.key[-1]]
            fits = [p for p in same if p.full[0][0] == m.key[0]]
            party = fits[0] if len(fits) == 1 else None
        return party

    def other(self, m: Mention) -> None:
        key = (m.sort, *m.key) if m.sort == "place" else m.key
        party = self.others.get(key)
        if party is None:
            self.others[key] = self.new(m, "rule: a name")
        else:
            party.take(m, "rule: the same name")


def _one_letter_apart(a: str, b: str) -> bool:
    """Whether two names of five letters or more are one but for a letter: a slip of the writer's."""
    return len(a) == len(b) > 4 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


class _Slips:
    """Surnames that are one's in full but for a letter: *Lindqvest* in a text of *Ada Lindqvist*."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self.full: dict[str, set[Party]] = {}
        for p in parties:
            if p.sort == "person" and len(p.full) > 1:
                for masked in self._masked(p.full[-1]):
                    self.full.setdefault(masked, set()).add(p)

    @staticmethod
    def _masked(name: str) -> list[str]:
        if not LONG_SURNAME <= len(name) < 20:
            return []
        return [name[:k] + "*" + name[k + 1 :] for k in range(len(name))]

    def of(self, name: str) -> list[Party]:
        """The one bearer of such a surname, empty where there are none or several."""
        fits = {p for masked in self._masked(name) for p in self.full.get(masked, ())}
        return list(fits) if len(fits) == 1 else []


LONG_SURNAME = 7
"""Letters of a surname from which one that differs is taken for a slip; chosen by hand."""


def _short_people(
    short: Sequence[Mention], parties: list[Party], exact: _Exact, t: Tokens, speaking: AbstractSet[int]
) -> None:
    """Surnames, first names and nicknames."""
    alone: dict[str, list[Party]] = {}
    slips = _Slips(parties)
    for m in short:
        name = m.key[0]
        every = list(dict.fromkeys(exact.by_part.get(name, ())))[-MOST:]
        last = [p for p in every if p.full[-1] == name]
        candidates = last or every
        if m.gender and len(candidates) > 0:
            candidates = [p for p in candidates if not p.gender or p.gender == m.gender]
        if m.title and len(candidates) > 1:
            candidates = [p for p in candidates if any(m.title == x.title for x in p.mentions[-MOST:])] or candidates
        if not candidates and not m.title:
            candidates = slips.of(name)
        if not candidates:
            known = [p for p in alone.get(name, ()) if not m.gender or not p.gender or p.gender == m.gender]
            if known:
                known[-1].take(m, "rule: the same name")
            else:
                if not m.gender and name in lex.WOMEN:
                    m.gender = "f"
                party = exact.new(m, "rule: a name")
                alone.setdefault(name, []).append(party)
            continue
        usual = [p for p in candidates if p.in_short.get(name, 0) >= USUAL] if len(candidates) > 1 and last else []
        rare = sum(p.in_short.get(name, 0) for p in candidates if p not in usual)
        chosen, open_between = (usual[0], ()) if len(usual) == 1 and not rare else _one_of(candidates, m, t, speaking)
        if not open_between:
            chosen.in_short[name] = chosen.in_short.get(name, 0) + 1
        chosen.take(m, "rule: surname of a name given in full" if last else "rule: part of a name given in full")
        m.open = open_between


def _spoke_here(candidates: Sequence[Party], m: Mention, t: Tokens, speaking: AbstractSet[int]) -> Party | None:
    """The bearer of a surname who is the last source named in full before it in its paragraph, where the surname speaks too."""
    last = max(
        ((x.first, p, id(x) in speaking) for p in candidates for x in p.mentions if x.first < m.first),
        key=lambda found: found[0],
        default=None,
    )
    if last is None or id(m) not in speaking or not last[2] or t.paragraph[last[0]] != t.paragraph[m.first]:
        return None
    return last[1]


def _one_of(
    candidates: list[Party], m: Mention, t: Tokens, speaking: AbstractSet[int]
) -> tuple[Party, tuple[Party, ...]]:
    """The bearer of the name that is meant, and all bearers where the text leaves it open."""
    if len(candidates) == 1:
        return candidates[0], ()
    paragraph = t.paragraph[m.first]
    before = [p for p in candidates if p.mentions[0].first < m.first] or candidates
    if len(before) == 1:
        return before[0], ()

    def last_full(p: Party) -> int:
        """The paragraph in which the party was last named in full before this mention."""
        at = bisect_left(p.in_full, m.first)
        return t.paragraph[p.in_full[at - 1]] if at else -1

    here = _spoke_here(before, m, t, speaking)
    if here is not None:
        return here, ()
    near = [p for p in before if paragraph - last_full(p) <= NEAR and last_full(p) >= 0]
    if len(near) == 1:
        return near[0], ()
    ranked = sorted(near or before, key=lambda p: (len(p.mentions), last_full(p)), reverse=True)
    if len(ranked[0].mentions) >= MAIN * len(ranked[1].mentions):
        return ranked[0], ()
    return ranked[0], tuple(ranked)


def _bodies(parties: list[Party], t: Tokens) -> None:
    """Organisations by acronym (*WHO*) and by part of their name: *the Post* for the one that is called *… Post*."""
    bodies = [p for p in parties if p.sort in ("organization", "misc") and p.into is None]
    places = {p.full[0] for p in parties if p.sort in ("place", "person") and p.into is None and p.full}
    by_initials: dict[str, Party] = {}
    by_last: dict[tuple[str, ...], list[Party]] = {}
    by_first: dict[tuple[str, ...], list[Party]] = {}
    for p in bodies:
        if len(p.full) > 1 and not all(len(w) == 1 for w in p.full):
            words = [w for w in p.full if w not in lex.SMALL and w[0].isalnum()]
            by_initials.setdefault("".join(w[0] for w in words), p)
            if words[-1] in ("department", "ministry", "bureau"):
                by_initials.setdefault(words[-1][0] + "o" + "".join(w[0] for w in words[:-1]), p)
            for low in range(1, len(p.full)):
                by_last.setdefault(p.full[low:], []).append(p)
            if (
                p.full[0] in lex.BODIES
                or all(w in lex.BODIES or w in lex.OUTLET_NOUNS or w in lex.COMPANY_NOUNS for w in p.full[1:])
                or (len(p.full) == 2 and p.full[1] in lex.AFTER_FIRMS)
                or (p.full[-1] in lex.BODIES and p.full[0] not in lex.NATIONALITIES and p.full[0] not in places)
            ):
                by_last.setdefault(p.full[:1], []).append(p)
                by_first.setdefault(p.full[:1], []).append(p)
    for p in parties:
        firm = by_first.get(p.full, ())
        if p.sort == "person" and len(firm) == 1 and not any(m.title for m in p.mentions):
            p.become(firm[0], "rule: part of an organisation's name given in full")
    _in_brackets(bodies, parties, t)
    bodies = [p for p in bodies if p.into is None]
    for p in [*bodies, *(p for p in parties if p.sort == "person" and len(p.full) > 1 and p.into is None)]:
        letters = len(p.full) > 1 and all(len(w) == 1 for w in p.full)
        if len(p.full) == 1 or letters:
            key = "".join(p.full).replace(".", "")
            whole = by_initials.get(key)
            capitals = letters or t.words[p.mentions[0].head].isupper()
            if whole is not None and whole is not p and whole.into is None and capitals and len(key) > 1:
                p.become(whole, "rule: acronym of a name given in full")
                continue
        longer = [q for q in by_last.get(p.full, ()) if p.sort != "person" and q is not p and q.into is None]
        if len(longer) == 1:
            p.become(longer[0], "rule: part of an organisation's name given in full")


def _in_brackets(bodies: Sequence[Party], parties: Sequence[Party], t: Tokens) -> None:
    """A short form in brackets right behind a name is that body: *the Elmbridge Guild of Bakers (ElmGB)*."""
    by_first = {m.first: p for p in parties if len(p.full) == 1 for m in p.mentions}
    for p in bodies:
        if len(p.full) < 2 or p.into is not None:
            continue
        for m in p.mentions:
            at = m.last + 1
            short = by_first.get(at) if m.last < len(t) and t.words[m.last] == "(" else None
            if short is None or short.into is not None or at + 1 >= len(t) or t.words[at + 1] != ")":
                continue
            letters = [c for c in t.words[at] if c.isupper()]
            initials = [w[0] for w in p.full]
            if len(letters) > 1 and letters[0].lower() in initials:
                short.become(p, "rule: short form in brackets behind the name")
                break

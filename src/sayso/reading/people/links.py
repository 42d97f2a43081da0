"""What says who somebody is: *X is a doctor*, offices, definite descriptions; what stands beside a name is in `beside`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import islice

from sayso.reading.people import lexicon as lex
from sayso.reading.people.mention import RANKS, Form, Mention, Party
from sayso.reading.people.renamed import FORCES, RENAMES, two_of
from sayso.reading.tokens import Tokens

_BE = frozenset(
    {
        "is",
        "was",
        "are",
        "were",
        "'s",
        "’s",
        "became",
        "remains",
        "remained",
        "be",
        "been",
        "becomes",
        "'re",
        "'m",
        "am",
    }
)
_BECOME = frozenset(
    {
        "become", "became", "becomes", "becoming", "elected", "named", "appointed", "made", "crowned", "declared", "dubbed",
        "considered", "called", "remained", "remains", "remain", "nominated", "ordained", "chosen", "being",
    }
)  # fmt: skip
"""Verbs whose second phrase says what the first became or is called."""
_MAYBE = frozenset({"could", "would", "might", "may", "should"})


def predicates(found: Sequence[Mention], t: Tokens) -> None:
    """Marks what a form of *be*, or *became*, *was elected*, says of a subject: *Moss is a doctor*. A denied one says nothing of
    them, nor one that only may be."""
    by_last: dict[int, Mention] = {}
    by_first = {m.first: m for m in reversed(found) if m.form is Form.NOMINAL}
    for m in found:
        if not m.told and (m.last not in by_last or m.form is not Form.NOMINAL):
            by_last[m.last] = m
    subject: Mention | None = None
    for m in found:
        elsewhere = subject is None or t.sentence[subject.first] != t.sentence[m.first]
        if m.role == "s" and not m.told and (elsewhere or m.form is not Form.NOMINAL):
            subject = m
        if m.form is not Form.NOMINAL or m.told or m.definite == "this" or m.sort == "document" or m.first == 0:
            continue
        before = t.lower[m.first - 1]
        if before == "as":
            about = _as(m, subject, t)
            if about is not None:
                m.told, m.about = True, about
            continue
        if before in _BECOME and t.pos[m.first - 1] != "NN":
            about = subject if subject is not None and t.sentence[subject.first] == t.sentence[m.first] else None
        else:
            about = _of_be(m, by_last, t)
        if about is not None and about is not m:
            if _can_be(about, m):
                m.told, m.about = True, about
                _listed(m, about, by_first, t)
            elif m.definite in ("a", "the"):
                m.idle = True


LONGEST_LIST = 4
"""Further phrases that one *is* may say of somebody; chosen by hand."""


def _listed(m: Mention, about: Mention, by_first: Mapping[int, Mention], t: Tokens) -> None:
    """*Moss is a doctor, a pilot and former mayor*: what is listed behind the first phrase is said of her too."""
    end = m.extent
    for _ in range(LONGEST_LIST):
        at = end
        while at < len(t) and at < end + 2 and t.lower[at] in (",", "and"):
            at += 1
        other = by_first.get(at) if at > end else None
        if (
            other is None
            or other.told
            or other.plural
            or other.sort != m.sort
            or other.definite not in ("a", "bare", "the")
        ):
            return
        last = max(other.last, other.extent)
        if last >= len(t) or t.lower[last] not in (",", ".", ";", "and", ")") or not _can_be(about, other):
            return
        other.told, other.about, end = True, about, last


_NOT_AS = frozenset(
    {"such", "well", "same", "soon", "long", "far", "much", "as", "not", "and", "or", "but", ",", "rather"}
)


def _as(m: Mention, subject: Mention | None, t: Tokens) -> Mention | None:
    """Whom *as a doctor* behind a verb is said of: the subject (*Moss worked as a doctor*), where the phrase is one person's."""
    if m.sort != "person" or m.plural or m.definite not in ("a", "bare") or m.first < 2:
        return None
    verb = m.first - 2
    if t.lower[verb] in _NOT_AS or subject is None or t.sentence[subject.first] != t.sentence[m.first]:
        return None
    intransitive = t.lower[verb] in _AS_OF_THE_SUBJECT or t.pos[verb] in ("VBN", "RB")
    if not intransitive or subject.plural or not _can_be(subject, m):
        return None
    return subject


_AS_OF_THE_SUBJECT = frozenset(
    {
        "worked", "served", "works", "serves", "serving", "working", "began", "started", "acted", "acts", "acting", "trained",
        "resigned", "retired", "appeared", "practised", "practiced", "studied", "stood", "ran", "campaigned", "returned",
        "debuted", "excelled", "qualified", "serve", "work", "act", "emerged", "doubled", "ruled", "reigned", "lived",
    }
)  # fmt: skip
"""Verbs with which *as a …* is said of who does them."""


def _of_be(m: Mention, by_last: dict[int, Mention], t: Tokens) -> Mention | None:
    """The subject of a form of *be* right before a phrase."""
    at, steps = m.first - 1, 0
    while at > 0 and steps < 2 and t.pos[at] == "RB" and t.lower[at] not in ("not", "n't", "never"):
        at, steps = at - 1, steps + 1
    if at < 1 or t.lower[at] not in _BE or t.pos[at] not in ("VBZ", "VBD", "VBP", "VB", "VBN"):
        return None
    if t.pos[at] in ("VB", "VBN"):
        at -= 1
        if t.pos[at] not in ("MD", "VBZ", "VBP", "VBD") or t.lower[at] in _MAYBE:
            return None
    subject = by_last.get(at)
    return subject if subject is not None and t.sentence[subject.first] == t.sentence[m.first] else None


def _can_be(subject: Mention, m: Mention) -> bool:
    if subject.sort not in (m.sort, "") or bool(subject.plural) != bool(m.plural):
        return False
    if subject.form is Form.PRONOUN and (subject.key[0] in ("it", "you", "they", "i", "we") or m.plural):
        return False
    return not (subject.gender and m.gender and subject.gender != m.gender)


def attach_told(found: Sequence[Mention]) -> None:
    """Gives each description to the party that it describes, once that has one."""
    for m in found:
        if m.told and m.party is None and m.about is not None and m.about.party is not None:
            m.about.party.take(
                m, "rule: beside the name" if m.about.form is Form.NAME else "rule: said of them with be"
            )


MOST_PAIRS = 40
"""Pairs named last among whom *the couple* is looked for; chosen by hand."""


class Nominals:
    """Noun phrases in order: each is one named or described before, or somebody new."""

    def __init__(self, parties: Sequence[Party], t: Tokens) -> None:
        self.t = t
        self.new: list[Party] = []
        self.by_head: dict[str, list[Party]] = {}
        self.by_title: dict[str, list[Party]] = {}
        self.seen: dict[Party, int] = {}
        """For each party the first word of its last mention so far."""
        self.together: dict[frozenset[object], Party] = {}
        self.aged: dict[str, list[Party]] = {}
        for p in parties:
            self._index(p)
            if p.age and p.sort == "person":
                self.aged.setdefault(p.age, []).append(p)

    def _index(self, p: Party) -> None:
        if p.sort == "organization" and len(p.full) > 1:
            self._add(self.by_title, p.full[-1], p)
            for word in p.full[:-1]:
                if word in lex.BODIES:
                    self._add(self.by_title, word, p)
        for m in (*p.mentions, *p.told):
            if m.form is Form.NAME and m.title:
                for word in {m.title, *m.titles}:
                    self._add(self.by_title, word, p)
            if m.told:
                self._add(self.by_head, m.key[0], p)

    @staticmethod
    def _add(where: dict[str, list[Party]], key: str, p: Party) -> None:
        known = where.setdefault(key, [])
        if p not in known[-4:]:
            known.append(p)

    def place(self, m: Mention) -> Party | None:
        """The party of a phrase by its words, `None` where only the place in the text can tell."""
        word = m.key[0]
        if m.joined:
            return self.together.get(_parts(m))
        if m.age and m.definite == "the":
            return self._of_age(m)
        if m.definite in ("the", "this", "of") or (m.definite == "bare" and m.plural is True):
            known = [p for p in self.by_head.get(word, ())[-4:] if _fits(p, m)]
            for p in reversed(known):
                if _said_before(p, m) and not _differ(p, m) and _same_rank(p, m):
                    return p
        if m.definite in ("the", "this"):
            titled = [p for p in self.by_title.get(word, ())[-6:] if _fits(p, m)]
            if titled and not (m.extent > m.last and m.sort == "person"):
                before = [p for p in titled if p.mentions[0].first < m.first and _same_rank(p, m)]
                if before:
                    return max(before, key=lambda p: self.seen.get(p, -1))
        return self._renamed(m) if m.definite == "the" and m.extent <= m.last else None

    def _renamed(self, m: Mention) -> Party | None:
        """Who is called by another word for their office, by name and lately; one who has been called by it is found before."""
        word = m.key[0]
        if two_of(m):
            lately = islice(reversed(self.together.values()), MOST_PAIRS)
            named = [p for p in lately if _two_named(p) and p in self.seen]
            return max(named, key=lambda p: self.seen[p], default=None)
        if m.plural or m.sort not in ("person", "organization"):
            return None
        words = (
            RENAMES.get(word, frozenset()) if m.sort == "person" else FORCES if word == "force" else frozenset[str]()
        )
        known = [p for each in words for where in (self.by_title, self.by_head) for p in where.get(each, ())[-4:]]
        fits = {p for p in known if _fits(p, m) and p.full and p.mentions[0].first < m.first and p in self.seen}
        if not fits or (len(fits) > 1 and m.modifiers):
            return None
        return max(fits, key=lambda p: self.seen[p])

    def _of_age(self, m: Mention) -> Party | None:
        """The one person whose age the text gives as that of *the 44-year-old*."""
        fits = [p for p in self.aged.get(m.age, ()) if p.into is None]
        return fits[0] if len(fits) == 1 else None

    def begin(self, m: Mention) -> Party:
        """A party of its own."""
        p = Party(m.sort)
        p.take(m, "rule: a phrase of its own")
        self.new.append(p)
        if m.joined:
            self.together[_parts(m)] = p
        else:
            self.keep(m, p)
        return p

    def keep(self, m: Mention, p: Party) -> None:
        self._add(self.by_head, m.key[0], p)


def _two_named(p: Party) -> bool:
    """Whether a party is two people with names whom *and* joined."""
    joined = p.mentions[0].joined if p.mentions else ()
    return len(joined) == 2 and all(x.form is Form.NAME and x.sort == "person" for x in joined)


def _parts(m: Mention) -> frozenset[object]:
    """Who are joined in a mention: their parties as far as they are known, else their words."""
    return frozenset(part.key if part.party is None else part.party for part in m.joined)


def _fits(p: Party, m: Mention) -> bool:
    if p.sort not in (m.sort, "") or p.into is not None:
        return False
    if p.gender and m.gender and p.gender != m.gender:
        return False
    return bool(p.plural) == bool(m.plural) or p.sort == "organization"


def _same_rank(p: Party, m: Mention) -> bool:
    """Whether the title of a party, somewhere, has the words of rank that a phrase has."""
    ranks = p.offices.get(m.key[0])
    return ranks is None or m.modifiers & RANKS in ranks


def _said_before(p: Party, m: Mention) -> bool:
    return any(x.first < m.first for x in (*p.mentions[:1], *p.told[:1]))


def _differ(p: Party, m: Mention) -> bool:
    """Whether the phrase has words that no earlier one of the party with this head has: *the other man*, *the Texas senator*."""
    if m.definite == "of" and m.owner is None and m.modifiers <= lex.POSSESSIVE:
        owners = [x.owner.party for x in p.told if x.owner is not None and x.key == m.key]
        if any(o is not None and o.full and not _is_not(o, m.modifiers) for o in owners):
            return False  # *Ada Moss’s lawyer, Hugh Hill*, then *her lawyer*
    if not m.modifiers:
        if m.owner is not None and m.owner.party is not None:
            owners = [x.owner.party for x in (*p.mentions, *p.told) if x.owner is not None and x.key[:1] == m.key]
            return bool(owners) and all(o is not m.owner.party for o in owners)
        return False
    seen: set[str] = set()
    for x in (*p.mentions[-12:], *p.told[-12:]):
        seen |= x.modifiers
        if x.form is Form.NAME:
            seen |= set(x.key)
    return bool(m.modifiers - seen - {"former", "late", "young", "old"})


def _is_not(owner: Party, words: Set[str]) -> bool:
    """Whether *his* or *her* cannot mean somebody."""
    if owner.sort == "organization":
        return not words & {"its", "their"}
    return not words & {"his" if owner.gender == "m" else "her" if owner.gender == "f" else "", "their"} and bool(
        owner.gender
    )


_SINGLED_OUT = frozenset({"first", "only", "next", "other", "same", "late", "last"})


def may_mean_someone_named(m: Mention, t: Tokens) -> bool:
    """Whether a description may stand for somebody just named: *the actor*, *the 44-year-old*, *the paper*; no office, nothing
    with a phrase of its own behind it, nor what *is* says of somebody."""
    if m.definite not in ("the", "this") or m.plural or m.extent > m.last or m.modifiers & _SINGLED_OUT:
        return False
    if m.first and t.lower[m.first - 1] in _BE:
        return False
    word = m.key[0]
    if m.sort in ("organization", "document"):
        return word in lex.OUTLET_NOUNS or word in lex.COMPANY_NOUNS or (word in lex.BODIES and m.definite == "this")
    return (
        m.sort == "person"
        and (word not in lex.UNIQUE or word in lex.SAID_AGAIN or "former" in m.modifiers)
        and word not in ("other", "one", "first", "second", "latter")
    )

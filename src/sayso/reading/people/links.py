"""What says who somebody is: apposition both ways, *X is a doctor*, offices, definite descriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.reading.people import lexicon as lex
from sayso.reading.people.mention import RANKS, Form, Mention, Party
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
_ENDS_APPOSITION = frozenset(
    {",", ".", ";", ")", "]", "-", "–", "—", ":", "who", "whose", "which", "that", "?", "!", '"', "”", "’", "'"}
)
"""Offices that say of themselves who is meant: *the mayor* is not whoever was named last."""


def appositions(found: Sequence[Mention], t: Tokens) -> None:
    """Marks nominals that stand beside a name and say who it is (`told`, with the name as `about`)."""
    by_first: dict[int, list[Mention]] = {}
    for m in found:
        by_first.setdefault(m.first, []).append(m)
    for m in found:
        if m.form is Form.NAME and not m.told and m.last < len(t):
            at = _behind_age(m, t)
            if at > 0:
                _after_name(m, by_first.get(at, ()), by_first, t)
    for m in reversed(found):  # the last first, so that *the owner, a banker named Hugh Hill,* is told of him too
        if m.form is Form.NOMINAL and m.definite != "this" and not m.told and m.last < len(t):
            _before_names(m, by_first, t)
        elif m.form is Form.NAME and m.sort == "organization" and not m.told and m.last < len(t):
            _office_in_letters(m, by_first, t)
    by_last = {m.last: m for m in found if m.form is Form.NAME and m.sort == "person"}
    for m in found:
        if m.form is Form.NOMINAL and not m.told and m.extent > m.last and m.sort == "person" and not m.plural:
            behind = by_last.get(m.extent)
            if behind is not None and behind.first > m.last + 1 and t.pos[behind.first - 1] in ("NNP", "NN", "NNPS"):
                m.told, m.about = True, behind


def _behind_age(m: Mention, t: Tokens) -> int:
    """Where a phrase that says who a name is can begin: behind a comma, bracket or dash, and an age (*Ada Moss, 54, a pilot*); 0
    where none can. An age is kept with the name."""
    if t.words[m.last] not in (",", "(", "-", "–", "—"):
        return 0
    at = m.last + 1
    if at + 1 < len(t) and t.words[at].isdigit() and len(t.words[at]) < 3 and t.words[at + 1] in (",", ")", "."):
        if m.sort == "person":
            m.age = t.words[at]
        at += 2
        if at < len(t) and t.words[at - 1] == ")" and t.words[at] == ",":
            at += 1
    return at


def _before_names(m: Mention, by_first: Mapping[int, Sequence[Mention]], t: Tokens) -> None:
    """*The owner of the mill, Hugh Hill,*; *his brother Hugh Hill*; *a doctor named Hugh Hill*."""
    end = m.extent if m.extent < len(t) and t.words[m.extent] == "," else m.last
    if end >= len(t):
        return
    comma = t.words[end] == ","
    named = t.lower[end] in _CALLED
    joined = t.lower[end] == "and" and not m.plural and m.definite in ("the", "of")
    for other in _at(end + (1 if comma or named or joined else 0), by_first, t):
        if joined:  # *the novelist and critic Hugh Hill*
            if other.form is Form.NOMINAL and other.definite == "bare" and other.told and other.sort == m.sort:
                m.told, m.about = True, other.about
        else:
            _before_name(m, other, t, comma or named)
    if m.told or comma or m.plural:
        return
    far = _comma_after(m, t)
    if far:
        for other in _at(far + 1, by_first, t):
            _before_name(m, other, t, True)
            if m.told:
                m.extent = far


def _at(at: int, by_first: Mapping[int, Sequence[Mention]], t: Tokens) -> Sequence[Mention]:
    """The mentions that begin at a word, or behind a *the* there (*the Right Rev Hugh Hill*)."""
    found = by_first.get(at, ())
    return found or (by_first.get(at + 1, ()) if at < len(t) and t.lower[at] == "the" else ())


def _office_in_letters(m: Mention, by_first: Mapping[int, Sequence[Mention]], t: Tokens) -> None:
    """Makes a description of an office's letters: *the CEO, Ada Moss, said*."""
    letters = m.last - m.head == 1 and t.words[m.head].isupper() and t.entity[m.head] == "person"
    if letters and t.words[m.last] == "," and t.lower[m.head - 1] == "the":
        for other in _at(m.last + 1, by_first, t):
            if other.form is Form.NAME and other.sort == "person" and len(other.key) > 1:
                m.form, m.sort, m.definite = Form.NOMINAL, "person", "the"
                m.gender, m.plural = "", False
                _before_name(m, other, t, True)


_CALLED = frozenset({"named", "called"})
_WITHIN = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "DT", "IN", "TO", "POS", "PRP$", "CD", "HYPH", "VBN", "VBG", "RB"}
)
"""What may stand in a phrase between its head and the comma behind it."""
_RELATIVE = frozenset({"who", "that", "which", "whose"})
FARTHEST = 16
"""Words from the head of a phrase within which its comma is looked for; chosen by hand."""


def _comma_after(m: Mention, t: Tokens) -> int:
    """The comma that ends a phrase which opens a clause, with all that belongs to it (*the chef who cooked for the queen,*); 0
    where something else follows."""
    if not _opens_clause(m, t):
        return 0
    relative = False
    for at in range(m.last, min(len(t), m.last + FARTHEST)):
        if t.sentence[at] != t.sentence[m.first]:
            return 0
        if t.words[at] == ",":
            return at if at > m.last else 0
        word, tag = t.lower[at], t.pos[at]
        relative = relative or (word in _RELATIVE and at - m.last < 6)
        if word == "and" and at + 1 < len(t) and t.pos[at + 1] in ("NN", "NNS", "JJ", "NNP"):
            continue  # *founder and chief executive*
        if tag not in _WITHIN and not (relative and tag[:1] in "VPMWR"):
            return 0
        if tag == "VBG" and at == m.last and t.lower[at - 1] == ",":
            return 0
    return 0


def _opens_clause(m: Mention, t: Tokens) -> bool:
    """Whether a phrase is where a clause begins, or right behind its verb of saying."""
    if not m.first or t.sentence[m.first - 1] != t.sentence[m.first]:
        return True
    before = m.first - 1
    tag, word = t.pos[before], t.lower[before]
    if tag in ("CC", ",", ":", "``", "''", "RB", "WRB", "VBD", "VBZ") or word in ("that", "to", "by", "as", "-", "–", "—"):
        return True
    return word in lex.CONJUNCTIONS


def _after_name(m: Mention, beside: Sequence[Mention], by_first: Mapping[int, Sequence[Mention]], t: Tokens) -> None:
    """*Hugh Hill, a doctor and former mayor of Elmbridge, said*: both say who he is."""
    for other in beside:
        if not _says_who(m, other):
            continue
        end = other.extent
        if end < len(t) and t.lower[end] not in _ENDS_APPOSITION and t.pos[end] not in _GO_ON:
            continue
        if _in_list(other, t):
            continue
        other.told, other.about = True, m
        if end < len(t) and t.lower[end] == "and":
            for more in by_first.get(end + 1, ()):
                if _says_who(m, more) and (more.extent >= len(t) or t.lower[more.extent] in _ENDS_APPOSITION):
                    more.told, more.about = True, m
                    end = more.extent
        if m.role == "o" and _verb_after(end, t):
            m.role = "s"


_GO_ON = frozenset({"CC", "IN", "VBN", "VBG", "WP", "WDT", "TO"})


def _says_who(m: Mention, other: Mention) -> bool:
    """Whether a phrase beside a name can say who that is."""
    if other.form is not Form.NOMINAL or other.told or not _alike(m, other) or (other.plural and m.sort == "person"):
        return False
    return other.definite != "this" and (other.definite != "bare" or other.key[0] in lex.ROLES | lex.BODIES)


def _verb_after(end: int, t: Tokens) -> bool:
    """Whether a comma and then a finite verb follow: *Ada Moss, the mayor, also said*."""
    at = end + 1
    if end >= len(t) or t.words[end] != ",":
        return False
    while at < len(t) and at < end + 3 and t.pos[at] in ("RB", "MD"):
        at += 1
    return at < len(t) and t.pos[at] in ("VBD", "VBZ", "VBP", "VB")


def _in_list(other: Mention, t: Tokens) -> bool:
    """Whether *and* or *or* joins the phrase to another, so that both are items of a list."""
    end = other.extent
    return end + 1 < len(t) and t.lower[end] in ("and", "or") and t.pos[end + 1] in ("DT", "NNP", "PRP$")


def _before_name(m: Mention, other: Mention, t: Tokens, comma: bool) -> None:
    """*The doctor, Hugh Hill,* and *his brother Hugh Hill*."""
    about = other.about if other.told and other.form is Form.NOMINAL and comma else other
    if about is None or about.form is not Form.NAME or m.told or m.plural or not _alike(m, about):
        if about is None or not _is_firm(m, about, comma):
            return
        about.sort, about.gender, about.plural = "organization", "n", None
        m.sort, m.gender = "organization", "n"
    if comma:
        end = max(about.last, other.extent)
        if end < len(t) and t.words[end] not in (",", ".", ")", ";") and t.pos[end] not in ("VBD", "VBZ"):
            return
        if end + 1 < len(t) and t.words[end] == "," and t.lower[end + 1] in ("and", "or"):
            after = t.pos[end + 2] if end + 2 < len(t) else ""
            if after != "PRP$":  # *the mayor, Ada Moss, and her deputy*
                return
    elif m.definite not in ("the", "of", "a") and m.key[0] not in lex.ROLES:
        return
    m.told, m.about = True, about


_RUNS = frozenset({"owner", "maker", "operator", "developer", "publisher", "supplier", "producer", "builder", "contractor"})
"""Offices that a firm may hold: *its owner, Moss Airlines, said*."""


def _is_firm(m: Mention, other: Mention, comma: bool) -> bool:
    """Whether a name of one word beside a phrase for a body is that body's, or beside *the owner* a firm's."""
    if not comma or other.form is not Form.NAME or m.plural or m.told:
        return False
    if m.sort == "organization" and other.sort == "person":
        alone = len(other.key) == 1 and not other.title and other.key[0] not in lex.FIRST_NAMES
        return alone and m.definite in ("the", "a", "of")
    return m.sort == "person" and m.key[0] in _RUNS and other.sort == "organization"


def _alike(m: Mention, other: Mention) -> bool:
    if m.sort == other.sort:
        return not (m.gender and other.gender and m.gender != other.gender)
    return False


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
        return None

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


__all__ = ["Nominals", "appositions", "attach_told", "may_mean_someone_named", "predicates"]

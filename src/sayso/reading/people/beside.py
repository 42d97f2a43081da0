"""Apposition both ways: *Hugh Hill, a doctor,*; *the owner of the mill, Hugh Hill,*; *the doctor Hugh Hill*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.reading.people import lexicon as lex
from sayso.reading.people.mention import Form, Mention
from sayso.reading.tokens import Tokens

_ENDS_APPOSITION = frozenset(
    {",", ".", ";", ")", "]", "-", "–", "—", ":", "who", "whose", "which", "that", "?", "!", '"', "”", "’", "'"}
)


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
            if m.role == "o" and t.words[m.last] == "," and not t.pos[m.first - 1].startswith("V") and _aside(m, t):
                m.role = "s"
    for m in reversed(found):  # the last first, so that *the owner, a banker named Hugh Hill,* is told of him too
        if m.form is Form.NOMINAL and m.definite != "this" and not m.told and m.last < len(t):
            _before_names(m, by_first, t)
        elif m.form is Form.NAME and m.sort in ("organization", "person") and not m.told and m.last < len(t):
            _office_in_capitals(m, by_first, t)
    by_last = {m.last: m for m in found if m.form is Form.NAME and m.sort == "person"}
    for m in found:
        if m.form is Form.NOMINAL and not m.told and m.extent > m.last and m.sort == "person" and not m.plural:
            behind = by_last.get(m.extent)
            if behind is not None and behind.first > m.last + 1 and t.pos[behind.first - 1] in ("NNP", "NN", "NNPS"):
                m.told, m.about = True, behind


LONGEST_ASIDE = 14
"""Words between commas behind a name that is the subject of the verb after them; chosen by hand."""


def _aside(m: Mention, t: Tokens) -> bool:
    """Whether words between commas and then a finite verb follow a name: *Ada Moss, now at the museum, is careful*."""
    for at in range(m.last + 2, min(len(t), m.last + LONGEST_ASIDE)):
        if t.sentence[at] != t.sentence[m.first]:
            return False
        if t.words[at] == "," and at + 1 < len(t):
            return _verb_after(at, t)
    return False


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
    if m.role == "g" and m.last < len(t) and t.pos[m.last] == "POS":
        return  # *the chef’s wife, Ada Moss*: not the chef
    end = m.extent if m.extent < len(t) and t.words[m.extent] in _MARKS else m.last
    if end >= len(t):
        return
    comma = t.words[end] == "," or (t.words[end] in _MARKS and t.start[end] > t.end[end - 1])
    named = t.lower[end] in _CALLED
    joined = t.lower[end] == "and" and not m.plural and (m.definite in ("the", "of") or _is_bare_office(m, t))
    for other in _at(end + (1 if comma or named or joined else 0), by_first, t):
        if joined:  # *the novelist and critic Hugh Hill*
            one = m.key[0] not in lex.UNIQUE and other.definite == "bare"  # not *the president and first lady Ada Moss*
            if one and other.form is Form.NOMINAL and other.told and other.sort == m.sort:
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


def _is_bare_office(m: Mention, t: Tokens) -> bool:
    """Whether an office without an article opens a clause: *Author and activist Ada Moss*."""
    return m.definite == "bare" and m.key[0] in lex.ROLES and _opens_clause(m, t)


def _at(at: int, by_first: Mapping[int, Sequence[Mention]], t: Tokens) -> Sequence[Mention]:
    """The mentions that begin at a word, or behind a *the* there (*the Right Rev Hugh Hill*)."""
    found = by_first.get(at, ())
    while not found and at + 2 < len(t) and t.lower[at] in lex.ABBREVIATED and t.words[at + 1] == ".":
        at += 2  # *Rt. Hon. Hugh Hill*
        found = by_first.get(at, ())
    if found or at >= len(t):
        return found
    if t.words[at].isdigit() and t.lower[at + 1 : at + 5] == ["-", "year", "-", "old"]:
        return by_first.get(at + 5, ())  # *80-year-old Hugh Hill*
    rank = t.pos[at] == "NNP" and t.words[at].isupper() and t.name[at] in ("O", "")  # *CP Hugh Hill*
    return by_first.get(at + 1, ()) if rank or t.lower[at] == "the" else ()


def _office_in_capitals(m: Mention, by_first: Mapping[int, Sequence[Mention]], t: Tokens) -> None:
    """Makes a description of what is taken for a name: *the CEO, Ada Moss, said*, *the District Collector, Hugh Hill,*."""
    letters = m.last - m.first <= 2 and t.words[m.head].isupper()
    first = m.first if t.lower[m.first] == "the" else m.first - 1
    unseen = m.sort == "person" and t.name[m.head] in ("O", "") and m.key[0] not in lex.FIRST_NAMES
    if not (letters or unseen) or t.entity[m.head] != "person" or first < 0:
        return
    if t.words[m.last] == "," and t.lower[first] == "the":
        for other in _at(m.last + 1, by_first, t):
            if other.form is Form.NAME and other.sort == "person" and len(other.key) > 1:
                m.form, m.sort, m.definite, m.key = Form.NOMINAL, "person", "the", (t.lower[m.head],)
                m.gender, m.plural, m.first = "", False, first
                _before_name(m, other, t, True)


_MARKS = frozenset({",", "-", "–", "—"})
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
    if tag in ("CC", ",", ":", "``", "''", "RB", "WRB", "VBD", "VBZ") or word in (
        "that",
        "to",
        "by",
        "as",
        "-",
        "–",
        "—",
    ):
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
    if other.form is not Form.NOMINAL or other.told or not alike(m, other) or (other.plural and m.sort == "person"):
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
    office = end + 1 < len(t) and other.definite == "bare" and t.lower[end + 1] in lex.ROLES
    return end + 1 < len(t) and t.lower[end] in ("and", "or") and t.pos[end + 1] in ("DT", "NNP", "PRP$") and not office


def _before_name(m: Mention, other: Mention, t: Tokens, comma: bool) -> None:
    """*The doctor, Hugh Hill,* and *his brother Hugh Hill*."""
    about = other.about if other.told and other.form is Form.NOMINAL and comma else other
    if about is not None and about.form is Form.NAME and about.sort != "person" and comma and _is_relative(m, about):
        about.sort, about.gender, about.plural = "person", "", False
    if about is None or about.form is not Form.NAME or m.told or _too_many(m) or not alike(m, about):
        if about is None or not _is_firm(m, about, comma):
            return
        about.sort, about.gender, about.plural = "organization", "n", None
        m.sort, m.gender = "organization", "n"
    if comma:
        end = _behind_home(max(about.last, other.extent), t)
        if end < len(t) and t.words[end] not in _CLOSES and t.pos[end] not in ("VBD", "VBZ"):
            return
        joined = end + 1 < len(t) and t.words[end] == "," and t.lower[end + 1] in ("and", "or")
        if joined and not _another_office(end + 2, t):
            return
    elif m.definite not in ("the", "of", "a") and m.key[0] not in lex.ROLES:
        return
    m.told, m.about = True, about


def _is_relative(m: Mention, other: Mention) -> bool:
    """Whether a name of a word or two that the tagger takes for a body's or a place's is a relative's: *his wife, LaDonna,*."""
    if m.sort != "person" or m.definite != "of" or m.plural or m.key[0] not in lex.FEMININE | lex.MASCULINE:
        return False
    return len(other.key) < 3 and lex.BODIES.isdisjoint(other.key) and not lex.is_outlet(" ".join(other.key))


def _another_office(at: int, t: Tokens) -> bool:
    """Whether a second office begins, somebody else's: *and her deputy*, *and the captain, Hugh Hill,*."""
    if at >= len(t) or t.pos[at] not in ("PRP$", "DT"):
        return False
    comma = next((k for k in range(at + 1, min(len(t), at + LONGEST_HOME)) if t.words[k] == ","), 0)
    return t.pos[at] == "PRP$" or (0 < comma < len(t) - 1 and t.pos[comma + 1] == "NNP" and t.pos[comma - 1] == "NN")


def _behind_home(end: int, t: Tokens) -> int:
    """The comma behind what a name is *of*, *from* or *at*: *the spokesman, Hugh Hill of the bureau, said*; else where it was."""
    if end >= len(t) or t.lower[end] not in ("of", "from", "at"):
        return end
    for at in range(end + 1, min(len(t), end + LONGEST_HOME)):
        if t.words[at] == ",":
            return at
        if t.pos[at] not in _WITHIN and t.words[at] != "&":
            break
    return end


LONGEST_HOME = 9
"""Words of what somebody is *of*; chosen by hand."""
_CLOSES = _MARKS | {".", ")", ";"}
_SEVERAL = frozenset(
    {
        "agents", "lawyers", "solicitors", "attorneys", "publishers", "owners", "builders", "developers", "makers", "operators",
        "promoters", "organisers", "organizers", "brokers", "auctioneers", "advisers", "accountants", "sponsors", "landlords",
    }
)  # fmt: skip
"""People whose work a firm does: *her agents, Moss & Hill*."""
_RUNS = frozenset(
    {"owner", "maker", "operator", "developer", "publisher", "supplier", "producer", "builder", "contractor"}
)
"""Offices that a firm may hold: *its owner, Moss Airlines, said*."""


def _too_many(m: Mention) -> bool:
    return bool(m.plural) and m.key[0] not in _SEVERAL


def _is_firm(m: Mention, other: Mention, comma: bool) -> bool:
    """Whether a name of one word beside a phrase for a body is that body's, or beside *the owner* a firm's."""
    if not comma or other.form is not Form.NAME or m.plural or m.told:
        return False
    if m.sort == "organization" and other.sort in ("person", "place"):
        alone = len(other.key) == 1 and not other.title and other.key[0] not in lex.FIRST_NAMES
        return alone and m.definite in ("the", "a", "of")
    return m.sort == "person" and m.key[0] in _RUNS and other.sort == "organization"


def alike(m: Mention, other: Mention) -> bool:
    several = {m.key[0], other.key[0]} & _SEVERAL
    if several and {m.sort, other.sort} == {"person", "organization"}:
        return True
    if m.sort == other.sort:
        return not (m.gender and other.gender and m.gender != other.gender)
    return False

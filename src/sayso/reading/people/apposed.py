"""The name that a source's phrase ends with: *a colleague, the doctor Hugh Hill*, *the fisherman whose buoy it was, Hugh Hill*.

A source is one phrase, so that a name behind its comma says who that is, whatever stands between: this finds the name where the
tags of a whole sentence leave it open (see `beside`)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.reading.people import lexicon as lex
from sayso.reading.people.mention import Form, Mention
from sayso.reading.tokens import Tokens

LONGEST_DESCRIPTION = 12
"""Words that may stand between the comma and the name; chosen by hand."""
MOST_BEFORE_BODIES = 4
"""The same where the name is a body's: *Norland’s biggest bank, Moss & Hill*; chosen by hand."""
_DESCRIBES = frozenset(
    {"DT", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "CD", "PRP$", "VBN", "IN", "AFX", "FW", "RB"}
)
"""What may stand there."""
_OPENS = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNP", "POS", "RBR", "RB", "VBN", "VBG"})
_HOME = frozenset({"of", "from", "at"})
_JOINS = frozenset({"and", "&", "or"})
_RELATIVE = frozenset({"who", "whose", "that", "which", "where"})
FIRMS_TOO = frozenset(
    {
        "owner", "maker", "operator", "developer", "publisher", "supplier", "producer", "builder", "contractor", "buyer",
        "bidder",
        "landlord", "employer", "sponsor", "rival", "manufacturer", "backer", "lender", "insurer", "printer", "broadcaster",
        "partner", "agent", "adviser", "auditor", "distributor", "promoter", "organiser", "organizer", "employers", "tenant",
        "shareholder", "investor", "competitor", "seller", "retailer", "regulator", "client",
    }
)  # fmt: skip
"""What a person and a firm may both be called, so that the name tells of which sort it is."""
_LISTS = frozenset({"and", "or", "&", "nor", "with", "by", "to"})


def named_behind(low: int, high: int, found: Sequence[Mention], starts: Sequence[int], t: Tokens) -> Mention | None:
    """The name that tells who the phrase of a source is, with that phrase marked as told of it; `None` where the source has no
    such name, or is a list."""
    if t.pos[low] not in _OPENS and t.lower[low] not in lex.ROLES:
        return None
    commas = _commas(low, high, t)
    inside = _inside(low, high, found, starts) if commas else []
    for comma in commas:
        if t.pos[comma + 1] in ("IN", "TO"):
            return None  # *the minister, in a statement signed by Ada Moss*
        name = _ends_with(comma + 1, high, inside, t) or _all_capitals(comma + 1, high, inside, t)
        if name is None:
            continue
        front = [m for m in inside if m.first < comma and m.form is not Form.PRONOUN]
        if not _is_phrase(low, comma, front, t):
            return None
        _with_first_word(name, comma + 1, t)
        told = [m for m in front if m.form is Form.NOMINAL and m.first == low]
        _tell(name, [m for m in told if m.last >= comma or not _goes_on(m, t)], comma)
        return name
    return None


def _inside(low: int, high: int, found: Sequence[Mention], starts: Sequence[int]) -> list[Mention]:
    at, end = bisect_left(starts, low), bisect_left(starts, high)
    return [m for m in found[at:end] if m.last <= high]


def _commas(low: int, high: int, t: Tokens) -> list[int]:
    """The commas of a source that stand in no bracket."""
    out, depth = [], 0
    for k in range(low, high):
        depth += (t.words[k] in "([") - (t.words[k] in ")]")
        if depth == 0 and low < k < high - 1 and t.words[k] in (",", "-", "–", "—") and t.pos[k] != "HYPH":
            out.append(k)
    return out


def _ends_with(first: int, high: int, inside: Sequence[Mention], t: Tokens) -> Mention | None:
    """The name of a person or body that the words from `first` end with, or have before a comma, an age, *of* somewhere."""
    for m in inside:
        if m.first < first or m.form is not Form.NAME or m.sort not in ("person", "organization") or m.role == "g":
            continue
        if m.first - first > LONGEST_DESCRIPTION:
            return None
        last = m.last
        if last < high and t.lower[last] in lex.ENDINGS:
            last += 1
        if last < high and (t.words[last] not in (",", "(") and t.lower[last] not in _HOME):
            continue
        between = range(first, m.first)
        if between and t.pos[m.first - 1] == "IN":
            return None  # *the head of Brightwater*
        if any(not _describes(k, t) for k in between):
            return None
        if any(t.lower[k] in _LISTS for k in range(last, high)):
            return None
        if m.sort == "organization" and len(between) > MOST_BEFORE_BODIES:
            return None
        return m
    return None


def _all_capitals(first: int, high: int, inside: Sequence[Mention], t: Tokens) -> Mention | None:
    """The mention that is only a part of a name of two or three words, or is taken for a place, made to be all of it and a
    person's: *the owner, Charmaine September*."""
    words = range(first, high)
    if not 2 <= len(words) <= 3 or not all(t.pos[k] in ("NNP", "NNPS") and t.words[k].isalpha() for k in words):
        return None
    if any(t.lower[k] in lex.BODIES or t.lower[k] in lex.TITLES or t.lower[k] in lex.ROLES for k in words):
        return None
    m = next((m for m in inside if m.first == first and m.form is Form.NAME), None)
    if m is None or m.last >= high + 1 or (m.sort == "organization" and m.last == high):
        return None
    m.last = m.extent = high
    m.head, m.sort, m.plural = high - 1, "person", False
    m.key = tuple(lex.plain(t.words[k]) for k in words)
    m.gender = lex.gender_of_name(m.key)
    return m


def _with_first_word(m: Mention, first: int, t: Tokens) -> None:
    """Adds to a person's name the first word that the tagger leaves out: *architect Per Hill*."""
    at = m.first - 1
    if m.sort != "person" or m.title or at < first or t.pos[at] != "NNP" or not t.words[at].isalpha():
        return
    word = t.lower[at]
    if any(word in words for words in (lex.ROLES, lex.TITLES, lex.BODIES, lex.NATIONALITIES, lex.COMPANY_NOUNS)):
        return
    if t.name[at] in ("O", "") and not t.words[at].isupper() and (at == first or t.words[at - 1].islower()):
        m.first, m.key = at, (lex.plain(word), *m.key)
        m.gender = m.gender or lex.gender_of_name(m.key)


def subjects(found: Sequence[Mention], t: Tokens) -> None:
    """The same for phrases that open a sentence and have their verb behind the name: *The fellow judge, cook Ada Moss, laughed.*
    Whoever a phrase so tells of is the sentence's subject."""
    starts = [m.first for m in found]
    by_first = {m.first: m for m in reversed(found) if m.form is Form.NOMINAL and m.role != "g"}
    for first, last in t.sentences:
        m = by_first.get(first)
        if m is None or m.plural or m.definite == "bare" or m.sort not in ("person", "organization"):
            continue
        end = next((k for k in range(m.last, min(last, m.last + FARTHEST)) if _verb_behind(k, t)), 0)
        if not end or t.words[end - 1] == ",":
            continue
        name = named_behind(first, end, found, starts, t)
        if name is not None and name.last <= end:
            name.role = "s"


FARTHEST = 24
"""Words of a phrase with the name that follows it; chosen by hand."""


def _verb_behind(k: int, t: Tokens) -> bool:
    """Whether a comma and then a finite verb stand there, behind a word in capitals."""
    if t.words[k] != "," or k + 2 >= len(t) or not t.words[k - 1][0].isupper():
        return False
    at = k + 1
    while at < k + 3 and at + 1 < len(t) and t.pos[at] == "RB":
        at += 1
    return t.pos[at] in ("VBD", "VBZ", "VBP", "MD")


def _describes(k: int, t: Tokens) -> bool:
    """Whether a word can stand in what describes somebody before the name: no verb, no *and*."""
    if t.words[k] == ".":
        return t.lower[k - 1] in lex.ABBREVIATED or len(t.words[k - 1]) < 5
    past = t.pos[k] == "VBD" and t.words[k - 1] == "," and t.pos[k + 1][:1] in "NJ"  # *retired bus driver Hugh Hill*
    return (past or t.pos[k] in _DESCRIBES) and t.lower[k] not in _LISTS


def _is_phrase(low: int, comma: int, front: Sequence[Mention], t: Tokens) -> bool:
    """Whether the words before the comma are one phrase for somebody, and no name, text or list."""
    words = t.lower[low:comma]
    if not _JOINS.isdisjoint(words) and _RELATIVE.isdisjoint(words) and sum(w in lex.ROLES for w in words) < 2:
        return False
    if any(t.words[k] == "," and t.lower[k + 1] in _JOINS for k in range(low, comma)):
        return False  # *the mayor, Ada Moss, and the captain, Hugh Hill*
    first = [m for m in front if m.first == low and m.role != "g"]
    widest = max(first, key=lambda m: m.last, default=None)
    if widest is None:
        return t.pos[low] != "NNP"
    if widest.last < comma and _goes_on(widest, t):
        return t.pos[comma - 1] == "NN"
    return widest.form is Form.NOMINAL and widest.sort in ("person", "organization") and not widest.plural


def _goes_on(m: Mention, t: Tokens) -> bool:
    """Whether a mention is only the front of a phrase: *the police* of *the police press officer*."""
    return t.pos[m.last] in ("NN", "NNS", "NNP", "JJ") and m.extent <= m.last


def _tell(name: Mention, front: Sequence[Mention], comma: int) -> None:
    """Marks the phrase before a comma as what tells who a name is, and settles of which sort both are."""
    for m in front:
        if m.role == "g":
            continue
        if m.sort != name.sort and m.key[0] not in FIRMS_TOO:
            if m.sort == "person":
                name.sort = "person" if lex.BODIES.isdisjoint(name.key) else name.sort
            elif not name.title and name.key[0] not in lex.FIRST_NAMES:
                name.sort = "organization"
        m.told, m.about, m.sort = True, name, name.sort
        m.gender = "n" if name.sort == "organization" else "" if m.gender == "n" else m.gender
        m.extent = max(m.last, m.extent, comma) if m.last <= comma else m.last
        name.gender = "n" if name.sort == "organization" else name.gender or m.gender

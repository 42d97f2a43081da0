"""What belongs to a mention beyond its words: *of Norland* to *the Attorney General*; and titles set in quotation marks."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.reading.people import lexicon as lex
from sayso.reading.people.clauses import FINITE
from sayso.reading.people.mention import Form, Mention
from sayso.reading.tokens import Tokens

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUNS = frozenset({"JJ", "CD", "DT", "PRP$"})
LONGEST_EXTENT = 8
"""Words of what follows *of* that are taken where no mention stands there; chosen by hand."""


def extend(found: list[Mention], t: Tokens, ends: Mapping[int, int]) -> None:
    """Gives each office and body its *of* and *for*: *the Attorney General of Norland*, *a spokesman for the council*.

    *At*, *from* and *with* join only a name. `ends` has the end of each noun phrase by its first word, of those too that name
    nobody (*the Ardley mill*).
    """
    by_start: dict[int, int] = {}
    for m in found:
        by_start[m.first] = max(by_start.get(m.first, 0), m.last)
    for m in found:
        if m.form is not Form.NOMINAL:
            continue
        end = m.last
        for _ in range(3):
            after = _after(end, m, (by_start, ends), t)
            if after is None:
                break
            end = after
        m.extent = max(m.extent, end)
        if m.sort == "person" and m.extent + 1 < len(t) and t.lower[m.extent] in ("in", "to"):
            m.reach = _further(m, (by_start, ends), t)
        elif m.sort in ("person", "organization") and m.extent + 2 < len(t):
            m.reach = _doing(m, (by_start, ends), t)


_TO = frozenset(
    {"adviser", "advisor", "aide", "ambassador", "envoy", "assistant", "secretary", "advisers", "aides", "heir"}
)
"""Those who are somebody *to* somebody."""


def _further(m: Mention, known: tuple[Mapping[int, int], Mapping[int, int]], t: Tokens) -> int:
    """The end of a phrase with where somebody is, or to whom they are what they are: *a diplomat in the capital*, *an adviser to
    the president*; 0 where it has neither."""
    start = m.extent + 1
    stop = _end_of_phrase(start, known, t) if t.sentence[start] == t.sentence[m.first] else None
    if stop is None or (t.lower[m.extent] == "to" and m.key[0] not in _TO):
        return 0
    return stop if t.lower[m.extent] == "to" or t.entity[stop - 1] == "place" else 0


_CLOSE = frozenset(
    {"familiar", "close", "briefed", "involved", "aware", "loyal", "opposed", "critical", "acquainted", "near"}
)
"""What those are called by who know and are not named: *a person familiar with the talks*."""
_KNOWING = frozenset({"knowledge", "access", "ties", "links", "direct", "first-hand", "firsthand", "inside"})
_OF_PHRASE = frozenset({"of", "in", "for", "at", "with", "on", "from", "to", "into", "by", "between"})
MOST_PHRASES = 3
"""Phrases that belong to what somebody does or knows: *representing the families of the victims*; chosen by hand."""


def _doing(m: Mention, known: tuple[Mapping[int, int], Mapping[int, int]], t: Tokens) -> int:
    """The end of a phrase with what somebody does or knows: *the union representing the drivers*, *a person familiar with the
    talks*; 0 where it has neither."""
    at, word = m.extent, t.lower[m.extent]
    if t.sentence[at] != t.sentence[m.first] or (m.extent > m.last and word not in _CLOSE):
        return 0
    if word == "with" and not _KNOWING.isdisjoint(t.lower[at + 1 : at + 3]):
        at -= 1
    elif word not in _CLOSE and (t.pos[at] != "VBG" or not word.endswith("ing")):
        return 0
    at += 1
    if t.pos[at] == "RP" or t.lower[at] in _OF_PHRASE:
        at += 1
    end = 0
    for _ in range(MOST_PHRASES):
        stop = _end_of_phrase(at, known, t) if at < len(t) and t.sentence[at] == t.sentence[m.first] else None
        if stop is None and at + 1 < len(t) and t.pos[at] in ("DT", "PRP$"):
            stop = _end_of_phrase(at + 1, known, t)
        if stop is None:
            break
        end = stop
        if stop + 1 >= len(t) or t.lower[stop] not in _OF_PHRASE:
            break
        at = stop + 1
    return end if end and (t.pos[end] in FINITE or t.words[end] in _ENDS) else 0


_ENDS = frozenset({",", ".", ";", "-", "–", "—", ":", "”", '"'})


def _after(end: int, m: Mention, known: tuple[Mapping[int, int], Mapping[int, int]], t: Tokens) -> int | None:
    """Where the phrase ends that a preposition at `end` joins to a mention, `None` where none does."""
    if end + 1 >= len(t) or t.sentence[end + 1] != t.sentence[m.first]:
        return None
    word = t.lower[end]
    if word not in ("of", "for", "at", "from", "with"):
        return None
    start = end + 1
    stop = _end_of_phrase(start, known, t)
    if t.lower[start] == "the" and stop is None:
        start += 1
        stop = _end_of_phrase(start, known, t)
    if stop is None:
        stop = start
        while (
            stop < len(t) and stop - start < LONGEST_EXTENT and (t.pos[stop] in _NOUNS or t.pos[stop] in _BEFORE_NOUNS)
        ):
            stop += 1
        if stop == start or t.pos[stop - 1] not in _NOUNS:
            return None
    if word != "of" and (t.lower[stop - 1] in lex.TIMES or t.entity[stop - 1] == "time"):
        return None
    if word in ("at", "from", "with") and not any(t.pos[k] in ("NNP", "NNPS") for k in range(start, stop)):
        return None
    return stop


def _end_of_phrase(start: int, known: tuple[Mapping[int, int], Mapping[int, int]], t: Tokens) -> int | None:
    """Where the noun phrase ends that begins at a word, with what it owns (*the council’s head*); `None` where none begins."""
    by_start, ends = known
    stop = ends.get(start, 0)
    while stop + 1 < len(t) and t.pos[stop] == "POS" and stop + 1 in ends and t.pos[start] == "DT":
        stop = ends[stop + 1]
    while stop > start and (t.words[stop - 1] in ".-–" or t.pos[stop - 1] == "HYPH"):
        stop -= 1
    if stop > start and t.pos[stop - 1] not in _NOUNS and stop > by_start.get(start, 0):
        stop = 0
    stop = max(stop, by_start.get(start, 0))
    return stop if stop > start else None


LONGEST_TITLE = 6
"""Words that a title in quotation marks may have; chosen by hand."""


def titles_in_quotes(t: Tokens, found: list[Mention]) -> None:
    """The names of programmes and outlets in quotation marks: *on ‘Harbour Watch’*."""
    known = {(m.first, m.last) for m in found if m.form is Form.NAME and m.sort == "person"}
    titles: list[Mention] = []
    inside: set[int] = set()
    for q in t.quotations:
        if not q.closed or not 5 <= q.end - q.start <= 60:
            continue
        first, last = t.first_at(q.start) + 1, t.first_at(q.end - 1)
        if not 0 < last - first <= LONGEST_TITLE or (first, last) in known or not _reads_as_title(t, first, last):
            continue
        before = t.lower[first - 2] if first > 1 else ""
        name = t.text[t.start[first] : t.end[last - 1]]
        after = t.lower[last + 1] if last + 1 < len(t) else ""
        if before in lex.BEFORE_PROGRAMMES or after in lex.AFTER_PROGRAMMES or lex.is_programme(name):
            sort = "programme"
        elif lex.is_outlet(name):
            sort = "organization"
        else:
            continue
        inside.update(range(first, last))
        key = tuple(lex.plain(t.words[k]) for k in range(first, last) if t.words[k][0].isalnum())
        titles.append(Mention(first, last, last - 1, Form.NAME, sort, key, "n", False, extent=last))
    if titles:
        found[:] = [*(m for m in found if m.first not in inside or m.last - 1 not in inside), *titles]


def _reads_as_title(t: Tokens, first: int, last: int) -> bool:
    """Whether every longer word has a capital or is a number, the first one too, and no mark ends it."""
    if t.words[last - 1] in ".,!?" or not (t.words[first][0].isupper() or t.words[first][0].isdigit()):
        return False
    return all(not t.words[k][0].islower() or len(t.words[k]) < 4 or t.words[k][0] in "'’" for k in range(first, last))

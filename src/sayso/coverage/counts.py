"""Whether two figures count one thing: the same noun, of which the same is said."""

from __future__ import annotations

from typing import NamedTuple

from sayso.coverage.alignment import weighty
from sayso.coverage.claims import Claim
from sayso.coverage.figures import Figure
from sayso.coverage.synonyms import same
from sayso.coverage.terms import stem
from sayso.reading.words import word_set

_MEASURES = """
die died dead death deaths kill killed killing perish perished fatality fatalities toll drowned bodies
hurt injured injuring injuries injury wounded wounding
arrest arrested arrests detained custody
missing unaccounted
evacuated homeless displaced rehoused evacuees
lost lose losing go gone cut cuts cutting axed shed redundant redundancies sacked
cost costs costing price bill worth spent spend budget
attended attend attending crowd turnout marched gathered
damage damages damaged destroyed
sick ill poisoned infected cases
""".strip()
"""Words by which one thing is counted, a line for each."""
_MEASURE: dict[str, str] = {word: line.split()[0] for line in _MEASURES.splitlines() for word in line.split()}
PEOPLE = frozenset(
    map(stem, word_set("people person persons victim victims men men dead deaths fatalities casualties"))
)
_MOVES = word_set(
    """rise rises rose risen rising climb climbed climbing grew grown growing now initially earlier updated revised originally
    first feared fear fears estimate estimated estimates expected expect expects could might may target goal aim hope
    hoped least far previous previously already yet projected forecast"""
)
"""Words of a figure that is not the last one, or none that was counted."""
BEFORE, AFTER = 5, 5
"""Words around a figure among which what is said of it stands. Chosen by hand."""


class _Said(NamedTuple):
    """What is said of what is counted: the measure that is nearest to the figure, and the words of weight before it."""

    measure: str | None
    before: tuple[str, ...]


def one_count(a: Claim, mine: Figure, b: Claim, theirs: Figure) -> bool:
    """Whether both figures are of the same thing at one time: *twelve people were killed*, *fifteen dead*."""
    if _kind(mine) != _kind(theirs) or any(token.word in _MOVES for claim in (a, b) for token in claim.tokens):
        return False
    if not mine.is_apart(theirs):
        return False
    nouns = [_noun(each) for each in (mine, theirs)]
    if nouns[0] != nouns[1] and not (_kind(mine) and "" in nouns):
        return False
    first, second = _said(a, mine), _said(b, theirs)
    if first.measure and second.measure:
        return first.measure == second.measure
    alone = len(a.figures) == len(b.figures) == 1
    if _kind(mine) == "$" and alone and set(first.before) & set(second.before):
        return True
    if first.measure or second.measure or not (first.before and second.before):
        return bool(nouns[0]) and alone
    return first.before[-1] == second.before[-1]


def _kind(figure: Figure) -> str:
    return figure.what[:1] if figure.what[:1] in "%$" else ""


def _noun(figure: Figure) -> str:
    """What is counted; empty for people, since who counts the dead seldom says so."""
    noun = figure.what.lstrip("%$")
    return "" if noun in PEOPLE or _measure_of(noun) else same(noun)


def _measure_of(stemmed: str) -> str | None:
    return _STEMS.get(stemmed)


_STEMS = {stem(word): name for word, name in _MEASURE.items()}


def _said(claim: Claim, figure: Figure) -> _Said:
    at = next((i for i, token in enumerate(claim.tokens) if token.span.overlaps(figure.span)), 0)
    end = next((i for i, token in enumerate(claim.tokens) if token.span.start >= figure.span.end), len(claim.tokens))
    weight = weighty(claim, [figure.span])
    after = [token for token in claim.tokens[end : end + AFTER] if token.word in _MEASURE or token.key in weight]
    before = [
        token for token in claim.tokens[max(0, at - BEFORE) : at] if token.word in _MEASURE or token.key in weight
    ]
    measures = [_MEASURE[token.word] for token in (*after, *reversed(before)) if token.word in _MEASURE]
    return _Said(measures[0] if measures else None, tuple(token.key for token in before))

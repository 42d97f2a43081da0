"""What sets two claims of like meaning against each other: a denial, a negation, a figure, an opposite, a word for what is untrue."""

from __future__ import annotations

from sayso.coverage.clashes import Clash, quoted, said
from sayso.coverage.claims import Claim
from sayso.coverage.counts import PEOPLE, measure
from sayso.coverage.figures import Figure
from sayso.coverage.likeness import ALIKE, like, shares, words_of
from sayso.coverage.negation import says_what_comes
from sayso.coverage.oppose import opposed
from sayso.coverage.resemblance import LIKE
from sayso.records import Span

SHARED, SHARED_OF_FEW = 0.22, 0.13
"""Least part of one claim's words, by their bits, that the other must have something like: in a large story, and among few claims,
where less is like by chance."""


def contrary(a: Claim, b: Claim, least: float = SHARED) -> Clash | None:
    """What sets two claims against each other whose words need not be the same; `None` where nothing does, or where neither has
    words like `least` of the other's."""
    if a.asks or b.asks or a.wishes or b.wishes or a.is_crowd or b.is_crowd:
        return None
    found = next(
        (each for way in (_denied, _called_untrue, _counted, _negated, _opposed) if (each := way(a, b)) is not None), None
    )
    if found is None:
        return None
    kind, against, note, denier = found
    but = [[span for claim, span in against if claim is each] for each in (a, b)]
    parts = shares(words_of(a, but[0]), words_of(b, but[1]))
    if max(parts) < least:
        return None
    shared = tuple(sorted(key for key in a.about if key in b.about))
    return Clash(kind, 0.5, max(parts), shared, against, note, denier, LIKE)


Found = tuple[str, tuple[tuple[Claim, Span], ...], str, Claim | None]


def _denied(a: Claim, b: Claim) -> Found | None:
    one = a if a.denies and not b.denies else b if b.denies and not a.denies else None
    if one is None:
        return None
    other = b if one is a else a
    return "denial", ((one, one.cue or one.span),), f"{said(one)} denies what {said(other)} says", one


def _called_untrue(a: Claim, b: Claim) -> Found | None:
    one = a if a.myth and not b.myth else b if b.myth and not a.myth else None
    if one is None or one.myth is None:
        return None
    return "myth", ((one, one.myth),), f"{said(one)} calls it {quoted(one, one.myth)}", one


def _counted(a: Claim, b: Claim) -> Found | None:
    for mine in a.figures:
        for theirs in b.figures:
            if mine.is_apart(theirs) and like_figures(a, mine, b, theirs):
                note = f"{quoted(a, mine.span)} against {quoted(b, theirs.span)}"
                return "number", ((a, mine.span), (b, theirs.span)), note, None
    return None


def like_figures(a: Claim, mine: Figure, b: Claim, theirs: Figure) -> bool:
    """Whether what two figures count can be one thing: like nouns, one of them left out, or people of whom the same is said."""
    units = [each.what[:1] if each.what[:1] in "%$" else "" for each in (mine, theirs)]
    if units[0] != units[1]:
        return False
    nouns = [each.what.lstrip("%$") for each in (mine, theirs)]
    if units[0] or not all(nouns) or like(nouns[0], nouns[1]) >= ALIKE:
        return True
    done = measure(a, mine)
    return any(noun in PEOPLE for noun in nouns) and done is not None and done == measure(b, theirs)


def _negated(a: Claim, b: Claim) -> Found | None:
    one = a if a.negation and not b.negation else b if b.negation and not a.negation else None
    if one is None or one.negation is None or a.denies or b.denies:
        return None
    other = b if one is a else a
    kind = "will" if says_what_comes(a) and says_what_comes(b) else "negation"
    note = f"{said(one)} says {quoted(one, one.negation)} of what {said(other)} says"
    return kind, ((one, one.negation),), note, one


def _opposed(a: Claim, b: Claim) -> Found | None:
    for mine, theirs in opposed(a, b):
        note = f"{quoted(a, mine.span)} against {quoted(b, theirs.span)}"
        return "opposite", ((a, mine.span), (b, theirs.span)), note, None
    return None

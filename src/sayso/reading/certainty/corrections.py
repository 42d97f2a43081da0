"""Corrections that an article makes to itself."""

from __future__ import annotations

from sayso.reading.certainty.ground import Ground
from sayso.reading.words import word_set
from sayso.records import Certainty, Hedge, Polarity, Why

_OLD = frozenset({"earlier", "previous", "original", "initial", "prior"})
_TEXTS = frozenset(
    {"article", "story", "report", "post", "column", "headline", "piece", "page", "caption", "version", "item"}
)
_NOTES = frozenset({"correction", "clarification", "corrections"})
_WRONG = word_set(
    "misstated incorrectly misidentified mistakenly wrongly erroneously inaccurately misspelled misspelt misattributed "
    "mischaracterized mischaracterised omitted stated said reported gave referred described"
)


def is_old_version(ground: Ground, first: int, last: int) -> bool:
    """Whether these words name an earlier state of the article: *an earlier version of this story*."""
    words = ground.flat[first:last]
    return "version" in words and not _OLD.isdisjoint(words) and not _TEXTS.isdisjoint(words)


def corrections(ground: Ground) -> list[Hedge]:
    """Sentences in which the article takes back what it said before, those that are no attribution."""
    out: list[Hedge] = []
    flat, tokens = ground.flat, ground.tokens
    for first, last in tokens.sentences:
        if flat[first] not in ("an", "the", "a", "this", "in", "correction", "corrections", "clarification"):
            continue
        if flat[first] in _NOTES:
            if last - first < 3 or flat[first + 1] not in (":", "-", "—", "–"):
                continue
            shown = [first]
        elif (
            flat[first + 1 : first + 2]
            and flat[first + 1] in _OLD
            and is_old_version(ground, first, min(last, first + 8))
        ):
            verb = next((at for at in range(first + 3, min(last, first + 16)) if flat[at] in _WRONG), None)
            if verb is None or any(ground.taken[first:verb]):
                continue
            shown = [verb]
        elif (
            flat[first] == "this"
            and flat[first + 1 : first + 2]
            and flat[first + 1] in _TEXTS
            and "corrected" in flat[first : first + 8]
        ):
            shown = [flat.index("corrected", first)]
        else:
            continue
        why = Why("rule: correction of the article")
        scope = tokens.span(first, last)
        out.append(Hedge(ground.spans(shown), scope, Certainty.RETRACTED, Polarity.DENIED, None, why))
    return out

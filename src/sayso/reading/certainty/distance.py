"""Quotation marks that keep a word at arm's length: *the 'fix' lasted a week*."""

from __future__ import annotations

from sayso.reading.certainty.ground import Ground
from sayso.reading.words import word_set
from sayso.records import Certainty, Hedge, Polarity, Why

MOST_WORDS = 2
"""Longest stretch, in words, that marks may distance without a speaker; chosen by hand."""
_NAMING = word_set(
    "or and as word words term terms phrase called calls dubbed named titled entitled nicknamed labelled labeled as means mean "
    "meaning say says said spelled pronounced slogan motto song film book show album"
)
_APPOSED = ([",", "a"], [",", "an"], [",", "the"])
"""What follows a term that is explained: *“fast lanes,” a word for paid routes*."""


def distanced(ground: Ground) -> list[Hedge]:
    """The article's own words in distancing marks: one or two of them, in small letters, that no attribution claims."""
    out: list[Hedge] = []
    tokens, flat = ground.tokens, ground.flat
    for quotation in tokens.quotations:
        if not quotation.closed or quotation.depth != 1 or quotation.end - quotation.start > 40:
            continue
        first, last = tokens.first_at(quotation.start), tokens.first_at(quotation.end - 1) + 1
        inner = [at for at in range(first, min(last, len(flat))) if flat[at].isalpha()]
        if not inner or len(inner) > MOST_WORDS or any(tokens.words[at] != flat[at] for at in inner):
            continue
        if ground.owner[first] >= 0 or any(ground.taken[first:last]) or any(ground.owner[at] >= 0 for at in inner):
            continue
        before = flat[first - 1] if first and tokens.sentence[first - 1] == tokens.sentence[first] else ""
        if not before.isalpha() or before in _NAMING or flat[last : last + 2] in _APPOSED:
            continue
        span = tokens.span(first, last)
        why = Why("rule: distancing marks", "quotation marks upon single words that nobody is said to say")
        out.append(Hedge((span,), span, Certainty.HEDGED, Polarity.AFFIRMED, None, why))
    return out

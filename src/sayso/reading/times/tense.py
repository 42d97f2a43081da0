"""Which way an expression points, by the verbs around it: *met on Friday* is past, *will meet on Friday* is to come.

Where the tagger gives parts of speech they decide what is a verb; without them the commonest forms do.
"""

from __future__ import annotations

from typing import Final

from sayso.reading.tokens import Tokens

REACH = 14
"""Words looked at on either side, within the sentence; chosen by hand."""
_WILL: Final = frozenset("will ’ll 'll shall wo".split())
_PLANNED: Final = frozenset(
    "scheduled slated due set expected planned poised expects plans hopes aims intends likely upcoming going plan planning".split()
)
_PAST: Final = frozenset(
    "was were had did said told went came took made met got gave held won lost left found began spoke wrote saw knew sent "
    "ran rose fell became brought bought sold paid led read put set hit cut shot kept felt heard thought stood sat drew drove "
    "grew broke chose struck threw fought sought taught caught spent built flew swore quit beat been died born".split()
)
_PRESENT: Final = frozenset("is are ’s 's says has have am ’re 're ’ve 've".split())
_NO_VERBS: Final = frozenset(
    "united armed need speed indeed hundred naked sacred red bed feed seed shed breed bleed greed wed fed embed aged crowded supposed "
    "so-called alleged retired wounded injured accused detailed limited unprecedented experienced".split()
)
_STOPS: Final = frozenset({";", ":", "—", "–"})
_AHEAD_OF: Final = frozenset("before until by till".split())


def direction(tokens: Tokens, first: int, last: int) -> int:
    """-1 where the nearest verb is of the past, 1 where it is of what is to come, 0 where nothing tells."""
    begin, end = tokens.sentences[tokens.sentence[first]]
    depth = tokens.depth[first]
    found = _leftward(tokens, first, max(begin, first - REACH), depth)
    if found == 0:
        found = _rightward(tokens, last, min(end, last + REACH), depth)
    return found


def bound(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the expression says when the verb's act was: it does not in *before Nov. 8*, *the Nov. 8 election*, *Friday’s vote*."""
    before = tokens.lower[first - 1] if first else ""
    if before == "the" and first > 1:
        return False
    if before in _AHEAD_OF or (before == "of" and first > 1 and tokens.lower[first - 2] == "ahead"):
        return False
    return not (last < len(tokens) and tokens.lower[last] in ("’s", "'s"))


def _leftward(tokens: Tokens, at: int, stop: int, depth: int) -> int:
    for i in range(at - 1, stop - 1, -1):
        if tokens.words[i] in _STOPS or tokens.depth[i] < depth:
            return 0
        sign = _sign(tokens, i, stop)
        if sign:
            return sign
    return 0


def _rightward(tokens: Tokens, at: int, stop: int, depth: int) -> int:
    for i in range(at, stop):
        if tokens.words[i] in _STOPS or tokens.depth[i] < depth:
            return 0
        sign = _sign(tokens, i, max(0, at))
        if sign:
            return sign
    return 0


def _sign(tokens: Tokens, i: int, stop: int) -> int:
    """What the verb at `i` says, 0 where none stands there or where it says nothing."""
    word, pos = tokens.lower[i], tokens.pos[i]
    after = tokens.lower[i + 1] if i + 1 < len(tokens) else ""
    before = tokens.lower[i - 1] if i > 0 else ""
    if word in _WILL and not (word == "will" and pos[:1] == "N"):
        return 1
    if word in _PLANNED and (after in ("to", "for") or pos[:1] == "V"):
        return 1
    if word == "be" or (before == "to" and pos in ("VB", "")):
        return _before_infinitive(tokens, i, stop)
    if pos:
        if pos == "VBD":
            return -1
        if pos == "VBN":
            return _participle(tokens, i, stop)
        if pos in ("VBZ", "VBP"):
            if word in ("has", "have", "’ve", "'ve"):
                return -1
            following = tokens.pos[i + 1] if i + 1 < len(tokens) else ""
            return 1 if following == "VBG" else 1 if word not in _PRESENT and word != "says" else 0
        return 0
    if word in _PAST:
        return -1 if word in ("was", "were", "had", "did", "said", "told", "went", "came", "took") else _participle(tokens, i, stop)
    if word in ("has", "have", "’ve", "'ve"):
        return -1
    if len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS and word.isalpha():
        return _participle(tokens, i, stop)
    return 0


def _participle(tokens: Tokens, i: int, stop: int) -> int:
    """A past participle is past unless *will be*, *to be* or *is to be* stands before it."""
    for back in range(i - 1, max(stop, i - 4) - 1, -1):
        if tokens.lower[back] == "be":
            return _before_infinitive(tokens, back, stop)
        if tokens.lower[back] in _WILL:
            return 1
    return -1


def _before_infinitive(tokens: Tokens, i: int, stop: int) -> int:
    """An infinitive takes after what governs it: *will be*, *plans to meet*; after anything else it says nothing."""
    for back in range(i - 1, max(stop, i - 4) - 1, -1):
        word = tokens.lower[back]
        if word in _WILL or word in _PLANNED:
            return 1
        if word in ("is", "are", "’s", "'s", "’re", "'re") and tokens.lower[i - 1] == "to":
            return 1
    return 0


def is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a verb form that can carry a clause stands at `i`."""
    if tokens.pos[i]:
        return tokens.pos[i] in ("VBD", "VBZ", "VBP", "MD", "VBN", "VB")
    word = tokens.lower[i]
    return (
        word in _PAST
        or word in _PRESENT
        or word in _WILL
        or word in ("would", "could", "may", "might", "must", "can", "should", "be")
        or (len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS and word.isalpha())
        or (tokens.lower[i - 1] in ("which", "who", "he", "she", "it", "they", "we", "i", "that") and word.isalpha() and i > 0)
    )

"""Which way an expression points, by the verbs around it: *met on Friday* is past, *will meet on Friday* is to come.

Where the tagger gives parts of speech they decide what is a verb; without them the commonest forms do.
"""

from __future__ import annotations

from typing import Final

from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

REACH = 14
"""Words looked at on either side, within the sentence; chosen by hand."""
_WILL: Final = word_set("will ’ll 'll shall wo")
_PLANNED: Final = word_set(
    "scheduled slated due set expected planned poised expects plans hopes aims intends likely upcoming going plan "
    "planning headed"
)
_PAST: Final = word_set(
    "was were had did said told went came took made met got gave held won lost left found began spoke wrote saw knew "
    "sent ran rose fell became brought bought sold paid led read put set hit cut shot kept felt heard thought stood "
    "sat drew drove grew broke chose struck threw fought sought taught caught spent built flew swore quit beat been "
    "died born"
)
_COMING: Final = (["scheduled"], ["planned"], ["upcoming"], ["expected"])
"""What follows *Friday’s* where it is still to come."""
_PRESENT: Final = word_set("is are ’s 's says has have am ’re 're ’ve 've")
_MAY: Final = word_set("may might could should would can")
"""Modals that, with a month or a day of the month, speak of what is to come: *could lose seats in November*."""
_MOVED: Final = word_set(
    "postponed postpones postpone adjourned adjourn delayed delay deferred defer rescheduled reschedule moved move put "
    "pushed push extended extend suspended suspend remanded prolonged prolong brought"
)
"""Verbs of which *until Friday*, *to Friday* is yet to come, though they are past themselves."""
_AWAITED: Final = word_set(
    "election elections vote votes ballot primary primaries caucus caucuses referendum convention games"
)
"""What a date names beforehand more often than afterwards: *the November election*."""
PRESENT_REACH = 5
"""Words between a plain present and what it may put into the days to come (*opens on Friday*); chosen by hand."""
_STATES: Final = word_set(
    "remains remain seems seem appears appear holds hold means mean shows show says say believes believe thinks think "
    "knows know wants want needs need likes like marks mark makes make includes include"
)
"""Verbs whose present tells of how things are and not of what is to come."""
NOW: Final = 2
"""What a present form gives that speaks of what is to come: *opens on Friday*, *is meeting on Friday*."""
OPEN: Final = 9
"""What the search to the left gives where an infinitive leaves the direction open."""
_NO_VERBS: Final = word_set(
    "united armed need speed indeed hundred naked sacred red bed feed seed shed breed bleed greed wed fed embed aged "
    "crowded supposed so-called alleged retired wounded injured accused detailed limited unprecedented experienced"
)
_TELLING: Final = _WILL | _PLANNED | _PAST | word_set("be would won has have ’ve 've")
"""Words that tell a direction whatever their part of speech is."""
_STOPS: Final = frozenset({";", ":", "—", "–"})
_AHEAD_OF: Final = word_set("before until by till")


def direction(tokens: Tokens, first: int, last: int, far: bool = False) -> int:
    """-1 where the nearest verb is of the past, 1 where it is of what is to come, 0 where nothing tells.

    The verb is looked for to the left first, but to the right of what opens a clause (*On Friday, …*). `far` is for dates that
    need not be near: an infinitive (*asked them to vote on Nov. 8*) then leaves it open, where a weekday goes with the verb
    before it.
    """
    begin, end = tokens.sentences[tokens.sentence[first]]
    depth = tokens.depth[first]
    if first and tokens.lower[first - 1] == "since":
        return -1
    if far and last < len(tokens) and tokens.lower[last] in _AWAITED:
        return 1
    if far and first > 1 and tokens.lower[first - 2] in _AWAITED and tokens.lower[first - 1] in ("in", "on"):
        return 1
    if put_off(tokens, first):
        return 1
    if tokens.lower[last : last + 2][:1] in (["’s"], ["'s"]) and tokens.lower[last + 1 : last + 2] in _COMING:
        return 1
    opening = _opens(tokens, first, last, begin)
    if opening:
        found = _rightward(tokens, last, min(end, last + REACH), depth, True)
        if found:
            return min(found, 1)
    found = _leftward(tokens, first, max(begin, first - REACH), depth, far)
    if found == 0 and not opening:
        found = _rightward(tokens, last, min(end, last + REACH), depth, False)
    if found == NOW:
        attributive = last < len(tokens) and tokens.lower[last] in ("’s", "'s")
        return 0 if attributive else 1
    return 0 if found == OPEN else found


def _opens(tokens: Tokens, first: int, last: int, begin: int) -> bool:
    """Whether the expression begins a clause: at the start of the sentence, or after a comma or *and*, with a comma after it."""
    at = first - 1
    if at >= begin and tokens.lower[at] in ("on", "in", "at", "by", "as", "of", "until"):
        at -= 1
    if at < begin or tokens.words[at] in ("“", '"', "”"):
        return True
    joined = tokens.lower[at] in (",", "and", "but", "that")
    return joined and last < len(tokens) and tokens.words[last] == ","


def bound(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the expression says when the verb's act was: not in *before Nov. 8*, *the Nov. 8 election*, *Friday’s vote*."""
    before = tokens.lower[first - 1] if first else ""
    if (before == "the" and first > 1) or (last < len(tokens) and tokens.lower[last] in _AWAITED):
        return False
    if before in ("through", "least"):
        return False
    if before == "for" and last < len(tokens) and tokens.pos[last][:2] == "NN":  # *oil for December delivery rose*
        return False
    return not ahead_of(tokens, first) and not (last < len(tokens) and tokens.lower[last] in ("’s", "'s"))


def ahead_of(tokens: Tokens, first: int) -> bool:
    """Whether *before*, *until* or *ahead of* stands before the expression."""
    before = tokens.lower[first - 1] if first else ""
    return before in _AHEAD_OF or (before == "of" and first > 1 and tokens.lower[first - 2] == "ahead")


def put_off(tokens: Tokens, first: int) -> bool:
    """Whether the expression is what something was moved to: *was postponed until Friday*, *put back to Monday*."""
    at = first - 1
    if at < 1 or tokens.lower[at] not in ("until", "till", "to", "for"):
        return False
    at -= tokens.lower[at - 1] in ("off", "back", "forward")
    return tokens.lower[at - 1] in _MOVED


def deadline(tokens: Tokens, first: int) -> bool:
    """Whether the expression is a limit that no past verb before it has met: *has until Saturday to sign*. An infinitive right
    before it has not met it either, whatever governs that: *promised to sign by Saturday*."""
    if not ahead_of(tokens, first):
        return False
    start = tokens.sentences[tokens.sentence[first]][0]
    begin = max(start, first - REACH // 2)
    for i in range(first - 1, begin - 1, -1):
        pos, word = tokens.pos[i], tokens.lower[i]
        if pos in ("VB", "") and i > begin and tokens.lower[i - 1] == "to":
            return True
        if pos == "VBD" or (not pos and (word in _PAST or word.endswith("ed"))):
            return False
    # *Before 9 p.m. on Sunday the lights went out*: nothing before it could still be waiting, the verb behind it tells
    return not tokens.pos[first] or any(
        tokens.pos[i][:1] in ("V", "M") for i in range(max(start, first - REACH), first)
    )


def _leftward(tokens: Tokens, at: int, stop: int, depth: int, far: bool) -> int:
    for i in range(at - 1, stop - 1, -1):
        if tokens.words[i] in _STOPS or tokens.depth[i] < depth:
            return 0
        sign = _sign(tokens, i, stop, at - i <= PRESENT_REACH)
        if sign:
            return sign
        if far and i > stop and tokens.lower[i - 1] == "to" and tokens.pos[i] == "VB":
            return OPEN
        if far and tokens.lower[i] in _MAY and tokens.pos[i] in ("MD", ""):
            return 1
    return 0


def _rightward(tokens: Tokens, at: int, stop: int, depth: int, opening: bool) -> int:
    for i in range(at, stop):
        if tokens.words[i] in _STOPS or tokens.depth[i] < depth:
            return 0
        sign = _sign(tokens, i, max(0, at), opening)
        if sign:
            return sign
    return 0


def _sign(tokens: Tokens, i: int, stop: int, present: bool) -> int:
    """What the verb at `i` says, 0 where none stands there or where it says nothing. `present` tells whether a plain present
    (*opens on Friday*) counts as what is to come."""
    word, pos = tokens.lower[i], tokens.pos[i]
    before = tokens.lower[i - 1] if i > 0 else ""
    if before == "-" and tokens.start[i] == tokens.end[i - 1]:
        return 0
    if word not in _TELLING and before != "to" and (pos[0] not in "VM" if pos else not word.endswith("ed")):
        return 0
    after = tokens.lower[i + 1] if i + 1 < len(tokens) else ""
    if word in _WILL and not (word == "will" and pos[:1] == "N"):
        return 1
    if word in _PLANNED and (after in ("to", "for") or (pos[:1] == "V" and word != "set")):
        return 1
    if word == "would" and after != "have":
        return 1
    if word == "won" and after in ("’t", "'t", "’", "'"):
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
            if following == "VBG":
                return NOW
            return NOW if present and word not in _PRESENT and word not in _STATES else 0
        return 0
    if word in _PAST:
        return (
            -1
            if word in ("was", "were", "had", "did", "said", "told", "went", "came", "took")
            else _participle(tokens, i, stop)
        )
    if word in ("has", "have", "’ve", "'ve"):
        return -1
    if len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS and word.isalpha():
        return _participle(tokens, i, stop)
    return 0


def _participle(tokens: Tokens, i: int, stop: int) -> int:
    """A past participle is past unless *will be*, *to be* or *is to be* stands before it."""
    for back in range(i - 1, max(stop, i - 4) - 1, -1):
        if tokens.pos[back][:2] in ("NN", "IN", "DT"):
            break
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
        if back == i - 2 and word in ("is", "are", "’s", "'s", "’re", "'re") and tokens.lower[i - 1] == "to":
            return 0 if tokens.pos[back] == "POS" else 1
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
        or (
            tokens.lower[i - 1] in ("which", "who", "he", "she", "it", "they", "we", "i", "that")
            and word.isalpha()
            and i > 0
        )
    )

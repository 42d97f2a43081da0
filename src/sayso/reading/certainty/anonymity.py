"""Why a source is not named: the words that justify it, and the attributions that they belong to."""

from __future__ import annotations

from bisect import bisect_left

from sayso.reading.certainty.ground import Ground, Range
from sayso.reading.words import word_set
from sayso.records import Span

_TRIGGERS = word_set(
    "anonymity anonymously authorized authorised authorization authorisation permitted allowed named identified quoted "
    "unauthorized unauthorised withheld retribution reprisal reprisals retaliation repercussions background candidly "
    "freely identity surname"
)
_OPENERS = word_set("because who whom since as citing fearing requesting asking insisting under speaking given")
_STOPS = word_set('; : — – ( ) " “ ”')
_BACK, _ON = 14, 24
"""How far the words of a justification reach back from and on after its key word; chosen by hand."""


def justifications(ground: Ground) -> list[Range]:
    """The ranges of words that say why somebody is not named, in order; they do not overlap."""
    flat, tokens = ground.flat, ground.tokens
    out: list[Range] = []
    for at, word in enumerate(flat):
        if word not in _TRIGGERS:
            continue
        low, high = tokens.sentences[tokens.sentence[at]]
        begin = _begin(flat, at, low)
        if begin is None:
            continue
        end = _end(flat, at, high)
        if out and begin <= out[-1][1] + 1 and out[-1][0] >= low:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out


def _begin(flat: list[str], at: int, low: int) -> int | None:
    """Where the justification around a key word begins; `None` where the word is none."""
    word = flat[at]
    before = flat[max(low, at - 4) : at]
    if word == "anonymity":
        return _back(
            flat,
            at,
            low,
            frozenset(
                {
                    "on",
                    "under",
                    "requested",
                    "requesting",
                    "granted",
                    "demanded",
                    "asked",
                    "asking",
                    "insisted",
                    "sought",
                    "offered",
                    "wished",
                    "wanted",
                    "because",
                    "who",
                }
            ),
        )
    if word == "anonymously":
        return _back(flat, at, low, frozenset({"spoke", "speaking", "speak", "who", "because", "quoted"}))
    negated = any(w in ("not", "n't", "no", "never", "without") for w in before)
    if word.startswith(("unauthori",)) or (word.startswith(("authori", "permitted", "allowed")) and negated):
        if not any(w in _SPEAKING for w in flat[at : at + 7]):
            return None
        return _back(flat, at, low, _OPENERS)
    if word in ("named", "identified", "quoted"):
        asked = any(w in ("be", "being") for w in before) and any(w in _ASKED for w in flat[max(low, at - 7) : at])
        return _back(flat, at, low, _OPENERS | _ASKED) if asked else None
    if word in ("retribution", "reprisal", "reprisals", "retaliation", "repercussions"):
        fear = any(w in ("fear", "fears", "fearing", "feared", "afraid", "avoid") for w in before)
        return _back(flat, at, low, frozenset({"for", "because", "fearing", "who", "citing", "out"})) if fear else None
    if word in ("withheld", "identity", "surname"):
        near = flat[max(low, at - 4) : at + 5]
        if not any(w in ("name", "names", "surname", "identity") for w in near) or not any(
            w in ("withheld", "protect", "withholding", "conceal") for w in near
        ):
            return None
        return _back(
            flat, at, low, frozenset({"whose", "who", "to", "name", "names", "because", "her", "his", "their"})
        )
    if word == "background":
        return (
            at - 1
            if at > low
            and flat[at - 1] == "on"
            and any(w in ("spoke", "speaking", "briefed", "briefing", "talked") for w in before)
            else None
        )
    if word in ("candidly", "freely"):
        return (
            _back(flat, at, low, frozenset({"in", "because", "to"}))
            if "to" in before
            and any(w in ("speak", "talk") for w in before)
            and any(w in ("anonymity", "named", "identified") for w in flat[max(low, at - 2 * _BACK) : at])
            else None
        )
    return None


_SPEAKING = word_set(
    "speak talk discuss comment disclose reveal divulge brief release share media press publicly reporters"
)
_ASKED = word_set(
    "asked asking requested declined wished refused wanted want preferred requesting insisted not n't cannot"
)


def _back(flat: list[str], at: int, low: int, openers: frozenset[str]) -> int | None:
    """The farthest opener of an unbroken run of them before the key word, else the nearest; `None` where there is none."""
    found = None
    for place in range(at - 1, max(low, at - _BACK) - 1, -1):
        word = flat[place]
        if word in _STOPS:
            break
        if word in openers:
            found = place
            if word in ("because", "who", "on", "for", "citing", "under", "whose"):
                break
    return found


def _end(flat: list[str], at: int, high: int) -> int:
    end = at + 1
    while end < high and end < at + _ON:
        word = flat[end]
        if word in _STOPS or word in ".,!?" or word in ("but", "said", "told", "says"):
            break
        end += 1
    return end


_MOST = 8
"""Attributions of one sentence on each side that are looked at; chosen by hand, to bound the work."""


def belongings(ground: Ground, found: list[Range]) -> dict[str, tuple[Span, ...]]:
    """The spans by attribution: those of the nearest source in the same sentence, else the nearest one before or after it."""
    out: dict[str, list[Span]] = {}
    if not found:
        return {}
    tokens = ground.tokens
    rows: list[tuple[int, str]] = []
    by_sentence: dict[int, list[tuple[int, str]]] = {}
    for part in ground.parts:
        if part.found.inside is None and part.source:
            row = part.source[0][0], part.found.id
            rows.append(row)
            for number in {tokens.sentence[first] for first, _ in (*part.source, *part.cue)}:
                by_sentence.setdefault(number, []).append(row)
    rows.sort()
    for here in by_sentence.values():
        here.sort()
    for first, last in found:
        near = by_sentence.get(tokens.sentence[first])
        if near is not None:
            place = bisect_left(near, (first, ""))
            near = near[max(0, place - _MOST) : place + _MOST]
        else:
            place = bisect_left(rows, (first, ""))
            near = rows[max(0, place - 1) : place + 1]
            near = [row for row in near if abs(tokens.paragraph[row[0]] - tokens.paragraph[first]) <= 1]
        nearest = min((abs(row[0] - first) for row in near), default=0)
        mine = [name for at, name in near if abs(at - first) == nearest]
        span = tokens.span(first, last)
        for name in mine:
            out.setdefault(name, []).append(span)
    return {name: tuple(spans) for name, spans in out.items()}

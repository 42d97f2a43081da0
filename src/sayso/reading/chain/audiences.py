"""Places that show by those to whom words were said: *told the inquest*, *giving evidence to the committee*, *told a rally*."""

from __future__ import annotations

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.clue import Clue, Sort
from sayso.reading.chain.places import ends_there, extended
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

REACH = 9
"""Words between *told* and the last word of whom it was told to."""
_PARTIES = word_set("national action organizing campaign executive steering")
"""Words before *committee* that make it one that hears no evidence."""
_GATHERED: dict[str, str] = {
    word: kind
    for kind, listed in {
        "news conference": "briefing presser",
        "event": "rally gathering meeting summit forum symposium assembly conference vigil congress convention",
        "hearing": "hearing judge magistrate sheriff coroner",
        "floor": "parliament commons lords senate chamber dáil dail seanad knesset bundestag duma sabha stormont holyrood "
        "senedd storting riksdag house",
    }.items()
    for word in listed.split()
}
"""Those gathered to hear somebody, and the sort of place."""
_BARE = word_set("parliament congress")
_GIVES = word_set("giving gave gives given")
_BEFORE = word_set("appearing appeared appears speaking spoke")


def oath(tokens: Tokens, i: int) -> Clue | None:
    """*Told a Senate committee*, *testified before the inquiry*, *appearing before magistrates*; word `i` is *told*, *before* or
    *to*."""
    lower = tokens.lower
    tell = lower[i] in v.TELL
    if not tell and not (i and (lower[i - 1] in v.TESTIFY or lower[i - 1] in _BEFORE)):
        return None
    if not tell and i > 1 and lower[i - 2] in ("from", "of", "without", "to", "not", "never"):
        return None  # *declined to testify before the committee*
    for at in range(i + 1, min(len(lower), i + REACH)):
        if lower[at] == "committee" and lower[at - 1] in _PARTIES:
            return None
        if lower[at] in v.SWORN or (not tell and lower[at] in v.BENCH):
            if not ends_there(tokens, at + 1) or lower[at + 1 : at + 2] in (["’s"], ["'s"]):
                return None
            return Clue(Sort.OATH, i + 1, at + 1, i, None, "hearing")
        if lower[at] in v.STOPS or lower[at] in _LINKS:
            break
    return None


_LINKS = word_set("that in of at on for from who about with how why when while as")


def told(tokens: Tokens, i: int) -> Clue | None:
    """*Told a press conference*, *told parliament*, *told the party's annual conference*; word `i` is *told*."""
    lower = tokens.lower
    begun = False
    for at in range(i + 1, min(len(lower), i + REACH)):
        low = lower[at]
        if low == "." and len(lower[at - 1]) == 1:
            continue  # *U.S. District Judge*
        if low in v.STOPS or low in _LINKS:
            return None
        kind = _GATHERED.get(low)
        if low == "judge" and tokens.words[at][0].isupper():
            return Clue(Sort.VENUE, i + 1, at + 1, i, None, "hearing")
        if at + 1 < len(lower) and tokens.words[at + 1][0].isupper() and lower[at + 1] not in v.TIMES:
            begun = begun or low in v.DETERMINERS
            continue  # *a Senate Intelligence Committee hearing*
        bare = low in _BARE and at == i + 1 and lower[i] in ("told", "telling")
        if kind == "floor" and lower[at + 1 : at + 2] == ["of"] and low != "house":
            return None  # *the Chamber of Commerce*
        if kind is not None and (begun or bare) and ends_there(tokens, at + 1) and not _owns(tokens, at):
            if low == "conference" and lower[at - 1] in ("news", "press", "video"):
                kind = "news conference"
            return Clue(Sort.VENUE, i + 1, extended(tokens, at + 1), i, None, kind)
        begun = begun or low in v.DETERMINERS or low in ("’s", "'s")
    return None


def _owns(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at + 1 : at + 2] in (["’s"], ["'s"], ["’"])


def evidence(tokens: Tokens, i: int) -> Clue | None:
    """*Giving evidence to the inquiry*: word `i` is *evidence* or *testimony*; also *in written evidence to a committee*."""
    lower = tokens.lower
    begins = i and (lower[i - 1] in _GIVES or (lower[i - 1] in ("oral", "written") and i > 1 and lower[i - 2] == "in"))
    if not begins:
        return None
    start = i - 1 if lower[i - 1] in _GIVES else i - 2
    if i + 1 < len(lower) and lower[i + 1] in ("to", "at", "before", "in"):
        for at in range(i + 2, min(len(lower), i + REACH)):
            if lower[at] in v.BENCH and ends_there(tokens, at + 1):
                return Clue(Sort.OATH, start, at + 1, i, None, "hearing")
            if lower[at] in v.STOPS or lower[at] in _LINKS:
                break
    return Clue(Sort.OATH, start, i + 1, i, None, "testimony")


_HOUSES = word_set("parliament congress commons senate lords chamber assembly")
_NO_EVENTS = word_set("time end moment point length same least once present home")


def speaking(tokens: Tokens, i: int) -> Clue | None:
    """*Speaking at the opening of the lock*, *speaking in parliament*: word `i` is *speaking*."""
    lower = tokens.lower
    if lower[i] != "speaking":
        i = next((at - 1 for at in range(i + 1, min(len(lower), i + REACH)) if lower[at] == "in"), len(lower))
    if i + 2 >= len(lower) or lower[i + 1] not in ("at", "in", "during"):
        return None
    end = i + 2
    while end < len(lower) and end < i + REACH and lower[end] not in v.STOPS and lower[end] not in v.TIMES:
        if end > i + 2 and lower[end] in _AFTER:
            break
        end += 1
    words = lower[i + 2 : end]
    if not words or any(word in v.VENUES for word in words):
        return None
    if lower[i + 1] == "in":
        return Clue(Sort.VENUE, i + 1, end, i, None, "floor") if words[-1] in _HOUSES else None
    if words[0] not in v.DETERMINERS and not tokens.words[i + 2][0].isupper():
        return None
    return None if words[-1] in _NO_EVENTS else Clue(Sort.VENUE, i + 1, end, i, None, "event")


_AFTER = word_set("in on after before where when as to by with from who that and but he she they it")

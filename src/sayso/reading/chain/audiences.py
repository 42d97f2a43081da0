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
        "press": "reporters journalists newsmen newspersons newspeople pressmen press media",
        "audience": "crowd crowds audience congregation mourners worshippers supporters delegates students pupils graduates "
        "troops cadets voters activists",
        "event": "rally gathering meeting summit forum symposium assembly conference vigil congress convention",
        "hearing": "hearing judge magistrate sheriff coroner",
        "floor": "parliament commons lords senate chamber dáil dail seanad knesset bundestag duma sabha stormont holyrood "
        "senedd storting riksdag house",
    }.items()
    for word in listed.split()
}
"""Those gathered to hear somebody, and the sort of place."""
_OURS = word_set("newspaper paper magazine website site reporter correspondent publication channel station columnist")
_TELLING = word_set("told telling tells addressed addressing")
_SOME = (["local"], ["cheering"], ["waiting"], ["assembled"], ["his"], ["her"], ["some"], ["the"], ["several"])
_BARE = word_set(
    "parliament congress reporters journalists newsmen newspersons newspeople pressmen mourners "
    "worshippers supporters delegates students "
    "pupils graduates troops cadets voters activists"
)
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
        if lower[at] in v.STOPS or (lower[at] in _LINKS and not _sits(tokens, at)):
            break
    return None


def _sits(tokens: Tokens, at: int) -> bool:
    """*MPs on the transport committee*: word `at` is *on* or *of*."""
    return (
        tokens.lower[at] in ("on", "of")
        and tokens.lower[at - 1] in _MEMBERS
        and tokens.lower[at + 1 : at + 2] == ["the"]
    )


_MEMBERS = word_set("mps peers lawmakers senators members deputies councillors")


def counsel(tokens: Tokens, i: int) -> Clue | None:
    """*Prosecuting, Ada Moss said*, *Ada Moss, mitigating, said*, *for the prosecution, Moss said*: counsel at work; word `i` is
    the verb or the side."""
    lower = tokens.lower
    if lower[i] not in COUNSEL:
        return None
    low = tokens.sentences[tokens.sentence[i]][0]
    side = lower[max(0, i - 2) : i] == ["for", "the"]
    if lower[i] in _SITS and i == low:
        ahead = lower[i : i + 12]
        judge = (
            any(word in ("judge", "justice", "magistrate", "recorder", "sheriff") for word in ahead) and "," in ahead
        )
        return Clue(Sort.VENUE, i, i + 1, i, None, "hearing") if judge else None
    first = i - 2 if side else i
    if tokens.depth[i] or first < low or (first > low and lower[first - 1] != ",") or lower[i + 1 : i + 2] != [","]:
        return None
    if not side and lower[i] in _SIDES | _SITS:
        return None
    return Clue(Sort.VENUE, first, i + 1, i, None, "hearing")


_SIDES = word_set("prosecution defence defense crown state")
_SITS = word_set("sentencing jailing passing imposing adjourning")
"""Words at the beginning of a sentence in which a judge is at work: *Jailing her, Judge Moss said*."""
COUNSEL = _SIDES | _SITS | word_set("prosecuting mitigating defending")
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
        if low in ("judge", "justice") and tokens.words[at][0].isupper():
            return Clue(Sort.VENUE, i + 1, at + 1, i, None, "hearing")
        if at + 1 < len(lower) and tokens.words[at + 1][0].isupper() and lower[at + 1] not in v.TIMES:
            begun = begun or low in v.DETERMINERS
            continue  # *a Senate Intelligence Committee hearing*
        if low in ("this", "our") and at == i + 1 and lower[at + 1 : at + 2] and lower[at + 1] in _OURS:
            return Clue(Sort.VENUE, at, at + 2, i, None, "interview")
        if kind in ("audience", "press") and (lower[at + 1 : at + 2] == ["-"] or lower[i] not in _TELLING):
            return None  # *the crowd-funding site*
        bare = low in _BARE and (at == i + 1 or lower[i + 1 : at] in _SOME) and lower[i] in _TELLING
        if kind == "press" and not _press(tokens, at):
            continue
        if kind == "floor" and lower[at + 1 : at + 2] == ["of"] and low != "house":
            return None  # *the Chamber of Commerce*
        if kind is not None and (begun or bare) and ends_there(tokens, at + 1) and not _owns(tokens, at):
            if low == "conference" and lower[at - 1] in ("news", "press", "video"):
                kind = "news conference"
            return Clue(Sort.VENUE, i + 1, extended(tokens, at + 1), i, None, kind)
        begun = begun or low in v.DETERMINERS or low in ("’s", "'s")
    return None


def contacted(tokens: Tokens, i: int) -> Clue | None:
    """*When contacted*, *contacted for comment*, *when reached on Monday*: somebody whom the article itself asked; word `i` is
    the verb. Where *by* follows it is somebody else who asked."""
    lower = tokens.lower
    low = tokens.sentences[tokens.sentence[i]][0]
    when = i > low and lower[i - 1] in ("when", "if")
    first = i - 1 if when else i
    if first > low and lower[first - 1] not in (",", "but", "and"):
        return None
    after = lower[i + 1 : i + 3]
    if after[:1] == ["by"] or (not when and not (after in (["for", "comment"], ["on", "phone"]) or after[:1] == [","])):
        return None
    return Clue(Sort.VENUE, first, i + 1, i, None, "interview")


_ROOMS = word_set(
    "home house office bed cell room studio kitchen shop farm farmhouse workshop bedside desk hotel apartment flat cottage"
)
_STAGES = word_set(
    "podium floor dock bench heart steps balcony pulpit stage lectern experience garden side box stand "
    "sidelines bus back position top"
)
_OWN = word_set("his her their")


def speaking_from(tokens: Tokens, i: int) -> Clue | None:
    """*Speaking from the cottage*, *said from her office at the mill*: somebody who was called or visited; word `i` is *from*."""
    lower, words = tokens.lower, tokens.words
    low = tokens.sentences[tokens.sentence[i]][0]
    if i - 1 < low or i + 2 >= len(lower) or tokens.depth[i]:
        return None
    speaking = lower[i - 1] in ("speaking", "talking")
    end = i + 1
    while end < min(len(lower), i + 6) and lower[end] not in v.STOPS and lower[end] not in _LINKS:
        end += 1
    if speaking and (lower[i + 1] in _OWN or lower[i + 1] == "the" or words[i + 1][0].isupper()):
        return None if end == i + 1 or lower[end - 1] in _STAGES else Clue(Sort.VENUE, i, end, i, None, "interview")
    if lower[i - 1] in v.SAYING and lower[i + 1] in _OWN:
        room = next((at for at in range(i + 2, min(len(lower), i + 5)) if lower[at] in _ROOMS), 0)
        return Clue(Sort.VENUE, i, room + 1, i, None, "interview") if room and room < end else None
    return None


def _press(tokens: Tokens, at: int) -> bool:
    """Whether those who write are told something as such: *told reporters*, *told the media*, not *told media lawyers*."""
    if tokens.lower[at] in ("press", "media"):
        return tokens.lower[at - 1] == "the" and ends_there(tokens, at + 1)
    return not (tokens.lower[at + 1 : at + 2] in (["from"], ["of"], ["with"]) and _is_name(tokens, at + 2))


def _is_name(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and (tokens.words[at][0].isupper() or tokens.lower[at] == "the")


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

"""The words of a text that show hops and venues, before it is known whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.mentions import outlets_in
from sayso.reading.chain.names import Named, known_names
from sayso.reading.tokens import Tokens

REACH = 9
"""How many words before an outlet's name the word may stand that says what it did (*a statement he gave to the Courier*)."""


class Sort(Enum):
    """What a clue shows: said *to* an outlet, *at* one of its programmes or in its pages, passed on *by* it, a *venue*
    without an outlet, words given *in translation*, *under oath*, or whom an outlet *cited*."""

    TO = "to"
    AT = "at"
    BY = "by"
    VENUE = "venue"
    TRANSLATED = "translated"
    OATH = "oath"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class Clue:
    """Words `first` up to `last` that show a hop or a venue; `trigger` is the word that it hangs on. `named` is the outlet, `venue`
    the sort of place, `definite` that it is one the text has told of before (*the interview*), `loose` that nothing
    ties it to a verb of saying (*he used an interview with the Courier to …*)."""

    sort: Sort
    first: int
    last: int
    trigger: int
    named: Named | None = None
    venue: str | None = None
    definite: bool = False
    loose: bool = False
    note: str = ""


def clues_in(tokens: Tokens) -> tuple[list[Clue], list[Named]]:
    """The clues of a text in order, and the outlets that it names. Linear: each word is looked up, and looks a few words around."""
    mentions = outlets_in(tokens)
    names = known_names(tokens, mentions)
    out: list[Clue] = []
    taken = 0
    for named in names:
        clue = _of_outlet(tokens, named)
        if clue is not None:
            out.append(clue)
    covered = bytearray(len(tokens))
    for clue in out:
        for i in range(clue.first, clue.last):
            covered[i] = 1
    lower = tokens.lower
    for i, low in enumerate(lower):
        if covered[i] or i < taken:
            continue
        clue = None
        if low in v.VENUES:
            clue = _venue(tokens, i, v.VENUES[low])
        elif low in v.TELL or low == "before":
            clue = _oath(tokens, i)
        elif low in ("citing", "quoting"):
            clue = _cited(tokens, i)
        elif low in ("interpreter", "translator", "translated", "translation"):
            clue = _translated(tokens, i)
        if clue is not None and not any(covered[clue.first : clue.last]):
            out.append(clue)
            taken = clue.last
    out.sort(key=lambda clue: clue.first)
    return out, names


def leads_to(tokens: Tokens, names: list[Named]) -> dict[int, Named]:
    """Paragraphs that an outlet's words fill, by their number: the one before ends *via the Courier:* or *the Courier reports:*."""
    out: dict[int, Named] = {}
    for named in names:
        paragraph = tokens.paragraph[named.first]
        at = named.last
        while at < len(tokens) and at < named.last + 4 and (tokens.lower[at] in v.SAYS or tokens.lower[at] in v.LINK_VERBS):
            at += 1
        if at + 1 >= len(tokens) or tokens.words[at] != ":" or tokens.paragraph[at + 1] == paragraph:
            continue
        if tokens.paragraph[at] == paragraph and not named.network:
            word = tokens.lower[named.first - 1] if named.first else ""
            if at > named.last or word in ("via", "from", "to", "in", "at", "per", "by") or tokens.paragraph[named.first - 1] != paragraph:
                out[tokens.paragraph[at + 1]] = named
    return out


def _of_outlet(tokens: Tokens, named: Named) -> Clue | None:
    """What an outlet does where it is named: by the word before it, the words before that, and the word after it."""
    lower = tokens.lower
    first, last = named.first, named.last
    sentence = tokens.sentence[first]
    low = tokens.sentences[sentence][0]
    at = first - 1
    while at >= low and (lower[at] in ("the", "a", "an", "“", '"', "'", "‘", "’", "both", "also", "some", "several", "two") or lower[at] in v.ROLES):
        at -= 1
    word = lower[at] if at >= low else ""
    back = lower[max(low, at - REACH) : at] if at >= low else []
    if named.network:
        if word in ("on", "via", "to") and first - at <= 1 and ends_there(tokens, last):
            return Clue(Sort.VENUE, at, last, at, None, "post")
        return None
    after = _after(tokens, last)
    made = _by_word(tokens, named, word, at, back, low)
    if made is not None:
        return made
    if after and word not in ("of", "from", "at", "for", "in", "on", "with", "than"):
        return Clue(Sort.BY, first, after, first, named)
    noun = _interview_after(tokens, last)
    if noun:
        start = first
        while start > low and lower[start - 1] not in v.INTO and first - start < 5 and lower[start - 1] not in v.STOPS:
            start -= 1
        if start > low and lower[start - 1] in v.INTO:
            return Clue(Sort.AT, start, noun, start, named, v.VENUES.get(lower[noun - 1], "interview"))
        return Clue(Sort.AT, first, noun, first, named, "interview", loose=True)
    return None


def _by_word(tokens: Tokens, named: Named, word: str, at: int, back: list[str], low: int) -> Clue | None:
    """What the word before an outlet's name makes of it."""
    lower, first, last = tokens.lower, named.first, named.last
    if word in v.TELL:
        return Clue(Sort.TO, at, last, at, named)
    if word == "to":
        if back and back[-1] == "according":
            return Clue(Sort.BY, at - 1, last, at - 1, named)
        if back and back[-1] == "tip":
            return Clue(Sort.BY, at - 2, last, at, named)
        for k in range(1, len(back) + 1):
            if back[-k] in v.STOPS:
                break
            if back[-k] in v.SENT:
                start, venue = _noun_phrase(tokens, at - k, low)
                return Clue(Sort.TO, start, last, at - k, named, venue, named.described and k > 3)
        return None
    if word in ("citing", "via", "per", "quoting", "cites"):
        return Clue(Sort.BY, at, last, at, named, note="via" if word == "via" else "")
    if word == "t" and back[-2:] == ["h", "/"]:
        return Clue(Sort.BY, at - 2, last, at, named)
    if word in ("with", "by", "on", "for", "in", "from", "of", "at"):
        return _by_preposition(tokens, named, word, at, low)
    if word == ":" and (back[-3:] == ["h", "/", "t"] or back[-2:] == ["hat", "tip"]):
        return Clue(Sort.BY, at, last, at, named)
    if word == "asked" and lower[first - 1] not in v.STOPS:
        return None
    return None


def _by_preposition(tokens: Tokens, named: Named, word: str, at: int, low: int) -> Clue | None:
    lower, last = tokens.lower, named.last
    for k in range(at - 1, max(low, at - REACH) - 1, -1):
        trigger = lower[k]
        if trigger in v.STOPS and trigger not in ("“", '"', "”"):
            break
        if word == "by":
            if trigger in v.PASSED_BY and at - k <= 4:
                return Clue(Sort.BY, k - 1 if k > low and lower[k - 1] == "first" else k, last, k, named)
            if trigger in v.ASKED_BY and at - k <= 3:
                return Clue(Sort.AT, k, last, k, named, "interview", loose=True)
        if word in ("with", "on", "for", "from", "of", "in", "at") and trigger in v.INTERVIEW:
            start, venue = _noun_phrase(tokens, k, low)
            into = start > low and lower[start - 1] in v.INTO
            return Clue(Sort.AT, start, last, k, named, venue or "interview", loose=not into)
        if word == "with" and trigger in v.MEETING:
            return Clue(Sort.AT, k, last, k, named, "interview", loose=trigger not in ("speaking", "talking"))
        if word in ("in", "for", "on", "at") and not named.on_air:
            if trigger in v.RELAYED_IN and at - k <= 3:
                return Clue(Sort.BY, k, last, k, named)
            if trigger in v.PUBLISHED_IN:
                start, venue = _noun_phrase(tokens, k, low)
                return Clue(Sort.AT, start, last, k, named, venue)
    if word == "on" and named.on_air and named.first - at <= 3 and (named.programme or ends_there(tokens, last)):
        return Clue(Sort.AT, at, last, at, named, "programme" if named.programme else "broadcast")
    return None


def _noun_phrase(tokens: Tokens, i: int, low: int) -> tuple[int, str | None]:
    """Where the noun phrase with the noun `i` begins, and the sort of venue that it is; the word itself where it is a verb."""
    lower = tokens.lower
    venue = v.VENUES.get(lower[i])
    if venue is None:
        return i, None
    start = i
    while start > low and i - start < 7:
        before = lower[start - 1]
        if before in v.INTO or before in v.STOPS or before in v.SAYING or before in ("that", "and", "of", "with", "to"):
            break
        start -= 1
        if before in v.DETERMINERS or before in ("’s", "'s"):
            break
    return start, venue


def ends_there(tokens: Tokens, last: int) -> bool:
    """Whether a noun phrase ends before word `last`: no noun follows that would make it part of a longer one."""
    if last >= len(tokens):
        return True
    word, low = tokens.words[last], tokens.lower[last]
    if not word[0].isalpha() or word[0].isupper() or low in v.FUNCTION or low in v.SAYING or low in v.TIMES:
        return True
    return tokens.pos[last][:1] in ("V", "I", "R", "W", "P", "T", "C", "M") if tokens.pos[last] else low.endswith(("ed", "ly"))


def _after(tokens: Tokens, last: int) -> int:
    """The end of a verb of reporting right after an outlet's name, 0 where there is none."""
    lower = tokens.lower
    at = last
    while at < len(lower) and at < last + 4:
        if lower[at] in v.SAYS:
            return at + 1
        if lower[at] not in v.LINK_VERBS and lower[at] not in ("’s", "'s") and lower[at] not in v.ROLES:
            return 0
        at += 1
    return 0


def _interview_after(tokens: Tokens, last: int) -> int:
    """The end of *interview* soon after an outlet's name (*a CNN interview*, *Fox's Sunday interview*), 0 where there is none."""
    lower = tokens.lower
    for at in range(last, min(len(lower), last + 4)):
        if lower[at] in ("interview", "appearance", "documentary", "podcast", "debate", "forum", "special", "programme"):
            return at + 1
        if lower[at] in v.STOPS or lower[at] in v.INTO:
            return 0
    return 0


def _venue(tokens: Tokens, i: int, kind: str) -> Clue | None:
    """A place where something was said, after *in*, *during*, *at* and the like: *in a written statement*, *on Twitter*."""
    lower = tokens.lower
    low = tokens.sentences[tokens.sentence[i]][0]
    word = lower[i]
    if not _is_place(tokens, i, word) or not ends_there(tokens, i + 1):
        return None
    start = i
    known = word in v.BARE
    while start > low and i - start < 8:
        before = lower[start - 1]
        if before in v.INTO or (before == "of" and lower[start - 2 : start - 1] == ["part"]):
            if not known or (before == "by" and word not in ("email", "phone")):
                return None
            if lower[start] == "least" or (before == "over" and kind not in ("email", "message", "call")):
                return None
            last = _extended(tokens, i + 1)
            definite = lower[start] in ("the", "that", "this") and kind == "interview"
            return Clue(Sort.VENUE, start - 1, last, i, None, kind, definite)
        if before == "with" and known and kind in ("speech", "statement", "post", "letter", "message"):
            return Clue(Sort.VENUE, start - 1, _extended(tokens, i + 1), i, None, kind)
        if before == "the" and lower[start - 3 : start - 1] == ["state", "of"] and start - 3 > low:
            start -= 3
            continue
        if before in v.STOPS or before in v.BE or before in v.HAVE or before in v.SAYING or before in ("to", "of", "and", "with", "for"):
            return None
        if before.endswith("ing") and before not in ("following", "evening", "morning", "opening", "closing", "sprawling", "meeting"):
            return None
        start -= 1
        known = known or before in v.DETERMINERS or before in ("’s", "'s", "prepared", "emailed", "written")
    return None


def _is_place(tokens: Tokens, i: int, word: str) -> bool:
    """Whether a noun that is also something else means a venue here."""
    lower = tokens.lower
    before, after = lower[i - 1] if i else "", lower[i + 1] if i + 1 < len(lower) else ""
    if word == "conference" or word == "conferences":
        return before in ("news", "press", "video")
    if word == "hall":
        return before == "town"
    if word == "papers":
        return before in ("court", "legal", "divorce")
    if word == "call" or word == "calls":
        return before in ("conference", "phone", "telephone", "earnings", "video") or lower[i - 2 : i] == ["phone", "call"]
    if word == "mail":
        return i > 1 and lower[i - 2] == "e" and before == "-"
    if word == "ed":
        return lower[i - 2 : i] == ["op", "-"]
    if word == "suit":
        return before != "follow"
    if word == "address":
        return after not in ("the", "a", "this")
    if word in ("text", "report", "order", "note", "opinion", "evidence", "motion", "brief", "event", "trial", "meeting"):
        if word == "report":
            return i > 1 and "in" in lower[max(0, i - 4) : i]
        return word != "order" and after not in ("to", "of")
    if word in ("story", "article", "piece"):
        return "in" in lower[max(0, i - 6) : i]
    if word in ("site", "page"):
        return before in ("web", "facebook", "instagram", "twitter")
    return True


def _extended(tokens: Tokens, last: int) -> int:
    """The end of a venue's name with what tells which one it is: *a hearing before a Senate committee*, *a post on Facebook*."""
    lower, words = tokens.lower, tokens.words
    if last + 1 < len(lower) and lower[last] in ("on", "to", "before", "in", "at", "of") and words[last + 1][0].isupper():
        end = last + 1
        while end < len(lower) and end < last + 6 and words[end][0].isupper() and lower[end] not in v.TIMES:
            end += 1
        return end if end > last + 1 else last
    return last


def _oath(tokens: Tokens, i: int) -> Clue | None:
    """*Told a Senate committee*, *testified before the inquiry*."""
    lower = tokens.lower
    tell = lower[i] in v.TELL
    if not tell and not (i and lower[i - 1] in v.TESTIFY):
        return None
    for at in range(i + 1, min(len(lower), i + 9)):
        if lower[at] == "committee" and lower[at - 1] in ("national", "action", "organizing", "campaign", "executive"):
            return None
        if lower[at] in v.SWORN or (not tell and lower[at] in v.BENCH):
            return Clue(Sort.OATH, i + 1, at + 1, i, None, "hearing")
        if lower[at] in v.STOPS or lower[at] == "that":
            break
    return None


def _translated(tokens: Tokens, i: int) -> Clue | None:
    """*Through an interpreter*, *translated by Memri*."""
    lower, words = tokens.lower, tokens.words
    if lower[i] in ("interpreter", "translator"):
        for at in range(i - 1, max(-1, i - 4), -1):
            if lower[at] in ("through", "via", "by"):
                return Clue(Sort.TRANSLATED, at, i + 1, i)
        return None
    if i + 2 >= len(lower) or lower[i + 1] not in ("by", "from"):
        return None
    end = i + 2
    while end < len(lower) and end < i + 7 and (words[end][0].isupper() or lower[end] in ("the", "a")):
        end += 1
    if lower[i + 1] == "from":
        return Clue(Sort.TRANSLATED, i, end, i, note="from") if end > i + 2 else None
    return Clue(Sort.TRANSLATED, i, end, i, note=tokens.text[tokens.start[i + 2] : tokens.end[end - 1]] if end > i + 2 else "")


def _cited(tokens: Tokens, i: int) -> Clue | None:
    """Whom an outlet cites: *citing two officials*; a thing that is cited is none."""
    lower, words = tokens.lower, tokens.words
    end = i + 1
    while end < len(lower) and end < i + 9 and lower[end] not in v.STOPS and lower[end] not in ("as", "who", "that", "in", "from"):
        end += 1
    heads = [at for at in range(i + 1, end) if lower[at] in v.MOUTHS]
    if not heads:
        return None
    return Clue(Sort.CITED, i, end, i, note=tokens.text[tokens.start[i + 1] : tokens.end[end - 1]])

"""Places where words were said, without an outlet: *in a statement*, *before a committee*, *through an interpreter*."""

from __future__ import annotations

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.clue import Clue, Sort
from sayso.reading.chain.names import Named
from sayso.reading.chain.nouns import is_place
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set


def ends_there(tokens: Tokens, last: int) -> bool:
    """Whether a noun phrase ends before word `last`: no noun follows that would make it part of a longer one."""
    if last >= len(tokens):
        return True
    word, low = tokens.words[last], tokens.lower[last]
    if not word[0].isalpha() or word[0].isupper() or low in v.FUNCTION or low in v.SAYING or low in v.TIMES:
        return True
    return (
        tokens.pos[last][:1] in ("V", "I", "R", "W", "P", "T", "C", "M", "E", "D")
        if tokens.pos[last]
        else low.endswith(("ed", "ly"))
    )


def of_a_thing(tokens: Tokens, i: int, low: int) -> bool:
    """Whether the preposition `i` hangs on a noun that nobody speaks at: *the nightly fest on Fox News*, not *said Sunday on*."""
    if i <= low:
        return False
    word, before = tokens.words[i - 1], tokens.lower[i - 1]
    if not word[0].isalpha() or word[0].isupper() or before in v.SPOKEN or before in v.TIMES or before in v.PERIODS:
        return False
    if before in _SHOWS and not _ONTO.isdisjoint(tokens.lower[max(low, i - 7) : i - 1]):
        return False  # *on her morning show on Harbour FM*
    return tokens.pos[i - 1][:2] == "NN"


_SHOWS = word_set("show programme program podcast slot bulletin")
_ONTO = word_set("on during in to")


def venue(tokens: Tokens, i: int, kind: str) -> Clue | None:
    """A place where something was said, after *in*, *during*, *at* and the like: *in a written statement*, *on Twitter*."""
    lower = tokens.lower
    low = tokens.sentences[tokens.sentence[i]][0]
    word = lower[i]
    if not is_place(tokens, i, word) or not ends_there(tokens, i + 1):
        return None
    start = i
    known = word in v.BARE
    while start > low and i - start < 8:
        before = lower[start - 1]
        if before in v.INTO or (before == "of" and lower[start - 2 : start - 1] == ["part"]):
            begins = known and (
                word in v.BARE or lower[start] in v.DETERMINERS or lower[start] in _GIVEN or _of_somebody(tokens, start)
            )
            return (
                Clue(Sort.VENUE, start - 1, *_rest(tokens, i, kind, start))
                if begins and _fits(tokens, i, kind, start)
                else None
            )
        if before == "with" and known and (start < i or word not in v.BARE) and kind in _SENT:
            return Clue(Sort.VENUE, start - 1, *_rest(tokens, i, kind, start))
        if before == "and" and any(word in v.DETERMINERS for word in lower[max(low, start - 5) : start - 1]):
            start -= 1  # *his weekly radio and online address*
            continue
        if before == "the" and lower[start - 3 : start - 1] == ["state", "of"] and start - 3 > low:
            start -= 3
            continue
        if before in _MARKS and start < i and start - 1 > low:
            start -= 1  # *in her “Farewell” speech*
            continue
        if before in _MARKS and start == i and tokens.depth[i - 2]:
            start -= 1
            continue
        if known and before in v.ISSUES and kind in _ISSUED and start > low + 1:
            return Clue(Sort.VENUE, start, *_rest(tokens, i, kind, start))
        if known and before in _GIVING and kind in _GIVEN_OUT:
            return Clue(Sort.VENUE, start, *_rest(tokens, i, kind, start))
        if before in ("’s", "'s") and start - 2 >= low:
            if kind in _HELD and tokens.words[start - 2][0].isupper():
                known = True
                start -= 1  # *at Monday's briefing*, *in Moss's letter*
                continue
            if kind in _OWNED:
                start -= 2  # *on the club's website*
                continue
        if before == "," and tokens.pos[start][:1] == "J" and tokens.pos[start - 2][:1] == "J":
            start -= 1  # *a cold, rainy ceremony*
            continue
        a_verb = before.endswith("ing") and before not in _NOT_VERBS and lower[start - 2 : start - 1] != ["-"]
        if before in v.ENDS or before in v.SAYING or a_verb:
            return None
        start -= 1
        known = known or before in v.DETERMINERS or before in ("’s", "'s") or before in _GIVEN
    return None


def _rest(tokens: Tokens, i: int, kind: str, start: int) -> tuple[int, int, None, str, bool, bool]:
    """The remaining fields of a venue's clue: its end, the noun, no outlet, its sort, whether the text has told of it, and
    whether it counts beside the words of saying alone."""
    if tokens.lower[i] == "floor":
        return i + 1, start - 1, None, kind, False, True
    if tokens.lower[i] == "q":
        return i + 3, i, None, kind, False, False
    definite = kind == "interview" and tokens.lower[start] in ("the", "that", "this")
    return extended(tokens, i + 1), i, None, kind, definite, False


def _fits(tokens: Tokens, i: int, kind: str, start: int) -> bool:
    """Whether the preposition before word `start` puts a speaker at a place of this sort: not *seizing on remarks by*."""
    into, word, after = tokens.lower[start - 1], tokens.lower[i], tokens.lower[i + 1 : i + 2]
    if tokens.lower[start] == "least" or (after == ["by"] and word not in _UNDER):
        return False
    if word in _ATTENDED and into not in ("at", "during"):
        return False
    if (into == "under") != (word in _UNDER):
        return False
    if into == "from" and kind in ("event", "debate", "hearing", "news conference"):
        return word in _STANDS
    if into == "by":
        return word in _BY
    if into == "on":
        return kind in v.ON or word in _STANDS
    return into != "over" or word in _BY or kind in ("email", "message", "call")


def _of_somebody(tokens: Tokens, start: int) -> bool:
    """Whether a noun phrase begins with whose it is: *Moss's letter*, *the committee's hearing* after *the*."""
    return any(word in ("’s", "'s", "’", "'") for word in tokens.lower[start + 1 : start + 4])


_SENT = frozenset({"speech", "statement", "post", "letter", "message"})
"""Sorts of places that one comes *with*: *with a letter to the mayor*."""
_GIVING = frozenset({"giving", "delivering", "holding"})
_GIVEN_OUT = frozenset({"speech", "news conference"})
_OWNED = frozenset({"website", "post", "book", "article", "report", "event", "speech", "podcast"})
"""Sorts of places that belong to somebody who is not named: *on the club's website*."""
_BY = frozenset({"email", "mail", "phone", "telephone"})
_STANDS = frozenset({"dock", "box", "stand"})
_ATTENDED = word_set(
    "concert festival premiere exhibition wedding visit signing parade march protest funeral service "
    "launch session tour demonstration"
)
"""Events of which *in* says something else: *in service*."""
_UNDER = frozenset({"questioning", "examination", "oath"})
_MARKS = frozenset('“”"')
_ISSUED = frozenset({"statement", "letter", "email", "post", "message"})
"""Sorts of texts that one issues: *issued a statement saying …*."""
_HELD = frozenset({"news conference", "hearing", "statement", "speech", "letter", "call", "debate"})
"""Sorts of places that are told by their day or by whose they are: *at Monday's briefing*."""
_GIVEN = frozenset({"prepared", "emailed", "written", "taped", "recorded", "televised", "sworn", "public"})
_NOT_VERBS = word_set("charging sentencing founding following evening morning opening closing sprawling meeting")


def extended(tokens: Tokens, last: int) -> int:
    """The end of a venue's name with what tells which one it is: *a hearing before a Senate committee*, *a post on Facebook*."""
    lower, words = tokens.lower, tokens.words
    if (
        last + 1 < len(lower)
        and lower[last] in ("on", "to", "before", "in", "at", "of")
        and words[last + 1][0].isupper()
    ):
        end = last + 1
        while end < len(lower) and end < last + 6 and words[end][0].isupper() and lower[end] not in v.TIMES:
            if lower[end] == "may":
                break
            end += 1
        return end if end > last + 1 else last
    return last


def translated(tokens: Tokens, i: int) -> Clue | None:
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
    return Clue(
        Sort.TRANSLATED, i, end, i, note=tokens.text[tokens.start[i + 2] : tokens.end[end - 1]] if end > i + 2 else ""
    )


_UNNAMED = word_set("media news press published local several multiple some other various earlier early")
AS_SAYING = word_set("saying telling stating")
FAR = 24
"""Words between *quoted* and *as saying*."""


def nameless_reports(tokens: Tokens, i: int) -> Clue | None:
    """Outlets that are not named: *according to media reports*, *local media reported*."""
    lower = tokens.lower
    first = i
    while first > 0 and i - first < 4 and lower[first - 1] in _UNNAMED:
        first -= 1
    if first == i:
        return None
    name = tokens.text[tokens.start[first] : tokens.end[i]]
    if lower[first - 2 : first] == ["according", "to"] and lower[i] == "reports":
        return Clue(Sort.BY, first - 2, i + 1, first - 2, Named(first, i + 1, name, False, described=True))
    return None


def quotes_as_saying(tokens: Tokens, i: int) -> int:
    """Where *as saying* stands after the word *quoted*, 0 where it does not."""
    lower = tokens.lower
    limit = min(len(lower) - 1, i + FAR, tokens.sentences[tokens.sentence[i]][1] - 1)
    return next((at for at in range(i + 2, limit) if lower[at] == "as" and lower[at + 1] in AS_SAYING), 0)


def cited(tokens: Tokens, i: int) -> Clue | None:
    """Whom an outlet cites: *citing two officials*, *quoted Moss as saying*; a thing that is cited is none."""
    lower = tokens.lower
    if lower[i] not in ("citing", "quoting"):
        said = quotes_as_saying(tokens, i)
        if said:
            stop = next((at for at in range(i + 1, said) if lower[at] in v.STOPS or lower[at] in ("who", "at")), said)
            if stop > i + 1:
                return Clue(Sort.CITED, i, said + 2, i, note=tokens.text[tokens.start[i + 1] : tokens.end[stop - 1]])
        return None
    end = i + 1
    while (
        end < len(lower)
        and end < i + 9
        and lower[end] not in v.STOPS
        and lower[end] not in ("as", "who", "that", "in", "from")
    ):
        end += 1
    heads = [at for at in range(i + 1, end) if lower[at] in v.MOUTHS]
    if not heads:
        return None
    return Clue(Sort.CITED, i, end, i, note=tokens.text[tokens.start[i + 1] : tokens.end[end - 1]])


def on_a_network(tokens: Tokens, i: int) -> Clue | None:
    """*On X*, *on social media*, *in a post on X*; word `i` is *X* or *media*."""
    lower = tokens.lower
    first = i if lower[i] == "x" else i - 1
    took = lower[max(0, first - 2) : first] in (["took", "to"], ["takes", "to"])
    if first < 1 or not (took or lower[first - 1] in ("on", "via", "over", "through")) or not ends_there(tokens, i + 1):
        return None
    return Clue(Sort.VENUE, first - 1, i + 1, first - 1, None, "post")

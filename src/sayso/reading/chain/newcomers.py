"""Outlets that neither the lexicon nor the last word of their name gives away: by the noun beside them (*the broadcaster
Northline*, *the Deep Water podcast*), by their first word (*Radio Fen*), or by what they did (*as quoted by Upriver*)."""

from __future__ import annotations

from itertools import pairwise

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.mention import ORIGINS, Mention
from sayso.reading.chain.strangers import told_name
from sayso.reading.outlets import Outlets
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

_NOUNS = word_set(
    "newspaper magazine tabloid broadcaster podcast station channel website site outlet agency weekly daily blog programme "
    "program journal"
)
"""Nouns before an outlet's name that say what it is: *the news website Upriver*."""
_BEHIND = word_set(
    "newspaper magazine tabloid broadcaster podcast agency website site station channel programme program show radio television"
)
"""The same behind it: *the Deep Water podcast*."""
_NEWS = {
    "agency": frozenset({"news", "press", "wire"}),
    "website": frozenset({"news"}),
    "site": frozenset({"news"}),
    "outlet": frozenset({"news", "media"}),
    "station": frozenset({"radio", "television", "tv", "news", "local"}),
    "channel": frozenset({"radio", "television", "tv", "news"}),
    "programme": frozenset({"radio", "television", "tv", "news", "breakfast"}),
    "program": frozenset({"radio", "television", "tv", "news"}),
    "show": frozenset({"radio", "television", "tv", "news", "talk"}),
    "daily": frozenset({"the"}),
    "weekly": frozenset({"the"}),
    "blog": frozenset({"the"}),
    "journal": frozenset({"trade", "industry"}),
    "radio": frozenset({"breakfast", "talk", "community", "campus", "local", "morning", "commercial", "sports"}),
    "television": frozenset({"breakfast", "community", "local", "morning", "cable"}),
}
"""What must stand before a noun that is also something else."""
_ON_AIR = word_set("broadcaster podcast station channel programme program show radio television")
_AIRED = word_set("tv radio fm television broadcasting")
_FIRST = word_set("radio channel")
_NUMBERS = word_set("one two three four five six seven eight nine ten")
_DEEDS = word_set("quoted reported published")
_AS = word_set("as first was originally")
_LONGEST = 5
"""Words of a name; keeps a text in capitals linear."""
_NAMELESS = ("PERSON", "LOCATION")


SIGNS = _FIRST | _NOUNS | _BEHIND | v.TELL | {"by", "reported", "reports"}
"""The words at which `newcomer` finds anything."""


def newcomer(tokens: Tokens, i: int, low: int, known: Outlets) -> Mention | None:
    """The outlet that word `i` shows, where the lexicon does not know it; names do not reach back before word `low`."""
    word = tokens.lower[i]
    found = None
    if word in _FIRST and tokens.words[i][0].isupper():
        found = _by_first_word(tokens, i)
    if found is None and word in _NOUNS and tokens.words[i].islower():
        found = _by_noun(tokens, i)
    if word == "agency" and tokens.words[i] == "Agency" and i and tokens.lower[i - 1] in _NEWS["agency"]:
        found = _agency(tokens, i, low)
    if found is None and word in _BEHIND and tokens.words[i].islower():
        found = _by_noun_behind(tokens, i, low)
    if found is None and word == "by":
        found = _by_deed(tokens, i)
    if found is None and word in v.TELL and i + 1 < len(tokens) and known.at(tokens, i + 1) is None:
        found = _told(tokens, i)
    if found is None and word in ("reported", "reports"):
        found = _who_reported(tokens, i, low)
    return None if found is None or known.of(found.name) is not None else found


def again(tokens: Tokens, i: int, known: dict[str, Mention]) -> Mention | None:
    """An outlet that the text has introduced, named once more with word `i`."""
    before = known[tokens.words[i]]
    words = before.name.removeprefix("the ").split()
    last = i + len(words)
    if tokens.words[i:last] != words or (last < len(tokens) and tokens.words[last][0].isupper()):
        return None
    first = i - 1 if i and tokens.lower[i - 1] == "the" else i
    return Mention(first, last, before.name, None, before.on_air, False)


def _end(tokens: Tokens, at: int) -> int:
    """The end of the name in capitals that begins with word `at`."""
    end = at
    sentence = tokens.sentence[at] if at < len(tokens) else -1
    while (
        end < len(tokens)
        and end < at + _LONGEST
        and tokens.words[end][0].isupper()
        and tokens.lower[end] not in v.TIMES
        and tokens.sentence[end] == sentence
    ):
        end += 1
    return end


def _start(tokens: Tokens, end: int, low: int) -> int:
    """Where the name in capitals begins that ends before word `end`."""
    first = end
    while first > max(low, end - _LONGEST) and tokens.words[first - 1][0].isupper():
        if tokens.sentence[first - 1] != tokens.sentence[end - 1]:
            break
        if tokens.lower[first - 1] in v.TIMES:
            return first - 1 if first > low + 1 and first < end and tokens.lower[first - 2] == "the" else first
        if tokens.lower[first - 1] == "the":
            break
        first -= 1
    return first


def _is_somebody(tokens: Tokens, first: int, last: int) -> bool:
    return any(tag.endswith(_NAMELESS) for tag in tokens.name[first:last])


def _named(tokens: Tokens, first: int, last: int, start: int, end: int, on_air: bool) -> Mention:
    """The name in words `first` up to `last` of a mention from `start` up to `end`."""
    on_air = on_air or tokens.lower[last - 1] in _AIRED
    return Mention(start, end, tokens.text[tokens.start[first] : tokens.end[last - 1]], None, on_air, False)


def _by_first_word(tokens: Tokens, i: int) -> Mention | None:
    """*Radio Fen*, *Channel 9*, *Channel Five*."""
    last = _end(tokens, i)
    if last == i + 1 and last < len(tokens) and tokens.words[last].isdigit() and len(tokens.words[last]) < 3:
        last += 1
        while (
            last < len(tokens)
            and last < i + 4
            and tokens.words[last][0].isupper()
            and tokens.lower[last] not in v.TIMES
        ):
            last += 1
    if last == i + 1 or last > i + 4 or (i and tokens.words[i - 1][0].isupper() and tokens.lower[i - 1] != "the"):
        return None
    if tokens.lower[i] == "channel" and not (tokens.words[i + 1].isdigit() or tokens.lower[i + 1] in _NUMBERS):
        return None
    if tokens.name[i].endswith("PERSON"):
        return None
    return _named(tokens, i, last, i, last, True)


def _by_noun(tokens: Tokens, i: int) -> Mention | None:
    """*The broadcaster Northline*, *news website Upriver*, *local station Radio Fen*."""
    lower = tokens.lower
    wanted = _NEWS.get(lower[i])
    told = not v.TELL.isdisjoint(lower[max(0, i - 3) : i])  # *told celebrity website Upriver*
    if i == 0 or (wanted is not None and lower[i - 1] not in wanted and not told and not _from_somewhere(tokens, i)):
        return None
    last = _end(tokens, i + 1)
    if last == i + 1 or _is_somebody(tokens, i + 1, last):
        return None
    start = i
    while told and lower[start - 1] not in v.TELL:
        start -= 1
    if start == i and _from_somewhere(tokens, i):
        start -= 1
    while start > 0 and i - start < 4 and (lower[start - 1] in _KINDS or lower[start - 1] in ("the", "a")):
        start -= 1
    return _named(tokens, i + 1, last, start, last, lower[i] in _ON_AIR)


def _from_somewhere(tokens: Tokens, i: int) -> bool:
    """*The Coastish daily De Kade*, *a regional weekly, …*: a paper by where it is."""
    before = tokens.lower[i - 1]
    return tokens.lower[i] in ("daily", "weekly") and (
        before in ("local", "regional", "national", "business", "financial", "sports", "independent")
        or (tokens.words[i - 1][0].isupper() and before.endswith(ORIGINS))
    )


_KINDS = word_set(
    "news radio television tv local state national regional official semi-official daily weekly sports breakfast talk community "
    "campus morning commercial cable"
)


def _by_noun_behind(tokens: Tokens, i: int, low: int) -> Mention | None:
    """*The Deep Water podcast*, *the Tasin news agency*."""
    lower = tokens.lower
    last = i
    while last > low and lower[last - 1] in _KINDS and tokens.words[last - 1].islower():
        last -= 1
    wanted = _NEWS.get(lower[i])
    if wanted is not None and lower[i - 1] not in wanted:
        return None
    if last > low + 2 and tokens.words[last - 1] in _CLOSERS:
        return _in_marks(tokens, last - 1, i, low)
    first = _start(tokens, last, low)
    if first == last or _is_somebody(tokens, first, last):
        return None
    start = first - 1 if first > low and lower[first - 1] == "the" else first
    if start == first and lower[first - 1 : first] != ["’s"] and not _stands(tokens, first):
        return None
    return _named(
        tokens,
        first,
        last,
        start,
        i + 1,
        lower[i] in _ON_AIR or bool(set(lower[last:i]) & {"radio", "tv", "television"}),
    )


def _in_marks(tokens: Tokens, close: int, i: int, low: int) -> Mention | None:
    """*The “Deep Water” podcast*."""
    end = close - 1 if tokens.words[close - 1] == "," else close
    first = _start(tokens, end, low)
    if first == end or first < 1 or tokens.words[first - 1] not in _CLOSERS | _OPENERS:
        return None
    start = first - 2 if first > low + 1 and tokens.lower[first - 2] == "the" else first - 1
    return _named(tokens, first, end, start, i + 1, tokens.lower[i] in _ON_AIR)


_CLOSERS = frozenset({"”", "’", '"', "'"})
_OPENERS = frozenset({"“", "‘"})


def _agency(tokens: Tokens, i: int, low: int) -> Mention | None:
    """*Coastline News Agency*."""
    first = _start(tokens, i + 1, low)
    start = first - 1 if first > low and tokens.lower[first - 1] == "the" else first
    return _named(tokens, first, i + 1, start, i + 1, False) if i - first > 1 else None


def _stands(tokens: Tokens, first: int) -> bool:
    """Whether a name without *the* begins a sentence or stands where an outlet does."""
    return first == tokens.sentences[tokens.sentence[first]][0] or tokens.lower[first - 1] in _SLOTS


_SLOTS = word_set("told tells telling by to on with from citing quoting via") | frozenset(",")


def _by_deed(tokens: Tokens, i: int) -> Mention | None:
    """*As quoted by Upriver*, *first reported by Coastal Wire*."""
    if i < 2 or tokens.lower[i - 1] not in _DEEDS or tokens.lower[i - 2] not in _AS:
        return None
    if tokens.lower[i - 2] == "was" and tokens.lower[i - 1] == "published":
        return None  # *her memoir was published by Harbour House*
    at = i + 2 if tokens.lower[i + 1 : i + 2] == ["the"] else i + 1
    last = _end(tokens, at)
    if last == at or _is_somebody(tokens, at, last):
        return None
    return _named(tokens, at, last, i + 1, last, False)


def _who_reported(tokens: Tokens, i: int, low: int) -> Mention | None:
    """*…, Coastal Wire reported.*"""
    after = tokens.lower[i + 1] if i + 1 < len(tokens) else "."
    if after not in v.STOPS and after not in v.TIMES and after not in ("on", "last", "this", "earlier", "late"):
        return None
    first = _start(tokens, i, low)
    before = first - 1 if first and tokens.lower[first - 1] == "the" else first
    if first == i or before < 1 or tokens.words[before - 1] not in (",", "”", '"'):
        return None
    if _is_somebody(tokens, first, i):
        return None
    return _named(tokens, first, i, before, i, False)


def _told(tokens: Tokens, i: int) -> Mention | None:
    """*Told GossipLine*, *told Coast 105*: a word with a capital in its midst, or a name with a station's number."""
    at = i + 1
    if at >= len(tokens):
        return None
    shown = told_name(tokens, at)
    if shown is not None:
        return shown
    if not tokens.words[at][0].isupper():
        return _told_somebodys(tokens, at)
    word = tokens.words[at]
    ends = tokens.start[at + 1 : at + 3]
    if tokens.words[at + 1 : at + 2] == ["."] and ends == [tokens.end[at], tokens.end[at] + 1]:
        return None  # *told GossipLine.com*
    if (
        word.isalpha()
        and not word.startswith("Mac")
        and not _is_somebody(tokens, at, at + 1)
        and any(a.islower() and b.isupper() for a, b in pairwise(word[2:]))
    ):
        return _named(tokens, at, at + 1, at, at + 1, False)
    end = _end(tokens, at)
    number = tokens.words[end] if end < len(tokens) else ""
    if number.isdigit() and 1 < len(number) < 4 and not _is_somebody(tokens, at, end):
        return _named(tokens, at, end + 1, at, end + 1, True)
    return None


_OUTLETS = word_set("website site newspaper magazine podcast channel programme station broadcaster tabloid")


def beside(tokens: Tokens, last: int) -> int:
    """The end of a name between commas right behind *a local radio station*: *…, Harbour 101,*; 0 where none is."""
    words, count = tokens.words, len(tokens)
    first = end = last + 2 if tokens.lower[last + 1 : last + 2] == ["the"] else last + 1
    if end >= count or words[last] != "," or tokens.name[end].endswith("PERSON"):
        return 0
    while end < count and end < last + 6 and (words[end][0].isupper() or (end > first and words[end].isdigit())):
        end += 1
    return end if end > first and end < count and words[end] in ",.)”" else 0


def named_in(tokens: Tokens, last: int, end: int) -> str:
    """The name that `beside` found, without a *the*."""
    first = last + 2 if tokens.lower[last + 1] == "the" else last + 1
    return tokens.text[tokens.start[first] : tokens.end[end - 1]]


def _told_somebodys(tokens: Tokens, at: int) -> Mention | None:
    """*Told the club's official website*, *told a newspaper*: an outlet without a name; word `at` is the article."""
    lower = tokens.lower
    if lower[at] not in ("the", "a", "an", "another", "his", "her", "its", "their"):
        return None
    for i in range(at + 1, min(len(tokens), at + 6)):
        if lower[i] in _OUTLETS:
            owned = any(word in ("’s", "'s", "’") for word in lower[at:i]) or lower[at] in ("a", "an", "another")
            ends = i + 1 >= len(tokens) or not tokens.words[i + 1][0].isupper()
            if not (owned and ends):
                return None
            end = beside(tokens, i + 1) if lower[at] in ("a", "an", "another") else 0
            if end:
                return Mention(at, end, named_in(tokens, i + 1, end), None, lower[i] in _ON_AIR, False)
            name = tokens.text[tokens.start[at] : tokens.end[i]]
            return Mention(at, i + 1, name, None, lower[i] in _ON_AIR, False, True)
        if tokens.words[i][0].isupper() or tokens.words[i][0] in ',.;:“”"(' or lower[i] in ("that", "of", "in", "who"):
            return None
    return None

"""Where a text names outlets: by the lexicon, or by their shape (*the Anytown Gazette*, *WXYZ-TV*, *state radio*)."""

from __future__ import annotations

import re

from sayso.model.words import split_words
from sayso.reading.chain.mention import Mention
from sayso.reading.chain.newcomers import SIGNS, again, beside, named_in, newcomer
from sayso.reading.outlets import Outlets, lexicon
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

_HEADS = word_set(
    "times tribune gazette herald chronicle courier telegraph examiner dispatch sentinel inquirer enquirer "
    "advertiser bulletin journal news observer argus echo post mail ledger clarion intelligencer despatch"
)
"""Last words of newspapers' names that are seldom the last word of another name in capitals."""
_RISKY_HEADS = word_set(
    "sun star mirror globe bee mercury press record standard independent weekly daily monitor review register "
    "magazine radio tv fm television broadcasting network podcast show leader messenger beacon banner citizen reporter "
    "courant recorder informer gleaner bugle outlook villager whig chieftain argosy guardian express packet pilot "
    "patriot statesman voice digest quarterly monthly spectator wire"
)
_GENERIC = frozenset({"magazine", "weekly", "daily", "press", "network", "tv", "monthly", "quarterly"})
"""Of these, those that alone are no name, also after one that ends so."""
_STATIONS = word_set("radio tv fm television")
"""Of these, those that are a station's wherever a name in capitals stands before them."""
_NO_STATIONS = word_set(
    "smart reality cable digital pay sony samsung apple google android talk live satellite internet web public the"
)
"""Last words that need *the* before the name, or a place where an outlet stands."""
_NOT_BEFORE = word_set("breaking good bad fake big blog top latest royal first last e hate junk chain direct")
_SMALL = frozenset({"&", "-", "–", "'", "’", "and", "of"})
_CALL = re.compile(r"[WK][A-Z]{2,3}\Z")
_ADJECTIVES = word_set(
    "state local public official private national regional foreign western russian french german italian "
    "spanish chinese japanese korean israeli turkish iranian syrian egyptian saudi indian pakistani afghan "
    "mexican brazilian cuban american british english irish scottish welsh canadian australian african swedish "
    "norwegian danish dutch belgian swiss polish ukrainian greek portuguese austrian hungarian czech finnish "
    "lebanese iraqi kurdish palestinian jordanian qatari student college community christian catholic "
    "conservative liberal daily weekly leading independent pro-government government government-run state-run "
    "state-owned state-controlled semi-official hometown"
)
_THINGS = word_set(
    "newspaper newspapers paper papers daily tabloid tabloids magazine website blog broadcaster television tv "
    "radio station stations channel network media outlet outlets agency podcast"
)
_ON_AIR = word_set("show broadcaster television tv radio station stations channel network fm broadcasting podcast")
_BEFORE_NAMED = word_set("community student college local")
_BEFORE_AGENCY = frozenset({"news", "press", "wire"})
SLOTS = word_set(
    "told tells telling tell by citing cites cited via per on with quoting quoted magazine newspaper to in for from"
)
_NARROW = word_set("told tells telling tell citing via per")
_TOLD = word_set("told telling tells to")
_DOMAINS = word_set("com tv net org co fm info")
_TALKS = word_set("interview interviews conversation discussion chat sit-down q&a")
_QUOTES = frozenset("\"'“”‘’«»")
_REPORTS = word_set("reported reports reporting magazine newspaper show")
_SAYS = word_set("said says wrote writes quoted quotes revealed disclosed")
_HAS = (
    ["reported"],
    ["said"],
    ["quoted"],
    ["learned"],
    ["learnt"],
    ["revealed"],
    ["seen"],
    ["obtained"],
    ["published"],
)
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")


def outlets_in(tokens: Tokens, outlets: Outlets | None = None) -> list[Mention]:
    """The outlets that a text names, in order, not overlapping. Linear in its words."""
    known = outlets or lexicon()
    out: list[Mention] = []
    at, count = 0, len(tokens)
    forms = known.forms
    introduced: dict[str, Mention] = {}
    called: set[str] = set()
    for i, low in enumerate(tokens.lower):
        if i < at:
            continue
        found: Mention | None = None
        if low in forms:
            found = _known(tokens, i, known)
        if found is None and (low in _HEADS or low in _RISKY_HEADS):
            found = _shaped(tokens, i, at, low in called)
            if found is not None and " " in found.name.removeprefix("the ") and low not in _ON_AIR | _GENERIC:
                called.add(low)
        if found is None and low in _THINGS:
            found = _described(tokens, i, at)
        if (
            found is None
            and low == "the"
            and tokens.words[i] == "The"
            and i > 1
            and (tokens.lower[i - 1] in _TOLD and (tokens.lower[i - 1] != "to" or tokens.lower[i - 2] == "according"))
        ):
            found = _told_the(tokens, i)
        if found is None and low[0] in "wk" and _CALL.match(tokens.words[i]) and not _shouted(tokens, i):
            last = i + 3 if i + 2 < count and tokens.lower[i + 2] in ("tv", "fm", "am") else i + 1
            found = Mention(i, last, "".join(tokens.words[i:last]), None, True, last > i + 1)
        if found is None and i + 2 < count and tokens.lower[i + 2] in _DOMAINS:
            found = _site(tokens, i)
        if found is None and tokens.words[i] in introduced:
            found = again(tokens, i, introduced)
        if found is None and low in SIGNS:
            found = newcomer(tokens, i, at, known)
            if found is not None and not found.described and low != "reported" and low != "reports":
                introduced.setdefault(found.name.split()[0], found)
        if found is not None:
            out.append(found)
            at = found.last
    return out


def is_outlet(name: str, outlets: Outlets | None = None) -> bool:
    """Whether a name as a whole is an outlet's: in the lexicon, or shaped like one (*the Anytown Gazette*)."""
    known = outlets or lexicon()
    if known.of(name) is not None:
        return True
    words = [name[s:e] for s, e in split_words(name[:120])]
    if words and words[0].lower() == "the":
        words = words[1:]
    return len(words) > 1 and words[-1].lower() in _HEADS and all(word[0].isupper() for word in words if word.isalpha())


def _shouted(tokens: Tokens, i: int) -> bool:
    """Whether a word in capitals stands among others."""
    around = [word for word in (*tokens.words[max(0, i - 1) : i], *tokens.words[i + 1 : i + 2]) if len(word) > 1]
    return any(word.isalpha() and word.isupper() for word in around) or tokens.lower[i] in _NO_CALLS


_NO_CALLS = word_set("with will word when what who why were was want work week went well")


def _known(tokens: Tokens, i: int, known: Outlets) -> Mention | None:
    match = known.at(tokens, i)
    if match is None:
        return None
    form, outlet = match.form, match.outlet
    words, lower = tokens.words, tokens.lower
    the = i > 0 and lower[i - 1] == "the"
    first = i - 1 if the else i
    sure = True
    if form.weak:
        if not _weak(tokens, match.first, match.last, first):
            return None
        if form.article and not the and not _in_marks(tokens, match.first, match.last):
            return None
        sure = False
    titled = outlet.kind == "programme" and _in_marks(tokens, match.first, match.last)
    if tokens.name[i] == "I-PERSON" or (form.weak and tokens.name[i] == "B-PERSON" and not titled and not the):
        return None
    if outlet.kind == "network" and match.last < len(tokens) and lower[match.last] in ("inc", "shares", "executives"):
        return None
    if (
        outlet.name == "State of the Union"
        and match.last < len(tokens)
        and lower[match.last] in ("address", "speech", "message")
    ):
        return None
    name = outlet.name
    if _joined(tokens, match.last):
        return None  # *the Advocate-Times* is another than *the Advocate*
    service = _service(tokens, match.last) if outlet.kind in ("broadcaster", "agency") else 0
    if service:
        return Mention(
            first, service, tokens.text[tokens.start[i] : tokens.end[service - 1]], None, outlet.on_air, sure
        )
    at = match.last - (words[match.last - 1] == "Radio" and match.last - match.first > 1)
    station = _station(tokens, at) if outlet.kind == "broadcaster" else 0
    if station:
        return Mention(first, station, tokens.text[tokens.start[i] : tokens.end[station - 1]], None, True, sure)
    if (
        the
        and form.weak
        and form.article
        and len(form.words) == 1
        and outlet.kind == "newspaper"
        and outlet.name != "The Hill"
    ):
        name = f"the {words[i]}"
    return Mention(first, match.last, name, outlet, outlet.on_air, sure)


def _joined(tokens: Tokens, last: int) -> bool:
    """Whether a hyphen and another name in capitals touch a name's end."""
    if last + 1 >= len(tokens) or tokens.words[last] != "-" or not tokens.words[last + 1][0].isupper():
        return False
    touches = tokens.start[last] == tokens.end[last - 1] and tokens.start[last + 1] == tokens.end[last]
    return touches and tokens.lower[last + 1] in _HEADS | _RISKY_HEADS


def _service(tokens: Tokens, at: int) -> int:
    """The end of a broadcaster's or an agency's service in a language (*BBC Hausa*, *the BBC Persian Service*), 0 where none is
    named."""
    words, lower = tokens.words, tokens.lower
    for end in (at, at + 1, at + 2):
        if end >= len(words) or not words[end][0].isupper():
            return 0
        if end > at and lower[end] == "service":
            return end + 1
        if end == at and lower[end] in _TONGUES and lower[end + 1 : end + 2] != ["service"]:
            return end + 1 if end + 1 >= len(words) or not words[end + 1][0].isupper() else 0
    return 0


_TONGUES = word_set(
    "hausa persian arabic arabia swahili somali urdu hindi bengali bangla russian turkish pashto tamil "
    "yoruba igbo pidgin burmese "
    "ukrainian afrique mundo brasil brazil cymru alba espanol español turk türk"
)
"""Languages after a broadcaster's name."""


def _station(tokens: Tokens, at: int) -> int:
    """The end of a station of a broadcaster's own (*BBC Radio Anytown*, *ABC Local Radio*), 0 where none is named."""
    words, lower = tokens.words, tokens.lower
    if lower[at : at + 2] == ["local", "radio"] and words[at][0].isupper():
        return at + 2
    if at + 1 >= len(words) or words[at] != "Radio" or not words[at + 1][0].isupper() or lower[at + 1] in _WEEKDAYS:
        return 0
    last = at + 1
    while last < len(words) and last < at + 4 and words[last][0].isupper() and lower[last] not in _WEEKDAYS:
        last += 1
    return last


def _weak(tokens: Tokens, first: int, last: int, start: int) -> bool:
    """Whether a name that is an ordinary word too stands where an outlet does."""
    words, lower, count = tokens.words, tokens.lower, len(tokens)
    after = lower[last] if last < count else "."
    if after in _REPORTS or after == "magazine":
        return True
    if start != first and (after in _SAYS or (after in ("has", "had", "also") and lower[last + 1 : last + 2] in _HAS)):
        return True  # *the Lantern said*
    if _in_marks(tokens, first, last):
        return True
    if after in ("’s", "'s", "'", "’") and start != first and last + 1 < count and tokens.name[last + 1] == "B-PERSON":
        return True  # *The Lantern's Ada Moss*
    if after not in _WEEKDAYS and after[0].isalpha() and words[last][0].isupper() and words[last] != "I":
        return False
    before = lower[start - 1] if start else ""
    if before == "with" and any(word in _TALKS for word in lower[max(0, start - 5) : start - 1]):
        return True
    if before in ("’s", "'s") or before in _QUOTES:
        return start > 1 and words[start - 2].isupper()
    if before == "in" and "published" in lower[max(0, start - 5) : start]:
        return True
    if before == "for" or (before in ("on", "in", "up") and lower[first] == "hill"):
        return False
    if start != first or words[first - 1] == "The":
        return before in SLOTS
    return before in _NARROW or (before == "to" and start > 1 and lower[start - 2] == "according") or before == "on"


def _in_marks(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words fill a pair of quotation marks (*on “Today”*)."""
    words, count = tokens.words, len(tokens)
    before = first > 0 and words[first - 1] in _QUOTES
    if not before and not (first > 1 and words[first - 1] == "The" and words[first - 2] in _QUOTES):
        return False
    return last < count and (
        words[last] in _QUOTES or (words[last] in ",." and last + 1 < count and words[last + 1] in _QUOTES)
    )


def _shaped(tokens: Tokens, i: int, low: int, called: bool) -> Mention | None:
    """A name in capitals that ends like a newspaper's or a station's; `called` where a longer name before ended so."""
    words, lower, count = tokens.words, tokens.lower, len(tokens)
    if not words[i][0].isupper() or (words[i].isupper() and len(words[i]) > 3):
        return None
    risky = lower[i] in _RISKY_HEADS and not called
    first = i
    while first > max(low, i - 5):
        before = words[first - 1]
        if before[0].isupper() and lower[first - 1] not in ("the", "a", "an"):
            first -= 1
        elif before in _SMALL and first - 2 >= low and words[first - 2][0].isupper() and lower[first - 2] != "the":
            first -= 2
        elif before.isdigit() and len(before) < 3 and first - 2 >= low and words[first - 2][0].isupper():
            first -= 2  # *Channel 6 News*
        else:
            break
    if first and tokens.sentence[first] != tokens.sentence[i]:
        return None
    the = first > 0 and lower[first - 1] == "the"
    somebody = tokens.name[i].endswith("PERSON") and not (the and first < i)  # *the Fenland Mercury* is nobody
    if somebody or lower[first] in _NOT_BEFORE or lower[i - 1] in _NOT_BEFORE:
        return None
    risky = risky and not (lower[i] in _STATIONS and first < i and lower[first] not in _NO_STATIONS)
    last = i + 1
    joined = last + 1 < count and lower[last] == "-" and words[last + 1][0].isupper()
    if joined:
        last += 2
    while last < count and words[last][0].isupper() and lower[last] in _HEADS and last < i + 3:
        last += 1  # *the Anytown News Sentinel*
    if (
        not joined
        and last < count
        and (
            (words[last][0].isupper() and words[last] != "I" and lower[last] not in _WEEKDAYS | _HEADS)
            or lower[last] == "of"
        )
    ):
        return None
    start = first - 1 if the else first
    slot = (start > 0 and lower[start - 1] in SLOTS) or (last < count and lower[last] in _REPORTS)
    slot = slot or (lower[last : last + 1] in (["has"], ["had"]) and lower[last + 1 : last + 2] == ["reported"])
    if first == i and not (the and slot and not risky):
        return None
    if risky and not the and not slot:
        return None
    name = tokens.text[tokens.start[first] : tokens.end[last - 1]]
    on_air = lower[last - 1] in _ON_AIR or lower[first] == "channel"
    return Mention(start, last, f"the {name}" if first == i else name, None, on_air, first != i and not risky)


def _told_the(tokens: Tokens, i: int) -> Mention | None:
    """*told The Coastal*: a *The* in capitals after *told* is the first word of an outlet's name."""
    end = i + 1
    while end < len(tokens) and end < i + 6 and tokens.words[end][0].isupper() and tokens.lower[end] not in _WEEKDAYS:
        end += 1
    if end == i + 1 or tokens.depth[i]:
        return None
    return Mention(i, end, tokens.text[tokens.start[i] : tokens.end[end - 1]], None, False, False)


def _site(tokens: Tokens, i: int) -> Mention | None:
    """*Harbour.com*: a site by its domain."""
    end, start, word = tokens.end, tokens.start, tokens.words[i]
    if tokens.words[i + 1] != "." or start[i + 1] != end[i] or start[i + 2] != end[i + 1]:
        return None
    if not word[0].isupper() or (i and start[i] == end[i - 1] and tokens.words[i - 1] not in _QUOTES):
        return None
    return Mention(i, i + 3, tokens.text[start[i] : end[i + 2]], None, tokens.lower[i + 2] in ("tv", "fm"), False)


def _described(tokens: Tokens, i: int, low: int) -> Mention | None:
    """An outlet that is not named: *state television*, *a local newspaper*, *the official news agency*; not just *the paper*."""
    words, lower = tokens.words, tokens.lower
    if words[i][0].isupper():
        return None
    first = i
    while first > max(low, i - 5) and (
        lower[first - 1] in _ADJECTIVES
        or lower[first - 1] in _BEFORE_AGENCY
        or lower[first - 1] in _THINGS
        or lower[first - 1] == "-"
        or tokens.name[first - 1].endswith("LOCATION")
    ):
        first -= 1
    if lower[i] == "agency" and not (i > first and lower[i - 1] in _BEFORE_AGENCY):
        return None
    if (
        first > low + 1
        and lower[first] in _BEFORE_NAMED
        and words[first - 1][0].isupper()
        and lower[first - 2] in _TOLD
    ):
        return None  # *told Hillside community radio*
    placed = any(tag.endswith("LOCATION") for tag in tokens.name[first:i])
    if first == i or not (placed or any(word in _ADJECTIVES for word in lower[first:i])):
        return None
    last = i + 1
    while last < len(words) and lower[last] in _THINGS and words[last].islower():
        last += 1
    if (
        first > 1
        and first > low
        and words[first - 1].isupper()
        and len(words[first - 1]) > 1
        and lower[first - 2] == "the"
    ):
        return Mention(first - 2, last, words[first - 1], None, lower[i] in _ON_AIR, False)
    named = last
    while named < len(words) and named < last + 4 and words[named][0].isupper() and lower[named] not in _WEEKDAYS:
        named += 1
    start = first - 1 if first and lower[first - 1] in ("a", "an", "the", "another", "several") else first
    name = tokens.text[tokens.start[start] : tokens.end[last - 1]]
    name = name[:1].lower() + name[1:] if start != first else name
    named_beside = beside(tokens, last) if lower[start] in ("a", "an", "another") else 0
    if named_beside:
        name = named_in(tokens, last, named_beside)
        return Mention(start, named_beside, name, None, lower[i] in _ON_AIR, False)
    nobody = tokens.name[last] in ("O", "B-ORGANIZATION", "B-MISC") if last < len(words) else False
    if lower[last - 1] == "agency" and named == last + 1:
        nobody = True  # *state news agency Tasin*, whatever its tag
    if named > last and lower[last - 1] != "media" and nobody:
        name = tokens.text[tokens.start[last] : tokens.end[named - 1]]
        return Mention(start, named, name, None, lower[i] in _ON_AIR, False)
    return Mention(start, last, name, None, lower[i] in _ON_AIR, False, True)

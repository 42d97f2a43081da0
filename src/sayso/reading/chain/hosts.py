"""Those who interview: hosts whom a programme is called after, and others by their office or by *an interview with*."""

from __future__ import annotations

from functools import lru_cache

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.names import Named
from sayso.reading.outlets import Outlet, lexicon
from sayso.reading.people.lexicon import FIRST_NAMES
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

_SUFFIXES = word_set("show program programme report live tonight reports")
_OFFICES = word_set("host anchor interviewer broadcaster presenter blogger moderator columnist journalist")
_AIRED = word_set("host anchor broadcaster presenter")
_SLOT = word_set("told tells telling tell to with")
_AIR = word_set("radio television tv talk talk-show cable show")
_NO_NAMES = v.TIMES | v.PERIODS | word_set("late world news good")
_TITLES = word_set("mr mrs ms dr sir president senator sen rep gov governor")
MOST = 4
"""Words of a name, and of what stands before an office; keeps a text in capitals linear."""


@lru_cache(maxsize=1)
def _hosts() -> dict[str, tuple[tuple[str, ...], Outlet]]:
    """Hosts by the last word of their name: *levin* for *The Mark Levin Show*; the name, and the programme."""
    out: dict[str, tuple[tuple[str, ...], Outlet]] = {}
    for forms in lexicon().forms.values():
        for form in forms:
            if form.outlet.kind != "programme":
                continue
            words = form.words
            if "with" in words[1:-2]:
                name = words[words.index("with") + 1 :]
            elif len(words) == 3 and (words[-1] in _SUFFIXES or words[0] in FIRST_NAMES):
                name = words[:-1]
            else:
                continue
            if 2 <= len(name) <= MOST and len(name[0]) > 1 and not _NO_NAMES & set(name):
                out.setdefault(name[-1], (name, form.outlet))
    for last, (name, _) in list(out.items()):
        # a programme that is called by the last name alone is the better known: *Hannity*
        mine = next((form.outlet for form in lexicon().forms.get(last, ()) if form.words == (last,)), None)
        if mine is not None and mine.kind == "programme":
            out[last] = (name, mine)
    return out


def interviewers(tokens: Tokens, taken: list[Named]) -> list[Named]:
    """Interviewers where words are said to them, in order, outside the names that are `taken`. `name` is the broadcaster of the
    host's programme by the lexicon, else the interviewer's own."""
    covered = bytearray(len(tokens))
    for named in taken:
        covered[named.first : named.last] = b"\1" * (named.last - named.first)
    known: set[str] = set()
    for named in taken:
        known.update(word.lower() for word in named.programme.split())
        known.update(word.lower() for word in (*named.name.split(), *named.person.split()))
    out: list[Named] = []
    at = 0
    lower = tokens.lower
    for i, low in enumerate(lower):
        if i < at or covered[i]:
            continue
        made = _host(tokens, i, known) if low in _hosts() else None
        if made is None and low in _OFFICES:
            made = _by_office(tokens, i)
        if made is None and low == "with" and i > 1 and lower[i - 1] in v.INTERVIEW and not covered[i - 2]:
            made = _interviewing(tokens, i + 1)
        if made is not None and not any(covered[made.first : made.last]):
            out.append(made)
            at = made.last
    return out


def _host(tokens: Tokens, i: int, known: set[str]) -> Named | None:
    """A host by the last word of the name: after *told* and the like, or before *'s show*."""
    words, lower = tokens.words, tokens.lower
    if not words[i][0].isupper():
        return None
    name, outlet = _hosts()[lower[i]]
    first = i - len(name) + 1
    if first < 0 or tuple(lower[first : i + 1]) != name:
        if lower[i] not in known or (i and words[i - 1][0].isupper() and lower[i - 1] not in _TITLES):
            return None
        first = i
    else:
        known.add(lower[i])
    last = i + 1
    show = last + 1 < len(lower) and lower[last] in ("’s", "'s") and _show(tokens, last + 1)
    before = _slot(tokens, first)
    if show:
        last = show
    elif lower[before] not in _SLOT or before < 0:
        return None
    person = tokens.text[tokens.start[first] : tokens.end[i]]
    home = lexicon().home(outlet).name
    if not outlet.parent and not show:
        home = " ".join(word.title() for word in name) if first == i else person
    return Named(first, last, home, True, outlet.name if show else "", person)


def _show(tokens: Tokens, at: int) -> int:
    """The end of *show*, *radio show*, *programme* from word `at` on; 0 where it is none."""
    for end in range(at, min(at + 3, len(tokens))):
        if tokens.lower[end] in ("show", "program", "programme", "podcast"):
            return end + 1
        if tokens.lower[end] not in v.ROLES and tokens.lower[end] not in _AIR:
            return 0
    return 0


def _slot(tokens: Tokens, first: int) -> int:
    """The word before a name and the offices before it, -1 where there is none."""
    low = tokens.sentences[tokens.sentence[first]][0]
    at = first - 1
    while (
        at >= low
        and first - at <= 2 * MOST
        and (tokens.lower[at] in v.ROLES or tokens.lower[at] in v.LOCAL or tokens.lower[at] in _AIR)
    ):
        at -= 1
    return at if at >= low else -1


def _by_office(tokens: Tokens, i: int) -> Named | None:
    """*told radio host Ada Moss*, *an interview with talk-show host Ada Moss*: the name behind an office."""
    words, lower = tokens.words, tokens.lower
    end = _name(tokens, i + 1)
    if end - i < 2:
        return None
    low = tokens.sentences[tokens.sentence[i]][0]
    first = i
    while first > low and i - first < 2 * MOST and lower[first - 1] not in _SLOT:
        before = lower[first - 1]
        if not (
            before in v.ROLES
            or before in v.LOCAL
            or before in _AIR
            or words[first - 1][0].isupper()
            or before in ("a", "the", "-")
        ):
            return None
        first -= 1
    if first == low or lower[first - 1] not in _SLOT:
        return None
    name = tokens.text[tokens.start[i + 1] : tokens.end[end - 1]]
    host = _hosts().get(lower[end - 1])
    if host is not None and tuple(lower[i + 1 : end]) == host[0] and host[1].parent:
        return Named(first, end, lexicon().home(host[1]).name, True, "", name)
    aired = lower[i] in _AIRED or any(word in _AIR for word in lower[first:i])
    return Named(first, end, name, aired, "", name, described=True)


def _interviewing(tokens: Tokens, at: int) -> Named | None:
    """*an interview with Ada Moss*: a name of two words and more."""
    if at + 1 < len(tokens) and tokens.lower[at] == "the":
        at += 1
    if at < len(tokens) and tokens.name[at].endswith("ORGANIZATION"):
        return _by_organization(tokens, at)
    end = _name(tokens, at)
    if end - at < 2 or tokens.lower[at] in _TITLES or tokens.lower[at - 1] == "the":
        return None
    if end < len(tokens) and tokens.lower[end] in ("’s", "'s", "of"):
        return None
    name = tokens.text[tokens.start[at] : tokens.end[end - 1]]
    return Named(at, end, name, False, "", name, described=True)


def _name(tokens: Tokens, at: int) -> int:
    """The end of a person's name that begins with word `at`; `at` where none does."""
    end = at
    while end < len(tokens) and end < at + MOST and tokens.words[end][0].isupper() and tokens.lower[end] not in v.TIMES:
        if tokens.name[end].endswith(("ORGANIZATION", "MISC", "LOCATION")):
            return at
        end += 1
    return end


_NO_OUTLETS = word_set(
    "fbi cia police department committee commission agency ministry council service office senate house court board bureau "
    "investigators detectives congress vice president prime minister secretary attorney general "
    "amnesty watch rights foundation institute university union bank group association centre center society trust party "
    "campaign"
)


def _by_organization(tokens: Tokens, at: int) -> Named | None:
    """*An interview with Northline Sport*: a body that interviews is an outlet, unless it is one that questions people."""
    end = at
    while end < len(tokens) and end < at + MOST and tokens.words[end][0].isupper():
        end += 1
    if end == at or not _NO_OUTLETS.isdisjoint(tokens.lower[at:end]) or tokens.lower[at] in v.TIMES:
        return None
    if end < len(tokens) and tokens.lower[end] in ("of", "’s", "'s"):
        return None
    return Named(at, end, tokens.text[tokens.start[at] : tokens.end[end - 1]], False, parts=((at, end),))

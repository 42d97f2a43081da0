"""Outlets as a text goes on to call them: programme and channel together, *the Post* for one named before, their people."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.mention import ORIGINS, Mention
from sayso.reading.outlets import Outlets, lexicon
from sayso.reading.people.lexicon import FIRST_NAMES
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import HopKind

_QUOTES = frozenset("\"'“”‘’")
_DEFINITE = word_set(
    "paper newspaper magazine network station channel broadcaster website site agency outlet programme program "
    "show daily tabloid weekly blog"
)
_SLOT = word_set("told tells telling tell to by with")
_SAYING_SO = word_set("newspaper magazine network station channel broadcaster tabloid")
_SAID = word_set("said says wrote writes added quoted")
_PRINTED = word_set("paper newspaper magazine daily tabloid weekly")
_AIRED = word_set("network station channel broadcaster programme program show")


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet where it is named, with its programme and journalist: words `first` up to `last`. `name` is that of the outlet,
    `mention` the words of `spans` that name it. `person` is the journalist."""

    first: int
    last: int
    name: str
    on_air: bool
    programme: str = ""
    person: str = ""
    network: bool = False
    described: bool = False
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def kind(self) -> HopKind:
        """The hop that it makes of what was said to it or on it."""
        return HopKind.BROADCAST if self.on_air else HopKind.PUBLISHED


@dataclass(slots=True)
class _Memory:
    by_last_word: dict[str, set[str]] = field(default_factory=dict)
    people: dict[str, Named] = field(default_factory=dict)
    latest: dict[str, Named] = field(default_factory=dict)

    def last(self, noun: str) -> Named | None:
        """The outlet named last that a noun can stand for: *the newspaper* is no channel and no agency."""
        if noun in _PRINTED:
            return self.latest.get("printed")
        if noun in _AIRED:
            return self.latest.get("aired")
        return self.latest.get("agency" if noun == "agency" else "any")


def known_names(tokens: Tokens, mentions: list[Mention]) -> list[Named]:
    """Every outlet that the text names or points to, in order: each mention with what belongs to it, *the paper*, and journalists
    whose outlet was given before."""
    known = lexicon()
    memory = _Memory()
    joined = _joined(tokens, mentions, known)
    out: list[Named] = []
    lower, words = tokens.lower, tokens.words
    at = 0
    by_first = {named.first: named for named in joined}
    i = 0
    while i < len(lower):
        named = by_first.get(i)
        if named is not None and i >= at:
            named = _in_full(_told_of(tokens, named, memory), memory)
            out.append(named)
            _remember(named, memory)
            at = named.last
            i = max(named.last, i + 1)
            continue
        low = lower[i]
        the = _the(tokens, i) if low in _DEFINITE else 0
        said = low in _SAYING_SO and i + 1 < len(lower) and lower[i + 1] in _SAID and memory.last(low) is not None
        if the and (
            said or (the >= 1 and lower[the - 1] in _SLOT) or (i + 1 < len(lower) and lower[i + 1] in v.REPORT)
        ):
            last = memory.last(low)
            if last is None and (low == "agency" or i - the > 1):  # any office may be called so
                i += 1
                continue
            name = last.name if last else f"the {low}"
            out.append(
                Named(
                    the,
                    i + 1,
                    name,
                    last.on_air if last else low in ("network", "station", "channel", "show"),
                    described=last is None,
                )
            )
        elif low in memory.people and words[i][0].isupper() and i >= at:
            who = memory.people[low]
            first = i
            while first > at and words[first - 1][0].isupper() and words[first - 1] in who.person.split():
                first -= 1
            out.append(Named(first, i + 1, who.name, who.on_air, who.programme, who.person))
        i += 1
    return out


def _the(tokens: Tokens, i: int) -> int:
    """The *the* before a noun, at most one word of sameness or origin between them (*the same paper*, *the Coastish agency*);
    0 where there is none."""
    if i >= 1 and tokens.lower[i - 1] in ("the", "that"):
        return i - 1
    if i < 2 or tokens.lower[i - 2] != "the":
        return 0
    of = tokens.lower[i - 1]
    return i - 2 if of == "same" or (tokens.words[i - 1][0].isupper() and of.endswith(ORIGINS)) else 0


def _told_of(tokens: Tokens, named: Named, memory: _Memory) -> Named:
    """*The French daily* as the outlet that the text named last, of that sort."""
    words = tokens.lower[named.first : named.last]
    if not named.described or words[0] != "the" or len(words) > 3 or words[-1] not in _DEFINITE:
        return named
    if not tokens.words[named.last - 2][0].isupper() and words[1] not in ("same", "local"):
        return named
    last = memory.last(words[-1])
    return named if last is None else Named(named.first, named.last, last.name, last.on_air, parts=named.parts)


def _joined(tokens: Tokens, mentions: list[Mention], known: Outlets) -> list[Named]:
    """The mentions with programme and channel put together, and with the journalist named beside them."""
    out: list[Named] = []
    i = 0
    while i < len(mentions):
        one = mentions[i]
        group = [one]
        while i + 1 < len(mentions) and _goes_on(tokens, group[-1].last, mentions[i + 1].first):
            i += 1
            group.append(mentions[i])
        out.append(_one(tokens, group, known))
        i += 1
    return out


def _goes_on(tokens: Tokens, last: int, first: int) -> bool:
    """Whether only marks, roles and *'s* lie between two mentions: *CNN's “New Day”*, *CNN affiliate WXYZ*."""
    if first - last > 4 or (
        last < len(tokens) and tokens.sentence[last] != tokens.sentence[first - 1] and first > last
    ):
        return False
    between = tokens.lower[last:first]
    return all(
        word in ("’s", "'s", "’", "'", "“", '"', "‘", "the", "of", "from", "city", "local") or word in v.ROLES
        for word in between
    ) and (bool(between))


def _one(tokens: Tokens, group: list[Mention], known: Outlets) -> Named:
    first, last = group[0].first, group[-1].last
    programme = next((m.name for m in group if m.outlet is not None and m.outlet.kind == "programme"), "")
    channels = [m for m in group if m.outlet is None or m.outlet.kind != "programme"]
    if channels and any(tokens.lower[at] == "affiliate" for at in range(first, last)):
        main = channels[-1]
    else:
        main = channels[0] if channels else group[0]
    name, on_air = main.name, main.on_air
    if main.outlet is not None and main.outlet.kind == "programme":
        name = known.home(main.outlet).name
    if programme:
        on_air = True
    person, low, high = _journalist(tokens, first, last)
    if programme and high < len(tokens) and any(word in _QUOTES for word in tokens.words[max(0, low - 1) : high]):
        if tokens.words[high] in _QUOTES:
            high += 1
        elif high + 1 < len(tokens) and tokens.words[high] in ".," and tokens.words[high + 1] in _QUOTES:
            high += 2
    network = main.outlet is not None and main.outlet.kind == "network"
    parts = tuple((m.first, m.last) for m in group)
    return Named(low, high, name, on_air, programme, person, network, main.described, parts)


def _journalist(tokens: Tokens, first: int, last: int) -> tuple[str, int, int]:
    """The journalist named with an outlet, and where both begin and end: *CNN's Ada Moss*, *Ada Moss of CNN*."""
    words, lower, count = tokens.words, tokens.lower, len(tokens)
    at = last
    possessive = at < count and lower[at] in ("’s", "'s", "’", "'")
    if possessive:
        at += 1
    roles = at
    while at < count and lower[at] in v.ROLES:
        at += 1
    if (possessive or at > roles) and at < count and words[at][0].isupper():
        end = at
        while (
            end < count
            and end < at + 4
            and (
                words[end][0].isupper()
                or (words[end] == "." and len(words[end - 1]) == 1)
                or (
                    words[end] in "'’"
                    and end + 1 < count
                    and words[end + 1][0].isupper()
                    and tokens.start[end + 1] == tokens.end[end]
                )
            )
            and lower[end] not in v.TIMES
        ):
            end += 1
        if (
            end > at
            and (lower[at] in FIRST_NAMES or not tokens.name[at].endswith(("ORGANIZATION", "MISC", "LOCATION")))
            and (end - at > 1 or tokens.name[at] == "B-PERSON")
        ):
            return tokens.text[tokens.start[at] : tokens.end[end - 1]], first, end
    if first > 1 and lower[first - 1] in ("of", "from", "at", "with", "for") and words[first - 2][0].isupper():
        low = first - 1
        while (
            low > max(0, first - 6) and words[low - 1][0].isupper() and lower[low - 1] not in ("the", "in", "on", "at")
        ):
            low -= 1
        if 2 <= first - 1 - low <= 3 and not tokens.name[low].endswith(("ORGANIZATION", "MISC", "LOCATION")):
            return tokens.text[tokens.start[low] : tokens.end[first - 2]], low, last
    return "", first, last


def _in_full(named: Named, memory: _Memory) -> Named:
    """*The Post* as the outlet whose full name stands before and ends so, where only one does."""
    name = named.name
    if name.startswith("the ") and " " not in name[4:]:
        full = memory.by_last_word.get(name[4:].lower(), set())
        if len(full) == 1:
            return Named(
                named.first, named.last, next(iter(full)), named.on_air, named.programme, named.person, named.network,
                named.described, named.parts,
            )  # fmt: skip
    return named


def _remember(named: Named, memory: _Memory) -> None:
    if named.network:
        return
    last = named.name.split()[-1].lower()
    if not (named.name.startswith("the ") and named.name.count(" ") == 1):
        memory.by_last_word.setdefault(last, set()).add(named.name)
    if named.person and " " in named.person:
        memory.people[named.person.split()[-1].lower()] = named
    if named.described:
        return
    outlet = lexicon().of(named.name)
    if outlet is not None and outlet.kind == "agency":
        memory.latest["agency"] = named
    else:
        memory.latest["any"] = memory.latest["aired" if named.on_air else "printed"] = named

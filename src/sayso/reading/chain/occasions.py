"""Where an article's words may have been said, or through whom they may have come: found generously, chosen among later."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.carriers import carrier
from sayso.reading.chain.clue import Clue, Sort
from sayso.reading.chain.hops import Draft
from sayso.reading.chain.names import Named
from sayso.reading.chain.places import ends_there
from sayso.reading.chain.sessions import TO_COME, far_off, long_ago, turns
from sayso.reading.chain.stage import Stage
from sayso.reading.words import word_set
from sayso.records import Hop, HopKind, Venue, Why

MOST = 4000
"""Occasions of an article that are looked at; keeps a hostile text quick."""
AROUND = 30
"""Words before and after an occasion in which those who were there are looked for; keeps an endless sentence linear."""
BACK = 8
"""Words of a noun phrase before its head."""
AHEAD = 5
"""Words behind the noun of an occasion in which its outlet may be named (*an op-ed in this week's Courier*)."""
_WHY = Why("fit: an occasion of the article")


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that an article's words may come from, named in words `first` up to `last`: where it was said (`venue`), the
    outlet that it was said to or that passed it on (`hop`). `keys` are the speakers that its own words give it, `near` all that
    its sentence mentions. `group` is the sort of occasion that weights go by, `said` that an attribution stands with it."""

    first: int
    last: int
    group: str
    hop: Hop | None
    named: Named | None
    venue: Venue | None
    relays: tuple[Hop, ...]
    keys: frozenset[str]
    near: frozenset[str]
    said: bool
    fronted: bool
    paragraph: int
    sentence: int
    definite: bool = False
    over: bool = False
    """Told of as past then (*had said in her first book*, *in 2010, Moss told …*): nothing else is from there."""
    turns: bool = False
    """Its sentence begins with *But*, or its words of saying have *later* or the like: nothing before is from there."""

    @property
    def outcome(self) -> tuple[str, str]:
        """What it would give an attribution: two occasions of one outcome are one for all that is counted."""
        hop = self.hop or (self.relays[0] if self.relays else None)
        if hop is not None:
            return "", (hop.actor or "").lower()
        return (self.venue.kind if self.venue is not None else ""), ""


GROUPS = {
    **dict.fromkeys(("interview", "conversation", "podcast", "programme", "broadcast"), "talk"),
    **dict.fromkeys(("article", "book", "letter", "email", "website"), "written"),
    **dict.fromkeys(("statement", "message"), "statement"),
    **dict.fromkeys(("post",), "post"),
    **dict.fromkeys(("speech", "debate", "event", "floor"), "speech"),
    **dict.fromkeys(("news conference", "call", "hearing", "testimony"), "hearing"),
    **dict.fromkeys(("document", "court papers", "ruling", "report"), "document"),
    **dict.fromkeys(("video", "advertisement"), "video"),
}
_MORE = {
    word: kind
    for kind, listed in {
        "floor": "filibuster",
        "event": "gathering convention protest vigil march reception luncheon roundtable stop appearance",
        "speech": "announcement testimony talk",
        "article": "manifesto passage interview excerpt opinion",
        "interview": "interviews conversations discussion",
        "programme": "episode edition segment",
    }.items()
    for word in listed.split()
}
_NOUNS = {**_MORE, **v.VENUES}
_NEVER = word_set("site page program programme show opinion evidence case text mail stop report paper film ad draft")
"""Nouns of places that mean too much else where no preposition puts somebody there."""
_PARTS = word_set("segment episode edition broadcast instalment installment")
"""Parts of a programme, which belong to the channel that was named before."""
_MARKS = frozenset('“”"‘’')
_LINKS = word_set("for in on with to by at before from of")
_PHRASE = ("J", "N", "C", "D", "P", "V")


def occasions_of(stage: Stage) -> list[Occasion]:
    """The occasions of an article in order, those with an outlet first at one place. Linear in the words."""
    return _Finder(stage).all()


class _Finder:
    def __init__(self, stage: Stage) -> None:
        self.own, self.drafts, self.voices, self.maker = stage.own, stage.drafts, stage.voices, stage.maker
        self.scene, self.places = stage.scene, stage.maker.places
        maker = stage.maker
        self.tokens = maker.tokens
        self.out: list[Occasion] = []
        self.covered = bytearray(len(self.tokens))
        named = {each.first: each for each in maker.mention_at.values() if each.on_air and not each.described}
        self.aired = [named[first] for first in sorted(named)]

    def all(self) -> list[Occasion]:
        for i, draft in enumerate(self.drafts):
            self._said(i, draft)
        for clue in self.own.loose:
            self._loose(clue)
        self._nouns()
        for poll in self.maker.polls.all:
            hop = Hop(HopKind.REPORTED, poll.name, None, (self.tokens.span(poll.first, poll.last),), False, _WHY)
            self._add(poll.first, poll.last, "poll", relays=(hop,))
        self.out.sort(key=lambda each: (each.first, each.hop is None))
        return self.out[:MOST]

    def _said(self, i: int, draft: Draft) -> None:
        """What an attribution's own words say."""
        own = [clue for clue in self.own.by_frame.get(i, []) if clue.sort not in (Sort.TRANSLATED, Sort.CITED)]
        here = [hop for hop in draft.relays if not hop.inferred and hop.actor]
        placed = draft.outlet is not None and not draft.outlet.inferred
        venue = draft.venue if draft.venue is not None and not draft.venue.inferred else None
        if not (here or placed or venue is not None):
            return
        frame = self.own.frames[i]
        for clue in own:
            self._cover(clue.first, clue.last)
        first, last = (own[0].first, own[-1].last) if own else (frame.low, frame.high)
        key = self.voices[frame.found.id].key
        named = frozenset() if frame.source is None else frozenset(self._mentioned(*frame.source)[-1:])
        group = _group(None if venue is None else venue.kind)
        if venue is None:
            group = "told" if placed else "relay"
        self._add(
            first, last, group, hop=draft.outlet if placed else None, named=draft.named, venue=venue,
            relays=tuple(here), keys=named | {key} - {""}, said=True, definite=draft.definite,
            over=self._is_over(i), cue=frame.cue,
        )  # fmt: skip

    def _is_over(self, i: int) -> bool:
        frame = self.own.frames[i]
        cue = set(self.tokens.lower[slice(*frame.cue)]) if frame.cue is not None else set()
        return "had" in cue or long_ago(self.scene, frame)

    def _loose(self, clue: Clue) -> None:
        """Words that show a place or an outlet and that no attribution owns."""
        if clue.sort in (Sort.TRANSLATED, Sort.CITED, Sort.OATH) or self.tokens.depth[clue.trigger]:
            return
        if set(self.tokens.lower[max(0, clue.first - 3) : clue.first + 1]) & v.POSSESSIVE:
            return  # somebody's own: *she cites the minister's interview with …*
        if set(self.tokens.lower[clue.first : clue.last]) & TO_COME:
            return
        if clue.sort is Sort.AT and clue.first and self.tokens.lower[clue.first - 1] == "to":
            return  # who speaks to a debate may be elsewhere
        hop = None
        relays: tuple[Hop, ...] = ()
        venue = None if clue.venue is None else self.maker.venue(clue)
        if clue.named is not None and clue.sort is Sort.BY:
            relays = (self._hop(clue.named, HopKind.REPORTED, clue.first, clue.last),)
        elif clue.named is not None:
            hop = self._hop(clue.named, clue.named.kind, clue.first, clue.last)
        if hop is None and venue is None and not relays:
            return
        self._cover(clue.first, clue.last)
        group = _group(clue.venue) if clue.venue is not None else "relay" if relays else "told"
        self._add(
            clue.first, clue.last, group, hop=hop, named=clue.named, venue=venue, relays=relays, definite=clue.definite
        )

    def _nouns(self) -> None:
        """Places that no rule took: a noun for a place with a determiner or an owner, with the outlet behind or in it."""
        tokens = self.tokens
        for i, low in enumerate(tokens.lower):
            if low not in _NOUNS or self.covered[i] or tokens.depth[i] or tokens.pos[i][:1] not in ("N", ""):
                continue
            start = self._start(i)
            if start is None or not ends_there(tokens, i + 1) or set(tokens.lower[start:i]) & TO_COME:
                continue
            if start and tokens.lower[start - 1] == "to":
                continue
            last, named = self._end(i, start)
            kind = _NOUNS[low]
            if named is None and low in _PARTS:
                named = self._last_on_air(i)
            if low in _NEVER and named is None:
                continue
            hop = None if named is None else self._hop(named, named.kind, start, last)
            span = tokens.span(start, last)
            venue = Venue(kind, " ".join(span.of(tokens.text).split()).rstrip(",."), (span,))
            self._cover(start, last)
            self._add(
                start, last, _group(kind), hop=hop, named=named, venue=venue, definite=tokens.lower[start] == "the"
            )

    def _start(self, i: int) -> int | None:
        """Where the noun phrase with the noun `i` begins; `None` where no determiner, owner or name begins it."""
        tokens = self.tokens
        lower, words, pos = tokens.lower, tokens.words, tokens.pos
        low = max(tokens.sentences[tokens.sentence[i]][0], i - BACK)
        start = i
        while start > low:
            before = lower[start - 1]
            if before in v.DETERMINERS:
                return start - 1
            if before in _MARKS and start - 1 > low:
                start -= 1
                continue
            if before in v.STOPS or before in v.SAYING or before in v.INTO or self.covered[start - 1]:
                break
            if before not in v.POSSESSIVE and before in v.ENDS:
                break
            if pos[start - 1] and pos[start - 1][0] not in _PHRASE:
                break
            start -= 1
        if start < i and (words[start][0].isupper() and (start > low or lower[start - 1 : start] != [])):
            return start
        return None

    def _end(self, i: int, start: int) -> tuple[int, Named | None]:
        """The end of its name, and the outlet that it names, in it or right behind."""
        tokens = self.tokens
        for at in range(start, i):
            named = self.maker.mention_at.get(at)
            if named is not None and not named.described:
                return i + 1, named
        limit = min(len(tokens), i + 1 + AHEAD)
        for at in range(i + 1, limit):
            named = self.maker.mention_at.get(at)
            if named is not None:
                if tokens.lower[max(i + 1, named.first - 1)] in _LINKS or tokens.lower[i + 1] in _LINKS:
                    return named.last, named
                break
            if tokens.lower[at] in v.STOPS:
                break
        last = i + 1
        carried = carrier(tokens, i, start)
        if carried is not None:
            return carried.last, carried
        if last + 1 < len(tokens) and tokens.lower[last] in _LINKS:
            end = last + 1
            while (
                end < len(tokens)
                and end < last + 8
                and (tokens.words[end][0].isupper() or tokens.lower[end] in ("the", "a", "of", "and"))
            ):
                end += 1
            while end > last + 1 and not tokens.words[end - 1][0].isupper():
                end -= 1
            if end > last + 1 and tokens.words[end - 1][0].isupper():
                last = end
        return last, None

    def _last_on_air(self, i: int) -> Named | None:
        """The channel named last before *the segment*, in its paragraph or the two before."""
        at = bisect_left(self.aired, i, key=lambda named: named.first) - 1
        if at < 0 or self.tokens.paragraph[i] - self.tokens.paragraph[self.aired[at].first] > 2:
            return None
        return self.aired[at]

    def _hop(self, named: Named, kind: HopKind, first: int, last: int) -> Hop:
        return Hop(kind, named.name, None, (self.tokens.span(first, last),), False, _WHY)

    def _cover(self, first: int, last: int) -> None:
        self.covered[first:last] = b"\1" * (last - first)

    def _add(
        self, first: int, last: int, group: str, *, hop: Hop | None = None, named: Named | None = None,
        venue: Venue | None = None, relays: tuple[Hop, ...] = (), keys: frozenset[str] | None = None, said: bool = False,
        definite: bool = False, over: bool = False, cue: tuple[int, int] | None = None,
    ) -> None:  # fmt: skip
        tokens = self.tokens
        if hop is not None and self.maker.home.is_own(hop, named):
            hop = None  # the article's last hop says so
            if venue is None:
                return
        low, high = tokens.sentences[tokens.sentence[first]]
        over = over or any(far_off(tokens, at) for at in range(first, min(high, last + 3)))
        near = self._mentioned(max(low, first - AROUND), min(high, last + AROUND))
        if keys is None:
            before = self._mentioned(max(low, first - AROUND), first)
            keys = frozenset(before[-1:]) or frozenset(self._mentioned(last, min(high, last + AROUND))[:1])
            if named is not None and named.person:
                keys = keys | {named.person.split()[-1].lower(), *self._mentioned(named.first, named.last)}
            if not keys and low > 0 and tokens.paragraph[low - 1] == tokens.paragraph[first]:
                before = self._mentioned(max(tokens.sentences[tokens.sentence[low - 1]][0], low - AROUND), low)
                keys = frozenset(before[:1])
        self.out.append(
            Occasion(
                first, last, group, hop, named, venue, relays, keys, frozenset(near), said, first - low <= 1,
                tokens.paragraph[first], tokens.sentence[first], definite, over, turns(tokens, *(cue or (first, last))),
            )
        )  # fmt: skip

    def _mentioned(self, low: int, high: int) -> list[str]:
        """The keys of those who are mentioned in words `low` up to `high`, in order."""
        if high <= low:
            return []
        tokens = self.tokens
        if self.places.starts:
            a = bisect_left(self.places.starts, tokens.start[low])
            b = bisect_right(self.places.starts, tokens.end[high - 1])
            return self.places.ids[a:b]
        return [tokens.lower[at] for at in range(low, high) if tokens.words[at][0].isupper() and at > low]


def _group(kind: str | None) -> str:
    return "other" if kind is None else GROUPS.get(kind, "other")

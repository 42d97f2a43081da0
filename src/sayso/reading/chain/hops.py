"""Hops and venues made of clues, and put into a chain."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.clue import Clue, Sort
from sayso.reading.chain.home import Home
from sayso.reading.chain.mouths import called, subject
from sayso.reading.chain.names import Named
from sayso.reading.chain.owners import Frame
from sayso.reading.chain.polls import POLLSTERS, Polls
from sayso.reading.chain.sources import Sources
from sayso.reading.chain.speakers import Places, Speaker, bare
from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.reading.words import word_set
from sayso.records import Hop, HopKind, Person, PersonKind, Span, Venue, Why

_LIMITS = word_set("who which that of on in about by from with for at to")
_QUOTING = word_set("quoted quotes quoting cited cites citing reported reports described quote cite")
FARTHEST = 30
"""Words behind a source within which the one stands whom it quotes; chosen by hand."""
_AFTER_NAME = v.BE | v.INTO | v.TIMES | word_set("as at after saying that who of")


@dataclass(slots=True)
class Draft:
    """What is known of one attribution's way: where it was said, and who passed it on; `named` is the outlet of `outlet`."""

    first: Hop
    outlet: Hop | None = None
    named: Named | None = None
    venue: Venue | None = None
    translated: Hop | None = None
    relays: list[Hop] = field(default_factory=list)
    definite: bool = False
    same_as_holder: bool = False
    settled: bool = False
    """Nothing is left to choose: it was said in court."""
    leaked: bool = False
    """A relay got hold of the document that is the source."""

    @property
    def placed(self) -> bool:
        """Whether its own words say where it was said, or to which outlet."""
        return self.outlet is not None or self.venue is not None


class Maker:
    """Makes hops for one scene."""

    def __init__(
        self,
        scene: Scene,
        cast: Cast,
        voices: dict[str, Speaker],
        names: list[Named],
        leads: dict[int, Named],
    ) -> None:
        self.scene, self.tokens, self.text = scene, scene.tokens, scene.prose.text
        self.voices, self.leads = voices, leads
        self.people: dict[int, Person] = {}
        for person in cast.people:
            for mention in person.mentions:
                self.people.setdefault(mention.start, person)
        self.home = Home(scene.article)
        self.polls = Polls(scene.tokens)
        self.places = Places(cast)
        real = [named for named in names if not named.network and not (named.person and not named.parts)]
        self.mention_at = {
            i: named for named in real for a, b in named.parts or ((named.first, named.last),) for i in range(a, b)
        }
        self.part_at = {
            i: (a, b) for named in real for a, b in named.parts or ((named.first, named.last),) for i in range(a, b)
        }
        self.sources = Sources(self.tokens, self.mention_at, self.part_at)

    def draft(self, frame: Frame, clues: list[Clue]) -> Draft:
        """What an attribution's own words and clues say of its way."""
        out = Draft(self._first(frame, clues))
        for clue in clues:
            span = self.tokens.span(clue.first, clue.last)
            if clue.sort is Sort.AT and self.sources.outlet(frame.source) not in (None, clue.named and clue.named.name):
                continue  # *the Courier was first to report it, as was acknowledged in the Herald*
            if clue.sort in (Sort.TO, Sort.AT) and clue.named is not None:
                self._placed(out, clue, clue.named, span)
            elif clue.sort is Sort.BY and self.sources.outlet(frame.source) is not None:
                continue  # *the Courier reported that it is the oldest, according to the Herald*: who passed what on is open
            elif clue.sort is Sort.BY and clue.named is not None:
                if clue.note == "via" and clue.named.on_air:
                    self._placed(out, clue, clue.named, span)
                elif clue.named.person and set(self.tokens.lower[clue.first : clue.last]) & v.COLUMNISTS:
                    out.relays += self._columnist(clue.named, span)
                else:
                    out.relays.append(self._hop(HopKind.REPORTED, clue.named, span, "an outlet that passed it on"))
                    out.leaked = out.leaked or self.tokens.lower[clue.trigger] in v.LEAKED
            elif clue.sort in (Sort.VENUE, Sort.OATH):
                if out.venue is None:
                    out.venue = self.venue(clue)
                out.definite = out.definite or clue.definite
            elif clue.sort is Sort.TRANSLATED:
                by = clue.note if clue.note != "from" else ""
                why = Why("rule: words given in translation")
                out.translated = Hop(HopKind.TRANSLATED, by or None, None, (span,), False, why)
        if out.venue is not None and out.venue.name == "remarks" and out.outlet is not None:
            out.venue = None  # *told Harbour Radio in remarks carried by the Courier*
        self._wrote_there(frame, out)
        if out.outlet is not None and out.first.actor == out.outlet.actor:
            out.outlet = None
        quoting = self._quoting(frame)
        if quoting is not None:
            out.relays.insert(0, quoting)
        self._relayed(frame, out)
        self._led(frame, out)
        self._quoted(frame, out)
        return out

    def _wrote_there(self, frame: Frame, out: Draft) -> None:
        """*writes the Courier's Ada Moss*: it was published there, and what a channel's journalist *reported* was broadcast."""
        if out.outlet is not None or out.relays or frame.source is None or frame.cue is None:
            return
        kind, cue = out.first.kind, set(self.tokens.lower[slice(*frame.cue)])
        if kind not in (HopKind.WROTE, HopKind.REPORTED, HopKind.SAID) or cue & v.ASKS:
            return
        mine = [self.mention_at[at] for at in range(*frame.source) if at in self.mention_at]
        if not mine or not any(each.person or self.sources.writes_for(frame.source, each, kind) for each in mine):
            return
        there = [each for each in mine if each.parts and self.tokens.lower[each.parts[0][0] - 1] in ("at", "in", "for")]
        named = (there or mine)[-1 if there else 0]
        if named.described or (kind is HopKind.SAID and named.on_air) or self.sources.outlet(frame.source) is not None:
            return
        span = self.tokens.span(named.first, named.last)
        how = HopKind.BROADCAST if named.on_air and kind is HopKind.REPORTED else HopKind.PUBLISHED
        out.outlet = self._hop(how, named, span, "the outlet of the one who wrote it")
        out.named = named

    def _quoted(self, frame: Frame, out: Draft) -> None:
        """*Moss is quoted as saying …* without a word on where: somebody passed it on."""
        if frame.cue is None or out.relays or out.outlet is not None:
            return
        words = self.tokens.lower[slice(*frame.cue)]
        if "quoted" in words and any(word in v.BE for word in words):
            span = self.tokens.span(*frame.cue)
            why = Why("rule: quoted in a place that is not named")
            name = self._quoter(frame.cue)
            out.relays.append(Hop(HopKind.REPORTED, name, None, (span,), False, why))

    def _quoter(self, cue: tuple[int, int]) -> str | None:
        """Those by whom somebody *is quoted*, where the words beside the cue say so: *by state news agencies*."""
        lower = self.tokens.lower
        for at in (*range(cue[0], cue[1]), cue[1]):
            if at < len(lower) and lower[at] == "by":
                end = at + 1
                while end < len(lower) and end < at + 6 and lower[end] not in v.STOPS and lower[end] not in _AFTER_NAME:
                    end += 1
                return None if end == at + 1 else bare(self.text[self.tokens.start[at + 1] : self.tokens.end[end - 1]])
        return None

    def _placed(self, out: Draft, clue: Clue, named: Named, span: Span) -> None:
        if out.outlet is None:
            out.outlet = self._hop(named.kind, named, span, "an outlet that it was said to or on")
            out.named = named
        elif out.named is not None and not out.named.parts and out.named.person and named.parts:
            # *told Ada Moss on Sky News*: the channel is in the text, the host's own may be another
            made = self._hop(named.kind, named, span, "an outlet that it was said to or on")
            out.outlet = replace(made, spans=_ordered(*out.outlet.spans, span))
            out.named = named
        elif out.named is not None and named.programme and not out.named.programme:
            out.named = replace(out.named, programme=named.programme)
            out.outlet = replace(out.outlet, spans=_ordered(*out.outlet.spans, span))
        if clue.venue is None and named.programme and out.venue is None:
            span = self.tokens.span(named.first, named.last)
            out.venue = Venue("programme", " ".join(span.of(self.text).split()).strip(',."“” '), (span,))
        if clue.venue is not None:
            venue = self.venue(clue)
            if out.venue is None or (out.venue.kind == venue.kind and len(venue.name) > len(out.venue.name)):
                out.venue = venue

    def venue(self, clue: Clue) -> Venue:
        first = clue.first
        while first < clue.last - 1 and (
            self.tokens.lower[first] in v.INTO or self.tokens.lower[first] in ("of", "with")
        ):
            first += 1
        span = self.tokens.span(first, clue.last)
        name = " ".join(span.of(self.text).split()).rstrip(",.")
        return Venue(clue.venue or "place", name, (span,))

    def leak(self, clue: Clue, named: Named) -> Hop:
        """The hop of an outlet that got hold of a paper."""
        span = self.tokens.span(clue.first, clue.last)
        return self._hop(HopKind.REPORTED, named, span, "an outlet that passed it on")

    def _hop(self, kind: HopKind, named: Named, span: Span, rule: str) -> Hop:
        person = next(
            (
                self.people[s]
                for a, b in named.parts or ((named.first, named.last),)
                for s in self.tokens.start[a:b]
                if s in self.people
            ),
            None,
        )
        notes = [part for part in (named.programme, named.person) if part]
        return Hop(
            kind,
            named.name,
            None if person is None else person.id,
            (span,),
            False,
            Why(f"rule: {rule}", ", ".join(notes)),
        )

    def _columnist(self, named: Named, *spans: Span) -> list[Hop]:
        """A columnist who passed it on, and the paper."""
        why = Why("rule: relay", "a columnist")
        return [
            Hop(HopKind.REPORTED, named.person, None, spans, False, why),
            Hop(HopKind.PUBLISHED, named.name, None, spans[-1:], False, why),
        ]

    def _led(self, frame: Frame, out: Draft) -> None:
        """The outlet whose words the paragraph is: the one before ends *via the Courier:*."""
        if not self.leads or frame.holder >= 0 or out.relays or out.outlet is not None:
            return
        if self.sources.outlet(frame.source) is not None:
            return
        named = self.leads.get(self.tokens.paragraph[min(frame.content[0][0], len(self.tokens) - 1)])
        inside = frame.source is not None and named is not None and frame.source[0] <= named.first < frame.source[1]
        if named is not None and not inside and out.first.actor != named.name:
            span = self.tokens.span(named.first, named.last)
            out.relays.append(self._hop(HopKind.REPORTED, named, span, "the paragraph is an outlet's"))

    def _relayed(self, frame: Frame, out: Draft) -> None:
        """The one who passed it on, as the attributions stage found: *according to the Courier, Moss says …*."""
        relay = self.scene.relays.get(frame.found.id)
        if relay is None:
            return
        if relay.source is None:
            out.relays.append(
                Hop(HopKind.REPORTED, None, None, (relay.cue,), False, Why("rule: relay", "names nobody"))
            )
            return
        first, last = self.tokens.range(relay.source)
        mention = next((self.mention_at[i] for i in range(first, last) if i in self.mention_at), None)
        words = self.tokens.lower[first:last]
        stop = self._head(first, last)
        head = next((word for word in words[:stop] if word in v.DOCUMENTS or word == "reports"), None)
        poll = self.polls.within(first, last)
        if poll is not None:
            mention = None  # *a new Courier poll* is no word of the Courier's
        if mention is None and head is not None and poll is None:
            if out.venue is None and head != "reports":
                name = bare(relay.source.of(self.text))
                kind = v.VENUES.get(head, "document")
                out.venue = Venue("document" if kind == "statement" else kind, name, (relay.source,))
            return
        if mention is None and frame.found.inside is None and self.sources.outlet(frame.source) is not None:
            return
        name = (
            mention.name if mention is not None else poll.name if poll is not None else bare(relay.source.of(self.text))
        )
        if any(hop.actor == name for hop in out.relays):
            return
        person = next((self.people[s] for s in self.tokens.start[first:last] if s in self.people), None)
        spans = _ordered(relay.cue, relay.source)
        if mention is not None and mention.person and set(words) & v.COLUMNISTS:
            out.relays += self._columnist(mention, *spans)
            return
        out.relays.append(
            Hop(HopKind.REPORTED, name, None if person is None else person.id, spans, False, Why("rule: relay"))
        )

    def _first(self, frame: Frame, clues: list[Clue]) -> Hop:
        """The first mouth: who, and by the cue what they did."""
        found, voice = frame.found, self.voices[frame.found.id]
        cue = self.tokens.lower[frame.cue[0] : frame.cue[1]] if frame.cue else []
        words = set(cue)
        outlet = self.sources.outlet(frame.source)
        kind, note = HopKind.SAID, ""
        to_outlet = any(clue.sort is Sort.TO and self.tokens.lower[clue.trigger] in v.TELL for clue in clues)
        own = any(clue.sort is Sort.VENUE and clue.venue in ("statement", "email", "post", "letter") for clue in clues)
        if self._quoting(frame) is not None:
            outlet = None
        elif (outlet is not None and not own) or self._reports(frame, words):
            kind = HopKind.REPORTED
        elif words & v.POST or any(clue.sort is Sort.VENUE and clue.venue == "post" for clue in clues):
            kind = HopKind.POSTED
        elif words & v.TESTIFY or (any(clue.sort is Sort.OATH for clue in clues) and not self._advocate(frame)):
            kind = HopKind.TESTIFIED
        elif words & v.TELL or to_outlet:
            kind = HopKind.TOLD
        elif words & v.WRITE:
            kind = HopKind.WROTE
        name, person = called(self.tokens, found, voice), voice.person
        if words & v.TELL and words & v.BE and "tell" not in words:
            name, person, note = None, None, "the ones who were told are named, not who told them"
        if outlet is not None and (person is None or person.name[:1].islower()):
            name = outlet
        if not found.source and not voice.carried and _is_passive(cue):
            name, person, note = None, None, "a passive that names nobody"
        elif not found.source and frame.cue is not None and frame.holder >= 0 and name is None:
            name = subject(self.tokens, frame.cue[0])
        if self._author(frame) and (person is None or person.kind is not PersonKind.PERSON):
            authors = self.scene.article.authors
            name, note = authors[0] if len(authors) == 1 else "the author", "the one who writes"
        spans = _ordered(*found.source, *found.cue)
        person_id = None if person is None else person.id
        why = Why("rule: the speaker, by the cue" if found.source else "rule: nobody is given", note)
        if voice.carried:
            why, spans = Why("rule: goes on with the speaker before"), ()
        return Hop(kind, name, person_id, spans, voice.carried, why)

    def _author(self, frame: Frame) -> bool:
        """Whether the article's own *I* speaks, outside all quotation."""
        if frame.source is None or frame.holder >= 0 or frame.source[1] - frame.source[0] != 1:
            return False
        return self.tokens.lower[frame.source[0]] in ("i", "me", "my") and not self.tokens.depth[frame.source[0]]

    def cited(self, frame: Frame, clues: list[Clue]) -> Hop | None:
        """Whom the outlet that reports it has it from: *the Courier reported, citing two officials*."""
        if self.sources.outlet(frame.source) is None or self._quoting(frame) is not None:
            return None
        for clue in clues:
            if clue.sort is Sort.CITED:
                span = self.tokens.span(clue.first, clue.last)
                return Hop(HopKind.SAID, clue.note, None, (span,), False, Why("rule: whom an outlet cites"))
        return None

    def _quoting(self, frame: Frame) -> Hop | None:
        """The body that only quotes the speaker, who stands outside the source: *the Courier quoted Moss as saying*."""
        person = self.voices[frame.found.id].person
        if frame.source is None or person is None or self.voices[frame.found.id].carried:
            return None
        low, high = frame.source[0], frame.source[1]
        if _QUOTING.isdisjoint(self.tokens.lower[high : high + 5]):
            return None
        begin, end = self.tokens.start[low], self.tokens.end[high - 1]
        if any(self.people.get(s) is person for s in self.tokens.start[low:high]):
            return None
        if not any(self.people.get(s) is person for s in self.tokens.start[high : high + FARTHEST]):
            return None
        holder = next((self.people[s] for s in self.tokens.start[low:high] if s in self.people), None)
        name = self.sources.outlet(frame.source) or (holder.name if holder is not None else bare(self.text[begin:end]))
        who = None if holder is None else holder.id
        return Hop(
            HopKind.REPORTED, name, who, (self.tokens.span(low, high),), False, Why("rule: who quotes the speaker")
        )

    def _reports(self, frame: Frame, cue: set[str]) -> bool:
        """Whether the source is a text or a journalist at work: *the study found*, *Ada Moss of the Courier reported*."""
        if frame.source is None:
            return False
        words = self.tokens.lower[slice(*frame.source)]
        head = self._head(*frame.source)
        person = self.voices[frame.found.id].person
        if person is not None and person.kind is PersonKind.DOCUMENT:
            return True
        if head and (words[head - 1] in v.PAPERS or (head == 1 and words[0] in POLLSTERS)):
            return True
        return bool(cue & v.REPORT or "according" in cue) and any(at in self.mention_at for at in range(*frame.source))

    def _head(self, first: int, last: int) -> int:
        """How many words of a noun phrase come before what is said of it: 2 in *the survey of voters*."""
        for at in range(first + 1, last):
            word = self.tokens.lower[at]
            if (
                word in v.TIMES
                or (word in v.STOPS and word != ".")
                or (word in _LIMITS and not self.tokens.words[at].isupper())
            ):
                return at - first
        return last - first

    def _advocate(self, frame: Frame) -> bool:
        return frame.source is not None and any(word in v.ADVOCATES for word in self.tokens.lower[slice(*frame.source)])


def _is_passive(cue: list[str]) -> bool:
    """Whether a cue without a source says that something is said, seen or charged by somebody."""
    past = any(word.endswith(("ed", "en", "wn")) or word in ("said", "told", "thought", "held") for word in cue)
    return past and any(word in v.BE for word in cue)


def _ordered(*spans: Span) -> tuple[Span, ...]:
    return tuple(sorted(dict.fromkeys(spans)))

"""Who speaks in each attribution, and to whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from sayso.reading.people import kinds
from sayso.reading.people import lexicon as lex
from sayso.reading.people.authors import WRITTEN, author
from sayso.reading.people.mention import Form, Mention, Party
from sayso.reading.people.mentions import grammatical_person
from sayso.reading.people.persons import Found, Persons
from sayso.reading.people.resolve import ALONE, Stage
from sayso.records import Attribution, AttributionKind, SourceClass, Span

_PARTICIPLE = frozenset({"VBG", "VBN"})


HEARD = "rule: heard"
LONGEST_REASON = 20
"""Words behind a phrase in which its wish for no name is looked for; chosen by hand."""
_NAMELESS = frozenset({"anonymity", "anonymously", "unnamed"})
_NAMING = frozenset({"named", "identified", "quoted"})
_HEARINGS = frozenset({"inquest", "hearing", "inquiry", "tribunal", "trial", "court", "meeting", "conference", "panel"})


SHORT = 24
"""Words of a paragraph that may be a passer-by's words, set with others' below each other; chosen by hand."""
LEAST = 0.6
"""Probability below which a speaker stays open."""
LEAST_CHOSEN = 0.65
"""The same where the speaker is a choice for *he* or *she*: of those between .6 and .7 two in three are right on GUM train,
cross-validated, 31 of them."""
CHANCES = {
    "quoted": 0.95,
    "quoted we": 0.65,
}
"""How far first persons inside quotations are trusted; by hand, after the shares right on GUM train."""


@dataclass(slots=True)
class Spoken:
    """The voice of one attribution while it is found: the party, what settled it, and the parties that it stays open between."""

    party: Party | None
    by: str
    note: str = ""
    open: list[tuple[Party, float]] = field(default_factory=list)
    source: Mention | None = None
    chance: float = 1.0
    doubt: str = "the likeliest is not likely enough"
    """Why the party is not taken where it is not likely enough."""


class Voices:
    """The speakers of an article's attributions, each found when first asked for."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.t = stage.t
        self.all = stage.scene.attributions
        self.number = {each.id: i for i, each in enumerate(self.all)}
        self.known: dict[int, Spoken] = {}
        self.persons = Persons(stage)
        self._outer = [q for q in self.t.quotations if q.depth == 1]
        self._quotes = [q.start for q in self._outer]
        self._busy: set[int] = set()
        self._ours: dict[Party, Party] = {}
        self._by_place = sorted(range(len(self.all)), key=lambda i: self.all[i].start)
        self._starts = [self.all[i].start for i in self._by_place]

    def find(self) -> list[Spoken]:
        """The voice of each attribution, in their order."""
        for i in self._by_place:
            self.of(i)
        self._first_persons()
        return [self.of(i) for i in range(len(self.all))]

    def of(self, i: int) -> Spoken:
        """The voice of one attribution."""
        found = self.known.get(i)
        if found is None:
            if i in self._busy or len(self._busy) > 60:
                return Spoken(None, "rule: no source", "its source depends on itself")
            self._busy.add(i)
            found = self._sure(self._found(i))
            self._busy.discard(i)
            self.known[i] = found
        return found

    @staticmethod
    def _sure(found: Spoken) -> Spoken:
        """The voice, left open where it is not sure enough."""
        m = found.source
        chosen = m is not None and m.form is Form.PRONOUN and m.gender in ("m", "f") and m.score < 1
        least = LEAST_CHOSEN if chosen else LEAST
        if found.party is None or found.chance >= least:
            return found
        others = [(found.party, found.chance), *((p, c) for p, c in found.open if p is not found.party)]
        return Spoken(None, found.by, found.doubt, others, found.source)

    def _found(self, i: int) -> Spoken:
        each = self.all[i]
        place = self.stage.heads.get(i)
        if self._is_heard(each, None if place is None else self.stage.found[place]):
            return Spoken(None, HEARD, "who heard it is named, not who said it")
        if place is not None:
            return self._of_source(i, self.stage.found[place])
        if each.source:
            return Spoken(None, "rule: no source", "its source names nobody")
        return self._without_source(i, each)

    def _is_heard(self, each: Attribution, source: Mention | None) -> bool:
        """Whether the cue tells of a body's hearing: *the court heard*, *an inquiry was told*."""
        single = source is not None and source.sort in ("person", "") and not source.plural
        single = single and source is not None and source.key[0] not in _HEARINGS
        if len(each.cue) != 1 or single:
            return False
        words = self.t.lower[slice(*self.t.range(each.cue[0]))]
        told = len(words) > 1 and words[-1] == "told" and words[0] in ("was", "were")
        return told or words in (["heard"], ["has", "heard"], ["have", "heard"], ["hears"])

    def _of_source(self, i: int, m: Mention) -> Spoken:
        if self.persons.is_letter(m):
            return self._spoken(self.persons.of_letter(m), m)
        wrote = author(self.stage, m)
        if wrote is not None:
            return Spoken(wrote, "rule: the author of the letter or statement", "", [], None, WRITTEN)
        if m.form is Form.PRONOUN and m.party is None:
            person = grammatical_person(m)
            if person == "1":
                return self._first_person(i, m)
            if person == "2":
                return self._second_person(m)
        if m.party is not None and m.party.by != ALONE:
            if m.open:
                return Spoken(None, "rule: one name, several people", "several people have this name",
                              [(m.party, 0.5), *((p, 0.3) for p in m.open if p is not m.party)], m)  # fmt: skip
            by = m.by if m.form is not Form.NAME else m.by or "rule: a name"
            return Spoken(m.party, by, "", self._named(m)[1:], m, m.score)
        weighed = self._named(m)
        nobody = m.party is not None or not weighed
        note = "nobody was named whom it can mean" if nobody else "the text does not settle who is meant"
        return Spoken(None, "rule: no likely antecedent", note, weighed, m)

    def _named(self, m: Mention) -> list[tuple[Party, float]]:
        """The parties among which a mention stays open; of those that are nothing but pronouns only its own, where it has
        others."""
        weighed = [(p, chance) for p, chance in self.stage.guesses.get(id(m), []) if p.by != ALONE]
        own = m.party
        if own is not None and own.by == ALONE and len(own.mentions) > 1:
            weighed = [(own, 1 - sum(chance for _, chance in weighed)), *weighed]
        return weighed

    def _first_person(self, i: int, m: Mention) -> Spoken:
        """*I* and *we*: who speaks the words around; outside quotations the one who writes, or answers an interviewer."""
        if self.t.depth[m.head] > 0 or self._quoted_by(m.head, i) is not None:
            around = self._around(m.head, i)
            if around.party is not None:
                chance = (
                    around.chance * CHANCES["quoted we" if m.plural and around.party.sort == "person" else "quoted"]
                )
                return Spoken(around.party, "rule: first person inside a quotation", "", [], m, chance)
            return Spoken(None, around.by, around.note, around.open, m)
        return self._spoken(self.persons.of(m), m)

    @staticmethod
    def _spoken(found: Found, m: Mention) -> Spoken:
        return Spoken(found.party, found.by, "", [], m, found.chance, "the text does not name who it is")

    def _around(self, word: int, but: int = -1) -> Spoken:
        """Who speaks the quotation around a word: by the attribution around it, else by another that shares the quotation."""
        if not self.all:
            return Spoken(None, "rule: no source", "nobody is given for the quotation around it")
        holder = self._quoted_by(word, but)
        if holder is None:
            holder = self._by_quotation(word, but)
        if holder is None:
            holder = self._beside(word, but)
        if holder is None:
            return Spoken(None, "rule: no source", "nobody is given for the quotation around it")
        return self.of(holder)

    def _beside(self, word: int, but: int) -> int | None:
        """The last attribution before a word in its paragraph that nothing holds, else the first after it."""
        place, paragraph = self.t.start[word], self.t.paragraph[word]
        at = bisect_right(self._starts, place)
        for k in (at - 1, at - 2, at, at + 1):
            if 0 <= k < len(self._by_place) and self._by_place[k] != but:
                each = self.all[self._by_place[k]]
                there = self.t.first_at(each.start)
                if each.inside is None and there < len(self.t) and self.t.paragraph[there] == paragraph:
                    return self._by_place[k]
        return None

    def _by_quotation(self, word: int, but: int) -> int | None:
        """An attribution whose content touches the quotation that a word stands in."""
        place = self.t.start[word]
        at = bisect_right(self._quotes, place) - 1
        if at < 0 or self._outer[at].end <= place:
            return None
        quotation = self._outer[at]
        low, high = self.t.range(Span(quotation.start, quotation.end))
        for k in (low + 1, high - 2, (low + high) // 2):
            if low <= k < high:
                found = self._quoted_by(k, but)
                if found is not None:
                    return found
        return None

    def _quoted_by(self, word: int, but: int = -1) -> int | None:
        """The nearest quoted attribution around a word."""
        at = self.stage.around[word]
        steps = 0
        while at >= 0 and steps < 20:
            each = self.all[at]
            if at != but and each.kind is not AttributionKind.INDIRECT:
                return at
            at = self.number.get(each.inside, -1) if each.inside else -1
            steps += 1
        return None

    def _second_person(self, m: Mention) -> Spoken:
        if self.t.depth[m.head]:
            return Spoken(None, "rule: second person", "whom the words are spoken to is not named", [], m)
        return self._spoken(self.persons.of(m), m)

    def _without_source(self, i: int, each: Attribution) -> Spoken:
        t = self.t
        cue = t.range(each.cue[0]) if each.cue else None
        quoted = each.kind is not AttributionKind.INDIRECT
        if cue is not None and cue[0] < cue[1]:
            if any(t.lower[k] in lex.NOBODY for k in range(*cue)) and t.pos[cue[0]] != "VBG":
                return Spoken(None, "rule: a cue that names nobody", "the text gives nobody")
            if t.pos[cue[0]] == "TO":
                return Spoken(None, "rule: no source", "the text gives nobody")
            if t.pos[cue[0]] in _PARTICIPLE or quoted or t.pos[cue[0]] in ("VBD", "VBZ"):
                subject = self._subject_before(cue[0])
                if subject is not None:
                    found = self._of_source(i, subject)
                    by = "rule: subject of the clause that the cue belongs to"
                    return Spoken(found.party, by, found.note, found.open, None, found.chance * 0.9)
            if not quoted:
                return Spoken(None, "rule: no source", "the text gives nobody")
        if quoted and each.inside is None:
            return self._carried(i, each)
        return Spoken(None, "rule: no source", "the text gives nobody")

    def _subject_before(self, word: int) -> Mention | None:
        """The last subject before a word in its sentence, a pronoun or a phrase outside quotations."""
        t = self.t
        start = t.sentences[t.sentence[word]][0]
        low = self._index_before(word)
        for m in reversed(self.stage.found[max(0, low - 20) : low]):
            if m.first < start:
                return None
            if m.role == "s" and not m.told and t.depth[m.head] == t.depth[word] and m.sort != "place":
                return m
        return None

    def _index_before(self, word: int) -> int:
        low, high = 0, len(self.stage.found)
        while low < high:
            mid = (low + high) // 2
            if self.stage.found[mid].first < word:
                low = mid + 1
            else:
                high = mid
        return low

    def _carried(self, i: int, each: Attribution) -> Spoken:
        """A quotation with no source of its own: the speaker of the one before, in its paragraph or the paragraph before."""
        t = self.t
        first = t.first_at(each.content[0].start)
        if first >= len(t):
            return Spoken(None, "rule: no source", "the text gives nobody")
        here = t.paragraph[first]
        order = self._by_place.index(i) if len(self._by_place) < 50 else self._order()[i]
        before: Spoken | None = None
        for j in reversed(self._by_place[max(0, order - 8) : order]):
            other = self.all[j]
            if other.inside is not None or (other.kind is AttributionKind.INDIRECT and before is not None):
                continue
            at = t.first_at(other.content[-1].end - 1)
            place = t.paragraph[min(at, len(t) - 1)]
            if here - place > 1:
                break
            told = self.of(j)
            if told.party is not None:
                indirect = other.kind is AttributionKind.INDIRECT
                if not indirect or (before is None and told.party.sort == "person" and told.party.full):
                    before = told
                if other.kind is not AttributionKind.INDIRECT:
                    break
        if before is None or before.party is None:
            return Spoken(None, "rule: no source", "no speaker carries over from before")
        if self._is_one_of_many(here):
            note = "quotations in a row, each a paragraph of its own: they may be several people's"
            return Spoken(None, "rule: no source", note, [(before.party, 0.5)])
        note = "a quotation with no source of its own: its speaker carries over from the one before"
        return Spoken(before.party, "rule: carried over", note, [], None, min(before.chance, 0.85))

    def _is_one_of_many(self, paragraph: int) -> bool:
        """Whether a paragraph that is one short quotation, opened and closed, stands beside another such, as words of passers-by
        do."""
        return self._is_all_quoted(paragraph) and any(self._is_all_quoted(p) for p in (paragraph - 1, paragraph + 1))

    def _is_all_quoted(self, paragraph: int) -> bool:
        t = self.t
        first, last = bisect_left(t.paragraph, paragraph), bisect_right(t.paragraph, paragraph)
        if not 2 < last - first <= SHORT or first >= len(t):
            return False
        begin, end = t.start[first], t.end[last - 1]
        return any(q.closed and q.start <= begin and end <= q.end for q in self._outer)

    def _order(self) -> dict[int, int]:
        if not hasattr(self, "_places"):
            self._places = {i: k for k, i in enumerate(self._by_place)}
        return self._places

    def _first_persons(self) -> None:
        """Gives *I* and *my* to who speaks the words around them; *we* to a body that does."""
        for m in self.stage.first_person:
            quoted = self.t.depth[m.head] > 0 or self._quoted_by(m.head) is not None
            party = self._around(m.head).party if quoted else self.persons.of(m).party
            if party is None:
                continue
            if quoted and m.plural and party.sort == "person" and not party.plural:
                party = self._with_others(party)
            party.take(m, "rule: first person inside a quotation" if quoted else "rule: first person of the writer")
        for m in self.stage.second_person:
            if self.t.depth[m.head] == 0:
                self.persons.of(m).party.take(m, "rule: second person")

    def _with_others(self, speaker: Party) -> Party:
        """Those whom a speaker counts in with *we* inside quotations."""
        ours = self._ours.get(speaker)
        if ours is None:
            ours = self._ours[speaker] = Party("person", plural=True)
            self.stage.parties.append(ours)
        return ours


def source_class(spoken: Spoken, stage: Stage) -> SourceClass:
    """How the source stands to its words; of a speaker who stays open, as the likeliest would."""
    party = spoken.party or (spoken.open[0][0] if spoken.open else None)
    if party is None:
        return SourceClass.UNATTRIBUTED if spoken.source is None or spoken.by == HEARD else SourceClass.ANONYMOUS
    found = kinds.class_of(party, spoken.source, stage.t)
    hides = found is SourceClass.ROLE and any(_asks_no_name(m, stage) for m in party.mentions[:8])
    return SourceClass.ANONYMOUS if hides else found


def _asks_no_name(m: Mention, stage: Stage) -> bool:
    """Whether a phrase for somebody is followed by why they are not named: *who asked for anonymity*."""
    if m.form is not Form.NOMINAL:
        return False
    t = stage.t
    _, end = t.sentences[t.sentence[m.head]]
    words = t.lower[m.head : min(end, m.head + LONGEST_REASON)]
    return not _NAMELESS.isdisjoint(words) or ("not" in words and "be" in words and not _NAMING.isdisjoint(words))


def addressee(each: Attribution, stage: Stage, speaker: Party | None) -> Party | None:
    """To whom it was said: who stands right behind a cue like *told* or *asked*."""
    t = stage.t
    for span in each.cue:
        _, last = t.range(span)
        if not any(t.lower[k] in lex.TELLING or t.lower[k] in lex.SAYING_TO for k in range(*t.range(span))):
            continue
        low = 0
        high = len(stage.found)
        while low < high:
            mid = (low + high) // 2
            if stage.found[mid].first < last:
                low = mid + 1
            else:
                high = mid
        direct = any(t.lower[k] in lex.TELLING for k in range(*t.range(span)))
        for m in stage.found[low : low + 4]:
            if not direct and t.lower[m.first - 1] != "to":
                break
            if m.first > last + 1 or (m.first == last + 1 and t.lower[last] not in ("to", "the")):
                break
            if m.role == "g" and m.form is not Form.PRONOUN:
                continue
            if m.party is not None and m.party is not speaker and not m.told:
                return m.party
    return None

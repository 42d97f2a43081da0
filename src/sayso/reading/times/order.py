"""The dated happenings of an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.reading.certainty import Judgements
from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.reading.times.calendars import moved
from sayso.reading.times.clauses import LONGEST, Clauses
from sayso.reading.times.find import Times
from sayso.reading.times.raw import Raw
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import Certainty, Happening, Hedge, Polarity, Span, TimeMention, TimeType, Why

_NOT: Final = word_set("not never n’t n't nobody nothing no-one neither")
_SUPPOSED: Final = word_set("if unless whenever")
_BEFORE_DATES: Final = word_set("on in by at before after until till since from during")
NEAR = 2
"""Characters, a comma and a space, between a name and *who*."""
_LOOKED_BACK = 6
"""Hedges before a clause among which the one that covers it is looked for."""


def order(scene: Scene, times: Times, cast: Cast, judged: Judgements) -> tuple[Happening, ...]:
    """What the article dates, in the text's order: the clause of each date, who is in it, and who says so.

    A date that only says when something was said makes no happening: that is `Happening.said` of what was said then.
    """
    if not times.mentions:
        return ()
    teller = _Teller.of(scene, times, cast, judged)
    out: list[Happening] = []
    last: tuple[int, int, str] | None = None
    for number, mention in enumerate(times.mentions):
        raw, meaning = times.dated[number]
        if mention.type not in (TimeType.DATE, TimeType.TIME) or not _dated(mention.value):
            continue
        words = teller.clause(raw.first, raw.last)
        if not teller.clauses.has_verb(*words):
            continue
        if teller.only_dates_speech(mention, words) or _attributive(scene.tokens, raw.last):
            continue
        if _is_hour_alone(raw) and not _SUPPOSED.isdisjoint(scene.tokens.lower[words[0] : raw.first]):
            continue  # *if you leave at 3 a.m.* is of any day
        if last == (*words, mention.value[:10]):
            out[-1] = _also(out[-1], mention)
        else:
            out.append(teller.happening(len(out) + 1, mention, words))
            last = (*words, mention.value[:10])
        if (
            raw.event is not None
            and raw.of is None
            and meaning.day is not None
            and meaning.grain == "D"
            and raw.unit == "D"
        ):
            day = moved(meaning.day, "D", -(raw.shift or 0))
            out.append(teller.inferred(len(out) + 1, mention, raw.event, day))
            last = None
    return tuple(out)


def _dated(value: str) -> bool:
    """Whether a value tells a year, month, day or part of one; *now* and a wholly open day do not."""
    return value[:1].isdigit() or (value.startswith("XXXX-") and any(c.isdigit() for c in value[5:7]))


def _is_hour_alone(raw: Raw) -> bool:
    """Whether an hour is told and no day: the day of its value is only the likeliest."""
    return raw.hour is not None and not raw.dated and raw.unit is None


def _attributive(tokens: Tokens, last: int) -> bool:
    """Whether the expression only names another thing: *Friday’s vote*, *the 2012 election*."""
    if last >= len(tokens):
        return False
    if tokens.lower[last] in ("’s", "'s", "’", "'"):
        return True
    return tokens.pos[last][:2] == "NN" and tokens.start[last] > tokens.end[last - 1]


def _also(happening: Happening, mention: TimeMention) -> Happening:
    """The same happening with a second expression for its date."""
    return Happening(
        happening.id, happening.date, happening.mod or mention.mod, happening.what, happening.who, happening.by, happening.said,
        happening.certainty, happening.polarity, (*happening.times, mention.id), happening.why,
    )  # fmt: skip


def _adopt(owner: list[int], framed: bytearray, tokens: Tokens, first: int, last: int) -> None:
    """Give an expression right behind a content, with at most a preposition between, to it: *promised to publish it by Friday*.

    It is part of what was said, which ends a little too soon, or it would date the saying.
    """
    at = first - 1
    if at >= 0 and owner[at] < 0 and not framed[at] and tokens.lower[at] in _BEFORE_DATES:
        at -= 1
    same = at >= 0 and tokens.sentence[at] == tokens.sentence[first]
    if owner[first] < 0 and same and owner[at] >= 0 and tokens.words[at][-1].isalnum():
        owner[at + 1 : last] = [owner[at]] * (last - at - 1)


@dataclass(frozen=True, slots=True)
class _Teller:
    """What the happenings of one article are made from. `owner` is for each word the number of the innermost attribution whose
    content holds it, -1 for the article itself; `framed` whether it is a source's or a cue's."""

    scene: Scene
    times: Times
    judged: Judgements
    owner: list[int]
    framed: bytearray
    clauses: Clauses
    number: dict[str, int]
    people: list[tuple[int, int, str]]
    hedges: list[Hedge]
    values: dict[str, str]
    dating: frozenset[str]

    @classmethod
    def of(cls, scene: Scene, times: Times, cast: Cast, judged: Judgements) -> _Teller:
        tokens = scene.tokens
        owner, framed = [-1] * len(tokens), bytearray(len(tokens))
        stretches = []
        for number, each in enumerate(scene.attributions):
            stretches += [(*tokens.range(span), number) for span in each.content]
            for span in (*each.source, *each.cue):
                first, last = tokens.range(span)
                framed[first:last] = b"\x01" * (last - first)
        for first, last, number in sorted(stretches, key=lambda each: (each[0] - each[1], each[2])):
            owner[first:last] = [number] * (last - first)
        dating = frozenset(times.said.values())
        for mention, (raw, _) in zip(times.mentions, times.dated, strict=True):
            if mention.id not in dating:
                _adopt(owner, framed, tokens, raw.first, raw.last)
        inside = bytearray(len(tokens))
        for raw, _ in times.dated:
            inside[raw.first : raw.last] = b"\x01" * (raw.last - raw.first)
        people = sorted((span.start, span.end, person.id) for person in cast.people for span in person.mentions)
        return cls(
            scene,
            times,
            judged,
            owner,
            framed,
            Clauses(tokens, inside),
            {each.id: number for number, each in enumerate(scene.attributions)},
            people,
            sorted(judged.hedges, key=lambda hedge: hedge.scope),
            {mention.id: mention.value for mention in times.mentions},
            dating,
        )

    def clause(self, first: int, last: int) -> tuple[int, int]:
        """The words of the clause around an expression: those of its sentence that the same one says."""
        low, high = self.scene.tokens.sentences[self.scene.tokens.sentence[first]]
        low, high = max(low, first - LONGEST), min(high, last + LONGEST)
        owner = self.owner
        begin, end = first, last
        while begin > low and owner[begin - 1] == owner[first]:
            begin -= 1
        while end < high and owner[end] == owner[first]:
            end += 1
        return self.clauses.around(first, last, begin, end)

    def only_dates_speech(self, mention: TimeMention, words: tuple[int, int]) -> bool:
        """Whether the expression dates a saying and its clause has no verb but the cue."""
        if mention.id not in self.dating:
            return False
        first = last = words[0]
        for i in range(*words):
            if self.framed[i]:
                if self.clauses.has_verb(first, i):
                    return False
                first = i + 1
            last = i + 1
        return not self.clauses.has_verb(first, last)

    def happening(self, number: int, mention: TimeMention, words: tuple[int, int]) -> Happening:
        """The happening of a dated clause."""
        tokens = self.scene.tokens
        what = (*self._antecedent(words[0]), *self._spans(*words))
        said_by = self.owner[tokens.first_at(mention.span.start)]
        by = None if said_by < 0 else self.scene.attributions[said_by].id
        certainty, polarity = self._stand(by, mention.span, words)
        note = "the clause that the expression stands in"
        return Happening(
            f"h{number}", mention.value, mention.mod, what, self._who(what), by, self._said(by), certainty, polarity,
            (mention.id,), Why("rule: dated clause", note),
        )  # fmt: skip

    def inferred(self, number: int, mention: TimeMention, event: tuple[int, int], day: date) -> Happening:
        """What an expression is reckoned from: *the day after his arrest* dates the arrest."""
        what = (self.scene.tokens.span(*event),)
        said_by = self.owner[event[0]]
        by = None if said_by < 0 else self.scene.attributions[said_by].id
        certainty, polarity = self._stand(by, what[0], event)
        why = Why("rule: dated by what is reckoned from it", "inferred from the expression and its value")
        return Happening(
            f"h{number}",
            day.isoformat(),
            None,
            what,
            self._who(what),
            by,
            self._said(by),
            certainty,
            polarity,
            (mention.id,),
            why,
        )

    def _spans(self, first: int, last: int) -> tuple[Span, ...]:
        """The clause's words, without those that say who says so."""
        out: list[Span] = []
        start = first
        tokens = self.scene.tokens
        owned = self.owner[first] >= 0
        for i in range(first, last + 1):
            if i == last or (self.framed[i] and owned and self.owner[i] != self.owner[first]):
                if i > start:
                    out.append(tokens.span(start, i))
                start = i + 1
        return tuple(out) or (tokens.span(first, last),)

    def _antecedent(self, first: int) -> tuple[Span, ...]:
        """Whoever *who* or *which* at the beginning of a clause means: somebody named right before it."""
        tokens = self.scene.tokens
        if tokens.lower[first] not in ("who", "which", "whose"):
            return ()
        at = bisect_left(self.people, (tokens.start[first], 0, "")) - 1
        if at < 0 or not 0 <= tokens.start[first] - self.people[at][1] <= NEAR:
            return ()
        return (Span(*self.people[at][:2]),)

    def _who(self, what: tuple[Span, ...]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for span in what:
            at = bisect_left(self.people, (span.start, 0, ""))
            while at < len(self.people) and self.people[at][0] < span.end:
                found[self.people[at][2]] = None
                at += 1
        return tuple(found)

    def _said(self, by: str | None) -> str | None:
        """When it was said: by the attribution itself, or by the one that holds it."""
        for _ in range(len(self.number)):
            if by is None or by not in self.number:
                return None
            if by in self.times.said:
                return self.values[self.times.said[by]]
            by = self.scene.attributions[self.number[by]].inside
        return None

    def _stand(self, by: str | None, span: Span, words: tuple[int, int]) -> tuple[Certainty, Polarity]:
        """How sure it is: as its attribution stands, else by the hedge over it, else stated."""
        if by is not None:
            stand = self.judged.stands.get(by)
            return (stand.certainty, stand.polarity) if stand is not None else (Certainty.STATED, Polarity.AFFIRMED)
        at = bisect_right(self.hedges, span, key=lambda hedge: hedge.scope)
        for hedge in reversed(self.hedges[max(0, at - _LOOKED_BACK) : at + 1]):
            if hedge.attribution is None and hedge.scope.overlaps(span):
                return hedge.certainty, hedge.polarity
        denied = any(self.scene.tokens.lower[i] in _NOT for i in range(*words))
        return Certainty.STATED, Polarity.DENIED if denied else Polarity.AFFIRMED

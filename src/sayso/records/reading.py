"""What was found in an article."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sayso.records.article import Article
from sayso.records.certainty import Certainty, Hedge, Polarity, Tone
from sayso.records.chain import Chain, Hop, Venue, Wire
from sayso.records.people import Person, SourceClass
from sayso.records.plain import plain
from sayso.records.span import Span
from sayso.records.time import Happening, TimeMention, first_day
from sayso.records.why import Why

SCHEMA = "sayso-reading/1"
"""Name and version of the JSON that `Reading.to_dict` makes; described in `docs/json.md`."""

html_view: list[Callable[[Reading], str]] = []
"""The renderer that a notebook shows a reading with; `api` puts it here, since records know no views."""


_NOT_ASKED = Why("")


class AttributionKind(StrEnum):
    """How the words are given: in quotation marks, in the writer's words, or in both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying, writing, thinking or intending that the article reports.

    `source`, `cue` and `content` are spans into the article's text, in order, several where the text interrupts them, empty
    where the text has none. `inside` is the id of the attribution whose content holds this one, or `None`.
    `score` is the probability, 0 to 1, that the content is attributed as given. Example: *“No,” said Osei* has the content
    *“No,”*, the cue *said*, the source *Osei*, and is direct.
    """

    id: str
    kind: AttributionKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: str | None
    score: float
    why: Why
    speaker: str | None = None
    """Id of the one of `Reading.people` who speaks; `None` where the text does not settle it or nobody is given."""
    source_class: SourceClass = SourceClass.UNATTRIBUTED
    addressee: str | None = None
    """Id of the one to whom it was said (*told reporters*), `None` where the text names nobody."""
    speaker_why: Why = _NOT_ASKED
    """What settled the speaker, or why it stays open, with the candidates as names."""
    via: tuple[str, ...] = ()
    """Names of those who passed the words on between the speaker and this article, in that order."""
    venue: Venue | None = None
    """Where it was said, `None` where the text does not tell."""
    certainty: Certainty = Certainty.STATED
    polarity: Polarity = Polarity.AFFIRMED
    hedges: tuple[Span, ...] = ()
    """The words, besides the cue, that show how sure the statement is."""
    tone: Tone = Tone.NEUTRAL
    anonymity: tuple[Span, ...] = ()
    """Why a source is not named, in the article's words (*because she was not authorised to speak*)."""
    certainty_why: Why = _NOT_ASKED
    said: str | None = None
    """Id of the expression of time that dates the saying, `None` where the text does not date it."""

    @property
    def start(self) -> int:
        """Where its first span begins."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and what was found in it; attributions are in order of their first content."""

    article: Article
    attributions: tuple[Attribution, ...]
    model: str
    """Name and version of the model that read it."""
    notes: tuple[str, ...] = field(default=())
    """What a user should know of this reading, one sentence each: forced language, cut text."""
    people: tuple[Person, ...] = ()
    """Everybody whom the article mentions and who could speak, in order of first mention."""
    chains: tuple[Chain, ...] = ()
    wire: Wire | None = None
    """The agency whose text this is, in whole or in part; `None` where nothing says so."""
    hedges: tuple[Hedge, ...] = ()
    """Statements that are not simply made, in order, those of attributions and the article's own."""
    times: tuple[TimeMention, ...] = ()
    happenings: tuple[Happening, ...] = ()

    def chain(self, attribution: Attribution | str) -> tuple[Hop, ...]:
        """The hops by which an attribution's words reached this article, first mouth first; KeyError for an unknown id."""
        wanted = attribution if isinstance(attribution, str) else attribution.id
        for chain in self.chains:
            if chain.attribution == wanted:
                return chain.hops
        raise KeyError(wanted)

    def person(self, id: str) -> Person:
        """The person of an id; KeyError for an unknown one."""
        for person in self.people:
            if person.id == id:
                return person
        raise KeyError(id)

    def timeline(self) -> tuple[Happening, ...]:
        """The dated happenings in order of when they happened; those whose year is open come last, in the text's order."""

        def place(each: Happening) -> tuple[bool, tuple[int, int, int]]:
            day = first_day(each.date, each.mod)
            return day is None, day or (0, 0, 0)

        return tuple(sorted(self.happenings, key=place))

    def to_dict(self) -> dict[str, Any]:
        """The whole reading as plain values; keys are the field names, dates are ISO 8601, spans carry their words."""
        return plain(self, SCHEMA)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON, one line unless `indent` is given; lone surrogates are escaped, so it is always valid UTF-8."""
        made = json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
        try:
            made.encode("utf-8")
        except UnicodeEncodeError:
            return json.dumps(self.to_dict(), ensure_ascii=True, indent=indent)
        return made

    def __repr__(self) -> str:
        text = self.article.text
        title = self.article.title or text[:60]
        lines = [f"Reading({title!r}, {len(self.attributions)} attributions)"]
        names = {person.id: person.name for person in self.people}
        for x in self.attributions:
            who = names.get(x.speaker or "") or " ".join(s.of(text) for s in x.source) or "(no source)"
            cue = " ".join(s.of(text) for s in x.cue) or "–"
            what = " … ".join(s.of(text) for s in x.content)
            what = " ".join(what.split())
            what = what if len(what) <= 100 else what[:99] + "…"
            lines.append(f"  {x.id} {x.kind} | {who} | {cue} | {what}")
        return "\n".join(lines)

    def _repr_html_(self) -> str | None:
        return html_view[0](self) if html_view else None

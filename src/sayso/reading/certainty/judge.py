"""From cues, modals, adverbs and negations to certainty and polarity."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.certainty.anonymity import belongings, justifications
from sayso.reading.certainty.corrections import corrections, is_old_version
from sayso.reading.certainty.distance import distanced
from sayso.reading.certainty.ground import Ground, Part, ground
from sayso.reading.certainty.lexicon import lexicon
from sayso.reading.certainty.stands import Verdict, verdict
from sayso.reading.certainty.statements import statements
from sayso.reading.scene import Scene
from sayso.records import Certainty, Hedge, Polarity, Span, Tone, Why


@dataclass(frozen=True, slots=True)
class Stand:
    """How one attribution stands to its content."""

    certainty: Certainty
    polarity: Polarity
    hedges: tuple[Span, ...]
    tone: Tone
    anonymity: tuple[Span, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Judgements:
    """The stand of each attribution by its id, and every hedged statement in order."""

    stands: dict[str, Stand] = field(default_factory=dict)
    hedges: tuple[Hedge, ...] = ()


def judge(scene: Scene) -> Judgements:
    """The certainty and polarity of all attributions and of the article's own hedged statements.

    An attribution whose cue carries hedging words (*apparently denied*) makes a `Hedge` too, with its content as scope.
    """
    floor, known = ground(scene), lexicon()
    if not floor.flat:
        return Judgements()
    reasons = belongings(floor, justifications(floor))
    stands: dict[str, Stand] = {}
    hedges: list[Hedge] = []
    for part in floor.parts:
        made = _corrected(verdict(floor, part, known), floor, part)
        for place in made.hedges:
            floor.taken[place] = 1
        name = part.found.id
        why = Why(made.rule, made.note)
        spans = floor.spans(made.hedges)
        stands[name] = Stand(made.certainty, made.polarity, spans, made.tone, reasons.get(name, ()), why)
        if spans and part.content:
            hedges.append(Hedge(spans, part.found.content[0], made.certainty, made.polarity, name, why))
    hedges += statements(floor, known)
    hedges += distanced(floor)
    hedges += corrections(floor)
    hedges.sort(key=lambda hedge: (hedge.scope.start, hedge.scope.end, hedge.spans[0].start))
    return Judgements(stands, tuple(hedges))


def _corrected(made: Verdict, floor: Ground, part: Part) -> Verdict:
    """What an earlier version of the article is reported to have said is taken back."""
    if part.source and is_old_version(floor, *part.source[0]):
        return Verdict(Certainty.RETRACTED, Polarity.DENIED, made.tone, made.hedges, "rule: correction of the article")
    return made

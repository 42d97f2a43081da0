"""An article heard in court: what witnesses, counsel and the judge say in it was said there, unless it says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.hops import Draft
from sayso.reading.chain.owners import Frame
from sayso.reading.chain.sessions import refuses
from sayso.reading.chain.speakers import Speaker
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import PersonKind, Venue

OPENING = 3
"""Paragraphs in which an article says that it was heard in court; chosen by hand."""
_BENCHES = word_set("court jury jurors inquest inquiry hearing tribunal panel magistrates trial sheriff coroner")
_HEARD = word_set("heard hears hear")
_OUTSIDE = word_set("outside afterwards afterward")
_AFTER = word_set("hearing verdict ruling sentencing sentence trial case court inquest decision")
_PRESENT = word_set(
    "says say believes believe insists insist maintain maintains argues argue want wants is are denies deny"
)
_OTHERS = word_set(
    "police officers force spokesman spokeswoman spokesperson company council union charity campaigners neighbours neighbors "
    "family relatives minister mp"
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """The words of a court that the article says heard it, and the paragraph that says so."""

    venue: Venue
    paragraph: int


def sitting_of(tokens: Tokens) -> Sitting | None:
    """The court in which an article was heard, told by *the court heard*, *a hearing was told* in its first paragraphs."""
    for i, low in enumerate(tokens.lower):
        if tokens.paragraph[i] > OPENING:
            return None
        if low not in _BENCHES or tokens.depth[i]:
            continue
        after = tokens.lower[i + 1 : i + 4]
        heard = bool(after) and (after[0] in _HEARD or (after[0] in ("has", "had") and after[1:2] == ["heard"]))
        told = after[:2] in (["was", "told"], ["were", "told"], ["is", "told"], ["been", "told"])
        if heard or told or after[:3] == ["has", "been", "told"]:
            first = _start(tokens, i)
            span = tokens.span(first, i + 1)
            return Sitting(Venue("hearing", " ".join(span.of(tokens.text).split()), (span,), True), tokens.paragraph[i])
    return None


def _start(tokens: Tokens, i: int) -> int:
    """Where the name of a court begins that ends with word `i`: *Anytown Crown Court*, *an employment tribunal*."""
    first = i
    low = tokens.sentences[tokens.sentence[i]][0]
    while first > low and i - first < 5:
        before = tokens.lower[first - 1]
        if before in v.STOPS or before in v.INTO or before in v.SAYING or before in ("that", "of", "and", "as"):
            break
        first -= 1
        if before in v.DETERMINERS:
            break
    return first


def in_court(scene: Scene, frame: Frame, draft: Draft, voice: Speaker, sitting: Sitting, paragraph: int) -> bool:
    """Whether an attribution of such an article was said in court: by a person or nobody who is named, in the past tense, and
    nowhere else."""
    if draft.placed or draft.relays or paragraph < sitting.paragraph or refuses(scene.tokens, frame):
        return False
    tokens = scene.tokens
    if frame.cue is not None:
        cue = set(tokens.lower[slice(*frame.cue)])
        if cue & (_PRESENT | v.HAVE | v.PLANS | v.POST | v.INNER | v.WRITE):
            return False
        if cue & _HEARD or {"was", "told"} <= cue:
            return True
        if not cue & (v.TALKING | v.TELL | v.ASKS | v.TESTIFY | {"agreed", "accepted", "heard", "shouted", "pleaded"}):
            return False
    elif not voice.carried:
        return False
    if frame.source is not None and set(tokens.lower[slice(*frame.source)]) & _OTHERS:
        return False
    return voice.person is None or voice.person.kind in (PersonKind.PERSON, PersonKind.ROLE, PersonKind.UNNAMED)


def leaves(tokens: Tokens, frame: Frame) -> bool:
    """Whether the sentence of an attribution is told of after or outside the court."""
    low, high = tokens.sentences[frame.sentence]
    for at in range(low, min(high, low + 60)):
        word = tokens.lower[at]
        if word in _OUTSIDE:
            return True
        if word == "after" and not _AFTER.isdisjoint(tokens.lower[at + 1 : at + 4]):
            return True
    return False

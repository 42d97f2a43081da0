"""What stands right before words that say where they were said, or answers them: a lead, a summary, a reply."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.hops import Draft
from sayso.reading.chain.owners import Frame, Owned
from sayso.reading.chain.sessions import dated, days_of, turns
from sayso.reading.chain.speakers import Speaker
from sayso.reading.scene import Scene
from sayso.reading.words import word_set
from sayso.records import HopKind, Why

LEADS = 4
"""How many attributions a lead may have; chosen by hand."""
_NO_LEAD = v.HAVE | v.INNER | v.ELSEWHERE | v.PLANS
_REPLIES = word_set("replied replies responded retorted countered interjected shouted")
_TURNS_AT = frozenset({"floor", "hearing", "testimony", "debate"})
"""Sorts of places where one answers another."""
_HAS = frozenset({"has", "have"})


def led_to(scene: Scene, own: Owned, voices: dict[str, Speaker], drafts: list[Draft], i: int, paragraph: int) -> None:
    """Give what a speaker said just before the same outlet: a lead tells in short what the next sentence quotes."""
    key = voices[own.frames[i].found.id].key
    source = drafts[i]
    if not key or source.outlet is None:
        return
    if _turns(scene, own.frames[i]):
        return
    if dated(days_of(scene, own.frames[i])):
        return
    hop = replace(
        source.outlet, spans=(), inferred=True, why=Why("rule: the lead of what follows", source.outlet.why.note)
    )
    for j in range(i - 1, max(-1, i - LEADS - 1), -1):
        frame, draft = own.frames[j], drafts[j]
        if frame.holder >= 0:
            continue
        at = _at(scene, frame)
        if paragraph - at > 1 or voices[frame.found.id].key != key or draft.relays or draft.outlet is not None:
            break
        if draft.venue is not None:
            if draft.venue.kind != "interview" or draft.definite:
                break
            draft.outlet, draft.named = hop, source.named
            continue
        cue = set(scene.tokens.lower[slice(*frame.cue)]) if frame.cue else set()
        if at == 0 and cue & _HAS and cue & v.SAYING:
            cue -= v.HAVE  # *the minister has warned* is how news begins
        if cue & _NO_LEAD or draft.first.kind not in (HopKind.SAID, HopKind.TOLD):
            break
        draft.outlet, draft.named = hop, source.named
        draft.venue = None if source.venue is None else replace(source.venue, inferred=True)


def said_before(
    scene: Scene, own: Owned, voices: dict[str, Speaker], drafts: list[Draft], i: int, paragraph: int
) -> None:
    """Place what a speaker says in the same paragraph right before *she told reporters*: it sums up what is quoted."""
    key, venue = voices[own.frames[i].found.id].key, drafts[i].venue
    if not key or venue is None or _turns(scene, own.frames[i]):
        return
    for j in range(i - 1, max(-1, i - 1 - LEADS), -1):
        frame, draft = own.frames[j], drafts[j]
        if frame.holder >= 0:
            continue
        cue = set(scene.tokens.lower[slice(*frame.cue)]) if frame.cue is not None else _NO_LEAD
        if _at(scene, frame) != paragraph or voices[frame.found.id].key != key or draft.placed or draft.relays:
            return
        if cue & _NO_LEAD or not cue & v.SAYING or days_of(scene, frame):
            return
        draft.venue = replace(venue, inferred=True)


def replied(scene: Scene, own: Owned, voices: dict[str, Speaker], drafts: list[Draft], i: int, paragraph: int) -> bool:
    """Place *the minister replied that …*, right after what somebody else told parliament or a court: it was said there."""
    frame = own.frames[i]
    if frame.cue is None or not _REPLIES & set(scene.tokens.lower[slice(*frame.cue)]):
        return False
    for j in range(i - 1, max(-1, i - 1 - LEADS), -1):
        before, venue = own.frames[j], drafts[j].venue
        if before.holder >= 0:
            continue
        near = _at(scene, before) == paragraph and voices[before.found.id].key != voices[frame.found.id].key
        if not near or venue is None or venue.kind not in _TURNS_AT:
            return False
        drafts[i].venue, drafts[i].settled = replace(venue, inferred=True), True
        return True
    return False


def _at(scene: Scene, frame: Frame) -> int:
    return scene.tokens.paragraph[min(frame.content[0][0], len(scene.tokens) - 1)]


def _turns(scene: Scene, frame: Frame) -> bool:
    return turns(scene.tokens, *(frame.cue or (frame.low, frame.low)))

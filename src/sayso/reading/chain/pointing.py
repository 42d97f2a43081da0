"""Sentences that say of other sentences' words where they were said: *She was speaking at a conference*, *he disclosed this in a
statement*, *the minister made the remarks on Harbour Radio*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.clue import Clue, Sort
from sayso.reading.chain.hops import Draft, Maker
from sayso.reading.chain.owners import Frame, Owned
from sayso.reading.chain.sessions import AROUND, GAP, days_of, refuses
from sayso.reading.chain.speakers import Speaker, subject_of
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import Hop, Why

NEAR = 4
"""Attributions before such a sentence, and after it, that it may tell of; chosen by hand."""
BEGINS = 7
"""Words of a sentence that begins *she was speaking*; chosen by hand."""
_WERE = word_set("was were")
_SPEAKING = word_set("speaking talking addressing responding reacting")
_DISCLOSED = v.SAYING | word_set("made disclosed disclosing expressed confirmed reiterated")
_REMARKS = word_set("remarks remark comments comment claim claims allegation allegations announcement revelation call")
_WHY = Why("rule: another sentence says where")


def point(scene: Scene, own: Owned, voices: dict[str, Speaker], maker: Maker, drafts: list[Draft]) -> None:
    """Give drafts near such a sentence its place and outlet, where their own words give none."""
    tokens = scene.tokens
    starts = [min(frame.content[0][0], frame.low) for frame in own.frames]
    for clue, frame in _candidates(tokens, own):
        if clue.sort not in (Sort.AT, Sort.TO, Sort.VENUE) or tokens.depth[clue.trigger]:
            continue
        low = max(tokens.sentences[tokens.sentence[clue.first]][0], clue.first - AROUND)
        if frame is None and not points(tokens, low, clue.first):
            continue
        key = voices[frame.found.id].key if frame is not None else subject_of(scene, maker.places, low, clue.first)
        if not key:
            continue
        span = tokens.span(clue.first, clue.last)
        outlet = None if clue.named is None else Hop(clue.named.kind, clue.named.name, None, (span,), True, _WHY)
        venue = None if clue.venue is None else replace(maker.venue(clue), inferred=True)
        at, paragraph = bisect_left(starts, low), tokens.paragraph[clue.first]
        for places in (range(at - 1, max(-1, at - NEAR - 1), -1), range(at, min(len(drafts), at + NEAR))):
            for i in places:
                mine, draft = own.frames[i], drafts[i]
                if mine.holder >= 0 or mine is frame:
                    continue
                if abs(tokens.paragraph[starts[i]] - paragraph) > GAP or voices[mine.found.id].key != key:
                    break
                if draft.placed or draft.relays or _elsewhere(scene, mine, i >= at):
                    break
                draft.outlet, draft.named, draft.venue = outlet, clue.named, venue


def _candidates(tokens: Tokens, own: Owned) -> Iterable[tuple[Clue, Frame | None]]:
    """The clues that no attribution owns, and those of *she said this*, with its attribution."""
    for clue in own.loose:
        yield clue, None
    for i, clues in own.by_frame.items():
        frame = own.frames[i]
        if [tokens.lower[a:b] for a, b in frame.content] in ([["this"]], [["so"]]):
            for clue in clues:
                yield clue, frame


def points(tokens: Tokens, low: int, first: int) -> bool:
    """Whether a sentence from word `low` up to a place in word `first` tells of words that other sentences give."""
    words = tokens.lower[low:first]
    if any(mark in words for mark in (";", ":", "“", '"')):
        return False
    here = set(words)
    if not _WERE.isdisjoint(here) and not _SPEAKING.isdisjoint(words[:BEGINS]):
        return True
    if "made" in here and not _REMARKS.isdisjoint(here):
        return True
    return "this" in words[1:] and words[words.index("this", 1) - 1] in _DISCLOSED


def _elsewhere(scene: Scene, frame: Frame, after: bool) -> bool:
    """Whether an attribution's own words of saying are of another time: *tweeted*, *on Friday*, *declined to comment*, and
    behind such a sentence *has said* (a lead is told so)."""
    cue = set(scene.tokens.lower[slice(*frame.cue)]) if frame.cue else set()
    if after and cue & (v.HAVE | v.INNER | v.PLANS):
        return True
    return bool(cue & (v.ELSEWHERE | v.POST) or "had" in cue or refuses(scene.tokens, frame) or days_of(scene, frame))

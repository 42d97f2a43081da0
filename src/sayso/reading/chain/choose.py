"""Which occasion an attribution that does not say where it was said belongs to, by a fit over what is seen of the pair."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from sayso.reading.chain.home import is_one
from sayso.reading.chain.hops import Draft
from sayso.reading.chain.occasions import Occasion, occasions_of
from sayso.reading.chain.outcomes import Outcome, is_told, outcome_of
from sayso.reading.chain.owners import Frame
from sayso.reading.chain.pairs import Board, Saying, sayings, seen
from sayso.reading.chain.sessions import dated, days_of
from sayso.reading.chain.stage import Stage
from sayso.reading.chain.weights import CONSTANT, DROP, HOP, PLACE, WEIGHTS
from sayso.records import Hop, Why

APART = 2
"""Paragraphs over which what somebody thinks or does is still told of an occasion, and one of several outlets is still meant."""
MARGIN = 0.2
"""By how much an occasion must be likelier than the one that the rules carried over; chosen by hand."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights of what is seen of a pair, and from what likelihood on an occasion with an outlet (`hop`) or without (`place`) is
    taken; below `drop` what the rules carried over is taken back."""

    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    constant: float = CONSTANT
    hop: float = HOP
    place: float = PLACE
    drop: float = DROP

    def likelihood(self, found: list[str]) -> float:
        total = self.constant + math.fsum(self.weights.get(name, 0.0) for name in found)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Pair:
    """One attribution and one occasion, with what is seen of them."""

    saying: Saying
    occasion: Occasion
    seen: list[str]
    kept: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """One attribution in its order: its pairs, and the outcome that its own words give it, `None` where they give none."""

    saying: Saying
    pairs: list[Pair]
    told: Outcome | None = None


def turns_of(stage: Stage) -> list[Turn]:
    """The attributions in order, those without pairs too; empty where the article has no occasion."""
    scene, own, drafts = stage.scene, stage.own, stage.drafts
    found = occasions_of(stage)
    if not found:
        return []
    board = Board(found)
    by_place = {each.first: number for number, each in enumerate(found) if each.said}
    for i, clues in own.by_frame.items():
        if clues and clues[0].first in by_place:
            board.days[by_place[clues[0].first]] = days_of(scene, own.frames[i])
    heard = sayings(scene, own, drafts, stage.voices)
    board.spoken = sorted((each.at, each.key) for each in heard)
    board.asked = sum("asked" in each.alone for each in heard)
    return [_turn(saying, board, drafts[saying.number], own.frames[saying.number]) for saying in heard]


def _turn(saying: Saying, board: Board, draft: Draft, frame: Frame) -> Turn:
    kept = outcome_of(draft)
    if is_told(draft) or draft.settled:
        return Turn(saying, [], kept)
    pairs = []
    for number in board.near(saying):
        each = board.occasions[number]
        if not is_barred(saying, each, draft, frame) and not is_elsewhere(saying, each, number, board):
            pairs.append(Pair(saying, each, seen(saying, each, number, board, kept), kept == each.outcome))
    return Turn(saying, pairs)


def before(pair: Pair, latest: Mapping[str, Collection[Outcome]]) -> str:
    """What the speaker's attribution before has to do with a pair: *same* occasion, *another* or *none*; *first* where there
    is no such attribution."""
    told = latest.get(pair.saying.key) if pair.saying.key else None
    if told is None:
        return "before first"
    return "before same" if pair.occasion.outcome in told else "before another" if told else "before none"


def is_barred(saying: Saying, each: Occasion, draft: Draft, frame: Frame) -> bool:
    """Whether an occasion cannot be a saying's: its own source, or an outlet of its own name."""
    if frame.source is not None and frame.source[0] <= each.first < frame.source[1]:
        return True
    if "refuses" in saying.alone:
        return True
    if frame.source is None and frame.cue is not None and draft.first.actor is None and each.group != "poll":
        return True  # *is known*: nobody says it anywhere
    if each.group == "relay":
        return True  # the rules know how far a relay holds
    if each.group == "poll":
        return saying.cue == "voted" or not {"asked", "may be asked", "no source"} & set(saying.alone)
    hop = each.hop or (each.relays[0] if each.relays else None)
    return hop is not None and is_one(hop.actor or "", draft.first.actor or "")


def is_elsewhere(saying: Saying, each: Occasion, number: int, board: Board) -> bool:
    """Whether the words of saying themselves are of another place or time than an occasion."""
    if each.over or saying.cue in ("perfect", "elsewhere") or (saying.cue == "plan" and each.group != "poll"):
        return True
    if each.turns and saying.at < each.first:
        return True
    if each.group == "written" and saying.cue == "told":
        return True
    if saying.cue == "post" and each.group != "post":
        return True
    if saying.cue == "wrote" and each.group in ("talk", "speech", "hearing", "told"):
        return True
    if saying.at < each.first and dated(board.days.get(number, frozenset())) - saying.days:
        return True
    later = each.paragraph - saying.paragraph > 1 or (
        saying.cue in ("says", "inner") and saying.sentence < each.sentence
    )
    if saying.at < each.first and later and board.days.get(number, frozenset()) - saying.days:
        return True  # an interview *last week* that is told of further on
    if each.said and saying.days - board.days.get(number, frozenset()):
        return True
    far = saying.paragraph - each.paragraph > APART
    if far and saying.cue in ("inner", "never"):
        return True
    return far and each.group == "told" and board.is_one_of_several(saying, each)


def choose(stage: Stage, fit: Fit | None = None) -> None:
    """Give drafts the likeliest occasion, and take back what the rules carried over to where it is unlikely."""
    fit = fit or Fit()
    latest: dict[str, Collection[Outcome]] = {}
    for turn in turns_of(stage):
        draft = stage.drafts[turn.saying.number]
        if turn.pairs:
            _decide(turn, draft, fit, latest)
        outcome = outcome_of(draft)
        latest[turn.saying.key] = () if outcome is None else (outcome,)


def _decide(turn: Turn, draft: Draft, fit: Fit, latest: Mapping[str, Collection[Outcome]]) -> None:
    scored = [(fit.likelihood([*pair.seen, before(pair, latest)]), -k, pair) for k, pair in enumerate(turn.pairs)]
    chance, _, best = max(scored)
    kept = max((c for c, _, pair in scored if pair.kept), default=None)
    if kept is not None and kept >= fit.drop and kept + MARGIN >= chance:
        return
    needed = fit.hop if best.occasion.hop is not None or best.occasion.relays else fit.place
    if chance >= needed:
        _give(draft, best.occasion, chance)
    elif kept is not None and kept < fit.drop:
        draft.outlet, draft.venue, draft.relays = None, None, []


def _give(draft: Draft, each: Occasion, chance: float) -> None:
    why = Why("fit: an occasion of the article", f"likelihood {chance:.2f}")

    def inferred(hop: Hop) -> Hop:
        return replace(hop, spans=(), inferred=True, why=why)

    draft.outlet = None if each.hop is None else inferred(each.hop)
    draft.named = each.named if each.hop is not None else None
    draft.venue = None if each.venue is None else replace(each.venue, inferred=True)
    draft.relays = [inferred(hop) for hop in each.relays]

"""Which occasion an attribution that does not say where it was said belongs to, by a fit over what is seen of the pair."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sayso.reading.chain.hops import Draft, Maker
from sayso.reading.chain.occasions import Occasion, occasions_of
from sayso.reading.chain.owners import Frame, Owned
from sayso.reading.chain.pairs import Board, Saying, sayings, seen
from sayso.reading.chain.sessions import days_of
from sayso.reading.chain.speakers import Places, Speaker
from sayso.reading.chain.weights import CONSTANT, DROP, HOP, PLACE, WEIGHTS
from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.records import Hop, HopKind, Why


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


def pairs_of(
    scene: Scene, cast: Cast, own: Owned, voices: dict[str, Speaker], maker: Maker, drafts: list[Draft]
) -> list[list[Pair]]:
    """For each attribution that its own words place nowhere, its pairs; empty where the article has no occasion."""
    found = occasions_of(own, drafts, voices, maker, Places(cast))
    if not found:
        return []
    board = Board(found)
    by_place = {each.first: number for number, each in enumerate(found) if each.said}
    for i, clues in own.by_frame.items():
        for clue in clues[:1]:
            if clue.first in by_place:
                board.days[by_place[clue.first]] = days_of(scene, own.frames[i])
    out = []
    mine_all = sayings(scene, own, drafts, voices)
    board.spoken = sorted((each.at, each.key) for each in mine_all)
    board.asked = sum("asked" in each.alone for each in mine_all)
    for saying in mine_all:
        draft = drafts[saying.number]
        if is_told(draft):
            continue
        kept = kept_by(draft)
        mine = []
        for number in board.near(saying):
            each = found[number]
            if not is_barred(saying, each, draft, own.frames[saying.number]):
                mine.append(Pair(saying, each, seen(saying, each, number, board, kept), kept == each.outcome))
        if mine:
            out.append(mine)
    return out


def is_told(draft: Draft) -> bool:
    """Whether the attribution's own words say where it was said or through whom it came."""
    if any(not hop.inferred for hop in draft.relays):
        return True
    if draft.outlet is not None and not draft.outlet.inferred:
        return True
    return draft.venue is not None and not draft.venue.inferred


def kept_by(draft: Draft) -> tuple[str, str] | None:
    """The outcome that the rules carried over."""
    hop = draft.outlet or (draft.relays[0] if draft.relays else None)
    if hop is not None:
        return "", (hop.actor or "").lower()
    return None if draft.venue is None else (draft.venue.kind, "")


def is_barred(saying: Saying, each: Occasion, draft: Draft, frame: Frame) -> bool:
    """Whether an occasion cannot be a saying's: its own source, or an outlet of its own name."""
    if frame.source is not None and frame.source[0] <= each.first < frame.source[1]:
        return True
    if each.group == "relay":
        return True  # the rules know how far a relay holds
    if each.group == "journalist":
        return saying.key not in each.keys
    if each.group == "poll":
        return not {"asked", "may be asked", "no source"} & set(saying.alone)
    hop = each.hop or (each.relays[0] if each.relays else None)
    return hop is not None and _plain(hop.actor) == _plain(draft.first.actor)


def _plain(name: str | None) -> str:
    return (name or "").lower().removeprefix("the ")


def choose(
    scene: Scene, cast: Cast, own: Owned, voices: dict[str, Speaker], maker: Maker, drafts: list[Draft],
    fit: Fit | None = None,
) -> None:  # fmt: skip
    """Give drafts the likeliest occasion, and take back what the rules carried over to where it is unlikely."""
    fit = fit or Fit()
    for mine in pairs_of(scene, cast, own, voices, maker, drafts):
        scored = [(fit.likelihood(pair.seen), -k, pair) for k, pair in enumerate(mine)]
        chance, _, best = max(scored)
        draft = drafts[best.saying.number]
        kept = max((c for c, _, pair in scored if pair.kept), default=None)
        if kept is not None and kept >= fit.drop and kept + 0.2 >= chance:
            continue
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
    if draft.outlet is not None and draft.first.kind is HopKind.SAID and each.group == "written" and False:
        draft.first = replace(draft.first, kind=HopKind.WROTE)

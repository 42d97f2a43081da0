"""The whole way of each attribution: its own hops, those of the one that holds it, an agency, this article."""

from __future__ import annotations

from sayso.reading.chain.home import is_one
from sayso.reading.chain.hops import Draft, Maker
from sayso.reading.chain.owners import Owned
from sayso.reading.chain.route import Route
from sayso.records import Hop, HopKind, Venue, Why, Wire

THIS = "this article"


class Ways:
    """Puts the drafts of one article together. `wire` is the agency whose text it is."""

    def __init__(self, maker: Maker, wire: Wire | None) -> None:
        self.maker, self.wire, self.outlet = maker, wire, maker.home.outlet

    def routes(self, own: Owned, drafts: list[Draft]) -> dict[str, Route]:
        """The whole way of each attribution: its own hops, those of the one that holds it, an agency, this article."""
        out: dict[str, Route] = {}
        ways: list[list[Hop]] = []
        for i, (frame, draft) in enumerate(zip(own.frames, drafts, strict=True)):
            mine = [] if draft.same_as_holder else [draft.first]
            cited = self.maker.cited(frame, own.by_frame.get(i, []))
            if cited is not None:
                mine.insert(0, cited)
            if draft.outlet is not None and not self.maker.home.is_own(draft.outlet, draft.named):
                mine.append(draft.outlet)
            if draft.translated is not None:
                mine.append(draft.translated)
            mine += [
                hop
                for hop in draft.relays
                if not self.maker.home.is_outlet(hop) and hop.actor not in (mine[-1].actor if mine else None, "")
            ]
            held = ways[frame.holder] if 0 <= frame.holder < i else []
            if held and mine and held[0].actor == mine[-1].actor and held[0].actor is not None:
                held = held[1:] if mine[-1] is not draft.first or draft.first.actor == held[0].actor else held
            way = [*mine, *held]
            ways.append(way)
            venue = draft.venue
            if venue is None and draft.same_as_holder and frame.holder >= 0:
                before = out.get(own.frames[frame.holder].found.id)
                venue = None if before is None else before.venue
            out[frame.found.id] = self._route(way, draft, venue)
        return out

    def _route(self, way: list[Hop], draft: Draft, venue: Venue | None) -> Route:
        hops = list(way)
        wire = self.wire
        if (
            wire is not None
            and wire.whole
            and not is_one(wire.agency, self.outlet or "")
            and not self._from_agency(hops)
        ):
            why = Why("rule: the text is an agency's", wire.why.by)
            hops.append(Hop(HopKind.REPORTED, wire.agency, None, (), True, why))
        via = tuple(
            hop.actor for hop in hops[1:] if hop.actor is not None and not (venue is not None and hop is draft.outlet)
        )
        hops.append(Hop(HopKind.PUBLISHED, self.outlet or THIS, None, (), False, Why("rule: the article itself")))
        return Route(tuple(hops), tuple(dict.fromkeys(via)), venue)

    def _from_agency(self, hops: list[Hop]) -> bool:
        return bool(hops) and self.wire is not None and hops[-1].actor == self.wire.agency

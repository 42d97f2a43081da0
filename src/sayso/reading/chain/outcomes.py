"""What a draft says of where words come from, as far as two drafts or occasions can be told apart by it."""

from __future__ import annotations

from sayso.reading.chain.hops import Draft

Outcome = tuple[str, str]
"""The sort of place and no outlet, or no place and the outlet."""


def is_told(draft: Draft) -> bool:
    """Whether the attribution's own words say where it was said or through whom it came."""
    if any(not hop.inferred for hop in draft.relays):
        return True
    if draft.outlet is not None and not draft.outlet.inferred:
        return True
    return draft.venue is not None and not draft.venue.inferred


def outcome_of(draft: Draft) -> Outcome | None:
    """What a draft has so far."""
    hop = draft.outlet or (draft.relays[0] if draft.relays else None)
    if hop is not None:
        return "", (hop.actor or "").lower()
    return None if draft.venue is None else (draft.venue.kind, "")

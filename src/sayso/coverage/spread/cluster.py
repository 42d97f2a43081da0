"""From pairs to families that hold together: stars around the fullest forms, not chains."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from sayso.coverage.progress import Progress, watched
from sayso.coverage.spread.alike import TOLD, Saying, Verdict, judge
from sayso.coverage.spread.candidates import REACH, pairs
from sayso.coverage.spread.held import MADE, Held, Ints
from sayso.coverage.spread.limits import LIMITS, Limits
from sayso.coverage.spread.quoted import Quoted

CHUNK = 65_536
"""Pairs that are unpacked at once."""
BLOCK = MADE // 2
MOST_HUBS = 24
"""Fullest forms of one component with which a saying is compared, the last found first: what keeps a component of stock phrases
from costing its square."""
WITHIN_HUB = 0.8
"""Share of the shorter saying that both must have for one to be a part of the other."""
JOINED = 0.5
"""Share of the smaller star whose members must be the same words as some of the larger one for both to be one family."""

Link = dict[int, dict[int, Verdict]]


def clusters(
    quoted: Held | Sequence[Quoted],
    limits: Limits = LIMITS,
    reach: int = REACH,
    judged: Callable[[Any, Any, Limits], Verdict] = judge,
    progress: Progress | None = None,
) -> list[tuple[list[int], dict[int, Verdict]]]:
    """Families as lists of places, in order, each with the verdict that joins a place to its hub; those of one member included.

    Candidates that are the same words are linked. Within a connected component the fullest form becomes the hub of a star, what
    is the same words as the hub belongs to it, and what is left over founds the next one; so two quotations that share nothing
    are never joined by a third that has a part of each. Stars of which most are linked with one another are one family.
    """
    links: Link = {}
    found = pairs(quoted, reach)
    last, one = -1, None
    for i, j in watched(_each(found), len(found), progress):
        if i != last:
            last, one = i, quoted[i]
        verdict = judged(one, quoted[j], limits)
        if verdict.same:
            links.setdefault(i, {})[j] = verdict
            links.setdefault(j, {})[i] = verdict
    out: list[tuple[list[int], dict[int, Verdict]]] = []
    seen: set[int] = set()
    for start in range(len(quoted)):
        if start in seen:
            continue
        component = _component(start, links)
        seen.update(component)
        if len(component) == 1:
            out.append((component, {}))
        else:
            out += _stars(component, quoted, links, lambda a, b: judged(quoted[a], quoted[b], limits))
    return out


def _each(found: Ints) -> Iterator[tuple[int, int]]:
    """The pairs one after the other, a block of sayings with a block at a time: so few have to be put together at once. (Millions
    of pairs as Python's own numbers would be half a gigabyte.)"""
    blocks = found // BLOCK
    found = found[np.lexsort((found[:, 1], found[:, 0], blocks[:, 1], blocks[:, 0]))] if blocks.any() else found
    for at in range(0, len(found), CHUNK):
        yield from found[at : at + CHUNK].tolist()


def fullness(each: Saying) -> tuple[bool, float]:
    """Sorts forms: what stands in quotation marks before what is told, what tells more before what tells less."""
    return each.told_by_writer < 0.5, each.told


def _component(start: int, links: Link) -> list[int]:
    seen, edge = {start}, [start]
    while edge:
        for other in links.get(edge.pop(), ()):
            if other not in seen:
                seen.add(other)
                edge.append(other)
    return sorted(seen)


def _stars(
    component: list[int], quoted: Held | Sequence[Quoted], links: Link, judged: Callable[[int, int], Verdict]
) -> list[tuple[list[int], dict[int, Verdict]]]:
    hubs: list[int] = []
    home: dict[int, tuple[int, Verdict]] = {}
    order = sorted(component, key=lambda at: (*(-part for part in fullness(quoted[at])), at))
    spliced = {place for place in order if _is_spliced(place, quoted, links, judged)}
    for place in sorted(order, key=spliced.__contains__):
        best: tuple[int, Verdict] | None = None
        for hub in hubs[-MOST_HUBS:]:
            verdict = links.get(place, {}).get(hub) or judged(place, hub)
            if verdict.same and (best is None or verdict.strength > best[1].strength):
                best = hub, verdict
        if best is None:
            hubs.append(place)
        else:
            home[place] = best
    stars = {hub: [hub] for hub in hubs}
    for place, (hub, _) in sorted(home.items()):
        stars[hub].append(place)
    verdicts = {place: verdict for place, (_, verdict) in home.items()}
    return [
        (sorted(places), {place: verdicts[place] for place in places if place in verdicts})
        for places in _joined(stars, links, verdicts, spliced)
    ]


def _is_spliced(
    place: int, quoted: Held | Sequence[Quoted], links: Link, judged: Callable[[int, int], Verdict]
) -> bool:
    """Whether a saying has parts of two that have more beside it and nothing in common: no form to measure others by."""
    beyond = [
        other
        for other, verdict in sorted(links.get(place, {}).items())
        if verdict.rule != TOLD and verdict.shared.covered < WITHIN_HUB * min(quoted[other].told, quoted[place].told)
    ][:MOST_HUBS]
    if len(beyond) < 2:
        return False
    fullest = max(beyond, key=lambda at: (*fullness(quoted[at]), -at))
    return any(judged(fullest, other).shared.covered == 0 for other in beyond if other != fullest)


def _joined(
    stars: dict[int, list[int]], links: Link, verdicts: dict[int, Verdict], spliced: set[int]
) -> list[list[int]]:
    """Stars with those joined that are linked all over, the smallest first; `verdicts` gains what joined a hub. A splice joins
    none."""
    of = {place: hub for hub, places in stars.items() for place in places}
    for hub in sorted(stars, key=lambda at: (len(stars[at]), -at)):
        mine = stars[hub]
        met: dict[int, set[int]] = {}
        for place in mine:
            for other in links.get(place, ()):
                if of[other] != hub and other not in spliced:
                    met.setdefault(of[other], set()).add(place)
        ranked = sorted(met, key=lambda to: (-len(met[to]), to))
        if not ranked or len(met[ranked[0]]) < JOINED * len(mine) or len(stars[ranked[0]]) < len(mine):
            continue
        to = ranked[0]
        mine_too = links.get(hub, {})
        across = [mine_too[other] for other in sorted(mine_too) if of[other] == to]
        if not across:
            continue
        verdicts[hub] = max(across, key=lambda verdict: verdict.strength)
        stars[to] += mine
        of.update(dict.fromkeys(mine, to))
        del stars[hub]
    return list(stars.values())

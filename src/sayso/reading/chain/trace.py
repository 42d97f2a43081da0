"""From the words around an attribution to the hops that its content made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sayso.reading.chain.carry import carry
from sayso.reading.chain.choose import Fit, choose
from sayso.reading.chain.clues import clues_in, leads_to
from sayso.reading.chain.hops import Maker
from sayso.reading.chain.owners import owned
from sayso.reading.chain.route import Route
from sayso.reading.chain.speakers import speakers
from sayso.reading.chain.stage import Stage
from sayso.reading.chain.units import with_units
from sayso.reading.chain.ways import Ways
from sayso.reading.chain.wire import wire_of
from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.records import Wire


@dataclass(frozen=True, slots=True)
class Routes:
    """The route of each attribution by its id, and the agency whose text it is. `wire.spans` are into the article's text."""

    routes: dict[str, Route] = field(default_factory=dict)
    wire: Wire | None = None


def trace(scene: Scene, cast: Cast, fit: Fit | None = None) -> Routes:
    """The routes of all attributions. `fit` weighs where each was said (that of `weights.py`)."""
    wire = wire_of(scene.article)
    if not scene.attributions:
        return Routes({}, wire)
    stage = staged(scene, cast)
    choose(stage, fit)
    return Routes(Ways(stage.maker, wire).routes(stage.own, stage.drafts), wire)


def staged(scene: Scene, cast: Cast) -> Stage:
    """What the rules alone make of a scene."""
    scene = replace(scene, tokens=with_units(scene.tokens))
    clues, names = clues_in(scene.tokens)
    own = owned(scene, clues)
    voices = speakers(scene, cast)
    maker = Maker(scene, cast, voices, names, leads_to(scene.tokens, names))
    return Stage(scene, own, voices, maker, carry(scene, own, voices, maker))

"""One article in the middle of the chain stage: the rules have made drafts, what remains open is still to be chosen."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.chain.hops import Draft, Maker
from sayso.reading.chain.owners import Owned
from sayso.reading.chain.speakers import Speaker
from sayso.reading.scene import Scene


@dataclass(frozen=True, slots=True)
class Stage:
    """A scene, who owns which clue, who speaks (by the attribution's id), and the draft of each attribution, in order."""

    scene: Scene
    own: Owned
    voices: dict[str, Speaker]
    maker: Maker
    drafts: list[Draft]

"""The dated happenings of an article."""

from __future__ import annotations

from sayso.reading.certainty import Judgements
from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.reading.times.find import Times
from sayso.records import Happening


def order(scene: Scene, times: Times, cast: Cast, judged: Judgements) -> tuple[Happening, ...]:
    """What the article dates, in the text's order."""
    return ()

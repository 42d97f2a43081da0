"""From a text's words to its expressions of time with their values."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.scene import Scene
from sayso.reading.times.grammar import read
from sayso.reading.times.lexer import Line, line_of
from sayso.reading.times.locale import day_first
from sayso.reading.times.meaning import Meaning
from sayso.reading.times.raw import Raw
from sayso.reading.times.resolve import meanings
from sayso.reading.times.speech import dated_speech, respoken
from sayso.records import TimeMention, Why


@dataclass(frozen=True, slots=True)
class Times:
    """The expressions of time in order, and for each attribution whose saying is dated the id of the expression that does.

    `dated` are what `order` needs besides: for each mention by its place, how the grammar read it and what it means.
    """

    mentions: tuple[TimeMention, ...] = ()
    said: dict[str, str] = field(default_factory=dict)
    dated: tuple[tuple[Raw, Meaning], ...] = ()


def find(scene: Scene) -> Times:
    """The expressions of time of an article, and which of them dates a saying."""
    tokens = scene.tokens
    line = line_of(tokens)
    raws = [_placed(raw, line) for raw in read(line)]
    if not raws:
        return Times()
    told = meanings(raws, tokens, scene.article.published, day_first(scene.article))
    said = dated_speech(scene, raws, told)
    respoken(scene, raws, told, said)
    mentions = tuple(
        _mention(scene, raw, meaning, number) for number, (raw, meaning) in enumerate(zip(raws, told, strict=True), 1)
    )
    return Times(
        mentions,
        {name: mentions[number].id for name, number in said.items()},
        tuple(zip(raws, told, strict=True)),
    )


def _placed(raw: Raw, line: Line) -> Raw:
    """The same with the numbers that its words have in `Tokens`."""
    back = line.back
    if raw.event is not None:
        raw.event = (
            back[raw.event[0]],
            back[raw.event[1] - 1] + 1 if raw.event[1] > raw.event[0] else back[raw.event[0]],
        )
    if raw.of is not None:
        raw.of = _placed(raw.of, line)
    raw.first, raw.last = back[raw.first], back[raw.last - 1] + 1
    return raw


def _mention(scene: Scene, raw: Raw, meaning: Meaning, number: int) -> TimeMention:
    anchor = meaning.anchor if not isinstance(meaning.anchor, int) else f"t{meaning.anchor + 1}"
    return TimeMention(
        f"t{number}",
        scene.tokens.span(raw.first, raw.last),
        meaning.type,
        meaning.value,
        meaning.mod,
        anchor,
        Why(meaning.by, meaning.note),
        meaning.candidates,
    )

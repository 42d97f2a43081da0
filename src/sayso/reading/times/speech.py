"""When things were said: the expression beside a cue dates the saying, and *today* inside the quotation is that day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from sayso.reading.scene import Scene
from sayso.reading.times.calendars import moved, unit_value
from sayso.reading.times.fields import clocked
from sayso.reading.times.meaning import Meaning
from sayso.reading.times.raw import Raw, Shape
from sayso.reading.times.tense import is_verb
from sayso.reading.words import word_set
from sayso.records import Attribution, TimeType

REACH = 12
"""Words between a cue and the expression that dates the saying; chosen by hand."""
MOST_BEFORE = 3
"""Words besides the source between a date and the cue after it: *On Friday the governor said*; chosen by hand."""
_STOPS: Final = word_set("; — – who which that when while after before because but if as where whose with") | {
    "“",
    "”",
    '"',
}
_SPOKEN_UNITS: Final = frozenset({"D", "W", "M", "Y", "WE", "Q"})


def dated_speech(scene: Scene, raws: Sequence[Raw], told: Sequence[Meaning]) -> dict[str, int]:
    """For each attribution whose saying is dated, the number of the expression that dates it."""
    starts = [raw.first for raw in raws]
    out: dict[str, int] = {}
    for each in scene.attributions:
        if each.cue:
            number = _beside(scene, each, raws, told, starts)
            if number is not None:
                out[each.id] = number
    return out


def _beside(
    scene: Scene, each: Attribution, raws: Sequence[Raw], told: Sequence[Meaning], starts: list[int]
) -> int | None:
    tokens = scene.tokens
    first, last = tokens.range(each.cue[0])
    if first >= len(tokens) or last <= first:
        return None
    begin, end = tokens.sentences[tokens.sentence[first]]
    contents = [tokens.range(span) for span in each.content]
    taken = [tokens.range(span) for span in (*each.source, *each.cue)]
    best: tuple[int, int] | None = None
    for number in range(bisect_left(starts, max(begin, first - 2 * REACH)), len(raws)):
        raw = raws[number]
        if raw.first >= min(end, last + REACH):
            break
        if raw.shape in (Shape.DURATION, Shape.SET) or told[number].type not in (TimeType.DATE, TimeType.TIME):
            continue
        if raw.shape is Shape.REFERENCE or raw.event is not None or any(a <= raw.first < b for a, b in contents):
            continue
        if raw.first < first and not _opens_clause(scene, raw.first, begin):
            continue
        low, high = (last, raw.first) if raw.first >= last else (raw.last, first)
        if low > high or any(a < high and low < b and not (a <= low and high <= b) for a, b in contents):
            continue
        if not _plain_between(scene, low, high, taken, raw.first < first):
            continue
        distance = high - low
        if best is None or distance < best[0]:
            best = distance, number
    return None if best is None else best[1]


def _opens_clause(scene: Scene, at: int, begin: int) -> bool:
    """Whether no verb stands between the beginning of the clause and the expression at `at`."""
    tokens = scene.tokens
    for i in range(at - 1, max(begin, at - REACH) - 1, -1):
        if tokens.words[i] in ",;:—–":
            return True
        if is_verb(tokens, i):
            return False
    return True


def _plain_between(scene: Scene, low: int, high: int, taken: list[tuple[int, int]], before: bool) -> bool:
    """Whether nothing between a cue and a date opens another clause; before the cue little but the source may stand there."""
    tokens = scene.tokens
    i, others = low, 0
    while i < high:
        inside = next((b for a, b in taken if a <= i < b), None)
        if inside is not None:
            i = inside
            continue
        if tokens.lower[i] in _STOPS or is_verb(tokens, i):
            return False
        if tokens.words[i] == "," and not (before and i == low):
            return False
        others += tokens.words[i] != ","
        i += 1
        if before and others > MOST_BEFORE:
            return False
    return True


def respoken(scene: Scene, raws: Sequence[Raw], told: list[Meaning], said: dict[str, int]) -> None:
    """*today*, *last week* and the like inside a quotation, reckoned anew from the day on which it was said."""
    tokens = scene.tokens
    starts = [raw.first for raw in raws]
    for each in scene.attributions:
        number = said.get(each.id)
        if number is None or told[number].grain != "D" or told[number].day is None:
            continue
        day = told[number].day
        assert day is not None
        for span in each.content:
            first, last = tokens.range(span)
            for at in range(bisect_left(starts, first), bisect_left(starts, last)):
                raw = raws[at]
                unit = raw.unit or ""
                if (
                    raw.shape is not Shape.SHIFT
                    or raw.narrative
                    or unit not in _SPOKEN_UNITS
                    or tokens.depth[raw.first] == 0
                ):
                    continue
                if raw.weekday or raw.event or raw.value or raw.shift is None:
                    continue
                if unit == "WE":
                    continue
                moment = moved(day, unit, raw.shift)
                made = Meaning(
                    TimeType.DATE,
                    unit_value(moment, unit),
                    "rule: so long from the day of speech",
                    "",
                    number,
                    moment,
                    unit,
                )
                made.mod = raw.mod
                told[at] = clocked(raw, made) if unit == "D" else made

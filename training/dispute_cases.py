"""Pairs that were judged, as the rules propose them now: of coverage, of invented scenes, and of two invented sentences each.

A pair that is not proposed or is barred is no case. A case of a scene that nobody annotated is no dispute, unless
`evals/scenes/disputes_more.jsonl` has it: those were judged by who made the rules.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from evals import dispute_scenes
from evals.corpora import rows_in
from evals.disputes import is_of
from evals.disputes_blind import Read, Row, stories_in
from sayso import api
from sayso.coverage import disputes
from sayso.coverage.clashes import BY_RULE
from sayso.coverage.disputes import Pair
from sayso.coverage.likelihood import likelihood, seen

MADE = Path(__file__).with_name("disputes_made.jsonl")
MORE = dispute_scenes.FOLDER / "disputes_more.jsonl"
DAY = date(2025, 3, 4)


class Case(NamedTuple):
    """A judged pair that the rules propose: which set it is of and its story there, of which kind it is and how linked, whether
    it is a dispute and was doubtful, what is seen, and the score where the rules alone give it. `wanted` is the annotated pair
    that it is of."""

    set: str
    story: int
    kind: str
    dispute: bool
    doubtful: bool
    seen: dict[str, float]
    by_rule: float | None
    wanted: object


def case(name: str, story: int, pair: Pair, dispute: bool, *, doubtful: bool = False, wanted: object = None) -> Case:
    """The pair as a case."""
    clash = pair.clash
    sure = likelihood(pair.a, pair.b, clash) if clash.by in BY_RULE else None
    return Case(
        name,
        story,
        f"{clash.kind}, {clash.by}",
        dispute,
        doubtful,
        seen(pair.a, pair.b, clash),
        sure,
        wanted,
    )


def of_coverage(path: Path | None, rows: list[Row], cache: Path | None) -> list[Case]:
    """The judged pairs of coverage; `set` is the key of a row that is of another set."""
    made: list[Case] = []
    for number, (days, readings) in enumerate(_stories(path, rows, cache)):
        mine = [row for row in rows if row["a"][0] in days and row["b"][0] in days]
        found = _by_articles(readings)
        for row in mine:
            some = [pair for pair in found.get(frozenset((row["a"][0], row["b"][0])), ()) if is_of(pair, row)]
            best = max(some, key=lambda pair: pair.clash.score, default=None)
            if best is not None:
                doubtful = bool(row.get("doubtful"))
                made.append(case(row.get("set", "coverage"), number, best, row["dispute"], doubtful=doubtful))
    return made


def _stories(path: Path | None, rows: list[Row], cache: Path | None) -> Iterator[tuple[set[str], Read]]:
    """The articles and readings of the stories that a judged pair is of, from the folder `cache` where they are there: to part an
    archive into stories takes longer than all the rest. The cache is of one archive and one set of pairs: empty it when either
    changes."""
    kept = sorted(cache.glob("*.pkl")) if cache is not None else []
    for each in kept:
        yield pickle.loads(each.read_bytes())
    if kept or path is None:
        return
    wanted = {row[side][0] for row in rows for side in "ab"}
    for number, (days, readings) in enumerate(stories_in(path, wanted)):
        if not any(row["a"][0] in days and row["b"][0] in days for row in rows):
            continue
        if cache is not None:
            cache.mkdir(parents=True, exist_ok=True)
            (cache / f"{number:05}.pkl").write_bytes(pickle.dumps((set(days), readings)))
        yield set(days), readings


def _by_articles(readings: Read) -> dict[frozenset[str], list[Pair]]:
    made: dict[frozenset[str], list[Pair]] = {}
    for pair in disputes.pairs(readings, again=True):
        made.setdefault(frozenset((pair.a.saying.article, pair.b.saying.article)), []).append(pair)
    return made


def of_scenes(scenes: list[tuple[Row, Read]]) -> list[Case]:
    """All pairs that are proposed in the scenes; one for each two sayings."""
    made: list[Case] = []
    more = list(rows_in(MORE))
    for number, (scene, readings) in enumerate(scenes):
        extra = [{**row, "kind": "more", "mark": "more"} for row in more if row["scene"] == scene["id"]]
        wanted = dispute_scenes.annotated({**scene, "disputes": scene["disputes"] + extra}, readings)
        for pair in disputes.pairs(readings, again=True):
            sides = [(x.saying.article, x.attribution.content) for x in (pair.a, pair.b)]
            clauses = [(x.saying.article, (x.span,)) for x in (pair.a, pair.b)]
            own = [row for row in wanted if dispute_scenes.is_of(row, *sides)]
            own = [row for row in own if row.mark != "more" or dispute_scenes.is_of(row, *clauses)]
            own.sort(key=lambda row: (not dispute_scenes.is_of(row, *clauses), row.mark == "more"))
            first = own[0] if own else None
            is_one = first is not None and first.mark != "near"
            made.append(case("scenes", number, pair, is_one, wanted=first))
    return made


def of_sentences(read: list[tuple[Row, Read]]) -> list[Case]:
    """All pairs that are proposed between two invented sentences."""
    return [
        case("sentences", number, pair, row["dispute"])
        for number, (row, readings) in enumerate(read)
        for pair in disputes.pairs(readings, again=True)
        if pair.a.saying.article != pair.b.saying.article
    ]


def sentences() -> list[tuple[Row, Read]]:
    """The invented sentences, each read as an article of one day."""
    return [
        (row, [(side, api.read_text(row[side], DAY, outlet=side, force=True)) for side in "ab"])
        for row in rows_in(MADE)
    ]

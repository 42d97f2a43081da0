"""What the rule stages cost beside the tagger, and that their time grows with the text and no faster.

    python -m benchmarks.rules            # both; saves benchmarks/results/rules.json
    python -m benchmarks.rules --share    # the first table only; saves nothing
    python -m benchmarks.rules --hostile  # the second only; saves nothing

The first table books the time of one core, text by text, to the tagger (encoding, windows, encoder, heads) and to each rule stage
after the attributions, and gives their ratio. The second runs every rule stage over a million characters made to provoke it (all
capitals, all quotation marks, all digits, one endless sentence, an attribution at every turn…), and over half as many: where
time is linear, twice the text takes about twice as long.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from benchmarks.speed import BUSY, FOLDER, ROOT, machine
from benchmarks.texts import count, shards, texts
from evals import reader, results
from sayso.article import article_from_text
from sayso.model import Tagged, Tagger, load
from sayso.model.words import encode
from sayso.reading import certainty, chain, people, times
from sayso.reading.attributions.kinds import kind_of
from sayso.reading.people import Cast
from sayso.reading.prose import Prose
from sayso.reading.read import scenes
from sayso.reading.scene import Scene
from sayso.reading.tokens import tokens_of
from sayso.records import Article, Attribution, Block, BlockKind, Span, Why

SIZE = 1_000_000
LIMIT = 10.0
"""Seconds that a million hostile characters may take in all stages together."""
ROUNDS = 3

STAGES = ("tokens", "people", "certainty", "times", "chain", "timeline")

HOSTILE: dict[str, str] = {
    "all capitals": "ADA MOSS TOLD THE COURIER ",
    "all names": "Ada Moss Ben Osei ",
    "all quotation marks": "“‘\"'”’ ",
    "all digits": "2016 01 09 12 ",
    "dates without end": "Friday January 9th 2016 at 5 p.m. ",
    "one endless sentence": "and the mayor of the town near the river that the council which ",
    "hedges without end": "may might could not never apparently allegedly unlikely ",
    "pronouns without end": "he she they it him her ",
    "commas": "Moss, ",
    "according to": "according to the Courier, according to the Post, ",
    "brackets": "((([[[",
    "one word": "a",
    "said without end": "“No,” he said. ",
}


def share(tagger: Tagger) -> dict[str, Any]:
    """Microseconds a word of the tagger and of each rule stage, and their ratio: the median of the rounds."""
    what, every = texts()
    spent: dict[str, list[float]] = {name: [] for name in ("tagger", "attributions", *STAGES)}
    for mine in shards(every[:96], ROUNDS + 1):
        words = sum(map(count, mine))
        clock = dict.fromkeys(spent, 0.0)
        for text in mine:
            for stage, seconds in _timed(text, tagger).items():
                clock[stage] += seconds
        for stage, seconds in clock.items():
            spent[stage].append(1e6 * seconds / words)
    middle = {stage: float(np.median(figures[1:])) for stage, figures in spent.items()}
    rules = sum(middle[stage] for stage in STAGES)
    return {"texts": what, "microseconds_a_word": middle, "rules": rules, "ratio": rules / middle["tagger"]}


def _timed(text: str, tagger: Tagger) -> dict[str, float]:
    clock: dict[str, float] = {}
    article = article_from_text(text, force=True)

    def run(stage: str, make: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        made = make()
        clock[stage] = time.perf_counter() - started
        return made

    run("tagger", lambda: tagger.tag([text]))
    [scene] = run("attributions", lambda: scenes([article], tagger))
    clock["attributions"] = max(0.0, clock["attributions"] - clock["tagger"])
    return clock | _rules(scene, tagger.tag([scene.prose.text])[0])


def _rules(scene: Scene, tagged: Tagged) -> dict[str, float]:
    """Seconds of each rule stage on a scene."""
    clock: dict[str, float] = {}

    def run(stage: str, make: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        made = make()
        clock[stage] = time.perf_counter() - started
        return made

    run("tokens", lambda: tokens_of(scene.prose.text, tagged))
    cast: Cast = run("people", lambda: people.find(scene))
    judged = run("certainty", lambda: certainty.judge(scene))
    when = run("times", lambda: times.find(scene))
    run("chain", lambda: chain.trace(scene, cast))
    run("timeline", lambda: times.order(scene, when, cast, judged))
    return clock


def hostile(tagger: Tagger) -> list[dict[str, Any]]:
    """For each sort of hostile text: seconds for a million characters, how that compares with half a million, the worst stage."""
    out = []
    for name, unit in HOSTILE.items():
        half, whole = (_rules(*scene_of(unit, size, tagger)) for size in (SIZE // 2, SIZE))
        worst = max(whole, key=lambda stage: whole[stage])
        seconds, before = sum(whole.values()), sum(half.values())
        out.append({"text": name, "seconds": seconds, "times_half": seconds / max(before, 1e-3), "worst": worst})
        print(f"{name}: {seconds:.2f} s", file=sys.stderr)
    return out


def scene_of(unit: str, size: int, tagger: Tagger) -> tuple[Scene, Tagged]:
    """A scene of one paragraph made of the unit over and over, with an attribution every 60 words."""
    text = (unit * (size // len(unit) + 1))[:size]
    words = encode(text, tagger.folder.vocabulary)
    none = np.zeros((len(words), 1), np.float32)
    tagged = Tagged(words, none, none, none, np.bincount(words.paragraph).astype(np.int64))
    found = []
    starts, ends = words.start.tolist(), words.end.tolist()
    for number, first in enumerate(range(0, len(words) - 40, 60)):
        content = Span(starts[first + 4], ends[first + 20])
        found.append(
            Attribution(
                f"a{number + 1}",
                kind_of(text, (content,), ()),
                (Span(starts[first], ends[first + 1]),),
                (Span(starts[first + 2], ends[first + 3]),),
                (content,),
                None,
                0.9,
                Why("hostile"),
            )
        )
    article = Article("hostile", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    prose = Prose(text, (0,), (0,))
    return Scene(article, prose, tokens_of(text, tagged), tuple(found)), tagged


def show(result: dict[str, Any]) -> str:
    """The tables of a result."""
    parts = []
    if "share" in result:
        spent, rules = result["share"]["microseconds_a_word"], result["share"]["rules"]
        rows = [[stage, spent[stage], f"{spent[stage] / spent['tagger']:.2f}"] for stage in spent]
        rows.append(["all rule stages after the attributions", rules, f"{result['share']['ratio']:.2f}"])
        parts.append(results.table(["", "µs a word", "times the tagger’s"], rows))
    if "hostile" in result:
        rows = [[each["text"], each["seconds"], each["times_half"], each["worst"]] for each in result["hostile"]]
        parts.append(
            results.table(["a million characters of", "seconds", "times as long as half of it", "worst stage"], rows)
        )
    return "\n\n".join(parts)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--share", action="store_true", help="the first table only; nothing is saved")
    parser.add_argument("--hostile", action="store_true", help="the second table only; nothing is saved")
    given = parser.parse_args(arguments)
    both = given.share == given.hostile
    load_before = os.getloadavg()[0]
    tagger = load()
    result: dict[str, Any] = {"made": reader.identity("benchmarks.rules", arguments), "load_before": load_before}
    if both or given.share:
        result["share"] = share(tagger)
    if both or given.hostile:
        result["hostile"] = hostile(tagger)
    print(show(result))
    if load_before > BUSY:
        print(f"The machine was busy (load {load_before:.1f}): the figures are doubtful.", file=sys.stderr)
    if both:
        path = results.save("rules", {**result, "machine": machine()}, FOLDER)
        print(f"saved {path.relative_to(ROOT)}", file=sys.stderr)
    slow = [each["text"] for each in result.get("hostile", ()) if each["seconds"] > LIMIT]
    if slow:
        print(f"over {LIMIT:g} s: {', '.join(slow)}", file=sys.stderr)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

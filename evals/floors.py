"""The gate: figures that must not fall, on a fixed slice of dev and on our own passages; `tests/test_gate.py` runs it.

    python -m evals.floors             # measure, and say what is below its floor
    python -m evals.floors --update    # set the floors a little under what is measured, and print what changed

A floor belongs to one model and one gold: `floors.toml` has the hashes of both, and the gate asks for new floors when
either changes, so that a worse model cannot pass unnoticed under old ones.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import own, polnear, reader, report, results
from evals.corpora import Text, fixed_slice, gold_hash, have, passages
from evals.corpora import polnear as polnear_texts
from evals.intervals import total
from evals.spans import ROLES, Tally

FILE = Path(__file__).resolve().parent / "floors.toml"
ARTICLES = 20
"""Articles of the slice of dev: those whose ids have the lowest SHA-256. Read in about ten seconds on one core."""
MARGIN = 0.5
"""Points that a floor lies under what was measured, for differences between processors in the last bits."""

DEV = (*(f"exact/{role}" for role in ROLES), "relation/exact", "relation/half", "content/half")
OWN = ("content/half", "all-content/half", "relation/half")

Figures = dict[str, dict[str, float]]
"""By part (`dev`, `passages`, `report`), each figure by its name, in per cent or as a count."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured, of which model, on which gold (a hash for each part that could be measured here)."""

    model: str
    model_hash: str
    gold: dict[str, str]
    figures: Figures


def measure() -> Measured:
    """Measure each part whose data is here."""
    gold: dict[str, str] = {}
    figures: Figures = {}
    texts = passages()
    gold["passages"] = gold_hash(texts)
    figures["passages"] = _figures(_tallies(texts, own.measure), OWN)
    if have("polnear"):
        texts = fixed_slice(list(polnear_texts("dev")), ARTICLES)
        gold["dev"] = gold_hash(texts)
        figures["dev"] = _figures(_tallies(texts, polnear.measure), DEV)
    if have("report"):
        text = report.gold()[0]
        gold["report"] = gold_hash([text])
        counts = report.judge().counts
        figures["report"] = {name: float(counts[name]) for name in ("right", "blocks_right")}
        figures["report"]["not_false"] = float(-counts["false"])
    return Measured(reader.tagger().name, reader.folder_hash(), gold, figures)


def _tallies(texts: Sequence[Text], measured: Any) -> dict[str, Tally]:
    readings = reader.readings(texts)
    return total(
        [
            measured(text, reader.relations(reading, text.text), gold)
            for text, reading in zip(texts, readings, strict=True)
            for gold in text.copies.values()
        ]
    )


def _figures(tallies: Mapping[str, Tally], names: Sequence[str]) -> dict[str, float]:
    out = {}
    for name in names:
        tally = tallies[name]
        for what, value in (("precision", tally.precision), ("recall", tally.recall), ("f1", tally.f1)):
            out[f"{name} {what}"] = round(100 * value, 2)
    return out


def load(path: Path = FILE) -> dict[str, Any]:
    """The floors as they stand; empty where there are none yet."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def complaints(measured: Measured, floors: Mapping[str, Any]) -> list[str]:
    """One sentence for everything that is not as the floors want it; empty if all is well."""
    out = []
    if floors.get("model_hash") != measured.model_hash:
        was = floors.get("model_hash")
        out.append(f"The floors are of model {was}, not {measured.model_hash}; run python -m evals.floors --update.")
    for part, figures in measured.figures.items():
        if floors.get("gold", {}).get(part) != measured.gold[part]:
            out.append(f"The annotations of {part} have changed; run python -m evals.floors --update.")
        wanted = floors.get(part, {})
        out += [
            f"{part}: {name} is {figures.get(name, 0):g}, below its floor of {floor:g}."
            for name, floor in wanted.items()
            if figures.get(name, 0.0) < floor
        ]
    return out


def made_from(measured: Measured, before: Mapping[str, Any]) -> dict[str, Any]:
    """New floors; of a part that could not be measured here the old ones stay."""
    out: dict[str, Any] = {"model": measured.model, "model_hash": measured.model_hash}
    out["gold"] = {**before.get("gold", {}), **measured.gold}
    for part in sorted({*(key for key in before if key in ("dev", "passages", "report")), *measured.figures}):
        figures = measured.figures.get(part)
        margin = 0.0 if part == "report" else MARGIN
        old = before.get(part, {})
        out[part] = old if figures is None else {name: round(value - margin, 2) for name, value in figures.items()}
    return out


def written(floors: Mapping[str, Any]) -> str:
    """The floors as TOML."""
    lines = ["# Written by `python -m evals.floors --update`; what each figure means is in docs/evaluation.md."]
    lines += [f'{name} = "{value}"' for name, value in floors.items() if isinstance(value, str)]
    for part, values in floors.items():
        if isinstance(values, dict):
            lines += ["", f"[{part}]"]
            for name, value in values.items():
                shown = f'"{value}"' if isinstance(value, str) else f"{value:g}" if value % 1 else f"{value:.1f}"
                lines.append(f'"{name}" = {shown}')
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.floors", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--update", action="store_true", help="write the floors from what is measured now")
    given = parser.parse_args(arguments)
    measured, before = measure(), load()
    rows = [
        [f"{part}: {name}", value, before.get(part, {}).get(name)]
        for part, figures in measured.figures.items()
        for name, value in figures.items()
    ]
    print(results.table(["", "measured", "floor"], rows))
    if not given.update:
        found = complaints(measured, before)
        print(*found, sep="\n")
        return 1 if found else 0
    after = made_from(measured, before)
    FILE.write_text(written(after), encoding="utf-8")
    for part, figures in measured.figures.items():
        for name in figures:
            old, new = before.get(part, {}).get(name), after[part][name]
            if old != new:
                print(f"{part}: {name}: floor {old} -> {new}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

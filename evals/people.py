"""People: who is mentioned, who is the same, and who speaks, on GUM dev, PolNeAR dev and the founding report.

    python -m evals.people                     # everything; saves evals/results/people.json
    python -m evals.people --split train       # GUM train instead of dev, to tune on; saves nothing
    python -m evals.people --split train --part held   # a third of its documents, which the rules were not looked at with
    python -m evals.people --errors 20         # with speakers that are wrong, shown here alone

GUM's attributions are taken as given (`evals/gum.py`), so that only people are judged. A found mention is the annotated one whose
head word it holds and within which it lies, or which it holds: the phrases are cut differently (GUM's have their relative
clauses), the heads are not. A speaker is right where the person has a mention of the annotated speaker and is called by words of
a proper name of theirs where the text has one, an office being none; *right entity* asks only that two mentions or more, and
most of them, are the speaker's (the *I* of a speech whose speaker the text names elsewhere). *Full coverage* takes the
likeliest candidate where Sayso abstains.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals import people_polnear, people_report, reader, results
from evals.corpora import ABSENT, ROOT, have
from evals.people_gum import PARTS, on_gum, show_gum, tagged_tokens

GOALS = {"full": 85.0, "sure": 95.0, "share": 75.0}
"""Per cent right at full coverage; per cent right of those answered, at this share answered, that the third issue asks for."""


def run(split: str, folder: Path | None, part: str | None = None) -> tuple[dict[str, Any], list[str], str]:
    """The result as plain values, the mistakes in words, and the tables for a terminal."""
    tokens = tagged_tokens(reader.tagger(folder))
    judge = on_gum(split, tokens, part)
    parts = [show_gum(judge, split)]
    result: dict[str, Any] = {"gum": {"split": split, **judge.told()}}
    mistakes = list(judge.speakers.errors)
    if split == "dev" and part is None:
        agreement = people_polnear.on_polnear("dev", tokens)
        parts.append("PolNeAR dev, agreement with CoreNLP's automatic coreference on the annotated sources\n")
        parts[-1] += results.table(["source", "attributions", "answered", "agree of answered"], agreement.rows())
        result["polnear"] = agreement.told()
        verdict = people_report.judge(folder)
        told = ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in verdict.told().items())
        parts.append("\n".join([f"founding report: {told}", *verdict.amiss]))
        result["report"] = verdict.told()
        mistakes += agreement.differences
    return result, mistakes, "\n\n".join(parts)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.people", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--part", choices=PARTS, help="a third of the documents, by their names, or the others")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N mistakes, here alone")
    parser.add_argument("--model", type=Path, help="a model folder other than the released one; nothing is saved")
    asked = parser.parse_args(arguments)
    if not have("gum", "polnear", "report"):
        print(ABSENT, file=sys.stderr)
        return 0
    result, mistakes, told = run(asked.split, asked.model, asked.part)
    print(told)
    if asked.errors:
        print("\n".join(random.Random(1).sample(mistakes, min(asked.errors, len(mistakes)))))
    if asked.split == "dev" and asked.model is None and asked.part is None:
        made = {"made": reader.identity("evals.people", arguments), "goals": GOALS, **result}
        print(f"saved {results.save('people', made).relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

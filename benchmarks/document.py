"""Writes docs/benchmarks.md from what benchmarks/results has of speed and questions, so that every number there comes from a run.

python -m benchmarks.document
"""

from __future__ import annotations

import sys
from typing import Any

from benchmarks.questions import table
from benchmarks.speed import FOLDER, ROOT, described, doubt, tables
from evals import results

PAGE = ROOT / "docs" / "benchmarks.md"

INTRODUCTION = """# How fast it reads

Speed and memory of the whole stage, from a text to its reading, on one core and on two, and how long a command takes from its
start to its end. Beside it, in the same run and on the same texts, the architecture of spaCy's small English pipeline (shared
tok2vec, tagger, parser, NER; en_core_web_sm 3.8's widths and depths, weights fresh, which take the same time). It answers
other questions; it is here because most people who read news with programs know how fast it is.

Each contender is a process of its own, pinned to its cores and warmed up. In each round all of them in turn read the same
articles, which no earlier round has read. A figure is the median of the rounds with the lowest and the highest; a ratio is taken
round by round. A word is what white space parts. Peak memory is the resident set of the process, model and Python included
(two processes together where there are two).

`python -m benchmarks.speed` runs it, `--profile` shows where the time of one core goes, `python -m benchmarks.document` writes
this page. spaCy is no dependency: `pip install 'spacy>=3.8,<4'` to have it measured too.
"""


QUESTIONS = """## Questions to an archive

Each question to an archive of `coverage/`, asked for the first time (*first*: stories, families, speakers and the first of
attention with nothing kept, those about one story, a speaker or some words once these are) and again when its answer is
[kept](archive.md#kept-answers) (*kept*: from opening the archive to the answer). Every question is asked in a process of its
own, whose peak memory is given; a dash is not measured.
Seconds are those of the processor, so that other work on the machine does not count. The first
question about attention finds the copies as well; those after it within the same articles take what is kept then. More than the
12,943 articles of `coverage/` are these again, with a third of the words exchanged for others and dated later. More on [adding
and searching](archive.md#how-fast-how-large) at up to 100,000 articles.
"""


def written() -> str:
    """The page as the saved results have it."""
    result = results.read("speed", FOLDER)
    if result is None:
        parts = [INTRODUCTION + "\n*Not measured yet: `python -m benchmarks.speed`.*"]
    else:
        parts = [INTRODUCTION.strip(), _about(result), *tables(result)]
    asked = results.read("questions", FOLDER)
    if asked is not None:
        parts += [QUESTIONS.strip(), f"`{asked['command']}`: {described(asked['machine'])}", table(asked["sizes"])]
    return "\n\n".join(parts) + "\n"


def _about(result: dict[str, Any]) -> str:
    machine, read = result["machine"], result["texts"]
    packages = ", ".join(f"{name} {version}" for name, version in machine["packages"].items() if version)
    return (
        f"{results.made_by(result)} {machine['cores']} cores of {machine['processor']}, {machine['system']}, Python "
        f"{machine['python']}, {packages}; at {machine['at']}. Texts: {read['what']}, {read['texts']} texts, "
        f"{read['words']:,} words.{doubt(machine)}"
    )


def main() -> int:
    PAGE.write_text(written(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

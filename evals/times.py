"""Expressions of time: spans, types and values, by the definitions of TempEval-3.

    python -m evals.times                       # everything; saves evals/results/times.json
    python -m evals.times --part gum --errors 40  # one part, with disagreements shown; saves nothing
    python -m evals.times --plain               # without the tagger's parts of speech: seconds; saves nothing

A found expression matches a marked one strictly where their spans are equal, and relaxed where they overlap, each at most once.
*Type* and *value* are judged on the relaxed matches: accuracy, and F1 = relaxed F1 times accuracy (UzZaman et al. 2013).
GUM's `<date>` elements were made by people; they mark dates alone, so only dates and times of day that name one are counted.
The *checked* expressions are of `coverage/`: dates without a year, whose value the tense, the day of publication or the text
decides (bare weekdays, months, days, holidays, *that day*), drawn at random in three samples. We read each with the value found
in view and wrote the right one, so it is a check and no blind annotation; `found_first` is what was found when it was drawn,
before its errors were looked at. By id and offsets in `evals/times_checked.jsonl`.
The figures on PolNeAR's automatic layer are agreement with CoreNLP's SUTime, which leaves days unresolved: no truth.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from evals import reader, results
from evals.corpora import ABSENT, COVERAGE, DATA, ROOT, have, rows_in
from evals.time_scenes import plain_scene
from evals.time_values import agrees, gum_value
from sayso.reading.times import find
from sayso.reading.tokens import tokens_of


@dataclass(frozen=True, slots=True)
class Timed:
    """One expression: its span in a text, its TIMEX3 type (`None` where the corpus gives none) and value."""

    start: int
    end: int
    type: str | None
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its date and what is marked in it."""

    id: str
    text: str
    published: date | None
    gold: tuple[Timed, ...]


@dataclass(slots=True)
class Score:
    """Counts of one comparison; `typed` and `valued` are how many relaxed matches have a type or value to compare."""

    gold: int = 0
    made: int = 0
    strict: int = 0
    relaxed: int = 0
    typed: int = 0
    type_right: int = 0
    valued: int = 0
    value_right: int = 0

    def figures(self) -> dict[str, float]:
        """Percentages, one decimal."""
        out: dict[str, float] = {}
        for name, right in (("strict", self.strict), ("relaxed", self.relaxed)):
            p, r = right / max(self.made, 1), right / max(self.gold, 1)
            f = 2 * p * r / (p + r) if p + r else 0.0
            out |= {f"{name}_precision": 100 * p, f"{name}_recall": 100 * r, f"{name}_f1": 100 * f}
        for name, right, of in (("type", self.type_right, self.typed), ("value", self.value_right, self.valued)):
            if of:
                out[f"{name}_accuracy"] = 100 * right / of
                out[f"{name}_f1"] = out["relaxed_f1"] * right / of
        return {name: round(value, 1) for name, value in out.items()}


def matches(gold: Sequence[Timed], made: Sequence[Timed]) -> list[tuple[Timed | None, Timed | None]]:
    """Marked and found expressions paired in the order of the text where they overlap; what is left stands alone."""
    out: list[tuple[Timed | None, Timed | None]] = []
    g, m = sorted(gold, key=lambda each: each.start), sorted(made, key=lambda each: each.start)
    i = j = 0
    while i < len(g) and j < len(m):
        if g[i].end <= m[j].start:
            out.append((g[i], None))
            i += 1
        elif m[j].end <= g[i].start:
            out.append((None, m[j]))
            j += 1
        else:
            out.append((g[i], m[j]))
            i, j = i + 1, j + 1
    out += [(each, None) for each in g[i:]] + [(None, each) for each in m[j:]]
    return out


def add(score: Score, pairs: Sequence[tuple[Timed | None, Timed | None]], published: date | None) -> None:
    """Count the pairs of one text."""
    for gold, made in pairs:
        score.gold += gold is not None
        score.made += made is not None
        if gold is None or made is None:
            continue
        score.relaxed += 1
        score.strict += (gold.start, gold.end) == (made.start, made.end)
        if gold.type is not None:
            score.typed += 1
            score.type_right += gold.type == made.type
        if gold.value:
            score.valued += 1
            score.value_right += agrees(made.value, gold.value, published)


def found(document: Document, plain: bool) -> list[Timed]:
    """What the time stage finds in a text by itself, with the tagger's parts of speech unless `plain`."""
    scene = plain_scene(document.text, document.published)
    if not plain:
        scene = replace(scene, tokens=tokens_of(document.text, reader.tagger().tag([document.text])[0]))
    return [Timed(m.span.start, m.span.end, str(m.type), m.value) for m in find(scene).mentions]


_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def gum(split: str) -> Iterator[Document]:
    """GUM's documents with their `<date>` elements; the text is that of the CoNLL-U file."""
    with gzip.open(DATA / "gum" / f"{split}.conllu.gz", "rt", encoding="utf-8") as lines:
        texts = _conllu(lines)
    with gzip.open(DATA / "gum" / f"{split}.xml.gz", "rt", encoding="utf-8") as lines:
        name, number, open_dates, gold, when = "", 0, [], [], None
        for line in lines:
            if line.startswith("<text "):
                told = dict(_ATTRIBUTE.findall(line))
                name, number, open_dates, gold = told["id"], 0, [], []
                when = _day(told.get("dateCreated", ""))
            elif line.startswith("<date"):
                open_dates.append((number, dict(_ATTRIBUTE.findall(line))))
            elif line.startswith("</date>") and open_dates:
                first, attributes = open_dates.pop()
                gold.append((first, number, gum_value(attributes)))
            elif line.startswith("</text>") and name in texts:
                text, spans = texts[name]
                marked = tuple(Timed(spans[a][0], spans[b - 1][1], None, v) for a, b, v in gold if a < b <= len(spans))
                yield Document(name, text, when, marked)
            elif not line.startswith("<") and line.strip():
                number += 1


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _conllu(lines: Iterator[str] | Any) -> dict[str, tuple[str, list[tuple[int, int]]]]:
    """For each document its text, paragraphs on lines of their own, and the offsets of its words."""
    out: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    name, at, skip, glued_to = "", 0, 0, 0
    for line in lines:
        if line.startswith("# newdoc"):
            if name:
                out[name] = "".join(parts), spans
            name, parts, spans, at = line.split("=")[1].strip(), [], [], 0
        elif line.startswith("# newpar") and at:
            parts.append("\n")
            at += 1
        elif line[:1].isdigit():
            cells = line.rstrip("\n").split("\t")
            if "-" in cells[0]:
                low, high = map(int, cells[0].split("-"))
                skip, glued_to = high - low + 1, 0 if "SpaceAfter=No" in cells[9] else 1
                continue
            if "." in cells[0]:
                continue
            parts.append(cells[1])
            spans.append((at, at + len(cells[1])))
            at += len(cells[1])
            if skip:
                skip -= 1
                space = glued_to if skip == 0 else 0
            else:
                space = "SpaceAfter=No" not in cells[9]
            if space:
                parts.append(" ")
                at += 1
    if name:
        out[name] = "".join(parts), spans
    return out


_TYPES = ("DATE", "TIME", "DURATION", "SET")


def polnear(split: str) -> Iterator[Document]:
    """PolNeAR's articles with the expressions of the automatic layer: runs of words of one type and value."""
    rows = {}
    for row in rows_in(DATA / "polnear" / f"{split}.jsonl.gz"):
        rows[row["id"]] = row["text"], _day(str(row.get("published") or ""))
    for layer in rows_in(DATA / "polnear" / f"{split}.corenlp.jsonl.gz"):
        text, published = rows[layer["id"]]
        gold: list[Timed] = []
        for sentence in layer["sentences"]:
            before: Timed | None = None
            for start, end, _, _, kind, value, *_ in sentence["tokens"]:
                if kind not in _TYPES or end <= start:
                    before = None
                    continue
                if before is not None and before.type == kind and before.value == (value or ""):
                    gold.pop()
                    start = before.start
                before = Timed(start, end, kind, value or "")
                gold.append(before)
        yield Document(layer["id"], text, published, tuple(gold))


CHECKED = ROOT / "evals" / "times_checked.jsonl"
SHOWN = 6_000
"""Characters of an article from which the checked expressions were drawn."""


def checked(plain: bool) -> dict[str, Any]:
    """The share of the checked expressions whose value is right, when they were drawn and now."""
    rows = list(rows_in(CHECKED))
    wanted = {row["id"] for row in rows}
    made: dict[str, list[Timed]] = {}
    for row in rows_in(COVERAGE):
        if row["id"] in wanted:
            made[row["id"]] = found(Document(row["id"], row["text"][:SHOWN], _day(row["published"][:10]), ()), plain)
    out: dict[str, Any] = {}
    for sample in ("first", "second", "third"):
        mine = [row for row in rows if row["sample"] == sample]
        now = sum(_value_at(made[row["id"]], row["start"], row["end"]) == row["value"] for row in mine)
        then = sum(row["found_first"] == row["value"] for row in mine)
        out[sample] = {"checked": len(mine), "right_when_drawn": then, "right_now": now}
    return out


def _value_at(made: Sequence[Timed], start: int, end: int) -> str:
    """The value found at a place, empty where nothing is found there."""
    return next((each.value for each in made if each.start < end and start < each.end), "")


def run(name: str, documents: Sequence[Document], dates_only: bool, options: argparse.Namespace) -> dict[str, Any]:
    """The score of one set, with disagreements printed where they are asked for."""
    errors = options.errors
    score = Score()
    shown: list[str] = []
    words = 0
    for document in documents:
        made = found(document, options.plain)
        if dates_only:
            made = [
                each
                for each in made
                if (each.type in ("DATE", "TIME") and each.value[:1].isdigit()) or each.value[:3] == "XXX"
            ]
            made = [each for each in made if each.type != "SET"]
        words += len(document.text.split())
        pairs = matches(document.gold, made)
        add(score, pairs, document.published)
        for gold, mine in pairs if errors else ():
            if gold is None or mine is None or (gold.value and not agrees(mine.value, gold.value, document.published)):
                place = mine or gold
                assert place is not None
                around = document.text[max(0, place.start - 50) : place.end + 40].replace("\n", " / ")
                a = "–" if gold is None else f"[{document.text[gold.start : gold.end]}] {gold.type} {gold.value}"
                b = "–" if mine is None else f"[{document.text[mine.start : mine.end]}] {mine.type} {mine.value}"
                shown.append(f"{document.published} marked {a} | found {b} | …{around}…")
    step = max(1, len(shown) // errors) if errors else 1
    print("\n".join(shown[::step]) if shown else "", end="\n" if shown else "")
    return {"texts": len(documents), "words": words, "marked": score.gold, "found": score.made} | score.figures()


def report(plain: bool) -> dict[str, Any]:
    """The founding report: how many of the expressions that a careful person reads are found whole, and with their value."""
    folder = DATA / "report"
    text = (folder / "report.txt").read_text(encoding="utf-8")
    wanted = json.loads((folder / "reading.json").read_text(encoding="utf-8"))["times"]
    made = {(each.start, each.end): each for each in found(Document("report", text, None, ()), plain)}
    rows = [(each, made.get((each["start"], each["end"]))) for each in wanted]
    wrong = [
        f"{each['text']}: {each['type']} {each['value']}, found {got and (got.type, got.value)}"
        for each, got in rows
        if got is None or (got.type, got.value) != (each["type"], each["value"])
    ]
    return {"marked": len(wanted), "right": len(wanted) - len(wrong), "wrong": wrong}


COLUMNS = (
    "texts", "marked", "found", "strict_f1", "relaxed_precision", "relaxed_recall", "relaxed_f1", "type_accuracy",
    "type_f1", "value_accuracy", "value_f1",
)  # fmt: skip


def show(result: dict[str, Any]) -> str:
    """The result as text for a terminal or a page."""
    rows = [[name, *(told.get(column) for column in COLUMNS)] for name, told in result["sets"].items()]
    told = result["report"]
    lines = [results.table(["", *(column.replace("_", " ") for column in COLUMNS)], rows)]
    lines.append(
        f"Founding report: {told['right']} of {told['marked']} expressions with span, type and value as in reading.json."
    )
    for name, sample in result.get("checked", {}).items():
        n = sample["checked"]
        then, now = (100 * sample[key] / n for key in ("right_when_drawn", "right_now"))
        lines.append(f"Checked by hand, {name} sample: of {n}, {then:.1f} % right when drawn, {now:.1f} % now.")
    return "\n\n".join([*lines, *told["wrong"]])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("gum", "polnear", "checked", "report"), help="only this; saves nothing")
    parser.add_argument(
        "--split", choices=("train", "dev"), default="dev", help="train is for development; saves nothing"
    )
    parser.add_argument("--errors", type=int, default=0, help="about how many disagreements to show")
    parser.add_argument("--plain", action="store_true", help="without the tagger; saves nothing")
    options = parser.parse_args()
    if not have("gum", "polnear", "report", "coverage"):
        print(ABSENT, file=sys.stderr)
        return 0
    sets = {}
    if options.part in (None, "gum"):
        sets["GUM dates (people)"] = run("gum", list(gum(options.split)), True, options)
    if options.part in (None, "polnear"):
        sets["PolNeAR (agreement with SUTime)"] = run("polnear", list(polnear(options.split)), False, options)
    result = {"split": options.split, "sets": sets, "report": report(options.plain)}
    if options.part in (None, "checked") and options.split == "dev":
        result["checked"] = checked(options.plain)
    print(show(result))
    if options.part is None and options.split == "dev" and not options.errors and not options.plain:
        results.save("times", {"made": reader.identity("evals.times", ()), **result})
    return 0


if __name__ == "__main__":
    sys.exit(main())

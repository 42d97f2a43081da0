"""Writes docs/evaluation.md from the results in `evals/results/`, so that every number there comes from a run.

python -m evals.document            # write it
python -m evals.document --check    # exit code 1 if it is not what the results say
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from evals import document_whole, floors, own, polnear, results
from evals.corpora import ROOT
from evals.curves import as_table
from evals.document_whole import NOT_RUN
from evals.spans import ROLES

PAGE = ROOT / "docs" / "evaluation.md"
SHOWN = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Thresholds of the curve that the page shows; all are in the file beside it."""
KINDS = ("direct", "indirect", "mixed")

INTRODUCTION = """# How well it reads

How much of what a text attributes Sayso finds, and how much of what it finds is right. Every table here is written by
`python -m evals.document` from the results of a run, kept in `evals/results/`; what each figure is, is said where it stands.
In per cent; intervals are the middle 95 % of 1,000 resamplings of whole articles. An overlap of contents is the characters
that two share by those that either has, and attributions are paired one to one so that the most pairs are made.

Everything on PolNeAR here is its **dev** split. What is tuned on it (learning rates, epochs, thresholds, the calibration of
scores) has seen it; the published figures beside it are on the test split, which this project does not have.
"""

LEAST = {"source": 82.0, "cue": 74.0, "content": 68.0}
"""Exact-span F1 below which the tagger is not done."""


def written() -> str:
    """The page as the saved results have it."""
    sections = [
        INTRODUCTION.strip(),
        _short(),
        _polnear(),
        _report(),
        *document_whole.sections(),
        _own(),
        _pages(),
        _gate(),
    ]
    return "\n\n".join(sections) + "\n"


def _short() -> str:
    """What the project asks for beside what is reached."""
    dev, own_texts, report = results.read("polnear"), results.read("own"), results.read("report")
    rows: list[list[Any]] = []
    if dev:
        for role in ROLES:
            reached = dev["figures"][f"exact/{role}"]["f1"]
            rows.append([f"PolNeAR dev, {role}, exact span F1", reached, LEAST[role], polnear.COFENET[role]])
        rows.append(["PolNeAR dev, whole relation, exact F1", dev["figures"]["relation/exact"]["f1"], 50.0, 55.9])
    for name, told in (own_texts or {}).items():
        if name in SETS:
            for what in ("precision", "recall"):
                label = f"our {name}, content at overlap 0.5, {what}"
                rows.append([label, told["figures"]["content/half"][what], None, own.GOAL])
    if report:
        rows.append(["founding report, attributions right", report["right"], None, report["attributions"]])
        rows.append(["founding report, false findings", report["false"], None, 0])
    rows += document_whole.rows()
    if not rows:
        return "## In short\n\n" + NOT_RUN.format("python -m evals.polnear")
    return "## In short\n\n" + results.table(["", "reached", "at least", "goal"], rows)


def _polnear() -> str:
    result = results.read("polnear")
    parts = ["## PolNeAR dev"]
    if result is None:
        return "\n\n".join([*parts, NOT_RUN.format("python -m evals.polnear")])
    ours, human = result["figures"], result["human"]["figures"]
    parts.append(
        f"{result['articles']} articles of political news, {result['copies']} annotated copies: each annotator's copy of an "
        f"article is held against the one reading of it. {results.made_by(result)}"
    )
    parts.append("### Spans")
    rows = []
    for measure, label in (
        ("exact", "exact, CofeNet's count"),
        ("span", "exact, by annotated span"),
        ("begin", "begin match"),
        ("jaccard", "Jaccard (a mean)"),
        ("token", "words"),
    ):
        for role in ROLES:
            figure = ours[f"{measure}/{role}"]
            a_mean = measure == "jaccard"
            precision, recall = (None, None) if a_mean else (figure["precision"], figure["recall"])
            published = polnear.COFENET[role] if measure == "exact" else None
            pair = human[f"{measure}/{role}"]["f1"]
            rows.append([f"{role}, {label}", precision, recall, results.with_interval(figure), pair, published])
    parts.append(results.table(["", "precision", "recall", "F1", "human pair", "BERT + CofeNet, on test"], rows))
    parts.append(CHOICES.strip())
    parts += ["### Whole attributions", _relations(ours, human)]
    lost = result["furniture"]
    parts.append(
        f"PolNeAR is univocal: no word is in two attributions. What Sayso finds inside another's content "
        f"({result['nested']} findings beside {result['found']} outer ones) is therefore left out above, though it may be "
        f"right; with it counted as if it were wrong, content spans have {ours['all-span/content']['f1']:.1f}, the exact "
        f"relation {ours['all-relation/exact']['f1']:.1f}. Of {lost['of']} annotated contents {lost['lost']} lie in blocks "
        f"that the article stage takes for furniture, and count as missed."
    )
    parts += ["### By kind", _kinds(ours, human)]
    parts += ["### Two annotators, and Sayso against them", _humans(result)]
    parts += ["### Precision as the threshold moves", CURVE.strip(), as_table(result["curve"], SHOWN)]
    return "\n\n".join(parts)


CHOICES = """
*CofeNet's count* (Wang et al., COLING 2022; their published evaluation code): BIO sequences of words, a chunk is a `B` and each
following `I` of its role, chunks of all sequences pooled. Where the paper is silent: a sequence is a paragraph; words are
CoreNLP's; a span has the words that it touches, and is one chunk in each paragraph that it runs over; a word is in one
chunk at most, of two spans that overlap the first is kept. *Begin match* asks for the first word of the chunk alone. *Jaccard* is
their mean: for each annotated chunk its best overlap with a found one, and 0 for each found chunk that touches none. *By
annotated span* compares the first and last character of each span, white space at the edges aside, without regard to paragraphs.
The human pair is one annotator read against another, counts pooled over all ordered pairs.
"""

CURVE = """
Findings below a score left out, outer attributions; all thresholds are in [precision.csv](precision.csv).
"""


def _relations(ours: dict[str, Any], human: dict[str, Any]) -> str:
    rows = []
    for name in ("relation/exact", "relation/words", "relation/half", "content/half", "content/cover"):
        figure = ours[name]
        cells = [figure["precision"], figure["recall"], results.with_interval(figure), human[name]["f1"]]
        rows.append([polnear.LABELS[name], *cells])
    shares = ("right/source", "right/cue", "right/kind")
    rows += [[polnear.LABELS[n], None, None, results.with_interval(ours[n]), human[n]["f1"]] for n in shares]
    text = (
        "*Exact*: the source, the cue and every content span have the annotated first and last characters; *in words*: they "
        "touch the same words. *Overlap 0.5*: contents overlap by half or more, cues touch, sources touch (or neither has "
        "one). *Half of it found*: half of the annotated content is in the found one, however much more was taken. The last "
        "rows are shares of the pairs whose contents overlap by half."
    )
    return results.table(["", "precision", "recall", "F1", "human pair"], rows) + "\n\n" + text


def _kinds(ours: dict[str, Any], human: dict[str, Any] | None) -> str:
    rows = []
    for kind in KINDS:
        precision, recall, exact = (ours[f"kind-{what}/{kind}"]["f1"] for what in ("precision", "recall", "exact"))
        pair = [human[f"kind-recall/{kind}"]["f1"]] if human else []
        rows.append([kind, precision, recall, exact, int(ours[f"kind-recall/{kind}"]["gold"]), *pair])
    head = ["", "precision", "recall", "found whole", "annotated", *(["human pair, recall"] if human else [])]
    text = (
        "Neither corpus annotates the kind, so it is told from the quotation marks around and in the content, the same way for "
        "what is annotated and what is found (`evals/kinds.py`). Precision and recall by overlap of contents of half or more."
    )
    return results.table(head, rows) + "\n\n" + text


def _humans(result: dict[str, Any]) -> str:
    every, same, ours = result["human"], result["human_same"], result["ours_same"]
    names = [f"span/{role}" for role in ROLES] + ["relation/exact", "relation/half", "content/half"]
    rows = []
    for name in names:
        pair, on_dev = every["figures"][name]["f1"], same["figures"][name]["f1"]
        rows.append([polnear.LABELS[name], pair, every["mean_f1"][name], on_dev, ours[name]["f1"]])
    head = ["F1", "pair, pooled", "pair, mean of pairs", "pair, dev alone", "Sayso on these of dev"]
    text = (
        f"{every['articles']} articles of train and dev have several annotators: {every['pairs']} ordered pairs. Sayso has "
        f"trained on those of train, so only the {same['articles']} of dev are read against it, and two articles say little. "
        "The pair's .777, .705, .659 and .559 that the project began from are the 16 articles of train pooled with white "
        "space at the edges left in: so counted, we get .777, .704, .678 (.654 where an interrupted content must be right "
        "in all its pieces) and .559."
    )
    return results.table(head, rows) + "\n\n" + text


def _report() -> str:
    result = results.read("report")
    parts = ["## The founding report"]
    if result is None:
        return "\n\n".join([*parts, NOT_RUN.format("python -m evals.report")])
    parts.append(
        f"Of {result['attributions']} attributions that a careful reader sees in it, {result['right']} are found with an overlap "
        f"of 0.8 or more and the right source and kind; {result['right_strictly']} where a quotation that resumes after its cue "
        f"must stand alone, as that reader lists it, while Sayso gives one attribution with two content spans as PolNeAR does. "
        f"{result['found']} findings, of which {result['false']} are false. Blocks: {result['blocks_right']} of "
        f"{result['blocks']} as given, {result['blocks_made']} made. {results.made_by(result)}"
    )
    rows = []
    for row in result["rows"]:
        marks = ["yes" if row[name] else "no" for name in ("source", "cue", "kind", "right")]
        rows.append([row["id"], f"{row['whole']:.2f}", f"{row['by_part']:.2f}", *marks])
    parts.append(
        results.table(["", "overlap of the whole", "of its best part", "source", "cue", "kind", "right"], rows)
    )
    return "\n\n".join(parts)


SETS = {
    "passages": "Our own passages: invented, written and marked for this across subjects, Englishes and layouts; in the repo.",
    "coverage": "Real articles of 2013 to 2016 from several outlets, marked by id and offsets; their texts are not in the repo.",
}


def _own() -> str:
    result = results.read("own")
    parts = ["## Texts that are no political news of 2016"]
    if result is None:
        return "\n\n".join([*parts, NOT_RUN.format("python -m evals.own")])
    parts.append(
        f"By the rules of [annotation.md](annotation.md), nested attributions marked too. {results.made_by(result)}"
    )
    for name, what in SETS.items():
        told = result.get(name)
        if told is None:
            continue
        parts.append(f"### {name.capitalize()}")
        parts.append(
            f"{what} {told['texts']} texts, {told['words']:,} words, {told['annotated']} attributions, {told['nested']} of them "
            f"nested. Found: {told['found']}, {told['found_nested']} of them nested. {told['prose_taken_for_furniture']} of the "
            f"annotated lie in blocks taken for furniture, {told['found_in_furniture']} of the found in what is furniture."
        )
        rows = []
        for key, label in own.LABELS.items():
            outer, every = told["figures"][key], told["figures"][f"all-{key}"]
            cells = [outer["precision"], outer["recall"], results.with_interval(outer)]
            rows.append([label, *cells, every["precision"], every["recall"], every["f1"]])
        parts.append(results.table(["", "precision", "recall", "F1", "nested too: precision", "recall", "F1"], rows))
        parts.append(_kinds(told["figures"], None).split("\n\n")[0])
        parts += [own.groups_table(group, values) for group, values in told["groups"].items()]
        parts.append(as_table(told["curve"], SHOWN))
    return "\n\n".join(parts)


def _pages() -> str:
    return (
        "## Article body\n\nWhat is kept of a page's own prose, its title, date and authors, beside trafilatura in the same run: "
        "`python -m evals.pages`, reported in [article.md](article.md)."
    )


def _gate() -> str:
    told = floors.load()
    parts = ["## The gate"]
    if not told:
        return "\n\n".join([*parts, NOT_RUN.format("python -m evals.floors --update")])
    parts.append(
        f"`tests/test_gate.py` fails where a figure falls below its floor, or where the model (`{told['model']}`, hash "
        f"`{told['model_hash']}`) or the annotations are not those that the floors were set for. It reads our passages "
        f"everywhere, and {floors.ARTICLES} articles of dev and the founding report where the data is. Floors lie "
        f"{floors.MARGIN:g} points under what was measured; `python -m evals.floors --update` sets them anew and prints "
        "what changed."
    )
    rows = [
        [f"{part}: {name}", float(value)]
        for part in ("passages", "dev", "report")
        for name, value in told.get(part, {}).items()
    ]
    parts.append(results.table(["", "floor"], rows))
    return "\n\n".join(parts)


def main(arguments: Sequence[str]) -> int:
    page = written()
    if "--check" in arguments:
        return 0 if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page else 1
    PAGE.write_text(page, encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

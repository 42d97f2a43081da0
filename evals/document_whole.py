"""Sections of docs/evaluation.md: people, chain, certainty, times, and the founding report read whole."""

from __future__ import annotations

from typing import Any

from evals import results

NOT_RUN = "*Not measured yet: `{}`.*"
SCENES = {"scenes_speakers": "dev (rules made with them)", "scenes_speakers_held": "a half nobody looked at"}
CHAINS = {"chain": "dev (fitted on)", "chain_fresh": "fresh articles"}
CERTAINTIES = {"certainty": "dev half", "certainty_test": "test half"}
"""Saved results, and what each is called."""


def rows() -> list[list[Any]]:
    """What the project asks for beside what is reached, for the table at the head of the page."""
    made: list[list[Any]] = []
    people, times, report = results.read("people"), results.read("times"), results.read("whole")
    if people:
        told = people["gum"]["speakers"]["all"]
        made.append(["GUM dev, speaker right, nothing left open", told["full_coverage"], None, 85.0])
        made.append(["GUM dev, speaker right where one is given", told["right_of_answered"], None, 95.0])
        made.append(["GUM dev, attributions with a speaker given", told["answered_share"], None, 75.0])
    for name, label in SCENES.items():
        if scenes := results.read(name):
            made.append(
                [f"invented articles, {label}, speaker right, nothing left open", scenes["all"]["full"], None, None]
            )
            made.append(
                [f"invented articles, {label}, right where one is given", scenes["all"]["right of given"], None, None]
            )
    for name, label in CHAINS.items():
        if chain := results.read(name):
            made.append([f"coverage, {label}, whole chain right", chain["whole"], None, 85.0])
            made.append([f"coverage, {label}, hop precision", chain["all"]["precision"], None, 95.0])
    for name, label in CERTAINTIES.items():
        if certainty := results.read(name):
            told = certainty["attribution"]
            made.append([f"coverage, {label}, certainty, macro-F1 of levels", told["level_macro_f1"], None, 80.0])
            made.append([f"coverage, {label}, polarity", told["polarity_accuracy"], None, 95.0])
    if times:
        told = times["sets"]["GUM dates (people)"]
        made.append(["GUM dev, dates that people marked, value F1", told["value_f1"], None, None])
    if report:
        right = sum(each["right"] for each in report["counts"].values())
        made.append(
            ["founding report read whole, things right", right, None, sum(e["of"] for e in report["counts"].values())]
        )
    return made


def sections() -> list[str]:
    """The sections, each with its figures or the command that makes them."""
    return [_people(), _chain(), _certainty(), _times(), _whole()]


def _people() -> str:
    told = results.read("people")
    head = "## People and speakers\n\n"
    if told is None:
        return head + NOT_RUN.format("python -m evals.people")
    gum = told["gum"]
    body = [
        f"What is measured, and where it fails: [people.md](people.md). GUM's dev documents, all genres. {results.made_by(told)}",
        results.table(
            ["found", "precision", "recall", "annotated"],
            [[name, each["precision"], each["recall"], each["annotated"]] for name, each in gum["detection"].items()],
        ),
        results.table(
            ["coreference of people and organisations, F1", "MUC", "B³", "CEAF-e", "CoNLL mean"],
            [
                [name, each["muc"], each["b3"], each["ceafe"], each["conll"]]
                for name, each in gum["coreference"].items()
            ],
        ),
        results.table(
            ["the speaker, by source", "of", "right, nothing open", "given", "right of given", "nearest person before"],
            [
                [
                    name,
                    each["attributions"],
                    each["full_coverage"],
                    each["answered_share"],
                    each["right_of_answered"],
                    each["floor_nearest_person"],
                ]
                for name, each in gum["speakers"].items()
            ],
        ),
        "For reference: the Gender Gap Tracker reports 86.5 to 87.4 % on its own data (Asr et al. 2021).",
        *_scenes(),
    ]
    return head + "\n\n".join(body)


def _scenes() -> list[str]:
    """Speakers in articles that were invented for it, by kind of source."""
    made = []
    for name, label in SCENES.items():
        told = results.read(name)
        if told is not None:
            lines = [[kind, *told[kind].values()] for kind in ("all", "name", "phrase", "pronoun", "none")]
            head = [
                "the speaker, by source",
                "found",
                "right, nothing open",
                "given",
                "right of given",
                "right or open",
                "class",
            ]
            about = (
                f"{told['articles']} invented articles, annotated by somebody who did not know the code, {label}: "
                f"{told['found']} % of {told['annotated']} attributions found. {results.made_by(told)}"
            )
            made += [about, results.table(head, lines)]
    return made


def _chain() -> str:
    head = "## Chain\n\n"
    parts = []
    for name, label in CHAINS.items():
        told = results.read(name)
        if told is None:
            continue
        lines = [
            [f"hops, {which}", told[which]["precision"], told[which]["recall"], told[which]["f1"], told[which]["gold"]]
            for which in ("all", "first", "passed on")
        ]
        parts.append(
            f"Coverage, {label}: {told['articles']} articles, {told['counts']['attributions']} attributions. Whole chain right: "
            f"{told['whole']} %; right but for the first hop: {told['whole but the first']} %; venue: {told['venue']} %. "
            f"{results.made_by(told)}\n\n" + results.table(["", "precision", "recall", "F1", "annotated"], lines)
        )
    if not parts:
        return head + NOT_RUN.format("python -m evals.chain")
    wire = results.read("wire")
    if wire:
        told = wire["text and author"]
        parts.append(
            f"Agency copy on PolNeAR {wire['split']}: precision {told['precision']}, recall {told['recall']}, of "
            f"{told['counts']['gold']} articles with an agency among {told['counts']['articles']}. {results.made_by(wire)}"
        )
    return head + "What is measured, and where it fails: [chain.md](chain.md).\n\n" + "\n\n".join(parts)


def _certainty() -> str:
    head = "## Certainty and polarity\n\n"
    parts = []
    for name, label in CERTAINTIES.items():
        told = results.read(name)
        if told is None:
            continue
        lines = []
        for which, what in (("attribution", "attributions"), ("sentence", "the article's own sentences")):
            each = told[which]
            lines.append(
                [what, each["items"], each["level_accuracy"], each["level_macro_f1"], each["polarity_accuracy"]]
            )
        table = results.table(["", "of", "level right", "macro-F1 of levels", "polarity right"], lines)
        parts.append(f"Coverage, {label}. {results.made_by(told)}\n\n{table}")
    if not parts:
        return head + NOT_RUN.format("python -m evals.certainty")
    return head + "Levels, confusions, and where it fails: [certainty.md](certainty.md).\n\n" + "\n\n".join(parts)


def _times() -> str:
    told = results.read("times")
    head = "## Times\n\n"
    if told is None:
        return head + NOT_RUN.format("python -m evals.times")
    keys = ("strict_f1", "relaxed_precision", "relaxed_recall", "relaxed_f1", "type_f1", "value_f1")
    lines = [
        [name, each["marked"], each["found"], *(each.get(key) for key in keys)] for name, each in told["sets"].items()
    ]
    table = results.table(["", "marked", "found", *(key.replace("_", " ").replace("f1", "F1") for key in keys)], lines)
    return (
        head + f"What is measured, and where it fails: [times.md](times.md). {results.made_by(told)}\n\n{table}\n\n"
        "HeidelTime's value F1 on TempEval-3's platinum set is 77.6 and the best published 82.4; that set is not here, and these "
        "figures are on others."
    )


def _whole() -> str:
    told = results.read("whole")
    head = "## The founding report, read whole\n\n"
    if told is None:
        return head + NOT_RUN.format("python -m evals.whole")
    lines = [[part.replace("_", " "), each["right"], each["of"]] for part, each in told["counts"].items()]
    return head + f"{results.made_by(told)}\n\n" + results.table(["", "right", "of"], lines)

"""Speakers and their classes on articles that were invented and annotated by somebody who had not seen the code.

    python -m evals.scenes_speakers                # evals/scenes/speakers.json, which rules were made with (dev)
    python -m evals.scenes_speakers --errors 20    # with mistakes shown; saves nothing
    python -m evals.scenes_speakers --half second  # evals/scenes/speakers2.json, held back once, now dev as well
    python -m evals.scenes_speakers --half held    # evals/scenes/speakers_held.json, which nobody looked at

A file is a list of `{"id", "outlet", "date", "title", "text", "attributions": [{"words", "speaker", "class", "via", "venue"}]}`:
`words` are the content as the text has it (of words that the text has twice, the next ones after the attribution before),
`speaker` the fullest name that the text gives (or the first name of one who shares a surname), its own phrase for a role, a group
or a document, `None` where the text leaves it open. An annotated attribution is paired with the found one whose content overlaps
it most, as a whole or by a part, from half on (Jaccard, in characters); those that are not found are counted apart. A speaker is
right where the names are alike but for titles, articles, a middle name more or less, and for a phrase where it has the same head
and all words of one are in the other; one that stays open is right where the annotation is open. *Full coverage* takes the
likeliest candidate where Sayso abstains. The kind of a source is that of its words in the text. A body with a name is *named* for
Sayso and *collective* for the annotator, which counts as alike. Relays (`via`) and venues of the same files are judged by
`python -m evals.scenes_chain`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from evals import reader, results
from evals.corpora import ROOT
from evals.relations import HALF, jaccard
from sayso.article import article_from_text
from sayso.reading import read_articles
from sayso.reading.people import lexicon
from sayso.records import Article, Attribution, Given, Reading

FOLDER = ROOT / "evals" / "scenes"
FILES = {"dev": FOLDER / "speakers.json", "second": FOLDER / "speakers2.json", "held": FOLDER / "speakers_held.json"}
KINDS = ("name", "phrase", "pronoun", "none")
HEAD = ("source", "found", "right at full coverage", "given", "right of given", "right or rightly open", "class")
_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "one"})
_SMALL = frozenset({"the", "a", "an", "of", "for", "at", "in", "and", "who", "s"})
_LINKS = frozenset({"of", "for", "at", "in", "from", "with", "on", "to", "who", "which", "that", "by", "close", "near"})


@dataclass(slots=True)
class Tally:
    """What was counted, by kind of source, and the mistakes in words."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    def add(self, kind: str, name: str, value: int = 1) -> None:
        for each in ("all", kind):
            self.counts.setdefault(each, Counter())[name] += value


def same_speaker(gold: str | None, made: str | None) -> bool:
    """Whether two names are one speaker's, as this page's docstring says."""
    if gold is None or made is None:
        return gold is made
    a, b = _words(gold), _words(made)
    if a == b:
        return True
    less, more = sorted((a, b), key=len)
    if not set(less) - _SMALL or not set(less) - _SMALL <= set(more):
        return False
    if _is_name(gold) and _is_name(made):
        shared = less is a and len(less) == 1 and less[0] == more[0]  # *Anneke*, of *Anneke and Joost Moss*
        return shared or (len(less) > 1 and less[-1] == more[-1] and less[0] == more[0])
    return _head(less) == _head(more)


def same_class(gold: dict[str, Any], made: str) -> bool:
    """Whether classes are alike; a body that has a name is *named* or *collective*, and nobody *none* or *unattributed*."""
    if gold["class"] == "collective" and made == "named":
        return _is_name(gold["speaker"].removeprefix("the ").removeprefix("The "))
    return made == ("unattributed" if gold["class"] == "none" else gold["class"])


def _is_name(words: str) -> bool:
    """Whether every word but small ones has a capital, and the first is no article."""
    parts = words.split()
    return parts[0].lower() not in _SMALL and all(not p[0].islower() or len(p) < 4 for p in parts)


def _words(name: str) -> list[str]:
    """The words of a name in small letters, without accents, titles before it and marks."""
    plain = "".join(c if c.isalnum() or c in "'-" else " " for c in lexicon.plain(name.replace("’", "'")))
    found = [w.strip("'").removesuffix("'s") for w in plain.split() if w.strip("'-")]
    while len(found) > 1 and (found[0] in ("the", "a", "an", "right", "most") or _is_title(found, name)):
        found.pop(0)
    return found


def _is_title(found: Sequence[str], name: str) -> bool:
    title = found[0] in lexicon.TITLES and found[0] not in lexicon.FIRST_NAMES
    return title and found[1] not in _LINKS and _is_name(name)


def _head(words: Sequence[str]) -> str:
    """The last word before a preposition: *spokeswoman* in *a spokeswoman for the council*."""
    end = next((i for i, word in enumerate(words) if i and word in _LINKS), len(words))
    return words[end - 1]


def places(text: str, attributions: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Where the annotated contents stand; ValueError for words that the text does not have."""
    out, last = list[tuple[int, int]](), 0
    for each in attributions:
        at = text.find(each["words"], last)
        at = at if at >= 0 else text.find(each["words"])
        if at < 0:
            raise ValueError(f"the text does not have {each['words'][:60]!r}")
        out.append((at, at + len(each["words"])))
        last = at + 1
    return out


def article_of(row: dict[str, Any]) -> Article:
    """A scene as an article, with the outlet, date and title that its annotator gave it."""
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    return article_from_text(row["text"], Given(row.get("title"), (), row.get("outlet"), day), force=True)


def paired(where: Sequence[tuple[int, int]], reading: Reading, back: Sequence[int]) -> list[Attribution | None]:
    """For each annotated place the found attribution that overlaps it most, from half on. Each content is given once, as a whole
    or by its parts: what *she said* interrupts is one content here, and two for the annotator."""
    ranked = []
    for j, found in enumerate(reading.attributions):
        parts = [(back[s.start], back[s.end - 1] + 1) for s in found.content]
        units = [parts, *([part] for part in parts if len(parts) > 1)]
        ranked += [
            (jaccard(unit, [place]), -i, -j, -k) for i, place in enumerate(where) for k, unit in enumerate(units)
        ]
    out: list[Attribution | None] = [None] * len(where)
    taken = set[tuple[int, int]]()
    for share, i, j, k in sorted(ranked, reverse=True):
        if share >= HALF and out[-i] is None and not {(j, k), (j, 0)} & taken:
            out[-i] = reading.attributions[-j]
            taken.add((j, k))
    return out


def kind_of_source(found: Attribution, speaker: str | None, text: str) -> str:
    """By what words the text gives the speaker: a name, a phrase, a pronoun, or none."""
    if not found.source:
        return "none"
    words = _words(found.source[0].of(text))
    if words[:1] and words[0] in _PRONOUNS and len(words) < 3:
        return "pronoun"
    named = speaker is not None and _is_name(speaker)
    return "name" if named and speaker is not None and set(_words(speaker)[-1:]) & set(words) else "phrase"


def likeliest(found: Attribution, reading: Reading) -> str | None:
    """The speaker's name, or the likeliest candidate's where it stays open."""
    if found.speaker is not None:
        return reading.person(found.speaker).name
    return found.speaker_why.beat[0][0] if found.speaker_why.beat else None


def judge(row: dict[str, Any], reading: Reading, out: Tally) -> None:
    """Counts one scene."""
    text, read = row["text"], reading.article.text
    gold = row["attributions"]
    found = paired(places(text, gold), reading, reader.offsets(text, read))
    out.counts.setdefault("all", Counter())["made"] += len(reading.attributions)
    for each, mine in zip(gold, found, strict=True):
        wanted = each["speaker"]
        if mine is None:
            out.counts["all"]["not found"] += 1
            out.mistakes.append(f"{row['id']} not found: {each['words'][:90]!r} ({wanted})")
            continue
        answer = None if mine.speaker is None else reading.person(mine.speaker).name
        right = {
            "speaker": same_speaker(wanted, answer),
            "class": same_class(each, str(mine.source_class)),
        }
        kind = kind_of_source(mine, wanted, read)
        out.add(kind, "found")
        for name, is_right in right.items():
            out.add(kind, name, is_right)
        out.add(kind, "full", same_speaker(wanted, likeliest(mine, reading)) or (wanted is None and answer is None))
        out.add(kind, "given", answer is not None)
        out.add(kind, "right of given", answer is not None and right["speaker"])
        out.add(kind, "open", wanted is None)
        if not all(right.values()):
            source = " ‖ ".join(s.of(read) for s in mine.source) or "–"
            amiss = ", ".join(name for name, is_right in right.items() if not is_right)
            out.mistakes.append(
                f"{row['id']} [{amiss}] {each['words'][:70]!r} source {source!r}\n"
                f"   gold {wanted} ({each['class']})\n"
                f"   made {answer} ({mine.source_class}); {mine.speaker_why.by}; {mine.speaker_why.beat[:3]}"
            )


def percent(part: int, whole: int) -> float | None:
    """A share in per cent, `None` of nothing."""
    return round(100 * part / whole, 1) if whole else None


def figures(out: Tally) -> dict[str, Any]:
    """The counts as shares, in per cent."""
    every = out.counts.get("all", Counter())
    made: dict[str, Any] = {
        "annotated": every["found"] + every["not found"],
        "found": percent(every["found"], every["found"] + every["not found"]),
        "attributions made": every["made"],
    }
    for kind in ("all", *KINDS):
        c = out.counts.get(kind, Counter())
        made[kind] = {
            "attributions": c["found"],
            "full": percent(c["full"], c["found"]),
            "given": percent(c["given"], c["found"]),
            "right of given": percent(c["right of given"], c["given"]),
            "speaker or rightly open": percent(c["speaker"], c["found"]),
            "class": percent(c["class"], c["found"]),
        }
    return made


def show(result: dict[str, Any]) -> str:
    """The result as text for a terminal."""
    head = (
        f"{result['half']}: {result['articles']} articles, {result['annotated']} attributions annotated, "
        f"{result['found']} % of them found; {result['attributions made']} made"
    )
    speakers = [[kind, *result[kind].values()] for kind in ("all", *KINDS)]
    return f"{head}\n\n{results.table(HEAD, speakers)}"


def run(rows: Sequence[dict[str, Any]], folder: Path | None = None) -> Tally:
    """The scenes read and counted."""
    out = Tally()
    for row, reading in zip(rows, read_articles([article_of(r) for r in rows], reader.tagger(folder)), strict=True):
        judge(row, reading, out)
    return out


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.scenes_speakers", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--half", choices=[*FILES], default="dev")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show N mistakes, here alone; nothing is saved"
    )
    parser.add_argument("--model", type=Path, help="a model folder other than the released one; nothing is saved")
    given = parser.parse_args(arguments)
    path = FILES[given.half]
    if not path.exists():
        print(f"skipped: {path.relative_to(ROOT)} is not here", file=sys.stderr)
        return 0
    rows = json.loads(path.read_text(encoding="utf-8"))
    out = run(rows, given.model)
    result = {"half": given.half, "articles": len(rows), **figures(out)}
    print(show(result))
    for mistake in out.mistakes[: given.errors]:
        print(mistake)
    if not given.errors and given.model is None:
        name = "scenes_speakers" if given.half == "dev" else f"scenes_speakers_{given.half}"
        made = {"made": reader.identity("evals.scenes_speakers", arguments), **result}
        print(f"saved {results.save(name, made).relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Chains, venues and their agreement on annotated attributions of `coverage/`: `evals/whole_gold.jsonl`.

    python -m evals.chain                 # 60 articles that rules were tuned and weights fitted on: chain.json
    python -m evals.chain --errors 20     # with mistakes shown (+ those not of the first hop alone); saves nothing
    python -m evals.chain --fresh         # 24 articles that nobody looked at: evals/chain_gold2.jsonl; chain_fresh.json
    python -m evals.chain --gold FILE     # another file of the same format; saves nothing

Each text is read as plain text with the outlet and the authors of its row, since the annotators saw both. A gold
attribution is paired with the found one whose content overlaps it most (Jaccard of half or more); those that the annotators
called wrong and those that are not found are left out and counted. Hops are aligned in order, without the last one (this
article), which is always right. A hop is right where the class of its kind (mouth: said, told, wrote, testified, posted; outlet:
broadcast, published; relay: reported, republished; translated) and its actor match: names without articles and titles that
share their last word, of which one has all words of the other with its head or is its initials, or that are one outlet of the
lexicon, or *I* and the author; a mouth that passes on its own words is one mouth; an open
actor matches an open one. A text that is its own source (*the poll found*) may be mouth or relay. A chain is right where all its
hops are and no more. A venue is right where both name one and share a word that is not small, or neither does.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from evals import reader, results
from evals.corpora import ABSENT, COVERAGE, ROOT, Text, have, rows_in
from evals.relations import jaccard
from sayso.reading.outlets import lexicon
from sayso.records import Attribution, Hop, Reading

GOLD = ROOT / "evals" / "whole_gold.jsonl"
FRESH = ROOT / "evals" / "chain_gold.jsonl"
"""The first fresh set (digests c to f): chains and venues only, in two passes, those attributions on whose chain they agree. Read
once as a test, then used for training and error analysis: now dev."""
NEW = ROOT / "evals" / "chain_gold2.jsonl"
"""The second fresh set (digests 8 to f), annotated as the first while the fit was made, and read once after it was frozen.
Attributions on whose chain the passes differ are left out, which makes the figures a little kind."""
TRAIN = ROOT / "evals" / "chain_train.jsonl"
"""Annotated to train the fit on, in one pass: 96 articles of digests 0 to 7 (docs/chain.md)."""
WIRE = "rule: the text is an agency's"
CLASSES = {
    **dict.fromkeys(("said", "told", "wrote", "testified", "posted"), "mouth"),
    **dict.fromkeys(("broadcast", "published"), "outlet"),
    **dict.fromkeys(("reported", "republished"), "relay"),
    "translated": "translated",
}
_WORD = re.compile(r"[^\W_]+")
_TITLE_WORDS = (
    "the a an mr mrs ms dr sir president senator sen rep gov governor former judge justice pope king queen prime "
    "minister"
)
_TITLES = frozenset(_TITLE_WORDS.split())
_SMALL_WORDS = "the a an of and to in on at for by with from his her its their this that"
_SMALL = frozenset(_SMALL_WORDS.split())


_LINK_WORDS = (
    "of in on at for by with from near who which that to about released published issued conducted out uncovered"
)
_LINKS = frozenset(_LINK_WORDS.split())


@dataclass(frozen=True, slots=True)
class Step:
    """A hop as it is compared."""

    kind: str
    actor: str | None
    inferred: bool


@dataclass(slots=True)
class Tallies:
    """Counts over attributions: hops made, annotated and right, by place in the chain, and what is right as a whole."""

    counts: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def add(self, name: str, value: int = 1) -> None:
        self.counts[name] += value


@cache
def _home(name: str) -> str | None:
    outlet = lexicon().of(name)
    return None if outlet is None else lexicon().home(outlet).name


def same_actor(gold: str | None, made: str | None) -> bool:
    """Whether two names are one party's: alike, alike in their last word, or one outlet of the lexicon."""
    if gold is None or made is None:
        return gold is made
    a, b = _words(gold), _words(made)
    if {*a, *b} == {"i", "author"}:
        return True
    if a == b or (a and b and a[-1] == b[-1]) or initials(gold) == _joined(made) or initials(made) == _joined(gold):
        return True
    for less, more in ((set(a) - _SMALL, b), (set(b) - _SMALL, a)):
        if less and less <= set(more) and _head(more) in less:
            return True
    home = _home(gold)
    return home is not None and home == _home(made)


def initials(name: str) -> str | None:
    """The first letters of a name of several words in capitals: *NRA* of *the National Rifle Association*; `None` of others."""
    words = [word for word in _WORD.findall(name) if word[0].isupper() and word.casefold() not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else None


def _joined(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").replace(".", "")


def _words(name: str) -> list[str]:
    found = [word.casefold() for word in _WORD.findall(name.replace("’s", "").replace("'s", ""))]
    if len(found) > 1 and found[-1] in ("com", "org", "net"):
        found.pop()
    first = next((i for i, word in enumerate(found) if word not in _TITLES), 0)
    return found[first:]


def _head(words: Sequence[str]) -> str:
    """The last word before a preposition: *poll* in *a similar poll near the end of May*."""
    end = next((i for i, word in enumerate(words) if i and word in _LINKS), len(words))
    return words[end - 1]


def same_hop(gold: Step, made: Step, first: bool) -> bool:
    """Whether a hop is right; at the first place mouth and relay are one class (*the report said*, *the report found*)."""
    a, b = CLASSES[gold.kind], CLASSES[made.kind]
    kinds = {a, b}
    return (a == b or (first and kinds == {"mouth", "relay"})) and same_actor(gold.actor, made.actor)


def aligned(gold: Sequence[Step], made: Sequence[Step]) -> list[tuple[int, int]]:
    """The most pairs of right hops in order."""
    best = [[0] * (len(made) + 1) for _ in range(len(gold) + 1)]
    for i in range(len(gold) - 1, -1, -1):
        for j in range(len(made) - 1, -1, -1):
            right = same_hop(gold[i], made[j], i == j == 0)
            best[i][j] = max(best[i + 1][j], best[i][j + 1], (best[i + 1][j + 1] + 1) if right else 0)
    out: list[tuple[int, int]] = []
    i = j = 0
    while i < len(gold) and j < len(made):
        if same_hop(gold[i], made[j], i == j == 0) and best[i][j] == best[i + 1][j + 1] + 1:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return out


def same_venue(gold: str | None, made: str | None) -> bool:
    """Whether two venues are one place: they share a word that is not small."""
    if gold is None or made is None:
        return gold is made
    return bool(({*_words(gold)} - _SMALL) & ({*_words(made)} - _SMALL))


def steps_of(hops: Sequence[dict[str, Any]], text: str) -> list[Step]:
    """The annotated hops before this article."""

    def name(actor: Any) -> str | None:
        return text[actor[0] : actor[1]] if isinstance(actor, list) else actor

    return once([Step(hop["kind"], name(hop["actor"]), bool(hop["inferred"])) for hop in hops[:-1]])


def made_steps(hops: Sequence[Hop]) -> list[Step]:
    """The hops that were made before this article, without that of an agency whose copy it is: nobody annotated that."""
    return once([Step(str(hop.kind), hop.actor, hop.inferred) for hop in hops[:-1] if hop.why.by != WIRE])


def once(steps: list[Step]) -> list[Step]:
    """The steps without a mouth that passes on its own words (*she said that she hoped*): one annotator writes it twice,
    another once."""
    return [
        step
        for i, step in enumerate(steps)
        if not i
        or CLASSES[step.kind] != "mouth"
        or CLASSES[steps[i - 1].kind] != "mouth"
        or step.actor is None
        or not same_actor(steps[i - 1].actor, step.actor)
    ]


def texts_of(wanted: Collection[str]) -> dict[str, Text]:
    """The texts of `coverage/` with these ids, each with its outlet: the annotators saw both."""
    return {
        row["id"]: Text(
            row["id"],
            row["text"],
            {},
            keys={"outlet": row["outlet"], "authors": "; ".join((row["authors"] or "").split(", "))},
        )
        for row in rows_in(COVERAGE)
        if row["id"] in wanted
    }


def paired(gold: dict[str, Any], reading: Reading, back: Sequence[int]) -> Attribution | None:
    """The found attribution whose content overlaps the annotated one most, `None` where no half of it does."""
    wanted = [(s, e) for s, e in gold["content"]]
    best, most = None, 0.0
    for each in reading.attributions:
        mine = [(back[s.start], back[s.end - 1] + 1) for s in each.content]
        share = jaccard(mine, wanted)
        if share > most:
            best, most = each, share
    return best if most >= 0.5 else None


def measure(rows: Sequence[dict[str, Any]], texts: dict[str, Text], folder: Path | None) -> Tallies:
    """All counts of the articles of one half."""
    out = Tallies()
    given = [texts[row["id"]] for row in rows]
    for row, text, reading in zip(rows, given, reader.readings(given, folder, progress=True), strict=True):
        compare(row, text, reading, out)
    return out


def compare(row: dict[str, Any], text: Text, reading: Reading, out: Tallies) -> None:
    """Count the chains and venues of one article."""
    back = reader.offsets(text.text, reading.article.text)
    for number, each in enumerate(row["attributions"]):
        found = paired(each, reading, back) if each["ok"] else None
        if found is None:
            out.add("not found" if each["ok"] else "called wrong")
            continue
        _one(each, found, reading, text.text, f"{row['id'][:5]}/{number}", out)


def _one(gold: dict[str, Any], found: Attribution, reading: Reading, text: str, name: str, out: Tallies) -> None:
    wanted, made = steps_of(gold["hops"], text), made_steps(reading.chain(found))
    right = aligned(wanted, made)
    out.add("attributions")
    for place, mine, of_gold, of_right in (
        ("all", len(made), len(wanted), len(right)),
        ("first", bool(made), bool(wanted), (0, 0) in right),
        ("passed on", max(len(made) - 1, 0), max(len(wanted) - 1, 0), sum(i > 0 and j > 0 for i, j in right)),
    ):
        out.add(f"{place} made", int(mine))
        out.add(f"{place} gold", int(of_gold))
        out.add(f"{place} right", int(of_right))
    out.add("exact kind", sum(wanted[i].kind == made[j].kind for i, j in right))
    out.add("inferred right", sum(wanted[i].inferred == made[j].inferred for i, j in right))
    whole = len(right) == len(wanted) == len(made)
    longer = len(wanted) > 1
    out.add("whole", whole)
    out.add("longer", longer)
    out.add("longer whole", longer and whole)
    rest = len(wanted) == len(made) and [(i, j) for i, j in right if i] == [(i, i) for i in range(1, len(wanted))]
    out.add("whole but the first", rest)
    place = gold["venue"]
    venue = text[place[0] : place[1]] if isinstance(place, list) else place
    mine_venue = None if found.venue is None else found.venue.name
    same = same_venue(venue, mine_venue)
    out.add("venue", same)
    out.add("venue made", mine_venue is not None)
    out.add("venue gold", venue is not None)
    out.add("venue right", same and venue is not None)
    if not whole or not same:
        cue = " ".join(text[s:e] for s, e in gold["cue"])
        mark = "" if rest and same else "+ "
        out.mistakes.append(
            f"{mark}{name} [{cue}]\n   gold {_show(wanted)} @ {venue}\n   made {_show(made)} @ {mine_venue}"
        )


def _show(steps: Sequence[Step]) -> str:
    return " > ".join(f"{s.kind} {s.actor or '?'}{'*' if s.inferred else ''}" for s in steps)


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def figures(counts: Counter[str]) -> dict[str, Any]:
    """Precision, recall and F1 of hops, and shares of attributions."""
    out: dict[str, Any] = {"counts": dict(sorted(counts.items()))}
    for place in ("all", "first", "passed on"):
        right, made, gold = counts[f"{place} right"], counts[f"{place} made"], counts[f"{place} gold"]
        f1 = round(200 * right / (made + gold), 1) if made + gold else None
        out[place] = {"precision": _percent(right, made), "recall": _percent(right, gold), "f1": f1, "gold": gold}
    every = counts["attributions"]
    for name in ("whole", "whole but the first", "venue"):
        out[name] = _percent(counts[name], every)
    out["longer whole"] = _percent(counts["longer whole"], counts["longer"])
    out["exact kind"] = _percent(counts["exact kind"], counts["all right"])
    out["inferred right"] = _percent(counts["inferred right"], counts["all right"])
    out["venue precision"] = _percent(counts["venue right"], counts["venue made"])
    out["venue recall"] = _percent(counts["venue right"], counts["venue gold"])
    return out


def agreement(rows: Sequence[dict[str, Any]]) -> dict[str, list[int]]:
    """How often the two annotation passes agreed, by field: agreed and of how many."""
    out: dict[str, list[int]] = {}
    for row in rows:
        for name, (agreed, of) in row["agreement"].items():
            if name in ("chain", "hop_actors", "venue", "venue_inferred", "hops"):
                mine = out.setdefault(name, [0, 0])
                mine[0] += agreed
                mine[1] += of
    return out


def show(result: dict[str, Any]) -> str:
    """The result as text for a terminal."""
    counts = result["counts"]
    head = (
        f"{result['part']}: {result['articles']} articles, {counts['attributions']} attributions compared, "
        f"{counts.get('not found', 0)} not found, {counts.get('called wrong', 0)} called wrong by the annotators"
    )
    rows = [
        [f"hops, {place}", f["precision"], f["recall"], f["f1"], f["gold"]]
        for place in ("all", "first", "passed on")
        for f in [result[place]]
    ]
    shares = [
        [name, result[name]]
        for name in (
            "whole", "longer whole", "whole but the first", "venue", "venue precision", "venue recall", "exact kind",
            "inferred right",
        )
    ]  # fmt: skip
    agreed = [[name, _percent(a, of), of] for name, (a, of) in result["agreement"].items()]
    return "\n\n".join(
        [
            head,
            results.table(["", "precision", "recall", "F1", "annotated"], rows),
            results.table(["", "per cent"], shares),
            results.table(["two passes agree on", "per cent", "of"], agreed),
        ]
    )


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.chain", description=__doc__.split("\n", 1)[0])
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--fresh", action="store_true", help="articles that nothing was fitted or tuned on")
    part.add_argument("--gold", type=Path, metavar="FILE", help="another file of annotated chains; nothing is saved")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show N mistakes, here alone; nothing is saved"
    )
    parser.add_argument("--model", type=Path, help="a model folder other than the released one; nothing is saved")
    given = parser.parse_args(arguments)
    if not have("coverage") or not GOLD.exists():
        print(ABSENT, file=sys.stderr)
        return 0
    part = "other" if given.gold else "fresh" if given.fresh else "dev"
    files = [given.gold] if given.gold else [NEW] if given.fresh else [GOLD, FRESH]
    rows = [row for path in files for row in rows_in(path)]
    wanted = {row["id"] for row in rows}
    texts = texts_of(wanted)
    found = measure(rows, texts, given.model)
    result = {"part": part, "articles": len(rows), **figures(found.counts), "agreement": agreement(rows)}
    print(show(result))
    for mistake in found.mistakes[: given.errors]:
        print(mistake)
    if not given.errors and given.model is None and given.gold is None:
        made = {"made": reader.identity("evals.chain", arguments), **result}
        path = results.save("chain" if part == "dev" else f"chain_{part}", made)
        print(f"saved {path.relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

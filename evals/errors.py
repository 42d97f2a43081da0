"""Mistakes by type, with the words around them: for the one who improves the model, on a terminal, never in the repo."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from evals.corpora import Text
from evals.reader import line
from evals.relations import by_content, key, match, shared
from evals.spans import Relation, outer_of

TYPES = {
    "missed": "annotated, and no found content touches it",
    "touched": "annotated, and found contents touch it by less than half",
    "spurious": "found, and no annotated content touches it",
    "astray": "found, and it touches annotated contents by less than half",
    "content start": "contents overlap by half or more, begin at different places",
    "content end": "contents overlap, end at different places",
    "content pieces": "contents begin and end alike, but are cut differently between",
    "cue": "content right, another cue or other edges of it",
    "source edges": "content right, the same source with other edges",
    "source link": "content right, another source, or one of the two has none",
}
SEED = 7


def classify(made: Sequence[Relation], gold: Sequence[Relation]) -> list[tuple[str, Relation | None, Relation | None]]:
    """Each mistake as (type, found, annotated); an attribution may have several, a right one none."""
    out: list[tuple[str, Relation | None, Relation | None]] = []
    pairs = match(made, gold, by_content())
    matched, met = {m for m, _ in pairs}, {g for _, g in pairs}
    for g, wanted in enumerate(gold):
        if g not in met:
            near = next((m for m in made if shared(m.content, wanted.content)), None)
            out.append(("touched" if near else "missed", near, wanted))
    for m, found in enumerate(made):
        if m not in matched:
            near = next((g for g in gold if shared(found.content, g.content)), None)
            out.append(("astray" if near else "spurious", found, near))
    for m, g in pairs:
        found, wanted = made[m], gold[g]
        if key(found) == key(wanted):
            continue
        if found.content != wanted.content:
            starts = found.content[0][0] != wanted.content[0][0]
            ends = found.content[-1][1] != wanted.content[-1][1]
            out += [("content start", found, wanted)] * starts + [("content end", found, wanted)] * ends
            out += [("content pieces", found, wanted)] * (not starts and not ends)
        if found.cue != wanted.cue:
            out.append(("cue", found, wanted))
        if found.source != wanted.source:
            out.append(("source edges" if shared(found.source, wanted.source) else "source link", found, wanted))
    return out


def samples(texts: Sequence[Text], found: Sequence[Sequence[Relation]], count: int) -> str:
    """How many mistakes of each type outer attributions have against the first annotator's, and `count` of each drawn."""
    every: dict[str, list[tuple[Text, Relation | None, Relation | None]]] = defaultdict(list)
    annotated = Counter[str]()
    for text, made in zip(texts, found, strict=True):
        gold = outer_of(next(iter(text.copies.values())))
        annotated["annotated"] += len(gold)
        for name, ours, theirs in classify(outer_of(made), gold):
            every[name].append((text, ours, theirs))
    lines = [f"\nMistakes against the first annotator of each text ({annotated['annotated']} annotated):"]
    for name, what in TYPES.items():
        mine = every[name]
        lines.append(f"\n== {name}: {len(mine)} ({what})")
        for text, ours, theirs in random.Random(SEED).sample(mine, min(count, len(mine))):
            lines.append(f"- {text.id[:40]}")
            lines += [f"    annotated {line(text.text, theirs)}"] if theirs else []
            lines += [f"    found     {line(text.text, ours)}  {ours.score:.2f}"] if ours else []
            if not (theirs and ours):
                only = theirs or ours
                assert only is not None
                low = max(0, only.content[0][0] - 80) if only.content else 0
                high = only.content[-1][1] + 80 if only.content else 80
                lines.append("    in        … " + " ".join(text.text[low:high].split()) + " …")
    return "\n".join(lines)

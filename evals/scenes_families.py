"""Families of quotations in scenes of several invented articles, written by somebody who did not see the code.

    python -m evals.scenes_families                # reads the articles, saves evals/results/scenes_families.json
    python -m evals.scenes_families --half second  # held back once, now dev as well
    python -m evals.scenes_families --half held    # the half that nobody looks at while making rules
    python -m evals.scenes_families --cache FILE   # keeps the readings in FILE, or takes them from there
    python -m evals.scenes_families --errors       # what is parted, joined or named wrongly; saves nothing

All scenes lie in one archive, so each is the others' noise, and families are those that a user gets of it (copies told apart, so
that each has its place). Members that the reading has no attribution for count as alone, and are counted.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import sayso
from evals import reader, results
from evals.clusters import adjusted_rand, b_cubed
from evals.corpora import ROOT
from evals.spread import MINHASH_STEPS, exact, plain_minhash
from sayso.archive.identity import id_of, key_of
from sayso.article import article_from_text
from sayso.coverage.sayings import sayings_of
from sayso.coverage.spread.quoted import in_order
from sayso.coverage.spread.words import words_of
from sayso.reading import read_articles
from sayso.records import Given, Reading
from sayso.records.saying import Saying
from sayso.records.spread import Family

FILES = {
    "dev": ROOT / "evals" / "scenes" / "families.json",
    "second": ROOT / "evals" / "scenes" / "families2.json",
    "held": ROOT / "evals" / "scenes" / "families_held.json",
}
FOUND = 0.5
"""Share of a member's characters that an attribution must cover to be its."""
CALLED = {"original": "verbatim", "indirect": "paraphrased", "reattributed": "re-attributed"}
"""What the scenes call otherwise than `Done` does."""
ORIGINAL = "original"

Scenes = list[dict[str, Any]]
Where = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Meant:
    """Some words of a scene: their family, what was done to them, and the saying that the reading has for them."""

    scene: str
    article: str
    words: str
    family: str
    change: str
    saying: Saying | None


@dataclass(frozen=True, slots=True)
class Made:
    """What is made of a saying: the number of its family, and what is said to have been done to it."""

    family: int
    done: frozenset[str]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.scenes_families", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--half", choices=list(FILES), default="dev")
    parser.add_argument("--cache", type=Path, metavar="FILE", help="where the readings are kept")
    parser.add_argument("--errors", action="store_true", help="show the mistakes; nothing is saved")
    given = parser.parse_args(arguments)
    path = FILES[given.half]
    if not path.exists():
        print(f"There is no {path.relative_to(ROOT)}, so the {given.half} half cannot be measured.", file=sys.stderr)
        return 2
    scenes: Scenes = json.loads(path.read_text(encoding="utf-8"))
    read = readings(scenes, given.cache)
    every = {name: sayings_of(reading, id_of(key_of(reading.article))) for name, reading in read.items()}
    meant = [each for scene in scenes for each in members(scene, read, every)]
    apart = [(each["why"], *ends(scene, each, read, every)) for scene in scenes for each in scene.get("apart", ())]
    found = made_of(families_of(list(read.values())))
    result = measure(meant, apart, found, [saying for some in every.values() for saying in some])
    print(show(result))
    if given.errors:
        print("\n".join(mistakes(meant, apart, found)))
        return 0
    name = "scenes_families" if given.half == "dev" else f"scenes_families_{given.half}"
    saved = results.save(name, {"made": reader.identity("evals.scenes_families", arguments), **result})
    print(f"saved {saved.relative_to(ROOT)}", file=sys.stderr)
    return 0


def readings(scenes: Scenes, cache: Path | None) -> dict[str, Reading]:
    """The reading of each article by its scene and id."""
    if cache is not None and cache.exists():
        held: dict[str, Reading] = pickle.loads(cache.read_bytes())
        return held
    articles = {}
    for scene in scenes:
        for row in scene["articles"]:
            day = date.fromisoformat(row["date"][:10]) if row.get("date") else None
            given = Given(title=row.get("title"), outlet=row.get("outlet"), published=day)
            articles[name_of(scene, row["id"])] = article_from_text(row["text"], given, force=True)
    out = dict(zip(articles, read_articles(list(articles.values()), reader.tagger()), strict=True))
    if cache is not None:
        cache.write_bytes(pickle.dumps(out))
    return out


def name_of(scene: dict[str, Any], article: str) -> str:
    return f"{scene['id']}/{article}"


def members(scene: dict[str, Any], read: dict[str, Reading], every: dict[str, tuple[Saying, ...]]) -> list[Meant]:
    """The members of a scene's families with the sayings that the readings have for them."""
    return [
        Meant(
            scene["id"],
            each["article"],
            each["words"],
            f"{scene['id']}/{family['id']}",
            each["change"],
            meant(name_of(scene, each["article"]), each["words"], read, every),
        )
        for family in scene["families"]
        for each in family["members"]
    ]


def ends(
    scene: dict[str, Any], pair: dict[str, Any], read: dict[str, Reading], every: dict[str, tuple[Saying, ...]]
) -> tuple[Saying | None, Saying | None]:
    """The sayings of a pair that must stay apart."""
    a, b = (meant(name_of(scene, pair[end]["article"]), pair[end]["words"], read, every) for end in "ab")
    return a, b


def meant(article: str, words: str, read: dict[str, Reading], every: dict[str, tuple[Saying, ...]]) -> Saying | None:
    """The saying that has `FOUND` of the words where they stand, and the least beside them; `None` where there is none.

    Words that do not stand in the text as they are given are looked for word by word, as those of an interrupted quotation are.
    """
    text = read[article].article.text
    start = text.find(words)
    wanted = words_of(words)
    best, most = None, 0.0
    for saying in every[article]:
        if start >= 0:
            low, high = start, start + len(words)
            common = sum(max(0, min(high, span.end) - max(low, span.start)) for span in saying.spans)
            mine, theirs = len(words), sum(map(len, saying.spans))
        else:
            held = Counter(words_of(saying.words))
            common = (Counter(wanted) & held).total()
            mine, theirs = len(wanted), held.total()
        score = common / max(mine + theirs - common, 1)
        if common >= FOUND * mine and score > most:
            best, most = saying, score
    return best


def families_of(read: Sequence[Reading]) -> Sequence[Family]:
    """All families of an archive of these readings."""
    with tempfile.TemporaryDirectory() as folder, sayso.open(Path(folder) / "scenes.sayso", create=True) as archive:
        archive.add(list(read))
        return list(archive.families(copies=True, least=1))


def made_of(found: Sequence[Family]) -> dict[Where, Made]:
    """For each saying what is made of it."""
    return {
        (member.saying.article, member.saying.attribution): Made(number, frozenset(map(str, member.done)))
        for number, family in enumerate(found)
        for member in family.members
    }


def of(saying: Saying | None, found: dict[Where, Made]) -> Made | None:
    return None if saying is None else found.get((saying.article, saying.attribution))


def whole(meant: Sequence[Meant]) -> dict[str, Meant]:
    """For each family the member that the others come from."""
    out: dict[str, Meant] = {}
    for each in meant:
        if each.family not in out or (each.change == ORIGINAL and out[each.family].change != ORIGINAL):
            out[each.family] = each
    return out


Apart = Sequence[tuple[str, Saying | None, Saying | None]]


def measure(meant: Sequence[Meant], apart: Apart, found: dict[Where, Made], every: Sequence[Saying]) -> dict[str, Any]:
    """Figures in per cent, and counts."""
    quoted = in_order(every)
    at = {(each.saying.article, each.saying.attribution): place for place, each in enumerate(quoted)}
    minhash = plain_minhash(quoted)
    groupings = {"exact match": exact(quoted)} | {f"plain MinHash, {least}": minhash(least) for least in MINHASH_STEPS}
    numbers = {
        name: {place: number for number, group in enumerate(grouping) for place in group}
        for name, grouping in groupings.items()
    }
    methods = {}
    for name, number in numbers.items():
        places = [at.get((each.saying.article, each.saying.attribution)) if each.saying else None for each in meant]
        methods[name] = figures(meant, [None if place is None else number[place] for place in places])
    best = max((name for name in methods if "MinHash" in name), key=lambda name: methods[name]["b3_f1"])
    homes = [of(each.saying, found) for each in meant]
    ours = figures(meant, [None if home is None else home.family for home in homes])
    read = [(each, home.family) for each, home in zip(meant, homes, strict=True) if home is not None]
    full = whole(meant)
    joined, wanted, unread = Counter[str](), Counter[str](), Counter[str]()
    named, told = Counter[str](), Counter[str]()
    for each, home in zip(meant, homes, strict=True):
        start = of(full[each.family].saying, found)
        if each is not full[each.family]:
            wanted[each.change] += 1
            together = home is not None and start is not None and home.family == start.family
            joined[each.change] += together
            unread[each.change] += home is None or start is None
        if home is not None:
            told[each.change] += 1
            named[each.change] += CALLED.get(each.change, each.change) in home.done
    pairs = [(of(a, found), of(b, found)) for _, a, b in apart]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    return {
        "scenes": len({each.scene for each in meant}),
        "members": len(meant),
        "families": len(full),
        "in_the_readings": len(read),
        "methods": {"exact match": methods["exact match"], f"{best} (best here)": methods[best], "families": ours},
        "families_of_those_read": figures([each for each, _ in read], [family for _, family in read]),
        "changes": {
            kind: {
                "members": wanted[kind],
                "joined": joined[kind],
                "not_read": unread[kind],
                "told": told[kind],
                "named": named[kind],
            }
            for kind in sorted(wanted | told)
        },
        "apart": {"pairs": len(pairs), "both_read": len(both), "joined": sum(a.family == b.family for a, b in both)},
    }


def figures(meant: Sequence[Meant], made: Sequence[int | None]) -> dict[str, float]:
    """B-cubed and ARI; what has no place is alone."""
    homes: list[Any] = [("none", at) if home is None else home for at, home in enumerate(made)]
    gold = [each.family for each in meant]
    values = dict(zip(("b3_precision", "b3_recall", "b3_f1"), b_cubed(gold, homes), strict=True))
    return {name: round(100 * value, 1) for name, value in (values | {"ari": adjusted_rand(gold, homes)}).items()}


def show(result: dict[str, Any]) -> str:
    changes = result["changes"]
    joined, wanted, unread = (sum(each[key] for each in changes.values()) for key in ("joined", "members", "not_read"))
    head = (
        f"{result['scenes']} scenes, {result['members']} members in {result['families']} families, "
        f"{result['in_the_readings']} of them in the readings"
    )
    rows = [[name, *each.values()] for name, each in result["methods"].items()]
    rows.append(["families, of those read", *result["families_of_those_read"].values()])
    kinds = [[kind, *each.values()] for kind, each in changes.items()]
    apart = result["apart"]
    return "\n\n".join(
        [
            head,
            results.table(["", "B³ P", "R", "F1", "ARI"], rows),
            f"{joined} of {wanted} are with what they come from; of the {wanted - joined} others {unread} have no attribution "
            f"at one of the two ends",
            results.table(["change", "members", "joined", "not read", "told of", "named right"], kinds),
            f"apart: {apart['joined']} of {apart['both_read']} pairs joined ({apart['pairs']} in all)",
        ]
    )


def mistakes(meant: Sequence[Meant], apart: Apart, found: dict[Where, Made]) -> list[str]:
    """A line for each member that is not with what it comes from, is with something else, or is named otherwise."""
    full, out = whole(meant), []
    homes = {id(each): of(each.saying, found) for each in meant}
    for each in meant:
        home, start = homes[id(each)], homes[id(full[each.family])]
        who = f"{each.saying.speaker} {each.saying.kind} | {each.saying.words}" if each.saying else ""
        told = f"{each.family} {each.article} {each.change}: {each.words}"
        if home is None:
            out.append(f"NOT READ {told}")
            continue
        if start is None or home.family != start.family:
            out.append(f"PARTED {told} | {who}")
        foreign = [
            other
            for other in meant
            if other.family != each.family and (held := homes[id(other)]) and held.family == home.family
        ]
        out += [f"JOINED {told} | {who} WITH {other.family} {other.words}" for other in foreign[:1]]
        if CALLED.get(each.change, each.change) not in home.done:
            out.append(f"NAMED {sorted(home.done)} {told} | {who}")
    for why, a, b in apart:
        one, other = of(a, found), of(b, found)
        if a and b and one and other and one.family == other.family:
            out.append(f"APART {why}: {a.words} | {b.words}")
    return out


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

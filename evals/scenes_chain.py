"""Through whom and where words were said, on articles that were invented and annotated by somebody who had not seen the code.

    python -m evals.scenes_chain                # evals/scenes/speakers.json, which rules were made with (dev)
    python -m evals.scenes_chain --errors 20    # with mistakes shown; saves nothing
    python -m evals.scenes_chain --half second  # evals/scenes/speakers2.json, held back once, now dev as well
    python -m evals.scenes_chain --half held    # evals/scenes/speakers_held.json, which nobody looked at

The files are those of `evals.scenes_speakers`. Their `via` are all outlets on the way, from the mouth outwards and without the
page's own, an agency's among them: they are compared with the hops of outlets, in order, and are right where no more and no other
are made. Where the annotation gives no speaker, an outlet that is the first mouth counts as on the way. Their `venue` is one of
ten words; `SORTS` says which sorts of Sayso's venues mean each. What an outlet was told without a word of where is an interview
there (*told the Courier*), a post is social media, sworn testimony is court, and a text that is its own source is a report.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals import reader, results
from evals.chain import same_actor
from evals.relations import HALF, jaccard
from evals.scenes_speakers import FILES, article_of, percent, places
from sayso.reading import read_articles
from sayso.reading.outlets import lexicon
from sayso.records import Attribution, Hop, HopKind, Reading, SourceClass

SORTS = {
    sort: word
    for word, sorts in {
        "interview": "interview conversation podcast",
        "press conference": "news_conference call press",
        "statement": "statement",
        "letter": "letter email message",
        "court": "court_papers ruling hearing testimony",
        "social media": "post",
        "broadcast": "programme broadcast video advertisement",
        "report": "report document article book website",
        "speech": "speech floor event debate audience",
    }.items()
    for sort in (each.replace("_", " ") for each in sorts.split())
}
_PASSING = (HopKind.BROADCAST, HopKind.PUBLISHED, HopKind.REPORTED, HopKind.REPUBLISHED)
_TEXTS = {
    **dict.fromkeys(["claim", "filing", "indictment", "affidavit", "lawsuit", "complaint", "suit"], "court"),
    **dict.fromkeys(["letter", "email", "e-mail"], "letter"),
    "statement": "statement",
}


def venue_of(found: Attribution, hops: Sequence[Hop]) -> str:
    """The annotators' word for where an attribution was said; `none` where Sayso says nothing."""
    first, outlets = hops[0], [hop for hop in hops[1:-1] if hop.kind in (HopKind.BROADCAST, HopKind.PUBLISHED)]
    if found.venue is not None:
        word = SORTS.get(found.venue.kind, "none")
        return "interview" if word == "broadcast" and first.kind is HopKind.TOLD and outlets else word
    if first.kind is HopKind.POSTED:
        return "social media"
    if first.kind is HopKind.TESTIFIED:
        return "court"
    if outlets:
        return "interview"
    if first.kind is HopKind.REPORTED and found.source_class is SourceClass.DOCUMENT:
        words = (first.actor or "").lower().split()
        return next((word for text, word in _TEXTS.items() if text in words), "report")
    return "none"


def same_outlet(gold: str, made: str) -> bool:
    """Whether two names are one outlet's; a programme is the channel's hop (*the BBC's Night Desk*)."""
    own = gold.replace("’s ", " ").replace("'s ", " ")
    return same_actor(gold, made) or own.startswith(f"{made} ")


def via_of(hops: Sequence[Hop], without_speaker: bool, outlet: bool = False) -> list[str]:
    """The outlets on the way, from the mouth outwards; the first mouth too where it is one and the annotation has no speaker."""
    names = [hop.actor for hop in hops[1:-1] if hop.actor and hop.kind in _PASSING]
    first = hops[0].actor
    if without_speaker and first and hops[0].kind is HopKind.REPORTED and (outlet or lexicon().of(first) is not None):
        names.insert(0, first)
    return names


def own_way(found: Attribution, reading: Reading) -> Sequence[Hop]:
    """The hops of an attribution; of one inside another those of its own alone, with an agency's and the article's."""
    hops = reading.chain(found)
    holder = next((each for each in reading.attributions if each.id == found.inside), None)
    if holder is None:
        return hops
    held = list(reading.chain(holder))
    mine = hops[: max(1, len(hops) - len(held))] if list(hops[-len(held) :]) == held else hops[:-1]
    agency = [hop for hop in hops[len(mine) : -1] if reading.wire is not None and hop.actor == reading.wire.agency]
    return [*mine, *agency, hops[-1]]


def count(row: dict[str, Any], reading: Reading, out: Counter[str]) -> list[str]:
    """Count one scene; its mistakes in words."""
    back = reader.offsets(row["text"], reading.article.text)
    mistakes = []
    for each, place in zip(row["attributions"], places(row["text"], row["attributions"]), strict=True):
        shares = [(_share(a, place, back), -i) for i, a in enumerate(reading.attributions)]
        best, at = max(shares, default=(0.0, 0))
        if best < HALF:
            out["not found"] += 1
            continue
        found = reading.attributions[-at]
        hops = own_way(found, reading)
        outlet = found.source_class in (SourceClass.NAMED, SourceClass.COLLECTIVE)
        via, venue = via_of(hops, each["speaker"] is None, outlet), venue_of(found, hops)
        wanted = each["via"]
        right = len(via) == len(wanted) and all(map(same_outlet, wanted, via))
        out.update({"found": 1, "via right": right, "via made": len(via), "via annotated": len(wanted)})
        out["via found"] += sum(any(same_outlet(name, mine) for mine in via) for name in wanted)
        out.update({"venue right": venue == each["venue"], "venue made": venue != "none"})
        out.update({"venue annotated": each["venue"] != "none", "venue found": venue == each["venue"] != "none"})
        if not right or venue != each["venue"]:
            mistakes.append(
                f"{row['id']} {each['words'][:60]!r}\n   gold {wanted} @ {each['venue']}\n   made {via} @ {venue}"
            )
    return mistakes


def _share(found: Attribution, place: tuple[int, int], back: Sequence[int]) -> float:
    """How much of a content and of an annotated place is the other's: all where one span of it is most of the place."""
    mine = [(back[s.start], back[s.end - 1] + 1) for s in found.content]
    return max(jaccard(mine, [place]), *(jaccard([span], [place]) for span in mine))


def figures(counts: Counter[str]) -> dict[str, Any]:
    """The counts as shares, in per cent."""
    made: dict[str, Any] = {"counts": dict(sorted(counts.items()))}
    for what in ("via", "venue"):
        right, given, wanted = counts[f"{what} found"], counts[f"{what} made"], counts[f"{what} annotated"]
        made[what] = {
            "right": percent(counts[f"{what} right"], counts["found"]),
            "precision": percent(right, given),
            "recall": percent(right, wanted),
            "annotated": wanted,
        }
    return made


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.scenes_chain", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--half", choices=sorted(FILES), default="dev")
    parser.add_argument("--file", type=Path, help="another file of the same format; nothing is saved")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N mistakes; nothing is saved")
    given = parser.parse_args(arguments)
    path = given.file or FILES[given.half]
    if not path.exists():
        print(f"{path.name} is not here", file=sys.stderr)
        return 0
    rows = json.loads(path.read_text(encoding="utf-8"))
    articles = list(map(article_of, rows))
    counts, mistakes = Counter[str](), list[str]()
    for row, reading in zip(rows, read_articles(articles, reader.tagger()), strict=True):
        mistakes += count(row, reading, counts)
    result = {"half": given.half, "articles": len(rows), **figures(counts)}
    print(
        f"{given.half}: {len(rows)} articles, {counts['found']} attributions compared, {counts['not found']} not found\n"
    )
    print(
        results.table(
            ["", "right", "precision", "recall", "annotated"], [[w, *result[w].values()] for w in ("via", "venue")]
        )
    )
    for mistake in mistakes[: given.errors]:
        print(mistake)
    if not given.errors and given.file is None:
        made = {"made": reader.identity("evals.scenes_chain", arguments), **result}
        results.save(f"scenes_chain_{given.half}", made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Wire copy against PolNeAR's `wire` field, and credits (*h/t*) against its `credit` field.

    python -m evals.wire                     # dev; saves evals/results/wire.json
    python -m evals.wire --split train       # what the rules were tuned on; saves nothing
    python -m evals.wire --errors 10         # with mistakes shown; saves nothing

Articles are made of text, title, author and publisher, as a page or a table would give them. The fields come from the pages'
metadata, which the text does not always show: *shown* are the articles whose author field or first lines name the agency.
Articles whose field is `NA` (one publisher) are not scored. The credit lines themselves are not in the texts: what can be
asked is whether the text names the credited outlet, and whether it is then a hop of some attribution.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from evals import reader, results
from evals.corpora import ABSENT, DATA, ROOT, have, rows_in
from sayso.article import article_from_text
from sayso.reading import read_articles
from sayso.reading.chain.wire import wire_of
from sayso.reading.outlets import lexicon
from sayso.records import Article

NOBODY = frozenset({"", "None", "NA", "none"})
HEAD = 400
"""Characters at the start in which an agency in brackets counts as shown."""
_SHOWN = re.compile(
    r"\((?:AP|UPI|AFP|Reuters|REUTERS)\)|\b(?:Associated Press|Reuters|AFP|UPI)\s*$|^\s*(?:AP|UPI|AFP|Reuters)\b"
)


def article_of(row: dict[str, Any], *, author: bool = True) -> Article:
    """The article of a row, with its metadata."""
    name = "" if row["author"] is None else str(row["author"])
    authors = tuple(part.strip() for part in name.split(",") if part.strip()) if author and name not in NOBODY else ()
    made = article_from_text(row["text"], force=True)
    return replace(made, title=row["title"], authors=authors, outlet=row["publisher"])


def agency_of(row: dict[str, Any]) -> str | None:
    """The agency that the field names, `None` where it names none."""
    field = str(row["wire"]).strip()
    if field in NOBODY:
        return None
    outlet = lexicon().of(field if field.isupper() else field.title())
    return field if outlet is None else outlet.name


def is_shown(row: dict[str, Any]) -> bool:
    """Whether the author field or the first lines name an agency."""
    head = row["text"][:HEAD]
    return bool(_SHOWN.search(str(row["author"]))) or any(_SHOWN.search(line) for line in head.split("\n"))


def measure(rows: Sequence[dict[str, Any]], *, author: bool) -> tuple[dict[str, Any], list[str]]:
    """Precision and recall of whole wire copy, over all and where it is shown; partly agency text is counted apart."""
    counts: Counter[str] = Counter()
    mistakes: list[str] = []
    for row in rows:
        if str(row["wire"]) == "NA":
            counts["not scored"] += 1
            continue
        gold = agency_of(row)
        made = wire_of(article_of(row, author=author))
        counts["articles"] += 1
        counts["gold"] += gold is not None
        shown = gold is not None and is_shown(row)
        counts["shown"] += shown
        if made is not None and not made.whole:
            counts["part"] += 1
            made = None
        counts["made"] += made is not None
        right = made is not None and made.agency == gold
        counts["right"] += right
        counts["shown right"] += right and shown
        if (made is not None or gold is not None) and not right:
            mistakes.append(f"{row['id']}: {row['wire']} by {row['author']}, made {made}")
    figures = {
        "counts": dict(counts),
        "precision": _percent(counts["right"], counts["made"]),
        "recall": _percent(counts["right"], counts["gold"]),
        "recall where shown": _percent(counts["shown right"], counts["shown"]),
    }
    return figures, mistakes


def credits(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Of the credited articles: how many name the outlet in the text, and how many have it as a hop."""
    counts: Counter[str] = Counter()
    for row in rows:
        field = str(row["credit"]).strip()
        if field in NOBODY:
            continue
        counts["credited"] += 1
        name = field.split(":", 1)[-1].strip(" .")
        outlet = lexicon().of(name)
        counts["in the lexicon"] += outlet is not None
        if name.casefold() not in row["text"].casefold():
            continue
        counts["named in the text"] += 1
        reading = read_articles([article_of(row)], reader.tagger())[0]
        actors = {
            hop.actor.casefold().removeprefix("the ")
            for chain in reading.chains
            for hop in chain.hops[:-1]
            if hop.actor
        }
        known = {name.casefold().removeprefix("the ")} | (
            {outlet.name.casefold().removeprefix("the ")} if outlet else set()
        )
        counts["a hop"] += bool(actors & known)
    return dict(counts)


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def show(result: dict[str, Any]) -> str:
    """The result as text for a terminal."""
    rows = []
    for name in ("text and author", "text alone"):
        f = result[name]
        c = f["counts"]
        rows.append(
            [
                name,
                f["precision"],
                f["recall"],
                f["recall where shown"],
                c.get("gold", 0),
                c.get("shown", 0),
                c.get("made", 0),
            ]
        )
    head = ["", "precision", "recall", "recall where shown", "wire", "shown", "found"]
    return f"PolNeAR {result['split']}\n\n{results.table(head, rows)}\n\ncredits: {result['credits']}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.wire", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show N mistakes, here alone; nothing is saved"
    )
    given = parser.parse_args(arguments)
    if not have("polnear"):
        print(ABSENT, file=sys.stderr)
        return 0
    rows = list(rows_in(DATA / "polnear" / f"{given.split}.jsonl.gz"))
    both, mistakes = measure(rows, author=True)
    alone, more = measure(rows, author=False)
    result = {"split": given.split, "text and author": both, "text alone": alone, "credits": credits(rows)}
    print(show(result))
    for line in [*mistakes, *more][: given.errors]:
        print(line)
    if not given.errors and given.split == "dev":
        made = {"made": reader.identity("evals.wire", arguments), **result}
        print(f"saved {results.save('wire', made).relative_to(ROOT)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

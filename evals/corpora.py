"""The annotated texts that we measure on, as `Text` records. What lies in `../shared/data` never enters the repo."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.kinds import kind, quoted
from evals.markup import parse_passages
from evals.spans import Pair, Relation, trimmed

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
COVERAGE = DATA / "coverage" / "coverage.jsonl.gz"
PASSAGES = ROOT / "evals" / "passages"
COVERAGE_GOLD = ROOT / "evals" / "coverage_gold.jsonl"
_WORD = re.compile(r"\w+|[^\w\s]")
"""Words of an article that PolNeAR gives none for: one in 84 of dev, three in 840 of train."""
ABSENT = "skipped: ../shared/data is not here"


@dataclass(frozen=True, slots=True)
class Text:
    """A text, its words as offsets (empty where no tokeniser's are given), and each annotator's reading of it.

    `furniture` are stretches that a person called no prose of the article. `keys` say what the text is: subject,
    layout.
    """

    id: str
    text: str
    copies: dict[str, tuple[Relation, ...]]
    tokens: tuple[Pair, ...] = ()
    furniture: tuple[Pair, ...] = ()
    keys: dict[str, str] = field(default_factory=dict)


def with_kinds(text: str, relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """The relations with the kind that the quotation marks of the text give their content."""
    marks = quoted(text)
    return tuple(replace(each, kind=kind(text, each.content, marks)) for each in relations)


def polnear(split: str, *, shared_only: bool = False) -> Iterator[Text]:
    """The articles of a split, every annotator's copy; `shared_only` gives those that several people annotated."""
    wanted: dict[str, dict[str, Any]] = {}
    for row in rows_in(DATA / "polnear" / f"{split}.jsonl.gz"):
        if not shared_only or len(row["annotations"]) > 1:
            wanted[row["id"]] = row
    tokens: dict[str, tuple[Pair, ...]] = {}
    with gzip.open(DATA / "polnear" / f"{split}.corenlp.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name = line[8 : line.index('"', 8)] if line.startswith('{"id": "') else json.loads(line)["id"]
            if name in wanted:
                layer = json.loads(line)["sentences"]
                tokens[name] = tuple(sorted({(t[0], t[1]) for s in layer for t in s["tokens"] if t[1] > t[0]}))
    for name, row in wanted.items():
        copies = {}
        for annotator, found in sorted(row["annotations"].items()):
            relations = tuple(Relation(_pairs(a["source"]), _pairs(a["cue"]), _pairs(a["content"])) for a in found)
            copies[annotator] = with_kinds(row["text"], trimmed(row["text"], relations))
        words = tokens.get(name) or tuple(m.span() for m in _WORD.finditer(row["text"]))
        yield Text(name, row["text"], copies, words, keys={"publisher": row["publisher"]})


def passages(folder: Path = PASSAGES) -> list[Text]:
    """Our own annotated passages, in the repo; marked inline as `docs/annotation.md` says."""
    out = []
    for path in sorted(folder.glob("*.txt")):
        for each in parse_passages(path.read_text(encoding="utf-8")):
            found = tuple(Relation(a.source, a.cue, a.content, a.inside) for a in each.attributions)
            copies = {"ours": with_kinds(each.text, trimmed(each.text, found))}
            out.append(Text(f"{path.stem}/{each.id}", each.text, copies, keys=dict(each.keys)))
    return out


def coverage() -> list[Text]:
    """The articles of `coverage/` that we marked: ids and offsets are in the repo, the texts are not."""
    gold = {row["id"]: row for row in rows_in(COVERAGE_GOLD)}
    out = []
    for row in rows_in(COVERAGE):
        mine = gold.get(row["id"])
        if mine is None:
            continue
        found = tuple(
            Relation(_pairs(a.get("source")), _pairs(a.get("cue")), _pairs(a["content"]), a.get("inside"))
            for a in mine["attributions"]
        )
        copies = {"ours": with_kinds(row["text"], trimmed(row["text"], found))}
        keys = {"topic": row["topic"], "outlet": row["outlet"]}
        out.append(Text(row["id"], row["text"], copies, furniture=_pairs(mine.get("furniture")), keys=keys))
    return out


def fixed_slice(texts: list[Text], count: int) -> list[Text]:
    """The `count` texts whose ids have the lowest SHA-256: the same ones wherever and whenever it runs."""
    return sorted(texts, key=lambda each: sha256(each.id.encode()).hexdigest())[:count]


def gold_hash(texts: list[Text]) -> str:
    """Twelve hexadecimal digits that change when a text or an annotation of the list does."""
    made = sha256()
    for each in texts:
        made.update(repr((each.id, each.text, sorted(each.copies.items()))).encode("utf-8", "surrogatepass"))
    return made.hexdigest()[:12]


def have(*names: str) -> bool:
    """Whether these folders of `../shared/data` are here."""
    return all((DATA / name).is_dir() for name in names)


def _pairs(spans: Any) -> tuple[Pair, ...]:
    """Spans written as `[start, end]` or `{"start": …, "end": …}`; `None` is no span."""
    return tuple((s["start"], s["end"]) if isinstance(s, dict) else (s[0], s[1]) for s in spans or ())


def rows_in(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON lines, gzipped where its name ends so."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)

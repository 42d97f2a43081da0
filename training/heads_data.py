"""What the heads are trained on: PolNeAR's automatic layer and GUM's gold, each text with labels for the tagger's words."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field

from evals.corpora import DATA, rows_in


@dataclass(slots=True)
class Mention:
    """An entity of GUM over the document's tokens `start` up to `end`, `head` the token that the rest hangs on."""

    sort: str
    start: int
    end: int
    head: int = -1


@dataclass(slots=True)
class Document:
    """A text and its tokens: offsets, tag, lemma, head (index in the document, itself for a root) and relation."""

    id: str
    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    relation: list[str] = field(default_factory=list)
    ner: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def polnear(split: str) -> list[Document]:
    """PolNeAR with its automatic layer (CoreNLP)."""
    layers = {row["id"]: row["sentences"] for row in rows_in(DATA / "polnear" / f"{split}.corenlp.jsonl.gz")}
    out = []
    for row in rows_in(DATA / "polnear" / f"{split}.jsonl.gz"):
        d = Document(row["id"], row["text"])
        for sentence in layers.get(row["id"], ()):
            base = len(d.start)
            for i, (start, end, lemma, pos, ner, _, head, relation) in enumerate(sentence["tokens"]):
                d.start.append(start)
                d.end.append(end)
                d.lemma.append(lemma)
                d.pos.append(pos)
                d.ner.append(ner)
                d.head.append(base + (i if head == 0 else head - 1))
                d.relation.append(relation)
        out.append(d)
    return out


_ENTITY = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


def gum(split: str) -> list[Document]:
    """GUM with its gold layers. Paragraphs are lines, as the article stage makes them."""
    out: list[Document] = []
    with gzip.open(DATA / "gum" / f"{split}.conllu.gz", "rt", encoding="utf-8") as lines:
        text: list[str] = []
        size = 0
        opened: dict[str, list[Mention]] = {}
        space, line_end, until = "", False, 0
        base = 0
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("# newdoc id = "):
                if out:
                    out[-1].text = "".join(text)
                out.append(Document(line.split(" = ")[1].removeprefix("GUM_"), ""))
                text, size, space, line_end, until, opened = [], 0, "", False, 0, {}
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                line_end = size > 0
            elif line.startswith("# sent_id"):
                base = len(out[-1].start)
                until = 0
            if not line or line[0] == "#":
                continue
            number, form, lemma, _, pos, _, head, relation, _, misc = line.split("\t")
            if "." in number:
                continue
            d = out[-1]
            fields = dict(part.split("=", 1) for part in misc.split("|") if "=" in part)
            before = "\n" if line_end else space
            if "-" in number:
                text.append(before + form)
                size += len(before) + len(form)
                inside = size - len(form)
                until, whole_end = int(number.partition("-")[2]), size
                space, line_end = "" if fields.get("SpaceAfter") == "No" else " ", False
                continue
            n = int(number)
            if n <= until:
                d.start.append(inside)
                inside = whole_end if n == until else min(inside + len(form), whole_end)
                d.end.append(inside)
            else:
                text.append(before + form)
                size += len(before) + len(form)
                d.start.append(size - len(form))
                d.end.append(size)
                space, line_end = "" if fields.get("SpaceAfter") == "No" else " ", False
            at = len(d.start) - 1
            d.pos.append(pos)
            d.lemma.append(lemma)
            d.head.append(at if head == "0" else base + int(head) - 1)
            d.relation.append(relation)
            for opening, closed, closing in _ENTITY.findall(fields.get("Entity", "")):
                key, _, rest = (opening or closing).partition("-")
                if opening:
                    mention = Mention(rest.split("-")[0], at, at + 1)
                    d.mentions.append(mention)
                    if not closed:
                        opened.setdefault(key, []).append(mention)
                elif opened.get(key):
                    opened[key].pop().end = at + 1
        if out:
            out[-1].text = "".join(text)
    for d in out:
        for m in d.mentions:
            outside = [i for i in range(m.start, m.end) if not m.start <= d.head[i] < m.end or d.head[i] == i]
            m.head = outside[0] if outside else m.start
    return out


def texts(split: str):
    kind, _, part = split.partition("-")
    docs = {"gum": gum, "polnear": polnear}[kind](part)
    return [d.id for d in docs], [d.text for d in docs]

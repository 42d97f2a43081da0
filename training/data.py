"""Training examples: PolNeAR with its automatic layer, and our own passages, as numbered words with labels and links."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.corpora import DATA, rows_in
from evals.markup import GoldAttribution, parse_passages
from sayso.model.crf import span_labels
from sayso.model.words import Vocabulary, Words, encode

PASSAGES = Path(__file__).resolve().parent / "passages"
NONE = -100
TAGS = {"pos": 48, "ner": 16, "relation": 48}


@dataclass(slots=True)
class Example:
    """One annotated view of one text. Spans are (first word, last word + 1); a link is (span, cue) by index."""

    name: str
    words: Words
    labels: np.ndarray  # outer layer
    inner: np.ndarray | None  # what is attributed inside a content; None where nobody annotated that
    attributions: list[tuple[tuple[int, int] | None, tuple[int, int] | None, list[tuple[int, int]]]]
    inner_attributions: list[tuple[tuple[int, int] | None, tuple[int, int] | None, list[tuple[int, int]]]]
    pos: np.ndarray
    ner: np.ndarray
    relation: np.ndarray
    head: np.ndarray  # index of the head word; itself for a root; NONE where unknown


class Tagset:
    """Numbers for tag names in order of first sight."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}

    def __call__(self, name: str) -> int:
        return self.names.setdefault(name, len(self.names))


def word_span(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The words that the characters from `start` to `end` touch."""
    a = int(np.searchsorted(words.end, start, side="right"))
    b = int(np.searchsorted(words.start, end, side="left"))
    return (a, b) if b > a else None


def _attribution(words: Words, gold: GoldAttribution):
    def one(spans):
        found = [word_span(words, s, e) for s, e in spans]
        return [f for f in found if f is not None]

    source, cue, content = one(gold.source), one(gold.cue), one(gold.content)
    return (source[0] if source else None, cue[0] if cue else None, content)


def _label(words: Words, attributions) -> np.ndarray:
    spans = []
    for source, cue, content in attributions:
        spans += [(2, *c) for c in content]
        if cue:
            spans.append((1, *cue))
        if source:
            spans.append((0, *source))
    return span_labels(list(dict.fromkeys(spans)), len(words))


def _syntax(words: Words, sentences: list[dict] | None, tagsets: dict[str, Tagset]):
    count = len(words)
    pos, ner, relation, head = (np.full(count, NONE, np.int64) for _ in range(4))
    at = {int(s): i for i, s in enumerate(words.start)}
    for sentence in sentences or ():
        tokens = sentence["tokens"]
        where = [at.get(t[0]) for t in tokens]
        for token, i in zip(tokens, where, strict=True):
            if i is None:
                continue
            pos[i] = tagsets["pos"](token[3])
            ner[i] = tagsets["ner"](token[4])
            relation[i] = tagsets["relation"](token[7])
            j = i if token[6] == 0 else where[token[6] - 1]
            if j is not None:
                head[i] = j
    return pos, ner, relation, head


def polnear(split: str, vocabulary: Vocabulary, tagsets: dict[str, Tagset]) -> list[Example]:
    """Every annotator's copy of every article of the split."""
    layers = {row["id"]: row["sentences"] for row in rows_in(DATA / "polnear" / f"{split}.corenlp.jsonl.gz")}
    out = []
    for row in rows_in(DATA / "polnear" / f"{split}.jsonl.gz"):
        words = encode(row["text"], vocabulary)
        syntax = _syntax(words, layers.get(row["id"]), tagsets)
        for annotator, found in row["annotations"].items():
            gold = [
                GoldAttribution(*(tuple((s, e) for s, e in a[role]) for role in ("source", "cue", "content")))
                for a in found
            ]
            attributions = [_attribution(words, g) for g in gold if g.cue or g.content]
            out.append(
                Example(f"{row['id']}/{annotator}", words, _label(words, attributions), None, attributions, [], *syntax)
            )
    return out


def passages(vocabulary: Vocabulary, folder: Path = PASSAGES) -> list[Example]:
    """Our own passages; files that do not parse yet (being written) are passed over."""
    out = []
    for path in sorted(folder.glob("*.txt")):
        try:
            found = parse_passages(path.read_text(encoding="utf-8"))
        except ValueError as error:
            print(f"passed over {path.name}: {error}")
            continue
        for passage in found:
            words = encode(passage.text, vocabulary)
            empty = _syntax(words, None, {})
            outer = [_attribution(words, a) for a in passage.attributions if a.inside is None]
            inner = [_attribution(words, a) for a in passage.attributions if a.inside is not None]
            out.append(Example(passage.id, words, _label(words, outer), _label(words, inner), outer, inner, *empty))
    return out

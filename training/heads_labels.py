"""Labels of the tagger's words for the heads: tags, names and entities from the two corpora's tokens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sayso.model.words import Words
from training.heads_data import Document

NONE = -100
NAMES = ("O", *(f"{p}-{s}" for s in ("PERSON", "ORGANIZATION", "LOCATION", "MISC") for p in "BI"))
SORTS = ("", "person", "organization", "place", "time", "event", "object", "substance", "abstract", "animal", "plant")
_KIND = {"person": "PERSON", "organization": "ORGANIZATION", "place": "LOCATION"}
_TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor president vice sen senator rep representative congressman
    congresswoman gov governor mayor judge justice secretary minister prime chancellor premier
    ambassador attorney general chief captain colonel major lieutenant sergeant officer detective sir
    lord lady dame king queen prince princess duke pope cardinal bishop archbishop reverend rev father
    brother sister saint st chairman director speaker coach tsar emperor
    """.split()  # noqa: SIM905
)
"""Words before a person's name that CoreNLP's layer leaves out of it, so that GUM's names are cut the same way."""
_LINKS = frozenset({"of", "the", "for", "and", "&", "de", "du", "la", "von", "van", "in", "on", "'s"})
"""Words that may stand inside a name of an organization, a place or a work."""


@dataclass(slots=True)
class Labels:
    """One row a word; NONE where nothing is known. `first` is true for the first word of a token, by which we score."""

    pos: np.ndarray
    name: np.ndarray
    entity: np.ndarray
    token: np.ndarray
    first: np.ndarray


def token_of(words: Words, d: Document) -> np.ndarray:
    """For each word the token that it begins in, or -1."""
    start, end = np.array(d.start, np.int64), np.array(d.end, np.int64)
    if not len(start):
        return np.full(len(words), -1)
    at = np.searchsorted(start, words.start, side="right") - 1
    return np.where((at >= 0) & (words.start < end[np.maximum(at, 0)]), at, -1)


def demonyms(documents: Iterable[Document]) -> frozenset[str]:
    """Words that CoreNLP's layer mostly calls MISC (*Americans*, *Republican*); GUM calls the people so named persons."""
    misc, every = Counter(), Counter()
    for d in documents:
        for start, end, ner in zip(d.start, d.end, d.ner, strict=True):
            word = d.text[start:end].lower()
            every[word] += 1
            misc[word] += ner == "MISC"
    return frozenset(w for w, n in misc.items() if n >= 3 and n > 0.7 * every[w])


def labels(words: Words, d: Document, tags: dict[str, int], misc: frozenset[str]) -> Labels:
    token = token_of(words, d)
    known = token >= 0
    safe = np.maximum(token, 0)
    first = known & (np.diff(token, prepend=-2) != 0)
    if not d.start:
        nothing = np.full(len(words), NONE)
        return Labels(nothing, nothing, nothing, token, first)
    gold = not d.ner
    pos = np.array([tags.get(p, NONE) for p in _pos(d, gold)])
    names = _gum_names(d, misc) if gold else _ner_names(d)
    name = np.array([NAMES.index(n) for n in names])
    sorts = np.array(_entities(d) if gold else [NONE] * len(d.start))
    word_name = np.where(known, name[safe], NONE)
    inside = known & ~first & (word_name % 2 == 1)
    return Labels(
        np.where(known, pos[safe], NONE), np.where(inside, word_name + 1, word_name),
        np.where(known, sorts[safe], NONE), token, first,
    )  # fmt: skip


def _pos(d: Document, gold: bool) -> list[str]:
    """The tags; in the automatic layer *to* as GUM has it (TO before a verb, IN before a noun), hyphenated words left out,
    whose parts GUM tags one by one."""
    if gold:
        return d.pos
    out = []
    for start, end, tag, relation in zip(d.start, d.end, d.pos, d.relation, strict=True):
        if tag == "TO":
            tag = "TO" if relation in ("mark", "aux") else "IN" if relation == "case" else ""
        inner = d.text[start + 1 : end - 1]
        out.append("" if any(c in inner for c in "-–/") and any(c.isalpha() for c in inner) else tag)
    return out


def _ner_names(d: Document) -> list[str]:
    out, before = [], "O"
    for at, ner in enumerate(d.ner):
        ner = ner if f"B-{ner}" in NAMES else "O"
        same = ner == before and at > 0 and "\n" not in d.text[d.end[at - 1] : d.start[at]]
        out.append("O" if ner == "O" else f"{'I' if same else 'B'}-{ner}")
        before = ner
    return out


def _gum_names(d: Document, misc: frozenset[str]) -> list[str]:
    """The proper names in GUM's entities whose head is a proper noun: the run of proper nouns around it, with the small
    words that hold a longer one together. Larger entities first, so that *University of X* is one name."""
    out = ["O"] * len(d.start)
    word = [d.text[s:e] for s, e in zip(d.start, d.end, strict=True)]
    proper = [p in ("NNP", "NNPS") for p in d.pos]
    for m in sorted(d.mentions, key=lambda m: m.start - m.end):
        if not proper[m.head] or m.sort == "time" or out[m.head] != "O":
            continue
        kind = _KIND.get(m.sort, "MISC")
        a, b = m.head, m.head + 1
        linked = kind != "PERSON"

        def grow(at: int, step: int, m=m, linked=linked) -> int | None:
            """The next proper noun in this direction, past at most two small words."""
            at += step
            if (m.start <= at < m.end and d.pos[at] in ("HYPH", "GW")) or (m.start <= at < m.end and word[at] == "."):
                at += step
            over = 0
            while linked and m.start <= at < m.end and word[at].lower() in _LINKS and over < 2:
                at += step
                over += 1
            return at if m.start <= at < m.end and proper[at] and out[at] == "O" else None

        while (x := grow(a, -1)) is not None:
            a = x
        while (x := grow(b - 1, 1)) is not None:
            b = x + 1
        while kind == "PERSON" and b - a > 1 and word[a].lower().rstrip(".") in _TITLES:
            a += 1
        if kind == "PERSON" and (d.pos[a] == "NNPS" or word[a].lower() in misc) and b - a == 1:
            kind = "MISC"
        if b - a == 1 and word[a].lower().rstrip(".") in _TITLES:
            continue
        out[a] = f"B-{kind}"
        out[a + 1 : b] = [f"I-{kind}"] * (b - a - 1)
    for at, (tag, lemma) in enumerate(zip(d.pos, d.lemma, strict=True)):
        nationality = tag == "JJ" and lemma[:1].isupper() and word[at][:1].isupper()
        if out[at] == "O" and (nationality or (word[at].lower() in misc and proper[at])):
            out[at] = "B-MISC"
    return out


def _entities(d: Document) -> list[int]:
    """The sort of thing at each head of an entity, and at the other parts of a flat name; of two with one head the smaller."""
    out = [0] * len(d.start)
    size = [10**9] * len(d.start)
    for m in d.mentions:
        if m.sort in SORTS and m.end - m.start < size[m.head]:
            out[m.head], size[m.head] = SORTS.index(m.sort), m.end - m.start
    for at, relation in enumerate(d.relation):
        if relation.split(":")[0] == "flat" and not out[at]:
            out[at] = out[d.head[at]]
    return out

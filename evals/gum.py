"""GUM documents as texts with mentions, entities and discourse attributions, by offsets into a text that is put together here.

The text is the words with the spaces that `SpaceAfter` leaves, a line for each paragraph (`newpar`). An entity's mentions keep
GUM's own number and sort. An attribution is a discourse unit (EDU) whose relation is `attribution-positive` or
`-negative`: its source is the mention whose head is the subject of the unit's head word, or stands in for one (*according
to X*, a byline of its own); `None` where GUM's syntax gives none (*to make sure*).
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals.corpora import DATA

_RELATION = re.compile(r"^attribution-(positive|negative):(\d+)->(\d+)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its offsets, tags and place in the sentence's tree; `head` is an index into the document, -1 for a root."""

    start: int
    end: int
    form: str
    upos: str
    pos: str
    head: int
    relation: str
    sentence: int


@dataclass(frozen=True, slots=True)
class GumMention:
    """A mention: words from `first` to `last` (end exclusive), its head word, its entity's number and sort, how it is linked
    (`coref`, `ana`, `appos`, `pred`, `sgl`, …) and the Wikipedia title of what it names."""

    first: int
    last: int
    head: int
    entity: int
    sort: str
    link: str
    wiki: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GumAttribution:
    """A unit of reported speech or thought: its words, its verb's index, its source, and what it attributes: the unit that it
    hangs on with all that hang on that, as far as they are in the same sentence."""

    unit: tuple[int, int]
    verb: int
    source: GumMention | None
    content: tuple[tuple[int, int], ...]
    sign: str


@dataclass(frozen=True, slots=True)
class GumDocument:
    """One document. `attributions` are in order of the text."""

    id: str
    genre: str
    text: str
    words: tuple[Word, ...]
    mentions: tuple[GumMention, ...]
    attributions: tuple[GumAttribution, ...]


@dataclass(slots=True)
class _Draft:
    id: str
    parts: list[str] = field(default_factory=list)
    at: int = 0
    words: list[Word] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    discourse: list[str] = field(default_factory=list)
    sentence: int = -1
    base: int = 0
    new_paragraph: bool = False
    joined: list[int] = field(default_factory=list)
    """Of a token that holds several words: where the next begins, how many are left, where the token ends."""

    def put(self, form: str, glued: bool) -> int:
        """Adds a form to the text; gives where it starts."""
        start = self.at
        self.parts.append(form if glued else form + " ")
        self.at += len(self.parts[-1])
        return start


def documents(split: str, folder: Path = DATA / "gum") -> Iterator[GumDocument]:
    """The documents of `train` or `dev`, in the file's order."""
    with gzip.open(folder / f"{split}.conllu.gz", "rt", encoding="utf-8") as lines:
        yield from parse(lines)


def parse(lines: Iterator[str] | Sequence[str]) -> Iterator[GumDocument]:
    """The documents of CoNLL-U lines."""
    draft: _Draft | None = None
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if draft is not None:
                yield _finished(draft)
            draft = _Draft(line.split(" = ", 1)[1].strip())
        elif draft is None:
            continue
        elif line.startswith("# newpar") and "newpar_block" not in line:
            draft.new_paragraph = True
        elif line.startswith("# sent_id"):
            draft.sentence += 1
            draft.base = len(draft.words)
        elif line and not line.startswith("#"):
            _word(draft, line.split("\t"))
    if draft is not None:
        yield _finished(draft)


def _word(draft: _Draft, columns: list[str]) -> None:
    number, form, misc = columns[0], columns[1], columns[9]
    glued = "SpaceAfter=No" in misc
    if "." in number:
        return
    if draft.new_paragraph and draft.parts:
        draft.parts[-1] = draft.parts[-1].rstrip(" ")
        draft.at = draft.words[-1].end
        draft.put("\n", True)
    draft.new_paragraph = False
    if "-" in number:
        low, high = map(int, number.split("-"))
        start = draft.put(form, glued)
        draft.joined = [start, high - low + 1, start + len(form)]
        return
    state = draft.joined
    if state:
        start = state[0]
        state[1] -= 1
        end = state[2] if state[1] == 0 else min(start + len(form), state[2] - state[1])
        state[0] = end
        if state[1] == 0:
            draft.joined = []
    else:
        start = draft.put(form, glued)
        end = start + len(form)
    fields = dict(part.split("=", 1) for part in misc.split("|") if "=" in part)
    head = int(columns[6])
    draft.words.append(
        Word(
            start, end, form, columns[3], columns[4], draft.base + head - 1 if head else -1, columns[7], draft.sentence
        )
    )
    draft.entities.append(fields.get("Entity", ""))
    draft.discourse.append(fields.get("Discourse", ""))


def _finished(draft: _Draft) -> GumDocument:
    words = tuple(draft.words)
    mentions = tuple(_mentions(draft.entities, words))
    text = "".join(draft.parts).rstrip(" ")
    genre = draft.id.split("_")[1] if draft.id.count("_") > 1 else ""
    return GumDocument(draft.id, genre, text, words, mentions, tuple(_attributions(draft.discourse, words, mentions)))


def _mentions(entities: Sequence[str], words: Sequence[Word]) -> list[GumMention]:
    """The mentions in order of start, the longer first. Titles with brackets of their own are left whole."""
    out: list[GumMention] = []
    opened: dict[int, list[tuple[int, str, str]]] = {}
    for i, value in enumerate(entities):
        for m in _pieces(value):
            if m[0] == "(":
                opened.setdefault(int(m[1]), []).append((i, m[2], m[3]))
                continue
            stack = opened.get(int(m[1]))
            if stack:
                out.append(_mention(stack.pop(), i + 1, int(m[1]), words))
    return sorted(out, key=lambda m: (m.first, -m.last))


def _pieces(value: str) -> list[tuple[str, str, str, str]]:
    """Openings `("(", number, sort, rest)` and closings `(")", number, "", "")` of an `Entity` value; an opening that its own
    bracket closes is followed by a closing without a number."""
    out: list[tuple[str, str, str, str]] = []
    at = 0
    while at < len(value):
        if value[at] == "(":
            m = re.match(r"\((\d+)-([a-z]+)-", value[at:])
            if m is None:
                break
            end, depth = at + m.end(), 0
            while end < len(value):
                if value[end] == "(":
                    if re.match(r"\(\d+-[a-z]+-", value[end:]):
                        break
                    depth += 1
                elif value[end] == ")":
                    if depth == 0:
                        break
                    depth -= 1
                end += 1
            out.append(("(", m[1], m[2], value[at + m.end() : end]))
            if end < len(value) and value[end] == ")":
                out.append((")", m[1], "", ""))
                end += 1
            at = end
        else:
            closing = re.match(r"(\d+)\)", value[at:])
            if closing is None:
                break
            out.append((")", closing[1], "", ""))
            at += closing.end()
    return out


def _mention(opening: tuple[int, str, str], last: int, number: int, words: Sequence[Word]) -> GumMention:
    # after the sort: infstat-salience-centering-minspan-link[-identity], where an identity may hold hyphens of its own
    first, sort, rest = opening
    found = re.search(r"-(coref|appos|pred|ana|cata|sgl|disc|bridge)(?:-(.*))?$", rest)
    link, wiki = (found[1], found[2] or None) if found else ("", None)
    inside = range(first, last)
    heads = [i for i in inside if words[i].head not in inside]
    head = next(
        (i for i in heads if words[i].upos in ("NOUN", "PROPN", "PRON", "NUM")), heads[0] if heads else last - 1
    )
    return GumMention(first, last, head, number, sort, link, wiki, words[first].start, words[last - 1].end)


def _attributions(
    discourse: Sequence[str], words: Sequence[Word], mentions: Sequence[GumMention]
) -> Iterator[GumAttribution]:
    starts = [i for i, value in enumerate(discourse) if value]
    units: dict[int, list[tuple[int, int]]] = {}
    under: dict[int, list[int]] = {}
    relations: list[tuple[int, int, str, tuple[int, int]]] = []
    for first, last in zip(starts, [*starts[1:], len(words)], strict=False):
        value = discourse[first]
        m = re.match(r"^([A-Za-z_-]+):(\d+)(?:->(\d+))?", value)
        if m is None:
            continue
        number = int(m[2])
        units.setdefault(number, []).append((first, last))
        if m[3] and number not in under.get(int(m[3]), ()):
            under.setdefault(int(m[3]), []).append(number)
        found = _RELATION.match(value)
        if found:
            relations.append((number, int(found[3]), found[1], (first, last)))
    by_head: dict[int, GumMention] = {}
    for mention in mentions:
        kept = by_head.get(mention.head)
        if kept is None or mention.last - mention.first > kept.last - kept.first:
            by_head[mention.head] = mention
    for number, parent, sign, unit in relations:
        verb = _verb(unit, words)
        source = _source(unit, verb, words, by_head)
        near = {words[k].sentence for part in units.get(parent, []) for k in (part[0], part[1] - 1)}
        content = [
            part
            for each in _with_all_under(parent, under, number)
            for part in units.get(each, [])
            if words[part[0]].sentence in near and part != unit
        ]
        content.sort()
        if content:
            yield GumAttribution(unit, verb, source, tuple(content), sign)


def _with_all_under(unit: int, under: dict[int, list[int]], but: int) -> list[int]:
    """A unit and all that hang on it, without one of them and what hangs on that."""
    out, waiting = [], [unit]
    while waiting:
        each = waiting.pop()
        if each != but and each not in out:
            out.append(each)
            waiting += under.get(each, ())
    return out


def _verb(unit: tuple[int, int], words: Sequence[Word]) -> int:
    inside = range(*unit)
    heads = [i for i in inside if words[i].head not in inside and words[i].upos != "PUNCT"]
    return next((i for i in heads if words[i].upos in ("VERB", "AUX")), heads[0] if heads else unit[0])


_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


def _source(
    unit: tuple[int, int], verb: int, words: Sequence[Word], by_head: dict[int, GumMention]
) -> GumMention | None:
    """The subject of the unit's verb, of the verb that it is joined or subordinate to; what *by* or *according to* brings in; the
    name that is a unit of its own."""
    inside = range(*unit)
    passive = any(words[i].head == verb and words[i].relation in ("nsubj:pass", "aux:pass") for i in inside)
    if passive or any(words[i].head == verb and words[i].relation == "obl:agent" for i in inside):
        agent = next((i for i in inside if words[i].head == verb and words[i].relation == "obl:agent"), None)
        return by_head.get(agent) if agent is not None else None
    if words[verb].upos not in ("VERB", "AUX", "ADJ"):
        return by_head.get(verb) if words[verb].upos in ("PROPN", "NOUN", "PRON") else None
    at, near = verb, 0
    while at >= 0 and near < 3:
        for i in range(max(0, at - 60), min(len(words), at + 60)):
            if words[i].head == at and words[i].relation in _SUBJECTS and words[i].sentence == words[at].sentence:
                if words[i].form.lower() in ("that", "who", "which") and words[i].pos in ("WDT", "WP"):
                    noun = words[at].head
                    return by_head.get(noun) or by_head.get(i)
                return by_head.get(i)
        if words[at].relation not in ("conj", "xcomp"):
            return None
        at, near = words[at].head, near + 1
    return None

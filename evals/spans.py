"""How far spans agree: chunks of word sequences as CofeNet counts them, annotated spans, single words. Pure functions.

Every count is a `Tally`, so that articles, copies and annotators add up before a figure is taken of them.

CofeNet (Wang et al., COLING 2022) reads BIO sequences of words, in which a word belongs to one chunk at most, takes chunks
as `elements` does, and pools the chunks of all sequences into one precision and recall for each role. Choices of ours
where the paper is silent: a sequence is a paragraph; words are CoreNLP's, as PolNeAR gives them (one article of dev has
none, and is cut at white space and marks); a span has the words that it touches; a span over several paragraphs is one
chunk in each; the same span of the same role counts once; of two spans that overlap the one that begins first is kept,
the longer where both begin together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Pair = tuple[int, int]
Labels = list[str]

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Relation:
    """An attribution as it is scored, annotated or found; offsets are code points of the annotated text, end exclusive.

    `inside` is the index, in its list, of the one whose content holds it; `None` for an outer one.
    """

    source: tuple[Pair, ...] = ()
    cue: tuple[Pair, ...] = ()
    content: tuple[Pair, ...] = ()
    inside: int | None = None
    score: float = 1.0
    kind: str | None = None

    def role(self, name: str) -> tuple[Pair, ...]:
        """Its spans of one role."""
        spans: tuple[Pair, ...] = getattr(self, name)
        return spans


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was right, of how much that was found, and of how much there was to find. Adds up."""

    hit: float = 0
    made: float = 0
    gold: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.made + other.made, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.hit / self.made if self.made else 0.0

    @property
    def recall(self) -> float:
        """Share of what there was that was found; 0 where there was nothing."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, from the counts; 0 where there are none."""
        return 2 * self.hit / (self.made + self.gold) if self.made + self.gold else 0.0


def outer_of(relations: Iterable[Relation]) -> list[Relation]:
    """Those that are inside no other."""
    return [each for each in relations if each.inside is None]


def trimmed(text: str, relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations with white space at the edges of their spans left outside, spans in order, empty ones dropped."""

    def clean(spans: tuple[Pair, ...]) -> tuple[Pair, ...]:
        out = []
        for start, end in spans:
            words = text[start:end]
            start += len(words) - len(words.lstrip())
            out.append((start, start + len(words.strip())))
        return tuple(sorted(pair for pair in out if pair[0] < pair[1]))

    return tuple(
        replace(each, source=clean(each.source), cue=clean(each.cue), content=clean(each.content)) for each in relations
    )


def sequences(text: str, tokens: Sequence[Pair]) -> list[list[Pair]]:
    """The words of each paragraph: a line end between two words parts them."""
    out: list[list[Pair]] = []
    last = 0
    for token in tokens:
        if not out or "\n" in text[last : token[0]]:
            out.append([])
        out[-1].append(token)
        last = token[1]
    return out


def spans_of(relations: Iterable[Relation]) -> list[tuple[int, int, str]]:
    """Every span with its role once, in order of start, the longer first."""
    found = {(start, end, role) for each in relations for role in ROLES for start, end in each.role(role)}
    return sorted(found, key=lambda span: (span[0], -span[1], ROLES.index(span[2])))


def bio(relations: Iterable[Relation], words: Sequence[Sequence[Pair]]) -> list[Labels]:
    """Labels `O`, `B-role`, `I-role` for the words of each sequence."""
    spans = spans_of(relations)
    out: list[Labels] = []
    for sequence in words:
        labels = ["O"] * len(sequence)
        first, last = sequence[0][0], sequence[-1][1]
        for start, end, role in spans:
            if start >= last:
                break
            if end <= first:
                continue
            mine = [i for i, (a, b) in enumerate(sequence) if a < end and start < b]
            if not mine or any(labels[i] != "O" for i in mine):
                continue
            labels[mine[0] : mine[-1] + 1] = [f"B-{role}"] + [f"I-{role}"] * (mine[-1] - mine[0])
        out.append(labels)
    return out


def elements(labels: Labels) -> dict[str, list[Pair]]:
    """The chunks of one sequence by role: a `B` with each following `I` of its role; other `I` open nothing."""
    out: dict[str, list[Pair]] = {role: [] for role in ROLES}
    role, at = "", -1
    for i, label in enumerate([*labels, "O"]):
        if role and label == f"I-{role}":
            continue
        if role:
            out[role].append((at, i))
        role, at = (label[2:], i) if label.startswith("B-") else ("", -1)
    return out


def chunk_tallies(made: Sequence[Labels], gold: Sequence[Labels]) -> dict[str, Tally]:
    """`exact/ROLE`, `begin/ROLE` (only the first word must agree), `token/ROLE` and `jaccard/ROLE` of one text.

    `jaccard` is the mean that CofeNet's own evaluation takes: for each annotated chunk the best overlap (words
    shared, by words of both) with a found one, and 0 for each found chunk that touches none. Its `f1` is that mean.
    """
    out: dict[str, Tally] = {}
    for ours, theirs in zip(made, gold, strict=True):
        found, wanted = elements(ours), elements(theirs)
        for role in ROLES:
            f, w = set(found[role]), set(wanted[role])
            starts = {a for a, _ in f} & {a for a, _ in w}
            shared = sum(a[2:] == b[2:] == role for a, b in zip(ours, theirs, strict=True))
            best = [max((_jaccard(x, y) for y in f), default=0.0) for x in w]
            alone = sum(all(_jaccard(x, y) == 0 for y in w) for x in f)
            counts = {
                "exact": Tally(len(f & w), len(f), len(w)),
                "begin": Tally(len(starts), len(f), len(w)),
                "token": Tally(shared, sum(x[2:] == role for x in ours), sum(x[2:] == role for x in theirs)),
                "jaccard": Tally(sum(best), len(w) + alone, len(w) + alone),
            }
            for name, tally in counts.items():
                key = f"{name}/{role}"
                out[key] = out.get(key, Tally()) + tally
    return out


def _jaccard(a: Pair, b: Pair) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0.0, shared / (max(a[1], b[1]) - min(a[0], b[0])))


def span_tallies(made: Iterable[Relation], gold: Iterable[Relation]) -> dict[str, Tally]:
    """`span/ROLE`: annotated spans found with the same first and last character; each distinct span counts once."""
    found, wanted = set(spans_of(made)), set(spans_of(gold))

    def count(spans: set[tuple[int, int, str]], role: str) -> int:
        return sum(span[2] == role for span in spans)

    return {
        f"span/{role}": Tally(count(found & wanted, role), count(found, role), count(wanted, role)) for role in ROLES
    }

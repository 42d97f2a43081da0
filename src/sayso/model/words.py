"""From a text to what the encoder takes: words with offsets, word pieces, and features that an uncased vocabulary loses.

Word pieces follow BERT's scheme (Devlin et al. 2019): greedy longest match over a vocabulary, continuing pieces begin with `##`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.model.quotes import Quotation, quotations

Ints = NDArray[np.int32]
Bytes = NDArray[np.int8]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|['’](?:s|S|t|ll|re|ve|d|m|LL|RE|VE)\b|_|[^\w\s]|\w")
MAX_PIECES_A_WORD = 12
"""Pieces kept of one word; the rest of a longer word (an address, a run of letters) tells the tagger nothing."""
LONGEST_WORD = 64

CASES, QUOTE_STATES, POSITIONS, PARAGRAPHS = 8, 6, 4, 4
"""How many values each feature has: case of the word, quotation marks, place in the paragraph, kind of paragraph."""

_SENTENCE_END = frozenset(".!?")
_CLOSING = frozenset("\"'”’»)]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order. Arrays have one row a word: `start`, `end` (code points), `paragraph` (its number),
    `features` (four small integers), `first` (index of its first piece; one more entry closes the list), and `pieces`.
    `quotations` are the quoted stretches of the text."""

    start: Ints
    end: Ints
    paragraph: Ints
    features: Bytes
    first: Ints
    pieces: Ints
    quotations: tuple[Quotation, ...] = ()

    def __len__(self) -> int:
        return len(self.start)


class Vocabulary:
    """Word pieces and their numbers, read from a file with one piece a line. Remembers the words it has cut."""

    def __init__(self, pieces: list[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.unknown = self._numbers["[UNK]"]
        self.start = self._numbers["[CLS]"]
        self.stop = self._numbers["[SEP]"]
        self.padding = self._numbers["[PAD]"]
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        return cls(path.read_text(encoding="utf-8").split("\n")[:-1])

    def __len__(self) -> int:
        return len(self._numbers)

    def cut(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, at least one."""
        known = self._known.get(word)
        if known is None:
            known = self._cut(word)
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        plain = unicodedata.normalize("NFD", word[:LONGEST_WORD].lower())
        plain = "".join(c for c in plain if not unicodedata.combining(c))
        plain = plain.translate(_PLAIN_MARKS)
        if not plain:
            return (self.unknown,)
        out: list[int] = []
        at = 0
        while at < len(plain) and len(out) < MAX_PIECES_A_WORD:
            if not plain[at].isalnum() and at + 1 < len(plain):
                out.append(self._numbers.get(plain[at], self.unknown))
                at += 1
                continue
            prefix = "##" if at and plain[at - 1].isalnum() else ""
            for end in range(len(plain), at, -1):
                number = self._numbers.get(prefix + plain[at:end])
                if number is not None:
                    out.append(number)
                    at = end
                    break
            else:
                return (self.unknown,)
        return tuple(out)


_PLAIN_MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»″＂‹›", '"') | dict.fromkeys("‘’‚‛`", "'") | {"—": "-", "–": "-", "…": "."}
)


def split_words(text: str) -> list[tuple[int, int]]:
    """Offsets of the words: runs of letters, numbers, contracted endings (*’s*), and each other mark by itself."""
    return [m.span() for m in _WORD.finditer(text)]


def encode(text: str, vocabulary: Vocabulary) -> Words:
    """The words of the text with their pieces and features. Paragraphs are what line ends part."""
    spans = split_words(text)
    count = len(spans)
    start = np.fromiter((s for s, _ in spans), np.int32, count)
    end = np.fromiter((e for _, e in spans), np.int32, count)
    line_ends = np.fromiter((m.start() for m in re.finditer("\n", text)), np.int32)
    line = np.searchsorted(line_ends, start)
    paragraph = np.zeros(count, np.int32)
    if count:
        paragraph[1:] = np.cumsum(line[1:] != line[:-1])
    pieces: list[int] = []
    first = np.zeros(count + 1, np.int32)
    case = np.zeros(count, np.int8)
    mark_piece = vocabulary.cut('"')[0]
    quoted = tuple(quotations(text))
    role, depth = _quote_roles(quoted, start, count)
    shapes: dict[str, int] = {}
    words = [text[s:e] for s, e in spans]
    for i, word in enumerate(words):
        if role[i]:
            pieces.append(mark_piece)
        else:
            pieces.extend(vocabulary.cut(word))
        first[i + 1] = len(pieces)
        shape = shapes.get(word)
        if shape is None:
            shape = shapes[word] = _case(word)
        case[i] = shape
    features = np.zeros((count, 4), np.int8)
    features[:, 0] = case
    features[:, 1] = np.where(role > 0, role, np.where(depth > 1, 4, np.where(depth == 1, 3, 0)))
    features[:, 2] = _positions(words, paragraph, count)
    features[:, 3] = _paragraph_kinds(paragraph, role, depth, count)
    return Words(start, end, paragraph, features, first, np.array(pieces, np.int32), quoted)


def _quote_roles(quoted: tuple[Quotation, ...], start: Ints, count: int) -> tuple[Bytes, Bytes]:
    """For each word 1 where it is a mark that opens, 2 one that closes; and how many quotations it stands in (0 to 2)."""
    role = np.zeros(count, np.int8)
    change = np.zeros(count + 1, np.int32)
    for q in quoted:
        a = int(np.searchsorted(start, q.start))
        b = int(np.searchsorted(start, q.end))
        if a >= count or start[a] != q.start:
            continue
        role[a] = 1
        change[a] += 1
        change[b] -= 1
        if q.closed and b > a and start[b - 1] == q.end - 1:
            role[b - 1] = 2
    return role, np.minimum(np.cumsum(change[:-1]), 2).astype(np.int8)


def _case(word: str) -> int:
    first = word[0]
    if first.isdigit():
        return 1
    if not first.isalpha():
        return 2 if len(word) == 1 else 3
    if word.islower():
        return 0
    if len(word) == 1:
        return 4
    if word.isupper():
        return 5
    return 6 if first.isupper() and word[1:].islower() else 7


def _positions(words: list[str], paragraph: Ints, count: int) -> Bytes:
    """3 for the first word of a paragraph, 2 for the second and third, 1 for the first of a sentence, else 0."""
    out = np.zeros(count, np.int8)
    if not count:
        return out
    ended = False
    for i in range(1, count):
        word = words[i - 1]
        if word in _SENTENCE_END:
            ended = True
        elif not (ended and word in _CLOSING):
            ended = False
        if ended and words[i] not in _CLOSING and words[i] not in _SENTENCE_END:
            out[i] = 1
    opens = np.flatnonzero(np.diff(paragraph, prepend=-1))
    for shift in (2, 1):
        later = opens + shift
        later = later[later < count]
        later = later[paragraph[later] == paragraph[later - shift]]
        out[later] = 2
    out[opens] = 3
    return out


def _paragraph_kinds(paragraph: Ints, role: Bytes, depth: Bytes, count: int) -> Bytes:
    """1 where the paragraph opens with a quotation mark, 2 where it is all quotation, 3 where it holds no mark, else 0."""
    out = np.zeros(count, np.int8)
    if not count:
        return out
    total = int(paragraph[-1]) + 1
    opens = np.flatnonzero(np.diff(paragraph, prepend=-1))
    starts_quoted = role[opens] == 1
    all_quoted = np.bincount(paragraph, depth == 0, total) == 0
    markless = np.bincount(paragraph, role > 0, total) == 0
    kind = np.where(all_quoted, 2, np.where(starts_quoted, 1, np.where(markless, 3, 0)))
    return kind[paragraph].astype(np.int8)

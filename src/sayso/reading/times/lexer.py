"""Each word's class, by one look-up. The words that are none, some nineteen of twenty, cost nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.reading.times import calendars, words
from sayso.reading.tokens import Tokens

KIND: Final[dict[str, str]] = {}
"""Word to class. Where a word is several things (*second*, *may*), the grammar asks the tables of `words` as well."""
for _kind, _names in (
    ("holiday", calendars.HOLIDAYS),
    ("approximate", {**words.APPROXIMATE, **dict.fromkeys(first for first, _ in words.COMPARED), "no": "", "some": ""}),
    ("stretch", words.STRETCHES),
    ("reference", {**words.REFERENCES, **dict.fromkeys(["right", "long", "ages", "future"], "")}),
    ("frequent", {**words.FREQUENT, **dict.fromkeys(["every", "each", "per", "once", "twice"], "")}),
    ("long", words.LONG),
    (
        "vague",
        {
            **dict.fromkeys(words.VAGUE),
            **dict.fromkeys(["another", "dozens", "hundreds", "thousands", "couple", "half"]),
        },
    ),
    ("number", words.NUMBERS | words.LARGE),
    ("ordinal", words.ORDINALS),
    ("unit", words.UNITS),
    ("part", words.PARTS),
    ("season", words.SEASONS),
    ("shift", words.SHIFTS),
    ("day", words.DAYS),
    ("clock", dict.fromkeys(["noon", "midnight", "midday"])),
    ("tonight", dict.fromkeys(["tonight", "overnight"])),
    ("fiscal", dict.fromkeys(["fiscal", "fy"])),
    ("decades", dict.fromkeys([*words.DECADES, "noughties", "aughts"])),
    ("weekdays", words.WEEKDAY_PLURAL),
    ("short", words.WEEKDAY_SHORT),
    ("weekday", words.WEEKDAYS),
    ("month", words.MONTHS),
    ("position", words.POSITIONS),
    ("article", {"the": 0}),
    ("one", {"a": 0, "an": 0}),
    ("code", dict.fromkeys(["q", "h"])),
):
    for _name in _names:
        KIND[_name] = _kind
KIND["mid"] = KIND["late"] = KIND["early"] = "position"
KIND["some"] = "vague"
KIND["second"] = "ordinal"
KIND["weekends"] = "frequent"
KIND["may"] = KIND["march"] = "month"

AHEAD = 16
"""Empty words after the last one, so that the grammar may look ahead without asking whether the text ends. Longer than any
expression that it reads beyond the word where it stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words as the grammar reads them: a paragraph's words follow an empty one, so that no expression runs over its end.

    `back` is the number of each word in `Tokens`. Lists have one row a word.
    """

    low: list[str]
    word: list[str]
    kind: list[str | None]
    start: list[int]
    end: list[int]
    back: list[int]

    def glued(self, i: int) -> bool:
        """Whether nothing stands between word `i` and the one before."""
        return self.start[i] == self.end[i - 1]

    def skip(self, i: int, *wanted: str) -> int:
        """The place after `i` where one of these words stands at `i`, else `i`."""
        return i + 1 if self.low[i] in wanted else i

    def number(self, i: int) -> int | None:
        """The whole number that stands at `i` in digits (at most four), else `None`."""
        word = self.low[i]
        return int(word) if len(word) <= 4 and word.isascii() and word.isdigit() else None

    def starts_big(self, i: int) -> bool:
        """Whether the word at `i` begins with a capital."""
        return self.word[i][:1].isupper()


def line_of(tokens: Tokens) -> Line:
    """The words of a text by paragraph, each with its class."""
    low: list[str] = []
    back: list[int] = []
    paragraph = tokens.paragraph
    previous = -1
    for number, word in enumerate(tokens.lower):
        if paragraph[number] != previous:
            previous = paragraph[number]
            low.append("")
            back.append(number)
        low.append(word)
        back.append(number)
    low += [""] * AHEAD
    back += [len(tokens)] * AHEAD
    get = KIND.get
    kind = [get(word) or ("digit" if word[:1].isdigit() else None) for word in low]
    gap = [word == "" for word in low]
    words = ["" if empty else tokens.words[at] for empty, at in zip(gap, back, strict=True)]
    start = [-1 if empty else tokens.start[at] for empty, at in zip(gap, back, strict=True)]
    end = [-2 if empty else tokens.end[at] for empty, at in zip(gap, back, strict=True)]
    return Line(low, words, kind, start, end, back)

"""Text of untrusted pages made fit to show on a terminal or in a browser."""

from __future__ import annotations

import re

_MOVES = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u0600-\u0605\u061c\u06dd\u070f\u180e\u200e\u200f\u2028-\u202e"
    "\u2066-\u206f\ud800-\udfff\ufff9-\ufffb]"
)
"""Controls, marks and overrides of direction, line and paragraph separators, lone surrogates: they would move the
cursor, reorder what is read, or not encode. Line feed and tab are ours to lay out; the joiners shape words."""

_UNSEEN = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff\U000e0001\U000e0020-\U000e007f]")
"""Characters that show nothing: left out."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in a spreadsheet (OWASP, CSV injection), full-width forms included."""


def clean(text: str) -> str:
    """The text with every character that could act on the screen shown as U+FFFD; line feeds and tabs stay."""
    return _UNSEEN.sub("", _MOVES.sub("\ufffd", text))


def one_line(text: str) -> str:
    """`clean` with all white space folded to single blanks: for titles, names and messages."""
    return " ".join(clean(text.replace("\r", " ").replace("\x0b", " ").replace("\x0c", " ")).split())


def clipped(text: str, length: int) -> str:
    """`one_line`, cut at a word to at most `length` characters with an ellipsis where it was longer."""
    line = one_line(text)
    if len(line) <= length:
        return line
    head = line[: max(length - 1, 1)]
    cut = head.rfind(" ")
    return (head[:cut] if cut > length // 2 else head).rstrip(" ,;:–-…") + "…"


def safe_json(made: str) -> str:
    """The same JSON with every character that could act on a terminal as its `\\u` escape: equal once it is parsed."""
    return _MOVES.sub(lambda found: f"\\u{ord(found[0]):04x}", made)


def safe_cell(words: str) -> str:
    """The words as a cell that no spreadsheet takes for a formula: those that begin as one get an apostrophe before them."""
    return f"'{words}" if words[:1] in _FORMULA else words

"""The text as it will stay: one pass, done once at the article's birth, that changes no word.

Replaced one for one, so that offsets into the input still hold: every space that is not U+0020 (non-breaking, thin,
ideographic, tab) by a space; line, paragraph, form-feed and vertical-tab separators and a lone carriage return by a line
feed; a C1 control by the character that Windows-1252 has there, as browsers do; a lone surrogate or a code point that is
no character by U+FFFD. Zero-width, bidirectional and control characters are replaced by spaces where they touch white
space or an end of the text, and taken out where they stand within a word. A carriage return before a line feed is
taken out. Nothing else is touched: not mojibake, not runs of spaces, not the ends of the text, not quotation marks.
"""

from __future__ import annotations

import re

_CONTROL = "\x00-\x08\x0e-\x1f\x7f"
_ZERO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b"
    "-\u200d\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e0fff"
)
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = re.compile(f"[{_CONTROL}{_ZERO_WIDTH}{_BIDI}]+")
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or "\ufffd" for code in range(0x80, 0xA0)}
_SPACES = dict.fromkeys((0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_LINES = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x2028, 0x2029), "\n")
_ONE_FOR_ONE = {**_C1, **_SPACES, **_LINES}
_TO_REPLACE = re.compile("[\t\x0b-\x0d\x80-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def normalise(text: str) -> str:
    """The text with only its spaces, line ends and invisible characters settled; a clean text comes back as it is.

    Doing it again changes nothing. Example: `"a\\u00a0b\\r\\n"` becomes `"a b\\n"`.
    """
    if _NO_CHARACTER.search(text):
        text = _NO_CHARACTER.sub("\ufffd", text)
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub(_spaces_or_nothing, text)
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    if _TO_REPLACE.search(text):
        text = text.translate(_ONE_FOR_ONE)
    return text


def _spaces_or_nothing(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    within_word = start > 0 and end < len(text) and not text[start - 1].isspace() and not text[end].isspace()
    return "" if within_word else " " * (end - start)

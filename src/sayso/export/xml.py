"""XML 1.0 made of untrusted text: everything escaped, what XML forbids replaced and counted."""

from __future__ import annotations

import re

from sayso.export.files import Tally

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is not a Char of XML 1.0 (production 2): most controls, lone surrogates, U+FFFE, U+FFFF."""

_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_VALUE = {**_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}
"""A parser makes line feeds of carriage returns, and blanks of tabs and line feeds in attributes, unless they are references."""


class Xml:
    """Makes the elements of one document and counts into `tally` what it had to replace, always one character by one."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally

    def allowed(self, value: str) -> str:
        """The text with U+FFFD for what XML forbids."""
        made, count = _FORBIDDEN.subn("\ufffd", value)
        self.tally.replaced += count
        return made

    def text(self, value: str) -> str:
        """The text as character data."""
        return self.allowed(value).translate(_TEXT)

    def opening(self, name: str, attributes: dict[str, str | None]) -> str:
        """A start tag; attributes that are `None` are left out."""
        made = [f"<{name}"]
        for key, value in attributes.items():
            if value is not None:
                made.append(f' {key}="{self.allowed(value).translate(_VALUE)}"')
        return "".join(made) + ">"

    def element(self, name: str, content: str, **attributes: str | None) -> str:
        """An element around content that is markup already; empty content gives an empty element."""
        opening = self.opening(
            name, {key.rstrip("_").replace("xml_", "xml:"): value for key, value in attributes.items()}
        )
        return f"{opening[:-1]}/>" if not content else f"{opening}{content}</{name}>"

    def worded(self, name: str, words: str | None, **attributes: str | None) -> str:
        """An element around text, empty where there is none."""
        return self.element(name, self.text(words), **attributes) if words else ""

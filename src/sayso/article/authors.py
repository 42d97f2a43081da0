"""Person names out of what bylines and page data hold."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^(?:(?:written|reported|posted|published|words|story|text|analysis|opinion|review|photographs?)\s+)?by[:\s]\s*",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:[;|\n•·]|,\s+(?:and\s+|&\s+)?|\s+(?:and|&|with)\s+)\s*", re.I)
_JOB = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|producer|staff|bureau chief|analyst|desk|team|"
    r"newsroom|fellow|updated|published|minutes?|ago|am|pm|gmt|bst|est)\b|\d",
    re.I,
)
_ADDRESS = re.compile(r"https?:|www\.|@|\.com\b|/")
_TAIL = re.compile(r"\s*(?:\([^()]{0,60}\)|,.*| in [A-Z].*| for [A-Z].*|[-–—|].*)$")


def names_in(words: str, outlet: str | None = None) -> list[str]:
    """The names in a byline, in order, without *By*, jobs, places and addresses; the outlet itself is no author.

    *By Ada Quill and Tom Reed, Staff Writers* gives `["Ada Quill", "Tom Reed"]`.
    """
    words = _LEAD.sub("", " ".join(words.split()))
    if not words or len(words) > 300 or (_ADDRESS.search(words) and " " not in words):
        return []
    found: list[str] = []
    for part in _SPLIT.split(words):
        name = _LEAD.sub("", part).strip(" .,:;–—-")
        if "(" in name or " for " in name or " in " in name:
            name = _TAIL.sub("", name).strip()
        if name and _is_name(name) and not (outlet and name.casefold() == outlet.casefold() and len(found) > 0):
            found.append(name)
    return list(dict.fromkeys(found))


def _is_name(name: str) -> bool:
    return (
        2 <= len(name) <= 60
        and len(name.split()) <= 6
        and not _JOB.search(name)
        and not _ADDRESS.search(name)
        and any(c.isalpha() for c in name)
    )
